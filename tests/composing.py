"""Programmes composed in memory, and what stands on their pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import uharfbuzz as hb

from paroll.build.materials import MATERIALS, Copy
from paroll.finding import Finding
from paroll.kinds import FIELDS
from paroll.programme import Programme, read_programme
from paroll.sheet import Document, Face, GlyphRun, Sheet, Text
from paroll.sheet import texts as texts_of
from paroll.stock import Memory
from paroll.units import Box, Emu
from photos import examples
from specimens import brand, typecase

HEAD: Mapping[str, object] = {
    "title": "Fem punkter för Norrland",
    "slogan": ["Vårt", "Norrland"],
    "brand": "campaign",
    "sender": "Vi i Norrland",
}


def programme(sections: Sequence[Mapping[str, Any]], **head: object) -> Programme:
    """Return the programme with these sections and, beyond `HEAD`, these keys; None takes one out.

    Beside it lie `photos.examples`, and the files given as `pictures`.
    """
    pictures = head.pop("pictures", {})
    assert isinstance(pictures, dict)
    said = {key: value for key, value in {**HEAD, **head}.items() if value is not None}
    text = json.dumps({**said, "sections": list(sections)}, ensure_ascii=False)
    lying = {f"decks/{name}": data for name, data in (examples() | pictures).items()}
    files = Memory({"decks/specimen.yaml": text.encode(), **lying})
    read, findings = read_programme(files, "decks/specimen.yaml", FIELDS, list(MATERIALS))
    assert read, findings
    return read


def compose(
    material: str, sections: Sequence[Mapping[str, Any]], **head: object
) -> tuple[Document, list[Finding]]:
    """Return a material of the programme with these sections, in the brand it names."""
    kit = str(head.get("brand", "campaign"))
    return MATERIALS[material].compose(programme(sections, **head), brand(kit), typecase(kit))


def painted(file: str, document: Document, kit: str = "campaign") -> bytes:
    """Return one of the files of a material, by its name, as it is painted from `document`."""
    outputs = (output for material in MATERIALS.values() for output in material.outputs)
    paint = next(output.paint for output in outputs if output.name == file)
    return paint(Copy(document, brand(kit)))[file]


def deck(sections: Sequence[Mapping[str, Any]], **head: object) -> Document:
    """Return a deck that gives no findings."""
    document, findings = compose("deck", sections, **head)
    assert findings == []
    return document


def leaflet(sections: Sequence[Mapping[str, Any]], **head: object) -> Document:
    """Return a leaflet that gives no findings."""
    document, findings = compose("leaflet-a5", sections, **head)
    assert findings == []
    return document


def texts(sheet: Sheet) -> list[Text]:
    """Return all texts of a sheet, furniture first."""
    return list(texts_of((*sheet.layout.furniture, *sheet.content)))


def content(sheet: Sheet) -> dict[str, Text]:
    """Return the texts of a sheet's content by the name of their slot."""
    return {mark.slot.name: mark for mark in sheet.content if isinstance(mark, Text)}


def said(text: Text) -> list[str]:
    """Return the paragraphs of a text as the author typed them, without ties."""
    return [paragraph.text.replace("\u00a0", " ") for paragraph in text.paragraphs]


def inks(text: Text, kit: str = "campaign") -> Iterator[Box]:
    """Yield a box for each line: as wide as its advance, as high as its glyphs' outlines."""
    for line in text.lines:
        boxes = [_ink(kit, run, line.y) for run in line.runs]
        top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
        yield Box.between(min(b.x for b in boxes), top, max(b.right for b in boxes), bottom)


def _ink(kit: str, run: GlyphRun, baseline: Emu) -> Box:
    em = run.size / typecase(kit).metrics(run.face).units_per_em
    shapes = [(_extents(kit, run.face, glyph.id), glyph) for glyph in run.glyphs]
    top = max(shape.y_bearing + glyph.dy for shape, glyph in shapes)
    bottom = min(shape.y_bearing + shape.height + glyph.dy for shape, glyph in shapes)
    width = sum(glyph.advance for glyph in run.glyphs)
    box = Box.between(0, -round(top * em), round(width * em), -round(bottom * em))
    return box._replace(x=run.x, y=baseline + box.y)


@cache
def _extents(kit: str, face: Face, glyph: int) -> hb.GlyphExtents:
    return _font(kit, face).get_glyph_extents(glyph)


@cache
def _font(kit: str, face: Face) -> hb.Font:
    return hb.Font(hb.Face(brand(kit).faces[face].data))
