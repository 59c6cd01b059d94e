"""First and last pages of a deck: the slogan as the picture, in each look."""

from __future__ import annotations

from functools import lru_cache

from paroll.brand.model import Device, Lockup
from paroll.looks.house import (
    BODY,
    ON_DARK,
    ON_PAPER,
    ON_STRONG,
    House,
    Palette,
    band,
    date_slot,
    footer_slot,
    points,
    whole,
)
from paroll.looks.logo import sender_mark
from paroll.looks.stage import HEIGHT, WIDTH, bars, circle
from paroll.sheet import Align, Anchor, Colour, Mark, Shape, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, pt


class Cover(NamedTuple):
    """A page that the slogan fills; `title` has room for the programme's title in `on_title`.

    `fields` are the places of date and sender.
    """

    palette: Palette
    furniture: tuple[Mark, ...]
    slogan: Box
    anchor: Anchor
    title: Box
    on_title: Palette
    fields: tuple[Slot, ...] = ()


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


class _Signed(NamedTuple):
    """Where a cover has its date and its sender, or the logo instead, on which colours."""

    date: Box
    sender: Box
    logo: Box
    colour: Colour
    ground: Colour
    align: Align
    size: float = 15


def _style(signed: _Signed) -> Style:
    size = pt(signed.size)
    return Style(BODY, size, whole(size * 1.3), signed.colour, align=signed.align)


def _logo(house: House, signed: _Signed) -> tuple[Mark, ...]:
    """Set the logo, if the brand has one; its sender's name is not on the cover then."""
    if not house.brand.logo:
        return ()
    return sender_mark(house, signed.logo, _style(signed), signed.ground)


def _fields(house: House, signed: _Signed, on_date: Colour = "") -> tuple[Slot, ...]:
    date = date_slot(signed.date, on_date or signed.colour)
    if house.brand.logo:
        return (date,)
    return (date, footer_slot(house, signed.sender, _style(signed)))


def _corner_cover(house: House) -> Cover:
    signed = _Signed(
        points(592, 511, 320, 17),
        points(592, 471, 320, 40),
        points(592, 458, 320, 66),
        *("tint", "dark", Align.RIGHT),
    )
    marks = (
        *device(house, circle(515, -157, 730), _bars(0, 442)),
        band(points(0, 442, WIDTH, 98), "dark"),
        *_logo(house, signed),
    )
    slogan, title = points(48, 34, 888, 380), points(48, 452, 530, 78)
    fields = _fields(house, signed)
    return Cover(ON_STRONG, marks, slogan, Anchor.MIDDLE, title, ON_DARK, fields)


def _corner_closing(house: House) -> Cover:
    foot = points(48, 488, 600, 30)
    signed = _Signed(points(672, 488, 240, 30), foot, foot, "clear", "strong", Align.LEFT)
    marks = (*device(house, circle(620, 150, 620), _bars(0, HEIGHT)), *_logo(house, signed))
    slogan, title = points(48, 60, 888, 370), points(48, 432, 700, 50)
    fields = _fields(house, signed)
    return Cover(ON_STRONG, marks, slogan, Anchor.MIDDLE, title, ON_STRONG, fields)


def _band_cover(house: House) -> Cover:
    marks, fields = _band_signed(house)
    slogan, title = points(48, 112, 888, 320), points(48, 440, 864, 76)
    return Cover(ON_STRONG, marks, slogan, Anchor.MIDDLE, title, ON_STRONG, fields)


def _band_closing(house: House) -> Cover:
    marks, fields = _band_signed(house)
    slogan, title = points(48, 112, 888, 320), points(48, 452, 864, 60)
    return Cover(ON_STRONG, marks, slogan, Anchor.MIDDLE, title, ON_STRONG, fields)


def _band_signed(house: House) -> tuple[tuple[Mark, ...], tuple[Slot, ...]]:
    top, date = points(48, 17, 600, 56), points(672, 17, 240, 56)
    signed = _Signed(date, top, top, "clear", "dark", Align.LEFT, 20)
    marks = (
        *device(house, circle(515, -157, 730), _bars(90, HEIGHT)),
        band(points(0, 0, WIDTH, 90), "dark"),
        *_logo(house, signed),
    )
    return marks, _fields(house, signed)


def _foot_cover(house: House) -> Cover:
    foot = points(560, 458, 352, 74)
    signed = _Signed(points(672, 13, 240, 17), foot, foot, "clear", "strong", Align.RIGHT, 16)
    marks = (
        band(points(0, 0, 12, 450), "strong"),
        band(points(0, 450, WIDTH, 90), "strong"),
        *_logo(house, signed),
    )
    palette = ON_PAPER._replace(heading="strong")
    slogan, title = points(48, 50, 888, 360), points(48, 458, 506, 74)
    fields = _fields(house, signed, palette.quiet)
    return Cover(palette, marks, slogan, Anchor.MIDDLE, title, ON_STRONG, fields)


def _foot_closing(house: House) -> Cover:
    foot, date = points(48, 458, 600, 74), points(672, 458, 240, 74)
    signed = _Signed(date, foot, foot, "clear", "shade", Align.LEFT, 16)
    marks = (band(points(0, 450, WIDTH, 90), "shade"), *_logo(house, signed))
    slogan, title = points(48, 50, 888, 330), points(48, 384, 700, 50)
    fields = _fields(house, signed)
    return Cover(ON_STRONG, marks, slogan, Anchor.MIDDLE, title, ON_STRONG, fields)


def _bars(top: float, foot: float) -> tuple[Shape, ...]:
    return bars(pt(WIDTH), pt(top), pt(foot), pt(17))


def device(house: House, ring: Shape, columns: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Return the brand's device out of a circle and bars."""
    return {Device.CIRCLE: (ring,), Device.BARS: columns, Device.NONE: ()}[house.brand.look.device]
