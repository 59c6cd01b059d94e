"""A quotation in running text has a bar beside it, in the colour of the brand."""

from __future__ import annotations

from collections.abc import Mapping

from composing import content, leaflet
from paroll.sheet import Document, Shape, Text
from paroll.units import mm, pt

POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar."
QUOTE = {"quote": f"Nu räcker det. {POINT}", "name": "Anna Ek", "office": "ordförande"}
NEWS: Mapping[str, object] = {
    "news": [
        {"headline": "S avvaktar", "quote": POINT, "name": "Bo Ek", "link": "https://a.example/b"}
    ]
}


def quoted(**head: object) -> Document:
    """Return a leaflet with two quotations, the first of them on a band of its own."""
    other = {**QUOTE, "quote": "Så är det.", "name": "Bo Ek"}
    return filled(other, QUOTE, **head)


def filled(*sections: Mapping[str, object], **head: object) -> Document:
    points = {"heading": "Skolan", "points": [f"{POINT} {n}" for n in range(12)]}
    return leaflet([*sections, points], **head)


def bars(document: Document) -> list[Shape]:
    return [mark for mark in document.sheets[1].content if isinstance(mark, Shape) and not mark.alt]


def line_of(document: Document, words: str) -> tuple[Text, int]:
    """Return the column in which `words` stand in a line, and the baseline of that line."""
    for text in content(document.sheets[1]).values():
        for line in text.lines:
            said = "".join(glyph.text for run in line.runs for glyph in run.glyphs)
            if words in said.replace("\u00a0", " "):
                return text, line.y
    raise AssertionError(words)


def test_a_quotation_has_a_bar_from_its_first_line_to_who_said_it() -> None:
    document = quoted()
    (bar,) = bars(document)
    first, below = line_of(document, "Nu räcker")[1], line_of(document, "Anna Ek")[1]
    assert first - pt(14) < bar.box.y < first
    assert bar.box.bottom == below
    assert bar.fill == "strong"


def test_a_quotation_in_the_news_has_one_too_but_not_what_leads_on() -> None:
    document = filled(NEWS)
    (bar,) = bars(document)
    assert bar.box.bottom == line_of(document, "Bo Ek")[1] < line_of(document, "Läs mer")[1]


def test_the_bar_hangs_left_of_the_column_so_that_its_text_keeps_the_edge() -> None:
    for brand in ("campaign", "alternative", "public"):
        document = quoted(brand=brand)
        (bar,) = bars(document)
        text, _ = line_of(document, "Nu räcker")
        assert mm(1) < text.slot.box.x - bar.box.right < mm(3)
        assert bar.box.x > mm(5)
        assert text.lines[0].runs[0].x == text.slot.box.x


def test_only_quotations_have_bars() -> None:
    assert bars(filled()) == []
