"""Facing pages: text from the head of a page to its foot, headings larger where they are alone."""

from __future__ import annotations

from composing import compose
from paroll.compose.column import Column, Measure, set_column
from paroll.compose.facing import Faced, braced, right_hand, thin
from paroll.compose.filled import Job
from paroll.compose.house import furnish
from paroll.formats import BOOKLET_A5
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Level
from paroll.layout.galley import divider
from paroll.looks.house import ON_PAPER
from paroll.sheet import Mark, Paragraph, Role, Run, Slot, Table, Text
from paroll.units import Box, Emu, mm, pt
from products import programme
from specimens import brand, typecase

CASE = typecase()
ROOM = Box(mm(12), mm(20), mm(122), mm(160))
SLOT = Slot("Column 1", Role.BODY, ROOM, flow_levels(pt(13), ON_PAPER, 1, 1))
MEASURE = Measure(CASE, divider("sv"))
JOB = Job(furnish(programme("norrbotten"), brand(), BOOKLET_A5, CASE), MEASURE, (), pt(11))
LINE = "Vi vill anställa fler lärare och minska klasserna i hela länet. "


def paragraph(text: str, level: Level, marker: str = "") -> Paragraph:
    return Paragraph((Run(text),), level, marker)


def section(heading: str, points: int, first: int = 1) -> list[Paragraph]:
    said = [paragraph(LINE * 2, Level.NUMBERED, str(n)) for n in range(first, first + points)]
    return [paragraph(heading, Level.HEADING), *said] if heading else said


def column(*sections: list[Paragraph]) -> Column:
    return set_column(MEASURE, SLOT, [each for section in sections for each in section])


def texts(marks: tuple[Mark, ...]) -> list[Text]:
    return [mark for mark in marks if isinstance(mark, Text)]


def page(column: Column, other: Column | None = None, *, goes_on: bool = False) -> list[Text]:
    (marks,) = braced(JOB, [Faced(column, other, goes_on)])
    return texts(marks)


def foot(text: Text) -> Emu:
    return text.slot.box.y + text.height


def heading_size(text: Text) -> Emu:
    return text.slot.levels[Level.HEADING].size


BOTTOM = ROOM.y + ROOM.h
SHORT, LONG = column(section("Skolan", 2)), column(section("Skolan", 9))


def test_a_heading_alone_on_a_thin_page_is_larger_with_its_text_at_the_foot() -> None:
    heading, text = page(SHORT)
    assert thin(SHORT)
    assert heading_size(heading) > heading_size(texts(SHORT.marks)[0])
    assert heading.slot.box.y == ROOM.y
    assert foot(text) == BOTTOM


def test_headings_of_thin_pages_that_face_each_other_are_equally_large() -> None:
    long = column(section("Socialdemokraterna vill bygga ut förskolan i alla kommuner", 2))
    alone = [heading_size(page(each)[0]) for each in (SHORT, long)]
    facing = [heading_size(page(*pair)[0]) for pair in ((SHORT, long), (long, SHORT))]
    assert alone[0] > alone[1]
    assert facing == [alone[1]] * 2


def test_a_heading_that_faces_a_full_page_is_as_large_as_its_headings() -> None:
    (text,) = page(SHORT, LONG)
    assert heading_size(text) == heading_size(texts(LONG.marks)[0])
    assert text.slot.box.y == ROOM.y


def test_sections_of_one_page_stand_from_its_head_to_its_foot() -> None:
    first, second, third = page(column(*(section(f"Skolan {n}", 1) for n in range(3))))
    assert first.slot.box.y == ROOM.y
    assert abs(foot(third) - BOTTOM) <= 2
    gaps = [after.slot.box.y - foot(before) for before, after in ((first, second), (second, third))]
    assert gaps[0] == gaps[1] > SLOT.levels[Level.HEADING].before


def test_a_section_that_is_but_a_heading_has_its_share_of_the_air() -> None:
    heading, below, last = page(
        column([paragraph("Nyheter", Level.HEADING)], *[section("Ett", 1)] * 2)
    )
    assert below.slot.box.y - foot(heading) == last.slot.box.y - foot(below)


def test_a_section_that_ends_with_an_address_is_over_there() -> None:
    address = Paragraph((Run("exempel.se", link="https://exempel.se"),), Level.NAME)
    code, below = page(column([paragraph("Bli medlem", Level.HEADING), address], section("Ett", 1)))
    assert code.slot.box.y == ROOM.y
    assert foot(below) == BOTTOM


def test_points_that_go_on_from_the_page_before_hang_from_the_head_with_more_air() -> None:
    rest = column(section("", 4, first=5))
    (text,) = page(rest)
    assert text.slot.box.y == ROOM.y
    assert rest.height < text.height <= ROOM.h


def test_a_section_that_goes_on_is_not_parted_from_its_heading() -> None:
    (text,) = page(SHORT, goes_on=True)
    assert heading_size(text) == heading_size(texts(SHORT.marks)[0])


def test_a_table_that_is_alone_on_a_page_stays_with_its_heading() -> None:
    table = {"heading": "Så fördelas pengarna", "table": ["Område | Mkr", "Vård | 9", "Tåg | 7"]}
    statements = [{"statement": f"Vi kan bättre {n}"} for n in range(2)]
    document, _ = compose("booklet-a5", [table, *statements])
    (sheet,) = (s for s in document.sheets if any(isinstance(m, Table) for m in s.content))
    heading, below = sheet.content
    assert isinstance(heading, Text)
    assert isinstance(below, Table)
    assert 0 < below.box.y - foot(heading) < mm(12)


def test_an_idea_stands_on_the_right_hand_page_that_faces_the_text_round_it() -> None:
    assert right_hand([0], 6) == (0,)
    assert right_hand([0.5], 6) == (2,)
    assert right_hand([1], 6) == (5,)
    assert right_hand([0, 0.4, 0.95], 9) == (0, 3, 8)


def test_ideas_that_belong_beside_one_page_stand_on_pages_after_each_other() -> None:
    assert right_hand([0.5, 0.5, 0.5], 7) in {(2, 3, 4), (3, 4, 5)}
    assert right_hand([0.9, 0.9, 0.9], 3) == (0, 1, 2)
