"""Teasers: one section of a programme on a panel of its own, as large as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from paroll.compose.column import Measure
from paroll.kinds.kind import BULLET, Group, Level
from paroll.layout.galley import whole_words
from paroll.layout.setting import inside, set_text, widest
from paroll.looks.folders import Leaf
from paroll.looks.house import HEADING, House, Palette, body_style, heading_style, whole
from paroll.programme.model import Section
from paroll.sheet import MarkerStyle, Paragraph, Role, Slot, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt, to_pt

TEASER = "Teaser"
LEAST = 16
"""The smallest size of the sentence that is the idea, in points."""
BODY_PART, LEAST_BODY, EMS = 0.46, 10, 16
"""The size of the text under it: a part of it, at least so many points, at most a line of so many
ems."""
FIGURE = 0.54
"""The largest size of a figure, as a part of the room's width."""
OVER_FIGURE = 0.12
"""The space above a figure, as a part of its size: its Ö must not touch what stands there."""
STRIKING = ("figure", "quote", "statement")
"""The kinds of section that are one idea, the most striking first."""


def striking(sections: Iterable[Section]) -> list[Section]:
    """Return the sections that are one idea, the best first.

    Those that the author chose to show alone, in a picture, come before others of their kind.
    """
    ideas = [section for section in sections if section.kind in STRIKING]
    return sorted(ideas, key=lambda section: (STRIKING.index(section.kind), not section.social))


class _Sizes(NamedTuple):
    """Sizes in EMU: of the idea, of the text under it, of a figure."""

    hero: Emu
    body: Emu
    figure: Emu


def teased(house: House, leaf: Leaf, measure: Measure, groups: Sequence[Group]) -> Text | None:
    """Set a section as large as the panel allows; None if it holds it in no size."""
    said = [paragraph for group in groups for paragraph in group]
    for sizes in _sizes(house, leaf, said):
        slot = Slot(TEASER, Role.BODY, leaf.room, _levels(sizes, leaf.palette), leaf.anchor)
        text = set_text(measure.case, slot, said, divide=whole_words)
        if inside(text):
            return text
    return None


def _sizes(house: House, leaf: Leaf, said: Sequence[Paragraph]) -> Iterator[_Sizes]:
    figure = _widest(house, leaf, [p.text for p in said if p.level in (Level.FIGURE, Level.HEADED)])
    for hero in house.sizes(to_pt(leaf.largest), LEAST):
        body = max(LEAST_BODY, min(to_pt(leaf.room.w) / EMS, to_pt(hero) * BODY_PART))
        yield _Sizes(hero, house.sizes(body, 0)[0], figure)


def _widest(house: House, leaf: Leaf, figures: list[str]) -> Emu:
    """Return the largest size of the brand at which each of `figures` stands on one line."""
    sizes = house.sizes(to_pt(leaf.room.w) * FIGURE, LEAST)
    if not figures:
        return sizes[0]
    unit = widest(house.case, heading_style(pt(100), "ink"), figures)
    return next((size for size in sizes if unit * size / pt(100) <= leaf.room.w * 0.98), sizes[-1])


def _levels(sizes: _Sizes, palette: Palette) -> tuple[Style, ...]:
    """Return the styles of a teaser in the order of `Level`."""
    hero, size, figure = sizes
    body = body_style(size, palette.body)
    idea = heading_style(hero, palette.heading, 1.08)
    number = MarkerStyle(HEADING, whole(size * 1.2), palette.accent)
    hung = _spaced(body, 0.7)._replace(indent=whole(size * 1.8), marker=number)
    bullet = MarkerStyle(HEADING, size, palette.accent, BULLET)
    styles = {
        Level.HEADING: _spaced(heading_style(whole(size * 1.9), palette.heading, 1.04), 0.6),
        Level.NUMBERED: hung,
        Level.BULLETED: hung._replace(indent=whole(size * 1.1), marker=bullet),
        Level.TEXT: _spaced(body, 0.9),
        Level.SMALL: _spaced(body_style(whole(size * 0.9), palette.quiet), 0.5),
        Level.FIGURE: _spaced(heading_style(figure, palette.heading, 0.95), OVER_FIGURE),
        Level.NAME: _spaced(body_style(size, palette.body, bold=True), 0.8),
        Level.QUOTE: idea,
        Level.LEAD: idea,
        Level.UNDER: _spaced(body, 0.1),
        Level.UNIT: heading_style(min(hero, figure // 2), palette.heading, 1.0),
    }
    styles |= {Level.OVER: styles[Level.NAME], Level.HEADED: styles[Level.FIGURE]}
    styles |= {Level.HEADLINE: styles[Level.HEADING], Level.STATED: styles[Level.LEAD]}
    styles[Level.SAID] = styles[Level.TEXT]
    return tuple(styles[level] for level in Level)


def _spaced(style: Style, sizes: float) -> Style:
    return style._replace(before=round(style.size * sizes))
