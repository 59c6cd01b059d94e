"""Places of house templates: for portraits, for which points a page shows, for the slogan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from composing import content, said
from composing import programme as written
from houses import narrow, plain, read_house, saved
from paroll.brand.model import Brand
from paroll.brand.template.inspect import inspect
from paroll.build.materials import MATERIALS
from paroll.finding import has_errors
from paroll.layout.typecase import Typecase
from paroll.sheet import Document, Picture, Sheet, Text, texts

ANN = {"name": "Ann-Sofi Lodin (S)", "office": "råd", "picture": "bilder/ann-sofi.jpg"}
ERIK = {"name": "Erik af Ekenstam", "office": "gruppledare"}


def changed(template: bytes, layout: str, change: Callable[[Any], None], more: str = "") -> Brand:
    """Return the kit of a template with one of its layouts changed."""
    deck = Presentation(BytesIO(template))
    change(deck.slide_layouts.get_by_name(layout))
    brand, _ = read_house(saved(deck), more)
    assert brand
    return brand


def holder(layout: Any, idx: int) -> Any:
    return next(s for s in layout.placeholders if s.placeholder_format.idx == idx)


def made(brand: Brand, sections: Sequence[Mapping[str, Any]], **head: object) -> Document:
    read = written(sections, **head)
    document, findings = MATERIALS["deck"].compose(read, brand, Typecase(brand.faces))
    assert not has_errors(findings), findings
    return document


def portraits(sheet: Sheet) -> list[Picture]:
    return [mark for mark in sheet.content if isinstance(mark, Picture)]


def above(sheet: Sheet, picture: Picture) -> str:
    """Return the text that stands nearest below a picture, in its column."""
    texts_below = [
        mark
        for mark in sheet.content
        if isinstance(mark, Text)
        and mark.slot.box.y >= picture.box.bottom
        and mark.slot.box.x <= picture.box.x + picture.box.w // 2 <= mark.slot.box.right
    ]
    return min(texts_below, key=lambda text: text.slot.box.y).text.replace("\xa0", " ")


def test_two_people_stand_in_columns_each_under_the_portrait_if_there_is_one() -> None:
    brand, _ = read_house(plain())
    assert brand
    sheet = made(brand, [{"heading": "Vi två", "people": [ERIK, ANN]}]).sheets[1]
    (portrait,) = portraits(sheet)
    assert above(sheet, portrait) == "Ann-Sofi Lodin (S)\nråd"
    tops = {t.slot.box.y for t in texts(sheet.content) if "Placeholder" in t.slot.name} - {0}
    assert len(tops & {t.slot.box.y for t in texts(sheet.content) if "råd" in t.text}) == 1


def test_portraits_take_the_places_that_a_layout_has_for_as_many() -> None:
    def team(layout: Any) -> None:
        for idx in (2, 4):
            face, words = holder(layout, idx), holder(layout, idx - 1)
            face._element.nvSpPr.nvPr.find(".//{*}ph").set("type", "pic")
            words.top, words.height = Inches(5.2), Inches(1.2)
            face.height = Inches(2.8)

    brand = changed(plain(), "Comparison", team)
    sheet = made(brand, [{"heading": "Vi två", "people": [ANN, ANN | {"alt": "Ann"}]}]).sheets[1]
    places = {portrait.slot.name for portrait in portraits(sheet) if portrait.slot}
    assert places == {"Content Placeholder 3", "Content Placeholder 5"}


def test_which_points_a_page_shows_stands_in_a_placeholder_called_locator() -> None:
    def named(layout: Any) -> None:
        second = holder(layout, 2)
        second.name = "Locator"
        second.top, second.height = Inches(6.2), Inches(0.6)

    brand = changed(narrow(), "Two Content", named, "layouts: {points: Two Content}\n")
    points = [{"heading": "Skolan", "points": ["Fler lärare.", "Mindre klasser."]}]
    document = made(brand, [*points, *points], numbered=True, language="sv")
    assert said(content(document.sheets[2])["Locator"]) == ["Punkt 3–4 av 4"]
    assert "Locator" not in content(made(brand, points).sheets[1])


def test_a_text_box_called_slogan_is_told_since_no_slide_can_fill_it() -> None:
    def boxed(layout: Any) -> None:
        shapes = Presentation(BytesIO(plain())).slides[0].shapes
        box = shapes.add_textbox(0, 0, Inches(2), Inches(1))
        box.name, box.text_frame.text = "Slogan", "Här står parollen"
        layout.shapes._spTree.append(box._element)

    brand = changed(plain(), "Title and Content", boxed)
    assert brand.template
    told = [f.message for f in inspect(brand.template, "house.pptx") if "text box" in f.message]
    assert told == [
        "“Slogan” on layout “Title and Content” is a text box, which slides cannot fill"
    ]
