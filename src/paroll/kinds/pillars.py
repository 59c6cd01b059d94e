"""Pillars: two to four words that carry the programme, and what each means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

from paroll.finding import Span
from paroll.kinds.columns import column_boxes, column_name
from paroll.kinds.kind import (
    BODY,
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    fill,
    joined,
    layout,
    note_of,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import House, band, body_style, heading_style
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Section, Words
from paroll.sheet import Layout, Slot
from paroll.source import NOWHERE, Plain, Record, documented
from paroll.tuples import NamedTuple
from paroll.units import Box, pt


class Pillar(Record):
    """A word that carries, and what it means."""

    word: Plain = documented("The word.", example="Enkelhet")
    text: Words = documented("What it means.", example="Vården ska bli enklare för patienten.")
    span: Span = NOWHERE


class Pillars(Section):
    """Two to four words side by side, each with what it means."""

    EXAMPLE: ClassVar[str] = """\
heading: En ny vårdmodell för Stockholm
text: Vårdsamverkan Stockholm vilar på tre bärande principer.
pillars:
  - word: Enkelhet
    text: Vården ska bli enklare för patienten.
  - word: Ansvar
    text: Vården ska ta ett samlat ansvar för patienten.
  - word: Valfrihet
    text: Patientens valfrihet ska inte bara värnas utan också göras mer meningsfull.
"""

    heading: Words = documented("What they carry.", example="En ny vårdmodell för Stockholm")
    pillars: tuple[Pillar, ...] = documented("Two to four of them.", at_least=2, at_most=4)
    text: Words | None = documented("A sentence before them.", default=None)


STEPS = ((54, 26, 44), (40, 24, 44), (36, 22, 40), (32, 20, 36), (28, 18, 32))
MOST = 4
BAR = pt(7)


def menus(house: House) -> tuple[Menu, ...]:
    """Return a menu for each number of pillars."""
    return tuple(_menu(house, count, intro=True) for count in (3, 2, MOST))


def _menu(house: House, count: int, *, intro: bool) -> Menu:
    return Menu(partial(_layout, house, count, intro), STEPS, len(STEPS))


class _Sizes(NamedTuple):
    """Sizes of a pillar's word, of its text and of the heading, in points."""

    word: float
    text: float
    heading: float


@lru_cache
def _layout(house: House, count: int, intro: bool, *points: float) -> Layout:
    page, sizes = stage(house, Mood.OPEN), _Sizes(*points)
    palette = page.palette
    levels = (
        heading_style(pt(sizes.word), palette.accent),
        body_style(pt(sizes.text), palette.body, before=0.4),
    )
    columns = column_boxes(part(page.room, 0, 0.45 if intro else 0.36, 1, 1), count)
    bars = tuple(band(box._replace(h=BAR), palette.accent) for box in columns)
    slots = (
        body_slot(house, _under(box), levels, name=column_name(n)) for n, box in enumerate(columns)
    )
    return layout(
        page,
        "pillars",
        f"{count} pillars {sizes.text}{'' if intro else ' without text'}",
        title_slot(
            house,
            part(page.room, 0, 0, 0.97, 0.24),
            heading_style(pt(sizes.heading), palette.heading),
        ),
        *([_intro(house, page)] if intro else []),
        *slots,
        marks=bars,
    )


def _intro(house: House, page: Stage) -> Slot:
    style = body_style(pt(20), page.palette.body)
    return body_slot(house, part(page.room, 0, 0.26, 0.8, 0.42), (style,))


def _under(box: Box) -> Box:
    return Box.between(box.x, box.y + BAR + pt(14), box.right, box.bottom)


def drafts(section: Pillars, context: Context) -> Iterable[Draft]:
    """Set the heading and a column for each pillar."""
    fills: dict[str, Fill] = {TITLE: fill(section.heading)}
    if section.text:
        fills[BODY] = fill(section.text)
    for number, pillar in enumerate(section.pillars):
        fills[column_name(number)] = joined(fill(pillar.word), fill(pillar.text, 1))
    menu = _menu(context.house, len(section.pillars), intro=bool(section.text))
    yield Draft(menu, fills, notes=note_of(section))


def brief(section: Pillars, context: Context) -> Iterable[Group]:
    """Say each pillar as a name with its meaning."""
    del context
    groups = [
        (*paragraphs(pillar.word, Level.NAME), *paragraphs(pillar.text, Level.UNDER))
        for pillar in section.pillars
    ]
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    return [(*paragraphs(section.heading, Level.HEADING), *text, *groups[0]), *groups[1:]]


def cards(section: Pillars, context: Context) -> Iterable[Card]:
    """Make a picture of the words alone."""
    del context
    words = joined(*(fill(pillar.word) for pillar in section.pillars))
    yield Card(words, over=section.heading)


KIND = Kind("pillars", Pillars, menus, drafts, brief, headed=True, cards=cards)
