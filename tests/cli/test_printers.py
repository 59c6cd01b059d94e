"""`paroll printers`."""

from __future__ import annotations

from pathlib import Path

import pytest

from paroll.cli import main
from paroll.printers import known_printers


def test_all_profiles_are_listed_with_what_they_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "printers").mkdir()
    profile = tmp_path / "printers" / "shop.yaml"
    profile.write_text("title: Tryckeriet\nbleed: {left: 0 mm}\nmarks: crop", "utf-8")
    (tmp_path / "decks").mkdir()
    monkeypatch.chdir(tmp_path / "decks")
    assert main(["printers"]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert [line.split()[0] for line in lines] == sorted([*known_printers(), "shop"])
    asks = "Tryckeriet: PDF/X-4, 3 / 3 / 3 / 0 mm bleed, crop marks, FOGRA39, 300 % of ink"
    assert any(line.endswith(asks) for line in lines)
    assert said.err == ""


def test_a_faulty_profile_is_told_and_the_others_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "printers").mkdir()
    (tmp_path / "printers" / "shop.yaml").write_text("bleed: 3", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["printers"]) == 1
    said = capsys.readouterr()
    assert "error[R002] “3” is not a length\n  --> printers/shop.yaml:1:8" in said.err
    assert len(said.out.splitlines()) == len(known_printers())
