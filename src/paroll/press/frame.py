"""Rectangles as a PDF has them: in points, y upwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from pikepdf import Object


class Frame(NamedTuple):
    """A rectangle in points, from the lower left corner; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, box: Object) -> Frame:
        """Return a box of a page."""
        one, two, three, four = (float(edge) for edge in box)
        return cls(min(one, three), min(two, four), max(one, three), max(two, four))

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def path(self) -> str:
        """The operators that make it a path."""
        size = f"{number(self.width)} {number(self.height)}"
        return f"{number(self.left)} {number(self.bottom)} {size} re"

    def grown(self, top: float, right: float, bottom: float, left: float) -> Frame:
        """Return it larger by a length for each edge."""
        return Frame(self.left - left, self.bottom - bottom, self.right + right, self.top + top)

    def moved(self, x: float, y: float) -> Frame:
        """Return it at another place."""
        return Frame(self.left + x, self.bottom + y, self.right + x, self.top + y)


def boxed(frame: Frame) -> list[float]:
    """Return a frame as a box of a page, to a ten-thousandth of a point."""
    return [round(edge, 4) for edge in frame]


def number(value: float) -> str:
    """Return a number as it is written in a content stream, as short as it goes."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
