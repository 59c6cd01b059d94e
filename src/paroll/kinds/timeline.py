"""Timeline: what happens when, along a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import ClassVar

from paroll.finding import Span
from paroll.kinds.columns import column_boxes
from paroll.kinds.kind import (
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    down,
    fill,
    first_fitting,
    layout,
    note_of,
    paragraphs,
    part,
    stepped,
    title_slot,
)
from paroll.layout.fit import Menu, balanced
from paroll.looks.house import House, band, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme import Section, Words
from paroll.sheet import Anchor, Form, Layout, Mark, Shape, Slot
from paroll.source import NOWHERE, Plain, Record, documented
from paroll.tuples import NamedTuple
from paroll.units import Box, pt


class Moment(Record):
    """A moment, and what happens then."""

    when: Plain = documented("When it is, as it is to be read.", example="Dag 1")
    text: Words = documented("What happens.", example="Vi stoppar nedläggningarna.")
    span: Span = NOWHERE


class Timeline(Section):
    """What happens when, along a line."""

    EXAMPLE: ClassVar[str] = """\
heading: De första hundra dagarna
timeline:
  - when: Dag 1
    text: Vi stoppar nedläggningen av akuten i Sollefteå.
  - when: Vecka 2
    text: Fria arbetsskor för all personal i vården.
  - when: Dag 50
    text: Hälsosamtal till alla 75-åringar.
  - when: Dag 100
    text: En plan mot hyrberoendet är antagen.
"""

    heading: Words = documented("What it leads to.", example="De första hundra dagarna")
    timeline: tuple[Moment, ...] = documented(
        "The moments in their order; paroll divides long timelines.", at_least=2
    )


class _Sizes(NamedTuple):
    """Sizes of moments, text and heading in points, and how many lines a moment may take."""

    when: float
    text: float
    heading: float
    lines: float


STEPS = (
    _Sizes(54, 28, 44, 1),
    _Sizes(44, 26, 44, 1),
    _Sizes(40, 24, 44, 1),
    _Sizes(36, 22, 44, 1),
    _Sizes(32, 22, 44, 1),
    _Sizes(28, 20, 44, 1),
    _Sizes(24, 20, 40, 1),
    _Sizes(28, 20, 40, 2),
    _Sizes(24, 18, 36, 2),
    _Sizes(22, 18, 32, 3),
)
COMFORTABLE = 7
COUNTS = (3, 2, 4, 5)
MOST = max(COUNTS)
LINE, DOT = pt(4), pt(20)
AT = 0.5
"""How far down its room the line stands."""


def menus(house: House) -> tuple[Menu, ...]:
    """Return a menu for each number of moments."""
    return tuple(_menu(house, count) for count in COUNTS)


def _menu(house: House, count: int) -> Menu:
    return Menu(partial(_layout, house, count), STEPS, COMFORTABLE)


@lru_cache
def _layout(house: House, count: int, *step: float) -> Layout:
    sizes = _Sizes(*step)
    page = stage(house, Mood.OPEN)
    palette = page.palette
    heading = heading_style(pt(sizes.heading), palette.heading)
    return layout(
        page,
        "timeline",
        f"{count} moments {sizes.when}/{sizes.text}{_on_lines(sizes.lines)}",
        title_slot(house, part(page.room, 0, 0, 0.97, 0.24), heading),
        *_slots(house, column_boxes(page.room, count), sizes),
        marks=tuple(_line(page.room, count, palette.accent)),
    )


def _on_lines(lines: float) -> str:
    return f", on {lines} lines" if lines > 1 else ""


def _slots(house: House, boxes: Iterable[Box], sizes: _Sizes) -> Iterator[Slot]:
    """Yield for each moment its slot over the line, and that of its text under it."""
    palette = stage(house, Mood.OPEN).palette
    when = heading_style(pt(sizes.when), palette.accent)
    text = body_style(pt(sizes.text), palette.body, before=0.4)
    high = round(sizes.lines * when.leading)
    for number, box in enumerate(boxes):
        at = down(box, AT)
        over = Box.between(box.x, at - DOT - high, box.right, at - DOT)
        under = Box.between(box.x, at + DOT, box.right, box.bottom)
        yield body_slot(house, over, (when,), Anchor.BOTTOM, when_name(number))
        yield body_slot(house, under, (text,), name=text_name(number))


def _line(room: Box, count: int, colour: str) -> Iterator[Mark]:
    """Yield the line over the whole room, and a dot where each column begins."""
    at = down(room, AT)
    yield band(Box(room.x, at - LINE // 2, room.w, LINE), colour)
    for box in column_boxes(room, count):
        yield Shape(Box(box.x, at - DOT // 2, DOT, DOT), colour, Form.ELLIPSE)


def when_name(number: int) -> str:
    """Return the name of the slot of a moment, counted from 0."""
    return f"Moment {number + 1}"


def text_name(number: int) -> str:
    """Return the name of the slot of what happens then, counted from 0."""
    return f"Text {number + 1}"


def drafts(section: Timeline, context: Context) -> Iterable[Draft]:
    """Set the moments along a line, in even parts of the same type sizes where one is too short."""
    return first_fitting(context.house.case, _candidates(section, context.house))


def _candidates(section: Timeline, house: House) -> Iterator[list[Draft]]:
    """Yield ways to set the moments, best first: more pages are better than small type."""
    total = len(section.timeline)
    fewest, most = -(-total // MOST), max(1, total // 2)
    for steps in (COMFORTABLE, len(STEPS)):
        for pages in range(fewest, most + 1):
            parts = _parts(section, pages)
            yield from stepped([_draft(section, house, part) for part in parts], steps)


def _parts(section: Timeline, pages: int) -> Iterator[Sequence[Moment]]:
    sizes = balanced([1] * len(section.timeline), pages)
    for start, size in zip(accumulate(sizes, initial=0), sizes, strict=False):
        yield section.timeline[start : start + size]


def _draft(section: Timeline, house: House, moments: Sequence[Moment]) -> Draft:
    fills = {TITLE: fill(section.heading)}
    for number, moment in enumerate(moments):
        fills[when_name(number)] = fill(moment.when)
        fills[text_name(number)] = fill(moment.text)
    return Draft(_menu(house, len(moments)), fills, notes=note_of(section))


def brief(section: Timeline, context: Context) -> Iterable[Group]:
    """Say each moment as a name with what happens under it."""
    del context
    first, *rest = (
        (*paragraphs(moment.when, Level.NAME), *paragraphs(moment.text, Level.UNDER))
        for moment in section.timeline
    )
    return [(*paragraphs(section.heading, Level.HEADING), *first), *rest]


def cards(section: Timeline, context: Context) -> Iterable[Card]:
    """Make a picture of them, or several where one is too small."""
    from paroll.kinds.boards.timeline import boards  # noqa: PLC0415  (only for pictures)

    yield Card(fill(section.heading), Mood.OPEN, boards=partial(boards, section, context.house))


KIND = Kind("timeline", Timeline, menus, drafts, brief, headed=True, cards=cards, listed=True)
