"""Checks that every text can be told from what lies under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from paroll.brand.colour import contrast
from paroll.brand.model import Brand, FontFile
from paroll.checks.grounds import Layer, ground, grounds, layer
from paroll.finding import Finding, Rule, Severity
from paroll.layout.typecase import Typecase
from paroll.sheet import Colour, Document, Face, Family, GlyphRun, Line, Mark, Text, inks
from paroll.source import shortened
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

LEAST, LEAST_LARGE = 4.5, 3.0
"""The least contrast of text, and of large text (WCAG 2.2, 1.4.3)."""
LARGE, LARGE_BOLD = pt(18), pt(14)
"""From which size text is large, and from which bold text is."""

FAINT = Rule(
    "S302",
    Severity.ERROR,
    "text is hard to tell from its ground",
    "Text needs a contrast of 4.5 : 1 to what lies under it, from 18 points or 14 points bold "
    "3 : 1 (WCAG 2.2, 1.4.3): ground, shapes and the fills of table cells, line by line. Colours "
    "come from the brand and places from its look, so it is mended in the brand kit.",
)
ON_PICTURE = Rule(
    "S303",
    Severity.ERROR,
    "text stands on a picture",
    "What a picture looks like under a text is not known, so nobody can promise that the text can "
    "be read: another picture, or the same cut otherwise, changes it. Text stands beside pictures, "
    "or on an area of one colour that is laid over them.",
)
RULES = (FAINT, ON_PICTURE)

_ASIDE = "stand it beside the picture, or lay an area of one colour between the two"
_RISE, _DROP = 0.75, 0.22
"""How far letters reach above and below their baseline, in sizes."""
_FIGURES = re.compile(r"[\d\s%]*")


class _Voice(NamedTuple):
    """All of a text that counts for its contrast."""

    colour: Colour
    large: bool


def check(document: Document, brand: Brand) -> Iterator[Finding]:
    """Yield a finding for each text that can hardly be told from a ground it stands on.

    The colours of a house template are nothing an author can mend; `paroll brand check` names them.
    """
    below: dict[int, list[Layer]] = {}
    for sheet in document.sheets:
        if sheet.layout.native:
            continue
        key = id(sheet.layout)
        if key not in below:
            below[key] = [ground(sheet.layout.ground)]
            yield from _laid(sheet.layout.furniture, below[key], brand)
        yield from _laid(sheet.content, [*below[key]], brand)


def _laid(marks: Iterable[Mark], layers: list[Layer], brand: Brand) -> Iterator[Finding]:
    """Lay `marks` on `layers`, one by one; yield the texts that cannot be told from those below."""
    for ink in inks(marks):
        if isinstance(ink, Text):
            yield from _told(ink, layers, brand)
        else:
            layers.append(layer(ink))


def _told(text: Text, layers: Sequence[Layer], brand: Brand) -> Iterator[Finding]:
    pairs = dict.fromkeys(_pairs(text, layers, brand))
    for voice, below in pairs:
        said, span = f"“{shortened(text.text)}”", text.span or brand.span
        if below is None:
            yield ON_PICTURE.at(span, f"{said} stands on a picture", _ASIDE)
            continue
        least = LEAST_LARGE if voice.large else LEAST
        measured = _contrast(brand.colours[voice.colour].screen, brand.colours[below].screen)
        if measured < least:
            message = (
                f"{said} in `{voice.colour}` has a contrast of {measured:.1f} : 1 to `{below}`"
            )
            yield FAINT.at(span, message, _hint(measured, least))


def _hint(measured: float, least: float) -> str:
    """Return what to do. Large text may be fainter, so what is shortened may be mended."""
    if measured >= LEAST_LARGE:
        return (
            f"it takes {least:g} : 1 where it is small: shorten its lines, so that it is set in 14 "
            "points bold or more, or change one of the two colours"
        )
    return f"it takes {least:g} : 1: change one of the two colours"


_contrast = lru_cache(maxsize=256)(contrast)


def _pairs(
    text: Text, layers: Sequence[Layer], brand: Brand
) -> Iterator[tuple[_Voice, Colour | None]]:
    """Yield how `text` is voiced, with each ground that it stands on so.

    Of a text that outgrows its slot, which is said to be too long, only what stands in the slot is
    judged: what the rest runs over is no ground of its.
    """
    if not text.lines:
        return
    slot = text.slot.box
    grown = text.height > slot.h
    below = [] if grown else grounds(_whole(text, brand), layers)
    if len(below) == 1:
        for run in (run for line in text.lines for run in line.runs):
            yield _voice(run), below[0]
        return
    for line in text.lines:
        for run, box in _boxes(line, slot, brand):
            if not grown or slot.contains(box):
                yield from product((_voice(run),), grounds(box, layers))


def _voice(run: GlyphRun) -> _Voice:
    return _Voice(run.colour, run.size >= (LARGE_BOLD if run.face.bold else LARGE))


def _whole(text: Text, brand: Brand) -> Box:
    """Return what the ink of all lines keeps within."""
    first, last, box = text.lines[0], text.lines[-1], text.slot.box
    top = first.y - round(_RISE * max(run.size for run in first.runs))
    bottom = last.y + max(_drop(run, brand) for run in last.runs)
    return Box.between(box.x, top, box.right, bottom)


def _boxes(line: Line, box: Box, brand: Brand) -> Iterator[tuple[GlyphRun, Box]]:
    """Yield the runs of a line and the box of the ink of each."""
    right = min(box.right, line.runs[0].x + line.width)
    ends = [*(run.x for run in line.runs[1:]), right]
    for run, end in zip(line.runs, ends, strict=True):
        top, bottom = line.y - round(_RISE * run.size), line.y + _drop(run, brand)
        yield run, Box.between(run.x, top, max(end, run.x + 1), bottom)


def _drop(run: GlyphRun, brand: Brand) -> Emu:
    """Return how far `run` reaches below its baseline: most figures are large, and stand on it."""
    said, file = "".join(glyph.text for glyph in run.glyphs), brand.faces.get(run.face)
    below = _below_figures(file) if file and _FIGURES.fullmatch(said) else _DROP
    return round(run.size * below)


@lru_cache(maxsize=64)
def _below_figures(file: FontFile) -> float:
    """Return how far the figures of a font reach below their baseline, in sizes: some descend."""
    face = Face(Family.BODY)
    return max(0.0, Typecase({face: file}).reach(face, "0123456789%")[1])
