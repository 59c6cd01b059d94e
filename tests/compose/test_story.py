"""The text of a leaflet: where the air goes that is left, and what stands close together."""

from __future__ import annotations

from itertools import pairwise

import pytest

from composing import content, leaflet
from paroll.kinds.kind import Level
from paroll.sheet import Document, Text
from paroll.units import Emu, mm, pt

POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar."


def sections(*counts: int) -> list[dict[str, object]]:
    return [
        {"heading": f"Skolan {n}", "points": [f"{POINT} {n} {m}" for m in range(count)]}
        for n, count in enumerate(counts)
    ]


def columns(document: Document) -> list[Text]:
    every = content(document.sheets[1])
    return [text for name, text in every.items() if name.startswith("Column")]


def before(text: Text, level: Level) -> float:
    style = text.slot.levels[level]
    return style.before / style.size


PROGRAMMES = [(3, 3, 4, 3), (4, 4, 4, 4), (2, 7, 2), (5, 1, 1, 6), (6, 6), (2, 2, 3, 2, 2)]
every_programme = pytest.mark.parametrize("counts", PROGRAMMES, ids=str)


@every_programme
def test_a_column_ends_at_the_foot_of_its_room_or_has_all_the_air_it_may(
    counts: tuple[int, ...],
) -> None:
    made = columns(leaflet(sections(*counts)))
    least = min(before(column, Level.HEADING) for column in made)
    for column in made:
        free = column.slot.box.h - column.height
        grown = before(column, Level.HEADING)
        assert 0 <= free < mm(0.1) or grown == pytest.approx(min(2.2 * 1.3, 1.5 * least), rel=0.01)


@every_programme
def test_air_comes_between_groups_before_it_comes_within_them(counts: tuple[int, ...]) -> None:
    made = columns(leaflet(sections(*counts)))
    least = min(before(column, Level.HEADING) for column in made) / 1.3
    for column in made:
        outer, inner = (
            before(column, level) / usual
            for level, usual in ((Level.HEADING, 1.3), (Level.BULLETED, 0.5))
        )
        assert inner - 1 <= (outer - 1) * 0.41 or outer >= min(2.19, 1.49 * least)


def test_no_column_has_much_more_air_than_its_neighbour() -> None:
    for counts in ((1, 9), (2, 7, 2), (5, 1, 1, 6)):
        left, right = columns(leaflet(sections(*counts)))
        airs = sorted(before(column, Level.HEADING) for column in (left, right))
        assert airs[1] <= airs[0] * 1.51


def test_a_figure_stands_close_under_its_heading_and_over_what_it_counts() -> None:
    figure = {
        "heading": "Kostnader",
        "figure": "74",
        "unit": "miljoner kronor",
        "text": "Så är det.",
    }
    long = {"heading": "Bakgrund", "text": f"{POINT} " * 9}
    made = leaflet([long, long, {**figure, "figure": "75"}, figure, long])
    (column,) = (c for c in columns(made) if "Kostnader" in c.text)
    gaps = spaces(column)
    start = [p.text for p in column.paragraphs].index("Kostnader")
    over, number, unit, _ = gaps[start - 1 : start + 3] if start else [mm(9), *gaps[:3]]
    assert over > 1.8 * number
    assert max(number, unit) < pt(10)


def spaces(column: Text) -> list[Emu]:
    """Return the space above each paragraph but the first."""
    return [column.slot.levels[after.level].before for _, after in pairwise(column.paragraphs)]
