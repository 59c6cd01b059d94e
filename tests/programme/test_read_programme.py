"""Programmes: from a file to the model."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from paroll.finding import Finding, Span
from paroll.formats import Paper
from paroll.kinds import FIELDS
from paroll.kinds.closing import Closing
from paroll.kinds.points import Points
from paroll.kinds.quote import Quote
from paroll.kinds.text import Text
from paroll.programme import RULES, Programme, Section, read_programme
from paroll.programme.read import brand_named
from paroll.stock import Folder, Memory

MATERIALS = ["deck", "leaflet-a5"]
HEAD = "title: Vår plan\nslogan: Vi kan bättre\nbrand: campaign\n"


def read(text: str) -> tuple[Programme | None, list[Finding]]:
    return read_programme(
        Memory({"decks/plan.yaml": text.encode()}), "decks/plan.yaml", FIELDS, MATERIALS
    )


def good(text: str) -> Programme:
    programme, found = read(text)
    assert not found, found
    assert programme is not None
    return programme


def sections(text: str) -> tuple[Section, ...]:
    return good(f"{HEAD}sections:\n{text}").sections


def test_a_small_programme_has_sensible_defaults() -> None:
    programme = good(f"{HEAD}sections:\n  - statement: Fler lärare\n")
    assert programme.name == "plan"
    assert programme.title.text == "Vår plan"
    assert [line.text for line in programme.slogan] == ["Vi kan bättre"]
    assert programme.language.text == "sv"
    assert programme.sender is None
    assert [wanted.name.text for wanted in programme.materials] == MATERIALS
    assert programme.numbered is False
    assert programme.closing is True
    assert programme.span == Span("decks/plan.yaml", 1, 1)


@pytest.mark.parametrize(
    "slogan", ["[Vi, kan, bättre]", "|\n  Vi\n  kan\n  bättre", '"Vi\\nkan\\nbättre"']
)
def test_a_slogan_has_lines(slogan: str) -> None:
    text = f"title: x\nslogan: {slogan}\nbrand: x\nsections:\n- statement: a\n"
    assert [line.text for line in good(text).slogan] == ["Vi", "kan", "bättre"]


def test_a_sender_is_a_name_or_more() -> None:
    rest = "sections:\n- statement: a\n"
    short = good(f"{HEAD}sender: Partiet\n{rest}").sender
    assert short is not None
    assert short.name.text == "Partiet"
    address = "{name: Partiet, address: [Storgatan 1, 871 31 Härnösand], web: www.val.se}"
    full = good(f"{HEAD}sender: {address}\n{rest}").sender
    assert full is not None
    assert [str(line) for line in full.address] == ["Storgatan 1", "871 31 Härnösand"]
    assert str(full.web) == "www.val.se"


def test_the_kind_of_a_section_follows_from_its_keys() -> None:
    first, second, third = sections(
        "- {heading: a, points: [b]}\n- {quote: a, name: b}\n- {heading: a, text: b}\n"
    )
    assert isinstance(first, Points)
    assert isinstance(second, Quote)
    assert isinstance(third, Text)
    assert [section.kind for section in (first, second, third)] == ["points", "quote", "text"]


def test_a_text_beside_points_introduces_them() -> None:
    (section,) = sections("- {text: c, points: [b], heading: a}\n")
    assert isinstance(section, Points)
    assert section.text is not None


def test_a_closing_needs_no_more_than_its_kind() -> None:
    (section,) = sections("- kind: closing\n")
    assert isinstance(section, Closing)
    assert section.closing is None


def test_a_point_is_a_text_or_more() -> None:
    (section,) = sections(
        "- heading: a\n  points:\n  - b\n"
        "  - {text: c, short: d, note: e, numbered: no, leaflet: no}\n"
    )
    assert isinstance(section, Points)
    bare, full = section.points
    assert (bare.text.text, bare.short, bare.numbered, bare.leaflet) == ("b", None, True, True)
    assert (full.numbered, full.leaflet) == (False, False)
    assert bare.span != full.span


def test_every_section_may_have_a_note_and_stay_out_of_leaflets() -> None:
    (section,) = sections("- statement: a\n  note: Tala *långsamt*\n  leaflet: no\n")
    assert section.note is not None
    assert section.note.text == "Tala *långsamt*"
    assert section.leaflet is False


def test_one_section_may_stand_without_a_list() -> None:
    (section,) = sections("  statement: a\n")
    assert section.kind == "statement"


def test_named_materials_are_made_in_their_order() -> None:
    programme = good(f"{HEAD}materials: [leaflet-a5, deck]\nsections:\n- statement: a\n")
    assert [wanted.name.text for wanted in programme.materials] == ["leaflet-a5", "deck"]


def test_a_material_says_for_whom_it_is_printed_and_keeps_its_words_as_typed() -> None:
    leaflet = "{name: leaflet-a5, quantity: 2 000 ex, paper: 130 g matt, imposed: sra3}"
    programme = good(f"{HEAD}materials: [deck, {leaflet}]\nsections:\n- statement: a\n")
    deck, wanted = programme.materials
    assert (deck.name.text, deck.printer, deck.imposed) == ("deck", None, None)
    assert (wanted.name.text, wanted.imposed) == ("leaflet-a5", Paper.SRA3)
    assert (str(wanted.quantity), str(wanted.paper), wanted.delivery) == (
        "2 000 ex",
        "130 g matt",
        None,
    )


def test_a_missing_file_is_a_finding() -> None:
    programme, (finding,) = read_programme(Memory({}), "plan.yaml", FIELDS, MATERIALS)
    assert programme is None
    assert finding.code == "P005"
    assert "plan.yaml" in finding.message


def test_a_file_outside_the_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("title: x", encoding="utf-8")
    (tmp_path / "decks").mkdir()
    _, (finding,) = read_programme(Folder(tmp_path / "decks"), "../plan.yaml", FIELDS, MATERIALS)
    assert finding.code == "P005"


def test_more_sections_than_a_programme_has_are_refused() -> None:
    _, (finding,) = read(HEAD + "sections:\n" + "- a: b\n" * 20_000)
    assert finding.code == "Y108"


def test_a_warning_stops_nothing() -> None:
    programme, (finding,) = read(f"{HEAD}sections:\n- statement: '[a] (https://val.se)'\n")
    assert finding.severity == "warning"
    assert programme is not None


def test_every_rule_has_an_example_that_gives_it_or_explains_itself() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.explanation.endswith((".", ".”"))
        assert bool(rule.bad) == bool(rule.good)


def test_a_programme_of_120_lines_is_read_within_five_milliseconds() -> None:
    points = "".join(
        f"      - Prioritera förstärkningar till personalvård, del {n}.\n" for n in range(4)
    )
    text = f"{HEAD}sections:\n" + f"  - heading: Stärka hela vårdlaget\n    points:\n{points}" * 20
    assert text.count("\n") > 120
    good(text)
    times = []
    for _ in range(10):
        start = time.process_time()
        good(text)
        times.append(time.process_time() - start)
    assert min(times) < 0.005


def test_reading_imports_nothing_that_plain_programmes_do_not_need() -> None:
    heavy = "{'markdown_it', 'difflib', 'jsonschema', 'lxml', 'pptx'}"
    code = (
        "import sys; import paroll.programme;"
        f"sys.exit(str(found) if (found := {heavy} & set(sys.modules)) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_empty_list_of_sections_is_a_finding() -> None:
    text = "title: a\nslogan: b\nbrand: c\nsections: []\n"
    programme, (finding,) = read_programme(Memory({"x": text.encode()}), "x", FIELDS, MATERIALS)
    assert programme is None
    assert (finding.code, str(finding.span)) == ("Y104", "x:4:11")


@pytest.mark.parametrize(
    ("text", "brand"), [("brand: c\ntitel: x", "c"), ("- a", ""), ("brand:", "")]
)
def test_the_brand_is_known_whatever_else_is_wrong(text: str, brand: str) -> None:
    assert str(brand_named(Memory({"x": text.encode()}), "x") or "") == brand
