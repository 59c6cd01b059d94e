"""Saying why a text does not fit, in numbers its author can act on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from paroll.compose.rules import TOO_LONG
from paroll.finding import Finding
from paroll.kinds.kind import Draft
from paroll.layout.fit import filled
from paroll.layout.setting import SAFETY, fits, inside, set_text
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Run, Text
from paroll.units import to_pt


def misfit(case: Typecase, draft: Draft) -> Finding:
    """Return the finding for the first text of `draft` that its smallest layout does not hold."""
    smallest = draft.menu.layouts[-1]
    page = filled(case, smallest, draft.fills)
    text = _narrower(case, next(text for text in page.texts if not fits(case, text)))
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


def _narrower(case: Typecase, text: Text) -> Text:
    """Set `text` as narrow as it must still fit, so that what is reported is what was measured."""
    if not inside(text):
        return text
    box = text.slot.box
    slot = text.slot._replace(box=box._replace(w=round(box.w * SAFETY)))
    return set_text(case, slot, text.paragraphs)


def _room(text: Text) -> int:
    leading = text.slot.levels[0].leading
    return max(1, len(text.lines) - -(-(text.height - text.slot.box.h) // leading))


def _excess(case: Typecase, text: Text) -> int:
    """Return how many characters must go, if words are left out from the end."""
    words = [(n, word) for n, p in enumerate(text.paragraphs) for word in p.text.split(" ")]
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        fitting = fits(case, set_text(case, text.slot, _kept(text, words[:middle])))
        low, high = (middle, high) if fitting else (low, middle - 1)
    return sum(len(word) + 1 for _, word in words[low:])


def _kept(text: Text, words: Sequence[tuple[int, str]]) -> tuple[Paragraph, ...]:
    by_paragraph = groupby(words, key=lambda item: item[0])
    return tuple(
        text.paragraphs[n]._replace(runs=(Run(" ".join(word for _, word in group)),))
        for n, group in by_paragraph
    )
