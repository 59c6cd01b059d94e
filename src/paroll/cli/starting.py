"""`paroll new`: a folder to start from."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from pathlib import Path

from paroll.build.project import SHIPPED, shipped_brands

BRAND = "campaign"


def new(options: Namespace) -> int:
    """Make a folder with a programme and a brand kit; never touch one that has something in it."""
    folder: Path = options.folder
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            print(f"paroll: {folder} is not empty; name a new folder", file=sys.stderr)
            return 2
        _fill(folder)
    except OSError as error:
        print(f"paroll: {folder}: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        return 2
    place = f'"{folder}"' if " " in str(folder) else folder
    print(f"{folder} is ready. Now:\n\n    cd {place}\n    paroll build\n")
    return 0


def _fill(folder: Path) -> None:
    decks = folder / "decks"
    decks.mkdir(parents=True)
    programme = (SHIPPED / "programme.yaml").read_bytes()
    (decks / "programme.yaml").write_bytes(programme)
    shutil.copytree(shipped_brands() / BRAND, folder / "brand" / BRAND)
