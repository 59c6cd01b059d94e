"""A key figure on the front, where there is room and nothing else to look at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from composing import compose, content, said
from paroll.formats import SHEETS, Format
from paroll.sheet import Document, Text
from paroll.units import mm
from photos import examples

KITS = ("campaign", "alternative", "public")
PHOTO = next(name for name in examples() if name.endswith(".jpg"))
Said = Mapping[str, object]
POINTS: Said = {
    "heading": "Skolan",
    "points": ["Fler lärare i hela länet.", "Mindre klasser."],
}
FIGURE: Said = {
    "heading": "Kostnader",
    "figure": "74",
    "unit": "miljoner kronor",
    "text": "Så är det.",
}
every_kit = pytest.mark.parametrize("kit", KITS)


def leaflet(*sections: Said, name: str = "leaflet-a5", **head: object) -> Document:
    return compose(name, (POINTS, *sections), **head)[0]


def front(document: Document) -> dict[str, Text]:
    return content(document.sheets[0])


@every_kit
def test_a_figure_with_a_heading_stands_over_the_title_and_on_the_back_too(kit: str) -> None:
    document = leaflet(FIGURE, title="Regionstyrelsen 11 april", brand=kit)
    marks = front(document)
    assert said(marks["Number"]) == ["74"]
    assert said(marks["Meaning"]) == ["miljoner kronor", "Kostnader"]
    assert marks["Number"].lines[-1].y < marks["Title"].lines[0].y
    back = "".join(text.text for text in content(document.sheets[1]).values())
    assert "74" in back
    assert "Så är det." in back


@every_kit
@pytest.mark.parametrize("form", SHEETS, ids=lambda form: form.name)
def test_it_clashes_with_nothing_and_stays_inside_the_margins(form: Format, kit: str) -> None:
    marks = front(leaflet(FIGURE, name=form.name, title="Styrelsen 11 april", brand=kit))
    if "Number" not in marks:
        assert form.name == "postcard-a6"
        return
    number, words = marks["Number"], marks["Meaning"]
    capitals = number.lines[0].y - 0.72 * number.lines[0].runs[0].size
    assert marks["Slogan"].lines[-1].y < capitals
    for text in (number, words):
        ends = (line.runs[0].x + line.width for line in text.lines)
        assert max(ends) <= form.width - form.margin
        assert text.lines[-1].y < marks["Title"].lines[0].y - mm(5)
    starts = [line.runs[0].x for line in words.lines]
    assert min(starts) > number.lines[0].runs[0].x + number.lines[0].width


def test_what_is_shown_as_a_picture_comes_first() -> None:
    chosen = {**FIGURE, "figure": "49", "social": True}
    assert said(front(leaflet(FIGURE, chosen))["Number"]) == ["49"]


@pytest.mark.parametrize(
    ("figure", "head"),
    [
        (FIGURE, {"slogan": ["Bara 74", "till"]}),
        (FIGURE, {"title": "Så blev det 74 miljoner"}),
        ({**FIGURE, "leaflet": False}, {}),
        ({key: value for key, value in FIGURE.items() if key != "heading"}, {}),
        ({**FIGURE, "figure": "över 740 000"}, {}),
        (POINTS, {}),
    ],
    ids=["in the slogan", "in the title", "left out", "without heading", "long", "none"],
)
def test_no_figure_stands_where_it_would_say_nothing_new_or_not_loudly(
    figure: Said, head: dict[str, Any]
) -> None:
    assert "Number" not in front(leaflet(figure, **head))


def test_a_title_that_begins_with_a_number_is_its_own_picture() -> None:
    marks = front(leaflet(FIGURE, title="20 punkter för Norrland"))
    assert said(marks["Number"]) == ["20"]


def test_a_photograph_takes_the_place_of_the_figure() -> None:
    photo = {"heading": "Så här ser det ut", "picture": PHOTO, "alt": "En buss vid ett torg"}
    assert "Number" not in front(leaflet(FIGURE, photo))
