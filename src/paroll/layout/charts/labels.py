"""Labels: single texts set at a place, measured with room to spare, kept off each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from paroll.finding import Span
from paroll.layout.fit import Matter
from paroll.layout.setting import MEASURE, SAFETY, break_text, in_fallback, place, widest
from paroll.layout.typecase import Typecase
from paroll.sheet import Align, Anchor, Paragraph, Role, Run, Slot, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu

NBSP = "\u00a0"
LABEL, NAME = "Label", "Name"


def width(case: Typecase, style: Style, text: str) -> Emu:
    """Return the room one line of `text` takes, PowerPoint's own measure included."""
    return round(widest(case, style, text.split("\n")) / (SAFETY * MEASURE)) + 1


def line(case: Typecase, style: Style, text: str, box: Box, span: Span | None = None) -> Text:
    """Set `text` in the middle of the height of `box`, on one line or as its newlines break it."""
    held = text.replace(" ", NBSP)
    return _set(case, style, held, box, Span("", 0, 0) if span is None else span)


def _set(case: Typecase, style: Style, text: str, box: Box, span: Span) -> Text:
    slot = Slot(LABEL, Role.BODY, box, (style,), Anchor.MIDDLE)
    paragraph = Paragraph((Run(text),), span=span)
    return place(break_text(case, slot, (paragraph,)), span)


class Column(NamedTuple):
    """Names of categories broken to a width: how wide they are, how many lines the longest has."""

    width: Emu
    lines: int


def lines_at(case: Typecase, style: Style, name: str, measure: Emu) -> int:
    """Return how many lines `name` takes in `measure`; 0 if a word of it is wider."""
    slot = Slot(NAME, Role.BODY, Box(0, 0, round(measure * SAFETY), 1), (style,))
    matter = break_text(case, slot, (Paragraph((Run(name),)),))
    if case.fallback:
        matter = in_fallback(case, matter)
    return 0 if matter.overwide else len(matter.blocks[0].lines)


def too_long(style: Style, text: str, box: Box, span: Span | None) -> Matter:
    """Return a name with the room it would have to stand in."""
    return Matter(Slot(NAME, Role.BODY, box, (style,)), (Paragraph((Run(text),), span=span),))


def name(case: Typecase, style: Style, text: str, box: Box, span: Span | None = None) -> Text:
    """Set the name of a category in `box`; it may take several lines."""
    slot = Slot(NAME, Role.BODY, box, (style,), _anchor(style))
    return place(break_text(case, slot, (Paragraph((Run(text),), span=span),)), span)


def _anchor(style: Style) -> Anchor:
    """Return where names stand: under columns they hang from the line, beside bars they do not."""
    return Anchor.TOP if style.align is Align.CENTRE else Anchor.MIDDLE


def apart(wanted: Sequence[Emu], heights: Sequence[Emu], top: Emu, bottom: Emu) -> list[Emu] | None:
    """Return the middles of labels moved as little as need be to stand clear of each other.

    `wanted` are the middles they would have. None if all do not fit between `top` and `bottom`.
    """
    if sum(heights) > bottom - top:
        return None
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    middles = [wanted[n] for n in order]
    sizes = [heights[n] for n in order]
    reach = top
    for n, size in enumerate(sizes):
        middles[n] = max(middles[n], reach + size // 2)
        reach = middles[n] - size // 2 + size
    reach = bottom
    for n in reversed(range(len(sizes))):
        middles[n] = min(middles[n], reach - (sizes[n] - sizes[n] // 2))
        reach = middles[n] - sizes[n] // 2
    back = dict(zip(order, middles, strict=True))
    return [back[n] for n in range(len(wanted))]


def clear(boxes: Sequence[Box]) -> bool:
    """Say whether boxes in a row, left to right, stand clear of each other."""
    return all(one.right <= other.x for one, other in pairwise(boxes))
