"""News: a headline, what it is about, where to read more."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import ClassVar

from paroll.finding import Span
from paroll.kinds.kind import (
    BODY,
    LOCATOR,
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
from paroll.kinds.quote import quotation, quoted
from paroll.layout.fit import Fill, Menu
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Address, Section, Words
from paroll.sheet import Anchor, Layout, Slot
from paroll.source import NOWHERE, Plain, Record, documented
from paroll.units import pt


class NewsItem(Record):
    """A piece of news: its headline, what happened, what somebody says about it."""

    TITLE: ClassVar[str] = "news item"
    SHORTHAND: ClassVar[str] = "headline"

    headline: Words = documented("The headline.", example="S avvaktar med regionbudget för 2021")
    lead: Words | None = documented("What happened.", default=None)
    quote: Words | None = documented("What somebody says about it.", default=None)
    name: Plain | None = documented("Who says it.", default=None)
    office: Plain | None = documented("What they are.", default=None)
    link: Address | None = documented(
        "Where to read more.", example="www.vgregion.se", default=None
    )
    short: Words | None = documented("A shorter wording for leaflets.", default=None)
    social: bool = documented("Whether it becomes a picture for social media.", default=False)
    span: Span = NOWHERE


class News(Section):
    """News, one after the other."""

    EXAMPLE: ClassVar[str] = """\
heading: Nyheter från regionen
news:
  - headline: S avvaktar med regionbudget för 2021
    lead: Vad de ekonomiska konsekvenserna av coronakrisen blir är omöjligt att avgöra.
    quote: Istället avser vi att återkomma till hösten.
    name: Helén Eliasson (S)
    office: oppositionsregionråd och gruppledare
    link: www.socialdemokraterna.se/vgr
  - Välkommen reform för en trygg, säker och jämlik vård
"""

    news: tuple[NewsItem, ...] = documented("The news, the latest first.")


MORE = "More"
COMFORTABLE = 6
STEPS = (
    (54, 24),
    (54, 22),
    (54, 20),
    (44, 24),
    (44, 22),
    (44, 20),
    (36, 20),
    (32, 18),
)
ALONE = (80, 66, 54, 44, 36, 32)
"""Sizes of a headline that has its page to itself."""


def menus(house: House) -> tuple[Menu, ...]:
    """Return the layouts of a headline with a lead, and those of a headline alone."""
    alone = Menu(partial(_alone, house), [(size,) for size in ALONE], len(ALONE))
    return (Menu(partial(_layout, house), STEPS, COMFORTABLE), alone)


@lru_cache
def _alone(house: House, size: float) -> Layout:
    page = stage(house, Mood.OPEN)
    style = heading_style(pt(size), page.palette.heading)
    title = title_slot(house, part(page.room, 0, 0.11, 0.97, 0.9), style, Anchor.MIDDLE)
    return layout(page, "news", f"Headline {size}", _over(house, page), title, _more(house, page))


@lru_cache
def _layout(house: House, size: float, small: float) -> Layout:
    page = stage(house, Mood.OPEN)
    palette = page.palette
    return layout(
        page,
        "news",
        f"News {size}/{small}",
        _over(house, page),
        title_slot(
            house,
            part(page.room, 0, 0.08, 0.97, 0.42),
            heading_style(pt(size), palette.heading),
            Anchor.BOTTOM,
        ),
        body_slot(
            house,
            part(page.room, 0, 0.47, 0.86, 0.9),
            (body_style(pt(small), palette.body, before=0.6),),
            Anchor.TOP,
        ),
        _more(house, page),
    )


def _over(house: House, page: Stage) -> Slot:
    style = body_style(pt(16), page.palette.accent, bold=True)
    return body_slot(house, part(page.room, 0, 0, 0.9, 0.07), (style,), name=LOCATOR)


def _more(house: House, page: Stage) -> Slot:
    style = body_style(pt(18), page.palette.body, bold=True)
    return body_slot(house, part(page.room, 0, 0.92, 0.8, 1), (style,), Anchor.BOTTOM, MORE)


def drafts(section: News, context: Context) -> Iterable[Draft]:
    """Set each item on a page of its own; a quotation in it follows on the next.

    An item that is nothing but a quotation is set as one, its headline above.
    """
    for item in section.news:
        if item.lead or not item.quote:
            yield _item(section, item, context, note_of(section))
        if item.quote:
            heading = [section.heading] if section.heading else []
            over = [] if item.lead else [*heading, item.headline]
            who = (item.name, item.office)
            yield quotation(context, over, item.quote, who, note_of(section))


def _item(section: News, item: NewsItem, context: Context, notes: str) -> Draft:
    fills: dict[str, Fill] = {}
    if section.heading:
        fills[LOCATOR] = fill(section.heading)
    fills[TITLE] = fill(item.headline)
    if item.lead:
        fills[BODY] = fill(item.lead)
    if item.link:
        more = link_paragraph(context.house.phrases.more, item.link, 0)
        fills[MORE] = Fill((more,), item.link.span)
    usual, alone = menus(context.house)
    menu = usual if item.lead else alone
    return Draft(menu, fills, divides=BODY if item.lead else "", notes=notes)


def brief(section: News, context: Context) -> Iterable[Group]:
    """Say each item in short, one after the other."""
    first, *rest = section.news
    others = (_brief_item(item, context, Level.HEADING) for item in rest)
    if not section.heading:
        return [_brief_item(first, context, Level.HEADING), *others]
    over = paragraphs(section.heading, Level.OVER)
    return [(*over, *_brief_item(first, context, Level.HEADLINE)), *others]


def _brief_item(item: NewsItem, context: Context, level: Level) -> Group:
    text = item.short or item.lead
    body = paragraphs(text, Level.TEXT) if text else ()
    who = (item.name, item.office)
    said = quoted(item.quote, who, Level.SAID) if item.quote and not text else ()
    more = context.house.phrases.more
    link = (link_paragraph(more, item.link, Level.SMALL),) if item.link else ()
    return (*paragraphs(item.headline, level), *body, *said, *link)


def cards(section: News, context: Context) -> Iterable[Card]:
    """Make a picture of each headline."""
    del context
    for item in section.news:
        yield Card(fill(item.headline), Mood.TINT, over=section.heading, chosen=item.social)


KIND = Kind("news", News, menus, drafts, brief, headed=True, cards=cards)
