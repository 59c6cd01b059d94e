"""Moving marks: a page that was composed by itself takes its place on a larger sheet."""

from __future__ import annotations

from typing import assert_never

from paroll.sheet.charts import Chart
from paroll.sheet.model import Line, Mark, Picture, Row, Shape, Slot, Table, Text
from paroll.sheet.outlines import Segment
from paroll.units import Box, Emu


def moved(mark: Mark, right: Emu) -> Mark:
    """Return `mark` so far to the right of where it stood."""
    match mark:
        case Text():
            return _text(mark, right)
        case Shape():
            return _shape(mark, right)
        case Picture():
            return _picture(mark, right)
        case Table():
            rows = tuple(
                Row(row.height, tuple(_text(cell, right) for cell in row.cells))
                for row in mark.rows
            )
            return mark._replace(slot=_slot(mark.slot, right), box=_box(mark.box, right), rows=rows)
        case Chart():
            ink = tuple(
                _text(each, right) if isinstance(each, Text) else _shape(each, right)
                for each in mark.ink
            )
            key = mark.axes.key and _box(mark.axes.key, right)
            axes = mark.axes._replace(plot=_box(mark.axes.plot, right), key=key)
            return mark._replace(slot=_slot(mark.slot, right), axes=axes, ink=ink)
        case _:
            assert_never(mark)


def _box(box: Box, right: Emu) -> Box:
    return box._replace(x=box.x + right)


def _slot(slot: Slot, right: Emu) -> Slot:
    return slot._replace(box=_box(slot.box, right))


def _text(text: Text, right: Emu) -> Text:
    lines = tuple(_line(line, right) for line in text.lines)
    return text._replace(slot=_slot(text.slot, right), lines=lines)


def _line(line: Line, right: Emu) -> Line:
    return line._replace(runs=tuple(run._replace(x=run.x + right) for run in line.runs))


def _shape(shape: Shape, right: Emu) -> Shape:
    return shape._replace(box=_box(shape.box, right), outline=_outline(shape.outline, right))


def _outline(outline: tuple[Segment, ...], right: Emu) -> tuple[Segment, ...]:
    return tuple(
        segment._replace(points=tuple((x + right, y) for x, y in segment.points))
        for segment in outline
    )


def _picture(picture: Picture, right: Emu) -> Picture:
    areas = tuple(
        area._replace(
            outline=_outline(area.outline, right), window=area.window and _box(area.window, right)
        )
        for area in picture.areas
    )
    slot = picture.slot and _slot(picture.slot, right)
    return picture._replace(box=_box(picture.box, right), slot=slot, areas=areas)
