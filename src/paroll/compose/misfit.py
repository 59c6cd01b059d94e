"""Saying why a text does not fit, in numbers its author can act on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from paroll.compose.rules import TOO_LONG
from paroll.finding import Finding
from paroll.kinds.kind import Draft
from paroll.layout.fit import Fill, Page
from paroll.layout.setting import break_text, fits, inside, narrowed, set_text
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Run, Slot, Text
from paroll.units import to_pt


def misfit(case: Typecase, draft: Draft) -> Finding:
    """Return the finding for the first text of `draft` that its smallest layout does not hold."""
    page = Page(draft.menu.layout(-1), draft.fills)
    slot, fill = next(
        (slot, fill) for slot, fill in page.filled if not fits(case, slot, fill.paragraphs)
    )
    text = _misfit_text(case, slot, fill)
    size = to_pt(text.slot.levels[0].size)
    span = draft.fills[text.slot.name].span
    wide = max(text.lines, key=lambda line: line.width)
    if wide.width > text.slot.box.w:
        message = f"a word is wider than its column even at {size:g} pt, the smallest size"
        return TOO_LONG.at(span, message, f"use a shorter word than “{wide.text.strip()}”")
    lines, room = len(text.lines), _room(text)
    message = (
        f"text takes {lines} lines at {size:g} pt, the smallest size; there is room for {room}"
    )
    return TOO_LONG.at(span, message, f"shorten it by about {_excess(case, text)} characters")


def _misfit_text(case: Typecase, slot: Slot, fill: Fill) -> Text:
    """Set the text as narrow as it must still fit, so that what is reported was measured."""
    text = set_text(case, slot, fill.paragraphs)
    return set_text(case, narrowed(slot), fill.paragraphs) if inside(text) else text


def _room(text: Text) -> int:
    leading = text.slot.levels[0].leading
    return max(1, len(text.lines) - -(-(text.height - text.slot.box.h) // leading))


def _excess(case: Typecase, text: Text) -> int:
    """Return how many characters must go, if words are left out from the end."""
    words = [(n, word) for n, p in enumerate(text.paragraphs) for word in p.text.split(" ")]
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        fitting = break_text(case, text.slot, _kept(text, words[:middle])).inside
        low, high = (middle, high) if fitting else (low, middle - 1)
    return sum(len(word) + 1 for _, word in words[low:])


def _kept(text: Text, words: Sequence[tuple[int, str]]) -> tuple[Paragraph, ...]:
    by_paragraph = groupby(words, key=lambda item: item[0])
    return tuple(
        text.paragraphs[n]._replace(runs=(Run(" ".join(word for _, word in group)),))
        for n, group in by_paragraph
    )
