"""Checks that every character is in the brand's fonts."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.finding import Finding, Rule, Severity
from paroll.sheet import Document, GlyphRun, Text

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


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each text with characters that its face has no glyph for."""
    for sheet in document.sheets:
        for mark in (*sheet.layout.furniture, *sheet.content):
            if isinstance(mark, Text):
                yield from _missing(mark)


def _missing(text: Text) -> Iterator[Finding]:
    lost: dict[str, GlyphRun] = {}
    for line in text.lines:
        for run in line.runs:
            lost.update({g.text: run for g in run.glyphs if g.id == _NOTDEF})
    if lost:
        names = ", ".join(f"“{letter}” (U+{ord(letter[0]):04X})" for letter in lost if letter)
        family = next(iter(lost.values())).face.family
        message = f"the brand's {family} face has no {names}"
        places = (p.span for p in text.paragraphs if any(letter in p.text for letter in lost))
        hint = "write it another way, or use a font that has it"
        yield MISSING.at(next(places, text.span), message, hint)
