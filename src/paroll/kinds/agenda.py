"""Agenda: what the programme holds, each entry a link to its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import ClassVar

from paroll.kinds.columns import WIDE_GUTTER, column_boxes
from paroll.kinds.kind import (
    TITLE,
    Context,
    Draft,
    Group,
    Kind,
    body_slot,
    down,
    fill,
    first_fitting,
    layout,
    note_of,
    stepped,
    title_slot,
)
from paroll.layout.fit import Fill, Menu, balanced
from paroll.looks.house import House, band, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme import Section, Words
from paroll.sheet import Layout, Paragraph, Run
from paroll.source import documented
from paroll.units import Box, pt, to_pt


class Agenda(Section):
    """What the programme holds: the headings of its sections, each a link to its slide."""

    EXAMPLE: ClassVar[str] = """\
agenda: Innehåll
"""

    agenda: Words = documented(
        "The agenda's own heading; its entries are the sections' headings.", example="Innehåll"
    )


STEPS = ((48, 36), (48, 32), (48, 28), (44, 26), (44, 24), (40, 22), (36, 20), (32, 18))
COMFORTABLE = 6
MOST_ALONE, MOST = 6, 12
"""How many entries stand in one column, and on a page in two."""
IN_ONE = tuple((count, 1) for count in range(MOST_ALONE, 0, -1))
IN_TWO = tuple((count, 2) for count in (8, *range(1, 8), *range(9, MOST + 1)))
HIGHEST = pt(64)
RULE = pt(2)


def menus(house: House) -> tuple[Menu, ...]:
    """Return a menu for each number of entries, in two columns and in one."""
    return tuple(_menu(house, *place) for place in (*IN_TWO, *IN_ONE))


def _menu(house: House, count: int, columns: int) -> Menu:
    return Menu(partial(_layout, house, count, columns), STEPS, COMFORTABLE)


@lru_cache
def _layout(house: House, count: int, columns: int, *step: float) -> Layout:
    heading, points = step
    page = stage(house, Mood.OPEN)
    palette, room = page.palette, page.room
    top = Box.between(room.x, room.y, room.right, down(room, 0.19))
    entry = heading_style(pt(points), palette.accent, 1.05)
    cells = _cells(Box.between(room.x, down(room, 0.21), room.right, room.bottom), count, columns)
    slots = (
        body_slot(house, _under(cell), (entry,), name=_name(n)) for n, cell in enumerate(cells)
    )
    return layout(
        page,
        "agenda",
        f"Agenda of {count} {points}{', two columns' if columns > 1 else ''}",
        title_slot(house, top, heading_style(pt(heading), palette.heading)),
        *slots,
        marks=tuple(band(cell._replace(h=RULE), palette.accent) for cell in cells),
    )


def _cells(box: Box, count: int, columns: int) -> list[Box]:
    """Return a place for each entry, one column after the other."""
    rows = -(-count // columns)
    height = min(pt(int(to_pt(box.h) / rows)), HIGHEST)
    places = column_boxes(box, columns, WIDE_GUTTER)
    tops = [box.y + n * height for n in range(rows)]
    return [place._replace(y=top, h=height) for place in places for top in tops][:count]


def _under(cell: Box) -> Box:
    return Box.between(cell.x, cell.y + RULE + pt(4), cell.right, cell.bottom - pt(4))


def _name(number: int) -> str:
    return f"Entry {number + 1}"


def drafts(section: Agenda, context: Context) -> Iterable[Draft]:
    """Set the sections' headings, over as many even pages as they take."""
    entries = [_entry(heading) for heading in context.headings]
    return first_fitting(context.house.case, _candidates(section, context.house, entries))


def _candidates(
    section: Agenda, house: House, entries: Sequence[Paragraph]
) -> Iterator[list[Draft]]:
    """Yield ways to set the entries, best first: small type is better than another page."""
    fewest, columns = -(-len(entries) // MOST), 1 if len(entries) <= MOST_ALONE else 2
    for pages in range(max(1, fewest), max(1, len(entries) // 2) + 1):
        parts = list(_divided(entries, pages))
        menus = [_menu(house, max(1, len(part)), columns) for part in parts]
        drafts = [_draft(section, m, part) for m, part in zip(menus, parts, strict=True)]
        yield from stepped(drafts, len(STEPS))


def _divided(entries: Sequence[Paragraph], pages: int) -> Iterator[Sequence[Paragraph]]:
    sizes = balanced([1] * len(entries), pages)
    for start, size in zip(accumulate(sizes, initial=0), sizes, strict=False):
        yield entries[start : start + size]


def _draft(section: Agenda, menu: Menu, entries: Sequence[Paragraph]) -> Draft:
    fills = {TITLE: fill(section.agenda)}
    for number, entry in enumerate(entries):
        fills[_name(number)] = Fill((entry,), entry.span)
    return Draft(menu, fills, notes=note_of(section))


def _entry(heading: Words) -> Paragraph:
    """Return a heading on one line as a link to the first page of its section."""
    runs = (run for runs in heading.paragraphs for run in (*runs, Run(" ")))
    target = f"#{heading.text}"
    linked = (run._replace(text=run.text.replace("\n", " "), link=target) for run in runs)
    return Paragraph(tuple(linked)[:-1], span=heading.span)


def brief(section: Agenda, context: Context) -> Iterable[Group]:
    """Say nothing: a leaflet is seen at a glance."""
    del section, context
    return []


KIND = Kind("agenda", Agenda, menus, drafts, brief, headed=True, listed=True)
