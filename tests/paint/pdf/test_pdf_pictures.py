"""Pictures as samples."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw

from paroll.brand.model import Ink
from paroll.paint.pdf.pictures import Samples, samples
from paroll.paint.pdf.separation import Press, press_of
from paroll.printers import default
from photos import landscape

WIDE_GAMUT = Path("/usr/share/color/icc/ghostscript/a98.icc")
PRESS = press_of(default(), ())
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
    picture = samples(data, None)
    assert (picture.data, picture.filter, picture.space) == (data, "DCTDecode", "DeviceRGB")
    assert (picture.width, picture.height) == (4, 3)


def test_a_grey_jpeg_is_kept_for_the_press_too() -> None:
    data = saved(Image.new("L", (4, 3), 128), "JPEG")
    picture = samples(data, PRESS)
    assert (picture.data, picture.space) == (data, "DeviceGray")


def test_a_photograph_for_the_press_is_separated_by_its_printing_condition() -> None:
    picture = samples(saved(only((34, 102, 170)), "JPEG"), PRESS)
    assert (picture.space, picture.filter) == ("DeviceCMYK", "DCTDecode")
    inks = ImageChops.invert(Image.open(BytesIO(picture.data))).getpixel((1, 1))
    assert inks == pytest.approx((212, 152, 13, 0), abs=15)


@pytest.mark.parametrize(("colour", "inks"), [(BLACK, (0, 0, 0, 255)), (GREY, (0, 0, 0, 127))])
def test_grey_in_a_drawing_goes_to_the_press_as_black_ink_alone(
    colour: tuple[int, ...], inks: tuple[int, ...]
) -> None:
    assert first(samples(saved(only(colour)), PRESS)) == inks


def test_a_brand_colour_in_a_drawing_is_printed_in_the_brand_s_inks() -> None:
    press = press_of(default(), [Ink("#FF002B", (0, 100, 80, 0))])
    assert first(samples(saved(only((250, 4, 40))), press)) == (0, 255, 204, 0)


def test_black_in_a_photograph_is_deep() -> None:
    picture = samples(saved(only(BLACK), "JPEG"), PRESS)
    inks = ImageChops.invert(Image.open(BytesIO(picture.data))).getpixel((1, 1))
    assert isinstance(inks, tuple)
    assert sum(inks) > 2.8 * 255


@pytest.mark.parametrize("press", [None, PRESS], ids=["screen", "press"])
def test_transparency_becomes_a_mask(press: Press | None) -> None:
    picture = samples(saved(only((*RED, 51), "RGBA")), press)
    assert picture.mask is not None
    assert first(picture.mask) == (51,)


def test_where_nothing_may_be_transparent_a_picture_has_a_fine_edge_instead() -> None:
    disc = Image.new("RGBA", (40, 40), (*RED, 0))
    ImageDraw.Draw(disc).ellipse((4, 4, 35, 35), fill=(*RED, 255))
    picture = samples(saved(disc), PRESS._replace(flat=True))
    assert picture.mask is not None
    assert (picture.mask.space, picture.mask.width) == ("", 160)
    stencil = Image.frombytes("1", (160, 160), zlib.decompress(picture.mask.data))
    assert stencil.getbbox() == pytest.approx((16, 16, 144, 144), abs=2)


def test_a_photograph_that_is_cut_out_is_jpeg_too() -> None:
    grain = Image.merge("RGB", [Image.effect_noise((300, 200), n) for n in (40, 60, 80)])
    cut = Image.blend(landscape(300, 200), grain, 0.2).convert("RGBA")
    cut.putalpha(Image.radial_gradient("L").resize((300, 200)))
    picture = samples(saved(cut), PRESS)
    assert (picture.filter, picture.space) == ("DCTDecode", "DeviceCMYK")
    assert picture.mask is not None
    assert picture.mask.filter == "FlateDecode"


def test_a_profile_in_a_picture_counts_and_a_broken_one_is_passed_over() -> None:
    def inks(profile: bytes) -> tuple[int, ...]:
        file = BytesIO()
        only((0, 160, 60)).save(file, "PNG", icc_profile=profile)
        return first(samples(file.getvalue(), PRESS))

    wide = ImageCms.ImageCmsProfile(str(WIDE_GAMUT)).tobytes() if WIDE_GAMUT.exists() else b""
    plain = inks(b"")
    assert inks(b"nonsense" * 40) == plain
    if wide:
        assert inks(wide) != plain


def test_a_palette_with_a_transparent_colour_has_a_mask_too() -> None:
    image = only(RED).quantize(2)
    image.info["transparency"] = 0
    picture = samples(saved(image), None)
    assert picture.mask is not None
    assert (first(picture), first(picture.mask)) == (RED, (0,))


def test_an_opaque_png_has_none() -> None:
    picture = samples(saved(only(RED)), None)
    assert (picture.mask, first(picture)) == (None, RED)
