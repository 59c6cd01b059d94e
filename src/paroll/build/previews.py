"""Previews: a picture of each page that was painted, and an overview of what there is.

The overview shows each page once, as its reader meets it, and the two sides of what is folded.
Proofs have pictures of their own, large enough to be read: they are sent round to be approved.

Painters and the press are imported when they are needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from paroll.brand.model import Brand
from paroll.build.naming import PROOF
from paroll.formats import PIXEL
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme
from paroll.sheet import Document
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

    from paroll.compose.overview import Shelf

FOLDER = "previews/"
BROAD, HIGH = 960, 600
"""How many pixels wide a page is shown: a slide, an upright page."""
PROOFED = 1240
"""The same of a page of a proof: as an A4 has at 150 to the inch."""


class Painted(NamedTuple):
    """An output that was painted: its name, its files, the document they show.

    One that is `listed` stands in the overview.
    """

    name: str
    files: Mapping[str, bytes]
    document: Document
    listed: bool

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF; else it is pictures already."""
        return self.name.endswith(".pdf")

    @property
    def stem(self) -> str:
        """What the pictures of its pages are called, before their numbers."""
        return self.name.removesuffix(".pdf")


def previews(
    programme: Programme, brand: Brand, case: Typecase, painted: Sequence[Painted]
) -> dict[str, bytes]:
    """Return a PNG of each page of what was painted, and the overview, by name."""
    from paroll.compose.overview import compose_overview
    from paroll.paint import pdf
    from paroll.press.raster import mount, pages, png, reduced

    files: dict[str, bytes] = {}
    shelves = [_shelf(each) for each in painted if each.listed]
    document, boxes = compose_overview(programme, case, shelves)
    (sheet,) = pages(pdf.paint(document, brand, None), document.size.w // PIXEL)
    places = iter(boxes)
    for each in painted:
        for number, page in enumerate(_pages(each), 1):
            if each.is_pdf:
                files[f"{FOLDER}{each.stem}-{number:02}.png"] = png(page)
            if each.listed:
                box = next(places)
                # The flap of a folder is narrower than its other panels, and all are equally high.
                width = min(box.w // PIXEL, page.width * box.h // (page.height * PIXEL))
                mount(sheet, reduced(page, width), (box.x // PIXEL, box.y // PIXEL))
    files[f"{FOLDER}overview.png"] = png(sheet)
    return files


def _pages(painted: Painted) -> Iterator[Image]:
    """Yield what was painted as pictures; those for social media are some already."""
    from paroll.press.raster import opened, pages

    size = painted.document.size
    if painted.is_pdf:
        width = PROOFED if painted.name.endswith(PROOF) else BROAD if size.w > size.h else HIGH
        return pages(painted.files[painted.name], width)
    return (opened(data) for name, data in painted.files.items() if name.endswith(".png"))


def _shelf(painted: Painted) -> Shelf:
    from paroll.compose.overview import Shelf

    size, sheets = painted.document.size, painted.document.sheets
    return Shelf(painted.name, [sheet.title for sheet in sheets], size.h / size.w)
