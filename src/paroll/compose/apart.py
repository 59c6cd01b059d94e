"""Text over panels and pages, which are turned or unfolded: no part of it goes on in the next one.

Where that leaves a choice, sections stand together, and panels are as full as their neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import pairwise

from paroll.compose.column import Measure, worded
from paroll.compose.flow import LONE_GROUP, SECTION_HEADS, Cut, cuts_of
from paroll.kinds.kind import Level, Passage
from paroll.sheet import Slot
from paroll.tuples import NamedTuple
from paroll.units import Emu

TORN_SECTION = 4
"""How many lines of unevenness are better than a section that goes on in another column; LONE_GROUP
more are where a single point or piece of it is left alone there."""
TURNED = 2
"""How many times as bad that is where the other column is on another panel."""

Share = tuple[Sequence[Passage], ...]
"""What stands in each column."""


class Keep(IntEnum):
    """What is not parted: a group, two of a section from the others, or a section by a panel."""

    GROUPS = 0
    PAIRS = 1
    SECTIONS = 2


class _Place(NamedTuple):
    """A place where a column may end, before a passage: how little that parts, what it costs."""

    passage: int
    cut: Cut
    parts: int = len(Keep)
    cost: Emu = 0


class _Way(NamedTuple):
    """Columns up to a place: what they cost, and the places at which they end."""

    cost: float
    ends: tuple[int, ...]


def apart(
    measure: Measure, slots: Sequence[Slot], passages: Sequence[Passage], abreast: int, keep: Keep
) -> Share | None:
    """Share out `passages` over equal columns of which so many stand `abreast` on a panel.

    None where they have no room so. No column is empty where there is something for each.
    """
    passages = worded(measure, slots[0], passages)
    near = keep if abreast == 1 else min(keep, Keep.PAIRS)
    kept = [place for place in _places(measure, slots[0], passages) if place.parts >= near]
    # Where there is less than a passage for each column, those at the end may be empty.
    fewest = len(slots) if len(passages) >= len(slots) else 1
    counts = range(fewest, min(len(slots), len(kept) - 1) + 1)
    room = slots[0].box.h
    ways = [way for count in counts if (way := _best(kept, _Columns(count, abreast, keep), room))]
    if not ways:
        return None
    ends = [kept[end].passage for end in min(ways).ends]
    ends += [len(passages)] * (len(slots) - len(ends))
    return tuple(passages[start:end] for start, end in pairwise([0, *ends]))


class _Columns(NamedTuple):
    """How many columns there are, how many of them stand abreast, what no panel parts."""

    number: int
    abreast: int
    keep: Keep


def _best(places: Sequence[_Place], columns: _Columns, room: Emu) -> _Way | None:
    """Return the best way to fill columns, none of them empty or higher than `room`."""
    feet, heads = [p.cut.foot for p in places], [p.cut.head for p in places]
    last, lost = len(places) - 1, max(head - foot for head, foot in zip(heads, feet, strict=True))
    ways = {0: _Way(0, ())}
    for column in range(1, columns.number + 1):
        turned, left = column % columns.abreast == 0, columns.number - column
        # What begins before has no room in the columns that are left.
        first = bisect_left(heads, feet[-1] - left * (room + lost))
        found: dict[int, _Way] = {}
        for end in range(max(first, column), last - left + 1):
            if turned and places[end].parts < columns.keep:
                continue
            if before := min(_columns_to(end, feet[end], heads, ways, room), default=None):
                paid, start = before
                cost = places[end].cost * (TURNED if turned else 1)
                found[end] = _Way(paid + cost, (*ways[start].ends, end))
        ways = found
    return ways.get(last)


def _columns_to(
    end: int, foot: Emu, heads: Sequence[Emu], ways: Mapping[int, _Way], room: Emu
) -> Iterator[tuple[float, int]]:
    """Yield what the ways to a column that ends at `end` cost with it, and where it begins."""
    for start in range(end - 1, -1, -1):
        height = foot - heads[start]
        if height > room:
            return
        if start in ways:
            yield ways[start].cost + height * height / room, start


def _places(measure: Measure, slot: Slot, passages: Sequence[Passage]) -> Iterator[_Place]:
    """Yield the places before each group and after the last."""
    line = slot.levels[Level.TEXT].leading
    cuts = [cut for cut in cuts_of(measure, slot, passages) if cut.opens]
    heads = {0, *(n for n, passage in enumerate(passages) if passage[0].level in SECTION_HEADS)}
    for head, end in pairwise(sorted({*heads, len(passages)})):
        yield _Place(head, cuts[head])
        for n in range(head + 1, end):
            if end - head > 2 and n in (head + 1, end - 1):
                yield _Place(n, cuts[n], Keep.GROUPS, line * (TORN_SECTION + LONE_GROUP))
            else:
                yield _Place(n, cuts[n], Keep.PAIRS, line * TORN_SECTION)
    yield _Place(len(passages), cuts[-1])
