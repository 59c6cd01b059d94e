"""Decks where the brand's fonts are missing and ignored: they still fit, in the fallbacks."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from composing import painted
from office import print_in_fallbacks
from paroll.finding import Finding, Span
from paroll.sheet import Document, Sheet, Text, texts
from paroll.units import pt
from products import DECKS, composed, once, programme
from stress import BRANDS, LANGUAGES, deck
from tools import run
from words import Word, pages

SLACK = pt(6)
"""How far the centre of a word may lie outside its slot: a box of pdftotext holds more than ink."""


@pytest.fixture(scope="session", name="missing")
def print_missing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the decks, and those under stress, as printed without the brand's fonts."""
    return once(tmp_path_factory, "missing", _print)


def _print(folder: Path) -> None:
    brands = {name: programme(name).brand.text for name in DECKS} | BRANDS
    decks = {name: painted("deck.pptx", document(name)[0], brands[name]) for name in brands}
    print_in_fallbacks(decks, folder)


def document(name: str) -> tuple[Document, tuple[Finding, ...]]:
    return (composed(name, "deck"), ()) if name in DECKS else deck(name)


@pytest.mark.parametrize("name", [*DECKS, *LANGUAGES])
def test_it_is_printed_in_the_fallbacks_alone(name: str, missing: Path) -> None:
    rows = run("pdffonts", missing / f"{name}.pdf").splitlines()[2:]
    fonts = {row.split()[0].partition("+")[2] for row in rows}
    assert {font.partition("-")[0] for font in fonts} == {"LiberationSans", "LiberationSansNarrow"}


@pytest.mark.parametrize("name", [*DECKS, *LANGUAGES])
def test_no_word_stands_outside_the_slot_of_its_text(name: str, missing: Path) -> None:
    whole, findings = document(name)
    warned = {finding.span for finding in findings if finding.code == "S250"}
    printed = pages(missing / f"{name}.pdf")
    for number, (sheet, words) in enumerate(zip(whole.sheets, printed, strict=True), 1):
        slots = list(texts((*sheet.layout.furniture, *sheet.content)))
        stray = [word.text for word in words if not any(holds(text, word) for text in slots)]
        assert stray == [] or is_warned(sheet, warned), f"page {number}, {sheet.layout.name}"


def is_warned(sheet: Sheet, warned: Collection[Span | None]) -> bool:
    return any(p.span in warned for text in texts(sheet.content) for p in text.paragraphs)


def holds(text: Text, word: Word) -> bool:
    """Say whether a printed word is one of `text`'s and stands in its slot."""
    box = text.slot.box
    across = box.x - SLACK <= pt(word.x) <= box.right + SLACK
    down = box.y - SLACK <= pt(word.y) <= box.bottom + SLACK
    return across and down and folded(word.text) in folded(said(text))


def said(text: Text) -> str:
    return " ".join(f"{p.marker} {p.text}" for p in text.paragraphs)


def folded(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\u00ad")
