"""Lines broken anew for print, into as many as greedy filling needs, but better ones.

Filled greedily, the last line of a heading is whatever is left over: often a lone word. Its lines
are made as alike as they can be, broken where their sense is. Running text is made less ragged,
with fewer divided words and no short last line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paroll.layout.galley import Divide, Galley, Piece, parts_of_words
from paroll.tuples import NamedTuple

MOST_LINES = 8
"""A heading of more lines is read as running text: even lines would only make it narrower."""
COMMA, STOP, DANGLING, NAMED, DIVIDED = -0.03, -0.1, 0.03, 0.03, 0.08
"""What a break costs after a comma, after a stronger mark, after a small word that belongs to the
next line, within a name, and within a word; in squares of the part of the measure that a line
leaves free."""
ALONE = 0.03
"""What a heading costs whose last line is a single word."""
SMALL_WORD = 3
"""How many letters a small word has at most: "och", "för", "att"."""
LOOSEST, SHORT, LONE = 0.6, 0.33, 1
"""How much of the measure a line of running text fills at least; below which part its last line is
short, and what each part costs that it lacks."""
GOOD = 0.02
"""What a line of running text may cost in the mean before it is worth breaking anew."""


class _Break(NamedTuple):
    """A place to end a line at, where the next begins, and what it costs."""

    end: int
    start: int
    cost: float = 0
    divided: bool = False


def evened(galley: Galley, pieces: Sequence[Piece], measure: float) -> Sequence[Piece]:
    """Return as many lines as `pieces`, which were filled to `measure`, but even ones.

    What is one line, or many, or has a word divided or too wide, stays as it is.
    """
    wrong = any(piece.divided or galley.width(piece) > measure for piece in pieces)
    if wrong or not 1 < len(pieces) <= MOST_LINES:
        return pieces
    breaks = [_Break(end, after, _cost(galley.text, end)) for end, after in _stops(galley)]
    return _best(galley, breaks, len(pieces), measure) or pieces


def smoothed(
    galley: Galley, pieces: Sequence[Piece], measure: float, divide: Divide
) -> Sequence[Piece]:
    """Return as many lines as `pieces`, filled to `measure`, but of more even width.

    What is one line, or good enough, or has a word that is too wide, stays as it is.
    """
    widths = [galley.width(piece) / measure for piece in pieces]
    if len(pieces) < 2 or max(widths) > 1:
        return pieces
    ragged = sum((1 - width) ** 2 for width in widths[:-1])
    paid = ragged + DIVIDED * sum(piece.divided for piece in pieces) + _lone(widths[-1])
    if paid <= GOOD * len(pieces):
        return pieces
    parts = (_Break(end, end, DIVIDED, True) for end in parts_of_words(galley, divide))
    breaks = sorted([*(_Break(*stop) for stop in _stops(galley)), *parts])
    return _best(galley, breaks, len(pieces), measure, running=True) or pieces


def _stops(galley: Galley) -> list[tuple[int, int]]:
    return [stop for stop in galley.stops if stop[1] not in galley.held]


_Way = tuple[float, tuple[Piece, ...]]


def _best(
    galley: Galley, breaks: Sequence[_Break], count: int, measure: float, *, running: bool = False
) -> Sequence[Piece]:
    """Return the `count` lines that cost least; none where there are no such lines."""
    ways: dict[int, _Way] = {-1: (0.0, ())}
    last = len(breaks) - 1
    for line in range(1, count + 1):
        longer: dict[int, _Way] = {}
        for at, (paid, lines) in ways.items():
            for n, piece, free in _after(galley, breaks, at, measure):
                if (n == last) != (line == count) or (running and n < last and free > 1 - LOOSEST):
                    continue
                if running and n == last:
                    cost = paid + _lone(1 - free)
                else:
                    alone = n == last and " " not in galley.text[piece.start : piece.end]
                    cost = paid + breaks[n].cost + free**2 + ALONE * alone
                if n not in longer or cost < longer[n][0]:
                    longer[n] = cost, (*lines, piece)
        ways = longer
    return ways[last][1] if last in ways else ()


def _after(
    galley: Galley, breaks: Sequence[_Break], at: int, measure: float
) -> Iterator[tuple[int, Piece, float]]:
    """Yield the lines after break `at`: the breaks they end at, and the part they leave free."""
    start = breaks[at].start if at >= 0 else 0
    for n in range(at + 1, len(breaks)):
        stop = breaks[n]
        piece = Piece(start, stop.end, stop.divided)
        free = 1 - galley.width(piece) / measure
        if free >= 0:
            yield n, piece, free
        elif not stop.divided:  # a hyphen alone may be too much
            return


def _lone(width: float) -> float:
    """Return what a last line of running text costs that fills such a part of the measure."""
    return max(0, SHORT - width) * LONE


def _cost(text: str, end: int) -> float:
    """Return what it costs to end a line at `end`; nothing at the end of the text."""
    if end == len(text.rstrip()):
        return 0
    if text[end - 1] in ",;":
        return COMMA
    if not text[end - 1].isalnum():
        return STOP
    return DANGLING * dangles(text[:end]) + NAMED * _parts_name(text, end)


def _parts_name(text: str, end: int) -> bool:
    """Say whether a break at `end` has words with capitals on both sides: "Västra Götaland"."""
    before, after = text[:end].rpartition(" ")[2], text[end:].lstrip()
    return before[:1].isupper() and after[:1].isupper()


def dangles(line: str) -> bool:
    """Say whether a line ends with a small word that belongs to the next."""
    word = line.replace("\u00a0", " ").rpartition(" ")[2]
    return len(word) <= SMALL_WORD and word.isalpha()
