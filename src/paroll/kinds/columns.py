"""Columns: two things beside each other, such as then and now; and boxes for other kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import ClassVar

from paroll.finding import Finding, Span
from paroll.kinds.kind import (
    BULLET,
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    down,
    fill,
    layout,
    note_of,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import HEADING, House, Palette, band, body_style, heading_style, whole
from paroll.looks.stage import Mood, stage
from paroll.programme import Section, Words
from paroll.sheet import Colour, Layout, MarkerStyle, Paragraph, Slot, Style
from paroll.source import NOWHERE, Plain, Record, documented, shortened
from paroll.source.record import MISSING
from paroll.units import Box, Emu, pt

COLUMN = "Column"
"""What the names of the slots of columns begin with."""
GUTTER = pt(28)
WIDE_GUTTER = pt(48)
BAR = pt(7)


def column_boxes(box: Box, count: int, gutter: Emu = GUTTER) -> tuple[Box, ...]:
    """Divide `box` into `count` columns with `gutter` between them."""
    width = (box.w - gutter * (count - 1)) // count
    return tuple(Box(box.x + n * (width + gutter), box.y, width, box.h) for n in range(count))


def cells(box: Box, rows: int, across: int) -> tuple[Box, ...]:
    """Divide `box` into `rows` of `across` columns, row by row."""
    height = box.h // rows
    tops = (box._replace(y=box.y + row * height, h=height) for row in range(rows))
    return tuple(cell for row in tops for cell in column_boxes(row, across))


def column_name(number: int) -> str:
    """Return the name of the slot of column `number`, counted from 0."""
    return f"{COLUMN} {number + 1}"


class Column(Record):
    """One of two columns: what it is called, and what stands in it."""

    heading: Plain = documented("What the column is called.", example="Nu")
    text: Words | None = documented("Running text.", example="Nu vänder det.", default=None)
    points: tuple[Words, ...] = documented("Points.", example="[Fler platser]", default=())
    span: Span = NOWHERE


class Columns(Section):
    """Two things beside each other: then and now, they and we."""

    EXAMPLE: ClassVar[str] = """\
heading: Förlossningsvården före och efter
columns:
  - heading: Då
    points:
      - En av fem fick föda på ett annat sjukhus.
      - Barnmorskorna gick hem utan rast.
  - heading: Nu
    points:
      - Alla får föda där de har planerat.
      - En barnmorska för varje kvinna i aktiv förlossning.
"""

    heading: Words = documented("What they are about.", example="Före och efter")
    columns: tuple[Column, ...] = documented("The two, in reading order.", at_least=2, at_most=2)

    def faults(self) -> Iterable[Finding]:
        """Yield the columns in which nothing stands."""
        for column in self.columns:
            if not column.text and not column.points:
                message = f"column “{shortened(column.heading.text)}” has neither points nor text"
                yield MISSING.at(column.span, message, "write `points:` or `text:` under it")


NAME, POINT, TEXT = 0, 1, 2
STEPS = ((40, 28, 44), (36, 26, 44), (32, 24, 44), (32, 22, 40), (28, 20, 36), (28, 18, 32))


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of names and points."""
    return (Menu(partial(_layout, house), STEPS, len(STEPS)),)


@lru_cache
def _layout(house: House, name: float, size: float, heading: float) -> Layout:
    page = stage(house, Mood.OPEN)
    palette = page.palette
    room = page.room
    room = Box.between(room.x, down(room, 0.28), room.right, room.bottom)
    boxes = column_boxes(room, 2, WIDE_GUTTER)
    # What comes first steps back: the second is what one has come to say.
    colours = (palette.heading, palette.accent)
    styles = [column_levels(palette, name, size, colour) for colour in colours]
    slots = (
        body_slot(house, _under(box), levels, name=column_name(n))
        for n, (box, levels) in enumerate(zip(boxes, styles, strict=True))
    )
    bars = zip(boxes, colours, strict=True)
    return layout(
        page,
        "columns",
        f"Two columns {size}",
        _title(house, part(page.room, 0, 0, 0.97, 0.24), heading),
        *slots,
        marks=tuple(band(box._replace(h=BAR), colour) for box, colour in bars),
    )


def _title(house: House, box: Box, size: float) -> Slot:
    colour = stage(house, Mood.OPEN).palette.heading
    return title_slot(house, box, heading_style(pt(size), colour))


def _under(box: Box) -> Box:
    return Box.between(box.x, box.y + BAR + pt(14), box.right, box.bottom)


def column_levels(
    palette: Palette, name: float, points: float, colour: Colour
) -> tuple[Style, ...]:
    """Return the styles of a column's name, its points and its running text."""
    size = pt(points)
    # LibreOffice has one colour of bullets for all texts of a slide.
    marker = MarkerStyle(HEADING, size, palette.accent, BULLET)
    text = body_style(size, palette.body, before=0.5)
    return (heading_style(pt(name), colour), text._replace(indent=whole(size), marker=marker), text)


def drafts(section: Columns, context: Context) -> Iterable[Draft]:
    """Set the heading and both columns."""
    fills = {TITLE: fill(section.heading)}
    for number, column in enumerate(section.columns):
        fills[column_name(number)] = column_fill(column)
    (menu,) = menus(context.house)
    yield Draft(menu, fills, notes=note_of(section))


def column_fill(column: Column) -> Fill:
    """Return what stands in a column, its name first."""
    return Fill(tuple(_column(column)), column.span)


def _column(column: Column) -> Iterator[Paragraph]:
    yield from paragraphs(column.heading, NAME)
    if column.text:
        yield from paragraphs(column.text, TEXT)
    for point in column.points:
        yield from paragraphs(point, POINT, BULLET)


def brief(section: Columns, context: Context) -> Iterable[Group]:
    """Say one column after the other, each under its name."""
    del context
    first, *rest = (_brief(column) for column in section.columns)
    return [(*paragraphs(section.heading, Level.HEADING), *first), *rest]


def _brief(column: Column) -> Group:
    text = paragraphs(column.text, Level.UNDER) if column.text else ()
    points = (p for point in column.points for p in paragraphs(point, Level.BULLETED, BULLET))
    return (*paragraphs(column.heading, Level.NAME), *text, *points)


def cards(section: Columns, context: Context) -> Iterable[Card]:
    """Make a picture of them, or several where one is too small."""
    from paroll.kinds.boards.columns import boards  # noqa: PLC0415  (only for pictures)

    yield Card(fill(section.heading), Mood.OPEN, boards=partial(boards, section, context.house))


KIND = Kind("columns", Columns, menus, drafts, brief, headed=True, cards=cards)
