"""Pictures for tests, drawn by code: nobody's photographs, nobody's faces."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

Rgb = tuple[int, int, int]
RED: Rgb = (255, 0, 0)


def saved(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """Return a picture as a file."""
    file = BytesIO()
    image.save(file, form, **({"quality": 90} if form == "JPEG" else {}) | options)
    return file.getvalue()


@cache
def landscape(width: int = 2400, height: int = 1600, seed: int = 1) -> Image.Image:
    """Return hills under an evening sky, with a house by a lake."""
    random = Random(seed)
    image = _gradient((width, height), (66, 98, 140), (246, 205, 164))
    draw = ImageDraw.Draw(image)
    sun = round(height * 0.09)
    at = (round(width * (0.2 + 0.6 * random.random())), round(height * 0.4))
    draw.ellipse((at[0] - sun, at[1] - sun, at[0] + sun, at[1] + sun), fill=(255, 238, 205))
    for layer in range(5):
        shade = 1 - layer * 0.17
        colour = tuple(round(part * shade) for part in (128, 138, 150 - layer * 14))
        draw.polygon(_hills((width, height), 0.46 + layer * 0.075, random), fill=colour)
    lake = round(height * 0.86)
    draw.rectangle((0, lake, width, height), fill=(70, 92, 112))
    for _ in range(60):
        x, y = random.randrange(width), random.randrange(lake, height)
        draw.line((x, y, x + width // 14, y), fill=(112, 134, 150), width=max(1, height // 500))
    _house(draw, round(width * 0.62), lake, height // 12)
    return image.filter(ImageFilter.GaussianBlur(height / 900))


@cache
def portrait(side: int = 900, seed: int = 1) -> Image.Image:
    """Return an abstract of a face with shoulders, upright, in a light of its own."""
    random = Random(seed)
    width, height = side, round(side * 1.25)
    wall = random.choice([(198, 205, 208), (214, 205, 190), (176, 190, 184), (205, 196, 208)])
    image = _gradient((width, height), _mixed(wall, 1.08), _mixed(wall, 0.82))
    draw = ImageDraw.Draw(image)
    skin = random.choice([(233, 190, 160), (205, 152, 118), (150, 103, 78), (242, 208, 184)])
    hair = random.choice([(66, 46, 36), (38, 32, 32), (186, 150, 96), (150, 146, 142)])
    coat = random.choice([(40, 52, 74), (92, 40, 48), (56, 74, 66), (70, 66, 78)])
    middle, eyes = width // 2, round(height * 0.4)
    face = round(width * 0.21)
    draw.ellipse(_round(middle, eyes - face // 5, face * 1.22, face * 1.45), fill=hair)
    draw.ellipse(_round(middle, height * 1.06, width * 0.44, height * 0.36), fill=coat)
    draw.rectangle(
        (middle - face // 2, eyes, middle + face // 2, height * 0.74), fill=_mixed(skin, 0.86)
    )
    draw.ellipse(_round(middle, eyes + face * 0.12, face, face * 1.32), fill=skin)
    fringe = _round(middle, eyes - face * 0.42, face * 1.05, face * 0.95)
    draw.pieslice(fringe, 180, 360, fill=hair)
    for side_of in (-1, 1):
        x = middle + side_of * face * 0.4
        draw.ellipse(_round(x, eyes + face * 0.05, face * 0.09, face * 0.06), fill=(44, 34, 30))
        brow = _round(x, eyes - face * 0.12, face * 0.2, face * 0.1)
        draw.arc(brow, 200, 340, fill=_mixed(hair, 0.9), width=max(2, face // 22))
    mouth = _round(middle, eyes + face * 0.66, face * 0.34, face * 0.2)
    draw.arc(mouth, 20, 160, fill=_mixed(skin, 0.6), width=max(2, face // 16))
    return image.filter(ImageFilter.GaussianBlur(side / 260))


def dotted(width: int, height: int, at: tuple[float, float], colour: Rgb = RED) -> Image.Image:
    """Return a grey picture with a dot at a point given in parts of its width and height."""
    image = Image.new("RGB", (width, height), (128, 128, 128))
    reach = min(width, height) // 40
    x, y = at[0] * width, at[1] * height
    ImageDraw.Draw(image).ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)
    return image


@cache
def examples() -> dict[str, bytes]:
    """Return the pictures that the examples of kinds name, beside a programme."""
    return {
        "bilder/akuten.jpg": saved(landscape(1600, 1067)),
        "bilder/ann-sofi.jpg": saved(portrait(seed=2)),
    }


def beside(folder: str) -> dict[str, bytes]:
    """Return the pictures of `examples` as they lie in the folder of a programme."""
    return {f"{folder}/{name}" if folder else name: data for name, data in examples().items()}


def _gradient(size: tuple[int, int], top: Rgb, foot: Rgb) -> Image.Image:
    ramp = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, foot), Image.new("RGB", size, top), ramp)


def _hills(size: tuple[int, int], level: float, random: Random) -> list[tuple[int, int]]:
    width, height = size
    count = 9
    tops = [height * (level + random.uniform(-0.07, 0.03)) for _ in range(count + 1)]
    ridge = [(round(width * n / count), round(top)) for n, top in enumerate(tops)]
    return [(0, height), *ridge, (width, height)]


def _house(draw: ImageDraw.ImageDraw, left: int, foot: int, unit: int) -> None:
    draw.rectangle((left, foot - unit, left + unit * 2, foot), fill=(140, 42, 36))
    roof = [(left - unit // 5, foot - unit), (left + unit, foot - unit * 1.8)]
    draw.polygon([*roof, (left + unit * 2.2, foot - unit)], fill=(58, 52, 52))
    for n in range(3):
        x = left + unit * (0.25 + n * 0.6)
        draw.rectangle(
            (x, foot - unit * 0.75, x + unit * 0.3, foot - unit * 0.4), fill=(250, 226, 170)
        )


def _round(x: float, y: float, wide: float, high: float) -> tuple[float, float, float, float]:
    return (x - wide, y - high, x + wide, y + high)


def _mixed(colour: Rgb, light: float) -> Rgb:
    red, green, blue = (min(255, round(part * light)) for part in colour)
    return red, green, blue
