"""Files of other programs: what a print shop takes is no error, what it would call about is one."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO
from pathlib import Path
from zlib import compress

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image, ImageCms
from weasyprint import HTML

from breaking import nothing, say, set_root
from contentfiles import OUTER, form, image, page
from paroll.preflight.model import Report
from paroll.preflight.run import Wish, preflight
from paroll.printers import default
from printfiles import FONT, edited, woven, x1a, x4
from tools import require, run


def checked(data: bytes) -> Report:
    return preflight(data, "file.pdf", Wish(default()))


def codes(data: bytes) -> list[str]:
    return sorted({issue.finding.code for issue in checked(data).issues})


@cache
def screens() -> bytes:
    """Return what WeasyPrint makes of a page for screens: red, green and blue, a photograph."""
    dark = Image.radial_gradient("L").resize((900, 600)).point(lambda grey: grey // 2)
    file = BytesIO()
    Image.merge("RGB", (dark, dark, dark.transpose(Image.Transpose.ROTATE_180))).save(file, "PNG")
    style = (
        f"@font-face {{ font-family: Archivo; src: url({FONT.as_uri()}) }} @page {{ size: 148mm "
        "210mm; bleed: 3mm; margin: 12mm } body { font: 12pt Archivo } h1 { color: #c00; "
        "background: #fee; font-weight: normal } img { width: 60mm }"
    )
    photo = f"<img src='data:image/png;base64,{b64encode(file.getvalue()).decode()}'>"
    words = f"<h1>Vårt program</h1><p>Fler lärare i varje klass.</p>{photo}"
    html = f"<html lang=sv><title>Program</title><style>{style}</style>{words}"
    data = HTML(string=html).write_pdf()
    assert isinstance(data, bytes)
    return data


def distilled(data: bytes, folder: Path, *options: str) -> bytes:
    """Return a file as Ghostscript writes it anew."""
    require("gs")
    (folder / "in.pdf").write_bytes(data)
    quiet = ("-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", *options)
    run("gs", *quiet, f"-sOutputFile={folder}/out.pdf", folder / "in.pdf")
    return (folder / "out.pdf").read_bytes()


CONVERTED = ("-sColorConversionStrategy=CMYK", "-dPDFSETTINGS=/prepress")


def test_ghostscript_files_in_cmyk_are_taken(tmp_path: Path) -> None:
    """They claim no standard, and say so of text that Ghostscript has made rich black."""
    assert codes(distilled(woven(), tmp_path, *CONVERTED)) == ["F161"]
    assert codes(distilled(x4(), tmp_path, "-dCompatibilityLevel=1.3", *CONVERTED)) == ["F161"]
    assert codes(distilled(screens(), tmp_path, *CONVERTED)) == ["F161", "F242"]
    assert codes(distilled(screens(), tmp_path)) == ["F161", "F201"]


def test_files_for_screens_are_told_of_rgb_and_not_of_ink_that_no_press_makes_of_it() -> None:
    assert codes(screens()) == ["F161", "F201"]


def test_cairo_files_are_told_what_they_lack(tmp_path: Path) -> None:
    require("pdftocairo")
    (tmp_path / "in.pdf").write_bytes(screens())
    run("pdftocairo", "-pdf", tmp_path / "in.pdf", tmp_path / "out.pdf")
    assert codes((tmp_path / "out.pdf").read_bytes()) == ["F111", "F150", "F161", "F201"]


def managed(pdf: Pdf) -> None:
    """Put a black photograph with the profile of a screen on the page, as PDF/X-4 allows."""
    srgb = Stream(pdf, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)
    space = Array([Name.ICCBased, pdf.make_indirect(srgb)])
    photo = image(pdf, compress(bytes(300 * 300 * 3)), (300, 300), space, Filter=Name.FlateDecode)
    pdf.pages[0].obj.Resources.XObject = Dictionary(Photo=pdf.make_indirect(photo))
    pdf.pages[0].contents_add(b"q 72 0 0 72 60 60 cm /Photo Do Q")


def test_a_photograph_with_a_profile_takes_the_ink_that_the_tables_of_the_press_give_it() -> None:
    assert codes(edited(x4(), managed)) == ["F202"]


def test_colours_with_a_profile_are_no_error_in_a_file_for_x3() -> None:
    def claim(pdf: Pdf) -> None:
        managed(pdf)
        say(GTS_PDFXVersion=String("PDF/X-3:2003"))(pdf)

    assert codes(edited(x1a(), claim)) == ["F161", "F202"]


@pytest.mark.parametrize("version", ["1.3", "1.4", "1.5", "1.7"])
def test_x4_is_of_no_other_version_than_its_standard_is_based_on(version: str) -> None:
    assert codes(edited(x4(), nothing, version=version)) == ["F168"]


def test_the_later_one_of_the_versions_in_head_and_catalog_counts() -> None:
    assert codes(edited(x4(), set_root(Version=Name("/1.7")))) == ["F168"]
    assert codes(edited(x4(), set_root(Version=Name("/1.4")))) == []
    older = edited(x4(), nothing, version="1.4")
    assert codes(edited(older, set_root(Version=Name("/1.6")), version="1.4")) == []


def covered(width: int, height: int) -> bytes:
    """Return a page that a photograph in CMYK of so many pixels covers."""
    packed, ends = BytesIO(), Array([1, 0] * 4)  # Pillow turns the inks of JPEGs, as Adobe does
    Image.new("CMYK", (width, height), (40, 60, 60, 20)).save(packed, "JPEG")

    def resources(pdf: Pdf) -> Dictionary:
        entries = {"Filter": Name.DCTDecode, "Decode": ends}
        photo = image(pdf, packed.getvalue(), (width, height), Name.DeviceCMYK, **entries)
        return Dictionary(XObject=Dictionary(Photo=photo))

    side = OUTER + 20
    return page(f"q {side:.2f} 0 0 {side:.2f} -10 -10 cm /Photo Do Q", resources)


def test_a_photograph_as_large_as_a_poster_is_read() -> None:
    """35 million pixels in four inks: what covers A2 at 300 pixels to the inch."""
    assert codes(covered(4961, 7016)) == ["F161"]


def test_a_jpeg_that_says_it_is_without_end_is_told() -> None:
    def swollen(pdf: Pdf) -> None:
        photo = pdf.pages[0].obj.Resources.XObject.Photo
        head = photo.read_raw_bytes().replace(b"\x00\x10\x00\x10\x04", b"\xff\xff\xff\xff\x04", 1)
        photo.write(head, filter=Name.DCTDecode)

    assert codes(edited(covered(16, 16), swollen)) == ["F161", "F221", "F264"]


def bled(contents: str) -> bytes:
    """Return a page that ends where it is cut."""

    def cut(pdf: Pdf) -> None:
        at = pdf.pages[0].obj
        at.MediaBox = at.BleedBox = at.TrimBox

    return page(contents, edit=cut)


def test_a_page_without_bleed_is_told_where_something_reaches_its_edge() -> None:
    assert codes(bled("0 0 0 1 k 40 40 90 90 re f")) == ["F114", "F161"]
    assert codes(bled("0 1 1 0 k -10 40 90 90 re f")) == ["F114", "F161", "F261"]


def test_where_nobody_says_where_a_page_is_cut_its_bleed_is_not_judged() -> None:
    def uncut(pdf: Pdf) -> None:
        del pdf.pages[0].obj["/TrimBox"]

    assert codes(page("0 1 1 0 k -10 40 90 90 re f", edit=uncut)) == ["F111", "F161"]


def layered(pdf: Pdf, *, base: str = "ON") -> Dictionary:
    """Resources of a page with a layer that is shown and one that is not."""
    shown, hidden = (
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(each))) for each in ("sv", "en")
    )
    state = Dictionary(BaseState=Name(f"/{base}"), ON=Array([shown]), OFF=Array([]))
    if base == "ON":
        state.OFF = Array([hidden])
    pdf.Root.OCProperties = Dictionary(OCGs=Array([shown, hidden]), D=state)
    either = Dictionary(Type=Name.OCMD, OCGs=Array([shown, hidden]))
    both = Dictionary(Type=Name.OCMD, OCGs=Array([shown, hidden]), P=Name.AllOn)
    stamp = form(pdf, "1 0 0 rg 40 40 90 90 re f", OC=hidden)
    return Dictionary(
        Properties=Dictionary(Sv=shown, En=hidden, Either=either, Both=both),
        XObject=Dictionary(Stamp=stamp),
        Font=Dictionary(),
    )


RED = (
    "0 0 0 1 k 9 9 90 90 re f /OC /{} BDC q 1 0 0 rg 40 40 90 90 re f Q EMC 0 0 0 1 k 9 9 9 9 re f"
)


@pytest.mark.parametrize(
    ("contents", "is_printed"),
    [
        (RED.format("En"), False),
        (RED.format("Sv"), True),
        (RED.format("Either"), True),
        (RED.format("Both"), False),
        (RED.format("None"), True),
        ("0 0 0 1 k 9 9 90 90 re f /Stamp Do", False),
        ("/OC /En BDC /Span BMC 1 0 0 rg 40 40 90 90 re f EMC EMC 40 40 9 9 re f", True),
        ("0 0 0 1 k 9 9 90 90 re f /OC /En BDC 1 1 1 1 k 40 40 90 90 re f EMC", False),
    ],
)
def test_what_a_hidden_layer_holds_is_not_judged(contents: str, is_printed: bool) -> None:
    found = codes(page(contents, layered))
    assert ("F201" in found) is is_printed
    assert "F231" not in found
    assert "F142" in found


def test_layers_may_be_hidden_all_together() -> None:
    off = page(RED.format("En"), lambda pdf: layered(pdf, base="OFF"))
    on = page(RED.format("Sv"), lambda pdf: layered(pdf, base="OFF"))
    assert ("F201" in codes(off), "F201" in codes(on)) == (False, True)
    assert "F142" in codes(off)


@pytest.mark.parametrize(
    ("date", "differs"),
    [
        ("D:20261122100000Z", False),
        ("D:20261122120000+02'00'", False),
        ("D:20261122100000", False),
        ("D:20261122120000", True),
        ("D:20261122100000+02'00'", True),
        ("D:20261399990000Z", True),
        ("D:20261122100000+99'00'", True),
        ("yesterday", True),
    ],
)
def test_dates_are_the_same_if_the_moment_is(date: str, differs: bool) -> None:
    """A program that leaves out the time zone in one place means the clock of the other."""
    assert codes(edited(x4(), say(ModDate=String(date)))) == ["F166"] * differs
