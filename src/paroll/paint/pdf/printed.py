"""Pictures in press inks: drawings sharp, photographs as JPEG. Importing this imports Pillow."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops
from PIL.Image import Resampling

from paroll.paint.pdf.pictures import GREYS, Samples, encoded, flat
from paroll.paint.pdf.separation import Press, separated
from paroll.printers.limit import eased, excess, levels, limited

FEW_COLOURS = 4096
"""A PNG with no more colours than this is a drawing or a screenshot, not a photograph."""

_QUALITY = 90
_TRIES = 6
_STEP = 5
"""By how many levels the limit is set lower in each attempt: 2 per cent, which nobody sees."""
_MORE = [0, *(min(255, 2 * level + 4) for level in range(1, 256))]
"""How much is taken away for so many levels too much: what is taken away comes back in part."""
_ROUNDING = 4
"""Levels by which decoders may differ in the sum of four inks: one in each."""
_SHARPER = 4
"""How many times finer the edge of a picture without soft transparency is than the picture."""


def printed(image: Image.Image, press: Press) -> Samples:
    """Return samples of a PNG or a JPEG in CMYK, or in grey where it has no colours."""
    clear = image.has_transparency_data
    whole = image.convert("RGBA") if clear else image
    is_drawn = image.format == "PNG" and bool(whole.convert("RGB").getcolors(FEW_COLOURS))
    if image.mode in GREYS:
        inked = whole.convert("L")
    else:
        inked = separated(whole, press, is_drawn=is_drawn)
    stored = flat(inked) if is_drawn or inked.mode == "L" else _photo(inked, press)
    if not clear:
        return stored
    alpha = whole.getchannel("A")
    return stored._replace(mask=_stencil(alpha) if press.flat else flat(alpha))


def _photo(image: Image.Image, press: Press) -> Samples:
    """Return CMYK as JPEG that keeps within the limit of ink when it is decoded.

    JPEG overshoots at edges: there ink is taken away, and all is tried again. What cannot be had so
    is packed without loss.
    """
    most = levels(press.limit)
    image = limited(image, most - _ROUNDING)
    for attempt in range(1, _TRIES + 1):
        data = _jpeg(image)
        with Image.open(BytesIO(data)) as again:
            over = excess(again, most - _ROUNDING)
        if over is None:
            return encoded(image, data)
        image = eased(image, _around(over.point(_MORE)), most - _ROUNDING - attempt * _STEP)
    return flat(limited(image, most))


def _around(over: Image.Image) -> Image.Image:
    """Return `over` reaching a pixel or two further: JPEG spreads what is taken away at a point."""
    for step in ((1, 0), (-2, 0), (0, 1), (0, -2)):
        over = ImageChops.lighter(over, ImageChops.offset(over, *step))
    return over


def _jpeg(image: Image.Image) -> bytes:
    """Return CMYK as JPEG with 0 for no ink, as PDF has it without a `Decode`.

    Pillow writes and reads it the other way round, as Photoshop does; readers of PDF that go by
    that and others that do not then disagree.
    """
    file = BytesIO()
    ImageChops.invert(image).save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return file.getvalue()


def _stencil(alpha: Image.Image) -> Samples:
    """Return where a picture is, or is not: finer than the picture, so that edges stay smooth."""
    width, height = (side * _SHARPER for side in alpha.size)
    fine = alpha.resize((width, height), Resampling.BICUBIC)
    return flat(fine.point([255 * (level >= 128) for level in range(256)], "1"))
