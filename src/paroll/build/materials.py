"""Materials: what can be made of a programme. A new one is a row in this table.

Composers and painters are imported when they are needed: `paroll check` loads no painter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from paroll.brand.model import Brand
from paroll.build.naming import numbered
from paroll.finding import Finding
from paroll.formats import LEAFLET_A5, SOCIAL, Format
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme
from paroll.sheet import Document

Compose = Callable[[Programme, Brand, Typecase], tuple[Document, list[Finding]]]
Paint = Callable[[Document, Brand], bytes]
Files = Mapping[str, bytes]
"""Finished files by name, as they are to stand below the programme's folder."""


class Output(NamedTuple):
    """What is painted in one go: a file, or a folder of files if its name ends with a slash."""

    name: str
    paint: Callable[[Document, Brand], Files]

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder; what its files are called follows from the programme."""
        return self.name.endswith("/")

    @property
    def is_shown(self) -> bool:
        """Whether previews can be made of it."""
        return self.is_folder or self.name.endswith(".pdf")


class Material(NamedTuple):
    """Sheets composed once, and what is painted from them."""

    name: str
    compose: Compose
    outputs: tuple[Output, ...]

    @property
    def files(self) -> list[str]:
        """The names of its files, such as `deck.pptx`; those in folders are not known before."""
        return [output.name for output in self.outputs if not output.is_folder]


def _deck(programme: Programme, brand: Brand, case: Typecase) -> tuple[Document, list[Finding]]:
    from paroll.compose.deck import compose_deck

    return compose_deck(programme, brand, case)


def _pptx(document: Document, brand: Brand) -> bytes:
    from paroll.paint import pptx

    return pptx.paint(document, brand)


def _screen_pdf(document: Document, brand: Brand) -> bytes:
    from paroll.paint import pdf

    return pdf.paint(document, brand, pdf.Colours.SCREEN)


def _print_pdf(document: Document, brand: Brand) -> bytes:
    from paroll.paint import pdf

    return pdf.paint(document, brand, pdf.Colours.PRESS)


def _leaflet_a5(
    programme: Programme, brand: Brand, case: Typecase
) -> tuple[Document, list[Finding]]:
    from paroll.compose.leaflet import compose_leaflet

    return compose_leaflet(programme, brand, LEAFLET_A5, case)


def _file(name: str, paint: Paint) -> Output:
    return Output(name, lambda document, brand: {name: paint(document, brand)})


def _social(form: Format) -> Material:
    """Return the pictures for social media of one format, in a folder of their own."""

    def compose(
        programme: Programme, brand: Brand, case: Typecase
    ) -> tuple[Document, list[Finding]]:
        from paroll.compose.social import compose_social

        return compose_social(programme, brand, form, case)

    return Material(form.name, compose, (Output(f"{form.name}/", partial(_pictures, form)),))


def _pictures(form: Format, document: Document, brand: Brand) -> Files:
    """Return a PNG of each sheet, and beside it its alternative text."""
    from paroll.press.raster import pages, png

    names = [f"{form.name}/{name}" for name in numbered(sheet.title for sheet in document.sheets)]
    drawn = pages(_screen_pdf(document, brand), form.pixels[0])
    files: dict[str, bytes] = {}
    for name, sheet, page in zip(names, document.sheets, drawn, strict=True):
        files[f"{name}.png"] = png(page)
        files[f"{name}.txt"] = f"{sheet.notes}\n".encode()
    return files


_DECK = (_file("deck.pptx", _pptx), _file("deck.pdf", _screen_pdf))
_A5 = (_file("leaflet-a5.pdf", _screen_pdf), _file("leaflet-a5.print.pdf", _print_pdf))

MATERIALS = {
    material.name: material
    for material in (
        Material("deck", _deck, _DECK),
        Material("leaflet-a5", _leaflet_a5, _A5),
        *map(_social, SOCIAL),
    )
}
