"""A spread: running text over the panels of a folded sheet or the pages of a booklet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from paroll.compose.column import (
    Column,
    Measure,
    best_way,
    piece_of,
    worded,
)
from paroll.compose.flow import flow
from paroll.compose.story import COMFORTABLE, all_inside, loosened, undivided
from paroll.kinds.columns import column_boxes, column_name
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Passage
from paroll.looks.folders import GUTTER, Leaf
from paroll.looks.house import House, Palette
from paroll.sheet import Role, Slot
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm, to_pt

LARGEST = 14
"""The largest body size in points; beyond it a folder would look like a poster."""
EMS = 17
"""How many ems a line has at least where text grows: some 36 letters."""
AIR = (2.2, 1.9, 1.75, 1.6, 1.45, 1.3, 1.15, 1.0)
"""How much the space between paragraphs may be stretched to fill the panels."""
WIDE, LONGEST = mm(105), 31
"""From which width on a panel has room for two columns, and how many ems a line has at most where
it has one: some 70 letters."""
UNEVEN_AIR = 1.7
"""How much more air than its neighbours' a panel may have."""


class Spread(NamedTuple):
    """Running text as it stands: a column for each panel, and the size it is set in."""

    columns: tuple[Column, ...]
    size: Emu

    @property
    def over(self) -> Emu:
        """How much too high the highest column is; below 0 where all stand in their panels."""
        return max(column.height - column.slot.box.h for column in self.columns)

    @property
    def stands(self) -> bool:
        """Whether all of it stands inside its panels."""
        return all(column.inside for column in self.columns)

    @property
    def filled(self) -> float:
        """How much of its panels the text takes."""
        room = sum(column.slot.box.h for column in self.columns)
        return sum(column.height for column in self.columns) / room


def spread(
    house: House, measure: Measure, leaves: Sequence[Leaf], groups: Sequence[Passage]
) -> Spread:
    """Set `groups` over `leaves` as large as they go, then with as much air.

    The leaves are equal but for what stands round their rooms. A wide one has two columns where
    its lines would be too long. What they do not hold is set in the smallest size. Insets give way
    to words where text would be too small for them to be read with ease.
    """
    return best_way(
        groups,
        lambda said: _spread(house, measure, leaves, said),
        lambda text: text.size if text.stands else 0,
        round(house.form.smallest * COMFORTABLE),
    )


def _spread(
    house: House, measure: Measure, leaves: Sequence[Leaf], groups: Sequence[Passage]
) -> Spread:
    wide = leaves[0].room.w
    alone = _set(house, measure, _rooms(leaves, 1), groups)
    if wide < WIDE or (alone.stands and alone.size * LONGEST >= wide):
        return alone
    return _set(house, measure._replace(reluctance=1), _rooms(leaves, 2), groups)


class _Room(NamedTuple):
    """A column of a leaf, in the colours of its ground."""

    box: Box
    palette: Palette


def _rooms(leaves: Sequence[Leaf], columns: int) -> list[_Room]:
    return [
        _Room(box, leaf.palette)
        for leaf in leaves
        for box in column_boxes(leaf.room, columns, GUTTER)
    ]


def _set(
    house: House, measure: Measure, rooms: Sequence[_Room], groups: Sequence[Passage]
) -> Spread:
    """Set `groups` in columns of the same measure."""
    most = min(LARGEST, to_pt(rooms[0].box.w) / EMS)
    sizes = house.sizes(max(most, to_pt(house.form.smallest)), to_pt(house.form.smallest))[::-1]

    def at(size: Emu, air: float) -> tuple[Column, ...]:
        return flow(measure, _slots(rooms, size, air), groups)

    fitting = 0
    for good in (undivided, all_inside) if _may_hold(measure, rooms, groups, sizes[0]) else ():
        fitting = bisect_left(sizes, True, key=lambda size: not good(at(size, AIR[-1])))
        if fitting:
            break
    if not fitting:
        return Spread(at(sizes[0], AIR[-1]), sizes[0])
    size = sizes[fitting - 1]
    air, columns = next((air, c) for air in AIR if all_inside(c := at(size, air)))
    looser = [_slots(rooms, size, more) for more in AIR if more <= air * UNEVEN_AIR]
    return Spread(tuple(loosened(measure, n, c, looser) for n, c in enumerate(columns)), size)


def _may_hold(
    measure: Measure, rooms: Sequence[_Room], groups: Sequence[Passage], size: Emu
) -> bool:
    """Say whether all lines have room at this size, however they are shared out."""
    slot = _slots(rooms[:1], size, AIR[-1])[0]
    items = (item for passage in worded(measure, slot, groups) for item in passage)
    heights = (piece_of(measure, slot, item).height for item in items)
    return sum(heights) <= sum(room.box.h for room in rooms)


def _slots(rooms: Sequence[_Room], size: Emu, air: float) -> list[Slot]:
    return [
        Slot(column_name(n), Role.BODY, room.box, flow_levels(size, room.palette, air))
        for n, room in enumerate(rooms)
    ]
