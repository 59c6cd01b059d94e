"""Looking into a PDF of anyone's without ever stumbling: what is not of the sort asked for is None.

In a damaged or hostile file any key may hold anything. What is asked for is named by `keys`, one
below the other; without any it is the thing itself. pikepdf is imported when it is used, so that
whoever only asks what a code means does not pay for it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from paroll.units import Rect

if TYPE_CHECKING:
    from pikepdf import Object

FARTHEST = 1e10
"""No larger number says anything of a page, or of a file that is read."""
WIDEST = 14_400.0 * 75
"""No page is wider, in points: 200 in at the largest UserUnit."""
_NUMBERS = (Decimal, int, float)


def entry(holder: object, *keys: str) -> object:
    """Return what stands under these keys, or None."""
    import pikepdf  # noqa: PLC0415

    for key in keys:
        if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
            return None
        try:
            below: object = holder.get(key)
            if below is None and not key.isascii():  # it may be spelled in other bytes
                below = dict(pairs(holder)).get(key.removeprefix("/"))
        except (pikepdf.PdfError, ValueError, OverflowError, RuntimeError):
            return None
        holder = below
    return holder


def dictionary(holder: object, *keys: str) -> Object | None:
    """Return a dictionary or stream."""
    import pikepdf  # noqa: PLC0415

    found = entry(holder, *keys)
    return found if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) else None


def stream(holder: object, *keys: str) -> Object | None:
    """Return a stream."""
    import pikepdf  # noqa: PLC0415

    found = entry(holder, *keys)
    return found if isinstance(found, pikepdf.Stream) else None


def items(holder: object, *keys: str) -> list[object]:
    """Return what stands in an array; one thing alone counts as a list of it."""
    import pikepdf  # noqa: PLC0415

    found = entry(holder, *keys)
    if not isinstance(found, pikepdf.Array):
        return [] if found is None else [found]
    try:
        return list(found.as_list())
    except (pikepdf.PdfError, ValueError, OverflowError, RuntimeError):
        return []


def pairs(holder: object, *keys: str) -> Iterator[tuple[str, object]]:
    """Yield keys, without their slash, and values of a dictionary."""
    import pikepdf  # noqa: PLC0415

    found = dictionary(holder, *keys)
    try:
        whole = dict(found.items()) if found is not None else {}
    except (pikepdf.PdfError, ValueError, OverflowError, RuntimeError):
        return
    for key, value in whole.items():
        yield _spelled(key.encode("utf-8", "surrogateescape")).removeprefix("/"), value


def name(holder: object, *keys: str) -> str:
    """Return a name without its slash, or an empty text."""
    import pikepdf  # noqa: PLC0415

    found = entry(holder, *keys)
    if not isinstance(found, pikepdf.Name):
        return ""
    try:
        return str(found)[1:]
    except UnicodeDecodeError:
        typed = re.sub(rb"#(..)", lambda code: bytes.fromhex(code[1].decode()), found.unparse())
        return _spelled(typed)[1:]


def _spelled(name: bytes) -> str:
    """Return a name as letters: in UTF-8, or as programs of Windows write them."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("latin-1")


def text(holder: object, *keys: str) -> str | None:
    """Return the letters of a string."""
    import pikepdf  # noqa: PLC0415

    found = entry(holder, *keys)
    return str(found) if isinstance(found, pikepdf.String) else None


def codes(holder: object, *keys: str) -> bytes:
    """Return the bytes of a string, or none."""
    import pikepdf  # noqa: PLC0415

    found = entry(holder, *keys)
    return bytes(found) if isinstance(found, pikepdf.String) else b""


def number(holder: object, *keys: str) -> float | None:
    """Return a number, if it can say something."""
    found = entry(holder, *keys) if keys else holder
    if type(found) not in _NUMBERS:
        return None
    real = float(found)  # type: ignore[arg-type]
    return real if abs(real) < FARTHEST else None


def numbers(holder: object, *keys: str) -> tuple[float, ...]:
    """Return the numbers of an array; all else in it counts as 0."""
    return tuple(number(each) or 0.0 for each in items(holder, *keys))


def rect(holder: object, *keys: str) -> Rect | None:
    """Return four numbers as a rectangle, its corners in order."""
    found = [value for each in items(holder, *keys) if (value := number(each)) is not None]
    if len(found) != 4:
        return None
    (left, right), (bottom, top) = sorted(found[::2]), sorted(found[1::2])
    return Rect(left, bottom, right, top)


def box(holder: object, *keys: str) -> Rect | None:
    """Return a rectangle that has an area and lies where a page can."""
    found = rect(holder, *keys)
    if found is None or max(map(abs, found)) > WIDEST:
        return None
    return found if found.width > 0 and found.height > 0 else None


def identity(found: object) -> tuple[int, int] | None:
    """Return the number of an object that others can refer to, or None for one in place."""
    import pikepdf  # noqa: PLC0415

    if isinstance(found, pikepdf.Object) and found.objgen != (0, 0):
        return found.objgen
    return None


def data(found: object, most: int) -> bytes | None:
    """Return what is in a stream, or None if it cannot be read or is larger than `most` bytes.

    What Flate alone has packed is unpacked no further than that: a bomb stays small.
    """
    import pikepdf  # noqa: PLC0415

    if not isinstance(found, pikepdf.Stream):
        return None
    try:
        packed = found.read_raw_bytes()
        if len(packed) > most:
            return None
        if list(map(name, items(found, "/Filter"))) == ["FlateDecode"] and (
            "/DecodeParms" not in found
        ):
            return _inflated(packed, most)
        whole = found.read_bytes()
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return None
    return whole if len(whole) <= most else None


def _inflated(packed: bytes, most: int) -> bytes | None:
    """Unpack; a stream that breaks off is as long as what there is of it."""
    try:
        whole = zlib.decompressobj().decompress(packed, most + 1)
    except zlib.error:
        return None
    return whole if len(whole) <= most else None
