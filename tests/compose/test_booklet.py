"""Stitched booklets: a multiple of four pages, each of them there for a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from composing import compose, said
from paroll.build.materials import MATERIALS
from paroll.compose.booklet import EASY, FEWEST, MOST
from paroll.compose.gist import in_short
from paroll.compose.house import context_of, furnish
from paroll.compose.matter import matter
from paroll.finding import Finding
from paroll.formats import BOOKLET_A5
from paroll.kinds.kind import Level
from paroll.sheet import Align, Document, Role, Sheet, Text, texts
from products import DECKS, programme
from specimens import brand, typecase

Content = Mapping[str, object]
TEXT = "Vi vill anställa fler lärare, minska klasserna och ge varje barn hjälp i tid. " * 6
FIGURE: Content = {"figure": "24", "unit": "timmar", "text": "Så länge får ingen vänta."}
NAMES = ["regionstyrelsen", "stockholm", "vasternorrland"]


def sections(count: int, *others: Content) -> list[Content]:
    return [*({"heading": f"Skolan {n}", "text": TEXT} for n in range(count)), *others]


def booklet(said: Sequence[Content]) -> Document:
    document, findings = compose("booklet-a5", said)
    assert findings == []
    return document


@cache
def made(name: str) -> tuple[Document, list[Finding]]:
    read = programme(name)
    kit = read.brand.text
    return MATERIALS["booklet-a5"].compose(read, brand(kit), typecase(kit))


def words(sheet: Sheet) -> str:
    return " ".join(line for mark in sheet.content if isinstance(mark, Text) for line in said(mark))


@pytest.mark.parametrize("count", [8, 14, 22, 34, 50])
def test_the_number_of_pages_is_a_multiple_of_four_and_no_page_is_empty(count: int) -> None:
    document = booklet(sections(count, FIGURE))
    assert len(document.sheets) % BOOKLET_A5.multiple == 0
    assert FEWEST <= len(document.sheets) <= MOST
    assert all(words(sheet) for sheet in document.sheets)


def test_the_more_there_is_to_say_the_more_pages_there_are() -> None:
    counts = [len(booklet(sections(count, FIGURE)).sheets) for count in (8, 22, 50)]
    assert counts == sorted(set(counts))


@pytest.mark.parametrize("name", NAMES)
def test_whole_programmes_fill_eight_pages_in_type_that_is_read_with_ease(name: str) -> None:
    document, findings = made(name)
    assert findings == []
    assert len(document.sheets) == FEWEST
    marks = (mark for sheet in document.sheets for mark in sheet.content)
    running = [m for m in marks if isinstance(m, Text) and m.slot.name.startswith("Column")]
    assert min(column.slot.levels[Level.TEXT].size for column in running) >= EASY


@pytest.mark.parametrize("name", DECKS)
def test_all_its_words_are_there_once(name: str) -> None:
    document, _ = made(name)
    read = programme(name)
    house = furnish(read, brand(read.brand.text), BOOKLET_A5, typecase(read.brand.text))
    groups = in_short(matter(read, ample=True), context_of(read, house))
    once = [p.text for group in groups for p in group]
    once += [read.title.text, *(line.text for line in house.slogan), house.sender.text]
    once += [str(read.sender.web)] if read.sender and read.sender.web else []
    found = Counter(word for sheet in document.sheets for word in words(sheet).split())
    assert found == Counter(word for text in once for word in text.split())


def test_pages_of_text_are_numbered_and_cover_back_and_ideas_are_not() -> None:
    document = booklet(sections(8, FIGURE))
    numbers = {
        n: [text.text for text in texts(sheet.layout.furniture) if text.slot.role is Role.PAGE]
        for n, sheet in enumerate(document.sheets, 1)
    }
    assert numbers[1] == numbers[len(numbers)] == []
    assert {n: found for n, found in numbers.items() if found} == {
        n: [str(n)] for n, sheet in enumerate(document.sheets, 1) if numbers[n]
    }
    assert sum(map(bool, numbers.values())) == len(numbers) - 3
    styles = [t.slot.levels[0] for s in document.sheets for t in texts(s.layout.furniture)]
    assert {s.align for s in styles if s.align is Align.RIGHT}


def test_ideas_stand_on_right_hand_pages_in_the_order_of_the_programme() -> None:
    ideas = [{**FIGURE, "figure": str(n)} for n in (12, 34, 56)]
    document = booklet([ideas[0], *sections(2), ideas[1], *sections(2), ideas[2], *sections(2)])
    found = [(n, words(sheet)[:2]) for n, sheet in enumerate(document.sheets, 1)]
    assert [each for each in found if each[1].isdigit()] == [(3, "12"), (5, "34"), (7, "56")]


def test_two_ideas_stand_on_right_hand_pages_too() -> None:
    ideas = [{**FIGURE, "figure": str(n)} for n in (12, 34)]
    document = booklet([ideas[0], *sections(7), ideas[1]])
    found = [n for n, sheet in enumerate(document.sheets, 1) if words(sheet)[:2].isdigit()]
    assert len(found) == 2
    assert all(n % 2 for n in found)


def test_a_section_that_has_room_on_a_page_stands_on_one() -> None:
    points = [
        {"heading": f"Skolan {n}", "points": ["Fler lärare i hela länet."] * 5} for n in "abcdefgh"
    ]
    document = booklet([FIGURE, *points, *sections(4)])
    pages = [words(sheet) for sheet in document.sheets]
    for section in points:
        (page,) = (page for page in pages if str(section["heading"]) in page)
        assert page.split(str(section["heading"]))[1].count("Fler lärare") >= 5


def test_too_little_for_a_booklet_is_a_warning_that_names_a_folder() -> None:
    _, (finding,) = compose("booklet-a5", sections(2), materials=["booklet-a5"])
    assert finding.code == "S216"
    assert "make a folder-a5 of it" in finding.hint


def test_too_much_for_what_can_be_stitched_is_measured() -> None:
    _, (finding,) = compose("booklet-a5", sections(240), materials=["booklet-a5"])
    assert finding.code == "S215"
    assert "mm too long in each of its 60 columns at 8.5 pt" in finding.message


def test_a_word_too_wide_for_a_page_is_the_finding_and_makes_no_more_pages() -> None:
    document, (finding,) = compose("booklet-a5", sections(8, {"heading": "9" * 60, "text": TEXT}))
    assert "is wider than its column" in finding.message
    assert len(document.sheets) == FEWEST
