"""The sender's mark on covers: the brand's logo, or the name as a word mark."""

from __future__ import annotations

from paroll.brand.model import Drawing, Raster
from paroll.looks.house import House, signature
from paroll.sheet import Align, Colour, Mark, Picture, Segment, Shape, Style
from paroll.units import Box

HEIGHT = 0.62
"""How much of its band's height a logo takes; the rest is the clear space around it."""


LIGHT = ("clear", "paper")
"""The colours of a drawing that stand for the paper under it."""


def sender_mark(house: House, box: Box, style: Style, ground: Colour) -> tuple[Mark, ...]:
    """Set the logo in `box`, aligned as `style` says, or the sender's name in `style`.

    Covers are grounds of colour: a drawing is set as a negative, its parts in the colour of the
    text that would stand there, what is white in it in the colour of the `ground`.
    """
    logo = house.brand.logo
    if logo is None:
        return (signature(house, box, style),) if house.sender.text else ()
    place = _place(box, logo.width / logo.height, style.align)
    if isinstance(logo, Raster):
        return (Picture(place, logo.data, house.sender.text),)
    return _drawn(logo, place, style.colour, ground)


def _place(box: Box, proportion: float, align: Align) -> Box:
    """Return the largest box of this proportion in the middle of the height of `box`."""
    height = min(round(box.h * HEIGHT), round(box.w / proportion))
    width = round(height * proportion)
    x = box.x if align is Align.LEFT else box.right - width
    return Box(x, box.y + (box.h - height) // 2, width, height)


def _drawn(logo: Drawing, place: Box, colour: Colour, ground: Colour) -> tuple[Shape, ...]:
    scale = place.w / logo.width

    def at(segment: Segment) -> Segment:
        points = ((place.x + round(x * scale), place.y + round(y * scale)) for x, y in segment[1])
        return Segment(segment.step, tuple(points))

    return tuple(
        Shape(place, ground if part in LIGHT else colour, outline=tuple(map(at, outline)))
        for part, outline in logo.parts
    )
