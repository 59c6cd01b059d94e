"""Parts, their types and what they relate to: ECMA-376 part 2, and the parts part 1 knows."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from lxml import etree

from paroll.paint.pptx.gate.container import TYPES
from paroll.paint.pptx.gate.fault import Fault, Law
from paroll.tuples import NamedTuple

ROOT = ""
"""The package itself, as a source of relationships."""

_STANDARD = "http://schemas.openxmlformats.org/"
_SORT = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.(?:\w+ml\.)?(\w+)(?:\.main)?\+xml"
)
_MACHINE_READ = re.compile(r"[+/]xml$")

_SHOWN = (
    "image* hyperlink* slide* chart* media* video* audio* oleObject* package* vmlDrawing* "
    "diagramData* diagramLayout* diagramQuickStyle* diagramColors* tags* customXml* control* "
    "themeOverride?"
)
_COUNTS = {
    "package": "officeDocument core-properties? extended-properties? custom-properties? "
    "thumbnail? customXml*",
    "presentation": "slideMaster+ slide* notesMaster? handoutMaster? presProps? viewProps? theme? "
    "tableStyles? commentAuthors? font* tags* customXml* printerSettings* hyperlink*",
    "slide": f"slideLayout notesSlide? comments? slideUpdateInfo? {_SHOWN}",
    "slideLayout": f"slideMaster {_SHOWN}",
    "slideMaster": f"slideLayout+ theme {_SHOWN}",
    "notesSlide": f"notesMaster slide {_SHOWN}",
    "notesMaster": f"theme {_SHOWN}",
    "handoutMaster": f"theme {_SHOWN}",
    "chart": "package? oleObject? chartUserShapes? themeOverride? image* hyperlink*",
    "theme": "image*",
}
"""How often a source may have a relationship: once, `?` at most once, `+` or `*` more often.

Types of other makers than the standard's may always be there: Microsoft adds new ones each year.
"""

_SORTS = {"slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "handoutMaster"}
_SORTS |= {"presProps", "viewProps", "tableStyles", "commentAuthors", "comments", "theme"}
_SORTS |= {"themeOverride", "chart"}
"""Relationships that lead to a part of the sort they are called."""

_NAMED = {"slide", "slideMaster", "slideLayout", "font", "image", "hyperlink", "chart", "media"}
_NAMED |= {"video", "audio", "package", "oleObject"}
_IMPLIED = {("slide", "slideLayout"), ("slideLayout", "slideMaster"), ("notesSlide", "slide")}

_ENDLESS = 1 << 30
_TIMES = {"": (1, 1), "?": (0, 1), "+": (1, _ENDLESS), "*": (0, _ENDLESS)}

_ADDRESS = re.compile(r"(?i)(https?://|mailto:|tel:)[^\s<>\"{}|\\^`\x00-\x1f]+")
_SEGMENT = r"[\w.~!$&'()*+,;=:@%-]*[\w~!$&'()*+,;=:@%-]"
_NAME = re.compile(rf"{_SEGMENT}(/{_SEGMENT})*", re.ASCII)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Relation(NamedTuple):
    """A relationship: its id, the last word of its type ("" if it is not Office's), its end."""

    id: str
    kind: str
    target: str
    external: bool


class Parts(NamedTuple):
    """The parts of a package by name: their bytes, content types, and relationships."""

    data: Mapping[str, bytes]
    types: Mapping[str, str]
    related: Mapping[str, tuple[Relation, ...]]

    def sort(self, name: str) -> str:
        """Return what sort of part `name` is: `slide`, `chart`, …; "" for those not Office's."""
        if name == ROOT:
            return "package"
        match = _SORT.match(self.types.get(name, ""))
        return match[1] if match else ""

    def is_xml(self, name: str) -> bool:
        """Say whether a part is XML by its content type."""
        return bool(_MACHINE_READ.search(self.types[name]))


def sorted_out(files: Mapping[str, bytes]) -> tuple[Parts, list[Fault]]:
    """Return files as parts, and what is wrong with their names and types.

    Raises `XMLSyntaxError` if the types or relationships cannot be read.
    """
    entries = _types(files.get(TYPES, b""))
    data = {name: files[name] for name in files if name != TYPES and not name.endswith(".rels")}
    known = dict(entries)
    types = {name: known.get(name) or known.get(_default(name), "") for name in data}
    related = {_source(n): _relations(n, files[n]) for n in files if n.endswith(".rels")}
    faults = [*_named(files), *_listed(entries, files), *_untyped(types)]
    return Parts(data, types, related), faults


def faults_of(parts: Parts) -> Iterator[Fault]:
    """Yield what is wrong with the relationships of a package."""
    led_to = {relation.target for relations in parts.related.values() for relation in relations}
    for name in parts.data:
        if name not in led_to:
            yield Fault(Law.TARGETS, name, "nothing relates to it")
    for name in (ROOT, *parts.data):
        yield from _counted(name, parts)
    for name, relations in parts.related.items():
        if name not in parts.data and name != ROOT:
            yield Fault(Law.TARGETS, name, "it is not there, but relates to others")
        for relation in relations:
            yield from _ended(name, relation, parts)


def must_name(sort: str, kind: str) -> bool:
    """Say whether a part of that sort must name a relationship of this kind in its XML."""
    return sort in _COUNTS and kind in _NAMED and (sort, kind) not in _IMPLIED


@lru_cache(maxsize=64)
def _types(data: bytes) -> tuple[tuple[str, str], ...]:
    """Return content types by part name, or by `*.extension`, as they are listed."""
    return tuple(
        (
            entry.get("PartName", "").lstrip("/") or _default(f".{entry.get('Extension', '')}"),
            entry.get("ContentType", ""),
        )
        for entry in _children(data)
    )


def _default(name: str) -> str:
    return f"*.{name.rpartition('.')[2].lower()}"


def _source(name: str) -> str:
    """Return the part whose relationships are called `name`."""
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


@lru_cache(maxsize=512)
def _relations(name: str, data: bytes) -> tuple[Relation, ...]:
    folder = posixpath.dirname(_source(name))
    return tuple(_relation(entry, folder) for entry in _children(data))


def _relation(entry: Any, folder: str) -> Relation:
    target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(entry.get("Id", ""), _kind(entry.get("Type", "")), target, external)


def _kind(relation_type: str) -> str:
    """Return what the standard calls a relationship type; "" for types of other makers."""
    return relation_type.rpartition("/")[2] if relation_type.startswith(_STANDARD) else ""


def _children(data: bytes) -> Any:
    return etree.fromstring(data, _PARSER)


def _named(files: Mapping[str, bytes]) -> Iterator[Fault]:
    for name in files:
        if name != TYPES and not _NAME.fullmatch(name):
            yield Fault(Law.NAMES, name, "parts may not be called so")
    for _, times in groupby(sorted(files, key=str.lower), str.lower):
        first, *others = times
        for other in others:
            yield Fault(Law.NAMES, other, f"it differs from {first} in case alone")


def _listed(entries: tuple[tuple[str, str], ...], files: Mapping[str, bytes]) -> Iterator[Fault]:
    for name, times in Counter(name.lower() for name, _ in entries).items():
        if times > 1:
            yield Fault(Law.TYPES, TYPES, f"it gives {name} {times} types")
    for name, _ in entries:
        if not name.startswith("*") and name not in files:
            yield Fault(Law.TYPES, TYPES, f"it names {name}, which is not there")


def _untyped(types: Mapping[str, str]) -> Iterator[Fault]:
    for name, kind in types.items():
        if not kind:
            yield Fault(Law.TYPES, name, "it has no content type")


def _counted(name: str, parts: Parts) -> Iterator[Fault]:
    """Yield what a part relates to twice, too seldom, too often or against the standard."""
    relations = parts.related.get(name, ())
    counts = _counts().get(parts.sort(name))
    ids = Counter(relation.id for relation in relations)
    for number, times in ids.items():
        if times > 1 or not number:
            yield _fault(Law.COUNTS, name, f"{times} relationships have the id “{number}”")
    if counts is None:
        return
    held = Counter(relation.kind for relation in relations if relation.kind)
    for kind in sorted(held.keys() - counts.keys()):
        yield _fault(Law.COUNTS, name, f"it may have no relationship to a {kind}")
    for kind, (least, most) in counts.items():
        if not least <= held[kind] <= most:
            yield _fault(Law.COUNTS, name, f"it relates {held[kind]} times to a {kind}")


@cache
def _counts() -> Mapping[str, Mapping[str, tuple[int, int]]]:
    return {sort: dict(map(_count, kinds.split())) for sort, kinds in _COUNTS.items()}


def _count(kind: str) -> tuple[str, tuple[int, int]]:
    least, most = _TIMES[kind[-1:] if kind[-1:] in _TIMES else ""]
    return kind.rstrip("?*+"), (least, most)


def _ended(name: str, relation: Relation, parts: Parts) -> Iterator[Fault]:
    """Yield what is wrong with where a relationship leads."""
    if relation.external:
        if relation.kind != "hyperlink" or not _ADDRESS.fullmatch(relation.target):
            message = f"{relation.id} leads out of the package, to {relation.target}"
            yield _fault(Law.ADDRESSES, name, message)
    elif relation.target not in parts.data:
        message = f"{relation.id} leads to {relation.target}, which is not there"
        yield _fault(Law.TARGETS, name, message)
    elif relation.kind in _SORTS and parts.sort(relation.target) != relation.kind:
        message = f"{relation.id}, a {relation.kind}, leads to {relation.target}, which is none"
        yield _fault(Law.TARGETS, name, message)


def _fault(law: Law, name: str, message: str) -> Fault:
    return Fault(law, name or "_rels/.rels", message)
