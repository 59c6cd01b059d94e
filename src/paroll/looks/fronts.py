"""Fronts: what is seen from afar, in each look.

The front of a leaflet, the cover of a folder and a poster are the same page: the slogan, the
brand's device or a photograph, a title, and a band that names the sender. Measures are parts of the
surface where a design grows with it.
"""

from __future__ import annotations

from paroll.brand.model import Lockup
from paroll.layout.setting import fits
from paroll.looks.covers import Cover, device
from paroll.looks.house import (
    ON_DARK,
    ON_PAPER,
    ON_STRONG,
    SENDER,
    STRONG_BODY,
    House,
    Palette,
    whole,
)
from paroll.looks.leaflets import PAD, Surface, band_height, strip
from paroll.looks.logo import sender_mark
from paroll.looks.stage import bars
from paroll.sheet import Anchor, Form, Mark, Role, Shape, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm, pt

SAFE = mm(3.5)
"""How far the sender's name stays from the edges of its band, which may be the trim."""


class Asked(NamedTuple):
    """What a front is to have room for: a sender's block this high, a title, a photograph."""

    block: Emu = 0
    titled: bool = True
    photo: bool = False


USUAL = Asked()


class Front(NamedTuple):
    """A front: its cover, and places for what it was asked for."""

    cover: Cover
    block: Box
    on_block: Palette
    photo: Box


class _Band(NamedTuple):
    """The band that names the sender, and what of the surface it leaves to the rest."""

    top: Emu
    bottom: Emu
    palette: Palette
    rest: tuple[Emu, Emu]

    def block(self, surface: Surface) -> Box:
        """Return the place of the sender's block in it, clear of the trim."""
        inner, pad = surface.inner, _pad(surface)
        return Box.between(inner.x, self.top + pad, inner.right, self.bottom - pad)


def front(house: House, surface: Surface, asked: Asked = USUAL) -> Front:
    """Return the front of `surface`."""
    look = house.brand.look.lockup
    band = _band(house, surface, asked)
    if look is Lockup.FOOT:
        return _foot_front(house, surface, asked, band)
    slogan, title, photo = _parted(surface, asked, band.rest)
    far = surface.box.y if look is Lockup.BAND else surface.box.bottom
    marks = (
        *(() if asked.photo else _device(house, surface, band)),
        strip(house, surface, min(far, band.top), max(far, band.bottom), band.palette.ground),
        *_signed(house, surface, asked, band),
    )
    cover = Cover(ON_STRONG, marks, slogan, _anchor(asked), title, ON_STRONG)
    return Front(cover, band.block(surface), band.palette, photo)


def _band(house: House, surface: Surface, asked: Asked) -> _Band:
    """Return the band: along the top in the look that has one there, else at the foot."""
    free, box = surface.free, surface.box
    height = max(band_height(surface), asked.block + 2 * _pad(surface) if asked.block else 0)
    look = house.brand.look.lockup
    if look is Lockup.BAND:
        return _Band(free.y, free.y + height, ON_DARK, (free.y + height, box.bottom))
    palette = ON_STRONG if look is Lockup.FOOT else ON_DARK
    return _Band(box.bottom - height, box.bottom, palette, (free.y, box.bottom - height))


def _pad(surface: Surface) -> Emu:
    return max(PAD + mm(2), surface.margin // 2)


def _anchor(asked: Asked) -> Anchor:
    return Anchor.TOP if asked.titled or asked.photo else Anchor.MIDDLE


def _signed(house: House, surface: Surface, asked: Asked, band: _Band) -> tuple[Mark, ...]:
    """Set the sender's name or logo in the band, unless a block that says more stands there."""
    if asked.block:
        return ()
    inner, height = surface.inner, band.bottom - band.top
    off = max(SAFE, round(height * 0.15))
    line = Box(inner.x, band.top + off, inner.w, height - 2 * off)
    largest = max(pt(11), whole(min(surface.box.w, surface.free.h) / mm(148) * pt(12)))
    for size in range(largest, house.form.smallest, -pt(0.5)):
        style = Style(STRONG_BODY, size, whole(size * 1.3), "clear")
        slot = Slot(SENDER, Role.BODY, line, (style,))
        if fits(house.case, slot, (house.sender_paragraph,)):
            break
    return sender_mark(house, line, style, band.palette.ground)


def _foot_front(house: House, surface: Surface, asked: Asked, band: _Band) -> Front:
    """Return a front that is paper above and a field of colour below, which has the title."""
    inner, air = surface.inner, _air(surface)
    top, foot = band.rest
    slogan, title, photo = _parted(surface, asked, band.rest)
    middle, on_title = title.y - air // 2, ON_STRONG
    if asked.photo and (lies(surface) or not asked.titled):
        middle, on_title = foot, ON_PAPER
    elif not asked.photo:
        middle = top + round((foot - top) * 0.65) if asked.titled else foot
        slogan = Box.between(inner.x, top + air, inner.right, middle - air)
        title = Box.between(inner.x, middle + air // 2, inner.right, foot)
    marks = (
        strip(house, surface, middle, surface.box.bottom, "strong"),
        *_signed(house, surface, asked, band),
    )
    palette = ON_PAPER._replace(heading="strong")
    cover = Cover(palette, marks, slogan, _anchor(asked), title, on_title)
    return Front(cover, band.block(surface), band.palette, photo)


def lies(surface: Surface) -> bool:
    """Say whether a surface is wider than high."""
    return surface.box.w > surface.free.h


def _air(surface: Surface) -> Emu:
    """Return the space between text and the edges of colours."""
    return max(min(surface.margin, mm(16)), surface.free.h // 20)


def _parted(surface: Surface, asked: Asked, rest: tuple[Emu, Emu]) -> tuple[Box, Box, Box]:
    """Return the places of slogan, title and photograph.

    A photograph stands from edge to edge below the slogan, on a surface that lies right of it.
    """
    box, inner, air = surface.box, surface.inner, _air(surface)
    top, bottom = rest
    high, low, left = _shares(surface, asked)
    right = inner.right if left == 1 else box.x + round(box.w * left) - surface.margin
    upper = top + round((bottom - top) * high) - (air if high == 1 else 0)
    lower = top + round((bottom - top) * low)
    slogan = Box.between(inner.x, top + air, right, upper)
    title = Box.between(inner.x, lower, right, bottom - air)
    if left < 1:
        photo = Box.between(box.x + round(box.w * left), top, box.right, bottom)
    else:
        photo = Box.between(box.x, upper + air // 2, box.right, min(bottom, lower - air // 2))
    return slogan, title, photo


def _shares(surface: Surface, asked: Asked) -> tuple[float, float, float]:
    """Return where the slogan ends and the title begins, as parts of the height.

    The third is where, in the width, a photograph begins that stands right of both.
    """
    if lies(surface):
        return (0.6, 0.62, 0.6 if asked.photo else 1)
    if asked.photo:
        return (0.36, 0.8, 1) if asked.titled else (0.4, 1.2, 1)
    return (0.46, 0.57, 1) if asked.titled else (1, 1, 1)


def _device(house: House, surface: Surface, band: _Band) -> tuple[Shape, ...]:
    """Return the brand's device on what the band leaves: a circle, or bars."""
    free, form = surface.free, house.form
    across = round(min(free.w, free.h) * 0.97)
    left = surface.box.right - round(across * 0.65)
    place = Box(left, free.y + round(free.h * 0.27), across, across)
    top, bottom = band.rest
    lower = bottom + form.bleed * (bottom == form.page.bottom)
    upper = top - form.bleed * (top == form.page.y)
    unit = min(free.w, free.h) // 30
    ring = Shape(place, "shade", Form.ELLIPSE)
    return device(house, ring, bars(surface.box.right, upper, lower, unit))
