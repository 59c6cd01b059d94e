"""The command as tests of it run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import Result, Run
from paroll.cli import main


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in this process, in a new folder: what it raises fails the test."""
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Result:
        code = main(words)
        return Result(code, *capsys.readouterr())

    return command
