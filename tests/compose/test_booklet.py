"""Stitched booklets: a multiple of four pages, each of them there for a reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
from paroll.units import mm
from products import DECKS, programme
from specimens import brand, typecase

Content = Mapping[str, object]
TEXT = "Vi vill anställa fler lärare, minska klasserna och ge varje barn hjälp i tid. " * 6
FIGURE: Content = {"figure": "24", "unit": "timmar", "text": "Så länge får ingen vänta."}
KITS = ["alternative", "campaign", "public"]
NAMES = ["regionstyrelsen", "stockholm", "vasternorrland"]


def sections(count: int, *others: Content) -> list[Content]:
    return [*({"heading": f"Skolan {n}", "text": TEXT} for n in range(count)), *others]


def booklet(said: Sequence[Content]) -> Document:
    document, findings = compose("booklet-a5", said)
    assert findings == []
    return document


@cache
def made(name: str, kit: str = "") -> tuple[Document, list[Finding]]:
    read = programme(name)
    kit = kit or read.brand.text
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
def test_all_its_words_are_there_once_but_for_the_slogan_which_a_back_may_repeat(name: str) -> None:
    document, _ = made(name)
    read = programme(name)
    house = furnish(read, brand(read.brand.text), BOOKLET_A5, typecase(read.brand.text))
    groups = in_short(matter(read, ample=True), context_of(read, house))
    once = [p.text for group in groups for p in group]
    once += [read.title.text, *(line.text for line in house.slogan), house.sender.text]
    once += [str(read.sender.web)] if read.sender and read.sender.web else []
    slogan = " ".join(line.text for line in house.slogan)
    back = " ".join(words(document.sheets[-1]).split())
    once += [slogan] if back.startswith(slogan) else []
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
    grounds = {n: sheet.layout.ground for n, sheet in enumerate(document.sheets, 1)}
    inner = range(2, len(numbers))
    assert {n for n in inner if numbers[n]} == {n for n in inner if grounds[n] == "paper"}
    assert sum(grounds[n] != "paper" for n in inner) >= 1
    styles = [t.slot.levels[0] for s in document.sheets for t in texts(s.layout.furniture)]
    assert {s.align for s in styles if s.align is Align.RIGHT}


def test_ideas_stand_on_right_hand_pages_in_the_order_of_the_programme() -> None:
    ideas = [{**FIGURE, "figure": str(n)} for n in (12, 34, 56)]
    document = booklet([ideas[0], *sections(2), ideas[1], *sections(2), ideas[2], *sections(2)])
    found = [(n, words(sheet)[:2]) for n, sheet in enumerate(document.sheets, 1)]
    assert [each for each in found if each[1].isdigit()] == [(3, "12"), (5, "34"), (7, "56")]


@pytest.mark.parametrize("before", [0, 2, 4, 6])
def test_an_idea_faces_the_section_before_or_after_it(before: int) -> None:
    said = sections(8)
    said.insert(before, FIGURE)
    (opposite,) = (words(left) for left, right in pages(booklet(said)) if words(right)[:2] == "24")
    assert re.search(rf"Skolan ({before - 1}|{before}) ", opposite)


def test_two_ideas_stand_on_right_hand_pages_too() -> None:
    ideas = [{**FIGURE, "figure": str(n)} for n in (12, 34)]
    document = booklet([ideas[0], *sections(7), ideas[1]])
    found = [n for n, sheet in enumerate(document.sheets, 1) if words(sheet)[:2].isdigit()]
    assert len(found) == 2
    assert all(n % 2 for n in found)


def pages(document: Document) -> Iterator[tuple[Sheet, Sheet]]:
    """Yield the pages that face each other."""
    return zip(document.sheets[1:-1:2], document.sheets[2:-1:2], strict=True)


def said_on(sheet: Sheet) -> list[Text]:
    return [mark for mark in sheet.content if isinstance(mark, Text)]


def foot(sheet: Sheet) -> int:
    return max(line.y for text in said_on(sheet) for line in text.lines)


def is_colour(sheet: Sheet) -> bool:
    return sheet.layout.ground != "paper"


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.parametrize("kit", KITS)
def test_text_that_faces_a_page_of_colour_ends_where_that_does(name: str, kit: str) -> None:
    document, _ = made(name, kit)
    facing = [pair for pair in pages(document) if sum(map(is_colour, pair)) == 1]
    assert facing
    assert all(abs(foot(left) - foot(right)) < mm(4) for left, right in facing)


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.parametrize("kit", KITS)
def test_texts_begin_at_one_height_on_all_pages_of_text(name: str, kit: str) -> None:
    document, _ = made(name, kit)
    text = [sheet for sheet in document.sheets[1:-1] if not is_colour(sheet)]
    assert len({said_on(sheet)[0].slot.box.y for sheet in text}) == 1


@pytest.mark.parametrize("kit", KITS)
def test_headings_that_are_alone_on_thin_pages_are_larger_and_their_texts_are_not(kit: str) -> None:
    document, _ = made("norrbotten", kit)
    *thin, full = (said_on(document.sheets[n]) for n in (1, 3, 5))
    usual = full[0].slot.levels
    for heading, text in thin:
        assert heading.slot.levels[Level.HEADING].size > usual[Level.HEADING].size
        assert len(heading.lines) <= 3
        assert text.slot.levels[Level.TEXT] == usual[Level.TEXT]


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.parametrize("kit", KITS)
def test_no_two_facing_pages_of_text_have_a_short_section_each(name: str, kit: str) -> None:
    document, _ = made(name, kit)
    for pair in pages(document):
        if not any(map(is_colour, pair)):
            assert max(text.height for sheet in pair for text in said_on(sheet)) > mm(90)


@pytest.mark.parametrize("kit", KITS)
def test_a_short_section_on_a_page_of_colour_is_set_larger_than_in_the_text(kit: str) -> None:
    document, _ = made("vasternorrland", kit)
    _, colour, text, *_ = document.sheets
    assert is_colour(colour)
    assert not is_colour(text)
    (section,), (column, *_) = said_on(colour), said_on(text)
    assert section.slot.levels[Level.TEXT].size > column.slot.levels[Level.TEXT].size


def test_a_quotation_about_news_stands_alone_only_opposite_the_news() -> None:
    document, _ = made("vgr-nyheter")
    news, quotation = document.sheets[5:7]
    assert "Välkommen reform" in words(news)
    assert is_colour(quotation)
    assert "högprioriterad fråga" in words(quotation)


def test_what_is_said_about_news_is_under_it_where_it_is_not_opposite() -> None:
    item = {"lead": TEXT, "quote": "Det här är bra för hela länet.", "name": "Eva Ek"}
    news = [{**item, "headline": f"Nyhet {n}", "quote": f"Ord {n}. " * 9} for n in range(12)]
    document = booklet([{"news": news}, *sections(2)])
    texts = [words(sheet) for sheet in document.sheets]
    for n in range(12):
        (headline,) = (at for at, text in enumerate(texts) if f"Nyhet {n} " in text)
        (said,) = (at for at, text in enumerate(texts) if f"Ord {n}. " in text)
        assert said == headline or {said, headline} in ({at, at + 1} for at in range(1, 40, 2))


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
