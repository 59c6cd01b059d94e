"""Event: what, when, where, and under which parole."""

from __future__ import annotations

from collections.abc import Iterable

from paroll.kinds.fields import Event
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
    layout,
    link_paragraph,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.sheet import Anchor, Layout, Paragraph
from paroll.source import Plain
from paroll.units import pt

WHEN, PAROLE = "When and where", "Parole"
STEPS = ((80, 40, 24), (66, 36, 22), (54, 32, 20), (44, 28, 18))


def menus(house: House) -> tuple[Menu, ...]:
    """Return a layout for each step."""
    return (Menu(tuple(_layout(house, *step) for step in STEPS), len(STEPS)),)


def _layout(house: House, size: float, parole: float, small: float) -> Layout:
    page = stage(house, Mood.STRONG)
    palette = page.palette
    return layout(
        page,
        "event",
        f"Event {size}",
        title_slot(
            house,
            part(page.room, 0, 0, 0.97, 0.28),
            heading_style(pt(size), palette.heading),
            Anchor.BOTTOM,
        ),
        body_slot(
            house,
            part(page.room, 0, 0.28, 0.97, 0.4),
            (body_style(pt(small), palette.body, bold=True),),
            Anchor.MIDDLE,
            WHEN,
        ),
        body_slot(
            house,
            part(page.room, 0, 0.42, 0.85, 0.68),
            (heading_style(pt(parole), palette.heading, 1.08),),
            Anchor.MIDDLE,
            PAROLE,
        ),
        body_slot(
            house,
            part(page.room, 0, 0.7, 0.72, 1),
            (body_style(pt(small), palette.body, before=0.4),),
            Anchor.BOTTOM,
        ),
    )


def drafts(section: Event, context: Context) -> Iterable[Draft]:
    """Set what is known of the event."""
    event = section.event
    fills: dict[str, Fill] = {TITLE: fill(section.heading), WHEN: fill(_when(section))}
    if event.parole:
        fills[PAROLE] = fill(event.parole)
    rest = (*_text(section, 0), *_more(section, context, 0))
    if rest:
        fills[BODY] = Fill(rest, event.span)
    (menu,) = menus(context.house)
    yield Draft(menu, fills, notes=section.note.text if section.note else "")


def _when(section: Event) -> Plain:
    event = section.event
    return Plain(", ".join(str(v) for v in (event.when, event.where) if v), event.when.span)


def _text(section: Event, level: int) -> tuple[Paragraph, ...]:
    return paragraphs(section.event.text, level) if section.event.text else ()


def _more(section: Event, context: Context, level: int) -> tuple[Paragraph, ...]:
    link = section.event.link
    return (link_paragraph(context.house.phrases.more, link.text, level),) if link else ()


def brief(section: Event, context: Context) -> Iterable[Group]:
    """Say when, where and under which parole."""
    parole = section.event.parole
    return [
        (
            *paragraphs(section.heading, Level.HEADING),
            *paragraphs(_when(section), Level.NAME),
            *(paragraphs(parole, Level.NAME) if parole else ()),
            *_text(section, Level.TEXT),
            *_more(section, context, Level.SMALL),
        )
    ]


KIND = Kind("event", Event, menus, drafts, brief)
