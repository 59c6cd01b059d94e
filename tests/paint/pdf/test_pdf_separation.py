"""Ink taken back to a limit: arithmetic that holds for every pixel there can be."""

from __future__ import annotations

from random import Random

import pytest
from PIL import Image, ImageChops

from paroll.paint.pdf.separation import press_of, separated_colour
from paroll.printers import default
from paroll.printers.limit import eased, excess, levels, limited

PIXELS = 4000


def inked(seed: int) -> Image.Image:
    random = Random(seed)
    heavy = bytes(random.choice((random.randrange(256), 255, 0)) for _ in range(4 * PIXELS))
    return Image.frombytes("CMYK", (PIXELS, 1), heavy)


def pixels(image: Image.Image) -> list[tuple[int, ...]]:
    samples = image.tobytes()
    return [tuple(samples[at : at + 4]) for at in range(0, len(samples), 4)]


@pytest.mark.parametrize("percent", [100, 225.5, 240, 300, 399])
def test_no_pixel_passes_the_limit_and_black_and_hue_stay(percent: float) -> None:
    image, most = inked(round(percent)), levels(percent)
    made = limited(image, most)
    for before, after in zip(pixels(image), pixels(made), strict=True):
        assert sum(after) <= most
        assert after[3] == before[3]
        if sum(before) <= most:
            assert after == before
            continue
        assert sum(after) >= most - 3  # no more is taken than needed, but for rounding
        share = sum(after[:3]) / sum(before[:3])
        assert after[:3] == pytest.approx([part * share for part in before[:3]], abs=2)


def test_what_keeps_within_the_limit_is_not_touched() -> None:
    image = Image.new("CMYK", (3, 3), (100, 100, 100, 100))
    assert excess(ImageChops.invert(image), 400) is None
    assert limited(image, 400) is image


def test_nothing_is_taken_from_what_has_no_colour() -> None:
    black = Image.new("CMYK", (2, 2), (0, 0, 0, 255))
    assert eased(black, Image.new("L", (2, 2), 40), 1020).tobytes() == black.tobytes()


def test_a_colour_is_within_the_limit_as_a_picture_is() -> None:
    press = press_of(default()._replace(ink_limit=180), ())
    assert sum(separated_colour("#401808", press)) <= 180
    assert separated_colour("#FFFFFF", press) == (0, 0, 0, 0)
