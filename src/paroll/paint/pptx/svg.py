"""Drawings as SVG files of our own: paths in plain colours, nothing else.

An author's file never travels: what is written here is what was read of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paroll.paint.pptx.xml import tag
from paroll.sheet import Area, Segment
from paroll.units import EMU_PER_POINT, Box

_UNIT = EMU_PER_POINT // 100
"""What coordinates count: hundredths of a point."""


def svg(areas: Iterable[Area], box: Box) -> bytes:
    """Return what `areas` show of `box` as an SVG file."""
    width, height = round(box.w / _UNIT), round(box.h / _UNIT)
    return tag(
        "svg",
        *_paths(areas, box),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=f"{width / 100:g}pt",
        height=f"{height / 100:g}pt",
    ).encode()


def _paths(areas: Iterable[Area], box: Box) -> Iterator[str]:
    clips: dict[Box, str] = {}
    for area in areas:
        if area.window and area.window not in clips:
            clips[area.window] = f"c{len(clips) + 1}"
            yield _clip(area.window, clips[area.window], box)
        looks = {
            "fill": area.fill,
            "fill-rule": None if area.nonzero else "evenodd",
            "clip-path": f"url(#{clips[area.window]})" if area.window else None,
        }
        yield tag("path", d=_data(area.outline, box), **looks)


def _clip(window: Box, name: str, box: Box) -> str:
    x, y = _place(window.x, window.y, box)
    size = {"width": round(window.w / _UNIT), "height": round(window.h / _UNIT)}
    return tag("clipPath", tag("rect", x=x, y=y, **size), id=name)


def _data(outline: Iterable[Segment], box: Box) -> str:
    return "".join(
        step + " ".join(f"{px} {py}" for px, py in (_place(x, y, box) for x, y in points))
        for step, points in outline
    )


def _place(x: int, y: int, box: Box) -> tuple[int, int]:
    return round((x - box.x) / _UNIT), round((y - box.y) / _UNIT)
