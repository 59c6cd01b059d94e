"""The gate: packages with one defect each are stopped, and no good one is."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pptx
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from broken_decks import BROKEN, DECK, FILES, GOOD, SLIDE, columns, saved, unzipped, zipped
from deck_specimen import BRAND, DOCUMENT, picture
from office import schema_faults
from paroll.paint import Unsound
from paroll.paint.pptx import paint
from paroll.paint.pptx.gate import faults_in, let_through
from tools import MINUTE, require, run


@pytest.mark.parametrize("name", BROKEN)
def test_a_deck_with_one_defect_is_stopped_by_the_law_it_breaks(name: str) -> None:
    law, edit = BROKEN[name]
    files = dict(FILES)
    edit(files)
    found = faults_in(zipped(files))
    assert law in {fault.law for fault in found}, found
    assert all(fault.part and fault.message for fault in found)


def end_of(package: bytes) -> int:
    return package.rindex(b"PK\5\6")


def with_comment(package: bytes) -> bytes:
    at = end_of(package) + 20
    return package[:at] + struct.pack("<H", 4) + b"hej!"


def with_gap(package: bytes) -> bytes:
    """Return the package with bytes between its files and its directory that its end allows for."""
    at = end_of(package)
    start = struct.unpack_from("<L", package, at + 16)[0]
    shifted = package[:start] + b"0000" + package[start:]
    return shifted[: at + 20] + struct.pack("<L", start + 4) + shifted[at + 24 :]


def doubled(package: bytes) -> bytes:
    stream = BytesIO(package)
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SLIDE, FILES[SLIDE])
    return stream.getvalue()


def damaged(package: bytes) -> bytes:
    """Return the package with a checksum in its directory that is not its first file's."""
    at = struct.unpack_from("<L", package, end_of(package) + 16)[0] + 16
    return package[:at] + b"\0\0\0\0" + package[at + 4 :]


def renamed(package: bytes) -> bytes:
    """Return the package with another name in a local header than in the directory."""
    return package.replace(b"docProps/app.xml", b"docProps/APP.xml", 1)


ZIPS: dict[str, Callable[[bytes], bytes]] = {
    "bytes after the end record": lambda package: package + b"\0",
    "bytes before the archive": lambda package: b"#!/bin/sh\n" + package,
    "two packages in one file": lambda package: package + package,
    "a comment": with_comment,
    "a comment longer than it is": lambda p: p[:-2] + struct.pack("<H", 9),
    "bytes between files and directory": with_gap,
    "a file twice": doubled,
    "a file with another checksum": damaged,
    "a file with two names": renamed,
    "an end cut off": lambda package: package[:-30],
    "nothing": lambda _: b"",
    "no archive": lambda _: b"%PDF-1.7" * 40,
    "types not first": lambda _: zipped(dict(sorted(FILES.items(), reverse=True))),
    "a folder": lambda _: zipped({**FILES, "ppt/empty/": b""}),
    "another way of packing": lambda _: zipped(FILES, zipfile.ZIP_BZIP2),
}


@pytest.mark.parametrize("name", ZIPS)
def test_an_archive_that_readers_forgive_is_stopped_all_the_same(name: str) -> None:
    assert {fault.law for fault in faults_in(ZIPS[name](GOOD))} == {"zip"}


def test_what_is_stopped_says_where_it_is_wrong() -> None:
    files = dict(FILES)
    BROKEN["a row with a cell too few"][1](files)
    with pytest.raises(Unsound) as stopped:
        let_through(zipped(files))
    assert str(stopped.value) == (
        "tables: ppt/slides/slide2.xml, a:tr: row 1 has 2 cells, the table 3 columns"
    )


def test_a_fault_is_found_again_in_every_package_that_has_it() -> None:
    """What was once found sound is not looked at again; what was not must be."""
    law, edit = BROKEN["a face before its fill"]
    files = dict(FILES)
    edit(files)
    for _ in range(2):
        assert [fault.law for fault in faults_in(zipped(files))] == [law]
    assert faults_in(GOOD) == []


TEMPLATE = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()


def office_like() -> bytes:
    """Return a deck on python-pptx's template with all that library can put on slides."""
    deck = Presentation()
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        slide.notes_slide.notes_text_frame.text = "Pausa"
        slide.shapes.add_picture(BytesIO(picture()), 0, 0)
        group = slide.shapes.add_group_shape()
        group.shapes.add_connector(1, 0, 0, 9, 9)
        run = slide.shapes.add_textbox(0, 0, 9, 9).text_frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address = "länk", "https://exempel.se/"
        slide.shapes[-1].click_action.target_slide = deck.slides[0]
    slide.shapes.add_movie(BytesIO(b"film"), 0, 0, 9, 9)
    slide.shapes.add_ole_object(BytesIO(b"x"), "Package", 0, 0)
    kinds = ("AREA_STACKED", "BAR_STACKED_100", "DOUGHNUT", "LINE_MARKERS")
    for kind in kinds:
        slide.shapes.add_chart(XL_CHART_TYPE[kind], 0, 0, 99, 99, columns())
    return saved(deck)


GOOD_ONES = {
    "ours": DECK,
    "ours without notes": paint(DOCUMENT._replace(sheets=DOCUMENT.sheets[1:2]), BRAND),
    "ours, added to by another program": GOOD,
    "a template": TEMPLATE,
    "a template saved": saved(Presentation()),
    "full of what another library writes": office_like(),
    "stored": zipped(unzipped(DECK), zipfile.ZIP_STORED),
}


@pytest.mark.parametrize("name", GOOD_ONES)
def test_a_good_deck_passes(name: str) -> None:
    assert faults_in(GOOD_ONES[name]) == []
    assert let_through(GOOD_ONES[name]) == GOOD_ONES[name]


def test_what_libreoffice_saved_passes(tmp_path: Path) -> None:
    require("soffice")
    (tmp_path / "deck.pptx").write_bytes(GOOD)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    asked = ("--convert-to", "pptx:Impress MS PowerPoint 2007 XML", "--outdir", tmp_path / "out")
    run("soffice", profile, "--headless", *asked, tmp_path / "deck.pptx", timeout=3 * MINUTE)
    assert faults_in((tmp_path / "out" / "deck.pptx").read_bytes()) == []


def test_what_schemas_say_is_what_the_table_of_orders_says(tmp_path: Path) -> None:
    """A validator that reads the schemas finds the same defects of order as the gate."""
    orders_broken = [name for name, (law, _) in BROKEN.items() if law == "order"]
    assert len(orders_broken) >= 10
    for name in orders_broken:
        files = dict(FILES)
        BROKEN[name][1](files)
        assert schema_faults(zipped(files), tmp_path) != [], name
