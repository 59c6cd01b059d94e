"""All checks of contents, page by page."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from paroll.preflight.contents import rules
from paroll.preflight.contents.colours import colour_faults, twin_faults
from paroll.preflight.contents.coverage import bleed_faults, ink_faults
from paroll.preflight.contents.edges import page_faults
from paroll.preflight.contents.faults import Fault, Gathering
from paroll.preflight.contents.inking import separated
from paroll.preflight.contents.painted import Sheet
from paroll.preflight.contents.pictures import picture_faults
from paroll.preflight.contents.sheets import sheets
from paroll.preflight.contents.strokes import stroke_faults
from paroll.preflight.contents.texts import text_faults
from paroll.preflight.contents.toner import Toner
from paroll.preflight.model import Issue
from paroll.preflight.reading import box
from paroll.printers import Printer
from paroll.units import EMU_PER_POINT

CHECKS = (page_faults, colour_faults, picture_faults, stroke_faults, text_faults)


def inspected(pdf: pikepdf.Pdf, printer: Printer) -> Iterator[Issue]:
    """Yield what is wrong in the pages of an open PDF."""
    toner = Toner(printer.photos)
    found, spots = Gathering(), dict[str, str]()
    for sheet, page in zip(sheets(pdf), pdf.pages, strict=False):
        for check in CHECKS:
            found.add(sheet, check(sheet, printer))
        found.add(sheet, twin_faults(sheet, spots))
        found.add(sheet, _inked(sheet, page.obj, printer, toner))
    yield from found.issues()


def _inked(sheet: Sheet, page: object, printer: Printer, toner: Toner) -> Iterator[Fault]:
    """Yield what the ink of a page shows; a page not read to its end may take ages to draw."""
    if not sheet.whole:
        return
    beyond = max(printer.bleed) / EMU_PER_POINT
    ink = separated(sheet, page, beyond, toner)
    if ink is None:
        return
    if not ink.whole:
        message = "the ink of the page could not be counted in full"
        yield Fault(rules.UNREAD, message, "simplify the page, or save its pictures anew")
    if not ink.plates:
        return
    yield from ink_faults(ink, sheet, printer)
    if box(page, "/TrimBox") or box(page, "/ArtBox"):  # else nobody knows where the page is cut
        yield from bleed_faults(ink, sheet, printer.bleed)
