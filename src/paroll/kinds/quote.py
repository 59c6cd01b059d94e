"""Quote: what somebody said, and who."""

from __future__ import annotations

from collections.abc import Iterable

from paroll.kinds.fields import Quote
from paroll.kinds.kind import (
    BODY,
    TITLE,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    fill,
    joined,
    layout,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme.words import Words
from paroll.sheet import Anchor, Layout
from paroll.source import Plain
from paroll.units import pt

STEPS = (54, 48, 40, 36, 32, 28)


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of the quotation."""
    return (Menu(tuple(_layout(house, size) for size in STEPS), len(STEPS)),)


def _layout(house: House, size: float) -> Layout:
    page = stage(house, Mood.DARK)
    words = heading_style(pt(size), page.palette.heading, 1.08)
    name = body_style(pt(22), page.palette.body, bold=True)
    office = body_style(pt(18), page.palette.quiet)
    return layout(
        page,
        "quote",
        f"Quote {size}",
        title_slot(house, part(page.room, 0, 0.06, 0.93, 0.76), words),
        body_slot(house, part(page.room, 0, 0.79, 0.93, 1), (name, office), Anchor.BOTTOM),
    )


def drafts(section: Quote, context: Context) -> Iterable[Draft]:
    """Set the quotation with the name and office of who said it."""
    notes = section.note.text if section.note else ""
    yield quotation(context, section.quote, section.name, section.office, notes)


def quotation(
    context: Context, words: Words, name: Plain | None, office: Plain | None, notes: str
) -> Draft:
    """Return the page of a quotation."""
    fills: dict[str, Fill] = {TITLE: fill(words)}
    who = [fill(value, level) for level, value in enumerate((name, office)) if value]
    if who:
        fills[BODY] = joined(*who)
    (menu,) = menus(context.house)
    return Draft(menu, fills, notes=notes)


def brief(section: Quote, context: Context) -> Iterable[Group]:
    """Say the quotation as running text with the name under it."""
    del context
    return [quoted(section.quote, section.name, section.office)]


def quoted(words: Words, name: Plain | None, office: Plain | None) -> Group:
    """Return a quotation for a leaflet."""
    who = ", ".join(str(value) for value in (name, office) if value)
    under = paragraphs(Plain(who, words.span), Level.SMALL) if who else ()
    return (*paragraphs(words, Level.NAME), *under)


KIND = Kind("quote", Quote, menus, drafts, brief)
