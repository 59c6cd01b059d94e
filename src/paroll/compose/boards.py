"""Setting a card with a board: its heading above, and what it shows in the room below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from paroll.compose.cards import (
    GAP,
    LEAST,
    aside,
    even,
    nearest,
    said_on,
)
from paroll.kinds.kind import BODY, LOCATOR, TITLE, Board, Card, Context, Draft, Room, stepped
from paroll.layout.fit import Menu
from paroll.layout.still import Still
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.social import Occasion, poster
from paroll.sheet import Layout, Paragraph, Role, Run, Slot
from paroll.tuples import NamedTuple
from paroll.units import Box, pt

MOST = 10
"""How many pictures a section may take: apps show no more in a row."""
LARGEST = 60
"""The largest size of a heading over a board, in points."""
LARGER = (1.7, 1.25)
"""How much larger a heading is than the text of its board: wanted, and at least."""


BESIDE, ASIDE = 0.38, pt(20)
"""How much of a wide picture's room a heading takes, and what of that stays free."""


class _Picture(NamedTuple):
    """One of the pictures a card takes: its board, what it says, whether there are others."""

    board: Board
    texts: dict[str, Still]
    numbered: bool


def candidates(card: Card, context: Context) -> Iterator[list[Draft]]:
    """Yield ways to set a card with boards, best first: on one picture rather than on several.

    All pictures of a card share their type sizes.
    """
    for count in range(1, MOST + 1):
        boards = card.boards(count) if card.boards else ()
        drafts = [
            _draft(card, context, board, (number, count)) for number, board in enumerate(boards, 1)
        ]
        if drafts:
            yield from stepped(drafts, len(drafts[0].menu.steps))


def _draft(card: Card, context: Context, board: Board, place: tuple[int, int]) -> Draft:
    number, count = place
    house = context.house
    texts = {name: Still(*text) for name, text in said_on(card, context)}
    if count > 1:
        texts[LOCATOR] = Still((Paragraph((Run(f"{number}/{count}"),)),))
    picture = _Picture(board, texts, count > 1)
    steps = list(_steps(house, board))
    menu = Menu(partial(_layout, house, card, picture), steps, len(steps))
    return Draft(menu, {**texts, **board.fills})


def _steps(house: House, board: Board) -> Iterable[tuple[float, ...]]:
    """Yield whether the heading stands beside the board, its size, and the step of the board."""
    ways = (True, False) if house.form.width > house.form.height else (False,)
    for step in board.steps:
        wanted = dict.fromkeys(nearest(house, step[0] * n, LEAST, LARGEST) for n in LARGER)
        yield from ((beside, size, *step) for beside in ways for size in wanted)


def _layout(house: House, card: Card, picture: _Picture, *step: float) -> Layout:
    """Return the layout at these sizes: what it says stacked from above, the board below."""
    beside, heading, *own = step
    texts = picture.texts
    page = poster(house, Occasion(card.mood, numbered=picture.numbered, board=True))
    room, foot = page.room, list(aside(house, page, texts))
    if foot:
        room = room._replace(h=foot[0].box.y - GAP // 2 - room.y)
    style, head = heading_style(pt(heading), page.palette.heading, 1.04), room
    if beside:
        head, room = _halves(room)
    title = texts[TITLE].high(house.case, Slot(TITLE, Role.TITLE, head, (style,)))
    slots = [even(house, title, texts[TITLE])]
    if BODY in texts:
        text = body_style(house.form.smallest, page.palette.body)
        under = Slot(BODY, Role.BODY, _below(head, slots[-1], heading * 0.3), (text,))
        slots.append(texts[BODY].high(house.case, under))
    box = room if beside else _below(room, slots[-1], heading * 0.6)
    placed = picture.board.place(Room(box, page.palette), *own)
    locator = [page.locator] if picture.numbered else []
    every = (*slots, *placed.slots, *foot, *locator)
    marks = (*page.furniture, *placed.marks)
    return Layout("Picture", "picture", page.palette.ground, marks, every)


def _halves(room: Box) -> tuple[Box, Box]:
    """Return the part of a room for a heading, and that beside it."""
    left = room.x + round(room.w * BESIDE)
    return Box.between(room.x, room.y, left - ASIDE, room.bottom), Box.between(
        left, room.y, room.right, room.bottom
    )


def _below(room: Box, slot: Slot, points: float) -> Box:
    """Return the room under a slot."""
    top = slot.box.bottom + pt(points)
    return Box.between(room.x, top, room.right, max(top, room.bottom))
