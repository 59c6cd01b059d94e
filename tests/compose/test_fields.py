"""Date, sender and page number: fields that each slide and each layout has a place for."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from composing import compose, content, deck, said
from office import print_deck, schema_faults
from paroll.paint import pdf, pptx
from paroll.sheet import Document, Role
from specimens import brand
from tools import run

KITS = ["campaign", "alternative", "public"]
SECTIONS: list[dict[str, Any]] = [
    {"statement": "Vi kan"},
    {"heading": "Skolan", "points": ["Fler lärare"]},
]
DAY = "lördag 12 september 2026"
FIELDS = {
    PP_PLACEHOLDER.DATE: "dt",
    PP_PLACEHOLDER.FOOTER: "ftr",
    PP_PLACEHOLDER.SLIDE_NUMBER: "sldNum",
}


def fields(slide: Any) -> dict[str, str]:
    """Return what the fields of a slide, layout or master say, by their types."""
    kinds = ((shape, shape.placeholder_format.type) for shape in slide.placeholders)
    said = {FIELDS[kind]: shape.text_frame.text for shape, kind in kinds if kind in FIELDS}
    return {field: text.replace("\u00a0", " ") for field, text in said.items()}


def painted(document: Document, kit: str = "campaign") -> Any:
    return Presentation(BytesIO(pptx.paint(document, brand(kit))))


@pytest.mark.parametrize("kit", KITS)
def test_every_layout_has_places_for_all_that_insert_header_and_footer_sets(kit: str) -> None:
    made = painted(deck(SECTIONS, brand=kit), kit)
    assert fields(made.slide_master).keys() == set(FIELDS.values())
    for layout in made.slide_layouts:
        wanted = {"dt", "ftr"} | ({"sldNum"} if layout.name.split()[0] not in EDGES else set())
        assert fields(layout).keys() == wanted, layout.name
        assert fields(layout)["ftr"] == "Vi i Norrland"


EDGES = ("Cover", "Closing")


@pytest.mark.parametrize("kit", KITS)
def test_each_slide_says_date_and_sender_in_its_fields(kit: str) -> None:
    slides = list(painted(deck(SECTIONS, brand=kit, date=DAY), kit).slides)
    for slide in slides:
        said = fields(slide)
        assert (said["dt"], said["ftr"]) == (DAY, "Vi i Norrland")
    assert [fields(slide).get("sldNum") for slide in slides[1:-1]] == ["2", "3"]


def test_without_a_date_no_slide_has_one() -> None:
    assert all("dt" not in fields(slide) for slide in painted(deck(SECTIONS)).slides)


def test_fields_are_read_last() -> None:
    for sheet in deck(SECTIONS, date=DAY).sheets[1:-1]:
        roles = [text.slot.role for text in content(sheet).values()]
        assert roles[-3:] == [Role.DATE, Role.FOOTER, Role.PAGE]
        assert roles.count(Role.TITLE) == 1


@pytest.mark.parametrize(
    ("language", "form"), [("sv", "datetime3"), ("fi", "datetime3"), ("en-US", "datetime4")]
)
def test_today_is_a_field_that_stores_no_day(language: str, form: str) -> None:
    made = painted(deck(SECTIONS, date="today", language=language))
    for slide in made.slides:
        (dated,) = (shape for shape in slide.placeholders if shape.placeholder_format.idx == 2)
        field = dated._element.find(".//{*}fld")
        assert field.get("type") == form
        assert field.find("{*}rPr").get("lang").startswith(language)
        assert not field.findtext("{*}t")


def test_today_is_left_out_of_a_pdf_which_has_no_clock() -> None:
    typed, today = deck(SECTIONS, date=DAY), deck(SECTIONS, date="today")
    assert [said(content(sheet)["Date"]) for sheet in typed.sheets] == [[DAY]] * 4
    assert [content(sheet)["Date"].lines for sheet in today.sheets] == [()] * 4


def test_a_pdf_shows_fields_as_artifacts(tmp_path: Path) -> None:
    data = pdf.paint(deck(SECTIONS, date=DAY), brand(), None)
    file = tmp_path / "deck.pdf"
    file.write_bytes(data)
    assert DAY in run("pdftotext", "-f", "2", "-l", "2", file, "-")
    with pikepdf.open(BytesIO(data)) as opened:
        pages = [list(pikepdf.parse_content_stream(page)) for page in opened.pages]
    marked = [[str(i.operands[0]) for i in page if str(i.operator) == "BDC"] for page in pages]
    assert [names.count("/Artifact") for names in marked] == [3, 4, 4, 3]


def test_libreoffice_shows_the_sender_once_and_today(tmp_path: Path) -> None:
    data = pptx.paint(deck(SECTIONS, date="today"), brand())
    assert schema_faults(data, tmp_path) == []
    for number in ("1", "2", "3"):
        page = run("pdftotext", "-f", number, "-l", number, print_deck(data, tmp_path), "-")
        assert page.count("Vi i Norrland") == 1
        assert len(re.findall(r"\b20\d\d\b", page)) == 1


def test_a_date_too_long_for_its_place_is_a_finding() -> None:
    _, (found,) = compose("deck", SECTIONS, date="vecka trettiosju " * 6)
    assert found.code == "S201"
    assert found.message.startswith("“vecka trettiosju")
