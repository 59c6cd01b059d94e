"""Tables, charts and photographs among the running text of leaflets, folders and booklets."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from composing import compose, inks
from paroll.compose.story import COMFORTABLE
from paroll.finding import has_errors
from paroll.formats import BOOKLET_A5, FOLDED, FORMATS, SHEETS, Format
from paroll.kinds.kind import Level
from paroll.kinds.labelled import SMALLER
from paroll.layout.setting import inside
from paroll.sheet import Chart, Document, Picture, Sheet, Table, Text, texts
from paroll.sheet import inks as inks_of
from paroll.units import Box, pt, to_pt
from photos import dotted, saved

POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar, från förskolan till gymnasiet."
HOURS = ["Ort | Vardagar | Helg", "Sundsvall | 8–20 | 10–16", "Kramfors | 8–17 | stängt"]
SHARES = [
    "Område | 2025, mkr | 2026, mkr | Förändring",
    "Hälso- och sjukvård | 9 240 | 9 615 | +4,1 %",
    "Kollektivtrafik | 655 | 701 | +7 %",
]
KITS = ("campaign", "alternative", "public")
PRINTED = (*SHEETS, *FOLDED, BOOKLET_A5)


def points(count: int) -> dict[str, Any]:
    return {"heading": "Skolan", "points": [f"{POINT} {n}" for n in range(count)]}


def table(rows: list[str], **more: object) -> dict[str, Any]:
    return {"heading": "Så blir det", "table": rows, **more}


def tables(document: Document) -> list[Table]:
    return [mark for sheet in document.sheets for mark in sheet.content if isinstance(mark, Table)]


def body(sheet: Sheet) -> Text:
    marks = (mark for mark in sheet.content if isinstance(mark, Text))
    return next(text for text in marks if text.slot.name.startswith("Column"))


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("form", ["leaflet-a4", "leaflet-a5", "folder-a5", "roll-fold"])
def test_a_table_stands_between_its_heading_and_its_source(kit: str, form: str) -> None:
    said = [points(9), table(HOURS, text="Alla har öppet.", source="Källa: vi"), points(5)]
    document, findings = compose(form, said, brand=kit)
    assert not has_errors(findings)
    (made,) = tables(document)
    sheet = next(sheet for sheet in document.sheets if made in sheet.content)
    place = sheet.content.index(made)
    above, below = sheet.content[place - 1], sheet.content[place + 1]
    assert isinstance(above, Text)
    assert isinstance(below, Text)
    assert above.text.endswith("Så blir det\nAlla har öppet.")
    assert below.text.startswith("Källa: vi")
    assert above.slot.box.y + above.height < made.box.y < made.box.bottom < below.slot.box.y
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        re.split(r" \| ", row) for row in HOURS
    ]


@pytest.mark.parametrize("kit", KITS)
def test_a_table_is_nearly_as_large_as_the_text_round_it_and_never_too_small(kit: str) -> None:
    for count in (2, 6, 12):
        document, findings = compose("leaflet-a4", [points(count), table(SHARES)], brand=kit)
        assert not has_errors(findings)
        (made,) = tables(document)
        around = body(document.sheets[1]).slot.levels[Level.TEXT].size
        cell, head = made.slot.levels
        assert around * SMALLER <= cell.size <= around
        assert min(cell.size, head.size) >= FORMATS["leaflet-a4"].smallest


def test_a_column_too_narrow_for_the_table_says_its_rows_in_words() -> None:
    wide = [f"{row} | 1 200 mkr" for row in SHARES]
    document, _ = compose("roll-fold", [points(12), table(wide)])
    assert tables(document) == []
    said = "\n".join(text.text for sheet in document.sheets for text in texts(sheet.content))
    said = said.replace("\u00a0", " ")
    assert "Kollektivtrafik\n2025, mkr: 655; 2026, mkr: 701; +7 %; 1 200 mkr" in said


@pytest.mark.parametrize("rows", [8, 14, 20])
@pytest.mark.parametrize("count", [10, 12, 13])
def test_a_table_takes_text_nothing_of_the_size_at_which_it_is_read_with_ease(
    count: int, rows: int
) -> None:
    years = [(f"{year}", f"{year - 1900}") for year in range(1990, 1990 + rows)]
    said = table(["År | Antal", *(" | ".join(row) for row in years)])
    words = {"heading": "Så blir det", "text": "\n\n".join(": ".join(row) for row in years)}
    sizes = []
    for section in (said, words):
        document, _ = compose("leaflet-a5", [points(count), section])
        sizes.append(to_pt(body(document.sheets[1]).slot.levels[Level.TEXT].size))
    assert sizes[0] >= min(sizes[1], 8.5 * COMFORTABLE)


def test_a_table_that_runs_on_repeats_its_header_and_no_row() -> None:
    rows = [f"Ort {n} | {n} km | 8–20" for n in range(60)]
    document, findings = compose("folder-a5", [table(["Ort | Väg | Öppet", *rows]), points(3)])
    assert not has_errors(findings)
    made = tables(document)
    assert len(made) > 1
    assert all(one.rows[0].cells[0].text == "Ort" for one in made)
    shown = [row.cells[0].text for one in made for row in one.rows[1:]]
    assert shown == [f"Ort {n}" for n in range(60)]
    assert len({one.columns for one in made}) == 1
    assert all(len(one.rows) > 2 for one in made)


@pytest.mark.parametrize("kit", KITS)
def test_rules_and_bands_are_the_brands_and_thinner_than_on_slides(kit: str) -> None:
    said = [points(9), table(HOURS)]
    document, _ = compose("leaflet-a4", said, brand=kit)
    slides, _ = compose("deck", said, brand=kit)
    printed, shown = (tables(one)[0].slot.ruling for one in (document, slides))
    assert (printed.head_fill, printed.band) == (shown.head_fill, shown.band)
    for stroke in ("head", "rule", "foot"):
        thin, thick = getattr(printed, stroke), getattr(shown, stroke)
        assert thin.colour == thick.colour
        assert 0.5 <= to_pt(thin.weight) <= max(0.5, to_pt(thick.weight))


SAID = "och för att kompetensförsörjningsplanen 24 timmar hälso- och sjukvården i år Ångermanland"
WORDS = st.sampled_from(SAID.split())


@st.composite
def programmes(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Sections in which each text ends in a number that occurs nowhere else."""
    words = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
    short = st.lists(WORDS, min_size=1, max_size=2).map(" ".join)
    count = iter(range(1, 10_000))

    def told(text: str) -> str:
        return f"{text} ({next(count)})"

    made: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 4))):
        section: dict[str, Any] = {"heading": told(draw(short))}
        if draw(st.booleans()):
            section["points"] = [told(one) for one in draw(st.lists(words, min_size=1, max_size=6))]
            made.append(section)
        if draw(st.booleans()):
            data = [
                f"{told(name)} | {draw(st.integers(1, 99))}"
                for name in draw(st.lists(short, min_size=2, max_size=5))
            ]
            made.append({"heading": told(draw(short)), "chart": "bar", "data": data})
        if draw(st.booleans()):
            text = {"heading": told(draw(short)), "text": told(draw(words))}
            made.append({"picture": "bilder/akuten.jpg", "decorative": True, **text})
        columns, rows = draw(st.integers(2, 4)), draw(st.integers(1, 14))
        cells = [[told(draw(short)) for _ in range(columns)] for _ in range(rows + 1)]
        made.append({"heading": told(draw(short)), "table": cells, "source": told("Källa")})
    return made


CHARTS: dict[str, dict[str, Any]] = {
    "bar": {"chart": "bar", "unit": "%", "data": ["Sundsvall | 41,5", "Kramfors | 29"]},
    "line": {"chart": "line", "data": [f"{year} | {year % 7}" for year in range(2015, 2024)]},
    "column": {"chart": "column", "data": ["2024 | 12", "2025 | 14", "2026 | 19"]},
    "pie": {"chart": "pie", "unit": "%", "data": ["Vård | 58", "Skola | 31", "Resor | 11"]},
    "stacked": {"chart": "stacked", "data": ["Fråga | Ja | Nej", "Tåg | 61 | 39", "Bad | 44 | 56"]},
}


def charts(document: Document) -> list[Chart]:
    return [mark for sheet in document.sheets for mark in sheet.content if isinstance(mark, Chart)]


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_stands_in_the_text_with_labels_that_can_be_read(name: str, kit: str) -> None:
    said = [points(6), {"heading": "Så blir det", "source": "SCB", **CHARTS[name]}, points(2)]
    document, findings = compose("leaflet-a4", said, brand=kit)
    assert not has_errors(findings)
    (made,) = charts(document)
    around = body(document.sheets[1]).slot.levels[Level.TEXT].size
    sizes = {run.size for text in texts([made]) for line in text.lines for run in line.runs}
    assert FORMATS["leaflet-a4"].smallest <= min(sizes) <= max(sizes) <= around
    place = document.sheets[1].content.index(made)
    above, below = (document.sheets[1].content[place + step] for step in (-1, 1))
    assert isinstance(above, Text)
    assert isinstance(below, Text)
    for ink in inks_of([made]):
        box = ink.slot.box if isinstance(ink, Text) else ink.box
        assert made.slot.box.contains(box, slack=pt(1)), ink
        assert above.slot.box.bottom < box.y < box.bottom < below.slot.box.y
    assert below.text.startswith("Källa: SCB")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_as_on_a_slide_but_smaller(name: str) -> None:
    said = {"heading": "Så blir det", **CHARTS[name]}
    (printed,) = charts(compose("leaflet-a4", [points(6), said])[0])
    (shown,) = charts(compose("deck", [said])[0])
    assert (printed.form, printed.categories, printed.alt) == (
        shown.form,
        shown.categories,
        shown.alt,
    )
    assert [one.values for one in printed.series] == [one.values for one in shown.series]
    assert [one.colours for one in printed.series] == [one.colours for one in shown.series]


def test_charts_give_way_to_words_before_a_table_does_and_the_last_first() -> None:
    chart = {"heading": "Så blir det", **CHARTS["bar"]}
    every = []
    for count in range(10, 17):
        document, findings = compose("leaflet-a5", [points(count), chart, table(HOURS), chart])
        assert not has_errors(findings)
        kinds = [type(m) for m in document.sheets[1].content if isinstance(m, Chart | Table)]
        every.append(kinds)
        said = "\n".join(text.text for text in texts(document.sheets[1].content))
        assert said.count("Sundsvall: 41,5") == 2 - kinds.count(Chart)
    assert {kinds.count(Chart) for kinds in every} == {0, 1, 2}
    assert all(kinds[:2] in ([Chart, Table], [Table]) for kinds in every)


LAND = {"picture": "bilder/akuten.jpg", "alt": "Två sjuksköterskor.", "heading": "Akuten"}
PHOTO = {
    "heading": "Nära vård",
    "picture": "bilder/grå.png",
    "alt": "En grå yta.",
    "credit": "Foto: Anna Ek",
    "text": "Ingen ska vänta.",
    "focus": [80, 70],
}


def pictures(width: int, height: int) -> dict[str, bytes]:
    return {"bilder/grå.png": saved(dotted(width, height, (0.8, 0.7)), "PNG")}


def photos(document: Document) -> list[Picture]:
    """The photographs inside, which are not the one on the front."""
    inner = document.sheets[1:]
    return [mark for sheet in inner for mark in sheet.content if isinstance(mark, Picture)]


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("form", ["leaflet-a4", "leaflet-a5", "z-fold", "booklet-a5"])
def test_a_photo_stands_under_its_heading_with_its_credit_and_its_focal_point(
    form: str, kit: str
) -> None:
    said = [LAND, points(4), PHOTO, points(3)]
    document, findings = compose(form, said, brand=kit, pictures=pictures(2000, 900))
    assert not has_errors(findings)
    (made,) = photos(document)
    sheet = next(sheet for sheet in document.sheets if made in sheet.content)
    place = sheet.content.index(made)
    above, below = (sheet.content[place + step] for step in (-1, 1))
    assert isinstance(above, Text)
    assert isinstance(below, Text)
    assert above.text.endswith("Nära vård")
    assert below.text.startswith("Foto: Anna Ek\nIngen ska vänta.")
    assert made.alt == "En grå yta."
    assert above.slot.box.bottom < made.box.y < made.box.bottom < below.slot.box.y
    image = Image.open(BytesIO(made.data)).convert("RGB")
    assert abs(image.width / image.height - made.box.w / made.box.h) < 0.02
    assert image.width * 914400 / made.box.w > 240
    red = ImageChops.subtract(image.getchannel("R"), image.getchannel("G"))
    assert red.point(lambda shade: 255 * (shade > 100)).getbbox(), "the focal point was cut away"


def test_the_photo_on_the_front_is_not_shown_again() -> None:
    document, _ = compose("leaflet-a4", [LAND | {"text": "Nära."}, points(3)])
    assert photos(document) == []
    assert any(isinstance(mark, Picture) for mark in document.sheets[0].content)


@pytest.mark.parametrize("form", FOLDED, ids=lambda form: form.name)
def test_no_photo_reaches_over_a_fold_and_each_into_the_bleed(form: Format) -> None:
    document, _ = compose(form.name, [LAND, points(5)])
    assert document.press
    (photo,) = (m for s in document.press.sheets for m in s.content if isinstance(m, Picture))
    cover = form.panels[0].box
    assert (photo.box.x, photo.box.right) == (cover.x, cover.right + form.bleed)


def test_an_upright_photo_is_not_wider_than_its_height_allows() -> None:
    document, _ = compose("leaflet-a4", [LAND, points(4), PHOTO], pictures=pictures(1200, 1500))
    (made,) = photos(document)
    assert abs(made.box.w / made.box.h - 0.8) < 0.01
    column = body(document.sheets[1]).slot.box.w
    assert made.box.h <= 0.76 * column


def test_a_photo_takes_no_size_from_text_that_is_hard_to_read_without() -> None:
    shown = []
    for count in range(3, 15):
        said = [LAND, points(count), PHOTO]
        document, findings = compose("leaflet-a5", said, pictures=pictures(2000, 900))
        assert not has_errors(findings)
        left_out = [*said[:2], PHOTO | {"leaflet": False}]
        bare, _ = compose("leaflet-a5", left_out, pictures=pictures(2000, 900))
        text, alone = (body(one.sheets[1]).slot.levels[Level.TEXT].size for one in (document, bare))
        shown.append(bool(photos(document)))
        if shown[-1]:
            assert text >= min(8.5 * COMFORTABLE * pt(1), alone)
        said_all = "\n".join(each.text for each in texts(document.sheets[1].content))
        assert said_all.count("Ingen ska vänta.") == 1
        assert said_all.count("Foto: Anna Ek") == shown[-1]
    assert set(shown) == {True, False}


@pytest.mark.parametrize("form", ["leaflet-a4", "leaflet-a5", "z-fold", "booklet-a5"])
def test_a_photo_with_too_few_pixels_for_its_column_is_left_out_and_told(form: str) -> None:
    said = [LAND, points(4), PHOTO, points(3)]
    document, findings = compose(form, said, pictures=pictures(200, 150))
    assert photos(document) == []
    assert not has_errors(findings)
    (told,) = (finding for finding in findings if finding.code == "S230")
    assert "bilder/grå.png has 200 × 150 pixels" in told.message
    assert told.message.endswith("mm: it is left out")
    hint = re.fullmatch(r"use one of at least (\d+) × (\d+) pixels", told.hint)
    assert hint
    enough = pictures(*map(int, hint.groups()))
    document, findings = compose(form, said, pictures=enough)
    assert "S230" not in [finding.code for finding in findings]
    assert len(photos(document)) == 1


def test_of_a_photo_that_leaflets_are_not_to_show_nothing_is_told() -> None:
    said = [LAND, points(4), PHOTO | {"leaflet": False}]
    _, findings = compose("leaflet-a5", said, pictures=pictures(200, 150))
    assert findings == []


def test_a_photo_that_cannot_be_decoded_is_a_finding_and_is_left_out() -> None:
    broken = saved(dotted(2000, 900, (0.5, 0.5)))[:9000]
    said = [LAND, points(3), PHOTO | {"picture": "bilder/trasig.jpg"}]
    document, findings = compose("leaflet-a4", said, pictures={"bilder/trasig.jpg": broken})
    assert photos(document) == []
    assert [finding.code for finding in findings] == ["P034"]


@settings(max_examples=60, deadline=None)
@given(programmes(), st.sampled_from(PRINTED), st.sampled_from(KITS))
def test_all_is_said_once_in_its_place(said: list[dict[str, Any]], form: Format, kit: str) -> None:
    document, findings = compose(form.name, said, brand=kit)
    if has_errors(findings) or form.gist:
        return
    found: list[str] = []
    for sheet in document.sheets:
        stands(sheet, kit)
        for mark in sheet.content:
            rows = mark.rows if isinstance(mark, Table) else ()
            again = rows and tags(rows[0].cells[0].text)[0] in found
            cells = [cell for row in rows[int(bool(again)) :] for cell in row.cells]
            for text in cells or texts([mark]):
                found += tags(text.text)
    counts = Counter(found)
    names = {
        tag for one in said if "table" in one for cell in one["table"][0] for tag in tags(cell)
    }
    every = {tag for one in said for tag in tags(str(one))}
    assert set(counts) | names == every
    assert all(counts[tag] == 1 for tag in every - names)


def stands(sheet: Sheet, kit: str) -> None:
    """Fail unless texts stand in their slots, and what a page holds clear of each other."""
    boxes: list[Box] = []
    for mark in sheet.content:
        assert all(inside(text) for text in texts([mark]))
        if isinstance(mark, Table):
            boxes.append(mark.box)
            for row in mark.rows:
                for cell in row.cells:
                    assert all(mark.box.contains(box, slack=1) for box in inks(cell, kit))
        elif isinstance(mark, Text) and mark.lines:
            lines = list(inks(mark, kit))
            box = Box.between(
                min(line.x for line in lines),
                min(line.y for line in lines),
                max(line.right for line in lines),
                max(line.bottom for line in lines),
            )
            boxes.append(box)
    assert not any(one.overlaps(other) for one, other in pairwise(boxes))


def tags(text: str) -> list[str]:
    return re.findall(r"\((\d+)\)", text)
