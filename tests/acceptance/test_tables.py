"""Tables as LibreOffice prints them, before judges of Office files, and in PDF."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from composing import deck
from office import layout_faults, print_decks, schema_faults
from paroll.paint import pdf, pptx
from paroll.sheet import Document, Table, texts
from paroll.units import to_pt
from products import once
from specimens import brand
from tools import run
from words import lines
from words import pages as words_of

KITS = {"campaign": "sv", "alternative": "de", "public": "fi"}
MANY = [
    "Kommun | Elever | Andel",
    *(f"Ort{n} | {n * 977 % 9000} | {n % 37},{n % 10} %" for n in range(30)),
]
SECTIONS: list[dict[str, Any]] = [
    {
        "heading": "Zuständigkeiten",
        "table": [
            "Wer | Straßenverkehrsordnung | Krankenhausfinanzierung | Kosten",
            "Bund | Geschwindigkeitsbegrenzung auf Autobahnen | Investitionszuschüsse | 1.200 €",
            "Land Baden-Württemberg | Fahrradstraßen | Krankenhausplanung | 41,5 Mio. €",
            "Kommunen | Parkraumbewirtschaftung | Trägerschaft | 7 Mio. €",
        ],
        "source": "Quelle: Ärzteblatt",
    },
    {"heading": "Muuttuvat luvut", "table": MANY, "text": "Oppilaat kunnittain."},
    {"heading": "Ovttasbargu", "table": ["Čearru | Lohku", "Kárášjohka | –", "Ŋuvččat | 3,25"]},
    {
        "heading": "Insatser",
        "header": "no",
        "table": [
            "Robotkirurgi vid sjukhuset i Sundsvall, med utbildning av all personal på plats | "
            "Hälso- och sjukvårdsnämnden tillsammans med kommunerna | 2027",
            "Fria arbetsskor | Regionstyrelsen | **2025**",
        ],
    },
]


@cache
def document(kit: str) -> Document:
    return deck(SECTIONS, brand=kit, language=KITS[kit])


@cache
def painted(kit: str) -> bytes:
    return pptx.paint(document(kit), brand(kit))


@pytest.fixture(scope="session", name="printed_tables")
def print_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with decks of tables, and how LibreOffice prints them."""
    return once(
        tmp_path_factory,
        "tables",
        lambda folder: print_decks({kit: painted(kit) for kit in KITS}, folder),
    )


def tables(kit: str) -> list[tuple[int, Table]]:
    sheets = enumerate(document(kit).sheets)
    return [(n, mark) for n, sheet in sheets for mark in sheet.content if isinstance(mark, Table)]


@pytest.mark.parametrize("kit", KITS)
def test_every_line_of_every_cell_is_printed_in_its_cell_as_it_was_broken(
    kit: str, printed_tables: Path
) -> None:
    pages = words_of(printed_tables / f"{kit}.pdf")
    assert len(pages) == len(document(kit).sheets)
    for number, table in tables(kit):
        for text in texts([table]):
            if text.lines:
                wanted = [" ".join(line.text.split()) for line in text.lines]
                assert lines(pages[number], text) == wanted, number


@pytest.mark.parametrize("kit", KITS)
def test_rows_stay_where_they_were_set(kit: str, printed_tables: Path) -> None:
    """Rows that had grown would push all below them down."""
    pages = words_of(printed_tables / f"{kit}.pdf")
    for number, table in tables(kit):
        last = table.rows[-1].cells[0]
        first_word = last.lines[0].text.split()[0]
        y = to_pt(last.lines[0].y - last.slot.levels[0].size // 3)
        found = [word.y for word in pages[number] if word.text == first_word]
        assert any(abs(y - at) < 3 for at in found), (number, y, found)


@pytest.mark.parametrize("kit", KITS)
def test_tables_are_set_in_the_brand_s_fonts_alone(kit: str, printed_tables: Path) -> None:
    _, _, *rows = run("pdffonts", printed_tables / f"{kit}.pdf").splitlines()
    fonts = {row.split()[0].partition("+")[2].partition("-")[0] for row in rows}
    assert fonts == {"Archivo", "ArchivoCondensed"}


@pytest.mark.parametrize("kit", KITS)
def test_judges_find_no_fault(kit: str, tmp_path: Path) -> None:
    assert schema_faults(painted(kit), tmp_path) == []
    assert layout_faults(painted(kit), tmp_path) == []


@pytest.mark.parametrize("kit", KITS)
def test_a_pdf_is_read_row_by_row(kit: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.pdf"
    file.write_bytes(pdf.paint(document(kit), brand(kit), None))
    for number, table in tables(kit):
        page = str(number + 1)
        read = run("pdftotext", "-raw", "-f", page, "-l", page, file, "-")
        at = 0
        for text in texts([table]):
            said = re.sub(r"\s", "", text.text)
            found = re.sub(r"\s", "", read).find(said, at)
            assert found >= at, said
            at = found
