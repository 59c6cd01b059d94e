"""Pictures for social media as the command makes them: which, where, and what is removed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import FILES, PROGRAMME, Run, made, write

PICTURES = PROGRAMME.replace("heading:", "social: yes\n    heading:", 1)
NAMES = ["01-fler-larare-i-varje-klass", "02-mindre-klasser"]
FORMS = ["social-portrait", "social-square", "social-story", "social-wide"]


def test_pictures_are_made_of_what_says_so_each_with_its_text(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PICTURES)
    done = run("build")
    assert (done.code, done.err) == (0, "")
    assert made(tmp_path, "one") == sorted([*FILES, *FORMS])
    for form in FORMS:
        files = [path.name for path in sorted((tmp_path / "output/one" / form).iterdir())]
        assert files == [f"{name}.{ending}" for name in NAMES for ending in ("png", "txt")]
    assert re.search(r"^output/one/social-wide  2 pictures  \d+ kB  \d\.\d\d s$", done.out, re.M)
    assert ", 23 files, 20 pages in " in done.out


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ("social-story", [f"{name}.{ending}" for name in NAMES for ending in ("png", "txt")]),
        ("social-story/", [f"{name}.{ending}" for name in NAMES for ending in ("png", "txt")]),
        ("social-story/02-mindre-klasser.png", ["02-mindre-klasser.png"]),
    ],
)
def test_only_takes_a_folder_of_pictures_or_one_of_them(
    only: str, files: list[str], run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PICTURES)
    assert run("build", "--only", only).code == 0
    assert made(tmp_path, "one") == ["social-story"]
    assert [path.name for path in sorted(tmp_path.glob("output/one/social-story/*"))] == files


def test_a_picture_whose_words_have_changed_is_removed_and_nothing_else(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PICTURES)
    run("build", "--only", "social-square")
    folder = tmp_path / "output/one/social-square"
    (folder / "mine.png").write_bytes(b"mine")
    write(tmp_path, one=PICTURES.replace("Fler", "Många").replace("Mindre", "Små"))
    run("build", "--only", "social-square/01-manga-larare-i-varje-klass.png")
    assert (folder / "02-mindre-klasser.png").exists()
    run("build", "--only", "social-square")
    assert [path.name for path in sorted(folder.iterdir())] == [
        "01-manga-larare-i-varje-klass.png",
        "01-manga-larare-i-varje-klass.txt",
        "02-sma-klasser.png",
        "02-sma-klasser.txt",
        "mine.png",
    ]
