"""A table on a picture: few rows, whole, and as large as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from paroll.finding import Finding, Span
from paroll.kinds.boards import TOO_MANY
from paroll.kinds.kind import Board, Placed, Room
from paroll.kinds.rows import said
from paroll.kinds.table import TABLE, Table, table_cells
from paroll.layout.fit import Matter
from paroll.layout.plan import plan_of
from paroll.layout.tables import TableFill
from paroll.layout.typecase import Typecase
from paroll.looks.house import House, whole
from paroll.looks.rulings import ruling, table_levels
from paroll.sheet import Anchor, Role, Slot
from paroll.sheet import Table as Drawn
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt, to_pt

LARGEST = 36
"""The largest size of a cell, in points."""
LEAST_AIR, MOST_AIR = 0.22, 1.1
"""The air above and below the text of a row, as a part of its size."""
GUTTER, EDGE = 0.6, 0.2
"""The space between columns, and at a table's sides if it has any, likewise."""


class _Whole(NamedTuple):
    """A table that is not divided; what it lacks is room for its rows."""

    table: TableFill

    @property
    def span(self) -> Span | None:
        """See `Filling.span`."""
        return self.table.span

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        return self.table.fits(case, slot)

    def set(self, case: Typecase, slot: Slot) -> Drawn:
        """See `Filling.set`."""
        return self.table.set(case, slot)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | Finding | None:
        """See `Filling.culprit`: it is too wide, or has more rows than there is room for."""
        found = self.table.culprit(case, slot)
        if not isinstance(found, Matter):
            return found
        heads = int(self.table.header)
        plan = plan_of(case, self.table.cells, self.table.header, slot)
        fitting, room = 0, slot.box.h - sum(plan.heights[:heads])
        for height in plan.heights[heads:]:
            room -= height
            fitting += room >= 0
        size = to_pt(slot.levels[0].size)
        message = (
            f"the table has {self.table.items} rows; at {size:g} pt, the smallest size, there is "
            f"room for {fitting}"
        )
        return TOO_MANY.at(self.span, message, "show fewer rows or columns, or shorten its texts")


def boards(section: Table, house: House, count: int) -> Sequence[Board]:
    """Return the table on one board: a header seen on another picture helps nobody."""
    if count > 1:
        return ()
    table = TableFill(
        table_cells(section), section.header, partial(_told, section, house), section.table.span
    )
    sizes = [size / pt(1) for size in house.sizes(LARGEST, house.form.smallest / pt(1))]
    steps = [(size, unbroken) for unbroken in (1, 0) for size in sizes]
    return (Board(partial(_place, house, table), steps, {TABLE: _Whole(table)}),)


def _told(section: Table, house: House, _: int) -> str:
    """Return the table as it is read aloud: its columns, then a line for each row."""
    return section.alt.text if section.alt else "\n".join(_lines(section, house))


def _lines(section: Table, house: House) -> Iterator[str]:
    names = [cell.text for cell in section.cells[0] if cell.text]
    if section.header and names:
        columns = house.phrases.columns.format(names=", ".join(names))
        yield f"{columns[:1].upper()}{columns[1:]}"
    for row, _ in said(section.cells, header=section.header):
        label, _, rest = "".join(run.text for run in row).partition("\n")
        yield f"{label}: {rest}" if rest else label


def _place(house: House, table: TableFill, room: Room, size: float, unbroken: float) -> Placed:
    """Give the rows as much air as there is room for."""
    levels = table_levels(house, pt(size), room.palette.body, house.form.smallest)
    least, most = whole(pt(size) * LEAST_AIR), whole(pt(size) * MOST_AIR)
    ruled = ruling(house, least)
    ruled = ruled._replace(
        gutter=whole(pt(size) * GUTTER), edge=min(ruled.edge, whole(pt(size) * EDGE))
    )
    slot = Slot(TABLE, Role.TABLE, room.box, levels, Anchor.TOP, ruling=ruled)
    if unbroken and table.natural(house.case, slot) > room.box.w:
        return Placed((slot._replace(box=room.box._replace(h=0)),))
    plan = plan_of(house.case, table.cells, table.header, slot)
    air = least + _share(room.box.h - sum(plan.heights), 2 * len(plan.heights))
    return Placed((slot._replace(ruling=ruled._replace(air=max(least, min(most, air)))),))


def _share(free: Emu, parts: int) -> Emu:
    """Return a part of what is free, rounded down to half points."""
    return free // max(1, parts) // pt(0.5) * pt(0.5)
