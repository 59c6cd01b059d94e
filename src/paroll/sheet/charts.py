"""Charts as plain data: the numbers for whoever edits them, the ink for whoever draws them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from paroll.finding import Span
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu

if TYPE_CHECKING:
    from paroll.sheet.model import Shape, Slot, Text
    from paroll.sheet.style import Colour, Style


class ChartForm(StrEnum):
    """How a chart shows its numbers: `BAR` and `STACKED` lie, `COLUMN`s stand."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    PIE = "pie"
    STACKED = "stacked"


class Place(StrEnum):
    """Where a value's label stands beside what it measures."""

    OUTSIDE = "outside"
    INSIDE = "inside"
    ABOVE = "above"
    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"


class Label(NamedTuple):
    """How a value is written beside its bar, point or slice.

    `pattern` is its number format as spreadsheets write it; `name` says that the name of the
    series (of a pie: of the slice) stands before it, on a line of its own if `stacked`. `shift` is
    how far it was moved aside to clear another.
    """

    style: Style
    pattern: str
    place: Place
    name: bool = False
    stacked: bool = False
    shift: tuple[Emu, Emu] = (0, 0)


class Series(NamedTuple):
    """Numbers that belong together: for each category a value or None, its colour, its label.

    `thick` is how thick a line is.
    """

    name: str
    values: tuple[float | None, ...]
    colours: tuple[Colour, ...]
    labels: tuple[Label | None, ...]
    thick: Emu = 0


class Axes(NamedTuple):
    """Where a chart is drawn, and on which scale.

    `plot` is the room of bars, points or slices alone; `low` and `high` are the values at its
    edges, `gap` the space between bars in per cent of their width. Every `every`th category is
    named, in `names`. `line` is the colour of the line at zero, `rim` that of the gap between
    slices or segments; empty where there is none. `key` is the room of the series' names, if they
    are not at the bars; `unit` what all numbers count, if it does not stand at each.
    """

    plot: Box
    low: float
    high: float
    names: Style
    gap: int = 0
    every: int = 1
    line: Colour = ""
    rim: Colour = ""
    key: Box | None = None
    unit: Text | None = None


class Chart(NamedTuple):
    """Numbers drawn: what they are, and the shapes and texts they are drawn with.

    `alt` says it all in words.
    """

    slot: Slot
    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axes: Axes
    alt: str
    ink: tuple[Shape | Text, ...]
    span: Span | None = None
