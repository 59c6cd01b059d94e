"""Pictures within a limit of ink, pixel by pixel. Importing this imports Pillow."""

from __future__ import annotations

from PIL import Image, ImageMath

FULL = 255
"""The level of an ink of 100 per cent."""


def limited(image: Image.Image, most: int) -> Image.Image:
    """Return CMYK in which no pixel has more than `most` levels of all inks together."""
    over = excess(image, most)
    return image if over is None else eased(image, over)


def excess(image: Image.Image, most: int) -> Image.Image | None:
    """Return by how many levels each pixel of CMYK passes `most`; None where none does."""
    cyan, magenta, yellow, black = image.split()
    over = ImageMath.lambda_eval(
        lambda a: a["max"](a["c"] + a["m"] + a["y"] + a["k"] - most, 0),
        c=cyan,
        m=magenta,
        y=yellow,
        k=black,
    )
    return over if over.getextrema()[1] else None


def eased(image: Image.Image, over: Image.Image) -> Image.Image:
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
