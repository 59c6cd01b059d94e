"""Marks where the sheet has them, links and the outline."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
import uharfbuzz as hb
from PIL import Image, ImageChops

from paroll.paint.pdf import paint
from paroll.printers import Printer, default
from paroll.sheet import Face, Form, Mark, Picture, Role, Segment, Shape, Slot
from paroll.units import Box, pt, to_pt
from pdf_specimen import (
    BODY,
    FILES,
    brand,
    document,
    font_file,
    glyphs,
    line,
    opened,
    painted,
    paragraph,
    png,
    run,
    text,
    width,
)
from tools import render_pdf


def drawn(*marks: Mark, printer: Printer | None = None) -> Image.Image:
    """Return a 960 x 540 pt page at a pixel to the point."""
    return render_pdf(paint(document(marks), brand(), printer), 72)[0]


def ink_box(page: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.invert(page.convert("L")).getbbox()
    assert box
    return box


@pytest.mark.parametrize("form", Form)
def test_a_shape_fills_its_box(form: Form) -> None:
    page = drawn(Shape(Box(pt(100), pt(50), pt(200), pt(80)), "dark", form))
    assert ink_box(page) == pytest.approx((100, 50, 300, 130), abs=1)
    corner = page.getpixel((101, 51)) == (255, 255, 255)
    assert corner is (form is Form.ELLIPSE)


def test_an_outline_is_filled_even_odd() -> None:
    def square(edge: int) -> tuple[Segment, ...]:
        a, b = pt(200 - edge), pt(200 + edge)
        corners = (Segment("M", ((a, a),)), *(Segment("L", (p,)) for p in ((b, a), (b, b), (a, b))))
        return (*corners, Segment("Z"))

    page = drawn(Shape(Box(0, 0, 0, 0), "dark", outline=(*square(100), *square(40))))
    assert ink_box(page) == pytest.approx((100, 100, 300, 300), abs=1)
    assert page.getpixel((200, 200)) == (255, 255, 255)
    assert page.getpixel((120, 200)) == (0x8C, 0x0A, 0x1C)


def test_a_curve_bends_as_the_outline_says() -> None:
    left, right, top = pt(100), pt(300), pt(100)
    curve = Segment("C", ((right, pt(300)), (left, pt(300)), (left, top)))
    outline = (Segment("M", ((left, top),)), Segment("L", ((right, top),)), curve, Segment("Z"))
    page = drawn(Shape(Box(0, 0, 0, 0), "dark", outline=outline))
    assert ink_box(page) == pytest.approx((100, 100, 300, 250), abs=1)  # 3/4 of the way down


def test_a_picture_is_upright_in_its_box() -> None:
    image = Image.new("RGB", (20, 10), (0, 90, 200))
    image.paste((250, 200, 0), (0, 0, 20, 5))
    file = BytesIO()
    image.save(file, "PNG")
    page = drawn(Picture(Box(pt(100), pt(50), pt(200), pt(100)), file.getvalue()))
    assert ink_box(page) == pytest.approx((100, 50, 300, 150), abs=1)
    assert page.getpixel((200, 60)) == (250, 200, 0)
    assert page.getpixel((200, 140)) == (0, 90, 200)


def test_a_photograph_has_its_colours_in_print() -> None:
    file = BytesIO()
    Image.new("RGB", (40, 40), (255, 0, 0)).save(file, "JPEG", quality=95)
    picture = Picture(Box(pt(100), pt(50), pt(200), pt(100)), file.getvalue())
    red, green, blue = (
        drawn(picture, printer=default()).resize((1, 1), box=(150, 60, 250, 140)).tobytes()
    )
    assert red > 200
    assert max(green, blue) < 90


def reach(words: str, face: Face, size: float) -> float:
    """Return the width of the ink of `words` in points, as HarfBuzz sees it."""
    font = hb.Font(hb.Face(font_file(FILES[face]).data))
    shaped = glyphs(words, face)
    first, last = (font.get_glyph_extents(shaped[n].id) for n in (0, -1))
    assert first
    assert last
    start = sum(glyph.advance for glyph in shaped[:-1])
    units: int = start + last.x_bearing + last.width - first.x_bearing
    return units * size / 1000


@pytest.mark.parametrize("words", ["AV Ta To fjord", "Vo Ty P. office"])
@pytest.mark.parametrize("face", FILES)
def test_kerned_ink_is_as_wide_as_harfbuzz_says(words: str, face: Face) -> None:
    page = paint(document((paragraph(words, size=pt(96), face=face),)), brand(), None)
    left, _, right, _ = ink_box(render_pdf(page, 144)[0])
    expected = reach(words, face, 96) * 2
    assert right - left == pytest.approx(expected, rel=0.005)
    unkerned = sum(width(glyphs(letter, face), pt(96)) for letter in words)
    assert width(glyphs(words, face), pt(96)) < 0.99 * unkerned


def links(pdf: pikepdf.Pdf, page: int) -> list[tuple[str, list[float]]]:
    found = pdf.pages[page].get("/Annots", pikepdf.Array())
    return [(str(a.A.URI), [float(edge) for edge in a.Rect]) for a in found]


def test_a_link_covers_its_words_on_every_line() -> None:
    url = "https://a.se/b"
    start = run("se ", pt(20))
    parts = [
        run("vårt ", pt(20), x=pt(200), link=url),
        run("pro", pt(20), BODY._replace(bold=True), x=pt(240), link=url),
    ]
    rows = text(line(pt(100), start, *parts), line(pt(130), run("gram", pt(20), link=url)))
    with opened(document((rows,))) as pdf:
        (first, upper), (second, lower) = links(pdf, 0)
    assert first == second == url
    end = pt(240) + width(parts[1].glyphs, pt(20))
    assert upper == pytest.approx([200, 540 - 104.2, to_pt(end), 540 - 82.44], abs=0.01)
    assert lower[0] == pytest.approx(48, abs=0.01)


def test_links_in_furniture_work_on_every_page_and_are_plain_ascii() -> None:
    with pikepdf.open(BytesIO(painted(None))) as pdf:
        found = [links(pdf, page) for page in (0, 1)]
    assert found[0] == found[1]
    assert [url for url, _ in found[0]] == ["https://exempel.se/f%C3%B6rslag?a=b%20c"]


def test_the_outline_of_a_screen_file_is_its_titles() -> None:
    with pikepdf.open(BytesIO(painted(None))) as pdf:
        first = pdf.Root.Outlines.First
        entries = [first, first.Next]
        assert [str(entry.Title) for entry in entries] == ["Sida 1 – åäö", "Sida 2 – åäö"]
        assert [entry.Dest[0] for entry in entries] == [page.obj for page in pdf.pages]


def test_a_press_file_has_neither_links_nor_outline() -> None:
    with pikepdf.open(BytesIO(painted(default()))) as pdf:
        assert "/Outlines" not in pdf.Root
        assert not any("/Annots" in page for page in pdf.pages)


def test_a_picture_in_a_round_slot_is_cut_to_it() -> None:
    box = Box(pt(100), pt(100), pt(200), pt(200))
    slot = Slot("Portrait", Role.PICTURE, box, (), form=Form.ELLIPSE)
    page = drawn(Picture(box, png(), "", slot))
    assert page.getpixel((200, 200)) == (0, 90, 200)
    assert page.getpixel((105, 105)) == (255, 255, 255)
