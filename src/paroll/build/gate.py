"""The gate for print: no file goes to a print shop that preflight finds an error in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paroll.finding import Finding, Severity

if TYPE_CHECKING:
    from paroll.formats import Format
    from paroll.printers import Printer

MENDED_BY_AUTHORS = frozenset({"F221"})
"""Errors that only the author can mend: a picture with too few pixels for its place."""


class Unfit(Exception):
    """A print file has errors that its author can mend; `findings` say which."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(*findings)
        self.findings = findings


def let_through(pdf: bytes, name: str, printer: Printer, form: Format | None = None) -> bytes:
    """Return a print file called `name` if preflight for `printer` finds no error in it.

    Raises `Unfit` if the author can mend it, and `Unsound` for faults of paroll's own.
    """
    from paroll.paint import Unsound  # noqa: PLC0415  (only what paints gets here)
    from paroll.preflight.run import Wish, preflight  # noqa: PLC0415
    from paroll.preflight.text import grouped, told  # noqa: PLC0415

    report = preflight(pdf, name, Wish(printer, form))
    errors = tuple(i for i in report.issues if i.finding.severity is Severity.ERROR)
    if any(issue.finding.code not in MENDED_BY_AUTHORS for issue in errors):
        raise Unsound(told(report._replace(facts=(), issues=errors)).strip())
    if errors:
        raise Unfit([_named(group.finding, name) for group in grouped(errors)])
    return pdf


def _named(finding: Finding, name: str) -> Finding:
    """Return a finding that says in which file it is."""
    return finding._replace(message=f"{finding.message} ({name})")
