"""Scales: from values to places, with room left for the labels at the ends of bars."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from paroll.tuples import NamedTuple
from paroll.units import Box, Emu


class Reach(NamedTuple):
    """A value, and the room its label takes beyond the end of its bar."""

    value: float
    label: Emu


class Scale(NamedTuple):
    """A scale between two edges: `zero` is where the value 0 stands, `unit` the length of 1."""

    left: Emu
    right: Emu
    zero: Emu
    unit: float

    def at(self, value: float) -> Emu:
        """Return where `value` stands."""
        return round(self.zero + value * self.unit)

    @property
    def low(self) -> float:
        """The value at the left edge."""
        return (self.left - self.zero) / self.unit

    @property
    def high(self) -> float:
        """The value at the right edge."""
        return (self.right - self.zero) / self.unit

    def bar(self, value: float, top: Emu, bottom: Emu) -> Box:
        """Return the bar from zero to `value`."""
        ends = sorted((self.zero, self.at(value)))
        return Box.between(ends[0], top, ends[1], bottom)

    def longest(self, reaches: Sequence[Reach]) -> float:
        """Return the length of the longest bar."""
        return max(abs(reach.value) for reach in reaches) * self.unit


def fitted(reaches: Sequence[Reach], left: Emu, right: Emu) -> Scale | None:
    """Return the largest scale at which all bars and their labels stand between the edges.

    None if labels alone take the room.
    """
    nothing = Reach(0, 0)
    below = [nothing, *(reach for reach in reaches if reach.value < 0)]
    above = [nothing, *(reach for reach in reaches if reach.value >= 0)]
    room = right - left
    units = [
        (room - under.label - over.label) / (over.value - under.value)
        for under, over in product(below, above)
        if over.value > under.value
    ]
    aside = max(under.label for under in below) + max(over.label for over in above)
    unit = min(units, default=0)
    if unit <= 0 or aside > room:
        return None
    zero = left + max(round(under.label - under.value * unit) for under in below)
    return Scale(left, right, zero, unit)
