"""A table to lay pictures on: rows, columns, captions, a text file, a folder that stands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageEnhance, ImageFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "brand" / "campaign" / "fonts"
GROUND, EDGE, GREY, INK, KEY = "#c9cdd1", "#aeb3b8", "#6f757b", "#33373b", "#b30f22"
PAGE = "#fffdfa"
LEAST_COLOURS = 24
"""Fewer, and the tints of a brand cannot be told apart."""

Picture = Image.Image


def text(words: str, size: int) -> Picture:
    """Return a line of text `size` pixels high on the colour of the table."""
    font = _font(size, bold=False)
    picture = Image.new("RGB", (round(font.getlength(words)) + 1, round(size * 1.4)), GROUND)
    ImageDraw.Draw(picture).text((0, size), words, INK, font, anchor="ls")
    return picture


def edged(picture: Picture) -> Picture:
    """Return a page with a thin line round it, so that paper ends where it ends."""
    page = picture.convert("RGB")
    ImageDraw.Draw(page).rectangle((0, 0, page.width - 1, page.height - 1), outline=EDGE)
    return page


def beside(pictures: Sequence[Picture], gap: int = 0, *, foot: bool = False) -> Picture:
    """Return pictures beside each other, in line at their tops, or at their `foot`."""
    width = sum(picture.width + gap for picture in pictures) - gap
    height = max(picture.height for picture in pictures)
    table, left = Image.new("RGB", (width, height), GROUND), 0
    for picture in pictures:
        table.paste(picture, (left, height - picture.height if foot else 0))
        left += picture.width + gap
    return table


def below(pictures: Sequence[Picture], gap: int = 0) -> Picture:
    """Return pictures below each other, in line at their left edges."""
    width = max(picture.width for picture in pictures)
    height = sum(picture.height + gap for picture in pictures) - gap
    table, top = Image.new("RGB", (width, height), GROUND), 0
    for picture in pictures:
        table.paste(picture, (0, top))
        top += picture.height + gap
    return table


def spaced(pictures: Sequence[Picture], width: int) -> Picture:
    """Return pictures beside each other from edge to edge of `width`, in line at their feet."""
    if len(pictures) == 1:
        return below(pictures)
    free = width - sum(picture.width for picture in pictures)
    return beside(pictures, free // (len(pictures) - 1), foot=True)


def captioned(picture: Picture, words: str, size: int = 20) -> Picture:
    """Return a picture with words below it."""
    return below([picture, text(words, size)], size // 3)


def framed(picture: Picture, margin: int) -> Picture:
    """Return a picture with `margin` pixels of table round it."""
    size = (picture.width + 2 * margin, picture.height + 2 * margin)
    table = Image.new("RGB", size, GROUND)
    table.paste(picture, (margin, margin))
    return table


def folded(side: Picture, folds: Sequence[int], reach: int) -> Picture:
    """Return a printed side with a dash above and below each of its folds."""
    table = Image.new("RGB", (side.width, side.height + 2 * reach), GROUND)
    table.paste(side, (0, reach))
    draw = ImageDraw.Draw(table)
    for at in folds:
        for top in (0, table.height - reach + 4):
            draw.line((at, top, at, top + reach - 5), GREY, 2)
    return table


def standing(panels: Sequence[Picture], lean: float = 0.16) -> Picture:
    """Return panels as a folder that stands half open: each is turned away from the one before.

    What is turned away from the light is a little darker.
    """
    narrow = [round(panel.width * (1 - lean)) for panel in panels]
    drop = round(max(narrow) * lean)
    table = Image.new("RGB", (sum(narrow), panels[0].height + drop), GROUND)
    left = 0
    for number, (panel, width) in enumerate(zip(panels, narrow, strict=True)):
        away = number % 2 == 1
        page = ImageEnhance.Brightness(panel.convert("RGB")).enhance(0.93 if away else 1)
        turned = _leaning(page, width, -drop if away else drop)
        table.paste(turned.convert("RGB"), (left, 0), turned.getchannel("A"))
        left += width
    return table


def _leaning(page: Picture, width: int, drop: int) -> Picture:
    """Return a page in perspective, its right edge `drop` pixels lower; round it is nothing."""
    high, fine = page.height + abs(drop), 2
    size = (fine * width, fine * high)
    wide = page.convert("RGBA").resize((size[0], fine * page.height), Image.Resampling.LANCZOS)
    shear = (1, 0, 0, -drop / width, 1, fine * min(drop, 0))
    return wide.transform(size, Image.Transform.AFFINE, shear, Image.Resampling.BICUBIC).reduce(
        fine
    )


def punched(page: Picture, centre: tuple[int, int], across: int) -> Picture:
    """Return a page with a round hole in it, drawn four times as large and reduced."""
    fine, (x, y) = 4, centre
    mask = Image.new("L", (page.width * fine, page.height * fine))
    box = [fine * (2 * at + side * across) // 2 for side in (-1, 1) for at in (x, y)]
    ImageDraw.Draw(mask).ellipse(box, fill=255)
    page.paste(GROUND, (0, 0), mask.reduce(fine))
    return page


def listing(file: Path, size: tuple[int, int], type_size: int) -> Picture:
    """Return a YAML file as it stands in an editor that wraps lines, without its comments.

    It runs off the page.
    """
    page, top = _titled(file.name, size, type_size)
    draw = ImageDraw.Draw(page)
    plain, bold = _font(type_size, bold=False), _font(type_size, bold=True)
    margin, leading = round(type_size * 1.2), round(type_size * 1.5)
    rows = [row for row in file.read_text("utf-8").splitlines() if row.lstrip()[:1] != "#"]
    for row in rows[next(at for at, row in enumerate(rows) if row) :]:
        ((indent, dash, key, value),) = re.findall(r"^( *)(- )?([\w-]+:)?(.*)$", row)
        left = margin + round(len(indent + dash) * type_size * 0.5)
        if dash:
            draw.text((left - type_size * 0.8, top), "-", GREY, bold, anchor="ls")
        draw.text((left, top), key, KEY, bold, anchor="ls")
        along = round(bold.getlength(key))
        for line in _wrapped(value.strip(), plain, size[0] - margin - left, along):
            draw.text((left + along, top), line, INK, plain, anchor="ls")
            top, along = top + leading, 0
        top -= 0 if row else leading // 2
    return edged(page)


def _wrapped(words: str, font: ImageFont.FreeTypeFont, room: float, along: float) -> Iterator[str]:
    """Yield the lines of a value, the first of them with `along` pixels of room less."""
    line, room = "", room - along
    for word in words.split(" "):
        longer = f"{line} {word}" if line or along else word
        if line and font.getlength(longer) > room:
            yield line
            line, room, along = word, room + along, 0
        else:
            line = longer
    yield line


def told(file: Path, type_size: int, size: tuple[int, int]) -> Picture:
    """Return the beginning of an order sheet, its two columns in line; long values are cut off."""
    page, top = _titled(file.name, size, type_size)
    draw = ImageDraw.Draw(page)
    plain, bold = _font(type_size, bold=False), _font(type_size, bold=True)
    margin, leading = round(type_size * 1.2), round(type_size * 1.4)
    rows = [row.split("  ", 1) for row in file.read_text("utf-8").splitlines()]
    column = margin + max(plain.getlength(row[0]) for row in rows if len(row) > 1) + type_size
    for head, *rest in rows:
        if set(head) != {"="}:
            draw.text((margin, top), head, INK, plain if rest else bold, anchor="ls")
            draw.text((column, top), "".join(rest).strip(), INK, plain, anchor="ls")
            top += leading
    return edged(page)


def _titled(name: str, size: tuple[int, int], type_size: int) -> tuple[Picture, int]:
    """Return a page for text below its name, and where its first line stands."""
    page = Image.new("RGB", size, PAGE)
    draw = ImageDraw.Draw(page)
    high = type_size * 5 // 2
    draw.rectangle((0, 0, size[0], high), fill=INK)
    draw.text((type_size * 1.2, high // 2), name, PAGE, _font(type_size, bold=True), anchor="lm")
    return page, high + 2 * type_size


def save(picture: Picture, file: Path, most: int) -> int:
    """Write a PNG with as many colours as `most` bytes allow; return its bytes."""
    for colours in (96, 64, 48, 32, LEAST_COLOURS):
        data = io.BytesIO()
        few = picture.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(data, "PNG", optimize=True)
        if data.tell() <= most:
            file.write_bytes(data.getvalue())
            return data.tell()
    raise SystemExit(f"{file.name} is over {most} bytes; make it smaller")


def _font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    name = "Archivo-Bold.ttf" if bold else "Archivo-Regular.ttf"
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)
