"""Event: what, when, where, and under which parole."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

from paroll.finding import Span
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
    layout,
    link_paragraph,
    note_of,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Address, Section, Words
from paroll.sheet import Anchor, Layout, Paragraph, Slot
from paroll.source import NOWHERE, Plain, Record, documented
from paroll.units import Box, pt


class Occasion(Record):
    """When and where people meet, and under which words."""

    when: Plain = documented("Day and time.", example="1 maj 2017, kl. 12.00")
    where: Plain | None = documented(
        "The place.", example="Norra Bantorget, Stockholm", default=None
    )
    text: Words | None = documented("What will happen.", default=None)
    parole: Plain | None = documented(
        "The day's slogan.", example="Svenska modellen ska utvecklas", default=None
    )
    link: Address | None = documented("Where to read more.", default=None)
    span: Span = NOWHERE


class Event(Section):
    """An invitation."""

    EXAMPLE: ClassVar[str] = """\
heading: Första maj
event:
  when: 1 maj 2017
  where: Stockholm
  parole: Svenska modellen ska utvecklas – inte avvecklas
  text: Välkommen att fira Första maj i Stockholm!
"""

    heading: Words = documented("What people come to.", example="Första maj")
    event: Occasion = documented("When, where and why.")


WHEN, PAROLE = "When and where", "Parole"
STEPS = (
    (40, 72, 22),
    (40, 66, 20),
    (40, 60, 20),
    (36, 54, 20),
    (36, 44, 20),
    (32, 36, 18),
)
ALONE = ((72, 24), (60, 24), (48, 22), (40, 20), (36, 18))


def menus(house: House) -> tuple[Menu, ...]:
    """Return the layouts of an event with a parole, which is then the picture, and without."""
    return (_with_parole(house), _alone(house))


def _with_parole(house: House) -> Menu:
    return Menu(partial(_layout, house), STEPS, len(STEPS))


@lru_cache
def _layout(house: House, size: float, parole: float, small: float) -> Layout:
    page = stage(house, Mood.STRONG)
    words = heading_style(pt(parole), page.palette.heading, 1.04)
    return layout(
        page,
        "event",
        f"Event {parole}",
        _title(house, page, part(page.room, 0, 0, 0.97, 0.14), size),
        _when_slot(house, page, part(page.room, 0, 0.14, 0.97, 0.24), small),
        body_slot(house, part(page.room, 0, 0.26, 0.97, 0.7), (words,), Anchor.MIDDLE, PAROLE),
        _text_slot(house, page, part(page.room, 0, 0.71, 0.85, 1), small),
    )


def _alone(house: House) -> Menu:
    return Menu(partial(_layout_alone, house), ALONE, len(ALONE))


@lru_cache
def _layout_alone(house: House, size: float, small: float) -> Layout:
    page = stage(house, Mood.STRONG)
    return layout(
        page,
        "event",
        f"Event without parole {size}",
        _title(house, page, part(page.room, 0, 0, 0.97, 0.48), size),
        _when_slot(house, page, part(page.room, 0, 0.5, 0.97, 0.6), small),
        _text_slot(house, page, part(page.room, 0, 0.64, 0.8, 1), small),
    )


def _title(house: House, page: Stage, box: Box, size: float) -> Slot:
    return title_slot(house, box, heading_style(pt(size), page.palette.heading))


def _when_slot(house: House, page: Stage, box: Box, size: float) -> Slot:
    style = body_style(pt(size), page.palette.body, bold=True)
    return body_slot(house, box, (style,), Anchor.MIDDLE, WHEN)


def _text_slot(house: House, page: Stage, box: Box, size: float) -> Slot:
    style = body_style(pt(size), page.palette.body, before=0.4)
    return body_slot(house, box, (style,), Anchor.BOTTOM)


def drafts(section: Event, context: Context) -> Iterable[Draft]:
    """Set what is known of the event."""
    event = section.event
    fills: dict[str, Fill] = {TITLE: fill(section.heading), WHEN: fill(_when(section))}
    if event.parole:
        fills[PAROLE] = fill(event.parole)
    rest = (*_text(section, 0), *_more(section, context, 0))
    if rest:
        fills[BODY] = Fill(rest, event.span)
    menu = (_with_parole if event.parole else _alone)(context.house)
    yield Draft(menu, fills, notes=note_of(section))


def _when(section: Event) -> Plain:
    event = section.event
    return Plain(", ".join(str(v) for v in (event.when, event.where) if v), event.when.span)


def _text(section: Event, level: int) -> tuple[Paragraph, ...]:
    return paragraphs(section.event.text, level) if section.event.text else ()


def _more(section: Event, context: Context, level: int) -> tuple[Paragraph, ...]:
    link = section.event.link
    return (link_paragraph(context.house.phrases.more, link, level),) if link else ()


def brief(section: Event, context: Context) -> Iterable[Group]:
    """Say when, where and under which parole."""
    parole = section.event.parole
    return [
        (
            *paragraphs(section.heading, Level.HEADING),
            *paragraphs(_when(section), Level.NAME),
            *(paragraphs(parole, Level.NAME) if parole else ()),
            *_text(section, Level.UNDER),
            *_more(section, context, Level.SMALL),
        )
    ]


def cards(section: Event, context: Context) -> Iterable[Card]:
    """Make a picture of the parole, or of what it is, with when and where."""
    del context
    parole = section.event.parole
    hero, over = (fill(parole), section.heading) if parole else (fill(section.heading), None)
    yield Card(hero, over=over, under=fill(_when(section)))


KIND = Kind("event", Event, menus, drafts, brief, headed=True, cards=cards, striking=True)
