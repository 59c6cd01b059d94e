"""The overview: all that was made of a programme on one sheet, as small pictures with captions.

It is composed with empty places; whoever has the pictures puts them in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from paroll.formats import PIXEL
from paroll.layout.setting import set_text, widest
from paroll.layout.typecase import Typecase
from paroll.looks.house import body_style, heading_style
from paroll.programme.model import Programme
from paroll.sheet import Document, Layout, Paragraph, Role, Run, Sheet, Slot, Style, Text
from paroll.source import shortened
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

WIDTH = 1600 * PIXEL
MARGIN, GUTTER = 48 * PIXEL, 24 * PIXEL
ACROSS = ((48, 4), (120, 6), (1000, 10))
"""How many pictures stand beside each other, by how many there are at most."""
MOST_ACROSS = 16
GROUND, INK = "muted", "clear"
"""No page stands on the first of these, so each can be told from the sheet."""


class Shelf(NamedTuple):
    """The pages of a file: its name, their titles, their height as a part of their width."""

    name: str
    titles: Sequence[str]
    proportion: float


class _Place(NamedTuple):
    """A place for a picture, and its caption."""

    box: Box
    caption: Text


def compose_overview(
    programme: Programme, case: Typecase, shelves: Sequence[Shelf]
) -> tuple[Document, list[Box]]:
    """Return the sheet, and the place of each picture in the order of the shelves."""
    count = sum(len(shelf.titles) for shelf in shelves)
    across = next((across for most, across in ACROSS if count <= most), MOST_ACROSS)
    slogan = " ".join(line.text for line in programme.slogan)
    marks = [
        _line(case, programme.title.text, Box(MARGIN, MARGIN, WIDTH, pt(30)), _heading(24)),
        _line(case, slogan, Box(MARGIN, MARGIN + pt(30), WIDTH, pt(20)), _body(13)),
    ]
    boxes: list[Box] = []
    left, top, foot = MARGIN, MARGIN + pt(60), 0
    for shelf in shelves:
        # Half as many again if they are upright: then they are about as high as the others.
        fitting = across * 3 // 2 if shelf.proportion > 1 else across
        name, style = f"{shelf.name} ({len(shelf.titles)})", _heading(16)
        beside = _across(fitting, min(len(shelf.titles), fitting))
        room = max(beside, round(widest(case, style, [name]) * 1.05))
        if left > MARGIN and left + room > WIDTH - MARGIN:
            left, top = MARGIN, foot
        head = Box(left, top, room, pt(24))
        marks.append(_line(case, name, head, style))
        places = list(_places(case, shelf, fitting, Box(left, head.bottom + pt(4), room, 0)))
        marks += (place.caption for place in places)
        boxes += (place.box for place in places)
        left += room + GUTTER
        foot = max(foot, places[-1].caption.slot.box.bottom + pt(16))
    size = Box(0, 0, WIDTH, foot // PIXEL * PIXEL)
    layout = Layout("Overview", "overview", GROUND, (), ())
    sheet = Sheet(layout, programme.title.text, tuple(marks))
    language = programme.language.text
    document = Document(programme.title.text, "", language, size, 0, (sheet,), (layout,))
    return document, boxes


def _across(fitting: int, count: int) -> Emu:
    """Return how wide `count` pictures are that stand in a row, if `fitting` of them fill it."""
    width = (WIDTH - 2 * MARGIN - (fitting - 1) * GUTTER) // fitting // PIXEL * PIXEL
    return count * (width + GUTTER) - GUTTER


def _places(case: Typecase, shelf: Shelf, fitting: int, room: Box) -> Iterator[_Place]:
    """Yield the places of a shelf, row by row, from the upper left corner of `room` on."""
    width = _across(fitting, 1)
    height = round(width / PIXEL * shelf.proportion) * PIXEL
    row, style = height + pt(30), _body(10)
    for number, title in enumerate(shelf.titles):
        down, along = divmod(number, fitting)
        box = Box(room.x + along * (width + GUTTER), room.y + down * row, width, height)
        below = Box(box.x, box.bottom + pt(4), width, style.leading)
        caption = _short(case, f"{number + 1}  {title}", width, style)
        yield _Place(box, _line(case, caption, below, style))


def _short(case: Typecase, text: str, width: Emu, style: Style) -> str:
    """Return as much of `text` as stands on a line."""
    lengths = range(1, len(text) + 1)

    def over(most: int) -> bool:
        return widest(case, style, [shortened(text, most)]) > width * 0.97

    return shortened(text, bisect_left(lengths, True, key=over))


def _line(case: Typecase, text: str, box: Box, style: Style) -> Text:
    return set_text(case, Slot("Caption", Role.BODY, box, (style,)), (Paragraph((Run(text),)),))


def _heading(points: float) -> Style:
    return heading_style(pt(points), INK)


def _body(points: float) -> Style:
    return body_style(pt(points), INK)
