"""Numbers as people write them."""

from __future__ import annotations

import pytest

from paroll.finding import Finding, Span
from paroll.programme.amounts import Amount, is_nothing, pattern, read_amount
from paroll.source import Plain

HERE = Span("plan.yaml", 3, 9)


def read(text: str) -> Amount:
    amount = read_amount(Plain(text, HERE))
    assert isinstance(amount, Amount), amount
    return amount


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("41,5", 41.5),
        ("41.5", 41.5),
        ("1 200", 1200),
        ("1\u00a0200\u00a0000", 1_200_000),
        ("1.200.000", 1_200_000),
        ("1.200,5", 1200.5),
        ("1,200.50", 1200.5),
        ("1’200", 1200),
        ("12 345,6", 12345.6),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("-3", -3),
        ("−3", -3),
        ("–3,5", -3.5),
        ("+3,5", 3.5),
        ("12 %", 12),
        ("12%", 12),
        ("2024", 2024),
        ("0", 0),
    ],
)
def test_a_number_is_read_as_its_author_meant_it(text: str, value: float) -> None:
    amount = read(text)
    assert amount.value == value
    assert amount.typed == text


@pytest.mark.parametrize(
    "text",
    [
        "fyrtio",
        "4o",
        "1,2,3",
        "1 20",
        "12 34",
        "1..2",
        "=1+1",
        "12 dagar",
        "1e5",
        "½",
        "٣",
        "9" * 20,
    ],
)
def test_what_is_no_number_is_a_finding_at_its_place(text: str) -> None:
    finding = read_amount(Plain(text, HERE))
    assert isinstance(finding, Finding)
    assert (finding.code, finding.span) == ("P012", HERE)


@pytest.mark.parametrize("text", ["1,200", "1.200", "12.345"])
def test_a_number_that_is_thousands_or_decimals_is_asked_about(text: str) -> None:
    finding = read_amount(Plain(text, HERE))
    assert isinstance(finding, Finding)
    assert "two ways" in finding.message
    assert " " in finding.hint


@pytest.mark.parametrize("text", ["", "-", "–", "—", "..", "…"])
def test_a_dash_says_that_nothing_is_known(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        ("41,5", "", "0.0"),
        ("1 200", "", "#,##0"),
        ("1 200,50", " kr", '#,##0.00" kr"'),
        ("12 %", " kr", '0" %"'),
        ("+3", "", '"+"0'),
        ("−3,5", "", '0.0;"−"0.0'),
        ("-3", "", "0"),
        ("1", ' "tum"', '0" ”tum”"'),
    ],
)
def test_a_spreadsheet_is_told_to_write_a_number_as_it_was_typed(
    text: str, unit: str, wanted: str
) -> None:
    assert pattern(read(text), unit) == wanted
