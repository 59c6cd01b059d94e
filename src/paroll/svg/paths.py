"""Outlines moved, and lines drawn along them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from paroll.svg.outline import LARGEST, NotAnOutline, Point, Step, numbers_of, towards
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    import pathops

FINE = 10_000
"""The longer side of what is stroked: Skia approximates curves to a quarter of a unit."""
_FUNCTION = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)")


class Matrix(NamedTuple):
    """An affine transform: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, first: Matrix) -> Matrix:
        """Return the transform that does `first`, then this."""
        x, y = self.vector(first.a, first.b), self.vector(first.c, first.d)
        return Matrix(*x, *y, *self.at(first.e, first.f))

    def at(self, x: float, y: float) -> Point:
        """Return where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def vector(self, x: float, y: float) -> Point:
        """Return what a direction becomes."""
        return self.a * x + self.c * y, self.b * x + self.d * y


def transform_of(element: Any) -> Matrix:
    """Return what an element's `transform` does; raise `NotAnOutline` if it is not understood."""
    text = element.get("transform", "")
    matrix = Matrix()
    at = 0
    while match := _FUNCTION.match(text, at):
        matrix = matrix.after(_function(match[1], numbers_of(match[2])))
        at = match.end()
    if text[at:].strip():
        raise NotAnOutline("its transform is not understood")
    if not all(abs(number) <= LARGEST for number in matrix):
        raise NotAnOutline("its transform is too large")
    return matrix


def _function(name: str, numbers: list[float]) -> Matrix:
    """Return one function of a transform (CSS Transforms 1, 8)."""
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *y]:
            return Matrix(e=x, f=y[0] if y else 0)
        case "scale", [x, *y]:
            return Matrix(a=x, d=y[0] if y else x)
        case "rotate", [angle, *middle] if len(middle) in (0, 2):
            cx, cy = middle or (0.0, 0.0)
            sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))
            turned = Matrix(cos, sin, -sin, cos)
            return Matrix(e=cx, f=cy).after(turned).after(Matrix(e=-cx, f=-cy))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
    raise NotAnOutline("its transform is not understood")


class Stroke(NamedTuple):
    """How a line is drawn: names of ends and joins as SVG has them."""

    width: float
    cap: str
    join: str
    limit: float


def moved(steps: Iterable[Step], matrix: Matrix) -> list[Step]:
    """Return an outline transformed."""
    a, b, c, d, e, f = matrix
    return [
        (step, tuple((a * x + c * y + e, b * x + d * y + f) for x, y in points))
        for step, points in steps
    ]


def bounds(steps: Iterable[Step]) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom that an outline and its handles keep within."""
    xs, ys = zip(*(point for _, points in steps for point in points), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def stroked(steps: Sequence[Step], stroke: Stroke) -> list[Step]:
    """Return the outline of a line drawn along `steps`; it is filled nonzero."""
    import pathops  # noqa: PLC0415  (few drawings have strokes)

    caps = {"butt": "BUTT_CAP", "round": "ROUND_CAP", "square": "SQUARE_CAP"}
    joins = {"miter": "MITER_JOIN", "round": "ROUND_JOIN", "bevel": "BEVEL_JOIN"}
    cap = pathops.LineCap[caps.get(stroke.cap, "BUTT_CAP")]
    join = pathops.LineJoin[joins.get(stroke.join, "MITER_JOIN")]
    scale = _fine(steps, stroke.width)
    path = _path(moved(steps, Matrix(scale, 0, 0, scale)))
    path.stroke(stroke.width * scale, cap, join, stroke.limit)
    return moved(_steps(path), Matrix(1 / scale, 0, 0, 1 / scale))


def _fine(steps: Sequence[Step], width: float) -> float:
    left, top, right, bottom = bounds(steps)
    return FINE / max(right - left, bottom - top, width)


def _path(steps: Iterable[Step]) -> pathops.Path:
    import pathops  # noqa: PLC0415

    path = pathops.Path()
    draw: dict[str, Any] = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.close}
    for step, points in steps:
        draw[step](*(part for point in points for part in point))
    return path


def _steps(path: pathops.Path) -> Iterator[Step]:
    """Yield Skia's outline as lines and cubic curves; every contour is closed."""
    import pathops  # noqa: PLC0415

    path.convertConicsToQuads()
    here: Point = (0.0, 0.0)
    for verb, points in path:
        match verb:
            case pathops.PathVerb.MOVE:
                yield "M", points
            case pathops.PathVerb.LINE:
                yield "L", points
            case pathops.PathVerb.CUBIC:
                yield "C", points
            case pathops.PathVerb.QUAD:
                knee, end = points
                yield "C", (towards(here, knee), towards(end, knee), end)
            case pathops.PathVerb.CLOSE:
                yield "Z", ()
        here = points[-1] if points else here
