"""Timelines: moments along a line, never one alone on a slide."""

from __future__ import annotations

import pytest

from composing import compose, content, deck, said
from paroll.sheet import Form, Shape, Sheet, Text

SHORT = "Beslut i fullmäktige."


def slides(*whens: str, text: str = SHORT) -> list[Sheet]:
    moments = [{"when": when, "text": text} for when in whens]
    document = deck([{"heading": "Planen", "timeline": moments}])
    return [sheet for sheet in document.sheets if sheet.layout.kind == "timeline"]


def moments(sheet: Sheet) -> list[str]:
    named = content(sheet).items()
    return [part for name, text in named if name.startswith("Moment") for part in said(text)]


def size(sheet: Sheet) -> int:
    return content(sheet)["Text 1"].slot.levels[0].size


@pytest.mark.parametrize("count", range(2, 13))
def test_moments_are_divided_evenly_in_their_order_and_none_stands_alone(count: int) -> None:
    whens = [f"Dag {number}" for number in range(count)]
    pages = [moments(sheet) for sheet in slides(*whens)]
    assert [when for page in pages for when in page] == whens
    sizes = sorted(len(page) for page in pages)
    assert sizes[0] >= 2
    assert sizes[-1] <= min(5, sizes[0] + 1)


def test_slides_of_one_timeline_are_set_in_the_same_sizes() -> None:
    pages = slides(*map(str, range(2019, 2026)), text="Kompetensförsörjningsplanen gäller.")
    assert len(pages) > 1
    assert len({size(page) for page in pages}) == 1


def test_long_words_take_more_slides_before_smaller_type() -> None:
    whens = ["20:00", "20:05", "21:30", "22:15", "23:00"]
    few, many = slides(*whens), slides(*whens, text="Vallokalsundersökningen i SVT.")
    assert (len(few), len(many)) == (1, 2)


def test_a_moment_stands_on_the_line_at_its_dot() -> None:
    (sheet,) = slides("Dag 1", "Dag 50", "Dag 100")
    shapes = [mark for mark in sheet.layout.furniture if isinstance(mark, Shape)]
    dots = [shape.box for shape in shapes if shape.form is Form.ELLIPSE]
    whens = [text for name, text in content(sheet).items() if name.startswith("Moment")]
    assert [dot.x for dot in dots] == [first_glyph(when) for when in whens]
    assert all(when.slot.box.bottom < dots[0].y for when in whens)


def first_glyph(text: Text) -> int:
    return text.lines[0].runs[0].x


def test_a_word_too_wide_for_half_a_slide_is_named() -> None:
    word = "Hälso" + "sjukvårds" * 8
    section = {"heading": "Planen", "timeline": [{"when": "2026", "text": word}] * 2}
    _, (first, *_) = compose("deck", [section])
    assert first.code == "S201"
    assert "is wider than its column" in first.message
