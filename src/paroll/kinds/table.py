"""Table: rows and columns that can be read from the last row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, ClassVar

from paroll.finding import Finding, Rule, Severity
from paroll.kinds.kind import (
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    Passage,
    body_slot,
    fill,
    layout,
    note_of,
    paragraphs,
    title_slot,
)
from paroll.kinds.side import LEAST_COMMON, SIZES, side_heading, side_name
from paroll.layout.fit import Filling, Menu
from paroll.layout.setting import break_text, fits, narrowed
from paroll.looks.house import House, body_style, heading_style, whole
from paroll.looks.phrases import Phrases
from paroll.looks.rulings import ruling, table_levels
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Rows, Section, Words
from paroll.sheet import Anchor, Layout, Paragraph, Role, Run, Slot, Style
from paroll.source import Plain, documented
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

if TYPE_CHECKING:
    from paroll.layout.plan import Cells
    from paroll.layout.tables import TableFill

FEWEST, MOST_ROWS, MOST_COLUMNS = 2, 200, 50
NO_TABLE = Rule(
    "P040",
    Severity.ERROR,
    "not enough for a table",
    "A table has two rows and two columns at least, the header counted. What is less reads better "
    "as points, or as a figure.",
    bad="table:\n  - Vård\n  - Skola",
    good="points:\n  - Vård\n  - Skola",
)
TOO_LARGE = Rule(
    "P041",
    Severity.ERROR,
    "table is larger than any audience reads",
    f"A table may have {MOST_ROWS} rows and {MOST_COLUMNS} columns, and fewer are read. Show what "
    "matters, and say where the rest is found.",
)
RULES = (NO_TABLE, TOO_LARGE)


class Table(Section):
    """A table: a header, and rows below it. Columns of figures are set as figures."""

    EXAMPLE: ClassVar[str] = """\
heading: Så fördelas pengarna
table:
  - Område | 2025, mkr | 2026, mkr | Förändring
  - Hälso- och sjukvård | 9 240 | 9 615 | +4,1 %
  - Tandvård | 412 | 420 | +1,9 %
  - Kollektivtrafik | 655 | 701 | +7 %
  - Kultur och bildning | 188,5 | 190 | +0,8 %
source: "Källa: Regionplan 2026"
"""

    heading: Words = documented("What the table shows.", example="Så fördelas pengarna")
    table: Rows = documented(
        "The rows, the header first: lines with | between the cells, in a list or in one block of "
        "lines, or lists of cells.",
        example="- Område | 2025, mkr | 2026, mkr",
    )
    header: bool = documented("Whether the first row says what the columns are.", default=True)
    text: Words | None = documented("A sentence before the table.", default=None)
    source: Words | None = documented(
        "Where the figures come from.", example='"Källa: SCB"', default=None
    )
    alt: Plain | None = documented(
        "What the table says to those who do not see it; else heading, columns and number of rows.",
        default=None,
    )

    @property
    def cells(self) -> tuple[tuple[Words, ...], ...]:
        """The texts of its rows."""
        return tuple(tuple(_read(cell)[0] for cell in row.cells) for row in self.table.rows)

    def faults(self) -> Iterable[Finding]:
        """See `Section.faults`."""
        rows, span = len(self.table.rows), self.table.span
        columns = len(self.table.rows[0].cells)
        if rows > MOST_ROWS or columns > MOST_COLUMNS:
            message = f"table has {rows} rows and {columns} columns; the most is "
            message += f"{MOST_ROWS} and {MOST_COLUMNS}"
            yield TOO_LARGE.at(span, message, "show what matters, and say where the rest is found")
        elif columns < FEWEST:
            hint = "put | between the cells of a row, or write `points` instead of `table`"
            yield NO_TABLE.at(span, "table has 1 column", hint)
        elif rows < FEWEST:
            yield NO_TABLE.at(span, "table has 1 row", "add rows below the first")
        for row in self.table.rows:
            yield from (found for cell in row.cells for found in _read(cell)[1])


def _read(cell: Plain) -> tuple[Words, list[Finding]]:
    words, found = Words.read(cell.text, cell.span)
    return words or Words("", (), cell.span), found


TABLE, TEXT, SOURCE = "Table", "Text", "Source"
STEPS = (
    (24, 14),
    (24, 10),
    (22, 12),
    (22, 9),
    (20, 11),
    (20, 8),
    (18, 9),
    (18, 6.5),
    (18, 4.5),
)
"""Sizes of text, and of the air above and below it, in points."""
BESIDE = 20
"""A table that stands at this size beside its heading, with no line broken, stands there."""
TEXT_SIZE, TEXT_LINES = 20, 3
SOURCE_SIZE, SOURCE_LINES = 14, 2
GAP = pt(14)
ONE_LINE = 32
"""The smallest size of a heading on one line above a table; smaller ones may take two."""


class _Page(NamedTuple):
    """What a page is prepared for: where its heading stands, how many lines its texts take."""

    beside: bool
    heading: Emu
    heading_lines: int = 1
    text_lines: int = 0
    source_lines: int = 0


def menus(house: House) -> tuple[Menu, ...]:
    """Return tables below a heading, those beside one, and those with a text and a source."""
    below, beside = _Page(False, pt(40)), _Page(True, house.heading)
    pages = (below, beside, below._replace(text_lines=1, source_lines=1))
    return tuple(_menu(house, page, STEPS[0][0]) for page in pages)


def _menu(house: House, page: _Page, largest: float) -> Menu:
    """Return the layouts of a page, all comfortable: what is compared is kept on one page."""
    steps = [step for step in STEPS if step[0] <= largest]
    return Menu(partial(_layout, house, page), steps, len(steps))


@lru_cache
def _layout(house: House, page: _Page, size: float, air: float) -> Layout:
    ground = _ground(house, page.beside)
    room, title = ground.room, _title(house, ground, page)
    if not page.beside:
        room = _below(title.box, room)
    slots = [title]
    if page.text_lines:
        style = body_style(pt(TEXT_SIZE), ground.palette.body)
        slots.append(body_slot(house, _lines(room, style, page.text_lines), (style,), name=TEXT))
        room = _below(slots[-1].box, room)
    if page.source_lines:
        style = body_style(pt(SOURCE_SIZE), ground.palette.quiet)
        foot = _lines(room, style, page.source_lines)
        foot = foot._replace(y=room.bottom - foot.h)
        slots.append(body_slot(house, foot, (style,), Anchor.BOTTOM, SOURCE))
        room = room._replace(h=foot.y - GAP - room.y)
    slots.insert(1 + bool(page.text_lines), _table(house, ground, room, page, (size, air)))
    return layout(ground, "table", _name(house, page, size, air), *slots)


def _ground(house: House, beside: bool) -> Stage:
    return stage(house, Mood.SIDE if beside else Mood.OPEN)


def _lines(room: Box, style: Style, count: int) -> Box:
    """Return the upper part of `room` that so many lines take."""
    return room._replace(h=style.leading * count)


def _below(box: Box, room: Box) -> Box:
    return Box.between(room.x, box.bottom + GAP, room.right, room.bottom)


def _title(house: House, ground: Stage, page: _Page) -> Slot:
    if page.beside:
        return title_slot(house, ground.head, side_heading(house, ground), ground.head_anchor)
    style = heading_style(page.heading, ground.palette.heading)
    return title_slot(house, _lines(ground.room, style, page.heading_lines), style)


def _table(house: House, ground: Stage, room: Box, page: _Page, step: tuple[float, float]) -> Slot:
    size, air = step
    return Slot(
        TABLE,
        Role.TABLE,
        room,
        table_levels(house, pt(size), ground.palette.body),
        ground.room_anchor if page.beside and not page.text_lines else Anchor.TOP,
        house.phrases.prompt_table,
        ruling=ruling(house, whole(pt(air))),
    )


def _name(house: House, page: _Page, size: float, air: float) -> str:
    name = f"Table {size:g}/{air:g}"
    if page.text_lines:
        name += f", text in {page.text_lines}"
    if page.source_lines:
        name += f", source in {page.source_lines}"
    if page.beside:
        return side_name(house, f"{name}, beside")
    return f"{name}, heading {page.heading // pt(1)} in {page.heading_lines}"


def drafts(section: Table, context: Context) -> Iterable[Draft]:
    """Set the table beside its heading if it is narrow, else below; it runs on between rows."""
    from paroll.layout.tables import TableFill  # noqa: PLC0415  (few programmes have tables)

    house = context.house
    alt, span = _alt(section, house), section.table.span
    table = TableFill(table_cells(section), section.header, alt, span)
    fills: dict[str, Filling] = {TITLE: fill(section.heading), TABLE: table}
    if section.text:
        fills[TEXT] = fill(section.text)
    if section.source:
        fills[SOURCE] = fill(section.source)
    page, largest = _prepared(section, table, house)
    menu = _menu(house, page, largest)
    yield Draft(menu, fills, divides=TABLE, notes=note_of(section), once=TEXT)


def table_cells(section: Table) -> Cells:
    """Return what stands in the cells of a table."""
    return tuple(
        tuple(paragraphs(words) if words.text else () for words in row) for row in section.cells
    )


def _prepared(section: Table, table: TableFill, house: House) -> tuple[_Page, float]:
    """Return the page for a table, and the largest size at which no line of it is broken."""
    sizes = sorted({size for size, _ in STEPS}, reverse=True)
    pages = [_Page(False, house.heading)]
    side = stage(house, Mood.SIDE)
    if side.room.x > side.head.x:  # else its heading stands above it anyway
        pages.insert(0, _Page(True, house.heading))
    for page in pages:
        whole_at = [size for size in sizes if _stands(house, table, page, size)]
        if whole_at and (whole_at[0] >= BESIDE or not page.beside):
            break
    largest = whole_at[0] if whole_at else sizes[1]
    return _measured(section, house, page), largest


def _stands(house: House, table: TableFill, page: _Page, size: float) -> bool:
    """Say whether the table stands on a page at this size without a broken line."""
    air = next(air for step, air in STEPS if step == size)
    slot = next(slot for slot in _layout(house, page, size, air).slots if slot.name == TABLE)
    return table.natural(house.case, slot) <= slot.box.w


def _measured(section: Table, house: House, page: _Page) -> _Page:
    """Return the page with as many lines for its texts as they take."""
    ground = _ground(house, page.beside)
    if not page.beside:
        size, lines = _heading(section.heading, house, ground)
        page = page._replace(heading=size, heading_lines=lines)
    return page._replace(
        text_lines=_count(section.text, TEXT_SIZE, TEXT_LINES, house, ground.room),
        source_lines=_count(section.source, SOURCE_SIZE, SOURCE_LINES, house, ground.room),
    )


def _heading(heading: Words, house: House, ground: Stage) -> tuple[Emu, int]:
    """Return the largest size of a heading above its table, and its lines; numbered if need be."""
    largest = max(house.heading, pt(LEAST_COMMON))  # what is long beside may stand well above
    sizes = [pt(size) for size in SIZES if pt(size) <= largest]
    tries = [(size, 1) for size in sizes if size >= pt(ONE_LINE)]
    tries += [(size, 2) for size in sizes if size <= pt(ONE_LINE)]
    words = (Paragraph((Run(f"{heading.text} (1/2)"),)),)
    for size, lines in tries:
        page = _Page(False, size, lines)
        if fits(house.case, _title(house, ground, page), words):
            break
    return size, lines


def _count(words: Words | None, size: float, most: int, house: House, room: Box) -> int:
    """Return how many lines `words` take in `room`, but no more than `most`."""
    if not words:
        return 0
    style = body_style(pt(size), "ink")
    slot = narrowed(Slot(TEXT, Role.BODY, room, (style,)))
    return min(most, -(-break_text(house.case, slot, paragraphs(words)).height // style.leading))


def _alt(section: Table, house: House) -> Callable[[int], str]:
    """Return what a page's table says to those who do not see it, by its number of rows."""
    if section.alt:
        return partial(_as_written, section.alt.text)
    parts = [section.heading.text]
    names = [cell.text for cell in section.cells[0] if cell.text]
    if section.header and names:
        parts.append(house.phrases.columns.format(names=", ".join(names)))
    return partial(_composed, house.phrases, "; ".join(parts))


def _as_written(alt: str, _: int) -> str:
    return alt


def _composed(phrases: Phrases, about: str, count: int) -> str:
    rows = phrases.row if count == 1 else phrases.rows.format(count=count)
    return phrases.table.format(about=f"{about}; {rows}").replace("\n", " ")


def brief(section: Table, context: Context) -> Iterable[Group]:
    """Say each row as a line of text, the heading before the first, the source after the last."""
    from paroll.kinds.rows import said  # noqa: PLC0415  (few programmes have tables)

    del context
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    source = paragraphs(section.source, Level.SMALL) if section.source else ()
    rows = said(section.cells, header=section.header)
    groups: list[Group] = [(Paragraph(row, Level.TEXT, span=row_span),) for row, row_span in rows]
    groups[0] = (*paragraphs(section.heading, Level.HEADING), *text, *groups[0])
    groups[-1] = (*groups[-1], *source)
    return groups


def flowed(section: Table, context: Context) -> Iterable[Passage]:
    """Set the table in the running text, between its heading and its source."""
    from paroll.kinds.table_inset import TableInset  # noqa: PLC0415  (few programmes have tables)
    from paroll.layout.tables import TableFill  # noqa: PLC0415

    alt = _alt(section, context.house)
    table = TableFill(table_cells(section), section.header, alt, section.table.span)
    inset = TableInset(table, tuple(brief(section, context)), context.house)
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    source = paragraphs(section.source, Level.SMALL) if section.source else ()
    return [(*paragraphs(section.heading, Level.HEADING), *text, inset, *source)]


def cards(section: Table, context: Context) -> Iterable[Card]:
    """Make a picture of the table."""
    from paroll.kinds.boards.table import boards  # noqa: PLC0415  (few programmes have tables)

    yield Card(
        fill(section.heading),
        Mood.OPEN,
        under=fill(section.text) if section.text else None,
        credit=Plain(section.source.text, section.source.span) if section.source else None,
        boards=partial(boards, section, context.house),
    )


KIND = Kind(
    "table",
    Table,
    menus,
    drafts,
    brief,
    headed=True,
    beside=True,
    cards=cards,
    listed=True,
    flowed=flowed,
)
