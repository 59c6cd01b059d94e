"""A chart section as numbers to draw. Apart from `chart` so that others never import what draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paroll.kinds.chart_data import Column
from paroll.kinds.chart_words import described, said
from paroll.layout.charts.figures import Amount, Figures, Strand
from paroll.layout.charts.filling import ChartFill
from paroll.looks.house import House
from paroll.programme.amounts import Amount as Read
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
    return Figures(section.chart, data.names, strands, highlight, _shared_unit(section))


def _shared_unit(section: Chart) -> str:
    """Return the unit of all numbers, if they have one: that of the chart, or a sign they bear."""
    known = [amount for column in section.data.columns for amount in column.amounts if amount]
    own = section.unit.text if section.unit else ""
    units = {amount.suffix.strip() or own for amount in known}
    return units.pop() if len(units) == 1 else ""


def _strand(section: Chart, column: Column) -> Strand:
    unit = section.unit.text if section.unit else ""
    parted = f"\u00a0{unit}" if unit else ""
    amounts = tuple(
        Amount(
            amount.value,
            said(amount, unit),
            pattern(amount, parted),
            cell.span,
            _bare(amount),
        )
        if amount
        else Amount(None, "", "", cell.span)
        for amount, cell in zip(column.amounts, column.cells, strict=True)
    )
    name = column.name.text or " ".join(section.heading.text.split())
    return Strand(name, amounts, column.name.span)


def _bare(amount: Read) -> tuple[str, str]:
    """Return a number without its unit, as typed and as a spreadsheet writes it."""
    alone = amount._replace(typed=amount.typed.removesuffix(amount.suffix), suffix="")
    return said(alone, ""), pattern(alone, "")
