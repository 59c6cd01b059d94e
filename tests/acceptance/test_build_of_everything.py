"""Building all five programmes in one go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import snapshot
from products import DECKS, FILES, composed

MOST_MEGABYTES = 250


def test_every_material_of_every_programme_is_made_and_nothing_else(output: Path) -> None:
    files = {name for name, data in snapshot(output).items() if data is not None}
    assert files == {f"{name}/{file}" for name in DECKS for file in FILES}


def test_the_command_names_each_file_with_its_pages(built: Path) -> None:
    said = (built / "said.txt").read_text("utf-8")
    for name in DECKS:
        for file in FILES:
            pages = len(composed(name, file.partition(".")[0]).sheets)
            assert re.search(rf"^output/{name}/{file}  {pages} pages  \d+\.\d\d s$", said, re.M)


def test_it_closes_with_a_count_of_what_was_made(built: Path) -> None:
    last = (built / "said.txt").read_text("utf-8").splitlines()[-1]
    pages = sum(len(composed(name, f.partition(".")[0]).sheets) for name in DECKS for f in FILES)
    assert re.fullmatch(
        rf"made 5 programmes, 20 files, {pages} pages in \d+\.\d s: 0 errors, 0 warnings", last
    )


def test_it_takes_less_memory_than_a_browser_tab(built: Path) -> None:
    status = built / "status.txt"
    if not status.exists():
        pytest.skip("no /proc here to read the peak of memory from")
    peak = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE)
    assert peak
    assert int(peak[1]) / 1000 < MOST_MEGABYTES
