"""A table among paragraphs, in their size or a little smaller; few programmes have one."""

from __future__ import annotations

from itertools import chain

from paroll.kinds.kind import Group, Level, Pieces
from paroll.kinds.labelled import Labelled
from paroll.kinds.table import TABLE
from paroll.layout.plan import CELL, Plan, plan_of
from paroll.layout.tables import TableFill
from paroll.layout.typecase import Typecase
from paroll.looks.house import House
from paroll.looks.rulings import printed_levels, printed_ruling
from paroll.sheet import Anchor, Role, Slot, Table
from paroll.units import Emu

MOST_LINES = 3
"""How many lines a cell takes at most; what takes more reads better as lines of text."""
BEFORE, AIR = 0.8, 0.2
"""The air above a table, and above and below the text of a row, as parts of the text's size."""
SPACE = 0.5
"""The space between paragraphs that those are meant for, likewise: they grow with it."""


class TableInset(Labelled):
    """A table among paragraphs; it is divided between rows, and its header repeated."""

    rank = 2  # its figures lose most in words

    def __init__(self, table: TableFill, words: tuple[Group, ...], house: House) -> None:
        super().__init__(words, house)
        self.table = table

    def stands(self, case: Typecase, slot: Slot) -> bool:
        """See `Inset.stands`."""
        return bool(self._plan(case, self._at(slot, self.smallest, 1.0)))

    def pieces(self, case: Typecase, slot: Slot) -> Pieces:
        """See `Inset.pieces`."""
        plan = self._plan(case, self._place(case, slot))
        if not plan:
            return Pieces()
        heads = int(self.table.header)
        body = plan.heights[heads:][self.table.start : self.table.stop]
        before = round(slot.levels[Level.TEXT].size * BEFORE * _loose(slot))
        return Pieces(before, sum(plan.heights[:heads]), body)

    def part(self, start: int, stop: int | None = None) -> TableInset:
        """See `Inset.part`."""
        stop = self.table.items if stop is None else stop
        return TableInset(self.table.part(start, stop), self.words, self.house)

    def set(self, case: Typecase, slot: Slot) -> Table:
        """See `Inset.set`."""
        return self.table.set(case, self._place(case, slot))

    def _place(self, case: Typecase, slot: Slot) -> Slot:
        """Return the slot of the table: the largest type that leaves its lines whole.

        It is never larger than the text round it, and never much smaller. Where lines must be
        broken it is the largest in which they are into two, or else into three.
        """
        places = [self._at(slot, size, _loose(slot)) for size in self.sizes(slot)]
        unbroken = (p for p in places if self.table.natural(case, p) <= p.box.w)
        counts = range(2, MOST_LINES + 1)
        broken = (p for lines in counts for p in places if self._plan(case, p, lines))
        return next(chain(unbroken, broken), places[-1])

    def _at(self, slot: Slot, size: Emu, loose: float) -> Slot:
        colour = slot.levels[Level.TEXT].colour
        levels = printed_levels(self.house, size, colour)
        ruled = printed_ruling(self.house, size, int(size * AIR * loose))
        name = f"{slot.name}, {TABLE.lower()}"
        return Slot(name, Role.TABLE, slot.box, levels, Anchor.TOP, ruling=ruled)

    def _plan(self, case: Typecase, place: Slot, lines: int = MOST_LINES) -> Plan | None:
        """Return how the table stands; None where it is too wide or a cell takes too many lines."""
        plan = plan_of(case, self.table.cells, self.table.header, place)
        most = lines * place.levels[CELL].leading + 2 * place.ruling.air
        return plan if plan.widths and max(plan.heights) <= most else None


def _loose(slot: Slot) -> float:
    """Return how much the space between the paragraphs of `slot` is stretched."""
    style = slot.levels[Level.TEXT]
    return style.before / style.size / SPACE
