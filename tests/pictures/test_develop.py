"""Pictures developed: the part that is shown, as large as it is shown, and nothing else."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngInfo

from badphotos import SIGNATURE, chunk, moved
from paroll.finding import Span
from paroll.pictures import Cut, Photo, region
from paroll.pictures.develop import COATED, develop
from paroll.pictures.read import read_picture
from paroll.source import Plain
from paroll.stock import Memory
from photos import RED, dotted, landscape, saved


def grainy(width: int, height: int) -> Image.Image:
    """Return a picture with as many colours as a photograph."""
    bands = (Image.effect_noise((width, height), spread) for spread in (40, 60, 80))
    return Image.merge("RGB", list(bands))


POINTS = [(0.02, 0.5), (0.98, 0.5), (0.5, 0.02), (0.5, 0.98), (0.3, 0.7), (0.97, 0.03)]


def photo(data: bytes) -> Photo:
    read, findings = read_picture(Memory({"b": data}), ".", Plain("b", Span("a", 1, 1)))
    assert isinstance(read, Photo), findings
    return read


def shown(
    data: bytes, width: int, height: int, focus: tuple[float, float] = (0.5, 0.5)
) -> Image.Image:
    image = Image.open(BytesIO(develop(photo(data), Cut(width, height, focus))))
    image.load()
    return image


@pytest.mark.parametrize(("full", "wide"), [(True, 1100), (False, 1000)])
def test_a_picture_for_print_has_every_pixel_asked_for(full: bool, wide: int) -> None:
    data = develop(photo(saved(landscape(2000, 1500))), Cut(1100, 825, (0.5, 0.5), full))
    assert Image.open(BytesIO(data)).width == wide


def middle_of(image: Image.Image, colour: tuple[int, int, int]) -> tuple[float, float] | None:
    """Return where a colour is seen, in parts of width and height; None if nowhere."""
    small = image.convert("RGB").resize((100, 100))
    near = [
        (x, y)
        for x in range(100)
        for y in range(100)
        if _distance(small.getpixel((x, y)), colour) < 120
    ]
    if not near:
        return None
    return sum(x for x, _ in near) / len(near) / 100, sum(y for _, y in near) / len(near) / 100


def _distance(pixel: object, colour: tuple[int, int, int]) -> int:
    assert isinstance(pixel, tuple)
    return sum(abs(a - b) for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("focus", POINTS)
@pytest.mark.parametrize(("width", "height"), [(300, 100), (100, 300), (200, 200)])
def test_the_focal_point_is_never_cut_away(
    focus: tuple[float, float], width: int, height: int
) -> None:
    image = shown(saved(dotted(900, 600, focus)), width, height, focus)
    assert image.size == (width, height)
    assert middle_of(image, RED)


def test_the_focal_point_is_in_the_middle_where_the_edges_allow() -> None:
    image = shown(saved(dotted(900, 300, (0.4, 0.5))), 200, 200, (0.4, 0.5))
    assert middle_of(image, RED) == pytest.approx((0.5, 0.5), abs=0.03)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation: int) -> None:
    """The dot is upper left as the photographer saw it, however the camera was held."""
    turned = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    image = dotted(900, 600, (0.2, 0.2))
    if orientation in turned:
        image = image.transpose(Image.Transpose(turned[orientation]))
    at = middle_of(shown(moved(image, orientation), 300, 200), RED)
    assert at == pytest.approx((0.2, 0.2), abs=0.03)


def test_nothing_is_enlarged() -> None:
    assert shown(saved(landscape(300, 200)), 3000, 2000).size == (300, 200)
    assert shown(saved(landscape(300, 200)), 2000, 2000).size == (200, 200)


def test_a_large_photograph_is_decoded_at_half_the_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[tuple[int, int]] = []
    load = JpegImageFile.load

    def counted(self: JpegImageFile) -> object:
        sizes.append(self.size)
        return load(self)

    monkeypatch.setattr(JpegImageFile, "load", counted)
    data = develop(photo(saved(landscape(2000, 1500))), Cut(1100, 825, (0.5, 0.5)))
    assert (1000, 750) in sizes
    assert Image.open(BytesIO(data)).size == (1000, 750)


def test_what_was_cut_away_is_not_in_the_file() -> None:
    image = Image.new("RGB", (1000, 500), "white")
    image.paste(RED, (0, 0, 500, 500))
    data = develop(photo(saved(image)), Cut(300, 300, (0.9, 0.5)))
    assert len(data) < 3000
    assert middle_of(Image.open(BytesIO(data)), RED) is None


def test_names_places_and_comments_are_left_out() -> None:
    taken = moved(landscape(600, 400), 6)
    assert b"hemlig" in taken and b"Hemlig" in taken
    data = develop(photo(taken), Cut(300, 300, (0.5, 0.5)))
    image = Image.open(BytesIO(data))
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"emlig" not in data


def test_a_png_leaves_its_texts_behind() -> None:
    texts = PngInfo()
    texts.add_text("Author", "Anna Hemlig")
    image = Image.new("RGBA", (80, 60), (255, 0, 0, 90))
    data = develop(photo(saved(image, "PNG", pnginfo=texts)), Cut(40, 30, (0.5, 0.5)))
    assert b"Hemlig" not in data
    assert set(Image.open(BytesIO(data)).info) == set()


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(landscape(800, 500))
    first, second = (develop(photo(data), Cut(300, 300, (0.3, 0.3))) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("mode", "form", "colour", "expected"),
    [
        ("L", "JPEG", 90, (90, 90, 90)),
        ("L", "PNG", 90, (90, 90, 90)),
        ("1", "PNG", 1, (255, 255, 255)),
        ("P", "PNG", 0, None),
        ("LA", "PNG", (90, 255), (90, 90, 90)),
        ("RGBA", "PNG", (200, 30, 30, 255), (200, 30, 30)),
        ("I;16", "PNG", 0x5A5A, (90, 90, 90)),
        ("CMYK", "JPEG", (0, 255, 255, 0), (227, 6, 19)),  # as ink on coated paper has it
    ],
)
def test_every_mode_of_pixels_keeps_its_colour(
    mode: str, form: str, colour: int, expected: tuple[int, int, int] | None
) -> None:
    if mode == "P":
        made, expected = dotted(80, 60, (0.5, 0.5)).quantize(8), (128, 128, 128)
    else:
        made = Image.new(mode, (80, 60), colour)
    image = shown(saved(made, form), 40, 30)
    assert image.mode in ("L", "RGB")
    assert image.convert("RGB").getpixel((3, 3)) == pytest.approx(expected, abs=6)


def test_sixteen_bits_of_colour_become_eight() -> None:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 1, 16, 2, 0, 0, 0))
    row = b"\0" + struct.pack(">3H", 0xC8C8, 0x1E1E, 0x1E1E) * 4
    data = SIGNATURE + head + chunk(b"IDAT", zlib.compress(row)) + chunk(b"IEND", b"")
    assert shown(data, 4, 1).getpixel((1, 0)) == (200, 30, 30)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_is_kept_and_stays_a_png(mode: str) -> None:
    image = Image.new("RGBA", (80, 60), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 40, 60))
    made = image.quantize(4) if mode == "P" else image.convert(mode)
    result = shown(saved(made, "PNG"), 40, 30)
    assert (result.format, result.mode) == ("PNG", "RGBA")
    left, right = (result.getpixel((x, 15)) for x in (4, 35))
    assert isinstance(left, tuple) and isinstance(right, tuple)
    assert (left[3], right[3]) == (0, 255)


def test_edges_of_transparent_parts_have_no_fringe() -> None:
    """What is transparent is black underneath; it must not darken what is beside it."""
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    image.paste((255, 255, 255, 255), (203, 0, 400, 300))
    result = shown(saved(image, "PNG"), 80, 60)
    white = Image.new("RGB", result.size, "white")
    white.paste(result, mask=result.getchannel("A"))
    assert min(white.tobytes()) >= 254


def test_a_drawing_stays_sharp_and_a_photograph_becomes_a_jpeg() -> None:
    assert shown(saved(dotted(400, 300, (0.5, 0.5)), "PNG"), 200, 150).format == "PNG"
    assert shown(saved(grainy(1600, 1000), "PNG"), 400, 250).format == "JPEG"
    assert shown(saved(dotted(400, 300, (0.5, 0.5))), 200, 150).format == "JPEG"


def test_colours_are_converted_to_srgb_and_their_profile_goes() -> None:
    """In this space what is written as red is seen as green."""
    made = Image.new("RGB", (80, 60), (200, 30, 30))
    for form in ("JPEG", "PNG"):
        image = shown(saved(made, form, icc_profile=swapped_profile()), 40, 30)
        assert "icc_profile" not in image.info
        assert image.getpixel((9, 9)) == pytest.approx((30, 200, 30), abs=12)


def test_transparency_outlives_a_change_of_colours() -> None:
    made = Image.new("RGBA", (80, 60), (200, 30, 30, 90))
    image = shown(saved(made, "PNG", icc_profile=swapped_profile()), 40, 30)
    assert image.getpixel((9, 9)) == pytest.approx((30, 200, 30, 90), abs=12)


@pytest.mark.parametrize("tagged", [True, False])
def test_inks_are_seen_in_their_colours_whether_or_not_they_say_which(tagged: bool) -> None:
    """What is dark is mostly black ink: without a profile it must not turn muddy."""
    photograph, coated = landscape(160, 120), COATED.read_bytes()
    press = ImageCms.ImageCmsProfile(BytesIO(coated))
    inked = ImageCms.profileToProfile(
        photograph, ImageCms.createProfile("sRGB"), press, outputMode="CMYK"
    )
    assert inked
    extra = {"icc_profile": coated} if tagged else {}
    seen = shown(saved(inked, "JPEG", **extra), 160, 120)
    off = ImageStat.Stat(ImageChops.difference(seen.convert("RGB"), photograph)).mean
    assert max(off) < 12


def swapped_profile() -> bytes:
    """Return an ICC profile of sRGB's primaries with red and green in each other's place."""
    red, green, blue = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
    curve = b"curv" + struct.pack(">4xIH2x", 1, round(2.2 * 256))
    tags = {
        b"desc": b"desc" + struct.pack(">4xI", 8) + b"swapped\0" + bytes(79),
        b"cprt": b"text" + bytes(4) + b"none\0" + bytes(3),
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        **{name: xyz(*at) for name, at in ((b"rXYZ", green), (b"gXYZ", red), (b"bXYZ", blue))},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body, offset = b"", b"", 132 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += padded
    head = struct.pack(">I4xI4s4s4s12x4s", 0, 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    head += bytes(28) + struct.pack(">iii", 63190, 65536, 54061) + bytes(48)
    whole = head + struct.pack(">I", len(tags)) + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))


def test_a_profile_that_cannot_be_read_is_passed_over() -> None:
    image = shown(saved(Image.new("RGB", (80, 60), (9, 99, 199)), icc_profile=b"nonsense"), 40, 30)
    assert image.getpixel((9, 9)) == pytest.approx((9, 99, 199), abs=6)


def test_a_region_has_the_proportions_asked_for() -> None:
    whole = photo(saved(landscape(800, 500)))
    for width, height in ((1, 9), (9, 1), (8, 5), (3, 2)):
        left, top, right, bottom = region(whole, Cut(width * 100, height * 100, (0.9, 0.1)))
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
        ratio = (right - left) * 800 / ((bottom - top) * 500)
        assert ratio == pytest.approx(width / height)


def test_a_giant_is_resized_in_bands_that_nobody_sees() -> None:
    grain = grainy(700, 525).resize((4200, 3150))
    grain.putalpha(Image.linear_gradient("L").resize(grain.size))
    part = (0, 1575 - 1050, 4200, 1575 + 1050)
    whole = grain.resize((1000, 500), Image.Resampling.LANCZOS, box=part)
    seen = shown(saved(grain, "PNG", compress_level=0), 1000, 500)
    assert seen.mode == "RGBA"
    white = Image.new("RGBA", seen.size, "white")
    both = (Image.alpha_composite(white, image).convert("RGB") for image in (whole, seen))
    apart = ImageChops.difference(*both).convert("L").histogram()
    assert sum(apart[2:]) == 0
