"""How much of a programme a leaflet says: all of it in short, or only its gist.

What an author left out stays out, and words are never changed: whole paragraphs are taken in or
left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from paroll.kinds import KINDS
from paroll.kinds.kind import Context, Group, Level, Passage
from paroll.kinds.news import News
from paroll.kinds.points import Points
from paroll.programme.model import Programme, Section

Matter = list[Group]
"""What a leaflet says, as groups that a column does not part."""

MOST_POINTS = (4, 3, 2, 1)
"""How many points of each section are tried where there is no room for all."""
_EXPLAINS = frozenset((Level.TEXT, Level.SMALL, Level.UNDER, Level.QUOTE, Level.SAID))
_POINTS = frozenset((Level.NUMBERED, Level.BULLETED))
_ALL = frozenset(Level)
_STATES = frozenset((Level.HEADING, Level.LEAD))


def on_paper(programme: Programme) -> list[Section]:
    """Return the sections that leaflets show."""
    return [section for section in programme.sections if section.leaflet]


def in_short(sections: Iterable[Section], context: Context) -> Matter:
    """Say all of `sections`, points and news in their short forms."""
    return [group for section in sections for group in _said(section, context)]


def flowing(sections: Iterable[Section], context: Context) -> list[Passage]:
    """Say all of `sections` as running text does: tables are tables, not lines of words."""
    return [passage for section in sections for passage in _flowed(section, context)]


def gists(sections: Sequence[Section], context: Context) -> list[Matter]:
    """Return ever less of `sections`: no explanations, fewer points, in the end headings alone.

    What was chosen for social media is a gist, too. A heading of what is but a list (contacts, a
    table) is left out with it.
    """
    telling = [section for section in sections if not KINDS[section.kind].listed]
    said = [_said(section, context) for section in telling]
    chosen = [_said(section, context) for section in map(_chosen, telling) if section]
    few = ([_first_points(groups, most) for groups in said] for most in MOST_POINTS)
    telling_ones = [
        _without(said, _EXPLAINS),
        *(_without(groups, _EXPLAINS) for groups in few),
        _without(chosen, ()),
        _without(chosen, _EXPLAINS),
    ]
    bare = [_without(said, _ALL - _STATES), _without(said, _ALL - {Level.HEADING})]
    return [m for m in (*sorted(telling_ones, key=_length, reverse=True), *bare) if m]


def _length(matter: Matter) -> int:
    return sum(len(paragraph.text) for group in matter for paragraph in group)


def _said(section: Section, context: Context) -> Matter:
    return [group for group in KINDS[section.kind].brief(section, context) if group]


def _flowed(section: Section, context: Context) -> Iterable[Passage]:
    flowed = KINDS[section.kind].flowed
    return flowed(section, context) if flowed else _said(section, context)


def _chosen(section: Section) -> Section | None:
    """Return what of a section was chosen for social media."""
    if section.social:
        return section
    if isinstance(section, Points):
        points = tuple(point for point in section.points if point.social)
        return section.replaced(points=points) if points else None
    if isinstance(section, News):
        news = tuple(item for item in section.news if item.social)
        return section.replaced(news=news) if news else None
    return None


def _without(said: Iterable[Matter], levels: Collection[int]) -> Matter:
    """Return groups without the paragraphs of some levels, and without those that leaves empty."""
    kept = (tuple(p for p in group if p.level not in levels) for groups in said for group in groups)
    return [group for group in kept if group]


def _first_points(groups: Matter, most: int) -> Matter:
    """Return the groups of a section with its first points only."""
    kept: Matter = []
    for group in groups:
        if any(paragraph.level in _POINTS for paragraph in group):
            most -= 1
            if most < 0:
                continue
        kept.append(group)
    return kept
