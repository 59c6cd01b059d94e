"""Quantities: what is a figure in a column, and what is not."""

from __future__ import annotations

import pytest

from paroll.layout.quantities import column, is_whole, unit_of

QUANTITIES = {
    "1 200": "",
    "41,5": "",
    "007": "",
    "1\u00a0200 kr": "kr",
    "+4,1 %": "%",
    "−3": "",
    "< 0,5 ‰": "‰",
    "€12.50": "€",
    "3 mdkr/år": "mdkr/år",
    "ca 14 dagar": "dagar",
    "1.200 €": "€",
    "41,5 Mio. €": "Mio€",
}


@pytest.mark.parametrize("text", QUANTITIES)
def test_a_figure_with_its_unit_is_a_quantity(text: str) -> None:
    assert column([text])
    if not text.startswith(("€", "ca")):
        assert unit_of(text) == QUANTITIES[text]


@pytest.mark.parametrize(
    "text", ["2024-05-01", "8–17", "0706-32 11 65", "24/7", "Vård", "3 (4)", "no", "10:30", ""]
)
def test_dates_times_ranges_and_words_are_no_quantities(text: str) -> None:
    assert column([text]) is None
    assert unit_of(text) is None


def test_a_column_may_have_gaps_but_no_words() -> None:
    assert column(["1", "–", "", "2", "..", "-"])
    assert column(["1", "saknas"]) is None
    assert column(["–", "–"]) is None


def tails(*texts: str) -> tuple[str, ...]:
    found = column(texts)
    assert found
    return found.tails


def test_decimals_and_units_stand_right_of_the_units_digit() -> None:
    assert tails("1,5", "12", "3,25", "–") == (",5", "", ",25", "")
    assert tails("+4,1 %", "+7 %") == (",1 %", " %")


def test_a_sign_before_three_digits_parts_thousands_unless_another_figure_says_otherwise() -> None:
    assert tails("12,345", "7") == ("", "")
    assert tails("1.200 €", "7 €") == (" €", " €")
    assert tails("1,125", "12,5") == (",125", ",5")
    assert tails("0,125", "12") == (",125", "")


def test_figures_in_different_units_are_not_aligned() -> None:
    assert tails("1 200 kr", "41,5 %") == ("", "")


def test_ranges_times_and_numbers_are_wholes_and_words_are_not() -> None:
    assert all(map(is_whole, ["8–17", "2024-05-01", "0706-32 11 65", "3 (4)", "12 %"]))
    assert not any(map(is_whole, ["8 till 17", "–", "", "1 " * 20]))
