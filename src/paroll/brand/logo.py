"""A brand's logo, drawn (SVG) or as pixels (PNG)."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from paroll.brand.model import Drawing, Ink, Raster
from paroll.brand.svg import DRAWING, read_drawing
from paroll.finding import Finding, Span
from paroll.sheet import Colour

LARGEST_DRAWING = 250_000
LARGEST_PICTURE = 10_000_000
"""The most bytes of a logo."""

MOST_PIXELS = 80_000_000

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = b"IEND\xaeB`\x82"


def read_logo(
    data: bytes, file: str, colours: Mapping[Colour, Ink]
) -> tuple[Drawing | Raster | None, list[Finding]]:
    """Read a logo; `file` names it in findings, `colours` are those it may have."""
    most = LARGEST_PICTURE if data.startswith(_SIGNATURE) else LARGEST_DRAWING
    if len(data) > most:
        message = f"the file has {len(data):_} bytes; the most is {most:_}".replace("_", " ")
        return None, [DRAWING.at(Span(file, 1, 1), message, "simplify the logo")]
    if not data.startswith(_SIGNATURE):
        return read_drawing(data, file, colours)
    width, height = struct.unpack_from(">II", data.ljust(24, b"\0"), 16)
    if not data.endswith(_END) or not 0 < width * height <= MOST_PIXELS:
        message = f"the PNG is damaged or too large ({width} × {height} pixels)"
        return None, [DRAWING.at(Span(file, 1, 1), message, "export it anew")]
    return Raster(width, height, data), []
