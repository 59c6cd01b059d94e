"""What is known of a picture before its pixels are, and how it may be shown."""

from __future__ import annotations

from typing import NamedTuple

from paroll.stock import Stock


class Photo(NamedTuple):
    """A JPEG or PNG in stock whose head is sound: as wide and high, in pixels, as it is seen.

    A `whole` one cannot be decoded at a smaller scale.
    """

    stock: Stock
    path: str
    width: int
    height: int
    whole: bool = False


class Damaged(Exception):
    """A picture that cannot be decoded. `str()` says why, beginning with its path."""


class Cut(NamedTuple):
    """How a picture is shown: in at most so many pixels, round a focal point (parts of a whole)."""

    width: int
    height: int
    focus: tuple[float, float]


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
