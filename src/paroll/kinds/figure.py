"""Figure: a number that can be read from the last row."""

from __future__ import annotations

from collections.abc import Iterable

from paroll.kinds.fields import Figure
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
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.sheet import Anchor, Layout
from paroll.units import pt

NUMBER, UNIT, OVERLINE = "Number", "Unit", "Overline"
STEPS = (230, 180, 140, 110, 80)


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of the number."""
    return (Menu(tuple(_layout(house, size) for size in STEPS), len(STEPS)),)


def _layout(house: House, size: float) -> Layout:
    page = stage(house, Mood.TINT)
    palette = page.palette
    number = heading_style(pt(size), palette.accent, 0.9)
    unit = heading_style(pt(44), palette.heading)
    overline = body_style(pt(18), palette.quiet, bold=True)
    title = body_style(pt(24), palette.body)
    return layout(
        page,
        "figure",
        f"Figure {size}",
        body_slot(house, part(page.room, 0, 0, 1, 0.08), (overline,), name=OVERLINE),
        body_slot(house, part(page.room, 0, 0.05, 1, 0.63), (number,), Anchor.BOTTOM, NUMBER),
        body_slot(house, part(page.room, 0, 0.63, 1, 0.77), (unit,), name=UNIT),
        title_slot(house, part(page.room, 0, 0.79, 0.75, 1), title, Anchor.BOTTOM),
    )


def drafts(section: Figure, context: Context) -> Iterable[Draft]:
    """Set the number and its unit; what it tells is the page's title."""
    fills: dict[str, Fill] = {NUMBER: fill(section.figure), TITLE: fill(section.text)}
    if section.unit:
        fills[UNIT] = fill(section.unit)
    if section.heading:
        fills[OVERLINE] = fill(section.heading)
    (menu,) = menus(context.house)
    yield Draft(menu, fills, notes=section.note.text if section.note else "")


def brief(section: Figure, context: Context) -> Iterable[Group]:
    """Say the number large, the rest under it."""
    del context
    unit = paragraphs(section.unit, Level.NAME) if section.unit else ()
    text = paragraphs(section.text, Level.TEXT)
    return [(*paragraphs(section.figure, Level.FIGURE), *unit, *text)]


KIND = Kind("figure", Figure, menus, drafts, brief)
