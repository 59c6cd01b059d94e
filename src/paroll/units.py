"""Lengths and boxes.

Every length in paroll is a whole number of English Metric Units (EMU): 914 400 to the inch,
12 700 to the point, 36 000 to the millimetre. All three are exact, so a sheet in millimetres
and a slide in points agree to the last digit.
"""

from __future__ import annotations

from paroll.tuples import NamedTuple

Emu = int
"""A length in English Metric Units."""

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
EMU_PER_MM = 36_000


def inch(value: float) -> Emu:
    """Return `value` inches in EMU."""
    return round(value * EMU_PER_INCH)


def pt(value: float) -> Emu:
    """Return `value` points (1/72 inch) in EMU."""
    return round(value * EMU_PER_POINT)


def mm(value: float) -> Emu:
    """Return `value` millimetres in EMU."""
    return round(value * EMU_PER_MM)


def to_pt(length: Emu) -> float:
    """Return `length` in points."""
    return length / EMU_PER_POINT


def to_mm(length: Emu) -> float:
    """Return `length` in millimetres."""
    return length / EMU_PER_MM


class Box(NamedTuple):
    """A rectangle on a page: left, top, width and height in EMU.

    The origin is the top left corner of the trimmed page; y grows downwards. What bleeds has
    negative or over-sized coordinates.
    """

    x: Emu
    y: Emu
    w: Emu
    h: Emu

    @property
    def right(self) -> Emu:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> Emu:
        """The y of the lower edge."""
        return self.y + self.h

    @classmethod
    def between(cls, left: Emu, top: Emu, right: Emu, bottom: Emu) -> Box:
        """Return the box with these four edges."""
        return cls(left, top, right - left, bottom - top)

    def contains(self, other: Box, slack: Emu = 0) -> bool:
        """Say whether `other` lies inside this box, `slack` EMU over an edge allowed."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Box) -> bool:
        """Say whether the two boxes share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )
