"""The sender's block: name, address, imprint, and a code to point a telephone at.

It stands in a box of any size: at the foot of a leaflet, on a panel of a folder, below a poster.
"""

from __future__ import annotations

from paroll.layout.setting import offset
from paroll.looks.house import House, Palette, band, body_style, whole
from paroll.sheet import Anchor, Mark, Role, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm

SENDER_BLOCK, SENDER_CODE = "Sender", "Sender's code"
NAME, REACH, IMPRINT = 0, 1, 2
"""The levels of the block: who it is, how to reach them, small print."""
GAP = mm(4)
"""The space between the words and the code."""
NARROWEST = mm(30)
"""How wide the words must be to stand beside the code; else they stand above it."""


class Place(NamedTuple):
    """A box for a sender's block: on the ground of `palette`, where in the height of the box."""

    box: Box
    palette: Palette
    anchor: Anchor = Anchor.MIDDLE


class SenderBlock(NamedTuple):
    """The slots of a sender's block, and the field of paper that its code stands on."""

    words: Slot
    code: Slot | None = None
    card: tuple[Mark, ...] = ()


def sender_block(house: House, at: Place, size: Emu, code: Emu = 0) -> SenderBlock:
    """Return the block with words of `size`, and a code `code` wide if there is one.

    The code stands at the right edge, in a narrow box at the foot. It is dark on light on every
    ground, and its quiet zone belongs to it.
    """
    box, levels = at.box, sender_levels(house, at.palette, size)
    if not code:
        return SenderBlock(Slot(SENDER_BLOCK, Role.BODY, box, levels, at.anchor))
    if is_narrow(box.w, code):
        place = Box(box.x, box.bottom - code, code, code)
        words = Box.between(box.x, box.y, box.right, place.y - GAP)
    else:
        place = Box(box.right - code, box.y + offset(at.anchor, box.h - code), code, code)
        words = Box.between(box.x, box.y, place.x - GAP, box.bottom)
    return SenderBlock(
        Slot(SENDER_BLOCK, Role.BODY, words, levels, at.anchor),
        Slot(SENDER_CODE, Role.PICTURE, place, levels[:1]),
        (band(place, "clear"),),
    )


def is_narrow(width: Emu, code: Emu) -> bool:
    """Say whether a box of this `width` has its code below the words."""
    return width - code - GAP < NARROWEST


def sender_levels(house: House, palette: Palette, size: Emu) -> tuple[Style, Style, Style]:
    """Return the styles of name, addresses and imprint; small print is never below the least."""
    small = max(house.form.least, whole(size * 0.82))
    return (
        body_style(whole(size * 1.2), palette.body, bold=True),
        body_style(size, palette.body),
        body_style(min(size, small), palette.body, before=0.5),
    )
