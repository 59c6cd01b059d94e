"""What pages paint, held against what a print shop asks. Libraries are imported when it is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from paroll.preflight.contents.rules import RULES
from paroll.preflight.model import Issue
from paroll.printers import Printer

if TYPE_CHECKING:
    from pikepdf import Pdf

__all__ = ["RULES", "contents_issues"]


def contents_issues(pdf: Pdf, printer: Printer) -> Iterator[Issue]:
    """Yield what a print shop would call about in what the pages of an open PDF paint.

    Bounded in what it reads; a file that is broken or too much is said to be so. The same finding
    may come several times, with several places on one page.
    """
    from paroll.preflight.contents.inspecting import inspected  # noqa: PLC0415  (pikepdf, PDFium)

    return inspected(pdf, printer)
