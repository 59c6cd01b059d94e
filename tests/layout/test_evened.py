"""Headings in print have even lines that break as a reader would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paroll.layout.galley import Divide, divider, whole_words
from paroll.layout.setting import break_text, smooth
from paroll.looks.house import ON_PAPER, body_style, heading_style
from paroll.sheet import Paragraph, Role, Run, Slot, Style
from paroll.units import Box, Emu, mm, pt
from specimens import typecase

CASE = typecase()
HEADING = heading_style(pt(18), "ink")
TEXT = body_style(pt(18), ON_PAPER.body)
WORDS = st.lists(
    st.sampled_from(["vi", "och", "vård", "tid,", "skolan", "–", "i", "mångfald", "Norrland."]),
    min_size=2,
    max_size=14,
).map(" ".join)


def lines(
    text: str, width: Emu, style: Style = HEADING, divide: Divide | None = whole_words
) -> list[str]:
    slot = Slot("Heading", Role.BODY, Box(0, 0, width, mm(100)), (style,))
    matter = break_text(CASE, slot, [Paragraph((Run(text),))], divide)
    return [
        galley.text[piece.start : piece.end].replace("\u00a0", " ")
        for block in matter.blocks
        for galley, piece in block.lines
    ]


def width_of(text: str) -> Emu:
    slot = Slot("Heading", Role.BODY, Box(0, 0, mm(1000), mm(100)), (HEADING,))
    return round(break_text(CASE, slot, [Paragraph((Run(text),))]).width * 1.01)


def test_no_word_of_a_heading_is_left_alone() -> None:
    heading = "Vi måste förbereda oss för offren i pandemins skugga"
    width = width_of("Vi måste förbereda oss f")
    assert lines(heading, width, divide=None)[-1] == "skugga"
    assert lines(heading, width) == ["Vi måste förbereda", "oss för offren", "i pandemins skugga"]


def test_a_heading_breaks_where_its_sense_does() -> None:
    width = width_of("ett samarbete med S och Mp")
    title = "Landstinget – ett samarbete med S och Mp"
    assert lines(title, width) == ["Landstinget –", "ett samarbete med S och Mp"]
    width = width_of("En ny vårdmodell för")
    assert lines("En ny vårdmodell för Stockholm", width) == ["En ny vårdmodell", "för Stockholm"]


def test_a_heading_keeps_a_name_on_one_line() -> None:
    heading = "Lärandecentrum för migration och hälsa inrättas i Västra Götalandsregionen"
    width = width_of("och hälsa inrättas i Västra Göt")
    assert lines(heading, width)[-1] == "i Västra Götalandsregionen"


@given(WORDS, st.integers(30, 120))
def test_even_lines_say_the_same_in_as_many_lines_within_the_measure(text: str, wide: int) -> None:
    even, greedy = lines(text, mm(wide)), lines(text, mm(wide), divide=None)
    assert " ".join(even) == " ".join(greedy)
    assert len(even) == len(greedy)
    widest = max(mm(wide), *map(width_of, greedy))
    assert all(width_of(line) <= widest * 1.011 for line in even)


def test_slides_and_running_text_are_filled_line_by_line() -> None:
    heading = "Vi måste förbereda oss för offren i pandemins skugga"
    width = width_of("Vi måste förbereda oss f")
    assert lines(heading, width, divide=None)[0] == "Vi måste förbereda oss"
    assert lines(heading, width, TEXT, divider("sv"))[0] == lines(heading, width, TEXT, None)[0]


def test_bold_text_is_a_heading_and_divides_no_word_that_has_room() -> None:
    text = "Fortsatt samarbetsavtal med kommunerna om hjälpmedel"
    bold = TEXT._replace(face=TEXT.face._replace(bold=True))
    width = width_of("Fortsatt samarbetsavtal med kommu-")
    assert not any(line.endswith("-") for line in lines(text, width, bold, divider("sv")))


def smoothed(text: str, width: Emu, divide: Divide | None = None) -> list[str]:
    """Return the lines of running text as they are set for good."""
    divide = divide or divider("sv")
    slot = Slot("Text", Role.BODY, Box(0, 0, width, mm(100)), (TEXT,))
    matter = smooth(break_text(CASE, slot, [Paragraph((Run(text),))], divide), divide)
    return [
        galley.text[piece.start : piece.end].replace("\u00a0", " ") + "-" * piece.divided
        for block in matter.blocks
        for galley, piece in block.lines
    ]


def test_running_text_set_for_good_divides_fewer_words_and_ends_with_no_short_line() -> None:
    text = (
        "En ekonomi i fritt fall är dålig för skattebetalaren, patienten och för personalen. "
        "Vi kommer inte att bidra till några ofinansierade, långsiktigt skadliga, beslut."
    )
    width = width_of("En ekonomi i fritt fall är dålig för")
    greedy, fine = lines(text, width, TEXT, divider("sv")), smoothed(text, width)
    assert (greedy[2], greedy[-1]) == ("patienten och för perso", "beslut.")
    assert (fine[2], fine[-1]) == ("patienten och för", "skadliga, beslut.")
    assert len(fine) == len(greedy)


TEXTS = st.lists(
    st.sampled_from(
        ["vi", "och", "kompetensförsörjningen", "tid,", "skolan", "hälso-", "75-åringar", "24"]
    ),
    min_size=2,
    max_size=30,
).map(" ".join)


@given(TEXTS, st.integers(35, 120))
def test_smooth_lines_say_the_same_in_as_many_lines_within_the_measure(
    text: str, wide: int
) -> None:
    slot = Slot("Text", Role.BODY, Box(0, 0, mm(wide), mm(100)), (TEXT,))
    divide = divider("sv")
    greedy = break_text(CASE, slot, [Paragraph((Run(text),))], divide)
    smooth_one = smooth(greedy, divide)
    said = "".join(g.text[p.start : p.end] for b in smooth_one.blocks for g, p in b.lines)
    assert "".join(said.split()) == "".join(text.split())
    assert smooth_one.height == greedy.height
    assert smooth_one.width <= max(greedy.width, mm(wide))
