"""The shapes of SVG as outlines (SVG 2, chapters 9 and 10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from paroll.svg.outline import (
    CIRCLE,
    LARGEST,
    NotAnOutline,
    Point,
    Step,
    ellipse,
    numbers_of,
    polygon,
    polyline,
    steps_of,
)

_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
"""What a unit of length is in pixels (CSS Values 4, 6.2)."""
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)\s*([a-z]*)\s*")


def length(text: str) -> float:
    """Return a length in pixels; raise `NotAnOutline` if it is none, or hangs on something else."""
    match = _LENGTH.fullmatch(text)
    if not match or match[2] not in _UNITS:
        raise NotAnOutline(f"“{text[:20]}” is not a plain length")
    value = float(match[1]) * _UNITS[match[2]]
    if abs(value) > LARGEST:
        raise NotAnOutline("a number is too large")
    return value


def _lengths(element: Any, *names: str) -> list[float]:
    return [length(element.get(name) or "0") for name in names]


def _rect(element: Any) -> list[Step]:
    x, y, w, h = _lengths(element, "x", "y", "width", "height")
    rx, ry = element.get("rx"), element.get("ry")
    across, down = (length(rx or ry or "0"), length(ry or rx or "0"))
    across, down = min(abs(across), w / 2), min(abs(down), h / 2)
    if w <= 0 or h <= 0:
        return []
    if not across or not down:
        return polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    return _rounded((x, y), (x + w, y + h), across, down)


def _rounded(first: Point, last: Point, rx: float, ry: float) -> list[Step]:
    (left, top), (right, bottom) = first, last
    kx, ky = rx * (1 - CIRCLE), ry * (1 - CIRCLE)
    return [
        ("M", ((left + rx, top),)),
        ("L", ((right - rx, top),)),
        ("C", ((right - kx, top), (right, top + ky), (right, top + ry))),
        ("L", ((right, bottom - ry),)),
        ("C", ((right, bottom - ky), (right - kx, bottom), (right - rx, bottom))),
        ("L", ((left + rx, bottom),)),
        ("C", ((left + kx, bottom), (left, bottom - ky), (left, bottom - ry))),
        ("L", ((left, top + ry),)),
        ("C", ((left, top + ky), (left + kx, top), (left + rx, top))),
        ("Z", ()),
    ]


def _circle(element: Any) -> list[Step]:
    cx, cy, r = _lengths(element, "cx", "cy", "r")
    return ellipse(cx, cy, r, r) if r > 0 else []


def _ellipse(element: Any) -> list[Step]:
    cx, cy, rx, ry = _lengths(element, "cx", "cy", "rx", "ry")
    return ellipse(cx, cy, rx, ry) if rx > 0 and ry > 0 else []


def _line(element: Any) -> list[Step]:
    x1, y1, x2, y2 = _lengths(element, "x1", "y1", "x2", "y2")
    return polyline([(x1, y1), (x2, y2)])


def _points(element: Any) -> list[Point]:
    numbers = numbers_of(element.get("points", ""))
    if len(numbers) % 2:
        raise NotAnOutline(f"it has {len(numbers)} numbers")
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _polyline(element: Any) -> list[Step]:
    return polyline(_points(element))


def _polygon(element: Any) -> list[Step]:
    points = _points(element)
    return polygon(points) if points else []


def _path(element: Any) -> list[Step]:
    return steps_of(element.get("d", ""))


SHAPES: Mapping[str, Callable[[Any], list[Step]]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""How each shape is read."""
