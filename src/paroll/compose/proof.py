"""The proof: each printed page with its cut, its safe distance and its folds, and how it is read.

Pages are composed with empty places; whoever has the printed file puts it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paroll.formats import Format, Hole, Panel, Side
from paroll.layout.setting import set_text
from paroll.layout.typecase import Typecase
from paroll.looks.house import body_style, heading_style
from paroll.looks.trade import Trade, trade
from paroll.press.views import Guide, Stroke, View
from paroll.printers import Edges
from paroll.programme.model import Programme
from paroll.sheet import (
    Align,
    Anchor,
    Document,
    Layout,
    Mark,
    Paragraph,
    Role,
    Run,
    Sheet,
    Slot,
    Style,
)
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt, to_mm

_LEAST = pt(8)
"""The smallest type."""
_PART = 68
"""How many lines of type would stand on the longer side of a page: a proof is seen as a whole."""


_SMALL = 35
"""Below what part of their size, in per cent, panels rather stand in several rows."""


class Printed(NamedTuple):
    """What is proved: its format, how many pages it has, its printer's bleed and safe distance."""

    form: Format
    pages: int
    bleed: Edges
    safe: Emu


class Proof(NamedTuple):
    """The pages of a proof, and what of the printed file is shown on them."""

    document: Document
    views: tuple[View, ...]
    strokes: tuple[Stroke, ...]


def compose_proof(programme: Programme, case: Typecase, printed: Printed) -> Proof:
    """Return a page for each printed page and, of what is folded or stitched, one as it is read."""
    table = _Table.of(programme, case, printed)
    pages = [_page(table, number) for number in range(printed.pages)]
    if groups := read_groups(printed.form, printed.pages):
        pages.append(_read(table, groups))
    layout = Layout("Proof", "proof", "paper", (), ())
    sheets = tuple(Sheet(layout, page.title, page.marks) for page in pages)
    title = f"{programme.title} · {printed.form.name}"
    language, size = programme.language.text, table.size
    document = Document(title, "", language, size, 0, sheets, (layout,))
    views = tuple(view for page in pages for view in page.views)
    strokes = tuple(stroke for page in pages for stroke in page.strokes)
    return Proof(document, views, strokes)


def read_groups(form: Format, pages: int) -> list[list[tuple[int, Box]]]:
    """Return pages or parts of them in the order they are read, those seen side by side together.

    There are none of a sheet that is neither folded nor stitched.
    """
    if form.multiple > 1:
        spreads = [[n, n + 1] for n in range(1, pages - 1, 2)]
        return [[(n, form.page) for n in each] for each in ([0], *spreads, [pages - 1])]
    groups: list[list[Panel]] = []
    for panel in form.panels:
        last = groups[-1][-1] if groups else None
        if last and (last.side, last.box.right) == (panel.side, panel.box.x):
            groups[-1].append(panel)
        else:
            groups.append([panel])
    return [[(panel.side, panel.box) for panel in group] for group in groups]


class _Table(NamedTuple):
    """What all pages of a proof share: words, type, and where the printed page lies on them."""

    head: str
    case: Typecase
    printed: Printed
    words: Trade
    unit: Emu
    trim: Box

    @classmethod
    def of(cls, programme: Programme, case: Typecase, printed: Printed) -> _Table:
        form = printed.form
        unit = max(_LEAST, max(form.width, form.height) // _PART)
        bleed = max(printed.bleed)
        trim = form.page._replace(x=bleed + 6 * unit, y=bleed + 7 * unit)
        head = f"{programme.title} · {form.name}"
        return cls(head, case, printed, trade(programme.language.text), unit, trim)

    @property
    def size(self) -> Box:
        """A page of the proof."""
        below = max(self.printed.bleed) + 8 * self.unit
        return Box(0, 0, 2 * self.trim.x + self.trim.w, self.trim.bottom + below)

    def text(self, words: str, box: Box, style: Style, anchor: Anchor = Anchor.MIDDLE) -> Mark:
        """Return words in a box."""
        slot = Slot("Note", Role.BODY, box, (style,), anchor)
        return set_text(self.case, slot, (Paragraph((Run(words),)),))

    def style(self, size: float = 1, align: Align = Align.LEFT) -> Style:
        """Return the style of a note."""
        return body_style(round(self.unit * size), "ink")._replace(align=align)

    def heading(self, words: str) -> tuple[Mark, Mark]:
        """Return what stands over a page: what is proved, and that it is a proof of it."""
        left, unit = self.trim.x, self.unit
        width = self.size.w - left - unit
        title = heading_style(round(unit * 1.3), "ink")
        return (
            self.text(self.head, Box(left, unit, width, 2 * unit), title),
            self.text(words, Box(left, 3 * unit, width, round(1.5 * unit)), self.style()),
        )


class _Page(NamedTuple):
    title: str
    marks: tuple[Mark, ...]
    views: tuple[View, ...]
    strokes: tuple[Stroke, ...]


def _page(table: _Table, number: int) -> _Page:
    """Return a printed page with its lines and measures."""
    words, form, bleed = table.words, table.printed.form, table.printed.bleed
    count = words.page.format(number=number + 1, total=table.printed.pages)
    side = f" · {(words.outside, words.inside)[number]}" if form.panels else ""
    part = _grown(form.page, bleed)
    at = _grown(table.trim, bleed)
    view = View(number, number, part, at, form.page)
    marks = (*table.heading(f"{words.proof} · {count}{side}"), *_measures(table, number))
    keys = tuple(_keys(table, number))
    texts = tuple(text for text, _ in keys)
    strokes = (*_lines(table, number), *(stroke for _, stroke in keys))
    return _Page(f"{count}{side}", (*marks, *texts), (view,), strokes)


def _lines(table: _Table, number: int) -> Iterator[Stroke]:
    """Yield the lines over a page; each panel of a folded sheet keeps its distances."""
    trim, safe = table.trim, table.printed.safe
    yield Stroke(number, Guide.BLEED, _grown(trim, table.printed.bleed))
    for box in _parts(table.printed.form, number):
        inner = _grown(box, Edges(-safe, -safe, -safe, -safe))
        yield Stroke(number, Guide.SAFE, _moved(inner, trim))
    yield Stroke(number, Guide.CUT, trim)
    if hole := table.printed.form.hole:
        turned = hole._replace(x=trim.w - hole.x) if number % 2 else hole
        yield Stroke(number, Guide.HOLE, _moved(turned.edge, trim))
    beyond = max(table.printed.bleed) + table.unit
    for fold in (fold for fold in table.printed.form.folds if fold.side == number):
        line = Box(trim.x + fold.at, trim.y - beyond, 0, trim.h + 2 * beyond)
        yield Stroke(number, Guide.FOLD, line)


def _parts(form: Format, number: int) -> list[Box]:
    return [panel.box for panel in form.panels if panel.side == number] or [form.page]


def _measures(table: _Table, number: int) -> Iterator[Mark]:
    """Yield the widths over a page, with the turn in which a panel is read, and its height."""
    trim, unit, form = table.trim, table.unit, table.printed.form
    above = trim.y - max(table.printed.bleed) - round(1.7 * unit)
    centred = table.style(align=Align.CENTRE)
    turns = {(panel.side, panel.box): turn for turn, panel in enumerate(form.panels, 1)}
    for box in _parts(form, number):
        turn = turns.get((Side(number), box)) if form.panels else None
        words = f"{turn} · {_millimetres(box.w)}" if turn else _millimetres(box.w)
        yield table.text(words, Box(trim.x + box.x, above, box.w, round(1.5 * unit)), centred)
    beside = trim.right + max(table.printed.bleed) + unit // 2
    room = Box(beside, trim.y, table.size.w - beside, trim.h)
    yield table.text(_millimetres(trim.h), room, table.style())


def _keys(table: _Table, number: int) -> Iterator[tuple[Mark, Stroke]]:
    """Yield what each line stands for, with a piece of it."""
    words, printed, unit = table.words, table.printed, table.unit
    size = f"{_number(printed.form.width)} × {_number(printed.form.height)}"
    said = {
        Guide.CUT: words.cut.format(size=size),
        Guide.BLEED: f"{words.bleed} {edges(printed.bleed)} mm",
        Guide.SAFE: words.safe.format(size=_number(printed.safe)),
    }
    if printed.form.folds:
        said[Guide.FOLD] = words.fold
    if printed.form.hole:
        said[Guide.HOLE] = hole_of(words, printed.form.hole)
    top = table.trim.bottom + max(printed.bleed) + round(1.5 * unit)
    for row, (guide, text) in enumerate(said.items()):
        y = top + round(row * 1.5 * unit)
        room = Box(
            table.trim.x + 4 * unit, y, table.size.w - table.trim.x - 5 * unit, unit * 3 // 2
        )
        sample = Box(table.trim.x, y + unit * 3 // 4, 3 * unit, 0)
        yield table.text(text, room, table.style()), Stroke(number, guide, sample)


def _read(table: _Table, groups: Sequence[Sequence[tuple[int, Box]]]) -> _Page:
    """Return the page that shows panels, or spreads, in the order in which they are read."""
    number, unit = table.printed.pages, table.unit
    room = Box(table.trim.x, 6 * unit, table.size.w - 2 * table.trim.x, table.size.h - 9 * unit)
    places = _arranged(groups, room, unit)
    marks: list[Mark] = [*table.heading(table.words.read)]
    views, strokes, turn = [], [], 1
    for group, place in zip(groups, places, strict=True):
        last = turn + len(group) - 1
        said = f"{turn}" if turn == last else f"{turn}–{last}"
        below = Box(place.x, place.bottom + unit // 4, place.w, unit * 3 // 2)
        marks.append(table.text(said, below, table.style(align=Align.CENTRE)))
        x, scale = place.x, place.w / sum(box.w for _, box in group)
        for of, box in group:
            at = Box(x, place.y, round(box.w * scale), place.h)
            views.append(View(number, of, box, at))
            strokes.append(Stroke(number, Guide.BLEED, at))
            x = at.right
        turn = last + 1
    return _Page(table.words.read, tuple(marks), tuple(views), tuple(strokes))


def _arranged(groups: Sequence[Sequence[tuple[int, Box]]], room: Box, unit: Emu) -> list[Box]:
    """Return where each group stands: in a row if it is not too small so, else as large as goes."""
    sizes = [(sum(box.w for _, box in group), group[0][1].h) for group in groups]
    for step in range(90, 2, -1):
        places = _rows(sizes, room, step / 100, unit)
        in_a_row = places[0].y == places[-1].y
        if places[-1].bottom + 2 * unit <= room.bottom and (in_a_row or step < _SMALL):
            break
    down = max(0, (room.bottom - 2 * unit - places[-1].bottom) // 2)
    return [place._replace(y=place.y + down) for place in places]


def _rows(sizes: Sequence[tuple[Emu, Emu]], room: Box, scale: float, unit: Emu) -> list[Box]:
    """Return boxes of these sizes at a scale, row by row, each row begun at the left."""
    places: list[Box] = []
    x, y = room.x, room.y
    for width, height in ((round(w * scale), round(h * scale)) for w, h in sizes):
        if x > room.x and x + width > room.right:
            x, y = room.x, y + height + 3 * unit
        places.append(Box(x, y, width, height))
        x += width + 2 * unit
    return places


def _grown(box: Box, edges: Edges) -> Box:
    return Box.between(
        box.x - edges.left, box.y - edges.top, box.right + edges.right, box.bottom + edges.bottom
    )


def _moved(box: Box, by: Box) -> Box:
    return box._replace(x=box.x + by.x, y=box.y + by.y)


def edges(lengths: Edges) -> str:
    """Return a length for each edge in millimetres, one where they are all alike."""
    numbers = [_number(length) for length in lengths]
    return numbers[0] if len(set(numbers)) == 1 else " / ".join(numbers)


def hole_of(words: Trade, hole: Hole) -> str:
    """Return what is punched: how large, and how far from the edges of the front its centre is."""
    size, left, top = map(_number, (hole.across, hole.x, hole.y))
    return words.hole.format(size=size, left=left, top=top)


def _millimetres(length: Emu) -> str:
    return f"{_number(length)} mm"


def _number(length: Emu) -> str:
    return f"{to_mm(length):.1f}".removesuffix(".0")
