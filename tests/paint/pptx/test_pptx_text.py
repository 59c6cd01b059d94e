"""Paragraphs: what they say is on the slide, how they look is on the layout."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deck_specimen import BRAND, HEADING, ITEMS, POINTS, point, text
from paroll.brand.model import COLOURS
from paroll.paint.pptx import xml
from paroll.paint.pptx.text import body, paragraphs, proofing
from paroll.paint.pptx.theme import fill
from paroll.paint.pptx.xml import tag
from paroll.sheet import Align, Face, Family, Paragraph, Run, Slot, Style, Text
from paroll.units import pt


class Numbered:
    """A part that numbers whatever is related to it."""

    def link(self, address: str) -> str:
        return f"link to {address}"

    def jump(self, link: str) -> str:
        return f"jump to {link}"

    def image(self, data: bytes) -> str:
        return f"image of {len(data)} bytes"


def parsed(*inner: str) -> Any:
    return etree.fromstring(tag("root", *inner, **xml.NAMESPACES))


def set_in(slot: Slot, *said: Paragraph | str) -> list[Any]:
    return list(parsed(paragraphs(text(slot, *said), "sv-SE", Numbered())))


def shown(written: list[Any]) -> list[str]:
    """Return the markers PowerPoint shows: repeating a `startAt` counts on, another starts anew."""
    running: tuple[str, int] | None = None
    markers = []
    for paragraph in written:
        count = paragraph.find("{*}pPr/{*}buAutoNum")
        none = paragraph.find("{*}pPr/{*}buNone")
        bullet = paragraph.find("{*}pPr/{*}buChar")
        if none is not None or bullet is not None:
            running = None
            markers.append(bullet.get("char") if bullet is not None else "")
            continue
        start = "1" if count is None else count.get("startAt", "1")
        number = running[1] + 1 if running and running[0] == start else int(start)
        running = (start, number)
        markers.append(str(number))
    return markers


MARKERS = st.lists(st.sampled_from(["", "•", "1", "2", "3", "4", "7"]), max_size=12).filter(
    lambda markers: (
        not any(
            before.isdecimal() and after.isdecimal() and int(after) <= int(before)
            for before, after in pairwise(markers)
        )
    )
)


@given(MARKERS)
def test_numbers_are_counted_by_the_program_and_come_out_as_meant(markers: list[str]) -> None:
    written = set_in(POINTS, *(point(marker, "Ord") for marker in markers))
    assert shown(written) == markers


def test_a_list_from_one_needs_nothing_its_layout_does_not_say() -> None:
    assert [p.find("{*}pPr") for p in set_in(POINTS, point(1, "a"), point(2, "b"))] == [None, None]


def test_bullets_come_from_the_layout_unless_they_are_others() -> None:
    usual, other, counted = set_in(ITEMS, point("•", "a"), point("–", "b"), point(1, "c"))
    assert usual.find("{*}pPr") is None
    assert other.find("{*}pPr/{*}buChar").get("char") == "–"
    assert counted.find("{*}pPr/{*}buAutoNum") is not None


def test_a_paragraph_without_its_level_s_marker_starts_where_the_text_does() -> None:
    properties = set_in(ITEMS, "Utan punkt")[0].find("{*}pPr")
    assert properties.get("indent") == "0"
    assert properties[0].tag.endswith("buNone")


def test_a_text_on_a_lower_level_does_not_end_a_list() -> None:
    below = Paragraph((Run("under"),), level=1)
    first, _, third = set_in(POINTS, point(4, "a"), below, point(5, "b"))
    starts = [p.find("{*}pPr/{*}buAutoNum").get("startAt") for p in (first, third)]
    assert starts == ["4", "4"]


def test_stress_is_written_only_where_the_level_has_none() -> None:
    def said(slot: Slot) -> Any:
        return set_in(slot, Paragraph((Run("fet", bold=True, italic=True),)))[0].find(".//{*}rPr")

    assert dict(said(ITEMS).attrib) == {"lang": "sv-SE", "b": "1", "i": "1"}
    assert dict(said(HEADING).attrib) == {"lang": "sv-SE", "i": "1"}


def test_a_newline_is_a_line_break_within_the_paragraph() -> None:
    (paragraph,) = set_in(HEADING, "Vårt\nVästernorrland")
    assert [child.tag.rpartition("}")[2] for child in paragraph] == ["r", "br", "r"]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_text_comes_out_as_it_went_in(words: str) -> None:
    (paragraph,) = set_in(HEADING, words)
    assert "".join(t.text or "" for t in paragraph.iter("{*}t")) == words


def test_a_link_asks_its_part_for_a_number() -> None:
    (paragraph,) = set_in(HEADING, Paragraph((Run("ring", link="tel:+4612345"),)))
    relation = f"{{{xml.NAMESPACES['xmlns_r']}}}id"
    assert paragraph.find(".//{*}hlinkClick").get(relation) == "link to tel:+4612345"


def test_levels_say_all_of_a_style_and_the_last_stands_for_the_rest() -> None:
    style = Style(
        Face(Family.HEADING, bold=True),
        pt(24),
        pt(30.5),
        "strong",
        before=pt(12),
        indent=pt(20),
        align=Align.RIGHT,
    )
    slot = POINTS._replace(levels=(POINTS.levels[0], style))
    levels = parsed(body(slot)).find("{*}lstStyle")
    assert len(levels) == 5
    second = levels[1]
    assert dict(second.attrib) == {"marL": "254000", "indent": "0", "algn": "r"}
    assert second.find("{*}lnSpc/{*}spcPts").get("val") == "3050"
    assert second.find("{*}spcBef/{*}spcPts").get("val") == "1200"
    letters = second.find("{*}defRPr")
    assert (letters.get("sz"), letters.get("b"), letters.get("i")) == ("2400", "1", "0")
    assert letters.find("{*}latin").get("typeface") == "+mj-lt"
    assert letters.find(".//{*}schemeClr").get("val") == "accent1"
    assert all(dict(level.attrib) == dict(second.attrib) for level in levels[2:])


def test_a_title_has_no_levels_but_its_own() -> None:
    assert len(parsed(body(HEADING)).find("{*}lstStyle")) == len(HEADING.levels) == 1


def test_markers_hang_and_have_their_own_size_and_colour() -> None:
    level = parsed(body(POINTS)).find("{*}lstStyle")[0]
    assert (level.get("marL"), level.get("indent")) == ("838200", "-838200")
    assert level.find("{*}buSzPct").get("val") == "200000"
    assert level.find("{*}buClr/{*}schemeClr").get("val") == "accent1"
    assert level.find("{*}buFont").get("typeface") == "+mj-lt"


def test_nothing_is_left_to_autofit_or_insets() -> None:
    properties = parsed(body(POINTS)).find("{*}bodyPr")
    assert properties[0].tag.endswith("noAutofit")
    assert {properties.get(f"{side}Ins") for side in "ltrb"} == {"0"}
    assert properties.get("anchor") == "ctr"


@pytest.mark.parametrize("role", COLOURS)
def test_every_colour_role_is_in_the_theme(role: str) -> None:
    assert role in BRAND.colours
    assert parsed(fill(role)).find("{*}solidFill/{*}schemeClr").get("val")


def test_an_empty_text_keeps_its_language() -> None:
    (paragraph,) = parsed(paragraphs(Text(HEADING, (Paragraph(()),), ()), "fi-FI", Numbered()))
    assert paragraph.find("{*}endParaRPr").get("lang") == "fi-FI"


def test_a_language_without_country_is_proofed_in_its_own() -> None:
    assert proofing("sv") == "sv-SE"
    assert proofing("en-US") == "en-US"
    assert proofing("so") == "so"
