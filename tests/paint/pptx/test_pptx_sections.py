"""Sections of the programme are sections of the deck."""

from __future__ import annotations

from io import BytesIO
from itertools import chain

from lxml import etree
from pptx import Presentation

from deck_specimen import BRAND, DOCUMENT
from paroll.paint.pptx import paint, xml
from paroll.paint.pptx.sections import section_list

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
SHEETS = DOCUMENT.sheets


def sections(part: bytes) -> list[tuple[str, list[int]]]:
    found = etree.fromstring(part).iter(f"{P14}section")
    return [
        (str(one.get("name")), [int(s.get("id", 0)) for s in one.iter(f"{P14}sldId")])
        for one in found
    ]


def named(*names: str) -> bytes:
    listed = section_list([SHEETS[0]._replace(section=name) for name in names], 256)
    return xml.part("p:presentation", listed)


def test_slides_that_follow_each_other_in_a_section_are_grouped() -> None:
    assert sections(named("Skolan", "Skolan", "Vården")) == [
        ("Skolan", [256, 257]),
        ("Vården", [258]),
    ]


def test_a_section_that_comes_back_is_one_of_its_own() -> None:
    found = etree.fromstring(named("Skolan", "Vården", "Skolan")).iter(f"{P14}section")
    assert len({one.get("id") for one in found}) == 3


def test_a_deck_s_sections_hold_each_of_its_slides_once() -> None:
    deck = Presentation(BytesIO(paint(DOCUMENT, BRAND)))
    listed = sections(etree.tostring(deck.element))
    slides = [slide.slide_id for slide in deck.slides]
    assert list(chain.from_iterable(numbers for _, numbers in listed)) == slides
