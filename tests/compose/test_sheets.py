"""What is handed out and hung up: fronts for two metres, backs for the hand, posters in passing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from composing import compose, content, inks, said, texts
from paroll.compose.leaflet import STILL_LARGE
from paroll.finding import Finding
from paroll.formats import (
    DOOR_HANGER,
    FORMATS,
    LEAFLET_99,
    LEAFLET_A5,
    POSTCARD_A6,
    POSTERS,
    SHEETS,
    Format,
)
from paroll.kinds.kind import Level
from paroll.paint import pdf
from paroll.sheet import Document, Picture, Shape, Text
from paroll.units import Box, Emu, mm, pt, to_mm
from photos import examples
from specimens import brand
from tools import render_pdf

KITS = ("campaign", "alternative", "public")
WEB = "https://www.vinorrland.example/vard"
SENDER = {
    "name": "Vi i Norrland",
    "address": ["Storgatan 1", "871 30 Härnösand"],
    "web": WEB,
}
PHOTO = next(name for name in examples() if name.endswith(".jpg"))
IMPRINT = ["Politisk annons", "Ansvarig utgivare Anna Ek. Tryck: Exempeltryck AB 2026."]
POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar."
FIGURE = {"figure": "24", "unit": "timmar", "text": "till en första bedömning i vården."}
QUOTE = {"quote": "Nu räcker det.", "name": "Anna Ek", "office": "ordförande"}
every_sheet = pytest.mark.parametrize("form", SHEETS, ids=lambda form: form.name)
every_poster = pytest.mark.parametrize("form", POSTERS, ids=lambda form: form.name)
every_kit = pytest.mark.parametrize("kit", KITS)


def points(count: int, heading: str = "Skolan", **more: object) -> dict[str, Any]:
    return {"heading": heading, "points": [f"{POINT} {n}" for n in range(count)], **more}


def made(form: Format, *sections: dict[str, Any], **head: object) -> tuple[Document, list[Finding]]:
    wanted = {"materials": [form.name], "sender": SENDER, "imprint": IMPRINT, **head}
    return compose(form.name, sections or (points(4),), **wanted)


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@every_kit
@pytest.mark.parametrize("form", (*SHEETS, *POSTERS), ids=lambda form: form.name)
def test_the_code_leads_to_the_senders_address(form: Format, kit: str) -> None:
    zxing = pytest.importorskip("zxingcpp")
    document, findings = made(form, brand=kit)
    assert findings == []
    page = render_pdf(pdf.paint(document, brand(kit), None), 110)[-1]
    assert [found.text for found in zxing.read_barcodes(page)] == [WEB]
    (code,) = (mark for mark in document.sheets[-1].content if isinstance(mark, Shape))
    assert to_mm(code.box.w) >= 15
    assert code.alt == "QR-kod till www.vinorrland.example/vard"


@every_kit
@pytest.mark.parametrize("form", (*SHEETS, *POSTERS), ids=lambda form: form.name)
def test_the_imprint_is_printed_as_typed_and_stays_five_millimetres_inside(
    form: Format, kit: str
) -> None:
    document, _ = made(form, brand=kit)
    block = content(document.sheets[-1])["Sender"]
    assert said(block)[-2:] == IMPRINT
    page = form.page
    safe = Box(mm(5), mm(5), page.w - mm(10), page.h - mm(10))
    assert all(safe.contains(box) for box in inks(block, kit))
    assert min(run.size for line in block.lines for run in line.runs) >= form.least


@every_kit
def test_nothing_but_ground_is_near_the_hole(kit: str) -> None:
    document, _ = made(DOOR_HANGER, points(3), brand=kit)
    assert DOOR_HANGER.hole
    near = DOOR_HANGER.hole.box
    for sheet in document.sheets:
        for mark in (*sheet.layout.furniture, *sheet.content):
            if isinstance(mark, Text):
                assert not any(near.overlaps(box) for box in inks(mark, kit))
            elif isinstance(mark, Shape):
                assert mark.box.contains(near) or not mark.box.overlaps(near)


@every_kit
def test_the_right_half_of_a_postcard_is_for_the_post(kit: str) -> None:
    document, _ = made(POSTCARD_A6, points(3), brand=kit)
    page, back = POSTCARD_A6.page, document.sheets[1]
    written = [box for text in texts(back) for box in inks(text, kit)]
    assert max(box.right for box in written) <= page.w // 2
    sorting = Box.between(page.w // 2, page.h - mm(30), page.right, page.bottom)
    shapes = [mark for mark in back.layout.furniture if isinstance(mark, Shape)]
    in_it = [shape for shape in shapes if shape.box.overlaps(sorting)]
    assert {shape.fill for shape in in_it if shape.box.x >= page.w // 2} == {"clear"}


@every_sheet
@every_kit
def test_a_slogan_of_short_lines_is_read_from_two_metres(form: Format, kit: str) -> None:
    document, findings = made(form, slogan=["Vårt", "Norrland", "kan bättre"], brand=kit)
    assert content(document.sheets[0])["Slogan"].slot.levels[0].size >= form.loud >= pt(26.9)
    assert findings == []


def test_a_slogan_too_small_to_be_read_from_afar_is_a_warning_that_says_how_to_break_it() -> None:
    line = "Vi sätter alltid dina behov före vårdbolagens"
    _, (finding,) = made(FORMATS["leaflet-99x210"], points(3), slogan=[line])
    assert finding.code == "S207"
    assert "to be read from 2 m" in finding.message
    assert "lines of at most" in finding.hint


@every_poster
@every_kit
def test_a_slogan_is_as_large_on_a_poster_as_its_longest_line_allows(
    form: Format, kit: str
) -> None:
    document, findings = made(form, slogan=["Vårt", "Västernorrland", "kan bättre"], brand=kit)
    slogan = content(document.sheets[0])["Slogan"]
    widest = max(line.width for line in slogan.lines)
    assert findings == []
    assert widest >= 0.93 * (form.width - 2 * form.margin)


def test_a_title_stands_on_a_poster_if_both_have_at_most_twelve_words() -> None:
    poster = POSTERS[1]
    (sheet,) = made(poster, slogan=["ett två", "tre"], title="fyra fem sex")[0].sheets
    assert said(content(sheet)["Title"]) == ["fyra fem sex"]
    (sheet,) = made(poster, slogan=["ett två", "tre"], title="ord " * 10)[0].sheets
    assert "Title" not in content(sheet)


def test_a_chosen_section_takes_the_place_of_the_title_on_a_poster() -> None:
    chosen = {"statement": "Fria glasögon till barn", "poster": True}
    (sheet,) = made(POSTERS[0], points(2), chosen)[0].sheets
    assert said(content(sheet)["Title"]) == ["Fria glasögon till barn"]
    (sheet,) = made(POSTERS[0], FIGURE | {"poster": True})[0].sheets
    assert [said(content(sheet)[name]) for name in ("Number", "Title")] == [["24"], ["timmar"]]


def test_too_many_words_for_a_poster_are_an_error_and_nothing_is_cut() -> None:
    _, findings = made(
        POSTERS[0], slogan=["ett två tre fyra fem sex sju", "åtta nio tio elva tolv tretton"]
    )
    assert "S209" in codes(findings)
    _, findings = made(POSTERS[0], {"statement": "ord " * 12, "poster": True})
    assert codes(findings) == ["S209"]
    assert "has 12 words; a poster has room for 10" in findings[0].message


def test_a_figure_stands_on_a_band_of_its_own_where_there_is_room() -> None:
    _, back = made(LEAFLET_A5, points(4), FIGURE)[0].sheets
    marks = content(back)
    assert said(marks["Number"]) == ["24", "timmar"]
    assert said(marks["Meaning"]) == ["till en första bedömning i vården."]
    assert "24" not in said(marks["Column 1"])


@every_kit
def test_number_and_words_stand_in_the_middle_of_their_band_for_the_eye(kit: str) -> None:
    _, back = made(LEAFLET_A5, points(4), FIGURE, brand=kit)[0].sheets
    marks = content(back)
    lowest = max(text.lines[-1].y for text in marks.values() if text.slot.name == "Number")
    bands = [mark.box for mark in back.layout.furniture if isinstance(mark, Shape)]
    (band,) = (box for box in bands if box.y < lowest < box.bottom)
    for text in (marks["Number"], marks["Meaning"]):
        first = max(run.size for run in text.lines[0].runs)
        above = text.lines[0].y - round(0.7 * first) - band.y
        assert above == pytest.approx(band.bottom - text.lines[-1].y, abs=mm(1))


def test_slogan_and_sender_in_a_band_at_the_foot_have_the_same_middle() -> None:
    _, back = made(LEAFLET_A5, brand="public")[0].sheets
    slogan = next(m for m in back.layout.furniture if isinstance(m, Text) and "Norrland" in m.text)
    box = content(back)["Sender"].slot.box
    assert middle(slogan) == pytest.approx(box.y + box.h // 2, abs=mm(0.1))


def middle(text: Text) -> int:
    return text.slot.box.y + text.height // 2


def test_a_quotation_stands_on_a_band_with_who_said_it() -> None:
    _, back = made(LEAFLET_A5, points(4), QUOTE)[0].sheets
    assert said(content(back)["Quote"]) == ["Nu räcker det.", "Anna Ek, ordförande"]


@pytest.mark.parametrize("sheet", ["leaflet-a5", "leaflet-a4"])
def test_the_air_in_a_band_and_above_it_grows_with_the_paper(sheet: str) -> None:
    form = FORMATS[sheet]
    _, back = made(form, *[points(4, f"Rubrik {n}") for n in range(3)], QUOTE)[0].sheets
    quote, column = content(back)["Quote"], content(back)["Column 1"]
    (band,) = (
        mark.box
        for mark in back.layout.furniture
        if isinstance(mark, Shape) and mark.box.y < quote.lines[0].y < mark.box.bottom
    )
    first = quote.lines[0]
    above = first.y - round(0.7 * first.runs[0].size) - band.y
    assert above / form.page.w == pytest.approx(5 / 148, abs=0.005)
    assert band.y - column.slot.box.bottom >= round(form.page.w * 5 / 148) - mm(1)


def test_in_a_full_leaflet_a_figure_stands_among_the_text_and_in_a_fuller_one_it_goes() -> None:
    _, back = made(LEAFLET_A5, points(20), FIGURE)[0].sheets
    assert "Number" not in content(back)
    fuller = (made(LEAFLET_A5, points(count), QUOTE, FIGURE) for count in range(22, 40))
    document, (finding, *_) = next(each for each in fuller if each[1])
    assert (finding.code, finding.message) == ("S212", "there is no room for “24”")
    assert finding.span
    assert "24" not in said(content(document.sheets[1])["Column 2"])


def test_points_are_said_in_full_where_their_short_forms_leave_the_back_empty() -> None:
    long = {"text": f"{POINT} {POINT} {POINT}", "short": "Fler lärare."}
    _, back = made(LEAFLET_A5, {"heading": "Skolan", "points": [long] * 2})[0].sheets
    assert any(POINT in line for text in content(back).values() for line in said(text))
    _, back = made(LEAFLET_A5, {"heading": "Skolan", "points": [long] * 24})[0].sheets
    assert not any(POINT in line for text in content(back).values() for line in said(text))


def test_too_little_for_a_sheet_is_a_warning_with_what_it_takes() -> None:
    little = {"heading": "Skolan", "text": f"{POINT} {POINT}"}
    _, findings = made(FORMATS["leaflet-a4"], little)
    assert codes(findings) == ["S208"]
    assert "of its back" in findings[0].message


@pytest.mark.parametrize("street", ["Storgatan 1", "Norra vägen 12 B", "Box 305", "Stigen 4a"])
def test_the_number_of_a_house_stays_with_its_street(street: str) -> None:
    road, number = re.fullmatch(r"(.*?) (\d.*)", street).groups()  # type: ignore[union-attr]
    for form in SHEETS:
        sender = {**SENDER, "address": [street, "871 30 Härnösand"]}
        block = content(made(form, sender=sender)[0].sheets[1])["Sender"]
        together = f"{road.split()[-1]} {number}".replace(" ", "\u00a0")
        assert any(together in line.text for line in block.lines)


@pytest.mark.parametrize(
    "below",
    [
        {"news": [{"headline": "Bussen går oftare", "lead": POINT}]},
        {"statement": "Bussen går oftare", "text": POINT},
    ],
)
def test_the_heading_of_news_or_of_a_statement_stands_close_over_it(below: dict[str, Any]) -> None:
    over = {"heading": "Nyheter från regionen", **below}
    document, _ = made(FORMATS["leaflet-a4"], points(4), over, points(4, "Vården"))
    columns = [t for name, t in content(document.sheets[1]).items() if name.startswith("Column")]
    (lines,) = (column.lines for column in columns if "Nyheter från regionen" in said(column))
    (place,) = (n for n, line in enumerate(lines) if line.text.startswith("Nyheter"))
    above, under = (lines[n + 1].y - lines[n].y for n in (place - 1, place))
    assert under < above if place else under < 2 * lines[place + 1].runs[0].size


@every_kit
@every_sheet
def test_a_dot_stands_between_two_ways_to_reach_a_sender_never_at_the_end_of_a_line(
    form: Format, kit: str
) -> None:
    ways = ["0611-55 78 00", "kansliet@vinorrland.example", "www.vinorrland.example/vard"]
    sender = {**SENDER, "phone": ways[0], "email": ways[1]}
    document, findings = made(form, sender=sender, imprint=[], brand=kit)
    block = content(document.sheets[1])["Sender"]
    lines = [line.text.strip() for line in block.lines]
    assert findings == []
    assert not any(line.startswith("·") or line.endswith("·") for line in lines)
    assert re.split(" · |\n", said(block)[-1]) == ways


def test_a_postcard_says_the_gist_the_first_of_each_section_under_its_heading() -> None:
    sections = [points(9, heading) for heading in ("Skolan", "Vården")]
    document, findings = made(POSTCARD_A6, *sections, imprint=[], sender="Vi")
    (column,) = (t for name, t in content(document.sheets[1]).items() if name.startswith("Column"))
    assert findings == []
    assert [line for line in said(column) if line in ("Skolan", "Vården")] == ["Skolan", "Vården"]
    assert f"{POINT} 0" in said(column)
    assert column.slot.levels[3].size >= pt(9)


def test_what_was_chosen_for_social_media_is_the_gist_of_what_has_no_room() -> None:
    chosen = {"statement": "Fria glasögon till barn och unga i hela länet.", "social": True}
    long = {"heading": "Skolan", "text": POINT * 30}
    others = [{"heading": f"Rubrik {n}", "points": [POINT * 5] * 9} for n in range(6)]
    document, _ = made(POSTCARD_A6, long, *others, chosen)
    (column,) = (t for name, t in content(document.sheets[1]).items() if name.startswith("Column"))
    assert said(column) == [chosen["statement"]]


def back_of(form: Format, *sections: dict[str, Any]) -> tuple[list[str], Emu]:
    """What the back of a sheet says in its one column, and the size of its text."""
    document, findings = made(form, *sections, imprint=[], sender="Vi")
    column = content(document.sheets[1])["Column 1"]
    assert findings == []
    return said(column), column.slot.levels[Level.TEXT].size


def chosen(heading: str, text: str) -> dict[str, Any]:
    return {"heading": heading, "text": text, "social": True}


def test_a_postcard_says_one_thing_and_what_it_means_rather_than_headings_alone() -> None:
    means = "Dina behov som patient ska gå före bolagens, i hela länet och varje dag."
    statement = {"statement": "Vårdens pengar till vård.", "text": means, "social": True}
    others = [chosen(f"Rubrik nummer {n} om vården i länet", POINT * 6) for n in range(5)]
    lines, _ = back_of(POSTCARD_A6, statement, *others)
    assert lines == ["Vårdens pengar till vård.", means]


def test_where_there_is_room_more_is_said_than_was_chosen_in_type_nearly_as_large() -> None:
    first = {"headline": "Fler lärare anställs", "lead": " ".join([POINT] * 10)}
    others = [{"headline": f"Nyhet {n}", "lead": POINT * 20} for n in range(6)]
    picked = {"headline": "Bussen går oftare", "lead": POINT, "social": True}
    alone, large = back_of(LEAFLET_99, {"news": [picked, *others]})
    both, size = back_of(LEAFLET_99, {"news": [first, *others, picked]})
    assert alone == ["Bussen går oftare", POINT]
    assert both == [*first.values(), *alone]
    assert large > size >= large * STILL_LARGE


def test_what_comes_where_there_is_room_is_never_a_heading_alone() -> None:
    statement = {"statement": "Fria glasögon till barn och unga.", "social": True}
    long = [{"heading": f"Rubrik {n}", "text": POINT * 20} for n in range(6)]
    assert back_of(LEAFLET_99, *long, statement)[0] == [statement["statement"]]


def test_a_point_that_was_chosen_is_joined_by_others_of_its_section_in_their_order() -> None:
    goals = [POINT, POINT * 8, {"text": "Bygg ut bussarna.", "social": True}]
    long = [{"heading": f"Rubrik {n}", "points": [POINT * 5] * 9} for n in range(6)]
    lines, _ = back_of(POSTCARD_A6, {"heading": "Resor", "points": goals}, *long)
    assert lines == ["Resor", POINT, "Bygg ut bussarna."]


@every_kit
@every_sheet
def test_a_photograph_stands_on_the_front_and_no_text_on_it(form: Format, kit: str) -> None:
    picture = {"heading": "Vi bygger", "picture": PHOTO, "alt": "Ett bygge."}
    document, _ = made(form, points(3), picture, brand=kit)
    (shown,) = (mark for mark in document.sheets[0].content if isinstance(mark, Picture))
    written = [box for text in texts(document.sheets[0]) for box in inks(text, kit)]
    assert shown.alt == "Ett bygge."
    assert not any(shown.box.overlaps(box) for box in written)
