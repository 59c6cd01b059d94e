"""Closing: the slogan alone, and a line under it if the author wrote one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

from paroll.kinds.cover import slogan_fill
from paroll.kinds.kind import (
    BODY,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    fill,
    joined,
    paragraphs,
)
from paroll.layout.fit import Menu
from paroll.looks.covers import closing
from paroll.looks.house import SLOGAN, House, body_style, slogan_slot
from paroll.programme import Section, Words
from paroll.sheet import Anchor, Layout, Role
from paroll.source import documented
from paroll.units import pt


class Closing(Section):
    """The slogan once more, in the middle or at the end; `kind: closing` alone is enough."""

    EXAMPLE: ClassVar[str] = """\
closing: Det gäller samtliga 1461 dagar nästa mandatperiod.
"""

    closing: Words | None = documented(
        "A line under the slogan.", example="Rösta den 13 september", default=None
    )


STEPS = (24, 20, 18)


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of the text."""
    return (Menu(partial(_layout, house), [(size,) for size in STEPS], len(STEPS)),)


@lru_cache
def _layout(house: House, size: float) -> Layout:
    page = closing(house)
    text = body_style(pt(size), page.on_title.body, bold=True)
    slots = (
        slogan_slot(house, page.slogan, page.palette.heading, Role.TITLE, page.anchor),
        body_slot(house, page.title, (text,), Anchor.MIDDLE),
        *page.fields,
    )
    return Layout(f"Closing {size}", "closing", page.palette.ground, page.furniture, slots)


def drafts(section: Closing | None, context: Context) -> Iterable[Draft]:
    """Set the slogan; without a section nothing else."""
    fills = {SLOGAN: slogan_fill(context.house)}
    said = (section.heading, section.closing) if section else ()
    lines = [fill(words) for words in said if words]
    if lines:
        fills[BODY] = joined(*lines)
    (menu,) = menus(context.house)
    yield Draft(menu, fills, notes=section.note.text if section and section.note else "")


def brief(section: Closing, context: Context) -> Iterable[Group]:
    """Say the text; the slogan heads every page already."""
    del context
    heading = paragraphs(section.heading, Level.NAME) if section.heading else ()
    text = paragraphs(section.closing, Level.TEXT) if section.closing else ()
    return [(*heading, *text)] if heading or text else []


def cards(section: Closing, context: Context) -> Iterable[Card]:
    """Make a picture of the slogan, with the text below."""
    said = [words for words in (section.heading, section.closing) if words]
    under = joined(*map(fill, said)) if said else None
    yield Card(slogan_fill(context.house), under=under, slogan=True)


KIND = Kind("closing", Closing, menus, drafts, brief, cards=cards)
