"""Tables in DrawingML: rows that fill a placeholder, and the style they take their looks from.

Fills, rules and the header's voice stand in a table style of the deck's own, its default: a row
that a colleague adds, and a table that one begins, look like those that were made here. Cells say
what a style cannot: size, line spacing, margins (ECMA-376 part 1, 21.1.3 and 20.1.4.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from paroll.paint.pptx import text, xml
from paroll.paint.pptx.marks import frame, named
from paroll.paint.pptx.text import Related
from paroll.paint.pptx.theme import fill, scheme_colour
from paroll.paint.pptx.xml import tag
from paroll.sheet import Anchor, Colour, Layout, Role, Ruling, Stroke, Style, Table, Text
from paroll.units import Emu

_STYLE = "{8C5B2A41-6F0D-4E9B-9A57-3D1E60F7C2B4}"
"""The table style's number: any will do that is always the same."""
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_ANCHOR = {Anchor.TOP: None, Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
_NOTHING = Stroke()
CELL, HEAD = 0, 1


def table(mark: Table, number: int, holder: str, language: str, part: Related) -> str:
    """Return `mark` as shape `number`, in the placeholder that `holder` says."""
    locks = tag("p:cNvGraphicFramePr", tag("a:graphicFrameLocks", noGrp=True))
    kind = tag("p:nvPr", holder) if holder else tag("p:nvPr")
    rows = "".join(_rows(mark, language, part))
    columns = (tag("a:gridCol", w=width) for width in mark.columns)
    flags = tag(
        "a:tblPr",
        tag("a:tableStyleId", _STYLE),
        firstRow=True if mark.header else None,
        bandRow=True if mark.slot.ruling.band else None,
    )
    grid = tag("a:tbl", flags, tag("a:tblGrid", *columns), rows)
    return tag(
        "p:graphicFrame",
        tag("p:nvGraphicFramePr", named(number, mark.slot.name, mark.alt), locks, kind),
        frame(mark.box, "p"),
        tag("a:graphic", tag("a:graphicData", grid, uri=_URI)),
    )


def _rows(mark: Table, language: str, part: Related) -> Iterator[str]:
    for row in mark.rows:
        left, cells = mark.box.x, []
        for cell, width in zip(row.cells, mark.columns, strict=True):
            margins = (cell.slot.box.x - left, left + width - cell.slot.box.right)
            cells.append(_cell(cell, margins, row.height, language, part))
            left += width
        yield tag("a:tr", *cells, h=row.height)


def _cell(cell: Text, margins: tuple[Emu, Emu], height: Emu, language: str, part: Related) -> str:
    """Return a cell.

    A row must not grow in PowerPoint: on the side its text does not stand at, a cell asks for half
    the air only, and has the rest for lines that are set a little higher there.
    """
    air = (height - cell.slot.box.h) // 2
    below = cell.slot.anchor is not Anchor.BOTTOM
    properties = tag(
        "a:tcPr",
        marL=margins[0],
        marR=margins[1],
        marT=air if below else air // 2,
        marB=air // 2 if below else air,
        anchor=_ANCHOR[cell.slot.anchor],
    )
    words = text.cell_paragraphs(cell, language, part)
    return tag("a:tc", tag("a:txBody", text.INHERITED, words), properties)


def styles(layouts: Iterable[Layout]) -> bytes:
    """Return the part with the table style of `layouts`; nothing if none has a table."""
    own = style_of(layouts)
    return xml.part("a:tblStyleLst", own, **{"def": _STYLE}) if own else b""


def style_of(layouts: Iterable[Layout]) -> str:
    """Return the table style of `layouts`; nothing if none has a table."""
    slots = (slot for layout in layouts for slot in layout.slots if slot.role is Role.TABLE)
    slot = next(slots, None)
    return _style(slot.ruling, slot.levels[CELL], slot.levels[HEAD]) if slot else ""


@lru_cache(maxsize=8)
def _style(ruling: Ruling, cell: Style, head: Style) -> str:
    """Return a style for all rows, bands, the header, and what PowerPoint can stress besides."""
    bold, sum_up = _voice(cell.colour, bold=True), _borders(top=ruling.head)
    sides = _borders(ruling.foot, rule=ruling.rule)
    parts = (
        tag("a:wholeTbl", _voice(cell.colour), _looks(sides, "")),
        tag("a:band2H", _looks("", ruling.band)) if ruling.band else "",
        tag("a:lastCol", bold, tag("a:tcStyle")),
        tag("a:firstCol", bold, tag("a:tcStyle")),
        tag("a:lastRow", bold, _looks(sum_up, "")),
        tag("a:firstRow", _voice(head.colour, bold=head.face.bold), _head(ruling)),
    )
    return tag("a:tblStyle", *parts, styleId=_STYLE, styleName="paroll")


def _head(ruling: Ruling) -> str:
    return _looks(_borders(ruling.head), ruling.head_fill)


def _voice(colour: Colour, *, bold: bool = False) -> str:
    """Return how a part of a table speaks: running text of the brand."""
    font = tag("a:fontRef", idx="minor")
    return tag("a:tcTxStyle", font, scheme_colour(colour), b="on" if bold else None)


def _looks(borders: str, filled: Colour) -> str:
    filling = tag("a:fill", fill(filled) if filled else tag("a:noFill"))
    return tag("a:tcStyle", tag("a:tcBdr", borders) if borders else "", filling)


def _borders(bottom: Stroke = _NOTHING, *, top: Stroke = _NOTHING, rule: Stroke = _NOTHING) -> str:
    strokes = {"a:top": top, "a:bottom": bottom, "a:insideH": rule}
    return "".join(tag(side, _line(stroke)) for side, stroke in strokes.items() if stroke.colour)


def _line(stroke: Stroke) -> str:
    return tag("a:ln", fill(stroke.colour), w=stroke.weight, cmpd="sng")
