"""Words of a PDF and where they stand, as poppler finds them; poppler is not ours."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import NamedTuple

from paroll.sheet import Text
from paroll.units import Emu, to_pt
from tools import run

_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
_SLACK = 6
"""Points that a word's centre may lie outside the box of its slot: its box holds more than ink."""
_SAME_LINE = 0.4
"""What part of the leading centres of one line differ by at most: large numbers hang beside."""


class Word(NamedTuple):
    """A word and its centre, in points from the top left of the page."""

    text: str
    x: float
    y: float


def pages(pdf: Path) -> list[list[Word]]:
    """Return the words of each page."""
    _, *parts = run("pdftotext", "-bbox", pdf, "-").split("<page ")
    return [[_word(*found) for found in _WORD.findall(part)] for part in parts]


def lines(words: list[Word], text: Text) -> list[str]:
    """Return the lines that `words` make in the slot of `text`, from the top."""
    least = to_pt(min(text.slot.levels[p.level].leading for p in text.paragraphs))
    rows: list[list[Word]] = []
    for word in sorted((w for w in words if _within(w, text)), key=lambda w: w.y):
        if rows and word.y - rows[-1][0].y < _SAME_LINE * least:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [" ".join(w.text for w in sorted(row, key=lambda w: w.x)) for row in rows]


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    x, y = (float(left) + float(right)) / 2, (float(top) + float(bottom)) / 2
    return Word(unescape(text), x, y)


def _within(word: Word, text: Text) -> bool:
    box = text.slot.box
    return _between(box.x, word.x, box.right) and _between(box.y, word.y, box.bottom)


def _between(start: Emu, at: float, end: Emu) -> bool:
    return to_pt(start) - _SLACK <= at <= to_pt(end) + _SLACK


def read(pdf: Path, *options: str) -> str:
    """Return what a person copies out of a PDF: divided words are joined, typed hyphens stay."""
    text = run("pdftotext", *options, pdf, "-")
    return " ".join(re.sub(r"- +\n+", "-", re.sub(r"-\n+", "", text)).split())
