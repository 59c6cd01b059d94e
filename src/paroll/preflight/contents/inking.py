"""How much ink lies where: the plates of a page as pictures, and their means over small squares."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from paroll.preflight.contents.painted import Kind, Painted, Sheet
from paroll.preflight.contents.plates import Plate
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.sheets import contents, inherited
from paroll.preflight.contents.source import Source
from paroll.preflight.contents.spaces import NOTHING, PROCESS, Family, inks
from paroll.preflight.contents.toner import Toner
from paroll.press.raster import greys
from paroll.tuples import NamedTuple
from paroll.units import Rect

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

DPI = 72.0
MOST_PIXELS = 3_000_000
"""Larger pages are drawn more coarsely."""
MOST_PLATES = 12
SMALLEST, LARGEST = 9.0, 14_400.0
"""Between these many points a page has sides: 3 mm and 5 m."""
TILED = 2
"""How many times larger than it is to be a page is drawn that has tiles."""
FULL = 255
"""The value of a pixel that one ink covers."""


class Ink(NamedTuple):
    """The ink on a page: for each plate a picture of `frame`, `FULL` where all of it is.

    `dpi` is how many pixels they have to the inch. `whole` says that everything could be drawn.
    """

    plates: dict[str, Pixels]
    frame: Rect
    dpi: float
    whole: bool

    def pixels(self, box: Rect) -> tuple[int, int, int, int]:
        """Return the pixels that lie in a box as a whole: left, top, right and lower edge."""
        scale = self.dpi / 72
        left, right = (box.left - self.frame.left) * scale, (box.right - self.frame.left) * scale
        top, bottom = (self.frame.top - box.top) * scale, (self.frame.top - box.bottom) * scale
        return _up(left), _up(top), _down(right), _down(bottom)

    def box(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """Return the box on the page that these pixels cover."""
        scale, frame = 72 / self.dpi, self.frame
        return Rect(
            frame.left + left * scale,
            frame.top - bottom * scale,
            frame.left + right * scale,
            frame.top - top * scale,
        )


def _up(value: float) -> int:
    return -int(-value // 1) if value % 1 > 0.01 else int(value)


def _down(value: float) -> int:
    return int(value + 0.01)


def separated(sheet: Sheet, page: object, beyond: float, toner: Toner) -> Ink | None:
    """Return the ink inside the trim and `beyond` points around it; None if there is none.

    The page is drawn by PDFium, a plate at a time. Overprint is taken into account, and so are
    clips and transparency; what a soft mask hides is weighed with its own colours.
    """
    wanted = used(sheet)
    if not wanted or not _is_sized(sheet.trim):
        return None
    frame = sheet.trim.grown(beyond)
    size = frame.width * frame.height
    dpi = min(DPI, 72 * (MOST_PIXELS / size) ** 0.5)
    source = Source(sheet.scripts, toner, dpi)
    drawn = _drawn(_file((wanted, frame), source, sheet, page), dpi * sheet.unit, source)
    whole = len(drawn) == len(wanted) and not source.unread
    return Ink(dict(zip(wanted, drawn, strict=False)), frame, dpi, whole)


def _file(plates: tuple[list[str], Rect], source: Source, sheet: Sheet, page: object) -> bytes:
    """Return a file with a page for each plate, or nothing if the page cannot be copied."""
    (wanted, frame), packed = plates, BytesIO()
    load, resources = partial(contents, page), Resources(inherited(page, "/Resources"))
    try:
        with pikepdf.new() as file:
            for ink in wanted:
                Plate(ink, source, file).page(load, resources, *_plain(sheet, frame))
            file.save(packed, compress_streams=False, static_id=True)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        return b""
    return packed.getvalue()


def _is_sized(trim: Rect) -> bool:
    return all(SMALLEST <= side <= LARGEST for side in (trim.width, trim.height))


def _plain(sheet: Sheet, frame: Rect) -> tuple[Rect, Rect]:
    """Return boxes in the units of the page."""
    unit = sheet.unit
    return Rect(*(v / unit for v in frame)), Rect(*(v / unit for v in sheet.media))


def _drawn(pdf: bytes, dpi: float, source: Source) -> list[Pixels]:
    from PIL import ImageChops  # noqa: PLC0415  (Pillow is needed for ink alone)
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    oversize = TILED if source.tiled else 1
    try:
        return [ImageChops.invert(plate) for plate in greys(pdf, dpi, oversize)]
    except PdfiumError:
        return []


def used(sheet: Sheet) -> list[str]:
    """Return the inks that something on a page may take, those of the process first."""
    found: dict[str, None] = {}
    for one in sheet.objects:
        found.update(dict.fromkeys(_of(one)))
    process = [ink for ink in PROCESS if ink in found]
    spots = sorted(ink for ink in found if ink not in PROCESS and ink != NOTHING)
    return [*process, *spots][:MOST_PLATES]


def _of(one: Painted) -> list[str]:
    if one.colour is None:
        return []
    root = one.colour.space.root
    if root.names or root.family is Family.PATTERN:
        return list(inks(root, (1.0,) * root.size, _all)) if root.names else []
    if one.kind in (Kind.IMAGE, Kind.SHADING) or root.size == 3 or one.colour.pattern is not None:
        return [PROCESS[3]] if root.size == 1 else list(PROCESS)
    amounts = inks(one.colour.space, one.colour.values, _all)
    return [ink for ink, amount in amounts.items() if amount > 0]


def _all(*_: float) -> dict[str, float]:
    return dict.fromkeys(PROCESS, 1.0)


def total(ink: Ink, side: float = 0.0) -> Pixels:
    """Return all inks together, as the mean in a square of `side` points around each pixel.

    The pixels are whole numbers, `FULL` for each hundred per cent.
    """
    from PIL import ImageFilter, ImageMath  # noqa: PLC0415

    radius = max(0.0, (side * ink.dpi / 72 - 1) / 2)
    plates = list(ink.plates.values())
    if radius:
        plates = [plate.filter(ImageFilter.BoxBlur(radius)) for plate in plates]
    named = {f"p{i}": plate for i, plate in enumerate(plates)}
    result: Pixels = ImageMath.lambda_eval(lambda p: sum(p[n] for n in named), **named)
    return result.convert("I")
