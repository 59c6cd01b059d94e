"""Checks that every character is in the brand's fonts."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.brand.model import Brand
from paroll.finding import Finding, Rule, Severity
from paroll.sheet import Document, Text, texts

MISSING = Rule(
    "S301",
    Severity.ERROR,
    "the brand's font lacks a character",
    "A character of the text is not in the brand's font file. It would be printed as an empty box, "
    "or in a foreign font on another computer.",
    bad="text: Fler tåg 🚆 varje dag",
    good="text: Fler tåg varje dag",
)
_NOTDEF = 0


def check(document: Document, brand: Brand) -> Iterator[Finding]:
    """Yield a finding for each paragraph with characters that its face has no glyph for."""
    del brand
    for sheet in document.sheets:
        for text in texts((*sheet.layout.furniture, *sheet.content)):
            yield from _missing(text)


def _missing(text: Text) -> Iterator[Finding]:
    runs = (run for line in text.lines for run in line.runs)
    lost = dict.fromkeys(g.text for run in runs for g in run.glyphs if g.id == _NOTDEF)
    for paragraph in text.paragraphs:
        letters = [letter for letter in lost if letter and letter in paragraph.text]
        if letters:
            names = ", ".join(f"“{letter}” (U+{ord(letter[0]):04X})" for letter in letters)
            hint = "write it another way, or use a font that has it"
            span = paragraph.span or text.span
            yield MISSING.at(span, f"the brand's font has no {names}", hint)
