"""Fit chooses a layout, and divides with taste."""

from hypothesis import given
from hypothesis import strategies as st

from paroll.layout.fit import balanced


def test_halves_are_balanced() -> None:
    assert balanced([10] * 8, 2) == (4, 4)
    assert balanced([10] * 10, 3) in {(4, 3, 3), (3, 4, 3), (3, 3, 4)}


def test_a_tall_item_weighs_more_than_a_short_one() -> None:
    assert balanced([30, 10, 10, 10, 10, 10], 2) == (2, 4)


def test_no_item_is_left_alone_where_there_are_two_for_each_part() -> None:
    assert balanced([50, 1, 1, 1], 2) == (2, 2)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=14), st.integers(1, 6))
def test_every_item_has_its_place(heights: list[int], count: int) -> None:
    count = min(count, len(heights))
    parts = balanced(heights, count)
    assert len(parts) == count
    assert sum(parts) == len(heights)
    assert all(size >= 1 for size in parts)
