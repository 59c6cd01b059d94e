"""What lies under a place on a page: areas in the order they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product

from paroll.sheet import Colour, Form, Picture, Segment, Shape
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu

Point = tuple[float, float]

_ACROSS, _DOWN, _ON_A_CURVE = 24, 4, 8
"""At how many points a box is looked under where edges cross it, and lines that stand for a curve.
"""
_ENDLESS: Emu = 1 << 40


class Layer(NamedTuple):
    """A painted area; pictures have no colour. An `outline` overrides the form."""

    box: Box
    colour: Colour | None
    form: Form = Form.RECTANGLE
    outline: tuple[Segment, ...] = ()

    def fills(self, box: Box) -> bool:
        """Say whether all of `box` surely lies within."""
        return self.form is Form.RECTANGLE and not self.outline and self.box.contains(box)

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies within."""
        left, top, width, height = self.box
        if self.outline:
            return _is_inside(self.outline, x, y)
        if self.form is Form.ELLIPSE:
            across, down = 2 * (x - left) / width - 1, 2 * (y - top) / height - 1
            return across * across + down * down <= 1
        return left <= x <= left + width and top <= y <= top + height


def ground(colour: Colour) -> Layer:
    """Return the ground of a page, which lies under everything."""
    return Layer(Box(-_ENDLESS, -_ENDLESS, 2 * _ENDLESS, 2 * _ENDLESS), colour)


def layer(ink: Shape | Picture) -> Layer:
    """Return the area that a shape or a picture paints."""
    if isinstance(ink, Picture):
        return Layer(ink.box, None, ink.form)
    return Layer(ink.box, ink.fill, ink.form, ink.outline)


def grounds(box: Box, layers: Sequence[Layer]) -> list[Colour | None]:
    """Return the colours seen under `box`, None for a picture; the lowest layer is a ground."""
    near = []
    for above in reversed(layers):
        if above.box.overlaps(box):
            near.append(above)
            if above.fills(box):
                break
    if len(near) == 1:
        return [near[0].colour]
    points = product(_spread(box.x, box.w, _ACROSS), _spread(box.y, box.h, _DOWN))
    return list(dict.fromkeys(_seen_at(x, y, near) for x, y in points))


def _spread(start: Emu, length: Emu, count: int) -> list[float]:
    return [start + length * (n + 0.5) / count for n in range(count)]


def _seen_at(x: float, y: float, near: Sequence[Layer]) -> Colour | None:
    return next(above.colour for above in near if above.holds(x, y))


def _is_inside(outline: tuple[Segment, ...], x: float, y: float) -> bool:
    """Say whether a point lies within an outline that is filled even–odd."""
    crossed = False
    for (x0, y0), (x1, y1) in _edges(outline):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossed = not crossed
    return crossed


@lru_cache(maxsize=64)
def _edges(outline: tuple[Segment, ...]) -> list[tuple[Point, Point]]:
    """Return an outline as straight edges, each part of it closed."""
    edges: list[tuple[Point, Point]] = []
    here = start = (0.0, 0.0)
    for step, points in outline:
        if step in "MZ" and here != start:
            edges.append((here, start))
        if step == "M":
            start = points[0]
        if step in "LC":
            edges += pairwise((here, *_flattened(here, points)))
        here = points[-1] if points else start
    return [*edges, (here, start)]


def _flattened(start: Point, points: Sequence[Point]) -> Iterator[Point]:
    """Yield the points that stand for a line or a cubic curve."""
    if len(points) == 1:
        yield points[0]
        return
    first, second, end = points
    for step in range(1, _ON_A_CURVE + 1):
        t = step / _ON_A_CURVE
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        yield (
            sum(part * x for part, (x, _) in zip(parts, corners, strict=True)),
            sum(part * y for part, (_, y) in zip(parts, corners, strict=True)),
        )
