"""Quote: what somebody said, and who."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from typing import ClassVar

from paroll.kinds.kind import (
    BODY,
    OVERLINE,
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    fill,
    joined,
    layout,
    note_of,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme import Section, Words
from paroll.sheet import Anchor, Layout
from paroll.source import Plain, documented
from paroll.units import pt


class Quote(Section):
    """What somebody said, and who it was."""

    EXAMPLE: ClassVar[str] = """\
quote: Nu räcker det med ofinansierade, långsiktigt skadliga beslut.
name: Helén Eliasson (S)
office: gruppledare i Västra Götalandsregionen
"""

    quote: Words = documented("The words, without quotation marks.", example="Nu räcker det")
    name: Plain = documented("Who said it.", example="Helén Eliasson (S)")
    office: Plain | None = documented("What they are.", example="gruppledare", default=None)
    short: Words | None = documented(
        "A shorter quotation, for leaflets and pictures.", example="Nu räcker det", default=None
    )


STEPS = (54, 48, 40, 36, 32, 28)


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step of the quotation."""
    return (Menu(partial(_layout, house), [(size,) for size in STEPS], len(STEPS)),)


@lru_cache
def _layout(house: House, size: float) -> Layout:
    page = stage(house, Mood.DARK)
    words = heading_style(pt(size), page.palette.heading, 1.08)
    overline = body_style(pt(18), page.palette.quiet, bold=True)
    name = body_style(pt(22), page.palette.body, bold=True)
    office = body_style(pt(18), page.palette.quiet)
    return layout(
        page,
        "quote",
        f"Quote {size}",
        body_slot(house, part(page.room, 0, 0, 0.95, 0.14), (overline,), name=OVERLINE),
        title_slot(house, part(page.room, 0, 0.16, 0.95, 0.78), words),
        body_slot(house, part(page.room, 0, 0.8, 0.95, 1), (name, office), Anchor.BOTTOM),
    )


def drafts(section: Quote, context: Context) -> Iterable[Draft]:
    """Set the quotation with the name and office of who said it."""
    who = (section.name, section.office)
    over = [section.heading] if section.heading else []
    yield quotation(context, over, section.quote, who, note_of(section))


Who = tuple[Plain | None, Plain | None]
"""A name and an office."""


def quotation(
    context: Context, over: Sequence[Words], words: Words, who: Who, notes: str = ""
) -> Draft:
    """Return the page of a quotation, with small lines over it."""
    fills: dict[str, Fill] = {OVERLINE: joined(*map(fill, over))} if over else {}
    fills[TITLE] = fill(words)
    lines = [fill(value, level) for level, value in enumerate(who) if value]
    if lines:
        fills[BODY] = joined(*lines)
    (menu,) = menus(context.house)
    return Draft(menu, fills, notes=notes)


def brief(section: Quote, context: Context) -> Iterable[Group]:
    """Say the quotation as running text with the name under it."""
    del context
    heading = paragraphs(section.heading, Level.HEADING) if section.heading else ()
    return [(*heading, *quoted(section.short or section.quote, (section.name, section.office)))]


def quoted(words: Words, who: Who, level: Level = Level.QUOTE) -> Group:
    """Return a quotation for a leaflet; under a headline it is set as text."""
    name, office = who
    under = ", ".join(str(value) for value in who if value)
    signed = paragraphs(Plain(under, words.span), Level.SMALL) if name or office else ()
    return (*paragraphs(words, level), *signed)


def cards(section: Quote, context: Context) -> Iterable[Card]:
    """Make a picture of the quotation with the name and office of who said it."""
    del context
    who = enumerate((section.name, section.office))
    signed = joined(*(fill(value, level) for level, value in who if value))
    yield Card(fill(section.short or section.quote), Mood.DARK, over=section.heading, under=signed)


KIND = Kind("quote", Quote, menus, drafts, brief, cards=cards, striking=True)
