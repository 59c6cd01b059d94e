"""A deck with every kind of page, as a screen reader goes through it."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from lxml import etree
from pptx import Presentation

from everything import LANGUAGES, document
from everything import deck as deck_of
from paroll.kinds import KINDS
from paroll.sheet import Document, Role, Sheet

BEFORE_A_TITLE = {"Slogan", "Locator", "Overline", "Number", "Unit"}
"""What may be read before a page's title: short lines that lead to it, never what it heads."""
FREE = "(free)"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TEXTS = ("r", "br", "fld")


class Made(NamedTuple):
    """A deck: what it was composed as, and the XML of its parts by name."""

    language: str
    document: Document
    parts: dict[str, Any]


def made(language: str) -> Made:
    parts = {
        str(part.partname): etree.fromstring(part.blob)
        for part in Presentation(BytesIO(deck_of(language))).part.package.iter_parts()
        if part.content_type.endswith("+xml")
    }
    return Made(language, document(language), parts)


@pytest.fixture(scope="module", params=LANGUAGES)
def deck(request: pytest.FixtureRequest) -> Made:
    return made(request.param)


def slides(deck: Made) -> list[Any]:
    return [deck.parts[f"/ppt/slides/slide{n}.xml"] for n, _ in enumerate(deck.document.sheets, 1)]


def names(slide: Any) -> list[str]:
    """Return what stands on a slide, in the order it is read; decoration is skipped.

    What fills no placeholder is called by its form and a number.
    """
    shapes = slide.find(".//{*}spTree").iterfind("*/*/{*}cNvPr")
    said = [shape.get("name") for shape in shapes if shape.get("name") and not is_mute(shape)]
    return [re.sub(r"^(rectangle|ellipse|picture) \d+$", FREE, name) for name in said]


def is_mute(shape: Any) -> bool:
    return shape.find(".//{*}decorative[@val='1']") is not None


def composed(sheet: Sheet) -> list[str]:
    """Return what was composed, in reading order."""
    marks: list[Any] = [*sheet.content]
    heard = [mark for mark in marks if getattr(mark, "alt", "x") and getattr(mark, "text", "x")]
    return [mark.slot.name if getattr(mark, "slot", None) else FREE for mark in heard]


def test_there_is_every_kind_of_page(deck: Made) -> None:
    assert {sheet.layout.kind for sheet in deck.document.sheets} >= {*KINDS} - {"front", "back"}


def test_slides_are_read_in_the_order_they_were_composed(deck: Made) -> None:
    for sheet, slide in zip(deck.document.sheets, slides(deck), strict=True):
        assert names(slide) == composed(sheet), sheet.layout.name


def test_a_title_is_read_before_all_it_heads(deck: Made) -> None:
    for sheet in deck.document.sheets:
        marks: list[Any] = [*sheet.content]
        slots = [mark.slot for mark in marks if getattr(mark, "slot", None)]
        before = [slot.name for slot in slots[: [s.role for s in slots].index(Role.TITLE)]]
        assert set(before) <= BEFORE_A_TITLE, sheet.layout.name


def test_no_two_slides_have_one_title(deck: Made) -> None:
    titles = [sheet.title for sheet in deck.document.sheets]
    assert [title for title, count in Counter(titles).items() if count > 1] == []


def test_every_text_says_its_language_wherever_it_stands(deck: Made) -> None:
    """Slides and their tables, charts, notes, and the prompts of layouts."""
    seen: Counter[str] = Counter()
    for name, part in deck.parts.items():
        for text in part.iter(*(DRAWING + each for each in TEXTS)):
            own = text.find(f"{DRAWING}rPr")
            assert own is not None, (name, etree.tostring(text))
            assert str(own.get("lang")).startswith(f"{deck.language}-"), (name, text[-1].text)
            seen[name.split("/")[2]] += 1
        for end in part.iter(f"{DRAWING}endParaRPr"):
            assert str(end.get("lang")).startswith(f"{deck.language}-"), name
        for paragraph in part.iter(f"{DRAWING}p"):
            assert len(paragraph) > (paragraph.find(f"{DRAWING}pPr") is not None), name
    assert {"slides", "slideLayouts", "slideMasters", "notesSlides"} <= seen.keys()


def test_whatever_is_no_text_says_what_it_shows_or_that_it_shows_nothing(deck: Made) -> None:
    seen: Counter[str] = Counter()
    for name, part in deck.parts.items():
        for shape in part.iterfind("{*}cSld/{*}spTree/*") if "/slide" in name else ():
            own, kind = shape.find("*/{*}cNvPr"), etree.QName(shape).localname
            if own is None or shape.find("{*}txBody") is not None:
                continue
            assert bool(own.get("descr", "").strip()) != is_mute(own), (name, own.get("name"))
            seen[kind] += 1
    assert seen.keys() >= {"sp", "pic"}
