"""The archive a package travels in, read from its own bytes.

Python's zipfile, like most readers, looks for the end record and forgives what it finds round it;
PowerPoint repairs a file with anything before its first or after its last record.
Layouts are those of PKWARE's APPNOTE 6.3: 4.3.7 local header, 4.3.12 directory, 4.3.16 end record.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from paroll.paint.pptx.gate.fault import Fault, Law
from paroll.tuples import NamedTuple

TYPES = "[Content_Types].xml"
_FIRST = (TYPES, "_rels/.rels")
"""What an archive begins with, so that mail filters and web servers know it for a deck."""
_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_AFTER = 0x1, 0x8
_LARGE = 100_000
_AFTER = (b"PK\x07\x08", 16, 12)
"""The signature of sizes written after the data, and how long they are with and without it."""


class _Member(NamedTuple):
    """What the directory says of a file."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int


def unpack(package: bytes) -> tuple[dict[str, bytes], list[Fault]]:
    """Return the files in `package` and what is wrong with it as an archive."""
    try:
        return _unpack(package)
    except (struct.error, zlib.error, UnicodeDecodeError) as error:
        return {}, [_fault("", f"it cannot be read: {error}")]


def _unpack(package: bytes) -> tuple[dict[str, bytes], list[Fault]]:
    end = package.rfind(b"PK\x05\x06")
    if end < 0:
        return {}, [_fault("", "it has no end record")]
    _, _, _, _, count, size, start, comment = _END.unpack_from(package, end)
    if end + _END.size != len(package) or comment:
        return {}, [_fault("", "something follows the end record")]
    if start + size != end:
        return {}, [_fault("", "something stands before the archive, or in it beside its files")]
    members = list(_members(package, start, end))
    faults = [*_named(members), *_placed(package, members, start)]
    if len(members) != count:
        faults.append(_fault("", f"the end record counts {count} files, there are {len(members)}"))
    if faults:
        return {}, faults
    files = {}
    for member in members:
        files[member.name], crc = _contents(package, member)
        if (len(files[member.name]), crc) != (member.size, member.crc):
            faults.append(_fault(member.name, "its bytes are not those the directory counted"))
    return files, faults


def _members(package: bytes, at: int, end: int) -> Iterator[_Member]:
    while at < end:
        entry = _ENTRY.unpack_from(package, at)
        (_, _, _, flags, method, _, _, crc, packed, size, name, extra, comment) = entry[:13]
        at += _ENTRY.size
        yield _Member(
            package[at : at + name].decode("ascii"), flags, method, crc, packed, size, entry[-1]
        )
        at += name + extra + comment


def _named(members: list[_Member]) -> Iterator[Fault]:
    if members[:1] and members[0].name not in _FIRST:
        yield _fault(members[0].name, f"it stands before {TYPES}")
    for name, times in Counter(member.name for member in members).items():
        if times > 1:
            yield _fault(name, f"it is there {times} times")
    for member in members:
        if member.name.endswith("/"):
            yield _fault(member.name, "it is a folder")
        if member.method not in (_STORED, _DEFLATED) or member.flags & _ENCRYPTED:
            yield _fault(member.name, "it is packed in a way that not every reader knows")


def _placed(package: bytes, members: list[_Member], directory: int) -> Iterator[Fault]:
    """Yield what does not stand file by file, without gaps, up to the directory."""
    at = 0
    for member in sorted(members, key=lambda member: member.start):
        if member.start != at:
            yield _fault(member.name, f"it begins at byte {member.start}, not at {at}")
            return
        local = _LOCAL.unpack_from(package, at)
        at = _data_start(package, member)
        name = package[at - local[10] - local[9] : at - local[10]]
        if local[0] != b"PK\x03\x04" or name != member.name.encode():
            yield _fault(member.name, "its header and the directory disagree")
            return
        at += member.packed
        if member.flags & _SIZES_AFTER:
            signature, long, short = _AFTER
            at += long if package.startswith(signature, at) else short
    if at != directory:
        yield _fault("", f"the last file ends at byte {at}, the directory begins at {directory}")


def _data_start(package: bytes, member: _Member) -> int:
    local = _LOCAL.unpack_from(package, member.start)
    return member.start + _LOCAL.size + int(local[9]) + int(local[10])


def _contents(package: bytes, member: _Member) -> tuple[bytes, int]:
    """Return a file's bytes and their checksum."""
    start = _data_start(package, member)
    packed = package[start : start + member.packed]
    return (_inflated if len(packed) < _LARGE else _inflated.__wrapped__)(packed, member.method)


@lru_cache(maxsize=128)
def _inflated(packed: bytes, method: int) -> tuple[bytes, int]:
    """Unpack a file. Layouts and fonts are the same from deck to deck, large pictures are not."""
    data = packed if method == _STORED else zlib.decompress(packed, -zlib.MAX_WBITS)
    return data, zlib.crc32(data)


def _fault(name: str, message: str) -> Fault:
    return Fault(Law.ZIP, name or "the file", message)
