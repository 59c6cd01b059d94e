"""Finished pages on larger sheets: where they lie, where they are cut, and that they stay whole."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image, ImageChops

from paroll.formats import PAPERS, Paper
from paroll.press.grid import Folds, Grid, grid, saddle, spread
from paroll.press.impose import booklet, n_up
from paroll.printers import Edges, Marks, default
from paroll.units import mm, to_mm
from pressed import asked, boxes, finished, inspected, plates, printer, words
from tools import render_pdf

A5, A6, NARROW, A4 = (mm(148), mm(210)), (mm(105), mm(148)), (mm(99), mm(210)), (mm(297), mm(210))
BLEED = mm(3)
ON = {paper: grid(PAPERS[paper], A5, BLEED if paper.has_room else 0) for paper in Paper}


def laid(paper: Paper) -> Grid:
    found = ON[paper]
    assert found
    return found


@pytest.mark.parametrize(
    ("paper", "size", "copies"),
    [
        (Paper.A4, A5, 2),
        (Paper.A4, A6, 4),
        (Paper.A4, NARROW, 3),
        (Paper.A4, A4, 1),
        (Paper.A3, A5, 4),
        (Paper.SRA4, A5, 2),
        (Paper.SRA4, A6, 4),
        (Paper.SRA4, NARROW, 3),
        (Paper.SRA3, A5, 4),
        (Paper.SRA3, A6, 8),
        (Paper.SRA3, A4, 2),
    ],
    ids=str,
)
def test_as_many_copies_lie_on_paper_as_printers_expect(
    paper: Paper, size: tuple[int, int], copies: int
) -> None:
    bleed = BLEED if paper.has_room else 0
    found = grid(PAPERS[paper], size, bleed)
    assert found
    assert len(found.boxes) == copies
    whole = found.outline
    assert abs(2 * whole.x + whole.w - found.width) <= 1
    assert abs(2 * whole.y + whole.h - found.height) <= 1
    assert min(whole.x, whole.y) >= bleed
    for number, box in enumerate(found.boxes):
        assert (box.w, box.h) == size
        for other in found.boxes[:number]:
            grown = box._replace(
                x=box.x - bleed, y=box.y - bleed, w=box.w + 2 * bleed, h=box.h + 2 * bleed
            )
            far = other._replace(
                x=other.x - bleed, y=other.y - bleed, w=other.w + 2 * bleed, h=other.h + 2 * bleed
            )
            assert not grown.overlaps(far)


def test_what_is_larger_than_the_paper_does_not_lie_on_it() -> None:
    assert grid(PAPERS[Paper.A4], (mm(297), mm(420)), 0) is None
    assert grid(PAPERS[Paper.A4], A4, BLEED) is None
    assert spread(PAPERS[Paper.A4], (mm(210), mm(297))) is None


def up(paper: Paper) -> bytes:
    return n_up(finished(), laid(paper), default())


@pytest.mark.parametrize("paper", [Paper.A4, Paper.SRA4])
def test_a_sheet_is_a_print_file_like_its_pages(paper: Paper) -> None:
    data = up(paper)
    assert "No syntax or stream encoding errors found" in asked(data, "qpdf", "--check")
    found = inspected(data)
    assert (found["claims"], found["pdfx_contract_valid"]) == (["pdfx4"], True)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert profile == default().condition.profile
        assert [page.obj.Group.CS for page in pdf.pages] == [pikepdf.Name.DeviceCMYK] * 2
    assert "PANTONE 186 C" in plates(data)
    assert up(paper) == data


@pytest.mark.parametrize("paper", Paper)
def test_its_boxes_are_the_paper_and_what_is_cut_out_of_it(paper: Paper) -> None:
    found, lies = boxes(up(paper)), laid(paper)
    assert found["MediaBox"] == pytest.approx(
        [0, 0, to_mm(lies.width), to_mm(lies.height)], abs=0.1
    )
    whole = lies.outline
    trim = [whole.x, lies.height - whole.bottom, whole.right, lies.height - whole.y]
    assert found["TrimBox"] == pytest.approx([to_mm(edge) for edge in trim], abs=0.1)
    bleed = [max(0, to_mm(trim[0]) - 3), max(0, to_mm(trim[1]) - 3)]
    assert found["BleedBox"][:2] == pytest.approx(bleed, abs=0.1)


@pytest.mark.parametrize("paper", Paper)
def test_each_box_lies_in_the_larger_one_to_the_last_digit(paper: Paper) -> None:
    with pikepdf.open(BytesIO(n_up(finished(), laid(paper), printer()))) as pdf:
        for page in pdf.pages:
            every = [list(page.obj[f"/{name}Box"].as_list()) for name in ("Media", "Bleed", "Trim")]
            for outer, inner in pairwise(every):
                assert all(o <= i for o, i in zip(outer[:2], inner[:2], strict=True))
                assert all(i <= o for o, i in zip(outer[2:], inner[2:], strict=True))


@pytest.mark.parametrize("paper", [Paper.A4, Paper.SRA4])
def test_every_copy_looks_like_its_page(paper: Paper) -> None:
    page = render_pdf(finished(), 144)[0]
    sheet = render_pdf(up(paper), 144)[0]
    for box in laid(paper).boxes:
        one, other = cut(page, 3, 3), cut(sheet, to_mm(box.x), to_mm(box.y))
        apart = ImageChops.difference(one, other).convert("L").histogram()
        assert (
            sum(grey * many for grey, many in enumerate(apart)) / 255
            < 0.01 * one.width * one.height
        )


def cut(image: Image.Image, x: float, y: float, dots: float = 144 / 25.4) -> Image.Image:
    """Return a copy cut out of a page 5 mm inside its trim: further out it may bear a mark."""
    corner = round((x + 5) * dots), round((y + 5) * dots)
    return image.crop((*corner, corner[0] + round(138 * dots), corner[1] + round(200 * dots)))


def apart(one: Image.Image, other: Image.Image) -> float:
    """Return how much two pictures differ, from 0 to 1."""
    grey = ImageChops.difference(one, other).convert("L").histogram()
    return sum(step * many for step, many in enumerate(grey)) / 255 / (one.width * one.height)


def test_a_copy_keeps_its_bleed_where_there_is_room_and_not_over_another() -> None:
    dots = 144 / 25.4
    ink = plates(up(Paper.SRA4), dpi=144)["PANTONE 186 C"]
    band = ink.crop((0, round(12 * dots), ink.width, round(20 * dots)))
    inked = [bool(max(band.crop((x, 0, x + 1, band.height)).tobytes())) for x in range(ink.width)]
    assert all(inked[round(6.2 * dots) : round(313.8 * dots)])
    assert not any(inked[: round(5.8 * dots)])
    tight = plates(up(Paper.A4), dpi=144)["PANTONE 186 C"]
    seam = tight.crop((round(145 * dots), round(5 * dots), round(155 * dots), round(6 * dots)))
    assert min(seam.tobytes()) > 200


def test_each_cut_is_marked_at_both_ends_outside_all_bleed() -> None:
    paper = Paper.SRA4
    black, lies, dots = plates(up(paper), dpi=144)["Black"], laid(paper), 144 / 25.4
    across, down = lies.cuts
    for x in across:
        for y in (lies.outline.y - mm(4.5), lies.outline.bottom + mm(4.5)):
            assert is_marked(black, to_mm(x) * dots, to_mm(y) * dots)
    for y in down:
        for x in (lies.outline.x - mm(4.5), lies.outline.right + mm(4.5)):
            assert is_marked(black, to_mm(x) * dots, to_mm(y) * dots)


def test_where_copies_reach_the_paper_s_edge_the_cut_between_them_is_marked_on_itself() -> None:
    black, dots = plates(up(Paper.A4), dpi=144)["Black"], 144 / 25.4
    for y in (2, 208):
        assert is_marked(black, 148.5 * dots, y * dots)
        assert not is_marked(black, 0.5 * dots, y * dots)
    assert not is_marked(black, 148.5 * dots, 6 * dots)


def is_marked(plate: Image.Image, x: float, y: float) -> bool:
    around = plate.crop((round(x) - 2, round(y) - 1, round(x) + 3, round(y) + 2))
    return max(around.tobytes()) > 100


def test_marks_of_the_single_pages_are_left_behind() -> None:
    folds = (Folds((mm(74),)), Folds())
    marked = n_up(finished(printer(Marks.ALL), folds), laid(Paper.SRA4), printer(Marks.ALL))
    black, dots = plates(marked)["Black"], 72 / 25.4
    assert black.crop((0, 200, round(5.5 * dots), 440)).getbbox() is None
    assert not is_marked(black, (9 + 74) * dots, 3 * dots)


def test_bleed_that_differs_by_edge_is_kept_on_each_copy() -> None:
    wishes = printer(bleed=Edges(top=mm(1), right=mm(2), bottom=mm(3), left=mm(0)))
    data = n_up(finished(wishes), laid(Paper.SRA4), wishes)
    found = boxes(data)
    edges = [9, 7.5 - 3, 311 + 2, 217.5 + 1]
    assert found["BleedBox"] == pytest.approx(edges, abs=0.1)


@pytest.mark.parametrize("count", [4, 8, 12, 16])
def test_sheets_laid_into_each_other_give_the_pages_in_their_order(count: int) -> None:
    """Folded in your mind: the left halves of the fronts lie on top of the right ones behind."""
    sides = list(saddle(count))
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first = [page for front, back in sheets for page in (front[1], back[0])]
    last = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    assert first + last == list(range(count))


def pages(count: int) -> bytes:
    with pikepdf.open(BytesIO(finished())) as pdf:
        while len(pdf.pages) < count:
            pdf.pages.extend(list(pdf.pages)[:2])
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_a_booklet_has_two_pages_beside_each_other_and_its_fold_is_marked() -> None:
    lies = spread(PAPERS[Paper.SRA4], A5)
    assert lies
    data = booklet(pages(8), lies, default())
    assert inspected(data)["pdfx_contract_valid"]
    texts = [words(data, n) for n in range(1, 5)]
    assert [(("fjord" in text), ("Baksidan" in text)) for text in texts] == [(True, True)] * 4
    found = boxes(data)
    assert found["TrimBox"] == pytest.approx([12, 7.5, 308, 217.5], abs=0.1)
    black, dots = plates(data, dpi=144)["Black"], 144 / 25.4
    assert is_marked(black, 160 * dots, 2 * dots) or is_marked(black, 160 * dots, 3 * dots)
    assert is_marked(black, 12 * dots, 2 * dots)
    left, right = (render_pdf(finished(), 72)[n] for n in (1, 0))
    sheet = render_pdf(data, 72)[0]
    for page, x in ((left, 12), (right, 160)):
        one, other = cut(page, 3, 3, 72 / 25.4), cut(sheet, x, 7.5, 72 / 25.4)
        assert apart(one, other) < 0.02
