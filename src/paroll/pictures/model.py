"""What is known of a picture before its pixels are, and how it may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paroll.sheet import Area, Segment
from paroll.stock import Stock
from paroll.tuples import NamedTuple
from paroll.units import Box

if TYPE_CHECKING:
    from paroll.svg.flatten import Drawing


class Photo(NamedTuple):
    """A JPEG or PNG in stock whose head is sound: as wide and high, in pixels, as it is seen.

    A `whole` one cannot be decoded at a smaller scale.
    """

    stock: Stock
    path: str
    width: int
    height: int
    whole: bool = False


class Sketch(NamedTuple):
    """An SVG drawing in stock, flattened. Two are the same only if they were read in one go."""

    path: str
    drawing: Drawing

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def shown(self, box: Box) -> tuple[Area, ...]:
        """Return its areas as large as `box` holds them, in the middle of it: nothing is cut."""
        width, height, areas = self.drawing
        scale = min(box.w / width, box.h / height)
        x, y = box.x + (box.w - width * scale) / 2, box.y + (box.h - height * scale) / 2
        return tuple(_moved(area, scale, x, y) for area in areas)


class Damaged(Exception):
    """A picture that cannot be decoded. `str()` says why, beginning with its path."""


class Cut(NamedTuple):
    """How a picture is shown: in at most so many pixels, round a focal point (parts of a whole).

    A `full` one has as many, if there are; others may have a fifth less and are made faster.
    """

    width: int
    height: int
    focus: tuple[float, float]
    full: bool = False


class Region(NamedTuple):
    """A part of a picture: its edges as parts of the picture's width and height."""

    left: float
    top: float
    right: float
    bottom: float


def region(photo: Photo, cut: Cut) -> Region:
    """Return the largest part with the proportions of `cut`.

    Its focal point is as near the middle as the edges of the picture allow.
    """
    ratio = (cut.width * photo.height) / (cut.height * photo.width)
    left, right = _around(cut.focus[0], min(1.0, ratio))
    top, bottom = _around(cut.focus[1], min(1.0, 1 / ratio))
    return Region(left, top, right, bottom)


def _around(focus: float, length: float) -> tuple[float, float]:
    start = min(max(focus - length / 2, 0.0), 1.0 - length)
    return start, start + length


def _moved(area: Area, scale: float, x: float, y: float) -> Area:
    outline = tuple(
        Segment(step, tuple((round(x + scale * px), round(y + scale * py)) for px, py in points))
        for step, points in area.outline
    )
    window = area.window
    if window:
        (left, top), (right, bottom) = (
            (round(x + scale * px), round(y + scale * py))
            for px, py in ((window.x, window.y), (window.right, window.bottom))
        )
        window = Box.between(left, top, right, bottom)
    return area._replace(outline=outline, window=window)
