"""What lies on the tables of the gallery: everything printed of a programme, and what comes of one.

A table is `WIDTH` pixels wide, twice what a page on GitHub shows, so that it is sharp there and can
be opened to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import table
from paroll.formats import (
    DOOR_HANGER,
    FOLDED,
    FOLDER_A5,
    FORMATS,
    ROLL_FOLD,
    SOCIAL,
    Z_FOLD,
    Format,
    Side,
)
from paroll.press import raster
from paroll.units import Emu, to_mm
from table import Picture

WIDTH, MARGIN = 1660, 30
INNER = WIDTH - 2 * MARGIN
FOLD_SCALE = 2.55
"""Pixels to the millimetre: two A4 are as wide as the table."""
MATERIALS = (
    "deck",
    "{name: leaflet-a5, quantity: 2 000, paper: 130 g silk, imposed: a4}",
    "leaflet-a4",
    "leaflet-99x210",
    "door-hanger",
    "{name: postcard-a6, imposed: sra3}",
    "poster-a3",
    *(form.name for form in FOLDED),
    "{name: booklet-a5, imposed: a4}",
    *(form.name for form in SOCIAL),
)
"""What the tables below need; programmes ask for less."""


class Made:
    """The folder of a programme that was built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pages(self, name: str, width: int) -> list[Picture]:
        """Return the pages of a PDF, each `width` pixels wide, with an edge."""
        data = (self.folder / f"{name}.pdf").read_bytes()
        return [table.edged(page) for page in raster.pages(data, width)]

    def tall(self, form: Format, height: int, end: str = "") -> list[Picture]:
        """Return what is made in a format as pages `height` pixels high."""
        return self.pages(f"{form.name}{end}", round(height * form.width / form.height))

    def panels(self, form: Format, scale: float) -> list[Picture]:
        """Return the panels of a folded sheet in reading order, `scale` pixels to the mm."""
        data = (self.folder / f"{form.name}.pdf").read_bytes()
        widths = [round(to_mm(panel.box.w) * scale) for panel in form.panels]
        pages = raster.pages(data, 2 * max(widths))
        return [raster.reduced(page, width) for page, width in zip(pages, widths, strict=True)]

    def side(self, form: Format, side: Side, scale: float) -> list[Picture]:
        """Return the panels of a side of a folded sheet, from left to right."""
        pairs = zip(form.panels, self.panels(form, scale), strict=True)
        there = [(panel.box.x, picture) for panel, picture in pairs if panel.side is side]
        return [picture for _, picture in sorted(there, key=lambda pair: pair[0])]

    def posts(self, name: str, width: int) -> list[Picture]:
        """Return the pictures for social media of a format, `width` pixels wide."""
        files = sorted((self.folder / name).glob("*.png"))
        return [raster.reduced(raster.opened(file.read_bytes()), width) for file in files]


def sheets(made: Made) -> Picture:
    """Return a poster and all that is handed out of a programme, to one scale.

    The sizes of paper fill the table by themselves: two A4 and an A3 are as wide as two of A5,
    99 × 210 mm and a door hanger, and as high as an A4 over a postcard.
    """
    scale = 2.17

    def pair(name: str, words: str) -> Picture:
        return table.captioned(table.beside(flat(name), 4), words)

    def flat(name: str) -> list[Picture]:
        return made.pages(name, _pixels(FORMATS[name].width, scale))

    hanger = [_punched(page, scale) for page in flat("door-hanger")]
    poster = table.captioned(flat("poster-a3")[0], "Poster A3")
    left = [pair("leaflet-a4", "Leaflet A4"), pair("postcard-a6", "Postcard A6")]
    above = [table.below(left, 18), poster]
    rest = [
        pair("leaflet-a5", "Leaflet A5"),
        pair("leaflet-99x210", "99 × 210 mm"),
        table.captioned(table.beside(hanger, 4), "Door hanger"),
    ]
    return _rows((above, rest), 24)


def roll(made: Made) -> Picture:
    """Return a roll fold: its panels in the order in which they are read, its sides as printed."""
    rows = (_as_read(made, FOLD_SCALE), _as_printed(made, FOLD_SCALE))
    return _rows(rows, 30)


def folds(made: Made) -> Picture:
    """Return the other folds: a zigzag that stands, a sheet folded once as it is read."""
    cover, left, right, back = made.panels(FOLDER_A5, FOLD_SCALE)
    parts = ((cover, "A4 folded once: cover"), (table.beside([left, right]), "inside"))
    once = [table.captioned(table.edged(part), words) for part, words in (*parts, (back, "back"))]
    return _rows((_standing(made, 1.2 * FOLD_SCALE), once), 30)


def _rows(rows: Sequence[Sequence[Picture]], gap: int) -> Picture:
    """Return rows of pictures, each from edge to edge of the table."""
    return table.framed(table.below([table.spaced(row, INNER) for row in rows], gap), MARGIN)


def _as_read(made: Made, scale: float) -> list[Picture]:
    panels = zip(made.panels(ROLL_FOLD, scale), ROLL_FOLD.panels, strict=True)
    return [
        table.captioned(table.edged(picture), f"{number}  {panel.name}")
        for number, (picture, panel) in enumerate(panels, 1)
    ]


def _as_printed(made: Made, scale: float) -> list[Picture]:
    sides = made.pages(f"{ROLL_FOLD.name}.print", _pixels(ROLL_FOLD.width, scale))
    pictures = []
    for side, words in ((Side.OUTSIDE, "Roll fold, printed: outside"), (Side.INSIDE, "inside")):
        folds = [_pixels(fold.at, scale) for fold in ROLL_FOLD.folds if fold.side is side]
        pictures.append(table.captioned(table.folded(sides[side], folds, 18), words))
    return pictures


def _standing(made: Made, scale: float) -> list[Picture]:
    views = ((Side.INSIDE, "Z-fold, opened"), (Side.OUTSIDE, "from behind"))
    return [
        table.captioned(table.standing(made.side(Z_FOLD, side, scale)), words)
        for side, words in views
    ]


def booklet(made: Made) -> Picture:
    """Return the spreads of a booklet, the one of back and cover first."""
    pages = made.pages("booklet-a5", 392)
    ordered = [pages[-1], *pages[:-1]]
    spreads = [table.beside(ordered[at : at + 2]) for at in range(0, len(pages), 2)]
    return _rows([spreads[at : at + 2] for at in range(0, len(spreads), 2)], 32)


def shop(campaign: Made, alternative: Made, public: Made) -> Picture:
    """Return what goes with print files: proofs, sheets of copies, an order sheet."""
    proofs = campaign.pages("roll-fold.proof", 786)
    above = [
        table.captioned(proofs[0], "Proof of a roll fold: cut, folds, safe distance"),
        table.captioned(proofs[2], "and as it is read"),
    ]
    height = 470
    order = table.told(alternative.folder / "order.txt", 19, (530, height))
    below = [
        table.captioned(order, "Order sheet"),
        _laid(alternative, "leaflet-a5", height, "A5, two on A4"),
        _laid(public, "postcard-a6", height, "A6, eight on SRA3"),
    ]
    return _rows((above, below), 30)


def _laid(made: Made, name: str, height: int, words: str) -> Picture:
    """Return the first side of sheets of copies with the marks round them, and what it is."""
    (sheet,) = raster.spread(made.folder / f"{name}.imposed.pdf", 1200, 1)
    small = raster.reduced(sheet, round(height * sheet.width / sheet.height))
    return table.captioned(table.edged(small), words)


def opening(made: Made, programme: Path) -> Picture:
    """Return a programme as it is written and, beside it, some of what becomes of it."""
    gap, room = 26, 1112
    slides = made.pages("deck", (room - gap) // 2)
    leaflet = table.beside(made.tall(FORMATS["leaflet-a5"], 375), 6)
    posts = table.below([table.edged(post) for post in made.posts("social-square", 212)[:2]], gap)
    scale = 438 / to_mm(ROLL_FOLD.height)
    cards = table.below(made.tall(FORMATS["postcard-a6"], 206), gap)
    rows = (
        [slides[0], slides[3]],
        [made.tall(FORMATS["poster-a3"], 450)[0], leaflet, posts],
        [
            table.edged(made.panels(ROLL_FOLD, scale)[0]),
            table.standing(made.side(ROLL_FOLD, Side.INSIDE, scale)),
            cards,
        ],
    )
    shown = table.below([table.spaced(row, room) for row in rows], gap)
    written = table.listing(programme, (WIDTH - 3 * gap - room, shown.height), 19)
    return table.framed(table.beside([written, shown], gap), gap)


def social(made: Made) -> Picture:
    """Return one idea in the four sizes of pictures, in a row; another below it."""
    forms = [made.posts(form.name, round(366 * form.width / form.height)) for form in SOCIAL]
    ideas = list(zip(*forms, strict=False))[:2]
    return _rows([[table.edged(picture) for picture in idea] for idea in ideas], 24)


def slides(made: Made, width: int) -> Picture:
    """Return all slides of a deck, three beside each other."""
    return contact(made.pages("deck", width), 3)


def contact(pictures: list[Picture], across: int, gap: int = 12) -> Picture:
    """Return pictures in rows of `across`."""
    rows = [pictures[at : at + across] for at in range(0, len(pictures), across)]
    return table.framed(table.below([table.beside(row, gap) for row in rows], gap), gap)


def compared(ours: list[Picture], theirs: list[Picture]) -> Picture:
    """Return pages in pairs, two pairs beside each other."""
    return contact(list(chain.from_iterable(zip(ours, theirs, strict=True))), 4)


def _punched(page: Picture, scale: float) -> Picture:
    """Return the page of a door hanger with its hole."""
    hole = DOOR_HANGER.hole
    if hole is None:
        return page
    centre = (_pixels(hole.x, scale), _pixels(hole.y, scale))
    return table.punched(page, centre, _pixels(hole.across, scale))


def _pixels(length: Emu, scale: float) -> int:
    return round(to_mm(length) * scale)
