"""Decks without the brand's fonts: which layouts make room for fallbacks, and what is warned of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from composing import compose, programme
from paroll.brand.model import Brand
from paroll.build.materials import MATERIALS
from paroll.compose.standins import check_fallbacks
from paroll.finding import Finding, Span
from paroll.layout.typecase import Typecase
from paroll.sheet import Document, Family
from specimens import brand

HERE = Span("brand.yaml", 1, 1)
SENTENCE = "Vi lagar alla 1 111 valar. "
"""Letters that are 7 % wider in Arial than in Archivo."""
QUOTATION = "Bygg fyra hus, bygg hus. "
"""Letters that are 6 % wider in Arial Narrow than in Archivo Condensed."""


@cache
def kit(heading: str = "Arial Narrow", body: str = "Arial") -> Brand:
    """Return the campaign kit with other fallbacks."""
    own = brand()
    named = {Family.HEADING: heading, Family.BODY: body}
    families = {f: n._replace(fallback=named[f], span=HERE) for f, n in own.families.items()}
    return own._replace(families=families)


def deck(
    section: Mapping[str, object], own: Brand, material: str = "deck"
) -> tuple[Document, list[Finding]]:
    return MATERIALS[material].compose(programme([section]), own, Typecase(own.faces))


def layouts(section: Mapping[str, object], own: Brand) -> list[str]:
    return [sheet.layout.name for sheet in deck(section, own)[0].sheets]


def statements(word: str) -> Iterator[tuple[str, list[Finding]]]:
    """Yield statements of one word, longer and longer, until one is refused."""
    for length in range(4, 200):
        _, findings = compose("deck", [{"statement": word * length}])
        if "S201" in {finding.code for finding in findings}:
            return
        yield word * length, findings


def test_a_word_that_fits_in_the_brand_s_font_alone_is_warned_of_by_name() -> None:
    """In Arial Narrow a g is 5 % wider than in Archivo Condensed."""
    *fitting, (word, findings) = statements("g")
    assert len(fitting) > 10
    (found,) = findings
    assert (found.code, found.severity) == ("S250", "warning")
    assert found.message.endswith("is wider than its column in Arial Narrow")
    assert found.span
    assert word.startswith(found.message[1:20])


def test_a_word_that_is_narrower_in_the_fallback_is_never_warned_of() -> None:
    assert all(findings == [] for _, findings in statements("t"))


def test_a_text_that_takes_more_lines_than_there_is_room_for_is_warned_of() -> None:
    said = []
    for length in range(450, 600, 7):
        text = (QUOTATION * 30)[:length].strip()
        _, findings = compose("deck", [{"quote": text, "name": "Åsa"}])
        said += [finding for finding in findings if finding.code == "S250"]
    assert said
    for found in said:
        numbers = re.search(r"(\d+) lines in Arial Narrow; .* room for (\d+)$", found.message)
        assert numbers
        assert int(numbers[1]) > int(numbers[2])


def test_slides_make_room_for_a_fallback_with_a_smaller_step() -> None:
    """Of texts of all lengths there are some that only Arial drives a step down."""
    changed = 0
    for length in range(200, 1300, 27):
        section = {"heading": "Vård", "text": (SENTENCE * 60)[:length].strip()}
        careful, careless = layouts(section, kit()), layouts(section, kit(body="Unknown"))
        changed += careful != careless
        assert len(careful) == len(careless)
    assert changed > 0


@pytest.mark.parametrize("fallback", ["Times New Roman", "Calibri", "Unknown"])
def test_a_narrower_fallback_or_an_unknown_one_changes_no_page(fallback: str) -> None:
    own, none = kit("Unknown", fallback), kit("Unknown", "Unknown")
    for length in range(200, 900, 31):
        section = {"heading": "Vård", "text": (SENTENCE * 60)[:length].strip()}
        assert deck(section, own)[0] == deck(section, none)[0]


def test_a_fallback_much_wider_is_warned_of_once_and_changes_no_page() -> None:
    wide, none = kit(body="Verdana"), kit(body="Unknown")
    for length in range(200, 900, 101):
        section = {"heading": "Vård", "text": (SENTENCE * 60)[:length].strip()}
        document, (found,) = deck(section, wide)
        assert found.code == "S251"
        assert found.message == "“Verdana” is 16% wider than “Archivo”"
        assert found.span == HERE
        assert document == deck(section, none)[0]


def test_leaflets_carry_their_fonts_and_are_not_asked() -> None:
    points = {"heading": "Vård", "points": [SENTENCE] * 8}
    assert deck(points, kit(body="Verdana"), "leaflet-a5")[1] == []


def test_nothing_is_checked_where_no_widths_are_known() -> None:
    own = kit("Unknown", "Unknown")
    document, findings = deck({"statement": "g" * 12}, own)
    assert findings == []
    assert not list(check_fallbacks(own, Typecase(own.faces), document.sheets[1].content))
