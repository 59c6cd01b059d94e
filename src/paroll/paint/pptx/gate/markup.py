"""What stands in one XML part: order of elements, ids, references, tables, axes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from paroll.paint.pptx.gate.fault import Fault, Law
from paroll.paint.pptx.gate.orders import fault_of, short
from paroll.tuples import NamedTuple

_OFFICE = "http://schemas.openxmlformats.org"
_NAMESPACES = {
    "a": f"{_OFFICE}/drawingml/2006/main",
    "c": f"{_OFFICE}/drawingml/2006/chart",
    "p": f"{_OFFICE}/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
}
_RELATION = f"{{{_NAMESPACES['r']}}}"
_LAYOUT = f"{{{_NAMESPACES['p']}}}sldLayoutId"
_MASTER = f"{{{_NAMESPACES['p']}}}sldMasterId"
_SLIDE = f"{{{_NAMESPACES['p']}}}sldId"
_IGNORABLE = f"{{{_NAMESPACES['mc']}}}Ignorable"
_SLIDE_IDS, _MASTER_IDS = range(256, 1 << 31), range(1 << 31, 1 << 32)
_DRAWING = b'xmlns:a="%b"' % _NAMESPACES["a"].encode()
_LEVEL = re.compile(rb"<a:(lvl[1-9]pPr)\b([^>]*[^/>]|)>([^<]*(?:<(?!/a:lvl)[^<]*)*)</a:\1>")
_PLAIN = re.compile(rb'="[ !#-%\'-9;=-~]*"')
"""Values that are no address and cannot break the markup."""
_RELATIONS = _NAMESPACES["r"].encode()
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
)


def _path(expression: str) -> Callable[[Any], Any]:
    return etree.XPath(expression, namespaces=_NAMESPACES, smart_strings=False)


def _found(expression: str, word: bytes) -> Callable[[Any, bytes], Any]:
    """Return what looks for `expression` in a part that has `word` in it at all; few do."""
    path = _path(expression)
    return lambda root, data: path(root) if word in data else ()


_NUMBERED = {f"{{{_NAMESPACES['p']}}}sld", f"{{{_NAMESPACES['p']}}}notes"}
"""Where shapes have numbers of their own: LibreOffice repeats some on layouts and masters, and
PowerPoint takes that."""
_REFERRING = _path("//*[@r:*]")
_SHAPES = _path("//*[local-name()='cNvPr'][not(ancestor::mc:Fallback)]/@id")
_TABLES = _found("//a:tbl", b"tbl")
_PLOTS = _found("//c:plotArea", b"plotArea")
_AXES = _path("c:*[c:scaling]/c:axId/@val")
_AXES_USED = _path("c:*[not(c:scaling)]/c:axId/@val | c:*/c:crossAx/@val")
_SECTIONS = _found("//p14:section/@id", b"section")
_SECTIONED = _found("//p14:section//p14:sldId/@id", b"section")

_KINDS = {
    "p:sldId": "slide",
    "p:sldMasterId": "slideMaster",
    "p:sldLayoutId": "slideLayout",
    "p:notesMasterId": "notesMaster",
    "p:handoutMasterId": "handoutMaster",
    "p:regular": "font",
    "p:bold": "font",
    "p:italic": "font",
    "p:boldItalic": "font",
    "a:blip": "image",
    "c:chart": "chart",
    "svgBlip": "image",
}
"""The relationship that an element names; others may name several kinds."""


class Reference(NamedTuple):
    """An element that names a relationship by its id, and the kind that must be ("" for any)."""

    element: str
    id: str
    kind: str


class Content(NamedTuple):
    """What is wrong with a part alone, and what in it others must agree with.

    `masters` are the ids of masters and layouts, `sectioned` the slide ids that sections name.
    """

    faults: tuple[Fault, ...] = ()
    references: tuple[Reference, ...] = ()
    slides: tuple[str, ...] = ()
    masters: tuple[str, ...] = ()
    sectioned: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def examine(name: str, data: bytes) -> Content:
    """Read an XML part. What comes from a template is read once for all decks made with it."""
    lean = _without_sound_levels(data)
    shape = _shape(lean)
    if shape in _SOUND:
        return Content()
    content = _examined(name, lean)
    if shape and content == Content():
        _SOUND.add(shape)
    return content


_SOUND: set[bytes] = set()
"""The shapes of layouts in which nothing was wrong."""


def _shape(layout: bytes) -> bytes:
    """Return a layout without its plain values; nothing for parts in which values matter.

    A deck's layouts are sixty or so of some twenty shapes, apart from where things stand and how
    large they are. Reading each of them would take most of the gate's time.
    """
    refers = b" r:" in layout or layout.count(_RELATIONS) != 1 or b"Ignorable" in layout
    return _PLAIN.sub(b"", layout) if b"<p:sldLayout " in layout and not refers else b""


def _examined(name: str, data: bytes) -> Content:
    try:
        root: Any = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        return Content((Fault(Law.XML, name, str(error)),))
    if root.getroottree().docinfo.doctype:
        return Content((Fault(Law.XML, name, "it has a document type"),))
    slides = tuple(entry.get("id", "") for entry in root.iter(_SLIDE))
    masters = tuple(entry.get("id", "") for entry in root.iter(_MASTER, _LAYOUT))
    sectioned = tuple(_SECTIONED(root, data))
    faults = (
        *_disordered(name, root),
        *_undeclared(name, root),
        *_repeated(name, "p:cNvPr", _SHAPES(root) if root.tag in _NUMBERED else ()),
        *_repeated(name, "p14:section", _SECTIONS(root, data)),
        *_repeated(name, "p14:sldId", sectioned),
        *_repeated(name, "p:sldId", slides),
        *_repeated(name, "p:sldMasterId or p:sldLayoutId", masters),
        *_numbered(name, "p:sldId", slides, _SLIDE_IDS),
        *_numbered(name, "p:sldMasterId or p:sldLayoutId", masters, _MASTER_IDS),
        *(fault for table in _TABLES(root, data) for fault in _uneven(name, table)),
        *(fault for plot in _PLOTS(root, data) for fault in _unaxed(name, plot)),
    )
    return Content(faults, tuple(_references(root)), slides, masters, sectioned)


def _without_sound_levels(data: bytes) -> bytes:
    """Return a part without what level styles hold, where there is nothing wrong with it.

    Nine tenths of a template are the same few level styles again and again.
    """
    return _LEVEL.sub(_emptied, data) if _DRAWING in data else data


def _emptied(level: re.Match[bytes]) -> bytes:
    name, attributes, children = level.groups()
    return b"<a:%b%b/>" % (name, attributes) if _is_sound(children) else level[0]


@lru_cache(maxsize=512)
def _is_sound(children: bytes) -> bool:
    """Say whether a level style may hold `children`, who refer to nothing but each other."""
    try:
        level: Any = etree.fromstring(b"<a:lvl1pPr %b>%b</a:lvl1pPr>" % (_DRAWING, children))
    except etree.XMLSyntaxError:
        return False
    return not any(_disordered("", level))


def _disordered(name: str, root: Any) -> Iterator[Fault]:
    """Yield elements whose children are not as they should be, each sort of element once."""
    for parent, element, *children in _looks(root):
        wrong = _judged(parent, element, tuple(children))
        if wrong:
            yield Fault(Law.ORDER, name, wrong, short(element))


def _looks(root: Any) -> Iterable[tuple[str, ...]]:
    """Return what there is of elements: their parent, their name, their children's names.

    A part repeats few looks many times, so they are told apart before they are judged.
    """
    looks: dict[tuple[str, ...], None] = {}
    waiting = [("", root)]
    while waiting:
        parent, element = waiting.pop()
        name = element.tag
        look = [parent, name]
        for child in element:
            look.append(child.tag)
            waiting.append((name, child))
        looks[tuple(look)] = None
    return looks


_judged = lru_cache(maxsize=4096)(fault_of)


def _undeclared(name: str, root: Any) -> Iterator[Fault]:
    """Yield prefixes that a reader is told to ignore, but not what they stand for."""
    for prefix in root.get(_IGNORABLE, "").split():
        if prefix not in root.nsmap:
            yield Fault(Law.XML, name, f"the prefix {prefix} stands for nothing", short(root.tag))


def _repeated(name: str, element: str, ids: Iterable[str]) -> Iterator[Fault]:
    for number, times in Counter(ids).items():
        if times > 1:
            yield Fault(Law.IDS, name, f"{times} have the id {number}", element)


def _numbered(name: str, element: str, ids: Iterable[str], allowed: range) -> Iterator[Fault]:
    for number in ids:
        if not number.isdecimal() or int(number) not in allowed:
            message = f"the id {number} is not from {allowed.start} to {allowed.stop - 1}"
            yield Fault(Law.IDS, name, message, element)


def _uneven(name: str, table: Any) -> Iterator[Fault]:
    columns = len(table.findall("a:tblGrid/a:gridCol", _NAMESPACES))
    for place, row in enumerate(table.findall("a:tr", _NAMESPACES), 1):
        cells = len(row.findall("a:tc", _NAMESPACES))
        if cells != columns:
            message = f"row {place} has {cells} cells, the table {columns} columns"
            yield Fault(Law.TABLES, name, message, "a:tr")


def _unaxed(name: str, plot: Any) -> Iterator[Fault]:
    """Yield axes that are named, but not there, or there, but not named."""
    axes, used = _AXES(plot), set(_AXES_USED(plot))
    yield from _repeated(name, "c:axId", axes)
    for axis in sorted(used.symmetric_difference(axes)):
        message = f"the axis {axis} is {'not there' if axis in used else 'of no chart'}"
        yield Fault(Law.AXES, name, message, "c:axId")


def _references(root: Any) -> Iterator[Reference]:
    for element in _REFERRING(root):
        for attribute, value in element.items():
            if attribute.startswith(_RELATION) and value:
                said = short(element.tag)
                yield Reference(said, value, _KINDS.get(said, ""))
