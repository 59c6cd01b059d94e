"""Every slide of the five decks, as a colleague finds it in PowerPoint."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from paroll.kinds import KINDS
from products import DECKS, composed, plain, shown, typed

ON_PAPER_ONLY = {"front", "back"}
LOOKS = re.compile(r"slides/|slideLayouts/|slideMasters/|notes\w+/")


@pytest.fixture(params=DECKS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def file(name: str, output: Path) -> Path:
    return output / name / "deck.pptx"


@pytest.fixture
def deck(file: Path) -> Deck:
    return opened(file)


@cache
def opened(file: Path) -> Deck:
    return Presentation(str(file))


@cache
def parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(slide: Slide) -> Iterator[str]:
    """Yield each paragraph, the author's line breaks as spaces."""
    for shape in slide.placeholders:
        for paragraph in shape.text_frame.paragraphs:
            yield " ".join(paragraph.text.split())


def test_there_are_as_many_slides_as_pages_were_composed_and_six_at_least(
    name: str, deck: Deck
) -> None:
    assert len(deck.slides) == len(composed(name, "deck").sheets) >= 6


def test_every_slide_has_a_title_that_no_other_has(deck: Deck) -> None:
    titles = [slide.shapes.title.text_frame.text.strip() for slide in deck.slides]
    assert all(titles)
    assert [title for title, count in Counter(titles).items() if count > 1] == []


def test_every_text_is_in_a_placeholder_that_is_filled(deck: Deck) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.is_placeholder, shape.name
            assert shape.has_text_frame, shape.name
            assert shape.text_frame.text.strip(), shape.name
        assert b"txBox" not in slide.part.blob


def test_a_slide_is_numbered_by_a_field(deck: Deck) -> None:
    numbers = [
        shape
        for slide in deck.slides
        for shape in slide.placeholders
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
    ]
    assert len(numbers) >= len(deck.slides) - 2  # covers have none
    assert all(b'type="slidenum"' in etree.tostring(shape._element) for shape in numbers)


def test_colours_and_faces_come_from_the_theme_alone(file: Path) -> None:
    for part, data in parts(file).items():
        if LOOKS.search(part) and part.endswith(".xml"):
            assert not re.search(rb"srgbClr|sysClr|prstClr|hslClr|scrgbClr", data), part
            faces = set(re.findall(rb'typeface="([^"]*)"', data))
            assert faces <= {b"+mj-lt", b"+mn-lt"}, part


def test_every_colour_of_the_theme_is_the_brand_s(file: Path) -> None:
    theme = parts(file)["ppt/theme/theme1.xml"].decode()
    names = re.findall(r'latin typeface="([^"]+)"', theme)
    assert names == ["Archivo Condensed", "Archivo"]
    assert len(set(re.findall(r'srgbClr val="(\w{6})"', theme))) > 4


def test_slides_carry_no_look_of_their_own(file: Path) -> None:
    own = re.compile(rb"<a:(solidFill|latin|xfrm|lnSpc|spcBef|buClr|buFont)\b|\bsz=")
    for part, data in parts(file).items():
        if re.match(r"ppt/slides/\w+\.xml", part):
            assert not own.search(data), part


def test_every_run_says_its_language(name: str, file: Path) -> None:
    language = typed(name).get("language", "sv").encode()
    for part, data in parts(file).items():
        if LOOKS.search(part) and part.endswith(".xml"):
            runs = re.findall(rb"<a:(?:r|br|fld)\b[^>]*><a:rPr([^>]*)>", data)
            assert all(re.search(rb'lang="%b[-"]' % language, run) for run in runs), part


def test_there_is_a_layout_for_each_kind_and_each_has_its_name(name: str, deck: Deck) -> None:
    document = composed(name, "deck")
    names = [layout.name for layout in deck.slide_layouts]
    assert names == [layout.name for layout in document.layouts]
    assert len(set(names)) == len(names)
    assert {layout.kind for layout in document.layouts} == {*KINDS, "cover"} - ON_PAPER_ONLY


def test_each_slide_is_on_the_layout_of_its_kind(name: str, deck: Deck) -> None:
    kinds = {layout.name: layout.kind for layout in composed(name, "deck").layouts}
    used = [kinds[slide.slide_layout.name] for slide in deck.slides]
    assert used == [sheet.layout.kind for sheet in composed(name, "deck").sheets]
    assert used[0] == "cover"


def test_the_slogan_is_on_every_layout_or_on_the_slide_itself(name: str, deck: Deck) -> None:
    slogan = " ".join(typed(name)["slogan"]).casefold()
    for slide in deck.slides:
        shapes = (*slide.slide_layout.shapes, *slide.shapes)
        held = [" ".join(s.text_frame.text.split()) for s in shapes if s.has_text_frame]
        assert any(slogan in text.casefold() for text in held), slide.slide_layout.name


def test_every_word_of_the_programme_is_on_a_slide_as_typed(name: str, deck: Deck) -> None:
    held = "\n".join(text for slide in deck.slides for text in texts(slide))
    slogan = {plain(line) for line in typed(name)["slogan"]}
    assert [text for text in shown(name) if text not in held and text not in slogan] == []


def test_every_note_is_in_the_notes_of_a_slide(name: str, deck: Deck) -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if has_notes(slide)]
    written = list(notes_of(typed(name)["sections"]))
    assert [note for note in written if not any(note in each for each in notes)] == []
    assert bool(written) == bool(notes)


def has_notes(slide: Slide) -> bool:
    return bool(slide.has_notes_slide)


def notes_of(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from notes_of(part)
    elif isinstance(value, dict):
        yield from (text.strip() for key, text in value.items() if key == "note")
        yield from notes_of([part for part in value.values() if not isinstance(part, str)])


def test_the_file_says_what_it_is(name: str, deck: Deck) -> None:
    properties, programme = deck.core_properties, typed(name)
    sender = programme["sender"]
    assert properties.title == programme["title"]
    assert properties.author == (sender if isinstance(sender, str) else sender["name"])
    assert properties.language.startswith(programme["language"])


def test_the_page_is_sixteen_by_nine(deck: Deck) -> None:
    assert deck.slide_width
    assert deck.slide_height
    assert deck.slide_width * 9 == deck.slide_height * 16


def test_nothing_of_another_template_is_left_in_the_file(file: Path) -> None:
    everything = b"".join(parts(file).values())
    for left in (b"Office Theme", b"Calibri", b"Click to edit", b"python-pptx", b"printerSettings"):
        assert left not in everything
    assert not [part for part in parts(file) if "thumbnail" in part or "printer" in part]
