"""Text stands in its slot: baselines by leading, anchors, hanging markers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paroll.layout.galley import divider
from paroll.layout.setting import SAFETY, break_text, fits, inside, parted, set_text, widest
from paroll.sheet import (
    Align,
    Anchor,
    Face,
    Family,
    MarkerStyle,
    Paragraph,
    Role,
    Run,
    Slot,
    Style,
    Text,
)
from paroll.units import Box, pt
from specimens import typecase

CASE = typecase()
BODY, HEADING = Face(Family.BODY), Face(Family.HEADING, bold=True)
BOX = Box(pt(100), pt(50), pt(300), pt(200))
PLAIN = Style(BODY, pt(20), pt(26), "ink", before=pt(13))
HUNG = PLAIN._replace(indent=pt(40), marker=MarkerStyle(HEADING, pt(32), "strong"))
LINE = "Fler lärare i skolan "


def slot(*levels: Style, anchor: Anchor = Anchor.TOP, box: Box = BOX) -> Slot:
    return Slot("Body", Role.BODY, box, levels or (PLAIN,), anchor)


def paragraph(text: str, level: int = 0, marker: str = "") -> Paragraph:
    return Paragraph((Run(text),), level, marker)


def stand(where: Slot, *paragraphs: Paragraph) -> Text:
    return set_text(CASE, where, paragraphs)


def baselines(text: Text) -> list[float]:
    return [(line.y - text.slot.box.y) / pt(1) for line in text.lines]


def test_baselines_stand_a_leading_apart_and_a_fifth_of_the_size_above_their_foot() -> None:
    text = stand(slot(), paragraph("Fler\nlärare i\nskolan"))
    assert baselines(text) == [26 - 4, 52 - 4, 78 - 4]
    assert text.height == 3 * pt(26)


@pytest.mark.parametrize(
    ("anchor", "top"), [(Anchor.TOP, 0), (Anchor.MIDDLE, 87), (Anchor.BOTTOM, 174)]
)
def test_a_text_stands_at_the_top_in_the_middle_or_at_the_foot(anchor: Anchor, top: float) -> None:
    assert baselines(stand(slot(anchor=anchor), paragraph("Skolan"))) == [top + 22]


def test_space_stands_before_every_paragraph_but_the_first() -> None:
    one, two = paragraph("Skolan"), paragraph("Vården")
    text = stand(slot(), one, two)
    assert baselines(text) == [22, 26 + 13 + 22]
    assert text.height == pt(26 + 13 + 26)


def test_a_paragraph_is_set_as_its_level_says() -> None:
    small = Style(BODY, pt(10), pt(14), "muted")
    text = stand(slot(PLAIN, small), paragraph("Skolan"), paragraph("Vården", 1))
    assert [(line.runs[0].size, line.runs[0].colour) for line in text.lines] == [
        (pt(20), "ink"),
        (pt(10), "muted"),
    ]
    assert baselines(text) == [22, 26 + 14 - 2]


def test_a_marker_hangs_at_the_edge_and_all_lines_stand_under_each_other() -> None:
    first, second = stand(slot(HUNG), paragraph(LINE * 2, marker="7")).lines
    marker, words = first.runs
    assert (marker.x, marker.size, marker.colour, marker.glyphs[0].text) == (
        BOX.x,
        pt(32),
        "strong",
        "7",
    )
    assert words.x == second.runs[0].x == BOX.x + pt(40)


def test_the_width_of_a_line_counts_its_indent() -> None:
    (bare,) = stand(slot(), paragraph("Skolan")).lines
    (hung,) = stand(slot(HUNG), paragraph("Skolan")).lines
    assert hung.width == bare.width + pt(40)


def test_right_aligned_lines_end_at_the_right_edge() -> None:
    text = stand(slot(PLAIN._replace(align=Align.RIGHT)), paragraph(LINE * 2))
    assert {line.runs[0].x + line.width for line in text.lines} == {BOX.right}


def test_a_line_break_of_the_author_is_kept() -> None:
    assert [line.text for line in stand(slot(), paragraph("Vårt\nNorrland")).lines] == [
        "Vårt",
        "Norrland",
    ]


def test_a_line_may_begin_and_end_between_two_voices() -> None:
    runs = (Run("Vårt\n", bold=True), Run("Norrland"))
    lines = stand(slot(), Paragraph(runs)).lines
    assert [(line.text, line.runs[0].face.bold) for line in lines] == [
        ("Vårt", True),
        ("Norrland", False),
    ]


def test_a_short_last_word_gets_company() -> None:
    width = widest(CASE, PLAIN, ["Fler lärare i hela skolan"])
    narrow = slot(box=BOX._replace(w=round(width * 1.01)))
    first, second = stand(narrow, paragraph("Fler lärare i hela skolan nu")).lines
    assert (first.text, second.text) == ("Fler lärare i hela", "skolan\u00a0nu")


def test_numbers_are_tied_in_what_is_set_so_that_live_text_holds_them_too() -> None:
    assert stand(slot(), paragraph("inom 24 timmar")).text == "inom 24\u00a0timmar"


def test_a_text_is_inside_as_long_as_it_is_neither_too_high_nor_too_wide() -> None:
    lines = paragraph("\n".join("Skolan" for _ in range(8)))
    assert inside(stand(slot(box=BOX._replace(h=8 * pt(26))), lines))
    assert not inside(stand(slot(box=BOX._replace(h=8 * pt(26) - 1)), lines))
    word = paragraph("Kompetensförsörjningsplanen")
    assert not inside(stand(slot(box=BOX._replace(w=pt(100))), word))


def test_what_stands_only_by_a_hair_does_not_fit() -> None:
    words = paragraph("Fler lärare i skolan")
    width = widest(CASE, PLAIN, [words.text])
    line = Box(0, 0, 0, pt(26))
    hair = slot(box=line._replace(w=round(width / SAFETY)))
    room = slot(box=line._replace(w=round(width / SAFETY * 1.005)))
    assert inside(stand(hair, words))
    assert not fits(CASE, hair, (words,))
    assert fits(CASE, room, (words,))


def test_words_too_wide_are_named_with_their_paragraph() -> None:
    paragraphs = (paragraph("Fler lärare"), paragraph("i Kompetensförsörjningsplanen"))
    matter = break_text(CASE, slot(box=BOX._replace(w=pt(150))), paragraphs)
    assert [(word, block.paragraph) for word, block in matter.overwide] == [
        ("Kompetensförsörjningsplanen", paragraphs[1])
    ]


def test_headings_are_divided_only_where_a_word_is_wider_than_the_slot() -> None:
    swedish = divider("sv")
    level = Style(HEADING, pt(20), pt(20), "ink")
    words = (paragraph("En kompetensförsörjningsplan"),)
    plan = widest(CASE, level, ["kompetensförsörjningsplan"])
    for width, divided in ((1.1, False), (0.9, True)):
        where = slot(level, box=BOX._replace(w=round(plan * width)))
        text = set_text(CASE, where, words, divide=swedish)
        assert ("\u00ad" in "".join(line.text for line in text.lines)) is divided
        assert inside(text)


WORDS = st.sampled_from(
    ["vård", "och", "24", "timmar", "nära", "t.ex.", "(S)", "–", "sjuk-", "kompetensförsörjning"]
)
TEXTS = st.lists(WORDS, min_size=8, max_size=40).map(" ".join)


@given(TEXTS, st.integers(1, 12), st.sampled_from(["", "sv"]), st.booleans())
def test_a_paragraph_parted_between_lines_reads_as_the_whole(
    words: str, line: int, language: str, bold: bool
) -> None:
    divide = divider(language) if language else None
    runs = (Run(words[:9]), Run(words[9:], bold=bold))
    whole = Paragraph(runs, 0, "7")
    lines = set_text(CASE, slot(HUNG), (whole,), divide=divide).lines
    if line >= len(lines):
        return
    halves = parted(CASE, slot(HUNG), whole, line, divide)
    if halves is None:
        assert lines[line - 1].text.endswith("\u00ad")
        return
    before, after = (set_text(CASE, slot(HUNG), (half,), divide=divide).lines for half in halves)
    said = "".join(each.text for each in (*before, *after))
    assert (len(before), len(after)) == (line, len(lines) - line)
    assert (halves[0].marker, halves[1].marker) == ("7", "")
    assert not halves[1].text.startswith(" ")
    assert squeezed(said) == squeezed("".join(each.text for each in lines))


def squeezed(text: str) -> str:
    return re.sub(r"\s|\u00ad", "", text)
