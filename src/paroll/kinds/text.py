"""Text: a heading and running text beside it."""

from __future__ import annotations

from collections.abc import Iterable

from paroll.kinds.fields import Text
from paroll.kinds.kind import (
    BODY,
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
    title_slot,
)
from paroll.kinds.side import side_heading, text_levels
from paroll.layout.fit import Menu
from paroll.looks.house import House
from paroll.looks.stage import Mood, stage
from paroll.sheet import Anchor, Layout
from paroll.units import pt

STEPS = (28, 26, 24, 22, 20, 18)
COMFORTABLE = 5


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of the text."""
    return (Menu(tuple(_layout(house, size) for size in STEPS), COMFORTABLE),)


def _layout(house: House, size: float) -> Layout:
    side = stage(house, Mood.SIDE)
    levels = text_levels(pt(size), side.palette.body, side.palette.quiet)
    title = title_slot(house, side.head, side_heading(house, side), side.head_anchor)
    body = body_slot(house, side.room, levels, Anchor.MIDDLE)
    return layout(side, "text", f"Text {size}", title, body)


def drafts(section: Text, context: Context) -> Iterable[Draft]:
    """Set the heading and the text; it runs on between paragraphs."""
    fills = {TITLE: fill(section.heading), BODY: fill(section.text)}
    (menu,) = menus(context.house)
    yield Draft(menu, fills, divides=BODY, notes=section.note.text if section.note else "")


def brief(section: Text, context: Context) -> Iterable[Group]:
    """Say the same on paper."""
    del context
    first, *rest = paragraphs(section.text, Level.TEXT)
    heading = paragraphs(section.heading, Level.HEADING)
    return [(*heading, first), *((paragraph,) for paragraph in rest)]


KIND = Kind("text", Text, menus, drafts, brief)
