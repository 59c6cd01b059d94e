"""SVG drawings in programmes: shown whole, as vectors in PDF and in decks, and found at fault."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pptx import Presentation

from commands import PROGRAMME, paroll, write
from deck_specimen import BRAND, COUNTER, HEADING, POINT, text
from office import preflight_errors, print_deck, schema_faults
from paroll.finding import Finding, Span
from paroll.paint import pdf, pptx
from paroll.pictures import Sketch
from paroll.pictures.raster import rasterised
from paroll.pictures.read import read_picture
from paroll.printers import default
from paroll.sheet import Document, Layout, Picture, Role, Sheet, Slot
from paroll.source import Plain
from paroll.stock import Memory
from paroll.svg import drawing_of
from paroll.units import EMU_PER_INCH, Box, pt
from tools import render_pdf

AT = Span("decks/a.yaml", 7, 14)
# A brand colour, one that is none, and white; half of the second is outside.
TWO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<rect width="100" height="100" fill="#D31128"/>
<path d="M100 0h200v100h-200z" fill="#2266AA"/>
<circle cx="50" cy="50" r="20" fill="white"/></svg>"""
TALL = Box(pt(100), pt(100), pt(300), pt(400))
SLOT = Slot("Picture", Role.PICTURE, TALL, COUNTER.levels)


def sketch(data: bytes = TWO) -> Sketch:
    drawing, faults = drawing_of(data)
    assert drawing, faults
    return Sketch("a.svg", drawing)


def document() -> Document:
    areas = sketch().shown(TALL)
    data = rasterised(areas, TALL, 220)
    shown = Picture(TALL, data, "Två fält", SLOT, areas=areas)
    layout = Layout("Bild", "picture", "paper", (), (SLOT,))
    return Document(
        *("Plan", "Vi", "sv", Box(0, 0, pt(960), pt(540)), 0),
        (Sheet(layout, "", (shown,)), Sheet(layout, "", (shown,))),
        (layout,),
    )


def test_a_drawing_stands_whole_in_the_middle_of_its_place() -> None:
    left, right, dot = sketch().shown(TALL)
    assert left.outline[0].points == ((TALL.x, TALL.y + pt(125)),)
    assert right.window == Box(TALL.x, TALL.y + pt(125), pt(300), pt(150))
    assert dot.outline[0].points == ((TALL.x + pt(105), TALL.y + pt(200)),)


def test_its_pixels_show_the_same_and_are_clear_around_it() -> None:
    data = rasterised(sketch().shown(TALL), TALL, 220)
    image = Image.open(BytesIO(data))
    assert image.mode == "RGBA"
    wide, high = (round(edge * 220 / EMU_PER_INCH) for edge in (TALL.w, TALL.h))
    assert abs(image.width - wide) <= 1
    assert abs(image.height - high) <= 1
    at = {"sky": (5, 5), "red": (40, high // 2), "blue": (wide - 40, high // 2)}
    seen = {name: image.getpixel(place) for name, place in at.items()}
    assert seen["sky"] == (0, 0, 0, 0)
    assert seen["red"] == (0xD3, 0x11, 0x28, 255)
    assert seen["blue"] == (0x22, 0x66, 0xAA, 255)
    assert data == rasterised(sketch().shown(TALL), TALL, 220)


def test_a_pdf_draws_it_with_lines_and_curves_not_pixels() -> None:
    made = pdf.paint(document(), BRAND, None)
    with pikepdf.open(BytesIO(made)) as opened:
        images = [each for each in opened.objects if getattr(each, "Subtype", "") == "/Image"]
    assert images == []
    page = render_pdf(made, 72)[0]
    assert page.getpixel((120, 300)) == (0xD3, 0x11, 0x28)
    assert page.getpixel((380, 300)) == (0x22, 0x66, 0xAA)
    assert page.getpixel((420, 300)) == page.getpixel((50, 300))  # what reached beyond it
    assert page.getpixel((120, 150)) == page.getpixel((50, 300))


def test_in_print_the_brand_s_own_colours_are_its_inks_and_there_is_no_rgb() -> None:
    made = pdf.paint(document(), BRAND, default())
    with pikepdf.open(BytesIO(made)) as opened:
        content = opened.pages[0].Contents.read_bytes().decode()
    assert not re.search(r"\b(rg|RG)\b", content)
    inks = [[float(n) for n in each.split()] for each in re.findall(r"([\d. ]+) k\b", content)]
    assert [0, 1, 1, 0] in inks  # as the kit has its strong red, not as RGB would come out
    blue = next(each for each in inks if each[0] > 0.8)  # as the printing condition makes it
    assert blue[1] == pytest.approx(0.6, abs=0.1)
    assert blue[2] < 0.15


def test_a_deck_has_it_as_an_svg_of_ours_with_pixels_beside_it(tmp_path: Path) -> None:
    made = titled()
    parts = zipfile.ZipFile(BytesIO(made))
    media = [name for name in parts.namelist() if "/media/" in name]
    assert [name.rpartition(".")[2] for name in sorted(media, key=lambda n: n[-3:])] == [
        "png",
        "svg",
    ]
    drawn = parts.read(next(name for name in media if name.endswith(".svg"))).decode()
    assert set(re.findall(r"<(\w+)", drawn)) == {"svg", "path", "clipPath", "rect"}
    assert 'viewBox="0 0 30000 40000"' in drawn
    again, faults = drawing_of(drawn.encode())
    assert again, faults
    assert [area.fill for area in again.areas] == ["#D31128", "#2266AA", "#FFFFFF"]
    slide = parts.read("ppt/slides/slide1.xml").decode()
    assert re.search(r'<a:blip r:embed="rId\d"><a:extLst><a:ext uri="{96DAC541', slide)
    assert schema_faults(made, tmp_path) == []
    assert preflight_errors(made, tmp_path) == []


def titled() -> bytes:
    shown = document().sheets[0].content[0]
    layout = POINT._replace(slots=(*POINT.slots, SLOT))
    sheets = tuple(
        Sheet(layout, name, (text(HEADING, name), shown)) for name in ("Första", "Andra")
    )
    return pptx.paint(document()._replace(sheets=sheets, layouts=(layout,)), BRAND)


def test_libreoffice_shows_it_where_it_stands(tmp_path: Path) -> None:
    page = render_pdf(print_deck(titled(), tmp_path).read_bytes(), 72)[0].convert("RGB")
    for place, colour in {(120, 300): (0xD3, 0x11, 0x28), (380, 300): (0x22, 0x66, 0xAA)}.items():
        seen = page.getpixel(place)
        assert isinstance(seen, tuple)
        assert all(abs(a - b) < 4 for a, b in zip(seen, colour, strict=True)), place


def look(data: bytes, name: str = "karta.svg") -> tuple[object, list[Finding]]:
    return read_picture(Memory({f"decks/{name}": data}), "decks", Plain(name, AT))


@pytest.mark.parametrize(
    "head", [b"", b'\xef\xbb\xbf<?xml version="1.0"?>\n', b"\n <!-- ritad -->"]
)
def test_a_drawing_is_known_by_its_content(head: bytes) -> None:
    read, findings = look(head + TWO, "karta.png")
    assert isinstance(read, Sketch), findings


def test_what_is_wrong_with_it_is_found_on_its_line_of_the_drawing() -> None:
    read, (finding,) = look(TWO.replace(b"<circle", b"<text>Hej</text><circle"))
    assert read is None
    assert finding.code == "P037"
    assert finding.span == Span("decks/karta.svg", 4, 1)
    assert finding.message == "karta.svg: `text` cannot be flattened"
    assert "object to path" in finding.hint


def test_a_programme_with_a_drawing_is_built_as_one_with_a_photograph(tmp_path: Path) -> None:
    section = "  - {heading: Byn, picture: byn.svg, alt: En stuga., text: Vid vägen.}\n"
    write(tmp_path, one=PROGRAMME + section)
    (tmp_path / "decks" / "byn.svg").write_bytes(TWO)
    done = paroll("build", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    slides = Presentation(str(tmp_path / "output/one/deck.pptx")).slides
    shown = [shape for slide in slides for shape in slide.shapes if shape.shape_type == 14]
    assert any("svgBlip" in slide.part.blob.decode() for slide in slides), shown
    (tmp_path / "decks" / "byn.svg").write_bytes(TWO.replace(b'"white"', b'"url(#g)"'))
    done = paroll("check", cwd=tmp_path)
    assert done.code == 1
    assert "error[P037] byn.svg: `circle`: its fill is a gradient or pattern" in done.err
    assert "byn.svg:4:1" in done.err
