"""The deck: a page or more for each section between cover and closing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from composing import compose, content, deck, programme, said
from paroll.compose.deck import compose_deck
from paroll.finding import Finding
from paroll.kinds import KINDS
from paroll.layout.typecase import Typecase
from paroll.sheet import Layout
from specimens import brand

STATEMENT: Mapping[str, object] = {"statement": "Vi kan bättre"}
LONG_HEADING = "Jämställdhet mångfald och integration i arbetslivet för alla " * 8
POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar."


def kinds(*sections: Mapping[str, object], **head: object) -> list[str]:
    return [sheet.layout.kind for sheet in deck(list(sections), **head).sheets]


def titles(*sections: Mapping[str, object], **head: object) -> list[str]:
    sheets = deck(list(sections), **head).sheets
    return [s.title for s in sheets if s.layout.kind not in {"cover", "closing"}]


def test_a_deck_begins_with_the_cover_and_ends_with_the_closing() -> None:
    assert kinds(STATEMENT) == ["cover", "statement", "closing"]
    assert kinds(STATEMENT, closing=False) == ["cover", "statement"]


def test_a_closing_of_the_author_is_not_repeated_at_the_end() -> None:
    assert kinds(STATEMENT, {"closing": "Rösta"}) == ["cover", "statement", "closing"]
    assert kinds({"closing": "Rösta"}, STATEMENT) == ["cover", "closing", "statement", "closing"]


def test_pages_that_share_a_heading_are_counted_in_it() -> None:
    school = {"heading": "Skolan", "text": POINT}
    assert titles(school, {"heading": "Vården", "text": POINT}, school) == [
        "Skolan (1/2)",
        "Vården",
        "Skolan (2/2)",
    ]


def test_a_sentence_said_twice_stands_as_it_was_written() -> None:
    quote = {"quote": "Vi kan bättre", "name": "Anna"}
    assert titles(STATEMENT, quote) == ["Vi kan bättre", "Vi kan bättre"]


def test_slogan_and_title_are_never_counted() -> None:
    sections = [{"kind": "closing"}, {"statement": "Programmet"}]
    document = deck(sections, title="Programmet")
    assert [sheet.title for sheet in document.sheets] == [
        "Programmet",
        "VÅRT NORRLAND",
        "Programmet",
        "VÅRT NORRLAND",
    ]


def test_pages_named_like_the_cover_are_counted_among_themselves() -> None:
    section = {"heading": "Programmet", "text": POINT}
    assert titles(section, section, title="Programmet") == [
        "Programmet (1/2)",
        "Programmet (2/2)",
    ]


def test_a_title_with_no_room_for_its_count_is_a_finding() -> None:
    def found(length: int, times: int) -> list[Finding]:
        return compose("deck", [{"heading": LONG_HEADING[:length], "text": POINT}] * times)[1]

    longest = max(n for n in range(1, len(LONG_HEADING)) if not found(n, 1))
    first, second = found(longest, 2)
    assert (first.code, second.code) == ("S201", "S201")
    assert first.message.startswith("“Jämställdhet mångfald")


def test_a_counted_title_takes_a_smaller_layout_if_it_needs_that() -> None:
    words = "Vi vill att alla ska ha rätt till god vård i hela landet"
    alone = deck([{"news": words}]).sheets[1]
    longest = next(
        text
        for n in range(60)
        if layout_of(text := f"{words} {'i' * n}") == alone.layout.name
        and layout_of(f"{text} (1/2)") != alone.layout.name
    )
    pages = deck([{"news": [longest, longest]}]).sheets[1:3]
    assert alone.layout.name not in {page.layout.name for page in pages}


def layout_of(headline: str) -> str:
    return deck([{"news": headline}]).sheets[1].layout.name


def test_a_page_that_does_not_fit_is_left_out_and_the_others_stand() -> None:
    document, findings = compose("deck", [STATEMENT, {"statement": "ord " * 200}])
    assert [sheet.layout.kind for sheet in document.sheets] == ["cover", "statement", "closing"]
    assert [finding.code for finding in findings] == ["S201"]


def test_pages_are_numbered_from_the_cover_on() -> None:
    sheets = deck([STATEMENT, {"statement": "Och mer"}]).sheets
    numbers = [content(sheet).get("Page number") for sheet in sheets]
    assert [number and number.text for number in numbers] == [None, "2", "3", None]


def test_points_that_are_not_to_be_numbered_are_not_counted() -> None:
    points = ["Ett", {"text": "Inte", "numbered": False}, "Två"]
    sections: list[Mapping[str, object]] = [
        {"heading": "Skolan", "points": points},
        {"heading": "Vården", "points": ["Tre"]},
    ]
    pages = [content(sheet) for sheet in deck(sections, numbered=True).sheets[1:3]]
    markers = [[p.marker for p in page["Body"].paragraphs] for page in pages]
    assert markers == [["1", "•", "2"], ["3"]]
    assert [said(page["Locator"]) for page in pages] == [["Punkt 1–2 av 3"], ["Punkt 3 av 3"]]


def test_points_are_numbered_only_if_the_author_says_so() -> None:
    page = content(deck([{"heading": "Skolan", "points": ["Ett"]}]).sheets[1])
    assert "Locator" not in page
    assert page["Body"].paragraphs[0].marker == "•"


def test_a_section_without_heading_belongs_to_the_one_before() -> None:
    document = deck([{"heading": "Skolan", "text": POINT}, STATEMENT])
    assert [sheet.section for sheet in document.sheets][1:] == ["Skolan"] * 3


def test_what_the_speaker_says_is_in_the_notes() -> None:
    points = [{"text": "Ett", "note": "Om ett"}, "Två"]
    document = deck([{"heading": "Skolan", "points": points, "note": "Om skolan"}])
    assert document.sheets[1].notes == "Om skolan\nOm ett"


def test_a_section_s_note_is_on_all_its_slides_and_a_point_s_where_the_point_is() -> None:
    points = [{"text": f"{POINT} {n}", "note": f"Om {n}"} for n in range(12)]
    pages = deck([{"heading": "Skolan", "points": points, "note": "Om skolan"}]).sheets[1:-1]
    assert len(pages) > 1
    for page in pages:
        shown = [re.findall(r"\d+", point)[-1] for point in said(content(page)["Body"])]
        assert page.notes.split("\n") == ["Om skolan", *(f"Om {n}" for n in shown)]


def test_news_with_a_quotation_have_the_note_on_both_slides() -> None:
    item = {"headline": "S avvaktar", "lead": POINT, "quote": "Vi kan", "name": "Anna"}
    pages = deck([{"news": [item], "note": "Om detta"}]).sheets[1:-1]
    assert [page.notes for page in pages] == ["Om detta"] * 2


def test_of_a_menu_in_use_every_step_is_offered() -> None:
    layouts = deck([STATEMENT, {"heading": "Skolan", "points": [POINT] * 3}]).layouts
    sizes = (88, 72, 60, 48, 40)
    alone = [f"Statement alone {size}" for size in sizes]
    assert names(layouts, "statement") == ["Statement 66/24", *alone]
    assert len(names(layouts, "points")) >= 9
    assert names(layouts, "quote") == ["Quote 54"]


def names(layouts: Iterable[Layout], kind: str) -> list[str]:
    return [layout.name for layout in layouts if layout.kind == kind]


def test_one_heading_size_serves_what_is_used_and_what_is_offered() -> None:
    layouts = deck([{"heading": "Arbetsmarknad och tillväxt", "text": POINT}]).layouts
    sizes = {n for each in layouts for n in re.findall(r"heading (\d\d)$", each.name)}
    assert sizes == {"36"}


def test_the_menu_offers_a_layout_of_every_kind_in_their_order() -> None:
    kinds_offered = [layout.kind for layout in deck([STATEMENT]).layouts]
    assert list(dict.fromkeys(kinds_offered)) == ["cover", *KINDS]


def test_the_same_programme_gives_the_same_deck() -> None:
    read = programme([{"heading": "Skolan", "points": [POINT] * 12}, STATEMENT], numbered=True)
    first, second = (compose_deck(read, brand(), Typecase(brand().faces)) for _ in range(2))
    assert first == second


def test_a_long_list_costs_little() -> None:
    document = deck([{"heading": "Skolan", "points": [POINT] * 200}])
    assert len(document.sheets) > 20
