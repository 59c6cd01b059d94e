"""A word changed in the programme changes one slide, so that reviews and comments survive it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from composing import deck
from paroll.paint import pptx
from specimens import brand

SECTIONS: list[dict[str, Any]] = [
    {"agenda": "Innehåll"},
    {"statement": "Handling säger mer än ord", "text": "Vi är redo att gå till handling."},
    {
        "heading": "Rätt vård i rätt tid",
        "points": [
            {"text": "Robotkirurgi i Sundsvall.", "note": "Kostar 12 miljoner."},
            "Hälsosamtal till alla 75-åringar.",
            "Fria arbetsskor till vårdens personal.",
        ],
    },
    {"figure": "74", "unit": "miljoner kronor", "text": "Så mycket har kostnaderna minskat."},
    {
        "heading": "De första hundra dagarna",
        "timeline": [
            {"when": "Dag 1", "text": "Vi stoppar nedläggningen."},
            {"when": "Dag 100", "text": "En plan är antagen."},
        ],
    },
    {
        "heading": "Före och efter",
        "columns": [{"heading": "Då", "text": "Långa köer."}, {"heading": "Nu", "text": "Korta."}],
    },
    {"quote": "Nu räcker det med ofinansierade beslut.", "name": "Helén Eliasson (S)"},
    {"heading": "Nyheter", "news": [{"headline": "S avvaktar", "lead": "Med budgeten."}]},
    {"heading": "Bli medlem", "qr": "https://val.se", "text": "Rikta kameran mot koden."},
    {"heading": "Frågor", "contacts": [{"name": "Ann-Sofi Lodin", "phone": "0706-32 11 65"}]},
    {"heading": "Om regionen", "text": "Styrelsen har femton ledamöter."},
]
EDITS = [
    (1, "text", "Vi är redo att gå till verket."),
    (3, "text", "Så mycket har utgifterna minskat."),
    (6, "quote", "Nu räcker det med underfinansierade beslut."),
    (8, "text", "Rikta telefonen mot koden."),
    (10, "text", "Styrelsen har sjutton ledamöter."),
]


def parts(sections: list[dict[str, Any]]) -> dict[str, bytes]:
    document = deck(sections, date="12 september 2026", numbered=True)
    with zipfile.ZipFile(BytesIO(pptx.paint(document, brand()))) as package:
        return {name: package.read(name) for name in package.namelist()}


def edited(place: int, key: str, value: object) -> list[dict[str, Any]]:
    sections = list(SECTIONS)
    sections[place] = {**sections[place], key: value}
    return sections


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    assert before.keys() == after.keys()
    return [name for name in before if before[name] != after[name]]


@pytest.fixture(scope="module", name="before")
def made() -> dict[str, bytes]:
    return parts(SECTIONS)


@pytest.mark.parametrize(("place", "key", "value"), EDITS)
def test_a_word_changed_changes_one_slide(
    before: dict[str, bytes], place: int, key: str, value: str
) -> None:
    (name,) = changed(before, parts(edited(place, key, value)))
    assert name == f"ppt/slides/slide{place + 2}.xml"


def test_a_point_added_changes_the_slides_on_which_points_are_counted(
    before: dict[str, bytes],
) -> None:
    points = [*SECTIONS[2]["points"], "Fast personal i stället för hyrd."]
    assert changed(before, parts(edited(2, "points", points))) == ["ppt/slides/slide4.xml"]


def test_a_note_changed_changes_the_notes_alone(before: dict[str, bytes]) -> None:
    first, *rest = SECTIONS[2]["points"]
    points = [{**first, "note": "Kostar 13 miljoner."}, *rest]
    (name,) = changed(before, parts(edited(2, "points", points)))
    assert name.startswith("ppt/notesSlides/notesSlide")


def test_a_longer_text_on_a_smaller_step_changes_its_slide_and_nothing_of_the_others(
    before: dict[str, bytes],
) -> None:
    after = parts(edited(10, "text", "Styrelsen har femton ledamöter och sammanträder. " * 12))
    slides = {name for name in before if name.startswith("ppt/slides/slide")}
    assert [name for name in slides if before[name] != after.get(name)] == [
        "ppt/slides/slide12.xml"
    ]


def test_slides_and_shapes_keep_their_numbers_and_names() -> None:
    def numbered(sections: list[dict[str, Any]]) -> list[tuple[int, list[tuple[int, str]]]]:
        data = pptx.paint(deck(sections, date="12 september 2026", numbered=True), brand())
        slides = Presentation(BytesIO(data)).slides
        return [(s.slide_id, [(shape.shape_id, shape.name) for shape in s.shapes]) for s in slides]

    once = numbered(SECTIONS)
    assert [number for number, _ in once] == list(range(256, 256 + len(once)))
    assert numbered(edited(1, "text", "Vi är redo.")) == once
