"""Tables: rows of texts in a slot, over as many pages as they need, the header on each.

Columns are measured once for all rows, so a table that runs on stands as it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from paroll.finding import Finding, Span
from paroll.layout.fit import Matter
from paroll.layout.plan import CELL, Cell, Cells, Plan, natural_width, plan_of
from paroll.layout.rules import TOO_WIDE
from paroll.layout.setting import break_text, in_fallback, offset, set_text
from paroll.layout.typecase import Typecase
from paroll.sheet import Anchor, Role, Row, Slot, Table, Text
from paroll.source import shortened
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, to_pt


class TableFill(NamedTuple):
    """A table that an author wrote for a slot: rows of as many cells each.

    `alt` returns what it is to those who do not see it, for a number of rows; `start` and `stop`
    say which of the rows below the header stand on this page.
    """

    cells: Cells
    header: bool
    alt: Callable[[int], str]
    span: Span | None = None
    start: int = 0
    stop: int | None = None

    @property
    def items(self) -> int:
        """See `Divisible.items`: the header is none."""
        return len(self._body)

    def part(self, start: int, stop: int) -> TableFill:
        """See `Divisible.part`."""
        return self._replace(start=self.start + start, stop=self.start + stop)

    def heights(self, case: Typecase, slot: Slot) -> tuple[Emu, ...]:
        """See `Divisible.heights`."""
        plan = self._plan(case, slot)
        if not plan.widths:
            return ()
        heights = tuple(plan.heights[row] for row in self._body)
        return heights if max(heights) <= self.room(case, slot) else ()

    def room(self, case: Typecase, slot: Slot) -> Emu:
        """See `Divisible.room`: the header takes some of it."""
        return slot.box.h - sum(self._plan(case, slot).heights[: int(self.header)])

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        plan = self._plan(case, slot)
        heights = sum(plan.heights[row] for row in self._rows) if plan.widths else slot.box.h + 1
        return heights <= slot.box.h and self._fits_in_fallback(case, plan)

    def natural(self, case: Typecase, slot: Slot) -> Emu:
        """Return how wide the table is in the styles of `slot` if no line of it is broken."""
        return natural_width(case, self.cells, self.header, slot)

    def set(self, case: Typecase, slot: Slot) -> Table:
        """See `Filling.set`."""
        plan = self._plan(case, slot)
        heights = [plan.heights[row] for row in self._rows]
        top = slot.box.y + offset(slot.anchor, slot.box.h - sum(heights))
        tops = accumulate(heights, initial=top)
        rows = (
            Row(height, tuple(_texts(case, plan, row, y, height)))
            for row, y, height in zip(self._rows, tops, heights, strict=False)
        )
        box = Box(slot.box.x, top, sum(plan.widths), sum(heights))
        alt = self.alt(len(self._body))
        return Table(slot, box, plan.widths, tuple(rows), self.header, alt, self.span)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | Finding | None:
        """See `Filling.culprit`: the table is too wide, or a cell of it too full."""
        plan = self._plan(case, slot)
        if not plan.widths:
            return _too_wide(plan)
        if self.fits(case, slot):
            return None
        row = max(self._rows, key=lambda row: plan.heights[row])
        others = sum(plan.heights[other] for other in self._rows if other != row)
        places = _places(plan, row, 0, slot.box.h - others)
        return Matter(*max(places, key=lambda place: break_text(case, *place).height))

    def _fits_in_fallback(self, case: Typecase, plan: Plan) -> bool:
        """Say whether it stands in its slot without the brand's fonts, where `case` has others."""
        if not case.fallback:
            return True
        total = 0
        for row in self._rows:
            cells = [break_text(case, *place) for place in _places(plan, row, 0, 0)]
            others = [in_fallback(case, cell) for cell in cells]
            if any(cell.width > cell.slot.box.w for cell in others):
                return False
            air = 2 * plan.slot.ruling.air
            total += max(plan.heights[row], air + max(cell.height for cell in others))
        return total <= plan.slot.box.h

    def _plan(self, case: Typecase, slot: Slot) -> Plan:
        return plan_of(case, self.cells, self.header, slot)

    @property
    def _body(self) -> range:
        return range(len(self.cells))[int(self.header) :][self.start : self.stop]

    @property
    def _rows(self) -> list[int]:
        return [*range(int(self.header)), *self._body]


def _places(plan: Plan, row: int, top: Emu, height: Emu) -> Iterator[tuple[Slot, Cell]]:
    """Yield where each cell of a row stands, and what stands there.

    Headers stand above what they name, so they share their last lines; all else its first.
    """
    air = plan.slot.ruling.air
    anchor = Anchor.BOTTOM if plan.heads(row) else Anchor.TOP
    edges = accumulate(plan.widths, initial=plan.slot.box.x)
    for column, (left, right) in enumerate(pairwise(edges)):
        before, after = plan.padding(row, column)
        box = Box.between(left + before, top + air, right - after, top + height - air)
        name = f"{plan.slot.name} {row + 1}.{column + 1}"
        place = Slot(name, Role.BODY, box, (plan.style(row, column),), anchor)
        yield place, plan.cells[row][column]


def _texts(case: Typecase, plan: Plan, row: int, top: Emu, height: Emu) -> Iterator[Text]:
    for place, cell in _places(plan, row, top, height):
        yield set_text(case, place, cell, span=cell[0].span if cell else None)


def _too_wide(plan: Plan) -> Finding:
    """Say how many columns fit, at the first that does not."""
    room = plan.slot.box.w
    fitting = sum(edge <= room for edge in accumulate(plan.least))
    size = f"{to_pt(plan.slot.levels[CELL].size):g} pt, the smallest size"
    message = (
        f"table is {to_pt(sum(plan.least)):.0f} pt wide at {size}; there is room for "
        f"{to_pt(room):.0f}: {fitting} of its {len(plan.least)} columns"
    )
    first = next((row[fitting] for row in plan.cells if row[fitting]), ())
    hint = (
        f"leave columns out, divide the table in two, or shorten words such as “{_longest(plan)}”"
    )
    return TOO_WIDE.at(first[0].span if first else None, message, hint)


def _longest(plan: Plan) -> str:
    """Return the longest word of the widest column."""
    widest = max(range(len(plan.least)), key=lambda column: plan.least[column])
    words = (word for row in plan.cells for p in row[widest] for word in p.text.split(" "))
    return shortened(max(words, key=len))
