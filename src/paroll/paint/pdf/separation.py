"""From the colours of a screen to the inks of a press, by the tables of its ICC profile.

What comes in as red, green and blue goes out by relative colorimetry with black point
compensation: colours that ink can make stay what they are, paper stays white, and the darkest
becomes the darkest.

No pixel takes more ink than the press allows: cyan, magenta and yellow are scaled alike, so their
hue stays, and black stays, which makes the shadows. Importing this imports Pillow.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageChops, ImageCms

from paroll.brand.colour import NEAR
from paroll.brand.model import Ink
from paroll.printers import Cmyk, Printer, Standard
from paroll.printers.icc import separation
from paroll.printers.limit import FULL, levels, limited
from paroll.tuples import NamedTuple


class Press(NamedTuple):
    """What of a printer and a brand decides how a picture is separated; made to be a key.

    `limit` is in per cent; `flat` says that there may be no transparency, `inks` are the brand's.
    """

    profile: bytes
    limit: float
    flat: bool
    inks: tuple[Ink, ...]


def press_of(printer: Printer, inks: Sequence[Ink]) -> Press:
    """Return how pictures are separated for `printer`, among the colours of a brand."""
    flat = printer.standard is Standard.X1A
    return Press(printer.photos, printer.ink_limit, flat, tuple(dict.fromkeys(inks)))


def separated(image: Image.Image, press: Press, *, is_drawn: bool) -> Image.Image:
    """Return a picture in CMYK, within the limit of ink in every pixel.

    What is drawn rather than photographed keeps its greys in black alone, and the brand's colours
    in the brand's inks.
    """
    if image.mode == "CMYK":
        return limited(image, levels(press.limit))
    source = image.info.get("icc_profile", b"")
    picture = image if image.mode == "RGB" else image.convert("RGB")
    inked = _converted(picture, press.profile, source)
    if is_drawn:
        inked = _as_meant(picture, inked, press.inks)
    return limited(inked, levels(press.limit))


@lru_cache(maxsize=256)
def separated_colour(screen: str, press: Press) -> Cmyk:
    """Return the inks, in per cent, of a colour `#RRGGBB` that a drawing is filled with."""
    colour = (int(screen[1:3], 16), int(screen[3:5], 16), int(screen[5:7], 16))
    drawn = separated(Image.new("RGB", (1, 1), colour), press._replace(inks=()), is_drawn=True)
    cyan, magenta, yellow, black = drawn.tobytes()
    return _percent(cyan), _percent(magenta), _percent(yellow), _percent(black)


def _percent(level: int) -> float:
    return round(level * 100 / FULL, 1)


def _converted(picture: Image.Image, profile: bytes, source: bytes) -> Image.Image:
    try:
        transform = _transform(profile, source)
    except ValueError:
        transform = _transform(profile, b"")  # the picture's profile cannot be used
    inked = ImageCms.applyTransform(picture, transform)
    if inked is None:
        raise AssertionError("a transform that is not in place returns a picture")
    return inked


_transform = lru_cache(maxsize=8)(separation)


def _as_meant(picture: Image.Image, inked: Image.Image, inks: Sequence[Ink]) -> Image.Image:
    """Return `inked` with greys in black alone, and the brand's colours in its own inks."""
    red, green, blue = picture.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    nothing = Image.new("L", picture.size)
    greys = Image.merge("CMYK", [nothing, nothing, nothing, ImageChops.invert(green)])
    inked = inked.copy()
    inked.paste(greys, mask=_where(ImageChops.difference(most, least), 0))
    for ink in inks:
        colour = Image.new("RGB", picture.size, ink.screen)
        off = ImageChops.difference(picture, colour).split()
        far = ImageChops.lighter(ImageChops.lighter(off[0], off[1]), off[2])
        cmyk = tuple(round(part * FULL / 100) for part in ink.cmyk)
        inked.paste(Image.new("CMYK", picture.size, cmyk), mask=_where(far, NEAR))
    return inked


def _where(far: Image.Image, most: int) -> Image.Image:
    """Return a mask of where `far` is at most so much."""
    return far.point([FULL if level <= most else 0 for level in range(FULL + 1)])
