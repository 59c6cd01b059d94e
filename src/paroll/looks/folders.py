"""Folders: the panels of a folded sheet beside the cover, in each look.

Each is prepared as a page of its own. What runs across a fold does so on purpose: bands of colour
stand at the same heights on all panels of a side, so that they are one band when it is open.
"""

from __future__ import annotations

from paroll.brand.model import Device, Lockup
from paroll.layout.setting import set_text
from paroll.looks.house import (
    HEADING,
    ON_DARK,
    ON_PAPER,
    ON_STRONG,
    ON_TINT,
    House,
    Palette,
    band,
    lockup,
    slogan_slot,
)
from paroll.looks.stage import bars
from paroll.sheet import Align, Anchor, Colour, Form, Mark, Paragraph, Role, Run, Shape, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm, pt

BAND = 10
"""Which part of the panel's height a band is that holds a line or the small slogan."""
GUTTER = mm(7)
"""The space between two columns of one panel."""
SEAM = mm(5)
"""How high the band is that holds nothing: it only runs across the inside."""
GAP = mm(7)
"""The space between the text of a panel and what stands above and below it."""
LOUD, QUIET = 0.19, 0.095
"""The largest size of a sentence alone on a panel, as a part of its width: an idea, on a back."""
ON_BACK = ON_TINT._replace(heading="strong", accent="dark")
"""The colours of a back: the strong colour is for large type alone, the tint is too near it."""
LOCKUPS = (11, 10.5, 10, 9, 8)
"""The sizes of the small slogan in points."""
INSIDE = mm(6)
"""How far small print stays from the trim: printers ask for 3 to 5 mm."""


class Leaf(NamedTuple):
    """A prepared panel: its ground and furniture, and the room for what it says.

    `largest` is the largest size of a sentence that stands alone there.
    """

    palette: Palette
    furniture: tuple[Mark, ...]
    room: Box
    anchor: Anchor = Anchor.TOP
    largest: Emu = 0


class Ending(NamedTuple):
    """A prepared back: a panel for what ends the programme, the sender's block below.

    The `small` slogan stands above where it does not stand there large.
    """

    leaf: Leaf
    small: Mark
    address: Box


def inner(house: House, *, signed: bool, number: int = 0) -> Leaf:
    """Return a panel of running text.

    A `signed` one has the small slogan, and a page of a booklet its `number`; where they stand is
    kept free on all of them, so that texts begin at one height.
    """
    strip, line, room = _inner_places(house)
    colour = "strong" if house.brand.look.lockup is Lockup.CORNER else "clear"
    marks: list[Mark] = [strip]
    if signed:
        marks.append(_small(house, line, colour))
    if number:
        style = Style(HEADING, pt(11), pt(14), colour, align=Align.RIGHT)
        slot = Slot("Page number", Role.PAGE, line, (style,), Anchor.MIDDLE)
        marks.append(set_text(house.case, slot, (Paragraph((Run(str(number)),)),)))
    return Leaf(ON_PAPER, tuple(marks), room)


def _inner_places(house: House) -> tuple[Shape, Box, Box]:
    """Return the band across the inside, the line of the small slogan, the room for text."""
    height, edge, depth = house.form.height, _edge(house), _band(house)
    look = house.brand.look.lockup
    if look is Lockup.BAND:
        band_, line = _across(house, 0, depth, "dark"), _between(house, 0, depth)
        return band_, line, _between(house, depth + GAP, height - edge)
    if look is Lockup.FOOT:
        foot = height - depth
        band_, line = _across(house, foot, height, "strong"), _between(house, foot, height)
        return band_, line, _between(house, edge, foot - GAP)
    head, foot = edge + depth, height - SEAM
    band_, line = _across(house, foot, height, "strong"), _between(house, edge, head - GAP // 2)
    return band_, line, _between(house, head, foot - GAP)


def teaser(house: House, outer: Align) -> Leaf:
    """Return a panel of colour for one idea: a figure, a quotation, the first points.

    The sheet ends with it at its `outer` side; in the middle at neither.
    """
    look = house.brand.look.lockup
    if look is Lockup.CORNER:
        return _corner_teaser(house, outer)
    return _band_teaser(house) if look is Lockup.BAND else _foot_teaser(house)


def on_address(house: House) -> Palette:
    """Return the colours of the sender's block on a back."""
    return {Lockup.CORNER: ON_DARK, Lockup.BAND: ON_TINT, Lockup.FOOT: ON_STRONG}[
        house.brand.look.lockup
    ]


def ending(house: House, sender: Emu) -> Ending:
    """Return the back panel, with room for a sender's block that is `sender` high.

    What stands on it is near the sender, the small slogan far from both.
    """
    form, look = house.form, house.brand.look.lockup
    foot = form.height - max(_band(house), sender + 2 * INSIDE)
    block = _between(house, foot + INSIDE, form.height - INSIDE)
    marks = [_across(house, foot, form.height, on_address(house).ground)]
    if look is Lockup.BAND:
        head = _band(house)
        marks.append(_across(house, 0, head, "dark"))
        small = _small(house, _between(house, 0, head), "clear")
        room, palette = _between(house, head + GAP, foot - GAP), ON_PAPER._replace(heading="strong")
    else:
        head = _edge(house) + _band(house)
        small = _small(house, _between(house, _edge(house), head - GAP // 2), "dark")
        room, palette = _between(house, head, foot - GAP), ON_BACK
    leaf = Leaf(palette, tuple(marks), room, Anchor.BOTTOM, round(form.width * QUIET))
    return Ending(leaf, small, block)


def large_slogan(house: House, room: Box, colour: Colour) -> Slot:
    """Return a slot for the slogan on a back, smaller than on the cover."""
    box = room._replace(w=round(room.w * 0.8), h=min(room.h, room.w))
    return slogan_slot(house, box, colour, Role.BODY, Anchor.TOP)


def _across(house: House, top: Emu, bottom: Emu, colour: Colour) -> Shape:
    """Return a band from edge to edge, into the bleed at the head and at the foot."""
    form = house.form
    upper = top - form.bleed * (top == 0)
    lower = bottom + form.bleed * (bottom == form.height)
    return band(Box.between(-form.bleed, upper, form.width + form.bleed, lower), colour)


def _between(house: House, top: Emu, bottom: Emu) -> Box:
    form = house.form
    return Box.between(form.margin, top, form.width - form.margin, bottom)


def _edge(house: House) -> Emu:
    """Return the free edge at head and foot: the same on panels of all widths."""
    return house.form.height // 20


def _band(house: House) -> Emu:
    return house.form.height // BAND


def _small(house: House, line: Box, colour: Colour) -> Mark:
    """Return the small slogan at the left, in the middle of the height of `line`."""
    room = line._replace(w=round(line.w * 0.8))
    small = lockup(house, room, colour, LOCKUPS)
    down = max(0, (line.h - small.height) // 2)
    return lockup(house, room._replace(y=room.y + down, h=room.h - down), colour, LOCKUPS)


def _corner_teaser(house: House, outer: Align) -> Leaf:
    form = house.form
    room = _inner_places(house)[2]
    return Leaf(ON_DARK, _circle(house, outer), room, Anchor.BOTTOM, round(form.width * LOUD))


def _circle(house: House, outer: Align) -> tuple[Shape, ...]:
    """Return the brand's circle: it leaves the sheet, but never crosses a fold."""
    if house.brand.look.device is not Device.CIRCLE or outer is Align.CENTRE:
        return ()
    width = house.form.width
    across = round(width * 0.97)
    left = round(width * 0.367)
    x = left if outer is Align.RIGHT else width - left - across
    return (Shape(Box(x, -across // 4, across, across), "shade", Form.ELLIPSE),)


def _band_teaser(house: House) -> Leaf:
    form, head = house.form, _band(house)
    columns = bars(form.width, head, form.height + form.bleed, form.width // 30)
    device = columns if house.brand.look.device is Device.BARS else ()
    marks = (*device, _across(house, 0, head, "dark"))
    room = _inner_places(house)[2]
    return Leaf(ON_STRONG, marks, room, Anchor.BOTTOM, round(form.width * LOUD))


def _foot_teaser(house: House) -> Leaf:
    form, foot = house.form, house.form.height - _band(house)
    marks = (_across(house, foot, form.height, "dark"),)
    room = _inner_places(house)[2]
    return Leaf(ON_STRONG, marks, room, Anchor.BOTTOM, round(form.width * LOUD))
