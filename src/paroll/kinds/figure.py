"""Figure: a number that can be read from the last row."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import ClassVar

from paroll.kinds.kind import (
    OVERLINE,
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    fill,
    layout,
    note_of,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.layout.setting import FOOT, widest
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Section, Words
from paroll.sheet import Anchor, Layout, Slot
from paroll.source import Plain, documented
from paroll.tuples import NamedTuple
from paroll.units import Box, pt


class Figure(Section):
    """A number that can be read from the last row, and what it counts."""

    EXAMPLE: ClassVar[str] = """\
heading: Samarbetet om hjälpmedel
figure: 74
unit: miljoner kronor
text: Så mycket har samarbetsavtalet minskat kostnaderna för medarbetare och kommuner.
"""

    figure: Plain = documented("The number, as it is to stand.", example="74")
    unit: Plain | None = documented("What it counts.", example="miljoner kronor", default=None)
    text: Words = documented("What it means.", example="Så mycket har kostnaderna minskat.")


NUMBER, UNIT = "Number", "Unit"
COLUMNS = 24
"""A unit stands on the first of so many columns that the number leaves free: figures of about
the same width share a layout."""


GAP = pt(10)


class _Sizes(NamedTuple):
    """Sizes of number, unit and text in points, and whether the unit stands beside the number."""

    beside: bool
    number: float
    unit: float
    text: float


STEPS = (
    _Sizes(True, 230, 66, 24),
    _Sizes(True, 230, 66, 22),
    _Sizes(True, 200, 60, 22),
    _Sizes(True, 200, 60, 20),
    _Sizes(True, 160, 54, 20),
    _Sizes(False, 200, 44, 24),
    _Sizes(False, 200, 44, 22),
    _Sizes(False, 200, 44, 20),
    _Sizes(False, 160, 44, 20),
    _Sizes(False, 124, 40, 20),
    _Sizes(False, 96, 36, 20),
    _Sizes(False, 72, 32, 18),
)


def menus(house: House) -> tuple[Menu, ...]:
    """Return the layouts of a number of two digits, and those with a heading over it."""
    return (_menu(house, "24", over=False), _menu(house, "24", over=True))


def _menu(house: House, number: str, *, over: bool) -> Menu:
    """Return the layouts for a number as wide as `number`."""
    ems = widest(house.case, heading_style(pt(100), "ink"), (number,)) / pt(100)

    def make(beside: float, *points: float) -> Layout:
        sizes = _Sizes(bool(beside), *points)
        free = stage(house, Mood.TINT).room.w / COLUMNS
        column = ceil((ems * pt(sizes.number) * 1.03 + GAP) / free) if sizes.beside else COLUMNS
        return _layout(house, over, sizes, min(column, COLUMNS))

    return Menu(make, STEPS, len(STEPS))


@lru_cache
def _layout(house: House, over: bool, sizes: _Sizes, column: int) -> Layout:
    page = stage(house, Mood.TINT)
    palette = page.palette
    # Digits have no descenders: a line a little lower than the type is high enough.
    style = heading_style(pt(sizes.number), palette.accent, 0.84)
    number = part(page.room, 0, 0.1 if over else 0.04, 1, 0.7 if sizes.beside else 0.62)
    if sizes.beside:
        number = number._replace(w=page.room.w * column // COLUMNS - GAP)
    heading = body_slot(
        house,
        part(page.room, 0, 0, 0.95, 0.08),
        (body_style(pt(18), palette.quiet, bold=True),),
        name=OVERLINE,
    )
    name = f"Figure {sizes.number}/{sizes.text}, unit "
    name += f"in column {column}" if sizes.beside else "below"
    return layout(
        page,
        "figure",
        name + (", heading" if over else ""),
        *([heading] if over else []),
        body_slot(house, number, (style,), Anchor.BOTTOM, NUMBER),
        _unit(house, page, number, sizes, column),
        title_slot(
            house,
            part(page.room, 0, 0.755, 0.88, 1),
            body_style(pt(sizes.text), palette.body),
            Anchor.BOTTOM,
        ),
    )


def _unit(house: House, page: Stage, number: Box, sizes: _Sizes, column: int) -> Slot:
    """Return the slot of the unit: on the baseline of the number, or below it."""
    style = heading_style(pt(sizes.unit), page.palette.heading)
    if not sizes.beside:
        return body_slot(house, part(page.room, 0, 0.62, 1, 0.755), (style,), name=UNIT)
    left = page.room.x + page.room.w * column // COLUMNS
    foot = number.bottom - round(FOOT * (pt(sizes.number) - pt(sizes.unit)))
    box = Box.between(left, foot - style.leading, page.room.right, foot)
    return body_slot(house, box, (style,), Anchor.BOTTOM, UNIT)


def drafts(section: Figure, context: Context) -> Iterable[Draft]:
    """Set the number and its unit; what it tells is the page's title."""
    fills: dict[str, Fill] = {NUMBER: fill(section.figure), TITLE: fill(section.text)}
    if section.unit:
        fills[UNIT] = fill(section.unit)
    if section.heading:
        fills[OVERLINE] = fill(section.heading)
    menu = _menu(context.house, section.figure.text, over=bool(section.heading))
    yield Draft(menu, fills, notes=note_of(section))


def brief(section: Figure, context: Context) -> Iterable[Group]:
    """Say the number large, the heading over it, the rest under it."""
    del context
    heading = paragraphs(section.heading, Level.OVER) if section.heading else ()
    number = paragraphs(section.figure, Level.HEADED if heading else Level.FIGURE)
    unit = paragraphs(section.unit, Level.UNIT) if section.unit else ()
    return [(*heading, *number, *unit, *paragraphs(section.text, Level.TEXT))]


def cards(section: Figure, context: Context) -> Iterable[Card]:
    """Make a picture of the number, with what it means below."""
    del context
    number = (section.figure, section.unit)
    yield Card(fill(section.text), over=section.heading, figure=number)


KIND = Kind("figure", Figure, menus, drafts, brief, cards=cards, striking=True)
