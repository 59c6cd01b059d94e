"""Building one programme: what is released, what is found, and what stays when the disk is full."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from commands import BROKEN, FILES, PROGRAMME, TRIED, snapshot, write
from office import schema_faults
from paroll.build.project import source
from paroll.build.run import Event, Made, Order, Withheld, build
from paroll.finding import Finding

LONGER = PROGRAMME + "      - En punkt till.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose programme has been built, and was changed since."""
    write(tmp_path, one=PROGRAMME)
    assert all(isinstance(event, Made) for event in events(tmp_path))
    write(tmp_path, one=LONGER)
    return tmp_path


def events(project: Path, **order: Any) -> list[Event]:
    place = source(project / "decks" / "one.yaml")
    return list(build(place, Order(**{"out": project / "output", **order})))


def test_each_file_is_told_with_its_pages_in_the_order_of_materials(project: Path) -> None:
    made = [event for event in events(project) if isinstance(event, Made)]
    assert [name for event in made for name in event.files] == [
        *("deck.pptx", "deck.pdf", "leaflet-a5.pdf", "leaflet-a5.print.pdf"),
        *("leaflet-a5.proof.pdf", "order.txt", "order.json"),
    ]
    assert [event.pages for event in made] == [3, 3, 2, 2, 2, 0]
    assert all((event.path.parent / name).is_file() for event in made for name in event.files)


def test_without_a_place_for_it_nothing_is_made(project: Path) -> None:
    before = snapshot(project)
    assert events(project, out=None) == []
    assert snapshot(project) == before


def test_a_programme_that_cannot_be_read_yields_findings_alone(project: Path) -> None:
    before = snapshot(project / "output")
    write(project, one=BROKEN)
    found = events(project)
    assert found
    assert all(isinstance(event, Finding) for event in found)
    assert snapshot(project / "output") == before


def test_nothing_is_painted_that_was_not_asked_for(project: Path) -> None:
    made = events(project, only=frozenset({"leaflet-a5.pdf"}))
    assert [event.path.name for event in made if isinstance(event, Made)] == ["leaflet-a5.pdf"]


def test_a_changed_kit_is_read_anew_in_one_process(project: Path) -> None:
    kit = project / "brand" / "campaign"
    kit.mkdir(parents=True)
    (kit / "brand.yaml").write_text("colours: {}\n")
    assert any(isinstance(event, Finding) for event in events(project))
    (kit / "brand.yaml").unlink()
    assert all(isinstance(event, Made) for event in events(project))


@pytest.mark.parametrize("brand", ["campaign", "alternative", "public"])
def test_a_programme_need_not_say_who_speaks(brand: str, tmp_path: Path) -> None:
    text = PROGRAMME.replace("sender: Vi i Norrland\n", "").replace("campaign", brand)
    write(tmp_path, one=text)
    assert all(isinstance(event, Made) for event in events(tmp_path))
    (deck,) = (tmp_path / "output").glob("*/deck.pptx")
    assert schema_faults(deck.read_bytes(), tmp_path) == []


class _FullDisk:
    """A file that takes `room` bytes and then none: every write goes through a real file."""

    def __init__(self, file: Any, room: int) -> None:
        self._file, self._room = file, room

    def __enter__(self) -> _FullDisk:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        if len(data) > self._room:
            self._file.write(data[: self._room])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return int(self._file.write(data))


def full_at_write(patch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def opened(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        file = real(path, mode, *rest, **more)
        return _FullDisk(file, 4096) if "w" in mode else file

    patch.setattr(Path, "open", opened)


def full_at(name: str, patch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(name, full)


@pytest.mark.parametrize("step", ["write", "os.fsync", "pathlib.Path.replace"])
def test_when_the_disk_is_full_every_old_file_stays(
    step: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(project / "output")
    with monkeypatch.context() as patch:
        full_at_write(patch) if step == "write" else full_at(step, patch)
        found = events(project)
    assert [event.code for event in found if isinstance(event, Finding)] == ["F001"] * len(TRIED)
    assert len(found) == len(TRIED)
    assert snapshot(project / "output") == before
    assert all(isinstance(event, Made) for event in events(project))
    assert snapshot(project / "output") != before


def test_a_proof_is_not_newer_than_the_print_file_it_shows(project: Path) -> None:
    printed = project / "output" / "one" / "leaflet-a5.print.pdf"
    printed.unlink()
    (printed / "in the way").mkdir(parents=True)
    proof = printed.with_name("leaflet-a5.proof.pdf").read_bytes()
    found = [event for event in events(project) if isinstance(event, Finding)]
    assert [finding.code for finding in found] == ["F001"]
    assert printed.with_name("leaflet-a5.proof.pdf").read_bytes() == proof


_LIMITED = """
import resource, sys
sys.dont_write_bytecode = True  # Python would leave its own files half-written, too
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from paroll.cli import main
sys.exit(main(["build"]))
"""


def test_a_file_the_system_does_not_let_grow_is_not_released(project: Path) -> None:
    """The kernel itself stops the write half-way, as it does for a quota."""
    before = snapshot(project / "output")
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("error[F001]") == len(TRIED)
    assert "file too large" in done.stderr
    assert snapshot(project / "output") == before


def test_a_deck_that_powerpoint_would_repair_is_withheld_and_the_last_good_one_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = project / "output" / "one" / "deck.pptx"
    before = deck.read_bytes()
    monkeypatch.setattr("paroll.paint.pptx.sections._guid", lambda _: "{1}")
    withheld, *others = events(project)
    assert isinstance(withheld, Withheld)
    assert withheld.path == deck
    assert withheld.why.startswith("ids: ppt/presentation.xml, p14:section: 2 have the id {1}")
    made = [name for event in others if isinstance(event, Made) for name in event.files]
    assert sorted(made) == [name for name in FILES if name != "deck.pptx"]
    assert deck.read_bytes() == before
