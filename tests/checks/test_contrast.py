"""Texts that can hardly be told from what lies under them are found, line by line."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
from fontTools.ttLib import TTFont

from composing import compose
from deck_specimen import picture, with_colours
from paroll.brand.model import Brand, FontFile
from paroll.checks import check
from paroll.finding import Finding, Span
from paroll.kinds import KINDS
from paroll.layout.setting import set_text
from paroll.sheet import (
    Align,
    Document,
    Face,
    Family,
    Form,
    Layout,
    Mark,
    MarkerStyle,
    Paragraph,
    Picture,
    Role,
    Run,
    Segment,
    Shape,
    Sheet,
    Slot,
    Style,
    Text,
)
from paroll.units import Box, pt
from specimens import brand, typecase
from stress import example

PAGE = Box(0, 0, pt(960), pt(540))
PLACE = Box(pt(48), pt(48), pt(400), pt(60))
SMALL = Style(Face(Family.BODY), pt(16), pt(20), "ink")
LARGE = SMALL._replace(size=pt(18))
BOLD = SMALL._replace(face=Face(Family.BODY, bold=True), size=pt(14))
# On its paper, #FCF3ED, this is 4.0 : 1: enough for large text, too little for other.
GREY = with_colours({"ink": "#7F7A76"})
WHERE = Span("decks/plan.yaml", 7, 3)


def text(words: str = "Fler tåg", style: Style = SMALL, box: Box = PLACE) -> Text:
    slot = Slot("Body", Role.BODY, box, (style,))
    return set_text(typecase(), slot, (Paragraph((Run(words),)),))._replace(span=WHERE)


def found(
    *content: Mark, furniture: tuple[Mark, ...] = (), ground: str = "paper", kit: Brand = GREY
) -> list[Finding]:
    layout = Layout("Text", "text", ground, furniture, ())
    sheet = Sheet(layout, "Rubrik", content)
    return list(check(Document("Plan", "Vi", "sv", PAGE, 0, (sheet,), (layout,)), kit))


def area(colour: str = "dark", box: Box = PLACE, form: Form = Form.RECTANGLE) -> Shape:
    return Shape(box, colour, form)


def right_half(box: Box) -> Box:
    """Return what begins in the middle of the first words of a text in `box`."""
    return box._replace(x=box.x + pt(20), w=box.w)


def test_a_text_is_measured_against_the_ground_of_its_page() -> None:
    (finding,) = found(text())
    assert finding.code == "S302"
    assert finding.message == "“Fler tåg” in `ink` has a contrast of 3.9 : 1 to `paper`"
    assert finding.hint.startswith("it takes 4.5 : 1")
    assert finding.span == WHERE


def test_of_a_text_that_outgrows_its_slot_what_stands_in_it_is_measured() -> None:
    long = text()
    long = long._replace(height=long.slot.box.h + 1)
    assert [finding.code for finding in found(long)] == ["S302"]
    below = long.lines[0]._replace(y=long.slot.box.bottom + pt(20))
    assert found(long._replace(lines=(below,))) == []


@pytest.mark.parametrize(
    ("style", "enough"),
    [
        (SMALL, False),
        (LARGE, True),
        (LARGE._replace(size=pt(17.5)), False),
        (BOLD, True),
        (BOLD._replace(size=pt(13.5)), False),
        (BOLD._replace(face=Face(Family.BODY)), False),
    ],
)
def test_large_text_takes_less(style: Style, enough: bool) -> None:
    assert (found(text(style=style)) == []) is enough


def test_a_marker_is_judged_by_its_own_colour_and_size() -> None:
    marker = MarkerStyle(Face(Family.BODY), pt(10), "ink", "•")
    slot = Slot("Body", Role.BODY, PLACE, (LARGE._replace(marker=marker, indent=pt(20)),))
    marked = set_text(typecase(), slot, (Paragraph((Run("Fler tåg"),), marker="•"),))
    assert [finding.code for finding in found(marked)] == ["S302"]


@pytest.mark.parametrize(
    ("under", "fails"),
    [
        ((area("dark"),), False),
        ((area("dark"), area("paper")), True),
        ((area("paper"), area("dark")), False),
        ((area("dark", PLACE._replace(y=pt(200))),), True),
    ],
)
def test_what_was_painted_last_below_a_text_is_its_ground(
    under: tuple[Shape, ...], fails: bool
) -> None:
    light = text(style=SMALL._replace(colour="clear"))
    assert bool(found(*under, light)) is fails
    assert bool(found(light, furniture=under)) is fails


def test_what_is_painted_later_is_no_ground() -> None:
    assert found(text(style=SMALL._replace(colour="clear")), area("dark"))


@pytest.mark.parametrize("align", [Align.LEFT, Align.RIGHT])
def test_a_line_across_two_grounds_is_judged_on_both(align: Align) -> None:
    words = text("Fler tåg varje dag", SMALL._replace(colour="clear", align=align))
    first = words.lines[0]
    middle = first.runs[0].x + pt(50)
    half = area("dark", Box.between(PLACE.x, PLACE.y, middle, PLACE.bottom))
    (finding,) = found(half, words)
    assert "to `paper`" in finding.message
    whole = area("dark", Box.between(first.runs[0].x, PLACE.y, PLACE.right, PLACE.bottom))
    assert found(whole, words) == []


def test_only_lines_that_reach_a_ground_are_judged_on_it() -> None:
    words = text("Fler tåg\noch bussar", SMALL._replace(colour="clear"))
    first, second = words.lines
    between = (first.y + second.y) // 2
    upper = area("dark", Box.between(PLACE.x, PLACE.y, PLACE.right, between))
    assert len(found(upper, words)) == 1
    both = area("dark", Box.between(PLACE.x, PLACE.y, PLACE.right, second.y + pt(6)))
    assert found(both, words) == []


def test_figures_stand_on_their_line_and_reach_no_ground_below_it() -> None:
    def found_below(words: str) -> list[Finding]:
        large = text(
            words, SMALL._replace(size=pt(100), leading=pt(100)), PLACE._replace(h=pt(120))
        )
        foot = large.lines[0].y + pt(6)
        return found(large, furniture=(area("ink", PLACE._replace(y=foot)),), kit=brand())

    assert found_below("74 %") == []
    assert [finding.code for finding in found_below("74 g")] == ["S302"]


def test_figures_of_a_font_that_reach_below_their_line_are_judged_there() -> None:
    kit = brand()
    old_style = descending(kit.faces[SMALL.face])
    large = text("74", SMALL._replace(size=pt(100), leading=pt(100)), PLACE._replace(h=pt(120)))
    foot = area("ink", PLACE._replace(y=large.lines[0].y + pt(6)))
    assert found(large, furniture=(foot,), kit=kit) == []
    kit = kit._replace(faces={**kit.faces, SMALL.face: old_style})
    assert [finding.code for finding in found(large, furniture=(foot,), kit=kit)] == ["S302"]


def descending(file: FontFile) -> FontFile:
    """Return a font whose 7 reaches a fifth of its size below the line, as in old style."""
    font, out = TTFont(BytesIO(file.data)), BytesIO()
    outlines = font["glyf"]
    seven = outlines[font.getBestCmap()[ord("7")]]
    seven.coordinates.translate((0, -font["head"].unitsPerEm // 5))
    seven.recalcBounds(outlines)
    font.save(out)
    return FontFile(file.path, out.getvalue())


def test_an_ellipse_is_a_ground_where_it_is_round() -> None:
    light = text(style=SMALL._replace(colour="clear"))
    tight = area("dark", Box(PLACE.x, PLACE.y, pt(80), pt(24)), Form.ELLIPSE)
    wide = area("dark", Box(PLACE.x - pt(100), PLACE.y - pt(100), pt(300), pt(240)), Form.ELLIPSE)
    assert found(tight, light)
    assert found(wide, light) == []


def triangle(*corners: tuple[int, int]) -> Shape:
    first, *others = corners
    outline = (Segment("M", (first,)), *(Segment("L", (each,)) for each in others), Segment("Z"))
    return Shape(PAGE, "dark", outline=outline)


def test_an_outline_is_a_ground_only_inside_it() -> None:
    light = text(style=SMALL._replace(colour="clear"))
    assert found(triangle((0, pt(540)), (pt(960), 0), (pt(960), pt(540))), light)
    assert found(triangle((0, 0), (pt(960), 0), (0, pt(540))), light) == []


def test_a_hole_in_an_outline_shows_what_lies_below() -> None:
    ring = triangle((0, 0), (pt(960), 0), (pt(960), pt(540)), (0, pt(540)))
    hole = triangle((0, 0), (pt(960), 0), (0, pt(540))).outline
    light = text(style=SMALL._replace(colour="clear"))
    assert found(ring, light) == []
    assert found(ring._replace(outline=ring.outline + hole), light)


def test_a_text_on_a_picture_is_found_whatever_its_colour() -> None:
    shown = Picture(PLACE, picture(), "En buss")
    (finding,) = found(shown, text(style=SMALL._replace(colour="dark")))
    assert finding.code == "S303"
    assert finding.span == WHERE
    assert found(shown, area("dark"), text(style=SMALL._replace(colour="clear"))) == []


def test_what_repeats_is_told_once_and_at_the_brand() -> None:
    slogan = text()._replace(span=None)
    layout = Layout("Text", "text", "paper", (slogan,), ())
    sheets = (Sheet(layout, "Ett", ()), Sheet(layout, "Två", ()))
    document = Document("Plan", "Vi", "sv", PAGE, 0, sheets, (layout,))
    (finding,) = check(document, GREY)
    assert finding.span == GREY.span


@pytest.mark.parametrize(
    ("kind", "kit", "made"),
    [*product(KINDS, ("campaign", "alternative", "public"), ("deck", "leaflet-a5"))],
)
def test_no_kind_of_page_is_faint_in_any_brand(kind: str, kit: str, made: str) -> None:
    document, _ = compose(made, [example(kind)], brand=kit)
    assert list(check(document, brand(kit))) == []


def test_a_slogan_too_small_for_its_colour_is_found_where_it_is_written() -> None:
    long = "Tillsammans bygger vi ett starkare samhälle för alla i hela länet"
    document, _ = compose("folder-a5", [{"statement": "Vi kan bättre"}], slogan=[long])
    faint = [finding for finding in check(document, GREY) if finding.code == "S302"]
    found = [finding for finding in faint if "bygger vi" in finding.message.lower()]
    assert found
    assert {finding.span.file for finding in found if finding.span} == {"decks/specimen.yaml"}
    assert all("shorten its lines" in finding.hint for finding in found)
