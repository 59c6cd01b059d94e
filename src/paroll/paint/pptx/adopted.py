"""Sheets into a deck that is the house template itself, with our slides in it.

Masters, layouts, themes and pictures go from the template into the deck byte for byte; only the
list of slides is written anew. A slide says what its layout does not: the text, and sizes where
they had to be smaller than the template's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple, assert_never

from lxml import etree

from paroll.brand.template.model import Holder, Level, Page, Spacing, Template
from paroll.brand.template.package import NAMESPACES as URIS
from paroll.brand.template.package import Piece, Relation, parsed
from paroll.paint.pptx import marks, notes, tables, text, xml
from paroll.paint.pptx.gate import let_through
from paroll.paint.pptx.package import Part, Relationship, pack, relationships
from paroll.paint.pptx.sections import section_list
from paroll.paint.pptx.template import ROOT, Collected
from paroll.paint.pptx.xml import tag
from paroll.sheet import (
    Chart,
    Colour,
    Document,
    Paragraph,
    Picture,
    Role,
    Shape,
    Sheet,
    Slot,
    Style,
    Table,
    Text,
)
from paroll.sheet import landings as landings_of
from paroll.units import Box

_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_P = f"{{{URIS['p']}}}"
_FIRST_ID = 256
_LEVEL = 6
_DATE = "2000-01-01T00:00:00Z"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_NOTES_THEME = "ppt/theme/themeOfNotes.xml"
"""The copy of the template's theme that notes are printed in, where it has none for them."""
_KEPT = (
    *("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
    *("embeddedFontLst", "kinsoku", "defaultTextStyle"),
)
"""What of a presentation goes into decks, in the order of the schema; the rest is of its slides."""
_SETTINGS = {"presProps": "p:presentationPr", "viewProps": "p:viewPr"}
_PLAIN = 9


def paint(document: Document, template: Template) -> bytes:
    """Return `document` as a .pptx file: the template with the document's slides."""
    pages = {page.part: page for page in template.pages}
    language = text.proofing(document.language)
    parts = {piece.name: _as_it_was(piece) for piece in template.package.pieces.values()}
    noted = any(sheet.notes for sheet in document.sheets)
    master = next(template.package.main.related("notesMaster"), "")
    if noted and not master:
        master = _NOTES_MASTER
        parts.update((part.name, part) for part in _notes_master(document, template, language))
    landings = {
        link: _slide_name(place + 1) for link, place in landings_of(document.sheets).items()
    }
    for number, sheet in enumerate(document.sheets, 1):
        frame = _Frame(pages[sheet.layout.native], number, language, master, landings)
        parts.update((part.name, part) for part in _slide(sheet, frame))
    parts.update((part.name, part) for part in _about(document))
    main = template.package.main
    styles = _table_styles(document, main, parts)
    if styles:
        parts[styles.name] = styles
    presentation = _presentation(document, main, master if noted else "", styles)
    inherited = {*template.package.pieces, _NOTES_THEME}
    return let_through(pack(ROOT, [*parts.values(), presentation], _LEVEL), inherited)


def _as_it_was(piece: Piece) -> Part:
    return Part(piece.name, piece.media_type, piece.data, _related(piece.relations))


def _related(relations: Iterable[Relation]) -> bytes:
    """Return a relationships part that keeps the numbers its part knows."""
    entries = [
        tag(
            "Relationship",
            Id=relation.id,
            Type=relation.type,
            Target=relation.target if relation.external else f"/{relation.target}",
            TargetMode="External" if relation.external else None,
        )
        for relation in relations
    ]
    namespace = f"{_PACKAGE}/relationships"
    return xml.whole(tag("Relationships", *entries, xmlns=namespace)) if entries else b""


def _table_styles(document: Document, main: Piece, parts: Mapping[str, Part]) -> Part | None:
    """Return the template's table styles with ours among them; None for a deck without tables."""
    own = tables.style_of(document.layouts)
    if not own:
        return None
    name = next(main.related("tableStyles"), "")
    data = parts[name].data if name else tables.styles(document.layouts)
    if name:
        root = parsed(data)
        root.extend(etree.fromstring(xml.part("a:tblStyleLst", own)))
        data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    kind = f"{_OFFICE}.presentationml.tableStyles+xml"
    return Part(name or "ppt/tableStyles.xml", kind, data)


def _presentation(document: Document, main: Piece, notes_master: str, styles: Part | None) -> Part:
    root = parsed(main.data)
    relations = [*main.relations, *_own_relations(document)]
    if styles and not next(main.related("tableStyles"), ""):
        relations.append(Relation("rIdTableStyles", f"{_RELATIONS}/tableStyles", styles.name))
    kept = {name: root.find(f"{_P}{name}") for name in _KEPT}
    for child in list(root):
        root.remove(child)
    kept["sldIdLst"] = etree.fromstring(_slide_list(document))
    listed = next((relation.id for relation in relations if relation.kind == "notesMaster"), "")
    if notes_master and not listed:
        listed = "rIdNotes"
        relations.append(Relation(listed, f"{_RELATIONS}/notesMaster", notes_master))
    if listed:
        entry = tag("p:notesMasterId", r_id=listed)
        kept["notesMasterIdLst"] = etree.fromstring(xml.part("p:notesMasterIdLst", entry))
    root.extend(element for element in kept.values() if element is not None)
    root.append(etree.fromstring(section_list(document.sheets, _FIRST_ID)))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "r", "p"])
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    kind = f"{_OFFICE}.presentationml.presentation.main+xml"
    return Part("ppt/presentation.xml", kind, data, _related(relations))


def _own_relations(document: Document) -> Iterator[Relation]:
    for number in range(1, len(document.sheets) + 1):
        yield Relation(f"rIdSlide{number}", f"{_RELATIONS}/slide", _slide_name(number))
    for name in _SETTINGS:
        yield Relation(f"rId{name}", f"{_RELATIONS}/{name}", f"ppt/{name}.xml")


def _slide_list(document: Document) -> bytes:
    numbers = range(1, len(document.sheets) + 1)
    entries = (tag("p:sldId", id=_FIRST_ID + n - 1, r_id=f"rIdSlide{n}") for n in numbers)
    return xml.part("p:sldIdLst", *entries)


def _slide_name(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


class _Frame(NamedTuple):
    """What a slide is made with: its layout, its number, its language, the master of its notes.

    `landings` are the slides that links lead to.
    """

    page: Page
    number: int
    language: str
    notes_master: str
    landings: Mapping[str, str]


def _slide(sheet: Sheet, frame: _Frame) -> Iterator[Part]:
    """Yield a slide, its notes and its pictures."""
    related = [Relationship("slideLayout", frame.page.part)]
    collected = Collected(related, {}, frame.landings)
    shapes = marks.tree(_shapes(sheet, frame, collected))
    if sheet.notes:
        name = f"ppt/notesSlides/notesSlide{frame.number}.xml"
        collected.entries.append(Relationship("notesSlide", name))
        yield _notes(sheet, name, frame)
    mapping = tag("p:clrMapOvr", tag("a:masterClrMapping"))
    data = xml.part("p:sld", tag("p:cSld", shapes), mapping)
    kind = f"{_OFFICE}.presentationml.slide+xml"
    yield Part(_slide_name(frame.number), kind, data, relationships(*collected.entries))
    yield from collected.media.values()


def _notes(sheet: Sheet, name: str, frame: _Frame) -> Part:
    related = relationships(
        Relationship("notesMaster", frame.notes_master),
        Relationship("slide", _slide_name(frame.number)),
    )
    words = tag("p:cSld", notes.notes_shapes(sheet.notes, frame.language))
    data = xml.part("p:notes", words, tag("p:clrMapOvr", tag("a:masterClrMapping")))
    return Part(name, f"{_OFFICE}.presentationml.notesSlide+xml", data, related)


def _shapes(sheet: Sheet, frame: _Frame, part: Collected) -> Iterator[str]:
    """Yield the shapes of a slide; a placeholder's number is its place on the layout."""
    holders = {holder.name: (n, holder) for n, holder in enumerate(frame.page.holders, 2)}
    free = 2 + len(holders)
    for mark in sheet.content:
        match mark:
            case Text(slot=slot):
                if mark.text.strip() or slot.role is Role.DATE:
                    number, holder = holders[slot.name]
                    yield _text(mark, number, holder, frame, part)
            case Picture(slot=Slot() as slot) if slot.name in holders:
                number, holder = holders[slot.name]
                yield marks.hung(mark, slot.name, number, _place(holder), part)
            case Table() | Chart():
                number, place = free, ""
                if mark.slot.name in holders:
                    number, holder = holders[mark.slot.name]
                    place = _place(holder)
                free += number == free
                yield _framed(mark, number, place, frame, part)
            case Shape() | Picture():
                yield marks.drawing(mark, free, part)
                free += 1
            case _:
                assert_never(mark)


def _framed(mark: Table | Chart, number: int, place: str, frame: _Frame, part: Collected) -> str:
    """Return a table or a chart as shape `number`, in a placeholder if there is one."""
    if isinstance(mark, Table):
        return tables.table(mark, number, place, frame.language, part)
    return marks.framed(mark, number, place, _chart(mark, frame, part))


def _chart(mark: Chart, frame: _Frame, part: Collected) -> str:
    """Return the id of a relationship to the part of a chart, which has its own workbook."""
    from paroll.paint.pptx.charts import chart_part  # noqa: PLC0415  (XlsxWriter)
    from paroll.paint.pptx.workbook import workbook  # noqa: PLC0415  (XlsxWriter)

    count = sum(entry.kind == "chart" for entry in part.entries)
    number = f"{frame.number}{count + 1:02}"
    book, name = f"ppt/embeddings/workbook{number}.xlsx", f"ppt/charts/chart{number}.xml"
    related = relationships(Relationship("package", book))
    data = chart_part(mark, frame.language, "rId1")
    part.media[book] = Part(book, f"{_OFFICE}.spreadsheetml.sheet", workbook(mark))
    part.media[name] = Part(name, f"{_OFFICE}.drawingml.chart+xml", data, related)
    return part.add(Relationship("chart", name))


def _place(holder: Holder) -> str:
    """Return what ties a shape to a placeholder of its layout."""
    kind = holder.type if holder.type != "obj" else None
    return tag("p:ph", type=kind, idx=holder.idx or None)


def _text(mark: Text, number: int, holder: Holder, frame: _Frame, part: Collected) -> str:
    slot, language = mark.slot, frame.language
    if slot.role is Role.PAGE:
        words = text.page_number(mark.text, language)
    elif slot.role is Role.DATE and not mark.paragraphs:
        words = text.today(language)
    else:
        words = "".join(_paragraphs(mark, language, part))
    own_box = _own_box(slot, holder, frame.page)
    drawn = tag("p:spPr", marks.frame(own_box)) if own_box else tag("p:spPr")
    locks = tag("p:cNvSpPr", tag("a:spLocks", noGrp=True))
    name = marks.named(number, holder.name, click=text.leap(mark, part))
    identity = name + locks + tag("p:nvPr", _place(holder))
    return marks.shape(identity, drawn, tag("a:bodyPr") + _looks(slot, holder) + words)


def _own_box(slot: Slot, holder: Holder, page: Page) -> Box | None:
    """Return the box a slide must give: where its layout does not tell which place is meant."""
    above, below = holder.inner.y - holder.box.y, holder.box.bottom - holder.inner.bottom
    if (slot.box.y, slot.box.h) != (holder.inner.y, holder.inner.h):
        return holder.box._replace(y=slot.box.y - above, h=slot.box.h + above + below)
    alike = sum(other.idx == holder.idx for other in page.holders)
    return holder.box if alike > 1 and slot.role is not Role.TITLE else None


def _looks(slot: Slot, holder: Holder) -> str:
    """Return what of a placeholder's looks stands on the slide: sizes that had to be smaller.

    Where the template only shows its looks on sample text, all of them do.
    """
    if holder.shown:
        return tag("a:lstStyle", *map(_level, slot.levels, holder.levels, count(1)))
    changed = [
        tag(f"a:lvl{number}pPr", tag("a:defRPr", sz=text.hundredths(style.size)))
        for number, (style, level) in enumerate(zip(slot.levels, holder.levels, strict=False), 1)
        if style.size != level.size
    ]
    return tag("a:lstStyle", *changed)


def _level(style: Style, level: Level, number: int) -> str:
    """Return all looks of a level."""
    bullet = (
        _ink("a:buClr", level.bullet_colour)
        + tag("a:buFont", typeface=level.typeface)
        + tag("a:buChar", char=level.bullet)
    )
    characters = tag(
        "a:defRPr",
        _ink("a:solidFill", level.colour),
        tag("a:latin", typeface=level.typeface),
        sz=text.hundredths(style.size),
        b=level.face.bold,
        i=level.face.italic,
    )
    return tag(
        f"a:lvl{number}pPr",
        _spacing("a:lnSpc", level.spacing),
        _spacing("a:spcBef", level.before),
        _spacing("a:spcAft", level.after),
        bullet if level.bullet else tag("a:buNone"),
        characters,
        marL=level.margin,
        indent=-level.hang,
        algn=text.ALIGN[level.align],
    )


def _ink(name: str, colour: Colour) -> str:
    return tag(name, tag("a:srgbClr", val=colour.lstrip("#")))


def _spacing(name: str, spacing: Spacing) -> str:
    if spacing.exact:
        return tag(name, tag("a:spcPts", val=text.hundredths(spacing.exact)))
    return tag(name, tag("a:spcPct", val=round(spacing.lines * 100_000)))


def _paragraphs(mark: Text, language: str, part: Collected) -> Iterator[str]:
    levels = mark.slot.levels
    for paragraph, start in zip(mark.paragraphs, text.starts(mark.paragraphs), strict=True):
        words = text.runs(paragraph, levels[paragraph.level], language, part)
        yield tag("a:p", _properties(paragraph, levels[paragraph.level].indent, start), words)


def _properties(paragraph: Paragraph, indent: int, start: int) -> str:
    """Return what sets a paragraph apart from its level in the template."""
    if start:
        font = tag("a:buFont", typeface="+mj-lt")
        number = tag("a:buAutoNum", type="arabicPeriod", startAt=start if start > 1 else None)
        return tag("a:pPr", font, number, marL=indent, indent=-indent)
    if paragraph.level == _PLAIN:
        return tag("a:pPr", tag("a:buNone"), marL=0, indent=0)
    return tag("a:pPr", lvl=paragraph.level) if paragraph.level else ""


def _notes_master(document: Document, template: Template, language: str) -> Iterator[Part]:
    """Yield a notes master for a template without one, in the colours of its first master."""
    pieces = template.package.pieces
    master = pieces[next(template.package.main.related("slideMaster"))]
    theme = pieces[next(master.related("theme"))]
    yield Part(_NOTES_THEME, theme.media_type, theme.data, _related(theme.relations))
    data = notes.notes_master(document.size, language)
    kind = f"{_OFFICE}.presentationml.notesMaster+xml"
    yield Part(_NOTES_MASTER, kind, data, relationships(Relationship("theme", _NOTES_THEME)))


def _about(document: Document) -> Iterator[Part]:
    """Yield what the deck says of itself, and its settings."""
    for name, root in _SETTINGS.items():
        yield Part(f"ppt/{name}.xml", f"{_OFFICE}.presentationml.{name}+xml", xml.part(root))
    extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    said = tag("Properties", tag("Application", "paroll"), xmlns=extended)
    yield Part("docProps/app.xml", f"{_OFFICE}.extended-properties+xml", xml.whole(said))
    times = (
        tag(f"dcterms:{what}", _DATE, xsi_type="dcterms:W3CDTF") for what in ("created", "modified")
    )
    core = tag(
        "cp:coreProperties",
        tag("dc:title", xml.text(document.title)),
        tag("dc:creator", xml.text(document.author)),
        tag("dc:language", xml.text(document.language)),
        *times,
        xmlns_cp=f"{_PACKAGE}/metadata/core-properties",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
        xmlns_dcterms="http://purl.org/dc/terms/",
        xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
    )
    yield Part("docProps/core.xml", _CORE_TYPE, xml.whole(core))
