"""Preflight from end to end: a PDF in, a report out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from paroll.formats import Format
from paroll.preflight.boxes import box_issues
from paroll.preflight.claim import claim_issues, claimed
from paroll.preflight.contents import contents_issues
from paroll.preflight.extras import extra_issues
from paroll.preflight.facts import claim_facts, font_facts, ink_facts, origin, page_facts
from paroll.preflight.fonts import faces, font_issues
from paroll.preflight.forms import form_issues, named_by
from paroll.preflight.leaf import leaves
from paroll.preflight.model import Issue, Report
from paroll.preflight.objects import object_issues
from paroll.preflight.opening import opened
from paroll.preflight.walk import used
from paroll.printers import Printer, Standard
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from pikepdf import Pdf


class Step(NamedTuple):
    """What comes next: how many seconds and how many bytes of memory it may take."""

    seconds: float
    memory: int


OPENING = Step(5.0, 300_000_000)
"""To open a file."""
PAGES = Step(40.0, 300_000_000)
"""To find what all pages use."""
CONTENTS = Step(30.0, 1_000_000_000)
"""To read what pages paint: large pictures are taken apart into inks."""
A_PAGE = 3.0
"""How many seconds more for each page."""

Tell = Callable[[Step | Report], None]
"""Takes what comes next, and what was found so far."""


class Wish(NamedTuple):
    """What a file is held to."""

    printer: Printer
    form: Format | None = None


def preflight(source: Path | bytes, name: str, wish: Wish, tell: Tell = lambda _: None) -> Report:
    """Return all that is found in a PDF, called `name`. Raises OSError if it cannot be read."""
    tell(OPENING)
    pdf, found = opened(source)
    issues = tuple(map(Issue, found))
    if pdf is None:
        return Report(name, (), issues)
    tell(PAGES)
    with pdf:
        report = _structure(pdf, Report(name, (), issues), wish)
        tell(report)
        tell(CONTENTS._replace(seconds=CONTENTS.seconds + A_PAGE * len(pdf.pages)))
        issues = (*report.issues, *contents_issues(pdf, _reader(pdf, wish.printer)))
        return report._replace(issues=tuple(dict.fromkeys(issues)))


def _reader(pdf: Pdf, printer: Printer) -> Printer:
    """Return the printer that a file is for: one of PDF/X-1a if the file claims to be that."""
    return printer._replace(standard=Standard.X1A) if claimed(pdf).is_x1a else printer


def _structure(pdf: Pdf, report: Report, wish: Wish) -> Report:
    """Return a report with what is found in an open PDF before its pages are read."""
    printer, claim = wish.printer, claimed(pdf)
    form = wish.form or named_by(report.name)
    pages = list(leaves(pdf))
    things = list(used(pages))
    fonts = faces(things)
    facts = (
        *page_facts(pages),
        *claim_facts(claim),
        *ink_facts(things),
        *font_facts(fonts),
        *origin(pdf),
    )
    plain = claim.is_old or printer.standard is Standard.X1A
    issues = chain(
        report.issues,
        claim_issues(pdf, claim, printer),
        box_issues(pages, printer),
        form_issues(pages, form) if form else (),
        font_issues(fonts),
        extra_issues(pdf, pages),
        object_issues(pdf, pages, things, plain),
    )
    return Report(report.name, facts, tuple(dict.fromkeys(issues)))
