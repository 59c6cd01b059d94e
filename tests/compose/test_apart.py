"""Text over panels: what belongs together stays together, and panels are as full as each other."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from paroll.compose.apart import Keep, Share, apart
from paroll.compose.column import Measure, set_column
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Group, Level, Passage
from paroll.layout.galley import divider
from paroll.looks.house import ON_PAPER
from paroll.sheet import Paragraph, Role, Run, Slot
from paroll.units import Box, mm, pt
from specimens import typecase

CASE = typecase()
MEASURE = Measure(CASE, divider("sv"))
SLOT = Slot("Column 1", Role.BODY, Box(0, 0, mm(76), mm(170)), flow_levels(pt(10), ON_PAPER, 1, 1))
LINE = "Vi vill anställa fler lärare och minska klasserna i hela länet. "


def section(points: int, lines: int = 2) -> list[Group]:
    """Return a section whose heading stands with the first of its points."""
    said = [Paragraph((Run(LINE * lines),), Level.NUMBERED, str(n + 1)) for n in range(points)]
    return [(Paragraph((Run("Skolan"),), Level.HEADING), said[0]), *((each,) for each in said[1:])]


def shared(
    groups: Sequence[Group], columns: int, keep: Keep = Keep.GROUPS, abreast: int = 1
) -> Share | None:
    return apart(MEASURE, [SLOT] * columns, groups, abreast, keep)


def heads(share: Share) -> list[Level]:
    return [Level(column[0][0].level) for column in share if column]


def height(column: Sequence[Passage]) -> int:
    return set_column(MEASURE, SLOT, [item for passage in column for item in passage]).height


SECTIONS = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 5)), min_size=1, max_size=10).map(
    lambda sizes: [group for size in sizes for group in section(*size)]
)


@given(SECTIONS, st.integers(1, 6), st.sampled_from(Keep))
def test_all_is_there_once_whole_in_its_order_and_has_room(
    groups: list[Group], columns: int, keep: Keep
) -> None:
    share = shared(groups, columns, keep)
    if share is not None:
        assert [group for column in share for group in column] == groups
        assert all(height(column) <= SLOT.box.h for column in share)


@given(SECTIONS, st.integers(1, 6))
def test_no_panel_is_empty_where_there_is_something_for_each(
    groups: list[Group], columns: int
) -> None:
    share = shared(groups, columns)
    if share is not None and len(groups) >= columns:
        assert all(share)


@given(SECTIONS, st.integers(1, 6))
def test_where_sections_are_kept_every_panel_begins_with_a_heading(
    groups: list[Group], columns: int
) -> None:
    share = shared(groups, columns, Keep.SECTIONS)
    if share is not None:
        assert set(heads(share)) == {Level.HEADING}


@given(st.integers(8, 30), st.integers(1, 4))
def test_where_pairs_are_kept_no_section_begins_or_ends_with_a_lone_point(
    points: int, columns: int
) -> None:
    share = shared(section(points), columns, Keep.PAIRS)
    if share is not None:
        assert len(share[0]) >= 2
        assert len(share[-1]) >= 2


def test_a_section_stays_together_though_that_is_less_even() -> None:
    groups = [*section(4), *section(6)]
    share = shared(groups, 2)
    assert share
    assert [len(column) for column in share] == [4, 6]


def test_a_section_may_go_on_beside_itself_but_not_on_the_next_panel() -> None:
    groups = [*section(18), *section(4), *section(9)]
    assert shared(groups, 4, Keep.SECTIONS) is None
    share = shared(groups, 4, Keep.SECTIONS, abreast=2)
    assert share
    assert [len(left) + len(right) for left, right in (share[:2], share[2:])] == [18, 13]


def test_a_section_is_parted_rather_than_a_panel_left_almost_empty() -> None:
    groups = [*section(1, 1), *section(12)]
    share = shared(groups, 2)
    assert share
    assert min(map(height, share)) > SLOT.box.h * 0.4


def test_what_has_no_room_is_not_shared_out() -> None:
    assert shared(section(40), 2) is None
    assert shared(section(1, 60), 4) is None
