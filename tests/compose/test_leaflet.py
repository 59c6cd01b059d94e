"""The leaflet: as large as it fits, in two even columns, or a finding."""

from __future__ import annotations

import pytest

from composing import compose, content, leaflet, said, texts
from paroll.formats import FOLDED, FORMATS, POSTERS, SHEETS
from paroll.layout.evened import dangles
from paroll.sheet import Document, Text
from paroll.units import mm, pt, to_mm

STATEMENT = {"statement": "Vi kan bättre"}
POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar."


def columns(document: Document) -> list[Text]:
    _, back = document.sheets
    return [text for name, text in content(back).items() if name.startswith("Column")]


def points(count: int) -> list[dict[str, object]]:
    return [{"heading": "Skolan", "points": [f"{POINT} {n}" for n in range(count)]}]


def body_size(document: Document) -> float:
    return columns(document)[0].slot.levels[3].size / pt(1)


def test_a_leaflet_has_a_front_with_the_title_and_a_back() -> None:
    front, back = leaflet([STATEMENT]).sheets
    assert (front.title, back.title) == ("Fem punkter för Norrland", "Baksida")
    assert said(content(front)["Slogan"]) == ["VÅRT\nNORRLAND"]


def test_the_less_there_is_to_say_the_larger_it_is_said() -> None:
    sizes = [body_size(leaflet(points(count))) for count in (2, 8, 14, 20)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 24
    assert sizes[-1] >= 8.5


def test_little_text_stands_in_one_column() -> None:
    (column,) = columns(leaflet(points(2)))
    assert column.slot.box.w > mm(100)


def test_columns_are_even() -> None:
    left, right = columns(leaflet(points(14)))
    assert abs(left.height - right.height) < mm(20)


def test_what_does_not_fit_at_the_smallest_size_is_too_long_by_so_much() -> None:
    document, (finding,) = compose("leaflet-a5", points(40))
    assert finding.code == "S203"
    over = max(column.height - column.slot.box.h for column in columns(document))
    assert f"{to_mm(over):.1f} mm too long in each column at 8.5 pt" in finding.message
    assert over > 0


def test_sections_left_out_of_leaflets_are_not_there() -> None:
    document = leaflet([STATEMENT, {"statement": "Bara på skärmen", "leaflet": False}])
    assert [p for column in columns(document) for p in said(column)] == ["Vi kan bättre"]


def test_a_number_at_the_head_of_the_title_is_the_picture() -> None:
    front, _ = leaflet([STATEMENT], title="20 punkter för de första 100 dagarna").sheets
    texts = content(front)
    number, rest = texts["Number"], texts["Title"]
    assert (said(number), said(rest)) == (["20"], ["punkter för de första 100 dagarna"])
    assert number.slot.levels[0].size > 3 * rest.slot.levels[0].size
    assert rest.lines[0].runs[0].x > number.lines[0].runs[0].x + number.lines[0].width
    assert number.lines[-1].y == rest.lines[-1].y


@pytest.mark.parametrize("title", ["2050", "1 000 000 000 000 kronor till skolan"])
def test_a_number_alone_or_a_long_one_is_set_like_any_title(title: str) -> None:
    front, _ = leaflet([STATEMENT], title=title).sheets
    assert said(content(front)["Title"]) == [title]


def test_a_title_too_long_for_the_front_is_a_finding_at_its_place() -> None:
    _, (finding,) = compose("leaflet-a5", [STATEMENT], title="ord " * 300)
    assert (finding.code, str(finding.span)) == ("S201", "decks/specimen.yaml:1:11")


def test_the_senders_address_stands_at_the_foot() -> None:
    sender = {"name": "Partiet", "address": ["Storgatan 1", "Härnösand"], "phone": "0611-55 78 00"}
    _, back = leaflet([STATEMENT], sender=sender).sheets
    assert said(content(back)["Sender"]) == ["Partiet", "Storgatan 1, Härnösand", "0611-55 78 00"]


def test_a_heading_too_wide_for_its_column_is_divided_rather_than_all_text_made_small() -> None:
    word = "Kompetensförsörjningsplaneringsarbetet"
    document = leaflet([{"heading": word, "text": POINT}, *points(12)])
    printed = [line.text for line in columns(document)[0].lines]
    assert printed[0].endswith("\u00ad")
    assert "".join(printed).replace("\u00ad", "").startswith(word)
    assert body_size(document) >= 10


@pytest.mark.parametrize("kit", ["campaign", "alternative", "public"])
@pytest.mark.parametrize("material", [form.name for form in (*SHEETS, *POSTERS, *FOLDED)])
def test_where_nobody_is_named_as_sender_there_is_none(material: str, kit: str) -> None:
    document, findings = compose(material, [STATEMENT], sender=None, brand=kit)
    assert [f for f in findings if f.code not in ("S208", "S216")] == []
    assert not any(
        name.startswith("Sender") for sheet in document.sheets for name in content(sheet)
    )


def test_no_line_of_a_title_ends_with_a_small_word_of_the_next() -> None:
    front, _ = leaflet([STATEMENT], title="Landstinget – ett samarbete med S och Mp").sheets
    *lines, _ = said_lines(content(front)["Title"])
    assert lines[0] == "Landstinget –"
    assert not any(map(dangles, lines))


def said_lines(text: Text) -> list[str]:
    runs = ((run for run in line.runs) for line in text.lines)
    lines = ("".join(glyph.text for run in line for glyph in run.glyphs) for line in runs)
    return [line.replace("\u00a0", " ") for line in lines]


def test_a_unit_too_long_to_be_read_below_its_number_stands_among_the_text() -> None:
    unit = "Straßenverkehrsinfrastrukturmaßnahmen und Krankenhausfinanzierungsreformen"
    figure = {"figure": "74", "unit": unit, "text": "So viel wird gespart."}
    document, findings = compose("leaflet-a4", [*points(4), figure], language="de")
    assert findings == []
    back = texts(document.sheets[1])
    assert sum(unit in text.text.replace("\u00a0", " ") for text in back) == 1
    sizes = {
        run.size for text in back for line in text.lines for run in line.runs if "ß" in line.text
    }
    assert min(sizes) >= FORMATS["leaflet-a4"].smallest
