"""Names of files: what they say, in letters that every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paroll.build.naming import LONGEST, numbered, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("En skola för alla", "en-skola-for-alla"),
        ("”Nu räcker det!”", "nu-racker-det"),
        ("1,5 miljoner kronor", "1-5-miljoner-kronor"),
        ("Straße & Größe", "strasse-grosse"),
        ("Čearuid ŋ đ ŧ – Kárášjohka", "cearuid-n-d-t-karasjohka"),
        ("Ø, Æ og Ł", "o-ae-og-l"),
        ("Ελλάδα", ""),
    ],
)
def test_a_title_becomes_small_letters_and_hyphens(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_long_title_is_cut_between_words() -> None:
    name = slug("Ta fram en plan för att utöka barn- och ungdomsentrén för tidig hjälp")
    assert name == "ta-fram-en-plan-for-att-utoka-barn-och-ungdomsentren-for"
    assert len(slug("å" * 99)) == LONGEST


@settings(deadline=None)
@given(st.lists(st.text(max_size=120), min_size=1, max_size=12))
def test_names_are_short_ascii_and_all_different(titles: list[str]) -> None:
    names = list(numbered(titles))
    assert len(set(names)) == len(titles)
    for number, name in enumerate(names, 1):
        assert name.startswith(f"{number:02}")
        assert len(name) <= LONGEST
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
