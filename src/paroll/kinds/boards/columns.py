"""Two columns on a picture: beside each other, one over the other, or on a picture each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from paroll.kinds.columns import BAR, Columns, column_boxes, column_fill, column_levels, column_name
from paroll.kinds.kind import Board, Placed, Room
from paroll.layout.still import Still
from paroll.looks.house import House, band
from paroll.sheet import Role, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, pt

LARGEST = 36
"""The largest size of the points, in points."""
NAME = 1.3
"""The size of a column's name, as a part of that of its points."""
GUTTER, BETWEEN, UNDER = pt(28), 1.3, pt(10)
"""The space between columns; between one and the one below it, as a part of its type; under a bar.
"""


class _Column(NamedTuple):
    """A column: its slot's name, what stands in it, the colour of its bar and its name."""

    slot: str
    text: Still
    second: bool


def boards(section: Columns, house: House, count: int) -> Sequence[Board]:
    """Return both columns on one board, or each on a board of its own."""
    columns = [
        _Column(column_name(number), Still(*column_fill(column)), number > 0)
        for number, column in enumerate(section.columns)
    ]
    parts = {1: [columns], 2: [[column] for column in columns]}.get(count, [])
    return [_board(house, part) for part in parts]


def _board(house: House, columns: Sequence[_Column]) -> Board:
    sizes = house.sizes(LARGEST, house.form.smallest / pt(1))
    ways = (len(columns), 1) if len(columns) > 1 else (1,)
    steps = [(size / pt(1), across) for size in sizes for across in ways]
    fills = {column.slot: column.text for column in columns}
    return Board(partial(_place, house, columns), steps, fills)


def _place(house: House, columns: Sequence[_Column], room: Room, *step: float) -> Placed:
    size, across = step
    name = house.sizes(size * NAME, 0)[0] / pt(1)
    boxes = column_boxes(room.box, int(across), GUTTER)
    slots, bars, top = [], [], room.box.y
    for column, box in zip(columns, boxes * (len(columns) // int(across)), strict=True):
        colour = room.palette.accent if column.second else room.palette.heading
        below = Box.between(box.x, top, box.right, max(top, room.box.bottom))
        slot = _slot(house, column, below, column_levels(room.palette, name, size, colour))
        bars.append(band(Box(box.x, top, box.w, BAR), colour))
        slots.append(slot)
        if across == 1:
            top = slot.box.bottom + pt(size * BETWEEN)
    return Placed(tuple(slots), tuple(bars))


def _slot(house: House, column: _Column, box: Box, levels: tuple[Style, ...]) -> Slot:
    under = Box.between(box.x, box.y + BAR + UNDER, box.right, max(box.bottom, box.y + BAR + UNDER))
    return column.text.high(house.case, Slot(column.slot, Role.BODY, under, levels))
