"""Sheets into a deck that is the house template itself, with our slides in it.

Masters, layouts, themes and pictures go from the template into the deck byte for byte; only the
list of slides is written anew. A slide says what its layout does not: the text, and sizes where
they had to be smaller than the template's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from typing import assert_never

from lxml import etree

from paroll.brand.template.model import Holder, Level, Page, Spacing, Template
from paroll.brand.template.package import NAMESPACES as URIS
from paroll.brand.template.package import Piece, Relation, parsed
from paroll.paint.pptx import leaps, marks, notes, tables, text, xml
from paroll.paint.pptx.gate import let_through
from paroll.paint.pptx.package import Part, Relationship, pack, relationships
from paroll.paint.pptx.sections import section_list
from paroll.paint.pptx.slides import (
    FIRST_ID,
    LEVEL,
    OFFICE,
    ROOT,
    SETTINGS,
    Collected,
    Frame,
    about,
    slide_name,
    slides,
)
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

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_P = f"{{{URIS['p']}}}"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_NOTES_THEME = "ppt/theme/themeOfNotes.xml"
"""The copy of the template's theme that notes are printed in, where it has none for them."""
_KEPT = (
    *("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
    *("embeddedFontLst", "kinsoku", "defaultTextStyle"),
)
"""What of a presentation goes into decks, in the order of the schema; the rest is of its slides."""
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
    names = {layout.name: layout.native for layout in document.layouts}

    def shapes(sheet: Sheet, frame: Frame, part: Collected) -> Iterator[str]:
        return _shapes(sheet, pages[frame.layout], frame, part)

    drawn = slides(document, names, language, master, shapes)
    parts.update((part.name, part) for part in chain(drawn, _settings(), about(document)))
    main = template.package.main
    styles = _table_styles(document, main, parts)
    if styles:
        parts[styles.name] = styles
    presentation = _presentation(document, main, master if noted else "", styles)
    inherited = {*template.package.pieces, _NOTES_THEME}
    return let_through(pack(ROOT, [*parts.values(), presentation], LEVEL), inherited)


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
    kind = f"{OFFICE}.presentationml.tableStyles+xml"
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
    sections = xml.part("p:presentation", section_list(document.sheets, FIRST_ID))
    root.extend(etree.fromstring(sections))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "r", "p"])
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    kind = f"{OFFICE}.presentationml.presentation.main+xml"
    return Part("ppt/presentation.xml", kind, data, _related(relations))


def _own_relations(document: Document) -> Iterator[Relation]:
    for number in range(1, len(document.sheets) + 1):
        yield Relation(f"rIdSlide{number}", f"{_RELATIONS}/slide", slide_name(number))
    for name in SETTINGS:
        yield Relation(f"rId{name}", f"{_RELATIONS}/{name}", f"ppt/{name}.xml")


def _slide_list(document: Document) -> bytes:
    numbers = range(1, len(document.sheets) + 1)
    entries = (tag("p:sldId", id=FIRST_ID + n - 1, r_id=f"rIdSlide{n}") for n in numbers)
    return xml.part("p:sldIdLst", *entries)


def _shapes(sheet: Sheet, page: Page, frame: Frame, part: Collected) -> Iterator[str]:
    """Yield the shapes of a slide; a placeholder's number is its place on the layout."""
    holders = {holder.name: (n, holder) for n, holder in enumerate(page.holders, 2)}
    shared = {idx for idx, times in Counter(h.idx for h in page.holders).items() if times > 1}
    free, language = 2 + len(holders), frame.language
    for mark in sheet.content:
        match mark:
            case Text(slot=slot):
                if mark.text.strip() or slot.role is Role.DATE:
                    number, holder = holders[slot.name]
                    words = text.field(mark, language) or "".join(_paragraphs(mark, language, part))
                    drawn = _drawn(slot, holder, shared=holder.idx in shared)
                    name = marks.named(number, holder.name, click=leaps.leap(mark, part))
                    yield _placeholder(name, holder, drawn, _looks(slot, holder) + words)
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


def _framed(mark: Table | Chart, number: int, place: str, frame: Frame, part: Collected) -> str:
    """Return a table or a chart as shape `number`, in a placeholder if there is one."""
    if isinstance(mark, Table):
        return tables.table(mark, number, place, frame.language, part)
    return marks.framed(mark, number, place, part.chart(mark, frame))


def _place(holder: Holder) -> str:
    """Return what ties a shape to a placeholder of its layout."""
    kind = holder.type if holder.type != "obj" else None
    return tag("p:ph", type=kind, idx=holder.idx or None)


def _placeholder(name: str, holder: Holder, drawn: str, words: str) -> str:
    locks = tag("p:cNvSpPr", tag("a:spLocks", noGrp=True))
    identity = name + locks + tag("p:nvPr", _place(holder))
    return marks.shape(identity, drawn, tag("a:bodyPr") + words)


def _drawn(slot: Slot, holder: Holder, *, shared: bool) -> str:
    """Return the box a slide must give: where its layout does not tell which place is meant."""
    above, below = holder.inner.y - holder.box.y, holder.box.bottom - holder.inner.bottom
    if (slot.box.y, slot.box.h) != (holder.inner.y, holder.inner.h):
        box = holder.box._replace(y=slot.box.y - above, h=slot.box.h + above + below)
        return tag("p:spPr", marks.frame(box))
    if shared and slot.role is not Role.TITLE:
        return tag("p:spPr", marks.frame(holder.box))
    return tag("p:spPr")


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
    paragraphs = leaps.linked(mark)
    for paragraph, start in zip(paragraphs, text.starts(paragraphs), strict=True):
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


def _settings() -> Iterator[Part]:
    for name, root in SETTINGS.items():
        yield Part(f"ppt/{name}.xml", f"{OFFICE}.presentationml.{name}+xml", xml.part(root))


def _notes_master(document: Document, template: Template, language: str) -> Iterator[Part]:
    """Yield a notes master for a template without one, in the colours of its first master."""
    pieces = template.package.pieces
    master = pieces[next(template.package.main.related("slideMaster"))]
    theme = pieces[next(master.related("theme"))]
    yield Part(_NOTES_THEME, theme.media_type, theme.data, _related(theme.relations))
    data = notes.notes_master(document.size, language)
    kind = f"{OFFICE}.presentationml.notesMaster+xml"
    yield Part(_NOTES_MASTER, kind, data, relationships(Relationship("theme", _NOTES_THEME)))
