"""Flowing text over two columns: as even as can be, without tearing apart what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from paroll.kinds.kind import Group, Level
from paroll.layout.galley import Divide
from paroll.layout.setting import break_paragraph, parted, set_text
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Slot, Text
from paroll.units import Emu

KEPT_WITH_NEXT = (Level.HEADING, Level.NAME, Level.FIGURE, Level.LEAD, Level.UNIT)
KEPT_WITH_LAST = (Level.SMALL, Level.UNDER, Level.UNIT)
FEWEST_LINES = 2
"""How many lines of a paragraph at least stand at the foot and at the head of a column."""
SECTION_HEADS = (Level.HEADING, Level.LEAD, Level.FIGURE, Level.QUOTE)
WITHIN_GROUP, WITHIN_PARAGRAPH, LONE_GROUP = 2, 3, 5
"""How many lines of unevenness are better than a break there."""


class Measure(NamedTuple):
    """What text is set with: faces, and how words are divided."""

    case: Typecase
    divide: Divide | None


class _Cut(NamedTuple):
    """A place to break, by what it costs: before a paragraph, or after `line` lines of it."""

    cost: Emu
    paragraph: int
    line: int


def flow(measure: Measure, slots: tuple[Slot, Slot], groups: Sequence[Group]) -> tuple[Text, Text]:
    """Set `groups` in two columns of the same measure and styles, the higher as low as can be."""
    paragraphs = [paragraph for group in groups for paragraph in group]
    cuts = _cuts(measure, slots[0], groups, paragraphs)
    for cut in sorted(cuts):
        parts = _parts(measure, slots[0], paragraphs, cut)
        if parts:
            left, right = (
                set_text(measure.case, slot, part, divide=measure.divide)
                for slot, part in zip(slots, parts, strict=True)
            )
            return left, right
    raise AssertionError("the end of the text is always a place to break")


def _cuts(
    measure: Measure, slot: Slot, groups: Sequence[Group], paragraphs: Sequence[Paragraph]
) -> Iterator[_Cut]:
    """Yield every place where the second column may begin; the cost is the higher column."""
    starts = set(accumulate((len(group) for group in groups), initial=0))
    torn = _torn(groups)
    blocks = [break_paragraph(measure.case, slot, p, measure.divide) for p in paragraphs]
    befores = [block.style.before if index else 0 for index, block in enumerate(blocks)]
    total = sum(befores) + sum(block.height for block in blocks)
    body = slot.levels[Level.TEXT].leading
    above = 0
    for index, (block, before) in enumerate(zip(blocks, befores, strict=True)):
        even = max(above, total - above - before)
        if index and index in starts:
            yield _Cut(even + LONE_GROUP * body * (index in torn), index, 0)
        elif index and _may_part(paragraphs[index - 1], paragraphs[index]):
            yield _Cut(even + WITHIN_GROUP * body, index, 0)
        above += before
        if paragraphs[index].level not in KEPT_WITH_NEXT:
            for line in range(FEWEST_LINES, len(block.lines) - FEWEST_LINES + 1):
                left = above + line * block.style.leading
                yield _Cut(max(left, total - left) + WITHIN_PARAGRAPH * body, index, line)
        above += block.height
    yield _Cut(above, len(paragraphs), 0)


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
    measure: Measure, slot: Slot, paragraphs: Sequence[Paragraph], cut: _Cut
) -> tuple[list[Paragraph], list[Paragraph]] | None:
    before, after = list(paragraphs[: cut.paragraph]), list(paragraphs[cut.paragraph :])
    if not cut.line:
        return before, after
    halves = parted(measure.case, slot, after[0], cut.line, measure.divide)
    return halves and ([*before, halves[0]], [halves[1], *after[1:]])
