"""Cover: the slogan as large as its longest line allows, and what the programme is called.

A deck begins with one by itself; authors do not write it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial

from paroll.kinds.kind import TITLE, Context, Draft, fill, title_slot
from paroll.layout.fit import Fill, Menu
from paroll.looks.covers import cover
from paroll.looks.house import SLOGAN, STRONG_BODY, House, slogan_slot, whole
from paroll.sheet import Anchor, Layout, Role, Style
from paroll.source import Plain
from paroll.units import pt

STEPS = ((28, 1), (24, 1), (22, 1), (24, 2), (20, 2), (18, 3))
"""Sizes in points, and on how many lines: one smaller line is better than two with a lone word."""


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of the title."""
    return (Menu(partial(_layout, house), STEPS, len(STEPS)),)


@lru_cache
def _layout(house: House, size: float, lines: int) -> Layout:
    page = cover(house)
    style = Style(STRONG_BODY, pt(size), whole(pt(size) * 1.2), page.on_title.heading)
    slogan = slogan_slot(house, page.slogan, page.palette.heading, Role.BODY, page.anchor)
    height = lines * style.leading
    middle = page.title.y + (page.title.h - height) // 2
    title = title_slot(house, page.title._replace(y=middle, h=height), style, Anchor.MIDDLE)
    return Layout(
        f"Cover {size}, {lines} line{'s' * (lines > 1)}",
        "cover",
        page.palette.ground,
        page.furniture,
        (slogan, title, *page.fields),
    )


def slogan_fill(house: House) -> Fill:
    """Return the slogan as a text for a slot."""
    return Fill((house.slogan_paragraph,), house.slogan[0].span)


def drafts(title: Plain, context: Context) -> Iterable[Draft]:
    """Set the slogan and the programme's title."""
    (menu,) = menus(context.house)
    fills = {
        SLOGAN: slogan_fill(context.house),
        TITLE: fill(title),
    }
    yield Draft(menu, fills)
