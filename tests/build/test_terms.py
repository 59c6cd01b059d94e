"""What a programme says of printing: who prints, on what, and what has no use."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from commands import PROGRAMME, write
from composing import programme
from paroll.build.project import source
from paroll.build.run import Event, Made, Order, build
from paroll.build.terms import settle
from paroll.finding import Finding
from paroll.formats import Format, Medium, Paper
from paroll.programme import Wanted
from paroll.source import Plain
from paroll.units import mm, pt
from pressed import boxes, inspected

SHOP = "like: sheetfed-coated\nbleed: 5 mm\nmarks: crop\n"


def events(folder: Path, wanted: str, *, out: bool = True) -> list[Event]:
    write(folder, one=f"materials: [{wanted}]\n{PROGRAMME}")
    only = frozenset({"leaflet-a5.print.pdf", "deck"})
    order = Order(folder / "output" if out else None, only)
    return list(build(source(folder / "decks" / "one.yaml"), order))


def printed(folder: Path, options: str) -> bytes:
    """Return the print file of a leaflet that is made with these options."""
    made = events(folder, f"{{name: leaflet-a5, {options}}}")
    assert all(isinstance(event, Made) for event in made), made
    return (folder / "output" / "one" / "leaflet-a5.print.pdf").read_bytes()


def test_a_print_file_is_for_the_usual_printer_unless_another_is_named(tmp_path: Path) -> None:
    usual = printed(tmp_path, "quantity: 500")
    assert inspected(usual)["pdfx_contract_valid"]
    other = printed(tmp_path, "printer: classic-x1a")
    assert inspected(other)["claims"] == []
    with pikepdf.open(BytesIO(other)) as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"


def test_a_printer_that_asks_for_more_bleed_gets_it_painted(tmp_path: Path) -> None:
    (tmp_path / "printers").mkdir()
    (tmp_path / "printers" / "shop.yaml").write_text(SHOP)
    data = printed(tmp_path, "printer: shop")
    found = boxes(data)
    assert found["TrimBox"] == pytest.approx([11, 11, 159, 221], abs=0.1)
    assert found["BleedBox"] == pytest.approx([6, 6, 164, 226], abs=0.1)


@pytest.mark.parametrize(
    ("wanted", "code", "message"),
    [
        ("{name: leaflet-a5, printer: shopp}", "R001", "no printer profile “shopp”"),
        ("{name: deck, quantity: 500}", "P017", "deck is not printed: printer, quantity and"),
        ("{name: deck, imposed: a4}", "P017", "deck is not printed"),
    ],
)
@pytest.mark.parametrize("out", [True, False], ids=["build", "check"])
def test_what_cannot_be_meant_is_found_at_its_place(
    wanted: str, code: str, message: str, *, out: bool, tmp_path: Path
) -> None:
    (found,) = events(tmp_path, wanted, out=out)
    assert isinstance(found, Finding)
    assert found.code == code
    assert found.message.startswith(message)
    assert found.span
    assert found.span.line == 1
    assert found.hint
    assert not (tmp_path / "output").exists()


def test_what_does_not_fit_on_the_paper_is_found(tmp_path: Path) -> None:
    place, side = source(tmp_path / "one.yaml"), mm(420)
    poster = Format("poster", Medium.PRINT, side, side, mm(3), mm(20), pt(20))
    wanted = Wanted(name=Plain("poster"), imposed=Paper.SRA3)
    terms, (found,) = settle(place, programme([{"statement": "Vi kan"}]), poster, wanted)
    assert terms is None
    assert found.code == "P018"
    assert found.message == "poster, 420 × 420 mm, does not fit on sra3"
