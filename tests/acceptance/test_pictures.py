"""Decks with pictures as products: in PowerPoint's terms, through LibreOffice, as PDF."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree
from PIL import Image, ImageChops, ImageStat
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from badphotos import broken, foreign, huge, moved
from commands import PROGRAMME, paroll
from composing import compose, deck
from office import layout_faults, print_decks, schema_faults
from paroll.brand.model import Device
from paroll.formats import DECK
from paroll.paint import pdf, pptx
from paroll.sheet import Document, Picture, texts
from paroll.units import EMU_PER_INCH, Box, to_pt
from photos import landscape, portrait, saved
from products import once
from specimens import brand
from tools import render_pdf, run

KITS = ["campaign", "alternative", "public"]
PLACES = ["full", "half", "inset"]
PICTURES = {
    "bilder/vid.jpg": saved(landscape(2000, 900, 3)),
    "bilder/hög.jpg": saved(portrait(1200, 5)),
    "bilder/hemlig.jpg": moved(landscape(1600, 1200), 6),
}
WORDS = {"text": "Ingen ska ha längre än en timme till en akutmottagning.", "credit": "Foto: A"}
ALT = "Ett rött hus vid en sjö"


def sections() -> list[dict[str, Any]]:
    names = ["Ann-Sofi af Ekenstam (S)", "Erik Gran", "Märta Östlund-Berg", "Ona Ek", "Bo Å"]
    people = [{"name": name, "office": "ledamot"} for name in names]
    people[0] |= {"picture": "bilder/hög.jpg"}
    people[3] |= {"picture": "bilder/hög.jpg", "alt": "Ona Ek vid en sjö"}
    pages: list[dict[str, Any]] = []
    for place in PLACES:
        pages += [
            {"heading": f"Bild {place}", "picture": "bilder/vid.jpg", "alt": ALT, "place": place}
            | WORDS,
            {"heading": f"Utan ord {place}", "picture": "bilder/hemlig.jpg", "decorative": True}
            | {"place": place},
        ]
    counted = [{"heading": f"Vi är {n}", "people": people[:n]} for n in (1, 2, 4, 5)]
    return [*pages, *counted]


@cache
def document(kit: str) -> Document:
    return deck(sections(), brand=kit, pictures=PICTURES)


@cache
def painted(kit: str, ending: str) -> bytes:
    return paint(document(kit), kit, ending)


def paint(made: Document, kit: str, ending: str) -> bytes:
    if ending == "pptx":
        return pptx.paint(made, brand(kit))
    return pdf.paint(made, brand(kit), None)


def pictures(kit: str) -> list[tuple[int, Picture]]:
    """Return the pictures of a deck, each with the number of its page from 0."""
    return [
        (number, mark)
        for number, sheet in enumerate(document(kit).sheets)
        for mark in sheet.content
        if isinstance(mark, Picture)
    ]


@pytest.fixture(scope="session", name="office")
def print_with_pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the decks as LibreOffice prints them."""
    return once(tmp_path_factory, "with-pictures", _print)


def _print(folder: Path) -> None:
    print_decks({kit: painted(kit, "pptx") for kit in KITS}, folder)


@pytest.mark.parametrize("kit", KITS)
def test_decks_with_pictures_are_without_fault(kit: str, tmp_path: Path) -> None:
    assert schema_faults(painted(kit, "pptx"), tmp_path) == []
    assert layout_faults(painted(kit, "pptx"), tmp_path) == []


@pytest.mark.parametrize("kit", KITS)
def test_each_picture_fills_a_placeholder_of_its_layout(kit: str) -> None:
    opened = Presentation(BytesIO(painted(kit, "pptx")))
    for number, mark in pictures(kit):
        slide: Any = opened.slides[number]
        assert mark.slot
        (shape,) = (s for s in slide.placeholders if s.name == mark.slot.name)
        assert shape.placeholder_format.type == PP_PLACEHOLDER.PICTURE
        assert shape._element.spPr.xfrm is None
        (model,) = (
            each
            for each in slide.slide_layout.placeholders
            if each.placeholder_format.idx == shape.placeholder_format.idx
        )
        assert Box(model.left, model.top, model.width, model.height) == mark.box
        assert model.text_frame.text == "Lägg en bild här"


def test_a_screen_reader_says_what_a_picture_shows_or_skips_it() -> None:
    opened = Presentation(BytesIO(painted("campaign", "pptx")))
    said = [
        (shape._element.nvPicPr.cNvPr.get("descr"), b"decorative" in _xml(shape))
        for slide in opened.slides
        for shape in slide.placeholders
        if shape.placeholder_format.type == PP_PLACEHOLDER.PICTURE
    ]
    assert said[:6] == [(ALT, False), (None, True)] * 3
    assert [alt for alt, _ in said[6:]] == [
        *["Ann-Sofi af Ekenstam (S)"] * 3,
        *("Ona Ek vid en sjö", "Ann-Sofi af Ekenstam (S)", "Ona Ek vid en sjö"),
    ]


def _xml(shape: Any) -> bytes:
    return etree.tostring(shape._element)


def test_nothing_of_a_photographs_origin_is_in_a_file() -> None:
    with zipfile.ZipFile(BytesIO(painted("campaign", "pptx"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    media = {name: data for name, data in files.items() if name.startswith("ppt/media/")}
    assert media
    for data in media.values():
        image = Image.open(BytesIO(data))
        assert dict(image.getexif()) == {}
        assert not {"comment", "xmp", "icc_profile", "exif"} & image.info.keys()
    assert not [name for name, data in files.items() if b"emlig" in data]
    assert b"emlig" not in _unpacked(painted("campaign", "pdf"))


def _unpacked(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = (each for each in opened.objects if isinstance(each, pikepdf.Stream))
        return b"".join(stream.read_raw_bytes() for stream in streams)


@pytest.mark.parametrize("kit", KITS)
def test_pictures_have_the_pixels_they_are_shown_with(kit: str, tmp_path: Path) -> None:
    for _, mark in pictures(kit):
        width, height = Image.open(BytesIO(mark.data)).size
        ppi = width * EMU_PER_INCH / mark.box.w
        assert 100 <= ppi <= 221
        assert height * EMU_PER_INCH / mark.box.h == pytest.approx(ppi, rel=0.02)
    (tmp_path / "deck.pdf").write_bytes(painted(kit, "pdf"))
    listed = run("pdfimages", "-list", tmp_path / "deck.pdf").splitlines()[2:]
    assert len(listed) == len(pictures(kit))
    assert {line.split()[2] for line in listed} == {"image"}
    assert {line.split()[5] for line in listed} == {"rgb"}


@pytest.mark.parametrize("kit", KITS)
def test_libreoffice_shows_pictures_where_we_do(kit: str, office: Path) -> None:
    ours = render_pdf(painted(kit, "pdf"), 48)
    theirs = render_pdf((office / f"{kit}.pdf").read_bytes(), 48)
    assert len(ours) == len(theirs)
    for number, mark in pictures(kit):
        edges = [to_pt(edge) * 48 / 72 for edge in (mark.box.x, mark.box.y, mark.box.w, mark.box.h)]
        left, top, wide, high = (round(edge) for edge in edges)
        area = (max(left, 0), max(top, 0), left + wide, top + high)
        one, other = (page.convert("L").crop(area) for page in (ours[number], theirs[number]))
        (difference,) = ImageStat.Stat(ImageChops.difference(one, other)).mean
        assert difference < 6, (number, mark.slot and mark.slot.name)


@pytest.mark.parametrize("kit", KITS)
def test_a_portrait_has_the_form_of_the_brands_device(kit: str) -> None:
    round_ones = {
        mark.slot.form for _, mark in pictures(kit) if mark.slot and mark.alt[:3] == "Ona"
    }
    (form,) = round_ones
    assert (form == "ellipse") == (brand(kit).look.device is Device.CIRCLE)


@pytest.mark.parametrize("kit", KITS)
def test_a_picture_bleeds_off_the_slide_and_leaves_slogan_and_words_free(kit: str) -> None:
    sheets = document(kit).sheets[1:7]
    for sheet in sheets:
        (mark,) = (m for m in sheet.content if isinstance(m, Picture))
        inset = "inset" in sheet.title
        assert inset == (mark.box.right < DECK.width)
        words = texts((*sheet.layout.furniture, *sheet.content))
        assert not [text for text in words if text.slot.box.overlaps(mark.box)]


def test_the_same_pictures_give_the_same_bytes() -> None:
    again = deck(sections(), brand="public", pictures=PICTURES)
    for ending in ("pptx", "pdf"):
        assert paint(again, "public", ending) == painted("public", ending)


def test_a_picture_that_cannot_be_decoded_is_said_with_its_line_and_nothing_is_made(
    tmp_path: Path,
) -> None:
    """What only the pixels show: the head is sound, so reading has nothing against it."""
    (tmp_path / "bilder").mkdir()
    data = saved(landscape(900, 600))
    (tmp_path / "bilder" / "bruten.jpg").write_bytes(data[: len(data) // 2])
    text = PROGRAMME + "  - heading: Bild\n    picture: bilder/bruten.jpg\n    decorative: yes\n"
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    for command in (["check"], ["build", "--only", "deck.pptx", "--out", "ut"]):
        done = paroll(*command, "plan.yaml", cwd=tmp_path)
        assert done.code == 1
        assert "error[P034] bilder/bruten.jpg is damaged" in done.err
        assert "plan.yaml:12:14" in done.err
        assert "Traceback" not in done.err
    assert not (tmp_path / "ut").exists()


_CHECK = """
import sys
from paroll.cli import main
code = main(["check", *sys.argv[1:]])
print(open("/proc/self/status").read() if sys.platform == "linux" else "")
sys.exit(code)
"""


def test_all_that_is_bad_is_refused_soon_and_within_little_memory(tmp_path: Path) -> None:
    bad = {name: data for name, data, _ in foreign()} | dict(broken()) | dict(huge())
    (tmp_path / "bilder").mkdir()
    lines = []
    for name, data in bad.items():
        (tmp_path / "bilder" / name).write_bytes(data)
        lines += ["  - heading: Bild", f"    picture: bilder/{name}", "    decorative: yes"]
    (tmp_path / "plan.yaml").write_text(PROGRAMME + "\n".join(lines) + "\n", "utf-8")
    before = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _CHECK, "plan.yaml"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    seconds = time.perf_counter() - before
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Warning" not in done.stderr
    headed = len(PROGRAMME.splitlines())
    places = {int(line) for line in re.findall(r"plan\.yaml:(\d+):", done.stderr)}
    decoded = {"cut", "flipped"}
    expected = {
        headed + 3 * n + 2
        for n, name in enumerate(bad)
        if re.split(r"[-.]", name)[0] not in decoded
    }
    assert expected <= places
    assert seconds < 8  # for two dozen of them, on a busy machine
    peak = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    if peak:
        assert int(peak[1]) < 300_000


def test_memory_is_not_that_of_the_pixels(tmp_path: Path) -> None:
    """Six photographs of twelve megapixels take 36 MB each, decoded whole."""
    (tmp_path / "bilder").mkdir()
    lines = []
    for number in range(6):
        (tmp_path / "bilder" / f"{number}.jpg").write_bytes(saved(_noisy(number)))
        lines += ["  - heading: Bild", f"    picture: bilder/{number}.jpg", "    decorative: yes"]
    (tmp_path / "plan.yaml").write_text(PROGRAMME + "\n".join(lines) + "\n", "utf-8")
    words = [sys.executable, "-c", _CHECK, "plan.yaml"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    peak = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    if peak:
        assert int(peak[1]) < 200_000


def test_giants_take_turns(tmp_path: Path) -> None:
    """Four pictures that would take 610 MB, decoded whole and all at once."""
    (tmp_path / "bilder").mkdir()
    size = (5720, 4280)
    clear = saved(Image.new("RGBA", size, (200, 20, 40, 90)), "PNG", compress_level=1)
    giants = {
        "a.png": clear,
        "b.png": clear,
        "c.jpg": saved(Image.new("RGB", size), progressive=True),
        "d.jpg": saved(Image.new("L", (10272, 7700))),
    }
    lines = []
    for name, data in giants.items():
        (tmp_path / "bilder" / name).write_bytes(data)
        lines += ["  - heading: Bild", f"    picture: bilder/{name}", "    decorative: yes"]
    (tmp_path / "plan.yaml").write_text(PROGRAMME + "\n".join(lines) + "\n", "utf-8")
    words = [sys.executable, "-c", _CHECK, "plan.yaml"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    peak = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    if peak:
        assert int(peak[1]) < 300_000


def _noisy(seed: int) -> Image.Image:
    grain = Image.effect_noise((400, 300), 60).resize((4000, 3000))
    return Image.merge("RGB", (grain, grain, Image.new("L", grain.size, 40 * seed)))


def test_a_coarse_picture_is_a_warning_with_its_numbers() -> None:
    small = {"bilder/liten.jpg": saved(landscape(300, 200))}
    section = {"heading": "Bild", "picture": "bilder/liten.jpg", "decorative": True}
    _, (finding,) = compose("deck", [section | {"place": "full"}], pictures=small)
    assert (finding.code, finding.severity) == ("S230", "warning")
    assert "has 300 × 200 pixels, 27 per inch in its place of 231 × 190 mm" in finding.message
    assert "at least" in finding.hint
    assert finding.span and finding.span.line == 1


def test_empty_placeholders_are_not_left_on_slides() -> None:
    opened = Presentation(BytesIO(painted("public", "pptx")))
    empty = [
        shape.name
        for slide in opened.slides
        for shape in slide.placeholders
        if shape.has_text_frame and not shape.text_frame.text.strip()
    ]
    assert empty == []
