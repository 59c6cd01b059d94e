"""Two columns: even, and never torn where a reader would stumble."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paroll.compose.column import FEWEST_LINES, Column, Measure, halves
from paroll.compose.flow import KEPT_WITH_LAST, KEPT_WITH_NEXT, cuts_of, flow
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Group, Level
from paroll.layout.galley import divider
from paroll.layout.setting import set_text
from paroll.looks.house import ON_PAPER
from paroll.sheet import Paragraph, Role, Run, Slot
from paroll.units import Box, mm, pt
from specimens import typecase

CASE = typecase()
LEVELS = flow_levels(pt(10), ON_PAPER, 1, 1)
LEFT = Slot("Column 1", Role.BODY, Box(0, 0, mm(58), mm(150)), LEVELS)
RIGHT = LEFT._replace(name="Column 2", box=LEFT.box._replace(x=mm(65)))
WORDS = st.lists(
    st.sampled_from(["vi", "investera", "i", "kompetensförsörjning", "24", "nya", "lärare"]),
    min_size=1,
    max_size=40,
).map(" ".join)


def group(*texts: tuple[Level, str]) -> Group:
    return tuple(Paragraph((Run(text),), level) for level, text in texts)


def columns(groups: Sequence[Group], language: str = "sv") -> tuple[Column, Column]:
    left, right = flow(Measure(CASE, divider(language)), (LEFT, RIGHT), groups)
    return left, right


def words(text: Column) -> str:
    return re.sub(r"\s", "", "".join(paragraph.text for paragraph in text.paragraphs))


GROUPS = st.lists(
    st.one_of(
        WORDS.map(lambda text: group((Level.BULLETED, text))),
        WORDS.map(lambda text: group((Level.HEADING, "Skolan"), (Level.NUMBERED, text))),
        WORDS.map(lambda text: group((Level.QUOTE, text), (Level.SMALL, "Helén (S)"))),
        WORDS.map(lambda text: group((Level.NAME, "Ansvar"), (Level.TEXT, text))),
        WORDS.map(lambda text: group((Level.FIGURE, "74"), (Level.TEXT, text))),
    ),
    min_size=1,
    max_size=12,
)


@given(GROUPS)
def test_everything_is_said_once_and_in_order(groups: list[Group]) -> None:
    wanted = re.sub(r"\s", "", "".join(p.text for each in groups for p in each))
    assert "".join(map(words, columns(groups))) == wanted


@given(GROUPS)
def test_no_column_ends_in_what_belongs_to_the_next(groups: list[Group]) -> None:
    left, right = columns(groups)
    if left.paragraphs and right.paragraphs:
        assert left.paragraphs[-1].level not in KEPT_WITH_NEXT
        assert right.paragraphs[0].level not in KEPT_WITH_LAST


@given(GROUPS)
def test_a_paragraph_that_runs_on_leaves_two_lines_on_either_side(groups: list[Group]) -> None:
    left, right = columns(groups)
    whole = {words_of(p) for each in groups for p in each}
    if right.paragraphs and words_of(right.paragraphs[0]) not in whole:
        assert right.paragraphs[0].marker == ""
        for half, slot in ((left.paragraphs[-1], LEFT), (right.paragraphs[0], RIGHT)):
            assert len(set_text(CASE, slot, (half,), divide=divider("sv")).lines) >= FEWEST_LINES


@given(GROUPS, st.integers(3, 5))
def test_more_columns_say_it_all_in_order_as_well(groups: list[Group], count: int) -> None:
    slots = [LEFT._replace(name=f"Column {n + 1}") for n in range(count)]
    parts = flow(Measure(CASE, divider("sv")), slots, groups)
    wanted = re.sub(r"\s", "", "".join(p.text for each in groups for p in each))
    assert "".join(map(words, parts)) == wanted
    filled = [bool(part.paragraphs) for part in parts]
    assert filled == sorted(filled, reverse=True)


def test_three_columns_of_equal_points_are_even() -> None:
    groups = [group((Level.BULLETED, "Fler lärare"))] * 12
    parts = flow(Measure(CASE, divider("sv")), [LEFT] * 3, groups)
    assert [len(part.paragraphs) for part in parts] == [4, 4, 4]


def test_a_paragraph_longer_than_a_column_runs_on_over_several() -> None:
    long = group((Level.TEXT, "vi vill investera i nya lärare " * 160))
    parts = flow(Measure(CASE, divider("sv")), [LEFT] * 4, [long])
    lines = [len(part.lines) for part in parts]
    assert max(lines) - min(lines) <= 1
    assert sum(lines) == len(set_text(CASE, LEFT, long, divide=divider("sv")).lines)


def words_of(paragraph: Paragraph) -> str:
    return re.sub(r"\s", "", paragraph.text)


@given(GROUPS)
def test_no_cut_between_groups_would_have_been_more_even(groups: list[Group]) -> None:
    highest = max(column.height for column in columns(groups))
    slack = 5 * LEVELS[Level.TEXT].leading
    for cut in range(1, len(groups)):
        halves = (groups[:cut], groups[cut:])
        parts = ([p for each in half for p in each] for half in halves)
        heights = [set_text(CASE, LEFT, part, divide=divider("sv")).height for part in parts]
        assert highest <= max(heights) + slack


@pytest.mark.parametrize("first", range(1, 14))
@pytest.mark.parametrize("second", range(1, 14))
def test_whatever_the_lengths_no_line_of_a_paragraph_stands_alone(first: int, second: int) -> None:
    line = "vi vill investera i nya "
    groups = [group((Level.TEXT, line * length)) for length in (first, second)]
    heights = [len(set_text(CASE, LEFT, each, divide=divider("sv")).lines) for each in groups]
    left, right = columns(groups)
    for half, whole in ((left.paragraphs[-1:], heights), (right.paragraphs[:1], heights)):
        lines = len(set_text(CASE, LEFT, half, divide=divider("sv")).lines)
        assert lines >= FEWEST_LINES or lines in whole


@pytest.mark.parametrize("heading", range(1, 9))
@pytest.mark.parametrize("length", range(1, 14))
def test_after_a_heading_at_least_two_lines_stand_with_it(heading: int, length: int) -> None:
    line = "vi vill investera i nya "
    whole = group((Level.HEADING, "Skola " * heading * 3), (Level.TEXT, line * length))
    left, right = columns([whole])
    if right.paragraphs:
        begun = set_text(CASE, LEFT, left.paragraphs[1:], divide=divider("sv"))
        assert len(begun.lines) >= FEWEST_LINES


@pytest.mark.parametrize("count", range(4, 14))
def test_the_space_that_a_first_heading_does_not_take_is_not_counted(count: int) -> None:
    head = group((Level.HEADING, "Skolan"), (Level.BULLETED, "Fler"))
    bullet = group((Level.BULLETED, "Fler"))
    left, right = columns([head, *[bullet] * count])
    step = LEVELS[Level.BULLETED].leading + LEVELS[Level.BULLETED].before
    highest = max(left.height, right.height)
    assert highest <= max(left.height + step, right.height - step)
    assert highest <= max(left.height - step, right.height + step)


@pytest.mark.parametrize("level", [Level.HEADING, Level.LEAD])
def test_a_long_heading_is_never_parted(level: Level) -> None:
    long = "vi vill investera i nya lärare " * 12
    left, right = columns([group((level, long), (Level.TEXT, "vi vill"))])
    assert words(left).startswith(words_of(group((level, long))[0]))
    assert right.paragraphs == ()


def test_short_points_are_shared_out_evenly() -> None:
    left, right = columns([group((Level.BULLETED, "Fler lärare"))] * 8)
    assert len(left.paragraphs) == len(right.paragraphs) == 4


def test_nothing_is_weighed_where_a_divided_word_or_a_typed_line_would_be_parted() -> None:
    long = " ".join(["Straßenverkehrsinfrastrukturmaßnahmen"] * 12)
    said = [group((Level.TEXT, long)), group((Level.TEXT, "\n".join(["Storgatan"] * 12)))]
    measure = Measure(CASE, divider("de"))
    cuts = [cut for cut in cuts_of(measure, LEFT, said) if cut.line]
    items = [item for passage in said for item in passage]
    assert cuts == [cut for cut in cuts if halves(measure, LEFT, items[cut.item], cut.line)]
    assert all(cut.item == 0 for cut in cuts)


def test_a_group_is_torn_only_where_that_makes_columns_much_more_even() -> None:
    short, long = ("vi vill investera i nya lärare " * times for times in (1, 12))
    left, right = columns([group((Level.TEXT, long))])
    assert abs(len(left.lines) - len(right.lines)) <= 1
    left, right = columns([group((Level.TEXT, short), (Level.TEXT, short))])
    assert (len(left.paragraphs), len(right.paragraphs)) == (2, 0)


def test_nothing_to_say_leaves_both_columns_empty() -> None:
    left, right = columns([])
    assert (left.lines, right.lines) == ((), ())


def test_what_a_colon_introduces_stands_below_it() -> None:
    text = "fler lärare i skolan " * 14
    introduced = group((Level.HEADING, "Skolan"), (Level.TEXT, f"{text}, och det är:"))
    parts = [group((Level.NAME, f"Del {n}"), (Level.UNDER, text)) for n in range(2)]
    for groups in ([introduced, *parts], [(*introduced, *parts[0]), parts[1]]):
        left, right = columns(groups)
        assert "och det är:" not in left.paragraphs[-1].text
        assert right.paragraphs
