"""Embedded OpenType: the container in which PowerPoint keeps a font inside a deck.

A header that says again what the font's own tables say, then the font as it is: version
0x00020002, neither compressed nor encrypted (W3C submission "Embedded OpenType (EOT) File
Format", 2008). What PowerPoint makes of it was measured by others: see docs/decisions.
"""

from __future__ import annotations

import struct

from paroll.brand.fonts import Tables, naming, tables_of

_VERSION = 0x00020002
_MAGIC = 0x504C
_DEFAULT_CHARSET = 1
_ROOT_CHECKSUM = 0x50475342
"""The checksum of an empty root string: the font may stand in any document."""
_CODE_PAGE = 1252
_FAMILY, _STYLE, _FULL_NAME, _RELEASE = 1, 2, 4, 5
_BEFORE_VERSION = 8


def container(font: bytes) -> bytes:
    """Return the TrueType file `font` in its container; raise `ValueError` if it is none."""
    tables = tables_of(font)
    if tables is None:
        raise ValueError("not a TrueType file")
    rest = struct.pack("<2L", _VERSION, 0) + _measures(tables) + _names(tables) + _ending()
    header = _BEFORE_VERSION + len(rest)
    return struct.pack("<2L", header + len(font), len(font)) + rest + font


def _measures(tables: Tables) -> bytes:
    """Return what sets the font apart from others (`OS/2`, `head`), in little-endian order."""
    about = tables["OS/2"].ljust(86, b"\0")
    (weight,) = struct.unpack_from(">H", about, 4)
    (licence,) = struct.unpack_from(">H", about, 8)
    (style,) = struct.unpack_from(">H", about, 62)
    scripts = struct.unpack_from(">4L", about, 42)
    code_pages = struct.unpack_from(">2L", about, 78)
    (adjustment,) = struct.unpack_from(">L", tables["head"], 8)
    return about[32:42] + struct.pack(
        "<2BL2H4L2LL4L",
        *(_DEFAULT_CHARSET, style & 1, weight, licence, _MAGIC),
        *(*scripts, *code_pages, adjustment, 0, 0, 0, 0),
    )


def _names(tables: Tables) -> bytes:
    """Return family, style, version and full name, as the font calls itself on Windows."""
    names = naming(tables["name"])
    wanted = (names.get(number, "") for number in (_FAMILY, _STYLE, _RELEASE, _FULL_NAME))
    return b"".join(_string(name) for name in wanted)


def _string(text: str) -> bytes:
    data = f"{text}\0".encode("utf-16-le")
    return struct.pack("<2H", 0, len(data)) + data


def _ending() -> bytes:
    """Return what follows the names: no root string, no signature, no letters of one's own."""
    return struct.pack("<2H2L2H2L", 0, 0, _ROOT_CHECKSUM, _CODE_PAGE, 0, 0, 0, 0)
