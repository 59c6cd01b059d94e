"""Formats: the surfaces material is made for. A new one is a row in this table."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from paroll.units import Box, Emu, inch, mm, pt


class Medium(StrEnum):
    """How a format is met: shown on a screen, or printed and cut."""

    SCREEN = "screen"
    PRINT = "print"


class Format(NamedTuple):
    """A surface. `margin` is the free edge of the design, `smallest` the legible body size."""

    name: str
    medium: Medium
    width: Emu
    height: Emu
    bleed: Emu
    margin: Emu
    smallest: Emu

    @property
    def page(self) -> Box:
        """The trimmed page."""
        return Box(0, 0, self.width, self.height)

    @property
    def painted(self) -> Box:
        """The page with its bleed: what grounds and bands must cover."""
        bleed = self.bleed
        return Box(-bleed, -bleed, self.width + 2 * bleed, self.height + 2 * bleed)


DECK = Format("deck", Medium.SCREEN, inch(40 / 3), inch(7.5), 0, inch(2 / 3), pt(18))
LEAFLET_A5 = Format("leaflet-a5", Medium.PRINT, mm(148), mm(210), mm(3), mm(12), pt(8.5))

FORMATS = {form.name: form for form in (DECK, LEAFLET_A5)}
