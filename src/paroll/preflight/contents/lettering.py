"""Where text stands: its matrices, and how far the glyphs of a string reach."""

from __future__ import annotations

import math

from paroll.preflight.contents.fonts import Font
from paroll.preflight.contents.matrices import IDENTITY, Matrix, placed, times
from paroll.preflight.contents.state import Operands, State
from paroll.preflight.reading import codes, items, number
from paroll.tuples import NamedTuple
from paroll.units import Rect

RISE, DROP = 0.75, 0.22
"""How far letters reach above and below their baseline, in sizes."""
_SHOWS = ("Tj", "TJ", "'", '"')


class Shown(NamedTuple):
    """A string on the page: around its visible glyphs, their size, what they say.

    `places` are glyphs of drawn fonts and their matrices.
    """

    box: Rect | None
    size: float
    said: str
    missing: int | None
    places: list[tuple[int, Matrix]]


class Lettering:
    """The text matrix and that of its line."""

    def __init__(self) -> None:
        self._here: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def moves(self, operator: str, operands: Operands, state: State) -> bool:
        """Do an operator of text; return whether it shows a string after that."""
        given = [number(v) or 0.0 for v in operands] if operator not in ("TJ", "Tj") else []
        if operator == "BT":
            self._here = self._line = IDENTITY
        elif operator == "Tm" and len(given) == 6:
            self._here = self._line = (*given,)  # type: ignore[assignment]
        elif operator in ("Td", "TD") and len(given) == 2:
            if operator == "TD":
                state.leading = -given[1]
            self._feed(given[0], given[1])
        elif operator in ("T*", "'", '"'):
            if operator == '"' and len(given) == 3:
                state.word_spacing, state.spacing = given[:2]
            self._feed(0.0, -state.leading)
        return operator in _SHOWS

    def _feed(self, x: float, y: float) -> None:
        self._line = self._here = times((1, 0, 0, 1, x, y), self._line)

    @staticmethod
    def strings(operator: str, operands: Operands) -> list[bytes | float]:
        """Return the strings that an operator shows, and the shifts between them."""
        if not operands:
            return []
        if operator != "TJ":
            return [codes(operands[-1])]
        return [codes(each) or number(each) or 0.0 for each in items(operands[0])]

    def show(self, strings: list[bytes | float], font: Font | None, state: State) -> Shown:
        """Move on by what is shown, and return where that was."""
        size, wide = state.size, state.stretch
        whole = times((size * wide, 0, 0, size, 0, state.rise), times(self._here, state.matrix))
        at, start, end = 0.0, math.inf, -math.inf
        said, missing, places = [], None, []
        for string in strings:
            if isinstance(string, float | int):
                at -= string / 1000 * size * wide
                continue
            for glyph in font.glyphs(string) if font else ():
                step = glyph.advance / 1000 * size
                gap = state.spacing + (state.word_spacing if glyph.code == 32 else 0.0)
                if not glyph.is_space:
                    start, end = min(start, at, at + step * wide), max(end, at, at + step * wide)
                    if glyph.is_missing and missing is None:
                        missing = glyph.code
                    if font and font.is_drawn:
                        shift = (1, 0, 0, 1, at / ((size * wide) or 1), 0)
                        places.append((glyph.code, times(shift, whole)))
                said.append(glyph.said)
                at += (step + gap) * wide
        box = None
        if end >= start:
            em = font.em if font else 1.0
            across = (start / ((size * wide) or 1), end / ((size * wide) or 1))
            box = placed(Rect(across[0], -DROP * em, across[1], RISE * em), whole)
        self._here = times((1, 0, 0, 1, at, 0), self._here)
        high = math.hypot(whole[2], whole[3]) * (font.em if font else 1.0)
        return Shown(box, high, "".join(said), missing, places)
