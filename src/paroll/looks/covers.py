"""First and last pages of a deck: the slogan as the picture, in each look."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from paroll.brand.model import Device, Lockup
from paroll.looks.house import (
    BODY,
    ON_DARK,
    ON_PAPER,
    ON_STRONG,
    House,
    Palette,
    band,
    points,
    whole,
)
from paroll.looks.logo import sender_mark
from paroll.looks.stage import HEIGHT, WIDTH, bars, circle
from paroll.sheet import Align, Anchor, Colour, Mark, Shape, Style
from paroll.units import Box, pt


class Cover(NamedTuple):
    """A page that the slogan fills; `title` has room for the programme's title in `on_title`."""

    palette: Palette
    furniture: tuple[Mark, ...]
    slogan: Box
    anchor: Anchor
    title: Box
    on_title: Palette


@lru_cache
def cover(house: House) -> Cover:
    """Return the first page."""
    return {
        Lockup.CORNER: _corner_cover,
        Lockup.BAND: _band_cover,
        Lockup.FOOT: _foot_cover,
    }[house.brand.look.lockup](house)


@lru_cache
def closing(house: House) -> Cover:
    """Return the last page; its `title` box has room for a line of text."""
    return {
        Lockup.CORNER: _corner_closing,
        Lockup.BAND: _band_closing,
        Lockup.FOOT: _foot_closing,
    }[house.brand.look.lockup](house)


def _sender(
    house: House, box: Box, colours: tuple[Colour, Colour], align: Align, size: float = 15
) -> tuple[Mark, ...]:
    """Set the sender's mark; `colours` are its own and that of the ground."""
    colour, ground = colours
    style = Style(BODY, pt(size), whole(pt(size) * 1.3), colour, align=align)
    return sender_mark(house, box, style, ground)


def _corner_cover(house: House) -> Cover:
    marks = (
        *device(house, circle(515, -157, 730), _bars(0, 442)),
        band(points(0, 442, WIDTH, 98), "dark"),
        *_sender(house, points(592, 458, 320, 66), ("tint", "dark"), Align.RIGHT),
    )
    title = points(48, 452, 530, 78)
    return Cover(ON_STRONG, marks, points(48, 34, 888, 380), Anchor.MIDDLE, title, ON_DARK)


def _corner_closing(house: House) -> Cover:
    marks = (
        *device(house, circle(620, 150, 620), _bars(0, HEIGHT)),
        *_sender(house, points(48, 488, 600, 30), ("clear", "strong"), Align.LEFT),
    )
    title = points(48, 432, 700, 50)
    return Cover(ON_STRONG, marks, points(48, 60, 888, 370), Anchor.MIDDLE, title, ON_STRONG)


def _band_cover(house: House) -> Cover:
    slogan, title = points(48, 112, 888, 320), points(48, 440, 864, 76)
    return Cover(ON_STRONG, _band_marks(house), slogan, Anchor.MIDDLE, title, ON_STRONG)


def _band_closing(house: House) -> Cover:
    slogan, title = points(48, 112, 888, 320), points(48, 452, 864, 60)
    return Cover(ON_STRONG, _band_marks(house), slogan, Anchor.MIDDLE, title, ON_STRONG)


def _band_marks(house: House) -> tuple[Mark, ...]:
    return (
        *device(house, circle(515, -157, 730), _bars(90, HEIGHT)),
        band(points(0, 0, WIDTH, 90), "dark"),
        *_sender(house, points(48, 17, 864, 56), ("clear", "dark"), Align.LEFT, 20),
    )


def _foot_cover(house: House) -> Cover:
    marks = (
        band(points(0, 0, 12, 450), "strong"),
        band(points(0, 450, WIDTH, 90), "strong"),
        *_sender(house, points(560, 458, 352, 74), ("clear", "strong"), Align.RIGHT, 16),
    )
    palette = ON_PAPER._replace(heading="strong")
    title = points(48, 458, 506, 74)
    return Cover(palette, marks, points(48, 50, 888, 360), Anchor.MIDDLE, title, ON_STRONG)


def _foot_closing(house: House) -> Cover:
    marks = (
        band(points(0, 450, WIDTH, 90), "shade"),
        *_sender(house, points(48, 458, 864, 74), ("clear", "shade"), Align.LEFT, 16),
    )
    title = points(48, 384, 700, 50)
    return Cover(ON_STRONG, marks, points(48, 50, 888, 330), Anchor.MIDDLE, title, ON_STRONG)


def _bars(top: float, foot: float) -> tuple[Shape, ...]:
    return bars(pt(WIDTH), pt(top), pt(foot), pt(17))


def device(house: House, ring: Shape, columns: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Return the brand's device out of a circle and bars."""
    return {Device.CIRCLE: (ring,), Device.BARS: columns, Device.NONE: ()}[house.brand.look.device]
