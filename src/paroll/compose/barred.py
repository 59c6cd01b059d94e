"""Bars: what tells a quotation in running text from the rest. They hang left of its column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from paroll.kinds.kind import Level
from paroll.layout.setting import Matter
from paroll.sheet import Line, Shape, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Box

QUOTED = (Level.QUOTE, Level.SAID)
OFF, WIDE = 0.55, 0.16
"""How far left of the text a bar stands and how wide it is, in sizes of the text."""


class _Quotation(NamedTuple):
    """The lines of a quotation, and of who said it."""

    style: Style
    lines: list[Line]


def bars(matter: Matter, text: Text) -> Iterator[Shape]:
    """Yield a bar beside each quotation in `text`, which is `matter` at its place."""
    left = text.slot.box.x
    for style, lines in _quotations(matter, text):
        first, last = lines[0], lines[-1]
        if style.marker:
            right, size = left - round(style.marker.size * OFF), style.marker.size
            top = first.y - max(round(run.size * 0.7) for run in first.runs)
            yield Shape(
                Box.between(right - round(size * WIDE), top, right, last.y), style.marker.colour
            )


def _quotations(matter: Matter, text: Text) -> list[_Quotation]:
    lines, found, within = iter(text.lines), list[_Quotation](), False
    for block in matter.blocks:
        own = list(islice(lines, len(block.lines)))
        quoted = block.paragraph.level in QUOTED
        if within and (quoted or block.paragraph.level == Level.SMALL):
            found[-1].lines.extend(own)
        elif quoted:
            found.append(_Quotation(block.style, own))
        within = quoted
    return found
