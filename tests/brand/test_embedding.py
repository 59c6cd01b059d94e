"""Fonts that are to travel in decks: what a kit is told of them."""

from __future__ import annotations

import struct
from functools import cache

import pytest

from paroll.brand import read_brand
from paroll.brand.model import Fonts
from paroll.finding import Finding
from paroll.source import Plain
from paroll.stock import Memory
from specimens import ROOT

KIT = ROOT / "brand" / "campaign"
TEXT = (KIT / "brand.yaml").read_text("utf-8")
REGULAR_HEADING = "    regular: fonts/ArchivoCondensed-Regular.ttf\n"


@cache
def fonts() -> dict[str, bytes]:
    return {f"kit/fonts/{path.name}": path.read_bytes() for path in (KIT / "fonts").glob("*.ttf")}


def read(text: str = TEXT, files: dict[str, bytes] | None = None) -> tuple[Fonts, list[Finding]]:
    held = {"kit/brand.yaml": text.encode(), **fonts(), **(files or {})}
    brand, findings = read_brand(Memory(held), Plain("kit"))
    assert brand, findings
    return brand.fonts, findings


def licensed(name: str, flags: int) -> dict[str, bytes]:
    """Return a font of the kit whose maker allows what `flags` say."""
    path = f"kit/fonts/{name}.ttf"
    data = fonts()[path]
    (start,) = struct.unpack_from(">I", data, data.index(b"OS/2", 12) + 8)
    return {path: data[: start + 8] + struct.pack(">H", flags) + data[start + 10 :]}


@pytest.mark.parametrize("choice", Fonts)
def test_a_kit_says_what_of_its_fonts_decks_carry(choice: Fonts) -> None:
    assert read(f"{TEXT}\nfonts: {choice}\n") == (choice, [])


def test_all_of_them_if_it_says_nothing() -> None:
    assert read() == (Fonts.FULL, [])


def test_a_font_for_preview_and_print_makes_decks_that_can_only_be_read() -> None:
    _, (finding,) = read(files=licensed("Archivo-Italic", 0x0004))
    assert (finding.code, finding.severity) == ("B021", "warning")
    assert finding.span
    line = TEXT.splitlines()[finding.span.line - 1]
    assert line[finding.span.column - 1 :] == "fonts/Archivo-Italic.ttf"


@pytest.mark.parametrize("flags", [0x0008, 0x000C, 0x0100])
def test_a_font_for_editing_is_nothing_to_speak_of(flags: int) -> None:
    assert read(files=licensed("Archivo-Italic", flags)) == (Fonts.FULL, [])


def test_a_family_without_a_regular_is_pointed_out() -> None:
    _, (finding,) = read(TEXT.replace(REGULAR_HEADING, ""))
    assert (finding.code, finding.severity) == ("B022", "warning")
    assert finding.message == "“Archivo Condensed” has a bold face and no regular one"


def test_a_heading_in_the_bold_of_the_body_family_has_its_regular() -> None:
    text = TEXT.replace(REGULAR_HEADING, "").replace("ArchivoCondensed-Bold", "Archivo-Bold")
    assert read(text.replace("name: Archivo Condensed", "name: Archivo")) == (Fonts.FULL, [])


def test_heavy_fonts_are_pointed_out_until_the_kit_says_what_it_wants() -> None:
    heavy = {path: data + bytes(300_000 + n) for n, (path, data) in enumerate(fonts().items())}
    _, (finding,) = read(files=heavy)
    assert (finding.code, finding.severity) == ("B023", "warning")
    assert finding.message == "the fonts are 2.3 MB, and each deck carries them"
    for choice in Fonts:
        assert read(f"{TEXT}\nfonts: {choice}\n", heavy) == (choice, [])


@pytest.mark.parametrize("files", [licensed("Archivo-Bold", 0x0004), {}])
def test_a_kit_whose_fonts_stay_at_home_is_told_nothing(files: dict[str, bytes]) -> None:
    text = TEXT.replace(REGULAR_HEADING, "") + "\nfonts: none\n"
    assert read(text, files) == (Fonts.NONE, [])
