"""Lengths, boxes of pages, and rectangles of PDFs.

Every length in paroll is a whole number of English Metric Units (EMU): 914 400 to the inch,
12 700 to the point, 36 000 to the millimetre. All three are exact, so a sheet in millimetres
and a slide in points agree to the last digit. A `Rect` is what finished PDFs have instead: points
as fractions, y upwards.
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

    def upwards(self, height: float) -> Rect:
        """Return the box as a PDF has it, on a page so many points high."""
        left, right = to_pt(self.x), to_pt(self.right)
        return Rect(left, height - to_pt(self.bottom), right, height - to_pt(self.y))


class Rect(NamedTuple):
    """A rectangle in a PDF: its edges in points from the lower left corner, y growing upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is, in points."""
        return self.top - self.bottom

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it; a line without a width is something."""
        return self.right < self.left or self.top < self.bottom

    def cut(self, other: Rect) -> Rect:
        """Return what both share, which may be empty."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Rect(left, bottom, min(self.right, other.right), min(self.top, other.top))

    def joined(self, other: Rect) -> Rect:
        """Return the smallest rectangle around both."""
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return Rect(left, bottom, max(self.right, other.right), max(self.top, other.top))

    def grown(self, by: float) -> Rect:
        """Return it with its edges moved outwards by so many points."""
        return Rect(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def extended(self, top: float, right: float, bottom: float, left: float) -> Rect:
        """Return it with each edge moved outwards by points of its own."""
        return Rect(self.left - left, self.bottom - bottom, self.right + right, self.top + top)

    def moved(self, x: float, y: float) -> Rect:
        """Return it at another place."""
        return Rect(self.left + x, self.bottom + y, self.right + x, self.top + y)

    def touches(self, other: Rect) -> bool:
        """Say whether it shares more than an edge with `other`; lines have an area here."""
        return not self.cut(other.grown(-0.02)).is_empty

    def within(self, other: Rect, slack: float = 0.01) -> bool:
        """Say whether it lies inside `other`, `slack` points over an edge allowed."""
        outer = other.grown(slack)
        return (
            self.left >= outer.left
            and self.right <= outer.right
            and self.bottom >= outer.bottom
            and self.top <= outer.top
        )

    def place(self, trim: Rect, scale: float = 1.0) -> Box:
        """Return it as a box from the upper left corner of `trim`, `scale` times as large."""
        edges = (
            self.left - trim.left,
            trim.top - self.top,
            self.right - trim.left,
            trim.top - self.bottom,
        )
        return Box.between(*(pt(edge * scale) for edge in edges))
