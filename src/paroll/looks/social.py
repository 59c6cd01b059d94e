"""Posters: prepared pictures for social media, in each look.

Measures are pixels. What a poster shows is known to `compose.social`; here is what stands round
it: the ground, the device, the small slogan, the sender, and where the number of a point goes.
"""

from __future__ import annotations

from functools import lru_cache

from paroll.brand.model import Lockup
from paroll.formats import PIXEL, SOCIAL_WIDE
from paroll.looks.covers import device
from paroll.looks.house import (
    BODY,
    ON_DARK,
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
from paroll.looks.stage import Mood, bars
from paroll.sheet import Align, Anchor, Colour, Form, Mark, Role, Shape, Slot, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

LOCATOR = "Locator"
SMALL = 15
"""The size of sender and number in points: 30 pixels."""
LOCKUPS, LOCKUPS_WIDE = (18, 17, 16, 15, 14), (15, 14, 13)
"""The sizes of the small slogan in points: 36 to 28 pixels, 30 to 26 where the room is low."""


class Poster(NamedTuple):
    """A prepared picture. `room` is free for what it says, which stands there by `anchor`.

    A `photo` stands between the bands, from edge to edge.
    """

    palette: Palette
    furniture: tuple[Mark, ...]
    room: Box
    anchor: Anchor
    locator: Slot
    photo: Box


class Occasion(NamedTuple):
    """What a poster is made for: its mood, and what has a place on it.

    Behind a `board` the ground is plain: nothing is read well across the edge of a device.
    """

    mood: Mood
    lockup: bool = True
    numbered: bool = False
    photo: bool = False
    board: bool = False


PHOTO, PHOTO_WIDE = 0.52, 0.38
"""How much of the room's height a photograph takes, or of a wide picture's width."""


@lru_cache
def poster(house: House, occasion: Occasion) -> Poster:
    """Return the prepared picture in the brand's look and the house's format."""
    looks = {Lockup.CORNER: _corner, Lockup.BAND: _band, Lockup.FOOT: _foot}
    page = looks[house.brand.look.lockup](house, occasion)
    return _beside_photo(house, page) if occasion.photo else page


def _beside_photo(house: House, page: Poster) -> Poster:
    """Return the poster with its photograph above the room, or right of it where that is low."""
    room, photo, gap = page.room, page.photo, _measures(house).gap
    if house.form is SOCIAL_WIDE:
        left = house.form.width - round(house.form.width * PHOTO_WIDE)
        photo = Box.between(left, photo.y, photo.right, photo.bottom)
        return page._replace(photo=photo, room=Box.between(room.x, room.y, left - gap, room.bottom))
    foot = room.y + round(room.h * PHOTO)
    photo = Box.between(photo.x, photo.y, photo.right, foot)
    return page._replace(photo=photo, room=Box.between(room.x, foot + gap, room.right, room.bottom))


_PALETTES = {
    Mood.STRONG: ON_STRONG,
    Mood.DARK: ON_DARK,
    Mood.TINT: ON_TINT,
    Mood.OPEN: ON_PAPER,
    Mood.SIDE: ON_PAPER,
}
_DEVICES = {Mood.STRONG: "shade", Mood.DARK: "shade", Mood.TINT: "paper", Mood.OPEN: "tint"}


def _px(value: float) -> Emu:
    return round(value * PIXEL)


class _Measures(NamedTuple):
    """The distances of a format: from the edges, between parts, and the height of a thin band."""

    edge: Emu
    gap: Emu
    strip: Emu


def _measures(house: House) -> _Measures:
    """Return the distances; where an app covers the edge, little more need be left free."""
    form = house.form
    if form is SOCIAL_WIDE:
        return _Measures(_px(44), _px(28), _px(72))
    return _Measures(_px(24 if form.head else 64), _px(52), _px(110))


def _inner(house: House, top: Emu, bottom: Emu) -> Box:
    """Return what lies between two heights, inside the margins."""
    form = house.form
    return Box.between(form.margin, top, form.width - form.margin, bottom)


def _across(house: House, top: Emu, bottom: Emu, colour: Colour) -> Shape:
    return band(Box.between(0, top, house.form.width, bottom), colour)


def _small_slogan(house: House, top: Emu, colour: Colour) -> Text:
    box = _inner(house, top, top + _px(170))
    sizes = LOCKUPS_WIDE if house.form is SOCIAL_WIDE else LOCKUPS
    return lockup(house, box._replace(w=round(box.w * 0.6)), colour, sizes)


def _sender(house: House, box: Box, style: Style, ground: Colour) -> tuple[Mark, ...]:
    return sender_mark(house, box, style, ground)


def _small(colour: Colour, align: Align = Align.LEFT, *, bold: bool = False) -> Style:
    return Style(STRONG_BODY if bold else BODY, pt(SMALL), pt(SMALL * 1.3), colour, align=align)


def _locator(box: Box, style: Style) -> Slot:
    return Slot(LOCATOR, Role.BODY, box, (style,), Anchor.MIDDLE)


def _device(house: House, occasion: Occasion, top: Emu, bottom: Emu) -> tuple[Shape, ...]:
    """Return the brand's device: a circle off the upper right corner, or bars along the right."""
    if occasion.board or occasion.mood not in _DEVICES:
        return ()
    form = house.form
    across = round(min(form.width, form.height) * 0.76)
    ring = Box(form.width - round(across * 0.634), form.head - across // 4, across, across)
    shapes = device(
        house,
        Shape(ring, "shade", Form.ELLIPSE),
        bars(form.width, top, bottom, form.width // 40),
    )
    return tuple(shape._replace(fill=_DEVICES[occasion.mood]) for shape in shapes)


def _corner(house: House, occasion: Occasion) -> Poster:
    """Put the slogan in the corner, circle, and a band at the foot with sender and number."""
    palette, measures, form = _PALETTES[occasion.mood], _measures(house), house.form
    under = "strong" if occasion.mood is Mood.DARK else "dark"
    top, foot = form.seen.y + measures.edge, form.seen.bottom - measures.strip
    slogan = _small_slogan(house, top, palette.lockup)
    strip = _inner(house, foot, form.seen.bottom)
    left, right = strip._replace(w=round(strip.w * 0.7)), round(strip.w * 0.28)
    marks = (
        *_device(house, occasion, 0, form.height),
        _across(house, foot, form.height, under),
        *([slogan] if occasion.lockup else []),
        *_sender(house, left, _small("clear"), under),
    )
    begin = top + slogan.height + measures.gap if occasion.lockup else top
    room = _inner(house, begin, foot - measures.gap)
    number = Box(strip.right - right, strip.y, right, strip.h)
    locator = _locator(number, _small("clear", Align.RIGHT))
    photo = Box.between(0, 0 if form is SOCIAL_WIDE else begin, form.width, foot)
    return Poster(palette, marks, room, Anchor.BOTTOM, locator, photo)


def _band(house: House, occasion: Occasion) -> Poster:
    """Put a band along the top with slogan and sender, bars, and the number at the foot."""
    palette, measures, form = _PALETTES[occasion.mood], _measures(house), house.form
    over = "strong" if occasion.mood is Mood.DARK else "dark"
    rim = min(measures.edge, _px(44 if form is not SOCIAL_WIDE else 30))
    top = form.seen.y + rim
    slogan = _small_slogan(house, top, "clear")
    depth = slogan.height if occasion.lockup else pt(SMALL * 1.3) * 2
    foot = top + depth + max(rim, _px(30))
    inner = _inner(house, top, top + depth)
    side = round(inner.w * 0.38) if occasion.lockup else inner.w
    align = Align.RIGHT if occasion.lockup else Align.LEFT
    marks = (
        *_device(house, occasion, foot, form.height),
        _across(house, 0, foot, over),
        *([slogan] if occasion.lockup else []),
        *_sender(house, Box(inner.right - side, top, side, depth), _small("clear", align), over),
    )
    bottom = form.seen.bottom - measures.edge
    line = _inner(house, bottom - pt(SMALL * 1.3), bottom)
    end = line.y - measures.gap // 2 if occasion.numbered else bottom
    room = _inner(house, foot + measures.gap, end)
    locator = _locator(line, _small(palette.quiet))
    photo = Box.between(0, foot, form.width, form.height)
    return Poster(palette, marks, room, Anchor.MIDDLE, locator, photo)


def _foot(house: House, occasion: Occasion) -> Poster:
    """Put a light foot under all, with slogan and sender, and the number at the head."""
    palette, measures, form = _PALETTES[occasion.mood], _measures(house), house.form
    ground = "tint" if occasion.mood is Mood.OPEN else "paper"
    edge = min(measures.edge, _px(48 if form is not SOCIAL_WIDE else 30))
    slogan = _small_slogan(house, form.seen.y, "strong")
    depth = slogan.height if occasion.lockup else pt(SMALL * 1.3) * 2
    top = form.seen.bottom - depth - 2 * edge
    inner = _inner(house, top + edge, top + edge + depth)
    side = round(inner.w * 0.38) if occasion.lockup else inner.w
    align = Align.RIGHT if occasion.lockup else Align.LEFT
    small = _small_slogan(house, inner.y, "strong")
    marks = (
        _across(house, top, form.height, ground),
        *([small] if occasion.lockup else []),
        *_sender(
            house, Box(inner.right - side, inner.y, side, depth), _small("ink", align), ground
        ),
    )
    head = form.seen.y + measures.edge
    line = _inner(house, head, head + pt(SMALL * 1.3))
    begin = line.bottom + measures.gap // 2 if occasion.numbered else head
    room = _inner(house, begin, top - measures.gap)
    locator = _locator(line, _small(palette.quiet, bold=True))
    photo = Box.between(0, 0, form.width, top)
    return Poster(palette, marks, room, Anchor.MIDDLE, locator, photo)
