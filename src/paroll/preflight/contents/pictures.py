"""Faults of images: too few pixels for their size."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.preflight.contents import rules
from paroll.preflight.contents.faults import Fault
from paroll.preflight.contents.painted import Image, Sheet
from paroll.printers import Printer

FEW_PIXELS = 16
"""Images of no more pixels are plain colours or patterns, and not counted (GWG 2015, 4.26)."""
LEAST_LINES = 550
"""The least pixels to the inch of pictures of one bit (GWG 2015, 4.27)."""


def picture_faults(sheet: Sheet, printer: Printer) -> Iterator[Fault]:
    """Yield the images inside the trim that are too coarse at their size on the page."""
    for one in sheet.objects:
        image = one.image
        if image is None or image.width * image.height <= FEW_PIXELS:
            continue
        if not one.box.touches(sheet.trim):
            continue
        ppi = round(image.ppi)
        if image.bits == 1:
            if ppi < min(LEAST_LINES, 2 * printer.warn_ppi):
                yield Fault(rules.COARSE_LINES, *_said(image, ppi, LEAST_LINES), one.box)
        elif ppi < printer.least_ppi:
            yield Fault(rules.COARSE, *_said(image, ppi, printer.least_ppi), one.box)
        elif ppi < printer.warn_ppi:
            yield Fault(rules.SOFT, *_said(image, ppi, printer.warn_ppi), one.box)


def _said(image: Image, ppi: int, least: int) -> tuple[str, str]:
    pixels = f"{image.width} × {image.height} pixels"
    scale = ppi / least
    return (
        f"a picture of {pixels} is printed at {ppi} ppi",
        f"take one of {least} ppi or more, or print it at {scale:.0%} of this size",
    )
