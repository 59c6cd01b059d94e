"""Agendas: the programme's headings, each of which leads to its page."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from typing import Any

import pikepdf
import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide

from composing import compose, content, deck, said
from paroll.paint import pdf, pptx
from paroll.printers import default
from paroll.sheet import Document, Sheet
from specimens import brand

ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
AGENDA = {"agenda": "Innehåll"}
TEXT = "Fler lärare i hela länet."
HEADINGS = ["Skolan", "Vården", "Jämställdhet och integration", "Fler i arbete"]


def programme(headings: list[str]) -> Document:
    return deck([AGENDA, *({"heading": heading, "text": TEXT} for heading in headings)])


def agendas(document: Document) -> list[Sheet]:
    return [sheet for sheet in document.sheets if sheet.layout.kind == "agenda"]


def entries(sheet: Sheet) -> list[str]:
    named = content(sheet).items()
    return [part for name, text in named if name.startswith("Entry") for part in said(text)]


def test_an_agenda_lists_the_headings_in_their_order_and_each_once() -> None:
    (sheet,) = agendas(programme([*HEADINGS, "Skolan"]))
    assert entries(sheet) == HEADINGS


def test_sections_without_heading_are_not_in_it_wherever_it_stands() -> None:
    sections = [{"heading": "Skolan", "text": TEXT}, {"statement": "Vi kan"}, AGENDA]
    (sheet,) = agendas(deck([*sections, {"heading": "Vården", "text": TEXT}]))
    assert entries(sheet) == ["Skolan", "Vården"]


def test_a_heading_keeps_its_voice_and_stands_on_one_line() -> None:
    (sheet,) = agendas(programme(["Mer **skola**  \noch vård"]))
    (paragraph,) = content(sheet)["Entry 1"].paragraphs
    assert (
        "".join(run.text for run in paragraph.runs).replace("\u00a0", " ") == "Mer skola och vård"
    )
    assert [run.bold for run in paragraph.runs][:2] == [False, True]


@pytest.mark.parametrize("count", [1, 2, 6, 7, 12, 13, 40])
def test_many_headings_stand_in_two_columns_and_run_on_evenly(count: int) -> None:
    headings = [f"Rubrik {number} om skolan" for number in range(count)]
    pages = agendas(programme(headings))
    assert list(chain.from_iterable(map(entries, pages))) == headings
    sizes = sorted(len(entries(page)) for page in pages)
    assert len(sizes) == {13: 2, 40: 4}.get(count, 1)
    assert sizes[-1] - sizes[0] <= 1
    lefts = {text.slot.box.x for name, text in content(pages[0]).items() if "Entry" in name}
    assert len(lefts) == (1 if count <= 6 else 2)


def test_without_any_heading_an_agenda_is_a_finding() -> None:
    _, findings = compose("deck", [AGENDA, {"statement": "Vi kan"}])
    assert [(found.code, found.message) for found in findings] == [
        ("S206", "no section has a heading that the agenda could list")
    ]


def test_an_agenda_is_not_on_paper() -> None:
    document, findings = compose("leaflet-a5", [AGENDA, {"heading": "Skolan", "text": TEXT}])
    assert findings == []
    assert "Innehåll" not in {
        paragraph for text in content(document.sheets[1]).values() for paragraph in said(text)
    }


def test_in_the_deck_each_entry_is_a_link_to_the_first_slide_of_its_section() -> None:
    document = programme(["Skolan", "Vården", "Skolan"])
    data = pptx.paint(document, brand())
    agenda = list(Presentation(BytesIO(data)).slides)[1]
    clicks = [(shape.text_frame.text, click_of(shape)) for shape in agenda.placeholders]
    led = [(text, title(agenda, click.get(ID))) for text, click in clicks if click is not None]
    assert led == [("Skolan", "Skolan (1/2)"), ("Vården", "Vården")]
    bodies = b"".join(etree.tostring(shape.text_frame._txBody) for shape in agenda.placeholders)
    assert b"hlinkClick" not in bodies


def click_of(shape: Any) -> Any:
    click = shape._element.find(".//{*}cNvPr/{*}hlinkClick")
    assert click is None or click.get("action") == "ppaction://hlinksldjump"
    return click


def title(slide: Slide, relationship: str) -> str:
    related = slide.part.rels[relationship]
    assert related.reltype == RELATIONSHIP_TYPE.SLIDE
    heading = related.target_part.slide.shapes.title  # type: ignore[attr-defined]
    return str(heading.text_frame.text)


def test_on_screen_each_entry_leads_to_its_page_and_in_print_nowhere() -> None:
    document = programme(HEADINGS)
    screen = pikepdf.open(BytesIO(pdf.paint(document, brand(), None)))
    places = {str(page.objgen): place for place, page in enumerate(screen.pages)}
    links = [link for link in screen.pages[1].Annots if "/Dest" in link]
    assert [str(link.Contents) for link in links] == HEADINGS
    assert [places[str(link.Dest[0].objgen)] for link in links] == [2, 3, 4, 5]
    press = pikepdf.open(BytesIO(pdf.paint(document, brand(), default())))
    assert all("/Annots" not in page for page in press.pages)
