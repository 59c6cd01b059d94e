"""Saying why a text does not fit, in numbers its author can act on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from paroll.compose.rules import TOO_LONG
from paroll.finding import Finding, Rule
from paroll.kinds.kind import Draft
from paroll.layout.fit import Fills, Page, divisible
from paroll.layout.setting import Matter, break_text, narrowed
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Slot
from paroll.source import shortened
from paroll.units import to_pt


def misfit(case: Typecase, draft: Draft) -> Finding:
    """Return the finding for the first text of `draft` that its smallest layout does not hold."""
    layout = draft.menu.layout(-1)
    pages = (Page(layout, fills) for fills in _apart(draft))
    tried = (filling.culprit(case, slot) for page in pages for slot, filling in page.filled)
    culprit = next(culprit for culprit in tried if culprit)
    return culprit if isinstance(culprit, Finding) else overlong(case, *culprit)


def _apart(draft: Draft) -> Iterator[Fills]:
    """Yield what a page must hold at least: of what may run on, one item."""
    if not draft.divides:
        yield draft.fills
        return
    filling = divisible(draft.fills, draft.divides)
    for item in range(filling.items):
        yield {**draft.fills, draft.divides: filling.part(item, item + 1)}


def overlong(
    case: Typecase, slot: Slot, paragraphs: Sequence[Paragraph], rule: Rule = TOO_LONG
) -> Finding:
    """Return the finding for a text that `slot`, the smallest it is set in, does not hold."""
    matter = break_text(case, narrowed(slot), paragraphs)
    if matter.overwide:
        return overwide(matter, rule)
    # A name above a long text is not what is too long: the level that takes most room is.
    heights: dict[int, int] = {}
    for block in matter.blocks:
        level = block.paragraph.level
        heights[level] = heights.get(level, 0) + block.height
    level = max(heights, key=heights.__getitem__)
    said = shortened(" ".join(p.text for p in paragraphs if p.level == level))
    span = next(paragraph.span for paragraph in paragraphs if paragraph.level == level)
    size = to_pt(slot.levels[level].size)
    lines = sum(len(block.lines) for block in matter.blocks)
    message = (
        f"“{said}” takes {lines} lines at {size:g} pt, the smallest size; "
        f"there is room for {room(matter, lines)}"
    )
    hint = f"shorten it by about {letters(excess(case, matter))}"
    return rule.at(span, message, hint)


def overwide(matter: Matter, rule: Rule = TOO_LONG) -> Finding:
    """Return the finding for the first word of `matter` that is wider than its slot."""
    word, block = matter.overwide[0]
    size = to_pt(block.style.size)
    message = f"“{word.strip()}” is wider than its column even at {size:g} pt, the smallest size"
    return rule.at(block.paragraph.span, message, "use a shorter word or address")


def letters(number: int) -> str:
    """Return a number of characters in words."""
    return "1 character" if number == 1 else f"{number} characters"


def room(matter: Matter, lines: int) -> int:
    """Return for how many of its `lines`, which are too many, `matter` has room."""
    leading = matter.blocks[0].style.leading
    return max(0, lines - -(-(matter.height - matter.slot.box.h) // leading))


def excess(case: Typecase, matter: Matter) -> int:
    """Return how many characters must go, if words are left out from the end."""
    paragraphs = [block.paragraph for block in matter.blocks]
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    ends = [0, *(word.end() for word in re.finditer(r"\S+", text))]

    def over(end: int) -> bool:
        return not break_text(case, matter.slot, tuple(_first(paragraphs, end))).inside

    return len(text) - ends[bisect_left(ends, True, lo=1, key=over) - 1]


def _first(paragraphs: Sequence[Paragraph], length: int) -> Iterator[Paragraph]:
    """Yield the beginning of a text, in its voices."""
    for paragraph in paragraphs:
        if length > 0:
            starts = accumulate((len(run.text) for run in paragraph.runs), initial=0)
            runs = (
                run._replace(text=run.text[: max(0, length - start)])
                for run, start in zip(paragraph.runs, starts, strict=False)
            )
            yield paragraph._replace(runs=tuple(runs))
        length -= len(paragraph.text) + 1
