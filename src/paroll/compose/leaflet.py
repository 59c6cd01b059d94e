"""The leaflet: a front that is seen from afar, a back with the points in short form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paroll.brand.model import Brand
from paroll.compose.furniture import check_furniture
from paroll.compose.house import context_of, furnish
from paroll.compose.misfit import overlong
from paroll.compose.senders import height_of, sending, signed
from paroll.compose.story import Room, tell, teller, too_full
from paroll.finding import Finding
from paroll.formats import Format
from paroll.kinds import KINDS
from paroll.kinds.kind import TITLE, Group, paragraphs
from paroll.layout.setting import inside, set_text, widest
from paroll.layout.typecase import Typecase
from paroll.looks.covers import Cover
from paroll.looks.house import House, Palette, heading_style, slogan_slot
from paroll.looks.leaflets import (
    address_palette,
    address_width,
    back,
    front,
    whole_page,
)
from paroll.looks.senders import Place
from paroll.programme.model import Programme
from paroll.sheet import (
    Anchor,
    Document,
    Layout,
    Mark,
    Paragraph,
    Role,
    Run,
    Sheet,
    Slot,
    Text,
)
from paroll.units import Box, mm, pt, to_pt

TITLE_TO_SLOGAN = 0.7
LEAST_TITLE = 14
"""The front's title at most, as a part of the slogan's size, and at least, in points."""
_COUNTED = re.compile(r"(\d[\d .,]*\d|\d)\s+(\S.*)", re.DOTALL)


def compose_leaflet(
    programme: Programme, brand: Brand, form: Format, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose front and back. What does not fit is a finding."""
    house = furnish(programme, brand, form, case)
    first, first_findings = front_sheet(programme, house)
    second, second_findings = _back(programme, house)
    sheets = (first, second)
    layouts = tuple(sheet.layout for sheet in sheets)
    document = Document(
        title=programme.title.text,
        author=house.sender.text,
        language=programme.language.text,
        size=form.page,
        bleed=form.bleed,
        sheets=sheets,
        layouts=layouts,
    )
    return document, [*check_furniture(house, layouts), *first_findings, *second_findings]


def front_sheet(programme: Programme, house: House) -> tuple[Sheet, list[Finding]]:
    """Compose a front: the slogan as the picture, and the title."""
    page = front(house, whole_page(house))
    slogan = slogan_slot(house, page.slogan, page.palette.heading, Role.BODY, page.anchor)
    lines = set_text(house.case, slot=slogan, paragraphs=(house.slogan_paragraph,))
    largest = max(LEAST_TITLE, to_pt(slogan.levels[0].size) * TITLE_TO_SLOGAN)
    title, findings = _title(programme, house, page, largest)
    layout = Layout("Front", "front", page.palette.ground, page.furniture, ())
    sheet = Sheet(layout, programme.title.text, (lines, *title))
    return sheet, findings


def _title(
    programme: Programme, house: House, page: Cover, largest: float
) -> tuple[tuple[Mark, ...], list[Finding]]:
    """Set the title; a number that begins it is the picture, the rest stands beside it.

    A title without a number is set in `largest` points at most: the slogan is the headline.
    """
    box, palette = page.title, page.on_title
    counted = _COUNTED.fullmatch(programme.title.text)
    if counted:
        hero = _counted_title(house, box, palette, counted[1], counted[2])
        if hero:
            return hero, []
    words = paragraphs(programme.title)
    for size in house.sizes(largest, LEAST_TITLE):
        slot = Slot(TITLE, Role.TITLE, box, (heading_style(size, palette.heading),), Anchor.BOTTOM)
        text = set_text(house.case, slot, words, span=programme.title.span)
        if inside(text):
            return (text,), []
    return (), [overlong(house.case, slot, words)]


def _counted_title(
    house: House, box: Box, palette: Palette, number: str, rest: str
) -> tuple[Mark, ...] | None:
    """Set the number as tall as the box, `rest` beside it on the same foot; None if too wide."""
    unit = heading_style(pt(100), palette.heading, 1.0)
    size = pt(min(160, int(to_pt(box.h) * 0.95)))
    width = round(widest(house.case, unit, (number,)) * size / pt(100) * 1.03)
    if width > box.w * 0.5:
        return None
    style = heading_style(size, palette.heading, 1.0)
    slot = Slot("Number", Role.BODY, box._replace(w=width), (style,), Anchor.BOTTOM)
    figure = set_text(house.case, slot, (_line(number),))
    beside = Box.between(box.x + width + mm(4), box.y, box.right, box.bottom)
    return next(_beside(house, beside, palette, rest, figure), None)


def _beside(
    house: House, box: Box, palette: Palette, rest: str, figure: Text
) -> Iterator[tuple[Mark, ...]]:
    """Yield the number with `rest` in each size that stands beside it, largest first."""
    baseline = figure.lines[-1].y
    cap = figure.slot.levels[0].size * 0.7
    for size in house.sizes(40, 14):
        style = heading_style(size, palette.heading)
        foot = baseline + round(0.2 * size)
        room = Box.between(box.x, foot - round(cap * 1.05), box.right, foot)
        text = set_text(
            house.case, Slot(TITLE, Role.TITLE, room, (style,), Anchor.BOTTOM), (_line(rest),)
        )
        if inside(text):
            yield figure, text


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _back(programme: Programme, house: House) -> tuple[Sheet, list[Finding]]:
    surface = whole_page(house)
    said = sending(programme, house)
    high = height_of(house, said, address_width(house, surface), address_palette(house))
    page = back(house, surface, high)
    by = teller(house, programme.language.text)
    told = tell(by, Room(page.columns, page.palette), _groups(programme, house))
    findings = [] if told.fits else [too_full(by, told, programme.title)]
    sender = signed(house, said, Place(page.address, page.on_address))
    furniture = (*page.furniture, *sender.card)
    layout = Layout("Back", "back", page.palette.ground, furniture, ())
    sheet = Sheet(layout, house.phrases.back, (*told.columns, *sender.marks))
    return sheet, [*findings, *sender.findings]


def _groups(programme: Programme, house: House) -> list[Group]:
    context = context_of(programme, house)
    sections = [section for section in programme.sections if section.leaflet]
    return [g for s in sections for g in KINDS[s.kind].brief(s, context) if g]
