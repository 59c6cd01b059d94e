"""Pictures as a PDF stores them: samples in its own colours, transparency apart."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from paroll.paint.pdf.colours import Colours

if TYPE_CHECKING:
    from PIL.Image import Image

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
_QUALITY = 92


class Samples(NamedTuple):
    """`width` by `height` samples of 8 bits, encoded by `filter`.

    `inverted` marks CMYK as Photoshop's JPEG has it, 255 for no ink; `mask` is grey, 255 opaque.
    """

    width: int
    height: int
    space: str
    filter: str
    data: bytes
    inverted: bool = False
    mask: Samples | None = None


def samples(data: bytes, colours: Colours) -> Samples:
    """Return a PNG or JPEG file as samples; a JPEG stays one, untouched where its colours may."""
    from PIL import Image  # noqa: PLC0415  (only documents with pictures pay for it)

    with Image.open(BytesIO(data)) as image:
        mode = _mode(image, colours)
        if image.format == "JPEG":
            encoded = data if image.mode == mode != "CMYK" else _jpeg(_converted(image, mode))
            inverted = mode == "CMYK"
            return Samples(*image.size, _SPACES[mode], "DCTDecode", encoded, inverted)
        if image.has_transparency_data:
            whole = image.convert("RGBA")
            return _flat(_converted(whole, mode), _flat(whole.getchannel("A")))
        return _flat(_converted(image, mode))


def _mode(image: Image, colours: Colours) -> str:
    if image.mode in ("1", "L", "LA"):
        return "L"
    return "CMYK" if colours is Colours.PRESS else "RGB"


def _converted(image: Image, mode: str) -> Image:
    if mode != "CMYK" or image.mode == "CMYK":
        return image.convert(mode)
    return _separated(image.convert("RGB"))


def _separated(image: Image) -> Image:
    """Return RGB as CMYK with all its grey in black (ISO 32000-1, 10.3.4): text stays one ink."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    inks = [ImageChops.invert(band) for band in image.split()]
    black = ImageChops.darker(ImageChops.darker(inks[0], inks[1]), inks[2])
    return Image.merge("CMYK", [*(ImageChops.subtract(ink, black) for ink in inks), black])


def _jpeg(image: Image) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()


def _flat(image: Image, mask: Samples | None = None) -> Samples:
    packed = zlib.compress(image.tobytes(), 9)
    return Samples(*image.size, _SPACES[image.mode], "FlateDecode", packed, mask=mask)
