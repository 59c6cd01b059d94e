"""What a press would print: plates by Ghostscript, colours by three readers, ink by arithmetic."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from paroll.brand.model import Ink
from paroll.paint.pdf import paint
from paroll.printers import Printer, default, known_printers, read_printer
from paroll.sheet import Area, Mark, Picture, Segment, Shape
from paroll.source import Plain
from paroll.units import Box, mm, pt
from pdf_specimen import A5, BLEED, INKS, SPOT, brand, document, leaflet, line, run, text
from photos import landscape, saved
from tools import render_pdf
from tools import run as program

Rgb = tuple[int, int, int]
EDGE = mm(60)
DPI = 72
RED, GREEN, WHITE, BLACK = (220, 30, 40), (40, 140, 60), (255, 255, 255), (0, 0, 0)
CORNERS: dict[str, Rgb] = {"red": RED, "green": GREEN, "white": WHITE, "black": BLACK}


@cache
def printer(name: str) -> Printer:
    found, wrong = read_printer((), Plain(name))
    assert found, wrong
    return found


@cache
def gamut() -> Image.Image:
    """Return a picture with every hue in every lightness, hard edges, and four plain corners."""
    image = Image.new("RGB", (720, 480))
    for x in range(720):
        for y in range(480):
            hue, light = x / 720, 1 - y / 480
            full = colorsys.hls_to_rgb(hue, light, 1 - 0.4 * (x // 30 % 2))
            image.putpixel((x, y), tuple(round(part * 255) for part in full))
    draw = ImageDraw.Draw(image)
    for n in range(0, 240, 3):
        draw.line((240, 200 + n // 3, 480, 200 + n // 3), fill=BLACK if n % 2 else WHITE)
    places = ((0, 0), (660, 0), (0, 420), (660, 420))
    for (x, y), colour in zip(places, CORNERS.values(), strict=True):
        draw.rectangle((x, y, x + 59, y + 59), fill=colour)
    return image


def photograph() -> Picture:
    return Picture(Box(mm(10), mm(10), EDGE * 3 // 2, EDGE), saved(gamut(), quality=90))


def pictured(name: str) -> bytes:
    return paint(document((photograph(),), size=A5, bleed=BLEED), brand(), printer(name))


def _is_image(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"


def plates(data: bytes, folder: Path, dpi: int = DPI) -> dict[str, Image.Image]:
    """Return the plates of the first page, dark where there is ink, as Ghostscript makes them."""
    file = folder / "plates.pdf"
    file.write_bytes(data)
    device = ("-sDEVICE=tiffsep", f"-r{dpi}", "-dFirstPage=1", "-dLastPage=1")
    program("gs", "-q", "-dBATCH", "-dNOPAUSE", *device, f"-sOutputFile={folder}/p.tif", file)
    found = {path.name: Image.open(path).convert("L") for path in folder.glob("p*(*).tif")}
    return {name.partition("(")[2].removesuffix(").tif"): plate for name, plate in found.items()}


def inked(data: bytes, folder: Path, dpi: int = DPI) -> Image.Image:
    """Return the first page in CMYK, spot inks and overprinting proofed by Ghostscript."""
    file, made = folder / "inked.pdf", folder / "inked.tif"
    file.write_bytes(data)
    device = ("-sDEVICE=tiff32nc", f"-r{dpi}", "-dFirstPage=1", "-dLastPage=1")
    program("gs", "-q", "-dBATCH", "-dNOPAUSE", *device, f"-sOutputFile={made}", file)
    return Image.open(made).copy()


def batched(samples: bytes) -> Iterator[bytes]:
    return (samples[at : at + 4] for at in range(0, len(samples), 4))


def stored(data: bytes) -> Image.Image:
    """Return the one picture of a file as it is stored, in CMYK."""
    with pikepdf.open(BytesIO(data)) as pdf:
        (found,) = [each for each in pdf.objects if _is_image(each)]
        assert "/Decode" not in found  # nothing that readers could disagree on
        assert found.ColorSpace == "/DeviceCMYK"
        if found.Filter == "/DCTDecode":
            return ImageChops.invert(Image.open(BytesIO(found.read_raw_bytes())))
        size = (int(found.Width), int(found.Height))
        return Image.frombytes("CMYK", size, found.read_bytes())


def heaviest(image: Image.Image) -> float:
    """Return the per cent of ink where a CMYK picture has most: counted pixel by pixel."""
    samples = image.tobytes()
    return max(map(sum, batched(samples))) / 2.55


@pytest.mark.parametrize("name", known_printers())
def test_no_pixel_of_a_photograph_has_more_ink_than_the_press_takes(
    name: str, tmp_path: Path
) -> None:
    made, most = pictured(name), printer(name).ink_limit
    assert stored(made).size == gamut().size
    assert most - 40 < heaviest(stored(made)) <= most  # the shadows are there, and no more
    assert most - 40 < heaviest(inked(made, tmp_path, 300)) <= most


def _pdfium(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        drawn: Image.Image = pdf[0].render(scale=DPI / 72).to_pil().convert("RGB")
    return drawn


def _ghostscript(data: bytes, folder: Path) -> Image.Image:
    file, made = folder / "shown.pdf", folder / "shown.png"
    file.write_bytes(data)
    device = ("-sDEVICE=png16m", f"-r{DPI}")
    program("gs", "-q", "-dBATCH", "-dNOPAUSE", *device, f"-sOutputFile={made}", file)
    return Image.open(made).convert("RGB")


def test_no_reader_turns_a_photograph_into_its_negative(tmp_path: Path) -> None:
    made = pictured("sheetfed-coated")
    corner = (mm(10) + BLEED) / pt(1)
    width, height = EDGE * 3 / 2 / pt(1), EDGE / pt(1)
    at = [(0.03, 0.05), (0.97, 0.05), (0.03, 0.95), (0.97, 0.95)]
    drawings = {
        "poppler": render_pdf(made, DPI)[0],
        "pdfium": _pdfium(made),
        "ghostscript": _ghostscript(made, tmp_path),
    }
    for reader, page in drawings.items():
        for (x, y), (name, colour) in zip(at, CORNERS.items(), strict=True):
            seen = page.getpixel((round(corner + x * width), round(corner + y * height)))
            assert isinstance(seen, tuple)
            assert seen == pytest.approx(colour, abs=70), f"{name} in {reader}"


def test_a_photograph_of_a_page_in_print_is_a_file_that_can_be_sent() -> None:
    picture = Picture(Box(-BLEED, -BLEED, A5.w + 2 * BLEED, mm(120)), saved(landscape(1820, 1300)))
    made = paint(document((picture,), size=A5, bleed=BLEED), brand(), default())
    assert len(made) < 400_000
    assert heaviest(stored(made)) <= default().ink_limit


def test_a_spot_ink_has_a_plate_and_nothing_of_it_is_on_the_others(tmp_path: Path) -> None:
    spot = Ink("#E4002B", (0, 100, 85, 0), SPOT)
    marks = (Shape(Box(mm(10), mm(10), mm(50), mm(50)), "strong"),)
    made = paint(document(marks, size=A5, bleed=BLEED), brand(strong=spot), default())
    found = plates(made, tmp_path)
    assert set(found) == {"Cyan", "Magenta", "Yellow", "Black", SPOT}
    assert found.pop(SPOT).getextrema() == (0, 255)
    assert {plate.getextrema() for plate in found.values()} == {(255, 255)}


def small(colour: str, size: float = 9) -> Mark:
    return text(line(mm(40), run("Trygghet och fler lärare", pt(size), x=mm(20), colour=colour)))


GROUND = Shape(Box(-BLEED, -BLEED, A5.w + 2 * BLEED, mm(100)), "tint")


def test_small_black_text_lies_on_the_black_plate_alone_and_over_its_ground(tmp_path: Path) -> None:
    made = paint(document((GROUND, small("ink")), size=A5, bleed=BLEED), brand(), default())
    found = plates(made, tmp_path, 150)
    assert found["Black"].getextrema()[0] == 0
    box = (150, 250, 600, 400)
    assert found["Magenta"].crop(box).getextrema() == (220, 220)  # the ground's, unbroken
    assert found["Cyan"].getextrema() == (255, 255)


@pytest.mark.parametrize(("colour", "size"), [("paper", 9), ("ink", 14)])
def test_all_other_text_is_cut_out_of_its_ground(colour: str, size: float, tmp_path: Path) -> None:
    marks = (GROUND._replace(fill="dark"), small(colour, size))
    found = plates(paint(document(marks, size=A5, bleed=BLEED), brand(), default()), tmp_path, 150)
    box = (150, 250, 600, 400)
    dark, light = found["Yellow"].crop(box).getextrema()
    assert (dark, light) == (51, 255)  # the ground has 80 % of it, the letters nothing
    assert found["Black"].crop(box).getextrema() == ((140, 255) if colour == "paper" else (0, 140))


class State(NamedTuple):
    """Whether a colour is printed over what lies under it, and in which mode."""

    over: bool
    mode: int


def states(data: bytes) -> list[tuple[str, State]]:
    """Return each colour and font size of text, with the graphics state it is shown in."""
    shown = []
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        known = {"": State(False, 0)} | {
            str(name): State(bool(state.op), int(state.OPM))
            for name, state in page.Resources.get("/ExtGState", {}).items()
        }
        ink, state = "", ""
        for step in pikepdf.parse_content_stream(page):
            match str(step.operator):
                case "k":
                    ink = " ".join(f"{float(part):g}" for part in step.operands)
                case "gs":
                    state = str(step.operands[0])
                case "TJ":
                    shown.append((ink, known[state]))
    return shown


def test_small_black_text_alone_is_overprinted_in_mode_1() -> None:
    marks = (small("ink"), small("paper"), small("ink", 12), small("strong"), small("ink", 7))
    made = states(paint(document(marks, size=A5, bleed=BLEED), brand(), default()))
    over, knocked = State(True, 1), State(False, 0)
    seen = [pair for pair, _ in groupby(made)]
    assert seen == [
        ("0 0 0 1", over),
        ("0 0 0 0", knocked),
        ("0 0 0 1", knocked),
        ("0 1 0.85 0", knocked),
        ("0 0 0 1", over),
    ]


@pytest.mark.parametrize(("weight", "broken"), [(0.5, False), (3, True)])
def test_thin_black_lines_lie_over_their_ground_too(
    weight: float, broken: bool, tmp_path: Path
) -> None:
    rule = Shape(Box(mm(20), mm(40), mm(80), pt(weight)), "ink")
    made = paint(document((GROUND, rule), size=A5, bleed=BLEED), brand(), default())
    lightest = plates(made, tmp_path, 300)["Magenta"].crop((300, 400, 900, 700)).getextrema()[1]
    assert (lightest == 255) == broken


def test_screens_and_the_grey_of_black_know_no_overprinting() -> None:
    grey = Ink("#666666", (0, 0, 0, 70))
    doc = document((small("ink"),), size=A5, bleed=BLEED)
    for made in (paint(doc, brand(), None), paint(doc, brand(ink=grey), default())):
        with pikepdf.open(BytesIO(made)) as pdf:
            assert "/ExtGState" not in pdf.pages[0].Resources


def blacks(made: bytes) -> list[str]:
    with pikepdf.open(BytesIO(made)) as pdf:
        steps = list(pikepdf.parse_content_stream(pdf.pages[0]))
    return [
        " ".join(f"{float(part):g}" for part in step.operands)
        for step in steps
        if str(step.operator) == "k"
    ]


def test_large_black_areas_alone_get_the_rich_black_of_a_printer_that_has_one() -> None:
    marks: tuple[Mark, ...] = (
        Shape(Box(0, 0, mm(60), mm(40)), "ink"),
        Shape(Box(0, mm(60), mm(60), mm(2)), "ink"),
        small("ink", 48),
        Shape(Box(0, mm(90), mm(60), mm(40)), "ink"),
        Shape(Box(0, 0, mm(50), mm(50)), "ink", outline=square("").outline),  # as QR codes are
    )
    doc = document(marks, size=A5, bleed=BLEED)
    rich = blacks(paint(doc, brand(), printer("classic-x1a")))
    assert rich == ["0.4 0.3 0.3 1", "0 0 0 1", "0.4 0.3 0.3 1", "0 0 0 1"]
    assert set(blacks(paint(doc, brand(), default()))) == {"0 0 0 1"}


def square(fill: str) -> Area:
    corners = ((0, 0), (mm(50), 0), (mm(50), mm(50)), (0, mm(50)))
    steps = tuple(Segment("L" if n else "M", (corner,)) for n, corner in enumerate(corners))
    return Area(fill, (*steps, Segment("Z", ())))


@pytest.mark.parametrize(
    ("fill", "inks"),
    [
        (INKS["strong"].screen, (0, 1, 0.85, 0)),
        ("#000000", (0, 0, 0, 1)),
        ("#808080", (0, 0, 0, 0.498)),
        ("#2266AA", (0.86, 0.56, 0.06, 0)),
    ],
)
def test_a_drawing_has_the_brand_s_inks_its_greys_in_black_and_the_rest_by_the_profile(
    fill: str, inks: tuple[float, ...]
) -> None:
    picture = Picture(Box(0, 0, mm(50), mm(50)), b"", areas=(square(fill),))
    (found,) = blacks(paint(document((picture,), size=A5, bleed=BLEED), brand(), default()))
    assert [float(part) for part in found.split()] == pytest.approx(inks, abs=0.03)


def test_a_file_for_pdf_x_1a_has_nothing_transparent() -> None:
    with pikepdf.open(BytesIO(paint(leaflet(), brand(), printer("classic-x1a")))) as pdf:
        stored = [each for each in pdf.objects if _is_image(each)]
        assert all("/SMask" not in each for each in stored)
        assert any("/Mask" in each for each in stored)


def test_a_picture_with_a_clear_ground_shows_what_lies_under_it_in_pdf_x_1a() -> None:
    disc = Image.new("RGBA", (100, 100), (*GREEN, 0))
    ImageDraw.Draw(disc).ellipse((10, 10, 90, 90), fill=(*GREEN, 255))
    shown = Picture(Box(0, 0, mm(50), mm(50)), saved(disc, "PNG"))
    made = paint(document((GROUND, shown), size=A5), brand(), printer("classic-x1a"))
    page = render_pdf(made, 100)[0]
    side = round(50 / 25.4 * 100)
    assert page.getpixel((side // 2, side // 2)) == pytest.approx(GREEN, abs=45)
    assert page.getpixel((4, 4)) == page.getpixel((side + 40, 40))


def test_the_same_photograph_is_the_same_bytes() -> None:
    assert pictured("newsprint") == pictured("newsprint")
