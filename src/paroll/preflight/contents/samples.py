"""The pixels of images as ink: for each plate a grey picture, small enough to be drawn quickly."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from paroll.preflight.contents.images import filters, head
from paroll.preflight.contents.painted import Image
from paroll.preflight.contents.spaces import (
    GRAY,
    NOTHING,
    PROCESS,
    Family,
    Space,
    inks,
    looked_up,
)
from paroll.preflight.contents.toner import Toner
from paroll.preflight.reading import numbers

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MOST_SAMPLES = 200_000_000
"""Of more samples, pixels times channels, images are not read: 50 × 70 cm in CMYK has 195 million.

JPEGs count as they are once they are decoded, at an eighth of their size at best.
"""
_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_WHOLE = ("DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode")
Planes = dict[str, "Pixels"]
"""For each ink a grey picture: 255 is all of it."""


def planes(image: Image, factor: int, toner: Toner) -> Planes | None:
    """Return an image as ink, `factor` times smaller than it is; None if it cannot be read."""
    from PIL.Image import DecompressionBombError  # noqa: PLC0415  (only where there are images)

    if image.space is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            bands = _bands(image, image.space, factor)
        except (
            pikepdf.PdfError,
            OSError,
            MemoryError,
            ValueError,
            SyntaxError,
            RuntimeError,
            TypeError,
            NotImplementedError,
            AttributeError,
            IndexError,
            DecompressionBombError,
        ):
            return None
        return _inked(image.space, bands, toner) if bands else None


def _bands(image: Image, space: Space, factor: int) -> list[Pixels]:
    """Return the channels of an image, or of an indexed one those of its inks' base."""
    given = head(image.source)
    packed = filters(given)
    if packed and packed[-1] in _WHOLE:
        bands = _unpacked(image, packed, factor)
    else:
        bands = _sampled(image, space, factor)
    if len(bands) != space.size:
        return []
    decode = numbers(given, "/Decode")
    if space.family is Family.INDEXED:
        bands = _unindexed(space, bands[0])
    elif len(decode) == 2 * len(bands) and space.family is not Family.LAB:
        bands = [_decoded(b, decode[2 * i : 2 * i + 2]) for i, b in enumerate(bands)]
    rest = max(1, factor * bands[0].width // image.width)
    return [band.reduce(rest) for band in bands] if rest > 1 else bands


def _decoded(band: Pixels, ends: tuple[float, ...]) -> Pixels:
    low, high = ends
    if (low, high) == (0.0, 1.0):
        return band
    return band.point([round(255 * (low + i / 255 * (high - low))) for i in range(256)])


def _unpacked(image: Image, packed: list[str], factor: int) -> list[Pixels]:
    """Return the channels of a JPEG or of what Pillow reads."""
    from PIL import ImageChops  # noqa: PLC0415
    from PIL.Image import open as read  # noqa: PLC0415

    source = image.source
    if packed != ["DCTDecode"] and image.width * image.height > MOST_SAMPLES:
        return []
    if packed != ["DCTDecode"] or isinstance(source, pikepdf.PdfInlineImage):
        if isinstance(source, pikepdf.PdfInlineImage):
            found = source.as_pil_image()
        else:
            found = pikepdf.PdfImage(source).as_pil_image()  # type: ignore[arg-type]
        return [*found.convert("L" if found.mode == "1" else found.mode).split()]
    found = read(BytesIO(source.read_raw_bytes()))  # type: ignore[attr-defined]
    found.draft(found.mode, (image.width // factor, image.height // factor))
    if found.width * found.height * len(found.getbands()) > MOST_SAMPLES:
        return []
    if found.mode == "CMYK" and "adobe" in found.info:  # Pillow turns what Adobe has turned
        return [ImageChops.invert(band) for band in found.split()]
    return [*found.split()]


def _sampled(image: Image, space: Space, factor: int) -> list[Pixels]:
    """Return the channels of plain samples, `factor` times smaller where that takes less room."""
    from PIL.Image import frombytes  # noqa: PLC0415

    channels = space.size
    if image.width * image.height * channels > MOST_SAMPLES:
        return []
    data = image.source.read_bytes()  # type: ignore[attr-defined]
    size = (image.width, image.height)
    if image.bits == 16:
        data = data[::2]
    elif image.bits in (1, 2, 4):
        data = _spread(data, image, channels)
    lacks = image.width * image.height * channels - len(data)
    if lacks > 0:
        data += bytes(lacks)
    length = image.width * image.height
    mode = _MODES.get(channels)
    if mode and space.family is not Family.INDEXED:
        return [*frombytes(mode, size, data[: length * channels]).reduce(factor).split()]
    return [frombytes("L", size, data[i::channels][:length]) for i in range(channels)]


def _spread(data: bytes, image: Image, channels: int) -> bytes:
    """Give every sample of less than 8 bits a byte; an index stays what it is."""
    bits, most = image.bits, (1 << image.bits) - 1
    indexed = image.space is not None and image.space.family is Family.INDEXED
    scale = 1 if indexed else 255 // most
    each = [
        bytes((value >> shift & most) * scale for shift in range(8 - bits, -1, -bits))
        for value in range(256)
    ]
    wide = image.width * channels
    row = (wide * bits + 7) // 8
    rows = (data[at : at + row] for at in range(0, row * image.height, row))
    return b"".join(b"".join(each[byte] for byte in one)[:wide] for one in rows)


def _unindexed(space: Space, indexes: Pixels) -> list[Pixels]:
    base = space.base or GRAY
    colours = [looked_up(space, index) for index in range(256)]
    tables = [
        [round(255 * colour[i]) if len(colour) > i else 0 for colour in colours]
        for i in range(base.size)
    ]
    return [indexes.point(table) for table in tables]


def _inked(space: Space, bands: list[Pixels], toner: Toner) -> Planes:
    """Return the inks of channels of a space; an indexed one is its base by now."""
    from PIL import ImageChops  # noqa: PLC0415
    from PIL.Image import merge  # noqa: PLC0415

    root = space.root
    if root.family in (Family.SEPARATION, Family.DEVICEN):
        return _spots(root, bands)
    if root.size == 1:
        return {PROCESS[3]: ImageChops.invert(bands[0])}
    if root.family is Family.LAB:
        return {PROCESS[3]: ImageChops.invert(bands[0])}
    if root.size == 3:
        bands = [*toner.separated(merge("RGB", bands)).split()]
    return dict(zip(PROCESS, bands, strict=True)) if len(bands) == 4 else {}


def _spots(root: Space, bands: list[Pixels]) -> Planes:
    found: Planes = {}
    for name, band in zip(root.names, bands, strict=False):
        for plate in inks(root, tuple(float(n == name) for n in root.names), lambda *_: {}):
            if name != NOTHING and (plate == name or plate not in found):
                found.setdefault(plate, band)
    return found
