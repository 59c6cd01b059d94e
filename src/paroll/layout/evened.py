"""Even lines: a heading in print, broken so that its lines are as alike as they can be.

Filled greedily, the last line of a heading is whatever is left over: often a lone word. Here it
takes the same number of lines, whose free widths, squared, are least. Breaks that follow the sense
of the words are worth some unevenness.
"""

from __future__ import annotations

from collections.abc import Sequence

from paroll.layout.galley import Galley, Piece

MOST_LINES = 8
"""What takes more lines is read as running text: even lines would only make it narrower."""
COMMA, STOP, DANGLING = -0.03, -0.1, 0.03
"""What a break costs after a comma, after a stronger mark, and after a small word that belongs to
the next line; in squares of the part of the measure that a line leaves free."""
SMALL_WORD = 3
"""How many letters a small word has at most: "och", "för", "att"."""


def evened(galley: Galley, pieces: Sequence[Piece], measure: float) -> Sequence[Piece]:
    """Return as many lines as `pieces`, which were filled to `measure`, but even ones.

    What is one line, or many, or has a word divided or too wide, stays as it is.
    """
    wrong = any(piece.divided or galley.width(piece) > measure for piece in pieces)
    if wrong or not 1 < len(pieces) <= MOST_LINES:
        return pieces
    stops = [stop for stop in galley.stops if stop[1] not in galley.held]
    ends = [end for end, _ in stops]
    starts = [0, *(after for _, after in stops)]
    ways: dict[int, tuple[float, tuple[Piece, ...]]] = {0: (0.0, ())}
    for _ in pieces:
        longer: dict[int, tuple[float, tuple[Piece, ...]]] = {}
        for first, (paid, lines) in ways.items():
            reach = galley.at[starts[first]] + measure
            for last in range(first, len(ends)):
                free = reach - galley.at[ends[last]]
                if free < 0:
                    break
                cost = paid + (free / measure) ** 2 + _cost(galley.text, ends[last])
                if last + 1 not in longer or cost < longer[last + 1][0]:
                    longer[last + 1] = cost, (*lines, Piece(starts[first], ends[last]))
        ways = longer
    found = ways.get(len(ends))
    return found[1] if found else pieces


def _cost(text: str, end: int) -> float:
    """Return what it costs to end a line at `end`; nothing at the end of the text."""
    if end == len(text.rstrip()):
        return 0
    if text[end - 1] in ",;":
        return COMMA
    if not text[end - 1].isalnum():
        return STOP
    return DANGLING * dangles(text[:end])


def dangles(line: str) -> bool:
    """Say whether a line ends with a small word that belongs to the next."""
    word = line.replace("\u00a0", " ").rpartition(" ")[2]
    return len(word) <= SMALL_WORD and word.isalpha()
