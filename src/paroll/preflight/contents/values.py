"""Reading the objects of a PDF that anyone may have written: nothing here raises on garbage."""

from __future__ import annotations

import math
import zlib
from decimal import Decimal

import pikepdf

from paroll.units import Rect

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_NUMBERS = (Decimal, int, float)
FARTHEST = 1e7
"""No number larger than this says where something is on a page."""


EVERYWHERE = Rect(-FARTHEST, -FARTHEST, FARTHEST, FARTHEST)


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does `first`, and `then` the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(point: tuple[float, float], by: Matrix) -> tuple[float, float]:
    """Return where a matrix puts a point."""
    x, y = point
    return by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5]


def around(points: list[tuple[float, float]]) -> Rect:
    """Return the smallest rectangle around points, of which there is one at least."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def placed(rect: Rect, by: Matrix) -> Rect:
    """Return the smallest rectangle around where a matrix puts `rect`."""
    left, bottom, right, top = rect
    return around(
        [moved(c, by) for c in ((left, bottom), (left, top), (right, bottom), (right, top))]
    )


def thinnest(matrix: Matrix) -> float:
    """Return by how much a matrix scales what it scales least: its smaller singular value."""
    a, b, c, d = matrix[:4]
    whole, turn = a * a + b * b + c * c + d * d, a * d - b * c
    inner = math.sqrt(max(0.0, whole * whole - 4 * turn * turn))
    return math.sqrt(max(0.0, (whole - inner) / 2))


def number(value: object) -> float | None:
    """Return a number of a PDF, or None if it is none that a page could use."""
    if type(value) in _NUMBERS:
        real = float(value)  # type: ignore[arg-type]
        return real if abs(real) < FARTHEST else None
    return None


def numbers(value: object) -> tuple[float, ...]:
    """Return the numbers of an array; all others count as 0."""
    if not isinstance(value, pikepdf.Array):
        return ()
    return tuple(number(item) or 0.0 for item in items(value))


def items(value: object) -> list[object]:
    """Return what is in an array, or nothing if it is none."""
    if not isinstance(value, pikepdf.Array):
        return []
    try:
        return list(value.as_list())
    except (pikepdf.PdfError, ValueError, OverflowError, RuntimeError):
        return []


def get(holder: object, key: str) -> object:
    """Return an entry of a dictionary or stream, or None."""
    if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        return None
    try:
        return holder.get(key)
    except (pikepdf.PdfError, ValueError, OverflowError, RuntimeError):
        return None


def entries(holder: object) -> list[tuple[str, object]]:
    """Return keys and values of a dictionary, in the order of the file."""
    if not isinstance(holder, pikepdf.Dictionary):
        return []
    return [(key, get(holder, key)) for key in holder.keys()]  # noqa: SIM118  (no Mapping)


def name(value: object) -> str:
    """Return a name without its slash, or nothing if it is none."""
    return str(value)[1:] if isinstance(value, pikepdf.Name) else ""


def text(value: object) -> bytes:
    """Return the bytes of a string, or none if it is none."""
    return bytes(value) if isinstance(value, pikepdf.String) else b""


def matrix(value: object) -> Matrix:
    """Return the matrix of a form or pattern; it moves nothing if it is broken."""
    given = numbers(value)
    return given[:6] if len(given) >= 6 else IDENTITY  # type: ignore[return-value]


def rect(value: object) -> Rect | None:
    """Return a rectangle with its corners in order, or None if it is none."""
    given = numbers(value)
    if len(given) < 4:
        return None
    left, bottom, right, top = given[:4]
    return Rect(min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def key(value: object) -> tuple[int, int] | None:
    """Return by which number the file knows an object, or None if it is part of another."""
    if isinstance(value, pikepdf.Object) and value.objgen != (0, 0):
        return value.objgen
    return None


def data(stream: object, most: int) -> bytes | None:
    """Return what is in a stream, or None if it cannot be read or is larger than `most` bytes.

    What Flate alone has packed is unpacked no further than that: a bomb stays small.
    """
    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        packed = stream.read_raw_bytes()
        given = stream.get("/Filter")
        if len(packed) > most:
            return None
        if (
            name(given) or ",".join(map(name, items(given)))
        ) == "FlateDecode" and "/DecodeParms" not in stream:
            return _inflated(packed, most)
        whole = stream.read_bytes()
    except (pikepdf.PdfError, ValueError, RuntimeError, zlib.error):
        return None
    return whole if len(whole) <= most else None


def _inflated(packed: bytes, most: int) -> bytes | None:
    """Unpack; a stream that breaks off is as long as what there is of it."""
    reader = zlib.decompressobj()
    try:
        whole = reader.decompress(packed, most + 1)
    except zlib.error:
        return None
    return whole if len(whole) <= most else None
