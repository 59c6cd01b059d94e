"""Shaped text: what HarfBuzz makes of a string in one of the brand's faces.

A shape is in font units, so one shaping serves every size, and a word that occurs on the slide
and on the leaflet is shaped once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from paroll.brand.model import FontFile
from paroll.sheet import Face, Glyph, Run
from paroll.tuples import NamedTuple


class Metrics(NamedTuple):
    """A face's vertical metrics as parts of its size; `descent` is positive."""

    ascent: float
    descent: float
    cap_height: float
    units_per_em: int


class Typecase:
    """The faces of a brand, ready to be set. Faces the kit lacks fall back to their regular.

    What was shaped or broken once is kept, since the same paragraph is tried in many layouts;
    `galleys` and `replaced` are filled by `layout.setting`, `blocks` by whoever tries something in
    many sizes, under keys of their own.

    `fallback` are the widths of faces in which text must fit too, where that is asked for.
    """

    def __init__(self, faces: Mapping[Face, FontFile]) -> None:
        self.faces = faces
        self.galleys: dict[tuple[tuple[Run, ...], Face], Any] = {}
        self.blocks: dict[tuple[object, ...], Any] = {}
        self.fallback: Mapping[Face, Mapping[str, float]] = {}
        self.replaced: dict[int, Any] = {}
        self._shapes: dict[tuple[Face, str], tuple[Glyph, ...]] = {}
        self._metrics: dict[Face, Metrics] = {}

    def beside(self, fallback: Mapping[Face, Mapping[str, float]]) -> Typecase:
        """Return these faces, with all that is known of them, for text that fits `fallback` too."""
        other = copy(self)
        other.fallback, other.replaced = fallback, {}
        return other

    def at_hand(self, face: Face) -> Face:
        """Return the nearest face the kit has: italic is given up before bold."""
        if face in self.faces:
            return face
        for near in (
            face._replace(italic=False),
            Face(face.family),
            face._replace(bold=True),
        ):
            if near in self.faces:
                return near
        return next(iter(sorted(f for f in self.faces if f.family is face.family)))

    def glyphs(self, face: Face, text: str) -> tuple[Glyph, ...]:
        """Return the glyphs that `text` (one line, left to right) takes in `face`."""
        key = (face, text)
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = _shape(_font(self.faces[face]), text)
        return shape

    def metrics(self, face: Face) -> Metrics:
        """Return the vertical metrics of `face`."""
        metrics = self._metrics.get(face)
        if metrics is None:
            metrics = self._metrics[face] = _measure(_font(self.faces[face]))
        return metrics

    def reach(self, face: Face, text: str) -> tuple[float, float]:
        """Return how far the glyphs of `text` reach above and below the baseline, in ems."""
        font, units = _font(self.faces[face]), self.metrics(face).units_per_em
        glyphs = self.glyphs(face, text)
        shapes = [(font.get_glyph_extents(glyph.id), glyph.dy) for glyph in glyphs]
        above = max(shape.y_bearing + dy for shape, dy in shapes)
        below = min(shape.y_bearing + shape.height + dy for shape, dy in shapes)
        return above / units, -below / units

    def bearing(self, face: Face, text: str) -> float:
        """Return how far right of its origin the ink of `text` begins, in ems."""
        first, units = self.glyphs(face, text)[0], self.metrics(face).units_per_em
        extents = _font(self.faces[face]).get_glyph_extents(first.id)
        return float((extents.x_bearing + first.dx) / units)

    def missing(self, face: Face, text: str) -> str:
        """Return the characters of `text` that `face` has no glyph for, each once, in order."""
        lost = (glyph.text for glyph in self.glyphs(face, text) if glyph.id == 0)
        return "".join(dict.fromkeys("".join(lost)))


@lru_cache(maxsize=64)
def _font(file: FontFile) -> hb.Font:
    return hb.Font(hb.Face(file.data))


def _shape(font: hb.Font, text: str) -> tuple[Glyph, ...]:
    if not text:
        return ()
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = [info.cluster for info in infos]
    letters = text if len(infos) == len(text) == len(set(starts)) else _letters(text, starts)
    return tuple(
        Glyph(info.codepoint, position.x_advance, position.x_offset, position.y_offset, letter)
        for info, position, letter in zip(infos, positions, letters, strict=True)
    )


def _letters(text: str, starts: Sequence[int]) -> list[str]:
    """Return what each glyph stands for: the first of a cluster for all its letters."""
    firsts = sorted(set(starts))
    ends = dict(zip(firsts, [*firsts[1:], len(text)], strict=True))
    return [
        "" if start == before else text[start : ends[start]]
        for before, start in pairwise([-1, *starts])
    ]


def _measure(font: hb.Font) -> Metrics:
    units = font.face.upem
    extents = font.get_font_extents("ltr")
    cap = font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    return Metrics(extents.ascender / units, -extents.descender / units, cap / units, units)
