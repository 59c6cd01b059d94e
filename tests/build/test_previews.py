"""Previews: each page as a picture, and all of them on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from commands import PROGRAMME, Result, snapshot, write
from composing import programme
from paroll.cli import main
from paroll.compose.overview import Shelf, compose_overview
from paroll.formats import PIXEL
from paroll.layout.setting import inside
from paroll.sheet import texts
from specimens import typecase

Run = Callable[..., Result]
PICTURES = PROGRAMME.replace("heading:", "social: yes\n    heading:", 1)
FOLDED = PROGRAMME.replace("sections:", "materials: roll-fold\nsections:")
DECK = {f"deck-{n:02}.png": (960, 540) for n in (1, 2, 3)}
LEAFLET = {f"leaflet-a5-{n:02}.png": (600, 851) for n in (1, 2)}
PROOF = {f"leaflet-a5.proof-{n:02}.png": (1240, 1703) for n in (1, 2)}
PRINT = {f"leaflet-a5.print-{n:02}.png": (600, 851) for n in (1, 2)}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Result:
        code = main(words)
        return Result(code, *capsys.readouterr())

    return command


def shown(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the previews of the programme, but for the overview, with their sizes."""
    files = sorted((folder / "output/one/previews").iterdir())
    return {file.name: size(file) for file in files if file.name != "overview.png"}


def size(file: Path) -> tuple[int, int]:
    with Image.open(file) as image:
        return image.size


def test_each_page_of_each_file_is_shown_print_as_it_will_be_cut(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PICTURES)
    done = run("build", "--previews")
    assert (done.code, done.err) == (0, "")
    assert "output/one/previews  10 pictures  " in done.out
    assert shown(tmp_path) == DECK | LEAFLET | PRINT | PROOF
    with Image.open(tmp_path / "output/one/previews/overview.png") as overview:
        assert overview.width == 1600


def test_the_same_programme_has_the_same_previews(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PICTURES)
    run("build", "--previews")
    before = snapshot(tmp_path / "output")
    run("build", "--previews")
    assert snapshot(tmp_path / "output") == before


def test_a_deck_made_for_powerpoint_alone_is_shown_without_its_pdf(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PROGRAMME)
    assert run("build", "--only", "deck.pptx", "--previews").code == 0
    assert shown(tmp_path) == DECK
    assert not (tmp_path / "output/one/deck.pdf").exists()


def test_pictures_of_pages_that_are_no_more_are_removed_and_others_stay(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PROGRAMME + "  - statement: Vi kan\n")
    run("build", "--previews")
    assert "deck-04.png" in shown(tmp_path)
    write(tmp_path, one=PROGRAMME)
    run("build", "--only", "deck", "--previews")
    assert shown(tmp_path) == DECK | LEAFLET | PRINT | PROOF


def overview(folder: Path) -> bytes:
    return (folder / "output/one/previews/overview.png").read_bytes()


def test_the_overview_shows_a_page_once_as_its_reader_meets_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    run("build", "--only", "leaflet-a5", "--previews")
    assert shown(tmp_path) == LEAFLET | PRINT | PROOF
    whole = overview(tmp_path)
    run("build", "--only", "leaflet-a5.pdf", "--previews")
    assert overview(tmp_path) == whole
    run("build", "--only", "leaflet-a5.proof.pdf", "--previews")
    assert overview(tmp_path) != whole


def test_a_folder_is_shown_panel_by_panel_as_its_two_sides_and_as_it_is_proved(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=FOLDED)
    assert run("build", "--previews").code == 0
    names = [("roll-fold", 6), ("roll-fold.print", 2), ("roll-fold.proof", 3)]
    assert list(shown(tmp_path)) == [
        f"{stem}-{number:02}.png" for stem, count in names for number in range(1, count + 1)
    ]
    shelves = [Shelf("panels", [""] * 6, 210 / 100), Shelf("sides", [""] * 2, 210 / 297)]
    document, boxes = compose_overview(programme([{"statement": "Vi kan"}]), typecase(), shelves)
    with Image.open(tmp_path / "output/one/previews/overview.png") as image:
        assert image.size == (document.size.w // PIXEL, document.size.h // PIXEL)
        ground = image.getpixel((0, 0))
        for box in boxes:
            x, y = box.x // PIXEL, box.y // PIXEL
            assert image.getpixel((x + 5, y + 5)) != ground
            below = image.crop(
                (x, box.bottom // PIXEL, box.right // PIXEL, box.bottom // PIXEL + 4)
            )
            assert below.getcolors() == [(below.width * below.height, ground)]


def test_without_the_word_for_it_nothing_is_shown(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    run("build")
    assert not (tmp_path / "output/one/previews").exists()


def test_what_was_not_made_is_not_shown(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME.replace("Fler lärare", "Fler 🚆"))
    assert run("build", "--previews").code == 1
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("pages", [1, 40, 300])
def test_on_the_overview_every_page_has_its_place_and_its_caption(pages: int) -> None:
    titles = [f"{'Kompetensförsörjningsplan ' * (n % 9)}{n}" for n in range(pages)]
    shelves = [Shelf("deck.pdf", titles, 9 / 16), Shelf("leaflet-a5.pdf", titles[:2], 210 / 148)]
    read = programme([{"statement": "Vi kan"}])
    document, boxes = compose_overview(read, typecase(), shelves)
    (sheet,) = document.sheets
    assert len(boxes) == len(titles) + len(titles[:2])
    assert all(document.size.contains(box) for box in boxes)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(part % PIXEL == 0 for box in boxes for part in box)
    words = list(texts(sheet.content))
    assert all(inside(text) for text in words)
    assert not any(text.slot.box.overlaps(box) for text in words for box in boxes)
    captions = [text for text in words if text.text.split()[0].isdecimal()]
    assert [int(text.text.split()[0]) for text in captions[:pages]] == list(range(1, pages + 1))
