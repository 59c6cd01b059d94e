"""What a page paints, one thing after the other, as plain data for rules."""

from __future__ import annotations

from enum import StrEnum

from paroll.preflight.contents.fonts import Font
from paroll.preflight.contents.scripts import Scripts
from paroll.preflight.contents.spaces import Colour, Space
from paroll.tuples import NamedTuple
from paroll.units import Box, Rect


class Kind(StrEnum):
    """What is painted, by the word people have for it."""

    TEXT = "text"
    AREA = "area"
    LINE = "line"
    IMAGE = "image"
    STENCIL = "stencil"
    SHADING = "shading"


class Image(NamedTuple):
    """An image: pixels, bits of each sample, effective pixels to the inch, its colours.

    `source` is its stream, or an inline image of pikepdf.
    """

    width: int
    height: int
    bits: int
    ppi: float
    space: Space | None
    source: object


class Words(NamedTuple):
    """A piece of text: its size on the page in points, its font and what it says.

    `missing` is the code of a glyph that the font's program does not hold.
    """

    size: float
    font: Font | None
    said: str
    missing: int | None = None


class Painted(NamedTuple):
    """Something painted. `box` is what can be seen of it, in points on the page.

    `thickness` is that of a line, or of an area if it is a rectangle, else None. `over` says that
    it overprints, and `mode` how zeros in CMYK count then (OPM).
    """

    kind: Kind
    box: Rect
    colour: Colour | None
    over: bool = False
    mode: int = 0
    opaque: bool = True
    thickness: float | None = None
    words: Words | None = None
    image: Image | None = None


class Sheet(NamedTuple):
    """A page as preflight sees it: boxes in points as the file has them, what is painted in order.

    `whole` says that it was read to its end. `scripts` are its contents, for who takes it apart.
    """

    number: int
    trim: Rect
    media: Rect
    unit: float
    objects: tuple[Painted, ...]
    whole: bool
    scripts: Scripts

    def place(self, box: Rect) -> Box:
        """Return a box of the page as reports have it: in EMU, from the corner of the trim."""
        return box.place(self.trim)
