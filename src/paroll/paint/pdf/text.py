"""Lines of glyphs as the text operators of a content stream (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paroll.brand.model import Brand
from paroll.paint.pdf.fonts import Font, fonts_of, said
from paroll.sheet import Document, Glyph, GlyphRun
from paroll.units import Box, Emu, to_pt

Cluster = tuple[str, tuple[Glyph, ...]]
"""Some text and the glyphs that show it together."""


class Lettering:
    """The texts of a document as a PDF sets them: its fonts, and what shows each run of glyphs.

    Screens and presses show the same glyphs in the same places, so one serves both.
    """

    def __init__(self, document: Document, brand: Brand) -> None:
        self.fonts = fonts_of(document, brand)
        self._shown: dict[tuple[GlyphRun, Emu, bool], str] = {}

    def shown(self, run: GlyphRun, y: Emu, *, last: bool) -> str:
        """Return the operators that show `run`, as the function `shown` makes them."""
        key = (run, y, last)
        operators = self._shown.get(key)
        if operators is None:
            operators = self._shown[key] = shown(run, y, self.fonts[run.face], last=last)
        return operators


def shown(run: GlyphRun, y: Emu, font: Font, *, last: bool) -> str:
    """Return the operators that show `run` on the baseline `y`, the page's top at 0.

    `last` says that a line ends here. A hyphen that was typed there is given out with a space
    after it: readers that join divided words would swallow it otherwise ("e-" "handel").
    """
    size = to_pt(run.size)
    clusters = list(_clusters(run.glyphs))
    if last and clusters and run.glyphs[-1].text == "-":
        clusters[-1] = ("- ", clusters[-1][1])
    spans = (
        _span(own, list(group), font, size)
        for own, group in groupby(clusters, key=lambda cluster: _is_own(cluster, font))
    )
    place = f"1 0 0 1 {_number(to_pt(run.x))} {_number(-to_pt(y))} Tm"
    return f"/{font.resource} {_number(size)} Tf {place} {' '.join(spans)}"


def extent(run: GlyphRun, y: Emu, font: Font) -> Box:
    """Return what `run` covers on the baseline `y`, from the font's ascent to its descent."""
    scale = run.size / font.units
    width = sum(glyph.advance for glyph in run.glyphs) * scale
    top, bottom = y - font.ascent * scale, y - font.descent * scale
    return Box.between(run.x, round(top), round(run.x + width), round(bottom))


def _clusters(glyphs: Sequence[Glyph]) -> Iterator[Cluster]:
    """Yield each glyph that carries text with the glyphs without that follow it."""
    starts = [n for n, glyph in enumerate(glyphs) if glyph.text or n == 0]
    for start, end in zip(starts, [*starts[1:], len(glyphs)], strict=True):
        yield said(glyphs[start]), tuple(glyphs[start:end])


def _is_own(cluster: Cluster, font: Font) -> bool:
    text, glyphs = cluster
    return len(glyphs) == 1 and font.texts.get(glyphs[0].id) == text


def _span(own: bool, clusters: Sequence[Cluster], font: Font, size: float) -> str:
    """Show clusters whose text is their glyphs' own, or say what it is instead."""
    glyphs = [glyph for _, cluster in clusters for glyph in cluster]
    rows = " ".join(
        _raised(list(row), dy, font, size) for dy, row in groupby(glyphs, key=lambda g: g.dy)
    )
    if own:
        return rows
    text = "".join(text for text, _ in clusters).encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <FEFF{text}>>> BDC {rows} EMC"


def _raised(glyphs: Sequence[Glyph], dy: int, font: Font, size: float) -> str:
    row = _row(glyphs, font)
    return f"{_number(dy * size / font.units)} Ts {row} 0 Ts" if dy else row


def _row(glyphs: Sequence[Glyph], font: Font) -> str:
    """Show glyphs, and move by what shaping made of their advances: TJ counts leftwards."""
    items, shift = [], 0
    for glyph in glyphs:
        items.append(_shift(shift + glyph.dx, font))
        items.append(f"<{glyph.id:04X}>")
        shift = glyph.advance - glyph.dx - font.widths[glyph.id]
    items.append(_shift(shift, font))
    return f"[{''.join(items)}]TJ".replace("><", "")


def _shift(units: int, font: Font) -> str:
    return _number(-units * 1000 / font.units) if units else ""


def _number(value: float) -> str:
    """Return `value` to a ten-thousandth, as short as it goes."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
