"""What folders and booklets say: more than a single sheet, where there is room in full."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.kinds.news import News, NewsItem
from paroll.kinds.points import Points
from paroll.kinds.quote import Quote
from paroll.programme.model import Point, Programme, Section


def matter(programme: Programme, *, ample: bool) -> list[Section]:
    """Return the sections that folders show; with `ample` room in full, else in short forms."""
    shown = [section for section in programme.sections if _is_shown(section)]
    return [part for section in shown for part in _parts(section, ample=ample)]


def _is_shown(part: Section | Point) -> bool:
    return part.leaflet if part.folder is None else part.folder


def _parts(section: Section, *, ample: bool) -> Iterator[Section]:
    """Yield a section, or what it falls into where there is room for all of it."""
    if isinstance(section, Points):
        points = tuple(_point(point, ample=ample) for point in section.points)
        yield section.replaced(points=points)
    elif isinstance(section, News) and ample:
        for item in section.news:
            yield from _news(section, item)
    else:
        yield section


def _point(point: Point, *, ample: bool) -> Point:
    return point.replaced(leaflet=_is_shown(point), short=None if ample else point.short)


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
