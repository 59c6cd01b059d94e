"""Plans of tables: how wide the columns are, how high the rows, and where figures stand in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from paroll.layout.quantities import column as quantities
from paroll.layout.quantities import is_whole
from paroll.layout.setting import break_text, galleys, narrowed
from paroll.layout.ties import NO_BREAK
from paroll.layout.typecase import Typecase
from paroll.layout.widths import Cost, Need, Widths, need_of, shares, widest
from paroll.sheet import Align, Anchor, Paragraph, Role, Run, Slot, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu

CELL, HEAD = 0, 1
"""The levels of a table's slot: how its cells are set, and its header."""

SAMPLE = 60
"""How many rows at most are looked at to find the best widths."""

Cell = tuple[Paragraph, ...]
"""What stands in a cell; nothing, if it is empty."""

Cells = tuple[tuple[Cell, ...], ...]


class Plan(NamedTuple):
    """What stands in a table, ready to be set, and how it is measured out.

    `figures` says of each column whether it holds quantities, `shifts` how far each text is kept
    from its column's right edge so that units digits stand below each other. `needs` are what
    columns need between gutters, `least` and `natural` what of it counts in the table. `widths` and
    `heights` are empty where the table is too wide for its slot.
    """

    slot: Slot
    cells: Cells
    header: bool
    figures: tuple[bool, ...]
    shifts: tuple[tuple[Emu, ...], ...]
    needs: tuple[Need, ...] = ()
    least: Widths = ()
    natural: Widths = ()
    widths: Widths = ()
    heights: tuple[Emu, ...] = ()

    def heads(self, row: int) -> bool:
        """Say whether a row is the header."""
        return self.header and row == 0

    def style(self, row: int, column: int) -> Style:
        """Return how a cell is set."""
        style = self.slot.levels[HEAD if self.heads(row) else CELL]
        return style._replace(align=Align.RIGHT) if self.figures[column] else style

    def padding(self, row: int, column: int) -> tuple[Emu, Emu]:
        """Return what is kept free left and right of a cell's text."""
        ruling, last = self.slot.ruling, len(self.figures) - 1
        half = ruling.gutter // 2
        before = half if column else ruling.edge
        after = half if column < last else ruling.edge
        return before, after + self.shifts[row][column]


def plan_of(case: Typecase, cells: Cells, header: bool, slot: Slot) -> Plan:
    """Return how a table stands in `slot`, which it may outgrow in height."""
    air = 2 * slot.ruling.air
    plan = _measured(case, cells, header, _bare(slot))
    return plan._replace(slot=slot, heights=tuple(height + air for height in plan.heights))


def natural_width(case: Typecase, cells: Cells, header: bool, slot: Slot) -> Emu:
    """Return how wide a table is, set as in `slot`, if no line of it is broken."""
    return sum(_unmeasured(case, cells, header, _bare(slot)).natural)


def _bare(slot: Slot) -> Slot:
    """Return `slot` without what widths do not depend on: many layouts share them."""
    box, ruling = slot.box._replace(x=0, y=0, h=0), slot.ruling._replace(air=0)
    return slot._replace(box=box, anchor=Anchor.TOP, ruling=ruling)


def _unmeasured(case: Typecase, cells: Cells, header: bool, slot: Slot) -> Plan:
    """Return a plan without widths and heights."""
    return _once(case, _prepare, cells, header, slot)


def _measured(case: Typecase, cells: Cells, header: bool, slot: Slot) -> Plan:
    """Return a plan with widths and heights, if the table stands in its slot."""
    return _once(case, _measure, cells, header, slot)


def _once(case: Typecase, make: Callable[..., Plan], *what: object) -> Plan:
    """Make a plan once for all who set type from `case`, or from a copy of it."""
    key = (make, *what)
    if key not in case.blocks:
        case.blocks[key] = make(case, *what)
    plan: Plan = case.blocks[key]
    return plan


def _prepare(case: Typecase, cells: Cells, header: bool, slot: Slot) -> Plan:
    labels, *others = zip(*cells, strict=True)
    style = slot.levels[CELL]
    found = [_texts(labels), *(_column(case, column, header, style) for column in others)]
    tied = tuple(zip(*(column.cells for column in found), strict=True))
    shifts = tuple(zip(*(column.shifts for column in found), strict=True))
    own = tuple(column.figures for column in found)
    plan = Plan(slot, tied, header, own, shifts)
    needs = [_needs(case, plan, column) for column in range(len(own))]
    least, natural = (_trimmed(lengths, _rim(slot)) for lengths in zip(*needs, strict=True))
    return plan._replace(needs=tuple(needs), least=least, natural=natural)


class _Column(NamedTuple):
    """The cells of a column, as `Plan` has them for all."""

    cells: tuple[Cell, ...]
    figures: bool
    shifts: tuple[Emu, ...]


def _texts(cells: Sequence[Cell]) -> _Column:
    return _Column(tuple(cells), False, (0,) * len(cells))


def _column(case: Typecase, cells: Sequence[Cell], header: bool, style: Style) -> _Column:
    """Say whether a column holds quantities, and where their units digits stand."""
    heads, body = cells[: int(header)], cells[int(header) :]
    found = quantities([" ".join(p.text for p in cell).strip() for cell in body])
    if not found:
        return _texts(cells)
    tails = [_tail(case, tail, style) for tail in found.tails]
    shifts = [max(tails) - tail if cell else 0 for tail, cell in zip(tails, body, strict=True)]
    tied = (tuple(map(_held, cell)) for cell in body)
    return _Column((*heads, *tied), True, (*(0 for _ in heads), *shifts))


def _tail(case: Typecase, tail: str, style: Style) -> Emu:
    """Return the width of what follows a units digit, as if all digits were of one width."""
    nominal = "".join("0" if sign.isdigit() else sign for sign in tail)
    lines = galleys(case, Paragraph((Run(nominal),)), style.face) if tail else ()
    return round(sum(line.at[-1] for line in lines) * style.size)


def _held(paragraph: Paragraph) -> Paragraph:
    """Return a quantity whose groups of digits and unit are not parted."""
    runs = (run._replace(text=run.text.replace(" ", NO_BREAK)) for run in paragraph.runs)
    return paragraph._replace(runs=tuple(runs))


def _measure(case: Typecase, cells: Cells, header: bool, slot: Slot) -> Plan:
    """Find widths as if the outer columns had half a gutter at the table's edges, like all others.

    So figures stand at even distances up to the last column.
    """
    plan, rim = _unmeasured(case, cells, header, slot), _rim(slot)
    room = slot.box.w + 2 * rim
    needs, even = plan.needs, _evened(plan.needs, plan.figures)
    if sum(need.natural for need in even) <= room:
        needs = even
    sample = range(0, len(cells), -(-len(cells) // SAMPLE))

    @cache
    def column(number: int, width: Emu) -> list[_Broken]:
        return [_broken(case, plan, row, number, width) for row in sample]

    def cost(widths: Widths) -> Cost:
        tried = [column(number, width) for number, width in enumerate(_trimmed(widths, rim))]
        cells = [cell for own in tried for cell in own]
        doubts, lines = sum(cell.doubt for cell in cells), sum(cell.lines for cell in cells)
        return Cost(sum(_heights(tried)), doubts, lines)

    widths = shares(needs, room, cost)
    if not widths:
        return plan
    widths = _trimmed(widths, rim)
    whole = [
        [_broken(case, plan, row, number, width) for row in range(len(cells))]
        for number, width in enumerate(widths)
    ]
    return plan._replace(widths=widths, heights=tuple(_heights(whole)))


def _rim(slot: Slot) -> Emu:
    """Return how much less than half a gutter the outer columns have at the table's edges."""
    return slot.ruling.gutter // 2 - slot.ruling.edge


def _trimmed(widths: Widths, rim: Emu) -> Widths:
    """Return `widths` without what the outer columns do not have at the table's edges."""
    return (widths[0] - rim, *widths[1:-1], widths[-1] - rim)


def _evened(needs: Sequence[Need], figures: Sequence[bool]) -> tuple[Need, ...]:
    """Make all columns of quantities as wide as the widest: what is compared has one rhythm."""
    pairs = list(zip(needs, figures, strict=True))
    even = max((need.natural for need, own in pairs if own), default=0)
    return tuple(need._replace(natural=even) if own else need for need, own in pairs)


def _needs(case: Typecase, plan: Plan, column: int) -> Need:
    cells = [_need(case, plan, row, column) for row in range(len(plan.cells))]
    return widest(cells, plan.slot.ruling.gutter)


def _need(case: Typecase, plan: Plan, row: int, column: int) -> Need:
    cell, heads = plan.cells[row][column], plan.heads(row)
    need = need_of(case, cell, plan.style(row, column), heads=heads)
    figure = plan.figures[column] and not heads
    if figure or is_whole(" ".join(paragraph.text for paragraph in cell)):
        whole = need.natural + plan.shifts[row][column]
        return Need(whole, whole)
    return need


class _Broken(NamedTuple):
    """How a cell breaks: its height and lines, and whether otherwise where it is narrower."""

    height: Emu
    lines: int
    doubt: bool


def _broken(case: Typecase, plan: Plan, row: int, column: int, width: Emu) -> _Broken:
    """Return how a cell breaks in a column; its height has room for lines broken sooner."""
    cell, style = plan.cells[row][column], plan.style(row, column)
    box = Box(0, 0, width - sum(plan.padding(row, column)), 0)
    place = Slot("", Role.BODY, box, (style,))
    usual, narrow = (break_text(case, slot, cell) for slot in (place, narrowed(place)))
    breaks = [[piece for b in m.blocks for _, piece in b.lines] for m in (usual, narrow)]
    return _Broken(max(style.leading, narrow.height), len(breaks[1]), breaks[0] != breaks[1])


def _heights(columns: Sequence[Sequence[_Broken]]) -> list[Emu]:
    """Return the height of each row, without the air round it."""
    return [max(cell.height for cell in row) for row in zip(*columns, strict=True)]
