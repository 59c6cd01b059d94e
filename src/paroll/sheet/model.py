"""Sheets: finished pages as plain data.

Layout makes them, painters and checks read them, and nothing after layout looks back. Every mark
says what it means (its slot's role, its running text) and where it stands (its box, its lines of
glyphs), so a deck and its PDF break lines in the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import assert_never

from paroll.finding import Span
from paroll.sheet.charts import Chart
from paroll.sheet.outlines import Area, Segment
from paroll.sheet.style import Anchor, Colour, Face, Ruling, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu


class Role(StrEnum):
    """What a slot is for. A sheet has one `TITLE`; screen readers and outlines go by it.

    `DATE`, `FOOTER` and `PAGE` are fields: what they say repeats from page to page, or counts. A
    date without words is that of the day on which it is shown.
    """

    TITLE = "title"
    BODY = "body"
    TABLE = "table"
    CHART = "chart"
    DATE = "date"
    FOOTER = "footer"
    PAGE = "page"
    PICTURE = "picture"


class Form(StrEnum):
    """The outline of a shape or a picture within its box."""

    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"


FIELDS = (Role.DATE, Role.FOOTER, Role.PAGE)
"""The roles of fields, in the order in which they are read: after all else."""


class Slot(NamedTuple):
    """A place for text, whose `levels[n]` sets paragraphs of level n, or for a picture in `form`.

    On a layout it becomes a placeholder: same name, same box, same styles, `prompt` as the text
    shown while it is empty. One for a table has levels for its cells and its header, and a
    `ruling`.
    """

    name: str
    role: Role
    box: Box
    levels: tuple[Style, ...]
    anchor: Anchor = Anchor.TOP
    prompt: str = ""
    form: Form = Form.RECTANGLE
    ruling: Ruling = Ruling()


class Run(NamedTuple):
    """Some running text in one voice. A newline in `text` is a line break the author asked for.

    `link` is an address or, after a `#`, a section's name: the first sheet of it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


class Paragraph(NamedTuple):
    """Runs set at one level of their slot; `marker` is the number or bullet, or empty.

    `span` is where its author wrote it.
    """

    runs: tuple[Run, ...]
    level: int = 0
    marker: str = ""
    span: Span | None = None

    @property
    def text(self) -> str:
        """The running text, without marker."""
        return "".join(run.text for run in self.runs)


class Glyph(NamedTuple):
    """A glyph of a font: its number, advance and offset in font units, and the text it stands for.

    A ligature carries all its letters; the later glyphs of a cluster carry none. The hyphen of
    a divided word carries U+00AD.
    """

    id: int
    advance: int
    dx: int
    dy: int
    text: str


class GlyphRun(NamedTuple):
    """Glyphs of one face and size from `x` on."""

    face: Face
    size: Emu
    colour: Colour
    x: Emu
    glyphs: tuple[Glyph, ...]
    link: str = ""


class Line(NamedTuple):
    """A broken line: glyph runs on a baseline `y`; `width` is its advance without end spaces."""

    y: Emu
    width: Emu
    runs: tuple[GlyphRun, ...]

    @property
    def text(self) -> str:
        """What the line says, marker included."""
        return "".join(glyph.text for run in self.runs for glyph in run.glyphs)


class Text(NamedTuple):
    """Text in a slot: what it says and, line by line, how it stands.

    `height` is what the lines take, with the space between paragraphs.
    """

    slot: Slot
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    height: Emu = 0
    span: Span | None = None

    @property
    def text(self) -> str:
        """The running text, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Shape(NamedTuple):
    """A filled area without a line round it; without `alt` decoration, which screen readers skip.

    `outline` (even–odd filled, absolute page coordinates) overrides `form`.
    """

    box: Box
    fill: Colour
    form: Form = Form.RECTANGLE
    outline: tuple[Segment, ...] = ()
    alt: str = ""


class Picture(NamedTuple):
    """A PNG or JPEG drawn over its box; empty `alt` marks it as decoration.

    Content fills a `slot` of its layout, in the slot's form; furniture fills none. A drawing is
    also there as `areas`, the lowest first, in coordinates of the page.
    """

    box: Box
    data: bytes
    alt: str = ""
    slot: Slot | None = None
    span: Span | None = None
    areas: tuple[Area, ...] = ()

    @property
    def form(self) -> Form:
        """The outline it is cut to."""
        return self.slot.form if self.slot else Form.RECTANGLE


class Row(NamedTuple):
    """A row of a table: a text for each column, each in a box of its own."""

    height: Emu
    cells: tuple[Text, ...]


class Table(NamedTuple):
    """Rows of texts in a slot, the first of them a `header` or not.

    `box` is what it takes of the slot, `columns` are the widths of the columns; `alt` says what it
    is to those who do not see it.
    """

    slot: Slot
    box: Box
    columns: tuple[Emu, ...]
    rows: tuple[Row, ...]
    header: bool
    alt: str
    span: Span | None = None

    @property
    def drawn(self) -> Iterator[Shape]:
        """The fills and rules that its slot's ruling gives it, the lowest first."""
        ruling = self.slot.ruling
        heads = int(self.header)
        edges = [*accumulate((row.height for row in self.rows), initial=self.box.y)]
        fills = [ruling.head_fill] * heads
        fills += ("" if n % 2 == 0 else ruling.band for n in range(len(self.rows) - heads))
        rules = [ruling.head] * heads + [ruling.rule] * (len(self.rows) - heads)
        rules[-1] = ruling.foot
        for fill, top, foot in zip(fills, edges, edges[1:], strict=False):
            if fill:
                yield Shape(self.box._replace(y=top, h=foot - top), fill)
        for (colour, weight), foot in zip(rules, edges[1:], strict=True):
            if colour:
                yield Shape(self.box._replace(y=foot - weight // 2, h=weight), colour)


Mark = Text | Shape | Picture | Table | Chart


Ink = Text | Shape | Picture
"""What is painted as it stands; other marks are painted as several of these."""


def inks(marks: Iterable[Mark]) -> Iterator[Ink]:
    """Yield all that is painted of `marks`, the lowest first."""
    for mark in marks:
        match mark:
            case Text() | Shape() | Picture():
                yield mark
            case Table():
                yield from mark.drawn
                for row in mark.rows:
                    yield from row.cells
            case Chart():
                yield from mark.ink
            case _:
                assert_never(mark)


def texts(marks: Iterable[Mark]) -> Iterator[Text]:
    """Yield the texts among `marks`, also those inside others, in their order."""
    return (ink for ink in inks(marks) if isinstance(ink, Text))


class Layout(NamedTuple):
    """A named page design: ground colour, furniture that repeats, slots to fill.

    `kind` is the kind of page it serves; a kind has one layout for each step of the type scale
    it may use. Layouts that are equal are the same layout. `native` is the part of a house template
    that it is one of the sizes of.
    """

    name: str
    kind: str
    ground: Colour
    furniture: tuple[Mark, ...]
    slots: tuple[Slot, ...]
    native: str = ""


class Sheet(NamedTuple):
    """A finished page; `content` stands in reading order.

    `title` is unique in its document, but for what covers and closings share with other pages.
    `width` is how wide the page is, where it is not as wide as its document.
    """

    layout: Layout
    title: str
    content: tuple[Mark, ...]
    notes: str = ""
    section: str = ""
    width: Emu = 0


def landings(sheets: Iterable[Sheet]) -> dict[str, int]:
    """Return the place of the first sheet of each section, by the link that leads there."""
    places: dict[str, int] = {}
    for place, sheet in enumerate(sheets):
        places.setdefault(f"#{sheet.section}", place)
    return places


class Document(NamedTuple):
    """Sheets that go into one file. `layouts` is the whole menu, used or not.

    `size` is the trimmed page (x and y are 0), `bleed` what is painted beyond each edge;
    `language` is a BCP 47 tag. `press` is how it is printed where that is not sheet by sheet: the
    sheets of a folded leaflet are its panels as they are read, those of its `press` its two sides.
    """

    title: str
    author: str
    language: str
    size: Box
    bleed: Emu
    sheets: tuple[Sheet, ...]
    layouts: tuple[Layout, ...]
    press: Document | None = None
