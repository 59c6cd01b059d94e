"""Decks through programs nobody here wrote: LibreOffice, and three judges of Office files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import archforge
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from tools import MINUTE, give_up, require

_ROOT = Path(__file__).parents[1]
_FONTS = _ROOT / "brand"
_LIBERATION = Path("/usr/share/fonts/truetype/liberation")
_HEAD = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
_FONTCONFIG = f"""{_HEAD}
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{_FONTS}</dir><cachedir>{{cache}}</cachedir></fontconfig>"""
_FALLBACKS = {"Archivo": "Liberation Sans", "Archivo Condensed": "Liberation Sans Narrow"}
"""What stands in for Arial and Arial Narrow, the fallbacks of the shipped brands."""
_INSTEAD = "".join(
    f"""<match><test name="family"><string>{own}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{other}</string></edit></match>"""
    for own, other in _FALLBACKS.items()
)
_WITHOUT = f"""{_HEAD}
<fontconfig><dir>{_LIBERATION}</dir><cachedir>{{cache}}</cachedir>{_INSTEAD}</fontconfig>"""


def print_deck(deck: bytes, folder: Path) -> Path:
    """Return the PDF that LibreOffice prints of `deck`, with the brands' fonts at hand."""
    print_decks({"deck": deck}, folder)
    return folder / "deck.pdf"


def print_in_fallbacks(decks: Mapping[str, bytes], folder: Path) -> None:
    """Print each deck to `folder`/NAME.pdf as on a computer that has the fallbacks alone."""
    if not _LIBERATION.is_dir():
        give_up("fonts-liberation not installed")
    print_decks(decks, folder, _WITHOUT)


def print_decks(decks: Mapping[str, bytes], folder: Path, fonts: str = _FONTCONFIG) -> None:
    """Print each deck to `folder`/NAME.pdf, in one go: LibreOffice is slow to start."""
    require("soffice")
    for name, deck in decks.items():
        (folder / f"{name}.pptx").write_bytes(deck)
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder)]
    command += (str(folder / f"{name}.pptx") for name in decks)
    environment = os.environ | _with_fonts(folder, fonts)
    subprocess.run(command, env=environment, capture_output=True, timeout=3 * MINUTE, check=True)


def schema_faults(deck: bytes, folder: Path) -> list[str]:
    """Return what the Open XML schemas, and PowerPoint as it is known, have against `deck`."""
    file = folder / "schema.pptx"
    file.write_bytes(deck)
    return [str(error) for error in OpenXmlValidator(max_errors=0).validate(file).errors]


def preflight_errors(deck: bytes, folder: Path) -> list[str]:
    """Return what archforge calls errors: letters a font lacks, text too small to read."""
    file = folder / "preflight.pptx"
    file.write_bytes(deck)
    archforge.messages.set_lang("en")
    errors, warnings = archforge.lint_pptx(str(file))
    unseen = [each for each in warnings if each.code == "W18"]  # what it could not look at
    return [f"{each.page}: {each.code} {each.message}" for each in (*errors, *unseen)]


def layout_faults(deck: bytes, folder: Path) -> list[str]:
    """Return the texts that ooxml-integrity finds to overflow, overlap or leave the slide.

    Each placeholder's place and styles are first written on its slide: see `.ooxml-integrity.toml`.
    """
    file = folder / "layout.pptx"
    file.write_bytes(spelled_out(deck))
    return integrity_faults(file, folder, "--no-config")


def integrity_faults(file: Path, folder: Path, *options: str) -> list[str]:
    """Return all that the ooxml-integrity command finds in `file`, as this repository sets it."""
    require("fc-match")
    command = [sys.executable, "-m", "ooxml_integrity", "check", "--json", *options, str(file)]
    environment = os.environ | _with_fonts(folder)
    done = subprocess.run(
        command, cwd=_ROOT, env=environment, capture_output=True, timeout=MINUTE, check=False
    )
    if done.returncode not in (0, 1):
        pytest.fail(done.stderr.decode())
    return _findings(json.loads(done.stdout))


def _findings(report: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[str]:
    return [
        f"{found['where']}: {found['code']} {found['message']}"
        for file in report["files"]
        for found in file["findings"]
    ]


def spelled_out(deck: bytes) -> bytes:
    """Return `deck` with the place and styles of each placeholder written on its slide."""
    presentation = Presentation(BytesIO(deck))
    for slide in presentation.slides:
        layouts = {p.placeholder_format.idx: p for p in slide.slide_layout.placeholders}
        for shape in (p for p in slide.placeholders if p.has_text_frame):
            model = layouts[shape.placeholder_format.idx]
            shape.left, shape.top = model.left, model.top
            shape.width, shape.height = model.width, model.height
            if not shape.has_text_frame:
                continue
            body = shape.text_frame._txBody
            for name in ("bodyPr", "lstStyle"):
                own = body.find(f"{{*}}{name}")
                body.replace(own, deepcopy(model.text_frame._txBody.find(f"{{*}}{name}")))
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def _with_fonts(folder: Path, fonts: str = _FONTCONFIG) -> dict[str, str]:
    file = folder / "fonts.conf"
    file.write_text(fonts.format(cache=folder / "cache"))
    return {"FONTCONFIG_FILE": str(file)}
