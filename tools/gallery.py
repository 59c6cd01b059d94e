"""Pictures of what was built: a sheet of small pages for each deck, leaflet and set of pictures.

That is `make gallery`.

Reads `output/`, draws PDFs as previews are drawn and, with `--office`, decks with LibreOffice as
well, so that both stand side by side: left paroll's own deck.pdf, right what LibreOffice makes of
deck.pptx.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import subprocess
import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from PIL import Image

import examples
from paroll.cli import main as paroll
from paroll.press import raster

ROOT = Path(__file__).resolve().parent.parent
GREY = (119, 119, 119)
GAP = 10
LARGEST = 250_000
"""Bytes a picture may have: they are kept in git."""

FRONT = "vasternorrland"
FRONT_PAGES = (0, 3, 8, 9)
"""The programme and the slides in the picture that opens the README."""

Pages = list[Image.Image]


def main() -> None:
    """Draw every programme in `output/`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "gallery")
    parser.add_argument("--width", type=int, default=360, help="width of a slide in pixels")
    parser.add_argument("--office", action="store_true", help="draw decks with LibreOffice too")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for deck in sorted((ROOT / "output").glob("*/deck.pdf")):
        draw(deck.parent, given.out, given.width)
        if given.office:
            ours, theirs = (
                pages(deck, given.width),
                office_pages(deck.with_suffix(".pptx"), given.width),
            )
            pairs = list(chain.from_iterable(zip(ours, theirs, strict=True)))
            save(contact(pairs, 4), given.out, deck.parent.name, "office")
        if deck.parent.name == FRONT:
            save(front(deck.parent), given.out, "front")
    kinds(given.out, given.width * 5 // 6)


def kinds(out: Path, width: int) -> None:
    """Draw the example of every kind of slide in every brand, and pictures for social media."""
    with tempfile.TemporaryDirectory() as folder:
        programmes = [str(file) for file in examples.write(Path(folder))]
        for only in ("deck.pdf", "social-square/"):
            with contextlib.redirect_stdout(io.StringIO()):
                code = paroll(["build", *programmes, "--only", only, "--out", folder])
            if code:
                raise SystemExit("an example cannot be built")
        for brand in examples.brands():
            made = Path(folder, brand)
            save(contact(pages(made / "deck.pdf", width), 4), out, "kinds", brand)
            save(contact(posts(made, width), 5), out, "kinds", brand, "social")


def draw(folder: Path, out: Path, width: int) -> None:
    """Draw a programme's deck, its leaflet for the screen and for print, its social pictures."""
    save(contact(pages(folder / "deck.pdf", width), 3), out, folder.name, "deck")
    leaflets = sorted(folder.glob("leaflet-*.pdf"), key=lambda file: file.name.count("."))
    if leaflets:
        sides = chain.from_iterable(pages(leaflet, width) for leaflet in leaflets)
        save(contact(list(sides), 4), out, folder.name, "leaflet")
    social = posts(folder, width * 2 // 3)
    if social:
        save(contact(social, 6), out, folder.name, "social")


def posts(folder: Path, width: int) -> Pages:
    """Return a programme's pictures for social media, `width` pixels wide."""
    files = sorted(folder.glob("social-*/*.png"))
    return [raster.reduced(raster.opened(file.read_bytes()), width) for file in files]


def front(folder: Path) -> Image.Image:
    """Return four slides of a programme and its leaflet in one picture."""
    slides = pages(folder / "deck.pdf", 420)
    grid = contact([slides[number] for number in FRONT_PAGES], 2)
    leaflet = pages(folder / "leaflet-a5.pdf", 420)
    tall = grid.height - 2 * GAP
    sized = [page.resize((page.width * tall // page.height, tall)) for page in leaflet]
    return contact([grid.crop((GAP, GAP, grid.width - GAP, grid.height - GAP)), *sized], 3)


def pages(pdf: Path, width: int) -> Pages:
    """Return the pages of a PDF, `width` pixels wide."""
    return list(raster.pages(pdf.read_bytes(), width))


def office_pages(deck: Path, width: int) -> Pages:
    """Return the pages LibreOffice prints of a deck, with the fonts of our brands at hand."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
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
        return pages(out / "deck.pdf", width)


def contact(images: Sequence[Image.Image], across: int) -> Image.Image:
    """Return the images in rows of `across` on grey; a row is as high as its highest."""
    rows = [images[start : start + across] for start in range(0, len(images), across)]
    width = max(sum(image.width + GAP for image in row) for row in rows) + GAP
    height = sum(max(image.height for image in row) + GAP for row in rows) + GAP
    sheet = Image.new("RGB", (width, height), GREY)
    top = GAP
    for row in rows:
        left = GAP
        for image in row:
            sheet.paste(image, (left, top))
            left += image.width + GAP
        top += max(image.height for image in row) + GAP
    return sheet


def save(image: Image.Image, out: Path, *name: str) -> None:
    """Write a PNG with as many colours as its limit of bytes allows."""
    for colours in (128, 64, 32, 16):
        data = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
        if len(data.getvalue()) <= LARGEST:
            break
    else:
        raise SystemExit(f"{'-'.join(name)}.png is over {LARGEST} bytes; make --width smaller")
    file = out / f"{'-'.join(name)}.png"
    file.write_bytes(data.getvalue())
    print(f"{file}: {len(data.getvalue()) // 1000} kB")


if __name__ == "__main__":
    main()
