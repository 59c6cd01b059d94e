"""Columns that stand beside each other on a page."""

from __future__ import annotations

from paroll.units import Box, Emu, pt

GUTTER = pt(28)


def column_boxes(box: Box, count: int, gutter: Emu = GUTTER) -> tuple[Box, ...]:
    """Divide `box` into `count` columns with `gutter` between them."""
    width = (box.w - gutter * (count - 1)) // count
    return tuple(Box(box.x + n * (width + gutter), box.y, width, box.h) for n in range(count))


def column_name(number: int) -> str:
    """Return the name of the slot of column `number`, counted from 0."""
    return f"Column {number + 1}"
