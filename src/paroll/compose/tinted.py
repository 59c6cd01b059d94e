"""Charts in the colours of a house template: roles of the brand become colours of the page."""

from __future__ import annotations

from collections.abc import Mapping

from paroll.finding import Finding, Span
from paroll.layout.charts.filling import ChartFill
from paroll.layout.fit import Matter
from paroll.layout.typecase import Typecase
from paroll.sheet import Axes, Chart, Colour, Label, Line, Series, Shape, Slot, Style, Text
from paroll.tuples import NamedTuple

Colours = Mapping[Colour, Colour]


class Tinted(NamedTuple):
    """A chart in other colours than its brand's. See `fit.Filling`."""

    chart: ChartFill
    colours: Colours

    @property
    def span(self) -> Span | None:
        """See `Filling.span`."""
        return self.chart.span

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        return self.chart.fits(case, slot)

    def set(self, case: Typecase, slot: Slot) -> Chart:
        """See `Filling.set`."""
        drawn = self.chart.set(case, slot)
        return drawn._replace(
            series=tuple(_series(series, self.colours) for series in drawn.series),
            axes=_axes(drawn.axes, self.colours),
            ink=tuple(_ink(ink, self.colours) for ink in drawn.ink),
        )

    def culprit(self, case: Typecase, slot: Slot) -> Matter | Finding | None:
        """See `Filling.culprit`."""
        return self.chart.culprit(case, slot)


def _series(series: Series, colours: Colours) -> Series:
    return series._replace(
        colours=tuple(colours.get(colour, colour) for colour in series.colours),
        labels=tuple(label and _label(label, colours) for label in series.labels),
    )


def _label(label: Label, colours: Colours) -> Label:
    return label._replace(style=_style(label.style, colours))


def _style(style: Style, colours: Colours) -> Style:
    return style._replace(colour=colours.get(style.colour, style.colour))


def _axes(axes: Axes, colours: Colours) -> Axes:
    return axes._replace(
        names=_style(axes.names, colours),
        line=colours.get(axes.line, axes.line),
        rim=colours.get(axes.rim, axes.rim),
        unit=axes.unit and _text(axes.unit, colours),
    )


def _ink(ink: Shape | Text, colours: Colours) -> Shape | Text:
    if isinstance(ink, Shape):
        return ink._replace(fill=colours.get(ink.fill, ink.fill))
    return _text(ink, colours)


def _text(text: Text, colours: Colours) -> Text:
    slot = text.slot._replace(levels=tuple(_style(level, colours) for level in text.slot.levels))
    return text._replace(slot=slot, lines=tuple(_line(line, colours) for line in text.lines))


def _line(line: Line, colours: Colours) -> Line:
    runs = (run._replace(colour=colours.get(run.colour, run.colour)) for run in line.runs)
    return line._replace(runs=tuple(runs))
