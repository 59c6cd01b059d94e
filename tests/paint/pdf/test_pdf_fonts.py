"""Fonts as a PDF embeds them."""

from __future__ import annotations

import struct
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from paroll.brand.model import FontFile
from paroll.paint.pdf.fonts import Font, fonts_of, said
from paroll.sheet import Glyph, Layout
from pdf_specimen import (
    BODY,
    HEADING,
    brand,
    document,
    font_file,
    glyphs,
    line,
    paragraph,
    run,
    text,
)


def font_for(*lines: str) -> Font:
    return fonts_of(document((paragraph(*lines),)), brand())[BODY]


def test_a_subset_keeps_the_numbers_outlines_and_widths_of_its_glyphs() -> None:
    whole = TTFont(BytesIO(font_file("Archivo-Regular").data))
    subset = TTFont(BytesIO(font_for("fjord Åsa").data))
    used = {glyph.id for glyph in glyphs("fjord Åsa")}
    names = whole.getGlyphOrder()
    for number in used:
        old, new = names[number], subset.getGlyphOrder()[number]
        assert (
            whole["glyf"][old].getCoordinates(whole["glyf"])[0]
            == (subset["glyf"][new].getCoordinates(subset["glyf"])[0])
        )
        assert whole["hmtx"][old][0] == subset["hmtx"][new][0]


def test_a_subset_leaves_out_other_glyphs_and_layout_tables() -> None:
    font = font_for("fjord")
    subset = TTFont(BytesIO(font.data))
    unused = subset.getGlyphOrder()[glyphs("Q")[0].id]
    assert subset["glyf"][unused].numberOfContours == 0
    assert not {"GSUB", "GPOS", "cmap", "name"} & set(subset.keys())
    assert len(font.data) < len(font_file("Archivo-Regular").data) / 10


def test_glyph_0_is_kept_with_its_outline() -> None:
    subset = TTFont(BytesIO(font_for("a").data))
    assert subset["glyf"][subset.getGlyphOrder()[0]].numberOfContours > 0


def test_widths_are_those_of_the_font_file_not_of_the_shaped_line() -> None:
    (first, _) = glyphs("To")
    width = font_for("To").widths[first.id]
    assert width == TTFont(BytesIO(font_file("Archivo-Regular").data))["hmtx"]["T"][0]
    assert width > first.advance


def test_a_ligature_says_all_its_letters() -> None:
    shaped = glyphs("office")
    ligature = next(glyph for glyph in shaped if len(glyph.text) > 1)
    assert font_for("office").texts[ligature.id] == ligature.text


def test_a_no_break_space_says_space() -> None:
    font = font_for("24\u00a0timmar om dagen")
    spaces = {glyph.id for glyph in glyphs("24\u00a0timmar om") if glyph.text.isspace()}
    assert {font.texts[number] for number in spaces} == {" "}


def test_the_hyphen_of_a_divided_word_says_hyphen() -> None:
    hyphen = glyphs("-")[0].id
    assert font_for("Västernorr\u00ad", "land").texts[hyphen] == "-"


@pytest.mark.parametrize(("advance", "says"), [(300, "-"), (0, "")])
def test_a_soft_hyphen_says_something_only_where_it_is_seen(advance: int, says: str) -> None:
    assert said(Glyph(1, advance, 0, 0, "\u00ad")) == says


@pytest.mark.parametrize(
    ("texts", "own"),
    [(("Å", "\u212b"), "Å"), (("\u212b", "Å"), "Å"), (("\ufb01", "fi"), "fi"), (("b", "a"), "a")],
)
def test_of_two_texts_for_a_glyph_the_plain_one_is_its_own(texts: list[str], own: str) -> None:
    row = run("a")._replace(glyphs=tuple(Glyph(7, 500, 0, 0, each) for each in texts))
    fonts = fonts_of(document((text(line(0, row)),)), brand())
    assert fonts[BODY].texts[7] == own


def test_the_subset_tag_depends_on_the_glyphs_alone() -> None:
    assert font_for("ab").name == font_for("ba", "bab").name == "TQXFRF+Archivo-Regular"
    assert font_for("abc").name != font_for("ab").name


def test_faces_of_one_file_share_one_font() -> None:
    kit = brand()
    faces = {**kit.faces, HEADING: kit.faces[BODY]}
    marks = (paragraph("abc"), paragraph("cde", face=HEADING))
    fonts = fonts_of(document(marks), kit._replace(faces=faces))
    assert fonts[BODY] is fonts[HEADING]
    assert set("abcde") <= set(fonts[BODY].texts.values())


def test_a_layout_that_no_sheet_uses_brings_no_glyphs() -> None:
    doc = document((paragraph("abc"),))
    menu = Layout("Other", "other", "paper", (paragraph("xyz"),), ())
    fonts = fonts_of(doc._replace(layouts=(*doc.layouts, menu)), brand())
    assert fonts[BODY].texts.keys() == {glyph.id for glyph in run("abc").glyphs}


def test_a_font_that_may_not_be_cut_is_embedded_whole() -> None:
    data = font_file("Archivo-Regular").data
    (start,) = struct.unpack_from(">I", data, data.index(b"OS/2", 12) + 8)
    data = data[: start + 8] + struct.pack(">H", 0x0100) + data[start + 10 :]
    kit = brand()
    kit = kit._replace(faces={**kit.faces, BODY: FontFile("whole.ttf", data)})
    font = fonts_of(document((paragraph("fjord"),)), kit)[BODY]
    assert (font.name, font.data) == ("Archivo-Regular", data)
