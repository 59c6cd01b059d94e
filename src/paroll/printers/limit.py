"""Pictures within a limit of ink, pixel by pixel. Importing this imports Pillow."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageChops, ImageMath

FULL = 255
"""The level of an ink of 100 per cent."""
_BAND = 128
"""How many rows are reckoned with at once."""


def limited(image: Image.Image, most: int) -> Image.Image:
    """Return CMYK in which no pixel has more than `most` levels of all inks together."""
    whole = image
    for box in _bands(image):
        band = image.crop(box)
        if over := _excess(band, most):
            whole = image.copy() if whole is image else whole
            whole.paste(_eased(band, over), box)
    return whole


def excess(negative: Image.Image, most: int) -> Image.Image | None:
    """Return by how many levels each pixel passes `most`, up to 255; None where none does.

    It is of CMYK in which 255 is no ink.
    """
    whole = None
    for box in _bands(negative):
        if over := _excess(ImageChops.invert(negative.crop(box)), most):
            whole = whole or Image.new("L", negative.size)
            whole.paste(over.convert("L"), box)
    return whole


def eased(image: Image.Image, over: Image.Image, most: int) -> Image.Image:
    """Return CMYK with so many levels less in each pixel, or more, where it passes `most`."""
    whole = image.copy()
    for box in _bands(image):
        band, asked = image.crop(box), over.crop(box)
        if wet := _excess(band, most):
            asked = ImageMath.lambda_eval(lambda a: a["max"](a["o"], a["wet"]), o=asked, wet=wet)
        whole.paste(_eased(band, asked), box)
    return whole


def _bands(image: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """Yield the picture band by band: sums of inks take 20 bytes for each pixel."""
    for top in range(0, image.height, _BAND):
        yield 0, top, image.width, min(top + _BAND, image.height)


def _excess(image: Image.Image, most: int) -> Image.Image | None:
    cyan, magenta, yellow, black = image.split()
    over: Image.Image = ImageMath.lambda_eval(
        lambda a: a["max"](a["c"] + a["m"] + a["y"] + a["k"] - most, 0),
        c=cyan,
        m=magenta,
        y=yellow,
        k=black,
    )
    return over if over.getextrema()[1] else None


def _eased(image: Image.Image, over: Image.Image) -> Image.Image:
    """Return CMYK with so many levels less in each pixel: C, M and Y keep their proportions.

    Whole numbers, rounded down: together they are never more than asked for.
    """
    *colours, black = image.split()
    cyan, magenta, yellow = colours
    asked = ImageMath.lambda_eval(
        lambda a: a["max"](a["c"] + a["m"] + a["y"], 1), c=cyan, m=magenta, y=yellow
    )
    room = ImageMath.lambda_eval(lambda a: a["max"](a["asked"] - a["o"], 0), asked=asked, o=over)
    fitted = [
        ImageMath.lambda_eval(
            lambda a: a["convert"](a["ink"] * a["room"] / a["asked"], "L"),
            ink=ink,
            room=room,
            asked=asked,
        )
        for ink in colours
    ]
    return Image.merge("CMYK", [*fitted, black])


def levels(percent: float) -> int:
    """Return per cent of ink in levels, rounded down."""
    return int(percent * FULL / 100)
