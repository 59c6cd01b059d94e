"""PDF pages as pictures: as many pixels as asked for, like another program draws them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from composing import deck, leaflet, painted
from paroll.press.raster import pages, png
from tools import render_pdf

POINTS = {"heading": "Rätt vård i rätt tid", "points": ["Fler lärare i varje klass.", "Mindre"]}
RED = (211, 18, 42)
DESCRIBED = {b"IHDR", b"IDAT", b"IEND"}


def test_a_page_has_the_width_asked_for_and_its_own_proportions() -> None:
    slides = list(pages(painted("deck.pdf", deck([POINTS])), 961))
    assert [slide.size for slide in slides] == [(961, 541)] * 3
    (front, _) = pages(painted("leaflet-a5.pdf", leaflet([POINTS])), 600)
    assert front.size == (600, round(600 * 210 / 148))


def test_a_page_for_the_press_is_shown_as_it_will_be_cut() -> None:
    document = leaflet([POINTS])
    files = ("leaflet-a5.print.pdf", "leaflet-a5.pdf")
    cut, shown = (next(pages(painted(file, document), 600)) for file in files)
    assert cut.size == shown.size
    assert white(cut) == pytest.approx(white(shown), abs=1)


def white(page: Image.Image) -> tuple[int, ...]:
    """Return the edges of what is white: in inks, other colours are shown as others."""
    return page.convert("L").point(lambda grey: 255 * (grey > 240)).getbbox() or ()


def test_poppler_draws_the_same() -> None:
    pdf = painted("deck.pdf", deck([POINTS]))
    for ours, theirs in zip(pages(pdf, 960), render_pdf(pdf, 144), strict=True):
        difference = ImageChops.difference(ours, theirs.reduce(2)).convert("L")
        assert difference.size == (960, 540)
        assert sum(difference.histogram()[96:]) < 500  # of 518 400: edges of letters alone


def test_no_seam_shows_between_shapes_that_meet_within_a_pixel() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(100, 100))
    canvas.setFillColor(Color(*(part / 255 for part in RED)))
    for left, width in ((10, 40.3), (50.3, 30)):
        canvas.rect(left, 10, width, 80, stroke=0, fill=1)
    canvas.save()
    (page,) = pages(file.getvalue(), 100)
    assert {page.getpixel((x, 50)) for x in range(12, 79)} == {RED}


def test_a_png_is_the_same_bytes_each_time_and_says_nothing_of_itself() -> None:
    pdf = painted("deck.pdf", deck([POINTS]))
    one, other = ([png(page) for page in pages(pdf, 480)] for _ in range(2))
    assert one == other
    assert {kind for data in one for kind in chunks(data)} == DESCRIBED
    with Image.open(BytesIO(one[0])) as image:
        assert (image.mode, image.size, image.info) == ("RGB", (480, 270), {})


def chunks(data: bytes) -> list[bytes]:
    """Return the kinds of chunks of a PNG."""
    kinds, at = [], 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        kinds.append(data[at + 4 : at + 8])
        at += 12 + length
    return kinds


@pytest.mark.parametrize("width", [1, 37, 1080])
def test_any_width_will_do(width: int) -> None:
    (front, _) = pages(painted("leaflet-a5.pdf", leaflet([POINTS])), width)
    assert front.width == width
