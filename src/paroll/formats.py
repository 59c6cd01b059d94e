"""Formats: the surfaces material is made for. A new one is a row in this table."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from paroll.units import Box, Emu, inch, mm, pt


class Medium(StrEnum):
    """How a format is met: shown on a screen, or printed and cut."""

    SCREEN = "screen"
    PRINT = "print"


PIXEL = pt(0.5)
"""A pixel of a picture for social media: half a point, so that type in whole points stays sharp."""


class Format(NamedTuple):
    """A surface. `margin` is the free edge of the design, `smallest` the legible body size.

    `least` is the smallest size of small print: what is read close by, or need not be read by all.

    `head` and `foot` are what an app covers with its own buttons: colour, but no text.
    """

    name: str
    medium: Medium
    width: Emu
    height: Emu
    bleed: Emu
    margin: Emu
    smallest: Emu
    head: Emu = 0
    foot: Emu = 0
    least: Emu = 0

    @property
    def page(self) -> Box:
        """The trimmed page."""
        return Box(0, 0, self.width, self.height)

    @property
    def seen(self) -> Box:
        """The part of the page that no app covers."""
        return Box(0, self.head, self.width, self.height - self.head - self.foot)

    @property
    def pixels(self) -> tuple[int, int]:
        """The width and height of a picture for social media in pixels."""
        return self.width // PIXEL, self.height // PIXEL

    @property
    def painted(self) -> Box:
        """The page with its bleed: what grounds and bands must cover."""
        bleed = self.bleed
        return Box(-bleed, -bleed, self.width + 2 * bleed, self.height + 2 * bleed)


DECK = Format("deck", Medium.SCREEN, inch(40 / 3), inch(7.5), 0, inch(2 / 3), pt(18), least=pt(13))
LEAFLET_A5 = Format(
    "leaflet-a5", Medium.PRINT, mm(148), mm(210), mm(3), mm(12), pt(8.5), least=pt(6.5)
)


def _social(name: str, width: int, height: int, *, head: int = 0, foot: int = 0) -> Format:
    """Return the format of a picture for social media; all its measures are pixels.

    On a phone it is shown at about a third of its size: 40 pixels are as large as text in an app.
    """
    margin, smallest = 72 * PIXEL, 40 * PIXEL
    page = (width * PIXEL, height * PIXEL, 0, margin, smallest)
    return Format(name, Medium.SCREEN, *page, head * PIXEL, foot * PIXEL)


SOCIAL_SQUARE = _social("social-square", 1080, 1080)
SOCIAL_PORTRAIT = _social("social-portrait", 1080, 1350)
SOCIAL_STORY = _social("social-story", 1080, 1920, head=250, foot=340)
SOCIAL_WIDE = _social("social-wide", 1200, 630)
SOCIAL = (SOCIAL_SQUARE, SOCIAL_PORTRAIT, SOCIAL_STORY, SOCIAL_WIDE)

FORMATS = {form.name: form for form in (DECK, LEAFLET_A5, *SOCIAL)}
