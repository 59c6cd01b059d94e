"""The path a page is building: around what it goes, and whether it is a line in disguise."""

from __future__ import annotations

from itertools import permutations

from paroll.preflight.contents.matrices import Matrix, around, moved
from paroll.preflight.contents.state import Operands
from paroll.preflight.reading import number
from paroll.units import Rect

Point = tuple[float, float]
_TAKES = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4, "h": 0}
"""How many numbers the operators that build paths take."""
_STRAIGHT = 0.02
"""How many points two sides of a rectangle may differ."""
_LEAST = 0.0005
MOST_FRAMES = 8
"""In paths of more parts no frames are looked for."""
_SHORTEST = 0.5
"""What is shorter than this, in points, is a dot and no line."""


class Path:
    """Subpaths as points on the page. Those of curves are their handles: the box is safe."""

    def __init__(self) -> None:
        self.parts: list[list[Point]] = []
        self.curved = False

    def add(self, operator: str, operands: Operands, matrix: Matrix) -> bool:
        """Take in an operator; return whether it builds paths."""
        if operator not in _TAKES:
            return False
        given = [number(v) or 0.0 for v in operands]
        if len(given) < _TAKES[operator] or operator == "h":
            return True
        if operator == "re":
            x, y, w, h = given[:4]
            corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
            self.parts.append([moved(corner, matrix) for corner in corners])
            return True
        points = [moved(pair, matrix) for pair in zip(given[::2], given[1::2], strict=False)]
        if operator == "m" or not self.parts:
            self.parts.append(points)
        else:
            self.parts[-1].extend(points)
        self.curved = self.curved or operator in "cvy"
        return True

    @property
    def box(self) -> Rect | None:
        """The rectangle around it, or None if there is nothing."""
        points = [point for part in self.parts for point in part]
        return around(points) if points else None

    def thickness(self) -> float | None:
        """Return how thin a filled path is that is made of rectangles alone, else None.

        A filled path without any width still paints: as thin as the machine can.
        """
        if self.curved or not self.parts:
            return None
        boxes = [around(part) for part in self.parts]
        sides = [_side(part) for part in self.parts]
        if len(self.parts) <= MOST_FRAMES:
            for inner, outer in permutations(range(len(boxes)), 2):
                if sides[inner] is not None and boxes[inner].within(boxes[outer]):
                    sides[inner] = sides[outer] = _gap(boxes[inner], boxes[outer])
        known = [side for side in sides if side is not None]
        return min(known) if len(known) == len(sides) else None


def _gap(inner: Rect, outer: Rect) -> float | None:
    """Return how thin a frame is: many programs draw borders as a rectangle with a hole."""
    edges = (
        inner.left - outer.left,
        inner.bottom - outer.bottom,
        outer.right - inner.right,
        outer.top - inner.top,
    )
    return min((edge for edge in edges if edge > _LEAST), default=None)


def _side(part: list[Point]) -> float | None:
    """Return the shorter side of a rectangle, or None if it is none, or too short for a line."""
    corners = [p for at, p in enumerate(part) if at == 0 or p != part[at - 1]]
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    if len(corners) == 2:
        return 0.0 if _apart(*corners) >= _SHORTEST else None
    if len(corners) != 4:
        return None
    a, b, c, d = corners
    first, second = _apart(a, b), _apart(b, c)
    even = abs(first - _apart(c, d)) < _STRAIGHT and abs(second - _apart(d, a)) < _STRAIGHT
    square = abs(_apart(a, c) - _apart(b, d)) < _STRAIGHT
    if not (even and square) or max(first, second) < _SHORTEST:
        return None
    return min(first, second)


def _apart(a: Point, b: Point) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)
