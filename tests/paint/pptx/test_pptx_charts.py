"""Charts in PowerPoint: real ones, with their numbers, that look as the sheet does."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.placeholder import PlaceholderGraphicFrame

from composing import deck, programme
from houses import house
from office import layout_faults, print_deck, schema_faults
from paroll.build.materials import MATERIALS
from paroll.layout.typecase import Typecase
from paroll.paint.pdf import paint as paint_pdf
from paroll.paint.pptx import paint
from paroll.sheet import Chart, Shape
from paroll.units import Box, pt
from specimens import ROOT, brand
from tools import render_pdf, require, run

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ONE: dict[str, Any] = {
    "heading": "Luleå har kortast väntetid",
    "chart": "bar",
    "unit": "dagar",
    "highlight": "Luleå",
    "data": ["Sundsvall | 63", "=1+1 | 41,5", "Luleå | 28"],
}
MANY: dict[str, Any] = {
    "heading": "Skillnaden minskar",
    "unit": "%",
    "data": ["År | Kvinnor | Män", "2022 | 41,5 | 38", "2023 | – | 37", "2024 | −3 | 39"],
}
STACKED = {
    **MANY,
    "chart": "stacked",
    "data": ["Ort | Bil | Buss", "Umeå | 58 | 42", "Luleå | 66 | 34"],
}
PIE: dict[str, Any] = {
    "heading": "Hälften till vården",
    "chart": "pie",
    "unit": "%",
    "data": ["Vård | 52", "Buss | 28", "Övrigt | 20"],
}
SECTIONS = [ONE, {**MANY, "chart": "column"}, {**MANY, "chart": "line"}, PIE, STACKED]
SECTIONS.append({**ONE, "heading": "Under noll", "data": ["Umeå | -4", "Luleå | 3"]})


def painted(sections: list[dict[str, Any]], kit: str = "campaign") -> bytes:
    return paint(deck(sections, brand=kit), brand(kit))


@pytest.fixture(scope="module", name="made")
def all_forms() -> bytes:
    return painted(SECTIONS)


def frames(data: bytes) -> list[PlaceholderGraphicFrame]:
    slides = Presentation(BytesIO(data)).slides
    return [shape for slide in slides for shape in slide.placeholders if shape.has_chart]


def test_a_chart_is_a_real_one_with_its_numbers_in_the_placeholder_of_its_layout(
    made: bytes,
) -> None:
    found = frames(made)
    charts = [frame.chart for frame in found]
    assert [chart.chart_type for chart in charts[:5]] == [
        XL_CHART_TYPE.BAR_CLUSTERED,
        XL_CHART_TYPE.COLUMN_CLUSTERED,
        XL_CHART_TYPE.LINE,
        XL_CHART_TYPE.PIE,
        XL_CHART_TYPE.BAR_STACKED,
    ]
    one, many = charts[0].plots[0], charts[1].plots[0]
    assert list(one.categories) == ["Sundsvall", "=1+1", "Luleå"]
    assert [series.values for series in one.series] == [(63, 41.5, 28)]
    assert [(series.name, series.values) for series in many.series] == [
        ("Kvinnor", (41.5, None, -3)),
        ("Män", (38, 37, 39)),
    ]
    assert all(frame.placeholder_format.type is not None for frame in found)
    assert all(frame._element._nvXxPr.cNvPr.get("descr") for frame in found)


def workbooks(data: bytes) -> list[zipfile.ZipFile]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if name.endswith(".xlsx"))
        return [zipfile.ZipFile(BytesIO(package.read(name))) for name in names]


def cells(book: zipfile.ZipFile) -> dict[str, str | float]:
    shared = etree.fromstring(book.read("xl/sharedStrings.xml"))
    strings = [str(text.text) for text in shared.iter(f"{M}t")]
    sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{M}f"))
    found: dict[str, str | float] = {}
    for cell in sheet.iter(f"{M}c"):
        value = cell.findtext(f"{M}v") or ""
        found[str(cell.get("r"))] = strings[int(value)] if cell.get("t") == "s" else float(value)
    return found


def test_each_chart_has_a_workbook_of_its_own_with_the_same_numbers_and_no_formula(
    made: bytes,
) -> None:
    books = workbooks(made)
    assert len(books) == len(SECTIONS)
    assert cells(books[0]) == {
        "B1": "Luleå har kortast väntetid",
        "A2": "Sundsvall",
        "B2": 63,
        "A3": "=1+1",
        "B3": 41.5,
        "A4": "Luleå",
        "B4": 28,
    }
    many = cells(books[1])
    assert (many["B1"], many["C1"], many["B2"], many["C3"]) == ("Kvinnor", "Män", 41.5, 37)
    assert "B3" not in many


def parts(data: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if "charts/chart" in name)
        return [etree.fromstring(package.read(name)) for name in names]


def test_no_point_turns_white_below_zero_and_no_text_scales_itself(made: bytes) -> None:
    for part in parts(made):
        bars = list(part.iter(f"{C}barChart"))
        points = [*(s for bar in bars for s in bar.iter(f"{C}ser")), *_points(bars)]
        for point in points:
            inverted = point.find(f"{C}invertIfNegative")
            assert inverted is not None
            assert inverted.get("val") == "0"
        sizes = [int(one.get("sz", 0)) for one in part.iter("{*}defRPr")]
        assert all(size >= 1400 and size % 100 == 0 for size in sizes)


def _points(bars: list[etree._Element]) -> list[etree._Element]:
    return [point for bar in bars for point in bar.iter(f"{C}dPt")]


def test_colours_and_faces_are_the_theme_s_and_there_is_no_junk(made: bytes) -> None:
    for part in parts(made):
        assert not list(part.iter("{*}srgbClr"))
        assert {one.get("typeface") for one in part.iter("{*}latin")} == {"+mn-lt"}
        assert not list(part.iter(f"{C}majorGridlines", f"{C}title"))
        flags = {name: part.find(f".//{C}{name}") for name in ("date1904", "roundedCorners")}
        assert all(flag is not None and flag.get("val") == "0" for flag in flags.values())
        deleted = part.find(f".//{C}autoTitleDeleted")
        assert deleted is not None
        assert deleted.get("val") == "1"


def test_a_unit_that_stands_once_is_the_title_of_the_chart(tmp_path: Path) -> None:
    rows = ["Val | Ja | Nej | Vet inte", "Norr | 60 | 33 | 7"]
    data = painted([{"heading": "Valet", "chart": "stacked", "unit": "procent", "data": rows}])
    (part,) = parts(data)
    (title,) = part.iter(f"{C}title")
    assert [str(text) for text in title.itertext()] == ["procent"]
    formats = {one.get("formatCode") for one in part.iter(f"{C}numFmt")}
    assert not any("procent" in str(one) for one in formats)
    assert schema_faults(data, tmp_path) == []


def test_judges_find_nothing(made: bytes, tmp_path: Path) -> None:
    assert schema_faults(made, tmp_path) == []
    assert layout_faults(made, tmp_path) == []


def test_archforge_finds_no_error(made: bytes, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(made)
    said = run(Path(sys.executable).parent / "archforge", file, "--lang", "en")
    assert "ERROR 0, WARN 0" in said


MAKE = """
import sys; sys.path[:0] = {paths!r}
from hashlib import sha256
from test_pptx_charts import SECTIONS, painted
print(sha256(painted(SECTIONS)).hexdigest())
"""


def test_two_processes_years_apart_make_the_same_bytes() -> None:
    require("faketime")
    here = [str(Path(__file__).parent), str(ROOT / "tests"), str(ROOT / "src")]
    digests = set()
    for date, zone, seed in (
        ("1999-12-31 23:59:59", "Pacific/Kiritimati", "1"),
        ("2037-02-28 12:00:00", "America/St_Johns", "2"),
    ):
        command = ["faketime", date, sys.executable, "-c", MAKE.format(paths=here)]
        env = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed}
        digests.add(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert len(digests) == 1


def test_a_colleague_finds_a_chart_in_the_menu_of_layouts(made: bytes) -> None:
    layouts = Presentation(BytesIO(made)).slide_layouts
    kinds = layouts[0].part.package.iter_parts()
    found = [part for part in kinds if b'type="chart"' in part.blob and "Layout" in part.partname]
    assert found


def test_libreoffice_draws_bars_where_the_sheet_has_them(tmp_path: Path) -> None:
    document = deck([ONE, {**MANY, "chart": "column"}, STACKED])
    data = paint(document, brand())
    theirs = render_pdf(print_deck(data, tmp_path).read_bytes(), 72)
    ours = render_pdf(paint_pdf(document, brand(), None), 72)
    marks = [(n, m) for n, s in enumerate(document.sheets) for m in s.content]
    charts = [(n, mark) for n, mark in marks if isinstance(mark, Chart)]
    assert len(charts) == 3
    for number, chart in charts:
        for bar in (one for one in chart.ink if isinstance(one, Shape) and one.box.h > pt(14)):
            for place in corners(bar.box):
                assert theirs[number].getpixel(place) == ours[number].getpixel(place)


def corners(box: Box) -> list[tuple[int, int]]:
    """Pixels inside a bar, three points from its corners, away from a label in its middle."""
    left, top, right, bottom = (
        round(edge / pt(1)) for edge in (box.x, box.y, box.right, box.bottom)
    )
    return [(x, y) for x in (left + 3, right - 4) for y in (top + 3, bottom - 4)]


def test_labels_are_text_in_the_pdf(tmp_path: Path) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(paint_pdf(deck([ONE]), brand(), None))
    said = run("pdftotext", "-layout", file, "-")
    assert all(words in said for words in ("63 dagar", "41,5 dagar", "28 dagar", "=1+1"))


@pytest.mark.parametrize("name", ["plain", "swedish"])
def test_in_a_house_template_bars_have_the_colours_of_their_ink(name: str) -> None:
    kit = house(name)
    document, findings = MATERIALS["deck"].compose(programme([ONE]), kit, Typecase(kit.faces))
    assert findings == []
    (chart,) = (m for s in document.sheets for m in s.content if isinstance(m, Chart))
    fills = [mark.fill for mark in chart.ink if isinstance(mark, Shape)]
    assert tuple(fills[:3]) == chart.series[0].colours
    assert len(set(fills[:3])) == 2
    (part,) = parts(paint(document, kit))
    bars = {str(one.get("val")) for ser in part.iter(f"{C}spPr") for one in ser.iter("{*}srgbClr")}
    assert {fill.lstrip("#") for fill in fills if fill.startswith("#")} <= bars
