"""Ink as PDFium draws it, plate by plate, held against the plates of Ghostscript."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image, ImageChops, ImageStat

from contentfiles import MM, form, image, page, spot, tile, tint
from paroll.preflight.contents import contents_issues
from paroll.preflight.contents.inking import Ink, separated
from paroll.preflight.contents.sheets import sheets
from paroll.preflight.contents.toner import Toner
from paroll.printers import default
from printfiles import ICC, woven, x4
from tools import require

DPI = 216
MEAN, MOST = 2.0, 9.0
"""How many per cent of ink a plate may differ: on average, and in any square of 7 mm.

Both draw edges of pictures on whole pixels, which are a twentieth of such a square.
"""


class Case(NamedTuple):
    name: str
    contents: str


def everything(pdf: Pdf) -> Dictionary:
    w = h = 64
    at = [(x, y) for y in range(h) for x in range(w)]
    inks = bytes(v for x, y in at for v in (x * 4, y * 4, x + y, max(0, x - y) * 2))
    grey = bytes(y * 4 for _, y in at)
    table = String(bytes((255, 0, 0, 0, 0, 255, 0, 99, 0, 0, 255, 200)).decode("latin-1"))
    indexed = Array([Name.Indexed, Name.DeviceCMYK, 2, table])
    packed = BytesIO()
    Image.frombytes("CMYK", (w, h), inks).save(packed, "JPEG", quality=95)
    jpeg = {"Filter": Name.DCTDecode}
    soft = pdf.make_indirect(image(pdf, bytes(x * 4 for x, _ in at), (w, h), Name.DeviceGray))
    ends = {"/C0": Array([1, 0, 0, 0.2]), "/C1": Array([0, 1, 0.5, 0.8])}
    run = Dictionary({"/FunctionType": 2, "/Domain": Array([0, 1]), "/N": 1, **ends})
    axial = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Coords=Array([0, 0, 283, 283]),
        Function=run,
        Extend=Array([True, True]),
    )
    radial = Dictionary(
        ShadingType=3,
        ColorSpace=spot(),
        Coords=Array([140, 140, 0, 140, 140, 140]),
        Function=tint(1),
    )
    two = Stream(
        pdf,
        b"{0 exch 0.5 mul dup 0}",
        FunctionType=4,
        Domain=Array([0, 1, 0, 1]),
        Range=Array([0, 1] * 4),
    )
    gold = Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, two])
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    light = form(pdf, "1 g 0 0 100 300 re f 0 g 100 0 100 300 re f", Group=group)
    mask = Dictionary(S=Name.Luminosity, G=pdf.make_indirect(light))
    blend = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    return Dictionary(
        ColorSpace=Dictionary(Spot=spot(), Gold=gold),
        ExtGState=Dictionary(
            Over=Dictionary(OP=True, op=True, OPM=1),
            Replace=Dictionary(OP=True, op=True, OPM=0),
            Half=Dictionary(ca=0.5, CA=0.5),
            Multiply=Dictionary(BM=Name.Multiply),
            Soft=Dictionary(SMask=mask),
        ),
        Shading=Dictionary(Axial=axial, Radial=radial),
        Pattern=Dictionary(
            Tile=tile(pdf, "1 0 0 0 k 0 0 5 10 re f 0 1 0 0 k 5 0 5 10 re f", 10),
            Axial=Dictionary(PatternType=2, Shading=axial),
        ),
        XObject=Dictionary(
            Cmyk=image(pdf, inks, (w, h), Name.DeviceCMYK),
            Jpeg=image(pdf, packed.getvalue(), (w, h), Name.DeviceCMYK, **jpeg),
            Turned=image(
                pdf, packed.getvalue(), (w, h), Name.DeviceCMYK, Decode=Array([1, 0] * 4), **jpeg
            ),
            Grey=image(pdf, grey, (w, h), Name.DeviceGray),
            Spot=image(pdf, grey, (w, h), spot()),
            Soft=image(pdf, inks, (w, h), Name.DeviceCMYK, SMask=soft),
            Indexed=image(pdf, bytes((x // 8 + y // 8) % 3 for x, y in at), (w, h), indexed),
            Bits=image(
                pdf, bytes((0xF0, 0x0F)) * 64, (16, 64), None, BitsPerComponent=1, ImageMask=True
            ),
            Form=form(pdf, "0 0 1 .5 k 0 0 100 100 re f", Group=blend),
        ),
    )


UNDER = ".3 .5 0 0 k 0 0 200 150 re f "
CASES = [
    Case(
        "areas and lines",
        ".2 .4 .6 .8 k 0 0 99 280 re f 1 g 50 50 20 99 re f 9 w 0 0 m 250 250 l S",
    ),
    Case("overprinting black", f"{UNDER} /Over gs 0 0 0 1 k 50 50 100 150 re f"),
    Case(
        "overprint with and without OPM",
        f"{UNDER} /Over gs 0 0 .5 0 k 50 50 150 150 re f /Replace gs 0 1 0 0 k 9 9 80 80 re f",
    ),
    Case(
        "spot inks that knock out",
        f"{UNDER} /Spot cs 1 scn 50 50 99 150 re f /Gold cs .3 .8 scn 20 100 99 99 re f",
    ),
    Case(
        "spot inks that overprint",
        f"{UNDER} /Over gs /Spot cs .5 scn 50 50 99 150 re f /Gold cs .3 .8 scn 20 100 99 99 re f",
    ),
    Case("half transparent", f"{UNDER} /Half gs 0 0 0 1 k 50 50 100 150 re f"),
    Case("multiplied", f"{UNDER} /Multiply gs 0 1 1 0 k 50 50 100 150 re f"),
    Case("a group half transparent", f"{UNDER} /Half gs 1 0 0 1 50 50 cm /Form Do"),
    Case("a soft mask", f"/Soft gs {UNDER}"),
    Case("an axial shading", "q 20 20 200 200 re W n /Axial sh Q"),
    Case("a radial shading of a spot", "q 20 20 200 200 re W n /Radial sh Q"),
    Case("a pattern that is a shading", "/Pattern cs /Axial scn 20 20 200 200 re f"),
    Case("tiles", "/Pattern cs /Tile scn 20 20 200 200 re f"),
    Case("clips", "q 20 20 m 220 20 l 120 220 l h W n 1 .5 0 .2 k 0 0 280 280 re f Q"),
    *(
        Case(f"a picture: {name}", f"{UNDER} q 200 0 0 200 40 40 cm /{name} Do Q")
        for name in ("Cmyk", "Jpeg", "Turned", "Grey", "Spot", "Soft", "Indexed")
    ),
    Case("a stencil", f"{UNDER} 0 .5 1 0 k q 200 0 0 200 40 40 cm /Bits Do Q"),
]


def inked(data: bytes) -> Ink:
    with Pdf.open(BytesIO(data)) as pdf:
        sheet = next(iter(sheets(pdf)))
        ink = separated(sheet, pdf.pages[0].obj, 0, Toner(default().condition.profile))
    assert ink and ink.whole
    return ink


def plates(data: bytes, folder: Path) -> dict[str, Image.Image]:
    """Return the plates of the first page as Ghostscript makes them: 255 is full ink."""
    require("gs")
    file = folder / "in.pdf"
    file.write_bytes(data)
    to = f"-sOutputFile={folder}/p%d.tif"
    fine = ("-dGraphicsAlphaBits=4", "-dTextAlphaBits=4", "-dUseTrimBox", "-dLastPage=1")
    words = ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{DPI}", *fine, to, file)
    subprocess.run(words, check=True, timeout=60)
    found = {one.stem.partition("(")[2][:-1]: one for one in sorted(folder.glob("p1(*).tif"))}
    return {ink: ImageChops.invert(Image.open(one).convert("L")) for ink, one in found.items()}


def differs(mine: Image.Image | None, theirs: Image.Image) -> tuple[float, float]:
    """Return by how many per cent of ink two plates differ on average and in squares of 7 mm."""
    size = (theirs.width // 60, theirs.height // 60)
    blank = Image.new("L", theirs.size)
    small = [one.resize(size, Image.Resampling.BOX) for one in (mine or blank, theirs)]
    difference = ImageChops.difference(*small)
    most = difference.getextrema()[1]
    assert isinstance(most, int)
    return ImageStat.Stat(difference).mean[0] / 2.55, most / 2.55


def agree(data: bytes, folder: Path) -> None:
    ink, theirs = inked(data), plates(data, folder)
    assert len(theirs) >= 4
    for name, plate in theirs.items():
        mean, most = differs(ink.plates.get(name), plate)
        assert mean < MEAN and most < MOST, f"{name}: {mean:.1f} % on average, {most:.1f} % at most"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_plates_are_those_of_ghostscript(case: Case, tmp_path: Path) -> None:
    agree(page(case.contents, everything), tmp_path)


@pytest.mark.parametrize("file", [x4, woven], ids=["reportlab", "WeasyPrint"])
def test_text_takes_the_ink_that_ghostscript_sees(
    file: Callable[[], bytes], tmp_path: Path
) -> None:
    agree(file(), tmp_path)


def over(total: float, side: float) -> str:
    """Contents with a square of so many per cent of ink in equal parts, `side` mm wide."""
    each = total / 400
    return f"{each} {each} {each} {each} k 60 60 {side * MM:.3f} {side * MM:.3f} re f"


@pytest.mark.parametrize(
    ("total", "side", "is_found"),
    [(300, 20, False), (302, 20, True), (400, 3, False), (400, 4, True)],
    ids=["at the limit", "above it", "above it in 9 mm²", "above it in 16 mm²"],
)
def test_ink_is_the_mean_of_15_square_millimetres(
    total: float, side: float, is_found: bool
) -> None:
    with Pdf.open(BytesIO(page(over(total, side)))) as pdf:
        codes = [issue.finding.code for issue in contents_issues(pdf, default())]
    assert codes == (["F231"] if is_found else [])


def test_a_photograph_takes_the_ink_that_its_profile_gives_it() -> None:
    """Black of a screen takes 299 per cent by one profile and 316 by the other."""
    ends = {}
    for name in ("ISOcoated_v2_300_bas.icc", "FOGRA39L_coated.icc"):
        toner = Toner((ICC.parent / name).read_bytes())
        ends[name] = sum(toner.inks(0, 0, 0).values())
    assert ends["ISOcoated_v2_300_bas.icc"] == pytest.approx(2.99, abs=0.02)
    assert ends["FOGRA39L_coated.icc"] == pytest.approx(3.16, abs=0.03)


def test_marks_outside_the_trim_take_no_ink() -> None:
    marks = "/All cs 1 scn -8 -8 8 8 re f /All CS 1 SCN 1 w -8 40 m -3 40 l S"
    resources = Dictionary(ColorSpace=Dictionary(All=spot("All")))
    data = page(f"0 0 0 1 k 60 60 50 50 re f {marks}", lambda _: resources)
    with Pdf.open(BytesIO(data)) as pdf:
        assert [*contents_issues(pdf, default())] == []
