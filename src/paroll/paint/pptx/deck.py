"""Sheets into a deck: slides whose texts fill the placeholders of the brand's own layouts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from paroll.brand.model import Brand
from paroll.paint.pptx import leaps, marks, tables, text
from paroll.paint.pptx.fonts import embedding
from paroll.paint.pptx.gate import let_through
from paroll.paint.pptx.package import Part, compressing, pack
from paroll.paint.pptx.slides import LEVEL, ROOT, Collected, Frame, about, slides
from paroll.paint.pptx.template import NOTES_MASTER, Design, layout_name, presentation, template
from paroll.paint.pptx.theme import theme
from paroll.sheet import Chart, Document, Layout, Picture, Role, Shape, Sheet, Slot, Table, Text


def paint(document: Document, brand: Brand) -> bytes:
    """Return `document` as a .pptx file in the colours and families of `brand`.

    Raises `ValueError` if a sheet's title is not what its title slot says, or if a text links to
    an address that slides may not hold: both are checked before a sheet is painted. Raises
    `Unsound` if PowerPoint would offer to repair what came out.
    """
    if brand.template:
        from paroll.paint.pptx import adopted  # noqa: PLC0415  (few brands have a template)

        return adopted.paint(document, brand.template)
    notes = any(sheet.notes for sheet in document.sheets)
    language = text.proofing(document.language)
    fonts = embedding(document, brand)
    design = Design(document.layouts, document.size, language, theme(brand), notes, fonts)
    with compressing(fonts.parts(), LEVEL):
        parts = _parts(document, design)
    return let_through(pack(ROOT, parts.values(), LEVEL))


def _parts(document: Document, design: Design) -> dict[str, Part]:
    """Return the parts of the deck by name: pictures that several slides show stand there once."""
    names = {layout.name: layout_name(n) for n, layout in enumerate(document.layouts, 1)}
    parts = (
        *template(design),
        presentation(design, document.sheets),
        *slides(document, names, design.language, NOTES_MASTER, _shapes),
        *about(document),
    )
    return {part.name: part for part in parts}


def _shapes(sheet: Sheet, frame: Frame, part: Collected) -> Iterator[str]:
    """Yield the shapes of a slide.

    A placeholder's number is its slot's place on the layout, so comments and animations made on
    a deck find their shapes again in the next one.
    """
    places = _places(sheet.layout)
    free, language = 2 + len(places), frame.language
    for mark in sheet.content:
        match mark:
            case Text(slot=slot):
                if mark.text.strip() or slot.role is Role.DATE:
                    words = text.field(mark, language) or _words(mark, language, part)
                    click = leaps.leap(mark, part)
                    yield marks.placeholder(slot, *places[slot.name], words, click)
            case Picture(slot=Slot() as slot):
                yield marks.filled(mark, slot, *places[slot.name], part)
            case Table(slot=slot):
                number, index = places[slot.name]
                held = marks.holder(slot, index)
                yield tables.table(mark, number, held, language, part)
            case Chart(slot=slot):
                number, index = places[slot.name]
                held = marks.holder(slot, index)
                yield marks.framed(mark, number, held, part.chart(mark, frame))
            case Shape() | Picture():
                yield marks.drawing(mark, free, part)
                free += 1
            case _:
                assert_never(mark)


def _words(mark: Text, language: str, part: Collected) -> str:
    return text.paragraphs(mark._replace(paragraphs=leaps.linked(mark)), language, part)


def _places(layout: Layout) -> dict[str, tuple[int, int | None]]:
    """Return the shape number and placeholder index of each slot, by its name."""
    indices = enumerate(marks.indices(layout.slots), 2)
    return {slot.name: place for slot, place in zip(layout.slots, indices, strict=True)}
