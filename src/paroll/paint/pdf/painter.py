"""Sheets to PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from paroll.brand.model import Brand
from paroll.paint.pdf.text import Lettering, extent
from paroll.sheet import (
    FIELDS,
    Area,
    Chart,
    Document,
    Form,
    Layout,
    Line,
    Mark,
    Picture,
    Segment,
    Shape,
    Sheet,
    Table,
    Text,
    inks,
    texts,
)
from paroll.sheet import landings as landings_of
from paroll.units import Box, to_pt

if TYPE_CHECKING:
    from paroll.paint.pdf.canvas import Canvas
    from paroll.printers import Printer


def paint(
    document: Document, brand: Brand, printer: Printer | None, lettering: Lettering | None = None
) -> bytes:
    """Return `document` as a PDF 1.6 file, the same bytes each time.

    Without a printer it is for screens: trimmed pages in RGB, with links and an outline. For a
    printer it has pages with their bleed, TrimBox and BleedBox set, in CMYK and spot inks; it has
    no links, as PDF/X allows no annotation on a printed page. The `lettering` of `document` may be
    given by those who paint it twice.
    """
    from paroll.paint.pdf.canvas import Canvas  # noqa: PLC0415  (reportlab, only when a PDF is made)

    canvas = Canvas(document, brand, printer, lettering or Lettering(document, brand))
    forms = _forms(canvas, document)
    landings = landings_of(document.sheets)
    for number, sheet in enumerate(document.sheets, start=1):
        with canvas.page(sheet.width):
            with canvas.artifact():
                canvas.doForm(forms[sheet.layout])
            for mark in sheet.content:
                if isinstance(mark, Text) and mark.slot.role in FIELDS:
                    with canvas.artifact():
                        _draw(canvas, mark)
                else:
                    _draw(canvas, mark)
            if printer is None:
                _lead(canvas, sheet, number, landings)
    return canvas.finished()


def _forms(canvas: Canvas, document: Document) -> dict[Layout, str]:
    """Draw the ground and furniture of each layout in use, and return what the forms are called."""
    layouts = dict.fromkeys(sheet.layout for sheet in document.sheets)
    forms = {layout: f"Layout{number}" for number, layout in enumerate(layouts, start=1)}
    for layout, form in forms.items():
        with canvas.form(form):
            for mark in (Shape(canvas.painted, layout.ground), *layout.furniture):
                _draw(canvas, mark)
    return forms


def _lead(canvas: Canvas, sheet: Sheet, number: int, landings: Mapping[str, int]) -> None:
    """Make the page an entry of the outline, and its links live."""
    canvas.bookmarkPage(_key(number))
    canvas.addOutlineEntry(sheet.title, _key(number))
    for text in texts((*sheet.layout.furniture, *sheet.content)):
        for line in text.lines:
            for link, box in _links(canvas, line):
                if link.startswith("#"):
                    canvas.leap(link[1:], _key(landings[link] + 1), box)
                else:
                    canvas.link(link, box)


def _key(number: int) -> str:
    return f"page{number}"


def _links(canvas: Canvas, line: Line) -> Iterator[tuple[str, Box]]:
    """Yield each link of a line and what it covers."""
    for link, runs in groupby(line.runs, key=lambda run: run.link):
        if link:
            boxes = [extent(run, line.y, canvas.lettering.fonts[run.face]) for run in runs]
            top, bottom = min(box.y for box in boxes), max(box.bottom for box in boxes)
            yield link, Box.between(boxes[0].x, top, boxes[-1].right, bottom)


def _draw(canvas: Canvas, mark: Mark) -> None:
    match mark:
        case Text():
            for line in mark.lines:
                _write(canvas, line)
        case Shape():
            over = canvas.is_over(mark)
            if over:
                canvas.overprint(on=True)
            canvas.fill(mark.fill, None if mark.outline else mark.box)
            _outline(canvas, mark) if mark.outline else _figure(canvas, mark)
            if over:
                canvas.overprint(on=False)
        case Picture():
            _place(canvas, mark)
        case Chart() | Table():
            for ink in inks([mark]):
                _draw(canvas, ink)
        case _:
            assert_never(mark)


def _write(canvas: Canvas, line: Line) -> None:
    """Write a line as one text object, so it is copied as one."""
    over = False
    canvas.addLiteral("BT")
    for number, run in enumerate(line.runs, start=1):
        if canvas.is_over(run) != over:
            over = not over
            canvas.overprint(on=over)
        canvas.fill(run.colour)
        canvas.addLiteral(canvas.lettering.shown(run, line.y, last=number == len(line.runs)))
    canvas.addLiteral("ET")
    if over:
        canvas.overprint(on=False)


def _figure(canvas: Canvas, shape: Shape) -> None:
    box = shape.box
    left, bottom, right, top = to_pt(box.x), -to_pt(box.bottom), to_pt(box.right), -to_pt(box.y)
    if shape.form is Form.ELLIPSE:
        canvas.ellipse(left, bottom, right, top, stroke=0, fill=1)
    else:
        canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)


def _outline(canvas: Canvas, shape: Shape) -> None:
    _trace(canvas, shape.outline, nonzero=False)


def _trace(canvas: Canvas, outline: Iterable[Segment], *, nonzero: bool) -> None:
    path = canvas.beginPath()
    steps = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for segment in outline:
        steps[segment.step](*(part for x, y in segment.points for part in (to_pt(x), -to_pt(y))))
    canvas.drawPath(path, stroke=0, fill=1, fillMode=int(nonzero))


def _place(canvas: Canvas, picture: Picture) -> None:
    box = picture.box
    canvas.saveState()
    if picture.form is Form.ELLIPSE:
        path = canvas.beginPath()
        path.ellipse(to_pt(box.x), -to_pt(box.bottom), to_pt(box.w), to_pt(box.h))
        canvas.clipPath(path, stroke=0, fill=0)
    if picture.areas:
        for area in picture.areas:
            _area(canvas, area)
    else:
        canvas.transform(to_pt(box.w), 0, 0, to_pt(box.h), to_pt(box.x), -to_pt(box.bottom))
        canvas.doForm(canvas.picture(picture.data))
    canvas.restoreState()


def _area(canvas: Canvas, area: Area) -> None:
    canvas.saveState()
    if area.window:
        box, path = area.window, canvas.beginPath()
        path.rect(to_pt(box.x), -to_pt(box.bottom), to_pt(box.w), to_pt(box.h))
        canvas.clipPath(path, stroke=0, fill=0)
    canvas.fill_literally(area.fill)
    _trace(canvas, area.outline, nonzero=area.nonzero)
    canvas.restoreState()
