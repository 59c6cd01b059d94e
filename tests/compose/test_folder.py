"""Folded leaflets: what stands on which panel, in which order, and nothing across a fold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise, product

import pytest

from composing import compose, content, inks, painted, said, texts
from paroll.build.materials import MATERIALS
from paroll.checks import check
from paroll.checks.inks import check_print
from paroll.compose.folder import EMPTY
from paroll.compose.gist import in_short
from paroll.compose.house import context_of, furnish
from paroll.compose.matter import matter
from paroll.compose.panels import FULL_ENOUGH
from paroll.compose.sides import painted_area
from paroll.finding import Finding, Severity
from paroll.formats import FOLDED, FORMATS, Format, Purpose, Side
from paroll.kinds.kind import Level
from paroll.layout.galley import divider
from paroll.layout.setting import set_text
from paroll.printers import default
from paroll.sheet import Chart, Document, Form, Shape, Sheet, Table, Text
from paroll.units import Box, Emu, mm, pt, to_mm, to_pt
from products import DECKS, programme
from specimens import brand, typecase
from stress import example
from tools import render_pdf

Content = Mapping[str, object]
SAFE = mm(4)
"""How far from a fold what matters stays: the machine may fold a millimetre or two aside."""
TEXT = (
    "Vi vill anställa fler lärare, minska klasserna och ge varje barn den hjälp det behöver. " * 4
)
POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar, från förskolan till gymnasiet."
FIGURE = {
    "heading": "Vården",
    "figure": "24",
    "unit": "timmar",
    "text": "Så länge får ingen vänta.",
}
QUOTE = {"quote": "Nu räcker det", "name": "Helén (S)"}

every_folder = pytest.mark.parametrize(
    ("name", "form"),
    [pytest.param(*each, id=f"{each[0]}-{each[1].name}") for each in product(DECKS, FOLDED)],
)
every_form = pytest.mark.parametrize("form", FOLDED, ids=lambda form: form.name)


def sections(count: int, *others: Content) -> list[Content]:
    return [*({"heading": f"Skolan {n}", "text": TEXT} for n in range(count)), *others]


def folder(said: Sequence[Content], **head: object) -> Document:
    document, findings = compose("roll-fold", said, **head)
    assert findings == []
    return document


def panels(document: Document, form: Format = FORMATS["roll-fold"]) -> dict[str, Sheet]:
    """Return the page of each panel, in reading order."""
    return {p.name: sheet for p, sheet in zip(form.panels, document.sheets, strict=True)}


def words(sheet: Sheet) -> str:
    return " ".join(line for mark in sheet.content if isinstance(mark, Text) for line in said(mark))


@cache
def made(name: str, form: Format) -> tuple[Document, tuple[Finding, ...]]:
    read = programme(name)
    kit = read.brand.text
    document, findings = MATERIALS[form.name].compose(read, brand(kit), typecase(kit))
    return document, tuple(findings)


@every_folder
def test_every_programme_fills_every_folder_without_a_finding(name: str, form: Format) -> None:
    _, findings = made(name, form)
    assert findings == ()


@every_folder
def test_all_its_words_are_there_once(name: str, form: Format) -> None:
    document, _ = made(name, form)
    read = programme(name)
    house = furnish(read, brand(read.brand.text), form, typecase(read.brand.text))
    context = context_of(read, house)
    found = Counter(word for sheet in document.sheets for word in words(sheet).split())
    wanted = []
    for ample in (True, False):
        groups = in_short(matter(read, ample=ample), context)
        once = [p.text for group in groups for p in group]
        once += [read.title.text, *(line.text for line in house.slogan), house.sender.text]
        once += [str(read.sender.web)] if read.sender and read.sender.web else []
        wanted.append(Counter(word for text in once for word in text.split()))
    assert found in wanted


@every_folder
def test_panels_come_in_the_order_in_which_a_folded_reader_meets_them(
    name: str, form: Format
) -> None:
    document, _ = made(name, form)
    assert [sheet.width for sheet in document.sheets] == [p.box.w for p in form.panels]
    assert document.sheets[0].title == document.title
    assert document.sheets[-1].title == "Baksida"
    print(
        " → ".join(
            f"{p.name} ({s.title})" for p, s in zip(form.panels, document.sheets, strict=True)
        )
    )


@every_folder
def test_no_text_comes_near_a_fold_or_the_knife(name: str, form: Format) -> None:
    document, _ = made(name, form)
    kit = programme(name).brand.text
    assert document.press
    for side, sheet in zip(Side, document.press.sheets, strict=True):
        inside = [p.box for p in form.panels if p.side is side]
        for text in texts(sheet):
            for ink in inks(text, kit):
                assert any(safe(box).contains(ink) for box in inside), text.text


def safe(box: Box) -> Box:
    return Box.between(box.x + SAFE, box.y + SAFE, box.right - SAFE, box.bottom - SAFE)


@every_folder
def test_a_colour_ends_at_a_fold_or_in_the_bleed(name: str, form: Format) -> None:
    document, _ = made(name, form)
    assert document.press
    for side, sheet in zip(Side, document.press.sheets, strict=True):
        areas = [painted_area(form, p) for p in form.panels if p.side is side]
        shapes = [mark for mark in sheet.layout.furniture if isinstance(mark, Shape)]
        assert all(any(shape.box == area for shape in shapes) for area in areas)
        for shape in shapes:
            assert any(across(shape, area) for area in areas), shape


def across(shape: Shape, area: Box) -> bool:
    """Say whether a shape stays within a panel; an ellipse may leave the sheet, but at no fold."""
    if area.contains(shape.box):
        return True
    return shape.form is Form.ELLIPSE and (
        (area.x < 0 and shape.box.right <= area.right)
        or (area.x >= 0 and shape.box.x >= area.x and area.right > FORMATS["z-fold"].width)
    )


@every_folder
def test_no_heading_stands_alone_at_the_foot_of_a_panel(name: str, form: Format) -> None:
    for column in columns(made(name, form)[0]):
        assert column.paragraphs[-1].level not in (Level.HEADING, Level.NAME, Level.FIGURE)


@every_folder
def test_nothing_goes_on_in_the_next_panel(name: str, form: Format) -> None:
    document, _ = made(name, form)
    read = programme(name)
    house = furnish(read, brand(read.brand.text), form, typecase(read.brand.text))
    context = context_of(read, house)
    begin = {
        untied(group[0].text)
        for ample in (True, False)
        for group in in_short(matter(read, ample=ample), context)
    }
    assert {untied(column.paragraphs[0].text) for column in columns(document)} <= begin


def untied(text: str) -> str:
    return " ".join(text.split())


@every_folder
def test_headings_and_text_are_equally_large_on_all_panels(name: str, form: Format) -> None:
    running = columns(made(name, form)[0])
    for level in (Level.HEADING, Level.TEXT, Level.NUMBERED):
        assert len({column.slot.levels[level].size for column in running}) == 1


@pytest.mark.parametrize(
    ("name", "form", "level"),
    [("vgr-nyheter", "folder-a5", Level.QUOTE), ("regionstyrelsen", "roll-fold", Level.HEADED)],
)
def test_figures_and_quotations_grow_where_their_panel_has_room(
    name: str, form: str, level: Level
) -> None:
    running = columns(made(name, FORMATS[form])[0])
    sizes = {
        any(paragraph.level == level for paragraph in column.paragraphs): column.slot.levels[level]
        for column in running
    }
    assert sizes[True].size > sizes[False].size * 1.2
    assert all(column.height <= column.slot.box.h for column in running)


@every_folder
def test_texts_hang_from_one_line_and_the_longest_reaches_its_foot(name: str, form: Format) -> None:
    running = columns(made(name, form)[0])
    down = {lowered(column, programme(name).brand.text) for column in running}
    assert down == {min(column.slot.box.h - column.height for column in running)}


def lowered(column: Text, kit: str) -> Emu:
    """Return how much lower a text stands than at the head of its slot."""
    text = set_text(typecase(kit), column.slot, column.paragraphs, divide=divider("sv"))
    return column.lines[0].y - text.lines[0].y


@every_folder
def test_no_back_says_but_the_slogan_again(name: str, form: Format) -> None:
    document, _ = made(name, form)
    slogan = "\n".join(line.text for line in programme(name).slogan)
    back = document.sheets[-1].content[0]
    assert isinstance(back, Text)
    assert back.text != slogan


@every_folder
def test_no_panel_is_half_empty_and_no_type_too_small(name: str, form: Format) -> None:
    running = columns(made(name, form)[0])
    room = sum(column.slot.box.h for column in running)
    assert sum(column.height for column in running) / room >= FULL_ENOUGH
    assert min(column.height / column.slot.box.h for column in running) > 0.45
    assert min(to_pt(column.slot.levels[Level.TEXT].size) for column in running) >= 9.5


def columns(document: Document) -> list[Text]:
    marks = (mark for sheet in document.sheets for mark in sheet.content)
    return [m for m in marks if isinstance(m, Text) and m.slot.name.startswith("Column")]


def test_texts_are_equally_wide_on_all_panels_of_a_roll_fold() -> None:
    document = folder(sections(9, FIGURE))
    assert len({column.slot.box.w for column in columns(document)}) == 1


def test_the_flap_shows_the_figure_and_the_inside_no_longer_says_it() -> None:
    pages = panels(folder(sections(9, FIGURE)))
    assert words(pages["flap"]) == "Vården 24 timmar Så länge får ingen vänta."
    assert not any("timmar" in words(page) for name, page in pages.items() if name != "flap")


def test_a_figure_comes_before_a_quotation_and_what_is_shown_as_a_picture_before_others() -> None:
    other = {**FIGURE, "figure": "74", "social": True}
    pages = panels(folder(sections(5, QUOTE, FIGURE, other)))
    assert words(pages["flap"]).startswith("Vården 74")
    assert words(pages["inside right"]).startswith("Vården 24")
    assert words(pages["back"]).startswith("Nu räcker det")


def test_where_there_is_no_idea_the_flap_has_the_first_section() -> None:
    pages = panels(folder(sections(10)))
    assert words(pages["flap"]).startswith("Skolan 0")
    assert words(pages["inside left"]).startswith("Skolan 1")


def test_contacts_stand_on_the_back_above_the_sender() -> None:
    contacts = {"heading": "Kontakt", "contacts": [{"name": "Ann Lodin", "phone": "0706-32 11 65"}]}
    sender = {"name": "Partiet", "address": ["Storgatan 1"], "web": "www.example.se"}
    back = panels(folder([contacts, *sections(9, FIGURE)], sender=sender))["back"]
    found, block = (mark for mark in back.content if isinstance(mark, Text))
    assert "Ann Lodin" in found.text
    assert said(block) == ["Partiet", "Storgatan 1", "www.example.se"]
    assert found.slot.box.bottom < block.slot.box.y
    assert [m.alt for m in back.content if isinstance(m, Shape)] == ["QR-kod till www.example.se"]


def test_points_are_said_in_full_where_there_is_room_and_in_short_where_not() -> None:
    def points(count: int) -> list[dict[str, object]]:
        return [
            {
                "heading": f"Skolan {n}",
                "points": [{"text": f"{POINT} {POINT}", "short": "Lärare"}] * 4,
            }
            for n in range(count)
        ]

    few, many = (folder(points(count)) for count in (5, 14))
    assert not any("Lärare" in text.text.split("\n") for text in columns(few))
    assert all("Lärare" in text.text.split("\n") for text in columns(many))


def test_folders_show_more_than_leaflets_where_the_author_says_so() -> None:
    more = {"heading": "Mer", "text": TEXT, "leaflet": False, "folder": True}
    less = {"heading": "Mindre", "text": TEXT, "folder": False}
    never = {"heading": "Aldrig", "text": TEXT, "leaflet": False}
    text = " ".join(words(sheet) for sheet in folder(sections(8, more, less, never)).sheets)
    assert "Mer" in text
    assert "Mindre" not in text
    assert "Aldrig" not in text


def test_a_table_and_a_chart_stand_in_the_text_of_a_panel_that_has_room() -> None:
    kinds = ("statement", "points", "table", "figure", "chart", "quote", "contacts", "text")
    document = folder([example(kind) for kind in kinds])
    marks = [mark for sheet in document.sheets for mark in sheet.content]
    assert [type(mark) for mark in marks if isinstance(mark, Table | Chart)] == [Table, Chart]


@every_form
def test_too_little_for_a_folder_is_a_warning_that_names_something_smaller(form: Format) -> None:
    _, (finding,) = compose(form.name, [{"statement": "Vi kan bättre"}], materials=[form.name])
    assert (finding.code, finding.severity) == ("S216", Severity.WARNING)
    assert "% of its" in finding.message
    assert "leaflet-a5" in finding.hint
    assert float(finding.message.split()[2].rstrip("%")) < 100 * EMPTY


@every_form
def test_too_much_for_a_folder_is_measured(form: Format) -> None:
    document, (finding,) = compose(form.name, sections(60), materials=[form.name])
    over = max(column.height - column.slot.box.h for column in columns(document))
    assert finding.code == "S215"
    assert f"{to_mm(over):.1f} mm too long" in finding.message
    assert "at 8.5 pt" in finding.message


def test_a_word_too_wide_for_a_panel_is_the_finding() -> None:
    word = "1234567890" * 6
    _, (finding,) = compose("roll-fold", sections(8, {"heading": word, "text": TEXT}))
    assert "is wider than its column" in finding.message


@every_form
def test_a_slogan_too_long_and_an_address_too_wide_are_findings_not_tracebacks(
    form: Format,
) -> None:
    _, findings = compose(form.name, sections(9), slogan=["Tillsammans för hela " * 9])
    assert "S202" in {finding.code for finding in findings}


def test_a_slogan_that_is_small_even_on_the_back_can_be_told_from_its_ground() -> None:
    slogan = ["Übergangsministerin Übergangsministerin", "vor"]
    document, _ = compose("roll-fold", sections(2), slogan=slogan)
    assert "Slogan" in content(document.sheets[-1])
    assert [finding.message for finding in check(document, brand(), fits=True)] == []


def test_bullets_are_never_too_small_for_the_inks_of_a_brand() -> None:
    point = "Fler lärare i hela länet och mindre klasser i alla åldrar."
    said = [{"heading": f"Skolan {n}", "points": [point] * 6} for n in range(12)]
    document, findings = compose("roll-fold", said, brand="alternative")
    assert findings == []
    inside = content(document.sheets[2])["Column 1"]
    assert inside.slot.levels[Level.TEXT].size == pt(8.5)
    assert [f.message for f in check_print(document, brand("alternative"), default())] == []


def test_on_screen_each_panel_is_a_page_in_reading_order_the_flap_narrower() -> None:
    pages = render_pdf(painted("roll-fold.pdf", folder(sections(9, FIGURE))), 25.4 * 4)
    assert [page.width // 4 for page in pages] == [100, 97, 100, 100, 97, 100]
    assert {page.height // 4 for page in pages} == {210}


def test_the_print_file_has_two_sides_with_colours_that_change_at_the_fold() -> None:
    dots = 8
    document = folder(sections(9, FIGURE))
    outside, inside = render_pdf(painted("roll-fold.print.pdf", document), 25.4 * dots)
    assert outside.size == inside.size == (303 * dots, 216 * dots)
    for fold in (97, 197):
        beside = [(3 + fold) * dots - 2, (3 + fold) * dots + 2]
        left, right = (outside.getpixel((column, outside.height // 2)) for column in beside)
        assert left != right, fold


@pytest.mark.parametrize("kit", ["campaign", "alternative", "public"])
@every_form
def test_bands_run_across_the_inside_at_one_height(kit: str, form: Format) -> None:
    document, _ = compose(form.name, sections(14), brand=kit)
    _, inside = document.press.sheets if document.press else ()
    bands = [
        mark.box
        for mark in inside.layout.furniture
        if isinstance(mark, Shape) and mark.box.h < form.height // 2
    ]
    text = [p for p in form.panels if p.side is Side.INSIDE and p.purpose is Purpose.INNER]
    assert len(bands) >= len(text)
    for left, right in pairwise(sorted(bands)[: len(text)]):
        assert (left.right, left.y, left.h) == (right.x, right.y, right.h)
