"""The report as text: what the file is, then what to mend, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paroll.finding import Finding, Severity
from paroll.preflight.model import Issue, Report
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, to_mm

_MOST_PAGES = 6


class Group(NamedTuple):
    """Issues that say the same, of one place or many."""

    finding: Finding
    issues: tuple[Issue, ...]


def told(report: Report) -> str:
    """Return a report as text a person can read in a minute."""
    wide = max((len(label) for label, _ in report.facts), default=0)
    parts = [
        f"{printable(report.name)}: {verdict(report)}",
        "\n".join(f"  {label:{wide}}  {printable(value)}" for label, value in report.facts),
        *(_group(group) for group in grouped(report.issues)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def verdict(report: Report) -> str:
    """Return the outcome in a few words. What is said of many places counts as one."""
    found = [group.finding.severity for group in grouped(report.issues)]
    counts = [(found.count(each), each) for each in (Severity.ERROR, Severity.WARNING)]
    said = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return ", ".join(said) or "nothing to mend"


def grouped(issues: Iterable[Issue]) -> list[Group]:
    """Return issues that say the same as one, errors first, then by page and by code."""
    groups: dict[Finding, list[Issue]] = {}
    for issue in issues:
        groups.setdefault(issue.finding, []).append(issue)
    every = [Group(finding, tuple(sorted(of, key=_order))) for finding, of in groups.items()]
    return sorted(every, key=lambda group: _order(group.issues[0]))


def _order(issue: Issue) -> tuple[bool, int, str, str, Box]:
    finding = issue.finding
    place = issue.box or Box(0, 0, 0, 0)
    is_warning = finding.severity is Severity.WARNING
    return is_warning, issue.page, finding.code, finding.message, place


def _group(group: Group) -> str:
    finding = group.finding
    lines = [f"{finding.severity}[{finding.code}] {printable(finding.message)}"]
    lines += [f"  --> {there}" for there in places(group.issues)]
    if finding.hint:
        lines.append(f"   = hint: {printable(finding.hint)}")
    return "\n".join(lines)


def places(issues: Iterable[Issue]) -> list[str]:
    """Return pages and places, a line for each page with a place, or one for all pages."""
    there = [issue for issue in issues if issue.page]
    if not any(issue.box for issue in there):
        pages = runs(issue.page for issue in there)
        return [f"page{'' if pages.isdigit() else 's'} {pages}"] if pages else []
    boxes: dict[int, list[Box]] = {}
    for issue in there:
        boxes.setdefault(issue.page, []).extend([issue.box] if issue.box else [])
    named = [", ".join(filter(None, (f"page {page}", where(on)))) for page, on in boxes.items()]
    more = runs([*boxes][_MOST_PAGES:])
    return named[:_MOST_PAGES] + ([f"pages {more}"] if more else [])


def where(boxes: Sequence[Box]) -> str:
    """Return where the first of some boxes is, how large it is, and how many more there are."""
    if not boxes:
        return ""
    x, y, w, h = map(_mm, boxes[0])
    more = len(boxes) - 1
    rest = f", and {more} more place{'' if more == 1 else 's'}" if more else ""
    return f"{x} mm from the left, {y} mm from the top ({w} × {h} mm){rest}"


def _mm(length: Emu) -> str:
    return f"{to_mm(length):.1f}".removesuffix(".0").replace("-", "−")


def runs(pages: Iterable[int]) -> str:
    """Return page numbers in short: `1-3, 5`."""
    found: list[list[int]] = []
    for page in sorted(set(pages)):
        if found and found[-1][-1] == page - 1:
            found[-1].append(page)
        else:
            found.append([page])
    return ", ".join(
        f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in found
    )


def printable(text: str) -> str:
    """Return text of a foreign file on one line, without what moves a terminal's cursor."""
    return "".join(letter if letter.isprintable() else "·" for letter in text)
