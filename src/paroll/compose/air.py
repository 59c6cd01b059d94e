"""Air: room that is left comes between groups, then within them, until columns end together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from paroll.compose.column import Column, Measure, piece_of, set_column
from paroll.kinds.kind import Item
from paroll.sheet import Paragraph, Slot
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt


class Air(NamedTuple):
    """How much the spaces of a text are stretched: between groups, and between their paragraphs."""

    outer: float = 1
    inner: float = 1

    def no_more(self, than: Air) -> Air:
        """Return this air where it is less than another, the other where it is not."""
        return Air(min(self.outer, than.outer), min(self.inner, than.inner))


USUAL = Air()
WITHIN = 0.4
"""How much of the air between groups comes within them, until there is enough between groups."""
ROUNDED = pt(0.1)
"""How much room is kept for the lengths in an inset, which are rounded each by itself."""
UNEVEN = 1.5
"""How much more air than its neighbour's a column may have."""

Airy = Callable[[Air], Sequence[Slot]]
"""The slots of columns, in styles with so much air."""


def aired(
    measure: Measure, columns: Sequence[Column], slots: Airy, most: Air, uneven: float = UNEVEN
) -> tuple[Column, ...]:
    """Return `columns`, set with the usual air, with as much as fills them, at most `most`.

    None has more than `uneven` times the air of the fullest.
    """
    spaces = [_spaces(measure, *each) for each in zip(columns, _tried(slots), strict=True)]
    airs = [space.filled(most) for space in spaces]
    least = Air(*map(min, zip(*airs, strict=True)))
    most = Air(least.outer * uneven, least.inner * uneven).no_more(most)
    finely = measure._replace(finely=True)
    return tuple(
        set_column(finely, slots(space.filled(most))[n], columns[n].items)
        for n, space in enumerate(spaces)
    )


def _tried(slots: Airy) -> Sequence[tuple[Slot, Slot, Slot]]:
    """Return each slot in the usual styles, with twice the outer air, with twice the inner."""
    return list(zip(slots(USUAL), slots(Air(2, 1)), slots(Air(1, 2)), strict=True))


class _Spaces(NamedTuple):
    """The spaces of a column between groups and within them, and what of its slot is free."""

    outer: Emu
    inner: Emu
    free: Emu

    def filled(self, most: Air) -> Air:
        """Return the air that fills the slot, as far as there may be so much."""
        rate = self.outer + self.inner * WITHIN
        outer = min(most.outer, 1 + self.free / rate) if rate else 1
        inner = min(most.inner, 1 + (outer - 1) * WITHIN)
        rest = self.free - self.outer * (outer - 1) - self.inner * (inner - 1)
        return Air(outer, min(most.inner, inner + max(0, rest) / self.inner) if self.inner else 1)


def _spaces(measure: Measure, column: Column, tried: tuple[Slot, Slot, Slot]) -> _Spaces:
    usual, outer, inner = (_between(measure, slot, column) for slot in tried)
    insets = len(column.items) - len(column.paragraphs)
    rounded = len(column.items) + insets * ROUNDED
    free = column.slot.box.h - column.height - rounded
    return _Spaces(outer - usual, inner - usual, max(0, free))


def _between(measure: Measure, slot: Slot, column: Column) -> Emu:
    """Return the sum of all spaces in a column in the styles of `slot`, with what grows with them.

    The rows of a table do.
    """
    spaces = sum(_before(measure, slot, item) for item in column.items[1:])
    insets = (item for item in column.items if not isinstance(item, Paragraph))
    return spaces + sum(piece_of(measure, slot, inset).height for inset in insets)


def _before(measure: Measure, slot: Slot, item: Item) -> Emu:
    if isinstance(item, Paragraph):
        return slot.levels[item.level].before
    return piece_of(measure, slot, item).before
