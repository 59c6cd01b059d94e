"""Contacts: who answers questions, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import accumulate
from typing import ClassVar

from paroll.finding import Span
from paroll.kinds.columns import cells, column_name
from paroll.kinds.kind import (
    BODY,
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
from paroll.layout.fit import Fill, Menu, balanced
from paroll.looks.house import House, band, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme import Email, Section, Words
from paroll.sheet import Anchor, Layout
from paroll.source import NOWHERE, Plain, Record, documented
from paroll.units import Box, pt


class Contact(Record):
    """Somebody to turn to."""

    SHORTHAND: ClassVar[str] = "name"

    name: Plain = documented("Who it is.", example="Ann-Sofi Lodin")
    office: Plain | None = documented("What they are.", example="regiondirektör", default=None)
    phone: Plain | None = documented("Telephone number.", example="0706-32 11 65", default=None)
    email: Email | None = documented("E-mail address.", example="ann-sofi@example.se", default=None)
    span: Span = NOWHERE


class Contacts(Section):
    """People to turn to."""

    EXAMPLE: ClassVar[str] = """\
heading: Kontaktpersoner
contacts:
  - name: Ann-Sofi Lodin
    office: regiondirektör
    phone: 0706-32 11 65
  - name: Johnny Magnusson (M)
    office: regionstyrelsens ordförande
    phone: 0730-98 48 00
"""

    heading: Words = documented("What they are.", example="Kontaktpersoner")
    contacts: tuple[Contact, ...] = documented("The people.")
    text: Words | None = documented("A sentence before them.", default=None)


MOST, MOST_WITH_TEXT = 6, 3
"""How many contacts stand on a page, in one row or two."""
STEPS = ((28, 44), (26, 44), (24, 44), (22, 44), (20, 44), (18, 44), (18, 32), (18, 28))
SMALLEST = 18
RULE = pt(4)


def menus(house: House) -> tuple[Menu, ...]:
    """Return the menu of three contacts with a text under them, and that of six."""
    return (_menu(house, MOST_WITH_TEXT, about=True), _menu(house, MOST, about=False))


def _menu(house: House, count: int, *, about: bool) -> Menu:
    """Return the layouts for `count` contacts: narrow columns first, if they are more than two."""
    widths = sorted({min(count, 3), 2}, reverse=True) if count > 1 else [2]
    # A text takes the room of a second row.
    rows = [across for across in widths if not (about and count > across)]
    steps = [(across, *step) for across in rows for step in STEPS]
    return Menu(partial(_layout, house, count, about), steps, len(steps))


@lru_cache
def _layout(house: House, count: int, about: bool, across: int, *step: float) -> Layout:
    size, heading = step
    page = stage(house, Mood.OPEN)
    palette = page.palette
    small = pt(max(SMALLEST, round(size * 0.8)))
    levels = (
        body_style(pt(size), palette.body, bold=True),
        body_style(small, palette.body),
        body_style(pt(size), palette.accent, bold=True, before=0.15),
        body_style(small, palette.accent, before=0.15),
    )
    rows = -(-count // across)
    places = cells(part(page.room, 0, 0.28, 1, 0.68 if rows == 1 else 1), rows, across)[:count]
    slots = (
        body_slot(house, _under(box), levels, name=column_name(n)) for n, box in enumerate(places)
    )
    text = body_style(pt(18), palette.body, before=0.4)
    below = body_slot(house, part(page.room, 0, 0.7, 0.85, 1), (text,), Anchor.BOTTOM)
    return layout(
        page,
        "contacts",
        f"{count} contacts {size}/{heading}, {across} across{', with text' if about else ''}",
        title_slot(
            house, part(page.room, 0, 0, 0.97, 0.2), heading_style(pt(heading), palette.heading)
        ),
        *slots,
        *([below] if about else []),
        marks=tuple(band(box._replace(h=RULE), palette.accent) for box in places),
    )


def _under(box: Box) -> Box:
    return Box.between(box.x, box.y + RULE + pt(10), box.right, box.bottom - pt(8))


def drafts(section: Contacts, context: Context) -> Iterable[Draft]:
    """Set contacts in even parts, six on a page, or three with the text under the first."""
    most = MOST_WITH_TEXT if section.text else MOST
    pages = -(-len(section.contacts) // most)
    sizes = balanced([1] * len(section.contacts), pages)
    for start, size in zip(accumulate(sizes, initial=0), sizes, strict=False):
        fills: dict[str, Fill] = {TITLE: fill(section.heading)}
        for number, contact in enumerate(section.contacts[start : start + size]):
            fills[column_name(number)] = _card(contact)
        about = section.text if start == 0 else None
        if about:
            fills[BODY] = fill(about)
        menu = _menu(context.house, size, about=bool(about))
        yield Draft(menu, fills, notes=note_of(section))


def _card(contact: Contact) -> Fill:
    lines = ((contact.name, 0), (contact.office, 1), (contact.phone, 2), (contact.email, 3))
    return joined(*(fill(value, level) for value, level in lines if value))


def brief(section: Contacts, context: Context) -> Iterable[Group]:
    """Say each contact in two lines."""
    del context
    groups = [_brief_card(contact) for contact in section.contacts]
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    heading = paragraphs(section.heading, Level.HEADING)
    return [(*heading, *groups[0]), *groups[1:], *([text] if text else [])]


def _brief_card(contact: Contact) -> Group:
    office = paragraphs(contact.office, Level.SMALL) if contact.office else ()
    ways = (way for way in (contact.phone, contact.email) if way)
    return (
        *paragraphs(contact.name, Level.NAME),
        *office,
        *(paragraph for way in ways for paragraph in paragraphs(way, Level.UNDER)),
    )


def cards(section: Contacts, context: Context) -> Iterable[Card]:
    """Make a picture of all contacts."""
    del context
    people = joined(*(_card_line(contact) for contact in section.contacts))
    yield Card(fill(section.heading), Mood.OPEN, under=people)


def _card_line(contact: Contact) -> Fill:
    ways = (contact.office, contact.phone, contact.email)
    return joined(fill(contact.name), *(fill(way, 1) for way in ways if way))


KIND = Kind("contacts", Contacts, menus, drafts, brief, headed=True, cards=cards, listed=True)
