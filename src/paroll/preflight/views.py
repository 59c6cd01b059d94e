"""Pictures of pages, to mark places on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paroll.tuples import NamedTuple
from paroll.units import Box

_LONGEST = 1000
_COLOURS = 256
_MOST = 60
"""How many pages are drawn: a report of more is too large to be sent."""


class View(NamedTuple):
    """A picture of a page, as a PNG, with all that is round its trim.

    `area` is what it shows, in EMU from the top left corner of the trim; `trim` and `bleed` are
    where the page is cut and where its bleed ends, or None if it does not say.
    """

    page: int
    png: bytes
    area: Box
    trim: Box | None
    bleed: Box | None


def views(path: Path) -> Iterator[View]:
    """Yield pictures of the pages of a file, for as long as they can be drawn."""
    from paroll.preflight.leaf import leaves  # noqa: PLC0415
    from paroll.preflight.opening import opened  # noqa: PLC0415
    from paroll.press.raster import png, spread  # noqa: PLC0415

    pdf, _ = opened(path)
    if pdf is None:
        return
    with pdf:
        try:
            for leaf, image in zip(leaves(pdf), spread(path, _LONGEST, _MOST), strict=False):
                if leaf.media is None:
                    continue
                trim = leaf.trim or leaf.art
                yield View(
                    leaf.number,
                    png(image.quantize(_COLOURS)),  # a quarter of the size
                    leaf.place(leaf.media),
                    leaf.place(trim) if trim else None,
                    leaf.place(leaf.bleed) if leaf.bleed else None,
                )
        except ValueError:  # pdfium mends less than qpdf does
            return
