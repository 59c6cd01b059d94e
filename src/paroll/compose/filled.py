"""Columns that are filled: with larger headings, then with air, alike on all panels."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from paroll.compose.air import USUAL, Air, aired
from paroll.compose.apart import Share
from paroll.compose.column import Column, Measure, set_column
from paroll.compose.story import MOST, all_inside, undivided
from paroll.kinds.columns import column_boxes, column_name
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Level, Passage
from paroll.layout.setting import break_paragraph
from paroll.looks.folders import GUTTER, Leaf
from paroll.looks.house import House, whole
from paroll.sheet import Family, Mark, Role, Slot, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu

LARGER = (
    (1.4, Air(1.75, 1.3)),
    (1.3, Air(1.6, 1.25)),
    (1.2, Air(1.45, 1.2)),
    (1.1, Air(1.3, 1.1)),
)
"""How much what is set in the heading face may grow to fill the panels, and the least air it then
has round it."""
STRIKING = (1.7, 1.55, 1.4, 1.25, 1.1)
"""How much figures and quotations may grow on a panel that has room, whatever is on the others."""
HEADINGS = (Level.HEADING, Level.HEADLINE)
FIGURES = (Level.FIGURE, Level.HEADED, Level.UNIT)
LOWEST = 0.3
"""How far down its room a text begins at most, as a part of the room's height."""
HEAD_LINES = 3
"""How many lines a heading may have for growing."""
UNEVEN = 1.25
"""How much more air than the fullest a panel may have: one sees them side by side."""


class Job(NamedTuple):
    """What is to be set, and what with; not below the size `least` without need."""

    house: House
    measure: Measure
    passages: Sequence[Passage]
    least: Emu


class Rooms(NamedTuple):
    """Leaves with so many columns `abreast` on each."""

    leaves: Sequence[Leaf]
    abreast: int

    def slots(self, size: Emu, display: float = 1, air: Air = USUAL) -> tuple[Slot, ...]:
        """Return the columns, in the colours of their grounds."""
        levels = {
            palette: tuple(scaled(style, display) for style in flow_levels(size, palette, *air))
            for palette in {leaf.palette: None for leaf in self.leaves}
        }
        rooms = (
            (box, levels[leaf.palette])
            for leaf in self.leaves
            for box in column_boxes(leaf.room, self.abreast, GUTTER)
        )
        return tuple(
            Slot(column_name(n), Role.BODY, box, styles) for n, (box, styles) in enumerate(rooms)
        )


def scaled(style: Style, display: float) -> Style:
    """Return a style larger if it is one of the heading face."""
    if style.face.family is not Family.HEADING:
        return style
    return style._replace(size=whole(style.size * display), leading=whole(style.leading * display))


def set_in(job: Job, slots: Sequence[Slot], share: Share) -> tuple[Column, ...]:
    """Set in each column what stands there."""
    return tuple(
        set_column(job.measure, slot, (item for passage in passages for item in passage))
        for slot, passages in zip(slots, share, strict=True)
    )


def filled(job: Job, rooms: Rooms, size: Emu, share: Share) -> tuple[Column, ...]:
    """Set columns with headings as large, and as much air, as they hold, alike in all.

    They hang from one line, the fullest of them down to its foot if it is not too short.
    """
    most = max(HEAD_LINES, longest(job, set_in(job, rooms.slots(size), share), HEADINGS))

    def good(display: float, air: Air) -> bool:
        columns = set_in(job, rooms.slots(size, display, air), share)
        return undivided(columns) and longest(job, columns, HEADINGS) <= most

    display, air = next((step for step in LARGER if good(*step)), (1.0, USUAL))
    slots = partial(rooms.slots, size, display)
    even = aired(job.measure, set_in(job, slots(), share), slots, MOST, UNEVEN)
    job = job._replace(measure=job.measure._replace(finely=True))
    if not all_inside(even):
        even = set_in(job, slots(air), share)  # what grows with the air, a table, had no room
    panels = (even[n : n + rooms.abreast] for n in range(0, len(even), rooms.abreast))
    columns = [column for panel in panels for column in _striking(job, panel)]
    free = min(column.slot.box.h - column.height for column in columns)
    down = min(free, round(columns[0].slot.box.h * LOWEST))
    return tuple(_lowered(job, column, down) for column in columns)


def _striking(job: Job, panel: Sequence[Column]) -> Sequence[Column]:
    """Return the columns of a panel with figures and quotations as large as they have room."""
    said = {paragraph.level for column in panel for paragraph in column.paragraphs}
    if said.isdisjoint((*FIGURES, Level.QUOTE)):
        return panel
    figures = longest(job, panel, FIGURES)
    for by in STRIKING:
        columns = [
            set_column(job.measure, _struck(column.slot, by), column.items) for column in panel
        ]
        if undivided(columns) and longest(job, columns, FIGURES) <= figures:
            return columns
    return panel


def _struck(slot: Slot, by: float) -> Slot:
    """Return a slot whose figures and quotations are larger."""
    levels = (
        scaled(style, by if level in (*FIGURES, Level.QUOTE) else 1)
        for level, style in zip(Level, slot.levels, strict=True)
    )
    return slot._replace(levels=tuple(levels))


def longest(job: Job, columns: Sequence[Column], levels: Collection[Level]) -> int:
    """Return how many lines the longest paragraph of some levels takes."""
    blocks = (
        break_paragraph(job.measure.case, column.slot, paragraph, job.measure.divide)
        for column in columns
        for paragraph in column.paragraphs
        if paragraph.level in levels
    )
    return max((len(block.lines) for block in blocks), default=0)


def _lowered(job: Job, column: Column, down: Emu) -> Column:
    """Return `column` with what stands in it so much lower, in the same slot."""
    slot, box = column.slot, column.slot.box
    low = slot._replace(box=box._replace(y=box.y + down, h=box.h - down))
    marks = set_column(job.measure, low, column.items).marks
    return column._replace(marks=tuple(_in(slot, low, mark) for mark in marks))


def _in(slot: Slot, low: Slot, mark: Mark) -> Mark:
    return mark._replace(slot=slot) if isinstance(mark, Text) and mark.slot == low else mark
