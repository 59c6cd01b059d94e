"""The report as a page for a browser: one file, no scripts, places marked on pictures of pages.

Whatever comes from the PDF is escaped; the page may load nothing and run nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import hypot
from pathlib import Path

from paroll.preflight.guard import Checked
from paroll.preflight.model import Issue, Report
from paroll.preflight.text import Group, grouped, printable, runs, verdict, where
from paroll.preflight.views import View
from paroll.tuples import NamedTuple
from paroll.units import EMU_PER_MM, Box

STYLE = Path(__file__).with_name("page.css")
_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
"""
_MOST_MARKS = 200
"""How many places are marked on a page: of more, nobody sees any."""
_LEGEND = """<p class="legend">The dashed line is the trim, where the page is cut; the line outside
it is the end of the bleed. Places are measured from the top left corner of the trim.</p>
"""
_SPECK = 2.5
"""What is smaller than this, in millimetres, gets a mark of this size, or it would not be seen."""


Mark = tuple[int, str, Box]
"""A place to mark: the number of what is wrong, how grave it is, and where."""


class Numbered(NamedTuple):
    """What is to be mended, and the number it has on the page."""

    number: int
    group: Group


def page(found: Sequence[Checked], printer: str) -> str:
    """Return reports as one page of HTML; `printer` is what the files are to be printed by."""
    title = printable(found[0].report.name) if len(found) == 1 else f"{len(found)} files"
    parts = [
        _HEAD,
        f"<title>Preflight: {escape(title)}</title>\n",
        f"<style>\n{STYLE.read_text('utf-8')}</style>\n",
        "<body>\n<main>\n",
        *(_file(each, printer) for each in found),
        "</main>\n</body>\n</html>\n",
    ]
    return "".join(parts)


def _file(checked: Checked, printer: str) -> str:
    report = checked.report
    numbered = [Numbered(n, group) for n, group in enumerate(grouped(report.issues), start=1)]
    drawn = {view.page: view for view in checked.views}
    told: set[int] = set()
    whole = [each for each in numbered if _is_general(each.group)]
    placed = [each for each in numbered if not _is_general(each.group)]
    pages = sorted({issue.page for each in placed for issue in each.group.issues})
    parts = [
        '<article>\n<header class="file">\n',
        f"<h1>{_text(report.name)}</h1>\n{_outcome(report)}",
        f"{_facts(report, printer)}</header>\n",
        _section("The file as a whole", _list(whole, told)) if whole else "",
        *(_page(number, placed, drawn.get(number), told) for number in pages),
        _quiet([view for view in checked.views if view.page not in pages]),
        _LEGEND if checked.views else "",
        "</article>\n",
    ]
    return "".join(parts)


def _is_general(group: Group) -> bool:
    """Say whether something is wrong with the file as a whole, or with several pages as such."""
    pages = {issue.page for issue in group.issues}
    return pages == {0} or (len(pages) > 1 and not any(issue.box for issue in group.issues))


def _outcome(report: Report) -> str:
    kind = "good" if not report.issues else "bad" if "error" in verdict(report) else "fair"
    return f'<p class="outcome {kind}">{escape(verdict(report))}</p>\n'


def _facts(report: Report, printer: str) -> str:
    facts = [*report.facts, ("checked for", printer)]
    rows = (
        f"<div><dt>{_text(label)}</dt><dd>{_text(value)}</dd></div>\n" for label, value in facts
    )
    return f"<dl>\n{''.join(rows)}</dl>\n"


def _section(title: str, body: str) -> str:
    return f"<section>\n<h2>{escape(title)}</h2>\n{body}</section>\n"


def _page(number: int, numbered: Iterable[Numbered], view: View | None, told: set[int]) -> str:
    """Return a page of the PDF: its picture and, beside it, what is to be mended on it."""
    here = [each for each in numbered if any(i.page == number for i in each.group.issues)]
    listed = _list(here, told, number)
    body = f'<div class="pair">\n{_picture(view, here) if view else ""}{listed}</div>\n'
    return _section(f"Page {number}", body)


def _list(numbered: Iterable[Numbered], told: set[int], page: int = 0) -> str:
    """Return what is to be mended as a list. Of what was told before, only the place is."""
    rows = []
    for number, group in numbered:
        finding = group.finding
        kind = escape(str(finding.severity))
        lines = [
            f'<span class="badge {kind}">{number}</span>',
            f"<p><strong>{_text(finding.message)}</strong>",
            f'<span class="kind">{kind} {escape(finding.code)}</span></p>',
        ]
        if number in told:
            there = where([issue.box for issue in group.issues if issue.page == page and issue.box])
        else:
            told.add(number)
            lines += [f"<p>{_text(finding.hint)}</p>" * bool(finding.hint), _why(group)]
            there = _where(group.issues, page)
        if there:
            lines.append(f'<p class="where">{_text(there)}</p>')
        rows.append(f"<li>{''.join(lines)}</li>\n")
    return f'<ol class="issues">\n{"".join(rows)}</ol>\n'


def _why(group: Group) -> str:
    return (
        f"<details><summary>Why</summary><p>{_text(group.finding.rule.explanation)}</p></details>"
    )


def _where(issues: Sequence[Issue], page: int) -> str:
    """Return where on this page it is, and on which other pages too."""
    here = where([issue.box for issue in issues if issue.page == page and issue.box])
    others = {issue.page for issue in issues} - {page, 0}
    said = [here] if here else []
    if others:
        also = "also on" if page else "on"
        said.append(f"{also} page{'s' if len(others) > 1 else ''} {runs(others)}")
    return "; ".join(said)


def _picture(view: View, numbered: Iterable[Numbered]) -> str:
    """Return the picture of a page with its trim, its bleed and the places marked."""
    marks = [
        (each.number, str(each.group.finding.severity), issue.box)
        for each in numbered
        for issue in each.group.issues
        if issue.page == view.page and issue.box
    ][:_MOST_MARKS]
    area = view.area
    frame = " ".join(f"{value / EMU_PER_MM:.2f}" for value in area)
    said = f"Page {view.page}, with {len(marks)} place{'' if len(marks) == 1 else 's'} marked"
    drawn = [
        f'<image href="data:image/png;base64,{b64encode(view.png).decode()}" {_at(area)} '
        'preserveAspectRatio="none"/>\n',
        f'<rect class="bleed" {_at(view.bleed)}/>\n' if view.bleed else "",
        f'<rect class="under" {_at(view.trim)}/>\n' if view.trim else "",
        f'<rect class="trim" {_at(view.trim)}/>\n' if view.trim else "",
        *(_frame(kind, box) for _, kind, box in marks),
        *_badges(marks, area),
    ]
    wide = " wide" if area.w > area.h else ""
    return (
        f'<figure class="sheet{wide}"><svg viewBox="{frame}" role="img" aria-label="{said}">\n'
        f"{''.join(drawn)}</svg></figure>\n"
    )


def _frame(kind: str, box: Box) -> str:
    """Return a frame round a place."""
    x, y, w, h = (value / EMU_PER_MM for value in box)
    wide, high = max(w, _SPECK), max(h, _SPECK)
    left, top = x - (wide - w) / 2, y - (high - h) / 2
    frame = f'x="{left:.2f}" y="{top:.2f}" width="{wide:.2f}" height="{high:.2f}"'
    return f'<rect class="halo" {frame}/><rect class="place {escape(kind)}" {frame}/>\n'


def _badges(marks: Iterable[Mark], area: Box) -> Iterator[str]:
    """Yield the numbers of places, on the picture and beside each other."""
    size = max(area.w, area.h) / EMU_PER_MM / 60
    edges = [value / EMU_PER_MM for value in (area.x, area.y, area.right, area.bottom)]
    taken: list[tuple[float, float]] = []
    for number, kind, box in marks:
        across = min(max(box.x / EMU_PER_MM, edges[0] + size), edges[2] - size)
        down = min(max(box.y / EMU_PER_MM, edges[1] + size), edges[3] - size)
        step = 2.1 * size if across < (edges[0] + edges[2]) / 2 else -2.1 * size
        while any(hypot(across - x, down - y) < 2 * size for x, y in taken):
            across += step
        taken.append((across, down))
        yield (
            f'<g class="badge {escape(kind)}"><circle cx="{across:.2f}" cy="{down:.2f}" '
            f'r="{size:.2f}"/><text x="{across:.2f}" y="{down:.2f}" '
            f'font-size="{size * 1.25:.2f}">{number}</text></g>\n'
        )


def _at(box: Box) -> str:
    names = ("x", "y", "width", "height")
    values = zip(names, box, strict=True)
    return " ".join(f'{name}="{value / EMU_PER_MM:.2f}"' for name, value in values)


def _quiet(views: Sequence[View]) -> str:
    """Return the pages there is nothing to say of, small."""
    if not views:
        return ""
    figures = (f"<div>{_picture(view, ())}<p>Page {view.page}</p></div>\n" for view in views)
    return _section("Pages without remarks", f'<div class="quiet">\n{"".join(figures)}</div>\n')


def _text(text: str) -> str:
    return escape(printable(text))
