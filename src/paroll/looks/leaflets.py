"""Leaflets: a front that is seen from afar, a back that is read in the hand, in each look.

Both are made for a panel: a whole page, a half of one, or what the folds of a sheet leave.
Measures are parts of the panel where a design grows with it, millimetres where a hand or an eye
does not.
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
    whole,
)
from paroll.looks.logo import sender_mark
from paroll.looks.stage import bars
from paroll.sheet import Anchor, Colour, Form, Mark, Shape, Style, Text
from paroll.units import Box, Emu, mm, pt

GUTTER = mm(7)
"""The space between the columns of the back."""
GAP, PAD = mm(6), mm(4)
"""The space between the text of a back and what stands round it, and round text in a band."""
INSIDE = mm(6)
"""How far small print stays from the trim: printers ask for 3 to 5 mm."""
WIDE = mm(105)
"""From which width on a panel has room for two columns."""


class Surface(NamedTuple):
    """A part of a page: colours bleed where it ends with the page. `head` keeps text away."""

    box: Box
    margin: Emu
    head: Emu = 0

    @property
    def inner(self) -> Box:
        """The panel inside its margins."""
        box, margin = self.box, self.margin
        top = box.y + max(margin, self.head)
        return Box.between(box.x + margin, top, box.right - margin, box.bottom - margin)

    @property
    def free(self) -> Box:
        """The panel below its head."""
        box = self.box
        return Box.between(box.x, box.y + self.head, box.right, box.bottom)


class Back(NamedTuple):
    """A panel of columns with the sender's block at its foot."""

    palette: Palette
    furniture: tuple[Mark, ...]
    columns: Box
    address: Box
    on_address: Palette


def whole_page(house: House) -> Surface:
    """Return the panel that is the page."""
    form = house.form
    return Surface(form.page, form.margin, form.head)


def front(house: House, surface: Surface) -> Cover:
    """Return the front: slogan, device, room for the title."""
    return {
        Lockup.CORNER: _corner_front,
        Lockup.BAND: _band_front,
        Lockup.FOOT: _foot_front,
    }[house.brand.look.lockup](house, surface)


def back(house: House, surface: Surface, sender: Emu) -> Back:
    """Return the back, with room for a sender's block that is `sender` high."""
    return {
        Lockup.CORNER: _corner_back,
        Lockup.BAND: _band_back,
        Lockup.FOOT: _foot_back,
    }[house.brand.look.lockup](house, surface, sender)


def address_width(house: House, surface: Surface) -> Emu:
    """Return how wide the sender's block is on the back of `panel`."""
    width = surface.inner.w
    if house.brand.look.lockup is Lockup.FOOT and width >= WIDE:
        return (width - GUTTER) // 2
    return width


def address_palette(house: House) -> Palette:
    """Return the colours of the sender's block on a back."""
    return ON_STRONG if house.brand.look.lockup is Lockup.FOOT else ON_TINT


def highlight_palette(house: House) -> Palette:
    """Return the colours of a band above the sender's block, which tell the two apart."""
    return ON_TINT if house.brand.look.lockup is Lockup.FOOT else ON_STRONG


def _part(surface: Surface, top: float, bottom: float) -> Box:
    """Return the panel between two fractions of what is below its head, inside the margins."""
    free, margin = surface.free, surface.margin
    return Box.between(
        free.x + margin,
        free.y + round(free.h * top),
        free.right - margin,
        free.y + round(free.h * bottom),
    )


def strip(house: House, surface: Surface, top: Emu, bottom: Emu, colour: Colour) -> Shape:
    """Return a band over the panel's width, into the bleed where the panel ends with the page."""
    page, edge, box = house.form.page, house.form.bleed, surface.box
    return band(
        Box.between(
            box.x - edge * (box.x == page.x),
            top - edge * (top == page.y),
            box.right + edge * (box.right == page.right),
            bottom + edge * (bottom == page.bottom),
        ),
        colour,
    )


def band_height(surface: Surface) -> Emu:
    """Return how high a band with one line in it is."""
    return max(mm(13), surface.free.h // 10)


def _signed(house: House, box: Box, ground: Colour) -> tuple[Mark, ...]:
    size = max(pt(11), whole(min(house.form.page.w, house.form.page.h) / mm(148) * pt(12)))
    style = Style(STRONG_BODY, size, whole(size * 1.3), "clear")
    return sender_mark(house, box, style, ground)


def _line(surface: Surface, top: Emu, bottom: Emu) -> Box:
    """Return the place of a line of text in a band, off its edges."""
    inner, height = surface.inner, bottom - top
    return Box(inner.x, top + round(height * 0.15), inner.w, round(height * 0.7))


def _corner_front(house: House, surface: Surface) -> Cover:
    foot = surface.box.bottom - band_height(surface)
    marks = (
        *_device(house, surface, surface.box.y, foot),
        strip(house, surface, foot, surface.box.bottom, "dark"),
        *_signed(house, _line(surface, foot, surface.box.bottom), "dark"),
    )
    slogan, title = _halves(surface, surface.free.y, foot)
    return Cover(ON_STRONG, marks, slogan, Anchor.TOP, title, ON_STRONG)


def _band_front(house: House, surface: Surface) -> Cover:
    head = surface.free.y + band_height(surface)
    marks = (
        *_device(house, surface, head, surface.box.bottom),
        strip(house, surface, surface.box.y, head, "dark"),
        *_signed(house, _line(surface, surface.free.y, head), "dark"),
    )
    slogan, title = _halves(surface, head, surface.box.bottom)
    return Cover(ON_STRONG, marks, slogan, Anchor.TOP, title, ON_STRONG)


def _foot_front(house: House, surface: Surface) -> Cover:
    free, foot = surface.free, surface.box.bottom - band_height(surface)
    middle = free.y + round(free.h * (0.6 if _lies(surface) else 0.58))
    marks = (
        strip(house, surface, middle, surface.box.bottom, "strong"),
        *_signed(house, _line(surface, foot, surface.box.bottom), "strong"),
    )
    inner, air = surface.inner, _air(surface)
    slogan = Box.between(inner.x, free.y + air, inner.right, middle - air)
    title = Box.between(inner.x, middle + air // 2, inner.right, foot)
    palette = ON_PAPER._replace(heading="strong")
    return Cover(palette, marks, slogan, Anchor.TOP, title, ON_STRONG)


def _lies(surface: Surface) -> bool:
    return surface.box.w > surface.free.h


def _air(surface: Surface) -> Emu:
    """Return the space between text and the edges of colours on a front."""
    return max(min(surface.margin, mm(16)), surface.free.h // 20)


def _halves(surface: Surface, top: Emu, bottom: Emu) -> tuple[Box, Box]:
    """Return the places of slogan and title between two edges; a low panel has no air to lose."""
    inner, air, height = surface.inner, _air(surface), bottom - top
    above, below = (0.6, 0.62) if _lies(surface) else (0.46, 0.57)
    slogan = Box.between(inner.x, top + air, inner.right, top + round(height * above))
    title = Box.between(inner.x, top + round(height * below), inner.right, bottom - air)
    return slogan, title


def _device(house: House, surface: Surface, top: Emu, foot: Emu) -> tuple[Shape, ...]:
    """Return the brand's device: a circle, or bars between two heights."""
    free, edge = surface.free, house.form.bleed
    across = round(min(free.w, free.h) * 0.97)
    left = surface.box.right - round(across * 0.65)
    place = Box(left, free.y + round(free.h * 0.27), across, across)
    lower = foot + edge * (foot == house.form.page.bottom)
    unit = min(free.w, free.h) // 30
    return device(
        house,
        Shape(place, "shade", Form.ELLIPSE),
        bars(surface.box.right, top, lower, unit),
    )


def _small_slogan(house: House, surface: Surface, place: Box, colour: Colour) -> Text:
    """Return the lockup at the top of `place`; in large formats it is a little larger."""
    grown = max(1.0, (min(surface.box.w, surface.free.h) / mm(148)) ** 0.75)
    sizes = tuple(round(size * grown * 2) / 2 for size in (11.5, 11, 10.5, 10, 9, 8))
    height = min(place.h, round(pt(40) * grown))
    return lockup(house, place._replace(h=height), colour, sizes)


def _corner_back(house: House, surface: Surface, sender: Emu) -> Back:
    inner = surface.inner
    foot = surface.box.bottom - max(surface.free.h * 11 // 100, _footed(sender))
    top = surface.free.y + _top(surface)
    room = Box.between(inner.x, top, inner.x + _half(inner), foot)
    small = _small_slogan(house, surface, room, "strong")
    marks = (strip(house, surface, foot, surface.box.bottom, "tint"), small)
    columns = Box.between(inner.x, top + small.height + GAP, inner.right, foot - PAD)
    return Back(ON_PAPER, marks, columns, _block(surface, foot), ON_TINT)


def _band_back(house: House, surface: Surface, sender: Emu) -> Back:
    inner = surface.inner
    foot = surface.box.bottom - max(surface.free.h * 8 // 100, _footed(sender))
    top = surface.free.y + PAD
    room = Box.between(inner.x, top, inner.x + _half(inner), foot)
    small = _small_slogan(house, surface, room, "clear")
    head = max(surface.free.y + band_height(surface), top + small.height + PAD)
    small = _lowered(small, (head - top - PAD - small.height) // 2)
    marks = (
        strip(house, surface, surface.box.y, head, "dark"),
        strip(house, surface, foot, surface.box.bottom, "tint"),
        small,
    )
    columns = Box.between(inner.x, head + GAP, inner.right, foot - PAD)
    return Back(ON_PAPER, marks, columns, _block(surface, foot), ON_TINT)


def _foot_back(house: House, surface: Surface, sender: Emu) -> Back:
    inner = surface.inner
    beside = inner.w >= WIDE
    room = Box(inner.x, 0, _half(inner), surface.box.h)
    small = _small_slogan(house, surface, room, "clear")
    needed = max(sender, small.height) if beside else sender + small.height + PAD
    foot = surface.box.bottom - max(surface.free.h * 13 // 100, _footed(needed))
    block = _block(surface, foot)
    small = _small_slogan(house, surface, Box(inner.x, block.y, room.w, block.h), "clear")
    if beside:
        # On the edge of the right column: half the gutter past the middle.
        left = inner.x + inner.w // 2 + GUTTER // 2
        address = Box.between(left, block.y, inner.right, block.bottom)
    else:
        address = Box.between(inner.x, block.y + small.height + PAD, inner.right, block.bottom)
    marks = (strip(house, surface, foot, surface.box.bottom, "strong"), small)
    columns = Box.between(inner.x, surface.free.y + _top(surface), inner.right, foot - PAD)
    return Back(ON_PAPER, marks, columns, address, ON_STRONG)


def _top(surface: Surface) -> Emu:
    """Return how far below the head of a back its text begins."""
    return PAD if surface.head else surface.margin


def _half(inner: Box) -> Emu:
    return round(inner.w * (0.48 if inner.w >= WIDE else 1))


def _footed(sender: Emu) -> Emu:
    """Return how high a band at the foot is that holds a block `sender` high."""
    return sender + PAD + INSIDE if sender else 0


def _block(surface: Surface, foot: Emu) -> Box:
    inner = surface.inner
    return Box.between(inner.x, foot + PAD, inner.right, surface.box.bottom - INSIDE)


def _lowered(text: Text, by: Emu) -> Text:
    lines = tuple(line._replace(y=line.y + by) for line in text.lines)
    box = text.slot.box
    return text._replace(slot=text.slot._replace(box=box._replace(y=box.y + by)), lines=lines)
