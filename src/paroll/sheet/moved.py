"""Moving marks: a page takes its place on a larger sheet, a chart the size of a smaller one."""

from __future__ import annotations

from typing import assert_never

from paroll.sheet.charts import Axes, Chart, Series
from paroll.sheet.model import Line, Mark, Picture, Row, Shape, Slot, Table, Text
from paroll.sheet.outlines import Segment
from paroll.sheet.style import Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu


def moved(mark: Mark, right: Emu) -> Mark:
    """Return `mark` so far to the right of where it stood."""
    step = _Step(1, right)
    match mark:
        case Text():
            return step.text(mark)
        case Shape():
            return step.shape(mark)
        case Picture():
            return step.picture(mark)
        case Table():
            return step.table(mark)
        case Chart():
            return step.chart(mark)
        case _:
            assert_never(mark)


def reduced(chart: Chart, part: float, right: Emu, down: Emu) -> Chart:
    """Return a chart that stood at the corner of the page in a part of its size, and moved."""
    return _Step(part, right, down).chart(chart)


class _Step(NamedTuple):
    """How marks are moved: to a `part` of their size first, then `right` and `down`."""

    part: float
    right: Emu
    down: Emu = 0

    def length(self, length: Emu) -> Emu:
        return length if self.part == 1 else round(length * self.part)

    def x(self, x: Emu) -> Emu:
        return self.length(x) + self.right

    def y(self, y: Emu) -> Emu:
        return self.length(y) + self.down

    def box(self, box: Box) -> Box:
        return Box(self.x(box.x), self.y(box.y), self.length(box.w), self.length(box.h))

    def style(self, style: Style) -> Style:
        return style._replace(
            size=self.length(style.size),
            leading=self.length(style.leading),
            before=self.length(style.before),
            indent=self.length(style.indent),
        )

    def slot(self, slot: Slot) -> Slot:
        levels = slot.levels if self.part == 1 else tuple(map(self.style, slot.levels))
        return slot._replace(box=self.box(slot.box), levels=levels)

    def text(self, text: Text) -> Text:
        lines = tuple(map(self.line, text.lines))
        height = self.length(text.height)
        return text._replace(slot=self.slot(text.slot), lines=lines, height=height)

    def line(self, line: Line) -> Line:
        runs = tuple(r._replace(x=self.x(r.x), size=self.length(r.size)) for r in line.runs)
        return Line(self.y(line.y), self.length(line.width), runs)

    def shape(self, shape: Shape) -> Shape:
        return shape._replace(box=self.box(shape.box), outline=self.outline(shape.outline))

    def outline(self, outline: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return tuple(
            segment._replace(points=tuple((self.x(x), self.y(y)) for x, y in segment.points))
            for segment in outline
        )

    def picture(self, picture: Picture) -> Picture:
        areas = tuple(
            area._replace(
                outline=self.outline(area.outline), window=area.window and self.box(area.window)
            )
            for area in picture.areas
        )
        slot = picture.slot and self.slot(picture.slot)
        return picture._replace(box=self.box(picture.box), slot=slot, areas=areas)

    def table(self, table: Table) -> Table:
        rows = tuple(
            Row(self.length(row.height), tuple(map(self.text, row.cells))) for row in table.rows
        )
        return table._replace(slot=self.slot(table.slot), box=self.box(table.box), rows=rows)

    def chart(self, chart: Chart) -> Chart:
        ink = tuple(
            self.text(each) if isinstance(each, Text) else self.shape(each) for each in chart.ink
        )
        series, axes = tuple(map(self.series, chart.series)), self.axes(chart.axes)
        return chart._replace(slot=self.slot(chart.slot), series=series, axes=axes, ink=ink)

    def series(self, series: Series) -> Series:
        labels = tuple(
            label
            and label._replace(
                style=self.style(label.style),
                shift=(self.length(label.shift[0]), self.length(label.shift[1])),
            )
            for label in series.labels
        )
        return series._replace(labels=labels, thick=self.length(series.thick))

    def axes(self, axes: Axes) -> Axes:
        return axes._replace(
            plot=self.box(axes.plot),
            names=self.style(axes.names),
            key=axes.key and self.box(axes.key),
            unit=axes.unit and self.text(axes.unit),
        )
