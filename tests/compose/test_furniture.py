"""Slogan and sender stand on every page, or a finding says why they cannot."""

from __future__ import annotations

import re

import pytest

from composing import compose
from paroll.finding import Finding
from paroll.units import pt

STATEMENT = {"statement": "Vi kan"}
LONG = "Tillsammans bygger vi ett tryggare och mer rättvist Västernorrland"
SENDER = "Socialdemokraterna i Västernorrlands län med samtliga arbetarekommuner"
KITS = ["campaign", "public", "alternative"]
MATERIALS = ["deck", "leaflet-a5"]


def findings(material: str, **head: object) -> list[Finding]:
    """Return what is wrong, but for a slogan that is not read from two metres."""
    found = compose(material, [STATEMENT], **head)[1]
    return [finding for finding in found if finding.code != "S207"]


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("material", MATERIALS)
def test_a_line_of_the_slogan_too_wide_for_its_place_is_named_where_it_stands(
    material: str, kit: str
) -> None:
    (found,) = findings(material, slogan=["Vi", LONG * 2], brand=kit)
    assert found.code == "S202"
    assert re.search(r"“.{39}…” is \d+ pt wide at (12|8) pt, the smallest size", found.message)
    (place,) = findings(material, slogan=[LONG * 2], brand=kit)
    assert found.span and place.span
    assert found.span.column == place.span.column + len('"Vi", ')


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("material", MATERIALS)
def test_a_line_shortened_as_the_hint_says_stands(material: str, kit: str) -> None:
    (found,) = findings(material, slogan=[LONG * 2], brand=kit)
    match = re.search(r"at most (\d+) characters", found.hint)
    assert match
    most = int(match[1])
    assert findings(material, slogan=[(LONG * 2)[:most].strip()], brand=kit) == []
    assert findings(material, slogan=[(LONG * 2)[: most + 4]], brand=kit) != []


@pytest.mark.parametrize("material", MATERIALS)
def test_a_slogan_of_too_many_lines_is_told_how_many_there_may_be(material: str) -> None:
    (found,) = findings(material, slogan=["Vi"] * 9)
    match = re.search(r"slogan has 9 lines; there is room for (\d)", found.message)
    assert match
    assert findings(material, slogan=["Vi"] * int(match[1])) == []
    assert findings(material, slogan=["Vi"] * (int(match[1]) + 1)) != []


@pytest.mark.parametrize("kit", KITS)
def test_a_sender_too_long_for_the_slides_is_a_finding_at_the_name(kit: str) -> None:
    (found,) = findings("deck", sender=SENDER * 4, brand=kit)
    assert found.code == "S205"
    assert found.message.startswith("“Socialdemokraterna")
    assert found.span
    match = re.search(r"by about (\d+) characters", found.hint)
    assert match
    shorter = (SENDER * 4)[: len(SENDER) * 4 - int(match[1])]
    assert findings("deck", sender=shorter, brand=kit) == []


@pytest.mark.parametrize("kit", KITS)
def test_an_address_too_long_for_the_leaflet_is_a_finding(kit: str) -> None:
    sender = {"name": "Partiet", "address": [SENDER] * 20}
    (found,) = findings("leaflet-a5", sender=sender, brand=kit)
    assert found.code == "S205"


def test_an_imprint_of_many_lines_is_found_where_it_is_written() -> None:
    (found,) = findings(
        "leaflet-a5", sender="Partiet", imprint=[f"{SENDER} {n}" for n in range(30)]
    )
    assert (found.code, found.message.startswith(f"“{SENDER[:30]}")) == ("S205", True)


def test_without_a_sender_the_kits_own_is_signed() -> None:
    document, found = compose("deck", [STATEMENT], sender="Vi")
    assert found == []
    assert document.author == "Vi"
    assert document.size.w == pt(960)
