"""Pages with a picture: what it bleeds off, and the calm ground that words stand on, in each look.

Measures are points on a slide of 960 by 540. The slogan's lockup stands where it always does.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from paroll.brand.model import Lockup
from paroll.looks.house import (
    BODY,
    ON_DARK,
    ON_PAPER,
    ON_STRONG,
    ON_TINT,
    House,
    Palette,
    band,
    date_slot,
    footer_slot,
    lockup,
    page_slot,
    points,
)
from paroll.looks.stage import HEIGHT, WIDTH
from paroll.sheet import Align, Anchor, Mark, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, pt


class Place(StrEnum):
    """How much of a slide a picture takes: most of it, half, or a part inside the margins."""

    FULL = "full"
    HALF = "half"
    INSET = "inset"


class Stand(NamedTuple):
    """A prepared page: `column` is free for words, `picture` for the picture.

    `anchor` is where in the column a heading alone stands, `credit` is under it or the picture.
    """

    palette: Palette
    furniture: tuple[Mark, ...]
    column: Box
    anchor: Anchor
    credit: Box
    credit_anchor: Anchor
    picture: Box
    fields: tuple[Slot, ...]


class _Grid(NamedTuple):
    """Where a look puts things, in points."""

    column: Box
    credit: Box
    picture: Box
    date: Box
    sender: Box
    page: Box


_RAIL = points(0, 0, 305, HEIGHT)
_BAND = points(0, 0, WIDTH, 90)
_FOOT = points(0, 450, WIDTH, 90)
_LOCKUPS = {
    Lockup.CORNER: points(48, 37, 236, 60),
    Lockup.BAND: points(48, 17, 500, 60),
    Lockup.FOOT: points(48, 466, 480, 60),
}
_BAND_SENDER, _FOOT_SENDER = points(560, 17, 352, 56), points(540, 474, 312, 44)
_FOOT_PAGE = points(862, 474, 50, 44)
_GRIDS = {
    (Lockup.CORNER, Place.FULL): _Grid(
        column=points(48, 120, 236, 284),
        credit=points(48, 412, 236, 38),
        picture=points(305, 0, 655, HEIGHT),
        date=points(48, 458, 190, 20),
        sender=points(48, 482, 190, 36),
        page=points(240, 494, 44, 24),
    ),
    (Lockup.CORNER, Place.HALF): _Grid(
        column=points(48, 120, 396, 290),
        credit=points(48, 414, 396, 38),
        picture=points(480, 0, 480, HEIGHT),
        date=points(48, 456, 320, 20),
        sender=points(48, 478, 320, 40),
        page=points(374, 494, 70, 24),
    ),
    (Lockup.CORNER, Place.INSET): _Grid(
        column=points(48, 120, 396, 352),
        credit=points(480, 453, 432, 36),
        picture=points(480, 56, 432, 392),
        date=points(672, 37, 240, 17),
        sender=points(48, 494, 600, 24),
        page=points(832, 494, 80, 24),
    ),
    (Lockup.BAND, Place.FULL): _Grid(
        column=points(48, 122, 236, 318),
        credit=points(48, 448, 236, 38),
        picture=points(305, 90, 655, 450),
        date=points(48, 490, 150, 34),
        sender=_BAND_SENDER,
        page=points(204, 498, 80, 24),
    ),
    (Lockup.BAND, Place.HALF): _Grid(
        column=points(48, 122, 396, 324),
        credit=points(48, 454, 396, 38),
        picture=points(480, 90, 480, 450),
        date=points(48, 498, 300, 24),
        sender=_BAND_SENDER,
        page=points(364, 498, 80, 24),
    ),
    (Lockup.BAND, Place.INSET): _Grid(
        column=points(48, 122, 396, 350),
        credit=points(480, 459, 340, 36),
        picture=points(480, 122, 432, 332),
        date=points(656, 498, 164, 24),
        sender=_BAND_SENDER,
        page=points(832, 498, 80, 24),
    ),
    (Lockup.FOOT, Place.FULL): _Grid(
        column=points(48, 50, 240, 334),
        credit=points(48, 392, 240, 38),
        picture=points(316, 0, 644, 450),
        date=points(48, 22, 240, 20),
        sender=_FOOT_SENDER,
        page=_FOOT_PAGE,
    ),
    (Lockup.FOOT, Place.HALF): _Grid(
        column=points(48, 50, 396, 334),
        credit=points(48, 392, 396, 38),
        picture=points(480, 0, 480, 450),
        date=points(48, 22, 396, 20),
        sender=_FOOT_SENDER,
        page=_FOOT_PAGE,
    ),
    (Lockup.FOOT, Place.INSET): _Grid(
        column=points(48, 50, 396, 352),
        credit=points(480, 407, 432, 36),
        picture=points(480, 50, 432, 352),
        date=points(672, 13, 240, 17),
        sender=_FOOT_SENDER,
        page=_FOOT_PAGE,
    ),
}


@lru_cache
def stand(house: House, place: Place) -> Stand:
    """Return the prepared page with a picture in `place`, in the brand's look."""
    look = house.brand.look.lockup
    grid, full = _GRIDS[look, place], place is Place.FULL
    palette = ON_STRONG if full else ON_PAPER
    over = {Lockup.CORNER: palette, Lockup.BAND: ON_DARK, Lockup.FOOT: ON_TINT}[look]
    marks = (
        *_ground(look, full=full),
        lockup(house, _LOCKUPS[look], over.lockup, (17, 16, 15, 14, 13, 12)),
    )
    anchor = Anchor.BOTTOM if full and look is Lockup.CORNER else Anchor.TOP
    page_colour = over.quiet if look is Lockup.FOOT else palette.quiet
    fields = (
        date_slot(grid.date, palette.quiet, Align.LEFT if grid.date.x == pt(48) else Align.RIGHT),
        _sender(house, grid.sender, over),
        page_slot(grid.page, page_colour, 13),
    )
    below = Anchor.TOP if place is Place.INSET else Anchor.BOTTOM
    return Stand(palette, marks, grid.column, anchor, grid.credit, below, grid.picture, fields)


def _ground(look: Lockup, *, full: bool) -> tuple[Mark, ...]:
    """Return bands and panels, the lowest first: with a full picture, words stand on a panel."""
    if look is Lockup.CORNER:
        return (band(_RAIL, "strong"),) if full else (band(points(940, 0, 20, HEIGHT), "strong"),)
    if look is Lockup.BAND:
        panel = (band(points(0, 90, 305, 450), "strong"),) if full else ()
        return (*panel, band(_BAND, "dark"))
    return (band(_FOOT, "tint"), band(points(0, 0, 316 if full else 12, 450), "strong"))


def _sender(house: House, box: Box, palette: Palette) -> Slot:
    """Return the slot of the sender; beside a picture that bleeds it is high, for it is narrow."""
    corner = house.brand.look.lockup is Lockup.CORNER
    align, anchor = (Align.LEFT, Anchor.BOTTOM) if corner else (Align.RIGHT, Anchor.MIDDLE)
    style = Style(BODY, pt(13), pt(17), palette.quiet, align=align)
    return footer_slot(house, box, style, anchor)
