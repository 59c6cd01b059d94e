"""Printer profiles: from a file to a printer, and what may be wrong with one."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from PIL import Image, ImageCms

from expectations import compare, expected
from paroll.finding import Finding, Span
from paroll.printers import (
    DEFAULT,
    RULES,
    Edges,
    Marks,
    Printer,
    Standard,
    default,
    known_printers,
    read_printer,
)
from paroll.printers.icc import LARGEST
from paroll.source import Plain
from paroll.stock import Folder, Memory
from paroll.units import mm, pt

SHIPPED = Path(__file__).parents[2] / "src" / "paroll" / "printers" / "shipped"
ICC = sorted((SHIPPED / "icc").glob("*.icc"))
BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
ASKED = Span("plan.yaml", 3, 12)
COATED = (SHIPPED / "icc" / "FOGRA39L_coated.icc").read_bytes()


@cache
def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def read(text: str, name: str = "own", **files: bytes) -> tuple[Printer | None, list[Finding]]:
    named = {f"{file}.icc": data for file, data in files.items()}
    stock = Memory({f"{name}.yaml": text.encode(), **named})
    return read_printer((stock,), Plain(name, ASKED))


def good(text: str, name: str = "own", **files: bytes) -> Printer:
    printer, found = read(text, name, **files)
    assert printer, found
    assert found == []
    return printer


@pytest.mark.parametrize("path", BAD, ids=lambda path: str(path.stem))
def test_a_bad_profile_gives_all_its_findings_and_no_others(path: Path) -> None:
    data = path.read_bytes()
    printer, found = read(data.decode(), path.stem, screen=srgb())
    compare(found, expected(data))
    assert printer is None


def test_every_rule_has_a_bad_profile() -> None:
    seen = {want.code for path in BAD for want in expected(path.read_bytes())}
    assert {rule.code for rule in RULES} <= seen


@pytest.mark.parametrize("name", known_printers())
def test_a_shipped_profile_is_without_fault(name: str) -> None:
    printer, found = read_printer((), Plain(name))
    assert found == []
    assert printer and printer.name == name
    assert sum(printer.rich_black) <= printer.ink_limit


def test_who_names_no_printer_gets_what_most_shops_ask_for() -> None:
    printer = default()
    assert (printer.name, printer.standard, printer.marks) == (DEFAULT, Standard.X4, Marks.NONE)
    assert printer.bleed == Edges(mm(3), mm(3), mm(3), mm(3))
    assert (printer.ink_limit, printer.warn_ppi, printer.least_ppi) == (300, 300, 150)
    assert (printer.least_line, printer.safe) == (pt(0.25), mm(3))
    assert printer.condition.identifier == "FOGRA39"


def test_an_empty_wish_is_the_default_under_another_name() -> None:
    assert good("title: Vårt tryckeri") == default()._replace(name="own", title="Vårt tryckeri")


def test_what_a_profile_says_goes_over_what_it_is_like() -> None:
    printer = good("like: classic-x1a\nbleed: 5 mm\nmarks: crop")
    assert printer.standard is Standard.X1A
    assert (printer.bleed, printer.marks) == (Edges(*[mm(5)] * 4), Marks.CROP)


def test_bleed_may_differ_by_edge() -> None:
    printer = good("bleed: {every: 5 mm, left: 0 mm}")
    assert printer.bleed == Edges(mm(5), mm(5), mm(5), 0)
    assert good("bleed: {top: 4 mm}").bleed == Edges(mm(4), mm(3), mm(3), mm(3))


def test_a_profile_may_improve_on_a_shipped_one_of_its_name() -> None:
    printer = good("bleed: 4 mm", name=DEFAULT)
    assert printer == default()._replace(bleed=Edges(*[mm(4)] * 4), title=DEFAULT)


def test_the_nearest_profile_counts() -> None:
    near, far = (Memory({"own.yaml": f"safe: {n} mm".encode()}) for n in (7, 8))
    printer, _ = read_printer((near, far), Plain("own"))
    assert printer and printer.safe == mm(7)


def test_profiles_that_are_like_each_other_are_found() -> None:
    stock = Memory({"a.yaml": b"like: b", "b.yaml": b"like: c", "c.yaml": b"like: b"})
    printer, found = read_printer((stock,), Plain("a", ASKED))
    assert printer is None
    assert [finding.code for finding in found] == ["R006"]
    assert found[0].span == Span("c.yaml", 1, 7)


def test_a_chain_of_profiles_has_an_end() -> None:
    def read(length: int) -> list[str]:
        chain = {f"p{n}.yaml": f"like: p{n + 1}".encode() for n in range(length)}
        stock = Memory({**chain, f"p{length}.yaml": b"title: Last"})
        return [finding.code for finding in read_printer((stock,), Plain("p0"))[1]]

    assert read(8) == []
    assert read(2000) == ["R006"]


def test_a_name_nobody_knows_is_found_where_it_was_asked_for() -> None:
    printer, found = read_printer((), Plain("sheetfed-coted", ASKED))
    assert printer is None
    assert (found[0].code, found[0].span) == ("R001", ASKED)
    assert "did you mean `sheetfed-coated`?" in found[0].hint


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "printers").mkdir()
    (tmp_path / "secret.yaml").write_text("title: x", "utf-8")
    for name in ("../secret", "/etc/passwd", "shipped/../../x"):
        printer, found = read_printer((Folder(tmp_path / "printers"),), Plain(name, ASKED))
        assert printer is None
        assert [finding.code for finding in found] == ["R001"]


def test_own_profiles_of_colour_are_taken_from_beside_the_profile() -> None:
    text = "condition: {identifier: FOGRA39, profile: ours.icc}"
    printer = good(text, ours=COATED)
    assert printer.condition.profile == printer.photos == COATED
    assert printer.condition.info == "FOGRA39"


WRONG = {
    "is an empty file": b"",
    "is no ICC profile": b"\x89PNG" + bytes(400),
    "is a profile of RGB colours, not of CMYK": srgb(),
    "is the profile of a scanner or camera": COATED[:12] + b"scnr" + COATED[16:],
    "is damaged: it has 5000 of 121368 bytes": COATED[:5000],
    "its list of contents runs over": COATED[:128] + pack(">I", 90_000) + COATED[132:],
    "a table of it runs over its end": COATED[:140] + pack(">I", 900_000) + COATED[144:],
    "has no table from colour to ink": COATED.replace(b"B2A0", b"b2a0", 1),
    "pictures cannot be separated with it": COATED[:400] + bytes(len(COATED) - 400),
    "has more than 8 000 000 bytes": COATED + bytes(LARGEST),
}


@pytest.mark.parametrize("why", WRONG)
def test_a_file_that_is_no_printing_condition_is_a_finding(why: str) -> None:
    printer, found = read("photos: ours.icc", ours=WRONG[why])
    assert printer is None
    assert [(f.code, f.span) for f in found] == [("R004", Span("own.yaml", 1, 9))]
    assert why in found[0].message


def test_a_profile_newer_than_pdf_x_1a_is_a_finding_there_alone() -> None:
    newer, text = COATED[:8] + b"\4" + COATED[9:], "condition: {identifier: A, profile: ours.icc}"
    assert good(text, ours=newer).condition.profile == newer
    printer, (found,) = read(f"{text}\nstandard: pdf/x-1a", ours=newer)
    assert printer is None
    assert (found.code, found.span) == ("R004", Span("own.yaml", 1, 37))
    assert "is of version 4; PDF/X-1a takes version 2" in found.message


@pytest.mark.parametrize("path", ICC, ids=lambda path: str(path.stem))
def test_a_shipped_icc_profile_leaves_paper_white_and_says_where_it_comes_from(path: Path) -> None:
    press = ImageCms.ImageCmsProfile(str(path))
    assert press.profile.xcolor_space.strip() == "CMYK"
    assert press.profile.version < 3  # PDF/X-1a:2003 is older than version 4
    transform = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press, "RGB", "CMYK")
    paper = ImageCms.applyTransform(Image.new("RGB", (1, 1), "white"), transform)
    assert paper and paper.getpixel((0, 0)) == (0, 0, 0, 0)
    assert path.name in (SHIPPED / "icc" / "README.md").read_text("utf-8")
    assert path.name in (SHIPPED.parents[3] / "NOTICE").read_text("utf-8")


def test_pillow_is_loaded_only_for_profiles_that_are_not_ours() -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    code = "import sys; from paroll.printers import default; default(); print('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_profile_in_yaml_that_cannot_be_read_is_a_finding_not_a_traceback() -> None:
    for text in ("", "- a", "title: [", "\x00", "like:"):
        printer, found = read(text)
        assert printer is None
        assert found


def test_a_saved_file_of_bytes_is_enough(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("photos: shop.icc", "utf-8")
    (tmp_path / "shop.icc").write_bytes(COATED)
    printer, found = read_printer((Folder(tmp_path),), Plain("shop"))
    assert found == []
    assert printer and BytesIO(printer.photos).read(4) == COATED[:4]
