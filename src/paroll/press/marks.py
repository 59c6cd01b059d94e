"""Marks outside the bleed, in the colour that prints on every plate. Importing imports pikepdf."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from pikepdf import Array, Dictionary, Name

from paroll.press.frame import number
from paroll.press.grid import Folds
from paroll.printers import Marks
from paroll.tuples import NamedTuple
from paroll.units import Rect, mm, pt, to_pt

WEIGHT = pt(0.25)
LENGTH = mm(5)
LEAST = mm(3)
"""How thick and how long marks are, and how far from the trim at least: beyond the bleed."""
_EDGE = to_pt(mm(1))
"""How far the paper reaches beyond the marks."""
_RADIUS = to_pt(mm(1.5))
_KAPPA = 0.5523
DASHES = "[2 1.5] 0 d"

SETUP = f"/Registration CS 1 SCN {to_pt(WEIGHT):g} w [] 0 d 0 J"


def every_plate() -> Array:
    """Return the colour space of marks: each plate takes its tint (ISO 32000-1, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


class Line(NamedTuple):
    """A stroke from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float

    @property
    def path(self) -> str:
        """The operators that draw it."""
        return f"{number(self.x)} {number(self.y)} m {number(self.to_x)} {number(self.to_y)} l S"


class Drawn(NamedTuple):
    """Marks as operators, and the paper they need."""

    operators: str
    reach: Rect

    def moved(self, x: float, y: float) -> bytes:
        """Return the operators that draw them at another place."""
        if not self.operators:
            return b""
        return f"q 1 0 0 1 {number(x)} {number(y)} cm {SETUP} {self.operators} Q".encode()


def marks(trim: Rect, bleed: Rect, wanted: Marks, folds: Folds) -> Drawn:
    """Return the marks that are wanted round a page."""
    if wanted is Marks.NONE:
        return Drawn("", bleed)
    near = _distances(trim, bleed)
    length, least = to_pt(LENGTH), to_pt(LEAST)
    inner = trim.extended(*(max(distance, least) for distance in near))
    outer = inner.grown(length)
    parts = [line.path for line in crop(trim, inner, outer)]
    if wanted is Marks.ALL:
        parts += _targets(trim, inner, folds)
        parts += [DASHES, *(line.path for line in _folds(trim, inner, outer, folds)), "[] 0 d"]
    return Drawn(" ".join(parts), outer.grown(_EDGE))


def crop(trim: Rect, inner: Rect, outer: Rect) -> Iterator[Line]:
    """Yield two lines at each corner of the trim, from the edges of `inner` to those of `outer`."""
    for x, (start, end) in product(
        (trim.left, trim.right), ((inner.top, outer.top), (inner.bottom, outer.bottom))
    ):
        yield Line(x, start, x, end)
    for y, (start, end) in product(
        (trim.bottom, trim.top), ((inner.left, outer.left), (inner.right, outer.right))
    ):
        yield Line(start, y, end, y)


def _folds(trim: Rect, inner: Rect, outer: Rect, folds: Folds) -> Iterator[Line]:
    for x in (trim.left + to_pt(at) for at in folds.across):
        yield Line(x, inner.top, x, outer.top)
        yield Line(x, inner.bottom, x, outer.bottom)
    for y in (trim.top - to_pt(at) for at in folds.down):
        yield Line(inner.left, y, outer.left, y)
        yield Line(inner.right, y, outer.right, y)


def _targets(trim: Rect, inner: Rect, folds: Folds) -> Iterator[str]:
    """Yield a registration target for each side: at its middle, or beside a fold there."""
    half = to_pt(LENGTH) / 2
    x = trim.left + _clear(trim.width, [to_pt(at) for at in folds.across])
    y = trim.top - _clear(trim.height, [to_pt(at) for at in folds.down])
    for at in (inner.top + half, inner.bottom - half):
        yield _target(x, at, half)
    for at in (inner.left - half, inner.right + half):
        yield _target(at, y, half)


def _clear(length: float, taken: list[float]) -> float:
    """Return a place near the middle of `length`, a mark's length from what is taken."""
    room, middle = 2 * to_pt(LENGTH), length / 2
    places = (middle + step * room for step in (0, -1, 1, -2, 2, -3, 3))
    return next(at for at in places if all(abs(at - other) >= room * 0.9 for other in taken))


def _target(x: float, y: float, half: float) -> str:
    """Return a circle in a cross."""
    cross = (Line(x - half, y, x + half, y), Line(x, y - half, x, y + half))
    r, k = _RADIUS, _RADIUS * _KAPPA
    curves = (
        ((r, k), (k, r), (0, r)),
        ((-k, r), (-r, k), (-r, 0)),
        ((-r, -k), (-k, -r), (0, -r)),
        ((k, -r), (r, -k), (r, 0)),
    )
    steps = (" ".join(f"{number(x + dx)} {number(y + dy)}" for dx, dy in c) for c in curves)
    circle = f"{number(x + r)} {number(y)} m {' c '.join(steps)} c S"
    return " ".join((*(line.path for line in cross), circle))


def _distances(trim: Rect, bleed: Rect) -> tuple[float, float, float, float]:
    """Return how far the bleed goes beyond the trim at the top, right, bottom and left."""
    return (
        bleed.top - trim.top,
        bleed.right - trim.right,
        trim.bottom - bleed.bottom,
        trim.left - bleed.left,
    )
