"""The command as people run it: a program of its own, in a folder of theirs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tools import MINUTE

PROGRAMME = """\
title: Fem punkter för Norrland
slogan: [Vårt, Norrland]
brand: campaign
sender: Vi i Norrland
sections:
  - heading: En skola för alla
    points:
      - Fler lärare i varje klass.
      - text: Mindre klasser i låg- och mellanstadiet.
        short: Mindre klasser.
"""
BROKEN = PROGRAMME.replace("sections:", "sektions:")
PAINTED = ["deck.pdf", "deck.pptx"]
PAINTED += [f"leaflet-a5.{ending}" for ending in ("pdf", "print.pdf", "proof.pdf")]
TRIED = [name for name in PAINTED if name != "leaflet-a5.proof.pdf"]
"""What is written where nothing can be: no proof, as it shows a print file that is not there."""
FILES = [*PAINTED, "order.json", "order.txt"]
"""What is made of a programme that does not say what to make."""


class Result(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]
"""The command with its words, in this process: the fixture `run`."""


def paroll(
    *words: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
) -> Result:
    """Run the command in a process of its own, with `env` over this one's variables.

    `before` is a program that runs it, with its options.
    """
    done = subprocess.run(
        [*before, sys.executable, "-m", "paroll", *words],
        cwd=cwd,
        env=os.environ | (env or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=MINUTE,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def write(folder: Path, **programmes: str) -> None:
    """Write programmes into the `decks` of `folder`."""
    (folder / "decks").mkdir(parents=True, exist_ok=True)
    for name, text in programmes.items():
        (folder / "decks" / f"{name}.yaml").write_text(text, "utf-8")


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Return all that lies under `folder`: bytes of files, None for folders."""
    paths = sorted(folder.rglob("*"))
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in paths}


def made(folder: Path, name: str) -> list[str]:
    """Return what was made of a programme, by the names of files and folders."""
    return sorted(path.name for path in (folder / "output" / name).glob("*"))
