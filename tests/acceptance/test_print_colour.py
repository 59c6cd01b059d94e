"""The five programmes as a press sees them: Ghostscript's plates inside the trim."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from commands import paroll
from paroll.printers import default
from tools import run

DECKS = Path(__file__).parents[2] / "decks"
PROGRAMMES = sorted(path.stem for path in DECKS.glob("*.yaml"))
FILE = "leaflet-a5.print.pdf"
FULL = 247
"""Of 255: black ink of a letter, not of a dark colour, which has 88 per cent at most."""


@pytest.fixture(scope="module")
def leaflets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the leaflets of all programmes."""
    folder = tmp_path_factory.mktemp("leaflets")
    done = paroll("build", *sorted(DECKS.glob("*.yaml")), "--only", FILE, cwd=folder)
    assert (done.code, done.err) == (0, "")
    return folder / "output"


def colours(file: Path, folder: Path) -> set[tuple[int, ...]]:
    """Return all colours inside the trim of all pages, in levels of CMYK."""
    device = ("-sDEVICE=tiff32nc", "-r100", "-dUseTrimBox", f"-sOutputFile={folder}/%d.tif")
    run("gs", "-q", "-dBATCH", "-dNOPAUSE", *device, file)
    found: set[tuple[int, ...]] = set()
    for page in sorted(folder.glob("*.tif")):
        counted = Image.open(page).getcolors(1 << 24) or []
        found |= {inks for _, inks in counted if isinstance(inks, tuple)}
    return found


@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_leaflet_keeps_to_the_ink_of_its_printer_and_its_text_to_black(
    name: str, leaflets: Path, tmp_path: Path
) -> None:
    seen = colours(leaflets / name / FILE, tmp_path)
    assert max(map(sum, seen)) / 2.55 <= default().ink_limit
    letters = [inks for inks in seen if inks[3] >= FULL]
    assert letters
    assert max(sum(inks[:3]) for inks in letters) / 2.55 < 35  # at most the tint below them


@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_leaflet_for_print_is_small_enough_to_send(name: str, leaflets: Path) -> None:
    assert (leaflets / name / FILE).stat().st_size < 400_000
