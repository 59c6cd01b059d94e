"""Pictures of what paroll makes of the programmes in `decks/`: `make gallery`.

They are built anew, in all the formats the gallery shows. PDFs are drawn as previews are drawn and,
with `--office`, decks with LibreOffice as well, so that both stand side by side: left paroll's own
deck.pdf, right what LibreOffice makes of deck.pptx.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import displays
import examples
import table
from displays import Made
from paroll.cli import main as paroll

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs" / "gallery"
LARGEST = 250_000
"""Bytes a picture of the gallery may have: they are kept in git."""

SHOWN = {"campaign": "vasternorrland", "alternative": "stockholm", "public": "regionstyrelsen"}
"""The programme that shows all there is, for each brand."""


def main() -> None:
    """Build every programme in `decks/`, and draw it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=GALLERY)
    parser.add_argument("--width", type=int, default=360, help="width of a slide in pixels")
    parser.add_argument("--office", action="store_true", help="draw decks with LibreOffice too")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = built(Path(folder))
        for name, each in made.items():
            save(displays.slides(each, given.width), given.out, name, "deck")
            save(displays.sheets(each), given.out, name, "sheets")
            save(displays.social(each), given.out, name, "social")
            if given.office:
                pairs = each.pages("deck", given.width), office_pages(each, given.width)
                save(displays.compared(*pairs), given.out, name, "office")
        shown = [made[name] for name in SHOWN.values()]
        for name, each in zip(SHOWN.values(), shown, strict=True):
            save(displays.roll(each), given.out, name, "roll-fold")
            save(displays.folds(each), given.out, name, "folds")
        save(displays.booklet(shown[1]), given.out, "booklet")
        save(displays.shop(*shown), given.out, "shop")
        first = SHOWN["campaign"]
        save(displays.opening(made[first], ROOT / "decks" / f"{first}.yaml"), given.out, "front")
    kinds(given.out, given.width * 5 // 6)


def built(folder: Path) -> dict[str, Made]:
    """Build every programme with all that is shown of it into `folder`; return where it lies."""
    files = sorted((ROOT / "decks").glob("*.yaml"))
    for file in files:
        words = f"materials: [{', '.join(displays.MATERIALS)}]"
        text, count = re.subn(r"^materials: .*$", words, file.read_text("utf-8"), flags=re.M)
        if count != 1:
            raise SystemExit(f"{file.name} does not have its materials on one line")
        (folder / file.name).write_text(text, "utf-8")
    run([folder / file.name for file in files], folder)
    return {file.stem: Made(folder / file.stem) for file in files}


def run(programmes: Sequence[Path], out: Path, *words: str) -> None:
    """Build programmes into `out`; whatever is wrong with them ends this."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = paroll(["build", *map(str, programmes), "--out", str(out), *words])
    if code:
        raise SystemExit(said.getvalue())


def kinds(out: Path, width: int) -> None:
    """Draw the example of every kind of slide in every brand, and pictures for social media."""
    with tempfile.TemporaryDirectory() as folder:
        programmes = examples.write(Path(folder))
        for only in ("deck.pdf", "booklet-a5.pdf", "social-square/"):
            run(programmes, Path(folder), "--only", only)
        for brand in examples.brands():
            made = Made(Path(folder, brand))
            save(displays.contact(made.pages("deck", width), 4), out, "kinds", brand)
            posts = displays.contact(made.posts("social-square", width), 5)
            save(posts, out, "kinds", brand, "social")
            if brand != "alternative":  # another booklet shows it
                save(displays.booklet(made), out, "kinds", brand, "booklet")


def office_pages(made: Made, width: int) -> list[table.Picture]:
    """Return the pages LibreOffice prints of a deck, with the fonts of our brands at hand."""
    with tempfile.TemporaryDirectory() as folder:
        out, deck = Path(folder), made.folder / "deck.pptx"
        fonts = out / "fonts.conf"
        fonts.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
            f"<dir>{ROOT / 'brand'}</dir><cachedir>{out / 'cache'}</cachedir></fontconfig>"
        )
        profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
        command = ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", out, deck)
        environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        return Made(out).pages("deck", width)


def save(picture: table.Picture, out: Path, *name: str) -> None:
    """Write a picture and say how large it is."""
    file = out / f"{'-'.join(name)}.png"
    most = LARGEST if out == GALLERY else sys.maxsize
    print(f"{file}: {table.save(picture, file, most) // 1000} kB")


if __name__ == "__main__":
    main()
