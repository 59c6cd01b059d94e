"""Slogan, lockup and signature: as large as their places allow, and legible."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composing import inks, programme
from paroll.brand.model import Case
from paroll.compose.house import furnish
from paroll.formats import DECK, LEAFLET_A5, Format
from paroll.layout.setting import inside, set_text
from paroll.looks.house import (
    ON_PAPER,
    House,
    heading_style,
    lockup,
    set_slogan,
    signature,
    slogan_slot,
    slogan_stands,
    whole,
)
from paroll.looks.stage import Mood, stage
from paroll.sheet import Anchor, Role, Text
from paroll.source import NOWHERE, Plain
from paroll.units import Box, pt
from specimens import brand, typecase

KITS = ["campaign", "public", "alternative"]
LINES = st.text("ÅÄÖBgjpy Ééáčđŋ", min_size=1, max_size=16).filter(str.strip).map(str.strip)
SLOGANS = st.lists(LINES, min_size=1, max_size=4)
BOXES = st.builds(Box, st.just(0), st.just(0), st.integers(pt(200), pt(900)), st.just(pt(380)))


def house(slogan: list[str], kit: str = "campaign", form: Format = DECK) -> House:
    read = programme([{"statement": "Vi kan"}], slogan=slogan, brand=kit)
    return furnish(read, brand(kit), form, typecase(kit))


def large(furnished: House, box: Box) -> Text:
    slot = slogan_slot(furnished, box, "ink", Role.BODY, Anchor.TOP)
    return set_text(furnished.case, slot, (furnished.slogan_paragraph,))


@given(SLOGANS, BOXES, st.sampled_from(KITS))
def test_a_slogan_fills_its_box_and_keeps_its_lines(slogan: list[str], box: Box, kit: str) -> None:
    furnished = house(slogan, kit)
    text = large(furnished, box)
    assert inside(text)
    assert len(text.lines) == len(slogan)
    (style,) = text.slot.levels
    growth = (style.size + pt(2)) / style.size
    widest = max(line.width for line in text.lines) * growth
    assert widest > 0.965 * box.w or style.leading * growth * len(slogan) > box.h


@given(SLOGANS, BOXES, st.sampled_from(KITS))
def test_no_line_of_a_slogan_touches_the_one_above(slogan: list[str], box: Box, kit: str) -> None:
    boxes = list(inks(large(house(slogan, kit), box), kit))
    assert all(above.bottom < below.y for above, below in pairwise(boxes))


def test_a_ring_stands_clear_of_a_descender() -> None:
    text = large(house(["Gäddgj", "Åå"], "public"), Box(0, 0, pt(800), pt(300)))
    above, below = inks(text, "public")
    assert 0 < below.y - above.bottom < 0.04 * text.slot.levels[0].size


@pytest.mark.parametrize("kit", KITS)
def test_the_ring_of_a_single_line_stays_in_its_box(kit: str) -> None:
    text = large(house(["Är"], kit), Box(0, 0, pt(888), pt(380)))
    (line,) = inks(text, kit)
    assert text.slot.box.contains(line, slack=pt(0.5))


def test_capitals_are_the_brands_choice_and_keep_their_places() -> None:
    lines = (Plain("Vårt", NOWHERE), Plain("Åre – på väg", NOWHERE))
    assert [str(line) for line in set_slogan(lines, Case.UPPER)] == ["VÅRT", "ÅRE – PÅ VÄG"]
    assert set_slogan(lines, Case.AS_TYPED) == lines


@pytest.mark.parametrize(
    ("slogan", "size"),
    [
        (["Kort"], 17),
        (["Ett", "två", "tre"], 17),
        (["Ett", "två", "tre", "fyra"], 15),
        (["Fler händer i hela Västernorrland"], 13),
    ],
)
def test_the_small_slogan_is_as_large_as_its_place_is_wide_and_high(
    slogan: list[str], size: float
) -> None:
    furnished = house(slogan)
    text = lockup(furnished, Box(0, 0, pt(236), pt(60)), "ink", (17, 16, 15, 14, 13, 12))
    assert slogan_stands(furnished, text.slot)
    assert text.slot.levels[0].size == pt(size)


@pytest.mark.parametrize("slogan", [["Ett"] * 6, ["Tillsammans för hela Västernorrlands län"]])
def test_a_slogan_that_stands_in_no_size_is_told_apart(slogan: list[str]) -> None:
    furnished = house(slogan)
    text = lockup(furnished, Box(0, 0, pt(200), pt(60)), "ink", (17, 12))
    assert text.slot.levels[0].size == pt(12)
    assert not slogan_stands(furnished, text.slot)


def test_the_signature_knows_where_the_sender_was_written() -> None:
    furnished = house(["Vårt"])
    text = signature(furnished, Box(0, 0, pt(300), pt(20)), heading_style(pt(12), "ink"))
    assert text.text.split() == ["Vi", "i", "Norrland"]
    assert text.paragraphs[0].span == furnished.sender.span != NOWHERE


def test_sizes_are_the_brands_own_largest_first() -> None:
    screen, paper = house(["Vårt"]), house(["Vårt"], form=LEAFLET_A5)
    assert screen.sizes(44, 30) == (pt(44), pt(40), pt(36), pt(32))
    assert paper.sizes(10, 8.4) == (pt(10), pt(9.5), pt(9), pt(8.5))


def test_leading_is_in_half_points() -> None:
    assert whole(pt(12.3)) == pt(12.5)
    assert heading_style(pt(23), ON_PAPER.heading).leading % pt(0.5) == 0


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("mood", list(Mood))
def test_a_stage_keeps_head_and_room_apart_from_furniture(kit: str, mood: Mood) -> None:
    furnished = house(["Ett", "två", "tre", "fyra", "fem"], kit)
    prepared = stage(furnished, mood)
    texts = [mark for mark in prepared.furniture if isinstance(mark, Text)]
    fields = (slot.box for slot in prepared.fields)
    furniture = [*(box for text in texts for box in inks(text, kit)), *fields]
    free = [prepared.room, *([prepared.head, prepared.locator] if mood is Mood.SIDE else [])]
    assert not [(a, b) for a in furniture for b in free if a.overlaps(b)]
