"""Figure: a number that can be read from the last row."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

from paroll.kinds.kind import (
    TITLE,
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
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme import Section, Words
from paroll.sheet import Anchor, Layout
from paroll.source import Plain, documented
from paroll.units import pt


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


NUMBER, UNIT, OVERLINE = "Number", "Unit", "Overline"
STEPS = (
    (230, 24),
    (200, 24),
    (200, 22),
    (200, 20),
    (160, 22),
    (160, 20),
    (124, 20),
    (96, 20),
    (72, 18),
)


def menus(house: House) -> tuple[Menu, ...]:
    """Return the layouts of a number alone, and those with a heading over it."""
    return (_menu(house, over=False), _menu(house, over=True))


def _menu(house: House, *, over: bool) -> Menu:
    steps = STEPS[1:] if over else STEPS
    return Menu(partial(_layout, house, over), steps, len(steps))


@lru_cache
def _layout(house: House, over: bool, size: float, small: float) -> Layout:
    page = stage(house, Mood.TINT)
    palette = page.palette
    # Digits have no descenders: a line a little lower than the type is high enough.
    number = heading_style(pt(size), palette.accent, 0.84)
    overline = body_style(pt(18), palette.quiet, bold=True)
    top = 0.1 if over else 0.04
    heading = body_slot(house, part(page.room, 0, 0, 0.95, 0.08), (overline,), name=OVERLINE)
    return layout(
        page,
        "figure",
        f"Figure {size}/{small}{' with heading' if over else ''}",
        *([heading] if over else []),
        body_slot(house, part(page.room, 0, top, 1, 0.62), (number,), Anchor.BOTTOM, NUMBER),
        body_slot(
            house,
            part(page.room, 0, 0.62, 1, 0.755),
            (heading_style(pt(44), palette.heading),),
            name=UNIT,
        ),
        title_slot(
            house,
            part(page.room, 0, 0.755, 0.88, 1),
            body_style(pt(small), palette.body),
            Anchor.BOTTOM,
        ),
    )


def drafts(section: Figure, context: Context) -> Iterable[Draft]:
    """Set the number and its unit; what it tells is the page's title."""
    fills: dict[str, Fill] = {NUMBER: fill(section.figure), TITLE: fill(section.text)}
    if section.unit:
        fills[UNIT] = fill(section.unit)
    if section.heading:
        fills[OVERLINE] = fill(section.heading)
    yield Draft(_menu(context.house, over=bool(section.heading)), fills, notes=note_of(section))


def brief(section: Figure, context: Context) -> Iterable[Group]:
    """Say the number large, the rest under it."""
    del context
    unit = paragraphs(section.unit, Level.NAME) if section.unit else ()
    text = paragraphs(section.text, Level.TEXT)
    return [(*paragraphs(section.figure, Level.FIGURE), *unit, *text)]


KIND = Kind("figure", Figure, menus, drafts, brief)
