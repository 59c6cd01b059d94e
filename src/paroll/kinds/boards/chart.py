"""A chart on a picture: its labels as large as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from paroll.kinds.chart import CHART, Chart
from paroll.kinds.chart_figures import filling
from paroll.kinds.kind import Board, Placed, Room
from paroll.looks.house import BODY, STRONG_BODY, House, whole
from paroll.looks.house import ON_PAPER as OPEN
from paroll.sheet import Anchor, ChartForm, Role, Slot, Style
from paroll.units import Emu, pt

LARGEST = {ChartForm.COLUMN: 32, ChartForm.BAR: 28, ChartForm.STACKED: 28}
LARGEST_BESIDE = 22
"""The largest size of a value, in points; labels beside a line or a pie take of its room."""
LEADING = 1.2
LOUD = 1.25
"""How much larger than the others the value that makes the point may be."""
FILLING = (ChartForm.COLUMN, ChartForm.LINE)
"""Forms that are drawn as high as their room; the others stand in the middle of it."""


def boards(section: Chart, house: House, count: int) -> Sequence[Board]:
    """Return the chart on one board: what is compared is not divided."""
    if count > 1:
        return ()
    chart = filling(section, house, OPEN.ground, titled=False)
    return (
        Board(partial(_place, section.chart), list(_steps(house, section.chart)), {CHART: chart}),
    )


def _steps(house: House, form: ChartForm) -> Iterator[tuple[float, ...]]:
    """Yield sizes of names, values and what is highlighted, in points."""
    largest = LARGEST.get(form, LARGEST_BESIDE)
    sizes = [size / pt(1) for size in house.sizes(largest, house.form.smallest / pt(1))]
    for index, size in enumerate(sizes):
        louder = [loud for loud in sizes[: index + 1] if loud <= size * LOUD]
        yield (size, size, louder[0])
        if louder[0] > size:
            yield (size, size, size)


def _place(form: ChartForm, room: Room, name: float, value: float, loud: float) -> Placed:
    levels = (
        Style(BODY, pt(name), _leading(name), room.palette.body),
        Style(BODY, pt(value), _leading(value), room.palette.quiet),
        Style(STRONG_BODY, pt(loud), _leading(loud), room.palette.body),
    )
    anchor = Anchor.BOTTOM if form in FILLING else Anchor.MIDDLE
    return Placed((Slot(CHART, Role.CHART, room.box, levels, anchor),))


def _leading(size: float) -> Emu:
    return whole(pt(size) * LEADING)
