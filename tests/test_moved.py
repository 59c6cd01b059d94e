"""Moving marks: all that is drawn moves along, and nothing else changes."""

from __future__ import annotations

from everything import LANGUAGES, document
from paroll.sheet import Chart, Picture, Shape, Table, inks, moved, reduced, texts
from paroll.units import mm

FAR = mm(97)
MARKS = [
    mark
    for sheet in document(LANGUAGES[0]).sheets
    for mark in (*sheet.layout.furniture, *sheet.content)
]


def test_what_is_moved_back_is_as_it_was() -> None:
    for mark in MARKS:
        assert moved(moved(mark, FAR), -FAR) == mark


def test_every_part_that_is_drawn_moves_as_far() -> None:
    away = [moved(mark, FAR) for mark in MARKS]
    for before, after in zip(inks(MARKS), inks(away), strict=True):
        if isinstance(before, Shape | Picture) and isinstance(after, Shape | Picture):
            assert after.box == before.box._replace(x=before.box.x + FAR)
    for old, new in zip(texts(MARKS), texts(away), strict=True):
        starts = ([run.x for line in text.lines for run in line.runs] for text in (old, new))
        assert all(b - a == FAR for a, b in zip(*starts, strict=True))


def test_all_sorts_of_marks_were_moved() -> None:
    sorts = {type(mark) for mark in MARKS}
    assert sorts >= {Chart, Picture, Shape, Table}


def test_a_chart_that_is_reduced_stands_in_proportion_in_its_new_place() -> None:
    (chart, *_) = (mark for mark in MARKS if isinstance(mark, Chart))
    half = reduced(chart, 0.5, FAR, 2 * FAR)
    for before, after in zip(inks([chart]), inks([half]), strict=True):
        if isinstance(before, Shape) and isinstance(after, Shape):
            old, new = before.box, after.box
            assert (new.x, new.y) == (round(old.x / 2) + FAR, round(old.y / 2) + 2 * FAR)
            assert (new.w, new.h) == (round(old.w / 2), round(old.h / 2))
    for old_text, new_text in zip(texts([chart]), texts([half]), strict=True):
        for one, other in zip(old_text.lines, new_text.lines, strict=True):
            assert other.y == round(one.y / 2) + 2 * FAR
            assert [run.size for run in other.runs] == [round(run.size / 2) for run in one.runs]
            assert [run.glyphs for run in other.runs] == [run.glyphs for run in one.runs]
