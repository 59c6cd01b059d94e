"""Parts of pages that have their heading beside the content.

One size of heading serves a whole deck: the largest that holds them all, down to `LEAST_COMMON`.
A heading that needs a smaller one gets it alone, and does not make the others small.
"""

from __future__ import annotations

from collections.abc import Sequence

from paroll.kinds.kind import LOCATOR, TITLE, body_slot
from paroll.layout.setting import fits
from paroll.layout.typecase import Typecase
from paroll.looks.house import BODY, House, body_style, heading_style, tightened, type_size
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Words
from paroll.sheet import Anchor, Paragraph, Role, Run, Slot, Style
from paroll.units import Emu, pt

SIZES = (44, 40, 36, 32, 28, 24, 22)
LEAST_COMMON = 36


def heading_sizes(house: House, case: Typecase, headings: Sequence[Words]) -> dict[Words, Emu]:
    """Return the size of each heading of a deck, measured by `case`."""
    own = {heading: _largest(house, case, heading) for heading in headings}
    common = max(pt(LEAST_COMMON), min(own.values(), default=pt(SIZES[0])))
    return {heading: min(size, common) for heading, size in own.items()}


def _largest(house: House, case: Typecase, heading: Words) -> Emu:
    """Return the largest size at which `heading`, numbered if it runs on, stands in its box."""
    side = stage(house, Mood.SIDE)
    paragraphs = (Paragraph((Run(f"{heading.text} (1/2)"),)),)
    for size in SIZES:
        style = heading_style(pt(size), side.head_palette.heading, 1.0)
        slot = Slot(TITLE, Role.TITLE, side.head, (style,))
        if fits(case, slot, paragraphs):
            return pt(size)
    return pt(SIZES[-1])


def side_heading(house: House, side: Stage) -> Style:
    """Return the style of a heading beside content."""
    return heading_style(house.heading, side.head_palette.heading, 1.0)


def side_name(house: House, name: str) -> str:
    """Return the name of a layout that has its heading beside the content."""
    return f"{name}, heading {house.heading // pt(1)}"


def locator_slot(house: House, side: Stage) -> Slot:
    """Return the slot that says where in the programme one is."""
    style = Style(BODY, pt(13), pt(17), side.head_palette.quiet)
    return body_slot(house, side.locator, (style,), Anchor.MIDDLE, LOCATOR)


def text_levels(size: Emu, colour: str, quiet: str) -> tuple[Style, Style]:
    """Return the styles of running text and of small text under it."""
    small = max(pt(14), type_size(size * 0.72))
    return (body_style(size, colour, before=0.65), body_style(small, quiet, before=1.1))


def spaced(levels: tuple[Style, ...], *, tight: float) -> tuple[Style, ...]:
    """Return styles as they are or, on a `tight` layout, with lines and paragraphs close."""
    return tuple(map(tightened, levels)) if tight else levels


def step_name(size: float, *, tight: float) -> str:
    """Return what tells the layouts of a kind apart: the size, and whether it is set close."""
    return f"{size:g}{' tight' if tight else ''}"
