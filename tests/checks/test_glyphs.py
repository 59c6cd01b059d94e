"""Characters that the brand's fonts lack are found before anything is printed."""

from __future__ import annotations

import pytest

from paroll.checks import check
from paroll.finding import Finding
from paroll.layout.setting import set_text
from paroll.sheet import (
    Document,
    Face,
    Family,
    Layout,
    Paragraph,
    Role,
    Run,
    Sheet,
    Slot,
    Style,
    Text,
)
from paroll.units import Box, pt
from specimens import brand, typecase

BODY = Style(Face(Family.BODY), pt(20), pt(24), "ink")
HEADING = Style(Face(Family.HEADING, bold=True), pt(20), pt(24), "ink")
PAGE = Box(0, 0, pt(960), pt(540))


def text(words: str, style: Style = BODY) -> Text:
    slot = Slot("Body", Role.BODY, PAGE, (style,))
    return set_text(typecase(), slot, (Paragraph((Run(words),)),))


def found(*content: Text, furniture: tuple[Text, ...] = ()) -> list[Finding]:
    layout = Layout("Text", "text", "paper", furniture, ())
    sheet = Sheet(layout, "Rubrik", content)
    return list(check(Document("Plan", "Vi", "sv", PAGE, 0, (sheet,), (layout,)), brand()))


def test_all_letters_of_our_languages_are_there() -> None:
    words = "Åäö Éü ČčĐđŊŋŠšŦŧŽž áâà ”…” – — • 1 234,50 €"
    assert found(text(words), text(words, HEADING)) == []


@pytest.mark.parametrize(
    ("words", "named"), [("Fler tåg 🚆", "“🚆” (U+1F686)"), ("Щи", "“Щ” (U+0429)")]
)
def test_a_letter_without_a_glyph_is_named(words: str, named: str) -> None:
    (finding,) = found(text(words))
    assert finding.code == "S301"
    assert named in finding.message


def test_all_of_a_text_are_told_at_once_and_each_once() -> None:
    (finding,) = found(text("🚆 och 🚌 och 🚆", HEADING))
    assert finding.message.count("🚆") == 1
    assert "🚌" in finding.message


def test_each_text_has_its_own_finding_on_slides_and_in_what_repeats() -> None:
    assert len(found(text("🚆"), text("🚌"), text("buss"), furniture=(text("🚲"),))) == 3
