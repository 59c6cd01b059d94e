"""Imposition: finished pages on larger sheets, placed as they are, never drawn anew.

Importing this imports pikepdf.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Pdf, Stream

from paroll.press.finish import seal
from paroll.press.frame import boxed, framed, number, path
from paroll.press.grid import Grid, Size, saddle
from paroll.press.marks import DASHES, LEAST, LENGTH, SETUP, Line, every_plate
from paroll.printers import Printer
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, Rect, mm, pt, to_pt

_SHORTEST = mm(1)
"""Where there is less paper beyond the last copy, nothing is cut there and no mark fits."""
_INSIDE = mm(4)
"""How long a mark is that must stand on the cut itself, as the copies reach the paper's edge."""
_HALO = pt(1)
"""How broad the white is that such a mark stands on."""

Placed = Sequence[tuple[int, Box]]
"""Pages, counted from 0, and where their trimmed boxes lie on one side of a sheet."""


def n_up(printed: bytes, grid: Grid, printer: Printer) -> bytes:
    """Return a sheet for each page of a finished print file, full of copies of it.

    The sheet is printed on both sides and turned like the page of a book.
    """
    with Pdf.open(BytesIO(printed)) as pdf:
        sides = [[(page, box) for box in grid.boxes] for page in range(len(pdf.pages))]
        return _imposed(pdf, (grid, sides, printer), printed)


def booklet(printed: bytes, grid: Grid, printer: Printer) -> bytes:
    """Return the spreads of a booklet from a finished file of single pages, a multiple of four.

    Printed on both sides, turned like the page of a book, laid into each other, folded and
    stitched they give the pages in their order.
    """
    with Pdf.open(BytesIO(printed)) as pdf:
        sides = [list(zip(pair, grid.boxes, strict=True)) for pair in saddle(len(pdf.pages))]
        return _imposed(pdf, (grid, sides, printer), printed)


def _imposed(pdf: Pdf, plan: tuple[Grid, Sequence[Placed], Printer], printed: bytes) -> bytes:
    """Put the pages of a file on sheets."""
    grid, sides, printer = plan
    count = len(pdf.pages)
    trims = [framed(page.trimbox) for page in pdf.pages]
    forms = [page.as_form_xobject() for page in pdf.pages]
    for page, form in zip(pdf.pages, forms, strict=True):
        form.BBox = Array(boxed(framed(page.bleedbox)))
    paper = Rect(0, 0, to_pt(grid.width), to_pt(grid.height))
    edges = tuple(map(to_pt, printer.bleed))
    drawn = _marks(grid, max(printer.bleed))
    for placed in sides:
        page = pdf.add_blank_page(page_size=(paper.right, paper.top))
        names = {f"/P{n + 1}": forms[n] for n, _ in placed}
        page.obj.Resources = Dictionary(
            XObject=Dictionary(names), ColorSpace=Dictionary(Registration=every_plate())
        )
        operators = [_place(n, box, trims[n], grid, edges) for n, box in placed]
        page.obj.Contents = Stream(pdf, "\n".join((*operators, drawn)).encode())
        trim = grid.outline.upwards(paper.top)
        bleed = trim.extended(*edges).cut(paper)
        # All three are rounded alike: none may reach over another, not by a thousandth.
        boxes = zip(("/MediaBox", "/BleedBox", "/TrimBox"), (paper, bleed, trim), strict=True)
        for key, frame in boxes:
            page.obj[key] = Array(boxed(frame))
    del pdf.pages[:count]
    return seal(pdf, printer, (printed, repr(grid).encode()))


def _place(page: int, box: Box, trim: Rect, grid: Grid, edges: tuple[float, ...]) -> str:
    """Return what draws a page in its box, with its bleed except where another copy begins."""
    at = box.upwards(to_pt(grid.height))
    outline = grid.outline
    met = (box.y > outline.y, box.right < outline.right, box.bottom < outline.bottom)
    halves = [to_pt(grid.gutter[side % 2 == 0] // 2) for side in range(4)]
    free = [
        min(edge, half) if inner else edge
        for edge, half, inner in zip(edges, halves, (*met, box.x > outline.x), strict=True)
    ]
    clip = at.extended(*free)
    shift = f"1 0 0 1 {number(at.left - trim.left)} {number(at.bottom - trim.bottom)} cm"
    return f"q {path(clip)} W n {shift} /P{page + 1} Do Q"


def _marks(grid: Grid, bleed: Emu) -> str:
    """Return what draws a mark at both ends of every cut, and dashes at a fold."""
    across, down = grid.cuts
    columns, rows = _tick(grid.outline.y, bleed), _tick(grid.outline.x, bleed)
    drawn = [
        _stroke(line, covers=tick.covers)
        for cuts, size, tick, turned in (
            (across, (grid.width, grid.height), columns, False),
            (down, (grid.height, grid.width), rows, True),
        )
        for line in _lines(cuts, size, tick, turned=turned)
    ]
    if grid.spine >= 0 and not columns.covers:
        folds = _lines([grid.spine], (grid.width, grid.height), columns, turned=False)
        drawn += [DASHES, *(line.path for line in folds)]
    return f"q {SETUP} {' '.join(drawn)} Q"


class _Tick(NamedTuple):
    """Where a mark begins and ends, from the edge of the paper; whether it covers what is there."""

    start: Emu
    end: Emu
    covers: bool


def _tick(room: Emu, bleed: Emu) -> _Tick:
    """Return how a mark stands at an edge with so much `room` before the first copy."""
    free = room - max(bleed, LEAST)
    if free >= _SHORTEST:
        return _Tick(max(0, free - LENGTH), free, covers=False)
    return _Tick(0, room + _INSIDE, covers=True)


def _lines(cuts: Iterable[Emu], size: Size, tick: _Tick, *, turned: bool) -> Iterator[Line]:
    """Yield the marks of cuts that go all through paper of this size, upright or `turned`.

    The paper's edge needs no cut.
    """
    breadth, length = size
    for at in (at for at in cuts if _SHORTEST <= at <= breadth - _SHORTEST):
        for near, far in ((tick.start, tick.end), (length - tick.start, length - tick.end)):
            points = ((near, at), (far, at)) if turned else ((at, near), (at, far))
            yield Line(*(to_pt(part) for point in points for part in point))


def _stroke(line: Line, *, covers: bool) -> str:
    """Return what draws a mark, in black on white where it stands on the copies themselves."""
    if not covers:
        return line.path
    halo, black = f"q 0 0 0 0 K {to_pt(_HALO):g} w {line.path} Q", f"q 0 0 0 1 K {line.path} Q"
    return f"{halo} {black}"
