"""The five programmes as products: composed here, built and printed once for all tests of a run."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from office import print_decks
from paroll.brand.read import read_brand
from paroll.build.materials import MATERIALS
from paroll.build.naming import PRINT, PROOF, numbered
from paroll.build.project import programmes_in, source
from paroll.kinds import KINDS
from paroll.layout.typecase import Typecase
from paroll.programme import Programme, read_programme
from paroll.sheet import Document
from paroll.stock import Folder

ROOT = Path(__file__).parents[1]
DECKS = {path.stem: path for path in programmes_in(ROOT / "decks")}
EACH = ("deck", "leaflet-a5", "postcard-a6", "poster-a3", "roll-fold")
"""What all five make, beside pictures for social media."""
FILES = [name for material in EACH for name in MATERIALS[material].files]
PDFS = [name for name in FILES if name.endswith(".pdf")]

# The peak is read where the kernel counts it for this program alone: what `wait4` reports starts
# from the memory of the process that forked.
_BUILD = """
import sys
from pathlib import Path
from paroll.cli import main
code = main(sys.argv[1:])
status = Path("/proc/self/status")
if status.exists():
    Path("status.txt").write_bytes(status.read_bytes())
sys.exit(code)
"""
_UNSEEN = {
    *("brand", "language", "materials", "sender", "numbered", "kind", "leaflet", "folder", "link"),
    *("note", "short", "social"),
}
"""Keys whose value is a choice, or not for the audience of a deck."""
_INSTEAD = {"text", "lead"}
"""Keys that `short` stands for on paper."""
_LEFT_OUT = {("figure", "heading"), ("pillars", "text")}
_LEFT_OUT |= {("headline", key) for key in ("quote", "name", "office")}
"""What paper leaves out of a kind."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that is filled by the first test to ask for it, in whatever process."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, whole = shared / name, shared / f"{name}.whole"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            whole.touch()
    return folder


def build_all(folder: Path) -> None:
    """Build every programme into `folder`; what was said and the peak of memory lie beside."""
    command = [sys.executable, "-c", _BUILD, "build", *map(str, DECKS.values()), "--out", "output"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    (folder / "said.txt").write_text(done.stdout, "utf-8")


def print_all(built: Path, folder: Path) -> None:
    """Print every deck that was built with LibreOffice, as `folder`/PROGRAMME.pdf."""
    decks = {name: (built / "output" / name / "deck.pptx").read_bytes() for name in DECKS}
    print_decks(decks, folder)


@cache
def programme(name: str) -> Programme:
    """Return a programme of `decks/` as it is read."""
    place = source(DECKS[name])
    fields = {kind.name: kind.fields for kind in KINDS.values()}
    read, findings = read_programme(place.folder(), place.path.name, fields, MATERIALS.keys())
    assert read, findings
    return read


@cache
def composed(name: str, material: str) -> Document:
    """Return a material of a programme as sheets."""
    read = programme(name)
    brand, findings = read_brand(Folder(ROOT / "brand"), read.brand)
    assert brand, findings
    document, findings = MATERIALS[material].compose(read, brand, Typecase(brand.faces))
    assert findings == []
    return document


def outputs(name: str) -> dict[str, list[str]]:
    """Return what is made of a programme: files, and folders with the files in them.

    What is made of print files, for whoever orders them, is in `orders`.
    """
    made: dict[str, list[str]] = {}
    for material in (MATERIALS[each.name.text] for each in programme(name).materials):
        for output in (output for output in material.outputs if not output.of):
            titles = [sheet.title for sheet in composed(name, material.name).sheets]
            inside = [output.name + stem for stem in numbered(titles)]
            pictures = [f"{stem}.{ending}" for stem in inside for ending in ("png", "txt")]
            made[output.name] = pictures if output.is_folder else [output.name]
    return made


def orders(name: str) -> list[str]:
    """Return what is made of a programme's print files: a proof of each, and the order sheet."""
    proofs = [file.replace(PRINT, PROOF) for file in outputs(name) if file.endswith(PRINT)]
    return [*proofs, "order.json", "order.txt"] if proofs else []


@cache
def typed(name: str) -> dict[str, Any]:
    """Return a programme as plain texts, lists and mappings: every value as it was typed."""
    loaded = yaml.load(DECKS[name].read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def shown(name: str) -> list[str]:
    """Return all paragraphs that an audience of the deck reads, as typed, without their marks."""
    return [plain(part) for text in _texts(typed(name)) for part in text.split("\n\n")]


def shown_on_paper(name: str, *keys: str) -> list[str]:
    """Return what the leaflet reads for values of `keys`, in short form where there is one."""
    return [plain(text) for text in _brief(typed(name)["sections"], keys, "")]


def plain(text: str) -> str:
    """Return inline Markdown as it is read, spaces and line breaks as single spaces."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    return " ".join(text.split())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    else:
        for key, part in value.items():
            if key not in _UNSEEN:
                yield from _texts(part)


def _brief(value: Any, keys: tuple[str, ...], key: str) -> Iterator[str]:
    if isinstance(value, str):
        if key in keys:
            yield value
    elif isinstance(value, list):
        for part in value:
            yield from _brief(part, keys, key)
    elif value.get("leaflet") != "no":
        left_out = {key for kind, key in _LEFT_OUT if kind in value}
        for inner, part in value.items():
            if inner not in left_out:
                instead = value.get("short", part) if inner in _INSTEAD else part
                yield from _brief(instead, keys, inner)
