"""The example of every kind of page as programmes, one in each shipped brand (`make gallery`)."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import indent

from paroll.kinds import FIELDS

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
title: Ett exempel på varje sorts sida
slogan: [Vårt, Norrland, kan bättre]
brand: {brand}
sender: Vi i Norrland
date: 12 september 2026
numbered: yes
materials: [deck, booklet-a5, social-square]
sections:
"""


SHOWN = ("chart", "table", "timeline", "columns", "people")
"""Kinds whose pictures for social media show more than words."""


def brands() -> list[str]:
    """Return the names of the shipped brands."""
    return sorted(kit.parent.name for kit in (ROOT / "brand").glob("*/brand.yaml"))


def write(folder: Path) -> list[Path]:
    """Write a programme for each brand into `folder`, with the pictures that examples name."""
    sys.path.append(str(ROOT / "tests"))
    import photos  # noqa: PLC0415  (drawn by code, as tests have them)

    for name, data in photos.examples().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return [_programme(folder, brand) for brand in brands()]


def _programme(folder: Path, brand: str) -> Path:
    kinds = (kind for kind in FIELDS if kind != "closing")  # a deck closes by itself
    sections = (_section(kind) for kind in kinds)
    file = folder / f"{brand}.yaml"
    file.write_text(HEAD.format(brand=brand) + "".join(sections), "utf-8")
    return file


def _section(kind: str) -> str:
    social = "    social: yes\n" if kind in SHOWN else ""
    return f"  -\n    kind: {kind}\n{social}{indent(FIELDS[kind].EXAMPLE, '    ')}"
