"""Decks made from house templates: the template's own package, with our slides in it."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from pptx import Presentation

from composing import programme as written
from houses import HOUSES, house, plain
from office import print_decks, schema_faults
from paroll.build.materials import MATERIALS
from paroll.finding import has_errors
from paroll.kinds import KINDS
from paroll.layout.typecase import Typecase
from paroll.paint import pptx
from paroll.sheet import Document, Role, texts
from paroll.units import to_pt
from products import DECKS, programme
from words import pages

ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@cache
def sheets(name: str, deck: str) -> Document:
    brand = house(name)
    return MATERIALS["deck"].compose(programme(deck), brand, Typecase(brand.faces))[0]


@cache
def made(name: str, deck: str) -> bytes:
    return pptx.paint(sheets(name, deck), house(name))


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("name", HOUSES)
def test_the_schemas_and_powerpoint_have_nothing_against_it(
    name: str, deck: str, tmp_path: Path
) -> None:
    assert schema_faults(made(name, deck), tmp_path) == []


@pytest.mark.parametrize("name", HOUSES)
def test_masters_layouts_and_themes_are_the_template_s_byte_for_byte(name: str) -> None:
    before, after = files(HOUSES[name]()), files(made(name, "stockholm"))
    folders = ("ppt/slideMasters/slide", "ppt/slideLayouts/slide", "ppt/theme/theme1", "ppt/media/")
    kept = [part for part in before if part.startswith(folders)]
    assert len(kept) > 10
    assert [part for part in kept if after.get(part) != before[part]] == []


def test_sample_slides_and_their_notes_do_not_go_along() -> None:
    assert b"A sample slide" in b"".join(files(plain()).values())
    parts = files(made("plain", "stockholm"))
    assert not any(b"A sample slide" in data or b"said of it" in data for data in parts.values())
    assert not any("thumbnail" in part or "printer" in part for part in parts)


LONG = "Jämställdhet, mångfald och integration i hela arbetslivet i Sollefteå och Ånge kommun"


@pytest.mark.parametrize("name", HOUSES)
def test_each_entry_of_an_agenda_is_a_link_to_its_slide(name: str, tmp_path: Path) -> None:
    brand = house(name)
    headings = ["Skolan", LONG, "Vården"]
    read = written([{"agenda": "Innehåll"}, *({"heading": h, "text": "Text."} for h in headings)])
    document, _ = MATERIALS["deck"].compose(read, brand, Typecase(brand.faces))
    data = pptx.paint(document, brand)
    slide = list(Presentation(BytesIO(data)).slides)[1]
    linked: dict[str, str] = {}
    for link in slide._element.iterfind(".//{*}rPr/{*}hlinkClick"):
        assert link.get("action") == "ppaction://hlinksldjump"
        part = slide.part.rels[link.get(ID)].target_part
        words = link.getparent().getnext().text
        assert words == words.strip()
        title = " ".join(part.slide.shapes.title.text_frame.text.split())
        linked[title] = " ".join([*linked.get(title, "").split(), *words.split()])
    assert linked == {heading: heading for heading in headings}
    assert schema_faults(data, tmp_path) == []
    print_decks({"agenda": data}, tmp_path)
    seen = [word.text for word in pages(tmp_path / "agenda.pdf")[1]]
    assert set(LONG.split()) <= set(seen)


@pytest.mark.parametrize("name", HOUSES)
def test_two_builds_are_the_same_bytes(name: str) -> None:
    document, brand = sheets(name, "vgr-nyheter"), house(name)
    assert pptx.paint(document, brand) == made(name, "vgr-nyheter")


@pytest.mark.parametrize("name", HOUSES)
def test_slides_are_on_the_template_s_layouts_and_in_its_placeholders(name: str) -> None:
    document = sheets(name, "regionstyrelsen")
    deck = Presentation(BytesIO(made(name, "regionstyrelsen")))
    assert len(deck.slides) == len(document.sheets)
    assert deck.core_properties.title == document.title
    for slide, sheet in zip(deck.slides, document.sheets, strict=True):
        assert slide.slide_layout.part.partname.membername == sheet.layout.native
        title = slide.shapes.title
        assert title is not None
        assert " ".join(title.text_frame.text.split()) == sheet.title
        assert all(shape.is_placeholder for shape in slide.shapes)


def test_sizes_are_written_only_where_they_are_not_the_template_s() -> None:
    template = house("plain").template
    assert template
    layouts = {page.part: page for page in template.pages}
    document, deck = sheets("plain", "vasternorrland"), made("plain", "vasternorrland")
    seen = set()
    for sheet, slide in zip(document.sheets, Presentation(BytesIO(deck)).slides, strict=True):
        own = {h.name: h.levels[0].size for h in layouts[sheet.layout.native].holders}
        shapes = {shape.name: shape for shape in slide.placeholders}
        for text in texts(sheet.content):
            size = text.slot.levels[0].size
            xml = shapes[text.slot.name].element.xml
            assert (f'sz="{size // 127}"' in xml) == (size != own[text.slot.name])
            seen.add(size == own[text.slot.name])
    assert seen == {True, False}


def test_notes_and_sections_are_as_in_other_decks() -> None:
    deck = Presentation(BytesIO(made("plain", "vasternorrland")))
    notes = [s.notes for s in sheets("plain", "vasternorrland").sheets]
    for slide, said in zip(deck.slides, notes, strict=True):
        assert slide.has_notes_slide == bool(said)
        if said:
            frame = slide.notes_slide.notes_text_frame
            assert frame is not None
            assert frame.text == said
    assert b"p14:sectionLst" in files(made("plain", "vasternorrland"))["ppt/presentation.xml"]


@pytest.mark.parametrize("name", HOUSES)
def test_no_word_stands_outside_its_placeholder_in_libreoffice(name: str, tmp_path: Path) -> None:
    decks = ["stockholm", "vasternorrland", "vgr-nyheter"]
    print_decks({deck: made(name, deck) for deck in decks}, tmp_path)
    template = house(name).template
    assert template
    layouts = {page.part: page for page in template.pages}
    for deck in decks:
        printed = pages(tmp_path / f"{deck}.pdf")
        for sheet, words in zip(sheets(name, deck).sheets, printed, strict=True):
            filled = {text.slot.name for text in texts(sheet.content)}
            holders = layouts[sheet.layout.native].holders
            boxes = [holder.box for holder in holders if holder.name in filled]
            outside = [
                word.text
                for word in words
                if not any(
                    to_pt(box.x) - 1 <= word.x <= to_pt(box.right) + 1
                    and to_pt(box.y) - 1 <= word.y <= to_pt(box.bottom) + 1
                    for box in boxes
                )
            ]
            assert outside == [], (deck, sheet.title)
            least = sum(
                len(t.text.split()) for t in texts(sheet.content) if t.slot.role is Role.BODY
            )
            assert len(words) >= least


@pytest.mark.parametrize("name", HOUSES)
def test_a_page_of_every_kind_is_sound_and_fills_each_placeholder_once(
    name: str, tmp_path: Path
) -> None:
    sections = [yaml.safe_load(kind.fields.EXAMPLE) for kind in KINDS.values()]
    brand = house(name)
    document, findings = MATERIALS["deck"].compose(written(sections), brand, Typecase(brand.faces))
    assert not has_errors(findings)
    deck = pptx.paint(document, brand)
    assert schema_faults(deck, tmp_path) == []
    for slide in Presentation(BytesIO(deck)).slides:
        held = [shape.placeholder_format.idx for shape in slide.placeholders]
        assert len(held) == len(set(held)) or name == "libre"
