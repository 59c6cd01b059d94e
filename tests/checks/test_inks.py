"""What a print shop would call about is found before it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from commands import PROGRAMME, paroll
from paroll.brand.model import COLOURS, Ink
from paroll.checks.inks import RULES, check_print
from paroll.finding import Finding
from paroll.printers import Printer, known_printers, read_printer
from paroll.sheet import Mark, Picture, Shape
from paroll.source import Plain
from paroll.units import Box, mm, pt
from pdf_specimen import A5, SPOT, brand, document, line, run, text
from photos import saved
from specimens import brand as shipped

DEEP = Ink("#2E0A0E", (40, 90, 70, 80))
AREA = Shape(Box(0, 0, mm(50), mm(50)), "dark")


def printer(name: str = "sheetfed-coated") -> Printer:
    found, wrong = read_printer((), Plain(name))
    assert found, wrong
    return found


def found(*marks: Mark, name: str = "sheetfed-coated", **inks: Ink) -> list[Finding]:
    return list(check_print(document(marks, size=A5), brand(**inks), printer(name)))


def words(size: float, colour: str = "ink") -> Mark:
    return text(line(mm(40), run("Trygghet", pt(size), colour=colour)))


def test_a_colour_that_is_too_wet_for_the_paper_is_found_where_it_is_used() -> None:
    (told,) = found(AREA, AREA, name="newsprint", dark=DEEP)
    assert told.code == "S320"
    assert "`dark` takes 280 % of ink; `newsprint` takes 240 %" in told.message
    assert found(AREA, dark=DEEP) == []
    assert found(words(30), name="newsprint", dark=DEEP) == []


def test_a_spot_ink_is_one_ink() -> None:
    spot = DEEP._replace(spot=SPOT)
    assert found(AREA, words(8, "dark"), name="newsprint", dark=spot) == []


def test_small_text_in_three_inks_is_found_and_large_is_not() -> None:
    (told,) = found(words(8, "dark"), words(8, "dark"), words(20, "dark"), dark=DEEP)
    assert told.code == "S321"
    assert "“Trygghet” of 8 pt is printed in 4 inks: `dark`" in told.message
    assert found(words(9, "dark"), dark=DEEP) == []


def test_a_trace_of_a_third_ink_does_not_count() -> None:
    assert found(words(7, "dark"), dark=Ink("#D3122A", (0, 100, 82, 7))) == []


def test_type_the_printer_cannot_print_is_found_once_for_each_size() -> None:
    told = found(words(6.5), words(6.5), words(6), words(7), name="newsprint")
    assert [finding.code for finding in told] == ["S322", "S322"]
    assert "“Trygghet” has 6.5 pt; `newsprint` prints from 7 pt on" in told[0].message


def veil(level: int) -> Picture:
    data = saved(Image.new("RGBA", (20, 20), (0, 90, 0, level)), "PNG")
    return Picture(Box(0, 0, mm(20), mm(20)), data)


def test_a_veil_is_found_where_nothing_may_be_transparent() -> None:
    assert [f.code for f in found(veil(128), veil(128), name="classic-x1a")] == ["S323"]
    assert found(veil(255), name="classic-x1a") == []
    assert found(veil(128)) == []


def test_every_rule_is_tested() -> None:
    source = Path(__file__).read_text("utf-8")
    assert all(rule.code in source for rule in RULES)


@pytest.mark.parametrize("kit", ["campaign", "alternative", "public"])
@pytest.mark.parametrize("name", known_printers())
def test_every_printer_prints_the_colours_of_the_shipped_kits(kit: str, name: str) -> None:
    limit = printer(name).ink_limit
    inks = {role: shipped(kit).colours[role] for role in COLOURS}
    assert {role: sum(ink.cmyk) for role, ink in inks.items() if sum(ink.cmyk) > limit} == {}
    assert [inks[role].cmyk for role in ("ink", "muted")] == [(0, 0, 0, 100)] * 2


def test_a_programme_is_told_what_its_own_printer_would_say(tmp_path: Path) -> None:
    asked = f"materials: [{{name: leaflet-a5, printer: ours}}]\n{PROGRAMME}"
    files = {"decks/plan.yaml": asked, "printers/ours.yaml": "smallest: {type: 20 pt}"}
    for path, said in files.items():
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(said, "utf-8")
    done = paroll("check", "decks/plan.yaml", cwd=tmp_path)
    assert done.code == 0
    assert "warning[S322]" in done.err
    assert "`ours` prints from 20 pt on" in done.err
