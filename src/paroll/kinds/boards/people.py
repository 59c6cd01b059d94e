"""People on a picture: portraits or initials as large as names and offices let them be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from paroll.brand.model import Device
from paroll.kinds.columns import column_boxes
from paroll.kinds.kind import Board, Context, Placed, Room, paragraphs, picture_slot
from paroll.kinds.names import Card, initials
from paroll.kinds.people import INITIALS, People, Person, person_name, portrait_name
from paroll.kinds.shots import shot_of
from paroll.layout.fit import Filling, balanced
from paroll.layout.setting import set_text
from paroll.looks.house import House, body_style, heading_style, whole
from paroll.sheet import Align, Anchor, Form, Mark, Paragraph, Role, Run, Shape, Slot, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

LARGEST = 32
"""The largest size of a name, in points."""
OFFICE = 0.8
"""The size of an office, as a part of that of the name."""
LEAST = 3.2
"""The least side of a portrait, as a part of the size of the name."""
LEADING = 1.2
MOST = 6
"""How many people stand on a picture at most."""
GUTTER, UNDER, BESIDE = pt(18), 0.4, 0.7
"""The space between people; that between a portrait and its words, as a part of their size."""
LARGEST_BESIDE = 0.45
"""How much of its cell's width a portrait may take beside its words."""


class _Row(NamedTuple):
    """All that is on a board: its people with their words, and how many it is prepared for."""

    people: Sequence[Person]
    cards: Sequence[Card]
    places: int


class _Way(NamedTuple):
    """How people stand: the cells they have, the side of portraits, where their words are."""

    cells: tuple[Box, ...]
    side: Emu
    beside: bool


def boards(section: People, context: Context, count: int) -> Sequence[Board]:
    """Return the people on `count` boards, on all of them in places of one size."""
    people = section.people
    if count > len(people):
        return ()
    sizes = sorted(balanced([1] * len(people), count), reverse=True)
    starts = accumulate(sizes, initial=0)
    if sizes[0] > MOST:
        return ()
    parts = [people[start : start + size] for start, size in zip(starts, sizes, strict=False)]
    return [_board(context, part, sizes[0]) for part in parts]


def _board(context: Context, people: Sequence[Person], places: int) -> Board:
    house = context.house
    row = _Row(people, [_card(person) for person in people], places)
    fills: dict[str, Filling] = {}
    for number, (person, card) in enumerate(zip(people, row.cards, strict=True), 1):
        fills[person_name(number)] = card
        if person.picture:
            shot = shot_of(person.picture, context, person.alt, person.focus)
            fills[portrait_name(number)] = shot
    steps = [(size / pt(1),) for size in house.sizes(LARGEST, house.form.smallest / pt(1))]
    return Board(partial(_place, house, row), steps, fills)


def _card(person: Person) -> Card:
    (name,) = paragraphs(person.name)
    return Card(name, paragraphs(person.office, 1) if person.office else (), person.name.span)


def _place(house: House, row: _Row, room: Room, size: float) -> Placed:
    """Stand people so that their portraits are largest, and set the names in their styles."""
    levels = (
        _close(body_style(pt(size), room.palette.body, bold=True)),
        _close(body_style(_office(house, size), room.palette.body)),
    )
    way = max(_ways(house, row, room.box, levels), key=lambda way: way.side, default=None)
    if not way or way.side < pt(size * LEAST):
        way = _Way((room.box._replace(h=0),) * row.places, pt(size * LEAST), False)
    form = Form.ELLIPSE if house.brand.look.device is Device.CIRCLE else Form.RECTANGLE
    slots: list[Slot] = []
    marks: list[Mark] = []
    for number, (person, cell) in enumerate(zip(row.people, way.cells, strict=False), 1):
        face = Box(cell.x, cell.y, way.side, way.side)
        if person.picture:
            slots.append(picture_slot(house, face, portrait_name(number), form))
        else:
            marks += [Shape(face, "strong", form), *_letters(house, face, person)]
        words = _words(cell, way, levels)
        anchor = Anchor.MIDDLE if way.beside else Anchor.TOP
        slots.append(Slot(person_name(number), Role.BODY, words, levels, anchor))
    return Placed(tuple(slots), tuple(marks))


def _close(style: Style) -> Style:
    return style._replace(leading=whole(style.size * LEADING))


def _office(house: House, size: float) -> Emu:
    return house.sizes(max(size * OFFICE, house.form.smallest / pt(1)), 0)[0]


def _ways(house: House, row: _Row, room: Box, levels: tuple[Style, ...]) -> Iterator[_Way]:
    """Yield the ways in which all names stand whole, under portraits or beside them."""
    gap = levels[0].size
    for across in range(1, row.places + 1):
        rows = -(-row.places // across)
        high = (room.h - (rows - 1) * GUTTER) // rows
        tops = (room.y + number * (high + GUTTER) for number in range(rows))
        boxes = (column_boxes(Box(room.x, top, room.w, high), across, GUTTER) for top in tops)
        cells = tuple(cell for line in boxes for cell in line)
        width = cells[0].w
        for beside in (True, False):
            side = min(high, round(width * LARGEST_BESIDE)) if beside else width
            words = _words(cells[0], _Way(cells, side, beside), levels)
            height = _height(house, row, words, levels)
            if beside and 0 < height <= side:
                yield _Way(cells, side, beside)
            elif not beside and height:
                yield _Way(cells, min(width, high - height - round(gap * UNDER)), beside)


def _words(cell: Box, way: _Way, levels: tuple[Style, ...]) -> Box:
    """Return where the words of a cell stand."""
    if way.beside:
        left = cell.x + way.side + round(levels[0].size * BESIDE)
        return Box.between(left, cell.y, cell.right, cell.y + way.side)
    top = cell.y + way.side + round(levels[0].size * UNDER)
    return Box.between(cell.x, top, cell.right, max(top, cell.bottom))


def _height(house: House, row: _Row, box: Box, levels: tuple[Style, ...]) -> Emu:
    """Return what the highest of the names and offices takes; 0 where a name would be torn."""
    slot = Slot("", Role.BODY, box, levels)
    if not all(card.neat(house.case, slot) for card in row.cards):
        return 0
    return max(card.height(house.case, slot) for card in row.cards)


def _letters(house: House, face: Box, person: Person) -> Iterator[Text]:
    """Set initials as furniture, if there are any: who hears the picture hears the name."""
    letters = initials(person.name.text)
    if not letters:
        return
    style = heading_style(round(face.h * INITIALS / pt(1)) * pt(1), "clear", 1.0)
    slot = Slot("Initials", Role.BODY, face, (style._replace(align=Align.CENTRE),), Anchor.MIDDLE)
    paragraph = Paragraph((Run(letters),), span=person.name.span)
    yield set_text(house.case, slot, (paragraph,))
