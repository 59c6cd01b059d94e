"""Every PDF of the five programmes: sound, in its own fonts, in its words, in the right inks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from paroll.formats import FORMATS
from paroll.sheet import Sheet, Text
from paroll.units import pt, to_mm
from products import DECKS, PDFS, composed, plain, shown, shown_on_paper, typed
from tools import render_pdf, run
from words import lines, pages, read

BASE_14 = ("Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats", "Arial")
RGB_OPERATORS = {"rg", "RG"}
RGB_SPACES = {"/DeviceRGB", "/CalRGB", "/ICCBased", "/Lab", "/Indexed"}
ON_PAPER = ("heading", "text", "points", "footnote", "statement", "figure", "unit", "word")
ON_NEWS = ("headline", "lead", "parole", "when", "where", "quote", "name", "office", "phone")
PRINT = "leaflet-a5.print.pdf"
DOTS = 4
"""Dots to a millimetre in pictures of pages."""

every_pdf = pytest.mark.parametrize(("name", "file"), [*product(DECKS, PDFS)])
every_name = pytest.mark.parametrize("name", DECKS)


@every_pdf
def test_qpdf_finds_nothing_wrong(name: str, file: str, output: Path) -> None:
    said = run("qpdf", "--check", output / name / file)
    assert "No syntax or stream encoding errors found" in said
    assert "WARNING" not in said


@every_pdf
def test_ghostscript_reads_it_without_a_warning(name: str, file: str, output: Path) -> None:
    strict = ("-dPDFSTOPONERROR", "-dPDFSTOPONWARNING")
    command = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", *strict)
    assert run(*command, output / name / file) == ""


@every_pdf
def test_all_fonts_are_embedded_subsets_and_none_is_of_the_base_14(
    name: str, file: str, output: Path
) -> None:
    rows = [row.split() for row in run("pdffonts", output / name / file).splitlines()[2:]]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+Archivo", row[0]), row
        assert row[-5:-2] == ["yes", "yes", "yes"], row  # embedded, subset, to Unicode
    with pikepdf.open(output / name / file) as pdf:
        assert {f for f in names_of_fonts(pdf) if any(base in f for base in BASE_14)} == set()


def names_of_fonts(pdf: pikepdf.Pdf) -> set[str]:
    named = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
    return {str(each.BaseFont) for each in named if "/BaseFont" in each}


@every_name
def test_the_words_of_a_deck_copy_out_as_typed(name: str, output: Path) -> None:
    slogan = {plain(line) for line in typed(name)["slogan"]}
    texts = [text for text in shown(name) if text not in slogan]
    assert missing(texts, output / name / "deck.pdf") == []


@every_name
@pytest.mark.parametrize("file", ["leaflet-a5.pdf", PRINT])
def test_the_words_of_a_leaflet_copy_out_as_typed(name: str, file: str, output: Path) -> None:
    texts = shown_on_paper(name, *ON_PAPER, *ON_NEWS)
    assert len(texts) >= 10
    assert missing([plain(typed(name)["title"]), *texts], output / name / file) == []


def missing(texts: list[str], pdf: Path) -> list[str]:
    """Return the texts that are not copied out whole, neither as read nor as written.

    Poppler guesses in what order columns are read, and may guess wrongly where they have gaps.
    """
    held = (read(pdf), read(pdf, "-raw"))
    return [text for text in texts if not any(text in order for order in held)]


@every_pdf
def test_the_slogan_is_on_every_page(name: str, file: str, output: Path) -> None:
    slogan = " ".join(typed(name)["slogan"]).casefold()
    count = len(sheets(name, file))
    if FORMATS[material(file)].panels and not file.endswith(".print.pdf"):
        count = 1  # on the cover; of the other panels one on each side has it
    for number in range(1, count + 1):
        page = read(output / name / file, "-f", str(number), "-l", str(number))
        assert slogan in page.casefold(), number


def material(file: str) -> str:
    return file.partition(".")[0]


def sheets(name: str, file: str) -> tuple[Sheet, ...]:
    """Return what the pages of a file show: those of a folder for print are its two sides."""
    document = composed(name, material(file))
    printed = document.press if file.endswith(".print.pdf") else None
    return (printed or document).sheets


@every_pdf
def test_every_line_stands_as_it_was_composed(name: str, file: str, output: Path) -> None:
    bleed = 3 * 72 / 25.4 if file.endswith(".print.pdf") else 0.0
    for sheet, page in zip(sheets(name, file), pages(output / name / file), strict=True):
        words = [word._replace(x=word.x - bleed, y=word.y - bleed) for word in page]
        for text in (*sheet.layout.furniture, *sheet.content):
            if isinstance(text, Text):
                found = [squeezed(line) for line in lines(words, text)]
                assert found == [squeezed(line.text) for line in text.lines], text.slot.name


def squeezed(text: str) -> str:
    """Return letters alone: what hangs beside a paragraph stands apart in one, not in the other."""
    return re.sub(r"[\s\u00ad-]", "", text)


def streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Page | pikepdf.Object]:
    """Yield all that draws: pages, and what they draw with."""
    yield from pdf.pages
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and each.stream_dict.get("/Subtype") == "/Form":
            yield each


def names(value: pikepdf.Object) -> Iterator[str]:
    """Yield every name in an object, its streams' dictionaries included."""
    if isinstance(value, pikepdf.Name):
        yield str(value)
    elif isinstance(value, pikepdf.Stream):
        yield from names(value.stream_dict)
    elif isinstance(value, pikepdf.Array):
        for part in value:
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from names(part)
    elif isinstance(value, pikepdf.Dictionary):
        for key, part in value.items():
            yield key
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from names(part)


@every_name
def test_the_print_file_has_no_rgb_anywhere(name: str, output: Path) -> None:
    with pikepdf.open(output / name / PRINT) as pdf:
        used = {
            str(s.operator) for each in streams(pdf) for s in pikepdf.parse_content_stream(each)
        }
        assert used & RGB_OPERATORS == set()
        assert used & {"k", "scn"}
        assert {name for each in pdf.objects for name in names(each)} & RGB_SPACES == set()


@every_name
def test_the_print_file_has_its_boxes_to_a_tenth_of_a_millimetre(name: str, output: Path) -> None:
    tenth = pytest.approx
    with pikepdf.open(output / name / PRINT) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            found = {key: corners(page.obj[key]) for key in ("/MediaBox", "/BleedBox", "/TrimBox")}
            assert found["/TrimBox"] == tenth([3, 3, 151, 213], abs=0.1)
            assert found["/BleedBox"] == tenth([0, 0, 154, 216], abs=0.1)
            assert found["/MediaBox"] == found["/BleedBox"]


def corners(box: pikepdf.Object) -> list[float]:
    """Return the corners of a box in millimetres."""
    return [to_mm(pt(float(edge))) for edge in box.as_list()]


@every_name
def test_the_ground_runs_into_the_bleed(name: str, output: Path) -> None:
    """A page whose trimmed corner is coloured has that colour where the knife may slip to."""
    for page in render_pdf((output / name / PRINT).read_bytes(), 25.4 * DOTS):
        outer, trimmed = (corner_colours(page, round(at * DOTS)) for at in (0.5, 3.5))
        assert outer == trimmed


def corner_colours(page: Image.Image, inset: int) -> list[object]:
    columns, rows = ((inset, size - inset) for size in page.size)
    return [page.getpixel((x, y)) for x in columns for y in rows]


@every_pdf
def test_a_file_says_what_it_is(name: str, file: str, output: Path) -> None:
    programme = typed(name)
    with pikepdf.open(output / name / file) as pdf:
        assert str(pdf.docinfo["/Title"]) == programme["title"]
        assert str(pdf.Root.Lang) == programme["language"]
