"""Building all five programmes in one go."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from commands import snapshot
from paroll.build.naming import PRINT, PROOF
from paroll.sheet import Sheet
from products import DECKS, FILES, composed, orders, outputs

MOST_MEGABYTES = 250


def test_every_material_of_every_programme_is_made_and_nothing_else(output: Path) -> None:
    files = {name for name, data in snapshot(output).items() if data is not None}
    made = {name: [*chain(*outputs(name).values()), *orders(name)] for name in DECKS}
    assert files == {f"{name}/{file}" for name in DECKS for file in made[name]}
    assert files > {f"{name}/{file}" for name in DECKS for file in FILES}


def test_the_command_names_each_file_with_its_pages(built: Path) -> None:
    said = (built / "said.txt").read_text("utf-8")
    for name in DECKS:
        for output, inside in outputs(name).items():
            pages = "pictures" if len(inside) > 1 else "pages?"
            count = rf"{len(sheets(name, output))} {pages}  \d+(\.\d)? [kM]B  \d+\.\d\d s"
            assert re.search(rf"^output/{name}/{output.rstrip('/')}  {count}$", said, re.M)


def test_the_command_names_the_order_sheets(built: Path) -> None:
    said = (built / "said.txt").read_text("utf-8")
    for name in DECKS:
        assert re.search(
            rf"^output/{name}/order\.txt and order\.json  2 files  \d+ kB  \d\.\d\d s$", said, re.M
        )


def test_it_closes_with_a_count_of_what_was_made(built: Path) -> None:
    last = (built / "said.txt").read_text("utf-8").splitlines()[-1]
    pages = sum(len(sheets(name, output)) for name in DECKS for output in outputs(name))
    files = sum(len(inside) for name in DECKS for inside in outputs(name).values())
    files += sum(len(orders(name)) for name in DECKS)
    pages += sum(proof_pages(name) for name in DECKS)
    assert re.fullmatch(
        rf"made 5 programmes, {files} files, {pages} pages in \d+\.\d s: 0 errors, 0 warnings", last
    )


def proof_pages(name: str) -> int:
    """Return how many pages the proofs of a programme have; one more of what is folded."""
    proved = [file.replace(PROOF, PRINT) for file in orders(name) if file.endswith(PROOF)]
    folded = [composed(name, file.partition(".")[0]).press is not None for file in proved]
    return sum(len(sheets(name, file)) for file in proved) + sum(folded)


def sheets(name: str, output: str) -> tuple[Sheet, ...]:
    document = composed(name, re.split("[./]", output)[0])
    printed = document.press if output.endswith(".print.pdf") else None
    return (printed or document).sheets


def test_it_takes_less_memory_than_a_browser_tab(built: Path) -> None:
    status = built / "status.txt"
    if not status.exists():
        pytest.skip("no /proc here to read the peak of memory from")
    peak = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE)
    assert peak
    assert int(peak[1]) / 1000 < MOST_MEGABYTES
