"""The backs of leaflets, which are read in the hand, in each look.

They are made for a surface: a whole page, or a part of one.
Measures are parts of the panel where a design grows with it, millimetres where a hand or an eye
does not.
"""

from __future__ import annotations

from paroll.brand.model import Lockup
from paroll.layout.setting import offset
from paroll.looks.house import (
    ON_PAPER,
    ON_STRONG,
    ON_TINT,
    House,
    Palette,
    band,
    lockup,
)
from paroll.sheet import Colour, Mark, Shape, Text
from paroll.tuples import NamedTuple
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
    small = lowered(small, (head - top - PAD - small.height) // 2)
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
        small = lowered(small, (block.h - small.height) // 2)
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


def lowered(text: Text, by: Emu) -> Text:
    """Return `text` so far below where it stood."""
    lines = tuple(line._replace(y=line.y + by) for line in text.lines)
    box = text.slot.box
    return text._replace(slot=text.slot._replace(box=box._replace(y=box.y + by)), lines=lines)


def tight(text: Text) -> Text:
    """Return `text` where it stands, in a slot that is no higher than it."""
    slot = text.slot
    top = slot.box.y + offset(slot.anchor, slot.box.h - text.height)
    return text._replace(slot=slot._replace(box=slot.box._replace(y=top, h=text.height)))
