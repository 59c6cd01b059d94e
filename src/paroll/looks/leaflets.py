"""Leaflets: a front that is seen from afar, a back that is read in the hand, in each look.

Measures are parts of the page, so the same design serves other upright sheets.
"""

from __future__ import annotations

from typing import NamedTuple

from paroll.brand.model import Lockup
from paroll.looks.covers import Cover, device
from paroll.looks.house import (
    ON_PAPER,
    ON_STRONG,
    ON_TINT,
    STRONG_BODY,
    House,
    Palette,
    band,
    lockup,
)
from paroll.looks.logo import sender_mark
from paroll.looks.stage import bars
from paroll.sheet import Anchor, Colour, Form, Mark, Shape, Style
from paroll.units import Box, mm, pt

GUTTER = mm(7)
"""The space between the columns of the back."""


class Back(NamedTuple):
    """A page of columns with the sender's block at its foot."""

    palette: Palette
    furniture: tuple[Mark, ...]
    columns: Box
    address: Box
    on_address: Palette


def front(house: House) -> Cover:
    """Return the front page: slogan, device, room for the title."""
    return {
        Lockup.CORNER: _corner_front,
        Lockup.BAND: _band_front,
        Lockup.FOOT: _foot_front,
    }[house.brand.look.lockup](house)


def back(house: House) -> Back:
    """Return the back page."""
    return {
        Lockup.CORNER: _corner_back,
        Lockup.BAND: _band_back,
        Lockup.FOOT: _foot_back,
    }[house.brand.look.lockup](house)


def _inner(house: House, top: float, bottom: float) -> Box:
    """Return the page between two fractions of its height, inside the margins."""
    form = house.form
    return Box.between(
        form.margin, round(form.height * top), form.width - form.margin, round(form.height * bottom)
    )


def _strip(house: House, top: float, bottom: float, colour: Colour) -> Shape:
    """Return a band over the whole width, into the bleed at the page's own edges."""
    form = house.form
    edge = form.bleed
    upper = -edge if top == 0 else round(form.height * top)
    lower = form.height + edge if bottom == 1 else round(form.height * bottom)
    return band(Box.between(-edge, upper, form.width + edge, lower), colour)


def _signed(house: House, box: Box, ground: Colour) -> tuple[Mark, ...]:
    return sender_mark(house, box, Style(STRONG_BODY, pt(12), pt(15.5), "clear"), ground)


def _corner_front(house: House) -> Cover:
    marks = (
        *_device(house, 0, 0.9),
        _strip(house, 0.9, 1, "dark"),
        *_signed(house, _inner(house, 0.915, 0.985), "dark"),
    )
    return Cover(
        ON_STRONG,
        marks,
        _inner(house, 0.05, 0.4),
        Anchor.TOP,
        _inner(house, 0.55, 0.86),
        ON_STRONG,
    )


def _band_front(house: House) -> Cover:
    marks = (
        *_device(house, 0.1, 1),
        _strip(house, 0, 0.1, "dark"),
        *_signed(house, _inner(house, 0.015, 0.085), "dark"),
    )
    return Cover(
        ON_STRONG,
        marks,
        _inner(house, 0.15, 0.52),
        Anchor.TOP,
        _inner(house, 0.6, 0.94),
        ON_STRONG,
    )


def _foot_front(house: House) -> Cover:
    marks = (
        _strip(house, 0.58, 1, "strong"),
        *_signed(house, _inner(house, 0.9, 0.97), "strong"),
    )
    return Cover(
        ON_PAPER._replace(heading="strong"),
        marks,
        _inner(house, 0.06, 0.52),
        Anchor.TOP,
        _inner(house, 0.62, 0.88),
        ON_STRONG,
    )


def _device(house: House, top: float, foot: float) -> tuple[Shape, ...]:
    """Return the brand's device: a circle, or bars between two fractions of the height."""
    form = house.form
    across = round(form.width * 0.97)
    place = Box(round(form.width * 0.367), round(form.height * 0.27), across, across)
    lower = form.height + form.bleed if foot == 1 else round(form.height * foot)
    return device(
        house,
        Shape(place, "shade", Form.ELLIPSE),
        bars(form.width, round(form.height * top), lower, form.width // 30),
    )


def _small_slogan(house: House, box: Box, colour: Colour) -> Mark:
    return lockup(house, box, colour, (11.5, 11, 10.5, 10, 9, 8))


def _corner_back(house: House) -> Back:
    marks = (
        _strip(house, 0.89, 1, "tint"),
        _small_slogan(house, _lockup_box(house, 0.055), "strong"),
    )
    return Back(ON_PAPER, marks, _inner(house, 0.142, 0.87), _inner(house, 0.905, 0.985), ON_TINT)


def _band_back(house: House) -> Back:
    marks = (
        _strip(house, 0, 0.1, "dark"),
        _strip(house, 0.92, 1, "tint"),
        _small_slogan(house, _lockup_box(house, 0.03), "clear"),
    )
    return Back(ON_PAPER, marks, _inner(house, 0.135, 0.895), _inner(house, 0.932, 0.986), ON_TINT)


def _foot_back(house: House) -> Back:
    marks = (
        _strip(house, 0.87, 1, "strong"),
        _small_slogan(house, _lockup_box(house, 0.9), "clear"),
    )
    address = _inner(house, 0.885, 0.985)
    # On the edge of the right column: half the gutter past the middle.
    left = address.x + address.w // 2 + GUTTER // 2
    address = Box.between(left, address.y, address.right, address.bottom)
    return Back(ON_PAPER, marks, _inner(house, 0.06, 0.85), address, ON_STRONG)


def _lockup_box(house: House, top: float) -> Box:
    box = _inner(house, top, top)
    return box._replace(w=round(box.w * 0.48), h=pt(40))
