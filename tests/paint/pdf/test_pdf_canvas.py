"""Whole files: what is in them, their colours and pages, their bytes."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops

from paroll.brand.model import Ink
from paroll.paint.pdf import paint
from paroll.printers import Printer, default
from paroll.sheet import Picture, Shape
from paroll.units import Box, mm, pt, to_pt
from pdf_specimen import (
    A5,
    BLEED,
    SPOT,
    USES,
    brand,
    document,
    opened,
    painted,
    paragraph,
    png,
)
from tools import render_pdf, run

STANDARD_FONTS = ("Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats")
LAYOUT = "/FormXob.Layout1"
SPACES = {"/DeviceRGB", "/CalRGB", "/ICCBased", "/Lab", "/DeviceCMYK", "/Separation"}


@pytest.fixture(params=USES, ids=["screen", "press"])
def printer(request: pytest.FixtureRequest) -> Printer | None:
    use: Printer | None = request.param
    return use


@pytest.fixture
def file(printer: Printer | None, tmp_path: Path) -> Path:
    path = tmp_path / "painted.pdf"
    path.write_bytes(painted(printer))
    return path


def test_qpdf_finds_nothing_wrong(file: Path) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)


def test_ghostscript_draws_it_without_a_warning(file: Path) -> None:
    strict = ("-dPDFSTOPONERROR", "-dPDFSTOPONWARNING")
    command = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", *strict, file)
    assert run(*command) == ""


def test_all_fonts_are_embedded_subsets_placed_by_glyph_number(file: Path) -> None:
    rows = run("pdffonts", file).splitlines()[2:]
    assert len(rows) == 3
    for row in rows:
        assert re.fullmatch(
            r"[A-Z]{6}\+Archivo\S* +CID TrueType +Identity-H +yes yes yes +\d+ +0", row
        )


def test_no_standard_font_is_even_named(printer: Printer | None) -> None:
    with pikepdf.open(BytesIO(painted(printer))) as pdf:
        names = {str(obj.BaseFont) for obj in fonts(pdf)}
    assert names
    assert not [name for name in names if any(font in name for font in STANDARD_FONTS)]


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o]


def test_streams_are_packed_and_binary(printer: Printer | None) -> None:
    with pikepdf.open(BytesIO(painted(printer))) as pdf:
        streams = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream)]
        filters = {names_of_filter(obj) for obj in streams if len(obj.read_bytes()) > 99}
    assert filters == {("/FlateDecode",)}


def names_of_filter(stream: pikepdf.Stream) -> tuple[str, ...]:
    return tuple(names(stream.stream_dict.get("/Filter", pikepdf.Array())))


def test_a_file_says_what_it_is_and_no_more(printer: Printer | None) -> None:
    with pikepdf.open(BytesIO(painted(printer))) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert pdf.pdf_version == "1.6"
        assert str(pdf.Root.Lang) == "sv"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        assert all("/Trans" not in page for page in pdf.pages)
    date = "D:20000101000000Z"
    assert info == {
        "/Title": "Vårt program – en provbok",
        "/Author": "Lokalföreningen",
        "/Creator": "paroll",
        "/Producer": "paroll",
        "/CreationDate": date,
        "/ModDate": date,
        "/Trapped": "/False",
    }


def operators(stream: pikepdf.Page | pikepdf.Object) -> list[str]:
    return [str(step.operator) for step in pikepdf.parse_content_stream(stream)]


def forms(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    streams = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream)]
    return [stream for stream in streams if stream.stream_dict.get("/Subtype") == "/Form"]


def colour_operators(pdf: pikepdf.Pdf) -> set[str]:
    """Return the colour operators of all pages and forms."""
    used = {o for stream in (*pdf.pages, *forms(pdf)) for o in operators(stream)}
    return used & {"rg", "RG", "k", "K", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN"}


def names(value: pikepdf.Object, *, inside: bool = False) -> Iterator[str]:
    """Yield the names in an object, but not in objects of their own that it refers to."""
    if inside and value.is_indirect:
        return
    if isinstance(value, pikepdf.Stream):
        value = value.stream_dict
    if isinstance(value, pikepdf.Name):
        yield str(value)
    elif isinstance(value, pikepdf.Array | pikepdf.Dictionary):
        parts = value if isinstance(value, pikepdf.Array) else dict(value.items()).values()
        for part in parts:
            if isinstance(part, pikepdf.Object):
                yield from names(part, inside=True)


def colour_spaces(pdf: pikepdf.Pdf) -> set[str]:
    found = {name for obj in pdf.objects for name in names(obj)}
    return found & SPACES


def test_a_press_file_has_no_rgb_at_all() -> None:
    with pikepdf.open(BytesIO(painted(default()))) as pdf:
        assert colour_operators(pdf) == {"k", "cs", "scn"}
        assert colour_spaces(pdf) == {"/DeviceCMYK", "/Separation"}


def test_a_screen_file_is_in_rgb() -> None:
    with pikepdf.open(BytesIO(painted(None))) as pdf:
        assert colour_operators(pdf) == {"rg"}
        assert colour_spaces(pdf) == {"/DeviceRGB"}


def test_the_screen_shows_the_colours_of_the_brand() -> None:
    page = render_pdf(painted(None), 50)[0]
    assert page.getpixel((20, 4)) == (0xE4, 0x00, 0x2B)


def test_a_spot_ink_is_a_plate_of_its_own_in_furniture_too() -> None:
    with pikepdf.open(BytesIO(painted(default()))) as pdf:
        form = pdf.pages[1].Resources.XObject[LAYOUT]
        space = form.Resources.ColorSpace[f"/{SPOT}"]
    assert [str(part) for part in list(space)[:3]] == ["/Separation", f"/{SPOT}", "/DeviceCMYK"]


def test_a_spot_ink_is_proofed_in_its_cmyk() -> None:
    spot, process = (brand(strong=Ink("#E4002B", (0, 100, 85, 0), name)) for name in (SPOT, ""))
    marks = (Shape(Box(0, 0, pt(200), pt(200)), "strong"),)
    pages = [render_pdf(paint(document(marks), b, default()), 20)[0] for b in (spot, process)]
    assert pages[0].getpixel((9, 9)) == pages[1].getpixel((9, 9)) != (255, 255, 255)


def boxes(path: Path) -> dict[str, list[float]]:
    rows = re.findall(r"^(\w+Box):([ \d.]+)$", run("pdfinfo", "-box", path), re.MULTILINE)
    return {name: [float(part) for part in numbers.split()] for name, numbers in rows}


def test_a_press_page_has_its_trim_inside_its_bleed(tmp_path: Path) -> None:
    path = tmp_path / "press.pdf"
    path.write_bytes(painted(default()))
    found = boxes(path)
    w, h, bleed = to_pt(A5.w), to_pt(A5.h), to_pt(BLEED)
    exactly = to_pt(mm(0.01))
    whole = pytest.approx([0, 0, w + 2 * bleed, h + 2 * bleed], abs=exactly)
    assert found["MediaBox"] == found["BleedBox"] == whole
    assert found["TrimBox"] == pytest.approx([bleed, bleed, bleed + w, bleed + h], abs=exactly)


def test_a_screen_page_is_the_trimmed_page(tmp_path: Path) -> None:
    path = tmp_path / "screen.pdf"
    path.write_bytes(painted(None))
    found = boxes(path)
    assert found["MediaBox"] == pytest.approx([0, 0, to_pt(A5.w), to_pt(A5.h)], abs=0.01)
    with pikepdf.open(path) as pdf:
        assert not any(f"/{name}Box" in pdf.pages[0] for name in ("Trim", "Bleed", "Crop", "Art"))


def test_the_ground_covers_the_bleed_on_all_sides() -> None:
    doc = document((), size=A5, bleed=BLEED, ground="dark")
    (page,) = render_pdf(paint(doc, brand(), default()), 50)
    edges = [(0, 0), (page.width - 2, 0), (0, page.height - 2), (page.width - 2, page.height - 2)]
    assert {page.getpixel(corner) for corner in edges} == {page.getpixel((99, 99))}
    assert page.getpixel((99, 99)) != (255, 255, 255)


def test_what_hangs_over_the_bleed_is_clipped_even_if_the_page_grows() -> None:
    marks = (Shape(Box(-mm(90), -mm(90), mm(400), mm(400)), "dark"),)
    file = BytesIO(paint(document(marks, size=A5, bleed=BLEED), brand(), default()))
    with pikepdf.open(file) as pdf:
        x, y, right, top = (float(edge) for edge in pdf.pages[0].MediaBox)
        pdf.pages[0].MediaBox = [x - 72, y - 72, right + 72, top + 72]
        grown = BytesIO()
        pdf.save(grown)
    (page,) = render_pdf(grown.getvalue(), 72)
    inside = ImageChops.invert(page.convert("L")).getbbox()
    assert inside == pytest.approx((72, 72, page.width - 72, page.height - 72), abs=1)


def test_furniture_is_drawn_once_and_skipped_by_screen_readers(printer: Printer | None) -> None:
    with pikepdf.open(BytesIO(painted(printer))) as pdf:
        assert len(forms(pdf)) == 1
        for page in pdf.pages:
            steps = list(pikepdf.parse_content_stream(page))
            at = [str(step.operator) for step in steps].index("Do")
            assert [str(step.operator) for step in steps[at - 1 : at + 2]] == ["BDC", "Do", "EMC"]
            assert [str(steps[at + n].operands[0]) for n in (-1, 0)] == ["/Artifact", LAYOUT]


def test_a_picture_used_twice_is_stored_once() -> None:
    marks = tuple(Picture(Box(pt(100 * n), 0, pt(90), pt(60)), png()) for n in range(3))
    with opened(document(marks)) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Width" in o]
    assert len(images) == 1


PAINT_AGAIN = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from pdf_specimen import USES, painted
print(*(hashlib.sha256(painted(printer)).hexdigest() for printer in USES))
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "SOURCE_DATE_EPOCH": "1234567890"},
        {"PYTHONHASHSEED": "3", "RL_useA85": "1", "RL_pdfComments": "1", "LC_ALL": "C"},
    ],
)
def test_the_bytes_do_not_depend_on_the_surroundings(surroundings: dict[str, str]) -> None:
    here = Path(__file__).parent
    command = [sys.executable, "-c", PAINT_AGAIN, str(here.parents[1])]
    other = subprocess.run(
        command, env=os.environ | surroundings, capture_output=True, text=True, check=True
    )
    assert other.stdout.split() == [hashlib.sha256(painted(use)).hexdigest() for use in USES]


def test_the_identifier_of_a_file_is_its_own() -> None:
    def identifier(*words: str) -> list[str]:
        with opened(document((paragraph(*words),))) as pdf:
            return [bytes(part).hex() for part in pdf.trailer.ID]

    one, same = identifier("Ett")
    assert one == same != "0" * 32
    assert identifier("Ett") == [one, one] != identifier("Två")


def test_reportlab_is_loaded_only_to_paint() -> None:
    code = "import sys, paroll.paint.pdf; print('reportlab' in sys.modules, 'PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_leaflet_is_small(printer: Printer | None) -> None:
    assert len(painted(printer)) < 60_000
