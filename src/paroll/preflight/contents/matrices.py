"""Matrices: where things of a page are put, and how large they become."""

from __future__ import annotations

import math

from paroll.preflight.reading import FARTHEST, numbers
from paroll.units import Rect

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
EVERYWHERE = Rect(-FARTHEST, -FARTHEST, FARTHEST, FARTHEST)


def matrix(holder: object, *keys: str) -> Matrix:
    """Return the matrix of a form or pattern; it moves nothing if it is broken."""
    given = numbers(holder, *keys)
    return given if len(given) == 6 else IDENTITY


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
