"""The sides of a folded sheet: panels that were composed as pages, put where they are printed.

What a panel paints beyond its edges is bleed where the sheet ends there too; at a fold it is cut,
so that a colour ends exactly where the next panel begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paroll.formats import Format, Panel, Side
from paroll.sheet import Colour, Document, Form, Layout, Mark, Shape, Sheet, moved
from paroll.units import Box

BARE: Colour = "clear"
"""What a side is where no panel paints it: the paper."""


def on_sides(document: Document, form: Format) -> Document:
    """Return the two sides of a folded sheet, made of the pages of its panels in reading order."""
    sheets = tuple(_side(document, form, side) for side in Side)
    layouts = tuple(sheet.layout for sheet in sheets)
    return document._replace(size=form.page, sheets=sheets, layouts=layouts)


def _side(document: Document, form: Format, side: Side) -> Sheet:
    pages = zip(form.panels, document.sheets, strict=True)
    placed = [(panel, sheet) for panel, sheet in pages if panel.side is side]
    furniture = [mark for panel, sheet in placed for mark in _furniture(form, panel, sheet.layout)]
    content = [moved(mark, panel.box.x) for panel, sheet in placed for mark in sheet.content]
    layout = Layout(side.name.capitalize(), side.name.lower(), BARE, tuple(furniture), ())
    title = " · ".join(dict.fromkeys(sheet.title for _, sheet in placed))
    return Sheet(layout, title, tuple(content))


def painted_area(form: Format, panel: Panel) -> Box:
    """Return what `panel` may paint: itself, and the bleed where the sheet ends with it."""
    box, bleed = panel.box, form.bleed
    left = box.x - bleed * (box.x == 0)
    right = box.right + bleed * (box.right == form.width)
    return Box.between(left, box.y - bleed, right, box.bottom + bleed)


def _furniture(form: Format, panel: Panel, layout: Layout) -> Iterator[Mark]:
    """Yield the ground of a panel and what stands on it, cut at its folds."""
    area = painted_area(form, panel)
    yield Shape(area, layout.ground)
    yield from _cut((moved(mark, panel.box.x) for mark in layout.furniture), area)


def _cut(marks: Iterable[Mark], area: Box) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Shape) and mark.form is Form.RECTANGLE and not mark.outline:
            box = mark.box
            left, right = max(box.x, area.x), min(box.right, area.right)
            yield mark._replace(box=Box.between(left, box.y, right, box.bottom))
        else:
            yield mark
