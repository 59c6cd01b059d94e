"""Pictures as samples."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from PIL import Image

from paroll.paint.pdf.colours import Colours
from paroll.paint.pdf.pictures import Samples, samples

RED, BLACK, GREY = (255, 0, 43), (0, 0, 0), (128, 128, 128)


def saved(image: Image.Image, form: str = "PNG") -> bytes:
    file = BytesIO()
    image.save(file, form, quality=95)
    return file.getvalue()


def only(colour: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (4, 3), colour)


def first(picture: Samples) -> tuple[int, ...]:
    """Return the first sample of a picture packed by Flate."""
    bands = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}[picture.space]
    return tuple(zlib.decompress(picture.data)[:bands])


def test_a_jpeg_for_the_screen_is_kept_as_it_is() -> None:
    data = saved(only(RED), "JPEG")
    picture = samples(data, Colours.SCREEN)
    assert (picture.data, picture.filter, picture.space) == (data, "DCTDecode", "DeviceRGB")
    assert (picture.width, picture.height) == (4, 3)


def test_a_grey_jpeg_is_kept_for_the_press_too() -> None:
    data = saved(Image.new("L", (4, 3), 128), "JPEG")
    picture = samples(data, Colours.PRESS)
    assert (picture.data, picture.space) == (data, "DeviceGray")


def test_a_jpeg_in_press_inks_comes_back_in_its_colours() -> None:
    picture = samples(saved(only(RED), "JPEG"), Colours.PRESS)
    assert (picture.space, picture.filter, picture.inverted) == ("DeviceCMYK", "DCTDecode", True)
    pixel = Image.open(BytesIO(picture.data)).convert("RGB").getpixel((1, 1))
    assert pixel == pytest.approx(RED, abs=6)


@pytest.mark.parametrize(
    ("colour", "inks"),
    [(BLACK, (0, 0, 0, 255)), (GREY, (0, 0, 0, 127)), ((255, 0, 0), (0, 255, 255, 0))],
)
def test_grey_goes_to_the_press_as_black_ink_alone(
    colour: tuple[int, ...], inks: tuple[int, ...]
) -> None:
    assert first(samples(saved(only(colour)), Colours.PRESS)) == inks


@pytest.mark.parametrize("colours", Colours)
def test_transparency_becomes_a_mask(colours: Colours) -> None:
    picture = samples(saved(only((*RED, 51), "RGBA")), colours)
    assert picture.mask is not None
    assert first(picture.mask) == (51,)


def test_a_palette_with_a_transparent_colour_has_a_mask_too() -> None:
    image = only(RED).quantize(2)
    image.info["transparency"] = 0
    picture = samples(saved(image), Colours.SCREEN)
    assert picture.mask is not None
    assert (first(picture), first(picture.mask)) == (RED, (0,))


def test_an_opaque_png_has_none() -> None:
    picture = samples(saved(only(RED)), Colours.SCREEN)
    assert (picture.mask, first(picture)) == (None, RED)
