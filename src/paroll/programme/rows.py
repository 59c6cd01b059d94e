"""Rows of cells, as people write tables: a list for each row, or a line with | between cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Self

from paroll.finding import Finding, Rule, Severity, Span
from paroll.source import ANY_TEXT, NOWHERE, Node, Plain, Record, Scalar, Sequence, composed
from paroll.source.record import EMPTY, SHAPE
from paroll.tuples import NamedTuple

RAGGED = Rule(
    "P011",
    Severity.ERROR,
    "row has more or fewer cells than the first",
    "All rows of a table or a chart have as many cells as the first. Leave a cell empty between "
    "two | where there is nothing to say. In a row in brackets a comma begins a new cell, so a "
    "number with a decimal comma becomes two.",
    bad="data:\n  - År | Kvinnor | Män\n  - 2024 | 41,5",
    good="data:\n  - År | Kvinnor | Män\n  - 2024 | 41,5 | 38",
)
RULES = (RAGGED,)

_RULE_LINE = re.compile(r"[\s|:-]*-[\s|:-]*")
"""The line under the head of a Markdown table."""


class Row(NamedTuple):
    """A row: its cells as typed, each with its place; a cell may be empty."""

    cells: tuple[Plain, ...]
    span: Span


class Rows(Record, kw_only=False):
    """Rows with the same number of cells; there is at least one."""

    TITLE: ClassVar[str] = "rows of cells"
    SCHEMA: ClassVar[Mapping[str, object]] = {
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"anyOf": [ANY_TEXT, {"type": "array", "items": ANY_TEXT}]}},
        ]
    }

    rows: tuple[Row, ...]
    span: Span = NOWHERE

    @classmethod
    def read_node(cls, node: Node, key: str) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Whole.read_node`."""
        rows, found = rows_of(node, key)
        return (None if found else cls(rows, node.span)), found


def rows_of(node: Node, key: str) -> tuple[tuple[Row, ...], list[Finding]]:
    """Return the rows that can be read, and all that is wrong with them as rows."""
    found: list[Finding] = []
    rows = tuple(_rows(node, key, found))
    if not rows and not found:
        hint = "write a line for each row, with | between its cells"
        found.append(EMPTY.at(node.span, f"`{key}` is empty", hint))
    return rows, [*found, *_ragged(rows)]


def _rows(node: Node, key: str, found: list[Finding]) -> Iterator[Row]:
    """Yield the rows of a list, or of a text with a line for each."""
    if isinstance(node, Scalar):
        for number, line in enumerate(node.text.split("\n")):
            place = node.span._replace(line=node.span.line + 1 + number, column=1)
            span = place if "\n" in node.text else node.span
            if line.strip() and not ("|" in line and _RULE_LINE.fullmatch(line)):
                yield Row(tuple(_cells(line, span)), span)
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar):
                start = item.span._replace(column=item.span.column + item.quoted)
                yield Row(tuple(_cells(item.text, start)), item.span)
            elif isinstance(item, Sequence) and all(isinstance(c, Scalar) for c in item.items):
                cells = (cell for cell in item.items if isinstance(cell, Scalar))
                yield Row(tuple(Plain(composed(c.text), c.span) for c in cells), item.span)
            else:
                found.append(_no_row(item, key))
    else:
        found.append(_no_row(node, key))


def _no_row(node: Node, key: str) -> Finding:
    message = f"a row of `{key}` is a line with | between its cells, or a list of texts"
    hint = "put a row in quotes if there is a colon in it"
    return SHAPE.at(node.span, message, hint)


def _cells(line: str, span: Span) -> Iterator[Plain]:
    """Yield the cells of a line; it may begin and end with a |, as in Markdown."""
    outer = line.strip()
    start = line.index(outer)
    if len(outer) > 1 and outer[0] == outer[-1] == "|":
        start, outer = start + 1, outer[1:-1]
    for part in re.split(r"(?<!\\)\|", outer):
        text = composed(part.replace("\\|", "|"))
        indent = len(part) - len(part.lstrip())
        yield Plain(text, span._replace(column=span.column + start + indent))
        start += len(part) + 1


def _ragged(rows: Iterable[Row]) -> Iterator[Finding]:
    """Yield a finding for each row that is longer or shorter than the first."""
    first, *rest = rows or [Row((), NOWHERE)]
    wanted = len(first.cells)
    for row in rest:
        if len(row.cells) != wanted:
            cells = "1 cell" if len(row.cells) == 1 else f"{len(row.cells)} cells"
            yield RAGGED.at(row.span, f"row has {cells}; the first row has {wanted}", _mend(row))


def _mend(row: Row) -> str:
    """Say what to do about a ragged row; a decimal comma in brackets is the likeliest cause."""
    if len(row.cells) > 1 and all(cell.span != row.span for cell in row.cells):
        return "write the row as a line with | between its cells: in brackets a comma parts them"
    return "leave a cell empty between two | where there is nothing to say"
