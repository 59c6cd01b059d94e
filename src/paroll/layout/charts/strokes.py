"""Strokes: lines of a thickness as filled shapes, with round joints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from paroll.sheet import Colour, Form, Segment, Shape
from paroll.units import Box, Emu

Point = tuple[Emu, Emu]


def line(points: Sequence[Point | None], thick: Emu, hue: Colour) -> Iterator[Shape]:
    """Yield a quadrangle for each step between neighbours, and a round joint at each point."""
    for one, other in pairwise(points):
        if one and other:
            yield stroke(one, other, thick, hue)
    for point in points:
        if point:
            yield dot(point, thick, hue)


def stroke(one: Point, other: Point, thick: Emu, hue: Colour) -> Shape:
    """Return the straight stroke between two points, cut off square at both."""
    (x, y), (to_x, to_y) = one, other
    half = thick / 2 / hypot(to_x - x, to_y - y)
    dx, dy = (y - to_y) * half, (to_x - x) * half
    corners = [
        (round(px + sign * dx), round(py + sign * dy))
        for px, py, sign in ((x, y, 1), (to_x, to_y, 1), (to_x, to_y, -1), (x, y, -1))
    ]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    box = Box.between(min(across), min(down), max(across), max(down))
    steps = [Segment("M", (corners[0],)), *(Segment("L", (c,)) for c in corners[1:]), Segment("Z")]
    return Shape(box, hue, outline=tuple(steps))


def dot(point: Point, across: Emu, hue: Colour) -> Shape:
    """Return a dot round a point."""
    x, y = point
    return Shape(Box(x - across // 2, y - across // 2, across, across), hue, Form.ELLIPSE)


def clear(points: Sequence[Point | None], box: Box, thick: Emu) -> bool:
    """Say whether the line through `points` passes beside `box`."""
    grown = Box(box.x - thick, box.y - thick, box.w + 2 * thick, box.h + 2 * thick)
    steps = ((one, other) for one, other in pairwise(points) if one and other)
    return not any(_meets(one, other, grown) for one, other in steps)


def _meets(one: Point, other: Point, box: Box) -> bool:
    """Say whether a step enters `box` (Liang and Barsky's clipping)."""
    (x, y), (to_x, to_y) = one, other
    first, last = 0.0, 1.0
    for way, room in (
        (x - to_x, x - box.x),
        (to_x - x, box.right - x),
        (y - to_y, y - box.y),
        (to_y - y, box.bottom - y),
    ):
        if way == 0:
            if room < 0:
                return False
        elif way < 0:
            first = max(first, room / way)
        else:
            last = min(last, room / way)
    return first <= last
