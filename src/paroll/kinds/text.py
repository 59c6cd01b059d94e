"""Text: a heading and running text beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

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
    layout,
    note_of,
    paragraphs,
    title_slot,
)
from paroll.kinds.side import side_heading, side_name, spaced, step_name, text_levels
from paroll.layout.fit import Menu
from paroll.looks.house import House
from paroll.looks.stage import Mood, stage
from paroll.programme import Section, Words
from paroll.sheet import Layout
from paroll.source import documented
from paroll.units import pt


class Text(Section):
    """A heading and running text."""

    EXAMPLE: ClassVar[str] = """\
heading: Om regionstyrelsen
text: >
  Regionstyrelsen består av 15 heltidsarvoderade ledamöter och är regionens ledande politiska
  förvaltningsorgan.
"""

    heading: Words = documented("What the text is about.", example="Om regionstyrelsen")
    text: Words = documented(
        "The text; a blank line parts paragraphs.", example="Styrelsen har 15 …"
    )


STEPS = ((26, 0), (24, 0), (22, 0), (20, 0), (20, 1), (18, 0), (18, 1))
COMFORTABLE = 5


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of the text."""
    return (Menu(partial(_layout, house), STEPS, COMFORTABLE),)


@lru_cache
def _layout(house: House, size: float, tight: float) -> Layout:
    side = stage(house, Mood.SIDE)
    levels = text_levels(pt(size), side.palette.body, side.palette.quiet)
    title = title_slot(house, side.head, side_heading(house, side), side.head_anchor)
    body = body_slot(house, side.room, spaced(levels, tight=tight), side.room_anchor)
    return layout(
        side, "text", side_name(house, f"Text {step_name(size, tight=tight)}"), title, body
    )


def drafts(section: Text, context: Context) -> Iterable[Draft]:
    """Set the heading and the text; it runs on between paragraphs."""
    fills = {TITLE: fill(section.heading), BODY: fill(section.text)}
    (menu,) = menus(context.house)
    yield Draft(menu, fills, divides=BODY, notes=note_of(section))


def brief(section: Text, context: Context) -> Iterable[Group]:
    """Say the same on paper."""
    del context
    first, *rest = paragraphs(section.text, Level.TEXT)
    heading = paragraphs(section.heading, Level.HEADING)
    return [(*heading, first), *((paragraph,) for paragraph in rest)]


def cards(section: Text, context: Context) -> Iterable[Card]:
    """Make a picture of the heading, with the text below."""
    del context
    yield Card(fill(section.heading), Mood.OPEN, under=fill(section.text, 1))


KIND = Kind("text", Text, menus, drafts, brief, headed=True, beside=True, cards=cards)
