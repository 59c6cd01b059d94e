"""A page as a print shop sees it: its boxes, and places on it from the corner of its trim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from paroll.preflight.reading import box, number
from paroll.tuples import NamedTuple
from paroll.units import Box, Rect

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


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
        names = ("Media", "Crop", "Bleed", "Trim", "Art")
        media, crop, bleed, trim, art = (box(at, f"/{each}Box") for each in names)
        unit = number(at, "/UserUnit") or 1.0
        yield Leaf(count, at, media, crop, bleed, trim, art, unit)
