"""PDF pages as pictures of exactly so many pixels, and pictures as PNG: the same bytes each time.

PDFium sets small glyphs on whole pixels, which spaces letters unevenly, so pages are drawn twice
as large and reduced. It may be used by one thread at a time only.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

OVERSIZE = 2
"""How many times larger than it is to be a page is drawn."""


def pages(pdf: bytes, width: int) -> Iterator[Image]:
    """Yield each page of a PDF as an RGB picture `width` pixels wide, cut to its TrimBox.

    The height follows from the page, in whole pixels.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415  (a library of 7 MB, for pictures alone)

    with PdfDocument(pdf) as document:
        for page in document:
            yield _drawn(page, width)
            page.close()


def _drawn(page: PdfPage, width: int) -> Image:
    """Return one page. It is placed by a matrix, as other ways round its edges to pixels."""
    from pypdfium2 import PdfBitmap, raw  # noqa: PLC0415

    left, bottom, right, top = page.get_trimbox()
    outer = page.get_mediabox()
    scale = OVERSIZE * width / (right - left)
    across, down = OVERSIZE * width, OVERSIZE * round(width * (top - bottom) / (right - left))
    bitmap = PdfBitmap.new_native(across, down, raw.FPDFBitmap_BGR, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, across, down)
    shift = ((outer[0] - left) * scale, (top - outer[3]) * scale)
    matrix, clip = raw.FS_MATRIX(scale, 0, 0, scale, *shift), raw.FS_RECTF(0, 0, across, down)
    flags = raw.FPDF_REVERSE_BYTE_ORDER
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, flags)
    image: Image = bitmap.to_pil().reduce(OVERSIZE)
    return image


def spread(pdf: Path, longest: int, most: int) -> Iterator[Image]:
    """Yield the first `most` pages with all that is round their trim, as they lie unturned.

    The longer side has `longest` pixels. Raises ValueError if the file cannot be drawn.
    """
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415

    try:
        with PdfDocument(pdf) as document:
            for number in range(min(most, len(document))):
                page = document[number]
                page.set_cropbox(*page.get_mediabox())
                page.set_rotation(0)
                scale = OVERSIZE * longest / max(page.get_size())
                image: Image = page.render(scale=scale).to_pil().convert("RGB").reduce(OVERSIZE)
                yield image
                page.close()
    except PdfiumError as error:
        raise ValueError(str(error)) from error


def greys(pdf: bytes, dpi: float, oversize: int = 1) -> Iterator[Image]:
    """Yield each page of a PDF as a grey picture of its MediaBox, `dpi` pixels to the inch.

    It is drawn `oversize` times as large, and reduced: PDFium sets tiles on whole pixels, too.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    with PdfDocument(pdf) as document:
        for page in document:
            scale = oversize * dpi / 72
            bitmap = page.render(scale=scale, grayscale=True, draw_annots=False)
            drawn: Image = bitmap.to_pil().convert("L")
            yield drawn.reduce(oversize) if oversize > 1 else drawn
            page.close()


def png(image: Image) -> bytes:
    """Return a picture of `pages` as a PNG without metadata.

    Runs alone are packed (`Z_RLE`): flat colours take 4 per cent more, and two thirds of the time.
    """
    file = BytesIO()
    image.save(file, "PNG", compress_level=6, compress_type=zlib.Z_RLE)
    return file.getvalue()


def opened(data: bytes) -> Image:
    """Return a PNG as a picture."""
    from PIL.Image import open as read  # noqa: PLC0415

    return read(BytesIO(data)).convert("RGB")


def reduced(image: Image, width: int) -> Image:
    """Return a picture `width` pixels wide, in its proportions."""
    from PIL.Image import Resampling  # noqa: PLC0415

    height = round(width * image.height / image.width)
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=2.0)


def mount(sheet: Image, picture: Image, corner: tuple[int, int]) -> None:
    """Put a picture on a sheet, its upper left corner at these pixels."""
    sheet.paste(picture, corner)
