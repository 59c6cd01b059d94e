"""A timeline on a picture: moments down a line, on as many pictures as they take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from paroll.kinds.kind import Board, Placed, Room, fill
from paroll.kinds.timeline import DOT, LINE, Moment, Timeline, text_name, when_name
from paroll.layout.fit import balanced
from paroll.layout.still import Still
from paroll.looks.house import House, Palette, band, body_style, heading_style
from paroll.sheet import Form, Mark, Role, Shape, Slot
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

LARGEST = 32
"""The largest size of what happens, in points."""
WHEN = 1.25
"""The size of a moment, as a part of that of its text."""
ASIDE = pt(34)
"""How far from the line's left edge the texts stand."""
BESIDE = 0.26
"""How much of the width moments take that stand beside their texts."""
LEAST, MOST = 0.6, 1.8
"""The space between two moments, as a part of the size of their text."""
FEWEST = 2


class _Row(NamedTuple):
    """A moment, its number counted from 0 and what is set of it."""

    number: int
    when: Still
    text: Still


def boards(section: Timeline, house: House, count: int) -> Sequence[Board]:
    """Return the moments on `count` boards, no board with one alone."""
    moments = section.timeline
    if count > len(moments) // FEWEST:
        return ()
    sizes = balanced([1] * len(moments), count)
    starts = accumulate(sizes, initial=0)
    return [
        _board(house, moments[start : start + size])
        for start, size in zip(starts, sizes, strict=False)
    ]


def _board(house: House, moments: Sequence[Moment]) -> Board:
    rows = [
        _Row(number, Still(*fill(moment.when)), Still(*fill(moment.text)))
        for number, moment in enumerate(moments)
    ]
    low = house.form.width > house.form.height
    sizes = house.sizes(LARGEST, house.form.smallest / pt(1))
    steps = [(size / pt(1), beside) for size in sizes for beside in ((0, 1) if low else (0,))]
    fills = {when_name(row.number): row.when for row in rows}
    fills |= {text_name(row.number): row.text for row in rows}
    return Board(partial(_place, house, rows), steps, fills)


def _place(house: House, rows: Sequence[_Row], room: Room, size: float, beside: float) -> Placed:
    """Stand the moments below each other, with what is left of the room between them."""
    box = room.box
    measure = round(box.w * BESIDE) if beside else 0
    pairs = [_pair(house, row, room, size, measure) for row in rows]
    heights = [max(slot.box.bottom for slot in pair) - box.y for pair in pairs]
    free = (box.h - sum(heights)) // max(1, len(rows) - 1)
    gap = min(max(free, pt(size * LEAST)), pt(size * MOST))
    tops = list(accumulate((height + gap for height in heights[:-1]), initial=0))
    middles = [
        box.y + top + pair[0].levels[0].leading // 2 for pair, top in zip(pairs, tops, strict=True)
    ]
    slots = (_moved(slot, top, box) for pair, top in zip(pairs, tops, strict=True) for slot in pair)
    return Placed(tuple(slots), tuple(_line(box.x, middles, room.palette)))


def _pair(house: House, row: _Row, room: Room, size: float, measure: Emu) -> tuple[Slot, Slot]:
    """Return the slots of a moment and its text, as if they were the first.

    The text stands under the moment, or beside it if that has a `measure`.
    """
    when = heading_style(house.sizes(size * WHEN, 0)[0], room.palette.accent, 1.1)
    text = body_style(pt(size), room.palette.body)
    left, top, right, bottom = room.box.x + ASIDE, room.box.y, room.box.right, room.box.bottom
    box = Box.between(left, top, left + measure if measure else right, bottom)
    first = row.when.high(house.case, Slot(when_name(row.number), Role.BODY, box, (when,)))
    if measure:
        left, top = left + measure, top + (when.leading - text.leading) // 2
    else:
        top = first.box.bottom
    box = Box.between(left, top, right, max(top, bottom))
    return first, row.text.high(house.case, Slot(text_name(row.number), Role.BODY, box, (text,)))


def _moved(slot: Slot, down: Emu, room: Box) -> Slot:
    """Return `slot` further down, no lower than the foot of the room."""
    top = slot.box.y + down
    return slot._replace(box=slot.box._replace(y=top, h=max(0, min(slot.box.h, room.bottom - top))))


def _line(left: Emu, middles: Sequence[Emu], palette: Palette) -> Iterator[Mark]:
    """Yield the line from the first moment to the last, and a dot beside each."""
    across = left + (DOT - LINE) // 2
    yield band(Box.between(across, middles[0], across + LINE, middles[-1]), palette.accent)
    for middle in middles:
        yield Shape(Box(left, middle - DOT // 2, DOT, DOT), palette.accent, Form.ELLIPSE)
