"""A page as a print shop sees it: its boxes, and places on it from the corner of its trim."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from paroll.preflight.reading import entry, items, number
from paroll.tuples import NamedTuple
from paroll.units import Box, Rect

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MOST = 14_400.0 * 75
"""The widest page in points that a coordinate is taken for: 200 in, at the largest UserUnit."""


class Leaf(NamedTuple):
    """A page: its number from 1, its dictionary, and the boxes that it has itself."""

    number: int
    page: Object
    media: Rect | None
    crop: Rect | None
    bleed: Rect | None
    trim: Rect | None
    art: Rect | None
    unit: float

    @property
    def trimmed(self) -> Rect:
        """Where the page is cut: its TrimBox, or what comes nearest to one."""
        return self.trim or self.art or self.crop or self.media or Rect(0, 0, 0, 0)

    @property
    def printed(self) -> Rect:
        """What the print shop works with: the BleedBox, or the TrimBox if there is none."""
        return self.bleed or self.trimmed

    def place(self, rect: Rect) -> Box:
        """Return where a rectangle is, in EMU from the top left corner of the trim."""
        return rect.place(self.trimmed, self.unit)


def leaves(pdf: Pdf) -> Iterator[Leaf]:
    """Yield the pages of a PDF. What pages inherit must stand on them, as pikepdf sees to."""
    for count, page in enumerate(pdf.pages, start=1):
        at = page.obj
        names = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
        media, crop, bleed, trim, art = (rect(entry(at, f"/{box}")) for box in names)
        unit = number(at, "/UserUnit") or 1.0
        yield Leaf(count, at, media, crop, bleed, trim, art, unit)


def rect(found: object) -> Rect | None:
    """Return an array of four numbers as a rectangle, or None if it is none or has no area."""
    numbers = [value for each in items(found) if (value := number(each)) is not None]
    if len(numbers) != 4 or not all(map(_sane, numbers)):
        return None
    (left, right), (bottom, top) = sorted(numbers[::2]), sorted(numbers[1::2])
    return Rect(left, bottom, right, top) if left < right and bottom < top else None


def _sane(value: float) -> bool:
    return math.isfinite(value) and abs(value) <= _MOST
