"""Bars, columns and parts of bars: what they have in common, value by value."""

from __future__ import annotations

from collections.abc import Callable

from paroll.layout.charts.figures import Amount, Job
from paroll.sheet import Label, Series, Shape, Text
from paroll.tuples import NamedTuple
from paroll.units import Box


class Bar(NamedTuple):
    """A value drawn: its box, its label as it is set, and as a spreadsheet is told of it."""

    box: Box
    word: Text
    label: Label


class Run(NamedTuple):
    """All bars of a chart: first the bars, then the labels; and its series."""

    bars: tuple[Shape, ...]
    words: tuple[Text, ...]
    series: tuple[Series, ...]


def run(job: Job, draw: Callable[[int, int, Amount], Bar | None]) -> Run:
    """Draw each value: `draw` takes the numbers of strand and category; None is not drawn."""
    bars: list[Shape] = []
    words: list[Text] = []
    series: list[Series] = []
    for number, strand in enumerate(job.figures.strands):
        colours = job.colours(number)
        drawn = [draw(number, place, amount) for place, amount in enumerate(strand.amounts)]
        known = [(bar, colour) for bar, colour in zip(drawn, colours, strict=True) if bar]
        bars += [Shape(bar.box, colour) for bar, colour in known]
        words += [bar.word for bar, _ in known]
        own = tuple(bar.label if bar else None for bar in drawn)
        series.append(Series(strand.name, strand.values, colours, own))
    return Run(tuple(bars), tuple(words), tuple(series))
