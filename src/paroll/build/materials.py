"""Materials: what can be made of a programme. A new one is a row in this table.

Composers and painters are imported when they are needed: `paroll check` loads no painter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from paroll.brand.model import Brand
from paroll.finding import Finding
from paroll.formats import LEAFLET_A5
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme
from paroll.sheet import Document

Compose = Callable[[Programme, Brand, Typecase], tuple[Document, list[Finding]]]
Paint = Callable[[Document, Brand], bytes]


class Material(NamedTuple):
    """Sheets composed once, and the files painted from them by their endings."""

    name: str
    compose: Compose
    paints: Mapping[str, Paint]

    def files(self) -> list[str]:
        """Return the names of the files, such as `deck.pptx`."""
        return [f"{self.name}.{ending}" for ending in self.paints]


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


MATERIALS = {
    material.name: material
    for material in (
        Material("deck", _deck, {"pptx": _pptx, "pdf": _screen_pdf}),
        Material("leaflet-a5", _leaflet_a5, {"pdf": _screen_pdf, "print.pdf": _print_pdf}),
    )
}
