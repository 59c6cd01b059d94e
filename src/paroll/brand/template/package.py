"""Opening a template: what it may hold, and what is left out of the decks made from it.

A template comes from outside, so nothing of it is unzipped before its size is known, and only
what slides need is taken along: masters, layouts, themes and what these show.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.opc.package import OpcPackage
    from pptx.opc.package import Part as Opened

MOST_BYTES = 100_000_000
MOST_PARTS = 5_000
MOST_UNPACKED = 300_000_000
MOST_XML = 20_000_000
"""The most of a template: bytes in all, parts, bytes of all parts unpacked, and of one of XML."""
MOST_RATIO, RATIO_FROM = 250, 1_000_000
"""How much a part of some size may shrink in a zip file; XML reaches a hundredth at most."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHER_MAINS = (
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
)
_TYPES = "[Content_Types].xml"
_FROM_DECK = {"slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font"}
_FROM_MASTERS = {
    *("slideMaster", "slideLayout", "theme", "themeOverride", "image", "hdphoto"),
    *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
}
_UNSAFE = {
    "vbaProject": "macros",
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "attachedToolbars": "toolbars",
    "video": "a video",
    "audio": "a sound",
    "media": "a sound or video",
}
_ENDINGS = {
    "slideMaster": ".slideMaster+xml",
    "slideLayout": ".slideLayout+xml",
    "notesMaster": ".notesMaster+xml",
    "handoutMaster": ".handoutMaster+xml",
    "tableStyles": ".tableStyles+xml",
    "theme": ".theme+xml",
}
"""How the types of parts end, by the relations that lead to them."""
_LINKS = ("http://", "https://", "mailto:")


class Refused(Exception):
    """The template cannot be used; `str()` says why."""


class Relation(NamedTuple):
    """A part's link to another part by name, or, if `external`, to an address."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type."""
        return self.type.rpartition("/")[2]


class Piece(NamedTuple):
    """A part of the template, byte for byte unless something had to be left out of it."""

    name: str
    media_type: str
    data: bytes
    relations: tuple[Relation, ...] = ()

    def related(self, kind: str) -> Iterator[str]:
        """Yield the names of the parts it relates to as `kind`."""
        return (r.target for r in self.relations if r.kind == kind and not r.external)


class Package(NamedTuple):
    """What decks take from a template: its main part, the other parts by name, what was left."""

    main: Piece
    pieces: Mapping[str, Piece]
    dropped: tuple[str, ...]


def open_package(data: bytes) -> Package:
    """Open a .pptx or .potx file. Raises `Refused` for whatever is wrong with it."""
    try:
        return _opened(data)
    except Refused:
        raise
    except RecursionError as error:
        raise Refused("its parts are nested too deeply") from error
    except Exception as error:  # libraries raise whatever comes of a damaged file
        raise Refused(f"it is damaged ({_said(error)})") from error


def parsed(data: bytes) -> _Element:
    """Return the root of an XML part."""
    from lxml import etree  # noqa: PLC0415  (only kits with a template need it)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def _said(error: Exception) -> str:
    return " ".join((str(error) or type(error).__name__).split())[:120]


def _opened(data: bytes) -> Package:
    files = _unzipped(data)
    opened = _presentation(files)
    main = opened.main_document_part
    if str(main.content_type) != _MAIN:
        raise Refused("it is no PowerPoint presentation or template")
    dropped: dict[str, None] = {}
    root = _piece(main, files, _FROM_DECK, dropped)
    pieces: dict[str, Piece] = {}
    waiting = [r.target for r in root.relations if not r.external]
    parts = {_name(part): part for part in opened.iter_parts()}
    while waiting:
        name = waiting.pop()
        if name not in pieces:
            pieces[name] = _piece(parts[name], files, _FROM_MASTERS, dropped)
            waiting.extend(r.target for r in pieces[name].relations if not r.external)
    _check_pieces([root, *pieces.values()], pieces)
    return Package(root, dict(sorted(pieces.items())), tuple(dropped))


def _check_pieces(relating: Sequence[Piece], pieces: Mapping[str, Piece]) -> None:
    """Refuse parts that are not what others take them for, and masters without a theme."""
    for piece in relating:
        for relation in piece.relations:
            wanted = _ENDINGS.get(relation.kind)
            if wanted and not pieces[relation.target].media_type.endswith(wanted):
                raise Refused(f"{relation.target} is no {relation.kind}, by its type")
        if piece.media_type.endswith(_ENDINGS["slideMaster"]) and not [*piece.related("theme")]:
            raise Refused(f"{piece.name} has no theme")


def _unzipped(data: bytes) -> dict[str, bytes]:
    if len(data) > MOST_BYTES:
        raise Refused(f"it has {_millions(len(data))} MB; the most is {_millions(MOST_BYTES)}")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("it is no .pptx or .potx file, or damaged") from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _check_entries(entries)
        files = {entry.filename: archive.read(entry) for entry in entries}
    for name, content in files.items():
        _check_xml(name, content)
    return files


def _millions(size: int) -> str:
    return f"{size / 1_000_000:.0f}"


def _check_entries(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse what would not unpack well; zipfile reads no more of a part than it declares."""
    if len(entries) > MOST_PARTS:
        raise Refused(f"it has {len(entries)} parts; the most is {MOST_PARTS}")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused(f"it unpacks to more than {_millions(MOST_UNPACKED)} MB")
    names: set[str] = set()
    for entry in entries:
        name = entry.filename
        if "\\" in name or ":" in name or ".." in name.split("/") or name.startswith("/"):
            raise Refused(f"the name of a part leads elsewhere: {name[:80]}")
        if name.casefold() in names:
            raise Refused(f"two parts are called {name[:80]}")
        names.add(name.casefold())
        packed = max(1, entry.compress_size)
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * packed:
            raise Refused(f"{name[:80]} unpacks to {entry.file_size // packed} times its size")
        if entry.file_size > MOST_XML and name.endswith((".xml", ".rels")):
            raise Refused(f"{name[:80]} has {_millions(entry.file_size)} MB of XML")


def _check_xml(name: str, data: bytes) -> None:
    """Refuse entities and document types, which Office never writes, in any encoding of XML."""
    if name.endswith((".xml", ".rels", ".vml", ".svg")):
        plain = data.replace(b"\0", b"")
        if b"<!ENTITY" in plain or (b"<!DOCTYPE" in plain and not name.endswith(".svg")):
            raise Refused(f"{name[:80]} defines entities or a document type")


def _presentation(files: Mapping[str, bytes]) -> OpcPackage:
    """Open the parts with python-pptx, which wants a presentation by its content type."""
    from pptx.opc.package import OpcPackage  # noqa: PLC0415  (only kits with a template need it)

    if _TYPES not in files:
        raise Refused("it is no .pptx or .potx file")
    types = files[_TYPES].decode("utf-8")
    for other in _OTHER_MAINS:
        types = types.replace(other, _MAIN)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in {**files, _TYPES: types.encode()}.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return OpcPackage.open(stream)


def _name(part: Opened) -> str:
    return str(part.partname.membername)


def _piece(
    part: Opened, files: Mapping[str, bytes], wanted: set[str], dropped: dict[str, None]
) -> Piece:
    """Return a part with what may stay of its relations; what points to the others goes."""
    kept: list[Relation] = []
    lost: list[Relation] = []
    for related in part.rels.values():
        target = related.target_ref if related.is_external else _name(related.target_part)
        relation = Relation(related.rId, related.reltype, target, related.is_external)
        (kept if _stays(relation, wanted) else lost).append(relation)
    name = _name(part)
    for relation in lost:
        if why := _why_dropped(relation, name):
            dropped[why] = None
    data = files[name]
    if lost and wanted is _FROM_MASTERS:
        data = _without(data, {relation.id for relation in lost})
    return Piece(name, str(part.content_type), data, tuple(sorted(kept)))


def _stays(relation: Relation, wanted: set[str]) -> bool:
    if relation.external:
        link = relation.target.lower().startswith(_LINKS)
        return relation.kind == "hyperlink" and link and wanted is _FROM_MASTERS
    return relation.kind in wanted


def _why_dropped(relation: Relation, part: str) -> str:
    """Return what is to be said of a relation that was dropped; nothing of what is expected."""
    place = part.rpartition("/")[2]
    if relation.kind in _UNSAFE:
        return f"{_UNSAFE[relation.kind]} in {place}"
    if relation.external:
        return f"a link to {relation.target[:60]} in {place}"
    return ""


def _without(data: bytes, ids: set[str]) -> bytes:
    """Return a part without what refers to the relations `ids`: shapes whole, links alone."""
    from lxml import etree  # noqa: PLC0415

    root = parsed(data)
    office = f"{{{NAMESPACES['r']}}}"
    used = [
        element
        for element in root.iter(etree.Element)
        if any(
            str(key).startswith(office) and value in ids for key, value in element.attrib.items()
        )
    ]
    for element in used:
        victim = _victim(element)
        parent = victim.getparent()
        if parent is not None:
            parent.remove(victim)
    standalone = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (standalone + etree.tostring(root, encoding="unicode")).encode() if used else data


def _victim(element: _Element) -> _Element:
    """Return what must go with an element: the shape it stands in, or itself."""
    name = _local(element)
    if name.startswith("hlink"):
        return element
    for above in [element, *element.iterancestors()]:
        parent = above.getparent()
        if parent is not None and _local(parent) in ("spTree", "custDataLst", "controls"):
            return above if _local(parent) == "spTree" else parent
    return element


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
