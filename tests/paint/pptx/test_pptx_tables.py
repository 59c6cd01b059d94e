"""Tables in decks: native, in placeholders, in the brand's own table style."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu

from composing import deck
from paroll.paint.pptx import paint
from paroll.sheet import Document, Table
from specimens import brand

ROWS = ["Område | 2025, mkr | Andel", "Vård | 9 240 | 41,5 %", "**Summa** | 655 | 7 %", "Skola | |"]
SECTION = {"heading": "Pengarna", "table": ROWS, "source": "Källa: [SCB](https://www.scb.se)"}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KITS = ["campaign", "alternative", "public"]


@cache
def document(kit: str = "campaign", header: str = "yes") -> Document:
    return deck([{**SECTION, "header": header}], brand=kit)


@cache
def painted(kit: str = "campaign", header: str = "yes") -> bytes:
    return paint(document(kit, header), brand(kit))


def frame(data: bytes) -> Any:
    """Return the only table of a deck, as python-pptx finds it."""
    slides = Presentation(BytesIO(data)).slides
    (found,) = (shape for slide in slides for shape in slide.shapes if shape.has_table)
    return found


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def mark(of: Document) -> Table:
    (found,) = (m for sheet in of.sheets for m in sheet.content if isinstance(m, Table))
    return found


def test_a_table_is_a_table_with_what_was_typed() -> None:
    rows = [
        [cell.text.replace("\u00a0", " ") for cell in row.cells]
        for row in frame(painted()).table.rows
    ]
    assert rows == [
        ["Område", "2025, mkr", "Andel"],
        ["Vård", "9 240", "41,5 %"],
        ["Summa", "655", "7 %"],
        ["Skola", "", ""],
    ]


def test_it_fills_the_table_placeholder_of_its_layout() -> None:
    shape = frame(painted())
    place = shape.placeholder_format
    assert (shape.is_placeholder, place.type) == (True, PP_PLACEHOLDER.TABLE)
    layouts = Presentation(BytesIO(painted())).slide_layouts
    (layout,) = (each for each in layouts if each.name == document().sheets[1].layout.name)
    places: Any = layout.placeholders
    (model,) = (p for p in places if p.placeholder_format.idx == place.idx)
    assert model.placeholder_format.type == PP_PLACEHOLDER.TABLE
    assert model.text_frame.text == "Infoga en tabell här"


def test_a_deck_without_tables_still_offers_one() -> None:
    data = paint(deck([{"statement": "Vi kan"}]), brand())
    layouts: Any = Presentation(BytesIO(data)).slide_layouts
    kinds = [p.placeholder_format.type for layout in layouts for p in layout.placeholders]
    assert PP_PLACEHOLDER.TABLE in kinds
    assert b"tblStyleLst" in part(data, "ppt/tableStyles.xml")


@pytest.mark.parametrize(("header", "flag"), [("yes", True), ("no", False)])
def test_the_header_is_flagged(header: str, flag: bool) -> None:
    assert frame(painted(header=header)).table.first_row is flag


def test_screen_readers_are_told_what_it_is() -> None:
    described = frame(painted())._element.find(".//{*}cNvPr")
    assert described.get("descr") == "Tabell: Pengarna; kolumner: Område, 2025, mkr, Andel; 3 rader"
    assert described.get("name") == "Table"


@pytest.mark.parametrize("kit", KITS)
def test_it_stands_where_it_was_set(kit: str) -> None:
    shape, made = frame(painted(kit)), mark(document(kit))
    assert (shape.left, shape.top, shape.width, shape.height) == made.box
    assert [column.width for column in shape.table.columns] == list(made.columns)
    assert [row.height for row in shape.table.rows] == [row.height for row in made.rows]


def test_no_row_has_to_grow() -> None:
    """PowerPoint makes a row as high as its highest cell: lines at their exact height, margins."""
    made = mark(document())
    for row, drawn in zip(frame(painted()).table.rows, made.rows, strict=True):
        for cell, text in zip(row.cells, drawn.cells, strict=True):
            needed = max(len(text.lines), 1) * text.slot.levels[0].leading
            assert cell.margin_top + needed + cell.margin_bottom < row.height
            (spacing,) = {p.line_spacing for p in cell.text_frame.paragraphs}
            assert spacing == Emu(text.slot.levels[0].leading)


def test_cells_keep_their_text_from_edges_as_they_were_set() -> None:
    made = mark(document())
    left = made.box.x
    for column, width in enumerate(made.columns):
        for row, drawn in zip(frame(painted()).table.rows, made.rows, strict=True):
            box = drawn.cells[column].slot.box
            cell = row.cells[column]
            assert (left + cell.margin_left, cell.margin_right) == (box.x, left + width - box.right)
        left += width


def test_figures_are_right_aligned_in_an_empty_cell_too() -> None:
    paragraphs = [row.cells[1].text_frame.paragraphs[0] for row in frame(painted()).table.rows]
    assert [str(p.alignment) for p in paragraphs] == ["RIGHT (3)"] * 4


def test_cells_say_what_a_style_cannot_and_no_more() -> None:
    grid = frame(painted())._element.find(f".//{A}tbl")
    names = {etree.QName(element).localname for element in grid.iter()}
    assert names == {
        *("tbl", "tblPr", "tableStyleId", "tblGrid", "gridCol", "tr", "tc", "tcPr", "txBody"),
        *("bodyPr", "lstStyle", "p", "pPr", "lnSpc", "spcPts", "r", "rPr", "t", "endParaRPr"),
    }
    attributes = {
        key for element in grid.iter(f"{A}rPr", f"{A}endParaRPr") for key in element.attrib
    }
    assert attributes == {"lang", "sz", "b"}
    sizes = {element.get("sz") for element in grid.iter(f"{A}rPr", f"{A}endParaRPr")}
    assert sizes == {str(round(style.size / 127)) for style in mark(document()).slot.levels}


@pytest.mark.parametrize("kit", KITS)
def test_the_deck_s_own_style_is_the_default_and_knows_only_the_brand_s_colours(kit: str) -> None:
    styles = etree.fromstring(part(painted(kit), "ppt/tableStyles.xml"))
    (style,) = styles
    assert styles.get("def") == style.get("styleId")
    used = frame(painted(kit))._element.findtext(f".//{A}tableStyleId")
    assert used == style.get("styleId")
    written = etree.tostring(styles)
    assert not re.search(rb"srgbClr|sysClr|prstClr", written)
    assert b'<a:fontRef idx="minor"' in written


@pytest.mark.parametrize(
    ("kit", "drawn"),
    [
        ("campaign", {"firstRow": ["accent1"], "wholeTbl": ["accent4", "accent4"], "band2H": []}),
        ("alternative", {"firstRow": ["tx2"], "wholeTbl": ["tx2"], "band2H": ["bg2"]}),
        ("public", {"firstRow": ["accent1"], "wholeTbl": ["accent1", "accent4"], "band2H": []}),
    ],
)
def test_each_look_rules_tables_in_its_own_way(kit: str, drawn: dict[str, list[str]]) -> None:
    (style,) = etree.fromstring(part(painted(kit), "ppt/tableStyles.xml"))
    for name, colours in drawn.items():
        looks = style.find(f"{A}{name}/{A}tcStyle")
        found = [] if looks is None else [c.get("val") for c in looks.iter(f"{A}schemeClr")]
        assert found == colours, name


def test_a_link_in_a_cell_can_be_clicked() -> None:
    written = ["a | b", "c | [SCB](https://www.scb.se)"]
    data = paint(deck([{"heading": "Skolan", "table": written}]), brand())
    (run,) = frame(data).table.cell(1, 1).text_frame.paragraphs[0].runs
    assert run.hyperlink.address == "https://www.scb.se"


def test_a_changed_cell_changes_its_slide_alone() -> None:
    changed = {**SECTION, "table": [*ROWS[:-1], "Skolor | |"]}
    names = zipfile.ZipFile(BytesIO(painted())).namelist()
    other = paint(deck([{**changed, "header": "yes"}]), brand())
    assert [n for n in names if part(painted(), n) != part(other, n)] == ["ppt/slides/slide2.xml"]
