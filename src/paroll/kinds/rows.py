"""Rows of a table in words, where there is no room for columns: "Vård: 1 200 kr, 41,5 %"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from paroll.finding import Span
from paroll.layout.quantities import unit_of
from paroll.programme import Words
from paroll.sheet import Run

Runs = tuple[Run, ...]


def said(rows: Sequence[Sequence[Words]], *, header: bool) -> Iterator[tuple[Runs, Span]]:
    """Yield each row below the header as running text, and where it was written."""
    names = rows[0] if header else ()
    for row in rows[int(header) :]:
        yield tuple(_said(row, names)), row[0].span


def _said(row: Sequence[Words], names: Sequence[Words]) -> Iterator[Run]:
    """Say the first cell in bold and the others after it, or below it if they need names."""
    label, *values = row
    named = list(_named(values, names[1:]))
    any_named = any(name for name, _ in named)
    mark = "; " if any(", " in part.text for pair in named for part in pair if part) else ", "
    if label.text:
        yield from (run._replace(bold=True) for run in _runs(label))
    if label.text and named:
        yield Run("\n" if any_named else ": ")
    for number, (name, value) in enumerate(named):
        if number:
            yield Run(mark)
        if name:
            yield from _runs(name)
            yield Run(": ")
        yield from _runs(value)


def _named(values: Sequence[Words], names: Sequence[Words]) -> Iterator[tuple[Words | None, Words]]:
    """Yield each value that is not empty, with its column's name if it does not speak for itself.

    A figure does by its unit, if no other of the row has that; a text, if it is the only one.
    """
    filled = [(place, value) for place, value in enumerate(values) if value.text]
    units = Counter(unit_of(value.text) for _, value in filled)
    for place, value in filled:
        unit = unit_of(value.text)
        speaks = units[unit] == 1 if unit else unit is None and len(filled) == 1
        name = names[place] if names else None
        yield (None if speaks or not (name and name.text) else name), value


def _runs(words: Words) -> Iterator[Run]:
    """Yield the runs of a cell on one line."""
    for number, runs in enumerate(words.paragraphs):
        if number:
            yield Run(" ")
        yield from (run._replace(text=run.text.replace("\n", " ")) for run in runs)
