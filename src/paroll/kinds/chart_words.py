"""A chart in words: for those who do not see it, and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from paroll.looks.phrases import Phrases
from paroll.programme.amounts import Amount
from paroll.source import Plain

if TYPE_CHECKING:
    from paroll.kinds.chart import Chart
    from paroll.kinds.chart_data import Column

MOST_SAID = 12
"""The most values of a chart that are all said; of more, first, last, highest and lowest."""


def said(amount: Amount, unit: str) -> str:
    """Return a number as typed, held together, and its unit after a space that holds."""
    typed = amount.typed.replace(" ", "\u00a0")
    return f"{typed}\u00a0{unit}" if unit and not amount.suffix else typed


def described(section: Chart, phrases: Phrases, *, titled: bool = True) -> str:
    """Return the chart as one would tell it on the telephone, with its heading if `titled`."""
    data = section.data
    head = phrases.chart(section.chart)
    if titled:
        head = f"{head}: {section.heading.text}".replace("\n", " ")
    many = sum(len(column.amounts) for column in data.columns) > MOST_SAID
    told = [
        (f"{column.name}: " if column.name.text else "")
        + (_gist(section, column, phrases) if many else _values(section, column))
        for column in data.columns
    ]
    return " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in [head, *told])


def _values(section: Chart, column: Column) -> str:
    pairs = zip(section.data.names, column.amounts, strict=True)
    return ", ".join(f"{name} {said(a, _unit(section))}" for name, a in pairs if a)


def _gist(section: Chart, column: Column, phrases: Phrases) -> str:
    known = [(n, a) for n, a in zip(section.data.names, column.amounts, strict=True) if a]

    def told(pair: tuple[Plain, Amount]) -> str:
        return f"{pair[0]} {said(pair[1], _unit(section))}"

    return phrases.gist.format(
        first=told(known[0]),
        last=told(known[-1]),
        high=told(max(known, key=lambda pair: pair[1].value)),
        low=told(min(known, key=lambda pair: pair[1].value)),
    )


def _unit(section: Chart) -> str:
    return section.unit.text if section.unit else ""


def spoken(section: Chart) -> Iterator[tuple[Plain, str]]:
    """Yield for each category what its numbers are: `Sundsvall: 41,5 %`."""
    columns = section.data.columns
    for place, name in enumerate(section.data.names):
        amounts = [(column.name.text, column.amounts[place]) for column in columns]
        known = [(series, amount) for series, amount in amounts if amount]
        told = (f"{series} {said(amount, _unit(section))}".strip() for series, amount in known)
        yield name, f"{name}: {', '.join(told)}"
