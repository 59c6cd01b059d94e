"""Fallbacks: how wide their letters are, and whose word there is for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.agl import AGL2UV
from fontTools.ttLib import TTFont
from reportlab.pdfbase._fontdata import widthsByFontGlyph
from xlsxwriter.utility import CHAR_WIDTHS

from paroll.brand.standins import NAMES, check_standin, known, widths
from paroll.finding import Span
from tools import give_up

HERE = Span("brand.yaml", 1, 1)
LIBERATION = Path("/usr/share/fonts/truetype/liberation")
ADOBE = {
    "Helvetica": ("Arial", False, False),
    "Helvetica-Bold": ("Arial", True, False),
    "Helvetica-Oblique": ("Arial", False, True),
    "Helvetica-BoldOblique": ("Arial", True, True),
    "Times-Roman": ("Times New Roman", False, False),
    "Times-Bold": ("Times New Roman", True, False),
    "Times-Italic": ("Times New Roman", False, True),
    "Times-BoldItalic": ("Times New Roman", True, True),
}
OTHERWISE = {"divide", "macron", "mu", "plusminus"}
"""Signs that Adobe's fonts have in other widths than Microsoft's."""


@pytest.mark.parametrize("name", ADOBE)
def test_arial_and_times_are_as_wide_as_adobe_s_fonts_they_were_made_after(name: str) -> None:
    family, bold, italic = ADOBE[name]
    own = widths(family, bold=bold, italic=italic)
    theirs = {g: w for g, w in widthsByFontGlyph[name].items() if chr(AGL2UV.get(g, 0)) in own}
    assert len(theirs) > 200
    far = {g for g, w in theirs.items() if abs(1000 * own[chr(AGL2UV[g])] - w) > 1}
    assert far <= OTHERWISE


def test_arial_narrow_is_arial_at_82_per_cent() -> None:
    for bold in (False, True):
        wide, narrow = (widths(name, bold=bold) for name in ("Arial", "Arial Narrow"))
        letters = [letter for letter in narrow if letter.isalnum() and letter.isascii()]
        assert all(abs(narrow[each] - 0.82 * wide[each]) < 0.002 for each in letters)


def test_calibri_is_as_wide_as_excel_makes_it() -> None:
    """XlsxWriter knows the pixels of each character in Calibri 11 on a screen of 96 dpi."""
    own = widths("Calibri")
    pixels = 11 * 96 / 72
    assert all(abs(own[each] * pixels - width) <= 0.75 for each, width in CHAR_WIDTHS.items())


@pytest.mark.parametrize(("family", "file"), [("Arial", "Sans"), ("Arial Narrow", "SansNarrow")])
@pytest.mark.parametrize(("bold", "style"), [(False, "Regular"), (True, "Bold")])
def test_widths_are_those_of_the_fonts_they_were_taken_from(
    family: str, file: str, bold: bool, style: str
) -> None:
    path = LIBERATION / f"Liberation{file}-{style}.ttf"
    if not path.exists():
        give_up("fonts-liberation not installed")
    font = TTFont(path)
    glyphs, advances, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    own = widths(family, bold=bold)
    letters = "abcåäöčđŋšŧžABCÅÄÖČĐŊŠŦŽ0123456789 –—“”’…§(),.:;?!"
    assert all(abs(own[x] - advances[glyphs[ord(x)]][0] / units) < 0.001 for x in letters)


@pytest.mark.parametrize("name", NAMES)
def test_every_family_has_four_faces_with_the_letters_of_europe(name: str) -> None:
    for bold in (False, True):
        for italic in (False, True):
            own = widths(name, bold=bold, italic=italic)
            assert set("aåäöčđŋšŧžłøæðþßéñçÅÄÖČĐŊŠŦŽ0123456789 \u00a0–—“”’…§€•") <= set(own)
            assert 0.15 < own["i"] < own["n"] < own["W"] < 1.3
            assert own["\u00ad"] == 0


def test_a_letter_of_another_alphabet_is_taken_to_be_as_wide_as_an_n() -> None:
    assert widths("Arial")["Ж"] == widths("Arial")["n"]


def test_the_name_is_known_whatever_its_capitals() -> None:
    assert known(" arial narrow ") == "Arial Narrow"
    assert check_standin("HELVETICA", HERE) == []
    assert widths("Helvetica") == widths("Arial")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Ariel", "did you mean `Arial`?"), ("Segoe UI", f"known here: {', '.join(NAMES)}")],
)
def test_an_unknown_fallback_is_pointed_out(name: str, hint: str) -> None:
    (found,) = check_standin(name, HERE)
    assert (found.code, found.severity, found.hint) == ("B024", "warning", hint)
