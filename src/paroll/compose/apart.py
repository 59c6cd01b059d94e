"""Text over panels and pages, which are turned or unfolded: no part of it goes on in the next one.

Where that leaves a choice, sections stand together, and panels are as full as their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from paroll.compose.column import Measure, worded
from paroll.compose.flow import LONE_GROUP, SECTION_HEADS, Cut, cuts_of
from paroll.kinds.kind import Level, Passage
from paroll.sheet import Slot
from paroll.tuples import NamedTuple
from paroll.units import Emu

TORN_SECTION = 3
"""How many lines of unevenness are better than a section that goes on in another column; LONE_GROUP
more are where a single point or piece of it is left alone there."""
TURNED = 2
"""How many times as bad that is where the other column is on another panel."""

Share = tuple[Sequence[Passage], ...]
"""What stands in each column."""


class Keep(IntEnum):
    """What is not parted: a group, two of a section from the others, or a section."""

    GROUPS = 0
    PAIRS = 1
    SECTIONS = 2


class _Place(NamedTuple):
    """A place where a column may end, what that costs, and what it parts if not all is kept."""

    cut: Cut
    parts: Keep | None = None
    cost: Emu = 0


class _Way(NamedTuple):
    """Columns up to a place: what they cost, and the places at which they end."""

    cost: float
    ends: tuple[int, ...]


def apart(
    measure: Measure, slots: Sequence[Slot], passages: Sequence[Passage], abreast: int, keep: Keep
) -> Share | None:
    """Share out `passages` over columns of which so many stand `abreast` on a panel.

    None where they have no room so.
    """
    passages = worded(measure, slots[0], passages)
    places = list(_places(measure, slots[0], passages))
    sparse = len(passages) < len(slots)
    ways = {0: _Way(0, ())}
    for column, slot in enumerate(slots, 1):
        turned = TURNED if column % abreast == 0 else 1
        found: dict[int, _Way] = {}
        for start, way in ways.items():
            for end, height in _reach(places, start, slot.box.h, keep):
                if start == end and not sparse:
                    continue
                even = height * height / slot.box.h
                paid = way.cost + places[end].cost * turned + even
                if end not in found or paid < found[end].cost:
                    found[end] = _Way(paid, (*way.ends, end))
        ways = found
    best = ways.get(len(passages))
    if best is None:
        return None
    return tuple(passages[start:end] for start, end in pairwise((0, *best.ends)))


def _reach(
    places: Sequence[_Place], start: int, room: Emu, keep: Keep
) -> Iterator[tuple[int, Emu]]:
    """Yield where a column may end that begins at `start`, and how high it then is.

    Columns after the end are empty.
    """
    if start == len(places) - 1:
        yield start, 0
    for end in range(start + 1, len(places)):
        height = places[end].cut.foot - places[start].cut.head
        if height > room:
            return
        parts = places[end].parts
        if parts is None or parts >= keep:
            yield end, height


def _places(measure: Measure, slot: Slot, passages: Sequence[Passage]) -> Iterator[_Place]:
    """Yield the places before each group and after the last."""
    line = slot.levels[Level.TEXT].leading
    cuts = [cut for cut in cuts_of(measure, slot, passages) if cut.opens]
    heads = {0, *(n for n, passage in enumerate(passages) if passage[0].level in SECTION_HEADS)}
    for head, end in pairwise(sorted({*heads, len(passages)})):
        yield _Place(cuts[head])
        for n in range(head + 1, end):
            if end - head > 2 and n in (head + 1, end - 1):
                yield _Place(cuts[n], Keep.GROUPS, line * (TORN_SECTION + LONE_GROUP))
            else:
                yield _Place(cuts[n], Keep.PAIRS, line * TORN_SECTION)
    yield _Place(cuts[-1])
