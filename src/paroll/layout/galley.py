"""Galleys: shaped paragraphs, and where they may be broken into lines.

Lines are filled greedily, as PowerPoint and LibreOffice fill them: text in a deck stays live, so
a cleverer breaking would hold in the PDF only. What a reader would mind is mended before, by
no-break spaces (`layout.ties`), which every program obeys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from paroll.layout.typecase import Typecase
from paroll.sheet import Face, Glyph, GlyphRun, Run, Style
from paroll.units import Emu

Divide = Callable[[str], Sequence[int]]
"""Where a word may be divided: offsets into it, ascending.

Whoever says so breaks lines for good, as in print. Live text in a deck has no `Divide`: there
lines break where PowerPoint and LibreOffice would break them.
"""

# After spaces, hyphens and dashes, and after … ! ? before a letter; never at a slash. This is
# what LibreOffice (ICU, Unicode Annex 14) was measured to do with Latin text.
_OPPORTUNITY = re.compile(r"[ \u2009]+|(?<=\w)[-\u2013\u2014](?=[\w(])|[…!?](?=[^\W\d])")
# In print a hyphen beside a digit holds: "2023-2026", "75-åringar", "0706-32 11 65".
_BESIDE_DIGIT = re.compile(r"(?:\d-(?=\w)|-(?=\d))")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_DIVIDED = 8
_LOOSE = 0.82
"""A line filled less than this is loose enough to divide the next word."""


class Piece(NamedTuple):
    """A line to be: characters `start` to `end`, divided with a hyphen or not."""

    start: int
    end: int
    divided: bool = False


class Galley(NamedTuple):
    """A shaped line of unlimited length: its text, and for each character how far it starts."""

    text: str
    pieces: tuple[tuple[Run, Face, int, tuple[Glyph, ...]], ...]
    at: tuple[float, ...]
    hyphen: tuple[Glyph, ...]
    hyphen_width: float

    def width(self, piece: Piece) -> float:
        """Return the advance of a piece in EMU, spaces at its end included."""
        return self.at[piece.end] - self.at[piece.start] + self.hyphen_width * piece.divided


def set_galley(case: Typecase, runs: Sequence[Run], style: Style) -> Galley:
    """Shape `runs` (no newline in them) in `style`."""
    pieces, at, position, start = [], [0.0], 0.0, 0
    for run in runs:
        face = case.at_hand(voice(style.face, run))
        glyphs = case.glyphs(face, run.text)
        scale = style.size / case.metrics(face).units_per_em
        for glyph in glyphs:
            letters = len(glyph.text)
            step = glyph.advance * scale
            if letters:
                at.extend(position + step * (n + 1) / letters for n in range(letters))
            else:
                at[-1] += step
            position += step
        pieces.append((run, face, start, glyphs))
        start += len(run.text)
    face = case.at_hand(style.face)
    hyphen = tuple(glyph._replace(text="\u00ad") for glyph in case.glyphs(face, "-"))
    width = sum(g.advance for g in hyphen) * style.size / case.metrics(face).units_per_em
    text = "".join(run.text for run in runs)
    return Galley(text, tuple(pieces), tuple(at), hyphen, width)


def voice(face: Face, run: Run) -> Face:
    """Return `face` as `run` speaks in it: bold or italic where the author asked for it."""
    return face._replace(bold=face.bold or run.bold, italic=face.italic or run.italic)


def broken(galley: Galley, width: Emu, divide: Divide | None = None) -> Iterator[Piece]:
    """Yield the lines of `galley` filled greedily to `width`.

    A word wider than the width stands alone on its line; whoever fits the text sees that.
    """
    if not galley.text:
        yield Piece(0, 0)
    ends = _opportunities(galley.text, live=divide is None)
    start = 0
    while start < len(galley.text):
        piece = _filled(galley, start, ends, width)
        if divide and piece.end < len(galley.text):
            piece = _divided(galley, piece, width, divide) or piece
        yield piece
        start = piece.end + (0 if piece.divided else _spaces(galley.text, piece.end))


def _opportunities(text: str, *, live: bool) -> list[int]:
    held = set() if live else {match.end() for match in _BESIDE_DIGIT.finditer(text)}
    ends = (match.end() for match in _OPPORTUNITY.finditer(text))
    return [*(end for end in ends if end not in held), len(text)]


def _filled(galley: Galley, start: int, ends: Sequence[int], width: Emu) -> Piece:
    best: Piece | None = None
    for end in ends:
        if end <= start:
            continue
        piece = Piece(start, max(start + 1, _trimmed(galley.text, end)))
        if best and galley.width(piece) > width:
            break
        best = piece
    return best or Piece(start, len(galley.text))


def _divided(galley: Galley, piece: Piece, width: Emu, divide: Divide) -> Piece | None:
    if galley.width(piece) > _LOOSE * width:
        return None
    word = _WORD.search(galley.text, piece.end)
    if not word or len(word[0]) < _SHORTEST_DIVIDED:
        return None
    longer = (Piece(piece.start, word.start() + offset, True) for offset in divide(word[0]))
    return max((p for p in longer if galley.width(p) <= width), default=None, key=lambda p: p.end)


def _trimmed(text: str, end: int) -> int:
    return len(text[:end].rstrip(" \u2009"))


def _spaces(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip(" \u2009"))


def glyph_runs(galley: Galley, piece: Piece, x: Emu, style: Style) -> tuple[GlyphRun, ...]:
    """Return the glyphs of `piece`, the first at `x`."""
    runs = []
    for run, face, offset, glyphs in galley.pieces:
        inside: list[Glyph] = []
        first, index = None, offset
        for glyph in glyphs:
            if piece.start <= index < piece.end or (
                index == piece.end and not glyph.text and inside
            ):
                first = index if first is None else first
                inside.append(glyph)
            index += len(glyph.text)
        if first is not None:
            start = x + round(galley.at[first] - galley.at[piece.start])
            runs.append(_run(face, style, start, tuple(inside), run.link))
    if piece.divided:
        end = x + round(galley.at[piece.end] - galley.at[piece.start])
        face = runs[-1].face if runs else style.face
        runs.append(_run(face, style, end, galley.hyphen, ""))
    return tuple(runs)


def _run(face: Face, style: Style, x: Emu, glyphs: tuple[Glyph, ...], link: str) -> GlyphRun:
    return GlyphRun(face, style.size, style.colour, x, glyphs, link)


@lru_cache(maxsize=8)
def divider(language: str) -> Divide:
    """Return how words are divided in `language` (BCP 47); not at all without a dictionary."""
    import pyphen  # noqa: PLC0415  (a dictionary of half a megabyte, for print only)

    name = pyphen.language_fallback(language.replace("-", "_"))
    if name is None:
        return lambda _: ()
    dictionary = pyphen.Pyphen(lang=name, left=4, right=4)
    return lru_cache(maxsize=4096)(lambda word: tuple(dictionary.positions(word)))
