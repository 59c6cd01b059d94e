"""Points: the workhorse. A heading, and what is to be done, point by point."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

from paroll.kinds.kind import (
    BODY,
    BULLET,
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
from paroll.kinds.side import (
    locator_slot,
    side_heading,
    side_name,
    spaced,
    step_name,
    text_levels,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import HEADING, House, body_style, type_size, whole
from paroll.looks.stage import Mood, stage
from paroll.programme import Point, Section, Words
from paroll.sheet import Layout, MarkerStyle, Paragraph
from paroll.source import documented
from paroll.units import Emu, pt


class Points(Section):
    """A heading and what is promised under it, point by point."""

    EXAMPLE: ClassVar[str] = """\
heading: Rätt vård i rätt tid
points:
  - Investera i robotkirurgi vid sjukhuset i Sundsvall.
  - text: Införa hälsosamtal till alla 75-åringar med fokus på framtida vård och omsorgsbehov.
    short: Hälsosamtal till alla 75-åringar
"""

    heading: Words = documented("What the points are about.", example="Rätt vård i rätt tid")
    points: tuple[Point, ...] = documented("The points; paroll divides long lists.")
    text: Words | None = documented("A sentence before the points.", default=None)
    footnote: Words | None = documented("A remark below the last point.", default=None)


POINT, INTRODUCTION, FOOTNOTE = 0, 1, 2
STEPS = ((28, 0), (26, 0), (24, 0), (22, 0), (22, 1), (20, 0), (18, 0), (18, 1))
"""Sizes, and whether lines and points are set close: what is tried before a list is divided."""
COMFORTABLE = 5
NUMBER_SIZE = 1.6
"""How large a number is beside its point; PowerPoint keeps it as a percentage."""


def menus(house: House) -> tuple[Menu, ...]:
    """Return the numbered and the bulleted layouts."""
    return (_menu(house, numbered=True), _menu(house, numbered=False))


def _menu(house: House, *, numbered: bool) -> Menu:
    return Menu(partial(_layout, house, numbered), STEPS, COMFORTABLE)


@lru_cache
def _layout(house: House, numbered: bool, points: float, tight: float) -> Layout:
    side, size = stage(house, Mood.SIDE), pt(points)
    palette = side.palette
    title = side_heading(house, side)
    marker = number_style(size, palette.accent) if numbered else bullet_style(size, palette.accent)
    point = body_style(size, palette.body, before=0.9)._replace(
        indent=pt(66) if numbered else whole(size * 1.2),
        marker=marker,
    )
    levels = (point, *text_levels(size, palette.body, palette.quiet))
    name = f"{'Numbered points' if numbered else 'Points'} {step_name(points, tight=tight)}"
    return layout(
        side,
        "points",
        side_name(house, name),
        title_slot(house, side.head, title, side.head_anchor),
        locator_slot(house, side),
        body_slot(house, side.room, spaced(levels, tight=tight), side.room_anchor),
    )


def number_style(size: Emu, colour: str) -> MarkerStyle:
    """Return how the number of a point of this size is set."""
    return MarkerStyle(HEADING, type_size(size * NUMBER_SIZE), colour)


def bullet_style(size: Emu, colour: str) -> MarkerStyle:
    """Return how the bullet of a point of this size is set."""
    return MarkerStyle(HEADING, size, colour, BULLET)


def drafts(section: Points, context: Context) -> Iterable[Draft]:
    """Set the heading, and the points with what introduces and follows them."""
    numbered = any(point.span in context.numbers for point in section.points)
    parts = [_point(point, context) for point in section.points]
    if section.text:
        parts.insert(0, fill(section.text, INTRODUCTION))
    if section.footnote:
        parts.append(fill(section.footnote, FOOTNOTE))
    fills = {
        TITLE: fill(section.heading),
        BODY: Fill(sum((part.paragraphs for part in parts), ()), section.points[0].span),
    }
    menu = _menu(context.house, numbered=numbered)
    said = ((point.text.span, point.note.text) for point in section.points if point.note)
    yield Draft(menu, fills, divides=BODY, notes=note_of(section), asides=tuple(said))


def _point(point: Point, context: Context) -> Fill:
    number = context.numbers.get(point.span)
    return Fill(paragraphs(point.text, POINT, str(number) if number else BULLET), point.span)


def brief(section: Points, context: Context) -> Iterable[Group]:
    """Say each point in its short form; the heading stays with the first, if there is one."""
    groups: list[Group] = [_brief_point(p, context) for p in section.points if p.leaflet]
    if section.text:
        groups.insert(0, paragraphs(section.text, Level.TEXT))
    if section.footnote:
        groups.append(paragraphs(section.footnote, Level.SMALL))
    if not groups:
        return []
    first, *rest = groups
    return [(*paragraphs(section.heading, Level.HEADING), *first), *rest]


def _brief_point(point: Point, context: Context) -> tuple[Paragraph, ...]:
    number = context.numbers.get(point.span)
    text = point.short or point.text
    level = Level.NUMBERED if number else Level.BULLETED
    return paragraphs(text, level, str(number) if number else BULLET)


def cards(section: Points, context: Context) -> Iterable[Card]:
    """Make a picture of each point, in its short form."""
    for point in section.points:
        hero, number = fill(point.short or point.text), context.numbers.get(point.span, 0)
        yield Card(hero, over=section.heading, point=number, chosen=point.social)


KIND = Kind("points", Points, menus, drafts, brief, headed=True, beside=True, cards=cards)
