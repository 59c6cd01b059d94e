"""Facing pages: text from the head of a page to its foot, and colour where two of text are thin.

What is left free of a page stands in one place: between its sections, or under a heading that is
alone there and larger for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from paroll.compose.column import Column, Measure, set_column
from paroll.compose.filled import Job, longest, scaled
from paroll.compose.flow import KEPT_WITH_NEXT, SECTION_HEADS
from paroll.compose.story import undivided
from paroll.kinds.kind import Item, Level, Passage
from paroll.sheet import Mark, Paragraph
from paroll.tuples import NamedTuple
from paroll.units import Emu

THIN = 0.7
"""A page is thin where text takes no more than this part of its room."""
OPENING = (2.0, 1.85, 1.7, 1.55, 1.4, 1.25, 1.1)
"""How much a heading may grow that is alone on a thin page."""
OPENING_LINES = 3
"""How many lines the heading may have for growing."""
CLEAR = 2
"""How many lines are free at least between it and its text."""
OPENS = (Level.HEADING, Level.LEAD)
"""What may stand at the head of a page while its text is at the foot."""
LISTED = (Level.NUMBERED, Level.BULLETED)
LOOSE = 1.8
"""How many lines more than usual are free at most between the points of a list that goes on over
pages."""


class Faced(NamedTuple):
    """A page of running text, and the text on the page that faces it, if there is any.

    What `goes_on` is on the next page, too.
    """

    column: Column
    other: Column | None
    goes_on: bool = False

    @property
    def opens(self) -> bool:
        """Whether its heading may grow: one that faces another grows with it or not at all."""
        may = _may_open(self.column) and not self.goes_on
        return may and (self.other is None or _may_open(self.other))


def right_hand(before: Sequence[float], pairs: int) -> tuple[int, ...]:
    """Choose the pair of pages on whose right hand each idea stands, in their order.

    Each faces the text round its place in the programme, as far as there is a page for each:
    such a part of the text stands `before` it.
    """
    pages = 2 * pairs - len(before)  # those of text

    def astray(places: Sequence[int]) -> float:
        middles = (2 * place + 0.5 - n for n, place in enumerate(places))
        return sum(abs(part * pages - middle) for part, middle in zip(before, middles, strict=True))

    return min(combinations(range(pairs), len(before)), key=astray)


def goes_on(column: Column) -> bool:
    """Say whether what a column begins with goes on from the one before."""
    return bool(column.items) and column.items[0].level not in SECTION_HEADS


def thin(column: Column) -> bool:
    """Say whether one section, which begins there, takes little of a column, all of it text."""
    if not column.items:
        return False
    first, *_ = column.items
    whole = len(column.items) == len(column.paragraphs)
    few = column.height <= column.slot.box.h * THIN or first.level is Level.QUOTE
    return whole and few and first.level in SECTION_HEADS and len(_sections(column.items)) == 1


def braced(job: Job, pages: Sequence[Faced]) -> list[tuple[Mark, ...]]:
    """Return the marks of pages whose texts begin at the head and end at the foot.

    Headings that are alone on their pages grow, two that face each other alike. What goes on from
    the page before and has no heading hangs from the head.
    """
    job = job._replace(measure=job.measure._replace(finely=True))
    return [tuple(_page(job, page)) if page.column.items else () for page in pages]


def _page(job: Job, page: Faced) -> Sequence[Mark]:
    column, measure = page.column, job.measure
    if page.opens:
        both = [column, page.other] if page.other else [column]
        by = next((by for by in OPENING if _stands(job, both, by)), 1.0)
        return _braced(measure, _larger(measure, column, by))
    if len(_sections(column.items)) > 1:
        return _braced(measure, column)
    if page.other:
        return set_column(measure, column.slot, column.items).marks
    if page.goes_on or goes_on(column):
        return _loose(measure, column).marks
    return _braced(measure, column)


def _loose(measure: Measure, column: Column) -> Column:
    """Return a column with more air between its points, from the head."""
    line = column.slot.levels[Level.TEXT].leading
    points = sum(item.level in LISTED for item in column.items[1:])
    free = column.slot.box.h - column.height
    more = min(free // points, round(line * LOOSE)) if points else 0
    levels = (
        style._replace(before=style.before + more * (level in LISTED))
        for level, style in zip(Level, column.slot.levels, strict=True)
    )
    return set_column(measure, column.slot._replace(levels=tuple(levels)), column.items)


def _may_open(column: Column) -> bool:
    return thin(column) and column.items[0].level in OPENS and len(column.items) > 1


def _stands(job: Job, columns: Sequence[Column], by: float) -> bool:
    """Say whether all headings are short, and clear of their texts, if they are so much larger."""
    larger = [_larger(job.measure, column, by) for column in columns]
    free = (column.slot.box.h - column.height for column in larger)
    least = max((CLEAR * c.slot.levels[Level.TEXT].leading for c in larger), default=0)
    most = max(OPENING_LINES, longest(job, columns, OPENS))
    short = longest(job, larger, OPENS) <= most
    return short and all(each >= least for each in free) and undivided(larger)


def _larger(measure: Measure, column: Column, by: float) -> Column:
    levels = (
        scaled(style, by if level in OPENS else 1)
        for level, style in zip(Level, column.slot.levels, strict=True)
    )
    return set_column(measure, column.slot._replace(levels=tuple(levels)), column.items)


def _begins(before: Item, item: Item) -> bool:
    """Say whether a section begins with `item`: after a heading alone, or an address, it does."""
    lone = before.level == item.level == Level.HEADING
    address = isinstance(before, Paragraph) and any(run.link for run in before.runs)
    return item.level in SECTION_HEADS and (lone or address or before.level not in KEPT_WITH_NEXT)


def _sections(items: Passage) -> list[Passage]:
    """Return the items of each section, and first of what goes on from the page before."""
    places = [n for n in range(1, len(items)) if _begins(items[n - 1], items[n])]
    ends = [*places, len(items)]
    return [items[start:end] for start, end in zip([0, *places], ends, strict=True)]


def _braced(measure: Measure, column: Column) -> tuple[Mark, ...]:
    """Return what stands in a column, its parts as far from each other as there is room."""
    slot, box = column.slot, column.slot.box
    parts = [set_column(measure, slot, part) for part in _parts(column)]
    free = box.h - sum(part.height for part in parts)
    top: Emu = box.y
    marks: list[Mark] = []
    for number, part in enumerate(parts):
        place = box._replace(y=top, h=part.height)
        name = f"{slot.name}, section {number + 1}" if number else slot.name
        marks += set_column(measure, slot._replace(name=name, box=place), part.items).marks
        top += part.height + free // max(1, len(parts) - 1)
    return tuple(marks)


def _parts(column: Column) -> list[Passage]:
    """Return the sections of a column; of a single one the heading, and what stands under it.

    A table, a chart or a photograph stays with its heading.
    """
    sections = _sections(column.items)
    first, *rest = column.items
    whole = len(column.items) == len(column.paragraphs)
    if len(sections) > 1 or not rest or not whole or first.level not in OPENS:
        return sections
    return [(first,), tuple(rest)]
