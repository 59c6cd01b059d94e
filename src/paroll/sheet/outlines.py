"""Outlines: what shapes and drawings are made of."""

from __future__ import annotations

from paroll.tuples import NamedTuple
from paroll.units import Box, Emu


class Segment(NamedTuple):
    """A step of an outline: M (move), L (line), C (cubic curve) or Z (close), absolute, in EMU."""

    step: str
    points: tuple[tuple[Emu, Emu], ...] = ()


class Area(NamedTuple):
    """A part of a drawing: an outline filled in a colour of its own, `#RRGGBB`, without a line.

    It is filled nonzero or even–odd; of what reaches beyond `window` nothing is seen.
    """

    fill: str
    outline: tuple[Segment, ...]
    nonzero: bool = True
    window: Box | None = None
