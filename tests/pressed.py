"""A print file made here, and what other programs see of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from paroll.press.finish import finish
from paroll.press.grid import Folds
from paroll.printers import Edges, Marks, Printer, Standard, default
from paroll.units import mm
from pdf_specimen import painted
from tools import run

BLEED = Edges(*[mm(3)] * 4)
DPI = 72


def printer(
    marks: Marks = Marks.NONE, bleed: Edges = BLEED, standard: Standard = Standard.X4
) -> Printer:
    """Return the usual printer with other wishes."""
    return default()._replace(marks=marks, bleed=bleed, standard=standard)


def specimen() -> bytes:
    """Return two A5 pages with 3 mm of bleed, as painted; one ink is a spot colour."""
    return painted(default())


@cache
def finished(wishes: Printer | None = None, folds: tuple[Folds, ...] = ()) -> bytes:
    """Return the specimen finished for a printer."""
    return finish(specimen(), wishes or default(), folds)


def inspected(data: bytes) -> dict[str, Any]:
    """Return what fullbleed says of a file's standards."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "in.pdf")
        file.write_bytes(data)
        command = [str(Path(sys.executable).with_name("fullbleed")), "inspect", "pdf", "--json"]
        said = subprocess.run([*command, str(file)], capture_output=True, check=True).stdout
    profile = json.loads(said)["profile"]
    assert isinstance(profile, dict)
    return profile


def boxes(data: bytes, page: int = 1) -> dict[str, list[float]]:
    """Return the boxes of a page as poppler reads them: left, bottom, right, top in millimetres."""
    said = asked(data, "pdfinfo", "-box", "-f", str(page), "-l", str(page))
    rows = re.findall(r"(\w+Box):((?:\s+[-\d.]+){4})", said)
    return {name: [float(edge) / 72 * 25.4 for edge in edges.split()] for name, edges in rows}


def asked(data: bytes, *command: str) -> str:
    """Return what a program says of a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "in.pdf")
        file.write_bytes(data)
        return run(*command, file)


def words(data: bytes, page: int) -> str:
    """Return the text of a page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "in.pdf")
        file.write_bytes(data)
        return run("pdftotext", "-f", str(page), "-l", str(page), file, "-")


@cache
def plates(data: bytes, page: int = 1, dpi: int = DPI) -> dict[str, Image.Image]:
    """Return what each plate prints of a page as Ghostscript separates it: 255 where it is full."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "in.pdf")
        file.write_bytes(data)
        pages = (f"-dFirstPage={page}", f"-dLastPage={page}")
        quiet = ("-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{dpi}", *pages)
        run("gs", *quiet, f"-sOutputFile={folder}/out.tif", file)
        made = {}
        for path in sorted(Path(folder).glob("out(*.tif")):
            name = path.stem.removeprefix("out(").removesuffix(")")
            with Image.open(path) as image:
                made[name] = image.convert("L").point(lambda grey: 255 - grey)
        return made
