"""Images of a page: what they are, without a look at their pixels."""

from __future__ import annotations

import math
from io import BytesIO

import pikepdf

from paroll.preflight.contents import spaces
from paroll.preflight.contents.matrices import Matrix
from paroll.preflight.contents.painted import Image
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.spaces import Space
from paroll.preflight.reading import entry, items, name, number


def head(source: object) -> object:
    """Return the dictionary of an image: of a stream its own, of an inline image the full one."""
    return source.obj if isinstance(source, pikepdf.PdfInlineImage) else source


def picture(source: object, matrix: Matrix, resources: Resources) -> Image | None:
    """Return what an image is that `matrix` puts on the page; None if it has no pixels.

    A stencil has no colours of its own, so its space is None.
    """
    given = head(source)
    width, height = number(given, "/Width") or 0.0, number(given, "/Height") or 0.0
    if width < 1 or height < 1:
        return None
    stencil = entry(given, "/ImageMask") is True
    across, down = math.hypot(*matrix[:2]), math.hypot(*matrix[2:4])
    found = [pixels * 72 / side for pixels, side in ((width, across), (height, down)) if side > 0]
    bits = 1 if stencil else int(number(given, "/BitsPerComponent") or 8)
    return Image(
        int(width),
        int(height),
        bits,
        min(found, default=0.0),
        None if stencil else _space(given, resources),
        source,
    )


def _space(given: object, resources: Resources) -> Space:
    """Return the space of an image; JPEG 2000 may keep it to itself, then its channels say it."""
    found = spaces.space(entry(given, "/ColorSpace"), resources)
    if found is not None or "JPXDecode" not in filters(given):
        return found or spaces.GRAY
    from PIL.Image import DecompressionBombError  # noqa: PLC0415  (for a rare sort of images)
    from PIL.Image import open as read  # noqa: PLC0415

    try:
        with read(BytesIO(given.read_raw_bytes())) as image:  # type: ignore[attr-defined]
            bands = len(image.getbands())
    except (OSError, ValueError, SyntaxError, pikepdf.PdfError, DecompressionBombError):
        return spaces.GRAY
    return {3: spaces.RGB, 4: spaces.CMYK}.get(bands, spaces.GRAY)


def filters(given: object) -> list[str]:
    """Return the names of the filters that pack an image, the last one first."""
    return [name(each) for each in items(given, "/Filter")]
