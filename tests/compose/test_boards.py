"""Pictures of more than words: charts, tables, timelines, columns and people for social media."""

from __future__ import annotations

from typing import Any

import pytest

from composing import compose, content, said
from paroll.finding import Severity
from paroll.formats import SOCIAL, Format
from paroll.sheet import Sheet

KITS = ["campaign", "alternative", "public"]
each_form = pytest.mark.parametrize("form", SOCIAL, ids=lambda form: form.name)
each_kit = pytest.mark.parametrize("kit", KITS)


def squares(section: dict[str, Any]) -> tuple[Sheet, ...]:
    document, findings = compose("social-square", [section | {"social": True}])
    assert findings == []
    return document.sheets


MOMENT = {"when": "Dag 1", "text": "Vi stoppar nedläggningen av akuten i Sollefteå på en gång."}


@each_kit
def test_a_long_timeline_takes_several_pictures_of_one_size(kit: str) -> None:
    section = {"heading": "Hundra dagar", "timeline": [MOMENT] * 12, "social": True}
    document, findings = compose("social-square", [section], brand=kit)
    assert findings == []
    count = len(document.sheets)
    assert count > 1
    pages = [content(sheet) for sheet in document.sheets]
    assert [said(page["Locator"]) for page in pages] == [[f"{n + 1}/{count}"] for n in range(count)]
    sizes = {page[name].lines[0].runs[0].size for page in pages for name in ("Text 1", "Text 2")}
    assert len(sizes) == 1
    assert sum(name.startswith("Text") for page in pages for name in page) == 12


@each_form
@each_kit
def test_nobody_is_alone_among_many_people_and_all_are_there(form: Format, kit: str) -> None:
    people = [f"Person Nummer{n}" for n in range(9)]
    document, findings = compose(
        form.name, [{"heading": "Vi", "people": people, "social": True}], brand=kit
    )
    assert findings == []
    pages = [content(sheet).values() for sheet in document.sheets]
    names = [[said(t)[0] for t in page if t.slot.name.startswith("Person")] for page in pages]
    assert [" ".join(name.split()) for page in names for name in page] == people
    assert min(map(len, names)) > 1


def test_columns_that_are_too_long_for_one_picture_have_one_each() -> None:
    points = ["En barnmorska för varje kvinna i aktiv förlossning, dygnet runt."] * 3
    columns = [{"heading": name, "points": points} for name in ("Då", "Nu")]
    document = squares({"heading": "Vården", "columns": columns})
    assert [said(content(sheet)["Locator"]) for sheet in document] == [["1/2"], ["2/2"]]


def test_a_table_with_too_many_rows_is_refused_with_their_number() -> None:
    rows = ["Ort | Platser", *(f"Ort {n} | {n}" for n in range(20))]
    section = {"heading": "Platser", "table": rows, "social": True}
    (found,) = compose("social-square", [section], materials="social-square")[1]
    assert (found.code, found.severity) == ("S211", Severity.ERROR)
    assert "the table has 20 rows; at 20 pt, the smallest size, there is room for " in found.message
    (left,) = compose("social-square", [section])[1]
    assert (left.code, left.severity) == ("S210", Severity.WARNING)


def test_a_pie_without_room_for_its_labels_says_so() -> None:
    data = [f"Sjukvård {n} | {n}" for n in range(20, 26)]
    section = {"heading": "Delar", "chart": "pie", "data": data, "social": True}
    (found,) = compose("social-wide", [section], materials="social-wide")[1]
    assert (found.code, found.severity) == ("S240", Severity.ERROR)
    assert "6 labels of 20 pt" in found.message


def test_a_chart_and_a_table_are_told_in_full() -> None:
    chart = {
        "heading": "Luleå har kortast väntetid",
        "chart": "bar",
        "unit": "dagar",
        "data": ["Sundsvall | 63", "Umeå | 41,5", "Luleå | 28"],
        "source": "Väntetider i vården",
    }
    (sheet,) = squares(chart)
    assert sheet.notes.splitlines()[:3] == [
        "Luleå har kortast väntetid.",
        "Liggande stapeldiagram. Sundsvall 63 dagar, Umeå 41,5 dagar, Luleå 28 dagar.",
        "Källa: Väntetider i vården.",
    ]
    rows = ["Område | 2025 | 2026", "Vård | 9 240 | 9 615", "Tandvård | 412 | 420"]
    (sheet,) = squares({"heading": "Så fördelas pengarna", "table": rows})
    assert sheet.notes.splitlines()[1:4] == [
        "Kolumner: Område, 2025, 2026.",
        "Vård: 2025: 9 240, 2026: 9 615.",
        "Tandvård: 2025: 412, 2026: 420.",
    ]


def test_a_quotation_in_short_is_what_its_picture_says() -> None:
    quote = {"quote": "”Nu räcker det, och det menar vi.”", "name": "Helén Eliasson (S)"}
    (sheet,) = squares(quote | {"short": "”Nu räcker det.”"})
    assert sheet.title == "”Nu räcker det.”"
