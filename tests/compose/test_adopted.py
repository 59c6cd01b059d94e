"""Decks in house templates: nothing is lost, and what fits is set as the template has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import yaml
from pptx import Presentation

from composing import compose, content
from composing import programme as written
from houses import HOUSES, house, narrow, read_house, saved
from paroll.brand.colour import contrast
from paroll.build.materials import MATERIALS
from paroll.finding import Finding, has_errors
from paroll.kinds import KINDS
from paroll.layout.setting import inside
from paroll.layout.typecase import Typecase
from paroll.sheet import FIELDS, Document, Role, Shape, Sheet, Text, inks, texts
from paroll.units import pt
from products import DECKS, programme

EXAMPLES = {name: yaml.safe_load(kind.fields.EXAMPLE) for name, kind in KINDS.items()}


@cache
def adopted(name: str, deck: str) -> Document:
    """Return a programme of `decks/` in a house template."""
    brand = house(name)
    document, findings = MATERIALS["deck"].compose(programme(deck), brand, Typecase(brand.faces))
    assert [f for f in findings if f.code != "S220"] == []
    return document


def in_house(
    name: str, sections: Sequence[Mapping[str, Any]], **head: object
) -> tuple[Document, list[Finding]]:
    brand = house(name)
    read = written(sections, **head)
    return MATERIALS["deck"].compose(read, brand, Typecase(brand.faces))


def words(sheets: Iterable[Sheet]) -> Counter[str]:
    """Count the words that are said on sheets, without counters of pages."""
    every = [text for sheet in sheets for text in texts(sheet.content)]
    ours = [t for t in every if t.slot.role in FIELDS or t.slot.name.startswith("Initials")]
    said = " ".join(text.text for text in every if text not in ours)
    return Counter(re.sub(r"\(\d+/\d+\)", "", said.replace("\xa0", " ")).casefold().split())


@pytest.mark.parametrize("kind", EXAMPLES)
@pytest.mark.parametrize("name", HOUSES)
def test_nothing_that_a_kind_says_is_lost(name: str, kind: str) -> None:
    sections = [EXAMPLES[kind], {"heading": "Skolan", "text": "Fler lärare."}]
    own, _ = compose("deck", sections)
    theirs, findings = in_house(name, sections)
    assert not has_errors(findings), findings
    assert theirs.size == house(name).template.size  # type: ignore[union-attr]
    located = {"punkt", "punkter", "1", "1–2", "av", "2"}
    assert (words(own.sheets) - words(theirs.sheets)).keys() <= located


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("name", HOUSES)
def test_programmes_stand_inside_the_template_s_own_boxes(name: str, deck: str) -> None:
    template = house(name).template
    assert template
    pages = {page.part: page for page in template.pages}
    for sheet in adopted(name, deck).sheets:
        holders = {holder.name: holder for holder in pages[sheet.layout.native].holders}
        for text in texts(sheet.content):
            assert inside(text), text.text
            assert holders[text.slot.name].box.contains(text.slot.box)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("name", HOUSES)
def test_titles_differ_but_for_what_was_written_twice(name: str, deck: str) -> None:
    titles = Counter(sheet.title for sheet in adopted(name, deck).sheets)
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("name", HOUSES)
def test_running_text_is_no_smaller_than_can_be_read_or_than_the_template_has_it(name: str) -> None:
    for deck in DECKS:
        for sheet in adopted(name, deck).sheets:
            for text in texts(sheet.content):
                if text.slot.role is Role.BODY and text.slot.levels[0].size > pt(12):
                    least = min(pt(16 if name == "narrow" else 18), text.slot.levels[0].size)
                    assert all(text.slot.levels[p.level].size >= least for p in text.paragraphs)


def test_the_slogan_stands_in_the_footer_and_pages_are_numbered() -> None:
    for sheet in adopted("plain", "vasternorrland").sheets[1:-1]:
        held = content(sheet)
        footers = [text for name, text in held.items() if name.startswith("Footer")]
        numbers = [text for text in held.values() if text.slot.role is Role.PAGE]
        assert [text.text.casefold() for text in footers] == ["vårt västernorrland kan bättre"]
        assert len(numbers) == 1


def test_a_placeholder_called_slogan_takes_it_and_no_other_text() -> None:
    deck = Presentation(BytesIO(narrow()))
    layout: Any = deck.slide_layouts.get_by_name("Two Content")
    second = next(s for s in layout.placeholders if s.placeholder_format.idx == 2)
    second.name = "Slogan"
    brand, _ = read_house(saved(deck), "layouts: {text: Two Content}\n")
    assert brand
    read = written([{"heading": "Rubrik", "text": "Löpande text."}], slogan=["Vårt", "kan bättre"])
    document, findings = MATERIALS["deck"].compose(read, brand, Typecase(brand.faces))
    assert not has_errors(findings)
    page = content(document.sheets[1])
    assert page["Content Placeholder 2"].text == "Löpande text."
    assert page["Slogan"].text.replace("\xa0", " ") == "Vårt kan bättre"


def test_a_slogan_too_long_for_the_footer_is_said() -> None:
    slogan = "Ett tryggare, grönare och mer rättvist Västernorrland för alla som bor och verkar här"
    document, findings = in_house(
        "plain", [{"heading": "Rubrik", "text": "Text."}], slogan=[slogan]
    )
    assert [finding.code for finding in findings] == ["S220"]
    assert slogan.rsplit(maxsplit=1)[-1] in words(document.sheets[:1])


def test_columns_are_used_where_the_template_has_as_many() -> None:
    pillars = [{"word": "Ansvar", "text": "Ett."}, {"word": "Frihet", "text": "Två."}]
    document, _ = in_house("plain", [{"heading": "Rubrik", "pillars": pillars}])
    page = content(document.sheets[1])
    assert page["Content Placeholder 2"].text == "Ansvar\nEtt."
    assert page["Content Placeholder 3"].text == "Frihet\nTvå."
    document, _ = in_house("libre", [{"heading": "Rubrik", "text": "Före.", "pillars": pillars}])
    _, body, *_ = content(document.sheets[1]).values()
    assert body.text == "Före.\nAnsvar\nEtt.\nFrihet\nTvå."


def test_long_lists_run_on_and_numbers_with_them() -> None:
    points = [f"Punkt nummer {n} som tar lite mer plats än en rad på sidan." for n in range(1, 25)]
    document, findings = in_house("plain", [{"heading": "Många", "points": points}], numbered=True)
    assert not findings
    pages = document.sheets[1:-1]
    count = len(pages)
    assert count > 1
    assert [page.title for page in pages] == [f"Många ({n}/{count})" for n in range(1, count + 1)]
    every = [text for page in pages for text in texts(page.content)]
    markers = [p.marker for text in every for p in text.paragraphs if p.marker]
    assert markers == [f"{n}." for n in range(1, 25)]


def test_capitals_are_measured_as_they_are_seen_and_kept_as_typed() -> None:
    document, _ = in_house(
        "plain", [{"statement": "Handling säger mer än ord", "text": "Så är det."}]
    )
    title = next(t for t in texts(document.sheets[1].content) if t.slot.role is Role.TITLE)
    assert title.text == "Handling säger mer än\xa0ord"
    assert " ".join(line.text for line in title.lines) == "HANDLING SÄGER MER ÄN\xa0ORD"


def test_what_no_page_of_the_template_holds_is_a_finding() -> None:
    _, findings = in_house("plain", [{"heading": "Rubrik", "text": "ord " * 1500}])
    assert [finding.code for finding in findings] == ["S201"]


@pytest.mark.parametrize("name", HOUSES)
def test_charts_and_tables_are_in_the_colours_of_the_template(name: str) -> None:
    brand = house(name)
    document, findings = in_house(name, [EXAMPLES["chart"], EXAMPLES["table"]])
    assert not has_errors(findings)
    chart, table = document.sheets[1:3]
    every = [ink for sheet in (chart, table) for ink in inks(sheet.content)]
    seen = {ink.fill for ink in every if isinstance(ink, Shape)}
    seen |= {run.colour for t in every if isinstance(t, Text) for li in t.lines for run in li.runs}
    assert all(colour.startswith("#") for colour in seen)
    ground = chart.layout.ground
    faint = {c for c in seen if contrast(brand.colours[c].screen, ground) < 3}
    assert faint <= {ground}


def test_a_date_stands_in_the_template_s_place_for_it() -> None:
    section = {"heading": "Rubrik", "text": "Text."}
    document, findings = in_house("plain", [section], date="1 maj 2026")
    assert not findings
    dates = [t.text for t in texts(document.sheets[1].content) if t.slot.role is Role.DATE]
    assert dates == ["1\xa0maj 2026"]
