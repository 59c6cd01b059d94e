"""Formats: the surfaces material is made for. A new one is a row in this table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum
from itertools import accumulate

from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, inch, mm, pt


class Medium(StrEnum):
    """How a format is met: shown on a screen, or printed and cut."""

    SCREEN = "screen"
    PRINT = "print"


PIXEL = pt(0.5)
"""A pixel of a picture for social media: half a point, so that type in whole points stays sharp."""


class Side(IntEnum):
    """A side of a folded sheet, which is also its page in the PDF, counted from 0.

    The outside is the one with the cover.
    """

    OUTSIDE = 0
    INSIDE = 1


class Purpose(StrEnum):
    """What a panel of a folded sheet is for."""

    COVER = "cover"
    TEASER = "teaser"
    INNER = "inner"
    BACK = "back"


class Panel(NamedTuple):
    """A panel of a folded sheet: its name, what it is for, and its box on its side."""

    name: str
    purpose: Purpose
    side: Side
    box: Box


class Fold(NamedTuple):
    """A fold: `at` is its x on `side`. In a valley the two panels beside it come face to face."""

    side: Side
    at: Emu
    valley: bool


CAP_AT = 1 / 300
"""How tall capitals must be, as a part of the distance they are read from: tables of sign makers
have an inch for 25 feet at most."""
CAPITAL = 0.7
"""The height of a capital as a part of the size of its type."""


class Hole(NamedTuple):
    """A hole punched into a sheet: its centre and its diameter; `clear` is free round it."""

    x: Emu
    y: Emu
    across: Emu
    clear: Emu

    @property
    def edge(self) -> Box:
        """The square round the hole."""
        reach = self.across // 2
        return Box(self.x - reach, self.y - reach, 2 * reach, 2 * reach)

    @property
    def box(self) -> Box:
        """The square round the hole with what is kept free round it."""
        reach = self.across // 2 + self.clear
        return Box(self.x - reach, self.y - reach, 2 * reach, 2 * reach)


class Format(NamedTuple):
    """A surface. `margin` is the free edge of the design, `smallest` the legible body size.

    `least` is the smallest size of small print: what is read close by, or need not be read by all.

    `head` and `foot` are what an app covers with its own buttons, or where a hole is: colour, but
    no text. `away` is from how far its front is read, `largest` the largest body size that still
    looks like text; a `hole` is kept free. Where there is no room for a programme, a format says
    its `gist`. What is `posted` has the right half of its back for stamp and address.

    A folded sheet has two sides of this size, `panels` in the order in which whoever unfolds it
    reads them, and `folds` on both sides; its `margin` is that of each panel. A stitched booklet
    has pages of this size, and a number of them that `multiple` divides.
    """

    name: str
    medium: Medium
    width: Emu
    height: Emu
    bleed: Emu
    margin: Emu
    smallest: Emu
    head: Emu = 0
    foot: Emu = 0
    least: Emu = 0
    panels: tuple[Panel, ...] = ()
    folds: tuple[Fold, ...] = ()
    multiple: int = 1
    away: Emu = 0
    largest: Emu = 0
    hole: Hole | None = None
    gist: bool = False
    posted: bool = False

    @property
    def page(self) -> Box:
        """The trimmed page."""
        return Box(0, 0, self.width, self.height)

    @property
    def seen(self) -> Box:
        """The part of the page that no app covers and no hole is in."""
        return Box(0, self.head, self.width, self.height - self.head - self.foot)

    @property
    def pixels(self) -> tuple[int, int]:
        """The width and height of a picture for social media in pixels."""
        return self.width // PIXEL, self.height // PIXEL

    @property
    def loud(self) -> Emu:
        """The least size of type that is read from `away`."""
        return round(self.away * CAP_AT / CAPITAL)

    @property
    def painted(self) -> Box:
        """The page with its bleed: what grounds and bands must cover."""
        bleed = self.bleed
        return Box(-bleed, -bleed, self.width + 2 * bleed, self.height + 2 * bleed)


DECK = Format("deck", Medium.SCREEN, inch(40 / 3), inch(7.5), 0, inch(2 / 3), pt(18), least=pt(13))


_Size = tuple[float, float]


def _sheet(name: str, size: _Size, margin: float, body: _Size) -> Format:
    """Return a sheet that is handed out: `size` and `margin` in mm, the least and most of its text.

    Its front is read from two metres by whoever it is held out to.
    """
    page = (mm(size[0]), mm(size[1]), mm(3), mm(margin), pt(body[0]))
    return Format(name, Medium.PRINT, *page, least=pt(6.5), away=mm(2000), largest=pt(body[1]))


def _poster(name: str, size: _Size, margin: float, metres: float, small: _Size) -> Format:
    """Return a poster: `size` and `margin` in mm, and from how many `metres` it is read.

    Who sends it is read by those who have come close: from a metre or two in the first `small`
    size in points, from half of it in the other.
    """
    page = (mm(size[0]), mm(size[1]), mm(3), mm(margin), pt(small[0]))
    return Format(name, Medium.PRINT, *page, least=pt(small[1]), away=mm(metres * 1000))


# A6 lies on its side: the post reads the address in the right half, so the left one is for words.
POSTCARD_A6 = _sheet("postcard-a6", (148, 105), 8, (8, 13))._replace(gist=True, posted=True)
LEAFLET_A5 = _sheet("leaflet-a5", (148, 210), 12, (8.5, 14))
LEAFLET_A4 = _sheet("leaflet-a4", (210, 297), 15, (9, 18))
LEAFLET_99 = _sheet("leaflet-99x210", (99, 210), 9, (8.5, 14))._replace(gist=True)
# A usual hole; whoever punches another has a row of their own.
_HANDLE = Hole(mm(55), mm(30), mm(35), mm(5))
DOOR_HANGER = _sheet("door-hanger", (110, 220), 9, (8.5, 14))._replace(
    head=_HANDLE.box.bottom, hole=_HANDLE, gist=True
)
SHEETS = (LEAFLET_A5, POSTCARD_A6, LEAFLET_A4, LEAFLET_99, DOOR_HANGER)

POSTER_A4 = _poster("poster-a4", (210, 297), 15, 2, (14, 8))
POSTER_A3 = _poster("poster-a3", (297, 420), 20, 3, (20, 10))
POSTER_50X70 = _poster("poster-50x70", (500, 700), 30, 5, (34, 16))
POSTERS = (POSTER_A4, POSTER_A3, POSTER_50X70)


BOOKLET_A5 = LEAFLET_A5._replace(name="booklet-a5", multiple=4)
"""Single pages in reading order, for saddle stitching: the printer lays them on sheets."""


class _Leaf(NamedTuple):
    """A part of a sheet between two folds: its width in millimetres, and its two panels.

    Of each panel: when it is read, what it is called, what it is for.
    """

    width: float
    outside: tuple[int, str, Purpose]
    inside: tuple[int, str, Purpose]


def _folded(name: str, leaves: Sequence[_Leaf], valleys: Sequence[bool], margin: float) -> Format:
    """Return an A4 sheet folded into `leaves`, the leftmost of the outside first.

    Each of `valleys` says of a fold whether it is one seen from outside. Turned over, the sheet is
    mirrored: the leaf that is leftmost outside is rightmost inside.
    """
    width, height = mm(297), mm(210)
    edges = [*accumulate((mm(leaf.width) for leaf in leaves), initial=0)]
    panels: list[tuple[int, Panel]] = []
    for leaf, left in zip(leaves, edges, strict=False):
        outer = Box(left, 0, mm(leaf.width), height)
        inner = outer._replace(x=width - outer.right)
        for side, box in ((Side.OUTSIDE, outer), (Side.INSIDE, inner)):
            turn, called, purpose = (leaf.outside, leaf.inside)[side]
            panels.append((turn, Panel(called, purpose, side, box)))
    outside = [Fold(Side.OUTSIDE, at, v) for at, v in zip(edges[1:-1], valleys, strict=True)]
    inside = [Fold(Side.INSIDE, width - fold.at, not fold.valley) for fold in outside[::-1]]
    read = tuple(panel for _, panel in sorted(panels))
    page = (width, height, mm(3), mm(margin), pt(8.5))
    kept = Format(name, Medium.PRINT, *page, least=pt(6.5), away=mm(2000), largest=pt(14))
    return kept._replace(panels=read, folds=(*outside, *inside))


_COVER = (1, "cover", Purpose.COVER)

FOLDER_A5 = _folded(
    "folder-a5",
    (
        _Leaf(148.5, (4, "back", Purpose.BACK), (3, "inside right", Purpose.INNER)),
        _Leaf(148.5, _COVER, (2, "inside left", Purpose.INNER)),
    ),
    valleys=(False,),
    margin=12,
)
"""A4 folded once, to four pages of A5."""

ROLL_FOLD = _folded(
    "roll-fold",
    (
        _Leaf(97, (2, "flap", Purpose.TEASER), (5, "inside right", Purpose.INNER)),
        _Leaf(100, (6, "back", Purpose.BACK), (4, "inside middle", Purpose.INNER)),
        _Leaf(100, _COVER, (3, "inside left", Purpose.INNER)),
    ),
    valleys=(False, False),
    margin=9,
)
"""A4 rolled up: the flap folds in first, under the cover, and is 3 mm shorter to lie flat there.

Whoever opens the cover meets the flap, opens that, and has the whole inside.
"""

Z_FOLD = _folded(
    "z-fold",
    (
        _Leaf(99, (4, "outside left", Purpose.INNER), (6, "back", Purpose.BACK)),
        _Leaf(99, (5, "outside middle", Purpose.TEASER), (3, "inside middle", Purpose.INNER)),
        _Leaf(99, _COVER, (2, "inside left", Purpose.INNER)),
    ),
    valleys=(True, False),
    margin=9,
)
"""A4 in a zigzag. Closed it shows the cover and, behind, the right panel of the inside.

Whoever opens the cover has the inside's left and middle; the outside's follow when it is turned.
"""

FOLDED = (FOLDER_A5, ROLL_FOLD, Z_FOLD)


def _social(name: str, width: int, height: int, *, head: int = 0, foot: int = 0) -> Format:
    """Return the format of a picture for social media; all its measures are pixels.

    On a phone it is shown at about a third of its size: 40 pixels are as large as text in an app.
    """
    margin, smallest = 72 * PIXEL, 40 * PIXEL
    page = (width * PIXEL, height * PIXEL, 0, margin, smallest)
    return Format(name, Medium.SCREEN, *page, head * PIXEL, foot * PIXEL)


SOCIAL_SQUARE = _social("social-square", 1080, 1080)
SOCIAL_PORTRAIT = _social("social-portrait", 1080, 1350)
SOCIAL_STORY = _social("social-story", 1080, 1920, head=250, foot=340)
SOCIAL_WIDE = _social("social-wide", 1200, 630)
SOCIAL = (SOCIAL_SQUARE, SOCIAL_PORTRAIT, SOCIAL_STORY, SOCIAL_WIDE)

FORMATS = {form.name: form for form in (DECK, *SHEETS, *POSTERS, *FOLDED, BOOKLET_A5, *SOCIAL)}


class Paper(StrEnum):
    """Paper that several pages are printed on, then cut, by its name.

    A sizes lie in every office, SRA sizes at print shops (ISO 217).
    """

    A4 = "a4"
    A3 = "a3"
    SRA4 = "sra4"
    SRA3 = "sra3"

    @property
    def has_room(self) -> bool:
        """Whether sheets of an A size fit on it with bleed and marks round each."""
        return self.name.startswith("SRA")


PAPERS: Mapping[Paper, tuple[Emu, Emu]] = {
    Paper.A4: (mm(210), mm(297)),
    Paper.A3: (mm(297), mm(420)),
    Paper.SRA4: (mm(225), mm(320)),
    Paper.SRA3: (mm(320), mm(450)),
}
"""Width and height of each paper, upright."""
