"""House templates for tests: python-pptx's own, one that LibreOffice saved, two awkward ones."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches

from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.finding import Finding
from paroll.source import NOWHERE, Plain
from paroll.stock import Memory
from tools import MINUTE, require

KIT = Path(__file__).parents[1] / "brand" / "campaign"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SWEDISH = {
    "Title Slide": "Rubrikbild",
    "Title and Content": "Rubrik och innehåll",
    "Two Content": "Två delar",
    "Comparison": "Jämförelse",
    "Title Only": "Endast rubrik",
    "Blank": "Tom",
    "Content with Caption": "Innehåll med bildtext",
    "Picture with Caption": "Bild med bildtext",
    "Title and Vertical Text": "Rubrik och lodrät text",
    "Vertical Title and Text": "Lodrät rubrik och text",
}


def saved(deck: Deck) -> bytes:
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


@cache
def plain() -> bytes:
    """The template python-pptx starts from, with a sample slide and its notes."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    title: Any = slide.shapes.title
    title.text = "A sample slide that no deck may show"
    notes: Any = slide.notes_slide.notes_text_frame
    notes.text = "nor what is said of it"
    return saved(deck)


@cache
def libre() -> bytes:
    """The same, as LibreOffice writes it after it was an .odp."""
    require("soffice")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "house.pptx").write_bytes(plain())
        _convert(folder, "house.pptx", "odp")
        (folder / "house.pptx").unlink()
        _convert(folder, "house.odp", "pptx")
        return (folder / "house.pptx").read_bytes()


def _convert(folder: Path, file: str, ending: str) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
    command += ["--convert-to", ending, "--outdir", str(folder), str(folder / file)]
    subprocess.run(command, env=os.environ, capture_output=True, timeout=MINUTE, check=True)


@cache
def narrow() -> bytes:
    """4:3 and dark: white on navy, a red foot, a logo nobody described, small text, no footer."""
    deck = Presentation()
    master = deck.slide_master
    _colours(master, "bg1", "dk2")
    _scheme(deck, {"dk2": "10243E", "lt1": "FFFFFF", "dk1": "F4F4F4", "accent1": "B3122A"})
    foot = master.shapes._spTree
    foot.insert(2, _rectangle(0, Inches(7.1), deck.slide_width, Inches(0.4), "accent1"))
    _logo(master)
    for layout in deck.slide_layouts:
        _drop(layout, "ftr")
    _level(_second(deck, "Title and Content")).set("sz", "1600")
    _colour(_second(deck, "Title Slide"), "27405F")
    return saved(deck)


@cache
def swedish() -> bytes:
    """16:9 with Swedish names and no types; no layout for a sentence, texts that overlap."""
    deck = Presentation()
    deck.slide_width = Inches(40 / 3)
    for shapes in (deck.slide_master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        for shape in shapes:
            if shape.element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(shape.left * 4 // 3), Emu(shape.width * 4 // 3)
    for layout in list(deck.slide_layouts):
        if layout.name == "Section Header":
            deck.slide_layouts.remove(layout)
            continue
        layout.name = SWEDISH[layout.name]
        layout.element.attrib.pop("type")
    first = _second(deck, "Två delar")
    first.width = Emu(first.width + Inches(2))
    return saved(deck)


HOUSES: Mapping[str, Callable[[], bytes]] = {
    "plain": plain,
    "libre": libre,
    "narrow": narrow,
    "swedish": swedish,
}


@cache
def _kit() -> dict[str, bytes]:
    files = [path for path in KIT.rglob("*") if path.is_file()]
    return {f"house/{path.relative_to(KIT).as_posix()}": path.read_bytes() for path in files}


def read_house(template: bytes, more: str = "") -> tuple[Brand | None, list[Finding]]:
    """Read the campaign's kit with a template."""
    files = _kit()
    text = files["house/brand.yaml"] + f"\ntemplate: house.pptx\n{more}".encode()
    stock = Memory({**files, "house/brand.yaml": text, "house/house.pptx": template})
    return read_brand(stock, Plain("house", NOWHERE))


@cache
def house(name: str) -> Brand:
    """Return the campaign's kit with one of the templates."""
    brand, _ = read_house(HOUSES[name]())
    assert brand
    return brand


def _colours(master: SlideMaster, name: str, colour: str) -> None:
    """Let `name` mean another colour of the theme on all pages of a master."""
    element: Any = master.element
    element.find(qn("p:clrMap")).set(name, colour)


def _scheme(deck: Deck, colours: Mapping[str, str]) -> None:
    part: Any = next(
        r.target_part for r in deck.slide_master.part.rels.values() if "theme" in r.reltype
    )
    root: Any = etree.fromstring(part.blob)
    for name, colour in colours.items():
        entry = root.find(f".//{{{_A}}}{name}")
        entry.clear()
        etree.SubElement(entry, f"{{{_A}}}srgbClr", val=colour)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rectangle(x: int, y: int, w: int, h: int, colour: str) -> Any:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, x, y, w, h)
    shape.name = "Foot"
    element: Any = parse_xml(etree.tostring(shape.element))
    properties = element.find(qn("p:spPr"))
    for child in list(properties)[2:]:
        properties.remove(child)
    fill = etree.SubElement(properties, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val=colour)
    line = etree.SubElement(properties, qn("a:ln"))
    etree.SubElement(line, qn("a:noFill"))
    element.find(qn("p:nvSpPr")).find(qn("p:cNvPr")).set("id", "901")
    return element


def _logo(master: SlideMaster) -> None:
    image = BytesIO()
    Image.new("RGB", (40, 20), "#E8B007").save(image, "PNG")
    part: Any = master.part
    _, number = part.get_or_add_image_part(image)
    master.shapes._spTree.append(
        parse_xml(
            f'<p:pic xmlns:p="{qn("p:x")[1:-2]}" xmlns:a="{_A}" xmlns:r="{qn("r:x")[1:-2]}">'
            '<p:nvPicPr><p:cNvPr id="902" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/>'
            f'</p:nvPicPr><p:blipFill><a:blip r:embed="{number}"/><a:stretch><a:fillRect/>'
            '</a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="8412480" y="91440"/>'
            '<a:ext cx="640080" cy="320040"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></p:spPr></p:pic>"
        )
    )


def _second(deck: Deck, layout: str) -> Any:
    """Return the placeholder after the title of a layout."""
    page: Any = deck.slide_layouts.get_by_name(layout)
    return next(s for s in page.placeholders if s.placeholder_format.idx == 1)


def _drop(layout: SlideLayout, kind: str) -> None:
    for holder in layout.element.iter(qn("p:ph")):
        if holder.get("type") == kind:
            shape = holder.getparent().getparent().getparent()
            shape.getparent().remove(shape)
            return


def _level(shape: Any) -> Any:
    """Return the character properties of a placeholder's first level, made if need be."""
    styles = shape.element.find(qn("p:txBody")).find(qn("a:lstStyle"))
    level = styles.find(qn("a:lvl1pPr"))
    level = etree.SubElement(styles, qn("a:lvl1pPr")) if level is None else level
    found = level.find(qn("a:defRPr"))
    return etree.SubElement(level, qn("a:defRPr")) if found is None else found


def _colour(shape: Any, colour: str) -> None:
    properties = _level(shape)
    for child in list(properties):
        properties.remove(child)
    fill = etree.SubElement(properties, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=colour)
