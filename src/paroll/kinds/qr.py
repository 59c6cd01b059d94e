"""QR: a code to point a telephone at, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

from paroll.kinds.codes import Code
from paroll.kinds.kind import (
    BODY,
    TITLE,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    fill,
    layout,
    link_paragraph,
    note_of,
    paragraphs,
    picture_slot,
    readable,
    title_slot,
)
from paroll.layout.fit import Fill, Filling, Menu
from paroll.looks.house import House, band, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme import Address, Section, Words
from paroll.sheet import Align, Anchor, Layout, Slot
from paroll.source import documented
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt


class Qr(Section):
    """A code to point a telephone at, with its address in letters."""

    EXAMPLE: ClassVar[str] = """\
heading: Bli medlem i kväll
qr: https://www.socialdemokraterna.se/bli-medlem
text: Rikta telefonens kamera mot koden. Det tar två minuter.
"""

    heading: Words = documented("What people are asked to do.", example="Bli medlem i kväll")
    qr: Address = documented(
        "Where the code leads: a web address, mailto: or tel:.",
        example="https://www.socialdemokraterna.se",
    )
    text: Words | None = documented("A sentence or two beside the code.", default=None)


class _Sizes(NamedTuple):
    """Sizes of heading, text and address in points, and whether the address takes the whole row."""

    heading: float
    text: float
    address: float
    wide: float


CODE, ADDRESS = "Code", "Address"
STEPS = (
    _Sizes(66, 28, 24, 0),
    _Sizes(60, 26, 22, 0),
    _Sizes(54, 24, 20, 0),
    _Sizes(48, 22, 18, 0),
    _Sizes(44, 20, 18, 0),
    _Sizes(60, 26, 22, 1),
    _Sizes(54, 24, 20, 1),
    _Sizes(48, 22, 18, 1),
    _Sizes(44, 20, 18, 1),
    _Sizes(36, 20, 18, 1),
    _Sizes(32, 18, 18, 1),
    _Sizes(28, 18, 18, 1),
)
ROW, GAP = pt(32), pt(44)


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of heading, text and address."""
    return (Menu(partial(_layout, house), STEPS, len(STEPS)),)


@lru_cache
def _layout(house: House, *step: float) -> Layout:
    sizes = _Sizes(*step)
    page = stage(house, Mood.STRONG)
    palette, room = page.palette, page.room
    side = room.h - ROW
    card = Box(room.right - side, room.y, side, side)
    words = Box.between(room.x, room.y, card.x - GAP, card.bottom)
    heading = heading_style(pt(sizes.heading), palette.heading)
    text = body_style(pt(sizes.text), palette.body, before=0.5)
    middle = words.y + words.h * 6 // 10
    return layout(
        page,
        "qr",
        f"Code {sizes.heading}, address {sizes.address}{' on a row' if sizes.wide else ''}",
        title_slot(house, Box.between(words.x, words.y, words.right, middle), heading),
        body_slot(
            house,
            Box.between(words.x, middle + pt(8), words.right, words.bottom),
            (text,),
            Anchor.BOTTOM,
        ),
        picture_slot(house, card, CODE),
        _address(house, room, card, sizes),
        # A telephone finds a dark code on a light ground; the margin round it belongs to it.
        marks=(band(card, "clear"),),
    )


def _address(house: House, room: Box, card: Box, sizes: _Sizes) -> Slot:
    """Return the slot under the code, as wide as it or, for a long address, as the page."""
    colour = stage(house, Mood.STRONG).palette.body
    style = body_style(pt(sizes.address), colour, bold=True)
    left: Emu = card.x
    if sizes.wide:
        left, style = room.x, style._replace(align=Align.RIGHT)
    box = Box.between(left, card.bottom, card.right, room.bottom)
    return body_slot(house, box, (style,), Anchor.BOTTOM, ADDRESS)


def drafts(section: Qr, context: Context) -> Iterable[Draft]:
    """Set the code with what it is for and where it leads."""
    address = section.qr
    alt = context.house.phrases.code.format(address=readable(address))
    fills: dict[str, Filling] = {
        TITLE: fill(section.heading),
        CODE: Code(address.text, alt, "ink", address.span),
        ADDRESS: Fill((link_paragraph("", address, 0),), address.span),
    }
    if section.text:
        fills[BODY] = fill(section.text)
    (menu,) = menus(context.house)
    yield Draft(menu, fills, notes=note_of(section))


def brief(section: Qr, context: Context) -> Iterable[Group]:
    """Say what people are asked to do, and the address in letters."""
    del context
    heading = paragraphs(section.heading, Level.HEADING)
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    return [(*heading, *text, link_paragraph("", section.qr, Level.NAME))]


KIND = Kind("qr", Qr, menus, drafts, brief, headed=True)
