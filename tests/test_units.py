"""Lengths are whole and exact; boxes know their edges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paroll.units import Box, Rect, inch, mm, pt, to_mm, to_pt

LENGTHS = st.integers(-(10**7), 10**7)
BOXES = st.builds(Box, LENGTHS, LENGTHS, st.integers(1, 10**7), st.integers(1, 10**7))


def test_inch_point_and_millimetre_agree_to_the_last_digit() -> None:
    assert inch(1) == pt(72) == mm(25.4) == 914_400
    assert mm(297) == 10_692_000
    assert pt(8.5) == 107_950


@given(st.integers(0, 100_000))
def test_tenths_of_a_point_and_of_a_millimetre_survive_both_ways(tenths: int) -> None:
    assert round(to_pt(pt(tenths / 10)), 6) == tenths / 10
    assert round(to_mm(mm(tenths / 10)), 6) == tenths / 10


def test_a_box_between_four_edges_has_them() -> None:
    box = Box.between(2, 3, 12, 33)
    assert box == Box(2, 3, 10, 30)
    assert (box.right, box.bottom) == (12, 33)


def test_a_box_contains_itself_and_what_sticks_out_by_no_more_than_the_slack() -> None:
    box = Box(0, 0, 10, 10)
    assert box.contains(box)
    assert not box.contains(Box(-1, 0, 10, 10))
    assert not box.contains(Box(0, 0, 10, 11))
    assert box.contains(Box(-1, -1, 12, 12), slack=1)
    assert not box.contains(Box(-1, 0, 13, 10), slack=1)


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    box = Box(0, 0, 10, 10)
    assert not box.overlaps(Box(10, 0, 5, 10))
    assert not box.overlaps(Box(0, 10, 10, 5))
    assert box.overlaps(Box(9, 9, 5, 5))


@given(BOXES, BOXES)
def test_overlap_goes_both_ways_and_containing_is_overlapping(one: Box, other: Box) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) or not one.contains(other)


def test_a_box_stands_upwards_in_a_pdf() -> None:
    assert Box(pt(10), pt(20), pt(30), pt(40)).upwards(100) == Rect(10, 40, 40, 80)


def test_a_rectangle_finds_its_place_from_the_corner_of_the_trim() -> None:
    trim = Rect(10, 10, 110, 210)
    assert Rect(20, 180, 50, 200).place(trim) == Box(pt(10), pt(10), pt(30), pt(20))
    assert Rect(20, 180, 50, 200).place(trim, 2) == Box(pt(20), pt(20), pt(60), pt(40))


def test_a_rectangle_is_cut_joined_and_moved_at_its_edges() -> None:
    one, other = Rect(0, 0, 10, 20), Rect(5, 5, 30, 10)
    assert one.cut(other) == Rect(5, 5, 10, 10)
    assert one.joined(other) == Rect(0, 0, 30, 20)
    assert one.cut(Rect(11, 0, 12, 20)).is_empty
    assert one.grown(1) == Rect(-1, -1, 11, 21)
    assert one.extended(1, 2, 3, 4) == Rect(-4, -3, 12, 21)
    assert one.moved(1, -1) == Rect(1, -1, 11, 19)


def test_rectangles_that_share_an_edge_do_not_touch_but_a_line_inside_does() -> None:
    one = Rect(0, 0, 10, 20)
    assert not one.touches(Rect(10, 0, 20, 20))
    assert Rect(3, 0, 3, 20).touches(one)
    assert one.within(Rect(0.005, 0, 10, 20))
    assert not one.within(Rect(0.5, 0, 10, 20))
    assert one.within(Rect(0.5, 0, 10, 20), slack=0.5)
