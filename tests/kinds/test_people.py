"""People: initials, names in two lines, and how many stand on a page."""

from __future__ import annotations

from typing import Any

import pytest

from composing import content, deck, programme
from paroll.finding import Finding
from paroll.kinds import FIELDS
from paroll.kinds.names import in_two_lines, initials
from paroll.programme import read_programme
from paroll.sheet import Picture, Sheet, Text
from paroll.stock import Memory
from photos import beside

FACE = "bilder/ann-sofi.jpg"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ann-Sofi af Ekenstam", "AE"),
        ("Märta Östlund-Berg", "MÖ"),
        ("Johnny Magnusson (M)", "JM"),
        ("Carl Gustaf von der Heide", "CH"),
        ("Mohammed el-Sayed", "MS"),
        ("Liv d'Hondt", "LH"),
        ("Áile Ŋuvččain", "ÁŊ"),
        ("Pelé", "P"),
        ("bell hooks", "BH"),
        ("王小明", "王"),
        ("(S)", ""),
    ],
)
def test_initials_are_those_of_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ann-Sofi af Ekenstam (S)", ["Ann-Sofi", "af Ekenstam (S)"]),
        ("Märta Östlund-Berg", ["Märta", "Östlund-Berg"]),
        ("Carl Gustaf von der Heide", ["Carl Gustaf", "von der Heide"]),
        ("Biret Ánne Guttorm (NSR)", ["Biret Ánne", "Guttorm (NSR)"]),
        ("Pelé", ["Pelé"]),
        ("Pelé (MP)", ["Pelé (MP)"]),
        ("Anna (S) Ek", ["Anna (S)", "Ek"]),
    ],
)
def test_a_name_in_two_lines_is_broken_before_the_last_name(name: str, lines: list[str]) -> None:
    assert in_two_lines(name).split("\n") == lines


def persons(count: int, name: str = "Erik Gran", **more: str) -> list[dict[str, Any]]:
    return [
        {"name": f"{name} {chr(64 + n)}", "office": "ledamot", **more} for n in range(1, count + 1)
    ]


def pages(people: list[Any]) -> list[Sheet]:
    document = deck([{"heading": "Vi leder", "people": people}], closing=False)
    return list(document.sheets[1:])


def shown(sheet: Sheet) -> int:
    return sum(name.startswith("Person") for name in content(sheet))


@pytest.mark.parametrize("count", range(1, 9))
def test_up_to_eight_stand_on_a_slide_each_with_a_place_of_the_same_size(count: int) -> None:
    (sheet,) = pages([*persons(count - 1), {"name": "Ona Ek", "picture": FACE}])
    faces = [text.slot.box for name, text in content(sheet).items() if name.startswith("Initials")]
    (portrait,) = (mark for mark in sheet.content if isinstance(mark, Picture))
    boxes = [*faces, portrait.box]
    assert len(boxes) == count == shown(sheet)
    assert len({(box.w, box.h) for box in boxes}) == 1
    assert len({box.y for box in boxes}) == (1 if count <= 4 else 2)


@pytest.mark.parametrize(
    ("count", "sizes"), [(9, [5, 4]), (12, [6, 6]), (16, [8, 8]), (17, [6, 6, 5])]
)
def test_more_run_on_over_balanced_slides_and_keep_their_size(count: int, sizes: list[int]) -> None:
    sheets = pages(persons(count, "A"))
    assert [shown(sheet) for sheet in sheets] == sizes
    assert sheets[0].title.endswith(f"(1/{len(sizes)})")
    faces = {content(sheet)["Initials 1"].slot.box for sheet in sheets}
    assert len(faces) == 1


def test_long_names_and_offices_stand_fewer_on_a_slide() -> None:
    office = "ordförande i kommunstyrelsens arbetsutskott"
    long = [{"name": f"Maximiliana {n}", "office": office} for n in "ABCDEFGH"]
    assert [shown(sheet) for sheet in pages(long)] != [8]
    assert sum(shown(sheet) for sheet in pages(long)) == 8


def test_a_name_too_long_for_its_line_is_broken_before_the_last_name() -> None:
    names = ["Ann-Sofi af Ekenstam (S)", "Märta Östlund-Berg (MP)", "Erik Gran", "Ona Ek"]
    (sheet,) = pages(names)
    lines = [line.text.replace("\u00a0", " ") for line in content(sheet)["Person 1"].lines]
    assert lines == ["Ann-Sofi", "af Ekenstam (S)"]
    assert [line.text for line in content(sheet)["Person 3"].lines] == ["Erik Gran"]


def test_portrait_and_name_are_read_together() -> None:
    people = [{"name": "Ona Ek", "picture": FACE}, {"name": "Bo Å"}]
    (sheet,) = pages(people)
    said = [m.alt if isinstance(m, Picture) else getattr(m, "text", "") for m in sheet.content]
    assert said[1:5] == ["Ona Ek", "Ona Ek", "BÅ", "Bo Å"]


def findings(section: str) -> list[Finding]:
    text = f"title: a\nslogan: b\nbrand: c\nsections:\n{section}"
    return read_programme(Memory({"x": text.encode(), **beside("")}), "x", FIELDS, ["deck"])[1]


def test_a_picture_is_described_or_decorative() -> None:
    start = "  - heading: a\n    picture: bilder/akuten.jpg\n"
    (neither,) = findings(start)
    assert (neither.code, neither.span and neither.span.line) == ("P035", 6)
    assert "decorative: yes" in neither.hint
    (both,) = findings(f"{start}    alt: Ett hus\n    decorative: yes\n")
    assert (both.code, both.span and both.span.line) == ("P036", 7)
    assert findings(f"{start}    alt: Ett hus\n") == []
    assert findings(f"{start}    decorative: yes\n") == []


@pytest.mark.parametrize("focus", ["50", "[50]", "[50, 40, 30]", "[50, 140]", "[mitten, 40]"])
def test_a_focal_point_is_two_numbers_within_the_picture(focus: str) -> None:
    start = "  - heading: a\n    picture: bilder/akuten.jpg\n    decorative: yes\n"
    assert findings(f"{start}    focus: {focus}\n")


def test_every_place_that_names_a_missing_picture_is_said() -> None:
    one = "  - heading: a\n    picture: bilder/borta.jpg\n    decorative: yes\n"
    person = "  - heading: a\n    people:\n      - {name: Bo, picture: bilder/borta.jpg}\n"
    spans = [finding.span.line for finding in findings(one + one + person) if finding.span]
    assert spans == [6, 9, 13]


def test_a_programme_knows_its_pictures() -> None:
    read = programme([{"heading": "Vi", "people": [{"name": "Ona Ek", "picture": FACE}]}])
    assert list(read.pictures) == [FACE]


def test_smaller_type_is_better_than_a_torn_name() -> None:
    names = ["Märta Östlund-Berg (MP)", "Erik Gran", "Ona Ek", "Bo Å"]
    for kit in ("campaign", "alternative", "public"):
        document = deck([{"heading": "Vi leder", "people": names}], brand=kit)
        lines = [line.text.replace("\u00a0", " ") for line in _card(document.sheets[1]).lines]
        assert lines == ["Märta", "Östlund-Berg (MP)"]


def _card(sheet: Sheet) -> Text:
    return content(sheet)["Person 1"]
