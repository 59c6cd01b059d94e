"""The template: a brand's own master and layouts, with nothing of anybody else's."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

import specimens
from deck_specimen import BRAND, COVER, DOCUMENT, LIST, POINT, SLOGAN, picture, text
from paroll.brand.model import Brand, FontFile
from paroll.paint.pptx.package import pack
from paroll.paint.pptx.slides import ROOT, about
from paroll.paint.pptx.template import Design, presentation, template
from paroll.paint.pptx.theme import theme
from paroll.sheet import Face, Family, Layout, Paragraph, Picture, Run
from paroll.units import Box

DESIGN = Design(DOCUMENT.layouts, DOCUMENT.size, "sv-SE", theme(BRAND), notes=False)


def whole(design: Design) -> Any:
    """Open a deck without slides."""
    parts = (*template(design), presentation(design, ()), *about(DOCUMENT))
    return Presentation(BytesIO(pack(ROOT, parts, level=0)))


TEMPLATE = whole(DESIGN)


def layout(name: str) -> Any:
    return TEMPLATE.slide_layouts.get_by_name(name)


def template_of(*layouts: Layout) -> Any:
    return whole(DESIGN._replace(layouts=layouts))


def test_the_menu_is_the_document_s_layouts_in_order() -> None:
    names = [each.name for each in TEMPLATE.slide_layouts]
    assert names == ["Omslag", "Punkter 22", "Påstående & lista", "Reserv"]
    assert len(TEMPLATE.slide_masters) == 1
    assert len(TEMPLATE.slides) == 0


def test_slides_are_as_large_as_the_document_s_page() -> None:
    assert (TEMPLATE.slide_width, TEMPLATE.slide_height) == (12_192_000, 6_858_000)


def test_a_layout_s_ground_is_its_own_background() -> None:
    grounds = {
        each.name: each.element.find(".//{*}bg//{*}schemeClr").get("val")
        for each in TEMPLATE.slide_layouts
    }
    assert grounds == {
        "Omslag": "accent1",
        "Punkter 22": "bg1",
        "Påstående & lista": "bg2",
        "Reserv": "tx2",
    }


def test_furniture_stands_on_the_layout_below_its_placeholders() -> None:
    kinds = [shape.shape_type for shape in layout("Punkter 22").shapes]
    assert kinds == [
        MSO_SHAPE_TYPE.AUTO_SHAPE,
        MSO_SHAPE_TYPE.TEXT_BOX,
        MSO_SHAPE_TYPE.TEXT_BOX,
        *[MSO_SHAPE_TYPE.PLACEHOLDER] * 4,
    ]
    assert layout("Punkter 22").shapes[1].text_frame.text == "VÅRT\vVÄSTERNORRLAND\vKAN BÄTTRE"
    numbers = [shape.shape_id for shape in layout("Punkter 22").shapes]
    assert numbers == list(range(2, 2 + len(numbers)))


def test_placeholders_stand_where_their_slots_do_and_prompt() -> None:
    points = {p.name: p for p in layout("Punkter 22").placeholders}["points"]
    assert (points.left, points.top, points.width, points.height) == tuple(
        Pt(n) for n in (350, 60, 562, 420)
    )
    assert points.text_frame.text == "Skriv en punkt"
    assert points.element.find(".//{*}ph").get("hasCustomPrompt") == "1"


def test_shapes_take_their_form_and_bleed() -> None:
    circle, drop = list(layout("Omslag").shapes)[:2]
    assert circle.element.find(".//{*}prstGeom").get("prst") == "ellipse"
    assert circle.top == Pt(-60)
    steps = [e.tag.rpartition("}")[2] for e in drop.element.find(".//{*}path")]
    assert steps == ["moveTo", "cubicBezTo", "cubicBezTo", "close"]
    first = drop.element.find(".//{*}moveTo/{*}pt")
    assert (int(first.get("x")), int(first.get("y"))) == (Pt(100), 0)


def test_a_picture_on_two_layouts_is_kept_once() -> None:
    made = Picture(Box(0, 0, 1000, 1000), picture(), "Märke")
    first = COVER._replace(furniture=(made, made))
    second = POINT._replace(furniture=(made,))
    deck = template_of(first, second)
    images = [p for p in deck.part.package.iter_parts() if p.content_type == "image/png"]
    assert len(images) == 1
    assert [s.name for s in deck.slide_layouts[0].shapes][:2] == ["picture 2", "picture 3"]


def test_a_link_in_furniture_works() -> None:
    lockup = text(SLOGAN, Paragraph((Run("exempel.se", link="https://exempel.se"),)))
    deck = template_of(LIST._replace(furniture=(lockup,)))
    run = deck.slide_layouts[0].shapes[0].text_frame.paragraphs[0].runs[0]
    assert run.hyperlink.address == "https://exempel.se"


def test_the_master_has_a_title_a_body_and_a_number_styled_as_the_layouts_are() -> None:
    kinds = [p.element.find(".//{*}ph").get("type") for p in TEMPLATE.slide_master.placeholders]
    assert sorted(kinds) == ["body", "sldNum", "title"]
    styles = TEMPLATE.slide_master.element.find("{*}txStyles")
    assert styles.find("{*}titleStyle/{*}lvl1pPr/{*}defRPr").get("sz") == "10000"


@pytest.mark.parametrize("shape", ["Omslag", "Punkter 22"])
def test_decoration_is_marked_and_text_is_not(shape: str) -> None:
    for each in layout(shape).shapes:
        decorative = each.element.find(".//{*}decorative")
        assert (decorative is not None) is (each.shape_type in FORMS)


FORMS = (MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.FREEFORM)


def test_the_theme_has_no_gradient_shadow_or_effect() -> None:
    root = etree.fromstring(theme(BRAND))
    seen = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not seen & {"gradFill", "outerShdw", "innerShdw", "glow", "scene3d", "blipFill"}


def test_one_design_is_packed_once() -> None:
    assert template(DESIGN) is template(DESIGN._replace())


def latin(brand: Brand) -> list[dict[str, str]]:
    root = etree.fromstring(theme(brand))
    return [{str(k): str(v) for k, v in each.attrib.items()} for each in root.iter("{*}latin")]


def test_the_theme_says_what_kind_of_font_may_stand_in_for_one_that_is_missing() -> None:
    assert latin(BRAND) == [
        {"typeface": "Archivo Condensed", "pitchFamily": "34"},
        {"typeface": "Archivo", "pitchFamily": "34"},
    ]
    serif = {f: n._replace(fallback="Georgia") for f, n in BRAND.families.items()}
    assert {each["pitchFamily"] for each in latin(BRAND._replace(families=serif))} == {"18"}


def test_a_font_that_classifies_itself_is_classified_in_the_theme_alike() -> None:
    kit = specimens.brand()
    assert all("panose" not in each for each in latin(kit))  # Archivo says nothing
    font = TTFont(BytesIO(kit.faces[Face(Family.BODY)].data))
    font["OS/2"].panose.bFamilyType, font["OS/2"].panose.bSerifStyle = 2, 11
    stream = BytesIO()
    font.save(stream)
    face = FontFile("x.ttf", stream.getvalue())
    heading, body = latin(kit._replace(faces={**kit.faces, Face(Family.BODY): face}))
    assert "panose" not in heading
    assert body["panose"] == "020B0000000000000000"
