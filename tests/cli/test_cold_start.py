"""What a command loads: each pays for what it uses, as it is started anew every time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from commands import PROGRAMME, write

_LOADED = """
import sys
from paroll.cli import main
code = main(sys.argv[1:])
print(*sys.modules)
sys.exit(code)
"""


def loaded(folder: Path, *words: str) -> set[str]:
    """Return the modules that are loaded when the command has ended well."""
    write(folder, one=PROGRAMME)
    command = [sys.executable, "-c", _LOADED, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_checking_loads_no_painter(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "check")
    assert "paroll.compose.deck" in modules
    assert modules & {"reportlab", "pptx", "lxml", "PIL"} == set()
    assert not any(name.startswith("paroll.paint") for name in modules)


def test_a_deck_for_powerpoint_loads_neither_the_pdf_painter_nor_hyphens(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "build", "--only", "deck.pptx")
    assert "paroll.paint.pptx" in modules
    assert modules & {"reportlab", "pyphen", "paroll.compose.leaflet"} == set()


def test_a_deck_in_the_brand_s_own_design_needs_no_reader_of_decks(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "build", "--only", "deck.pptx")
    assert modules & {"pptx", "xml.sax.saxutils", "http.client"} == set()


def test_without_pictures_nothing_that_draws_them_is_loaded(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "build", "--only", "deck")
    assert modules & {"pypdfium2", "paroll.press.raster", "paroll.compose.social"} == set()


def test_a_deck_loads_nothing_that_only_print_needs(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "build", "--only", "deck")
    assert "paroll.paint.pdf.canvas" in modules
    printing = ("paroll.printers", "paroll.press", "paroll.preflight", "paroll.layout.evened")
    assert not any(name.startswith(printing) for name in modules)


def test_plain_words_load_no_markdown_parser(tmp_path: Path) -> None:
    assert "markdown_it" not in loaded(tmp_path, "build", "--only", "deck.pptx")


def test_pdf_alone_does_not_load_python_pptx(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "build", "--only", "leaflet-a5.pdf")
    assert "reportlab" in modules
    assert modules & {"pptx", "lxml", "paroll.compose.deck"} == set()


def test_nothing_that_talks_to_a_network_is_loaded(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "check")
    assert modules & {"socket", "ssl", "http.client", "asyncio"} == set()


def test_the_manual_loads_nothing_that_makes_pages(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "explain", "Y012")
    assert modules & {"reportlab", "pptx", "lxml", "PIL", "paroll.compose.deck"} == set()
