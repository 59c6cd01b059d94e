"""What a proof shows of a printed file, and the lines drawn over it: places on pages."""

from __future__ import annotations

from enum import StrEnum

from paroll.tuples import NamedTuple
from paroll.units import Box


class Guide(StrEnum):
    """What a line on a proof stands for."""

    BLEED = "bleed"
    CUT = "cut"
    SAFE = "safe"
    FOLD = "fold"
    HOLE = "hole"


class View(NamedTuple):
    """A part of the printed page `of`, from its trimmed corner, shown `at` a place of a page.

    Pages count from 0. What lies outside `clear`, of the printed page too, is shown pale.
    """

    page: int
    of: int
    part: Box
    at: Box
    clear: Box | None = None


class Stroke(NamedTuple):
    """The outline of a box on a page; without width or height it is a line.

    That of a hole is the circle in its box.
    """

    page: int
    guide: Guide
    box: Box
