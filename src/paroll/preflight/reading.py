"""Looking into a PDF of anyone's without ever stumbling: what is not of the sort asked for is None.

In a damaged or hostile file any key may hold anything. pikepdf is imported when it is used, so
that whoever only asks what a code means does not pay for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object


def entry(holder: object, *keys: str) -> object:
    """Return what stands under these keys, one below the other, or None."""
    from pikepdf import Dictionary, Stream  # noqa: PLC0415

    for key in keys:
        if not isinstance(holder, Dictionary | Stream):
            return None
        holder = holder.get(key)
    return holder


def dictionary(holder: object, *keys: str) -> Object | None:
    """Return the dictionary or stream at these keys, or None."""
    from pikepdf import Dictionary, Stream  # noqa: PLC0415

    found = entry(holder, *keys) if keys else holder
    return found if isinstance(found, Dictionary | Stream) else None


def stream(holder: object, *keys: str) -> Object | None:
    """Return the stream at these keys, or None."""
    from pikepdf import Stream  # noqa: PLC0415

    found = entry(holder, *keys) if keys else holder
    return found if isinstance(found, Stream) else None


def items(holder: object, *keys: str) -> list[object]:
    """Return what stands in the array at these keys; one thing alone counts as a list of it."""
    from pikepdf import Array  # noqa: PLC0415

    found = entry(holder, *keys) if keys else holder
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def pairs(holder: object, *keys: str) -> Iterator[tuple[str, object]]:
    """Yield keys, without their slash, and values of the dictionary at these keys."""
    found = dictionary(holder, *keys)
    if found is not None:
        for key in found.keys():  # noqa: SIM118  (a pikepdf object)
            yield key.removeprefix("/"), found.get(key)


def name(holder: object, *keys: str) -> str:
    """Return the name at these keys without its slash, or an empty text."""
    from pikepdf import Name  # noqa: PLC0415

    found = entry(holder, *keys) if keys else holder
    try:
        return str(found).removeprefix("/") if isinstance(found, Name) else ""
    except UnicodeDecodeError:  # names are bytes, which need not mean letters
        return "?"


def text(holder: object, *keys: str) -> str | None:
    """Return the text at these keys, or None."""
    from pikepdf import String  # noqa: PLC0415

    found = entry(holder, *keys) if keys else holder
    return str(found) if isinstance(found, String) else None


def number(holder: object, *keys: str) -> float | None:
    """Return the number at these keys, or None."""
    found = entry(holder, *keys) if keys else holder
    is_number = isinstance(found, int | float | Decimal) and not isinstance(found, bool)
    return float(found) if is_number else None  # type: ignore[arg-type]


def unpacked(found: Object) -> bytes:
    """Return what is in a stream; nothing if it cannot be unpacked, or is larger than allowed."""
    from pikepdf import PdfError  # noqa: PLC0415

    try:
        return found.read_bytes()
    except PdfError:
        return b""


def identity(found: Object) -> tuple[int, int] | None:
    """Return the number of an object that others can refer to, or None for one in place."""
    return found.objgen if found.is_indirect else None
