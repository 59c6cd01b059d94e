"""Whatever charts, tables, timelines, columns and people say, pictures of them can be read."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from composing import compose, inks, texts
from paroll.formats import SOCIAL, Format
from paroll.layout.setting import inside
from paroll.units import pt

TEXT = """
vård skola i Sollefteå landstingsfullmäktigeledamöternas Ängelholm 75-åringar nu och
Kárášjoga bargamearkkašumiin Krankenhausfinanzierungsgesetz hyvinvointialueet 1,5 (S)
"""
LEAST = pt(13)
SETTINGS = settings(max_examples=50, deadline=None)


def words(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=most).map(" ".join)


def timelines() -> st.SearchStrategy[dict[str, Any]]:
    moment = st.fixed_dictionaries({"when": words(3), "text": words(14)})
    return st.fixed_dictionaries({"timeline": st.lists(moment, min_size=2, max_size=12)})


def columns() -> st.SearchStrategy[dict[str, Any]]:
    points = st.lists(words(10), min_size=1, max_size=5)
    column = st.fixed_dictionaries({"heading": words(2), "points": points})
    return st.fixed_dictionaries({"columns": st.lists(column, min_size=2, max_size=2)})


def people() -> st.SearchStrategy[dict[str, Any]]:
    more = {"office": words(4), "picture": st.just("bilder/ann-sofi.jpg")}
    person = st.fixed_dictionaries({"name": words(3)}, optional=more)
    return st.fixed_dictionaries({"people": st.lists(person, min_size=1, max_size=14)})


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    row = st.lists(words(3), min_size=(width := draw(st.integers(2, 4))), max_size=width)
    return {"table": draw(st.lists(row, min_size=2, max_size=9)), "source": draw(words(6))}


@st.composite
def charts(draw: st.DrawFn) -> dict[str, Any]:
    form = draw(st.sampled_from(["bar", "column", "line", "stacked", "pie"]))
    series = {"pie": 1, "stacked": 3}.get(form) or draw(st.integers(1, 3))
    rows = [" | ".join(["Ort", *(f"Serie {n}" for n in range(series))])]
    for place in range(draw(st.integers(2, 6))):
        values = draw(st.lists(st.integers(1, 99), min_size=series, max_size=series))
        rows.append(" | ".join([f"{draw(words(2))} {place}", *map(str, values)]))
    return {"chart": form, "data": rows, "unit": draw(words(1)), "text": draw(words(8))}


SECTIONS = st.one_of(timelines(), columns(), people(), tables(), charts())
KITS = st.sampled_from(["campaign", "alternative", "public"])


@SETTINGS
@given(SECTIONS, words(8), st.sampled_from(SOCIAL), KITS)
def test_text_stands_in_its_place_large_enough_and_clear_of_other_text(
    section: dict[str, Any], heading: str, form: Format, kit: str
) -> None:
    document, findings = compose(
        form.name, [{"heading": heading, "social": True} | section], brand=kit
    )
    assert bool(document.sheets) is not bool(findings)
    for sheet in document.sheets:
        every = texts(sheet)
        assert all(inside(text) for text in every)
        assert min(run.size for t in every for line in t.lines for run in line.runs) >= LEAST
        boxes = [(text, box) for text in every for box in inks(text, kit) if text.lines]
        assert all(form.page.contains(box, slack=pt(1)) for _, box in boxes)
        for (one, its), (other, others) in combinations(boxes, 2):
            assert one is other or not its.overlaps(others), (one.text, other.text)


@SETTINGS
@given(SECTIONS, words(8), st.sampled_from(SOCIAL))
def test_all_words_are_told_to_those_who_do_not_see_them(
    section: dict[str, Any], heading: str, form: Format
) -> None:
    document, _ = compose(form.name, [{"heading": heading, "social": True} | section])
    told = " ".join(sheet.notes for sheet in document.sheets)
    written = [section[key] for key in ("timeline", "columns", "people") if key in section]
    said = [
        value
        for part in written
        for item in part
        for key, value in item.items()
        if key != "picture"
    ]
    lines = [line for value in said for line in ([value] if isinstance(value, str) else value)]
    if document.sheets:
        assert all(line in told for line in [heading, *lines])
