"""A table among paragraphs, in their size or a little smaller; few programmes have one."""

from __future__ import annotations

from itertools import chain

from paroll.kinds.kind import Group, Level, Pieces
from paroll.kinds.table import TABLE
from paroll.layout.plan import CELL, Plan, plan_of
from paroll.layout.tables import TableFill
from paroll.layout.typecase import Typecase
from paroll.looks.house import House
from paroll.looks.rulings import printed_levels, printed_ruling
from paroll.sheet import Anchor, Role, Slot, Table
from paroll.tuples import NamedTuple
from paroll.units import Emu, to_pt

SMALLER = 0.8
"""How much smaller than the text round it a table may be, to leave its lines whole."""
MOST_LINES = 3
"""How many lines a cell takes at most; what takes more reads better as lines of text."""
BEFORE, AIR = 0.8, 0.2
"""The air above a table, and above and below the text of a row, as parts of the text's size."""
SPACE = 0.5
"""The space between paragraphs that those are meant for, likewise: they grow with it."""


class TableInset(NamedTuple):
    """A table among paragraphs; it is divided between rows, and its header repeated."""

    table: TableFill
    words: tuple[Group, ...]
    house: House

    @property
    def level(self) -> Level:
        """See `Inset.level`."""
        return Level.TEXT

    @property
    def rank(self) -> int:
        """See `Inset.rank`: its figures lose most in words."""
        return 2

    @property
    def ease(self) -> float:
        """See `Inset.ease`."""
        return 1.0

    def stands(self, case: Typecase, slot: Slot) -> bool:
        """See `Inset.stands`."""
        form = self.house.form
        least = self.house.sizes(to_pt(form.largest), to_pt(form.smallest))[-1]
        return bool(self._plan(case, self._at(slot, least, 1.0)))

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
        return self._replace(table=self.table.part(start, stop))

    def set(self, case: Typecase, slot: Slot) -> Table:
        """See `Inset.set`."""
        return self.table.set(case, self._place(case, slot))

    def _place(self, case: Typecase, slot: Slot) -> Slot:
        """Return the slot of the table: the largest type that leaves its lines whole.

        It is never larger than the text round it, and never much smaller. Where lines must be
        broken it is the largest in which they are into two, or else into three.
        """
        body = to_pt(slot.levels[Level.TEXT].size)
        least = max(body * SMALLER, to_pt(self.house.form.smallest))
        sizes = self.house.sizes(body, least) or (slot.levels[Level.TEXT].size,)
        places = [self._at(slot, size, _loose(slot)) for size in sizes]
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
