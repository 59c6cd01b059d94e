"""Developing: a picture decoded, cut to its place, made as small as it is shown, and nothing else.

What comes out is a new file with the pixels that are seen: no EXIF, no position, no comment, no
colour profile, and nothing of what was cut away.
"""

from __future__ import annotations

from contextlib import nullcontext
from io import BytesIO
from math import ceil
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from paroll.pictures.model import Cut, Damaged, Photo, Region, region
from paroll.pictures.read import LARGEST, Undecodable, opened, orientation_of
from paroll.stock import NotInStock

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 85
"""Of JPEG, with colours at half the resolution (4:2:0)."""
GOOD_ENOUGH = 0.8
"""The part of the size asked for that a decoder may give: at half the scale it takes a third of
the time, and nobody sees 180 pixels per inch from 220."""
_OPAQUE = {"1": "L", "L": "L", "CMYK": "CMYK"}
"""The modes that pixels without transparency get, by those they come in; all others are RGB."""
MOST_COLOURS = 4096
"""A PNG with no more colours than this is a drawing, and stays sharp as PNG."""
GIANT = 12_500_000
"""A picture with transparency and more pixels than this is made smaller band by band."""
BAND = 128
"""How many rows of the small picture are made at once."""
COATED = Path(__file__).parents[1] / "printers" / "shipped" / "icc" / "ISOcoated_v2_300_bas.icc"
"""What CMYK is taken for that does not say which: a file of `printers`, no module of it."""
_LANCZOS = 3
"""How many pixels of the small picture the filter reaches."""
_Box = tuple[float, float, float, float]
_ALONE = Lock()
"""Pictures that are decoded whole take turns: one may need 200 MB."""


def develop(photo: Photo, cut: Cut) -> bytes:
    """Return the part of `photo` that `cut` shows, as JPEG or PNG; raise `Damaged`.

    It has the pixels asked for, or those there are: nothing is enlarged.
    """
    try:
        with _ALONE if photo.whole else nullcontext():
            shown, png, profile = _shown(photo, cut)
    except (NotInStock, Undecodable) as error:
        raise Damaged(f"{photo.path} is damaged: {error}") from error
    return _encoded(_in_srgb(shown, profile), png=png)


def _shown(photo: Photo, cut: Cut) -> tuple[Image, bool, bytes]:
    """Return what `cut` shows, whether it was a PNG, and its colour profile."""
    part = region(photo, cut)
    wide = photo.width * (part.right - part.left)
    enough = 1.0 if cut.full else GOOD_ENOUGH
    image, png, profile = _decoded(photo, enough * min(1.0, cut.width / wide))
    return _resized(image, part, (cut.width, cut.height)), png, profile


def _decoded(photo: Photo, scale: float) -> tuple[Image, bool, bytes]:
    """Return the picture as it is seen, whether it was a PNG, and its colour profile.

    It is decoded at `scale`, or the next larger that its decoder knows.
    """
    image = opened(photo.stock.read(photo.path, LARGEST + 1))
    png, profile = image.format == "PNG", image.info.get("icc_profile", b"")
    orientation = orientation_of(image)
    try:
        image.draft(None, (max(1, ceil(image.width * scale)), max(1, ceil(image.height * scale))))
        image.load()
    except Exception as error:  # a damaged file makes decoders raise anything
        raise Undecodable("it ends too early, or cannot be decoded") from error
    return _upright(_plain(image), orientation), png, profile


def _plain(image: Image) -> Image:
    """Return the picture in a mode that can be resized: L, RGB, RGBA or CMYK, of 8 bits each."""
    if image.mode.startswith(("I", "F")):  # 16 bits of grey
        return image.convert("I").point(lambda value: value / 257).convert("L")
    mode = "RGBA" if image.has_transparency_data else _OPAQUE.get(image.mode, "RGB")
    return image if image.mode == mode else image.convert(mode)


def _upright(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose  # noqa: PLC0415

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _resized(image: Image, part: Region, most: tuple[int, int]) -> Image:
    """Return a part of the picture in at most so many pixels."""
    from PIL.Image import Resampling  # noqa: PLC0415

    width, height = image.size
    box = (part.left * width, part.top * height, part.right * width, part.bottom * height)
    wide, high = box[2] - box[0], box[3] - box[1]
    scale = min(1.0, most[0] / wide)
    size = (max(1, round(wide * scale)), max(1, round(high * scale)))
    if image.mode == "RGBA" and width * height > GIANT:
        return _in_bands(image, box, size)
    return image.resize(size, Resampling.LANCZOS, box=box, reducing_gap=3.0)


def _in_bands(image: Image, box: _Box, size: tuple[int, int]) -> Image:
    """Resize a picture band by band.

    Pillow multiplies colours by their opacity in a copy as large as the picture; here that is one
    of a band. Bands overlap by what the filter reaches, so nothing is seen of them.
    """
    from PIL.Image import Resampling, new  # noqa: PLC0415

    left, top, right, bottom = box
    step = (bottom - top) / size[1]
    reach = ceil(_LANCZOS * max(1.0, step)) + 1
    whole = new(image.mode, size)
    for start in range(0, size[1], BAND):
        end = min(start + BAND, size[1])
        first, last = top + start * step, min(top + end * step, bottom)
        above, below = max(0, int(first) - reach), min(image.height, ceil(last) + reach)
        band = image.crop((0, above, image.width, below))
        part = (left, first - above, right, last - above)
        whole.paste(band.resize((size[0], end - start), Resampling.LANCZOS, box=part), (0, start))
    return whole


def _in_srgb(image: Image, profile: bytes) -> Image:
    """Return the picture in sRGB or grey; a profile that cannot be used is passed over.

    Inks without a profile are those of coated paper: without any paper they would be garish, and
    what was separated with much black muddy.
    """
    if profile:
        image = _converted(image, profile)
    return _converted(image, COATED.read_bytes()) if image.mode == "CMYK" else image


def _converted(image: Image, profile: bytes) -> Image:
    from PIL import ImageCms  # noqa: PLC0415  (few pictures have a profile to convert from)

    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(own):
            return image
        bands = image.convert("RGB") if image.mode == "RGBA" else image
        srgb = ImageCms.createProfile("sRGB")
        seen = ImageCms.profileToProfile(bands, own, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    if seen is None:
        return image
    if image.mode == "RGBA":
        seen.putalpha(image.getchannel("A"))
    return seen.convert("L") if image.mode == "L" else seen


def _encoded(image: Image, *, png: bool) -> bytes:
    """Return the pixels as a file of their own, without anything else the picture carried."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.info.clear()
    file = BytesIO()
    if image.mode == "RGBA" or (png and image.getcolors(MOST_COLOURS)):
        image.save(file, "PNG")
    else:
        image.save(file, "JPEG", quality=QUALITY, subsampling="4:2:0")
    return file.getvalue()
