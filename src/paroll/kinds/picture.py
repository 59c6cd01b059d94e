"""Picture: a photograph, what it shows, and a sentence or two beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import product
from typing import ClassVar

from paroll.finding import Finding
from paroll.kinds.kind import (
    BODY,
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    Passage,
    body_slot,
    fill,
    note_of,
    paragraphs,
    picture_slot,
    title_slot,
)
from paroll.kinds.shots import check_alt, shot_of
from paroll.layout.fit import Filling, Menu
from paroll.looks.house import BODY as RUNNING
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.pictures import Place, Stand, stand
from paroll.pictures import Sketch
from paroll.programme import Percent, PicturePath, Section, Words
from paroll.sheet import Layout, Slot, Style
from paroll.source import Plain, documented
from paroll.units import Box, pt


class Picture(Section):
    """A photograph on most of the slide, on half of it, or inside the margins; or a drawing."""

    EXAMPLE: ClassVar[str] = """\
heading: Akuten ska vara nära
picture: bilder/akuten.jpg
alt: Två sjuksköterskor tar emot en patient i en ljus entré.
text: Ingen ska ha längre än en timme till en akutmottagning.
credit: "Foto: Anna Ek"
focus: [60, 40]
"""

    heading: Words = documented("What the page says.", example="Akuten ska vara nära")
    picture: PicturePath = documented(
        "The photograph or SVG drawing: its path from the programme's folder.",
        example="bilder/akuten.jpg",
    )
    alt: Plain | None = documented(
        "What it shows, for those who cannot see it.",
        example="Två sjuksköterskor tar emot en patient.",
        default=None,
    )
    decorative: bool = documented(
        "Whether it says nothing of its own; screen readers then skip it.", default=False
    )
    text: Words | None = documented("A sentence or two beside it.", default=None)
    credit: Plain | None = documented("Who took it.", example="'Foto: Anna Ek'", default=None)
    place: Place = documented("How much of the slide it takes.", default=Place.HALF)
    focus: tuple[Percent, ...] = documented(
        "The point that is never cut away, in per cent from left and from top.",
        example="[60, 30]",
        default=(),
        at_least=2,
        at_most=2,
    )

    def faults(self) -> Iterable[Finding]:
        """See `Section.faults`."""
        return check_alt(self.picture, self.alt, decorative=self.decorative)


PICTURE, CREDIT = "Picture", "Credit"
NARROW = ((40, 20), (36, 20), (32, 20), (32, 18), (28, 18), (24, 18), (22, 18))
WIDE = ((54, 24), (48, 24), (44, 24), (44, 22), (40, 22), (40, 20), (36, 20), (32, 18), (28, 18))
ALONE = {Place.FULL: (44, 40, 36, 32, 28, 24, 22), Place.HALF: (66, 60, 54, 48, 44, 40, 36, 32, 28)}
LINES = (1, 2, 3, 4)
"""How many lines a heading with a text under it may take."""


def menus(house: House) -> tuple[Menu, ...]:
    """Return the layouts of each place, with a text and without."""
    order = (Place.HALF, Place.FULL, Place.INSET)
    return tuple(_menu(house, place, words) for place in order for words in (True, False))


def _menu(house: House, place: Place, words: bool) -> Menu:
    narrow = place is Place.FULL
    if not words:
        sizes = ALONE[Place.FULL if narrow else Place.HALF]
        return Menu(partial(_alone, house, place), [(size,) for size in sizes], len(sizes))
    steps = [(*sizes, lines) for sizes, lines in product(NARROW if narrow else WIDE, LINES)]
    return Menu(partial(_with_text, house, place), steps, len(steps))


@lru_cache
def _with_text(house: House, place: Place, size: float, small: float, lines: int) -> Layout:
    page = stand(house, place)
    style = heading_style(pt(size), page.palette.heading)
    head = page.column._replace(h=style.leading * int(lines))
    text = Box.between(head.x, head.bottom + pt(small * 0.6), head.right, page.column.bottom)
    return _layout(
        house,
        page,
        f"Picture {place} {size}/{small}, heading of {lines}",
        title_slot(house, head, style),
        body_slot(house, text, (body_style(pt(small), page.palette.body, before=0.5),)),
    )


@lru_cache
def _alone(house: House, place: Place, size: float) -> Layout:
    page = stand(house, place)
    style = heading_style(pt(size), page.palette.heading)
    title = title_slot(house, page.column, style, page.anchor)
    return _layout(house, page, f"Picture {place} {size}", title)


def _layout(house: House, page: Stand, name: str, *words: Slot) -> Layout:
    style = Style(RUNNING, pt(13), pt(17), page.palette.quiet)
    credit = body_slot(house, page.credit, (style,), page.credit_anchor, CREDIT)
    picture = picture_slot(house, page.picture, PICTURE)
    slots = (*words, picture, credit, *page.fields)
    return Layout(name, "picture", page.palette.ground, page.furniture, slots)


def drafts(section: Picture, context: Context) -> Iterable[Draft]:
    """Set the picture with its heading, and what else is said of it."""
    shot = shot_of(section.picture, context, section.alt, section.focus)
    fills: dict[str, Filling] = {TITLE: fill(section.heading), PICTURE: shot}
    if section.text:
        fills[BODY] = fill(section.text)
    if section.credit:
        fills[CREDIT] = fill(section.credit)
    place = section.place
    if isinstance(shot.photo, Sketch) and place is Place.HALF:
        place = Place.INSET  # it is shown whole: nothing of it can bleed off the page
    menu = _menu(context.house, place, bool(section.text))
    yield Draft(menu, fills, notes=note_of(section))


def brief(section: Picture, context: Context) -> Iterable[Group]:
    """Say heading and text, if there is text: the first photograph stands on the front."""
    del context
    if not section.text:
        return []
    return [(*paragraphs(section.heading, Level.HEADING), *paragraphs(section.text, Level.TEXT))]


def flowed(section: Picture, context: Context) -> Iterable[Passage]:
    """Set the photograph in the running text, if it does not stand on the front."""
    from paroll.kinds.picture_inset import PictureInset  # noqa: PLC0415  (few programmes have any)

    words = tuple(brief(section, context))
    shot = shot_of(section.picture, context, section.alt, section.focus)
    if isinstance(shot.photo, Sketch) or section.picture.span == context.fronted:
        return words
    credit = paragraphs(section.credit, Level.SMALL) if section.credit else ()
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    inset = PictureInset(shot, words, context.house)
    return [(*paragraphs(section.heading, Level.HEADING), inset, *credit, *text)]


def cards(section: Picture, context: Context) -> Iterable[Card]:
    """Make a picture of the photograph and its heading."""
    shot = shot_of(section.picture, context, section.alt, section.focus)
    yield Card(fill(section.heading), photo=shot, credit=section.credit)


KIND = Kind("picture", Picture, menus, drafts, brief, headed=True, cards=cards, flowed=flowed)
