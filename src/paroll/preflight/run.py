"""Preflight from end to end: a PDF in, a report out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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

if TYPE_CHECKING:
    from pikepdf import Pdf


OPENING = 5.0
"""How many seconds a file may take to be opened."""
PAGES = 20.0
"""How many seconds what all pages use may take to be found."""

Tell = Callable[[float], None]
"""Takes how many seconds the next step may take."""


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
        return _inspected(pdf, Report(name, (), issues), wish)


def _inspected(pdf: Pdf, report: Report, wish: Wish) -> Report:
    """Return a report with all that is found in an open PDF."""
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
        contents_issues(pdf, printer._replace(standard=Standard.X1A) if plain else printer),
    )
    return Report(report.name, facts, tuple(dict.fromkeys(issues)))
