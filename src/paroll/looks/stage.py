"""Stages: prepared pages of the deck. A look decides where things stand, a mood what they stand on.

Measures are points on a slide of 960 by 540. What a kind needs to know is on the `Stage`: the
palette, the room for heading and content, and the furniture already set.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from paroll.brand.model import Device, Lockup
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
    whole,
)
from paroll.sheet import Align, Anchor, Form, Mark, Shape, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

WIDTH, HEIGHT = 960, 540


class Mood(StrEnum):
    """What a page is like: `SIDE` has its heading beside the content, the others above it."""

    SIDE = "side"
    OPEN = "open"
    TINT = "tint"
    DARK = "dark"
    STRONG = "strong"


class Stage(NamedTuple):
    """A prepared page.

    `head` holds the heading of a `SIDE` page, `room` its content; on other pages `room` is all
    that is free and `head` its upper part. `locator` says where in the programme one is; `fields`
    are the places of date, sender and page number.
    """

    palette: Palette
    head_palette: Palette
    furniture: tuple[Mark, ...]
    head: Box
    head_anchor: Anchor
    locator: Box
    room: Box
    room_anchor: Anchor
    fields: tuple[Slot, ...]


class _Grid(NamedTuple):
    """Where a look puts things, in points."""

    lockup: Box
    date: Box
    sender: Box
    page: Box
    side_sender: Box
    head: Box
    head_anchor: Anchor
    locator: Box
    side_room: Box
    open_head: Box
    open_room: Box


_GRIDS = {
    Lockup.CORNER: _Grid(
        lockup=points(48, 37, 236, 60),
        date=points(672, 37, 240, 17),
        sender=points(48, 494, 600, 24),
        page=points(832, 494, 80, 24),
        side_sender=points(348, 494, 460, 24),
        head=points(48, 120, 240, 352),
        head_anchor=Anchor.BOTTOM,
        locator=points(48, 494, 240, 24),
        side_room=points(348, 56, 564, 416),
        open_head=points(48, 116, 864, 110),
        open_room=points(48, 116, 864, 356),
    ),
    Lockup.BAND: _Grid(
        lockup=points(48, 17, 500, 60),
        date=points(656, 498, 164, 24),
        sender=points(560, 17, 352, 56),
        page=points(832, 498, 80, 24),
        side_sender=points(560, 17, 352, 56),
        head=points(48, 122, 864, 92),
        head_anchor=Anchor.TOP,
        locator=points(48, 498, 600, 24),
        side_room=points(48, 226, 800, 256),
        open_head=points(48, 122, 864, 104),
        open_room=points(48, 122, 864, 360),
    ),
    Lockup.FOOT: _Grid(
        lockup=points(48, 466, 480, 60),
        date=points(672, 13, 240, 17),
        sender=points(540, 474, 312, 44),
        page=points(862, 474, 50, 44),
        side_sender=points(540, 474, 312, 44),
        head=points(48, 50, 268, 340),
        head_anchor=Anchor.TOP,
        locator=points(48, 402, 268, 24),
        side_room=points(364, 45, 548, 381),
        open_head=points(48, 50, 864, 104),
        open_room=points(48, 50, 864, 368),
    ),
}

_PALETTES = {
    Mood.SIDE: ON_PAPER,
    Mood.OPEN: ON_PAPER,
    Mood.TINT: ON_TINT,
    Mood.DARK: ON_DARK,
    Mood.STRONG: ON_STRONG,
}


@lru_cache
def stage(house: House, mood: Mood) -> Stage:
    """Return the prepared page of `mood` in the brand's look."""
    look = house.brand.look.lockup
    grid = _GRIDS[look]
    palette = _PALETTES[mood]
    side = mood is Mood.SIDE
    head_palette = ON_STRONG if side and look is Lockup.CORNER else palette
    over = _over(look, mood, palette)
    marks = (
        *_ground(house, look, mood),
        lockup(house, grid.lockup, over.lockup, (17, 16, 15, 14, 13, 12)),
    )
    page_colour = over.quiet if look is Lockup.FOOT else palette.quiet
    return Stage(
        palette,
        head_palette,
        marks,
        grid.head if side else grid.open_head,
        grid.head_anchor if side else Anchor.TOP,
        grid.locator,
        grid.side_room if side else grid.open_room,
        Anchor.MIDDLE if look is Lockup.CORNER else Anchor.TOP,
        (
            date_slot(grid.date, palette.quiet),
            _sender(house, grid, mood, over if look is not Lockup.CORNER else palette),
            page_slot(grid.page, page_colour, 13),
        ),
    )


def _over(look: Lockup, mood: Mood, palette: Palette) -> Palette:
    """Return the palette of what the lockup stands on."""
    if look is Lockup.CORNER:
        return ON_STRONG if mood is Mood.SIDE else palette
    if look is Lockup.BAND:
        return ON_STRONG if mood is Mood.DARK else ON_DARK
    return palette if mood in (Mood.DARK, Mood.STRONG) else ON_TINT


def _ground(house: House, look: Lockup, mood: Mood) -> tuple[Mark, ...]:
    """Return the bands and devices of a page, the lowest first."""
    if look is Lockup.CORNER:
        return _corner_ground(house, mood)
    if look is Lockup.BAND:
        return (band(points(0, 0, WIDTH, 90), "strong" if mood is Mood.DARK else "dark"),)
    if mood in (Mood.DARK, Mood.STRONG):
        return (band(points(0, 450, WIDTH, 90), "shade" if mood is Mood.STRONG else "strong"),)
    foot = band(points(0, 450, WIDTH, 90), "paper" if mood is Mood.TINT else "tint")
    return (foot, band(points(0, 0, 12, 450), "strong"))


def _corner_ground(house: House, mood: Mood) -> tuple[Mark, ...]:
    if mood is Mood.SIDE:
        return (band(points(0, 0, 305, HEIGHT), "strong"),)
    if mood is Mood.OPEN:
        return (band(points(940, 0, 20, HEIGHT), "strong"),)
    if mood is Mood.STRONG and house.brand.look.device is Device.CIRCLE:
        return (circle(610, 150, 620),)
    return ()


def circle(x: float, y: float, across: float) -> Shape:
    """Return the circle device: its left and top edges and its width in points."""
    return Shape(points(x, y, across, across), "shade", Form.ELLIPSE)


def bars(right: Emu, top: Emu, foot: Emu, unit: Emu) -> tuple[Shape, ...]:
    """Return the bars device: three upright bars, narrower towards `right`, from top to foot."""
    shapes, x = [], right
    for width in (1, 2, 3):
        x -= width * unit + unit
        shapes.append(band(Box.between(x, top, x + width * unit, foot), "shade"))
    return tuple(shapes)


def _sender(house: House, grid: _Grid, mood: Mood, palette: Palette) -> Slot:
    look = house.brand.look.lockup
    align = Align.RIGHT if look is not Lockup.CORNER else Align.LEFT
    style = Style(BODY, pt(13), whole(pt(17)), palette.quiet, align=align)
    box = grid.side_sender if mood is Mood.SIDE else grid.sender
    return footer_slot(house, box, style)
