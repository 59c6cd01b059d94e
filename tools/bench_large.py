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


def write(file: Path, slides: int, pictures: int = 0, charts: int = 0) -> None:
    """Write a programme that makes a cover, a closing and `slides` - 2 pages between them.

    So many of them are photographs of twelve megapixels, which are drawn beside `file`, and so
    many are charts; the others have four points.
    """
    makers = [photograph] * pictures + [chart] * charts
    makers += [section] * (slides - 2 - len(makers))
    sections = (make(number) for number, make in enumerate(makers, 1))
    file.write_text(HEAD + "".join(sections), "utf-8")
    for number in range(1, pictures + 1):
        draw(file.parent / f"{number}.jpg", number)


def draw(file: Path, number: int) -> None:
    """Draw a photograph of twelve megapixels, with as much detail as a camera's."""
    from PIL import Image  # noqa: PLC0415  (only the programme with pictures pays for it)

    noise = Image.effect_noise((1000, 750), 60 + number)
    bands = [noise.rotate(90 * turn).resize((4000, 3000)) for turn in range(3)]
    Image.merge("RGB", bands).save(file, "JPEG", quality=88)


def photograph(number: int) -> str:
    """Return a section with a photograph beside its text."""
    about = f"    alt: Ett foto av brus, nummer {number}\n    text: {next(sentences(number))}\n"
    return f"  - heading: Avsnitt {number}\n    picture: {number}.jpg\n{about}"


def chart(number: int) -> str:
    """Return a section with six columns."""
    rows = "".join(f"      - {year} | {(year * number) % 90 + 10}\n" for year in range(2021, 2027))
    return f"  - heading: Avsnitt {number}\n    chart: column\n    data:\n{rows}"


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
