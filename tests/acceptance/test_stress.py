"""Every kind of slide with half, all, half as much again and four times what it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import ImageChops

from composing import painted
from office import layout_faults, print_decks, schema_faults
from paroll.layout.setting import inside
from paroll.sheet import Chart, Mark, Shape, Sheet, Text, texts
from paroll.units import Box, pt, to_pt
from products import once
from stress import BRANDS, LANGUAGES, MOST, capacity, deck, document, example, specimens
from tools import render_pdf
from words import Word
from words import pages as words_of

DPI = 72
CLEARLY = 64
"""A difference in grey, of 255, that is more than another smoothing of edges."""
SPECKS = 3
REACH = 0.12
"""How far accents, descenders and the tail of a j reach out of a line, as a part of its size."""
SLACK = pt(6)
"""How far the centre of a word may lie outside its slot: a box of pdftotext holds more than ink."""


@pytest.fixture(scope="session", name="stressed")
def print_stressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the decks under stress, and how LibreOffice prints them."""
    return once(tmp_path_factory, "stressed", _print)


def _print(folder: Path) -> None:
    decks = {name: painted("deck.pptx", deck(name)[0], BRANDS[name]) for name in LANGUAGES}
    print_decks(decks, folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_fits_by_itself_fits_among_others(language: str) -> None:
    fitting = [each.section for each in specimens(language) if each.share <= 1]
    assert document(fitting, language)[1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_far_too_long_is_divided_or_refused(language: str) -> None:
    for each in specimens(language):
        if each.share > 2 and capacity(each.kind, each.path, language) < MOST:
            usual, _ = document([example(each.kind)], language)
            pages, findings = document([each.section], language)
            codes = [finding.code for finding in findings]
            divided = len(pages.sheets) > len(usual.sheets)
            assert set(codes) == {"S201"} or (not codes and divided), (each.kind, each.path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_under_stress_stands_inside_its_slot(language: str) -> None:
    whole, _ = deck(language)
    for sheet in whole.sheets:
        over = [text.text for text in texts(sheet.content) if not inside(text)]
        assert over == [], sheet.layout.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_prints_no_word_outside_the_slot_of_its_text(
    language: str, stressed: Path
) -> None:
    whole, _ = deck(language)
    printed = words_of(stressed / f"{language}.pdf")
    assert len(printed) == len(whole.sheets)
    for number, (sheet, words) in enumerate(zip(whole.sheets, printed, strict=True), 1):
        slots = list(texts((*sheet.layout.furniture, *sheet.content)))
        stray = [word.text for word in words if not any(map(partial(holds, word), slots))]
        assert stray == [], f"page {number}, {sheet.layout.name}"


def holds(word: Word, text: Text) -> bool:
    """Say whether a printed word is one of `text`'s and stands in its slot."""
    box = text.slot.box
    left, top, right, bottom = box.x - SLACK, box.y - SLACK, box.right + SLACK, box.bottom + SLACK
    stands = left <= pt(word.x) <= right and top <= pt(word.y) <= bottom
    return stands and folded(word.text) in folded(said(text))


def said(text: Text) -> str:
    return " ".join(f"{p.marker} {p.text}" for p in text.paragraphs)


def folded(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_prints_every_word_as_often_as_it_was_set(
    language: str, stressed: Path
) -> None:
    whole, _ = deck(language)
    printed = words_of(stressed / f"{language}.pdf")
    for number, (sheet, words) in enumerate(zip(whole.sheets, printed, strict=True), 1):
        assert letters("".join(w.text for w in words)) == letters(on(sheet)), f"page {number}"


def on(sheet: Sheet) -> str:
    return "".join(said(text) for text in texts((*sheet.layout.furniture, *sheet.content)))


def letters(text: str) -> Counter[str]:
    """Count letters and digits: words may be divided or joined by who prints them."""
    return Counter(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("language", LANGUAGES)
def test_beside_its_slots_a_page_of_libreoffice_looks_like_ours(
    language: str, stressed: Path
) -> None:
    """Text that outgrew its slot would stand where our page shows something else."""
    whole, _ = deck(language)
    ours = render_pdf(painted("deck.pdf", whole, BRANDS[language]), DPI)
    theirs = render_pdf((stressed / f"{language}.pdf").read_bytes(), DPI)
    for number, (sheet, one, other) in enumerate(zip(whole.sheets, ours, theirs, strict=True), 1):
        difference = ImageChops.difference(one.convert("L"), other.convert("L"))
        for box in boxes((*sheet.layout.furniture, *sheet.content)):
            difference.paste(0, pixels(box))
        stray = sum(difference.histogram()[CLEARLY:])
        assert stray <= SPECKS, f"page {number}, {sheet.layout.name}: {stray} pixels"


def boxes(marks: Iterable[Mark]) -> Iterator[Box]:
    """Yield where texts, pictures and drawings stand; plain shapes must be alike to the pixel."""
    for mark in marks:
        match mark:
            case Text():
                reach = round(REACH * max(style.size for style in mark.slot.levels))
                box = mark.slot.box
                left, right = box.x - reach, box.right + reach
                yield Box.between(left, box.y - reach, right, box.bottom + reach)
            case Chart():
                yield mark.slot.box
            case Shape():
                if mark.alt:
                    yield mark.box
            case _:
                yield mark.box


def pixels(box: Box) -> tuple[int, int, int, int]:
    """Return the pixels of a box and three round it, for smoothed edges."""
    left, top, right, bottom = (
        round(to_pt(edge) * DPI / 72) for edge in (box.x, box.y, box.right, box.bottom)
    )
    return (left - 3, top - 3, right + 3, bottom + 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_judges_find_no_fault_with_decks_under_stress(
    language: str, stressed: Path, tmp_path: Path
) -> None:
    data = (stressed / f"{language}.pptx").read_bytes()
    assert schema_faults(data, tmp_path) == []
    assert layout_faults(data, tmp_path) == []
