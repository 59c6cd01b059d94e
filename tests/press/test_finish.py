"""Print files as print shops, validators and presses see them."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image, ImageChops

from paroll.press.finish import finish
from paroll.press.grid import Folds
from paroll.printers import Edges, Marks, Printer, Standard, default
from paroll.units import mm
from pressed import asked, boxes, finished, inspected, plates, printer, specimen
from tools import render_pdf

UNEVEN = Edges(top=mm(0), right=mm(1), bottom=mm(2), left=mm(3))
X1A = printer(standard=Standard.X1A)
EVERY = [
    pytest.param(printer(marks, bleed, standard), id=f"{standard}-{marks}-{bleed.right // mm(1)}mm")
    for standard in Standard
    for marks in Marks
    for bleed in (default().bleed, UNEVEN)
]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


@pytest.mark.parametrize("wishes", EVERY)
def test_validators_and_readers_find_nothing_wrong(wishes: Printer) -> None:
    data = finished(wishes, (Folds((mm(74),)), Folds((mm(74),))))
    said = asked(data, "qpdf", "--check")
    assert "No syntax or stream encoding errors found" in said
    assert "WARNING" not in said
    found = inspected(data)
    x4 = wishes.standard is Standard.X4
    assert found["claims"] == (["pdfx4"] if x4 else [])
    assert found["pdfx_contract_valid"] is (True if x4 else None)
    assert found["seed_blockers"] == []
    strict = ("-dPDFSTOPONERROR", "-dPDFSTOPONWARNING")
    assert asked(data, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", *strict) == ""


def test_the_validator_would_see_what_is_missing() -> None:
    """So that the test above can fail: without its profile the same file is not PDF/X-4."""
    with opened(finished()) as pdf:
        del pdf.Root.OutputIntents[0].DestOutputProfile
        file = BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert inspected(file.getvalue())["pdfx_contract_valid"] is False


def test_boxes_are_exact_and_the_trim_is_in_the_middle() -> None:
    for page in (1, 2):
        found = boxes(finished(), page)
        assert found["MediaBox"] == found["BleedBox"] == pytest.approx([0, 0, 154, 216], abs=0.1)
        assert found["TrimBox"] == pytest.approx([3, 3, 151, 213], abs=0.1)


def test_each_edge_has_its_own_bleed() -> None:
    found = boxes(finished(printer(bleed=UNEVEN)))
    assert found["MediaBox"] == found["BleedBox"] == pytest.approx([0, 0, 152, 212], abs=0.1)
    assert found["TrimBox"] == pytest.approx([3, 2, 151, 212], abs=0.1)


def test_marks_stand_on_paper_of_their_own_round_the_bleed() -> None:
    found = boxes(finished(printer(Marks.CROP)))
    assert found["MediaBox"] == pytest.approx([0, 0, 166, 228], abs=0.1)
    assert found["BleedBox"] == pytest.approx([6, 6, 160, 222], abs=0.1)
    assert found["TrimBox"] == pytest.approx([9, 9, 157, 219], abs=0.1)


@pytest.mark.parametrize("wishes", EVERY)
def test_no_page_has_other_boxes(wishes: Printer) -> None:
    with opened(finished(wishes)) as pdf:
        for page in pdf.pages:
            kept = {"/MediaBox", "/BleedBox", "/TrimBox"}
            assert {key for key in sorted(page.obj.keys()) if key.endswith("Box")} == kept


@pytest.mark.parametrize("marks", Marks)
def test_what_is_inside_the_trim_looks_as_it_was_painted(marks: Marks) -> None:
    """The trim lies on whole pixels of neither file, so both are cut by poppler itself."""
    before, after = (
        render_pdf(trimmed(data), 72) for data in (specimen(), finished(printer(marks)))
    )
    for one, other in zip(before, after, strict=True):
        assert one.size == other.size
        apart = ImageChops.difference(one, other).convert("L")
        assert sum(grey * n for grey, n in enumerate(apart.histogram())) / 255 < 40


def trimmed(data: bytes) -> bytes:
    """Return a file cut to its trim, which begins on a whole pixel."""
    with opened(data) as pdf:
        for page in pdf.pages:
            page.cropbox = page.mediabox = page.trimbox
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_the_bleed_is_painted_to_its_edge_and_no_further() -> None:
    """The specimen's band bleeds at the top, left and right, in a spot ink."""
    ink = plates(finished(printer(Marks.CROP)))["PANTONE 186 C"]
    dots = 72 / 25.4
    middle = ink.crop((round(20 * dots), 0, round(150 * dots), ink.height))
    assert extent(middle)[1] == pytest.approx(6 * dots, abs=1.5)
    below = ink.crop((0, round(10.5 * dots), ink.width, round(25 * dots)))
    assert extent(below)[::2] == pytest.approx((6 * dots, 160 * dots), abs=1.5)


def extent(image: Image.Image) -> tuple[int, ...]:
    """Return the edges of what is printed."""
    return image.getbbox() or (0, 0, 0, 0)


def test_a_spot_ink_keeps_its_plate() -> None:
    assert "PANTONE 186 C" in plates(finished())
    assert "PANTONE 186 C" in plates(finished(X1A))


@pytest.mark.parametrize("plate", ["Cyan", "Magenta", "Yellow", "Black", "PANTONE 186 C"])
def test_marks_are_on_every_plate(plate: str) -> None:
    """A crop mark of 5 mm, 3 mm from the trim, beside each corner, and nothing between."""
    image = plates(finished(printer(Marks.CROP)), dpi=144)[plate]
    dots = 144 / 25.4
    for x, y in ((9, 9), (157, 9), (9, 219), (157, 219)):
        outward = -1 if x < 80 else 1
        ends = sorted((x + 3.3 * outward, x + 7.7 * outward))
        beside = [round(edge * dots) for edge in (ends[0], y - 0.4, ends[1], y + 0.4)]
        line = image.crop((beside[0], beside[1], beside[2], beside[3]))
        rows = [line.crop((0, row, line.width, row + 1)).tobytes() for row in range(line.height)]
        assert min(max(column) for column in zip(*rows, strict=True)) > 100
    outside = image.crop((round(12 * dots), 0, round(154 * dots), round(5.5 * dots)))
    assert outside.getbbox() is None


def test_without_marks_no_ink_is_for_all_plates() -> None:
    assert b"/Separation /All" not in finished()
    assert b"/Separation /All" in finished(printer(Marks.CROP))


def test_folds_are_dashed_where_the_printer_takes_all_marks() -> None:
    folds = (Folds((mm(50),), (mm(100),)), Folds())
    wishes = printer(Marks.ALL)
    dots = 144 / 25.4
    (front, back) = (plates(finished(wishes, folds), page, 144)["Black"] for page in (1, 2))
    column = round((9 + 50) * dots)
    strip = (column - 2, 0, column + 3, round(6 * dots))
    assert marked(front.crop(strip)) > 5
    assert marked(back.crop(strip)) == 0
    row = round((9 + 100) * dots)
    assert marked(front.crop((0, row - 2, round(6 * dots), row + 3))) > 5
    bare = plates(finished(printer(Marks.CROP), folds), 1, 144)["Black"]
    assert marked(bare.crop(strip)) == 0


def marked(image: Image.Image) -> int:
    """Return how many pixels are printed."""
    return sum(image.histogram()[64:])


def test_what_the_file_says_of_itself_it_says_twice_alike() -> None:
    with opened(finished()) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert "/Filter" not in pdf.Root.Metadata.stream_dict
        said = pdf.Root.Metadata.read_raw_bytes().decode()
    assert info["/Title"] == "Vårt program – en provbok"
    assert info["/Trapped"] == "/False"
    xml = ElementTree.fromstring(said)
    texts = {
        element.tag.rpartition("}")[2]: "".join(element.itertext()).strip()
        for element in xml.iter()
    }
    assert texts["title"] == info["/Title"]
    assert texts["creator"] == info["/Author"]
    assert texts["CreatorTool"] == info["/Creator"]
    assert texts["Producer"] == info["/Producer"]
    assert texts["Trapped"] == "False"
    for key, tag in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        assert re.sub(r"\D", "", texts[tag]) == re.sub(r"\D", "", info[key])


def test_a_title_may_have_signs_that_xml_gives_a_meaning() -> None:
    with opened(specimen()) as pdf:
        pdf.docinfo["/Title"] = "Skola & vård <nu>"
        file = BytesIO()
        pdf.save(file)
    data = finish(file.getvalue(), default())
    assert inspected(data)["pdfx_contract_valid"]
    with opened(data) as pdf:
        assert "Skola &amp; vård &lt;nu&gt;" in pdf.Root.Metadata.read_bytes().decode()


@pytest.mark.parametrize(
    ("wishes", "version", "claim"),
    [(default(), "1.6", "PDF/X-4"), (X1A, "1.4", "PDF/X-1a:2003")],
    ids=["x4", "x1a"],
)
def test_the_claim_of_a_standard_stands_in_plain_bytes(
    wishes: Printer, version: str, claim: str
) -> None:
    data = finished(wishes)
    assert data.startswith(f"%PDF-{version}\n".encode())
    assert f":GTS_PDFXVersion>{claim}</".encode() in data
    assert b"/ObjStm" not in data
    with opened(data) as pdf:
        assert str(pdf.docinfo.get("/GTS_PDFXVersion", "")) == (claim if version == "1.4" else "")


def test_the_output_intent_carries_the_printer_s_own_profile() -> None:
    with opened(finished()) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert len(pdf.Root.OutputIntents) == 1
        assert intent.S == pikepdf.Name.GTS_PDFX
        assert str(intent.OutputConditionIdentifier) == default().condition.identifier
        assert str(intent.Info) == default().condition.info
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == default().condition.profile


def test_transparency_is_mixed_in_the_inks_of_the_press() -> None:
    with opened(finished()) as pdf:
        for page in pdf.pages:
            assert pikepdf.Name.DeviceCMYK == page.obj.Group.CS
    opaque = finish(without_masks(specimen()), default())
    with opened(opaque) as pdf:
        assert not any("/Group" in page.obj for page in pdf.pages)
    with opened(finished(X1A)) as pdf:
        assert not any("/Group" in page.obj for page in pdf.pages)


def without_masks(data: bytes) -> bytes:
    with opened(data) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and "/SMask" in each.stream_dict:
                del each.stream_dict["/SMask"]
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_nothing_that_a_press_cannot_print_is_left() -> None:
    with opened(specimen()) as pdf:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('!')")
        pdf.Root.OpenAction = script
        pdf.Root.AA = pikepdf.Dictionary(WC=script)
        pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", script]))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[])
        pdf.attachments["plan.txt"] = b"secret"
        page = pdf.pages[0].obj
        page.Trans = pikepdf.Dictionary()
        page.AA = pikepdf.Dictionary(O=script)
        page.Annots = [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 99, 99])]
        page.CropBox, page.ArtBox = page.TrimBox, page.TrimBox
        page.PieceInfo, page.Thumb = pikepdf.Dictionary(), pikepdf.Stream(pdf, b"")
        packed = pikepdf.Stream(pdf, bytes.fromhex("800b6050220c0c8501"))
        packed.stream_dict.Filter = pikepdf.Name.LZWDecode
        page.Resources.XObject.Old = packed
        file = BytesIO()
        pdf.save(file, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    assert b"/LZWDecode" in file.getvalue()
    data = finish(file.getvalue(), default())
    forbidden = (
        *("JavaScript", "OpenAction", "AA", "AcroForm", "Names", "EmbeddedFile", "Annots"),
        *("Trans ", "CropBox", "ArtBox", "PieceInfo", "Thumb", "LZWDecode", "Outlines"),
    )
    assert [key for key in forbidden if f"/{key}".encode() in data] == []
    assert inspected(data)["pdfx_contract_valid"]


def test_the_same_pages_are_the_same_bytes_and_others_another_file() -> None:
    one, other = (finish(specimen(), printer(Marks.ALL)) for _ in range(2))
    assert one == other
    names = {identifier(finished(wishes)) for wishes in (None, X1A, printer(Marks.CROP))}
    assert len(names) == 3
    folded = finished(printer(Marks.ALL), (Folds((mm(74),)), Folds((mm(74),))))
    assert identifier(folded) not in {*names, identifier(one)}


def identifier(data: bytes) -> str:
    found = re.search(rb"DocumentID>uuid:([0-9a-f-]{36})<", data)
    assert found
    return found[1].decode()
