"""How much of a programme a leaflet says: all of it in short, or only its gist.

What an author left out stays out, and words are never changed: whole paragraphs are taken in or
left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from paroll.kinds import KINDS
from paroll.kinds.kind import Context, Group, Level, Passage
from paroll.kinds.news import News
from paroll.kinds.points import Points
from paroll.programme.model import Programme, Section
from paroll.sheet import Paragraph
from paroll.tuples import NamedTuple

Matter = list[Group]
"""What a leaflet says, as groups that a column does not part."""

MOST_POINTS = (4, 3, 2, 1)
"""How many points of each section are tried where there is no room for all."""
_EXPLAINS = frozenset((Level.TEXT, Level.SMALL, Level.UNDER, Level.QUOTE, Level.SAID))
_POINTS = frozenset((Level.NUMBERED, Level.BULLETED))
_ALL = frozenset(Level)
_HEADING = frozenset((Level.HEADING, Level.HEADLINE))
_STATES = _HEADING | {Level.LEAD, Level.STATED}


def on_paper(programme: Programme) -> list[Section]:
    """Return the sections that leaflets show."""
    return [section for section in programme.sections if section.leaflet]


def in_short(sections: Iterable[Section], context: Context) -> Matter:
    """Say all of `sections`, points and news in their short forms."""
    return [group for section in sections for group in _said(section, context)]


def flowing(sections: Iterable[Section], context: Context) -> list[Passage]:
    """Say all of `sections` as running text does: tables are tables, not lines of words."""
    return [passage for section in sections for passage in _flowed(section, context)]


def gists(sections: Sequence[Section], context: Context) -> list[Gist]:
    """Return ever less of `sections`: no explanations, fewer points, in the end headings alone.

    What was chosen for social media is a gist, too, or the first of that. A heading of what is but
    a list (contacts, a table) is left out with it.
    """
    telling = [part for part in _parts(sections) if not KINDS[part.kind].listed]
    said = [_said(part, context) for part in telling]
    chosen = [_said(part, context) if part else [] for part in map(_chosen, telling)]
    told = [_told(groups) for groups in chosen]
    few = [[_first_points(groups, most) for groups in said] for most in MOST_POINTS]
    telling_ones = [*([_told(groups) for groups in some] for some in (said, *few)), chosen, told]
    ends = [n for n, groups in enumerate(told) if groups][:0:-1]
    firsts = [[*told[:n], *([] for _ in told[n:])] for n in ends]
    bare = [[_without(groups, _ALL - kept) for groups in said] for kept in (_STATES, _HEADING)]
    every = (*sorted(telling_ones, key=_length, reverse=True), *firsts, *bare)
    return [Gist(said, stands) for stands in every if any(stands)]


class Gist(NamedTuple):
    """What stands of what can be `said`, section by section."""

    said: Sequence[Matter]
    stands: Sequence[Matter]

    @property
    def matter(self) -> Matter:
        """What stands, one section after the other."""
        return [group for groups in self.stands for group in groups]

    def fuller(self, place: int) -> Iterator[Gist]:
        """Yield this gist with more of the section at `place`, the most first.

        What is but explanation does not come without what it explains.
        """
        said, stands = self.said[place], self.stands[place]
        kept = {paragraph for group in stands for paragraph in group}
        begun = [group for group in said if not kept.isdisjoint(group)]
        states, told = _without(said, _EXPLAINS), _told(said)
        opening = said[:1] if states == _without(said[:1], _EXPLAINS) else []
        few = (_first_points(told, most) for most in MOST_POINTS)
        tried = [stands]
        for form in (said, told, *few, begun, opening) if states else ():
            more = _only(said, kept.union(*form))
            if more not in tried:
                tried.append(more)
                yield self._replace(stands=[*self.stands[:place], more, *self.stands[place + 1 :]])

    @property
    def places(self) -> list[int]:
        """The places of its sections: those that stand before those that do not."""
        return sorted(range(len(self.said)), key=lambda place: not self.stands[place])


def _parts(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield `sections`, each piece of news by itself; a heading of all stands over the first."""
    for section in sections:
        if not isinstance(section, News):
            yield section
            continue
        for item in section.news:
            heading = section.heading if item is section.news[0] else None
            yield section.replaced(news=(item,), heading=heading)


def _only(groups: Matter, kept: Collection[Paragraph]) -> Matter:
    return [some for group in groups if (some := tuple(p for p in group if p in kept))]


def _length(stands: Sequence[Matter]) -> int:
    return sum(len(p.text) for groups in stands for group in groups for p in group)


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


def _told(groups: Matter) -> Matter:
    """Return groups without explanations; nothing if headings are all that leaves."""
    told = _without(groups, _EXPLAINS)
    return told if _without(told, _HEADING | {Level.OVER}) else []


def _without(groups: Matter, levels: Collection[int]) -> Matter:
    """Return groups without the paragraphs of some levels, and without those that leaves empty."""
    kept = (tuple(p for p in group if p.level not in levels) for group in groups)
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
