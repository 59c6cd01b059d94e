"""Proofs: the printed page as it is, its measures right, and panels as the reader meets them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops

from composing import programme
from paroll.compose.proof import Printed, Proof, compose_proof, read_groups
from paroll.formats import (
    BOOKLET_A5,
    DOOR_HANGER,
    FOLDED,
    FOLDER_A5,
    LEAFLET_A5,
    ROLL_FOLD,
    Z_FOLD,
    Format,
    Side,
)
from paroll.layout.setting import inside
from paroll.paint import pdf
from paroll.press.proof import proof
from paroll.press.views import Guide
from paroll.printers import Edges
from paroll.sheet import Text
from paroll.units import Box, mm, to_pt
from pressed import asked, finished, words
from specimens import brand, typecase
from tools import render_pdf

BLEED = Edges(*[mm(3)] * 4)
EVERY = [LEAFLET_A5, DOOR_HANGER, *FOLDED, BOOKLET_A5]


def composed(form: Format, pages: int = 2, language: str = "sv", bleed: Edges = BLEED) -> Proof:
    read = programme([{"statement": "Vi kan"}], language=language)
    return compose_proof(read, typecase(), Printed(form, pages, bleed, mm(4)))


def said(made: Proof, page: int) -> list[str]:
    texts = (mark for mark in made.document.sheets[page].content if isinstance(mark, Text))
    return [text.text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.name)
@pytest.mark.parametrize("language", ["sv", "en", "fi", "de", "da", "nb", "se"])
def test_every_note_stands_inside_its_room_and_the_page(form: Format, language: str) -> None:
    made = composed(form, 8 if form is BOOKLET_A5 else 2, language)
    for sheet in made.document.sheets:
        for mark in sheet.content:
            assert isinstance(mark, Text)
            assert inside(mark), mark.text
            assert len(mark.lines) == 1
            assert made.document.size.contains(mark.slot.box)


@pytest.mark.parametrize("form", EVERY, ids=lambda form: form.name)
def test_the_whole_page_with_its_bleed_is_shown_in_its_size(form: Format) -> None:
    pages = 4 if form is BOOKLET_A5 else 2
    made = composed(form, pages)
    for number in range(pages):
        (view,) = (view for view in made.views if view.page == number)
        assert (view.of, view.part) == (number, form.painted)
        assert (view.at.w, view.at.h) == (view.part.w, view.part.h)
        assert view.clear == form.page
        assert made.document.size.contains(view.at)


def test_lines_stand_where_the_page_is_cut_and_folded_and_where_text_must_end() -> None:
    made = composed(ROLL_FOLD)
    for number, folds in ((0, (97, 197)), (1, (100, 200))):
        own = [stroke for stroke in made.strokes if stroke.page == number]
        (cut, sample) = (stroke.box for stroke in own if stroke.guide is Guide.CUT)
        assert (cut.w, cut.h) == (mm(297), mm(210))
        assert sample.h == 0
        lines = [s.box for s in own if s.guide is Guide.FOLD and not s.box.w]
        assert [line.x - cut.x for line in lines] == [mm(fold) for fold in folds]
        safe = [s.box for s in own if s.guide is Guide.SAFE and s.box.h]
        assert [box.w for box in safe] == [
            panel.box.w - mm(8) for panel in ROLL_FOLD.panels if panel.side == number
        ]
    assert "2 · 97 mm" in said(made, 0)
    assert "1 · 100 mm" in said(made, 0)
    assert "210 mm" in said(made, 0)


def test_a_hole_is_drawn_where_it_is_punched_on_both_sides_and_told() -> None:
    made = composed(DOOR_HANGER)
    for number in (0, 1):
        own = [stroke for stroke in made.strokes if stroke.page == number]
        cut = next(stroke.box for stroke in own if stroke.guide is Guide.CUT)
        hole, sample = (stroke.box for stroke in own if stroke.guide is Guide.HOLE)
        assert (hole.w, hole.h, sample.h) == (mm(35), mm(35), 0)
        assert (hole.x - cut.x, hole.y - cut.y) == (mm(55 - 17.5), mm(30 - 17.5))
        assert "Hål 35 mm, mitten 55 mm från vänster, 30 mm uppifrån" in said(made, number)


def test_bleed_that_differs_is_told_edge_by_edge() -> None:
    made = composed(LEAFLET_A5, bleed=Edges(mm(0), mm(5), mm(5), mm(5)))
    assert "Utfall 0 / 5 / 5 / 5 mm" in said(made, 0)
    (view, _) = made.views
    assert view.part == Box.between(mm(-5), 0, mm(153), mm(215))


@pytest.mark.parametrize(
    ("form", "groups"),
    [
        (FOLDER_A5, [["cover"], ["inside left", "inside right"], ["back"]]),
        (
            ROLL_FOLD,
            [["cover"], ["flap"], ["inside left", "inside middle", "inside right"], ["back"]],
        ),
        (
            Z_FOLD,
            [
                ["cover"],
                ["inside left", "inside middle"],
                ["outside left", "outside middle"],
                ["back"],
            ],
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Format) else "",
)
def test_panels_stand_in_the_order_in_which_the_reader_meets_them(
    form: Format, groups: list[list[str]]
) -> None:
    names = {(panel.side, panel.box): panel.name for panel in form.panels}
    found = [[names[Side(of), box] for of, box in group] for group in read_groups(form, 2)]
    assert found == groups
    made = composed(form)
    shown = [names[Side(v.of), v.part] for v in made.views if v.page == 2]
    assert shown == [panel.name for panel in form.panels]


def test_a_booklet_is_read_in_spreads_and_a_sheet_as_it_lies() -> None:
    assert [[of for of, _ in group] for group in read_groups(BOOKLET_A5, 8)] == [
        *([0], [1, 2], [3, 4], [5, 6], [7]),
    ]
    assert read_groups(LEAFLET_A5, 2) == []
    assert len(composed(LEAFLET_A5).document.sheets) == 2


def test_many_spreads_find_room_on_the_page_beside_each_other() -> None:
    made = composed(BOOKLET_A5, 64)
    places = [view.at for view in made.views if view.page == 64]
    assert len(places) == 64
    for number, place in enumerate(places):
        assert made.document.size.contains(place)
        assert not any(place.overlaps(other) for other in places[:number])


def proved() -> bytes:
    made = composed(LEAFLET_A5)
    base = pdf.paint(made.document, brand(), None)
    return proof(base, finished(), made.views, made.strokes)


def test_the_proof_shows_the_printed_file_itself_under_its_lines() -> None:
    data = proved()
    assert "No syntax or stream encoding errors found" in asked(data, "qpdf", "--check")
    assert "fjord office" in words(data, 1)
    assert "Korrektur – trycks inte" in words(data, 1)
    assert data == proved()
    (view, _) = composed(LEAFLET_A5).views
    dots = 96 / 72
    shown = render_pdf(data, 96)[0]
    printed = render_pdf(finished(), 96)[0]
    corner = [round(to_pt(edge) * dots) for edge in view.at[:2]]
    inner = round(12 / 25.4 * 96)
    size = (round(124 / 25.4 * 96), round(180 / 25.4 * 96))
    one = printed.crop((inner, inner, inner + size[0], inner + size[1]))
    left, top = corner[0] + inner, corner[1] + inner
    other = shown.crop((left, top, left + size[0], top + size[1]))
    assert mean(ImageChops.difference(one, other)) < 0.02


def mean(image: Image.Image) -> float:
    """Return how bright a picture is, from 0 to 1."""
    grey = image.convert("L").histogram()
    return sum(step * many for step, many in enumerate(grey)) / 255 / (image.width * image.height)


def test_a_proof_claims_to_be_no_print_file() -> None:
    data = proved()
    assert b"GTS_PDFX" not in data
    with pikepdf.open(BytesIO(data)) as made:
        assert "/OutputIntents" not in made.Root
        assert len(made.pages) == 2


def test_what_is_cut_off_is_pale() -> None:
    (view, _) = composed(LEAFLET_A5).views
    page = render_pdf(proved(), 96)[0]
    dots = 96 / 25.4
    left, top = (to_pt(edge) / 72 * 25.4 for edge in view.at[:2])
    outside = page.getpixel((round((left + 70) * dots), round((top + 1.5) * dots)))
    inner = page.getpixel((round((left + 100) * dots), round((top + 5) * dots)))
    assert isinstance(outside, tuple)
    assert isinstance(inner, tuple)
    assert sum(outside) > sum(inner) + 100


def test_in_other_languages_a_proof_speaks_english_as_print_shops_do() -> None:
    assert "Proof – not for printing · Page 1 of 2" in said(composed(LEAFLET_A5, language="se"), 0)
