"""Before a list is divided, its lines and points are set closer, within limits."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from composing import deck
from paroll.kinds import points, text
from paroll.looks.house import CLOSE, LEADING, TIGHT, body_style, tightened
from paroll.units import pt

SENTENCE = "Kommunerna ska korta köerna så att ingen väntar på vård."


def pages(words: int) -> tuple[str, ...]:
    """Return the layouts of a list of points, the first of which has so many words."""
    first = " ".join(islice(cycle(SENTENCE.split()), words))
    sheets = deck([{"heading": "Vården", "points": [first, *[SENTENCE] * 3]}]).sheets
    names = (sheet.layout.name for sheet in sheets if sheet.layout.kind == "points")
    return tuple(name.removeprefix("Points ").partition(",")[0] for name in names)


def test_a_growing_list_is_set_smaller_then_close_then_divided() -> None:
    steps = list(dict.fromkeys(pages(words) for words in range(10, 65)))
    assert steps == [("28",), ("26",), ("24",), ("22",), ("22 tight",), ("24", "24")]


def test_close_lines_keep_to_the_least_leading_of_running_text() -> None:
    usual = body_style(pt(20), "ink", before=1)
    close = tightened(usual)
    assert (usual.leading, close.leading) == (pt(26), pt(25))
    assert (usual.before, close.before) == (pt(20), pt(14))
    assert (LEADING, TIGHT, CLOSE) == (1.3, 1.24, 0.7)


@pytest.mark.parametrize("kind", [points, text])
def test_each_close_layout_follows_the_usual_one_of_its_size(kind: object) -> None:
    steps = vars(kind)["STEPS"]
    assert all(steps[steps.index((size, 1)) - 1] == (size, 0) for size, tight in steps if tight)
