"""SVG files as trees: read without following anything that leads out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from paroll.tuples import NamedTuple

MOST_BYTES = 2_000_000
"""The most bytes of a drawing; what drawing programs export has a tenth of it."""

SVG = "{http://www.w3.org/2000/svg}"
_STANDARD = re.compile(rb'<!DOCTYPE\s+svg(\s+PUBLIC\s+"[^"<>]*"\s+"[^"<>]*")?\s*>')
"""A document type that only names the standard: nothing is fetched for it."""
_WITHIN = re.compile(r"url\(\s*['\"]?#[^'\"()]*['\"]?\s*\)")
_LEADS_OUT = re.compile(r"url\(|@import|expression\(", re.IGNORECASE)


class Fault(NamedTuple):
    """What is wrong with a drawing: the line it stands on, what it is, what to do."""

    line: int
    message: str
    hint: str = ""


class Refused(Exception):
    """A file that is not read as a drawing at all. `fault` says why."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.fault = Fault(line, message, hint)


def root_of(data: bytes) -> Any:
    """Return the root element of an SVG file; raise `Refused`. Entities are never resolved."""
    from lxml import etree  # noqa: PLC0415  (few programmes have drawings)

    if len(data) > MOST_BYTES:
        message = f"it has {len(data):_} bytes; the most is {MOST_BYTES:_}".replace("_", " ")
        raise Refused(1, message, "simplify the drawing")
    data = _STANDARD.sub(lambda match: re.sub(rb"[^\n]", b" ", match[0]), data, count=1)
    if b"\0" in data:
        raise Refused(1, "it is not in UTF-8", _EXPORT)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Refused(1, "it has a document type of its own", _EXPORT)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(getattr(error, "lineno", None) or 1, "it is not XML", _EXPORT) from error
    if root.tag != f"{SVG}svg":
        raise Refused(1, "it is not SVG", _EXPORT)
    return root


def leading_out(root: Any) -> Iterator[Fault]:
    """Yield what runs programs or refers to anything but elements of the drawing itself."""
    for element in root.iter():
        line = element.sourceline or 1
        name = local(element.tag)
        if name in ("script", "foreignObject"):
            yield Fault(line, f"`{name}` is refused", "remove it from the drawing")
        for key, value in element.attrib.items():
            if local(key) == "href" and name != "a" and not value.strip().startswith("#"):
                yield Fault(line, f"`{name}` refers to another file", _EMBED)
            elif _LEADS_OUT.search(_WITHIN.sub("", value)):
                yield Fault(line, f"`{local(key)}` refers to another file", _EMBED)
        if name == "style" and _LEADS_OUT.search(_WITHIN.sub("", element.text or "")):
            yield Fault(line, "the style sheet refers to another file", _EMBED)


def local(name: object) -> str:
    """Return a full name without its namespace."""
    return str(name).rpartition("}")[2]


_EXPORT = "export it as plain SVG"
_EMBED = "a drawing holds all it shows: trace or redraw what is linked"
