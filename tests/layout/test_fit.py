"""Fit chooses a layout, and divides with taste."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from paroll.layout.fit import Fill, Menu, Page, balanced, first_fit, page_fits, set_page, spread
from paroll.sheet import Face, Family, Layout, Paragraph, Role, Run, Slot, Style
from paroll.sheet import texts as texts_of
from paroll.units import Box, pt
from specimens import typecase

CASE = typecase()
FACE = Face(Family.BODY)
LINE = "Fler lärare"
STEPS = ((30,), (24,), (20,), (10,))
"""Of which two are comfortable. The body holds 6, 8, 10 or 20 lines."""


def layout(size: float) -> Layout:
    body = Style(FACE, pt(size), pt(size), "ink")
    slots = (
        Slot(
            "Title", Role.TITLE, Box(0, 0, pt(400), pt(40)), (Style(FACE, pt(30), pt(30), "ink"),)
        ),
        Slot("Body", Role.BODY, Box(0, pt(60), pt(400), pt(200)), (body,)),
        Slot("Page number", Role.PAGE, Box(0, pt(300), pt(40), pt(20)), (body,)),
    )
    return Layout(f"Layout {size}", "specimen", "paper", (), slots)


MENU = Menu(layout, STEPS, 2)


def fills(*paragraphs: str, title: str = "Skolan") -> Mapping[str, Fill]:
    body = tuple(Paragraph((Run(text),)) for text in paragraphs)
    return {"Title": Fill((Paragraph((Run(title),)),)), "Body": Fill(body)}


def fitted(*paragraphs: str, title: str = "Skolan") -> list[Page] | None:
    return spread(CASE, MENU, fills(*paragraphs, title=title), "Body")


def texts(page: Page) -> Mapping[str, Fill]:
    return {name: fill for name, fill in page.fills.items() if isinstance(fill, Fill)}


def shape(pages: list[Page] | None) -> tuple[set[str], list[int]]:
    """The layouts of pages, and how many paragraphs stand on each."""
    assert pages
    counts = [len(texts(page)["Body"].paragraphs) for page in pages]
    return {page.layout.name for page in pages}, counts


def test_a_text_takes_the_first_layout_that_holds_it() -> None:
    for lines, name in ((6, "Layout 30"), (7, "Layout 24"), (10, "Layout 20"), (11, "Layout 10")):
        page = first_fit(CASE, MENU, fills("\n".join([LINE] * lines)))
        assert page
        assert page.layout.name == name


def test_a_text_that_no_layout_holds_is_not_fitted() -> None:
    assert first_fit(CASE, MENU, fills("\n".join([LINE] * 21))) is None
    assert first_fit(CASE, MENU, fills(LINE, title="Kompetensförsörjningsplanerna nu")) is None


def test_only_slots_with_a_text_are_filled_in_the_order_of_the_layout() -> None:
    page = Page(layout(30), fills(LINE))
    assert [slot.name for slot, _ in page.filled] == ["Title", "Body"]
    assert [text.text for text in texts_of(set_page(CASE, page))] == ["Skolan", LINE]


def test_what_fits_at_a_comfortable_size_stays_on_one_page() -> None:
    assert shape(fitted(*[LINE] * 8)) == ({"Layout 24"}, [8])


def test_a_split_at_a_comfortable_size_is_better_than_small_type() -> None:
    assert shape(fitted(*[LINE] * 10)) == ({"Layout 30"}, [5, 5])
    assert shape(fitted(*[LINE] * 20)) == ({"Layout 24"}, [6, 7, 7])


def test_three_paragraphs_are_not_split_if_smaller_type_holds_them() -> None:
    tall = "\n".join([LINE] * 3)
    assert shape(fitted(tall, tall, tall)) == ({"Layout 20"}, [3])


def test_small_type_is_better_than_a_paragraph_alone_on_its_page() -> None:
    tall, small = "\n".join([LINE] * 5), LINE
    assert shape(fitted(tall, tall, tall, small)) == ({"Layout 20"}, [2, 2])


def test_a_paragraph_stands_alone_where_nothing_else_holds_it() -> None:
    full = "\n".join([LINE] * 12)
    assert shape(fitted(full, full, full)) == ({"Layout 10"}, [1, 1, 1])


def test_a_paragraph_or_a_title_that_fits_nowhere_leaves_nothing() -> None:
    assert fitted(LINE, "\n".join([LINE] * 21), LINE) is None
    assert fitted(LINE, LINE, title="Kompetensförsörjningsplanerna nu") is None


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12))
def test_pages_hold_everything_in_order_on_one_layout(heights: list[int]) -> None:
    paragraphs = ["\n".join([f"{n}"] * height) for n, height in enumerate(heights)]
    pages = fitted(*paragraphs)
    assert pages
    assert all(page_fits(CASE, page) for page in pages)
    assert {texts(page)["Title"].paragraphs[0].text for page in pages} == {"Skolan"}
    assert len({page.layout for page in pages}) == 1
    assert [p.text for page in pages for p in texts(page)["Body"].paragraphs] == paragraphs


def test_halves_are_balanced() -> None:
    assert balanced([10] * 8, 2) == (4, 4)
    assert balanced([10] * 10, 3) in {(4, 3, 3), (3, 4, 3), (3, 3, 4)}


def test_a_tall_item_weighs_more_than_a_short_one() -> None:
    assert balanced([30, 10, 10, 10, 10, 10], 2) == (2, 4)


def test_no_item_is_left_alone_where_there_are_two_for_each_part() -> None:
    assert balanced([50, 1, 1, 1], 2) == (2, 2)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=9), st.integers(1, 4))
def test_no_other_division_has_a_lower_highest_part(heights: list[int], count: int) -> None:
    count = min(count, len(heights))
    least = 2 if len(heights) >= 2 * count else 1

    def highest(cuts: tuple[int, ...]) -> int:
        return max(sum(heights[a:b]) for a, b in pairwise((0, *cuts, len(heights))))

    cuts = tuple(accumulate(balanced(heights, count)))[:-1]
    others = combinations(range(1, len(heights)), count - 1)
    allowed = [o for o in others if all(b - a >= least for a, b in pairwise((0, *o, len(heights))))]
    assert cuts in allowed
    assert highest(cuts) == min(map(highest, allowed))
