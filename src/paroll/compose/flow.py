"""Flowing text over columns: as even as can be, without tearing apart what belongs together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import isqrt

from paroll.kinds.kind import Group, Level
from paroll.layout.galley import Divide
from paroll.layout.setting import break_paragraph, parted, set_text
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Slot, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu

KEPT_WITH_NEXT = (Level.HEADING, Level.NAME, Level.FIGURE, Level.LEAD, Level.UNIT)
KEPT_WITH_LAST = (Level.SMALL, Level.UNDER, Level.UNIT)
FEWEST_LINES = 2
"""How many lines of a paragraph at least stand at the foot and at the head of a column."""
SECTION_HEADS = (Level.HEADING, Level.LEAD, Level.FIGURE, Level.QUOTE)
WITHIN_GROUP, WITHIN_PARAGRAPH, LONE_GROUP = 2, 3, 5
"""How many lines of unevenness are better than a break there."""


class Measure(NamedTuple):
    """What text is set with: faces, and how words are divided.

    Columns that stand far apart are reluctant to break: it costs so many times what it does in
    columns side by side.
    """

    case: Typecase
    divide: Divide | None
    reluctance: int = 1


class _Cut(NamedTuple):
    """A place to break: before a paragraph, or after `line` lines of it, and what it costs.

    A column that ends here ends at `foot`, one that begins here begins at `head`: depths in a
    single column of unlimited height.
    """

    paragraph: int
    line: int
    cost: Emu
    foot: Emu
    head: Emu


def flow(measure: Measure, slots: Sequence[Slot], groups: Sequence[Group]) -> tuple[Text, ...]:
    """Set `groups` in columns of the same measure and styles, the highest as low as can be."""
    paragraphs = [paragraph for group in groups for paragraph in group]
    cuts = list(_cuts(measure, slots[0], groups, paragraphs))
    while True:
        ends = _evenest(cuts, len(slots))
        parts = _parts(measure, slots[0], paragraphs, ends)
        if isinstance(parts, _Cut):
            cuts.remove(parts)
            continue
        return tuple(
            set_text(measure.case, slot, part, divide=measure.divide)
            for slot, part in zip(slots, parts, strict=True)
        )


def _cuts(
    measure: Measure, slot: Slot, groups: Sequence[Group], paragraphs: Sequence[Paragraph]
) -> Iterator[_Cut]:
    """Yield every place where a column may begin, from the beginning of the text to its end."""
    starts = set(accumulate((len(group) for group in groups), initial=0))
    torn = _torn(groups)
    body = slot.levels[Level.TEXT].leading * measure.reluctance
    above = 0
    for index, paragraph in enumerate(paragraphs):
        block = break_paragraph(measure.case, slot, paragraph, measure.divide)
        top = above + (block.style.before if index else 0)
        if index in starts:
            cost = LONE_GROUP * body * (index in torn)
            yield _Cut(index, 0, cost, above, top)
        elif _may_part(paragraphs[index - 1], paragraph):
            yield _Cut(index, 0, WITHIN_GROUP * body, above, top)
        if paragraph.level not in KEPT_WITH_NEXT:
            for line in range(FEWEST_LINES, len(block.lines) - FEWEST_LINES + 1):
                at = top + line * block.style.leading
                yield _Cut(index, line, WITHIN_PARAGRAPH * body, at, at)
        above = top + block.height
    yield _Cut(len(paragraphs), 0, 0, above, above)


class _Way(NamedTuple):
    """Columns up to a cut: what they cost, the highest of them, and the cuts at which they end."""

    cost: Emu
    highest: Emu
    ends: tuple[int, ...]


def _evenest(places: Sequence[_Cut], count: int) -> list[_Cut]:
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
    cuts: Sequence[_Cut], ways: Mapping[int, _Way], ends: Iterable[int]
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


def _torn(groups: Sequence[Group]) -> set[int]:
    """Return the places that leave one group of a section alone in a column."""
    places = [*accumulate((len(group) for group in groups), initial=0)]
    heads = [n for n, group in enumerate(groups) if group[0].level in SECTION_HEADS]
    sections = pairwise([*heads, len(groups)])
    long = [(head, end) for head, end in sections if end - head > 2]
    return {places[n] for head, end in long for n in (head + 1, end - 1)}


def _may_part(before: Paragraph, after: Paragraph) -> bool:
    return before.level not in KEPT_WITH_NEXT and after.level not in KEPT_WITH_LAST


def _parts(
    measure: Measure, slot: Slot, paragraphs: Sequence[Paragraph], ends: Iterable[_Cut]
) -> list[list[Paragraph]] | _Cut:
    """Return what stands in each column, or the first cut that would part a word or a line."""
    parts: list[list[Paragraph]] = []
    rest, taken, lines = list(paragraphs), 0, 0
    for end in ends:
        whole = end.paragraph - taken
        part, rest = rest[:whole], rest[whole:]
        lines = lines if not whole else 0
        if end.line:
            halves = parted(measure.case, slot, rest[0], end.line - lines, measure.divide)
            if halves is None:
                return end
            part, rest = [*part, halves[0]], [halves[1], *rest[1:]]
        parts.append(part)
        taken, lines = end.paragraph, end.line
    return parts
