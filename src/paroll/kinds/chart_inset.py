"""A chart among paragraphs: drawn as on a slide, and set in the size of the text round it."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.kinds.chart import CHART
from paroll.kinds.kind import Group, Level, Pieces
from paroll.kinds.labelled import Labelled
from paroll.layout.charts.filling import ChartFill
from paroll.layout.typecase import Typecase
from paroll.looks.house import BODY, STRONG_BODY, House
from paroll.sheet import Chart, ChartForm, Colour, Role, Shape, Slot, Style, Text, reduced
from paroll.units import Box, Emu, pt

DRAWN, LEADING = pt(18), pt(21.5)
"""The size of all labels as they are drawn: the distances in charts are those of slides."""
BEFORE = 0.8
"""The air above a chart, as a part of the size of the text."""
ROW, IN_GROUP, OF_GROUP, PART, KEY = 1.7, 1.3, 0.7, 2.1, 2.0
"""How many lines high a bar is that stands alone, one in a group, what a group has beside its bars,
a bar of parts, and the names of series above them."""
FLAT, LEAST, MOST = 0.5, 9, 13
"""How high other charts are, as a part of their width, and in lines at least and at most."""
HIGHER = (1, 1.2, 1.45)
"""How much higher a chart is drawn where its labels need more room."""


class ChartInset(Labelled):
    """A chart among paragraphs. It is not parted."""

    rank = 1

    def __init__(self, chart: ChartFill, words: tuple[Group, ...], house: House) -> None:
        super().__init__(words, house)
        self.chart = chart

    def stands(self, case: Typecase, slot: Slot) -> bool:
        """See `Inset.stands`."""
        return self._drawn(case, slot, self.smallest) is not None

    def pieces(self, case: Typecase, slot: Slot) -> Pieces:
        """See `Inset.pieces`."""
        found = self._found(case, slot)
        if not found:
            return Pieces()
        size, place = found
        style = slot.levels[Level.TEXT]
        height = round(place.box.h * size / DRAWN)
        return Pieces(round(style.size * BEFORE + style.before), 0, (height,))

    def set(self, case: Typecase, slot: Slot) -> Chart:
        """See `Inset.set`."""
        found = self._found(case, slot)
        if not found:
            raise ValueError("a chart is set only where it stands")
        size, place = found
        chart = reduced(self.chart.set(case, place), size / DRAWN, slot.box.x, slot.box.y)
        colour = slot.levels[Level.TEXT].colour
        return chart._replace(ink=tuple(_inked(ink, colour) for ink in chart.ink))

    def _found(self, case: Typecase, slot: Slot) -> tuple[Emu, Slot] | None:
        """Return the largest size of labels that is not larger than the text, and the slot."""
        drawn = ((size, self._drawn(case, slot, size)) for size in self.sizes(slot))
        return next(((size, place) for size, place in drawn if place), None)

    def _drawn(self, case: Typecase, slot: Slot, size: Emu) -> Slot | None:
        """Return the slot that the chart is drawn in, at the corner of the page, if it stands."""
        width = round(slot.box.w * DRAWN / size)
        colours = (slot.levels[Level.TEXT].colour, slot.levels[Level.SMALL].colour)
        key = (ChartInset, self.chart.figures, width, colours)
        if key not in case.blocks:
            places = self._places(width, *colours)
            case.blocks[key] = next((p for p in places if self.chart.fits(case, p)), None)
        place: Slot | None = case.blocks[key]
        return place

    def _places(self, width: Emu, names: Colour, quiet: Colour) -> Iterator[Slot]:
        """Yield slots of ever more height."""
        levels = (
            Style(BODY, DRAWN, LEADING, names),
            Style(BODY, DRAWN, LEADING, quiet),
            Style(STRONG_BODY, DRAWN, LEADING, names),
        )
        for higher in HIGHER:
            box = Box(0, 0, width, round(self._height(width) * higher))
            yield Slot(CHART, Role.CHART, box, levels)

    def _height(self, width: Emu) -> float:
        """Return how high the chart looks best."""
        figures = self.chart.figures
        rows, bars = len(figures.categories), len(figures.strands)
        if figures.form is ChartForm.STACKED:
            return LEADING * (rows * PART + KEY)
        if figures.form is ChartForm.BAR:
            row = ROW if figures.lone else bars * IN_GROUP + OF_GROUP
            return LEADING * (rows * row + (0 if figures.lone else KEY))
        return min(max(width * FLAT, LEADING * LEAST), LEADING * MOST)


def _inked(ink: Shape | Text, colour: Colour) -> Shape | Text:
    """Return a label in the strong colour in that of the text.

    It is bold anyway, and small type in a colour of three inks does not register.
    """
    if isinstance(ink, Shape):
        return ink
    lines = tuple(
        line._replace(
            runs=tuple(
                run._replace(colour=colour if run.colour == "strong" else run.colour)
                for run in line.runs
            )
        )
        for line in ink.lines
    )
    return ink._replace(lines=lines)
