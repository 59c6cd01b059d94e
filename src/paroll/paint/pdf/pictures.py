"""Pictures as a PDF stores them: samples in its own colours, transparency apart."""

from __future__ import annotations

import zlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

    from paroll.paint.pdf.separation import Press

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "1": ""}
_LEVEL = 6
"""Of compression: 9 takes up to twenty times as long where most is black alone, for 2 per cent."""
GREYS = ("1", "L", "LA")
"""The modes of pictures without colours."""


class Samples(NamedTuple):
    """`width` by `height` samples of 8 bits, or of one bit in a stencil, encoded by `filter`.

    CMYK has 0 for no ink in every encoding. `mask` is grey, 255 opaque, or a stencil, which has no
    colour space.
    """

    width: int
    height: int
    space: str
    filter: str
    data: bytes
    mask: Samples | None = None


@lru_cache(maxsize=24)
def samples(data: bytes, press: Press | None) -> Samples:
    """Return a PNG or JPEG file as samples; a JPEG stays one, untouched where its colours may.

    Without a `press` they are for screens.
    """
    from PIL import Image  # noqa: PLC0415  (only documents with pictures pay for it)

    with Image.open(BytesIO(data)) as image:
        kept = GREYS if press else (*GREYS, "RGB")
        if image.format == "JPEG" and image.mode in kept:
            return encoded(image, data)
        if press is None:
            return _screened(image)
        from paroll.paint.pdf.printed import printed  # noqa: PLC0415  (Pillow)

        return printed(image, press)


def encoded(image: Image, data: bytes) -> Samples:
    """Return an image that is encoded as JPEG."""
    return Samples(*image.size, _SPACES[image.mode], "DCTDecode", data)


def flat(image: Image, mask: Samples | None = None) -> Samples:
    """Return an image packed without loss."""
    packed = zlib.compress(image.tobytes(), _LEVEL)
    return Samples(*image.size, _SPACES[image.mode], "FlateDecode", packed, mask)


def _screened(image: Image) -> Samples:
    """Return samples in RGB or grey."""
    mode = "L" if image.mode in GREYS else "RGB"
    if not image.has_transparency_data:
        return flat(image.convert(mode))
    whole = image.convert("RGBA")
    return flat(whole.convert(mode), flat(whole.getchannel("A")))
