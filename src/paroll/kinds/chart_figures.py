"""A chart section as numbers to draw. Apart from `chart` so that others never import what draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paroll.kinds.chart_data import Column
from paroll.kinds.chart_words import described, said
from paroll.layout.charts.figures import Amount, Figures, Strand
from paroll.layout.charts.filling import ChartFill
from paroll.looks.house import House
from paroll.programme.amounts import pattern
from paroll.sheet import Colour

if TYPE_CHECKING:
    from paroll.kinds.chart import Chart


def filling(section: Chart, house: House, ground: Colour, *, titled: bool = True) -> ChartFill:
    """Return what fills the slot of the chart; its `titled` description begins with the heading."""
    alt = section.alt.text if section.alt else described(section, house.phrases, titled=titled)
    return ChartFill(figures(section), house.brand, ground, alt, section.data.span)


def figures(section: Chart) -> Figures:
    """Return the numbers as they are drawn."""
    data = section.data
    strands = tuple(_strand(section, column) for column in data.columns)
    highlight = section.highlight.text if section.highlight else ""
    return Figures(section.chart, data.names, strands, highlight)


def _strand(section: Chart, column: Column) -> Strand:
    unit = section.unit.text if section.unit else ""
    parted = f"\u00a0{unit}" if unit else ""
    amounts = tuple(
        Amount(amount.value, said(amount, unit), pattern(amount, parted), cell.span)
        if amount
        else Amount(None, "", "", cell.span)
        for amount, cell in zip(column.amounts, column.cells, strict=True)
    )
    name = column.name.text or " ".join(section.heading.text.split())
    return Strand(name, amounts, column.name.span)
