"""What is shown of a drawing: the part of it within an upright rectangle.

Other clips would have to be cut with outlines, which takes minutes for some of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from paroll.svg.outline import NotAnOutline, Step
from paroll.svg.paths import Matrix, moved, transform_of
from paroll.svg.shapes import SHAPES
from paroll.svg.tree import SVG, local
from paroll.tuples import NamedTuple

_REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\"()]*)['\"]?\s*\)")
_CORNERS = 4
_SLACK = 1.0
"""How far from upright, in units of a millionth of the drawing, a side may be."""


class Window(NamedTuple):
    """An upright rectangle; what is outside is not shown."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Window) -> Window:
        """Return what both show."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Window(left, top, max(left, right), max(top, bottom))

    def shows(self, other: Window) -> bool:
        """Say whether anything of `other` is seen."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def window_of(value: str, named: Mapping[str, Any], matrix: Matrix) -> Window | None:
    """Return what `clip-path` shows in an element transformed by `matrix`; None for all.

    Raises `NotAnOutline` if it is anything but an upright rectangle.
    """
    if value == "none":
        return None
    match = _REFERENCE.fullmatch(value)
    element = named.get(match[1]) if match else None
    if element is None or element.tag != f"{SVG}clipPath":
        raise NotAnOutline("its clip path is not there")
    relative = element.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse"
    if relative or element.get("clip-path") or len(element) != 1:
        raise NotAnOutline(_NOT_UPRIGHT)
    shape = element[0]
    if local(shape.tag) not in SHAPES:
        raise NotAnOutline(_NOT_UPRIGHT)
    whole = matrix.after(transform_of(element)).after(transform_of(shape))
    return _upright(moved(SHAPES[local(shape.tag)](shape), whole))


def _upright(steps: list[Step]) -> Window:
    """Return an outline of four upright sides as a window."""
    corners = [points[0] for step, points in steps if step in "ML"]
    if len(corners) == _CORNERS + 1 and corners[0] == corners[-1]:
        corners.pop()
    if len(corners) != _CORNERS or any(step == "C" for step, _ in steps):
        raise NotAnOutline(_NOT_UPRIGHT)
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    uneven = (xs[1] - xs[0], xs[3] - xs[2], ys[1] - ys[0], ys[3] - ys[2])
    if max(uneven) > _SLACK:
        raise NotAnOutline(_NOT_UPRIGHT)
    return Window(xs[0], ys[0], xs[3], ys[3])


_NOT_UPRIGHT = "its clip path is no upright rectangle; cut the shapes in a drawing program"
