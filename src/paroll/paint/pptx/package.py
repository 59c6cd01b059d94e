"""Office packages: parts, their relationships and the zip file they travel in.

The bytes of a package are a function of its parts alone: names in order, one date, one set of
attributes, one level of compression (ECMA-376 part 2 asks for none of this; people who compare
files do).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from threading import Thread

from paroll.paint.pptx.archive import Member, archive, deflated, packed
from paroll.paint.pptx.xml import tag
from paroll.tuples import NamedTuple

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DEFAULTS = {
    "fntdata": "application/x-fontdata",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_COMPRESSED = (".jpeg", ".jpg", ".png")
"""Pictures: to deflate them again takes longer than all the rest of a deck, and gains nothing."""
_LARGE = "ppt/fonts/"
"""Fonts: the highest level would save one twelfth, and cost a cold command twice the time."""


_TURN = 1e-4
"""Seconds a thread works before the other may: long beside a switch, short beside a font."""


class Relationship(NamedTuple):
    """A part's link to another: the last word of its type, and where it leads.

    `target` is a part's name or, if `external`, an address outside the package.
    """

    kind: str
    target: str
    external: bool = False


class Part(NamedTuple):
    """A file in a package: its name without leading slash, its media type, its relationships.

    What `lasts` is in many packages, and is compressed once for all of them.
    """

    name: str
    media_type: str
    data: bytes
    relationships: bytes = b""
    lasts: bool = False


def medium(data: bytes) -> Part:
    """Return a PNG, a JPEG or an SVG file as a part named by what is in it."""
    name = f"ppt/media/{sha256(data).hexdigest()[:16]}"
    if data.startswith(b"<svg"):
        return Part(f"{name}.svg", "image/svg+xml", data)
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return Part(f"{name}.{kind}", f"image/{kind}", data)


def relationships(*entries: Relationship) -> bytes:
    """Return the relationships part that numbers `entries` rId1, rId2 and on."""
    return _xml(
        "Relationships",
        f"{_PACKAGE}/relationships",
        (
            tag(
                "Relationship",
                Id=f"rId{number}",
                Type=_type(entry.kind),
                Target=entry.target if entry.external else f"/{entry.target}",
                TargetMode="External" if entry.external else None,
            )
            for number, entry in enumerate(entries, 1)
        ),
    )


def pack(root: bytes, parts: Iterable[Part], level: int) -> bytes:
    """Return the package of `parts`, compressed at `level` (0 stores); `root` relates the first."""
    parts = sorted(parts)
    files = [_member("_rels/.rels", root, level)]
    for part in parts:
        files.append(_member(part.name, part.data, level, lasts=part.lasts))
        if part.relationships:
            name = _relationships_name(part.name)
            files.append(_member(name, part.relationships, level, lasts=part.lasts))
    first = _member("[Content_Types].xml", _content_types(parts), level)
    return archive([first, files[0], *sorted(files[1:])])


@contextmanager
def compressing(parts: Iterable[Part], level: int) -> Iterator[None]:
    """Compress large parts that last on another core while the others are written.

    Between two calls of the compressor that core waits for its turn: five milliseconds, as
    Python comes, in which it could have compressed four fonts.
    """

    def compress() -> None:
        for part in parts:
            _member(part.name, part.data, level, lasts=True)

    thread, usual = Thread(target=compress), sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    thread.start()
    try:
        yield
    finally:
        thread.join()
        sys.setswitchinterval(usual)


def _member(name: str, data: bytes, level: int, *, lasts: bool = False) -> Member:
    if name.endswith(_COMPRESSED):
        level = 0
    elif name.startswith(_LARGE):
        level = min(level, 1)
    return Member(name, (deflated if lasts else packed)(data, level))


def _content_types(parts: list[Part]) -> bytes:
    defaults = (tag("Default", Extension=key, ContentType=_DEFAULTS[key]) for key in _DEFAULTS)
    overrides = (
        tag("Override", PartName=f"/{part.name}", ContentType=part.media_type)
        for part in parts
        if _DEFAULTS.get(part.name.rpartition(".")[2]) != part.media_type
    )
    return _xml("Types", f"{_PACKAGE}/content-types", [*defaults, *overrides])


def _relationships_name(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _type(kind: str) -> str:
    """Core properties are the package's own (ECMA-376 part 2), all else is Office's (part 1)."""
    if kind == "core-properties":
        return f"{_PACKAGE}/relationships/metadata/{kind}"
    return f"{_OFFICE}/{kind}"


def _xml(name: str, namespace: str, inner: Iterable[str]) -> bytes:
    return (_DECLARATION + tag(name, *inner, xmlns=namespace)).encode()
