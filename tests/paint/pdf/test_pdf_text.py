"""Lines of glyphs as text operators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paroll.paint.pdf import paint
from paroll.paint.pdf.fonts import Font, fonts_of
from paroll.paint.pdf.text import extent, shown
from paroll.printers import Printer
from paroll.sheet import Document, Face, Glyph
from paroll.units import pt
from pdf_specimen import (
    BODY,
    FILES,
    SLOGAN,
    USES,
    WORDS,
    brand,
    document,
    glyphs,
    line,
    opened,
    painted,
    paragraph,
    run,
    text,
    width,
)
from tools import run as call

LETTERS = "AVTofjrdicÅ -"
FONT = fonts_of(document((paragraph(LETTERS, "office fjord"),)), brand())[BODY]
NUMBERS = sorted(FONT.widths)


def pens(operators: str, font: Font) -> Iterator[tuple[int, float]]:
    """Yield each glyph with the x it is drawn at, in thousandths, as a PDF reader reckons."""
    pen = 0.0
    for array in re.findall(r"\[(.*?)\]TJ", operators):
        for codes, move in re.findall(r"<([0-9A-F]+)>|(-?[\d.]+)", array):
            pen -= float(move or 0)
            for at in range(0, len(codes), 4):
                number = int(codes[at : at + 4], 16)
                yield number, pen
                pen += font.widths[number] * 1000 / font.units


shaped_glyphs = st.lists(
    st.builds(
        Glyph,
        st.sampled_from(NUMBERS),
        st.integers(0, 900),
        st.integers(-300, 300),
        st.sampled_from([0, 0, 0, 120, -80]),
        st.sampled_from(["a", "ffi", "", " ", "\u00ad"]),
    ),
    min_size=1,
    max_size=12,
)


@given(shaped_glyphs)
def test_every_glyph_stands_where_shaping_put_it(shaped: list[Glyph]) -> None:
    row = run("a")._replace(glyphs=tuple(shaped))
    starts = [0, *accumulate(glyph.advance for glyph in shaped)]
    found = list(pens(shown(row, 0, FONT, last=True), FONT))
    assert [number for number, _ in found] == [glyph.id for glyph in shaped]
    expected = [start + glyph.dx for start, glyph in zip(starts, shaped, strict=False)]
    assert [pen for _, pen in found] == pytest.approx(expected, abs=0.01)


@given(shaped_glyphs)
def test_marked_spans_and_raised_rows_are_closed(shaped: list[Glyph]) -> None:
    operators = shown(run("a")._replace(glyphs=tuple(shaped)), 0, FONT, last=False)
    assert operators.count("BDC") == operators.count("EMC")
    rises = re.findall(r"(\S+) Ts", operators)
    assert rises[1::2] == ["0"] * (len(rises) // 2)


def test_kerning_is_written_as_what_the_font_file_has_too_much() -> None:
    first, second = glyphs("To")
    kern = FONT.widths[first.id] - first.advance
    assert kern > 0
    assert f"[<{first.id:04X}>{kern}<{second.id:04X}>]TJ" in shown(run("To"), 0, FONT, last=False)


def test_a_run_names_its_font_size_and_place() -> None:
    row = run("AV", pt(10.5), x=pt(20))
    assert shown(row, pt(30.25), FONT, last=False).startswith(
        f"/{FONT.resource} 10.5 Tf 1 0 0 1 20 -30.25 Tm ["
    )


def test_glyphs_above_the_baseline_are_raised_and_the_next_are_not() -> None:
    low, high = glyphs("AV")
    row = run("AV", pt(20))._replace(glyphs=(high._replace(dy=100), low))
    assert re.search(r" 2 Ts \[.*\]TJ 0 Ts \[.*\]TJ$", shown(row, 0, FONT, last=False))


def test_letters_with_marks_of_their_own_say_what_they_are_together() -> None:
    base, mark = glyphs("AV")
    pair = (base._replace(text="x\u0301"), mark._replace(text=""))
    operators = shown(run("A")._replace(glyphs=pair), 0, FONT, last=False)
    assert "/Span <</ActualText <FEFF00780301>>> BDC" in operators


def test_plain_letters_and_ligatures_need_no_actual_text() -> None:
    assert "ActualText" not in shown(run("office fjord"), 0, FONT, last=True)


@pytest.mark.parametrize(("words", "last", "said"), [("To-", True, True), ("To-", False, False)])
def test_a_typed_hyphen_at_the_end_of_a_line_is_told_apart(
    words: str, last: bool, said: bool
) -> None:
    assert ("<FEFF002D0020>" in shown(run(words), 0, FONT, last=last)) is said


def test_the_hyphen_of_a_divided_word_is_left_for_readers_to_join() -> None:
    row = run("To-")
    divided = row._replace(glyphs=(*row.glyphs[:-1], row.glyphs[-1]._replace(text="\u00ad")))
    assert "ActualText" not in shown(divided, 0, FONT, last=True)


def test_the_extent_of_a_run_is_its_advance_between_ascent_and_descent() -> None:
    row = run("AVTo", pt(20), x=pt(30))
    box = extent(row, pt(100), FONT)
    assert (box.x, box.w) == (pt(30), width(row.glyphs, pt(20)))
    assert (box.y, box.bottom) == (pt(100 - 20 * 0.878), pt(100 + 20 * 0.21))


def copied(doc: Document, folder: Path, *options: str) -> str:
    """Return what pdftotext finds in `doc`, pages parted by form feeds."""
    path = folder / "copied.pdf"
    path.write_bytes(paint(doc, brand(), None))
    return call("pdftotext", *options, path, "-")


@pytest.mark.parametrize("face", FILES)
@pytest.mark.parametrize("options", [(), ("-layout",)])
def test_text_copies_out_as_typed(face: Face, options: tuple[str, ...], tmp_path: Path) -> None:
    assert copied(document((paragraph(WORDS, face=face),)), tmp_path, *options).strip() == WORDS


def test_text_copies_out_in_the_order_of_the_file_too(tmp_path: Path) -> None:
    # In the body face: poppler's raw mode goes by distance alone, and takes the space of the
    # condensed face, 0.14 of the size, for no space at all.
    assert copied(document((paragraph(WORDS),)), tmp_path, "-raw").strip() == WORDS


def test_lines_copy_out_in_order_and_divided_words_whole(tmp_path: Path) -> None:
    doc = document((paragraph("Vi vill att Västernorr\u00ad", "land växer", "och blir fler."),))
    assert copied(doc, tmp_path).strip() == "Vi vill att Västernorrland växer\noch blir fler."


def test_a_typed_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    doc = document((paragraph("mer för SVT-", "nyheterna, e-tjänster"),))
    assert copied(doc, tmp_path).strip() == "mer för SVT- \nnyheterna, e-tjänster"


def test_a_no_break_space_copies_out_as_a_space(tmp_path: Path) -> None:
    doc = document((paragraph("inom 24\u00a0timmar"),))
    assert copied(doc, tmp_path).strip() == "inom 24 timmar"


def test_letters_that_need_two_glyphs_copy_out_as_typed(tmp_path: Path) -> None:
    row = run("ax")
    letter = (row.glyphs[0]._replace(text="x\u0331"), row.glyphs[1]._replace(text=""))
    row = row._replace(glyphs=(*letter, *glyphs(" eller a")))
    assert copied(document((text(line(pt(100), row)),)), tmp_path).strip() == "x\u0331 eller a"


@pytest.mark.parametrize("printer", USES, ids=["screen", "press"])
def test_the_slogan_in_the_furniture_copies_out_on_every_page(
    printer: Printer | None, tmp_path: Path
) -> None:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(painted(printer))
    pages = call("pdftotext", path, "-").split("\f")
    assert [SLOGAN in page for page in pages] == [True, True, False]


def test_a_line_of_several_voices_is_one_text_object() -> None:
    bold = run("fett", face=BODY._replace(bold=True), x=pt(150))
    doc = document((text(line(pt(100), run("magert "), bold)),))
    with opened(doc) as pdf:
        used = [str(step.operator) for step in pikepdf.parse_content_stream(pdf.pages[0])]
    assert (used.count("BT"), used.count("Tf"), used.count("ET")) == (1, 2, 1)
