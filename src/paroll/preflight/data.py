"""The report as JSON, for programs: its shape is told in docs/preflight.md and kept stable."""

from __future__ import annotations

from collections.abc import Iterable

from paroll.finding import Severity
from paroll.preflight.model import Issue, Report
from paroll.preflight.text import grouped
from paroll.units import to_mm

VERSION = 1

Json = dict[str, object]


def as_data(reports: Iterable[Report], printer: str) -> Json:
    """Return reports as JSON holds them, for the printer profile of that name."""
    return {"version": VERSION, "printer": printer, "files": [_file(each) for each in reports]}


def _file(report: Report) -> Json:
    issues = [issue for group in grouped(report.issues) for issue in group.issues]
    return {
        "file": report.name,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "facts": dict(report.facts),
        "issues": [_issue(issue) for issue in issues],
    }


def _issue(issue: Issue) -> Json:
    finding = issue.finding
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "page": issue.page or None,
        "box": [round(to_mm(length), 2) for length in issue.box] if issue.box else None,
    }
