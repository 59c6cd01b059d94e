"""Headings beside content: one size in a deck, unless one alone needs a smaller."""

from __future__ import annotations

import pytest

from composing import deck, programme
from paroll.compose.house import furnish
from paroll.formats import DECK
from paroll.kinds.side import heading_sizes
from paroll.looks.house import House
from paroll.programme import Words
from paroll.units import pt
from specimens import brand, typecase

SHORT, MIDDLING = "Skolan", "Arbetsmarknad och tillväxt"
LONG = "Kompetensförsörjning"


def house() -> House:
    read = programme([{"statement": "Vi kan"}])
    return furnish(read, brand(), DECK, typecase())


def sizes(*headings: str) -> list[float]:
    words = [Words(text, ()) for text in headings]
    found = heading_sizes(house(), house().case, words)
    return [found[each] / pt(1) for each in words]


def test_short_headings_are_set_in_the_largest_size() -> None:
    assert sizes(SHORT) == [44]
    assert sizes() == []


def test_all_headings_take_the_size_that_the_longest_needs() -> None:
    assert sizes(SHORT, MIDDLING) == [36, 36]


def test_a_heading_too_long_for_the_least_common_size_is_small_alone() -> None:
    common, own, other = sizes(SHORT, LONG, MIDDLING)
    assert common == other == 36
    assert own < 36


@pytest.mark.parametrize("length", [*range(1, 60, 7), *range(96, 126, 2)])
def test_a_heading_has_room_for_its_count_before_it_is_needed(length: int) -> None:
    heading = ("Skola i hela landet " * 8)[:length].strip()
    points = ["Fler lärare i hela länet och mindre klasser i alla åldrar."] * 12
    document = deck([{"heading": heading, "points": points}])
    pages = [sheet.layout for sheet in document.sheets if sheet.layout.kind == "points"]
    assert len(pages) > 1
    assert len(set(pages)) == 1
