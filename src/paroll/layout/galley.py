"""Galleys: shaped paragraphs, and where they may be broken into lines.

Lines are filled greedily, as PowerPoint and LibreOffice fill them: text in a deck stays live, so
a cleverer breaking would hold in the PDF only. What a reader would mind is mended before, by
no-break spaces (`layout.ties`), which every program obeys.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from paroll.layout.typecase import Typecase
from paroll.sheet import Face, Glyph, GlyphRun, Run, Style
from paroll.tuples import NamedTuple
from paroll.units import Emu

Divide = Callable[[str], Sequence[int]]
"""Where a word may be divided: offsets into it, ascending.

Whoever says so breaks lines for good, as in print. Live text in a deck has no `Divide`: there
lines break where PowerPoint and LibreOffice would break them.
"""

# After spaces, hyphens and dashes, and after … ! ? before a letter; never at a slash. This is
# what LibreOffice (ICU, Unicode Annex 14) was measured to do with Latin text.
_OPPORTUNITY = re.compile(r"[ \u2009]+|(?<=\w)[-\u2013\u2014](?=[\w(])|[…!?](?=[^\W\d])")
# In print a hyphen beside a digit holds: "2023-2026", "75-åringar", "0706-32 11 65"; so does a dash
# between two: "8\u201317".
_BESIDE_DIGIT = re.compile(r"(?:\d-(?=\w)|-(?=\d)|\d\u2013(?=\d))")
# Where an address too wide for its column goes on in the next line, without a hyphen.
_JOINT = re.compile(r"[@/](?=\w)|(?=\.\w)")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_DIVIDED = 8
LOOSE = 0.82
"""A line of running text filled less than this is loose enough to divide the next word."""


class Piece(NamedTuple):
    """A line to be: characters `start` to `end`, divided with a hyphen or not."""

    start: int
    end: int
    divided: bool = False


class Galley(NamedTuple):
    """A shaped line of unlimited length, in ems, so that it serves every size.

    `at` says for each character how far it starts; `stops` where a line may end and the next one
    begin (in between are spaces); `held` are stops that hold in print.
    """

    text: str
    pieces: tuple[Shaped, ...]
    at: tuple[float, ...]
    stops: tuple[tuple[int, int], ...]
    held: frozenset[int]
    hyphen: tuple[Glyph, ...]
    hyphen_width: float

    def width(self, piece: Piece) -> float:
        """Return the advance of a piece in ems, its hyphen included."""
        return self.at[piece.end] - self.at[piece.start] + self.hyphen_width * piece.divided


class Shaped(NamedTuple):
    """A run's glyphs, and at which character of the galley each one's cluster starts."""

    run: Run
    face: Face
    glyphs: tuple[Glyph, ...]
    starts: tuple[int, ...]


def set_galley(case: Typecase, runs: Sequence[Run], face: Face) -> Galley:
    """Shape `runs` (no newline in them), with `face` as their plain voice."""
    pieces: list[Shaped] = []
    at, start = [0.0], 0
    for run in runs:
        own = case.at_hand(voice(face, run))
        glyphs = case.glyphs(own, run.text)
        pieces.append(Shaped(run, own, glyphs, _starts(glyphs, start)))
        _advance(at, glyphs, case.metrics(own).units_per_em)
        start += len(run.text)
    text = "".join(run.text for run in runs)
    own = case.at_hand(face)
    hyphen = tuple(glyph._replace(text="\u00ad") for glyph in case.glyphs(own, "-"))
    return Galley(
        text,
        tuple(pieces),
        tuple(at),
        _stops(text),
        frozenset(match.end() for match in _BESIDE_DIGIT.finditer(text)),
        hyphen,
        sum(glyph.advance for glyph in hyphen) / case.metrics(own).units_per_em,
    )


def _starts(glyphs: Sequence[Glyph], start: int) -> tuple[int, ...]:
    """Return the first character of each glyph's cluster; later glyphs of it share the first's."""
    starts, following = [], start
    for glyph in glyphs:
        if glyph.text:
            start, following = following, following + len(glyph.text)
        starts.append(start)
    return tuple(starts)


def _advance(at: list[float], glyphs: Sequence[Glyph], units: int) -> None:
    """Append where each next character starts; letters of a ligature share its advance."""
    position = at[-1]
    for glyph in glyphs:
        step, letters = glyph.advance / units, len(glyph.text)
        if letters == 1:
            at.append(position + step)
        elif letters:
            at.extend(position + step * (n + 1) / letters for n in range(letters))
        else:
            at[-1] += step
        position += step


def _stops(text: str) -> tuple[tuple[int, int], ...]:
    stops = [(_trimmed(text, m.end()), m.end()) for m in _OPPORTUNITY.finditer(text)]
    return (*stops, (_trimmed(text, len(text)), len(text)))


def voice(face: Face, run: Run) -> Face:
    """Return `face` as `run` speaks in it: bold or italic where the author asked for it."""
    return face._replace(bold=face.bold or run.bold, italic=face.italic or run.italic)


def broken(
    galley: Galley, measure: float, divide: Divide | None = None, loose: float = LOOSE
) -> Iterator[Piece]:
    """Yield the lines of `galley` filled greedily to `measure`, in ems.

    Where a line is filled less than `loose`, the next word is divided as `divide` allows, and
    likewise a word wider than the measure; undivided that stands alone on its line, and whoever
    fits the text sees it.
    """
    stops = galley.stops
    if divide:
        stops = tuple(stop for stop in stops if stop[1] not in galley.held or stop is stops[-1])
    ends = [end for end, _ in stops]
    start, number = 0, 0
    while number < len(stops):
        number = _last_within(galley, ends, start, number, measure)
        piece = Piece(start, max(start, ends[number]))
        part = divide and _part(galley, piece, measure, divide, loose)
        if part:
            yield part
            start = part.end
        else:
            yield piece
            start = stops[number][1]
        number = bisect_right(ends, start, lo=number)


def _last_within(
    galley: Galley, ends: Sequence[int], start: int, first: int, measure: float
) -> int:
    """Return the last stop up to which a line from `start` is filled; at least `first`."""
    reach = bisect_right(galley.at, galley.at[start] + measure, lo=start) - 1
    return max(first, bisect_right(ends, reach, lo=first) - 1)


def _part(
    galley: Galley, piece: Piece, measure: float, divide: Divide, loose: float
) -> Piece | None:
    """Return the line with a word divided at its end, or an address that is too wide in parts."""
    if galley.width(piece) > measure:
        joints = _JOINT.finditer(galley.text, piece.start, piece.end)
        ends = (joint.end() for joint in joints)
        parts = (Piece(piece.start, end) for end in ends if end > piece.start)
        part = max((p for p in parts if galley.width(p) <= measure), default=None, key=_end)
        if part:
            return part
    word = _word(galley, piece, measure, loose)
    return _divided(galley, piece.start, word, measure, divide) if word else None


def _word(galley: Galley, piece: Piece, measure: float, loose: float) -> re.Match[str] | None:
    """Return the word to divide: the piece's own if it is too wide, the next if it is loose.

    Names, and the last word, stay whole unless they are too wide.
    """
    width = galley.width(piece)
    if width > measure:
        words = _WORD.finditer(galley.text, piece.start, piece.end)
        return max(words, key=lambda word: len(word[0]), default=None)
    word = _WORD.search(galley.text, piece.end) if width <= loose * measure else None
    held = word and (_is_name(galley.text, word) or not _WORD.search(galley.text, word.end()))
    return None if held else word


def _is_name(text: str, word: re.Match[str]) -> bool:
    return word[0][0].isupper() or text[word.end() : word.end() + 1] == "\u00a0"


def _divided(
    galley: Galley, start: int, word: re.Match[str], measure: float, divide: Divide
) -> Piece | None:
    """Return the line from `start` into `word`, as long as it goes."""
    if len(word[0]) < _SHORTEST_DIVIDED:
        return None
    parts = (Piece(start, word.start() + offset, True) for offset in divide(word[0]))
    return max((p for p in parts if galley.width(p) <= measure), default=None, key=_end)


def parts_of_words(galley: Galley, divide: Divide) -> Iterator[int]:
    """Yield where words may be divided: all but short ones, names and the last."""
    words = list(_WORD.finditer(galley.text))
    for word in words[:-1]:
        if len(word[0]) >= _SHORTEST_DIVIDED and not _is_name(galley.text, word):
            yield from (word.start() + offset for offset in divide(word[0]))


def whole_words(_: str) -> tuple[int, ...]:
    """Say, as a `Divide`, that no word may be divided: lines are broken for good all the same."""
    return ()


def _end(piece: Piece) -> int:
    return piece.end


def _trimmed(text: str, end: int) -> int:
    return len(text[:end].rstrip(" \u2009"))


def glyph_runs(galley: Galley, piece: Piece, x: Emu, style: Style) -> tuple[GlyphRun, ...]:
    """Return the glyphs of `piece` in the size and colour of `style`, the first at `x`."""
    size, colour, origin = style.size, style.colour, galley.at[piece.start]
    runs = []
    for run, face, glyphs, starts in galley.pieces:
        first, last = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
        if first < last:
            start = x + round((galley.at[starts[first]] - origin) * size)
            runs.append(GlyphRun(face, size, colour, start, glyphs[first:last], run.link))
    if piece.divided:
        end = x + round((galley.at[piece.end] - origin) * size)
        runs.append(GlyphRun(runs[-1].face, size, colour, end, galley.hyphen))
    return tuple(runs)


@lru_cache(maxsize=8)
def divider(language: str) -> Divide:
    """Return how words are divided in `language` (BCP 47); not at all without a dictionary."""
    import pyphen  # noqa: PLC0415  (a dictionary of half a megabyte, for print only)

    name = pyphen.language_fallback(language.replace("-", "_"))
    if name is None:
        return lambda _: ()
    dictionary = pyphen.Pyphen(lang=name, left=5, right=5)
    return lru_cache(maxsize=4096)(lambda word: tuple(dictionary.positions(word)))
