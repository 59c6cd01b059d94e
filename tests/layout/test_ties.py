"""What belongs together is tied before lines are broken."""

import pytest

from paroll.layout.ties import tie_last_word, tied, with_counter
from paroll.sheet import Run


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("inom 24 timmar", "inom 24~timmar"),
        ("över 40 miljarder kronor", "över 40~miljarder kronor"),
        ("med 1,5 miljoner", "med 1,5~miljoner"),
        ("högst 1 200 patienter", "högst 1~200~patienter"),
        ("ring 0706-32 11 65", "ring 0706-32~11~65"),
        ("Storgatan 1, 871 30 Härnösand", "Storgatan 1, 871~30~Härnösand"),
        ("Helén Eliasson (S), gruppledare", "Helén Eliasson~(S), gruppledare"),
        ("mer än ord – vi är redo", "mer än ord~– vi är redo"),
        ("mandatperioden 2023 ska", "mandatperioden 2023 ska"),
        ("kom 11 april", "kom 11~april"),
        ("Punkt 4 i 5", "Punkt 4 i 5"),
    ],
)
def test_numbers_keep_their_unit_and_names_their_party(typed: str, printed: str) -> None:
    assert tied(typed) == printed.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("för förändring i landstinget", "för förändring i~landstinget"),
        ("vård i en ny tid", "vård i~en~ny~tid"),
        ("nu är vi på väg om du vill", "nu är~vi~på~väg om~du~vill"),
    ],
)
def test_in_large_type_small_words_hold_to_the_next_but_never_in_long_chains(
    typed: str, printed: str
) -> None:
    assert tied(typed, display=True) == printed.replace("~", "\u00a0")
    assert tied(typed) == typed


def test_tying_changes_nothing_but_spaces() -> None:
    text = "Den 5 november 2019 – 24 timmar (S) 1 200"
    assert tied(text).replace("\u00a0", " ") == text


def test_the_last_two_words_can_be_tied_and_a_single_word_cannot() -> None:
    assert tie_last_word([Run("vård för personal")]) == (Run("vård för\u00a0personal"),)
    assert tie_last_word([Run("personal")]) is None


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Rätt vård i rätt tid", "Rätt vård i rätt~tid~(1/3)"),
        ("Stärka hela vårdlaget", "Stärka hela vårdlaget (1/3)"),
        ("Plan", "Plan (1/3)"),
    ],
)
def test_a_short_last_word_is_not_left_alone_with_the_counter(title: str, told: str) -> None:
    assert with_counter(title, "(1/3)") == told.replace("~", "\u00a0")
