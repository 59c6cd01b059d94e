"""Pages with one fault each, and sound ones: what is painted is read, and nothing else is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from pikepdf import Dictionary, Pdf

from contentfiles import MM, OUTER, PRINTER, SIDE, at, codes, everything, found, page
from paroll.preflight.contents import RULES
from paroll.printers import Printer, Standard
from paroll.units import to_mm
from printfiles import edited, plain, woven, x4

X1A = PRINTER._replace(standard=Standard.X1A)
GROUND = f"0 1 1 0 k -10 -10 {OUTER:.2f} {OUTER:.2f} re f "
"""Red on all of the page and its bleed."""
WORDS = "BT /F {size} Tf 40 140 Td (Fler larare) Tj ET "
LINE = "40 100 m 200 100 l S "


class Case(NamedTuple):
    """What a page paints, which fault that is, for which printer, and what follows from it."""

    name: str
    code: str
    contents: str
    printer: Printer = PRINTER
    also: str = ""


def words(size: float) -> str:
    return WORDS.format(size=size)


INLINE = "q 90 0 0 90 40 40 cm BI /W 5 /H 5 /CS /RGB /BPC 8 ID " + "abc" * 25 + " EI Q "
BROKEN = [
    Case("red of a screen as an area", "F201", "1 0 0 rg 40 40 90 90 re f"),
    Case("red of a screen as a line", "F201", f"1 0 0 RG 2 w {LINE}"),
    Case("red of a screen as text", "F201", f"1 0 0 rg {words(20)}"),
    Case("red of a screen chosen by its space", "F201", "/DeviceRGB cs 1 0 0 sc 40 40 90 90 re f"),
    Case("a picture in RGB", "F201", at("Rgb", 9)),
    Case("an indexed picture in RGB", "F201", at("Indexed", 9)),
    Case("an inline picture in RGB", "F201", INLINE, also="F221"),
    Case("a shading in RGB", "F201", "q 40 40 90 90 re W n /Red sh Q"),
    Case("a pattern that is a shading in RGB", "F201", "/Pattern cs /Red scn 40 40 90 90 re f"),
    Case("a pattern whose tile is RGB", "F201", "/Pattern cs /Tile scn 40 40 90 90 re f"),
    Case("text filled with an RGB tile", "F201", f"/Pattern cs /Tile scn {words(40)}"),
    Case("a pattern coloured in RGB", "F201", "/Uncoloured cs 1 0 0 /Tile scn 40 40 90 90 re f"),
    Case("RGB in a form in a form", "F201", "/Form Do"),
    Case("RGB in a drawn glyph", "F201", "BT /T3 40 Tf 40 140 Td (A) Tj ET", also="F211"),
    Case("RGB in marks outside the trim", "F201", "1 0 0 RG -8 40 m -3 40 l S", also="F263"),
    Case("a colour of sRGB", "F202", "/Srgb cs 1 0 0 scn 40 40 90 90 re f"),
    Case("a colour of Lab", "F202", "/Lab cs 50 60 40 scn 40 40 90 90 re f"),
    Case("sRGB for PDF/X-1a", "F203", "/Srgb cs 1 0 0 scn 40 40 90 90 re f", X1A),
    Case("grey small text on red", "F204", f"{GROUND} /Over gs 0 g {words(9)}"),
    Case("registration colour on the page", "F205", "/All cs 1 scn 40 40 90 90 re f", also="F231"),
    Case(
        "a spot ink under two names",
        "F206",
        "/Spot cs 1 scn 40 40 90 90 re f /Twin cs 1 scn 40 140 90 90 re f",
    ),
    Case(
        "a border of 0.1 pt, drawn as a rectangle with a hole",
        "F251",
        "0 0 0 1 k 40 40 90 .1 re 40 40 90 0 re f*",
    ),
    Case("letters that are drawings", "F211", "BT /T3B 20 Tf 40 140 Td (A) Tj ET"),
    Case("a picture of 72 ppi", "F221", at("Grey", 100)),
    Case("a picture of 144 ppi in one direction", "F221", "q 50 0 0 20 40 40 cm /Grey Do Q"),
    Case("a picture of 200 ppi", "F222", at("Grey", 36)),
    Case("a picture of one bit of 300 ppi", "F223", "q 19.2 0 0 24 40 40 cm /Bits Do Q"),
    Case("a stencil of 300 ppi", "F223", "0 0 0 1 k q 19.2 0 0 24 40 40 cm /Stencil Do Q"),
    Case("310 per cent of ink", "F231", "0.9 0.9 0.9 0.4 k 40 40 90 90 re f"),
    Case(
        "too much ink by overprint",
        "F231",
        "1 1 0 0 k 40 40 90 90 re f /Over gs 0 0 1 1 k 40 40 90 90 re f",
    ),
    Case(
        "too much ink with a spot on top",
        "F231",
        ".8 .8 .8 0 k 40 40 90 90 re f /Over gs /Spot cs 1 scn 40 40 90 90 re f",
    ),
    Case("black small text of four inks", "F241", f".3 .3 .3 1 k {words(9)}"),
    Case("rich black text", "F242", f".7 .6 .6 1 k {words(20)}"),
    Case("tiny red text of two inks", "F243", f"0 1 .9 0 k {words(6)}"),
    Case("tiny white text on red", "F244", f"{GROUND} 0 0 0 0 k {words(6)}"),
    Case("black small text knocked out of red", "F245", f"{GROUND} 0 0 0 1 k {words(9)}"),
    Case(
        "black text overprinting with OPM 0", "F245", f"{GROUND} /OverAll gs 0 0 0 1 k {words(9)}"
    ),
    Case("a thin black line knocked out of red", "F246", f"{GROUND} 0 0 0 1 K 1 w {LINE}"),
    Case("a thin black rectangle on red", "F246", f"{GROUND} 0 0 0 1 k 40 40 90 1 re f"),
    Case("white text overprints", "F247", f"{GROUND} /Over gs 0 0 0 0 k {words(20)}"),
    Case("a white area overprints", "F247", f"{GROUND} /Over gs 0 0 0 0 k 40 40 90 90 re f"),
    Case("text of 4 pt", "F248", words(4)),
    Case("text scaled to 4 pt", "F248", f"q .2 0 0 .2 40 40 cm {words(20)} Q"),
    Case("a line of 0.1 pt", "F251", f".1 w {LINE}"),
    Case("a line scaled to 0.1 pt", "F251", "q .1 0 0 .1 0 0 cm 1 w 400 1000 m 2000 1000 l S Q"),
    Case("an area as thin as a line", "F251", "40 40 90 .1 re f"),
    Case("a line without width", "F252", f"0 w {LINE}"),
    Case("an area without height", "F252", "40 40 90 0 re f"),
    Case("an area that ends at the trim", "F261", f"0 1 1 0 k 0 40 {SIDE / 2} 90 re f"),
    Case("a bleed of 1 mm", "F261", f"0 1 1 0 k {-MM} 40 {SIDE / 2} 90 re f"),
    Case("a clip that ends at the trim", "F261", f"q 0 0 {SIDE} {SIDE} re W n {GROUND} Q"),
    Case("text 1 mm from the trim", "F262", f"BT /F 20 Tf {MM} 140 Td (Fler) Tj ET"),
    Case("an empty page", "F263", ""),
    Case("a page with white alone", "F263", f"0 0 0 0 k 0 0 {SIDE} {SIDE} re f"),
    Case("a page painted outside its trim alone", "F263", "0 0 0 1 k -8 40 4 4 re f"),
]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_each_fault_is_found_and_no_other_is_said(case: Case) -> None:
    issues = found(page(case.contents, everything), case.printer)
    assert codes(issues) == {case.code, *case.also.split()}


def test_every_rule_has_a_page_that_breaks_it() -> None:
    elsewhere = {"F212", "F264"}
    assert {rule.code for rule in RULES} == {case.code for case in BROKEN} | elsewhere


SOUND = [
    Case("red to the bleed", "", GROUND),
    Case("a page that is white at its edges", "", "0 1 1 0 k 40 40 90 90 re f"),
    Case("black small text on paper", "", f"0 0 0 1 k {words(9)}"),
    Case("grey small text on paper", "", f"0 g {words(9)}"),
    Case("black small text overprinting", "", f"{GROUND} /Over gs 0 0 0 1 k {words(9)}"),
    Case(
        "black small text on a grey of black",
        "",
        f"0 0 0 .2 k 9 9 200 200 re f 0 0 0 1 k {words(9)}",
    ),
    Case(
        "black small text on paper in red",
        "",
        f"{GROUND} 0 0 0 0 k 9 99 200 99 re f 0 0 0 1 k {words(9)}",
    ),
    Case("white large text on red", "", f"{GROUND} 0 0 0 0 k {words(20)}"),
    Case("a picture of one pixel", "", at("Dot", 100)),
    Case("a picture of 300 ppi", "", at("Grey", 24)),
    Case("a line of 0.25 pt", "", f".25 w {LINE}"),
    Case(
        "text without a fill or stroke", "", "0 1 1 0 k 40 40 90 90 re f BT 3 Tr /F 2 Tf (x) Tj ET"
    ),
    Case("300 per cent of ink", "", "0.9 0.9 0.9 0.3 k 40 40 90 90 re f"),
    Case("too much ink in a thin stripe", "", "1 1 1 1 k 40 40 90 2 re f"),
    Case(
        "marks in registration colour",
        "",
        "0 1 1 0 k 40 40 90 90 re f /All CS 1 SCN -8 40 m -3 40 l S",
    ),
    Case("a frame of 0.5 pt", "", "0 0 0 1 k 40 40 90 90 re 40.5 40.5 89 89 re f*"),
    Case("a spot colour", "", "/Spot cs 1 scn 40 40 90 90 re f"),
    Case(
        "RGB that is clipped away",
        "",
        "0 1 1 0 k 40 40 90 90 re f q 0 0 9 9 re W n 1 0 0 rg 40 40 90 90 re f Q",
    ),
]


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case.name)
def test_nothing_is_said_of_a_page_that_prints(case: Case) -> None:
    assert found(page(case.contents, everything)) == []


@pytest.mark.parametrize("file", [plain, x4, woven], ids=["reportlab", "X-4", "WeasyPrint X-4"])
def test_files_of_other_programs_have_no_false_alarm(file: Callable[[], bytes]) -> None:
    assert found(file()) == []


def placed(data: bytes, code: str) -> list[tuple[float, ...]]:
    """Return the places of a fault in millimetres from the corner of the trim."""
    there = [issue for issue in found(data) if issue.finding.code == code]
    return [tuple(round(to_mm(edge), 1) for edge in issue.box or ()) for issue in there]


def test_places_are_told_from_the_upper_left_corner_of_the_trim() -> None:
    red = f"1 0 0 rg {10 * MM:.3f} {20 * MM:.3f} {30 * MM:.3f} {40 * MM:.3f} re f"
    assert placed(page(red), "F201") == [(10, 40, 30, 40)]


def test_places_count_the_unit_of_a_page() -> None:
    def doubled(pdf: Pdf) -> None:
        pdf.pages[0].obj.UserUnit = 2

    red = f"1 0 0 rg {10 * MM:.3f} {20 * MM:.3f} {30 * MM:.3f} {40 * MM:.3f} re f"
    assert placed(page(red, edit=doubled), "F201") == [(20, 80, 60, 80)]


def test_only_what_shows_is_marked() -> None:
    clip = f"q 0 0 {20 * MM:.3f} {20 * MM:.3f} re W n {GROUND.replace('0 1 1 0 k', '1 0 0 rg')} Q"
    assert placed(page(clip), "F201") == [(0, 80, 20, 20)]


def test_a_fault_on_many_pages_is_said_once_with_its_places() -> None:
    def again(pdf: Pdf) -> None:
        pdf.pages.append(pdf.pages[0])

    issues = found(page("1 0 0 rg 40 40 90 90 re f 0 1 0 rg 40 200 20 20 re f", edit=again))
    assert {issue.finding.message for issue in issues} == {"an area in DeviceRGB: 255 0 0, 0 255 0"}
    assert [issue.page for issue in issues] == [1, 1, 2, 2]


@pytest.mark.parametrize("size", [9, 4.96])
def test_sizes_are_rounded_to_tenths_of_a_point_before_they_are_judged(size: float) -> None:
    assert "F248" not in codes(found(page(words(size), everything)))


def test_a_letter_without_an_outline_is_found() -> None:
    def emptied(pdf: Pdf) -> None:
        """Take the outlines out of the font: every letter begins where the first one does."""
        fonts = [o for o in pdf.objects if isinstance(o, Dictionary) and "/FontFile2" in o]
        for font in fonts:
            whole = bytearray(font.FontFile2.read_bytes())
            at = whole.index(b"loca") + 8
            start, length = (int.from_bytes(whole[i : i + 4], "big") for i in (at, at + 4))
            whole[start : start + length] = bytes(length)
            font.FontFile2.write(bytes(whole))

    assert "F212" in codes(found(edited(composite(), emptied)))
    assert "F212" not in codes(found(composite()))


def composite() -> bytes:
    """Return a file of WeasyPrint, whose fonts are addressed by glyph."""
    return woven(1)
