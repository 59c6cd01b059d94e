"""Font files: what may be set, embedded and sent."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from paroll.brand.fonts import NEEDED, check_font
from paroll.finding import Finding, Span
from paroll.sheet import Face, Family

FONTS = Path(__file__).parents[2] / "brand" / "campaign" / "fonts"
REGULAR = (FONTS / "Archivo-Regular.ttf").read_bytes()
BODY = Face(Family.BODY)
HERE = Span("brand.yaml", 1, 1)


def check(data: bytes, face: Face = BODY, family: str = "Archivo") -> list[Finding]:
    return list(check_font(data, face, family, HERE))


def start_of(tag: bytes) -> int:
    entry = REGULAR.index(tag, 12)
    return int(struct.unpack_from(">I", REGULAR, entry + 8)[0])


def renamed(tag: bytes, new: bytes) -> bytes:
    entry = REGULAR.index(tag, 12)
    return REGULAR[:entry] + new + REGULAR[entry + 4 :]


def patched(tag: bytes, offset: int, value: int) -> bytes:
    at = start_of(tag) + offset
    return REGULAR[:at] + struct.pack(">H", value) + REGULAR[at + 2 :]


@pytest.mark.parametrize(
    ("file", "face", "family"),
    [
        ("Archivo-Regular", BODY, "Archivo"),
        ("Archivo-Bold", Face(Family.BODY, bold=True), "Archivo"),
        ("Archivo-Italic", Face(Family.BODY, italic=True), "Archivo"),
        ("Archivo-BoldItalic", Face(Family.BODY, bold=True, italic=True), "Archivo"),
        ("ArchivoCondensed-Bold", Face(Family.HEADING, bold=True), "Archivo Condensed"),
    ],
)
def test_static_truetype_files_are_good(file: str, face: Face, family: str) -> None:
    assert check((FONTS / f"{file}.ttf").read_bytes(), face, family) == []


@pytest.mark.parametrize(
    ("signature", "words"),
    [(b"OTTO", "PostScript"), (b"ttcf", "collection"), (b"wOFF", "WOFF"), (b"wOF2", "WOFF 2")],
)
def test_other_sorts_of_font_are_named(signature: bytes, words: str) -> None:
    (finding,) = check(signature + REGULAR[4:])
    assert finding.code == "B007"
    assert words in finding.message


def test_a_variable_font_is_refused() -> None:
    (finding,) = check(renamed(b"GDEF", b"fvar"))
    assert finding.code == "B007"
    assert "variable" in finding.message


@pytest.mark.parametrize("table", NEEDED)
def test_a_font_without_a_needed_table_is_refused(table: str) -> None:
    (finding,) = check(renamed(table.encode(), b"xxxx"))
    assert finding.code == "B007"
    assert f"`{table}`" in finding.message


@pytest.mark.parametrize("size", [0, 3, 11, 12, 100, 5_000, len(REGULAR) - 100])
def test_a_font_cut_short_is_refused(size: int) -> None:
    (finding,) = check(REGULAR[:size])
    assert finding.code == "B007"
    assert "damaged" in finding.message


@pytest.mark.parametrize("data", [b"title: x", b"\x89PNG\r\n\x1a\n" * 9, b"\0" * 100])
def test_what_is_no_font_is_refused(data: bytes) -> None:
    assert [finding.code for finding in check(data)] == ["B007"]


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (0x0002, "may not be embedded"),
        (0x0102, "may not be embedded"),
        (0x0200, "may not be embedded as outlines"),
    ],
)
def test_a_font_that_may_not_be_embedded_is_refused(flags: int, words: str) -> None:
    (finding,) = check(patched(b"OS/2", 8, flags))
    assert finding.code == "B008"
    assert finding.message.endswith(words)


@pytest.mark.parametrize("flags", [0x0000, 0x0004, 0x0008, 0x0006, 0x000A, 0x0100, 0x0108])
def test_a_font_that_may_be_embedded_in_documents_is_good(flags: int) -> None:
    """Of several uses the freest counts; what may not be cut is embedded whole."""
    assert check(patched(b"OS/2", 8, flags)) == []


def test_a_face_in_the_wrong_place_is_pointed_out() -> None:
    (finding,) = check(REGULAR, Face(Family.BODY, bold=True))
    assert (finding.code, finding.severity) == ("B009", "warning")
    assert finding.message == "font calls itself regular; the kit lists it as bold"


def test_a_family_by_another_name_is_pointed_out() -> None:
    (finding,) = check(REGULAR, family="Arkivo")
    assert finding.code == "B009"
    assert finding.hint == "write `name: Archivo`"


@pytest.mark.parametrize("count", [0, 1, 200, 65_535])
def test_a_damaged_table_of_names_does_no_harm(count: int) -> None:
    assert {finding.code for finding in check(patched(b"name", 2, count))} <= {"B009"}
