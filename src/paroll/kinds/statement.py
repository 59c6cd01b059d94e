"""Statement: one sentence large, its explanation small, air between."""

from __future__ import annotations

from collections.abc import Iterable
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
    layout,
    note_of,
    paragraphs,
    part,
    title_slot,
)
from paroll.layout.fit import Menu
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Section, Words
from paroll.sheet import Anchor, Layout, Slot
from paroll.source import documented
from paroll.units import pt


class Statement(Section):
    """One sentence, large, with its explanation below."""

    EXAMPLE: ClassVar[str] = """\
statement: Handling säger mer än ord
text: |
  Nu presenterar vi ett handlingsprogram för de första hundra dagarna.

  Socialdemokraterna är redo att gå till handling **direkt**.
"""

    statement: Words = documented("The sentence.", example="Handling säger mer än ord")
    text: Words | None = documented("What it means, in short.", default=None)


STEPS = ((66, 24), (54, 24), (54, 22), (48, 24), (48, 22), (44, 22), (36, 20))
ALONE = (88, 72, 60, 48, 40)


def menus(house: House) -> tuple[Menu, ...]:
    """Return the layouts with an explanation, and those of a sentence alone."""
    return (_with_text(house), _alone(house))


def _with_text(house: House) -> Menu:
    return Menu(partial(_layout, house), STEPS, len(STEPS))


@lru_cache
def _layout(house: House, size: float, small: float) -> Layout:
    page = stage(house, Mood.OPEN)
    return layout(
        page,
        "statement",
        f"Statement {size}/{small}",
        _over(house, page),
        title_slot(
            house,
            part(page.room, 0, 0.1, 0.97, 0.67),
            heading_style(pt(size), page.palette.heading),
        ),
        body_slot(
            house,
            part(page.room, 0, 0.68, 0.72, 1),
            (body_style(pt(small), page.palette.body, before=0.5),),
            Anchor.BOTTOM,
        ),
    )


def _alone(house: House) -> Menu:
    return Menu(partial(_layout_alone, house), [(size,) for size in ALONE], len(ALONE))


@lru_cache
def _layout_alone(house: House, size: float) -> Layout:
    page = stage(house, Mood.OPEN)
    style = heading_style(pt(size), page.palette.heading)
    title = title_slot(house, part(page.room, 0, 0.1, 0.97, 0.9), style, Anchor.MIDDLE)
    return layout(page, "statement", f"Statement alone {size}", _over(house, page), title)


def _over(house: House, page: Stage) -> Slot:
    """Return the slot of a heading, small over the sentence."""
    style = body_style(pt(18), page.palette.quiet, bold=True)
    return body_slot(house, part(page.room, 0, 0, 0.95, 0.08), (style,), name=OVERLINE)


def drafts(section: Statement, context: Context) -> Iterable[Draft]:
    """Set the sentence, and its explanation if there is one."""
    texts = {OVERLINE: section.heading, TITLE: section.statement, BODY: section.text}
    fills = {name: fill(words) for name, words in texts.items() if words}
    menu = (_with_text if section.text else _alone)(context.house)
    yield Draft(menu, fills, notes=note_of(section))


def brief(section: Statement, context: Context) -> Iterable[Group]:
    """Say the sentence in the heading face, not as large as a heading."""
    del context
    heading = paragraphs(section.heading, Level.OVER) if section.heading else ()
    level = Level.STATED if heading else Level.LEAD
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    return [(*heading, *paragraphs(section.statement, level), *text)]


def cards(section: Statement, context: Context) -> Iterable[Card]:
    """Make a picture of the sentence; its explanation would be a second idea."""
    del context
    yield Card(fill(section.statement), over=section.heading)


KIND = Kind("statement", Statement, menus, drafts, brief, cards=cards, striking=True)
