"""What every page of a document shares, and the small parts all looks are made of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from paroll.brand.model import Brand, Case
from paroll.formats import Format, Medium
from paroll.layout.setting import FOOT, break_text, narrowed, set_text, widest
from paroll.layout.typecase import Typecase
from paroll.looks.phrases import Phrases
from paroll.sheet import (
    Align,
    Anchor,
    Colour,
    Face,
    Family,
    Paragraph,
    Role,
    Run,
    Shape,
    Slot,
    Style,
    Text,
)
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

HEADING = Face(Family.HEADING, bold=True)
BODY = Face(Family.BODY)
STRONG_BODY = Face(Family.BODY, bold=True)

LEADING, TIGHT = 1.3, 1.24
"""Distances between baselines of running text, as parts of its size: the usual, the least."""
CLOSE = 0.7
"""What of the space between paragraphs stays where they are set close."""
LARGEST_HEADING = pt(44)
CLEAR = 0.03
"""The least space between the inks of two lines of the slogan, as a part of its size."""
SLOGAN, SENDER, DATE = "Slogan", "Sender", "Date"


class House(NamedTuple):
    """A document's brand and format, its slogan and sender as they are printed.

    `heading` is the size of the headings that stand beside content: one size in a whole deck.
    """

    brand: Brand
    form: Format
    case: Typecase
    phrases: Phrases
    slogan: tuple[Plain, ...]
    sender: Plain
    heading: Emu = LARGEST_HEADING

    @property
    def slogan_paragraph(self) -> Paragraph:
        """The slogan, its lines as the author broke them."""
        text = "\n".join(line.text for line in self.slogan)
        return Paragraph((Run(text),), span=self.slogan[0].span)

    @property
    def sender_paragraph(self) -> Paragraph:
        """The sender's name."""
        return Paragraph((Run(self.sender.text),), span=self.sender.span)

    def sizes(self, largest: float, smallest: float) -> tuple[Emu, ...]:
        """Return the brand's type sizes between two sizes in points, largest first."""
        scale = self.brand.scale
        steps = scale.screen if self.form.medium is Medium.SCREEN else scale.print
        return tuple(s for s in reversed(steps) if pt(smallest) <= s <= pt(largest))


class Palette(NamedTuple):
    """Which colour role does what on a ground."""

    ground: Colour
    heading: Colour
    body: Colour
    accent: Colour
    quiet: Colour
    lockup: Colour


ON_PAPER = Palette("paper", "ink", "ink", "strong", "muted", "strong")
ON_TINT = Palette("tint", "dark", "ink", "strong", "muted", "dark")
ON_STRONG = Palette("strong", "clear", "clear", "clear", "clear", "clear")
ON_DARK = Palette("dark", "clear", "clear", "tint", "tint", "tint")


def points(x: float, y: float, w: float, h: float) -> Box:
    """Return the box with these measures in points."""
    return Box(pt(x), pt(y), pt(w), pt(h))


def set_slogan(lines: Sequence[Plain], case: Case) -> tuple[Plain, ...]:
    """Return the slogan's lines as the brand writes them."""
    if case is Case.UPPER:
        return tuple(Plain(line.text.upper(), line.span) for line in lines)
    return tuple(lines)


def heading_style(size: Emu, colour: Colour, spacing: float = 1.02) -> Style:
    """Return the style of a heading: bold, close leading."""
    return Style(HEADING, size, whole(size * spacing), colour)


def body_style(size: Emu, colour: Colour, *, bold: bool = False, before: float = 0) -> Style:
    """Return the style of running text; `before` in parts of the size."""
    face = STRONG_BODY if bold else BODY
    return Style(face, size, whole(size * LEADING), colour, before=whole(size * before))


def tightened(style: Style) -> Style:
    """Return `style` with lines and paragraphs as close as running text may have them."""
    leading, before = whole(style.size * TIGHT), whole(style.before * CLOSE)
    return style._replace(leading=leading, before=before)


def whole(length: float) -> Emu:
    """Round to half points: what PowerPoint's dialogs show for spacing."""
    return round(length / pt(0.5)) * pt(0.5)


def type_size(length: float) -> Emu:
    """Round to whole points, as sizes on slides are."""
    return pt(round(length / pt(1)))


def lockup(house: House, box: Box, colour: Colour, sizes: Sequence[float]) -> Text:
    """Set the slogan small, in the largest of `sizes` (points) at which it stands in the box.

    Where it does not, it is set in the smallest; `slogan_stands` tells.
    """
    spacing = clear_spacing(house, 1.0)
    for size in sizes:
        style = heading_style(pt(size), colour, spacing)
        slot = Slot(SLOGAN, Role.BODY, box, (style,), Anchor.TOP)
        if slogan_stands(house, slot):
            break
    return set_text(house.case, slot, (house.slogan_paragraph,), span=house.slogan[0].span)


def clear_spacing(house: House, least: float) -> float:
    """Return the leading, as a part of the size, at which no line of the slogan touches another.

    Capitals stand clear at 1.0, even with the ring of Å; below a descender it takes more. A line
    alone is so large that its Å must stay inside its box.
    """
    face = house.case.at_hand(HEADING)
    reaches = [house.case.reach(face, line.text) for line in house.slogan]
    needed = [below + above + CLEAR for (_, below), (above, _) in pairwise(reaches)]
    needed = needed or [reaches[0][0] + FOOT]
    return max([least, *needed])


def slogan_stands(house: House, slot: Slot) -> bool:
    """Say whether `slot` holds the slogan with its lines as the author broke them."""
    matter = break_text(house.case, narrowed(slot), (house.slogan_paragraph,))
    return matter.inside and len(matter.blocks[0].lines) == len(house.slogan)


def signature(house: House, box: Box, style: Style, anchor: Anchor = Anchor.MIDDLE) -> Text:
    """Set the sender's name as furniture; the house must have one."""
    slot = Slot(SENDER, Role.BODY, box, (style,), anchor)
    return set_text(house.case, slot, (house.sender_paragraph,))


def footer_slot(house: House, box: Box, style: Style, anchor: Anchor = Anchor.MIDDLE) -> Slot:
    """Return the slot of the sender's name, which is the footer of each slide."""
    return Slot(SENDER, Role.FOOTER, box, (style,), anchor, house.sender.text)


def date_slot(box: Box, colour: Colour, align: Align = Align.RIGHT) -> Slot:
    """Return the slot of the programme's date."""
    style = Style(BODY, pt(13), pt(17), colour, align=align)
    return Slot(DATE, Role.DATE, box, (style,), Anchor.MIDDLE)


def page_slot(box: Box, colour: Colour, size: float) -> Slot:
    """Return the slot of the page number, right aligned."""
    style = Style(BODY, pt(size), whole(pt(size) * 1.3), colour, align=Align.RIGHT)
    return Slot("Page number", Role.PAGE, box, (style,), Anchor.MIDDLE)


def band(box: Box, colour: Colour) -> Shape:
    """Return a filled rectangle."""
    return Shape(box, colour)


def slogan_slot(house: House, box: Box, colour: Colour, role: Role, anchor: Anchor) -> Slot:
    """Return a slot for the slogan, in whole points as large as its lines and `box` allow."""
    spacing = clear_spacing(house, 1.04)
    unit = heading_style(pt(100), colour, spacing)
    by_width = box.w * 0.97 / widest(house.case, unit, [line.text for line in house.slogan])
    by_height = box.h / (unit.leading * len(house.slogan))
    size = int(100 * min(by_width, by_height))
    style = heading_style(pt(size), colour, spacing)
    if style.leading * len(house.slogan) > box.h:  # leading is rounded
        style = heading_style(pt(size - 1), colour, spacing)
    return Slot(SLOGAN, role, box, (style,), anchor, house.phrases.prompt_title)
