"""How text is set: faces, alignment, styles of paragraphs, rules of tables."""

from __future__ import annotations

from enum import StrEnum

from paroll.tuples import NamedTuple
from paroll.units import Emu

Colour = str
"""The name of a colour role of the brand: `strong`, `paper`, `ink`, … A house template's are
`#RRGGBB`."""


class Family(StrEnum):
    """The two type families a brand has."""

    HEADING = "heading"
    BODY = "body"


class Face(NamedTuple):
    """One font file of the brand."""

    family: Family
    bold: bool = False
    italic: bool = False


class Align(StrEnum):
    """Where the lines of a paragraph stand between the edges of its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(StrEnum):
    """Where a text stands in the height of its box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class MarkerStyle(NamedTuple):
    """How a paragraph's number or bullet is set; it hangs `at` this far from the box's left edge.

    `bullet` is the one a new paragraph has; where it is empty, new paragraphs are numbered.
    """

    face: Face
    size: Emu
    colour: Colour
    bullet: str = ""
    at: Emu = 0


class Style(NamedTuple):
    """How a paragraph is set.

    `leading` is the exact distance between baselines, `before` the space above a paragraph that
    is not the first of its text, `indent` where the text starts. Text in `capitals` is shown so,
    and stays as it was typed.
    """

    face: Face
    size: Emu
    leading: Emu
    colour: Colour
    before: Emu = 0
    indent: Emu = 0
    marker: MarkerStyle | None = None
    align: Align = Align.LEFT
    capitals: bool = False


class Stroke(NamedTuple):
    """A line between rows: its colour and weight; without a colour none is drawn."""

    colour: Colour = ""
    weight: Emu = 0


class Ruling(NamedTuple):
    """What makes a table of rows of text: colour roles for fills and rules, and air.

    `head` is under the header row, `rule` between the others, `foot` under the last; `head_fill`
    and `band`, on every second row below the header, may be empty. Text keeps `air` from the
    edges of its row, half a `gutter` from other columns, and `edge` from the table's sides.
    """

    head: Stroke = Stroke()
    rule: Stroke = Stroke()
    foot: Stroke = Stroke()
    air: Emu = 0
    gutter: Emu = 0
    edge: Emu = 0
    head_fill: Colour = ""
    band: Colour = ""
