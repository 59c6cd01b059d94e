"""All checks of contents, page by page."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from paroll.preflight.contents.colours import colour_faults
from paroll.preflight.contents.edges import page_faults
from paroll.preflight.contents.faults import issues
from paroll.preflight.contents.pictures import picture_faults
from paroll.preflight.contents.sheets import sheets
from paroll.preflight.contents.strokes import stroke_faults
from paroll.preflight.contents.texts import text_faults
from paroll.preflight.model import Issue
from paroll.printers import Printer

CHECKS = (page_faults, colour_faults, picture_faults, stroke_faults, text_faults)


def inspected(pdf: pikepdf.Pdf, printer: Printer) -> Iterator[Issue]:
    """Yield what is wrong in the pages of an open PDF."""
    for sheet in sheets(pdf):
        for check in CHECKS:
            yield from issues(sheet, check(sheet, printer))
