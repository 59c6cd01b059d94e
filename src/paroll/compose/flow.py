"""Flowing text over columns: as even as can be, without tearing apart what belongs together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import isqrt

from paroll.compose.column import (
    Column,
    Measure,
    halves,
    piece_of,
    set_column,
    worded,
)
from paroll.kinds.kind import Item, Level, Passage
from paroll.sheet import Paragraph, Slot
from paroll.tuples import NamedTuple
from paroll.units import Emu

_FIGURES = (Level.OVER, Level.FIGURE, Level.HEADED, Level.UNIT)
_HEADINGS = (Level.HEADING, Level.HEADLINE, Level.LEAD, Level.STATED)
KEPT_WITH_NEXT = (*_HEADINGS, Level.NAME, *_FIGURES)
KEPT_WITH_LAST = (Level.SMALL, Level.UNDER, Level.UNIT, Level.HEADED)
SECTION_HEADS = (Level.HEADING, Level.LEAD, Level.OVER, Level.FIGURE, Level.QUOTE)
WITHIN_GROUP, WITHIN_PARAGRAPH, LONE_GROUP, WITHIN_INSET, INTRODUCED = 2, 3, 5, 8, 12
"""How many lines of unevenness are better than a break there."""


class Cut(NamedTuple):
    """A place to break: before an item, or after `line` lines of it, and what it costs.

    A column that ends here ends at `foot`, one that begins here begins at `head`: depths in a
    single column of unlimited height. It `opens` a passage, or ends the text.
    """

    item: int
    line: int
    cost: Emu
    foot: Emu
    head: Emu
    opens: bool = False


def flow(
    measure: Measure, slots: Sequence[Slot], passages: Sequence[Passage]
) -> tuple[Column, ...]:
    """Set `passages` in columns of the same measure and styles, the highest as low as can be."""
    said = worded(measure, slots[0], passages)
    items = [item for passage in said for item in passage]
    cuts = list(cuts_of(measure, slots[0], said))
    while True:
        ends = _evenest(cuts, len(slots))
        parts = _parts(measure, slots[0], items, ends)
        if isinstance(parts, Cut):
            cuts.remove(parts)
            continue
        return tuple(set_column(measure, *pair) for pair in zip(slots, parts, strict=True))


def cuts_of(measure: Measure, slot: Slot, passages: Sequence[Passage]) -> Iterator[Cut]:
    """Yield every place where a column may begin, from the beginning of the text to its end."""
    items = [item for passage in passages for item in passage]
    starts = set(accumulate((len(passage) for passage in passages), initial=0))
    torn = _torn(passages)
    body = slot.levels[Level.TEXT].leading * measure.reluctance
    above = 0
    for index, item in enumerate(items):
        piece = piece_of(measure, slot, item)
        top = above + (piece.before if index else 0)
        if index in starts:
            introduced = index > 0 and _introduces(items[index - 1])
            cost = INTRODUCED if introduced else LONE_GROUP * (index in torn)
            yield Cut(index, 0, cost * body, above, top, opens=True)
        elif _may_part(items[index - 1], item):
            yield Cut(index, 0, WITHIN_GROUP * body, above, top)
        if item.level not in KEPT_WITH_NEXT:
            cost = WITHIN_PARAGRAPH if isinstance(item, Paragraph) else WITHIN_INSET
            for seam in piece.seams:
                foot = top + seam.foot
                yield Cut(index, seam.lines, cost * body, foot, foot - seam.above)
        above = top + piece.height
    yield Cut(len(items), 0, 0, above, above, opens=True)


class _Way(NamedTuple):
    """Columns up to a cut: what they cost, the highest of them, and the cuts at which they end."""

    cost: Emu
    highest: Emu
    ends: tuple[int, ...]


def _evenest(places: Sequence[Cut], count: int) -> list[Cut]:
    """Return where `count` columns end: the highest is as low as the costs of the cuts are worth.

    The more columns, the less a single cut counts. No column can be lower than their mean, so
    what is lower is as good; and none ends far from where even columns would.
    """
    cuts = [cut._replace(cost=cut.cost // max(1, isqrt(count - 1))) for cut in places]
    feet, last = [cut.foot for cut in cuts], len(cuts) - 1
    widest = max((after.foot - cut.foot for cut, after in pairwise(cuts)), default=0)
    mean, least = feet[-1] // count, feet[-1] // count - max(cut.head - cut.foot for cut in cuts)
    band = mean + widest
    ways = {0: _Way(least, least, ())}
    for column in range(1, count):
        first = bisect_left(feet, column * mean - band)
        beyond = bisect_left(feet, column * mean + band + 1)
        ways = _a_column_more(cuts, ways, sorted({*range(first, beyond), last}))
    (way,) = _a_column_more(cuts, ways, [last]).values()
    return [places[end] for end in way.ends]


def _a_column_more(
    cuts: Sequence[Cut], ways: Mapping[int, _Way], ends: Iterable[int]
) -> dict[int, _Way]:
    """Return the best way to each of `ends` with a column more than `ways` have."""
    found: dict[int, _Way] = {}
    starts = sorted(ways, reverse=True)
    for end in ends:
        foot, cost, stop = cuts[end].foot, cuts[end].cost, end == len(cuts) - 1
        best: tuple[Emu, Emu, _Way] | None = None
        for start in starts:
            if start > end or (start == end and not stop):
                continue  # no column is empty but those after the end
            way, height = ways[start], foot - cuts[start].head
            if best and height > best[0]:
                break  # what begins still earlier is higher and costs more
            highest = max(way.highest, height)
            paid = way.cost - way.highest + highest + (0 if stop else cost)
            if best is None or paid <= best[0]:
                best = (paid, highest, way)
        if best:
            paid, highest, way = best
            found[end] = _Way(paid, highest, (*way.ends, end))
    return found


def _torn(passages: Sequence[Passage]) -> set[int]:
    """Return the places that leave one group of a section alone in a column."""
    places = [*accumulate((len(passage) for passage in passages), initial=0)]
    heads = [n for n, passage in enumerate(passages) if passage[0].level in SECTION_HEADS]
    sections = pairwise([*heads, len(passages)])
    long = [(head, end) for head, end in sections if end - head > 2]
    return {places[n] for head, end in long for n in (head + 1, end - 1)}


def _introduces(item: Item) -> bool:
    """Say whether what follows `item` belongs to it: it ends with a colon."""
    return isinstance(item, Paragraph) and item.text.rstrip().endswith(":")


def _may_part(before: Item, after: Item) -> bool:
    kept = before.level in KEPT_WITH_NEXT or after.level in KEPT_WITH_LAST or _introduces(before)
    return not kept and isinstance(after, Paragraph)  # what stands above an inset introduces it


def _parts(
    measure: Measure, slot: Slot, items: Sequence[Item], ends: Iterable[Cut]
) -> list[list[Item]] | Cut:
    """Return what stands in each column, or the first cut that would part a word or a line."""
    parts: list[list[Item]] = []
    rest, taken, lines = list(items), 0, 0
    for end in ends:
        whole = end.item - taken
        part, rest = rest[:whole], rest[whole:]
        lines = lines if not whole else 0
        if end.line:
            pair = halves(measure, slot, rest[0], end.line - lines)
            if pair is None:
                return end
            part, rest = [*part, pair[0]], [pair[1], *rest[1:]]
        parts.append(part)
        taken, lines = end.item, end.line
    return parts
