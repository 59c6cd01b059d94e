"""Text is shaped by the brand's fonts, and no letter is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paroll.layout.typecase import Typecase
from paroll.sheet import Face, Family
from specimens import brand, typecase

CASE = typecase()
BODY = Face(Family.BODY)
FACES = sorted(brand().faces)
LETTERS = st.text("filjktåäöŋčđšž AVTo\u00a0\u0301\u030a\u0308-–1", min_size=1, max_size=24)


@given(LETTERS, st.sampled_from(FACES))
def test_the_glyphs_say_the_text_whatever_clusters_it_makes(text: str, face: Face) -> None:
    assert "".join(glyph.text for glyph in CASE.glyphs(face, text)) == text


@pytest.mark.parametrize("letters", ["fi", "fl", "ffi"])
def test_a_ligature_carries_all_its_letters(letters: str) -> None:
    assert [glyph.text for glyph in CASE.glyphs(BODY, letters)] == [letters]


def test_an_empty_run_has_no_glyphs() -> None:
    assert CASE.glyphs(BODY, "") == ()


def test_a_combining_mark_stands_on_its_letter() -> None:
    mark = [glyph for glyph in CASE.glyphs(BODY, "x\u0301y") if glyph.text != "y"]
    assert "".join(glyph.text for glyph in mark) == "x\u0301"
    assert sum(glyph.advance for glyph in mark) == CASE.glyphs(BODY, "x")[0].advance


def test_letters_of_the_languages_paroll_speaks_are_in_every_face() -> None:
    alphabet = "ÅÄÖåäöÉéÜüßŠšŽžÁáČčĐđŊŋŦŧ§€%–—„“”’…•·"
    assert {face: CASE.missing(face, alphabet) for face in FACES} == dict.fromkeys(FACES, "")


def test_characters_that_a_face_lacks_are_named_once_in_order() -> None:
    assert CASE.missing(BODY, "Fler 🚆 och 🚌 och 🚆") == "🚆🚌"


@pytest.mark.parametrize(
    ("wanted", "given_up"),
    [
        (Face(Family.HEADING, bold=True, italic=True), Face(Family.HEADING, bold=True)),
        (Face(Family.HEADING, italic=True), Face(Family.HEADING)),
        (Face(Family.BODY, bold=True, italic=True), Face(Family.BODY, bold=True, italic=True)),
    ],
)
def test_a_face_the_kit_lacks_gives_up_italic_before_bold(wanted: Face, given_up: Face) -> None:
    assert CASE.at_hand(wanted) == given_up


def test_a_kit_of_bold_alone_sets_everything_bold() -> None:
    bold = Face(Family.HEADING, bold=True)
    assert Typecase({bold: brand().faces[bold]}).at_hand(Face(Family.HEADING)) == bold


def test_metrics_are_parts_of_the_size() -> None:
    metrics = CASE.metrics(BODY)
    assert 0.6 < metrics.cap_height < metrics.ascent < 1.2
    assert 0.1 < metrics.descent < 0.5
