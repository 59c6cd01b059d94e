"""Rows of cells: lines, lists and blocks, and where each cell stands."""

from __future__ import annotations

import pytest

from paroll.finding import Finding, Span
from paroll.programme import Rows
from paroll.source import parse


def read(text: str) -> tuple[Rows | None, list[Finding]]:
    node, found = parse(text, "plan.yaml")
    assert node is not None, found
    return Rows.read_node(node, "data")


def cells(text: str) -> list[list[str]]:
    rows, found = read(text)
    assert rows is not None, found
    return [[cell.text for cell in row.cells] for row in rows.rows]


WANTED = [["År", "Kvinnor"], ["2024", "41,5"]]


@pytest.mark.parametrize(
    "text",
    [
        "- År | Kvinnor\n- 2024 | 41,5",
        '- "År | Kvinnor"\n- 2024|41,5',
        '- [År, Kvinnor]\n- [2024, "41,5"]',
        "- [År, Kvinnor]\n- 2024 | 41,5",
        "- - År\n  - Kvinnor\n- - 2024\n  - 41,5",
        "|\n  År | Kvinnor\n  2024 | 41,5",
        "|\n  | År   | Kvinnor |\n  | ---- | ------: |\n  | 2024 | 41,5    |",
    ],
)
def test_rows_are_lines_or_lists(text: str) -> None:
    assert cells(text) == WANTED


def test_a_cell_may_be_empty_and_hold_a_bar() -> None:
    assert cells(r"- a \| b | | c") == [["a | b", "", "c"]]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("- År | 41,5", [3, 8]),
        ('- "År | 41,5"', [4, 9]),
        ("- [År, 41]", [4, 8]),
        ("- | År | 41 |", None),
    ],
)
def test_a_cell_knows_its_place(text: str, columns: list[int] | None) -> None:
    if columns is None:  # YAML takes the first | for a block: a finding of its own
        assert parse(text, "plan.yaml")[1]
        return
    rows, _ = read(text)
    assert rows is not None
    assert [cell.span for cell in rows.rows[0].cells] == [Span("plan.yaml", 1, c) for c in columns]


def test_a_cell_of_a_block_knows_its_line() -> None:
    rows, _ = read("|\n  År | Män\n  2024 | 41")
    assert rows is not None
    assert [row.cells[1].span.line for row in rows.rows] == [2, 3]


def test_every_row_with_other_than_the_first_one_s_number_of_cells_is_named() -> None:
    rows, found = read("- År | Män\n- 2023\n- 2024 | 1 | 2\n- 2025 | 3")
    assert rows is None
    assert [(finding.code, finding.span and finding.span.line) for finding in found] == [
        ("P011", 2),
        ("P011", 3),
    ]
    assert found[0].message == "row has 1 cell; the first row has 2"


def test_a_decimal_comma_in_brackets_is_told_from_a_missing_cell() -> None:
    _, (finding,) = read("- [År, Män]\n- [2024, 41,5]")
    assert "comma" in finding.hint
    _, (finding,) = read("- År | Män\n- 2024 | 41 | 5")
    assert "comma" not in finding.hint


@pytest.mark.parametrize("text", ["[]", "|\n  ---|---\n"])
def test_no_rows_are_a_finding(text: str) -> None:
    rows, (finding,) = read(text)
    assert rows is None
    assert finding.code == "Y104"


@pytest.mark.parametrize("text", ["- Män: 41", "- [[1, 2]]", "Män: 41"])
def test_what_is_no_row_is_a_finding(text: str) -> None:
    rows, (finding,) = read(text)
    assert rows is None
    assert finding.code == "Y103"
