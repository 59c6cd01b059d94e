"""Outlines of a template's shapes: rounded corners, triangles, drawings of lines and curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paroll.brand.template.package import NAMESPACES
from paroll.sheet import Segment
from paroll.units import Box, Emu

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = f"{{{NAMESPACES['a']}}}"
_STEPS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "close": "Z"}
_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, as a part of its radius."""
_ROUNDING = 16_667
"""How round corners are where a shape does not say, in hundred thousandths of its short side."""

Point = tuple[float, float]


def outline_of(
    preset: _Element | None, custom: _Element | None, xfrm: _Element, box: Box
) -> tuple[Segment, ...] | None:
    """Return the outline of a shape that fills `box`; None for one that is not known here."""
    if int(xfrm.get("rot", "0")):
        return None
    turned = (xfrm.get("flipH") == "1", xfrm.get("flipV") == "1")
    if custom is not None:
        steps = _custom(custom)
    else:
        steps = _preset(preset, box) if preset is not None else None
    return None if steps is None else tuple(_placed(step, box, turned) for step in steps)


def _placed(step: tuple[str, tuple[Point, ...]], box: Box, turned: tuple[bool, bool]) -> Segment:
    """Return a step whose points are parts of the box as it stands on the page."""
    name, points = step
    return Segment(name, tuple(_at(point, box, turned) for point in points))


def _at(point: Point, box: Box, turned: tuple[bool, bool]) -> tuple[Emu, Emu]:
    x, y = (1 - part if flip else part for part, flip in zip(point, turned, strict=True))
    return round(box.x + x * box.w), round(box.y + y * box.h)


Steps = list[tuple[str, tuple[Point, ...]]]


def _custom(custom: _Element) -> Steps | None:
    steps: Steps = []
    for path in custom.iter(f"{_A}path"):
        w, h = float(path.get("w", "0")), float(path.get("h", "0"))
        if w <= 0 or h <= 0:
            return None
        for element in path:
            name = _STEPS.get(str(element.tag).removeprefix(_A))
            places = [(p.get("x", ""), p.get("y", "")) for p in element.iter(f"{_A}pt")]
            if name is None or not all(_is_number(v) for place in places for v in place):
                return None
            steps.append((name, tuple((float(x) / w, float(y) / h) for x, y in places)))
    return steps or None


def _is_number(value: str) -> bool:
    return value.lstrip("-").isdecimal()


def _preset(preset: _Element, box: Box) -> Steps | None:
    name = preset.get("prst", "")
    if name == "roundRect":
        return _rounded(_rounding(preset), box)
    corners = {
        "triangle": ((0, 1), (0.5, 0), (1, 1)),
        "rtTriangle": ((0, 1), (0, 0), (1, 1)),
        "diamond": ((0, 0.5), (0.5, 0), (1, 0.5), (0.5, 1)),
    }.get(name)
    if corners is None or preset.find(f"{_A}avLst/{_A}gd") is not None:
        return None
    first, *rest = corners
    return [("M", (first,)), *(("L", (corner,)) for corner in rest), ("Z", ())]


def _rounding(preset: _Element) -> float:
    guide = preset.find(f"{_A}avLst/{_A}gd")
    formula = "" if guide is None else guide.get("fmla", "")
    value = formula.removeprefix("val ")
    return min(int(value) if _is_number(value) else _ROUNDING, 50_000) / 100_000


def _rounded(rounding: float, box: Box) -> Steps:
    radius = rounding * min(box.w, box.h)
    rx, ry = radius / max(1, box.w), radius / max(1, box.h)
    kx, ky = rx * (1 - _ROUND), ry * (1 - _ROUND)
    return [
        ("M", ((rx, 0),)),
        ("L", ((1 - rx, 0),)),
        ("C", ((1 - kx, 0), (1, ky), (1, ry))),
        ("L", ((1, 1 - ry),)),
        ("C", ((1, 1 - ky), (1 - kx, 1), (1 - rx, 1))),
        ("L", ((rx, 1),)),
        ("C", ((kx, 1), (0, 1 - ky), (0, 1 - ry))),
        ("L", ((0, ry),)),
        ("C", ((0, ky), (kx, 0), (rx, 0))),
        ("Z", ()),
    ]
