"""Setting a card: its hero as large as there is room.

Nobody edits a picture, so its layouts are made for what it says: the text above and below the hero
takes the height it needs, and the hero has the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from paroll.kinds.kind import (
    BODY,
    LOCATOR,
    OVERLINE,
    TITLE,
    Card,
    Context,
    Draft,
    fill,
    picture_slot,
)
from paroll.layout.fit import Fill, Filling, Menu
from paroll.layout.setting import FOOT, widest
from paroll.layout.still import Still
from paroll.looks.house import BODY as RUNNING
from paroll.looks.house import HEADING, SLOGAN, House, body_style, heading_style, slogan_slot
from paroll.looks.social import SMALL, Occasion, Poster, poster
from paroll.sheet import Anchor, Layout, Paragraph, Role, Run, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt, to_pt

LARGEST, LEAST = 180, 24
"""The largest and the smallest size of a hero in points: 360 and 48 pixels."""
LARGEST_NUMBER, LEAST_NUMBER = 260, 60
"""The same of a figure: 520 and 120 pixels."""
LARGEST_MEANING, LEAST_MEANING = 40, 24
"""The same of what a figure means."""
LARGEST_BELOW = 32
"""The largest size of the text under a hero, in points; the smallest is that of the format."""
BELOW, BESIDE = 0.42, 0.34
"""The size of the text under a hero and of a unit, as parts of the hero's and of the figure's."""
MOST_BELOW = 0.6
"""How much of the room the text under a hero may take."""
NARROWEST = 0.6
"""How much of its width a hero keeps when its lines are made even."""
GAP, OVER_GAP = pt(20), pt(8)
"""The space above the text under a hero, and below the line over it."""
SLACK = 1.01
"""How much wider than a figure or a unit its slot is at least."""
NUMBER, UNIT, PHOTO, CREDIT = "Number", "Unit", "Photo", "Credit"


class _Sizes(NamedTuple):
    """Sizes in points; `number` is 0 where there is none."""

    hero: float
    below: float
    number: float = 0


def draft(card: Card, context: Context) -> Draft:
    """Return a card with the menu of its layouts."""
    house = context.house
    texts = {name: Still(*text) for name, text in said_on(card, context)}
    steps = list(_steps(house, card))
    fills: dict[str, Filling] = {**texts, **({PHOTO: card.photo} if card.photo else {})}
    return Draft(Menu(partial(_layout, house, card, texts), steps, len(steps)), fills)


def said_on(card: Card, context: Context) -> Iterator[tuple[str, Fill]]:
    """Yield what a card says, by the names of slots."""
    if card.point:
        said = context.house.phrases.point.format(first=card.point, total=context.total)
        yield LOCATOR, Fill((Paragraph((Run(said),)),))
    if card.over:
        yield OVERLINE, fill(card.over)
    if card.figure:
        number, unit = card.figure
        yield NUMBER, fill(number)
        if unit:
            yield UNIT, fill(unit)
    yield SLOGAN if card.slogan else TITLE, card.hero
    if card.under:
        yield BODY, card.under
    if card.credit:
        yield CREDIT, fill(card.credit)


def _steps(house: House, card: Card) -> Iterator[_Sizes]:
    """Yield sizes, the largest hero first, then with the text under it as small as it may be."""
    smallest = to_pt(house.form.smallest)
    if card.figure:
        numbers = map(to_pt, house.sizes(LARGEST_NUMBER, LEAST_NUMBER))
        meanings = [to_pt(size) for size in house.sizes(LARGEST_MEANING, LEAST_MEANING)]
        yield from (_Sizes(size, smallest, number) for number in numbers for size in meanings)
        return
    heroes = [to_pt(size) for size in house.sizes(LARGEST, LEAST)]
    for hero in heroes:
        yield _Sizes(hero, nearest(house, hero * BELOW, smallest, LARGEST_BELOW))
    if card.under:
        yield from (_Sizes(hero, smallest) for hero in heroes)


def nearest(house: House, size: float, smallest: float, largest: float) -> float:
    """Return the largest size of the scale up to `size`, within limits."""
    return to_pt(house.sizes(max(smallest, min(largest, size)), 0)[0])


def _layout(house: House, card: Card, texts: Mapping[str, Still], *points: float) -> Layout:
    """Return the layout at these sizes: texts stacked in the room, the hero in what is left."""
    sizes = _Sizes(*points)
    occasion = Occasion(card.mood, not card.slogan, bool(card.point), bool(card.photo))
    page = poster(house, occasion)
    room, above, below, by = page.room, [], [], list(aside(house, page, texts))
    if CREDIT in texts:
        room = room._replace(h=by[-1].box.y - GAP // 2 - room.y)
    if BODY in texts:
        slot = texts[BODY].high(house.case, _body(page, sizes, room))
        slot = moved(slot, room.bottom - slot.box.bottom)
        room, below = room._replace(h=slot.box.y - GAP - room.y), [slot]
    if OVERLINE in texts:
        style = body_style(house.form.smallest, page.palette.quiet, bold=True)
        above = [texts[OVERLINE].high(house.case, Slot(OVERLINE, Role.BODY, room, (style,)))]
        room = _under(room, above[0].box.bottom + (GAP // 2 if NUMBER in texts else OVER_GAP))
    if NUMBER in texts:
        number = _number(house, page, texts, pt(sizes.number), room)
        above += number
        room = _under(room, _depth(house, number, texts[NUMBER]) + GAP)
    hero = _hero(house, page, texts, pt(sizes.hero), room)
    if not below and NUMBER not in texts:
        down = _free(page.anchor, room.h - hero.box.h)
        hero, above = moved(hero, down), [moved(slot, down) for slot in above]
    photo = [picture_slot(house, page.photo, PHOTO)] if card.photo else []
    locator = [page.locator] if card.point else []
    slots = (*photo, *above, hero, *below, *by, *locator)
    return Layout("Picture", "picture", page.palette.ground, page.furniture, slots)


def aside(house: House, page: Poster, texts: Mapping[str, Still]) -> Iterator[Slot]:
    """Yield the slot of who took the photograph, at the foot of the room."""
    if CREDIT in texts:
        style = Style(RUNNING, pt(SMALL), pt(SMALL * 1.3), page.palette.quiet)
        slot = texts[CREDIT].high(house.case, Slot(CREDIT, Role.BODY, page.room, (style,)))
        yield moved(slot, page.room.bottom - slot.box.bottom)


def _body(page: Poster, sizes: _Sizes, room: Box) -> Slot:
    """Return the slot of the text under the hero; it takes no more than its part of the room."""
    levels = (
        body_style(pt(sizes.below), page.palette.body, bold=True, before=0.4),
        body_style(pt(sizes.below), page.palette.body, before=0.15),
    )
    return Slot(BODY, Role.BODY, room._replace(h=round(room.h * MOST_BELOW)), levels)


def _number(
    house: House, page: Poster, texts: Mapping[str, Still], size: Emu, room: Box
) -> list[Slot]:
    """Return the slots of a figure and its unit, beside it on its baseline or else below it."""
    face = house.case.at_hand(HEADING)
    above, below = _reach(house, texts[NUMBER])
    # Digits have no descenders: a line a little lower than the type is high enough.
    style = heading_style(size, page.palette.accent, 0.84)
    width = round(_width(house, style, texts[NUMBER]) * SLACK)
    baseline = room.y + round(above * size)
    # Its ink, not its white, stands on the edge of the text: at this size one sees it.
    x = room.x - round(house.case.bearing(face, texts[NUMBER].paragraphs[0].text) * size * 0.8)
    top = baseline + round(FOOT * size) - style.leading
    box = Box(x, top, room.right - x, style.leading)
    if UNIT not in texts:
        return [Slot(NUMBER, Role.BODY, box, (style,))]
    left = box.x + width + pt(10)
    beside = heading_style(_part(house, size, BESIDE), page.palette.heading)
    if left + round(_width(house, beside, texts[UNIT]) * SLACK) <= room.right:
        foot = baseline + round(FOOT * beside.size)
        unit = Box.between(left, foot - beside.leading, room.right, foot)
        return [
            Slot(NUMBER, Role.BODY, box._replace(w=width), (style,)),
            Slot(UNIT, Role.BODY, unit, (beside,)),
        ]
    under = _widest_style(house, beside, texts[UNIT], room.w)
    top = baseline + round(size * max(below + 0.02, 0.06))
    return [
        Slot(NUMBER, Role.BODY, box, (style,)),
        Slot(UNIT, Role.BODY, Box(room.x, top, room.w, under.leading), (under,)),
    ]


def _reach(house: House, text: Still) -> tuple[float, float]:
    """Return how far a figure reaches above and below its baseline, as parts of its size."""
    return house.case.reach(house.case.at_hand(HEADING), text.paragraphs[0].text)


def _depth(house: House, slots: Sequence[Slot], text: Still) -> Emu:
    """Return where the ink of a figure and its unit ends: digits end at their baseline."""
    number, unit = slots[0], slots[-1]
    size = number.levels[0].size
    depth = number.box.bottom - round((FOOT - max(_reach(house, text)[1], 0)) * size)
    return depth if unit is number else max(depth, unit.box.bottom)


def _widest_style(house: House, style: Style, text: Still, width: Emu) -> Style:
    """Return `style` in the largest size of the scale up to its own at which a line is so wide."""
    for size in house.sizes(to_pt(style.size), to_pt(house.form.smallest)):
        style = heading_style(size, style.colour)
        if _width(house, style, text) * SLACK <= width:
            break
    return style


def _width(house: House, style: Style, text: Still) -> Emu:
    return widest(house.case, style, [paragraph.text for paragraph in text.paragraphs])


def _part(house: House, size: Emu, part: float) -> Emu:
    """Return the size of the scale nearest below a part of `size`."""
    return pt(nearest(house, to_pt(size) * part, to_pt(house.form.smallest), LARGEST))


def _hero(house: House, page: Poster, texts: Mapping[str, Still], size: Emu, room: Box) -> Slot:
    """Return the slot of the hero, as high as its lines, and these of even length."""
    room = room._replace(h=max(room.h, 0))
    if SLOGAN in texts:
        return slogan_slot(house, room, page.palette.heading, Role.TITLE, page.anchor)
    style = heading_style(size, page.palette.heading, 1.04)
    if NUMBER in texts:
        return even(house, Slot(TITLE, Role.TITLE, room, (style,), Anchor.BOTTOM), texts[TITLE])
    slot = texts[TITLE].high(house.case, Slot(TITLE, Role.TITLE, room, (style,)))
    return even(house, slot, texts[TITLE])


def even(house: House, slot: Slot, text: Still) -> Slot:
    """Return `slot` as narrow as it may be without another line: lines of about one length."""
    lines = _lines(house, slot, text)
    for percent in range(round(NARROWEST * 100), 100, 2):
        narrow = slot._replace(box=slot.box._replace(w=slot.box.w * percent // 100))
        if _lines(house, narrow, text) == lines and text.fits(house.case, narrow):
            return narrow
    return slot


def _lines(house: House, slot: Slot, text: Still) -> int:
    return sum(len(block.lines) for block in text.broken(house.case, slot).blocks)


def moved(slot: Slot, down: Emu) -> Slot:
    """Return `slot` further down."""
    return slot._replace(box=slot.box._replace(y=slot.box.y + down))


def _under(room: Box, top: Emu) -> Box:
    return Box.between(room.x, top, room.right, room.bottom)


def _free(anchor: Anchor, free: Emu) -> Emu:
    return {Anchor.TOP: 0, Anchor.MIDDLE: free // 2, Anchor.BOTTOM: free}[anchor]
