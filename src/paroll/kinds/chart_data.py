"""The rows of a chart: a name and its numbers, and perhaps a first row that names the series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Self

from paroll.finding import Finding, Rule, Severity, Span
from paroll.programme import Row, Rows
from paroll.programme.amounts import Amount, is_nothing, read_amount
from paroll.programme.rows import rows_of
from paroll.source import NOWHERE, Node, Plain
from paroll.tuples import NamedTuple

MOST_ROWS = 120
"""The most rows of a chart: years of a line at that. Others have room for far fewer."""

_YEAR = re.compile(r"(19|20)[0-9][0-9]")

DATA = Rule(
    "P013",
    Severity.ERROR,
    "rows that cannot be drawn",
    "Each row of a chart has a name and a number for each series. With several series the first "
    "row names them, each by a name of its own.",
    bad="chart: bar\ndata:\n  - Umeå | 41,5 | 38\n  - Luleå | 40 | 37",
    good="chart: bar\ndata:\n  - Ort | Kvinnor | Män\n  - Umeå | 41,5 | 38\n  - Luleå | 40 | 37",
)


class Column(NamedTuple):
    """A series: its name (empty if it has none) and for each row a number, or None."""

    name: Plain
    cells: tuple[Plain, ...]
    amounts: tuple[Amount | None, ...]

    @property
    def values(self) -> tuple[float | None, ...]:
        """The numbers as such."""
        return tuple(amount.value if amount else None for amount in self.amounts)


class Data(Rows, kw_only=False):
    """Rows of names and numbers; `names` are the categories, `columns` the series."""

    TITLE: ClassVar[str] = "rows of a name and its numbers"

    names: tuple[Plain, ...] = ()
    columns: tuple[Column, ...] = ()

    @classmethod
    def read_node(cls, node: Node, key: str) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Whole.read_node`."""
        every, found = rows_of(node, key)
        if not every:
            return None, found
        head, rows = _headed(every)
        whole = not found
        amounts = [[_amount(cell) for cell in row.cells[1:]] for row in rows]
        found.extend(a for row in amounts for a in row if isinstance(a, Finding))
        if whole:
            found.extend(_faults(head, rows, node.span))
        known = [[None if isinstance(a, Finding) else a for a in row] for row in amounts]
        if not found:
            found.extend(_unknown(rows, known))
        if found:
            return None, found
        names = tuple(row.cells[0] for row in rows)
        return cls(every, node.span, names, tuple(_columns(head, rows, known))), []


def _amount(cell: Plain) -> Amount | Finding | None:
    return None if is_nothing(cell.text) else read_amount(cell)


def _headed(rows: Sequence[Row]) -> tuple[Row | None, Sequence[Row]]:
    """Return the row that names the series, if the first does, and the others.

    Years over several series are names too.
    """
    cells = rows[0].cells[1:]
    if not cells or is_nothing(cells[0].text):
        return None, rows
    years = len(cells) > 1 and all(_YEAR.fullmatch(cell.text) for cell in cells)
    if years or isinstance(read_amount(cells[0]), Finding):
        return rows[0], rows[1:]
    return None, rows


def _faults(head: Row | None, rows: Sequence[Row], span: Span) -> Iterator[Finding]:
    width = len(rows[0].cells) if rows else 0
    if not rows or width < 2:
        hint = "write a row such as `Umeå | 41,5`"
        yield DATA.at(rows[0].span if rows else span, "there is no row with a number", hint)
    elif width > 2 and head is None:
        hint = "begin with a row such as `År | Kvinnor | Män`"
        yield DATA.at(rows[0].span, f"{width - 1} series have no names", hint)
    if len(rows) > MOST_ROWS:
        message = f"the chart has {len(rows)} rows; the most is {MOST_ROWS}"
        yield DATA.at(rows[MOST_ROWS].span, message, "show fewer, such as one for each year")
    for row in rows:
        if not row.cells[0].text:
            yield DATA.at(row.span, "the row has no name", "write what its numbers are about first")
    if head:
        yield from _unnamed(head)


def _unnamed(head: Row) -> Iterator[Finding]:
    seen: set[str] = set()
    for cell in head.cells[1:]:
        if not cell.text:
            yield DATA.at(cell.span, "a series has no name", "name each series in the first row")
        elif cell.text in seen:
            yield DATA.at(cell.span, f"two series are called “{cell.text}”", "tell them apart")
        seen.add(cell.text)


def _unknown(rows: Sequence[Row], amounts: Sequence[Sequence[Amount | None]]) -> Iterator[Finding]:
    """Yield a finding for each series of which nothing is known."""
    for number, column in enumerate(zip(*amounts, strict=True), 1):
        if not any(column):
            place = rows[0].cells[number].span
            yield DATA.at(place, f"series {number} has no number", "leave it out")


def _columns(
    head: Row | None, rows: Sequence[Row], amounts: Sequence[Sequence[Amount | None]]
) -> Iterator[Column]:
    for number, column in enumerate(zip(*amounts, strict=True), 1):
        name = head.cells[number] if head else Plain("", NOWHERE)
        yield Column(name, tuple(row.cells[number] for row in rows), tuple(column))
