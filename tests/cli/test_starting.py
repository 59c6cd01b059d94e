"""`paroll new`: a folder to start from, on a computer where nothing is set up."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from commands import FILES, paroll, snapshot
from paroll.cli import main


def test_a_new_folder_builds_where_home_is_empty(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    env = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    started = paroll("new", "Min kampanj", cwd=tmp_path, env=env)
    assert (started.code, started.err) == (0, "")
    built = paroll("build", cwd=tmp_path / "Min kampanj", env=env)
    assert (built.code, built.err) == (0, "")
    outputs = list((tmp_path / "Min kampanj" / "output").iterdir())
    assert [sorted(file.name for file in folder.iterdir()) for folder in outputs] == [FILES]
    assert snapshot(home) == {}


def test_it_says_how_to_go_on(tmp_path: Path) -> None:
    said = paroll("new", "Min kampanj", cwd=tmp_path).out
    enter, build = (shlex.split(line) for line in said.splitlines() if line.startswith("    "))
    assert (tmp_path / enter[1]).is_dir()
    assert build == ["paroll", "build"]


def test_its_kit_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of colour shows: the copy beside the programme goes before the shipped kit."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "start"]) == 0
    assert main(["build", "start/decks/programme.yaml", "--out", "before"]) == 0
    kit = tmp_path / "start" / "brand" / "campaign" / "brand.yaml"
    kit.write_text(kit.read_text("utf-8").replace("#D3122A", "#C3122A"), "utf-8")
    assert main(["build", "start/decks/programme.yaml", "--out", "after"]) == 0
    assert snapshot(tmp_path / "before") != snapshot(tmp_path / "after")


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["new", str(tmp_path / "empty")]) == 0
    assert (tmp_path / "empty" / "decks" / "programme.yaml").is_file()


@pytest.mark.parametrize("kind", ["folder", "file", "name too long", "place inside a file"])
def test_what_is_there_is_never_touched(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mitt.txt").write_text("mitt")
    (tmp_path / "file").write_text("mitt")
    names = {"name too long": "n" * 300, "place inside a file": "file/inside"}
    before = snapshot(tmp_path)
    assert main(["new", str(tmp_path / names.get(kind, kind))]) == 2
    assert capsys.readouterr().err.startswith("paroll: ")
    assert snapshot(tmp_path) == before
