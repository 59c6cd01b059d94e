"""What the plates of a page are made from: its operators and images, read once for all of them."""

from __future__ import annotations

from paroll.preflight.contents.painted import Image
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.samples import Planes, planes
from paroll.preflight.contents.scripts import Scripts
from paroll.preflight.contents.spaces import Colour, Space, inks
from paroll.preflight.contents.steps import Load, Step
from paroll.preflight.contents.toner import Toner

MOST_STEPS = 400_000
"""A page whose plates together have more operators is not taken apart any further."""
FINENESS = 1.5
"""How many pixels of an image are kept for one of the plate, each way."""


class Source:
    """What all plates of a page share: streams that were parsed, images that were decoded."""

    def __init__(self, scripts: Scripts, toner: Toner, dpi: float) -> None:
        self.scripts = scripts
        self.toner = toner
        self.dpi = dpi
        self.left = MOST_STEPS
        self.unread = False
        self.tiled = False
        self._inks: dict[tuple[Space, tuple[float, ...]], dict[str, float]] = {}
        self._planes: dict[object, Planes | None] = {}

    def steps(self, at: object, load: Load, resources: Resources) -> list[Step]:
        """Return the operators of a stream that the file knows by `at`."""
        found = self.scripts.read(at, load, resources)
        self.left -= len(found or ())
        if found is None or self.left < 0:
            self.unread = True
            return []
        return found

    def inks(self, colour: Colour) -> dict[str, float]:
        """Return how much of each ink a colour takes."""
        at = (colour.space, colour.values)
        if at not in self._inks:
            self._inks[at] = inks(colour.space, colour.values, self.toner.inks)
        return self._inks[at]

    def planes(self, image: Image, at: object) -> Planes:
        """Return the inks of an image, in few enough pixels."""
        factor = max(1, int(image.ppi / (self.dpi * FINENESS)))
        where = (at, factor)
        if where not in self._planes:
            self._planes[where] = planes(image, factor, self.toner)
        found = self._planes[where]
        self.unread = self.unread or found is None
        return found or {}
