"""Outlines moved, and lines drawn along them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from paroll.svg.outline import LARGEST, NotAnOutline, Point, Step, towards

if TYPE_CHECKING:
    import pathops

FINE = 10_000
"""The longer side of what is stroked: Skia approximates curves to a quarter of a unit."""
_LONGEST = 2_000
"""The most characters of a transform that are read."""


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
    text = element.get("transform", "").strip()
    if not text:
        return Matrix()
    from picosvg.svg_transform import Affine2D  # noqa: PLC0415  (few drawings have transforms)

    try:
        parts: Any = Affine2D.fromstring(text[:_LONGEST])  # type: ignore[no-untyped-call]
        matrix = Matrix(*parts)
    except (ValueError, AssertionError, IndexError, KeyError, TypeError) as error:
        raise NotAnOutline("its transform is not understood") from error
    if not all(abs(number) <= LARGEST for number in matrix):
        raise NotAnOutline("its transform is too large")
    return matrix


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
