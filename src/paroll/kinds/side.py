"""Parts of pages that have their heading beside the content."""

from __future__ import annotations

from paroll.kinds.kind import LOCATOR, body_slot
from paroll.looks.house import BODY, House, body_style, heading_style, whole
from paroll.looks.stage import Stage
from paroll.sheet import Anchor, Slot, Style
from paroll.units import Emu, pt


def side_heading(house: House, side: Stage) -> Style:
    """Return the style of a heading beside content."""
    return heading_style(house.heading, side.head_palette.heading, 1.0)


def locator_slot(house: House, side: Stage) -> Slot:
    """Return the slot that says where in the programme one is."""
    style = Style(BODY, pt(13), pt(17), side.head_palette.quiet)
    return body_slot(house, side.locator, (style,), Anchor.MIDDLE, LOCATOR)


def text_levels(size: Emu, colour: str, quiet: str) -> tuple[Style, Style]:
    """Return the styles of running text and of small text under it."""
    small = max(pt(14), whole(size * 0.72))
    return (body_style(size, colour, before=0.65), body_style(small, quiet, before=1.1))
