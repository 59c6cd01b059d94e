"""Whole decks: what a person gets, and what other programs make of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck

from deck_specimen import (
    BARE_SHEET,
    BRAND,
    DOCUMENT,
    HEADING,
    LIST_SHEET,
    POINT_SHEET,
    POINTS,
    picture,
    text,
    with_colours,
)
from office import layout_faults, print_deck, schema_faults
from paroll.paint.pptx import paint, xml
from paroll.sheet import Document, Form, Paragraph, Picture, Role, Run, Sheet, Slot
from tools import run

DECK = paint(DOCUMENT, BRAND)
NAMESPACES = {name.removeprefix("xmlns_"): uri for name, uri in xml.NAMESPACES.items()}
A = f"{{{NAMESPACES['a']}}}"


def opened(*sheets: Sheet) -> Deck:
    return Presentation(BytesIO(paint(DOCUMENT._replace(sheets=sheets), BRAND)))


def members(deck: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def parsed(data: bytes) -> Any:
    return etree.fromstring(data)


PARTS = members(DECK)


def parts(folder: str) -> dict[str, bytes]:
    return {name: data for name, data in PARTS.items() if re.match(rf"ppt/{folder}/\w+\.xml", name)}


def test_the_schemas_and_powerpoint_as_it_is_known_have_nothing_against_a_deck(
    tmp_path: Path,
) -> None:
    assert schema_faults(DECK, tmp_path) == []


def test_no_text_overflows_or_overlaps_as_another_program_measures_it(tmp_path: Path) -> None:
    assert layout_faults(DECK, tmp_path) == []


def test_a_text_too_long_for_its_box_is_seen_by_that_program(tmp_path: Path) -> None:
    title = "Ett för långt ord " * 12
    sheet = Sheet(POINT_SHEET.layout, title, (text(HEADING, title),))
    deck = paint(DOCUMENT._replace(sheets=(sheet,)), BRAND)
    assert any("slide1/heading: PPT" in fault for fault in layout_faults(deck, tmp_path))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return print_deck(DECK, tmp_path_factory.mktemp("printed"))


def test_libreoffice_prints_every_slide_with_the_brand_s_fonts(printed: Path) -> None:
    assert "Pages:           4\n" in run("pdfinfo", printed)
    fonts = run("pdffonts", printed)
    assert "Archivo-Regular" in fonts
    assert "ArchivoCondensed-Bold" in fonts
    assert "DejaVu" not in fonts


def test_libreoffice_numbers_points_as_they_are_numbered(printed: Path) -> None:
    words = run("pdftotext", "-raw", "-f", "2", "-l", "2", printed, "-")
    assert re.findall(r"^\d\b", words, re.MULTILINE) == ["3", "4", "5", "6"]


def test_libreoffice_shows_what_a_layout_carries_and_no_prompt(printed: Path) -> None:
    words = run("pdftotext", "-f", "4", "-l", "4", printed, "-")
    assert "VÅRT\nVÄSTERNORRLAND\nKAN BÄTTRE" in words
    assert "Skriv en punkt" not in words


def test_lines_stand_where_exact_spacing_puts_them(printed: Path) -> None:
    """Leading apart, whatever the font's own metrics; `before` counts between paragraphs only."""
    boxes = run("pdftotext", "-bbox", "-f", "2", "-l", "2", printed, "-")
    found = re.findall(r'yMin="([\d.]+)".*?>(Fördjupa|organisationerna|Starta)<', boxes)
    first, second, third = (float(y) for y, _ in found)
    assert second - first == pytest.approx(22 * 1.3, abs=0.1)
    assert third - second == pytest.approx(22 * 1.3 + 22, abs=0.1)


def test_every_text_fills_the_placeholder_of_its_slot() -> None:
    slide = opened(POINT_SHEET).slides[0]
    found = [
        (shape.placeholder_format.idx, shape.placeholder_format.type, shape.name)
        for shape in slide.placeholders
    ]
    assert found == [
        (0, PP_PLACEHOLDER.TITLE, "heading"),
        (4, PP_PLACEHOLDER.SLIDE_NUMBER, "page"),
        (10, PP_PLACEHOLDER.BODY, "points"),
        (11, PP_PLACEHOLDER.BODY, "counter"),
    ]
    assert len(slide.shapes) == len(found)
    assert slide.slide_layout.name == "Punkter 22"
    assert slide.shapes.title.text_frame.text == "Stärka hela vårdlaget"


def test_a_layout_has_the_same_placeholders_as_its_slides() -> None:
    deck = opened(POINT_SHEET, LIST_SHEET)
    for slide in deck.slides:
        layout = {
            p.placeholder_format.idx: (p.placeholder_format.type, p.name, p.left, p.top)
            for p in slide.slide_layout.placeholders
        }
        for p in slide.placeholders:
            kind = p.placeholder_format.type
            assert layout[p.placeholder_format.idx] == (kind, p.name, p.left, p.top)


def test_slots_without_text_are_not_on_the_slide() -> None:
    slide = opened(BARE_SHEET).slides[0]
    assert [shape.name for shape in slide.shapes] == ["heading", "page"]


def test_shape_numbers_do_not_hang_on_what_else_is_on_the_slide() -> None:
    full, bare = opened(POINT_SHEET, BARE_SHEET).slides
    numbers = {shape.name: shape.shape_id for shape in full.shapes}
    assert {shape.name: shape.shape_id for shape in bare.shapes}.items() <= numbers.items()


def test_shapes_stand_in_reading_order() -> None:
    slide = opened(LIST_SHEET).slides[0]
    names = [shape.name for shape in slide.shapes]
    assert names == ["statement", "items", "picture 5", "rectangle 6", "page"]


def test_a_slide_carries_no_looks_of_its_own() -> None:
    """No size, face, colour or place: Reset Slide changes nothing, a new theme all."""
    looks = ("a:solidFill", "a:latin", "a:xfrm", "a:lnSpc", "a:spcBef", "a:buClr", "a:buFont")
    for name, data in parts("slides").items():
        for placeholder in parsed(data).xpath("//p:sp[.//p:ph]", namespaces=NAMESPACES):
            own = placeholder.xpath(f".//@sz|.//{'|.//'.join(looks)}", namespaces=NAMESPACES)
            assert own == [], name


def test_all_colours_and_faces_come_from_the_theme() -> None:
    for folder in ("slides", "slideLayouts", "slideMasters", "notesMasters", "notesSlides"):
        for name, data in parts(folder).items():
            assert b"srgbClr" not in data, name
            faces = set(re.findall(rb'typeface="([^"]*)"', data))
            assert faces <= {b"+mj-lt", b"+mn-lt"}, name
    assert b'typeface="Archivo Condensed"' in PARTS["ppt/theme/theme1.xml"]
    assert b'val="D31128"' in PARTS["ppt/theme/theme1.xml"]


def test_another_brand_changes_the_theme_and_nothing_else() -> None:
    other = members(paint(DOCUMENT, with_colours({"strong": "#0057B7"})))
    changed = {name for name in PARTS if PARTS[name] != other[name]}
    assert changed == {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml"}


def test_the_slide_number_is_a_field() -> None:
    slide = parsed(PARTS["ppt/slides/slide2.xml"])
    assert [f.findtext("{*}t") for f in slide.iter(f"{A}fld")] == ["2"]


def test_every_run_says_its_language() -> None:
    for folder in ("slides", "slideLayouts", "notesSlides"):
        for data in parts(folder).values():
            runs = parsed(data).iter(f"{A}r", f"{A}fld", f"{A}br")
            assert {run.find(f"{A}rPr").get("lang") for run in runs} <= {"sv-SE"}


def test_a_title_that_differs_from_its_slot_is_our_bug() -> None:
    with pytest.raises(ValueError, match="title slot"):
        opened(POINT_SHEET._replace(title="Något annat"))


def test_a_line_break_in_a_title_does_not_make_it_another() -> None:
    sheet = POINT_SHEET._replace(content=(text(HEADING, "Stärka hela\nvårdlaget"),))
    slide = opened(sheet).slides[0]
    assert slide.shapes.title.text_frame.text == "Stärka hela\vvårdlaget"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ms-word:x", "//host/share", "x.html"]
)
def test_links_lead_to_the_web_mail_and_telephone_only(address: str) -> None:
    linked = text(POINTS, Paragraph((Run("här", link=address),)))
    with pytest.raises(ValueError, match="may not link"):
        opened(BARE_SHEET._replace(content=(text(HEADING, BARE_SHEET.title), linked)))


def test_links_are_kept_as_they_are_and_take_the_text_s_colour() -> None:
    run = opened(POINT_SHEET).slides[0].placeholders[10].text_frame.paragraphs[3].runs[1]
    assert run.hyperlink.address == "https://exempel.se/vård?a=1&b=2"
    assert b"hlinkClr" in PARTS["ppt/slides/slide2.xml"]


def test_notes_are_real_notes_and_only_where_there_are_any() -> None:
    deck = Presentation(BytesIO(DECK))
    notes = [slide.has_notes_slide and slide.notes_slide for slide in deck.slides]
    first = notes[0]
    assert first
    assert first.notes_text_frame.text == (
        "Hälsa alla välkomna.\nSäg vem du är <kort> & varför du kandiderar."
    )
    assert notes[1] is False
    assert not any("notes" in name for name in members(paint(without_notes(), BRAND)))


def without_notes() -> Document:
    return DOCUMENT._replace(sheets=(POINT_SHEET, BARE_SHEET))


def test_pictures_say_what_they_show_and_decoration_that_it_is_none() -> None:
    slide = parsed(PARTS["ppt/slides/slide3.xml"])
    picture, band = (
        slide.find(f".//{{*}}cNvPr[@name='{n}']") for n in ("picture 5", "rectangle 6")
    )
    assert picture.get("descr") == "En sköterska vid en säng"
    assert picture.find(".//{*}decorative") is None
    assert band.find(".//{*}decorative").get("val") == "1"


def test_a_deck_says_what_it_is_and_nothing_of_who_built_it() -> None:
    properties = Presentation(BytesIO(DECK)).core_properties
    assert properties.title == "Vårt Västernorrland kan bättre"
    assert properties.author == "Socialdemokraterna Västernorrland"
    assert properties.language == "sv-SE"
    assert properties.created == properties.modified
    assert properties.created.isoformat() == "2000-01-01T00:00:00"
    assert properties.last_modified_by == ""
    assert b"python" not in b"".join(PARTS.values()).lower()


def test_every_relationship_leads_to_a_part_and_every_part_has_a_type() -> None:
    types = parsed(PARTS["[Content_Types].xml"])
    overrides = {e.get("PartName").lstrip("/") for e in types.iter("{*}Override")}
    defaults = {e.get("Extension") for e in types.iter("{*}Default")}
    related = {"[Content_Types].xml"}
    for name, data in PARTS.items():
        if not name.endswith(".rels"):
            continue
        related.add(name)
        folder = PurePosixPath(name).parent.parent
        for entry in parsed(data):
            if entry.get("TargetMode") != "External":
                target = os.path.normpath(f"/{folder}/{entry.get('Target')}")
                absolute = entry.get("Target").startswith("/")
                related.add((entry.get("Target") if absolute else target).lstrip("/"))
    assert related == set(PARTS)
    assert overrides <= set(PARTS)
    assert {name for name in PARTS if name.rpartition(".")[2] not in defaults} == set()


def test_one_document_makes_the_same_bytes_anywhere(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from deck_specimen import BRAND, DOCUMENT\n"
        "from paroll.paint.pptx import paint\n"
        "sys.stdout.buffer.write(paint(DOCUMENT, BRAND))\n"
    )
    tests = str(Path(__file__).parents[2])
    for zone, seed in (("UTC", "0"), ("Asia/Tokyo", "7")):
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LANG": "C"}
        command = [sys.executable, str(script), tests]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert done.stdout == DECK


def test_a_change_on_one_slide_changes_one_part() -> None:
    content = (text(HEADING, "Ny rubrik"), *POINT_SHEET.content[1:])
    sheet = POINT_SHEET._replace(title="Ny rubrik", content=content)
    sheets = (DOCUMENT.sheets[0], sheet, *DOCUMENT.sheets[2:])
    other = members(paint(DOCUMENT._replace(sheets=sheets), BRAND))
    assert [name for name in PARTS if PARTS[name] != other[name]] == ["ppt/slides/slide2.xml"]


def test_the_zip_bears_no_date_and_its_names_are_in_order() -> None:
    with zipfile.ZipFile(BytesIO(DECK)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


def test_a_picture_fills_its_placeholder_and_takes_place_and_form_from_the_layout() -> None:
    style = POINTS.levels[0]
    slot = Slot("Porträtt", Role.PICTURE, HEADING.box, (style,), prompt="Bild", form=Form.ELLIPSE)
    layout = LIST_SHEET.layout._replace(slots=(*LIST_SHEET.layout.slots, slot))
    shown = Picture(slot.box, picture(), "Anna Ek", slot)
    sheet = LIST_SHEET._replace(layout=layout, content=(*LIST_SHEET.content, shown))
    document = DOCUMENT._replace(sheets=(sheet,), layouts=(layout,))
    slide = Presentation(BytesIO(paint(document, BRAND))).slides[0]
    (filled,) = (shape for shape in slide.placeholders if shape.name == "Porträtt")
    element: Any = filled._element
    assert filled.placeholder_format.type == PP_PLACEHOLDER.PICTURE
    assert len(element.spPr) == 0
    assert element.nvPicPr.cNvPr.get("descr") == "Anna Ek"
    models = slide.slide_layout.placeholders
    (model,) = (m for m in models if m.placeholder_format.idx == filled.placeholder_format.idx)
    assert model._element.spPr.find(f"{A}prstGeom").get("prst") == "ellipse"
    assert model.text_frame.text == "Bild"
    master = slide.slide_layout.slide_master.placeholders
    assert PP_PLACEHOLDER.PICTURE not in {each.placeholder_format.type for each in master}


def test_pictures_are_not_compressed_again() -> None:
    with zipfile.ZipFile(BytesIO(DECK)) as archive:
        kinds = {
            entry.compress_type
            for entry in archive.infolist()
            if entry.filename.startswith("ppt/media/")
        }
    assert kinds == {zipfile.ZIP_STORED}
