"""Sheets into a deck: slides whose texts fill the placeholders of the brand's own layouts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from typing import NamedTuple, assert_never

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part as _OpcPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import BaseSlidePart
from pptx.presentation import Presentation as Deck
from pptx.slide import NotesSlide, Slide, SlideLayout

from paroll.brand.model import Brand
from paroll.paint.pptx import marks, tables, text
from paroll.paint.pptx.fonts import embedding
from paroll.paint.pptx.gate import let_through
from paroll.paint.pptx.notes import notes_shapes
from paroll.paint.pptx.package import Part, medium, pack
from paroll.paint.pptx.sections import section_list
from paroll.paint.pptx.template import ROOT, Design, Template, template
from paroll.paint.pptx.theme import theme
from paroll.paint.pptx.xml import NAMESPACES, tag
from paroll.sheet import Chart, Document, Layout, Picture, Role, Shape, Sheet, Slot, Table, Text
from paroll.sheet import landings as landings_of

_DATE = datetime(2000, 1, 1)
"""The date every deck bears: one programme makes one file, whenever it is built."""
_LEVEL = 6
_OFFICE = "application/vnd.openxmlformats-officedocument"
_CHART, _WORKBOOK = f"{_OFFICE}.drawingml.chart+xml", f"{_OFFICE}.spreadsheetml.sheet"
_FIRST_ID = 256
"""The least number a slide may have (ECMA-376 part 1, ST_SlideId)."""


def paint(document: Document, brand: Brand) -> bytes:
    """Return `document` as a .pptx file in the colours and families of `brand`.

    Raises `ValueError` if a sheet's title is not what its title slot says, or if a text links to
    an address that slides may not hold: both are checked before a sheet is painted. Raises
    `Unsound` if PowerPoint would offer to repair what came out.
    """
    if brand.template:
        from paroll.paint.pptx import adopted  # noqa: PLC0415  (few brands have a template)

        for sheet in document.sheets:
            _require_title(sheet)
        return adopted.paint(document, brand.template)
    notes = any(sheet.notes for sheet in document.sheets)
    language = text.proofing(document.language)
    fonts = embedding(document, brand)
    design = Design(document.layouts, document.size, language, theme(brand), notes, fonts)
    base = template(design)
    deck = Presentation(BytesIO(base.package))
    layouts = dict(
        zip((layout.name for layout in document.layouts), deck.slide_layouts, strict=True)
    )
    slides = [
        _add_slide(deck, layouts[sheet.layout.name], number)
        for number, sheet in enumerate(document.sheets, _FIRST_ID)
    ]
    landings = {link: slides[place] for link, place in landings_of(document.sheets).items()}
    for slide, sheet in zip(slides, document.sheets, strict=True):
        _set_shapes(slide, _shapes(sheet, language, _Related(slide.part, landings)))
        if sheet.notes:
            _set_shapes(slide.notes_slide, notes_shapes(sheet.notes, language))
    deck.element.append(parse_xml(section_list(document.sheets, _FIRST_ID)))
    _describe(deck, document)
    return let_through(pack(ROOT, _parts(deck, base), _LEVEL))


def _add_slide(deck: Deck, layout: SlideLayout, number: int) -> Slide:
    """Return a new last slide, without the copies of placeholders `slides.add_slide` makes.

    It is numbered here, since python-pptx looks through all slides for a free number each time.
    """
    slide: Slide
    related, slide = deck.part.add_slide(layout)
    deck.element.get_or_add_sldIdLst()._add_sldId(id=number, rId=related)
    return slide


def _set_shapes(slide: Slide | NotesSlide, shapes: str) -> None:
    """Make `shapes` all that stands on a slide or its notes."""
    element = slide.element
    element.replace(element.cSld, parse_xml(tag("p:cSld", shapes, **NAMESPACES)))


def _shapes(sheet: Sheet, language: str, part: _Related) -> str:
    """Return the shape tree of a slide.

    A placeholder's number is its slot's place on the layout, so comments and animations made on
    a deck find their shapes again in the next one.
    """
    _require_title(sheet)
    places = _places(sheet.layout)
    shapes, free = [], 2 + len(places)
    for mark in sheet.content:
        match mark:
            case Text(slot=slot):
                if mark.text.strip() or slot.role is Role.DATE:
                    words, click = _words(mark, language, part), text.leap(mark, part)
                    shapes.append(marks.placeholder(slot, *places[slot.name], words, click))
            case Picture(slot=Slot() as slot):
                shapes.append(marks.filled(mark, slot, *places[slot.name], part))
            case Table(slot=slot):
                number, index = places[slot.name]
                held = marks.holder(slot, index)
                shapes.append(tables.table(mark, number, held, language, part))
            case Chart(slot=slot):
                number, index = places[slot.name]
                related = part.chart(mark, language)
                shapes.append(marks.framed(mark, number, marks.holder(slot, index), related))
            case Shape() | Picture():
                shapes.append(marks.drawing(mark, free, part))
                free += 1
            case _:
                assert_never(mark)
    return marks.tree(shapes)


def _places(layout: Layout) -> dict[str, tuple[int, int | None]]:
    """Return the shape number and placeholder index of each slot, by its name."""
    indices = enumerate(marks.indices(layout.slots), 2)
    return {slot.name: place for slot, place in zip(layout.slots, indices, strict=True)}


def _words(mark: Text, language: str, part: text.Related) -> str:
    if mark.slot.role is Role.PAGE:
        return text.page_number(mark.text, language)
    if mark.slot.role is Role.DATE and not mark.paragraphs:
        return text.today(language)
    return text.paragraphs(mark, language, part)


def _require_title(sheet: Sheet) -> None:
    texts = (mark for mark in sheet.content if isinstance(mark, Text))
    said = [mark.text.split() for mark in texts if mark.slot.role is Role.TITLE]
    if said != [sheet.title.split()]:
        raise ValueError(f"sheet {sheet.title!r} has {said!r} in its title slot")


def _describe(deck: Deck, document: Document) -> None:
    properties = deck.core_properties
    properties.title = document.title
    properties.author = document.author
    properties.language = document.language
    properties.created = properties.modified = _DATE


def _parts(deck: Deck, base: Template) -> Iterator[Part]:
    """Yield the parts of the package; what slides do not change is not written anew."""
    for part in deck.part.package.iter_parts():
        name = part.partname.membername
        if name in base.settled:
            yield base.settled[name]
        else:
            related = part.rels.xml if len(part.rels) else b""
            yield Part(name, part.content_type, part.blob, related)


class _Related(NamedTuple):
    """A slide as something texts and pictures relate to. See `text.Related`."""

    part: BaseSlidePart
    landings: Mapping[str, Slide]

    def link(self, address: str) -> str:
        return str(self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def jump(self, link: str) -> str:
        return str(self.part.relate_to(self.landings[link].part, RELATIONSHIP_TYPE.SLIDE))

    def image(self, data: bytes) -> str:
        if data.startswith(b"<svg"):
            return str(self.part.relate_to(self._drawing(data), RELATIONSHIP_TYPE.IMAGE))
        _, number = self.part.get_or_add_image_part(BytesIO(data))
        return str(number)

    def chart(self, chart: Chart, language: str) -> str:
        """Return the id of a relationship to the part of `chart`, which has its own workbook.

        Both are numbered after their slide: a chart more elsewhere changes no name.
        """
        from paroll.paint.pptx.charts import chart_part  # noqa: PLC0415  (XlsxWriter)
        from paroll.paint.pptx.workbook import workbook  # noqa: PLC0415  (XlsxWriter)

        kinds = [relation.reltype for relation in self.part.rels.values()]
        number = f"{self.part.partname.idx}{kinds.count(RELATIONSHIP_TYPE.CHART) + 1:02}"
        sheet = self._add(f"embeddings/workbook{number}.xlsx", _WORKBOOK, workbook(chart))
        part = self._add(f"charts/chart{number}.xml", _CHART, b"")
        part.blob = chart_part(chart, language, part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE))
        return str(self.part.relate_to(part, RELATIONSHIP_TYPE.CHART))

    def _add(self, name: str, kind: str, data: bytes) -> _OpcPart:
        return _OpcPart(PackURI(f"/ppt/{name}"), kind, self.part.package, data)

    def _drawing(self, data: bytes) -> _OpcPart:
        """Return the part of an SVG file, which python-pptx does not know, once for a deck."""
        entry = medium(data)
        parts = self.part.package.iter_parts()
        there = (part for part in parts if part.partname == f"/{entry.name}")
        name = entry.name.removeprefix("ppt/")
        return next(there, None) or self._add(name, entry.media_type, data)
