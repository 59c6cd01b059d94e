"""Tables as authors write them: the page they stand on, what leaflets say, what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from composing import compose, content, deck, programme
from paroll.compose.house import furnish
from paroll.finding import Finding
from paroll.formats import LEAFLET_A5
from paroll.kinds import FIELDS
from paroll.kinds.kind import Context
from paroll.kinds.table import KIND, MOST_ROWS, RULES
from paroll.programme import read_programme
from paroll.sheet import Document, Sheet, Table
from paroll.stock import Memory
from paroll.units import pt
from specimens import brand, typecase

NARROW = ["Kommun | Elever", "Sundsvall | 12 204", "Härnösand | 2 873"]
WIDE = ["Kommun | " + " | ".join(map(str, range(2019, 2027))), "Ånge" + " | 1 200" * 8]
HEAD = "title: a\nslogan: b\nbrand: c\nsections:\n- heading: a\n"
KITS = ["campaign", "alternative", "public"]


def section(rows: list[Any], **more: object) -> dict[str, Any]:
    return {"heading": "Skolan", "table": rows, **more}


def pages(document: Document) -> list[Sheet]:
    return [sheet for sheet in document.sheets if sheet.layout.kind == "table"]


def table(sheet: Sheet) -> Table:
    (one,) = (mark for mark in sheet.content if isinstance(mark, Table))
    return one


def rows(made: Table) -> list[list[str]]:
    return [[text.text.replace("\u00a0", " ") for text in row.cells] for row in made.rows]


def found(written: str) -> list[Finding]:
    text = HEAD + written
    return read_programme(Memory({"x": text.encode()}), "x", FIELDS, ["deck"])[1]


def wrong(written: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.span.line, f.span.column) for f in found(written) if f.span]


def test_what_is_typed_is_what_is_printed() -> None:
    written = [
        ["Vad", "Hur"],
        "007 | no",
        "3.10 | 22:15",
        ["1 200", "41,5"],
        "~ | null",
        "a \\| b | –",
    ]
    (page,) = pages(deck([section(written)]))
    assert rows(table(page)) == [
        ["Vad", "Hur"],
        ["007", "no"],
        ["3.10", "22:15"],
        ["1 200", "41,5"],
        ["~", "null"],
        ["a | b", "–"],
    ]


def test_rows_may_stand_in_one_block_of_lines() -> None:
    block = {"heading": "Skolan", "table": "Kommun | Elever\n--- | ---\nSundsvall | 12 204\n"}
    (page,) = pages(deck([block]))
    assert rows(table(page)) == [["Kommun", "Elever"], ["Sundsvall", "12 204"]]


def test_a_narrow_table_stands_beside_its_heading_and_a_wide_one_below() -> None:
    narrow, wide = pages(deck([section(NARROW), section(WIDE, heading="Vården")]))
    heading = content(narrow)["Title"].slot.box
    assert heading.right <= table(narrow).box.x
    assert content(wide)["Title"].slot.box.bottom <= table(wide).box.y
    assert content(wide)["Title"].slot.box.x == table(wide).box.x


@pytest.mark.parametrize("kit", KITS)
def test_a_table_of_few_rows_is_set_large(kit: str) -> None:
    (page,) = pages(deck([section(NARROW)], brand=kit))
    cell, head = table(page).slot.levels
    assert (cell.size, head.size) == (pt(24), pt(19))


@pytest.mark.parametrize("kit", KITS)
def test_a_long_table_runs_on_in_even_parts_with_its_header(kit: str) -> None:
    written = [NARROW[0], *(f"Kommun {n} | {n}" for n in range(40))]
    document = deck(
        [section(written, source="Källa: SCB", text="Så många går i skolan.")], brand=kit
    )
    parts = pages(document)
    made = [table(page) for page in parts]
    assert len(parts) > 1
    assert {rows(one)[0][0] for one in made} == {"Kommun"}
    assert [row for one in made for row in rows(one)[1:]] == [
        [f"Kommun {n}", str(n)] for n in range(40)
    ]
    sizes = [len(one.rows) for one in made]
    assert max(sizes) - min(sizes) <= 1
    assert len({(one.columns, one.box.y, one.slot) for one in made}) == 1
    assert [page.title for page in parts] == [
        f"Skolan ({n}/{len(parts)})" for n in range(1, len(parts) + 1)
    ]


def test_a_sentence_before_a_table_is_said_once_and_its_source_on_every_page() -> None:
    written = [NARROW[0], *(f"Kommun {n} | {n}" for n in range(30))]
    first, *others = pages(deck([section(written, source="Källa: SCB", text="Så många.")]))
    assert {"Text", "Source"} <= content(first).keys()
    for page in others:
        assert "Text" not in content(page)
        assert "Source" in content(page)


def test_without_a_header_all_rows_are_alike() -> None:
    (page,) = pages(deck([section(NARROW[1:], header="no")]))
    assert not table(page).header
    assert len({text.slot.levels for row in table(page).rows for text in row.cells}) == 2
    assert table(page).alt == "Tabell: Skolan; 2 rader"


def test_an_alternative_text_is_composed_of_heading_columns_and_rows() -> None:
    (page,) = pages(deck([section(NARROW)]))
    assert table(page).alt == "Tabell: Skolan; kolumner: Kommun, Elever; 2 rader"
    (page,) = pages(deck([section(NARROW[:2])], language="de"))
    assert table(page).alt == "Tabelle: Skolan; Spalten: Kommun, Elever; 1 Zeile"
    (page,) = pages(deck([section(NARROW)], language="se"))
    assert table(page).alt == "Skolan; Kommun, Elever; 2"


def test_an_alternative_text_that_is_written_stands_as_written() -> None:
    (page,) = pages(deck([section(NARROW, alt="Flest {elever} i Sundsvall")]))
    assert table(page).alt == "Flest {elever} i Sundsvall"


def test_bold_and_links_work_in_cells() -> None:
    written = ["a | b", "**Summa** | [SCB](https://www.scb.se)"]
    (page,) = pages(deck([section(written)]))
    bold, link = (text.paragraphs[0].runs[0] for text in table(page).rows[1].cells)
    assert bold.bold
    assert link.link == "https://www.scb.se"


def brief(written: list[str], **more: object) -> list[str]:
    read = programme([section(written, **more)])
    house = furnish(read, brand(), LEAFLET_A5, typecase())
    groups = list(KIND.brief(read.sections[0], Context(house, {})))
    return [paragraph.text for group in groups for paragraph in group]


def test_on_paper_figures_that_name_their_units_need_no_column() -> None:
    assert brief(["Område | Kostnad | Andel", "Vård | 1 200 kr | 41,5 %"])[1:] == [
        "Vård: 1 200 kr, 41,5 %"
    ]


def test_on_paper_bare_figures_are_given_their_columns() -> None:
    assert brief(["Kommun | 2024 | 2025", "Ånge | 12 | 14", "Timrå | 3 | "])[1:] == [
        "Ånge\n2024: 12, 2025: 14",
        "Timrå\n2024: 3",
    ]
    assert brief(["År | Bud, kr | Utfall, kr", "1 | 2 kr | 3 kr"])[1:] == [
        "1\nBud, kr: 2 kr; Utfall, kr: 3 kr"
    ]


def test_on_paper_a_single_text_follows_its_label() -> None:
    assert brief(["Dag | Tid", "Måndag | 8–17"], text="Öppet:", source="Källa: vi") == [
        "Skolan",
        "Öppet:",
        "Måndag: 8–17",
        "Källa: vi",
    ]


def test_a_row_of_another_length_is_told_with_its_place_and_all_at_once() -> None:
    assert wrong("  table:\n    - a | b | c\n    - d | e\n    - [f, 41,5, g]\n    - h\n") == [
        ("P011", 8, 7),
        ("P011", 9, 7),
        ("P011", 10, 7),
    ]


def test_what_is_less_than_a_table_is_told() -> None:
    assert wrong("  table: [a, b]\n") == [("P040", 6, 10)]
    assert wrong("  table: [a | b]\n") == [("P040", 6, 10)]
    assert [code for code, *_ in wrong("  table: []\n")] == ["Y104"]
    assert [code for code, *_ in wrong("  table:\n")] == ["Y104"]


def test_what_nobody_reads_is_told() -> None:
    many = "".join("    - a | b\n" for _ in range(MOST_ROWS + 1))
    assert wrong(f"  table:\n{many}") == [("P041", 7, 5)]


def test_a_bad_link_in_a_cell_is_told_with_its_place() -> None:
    assert wrong("  table:\n    - a | b\n    - c | '[x](javascript:1)'\n") == [("P001", 8, 11)]


def test_more_columns_than_a_slide_holds_are_told_with_how_many_fit() -> None:
    wide = [" | ".join(["Verksamhetsområde"] * 9), " | ".join("123456789")]
    _, findings = compose("deck", [section(wide)])
    (finding,) = findings
    assert finding.code == "S241"
    assert "18 pt, the smallest size; there is room for 864: 4 of its 9 columns" in finding.message


def test_a_cell_too_full_for_a_page_is_told_with_its_place() -> None:
    _, findings = compose("deck", [section(["a | b", f"c | {'mycket ' * 400}"])])
    (finding,) = findings
    assert finding.code == "S201"
    assert finding.message.startswith("“mycket mycket")
    assert finding.span


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.bad], ids=lambda rule: rule.code)
def test_the_examples_of_the_manual_are_true(rule: Any) -> None:
    bad, good = (found("".join(f"  {line}\n" for line in text.splitlines())) for text in rule[4:6])
    assert [finding.code for finding in bad] == [rule.code]
    assert good == []
