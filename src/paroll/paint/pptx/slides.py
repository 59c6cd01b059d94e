"""Slides as parts: what each relates to, its notes, and what a deck says of itself.

The same for decks in the brand's own design and in a house template: the two differ in their
layouts and in how shapes take their looks from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from paroll.paint.pptx import marks, notes, xml
from paroll.paint.pptx.package import Part, Relationship, medium, relationships
from paroll.paint.pptx.xml import tag
from paroll.sheet import Chart, Document, Role, Sheet, Text
from paroll.sheet import landings as landings_of
from paroll.tuples import NamedTuple

OFFICE = "application/vnd.openxmlformats-officedocument"
"""What the media types of Office's own parts begin with."""
FIRST_ID = 256
"""The least number a slide may have (ECMA-376 part 1, ST_SlideId)."""
LEVEL = 6
"""How hard decks are compressed: nine takes twice the time and saves one part in a hundred."""
ROOT = relationships(
    Relationship("officeDocument", "ppt/presentation.xml"),
    Relationship("core-properties", "docProps/core.xml"),
    Relationship("extended-properties", "docProps/app.xml"),
)
"""What a deck's package opens with."""
SETTINGS = {"presProps": "p:presentationPr", "viewProps": "p:viewPr"}
"""Parts without which PowerPoint offers to repair a deck, and their roots."""

_DATE = "2000-01-01T00:00:00Z"
"""The date every deck bears: one programme makes one file, whenever it is built."""
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_INHERITED_COLOURS = tag("p:clrMapOvr", tag("a:masterClrMapping"))


class Frame(NamedTuple):
    """What a slide is made with: the part of its layout, its number, its language.

    `notes_master` is the part its notes are printed on; `landings` are the parts of the slides
    that links inside the deck lead to.
    """

    layout: str
    number: int
    language: str
    notes_master: str
    landings: Mapping[str, str]


class Collected(NamedTuple):
    """What a part relates to, gathered while it is written. See `text.Related`."""

    entries: list[Relationship]
    added: dict[str, Part]
    landings: Mapping[str, str] = {}

    def link(self, address: str) -> str:
        """See `text.Related.link`."""
        return self.add(Relationship("hyperlink", address, external=True))

    def jump(self, link: str) -> str:
        """See `text.Related.jump`; layouts have no landings."""
        return self.add(Relationship("slide", self.landings[link]))

    def image(self, data: bytes) -> str:
        """See `text.Related.image`."""
        part = medium(data)
        self.added[part.name] = part
        return self.add(Relationship("image", part.name))

    def chart(self, chart: Chart, frame: Frame) -> str:
        """Return the id of a relationship to the part of `chart`, which has its own workbook.

        Both are numbered after their slide: a chart more elsewhere changes no name.
        """
        from paroll.paint.pptx.charts import chart_part  # noqa: PLC0415  (XlsxWriter)
        from paroll.paint.pptx.workbook import workbook  # noqa: PLC0415  (XlsxWriter)

        count = sum(entry.kind == "chart" for entry in self.entries)
        number = f"{frame.number}{count + 1:02}"
        book, name = f"ppt/embeddings/workbook{number}.xlsx", f"ppt/charts/chart{number}.xml"
        related = relationships(Relationship("package", book))
        data = chart_part(chart, frame.language, "rId1")
        self.added[book] = Part(book, f"{OFFICE}.spreadsheetml.sheet", workbook(chart))
        self.added[name] = Part(name, f"{OFFICE}.drawingml.chart+xml", data, related)
        return self.add(Relationship("chart", name))

    def add(self, entry: Relationship) -> str:
        """Return the id of a relationship."""
        if entry not in self.entries:
            self.entries.append(entry)
        return f"rId{self.entries.index(entry) + 1}"


def slides(
    document: Document,
    layouts: Mapping[str, str],
    language: str,
    notes_master: str,
    shapes: Callable[[Sheet, Frame, Collected], Iterable[str]],
) -> Iterator[Part]:
    """Yield the slides of `document`, their notes, pictures and charts.

    `layouts` are the parts of the layouts by name, `shapes` writes what stands on a slide. Raises
    `ValueError` if a sheet's title is not what its title slot says.
    """
    landings = {link: slide_name(n + 1) for link, n in landings_of(document.sheets).items()}
    for number, sheet in enumerate(document.sheets, 1):
        _require_title(sheet)
        frame = Frame(layouts[sheet.layout.name], number, language, notes_master, landings)
        collected = Collected([Relationship("slideLayout", frame.layout)], {}, landings)
        drawn = marks.tree(shapes(sheet, frame, collected))
        if sheet.notes:
            said = _notes(sheet, frame)
            collected.add(Relationship("notesSlide", said.name))
            yield said
        data = xml.part("p:sld", tag("p:cSld", drawn), _INHERITED_COLOURS)
        related = relationships(*collected.entries)
        yield Part(slide_name(number), f"{OFFICE}.presentationml.slide+xml", data, related)
        yield from collected.added.values()


def slide_name(number: int) -> str:
    """Return the name of the part of a slide."""
    return f"ppt/slides/slide{number}.xml"


def about(document: Document) -> Iterator[Part]:
    """Yield what a deck says of itself."""
    said = tag("Properties", tag("Application", "paroll"), xmlns=_EXTENDED)
    yield Part("docProps/app.xml", f"{OFFICE}.extended-properties+xml", xml.whole(said))
    times = (
        tag(f"dcterms:{what}", _DATE, xsi_type="dcterms:W3CDTF") for what in ("created", "modified")
    )
    core = tag(
        "cp:coreProperties",
        tag("dc:title", xml.text(document.title)),
        tag("dc:creator", xml.text(document.author)),
        tag("dc:language", xml.text(document.language)),
        *times,
        xmlns_cp=_CORE,
        xmlns_dc="http://purl.org/dc/elements/1.1/",
        xmlns_dcterms="http://purl.org/dc/terms/",
        xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
    )
    yield Part("docProps/core.xml", _CORE_TYPE, xml.whole(core))


def _notes(sheet: Sheet, frame: Frame) -> Part:
    related = relationships(
        Relationship("notesMaster", frame.notes_master),
        Relationship("slide", slide_name(frame.number)),
    )
    words = tag("p:cSld", notes.notes_shapes(sheet.notes, frame.language))
    data = xml.part("p:notes", words, _INHERITED_COLOURS)
    name = f"ppt/notesSlides/notesSlide{frame.number}.xml"
    return Part(name, f"{OFFICE}.presentationml.notesSlide+xml", data, related)


def _require_title(sheet: Sheet) -> None:
    texts = (mark for mark in sheet.content if isinstance(mark, Text))
    said = [mark.text.split() for mark in texts if mark.slot.role is Role.TITLE]
    if said != [sheet.title.split()]:
        raise ValueError(f"sheet {sheet.title!r} has {said!r} in its title slot")
