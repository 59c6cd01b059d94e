"""A picture as something that fills a slot."""

from __future__ import annotations

from math import inf
from typing import Self

from paroll.finding import Span
from paroll.layout.fit import Matter
from paroll.layout.typecase import Typecase
from paroll.pictures import Cut, Photo, Sketch, region
from paroll.sheet import Area, Picture, Slot
from paroll.tuples import NamedTuple
from paroll.units import EMU_PER_INCH

MIDDLE = (0.5, 0.4)
"""The focal point of a picture without one: faces are above the middle."""


class Shot(NamedTuple):
    """A picture that an author named for a slot; `data` is what is shown there, once it is cut.

    `focus` is the point that must not be cut away, in parts of width and height. Of a drawing
    nothing is: it is shown whole, and its `areas` beside its pixels.
    """

    photo: Photo | Sketch
    alt: str
    focus: tuple[float, float] = MIDDLE
    span: Span | None = None
    data: bytes = b""
    areas: tuple[Area, ...] = ()

    def cut(self, slot: Slot, ppi: int, *, full: bool = False) -> Self:
        """Return it as `slot` shows it, in `ppi` pixels per inch; raise `Damaged`.

        Where it is not `full` it may have a fifth less.
        """
        if isinstance(self.photo, Sketch):
            from paroll.pictures.raster import rasterised  # noqa: PLC0415

            areas = self.photo.shown(slot.box)
            return self._replace(data=rasterised(areas, slot.box, ppi), areas=areas)
        from paroll.pictures.develop import develop  # noqa: PLC0415  (few pages have pictures)

        return self._replace(data=develop(self.photo, self._cut(slot, ppi)._replace(full=full)))

    def pixels_per_inch(self, slot: Slot) -> float:
        """Return how many of its pixels `slot` shows on an inch; a drawing is as fine as any."""
        if isinstance(self.photo, Sketch):
            return inf
        part = region(self.photo, self._cut(slot, 100))
        return self.photo.width * (part.right - part.left) * EMU_PER_INCH / slot.box.w

    def _cut(self, slot: Slot, ppi: int) -> Cut:
        width, height = (round(edge * ppi / EMU_PER_INCH) for edge in (slot.box.w, slot.box.h))
        return Cut(width, height, self.focus)

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`: a picture is cut to any slot."""
        del case, slot
        return True

    def set(self, case: Typecase, slot: Slot) -> Picture:
        """See `Filling.set`."""
        del case
        return Picture(slot.box, self.data, self.alt, slot, self.span, self.areas)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | None:
        """See `Filling.culprit`."""
        del case, slot
        return None
