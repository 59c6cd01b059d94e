"""Zip files (APPNOTE 6.3.10, 4.3) of members that may have been compressed before.

`zipfile` compresses whatever it writes. A deck's fonts are ten times what is written anew for it,
and the same in every deck of a brand: here they are compressed once.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache

from paroll.tuples import NamedTuple

_STORED, _DEFLATED = 0, 8
_VERSION = 20
_UTF_8 = 0x800
_EARLIEST = 1 << 5 | 1
"""1 January 1980, the first day a zip file knows."""


class Packed(NamedTuple):
    """Bytes as a zip file holds them: `data` is stored or deflated, as `method` says."""

    method: int
    checksum: int
    size: int
    data: bytes


class Member(NamedTuple):
    """A file in a zip file."""

    name: str
    packed: Packed


def packed(data: bytes, level: int) -> Packed:
    """Return `data` deflated at `level`, or as it is if that is 0."""
    if not level:
        return Packed(_STORED, zlib.crc32(data), len(data), data)
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(_DEFLATED, zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush())


deflated = lru_cache(maxsize=256)(packed)
"""As `packed`, but remembered."""


def archive(members: Iterable[Member]) -> bytes:
    """Return the zip file of `members`, in their order, with nothing in it that they do not say."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, (method, checksum, size, data) in members:
        title = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        about = struct.pack(
            "<5H3L2H",
            *(_VERSION, flags, method, 0, _EARLIEST, checksum, len(data), size, len(title), 0),
        )
        chunks += (b"PK\3\4", about, title, data)
        place = struct.pack("<3H2L", 0, 0, 0, 0, offset)
        directory += (b"PK\1\2", struct.pack("<H", _VERSION), about, place, title)
        offset += 4 + len(about) + len(title) + len(data)
    count, length = len(directory) // 5, sum(map(len, directory))
    end = b"PK\5\6" + struct.pack("<4H2LH", 0, 0, count, count, length, offset, 0)
    return b"".join((*chunks, *directory, end))
