"""Widths: how wide a table's columns are, from what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise, product
from math import ceil

from paroll.layout.galley import Galley
from paroll.layout.setting import MEASURE, SAFETY, galleys
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Style
from paroll.tuples import NamedTuple
from paroll.units import Emu

Widths = tuple[Emu, ...]

ROOMY = 0.95
"""The part of a column that whole lines take at most. Where the brand's fonts are missing fallbacks
are up to some 5 % wider, and PowerPoint would break a figure between its digits."""

LOOSEST = 2.2
"""How many times as wide as its content a table is at most: the eye must find the next column."""

BLENDS = 5
"""How many ways of sharing too little room are compared."""

GIFTS = (0.01, 0.03, 0.08)
"""Parts of the room that columns give to one of them, to see whether that costs less."""


class Cost(NamedTuple):
    """What widths cost, the worst first: the height of all rows, cells in doubt, lines in all.

    A cell is in doubt if it breaks otherwise where it is a little narrower: some program will.
    """

    height: Emu
    doubts: int
    lines: int


class Need(NamedTuple):
    """How wide a text or a column of texts must be at least, and is where no line is broken."""

    least: Emu = 0
    natural: Emu = 0


def need_of(
    case: Typecase, paragraphs: Sequence[Paragraph], style: Style, *, heads: bool = False
) -> Need:
    """Return what a cell needs; that of a header may be broken in two without harm."""
    lines = [line for p in paragraphs for line in galleys(case, p, style.face)]
    least = max((_longest(line) for line in lines), default=0)
    natural = max((_halved(line) if heads else line.at[-1] for line in lines), default=0)
    return Need(*(_length(ems, style, part) for ems, part in ((least, SAFETY), (natural, ROOMY))))


def _length(ems: float, style: Style, part: float) -> Emu:
    """Return how wide a column is, this part of which takes so many ems; rounding costs nothing."""
    return ceil(ems * style.size / (MEASURE * part)) + 2


def widest(cells: Sequence[Need], padding: Emu) -> Need:
    """Return what a column needs that holds all `cells`, with `padding` beside them."""
    least, natural = (max(lengths) + padding for lengths in zip(*cells, strict=True))
    return Need(least, natural)


def _longest(line: Galley) -> float:
    """Return the width of the widest part that cannot be broken."""
    starts = [0, *(following for _, following in line.stops)]
    ends = (end for end, _ in line.stops)
    return max(line.at[max(s, e)] - line.at[s] for s, e in zip(starts, ends, strict=False))


def _halved(line: Galley) -> float:
    """Return the least width at which `line` takes two lines at most."""
    whole = line.at[-1]
    breaks = ((line.at[end], whole - line.at[following]) for end, following in line.stops)
    return min((max(halves) for halves in breaks), default=whole)


def shares(columns: Sequence[Need], room: Emu, cost: Callable[[Widths], Cost]) -> Widths | None:
    """Return widths of `columns` that together take `room` or less; None if words do not stand.

    Where there is room to spare each gets of it in proportion to what it holds, up to `LOOSEST`.
    Where there is too little, lines are broken where it costs least.
    """
    if sum(column.least for column in columns) > room:
        return None
    natural = [column.natural for column in columns]
    if sum(natural) <= room:
        room = min(room, round(LOOSEST * sum(natural)))
        return _whole([room * width / sum(natural) for width in natural], room)
    best = min((cost(blend), blend) for blend in _blends(columns, room))
    return min([best, *((cost(given), given) for given in _gifts(columns, best[1], room))])[1]


def _blends(columns: Sequence[Need], room: Emu) -> Iterator[Widths]:
    pairs = list(zip(_levelled(columns, room), _in_proportion(columns, room), strict=True))
    for n in range(BLENDS):
        yield _whole([a + (b - a) * n / (BLENDS - 1) for a, b in pairs], room)


def _gifts(columns: Sequence[Need], widths: Widths, room: Emu) -> Iterator[Widths]:
    """Yield what becomes of `widths` if all columns give to one what they can spare."""
    spare = [width - need.least for width, need in zip(widths, columns, strict=True)]
    for taker, part in product(range(len(widths)), GIFTS):
        others = sum(spare) - spare[taker]
        gift = min(room * part, others)
        if gift:
            shares = [space * gift / others for space in spare]
            shares[taker] = -gift
            yield _whole([w - share for w, share in zip(widths, shares, strict=True)], room)


def _in_proportion(columns: Sequence[Need], room: Emu) -> list[float]:
    """Give each column what it must have, and of the rest in proportion to what more it wants."""
    rest = room - sum(column.least for column in columns)
    wanted = sum(column.natural - column.least for column in columns)
    return [c.least + rest * (c.natural - c.least) / wanted for c in columns]


def _levelled(columns: Sequence[Need], room: Emu) -> list[float]:
    """Leave narrow columns whole, and make the wide ones equally wide."""
    low, high = 0, room
    while low < high:
        level = (low + high + 1) // 2
        taken = sum(min(c.natural, max(c.least, level)) for c in columns)
        low, high = (level, high) if taken <= room else (low, level - 1)
    return [min(c.natural, max(c.least, low)) for c in columns]


def _whole(widths: Sequence[float], room: Emu) -> Widths:
    """Round widths so that they still take all of `room`."""
    edges = [0, *(int(edge + 0.5) for edge in accumulate(widths))]
    edges[-1] = room
    return tuple(right - left for left, right in pairwise(edges))
