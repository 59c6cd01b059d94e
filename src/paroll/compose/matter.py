"""What is said where there is room: sections in full; what folders and booklets say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from paroll.kinds.news import News, NewsItem
from paroll.kinds.points import Points
from paroll.kinds.quote import Quote
from paroll.programme.model import Point, Programme, Section
from paroll.tuples import NamedTuple


def matter(programme: Programme, *, ample: bool) -> list[Section]:
    """Return the sections that folders show; with `ample` room in full, else in short forms."""
    shown = [_shown(section) for section in programme.sections if _is_shown(section)]
    return in_full(shown) if ample else shown


def in_full(sections: Iterable[Section]) -> list[Section]:
    """Return `sections`, or what they fall into where there is room for all of them."""
    return [part for section in sections for part in _parts(section)]


class Tie(NamedTuple):
    """A piece of news, and what somebody says about it."""

    news: News
    said: Section


def ties(sections: Sequence[Section]) -> list[Tie]:
    """Return the news among `sections` in full that somebody says something about."""
    return [
        Tie(news, said)
        for news, said in pairwise(sections)
        if isinstance(news, News) and isinstance(said, Quote) and said.span == news.news[0].span
    ]


def _shown(section: Section) -> Section:
    if not isinstance(section, Points):
        return section
    points = tuple(point.replaced(leaflet=_is_shown(point)) for point in section.points)
    return section.replaced(points=points)


def _is_shown(part: Section | Point) -> bool:
    return part.leaflet if part.folder is None else part.folder


def _parts(section: Section) -> Iterator[Section]:
    if isinstance(section, Points):
        points = tuple(point.replaced(short=None) for point in section.points)
        yield section.replaced(points=points)
    elif isinstance(section, News):
        for item in section.news:
            yield from _news(section, item)
    else:
        yield section


def _news(section: News, item: NewsItem) -> Iterator[Section]:
    """Yield a piece of news in full, and what is said about it as a quotation."""
    text = item.lead or item.short
    apart = item.quote if text and item.name else None
    news = item.replaced(lead=text, short=None, quote=None if apart else item.quote)
    heading = section.heading if item is section.news[0] else None
    yield section.replaced(news=(news,), heading=heading)
    if apart and item.name:
        name, office, social, span = item.name, item.office, item.social, item.span
        yield Quote(quote=apart, name=name, office=office, kind="quote", social=social, span=span)
