"""Programmes of any length for `make bench`: as many slides, pictures and charts as asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

HEAD = """\
title: En lång programförklaring
slogan: [Vårt, Norrland, kan bättre]
brand: campaign
sender: Vi i Norrland
sections:
"""
TEXT = (
    "Vi vill att alla kommuner och regioner kortar köerna till vården så att ingen behöver vänta "
    "längre än tre månader på en första bedömning i Ångermanland eller Örnsköldsvik"
)


def write(file: Path, slides: int) -> None:
    """Write a programme that makes a cover, a closing and `slides` - 2 pages of points."""
    sections = (section(number) for number in range(1, slides - 1))
    file.write_text(HEAD + "".join(sections), "utf-8")


def section(number: int) -> str:
    """Return a section with four points, unlike any other."""
    points = "".join(f"      - {text}\n" for text in islice(sentences(number), 4))
    return f"  - heading: Avsnitt {number}\n    points:\n{points}"


def sentences(number: int) -> Iterator[str]:
    """Yield sentences of nine to thirteen words, none like that of another section."""
    text = TEXT.split()
    words = islice(cycle(text), number % len(text), None)
    for length in cycle((9, 13, 11, 10)):
        yield " ".join(islice(words, length)) + f" ({number})."
