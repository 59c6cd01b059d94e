"""Hooks: a figure of the programme, large on the front between slogan and title."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.kinds.figure import Figure
from paroll.kinds.kind import paragraphs
from paroll.layout.galley import whole_words
from paroll.layout.setting import inside, set_text, widest
from paroll.looks.covers import Cover
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.leaflets import tight
from paroll.programme.model import Programme
from paroll.sheet import Anchor, Role, Slot, Text
from paroll.units import Box, Emu, mm, pt, to_pt

NUMBER, WORDS = "Number", "Meaning"
LOWEST = mm(24)
"""How high a room must be at least for a figure that is seen from afar."""
CAP, FOOT, APART = 0.7, 0.2, 1.3
"""The height of a number and what is below its baseline, as parts of its size; and how far it
stands from the title, in sizes of that."""
SHARE, HIGH, TALL = 0.52, 0.9, 0.5
"""How much of the width a number takes at most beside its words, and of the height at most and at
least."""
SLACK = 1.03
"""How much wider than a number its slot is."""
UNIT, HEADING = 0.32, 0.62
"""The size of the unit at most, as a part of the number's; of the heading, of the unit's."""
LEAST = 12
"""The size of the heading at least, in points."""


def hook(programme: Programme) -> Figure | None:
    """Return the figure for the front: with a heading, and not in slogan or title already.

    Those chosen for pictures come before others. A title that begins with a number has its own.
    """
    said = " ".join(str(line) for line in (*programme.slogan, programme.title))
    if str(programme.title)[:1].isdigit():
        return None
    found = [
        section
        for section in programme.sections
        if isinstance(section, Figure) and section.leaflet and section.heading
    ]
    new = [figure for figure in found if figure.figure.text not in said]
    return min(new, key=lambda figure: not figure.social, default=None)


def hooked(house: House, page: Cover, title: Text, figure: Figure) -> tuple[Text, ...]:
    """Set `figure` in the room that a title leaves in its box, and return both.

    Nothing where that is too low.
    """
    first = title.lines[0]
    size = max(run.size for run in first.runs)
    foot = first.y - round(size * CAP) - max(round(size * APART), page.title.h // 8)
    room = Box.between(page.title.x, page.title.y, page.title.right, foot)
    if room.h < LOWEST:
        return ()
    unit = heading_style(pt(100), "ink", 1.0)
    per_em = widest(house.case, unit, (figure.figure.text,)) / pt(100) * SLACK
    number = pt(int(min(to_pt(room.h) * HIGH / CAP, to_pt(room.w) * SHARE / per_em)))
    if number * CAP < room.h * TALL:
        return ()  # a long one would be no larger than a title
    x = room.x + round(number * per_em) + max(mm(4), number // 14)
    beside = Box.between(x, room.bottom - round(number * (CAP + 0.03)), room.right, room.bottom)
    words = next(_words(house, page, beside, figure, number), None)
    left = Box.between(room.x, room.y, x, room.bottom)
    return (_number(house, page, left, figure, number), words, tight(title)) if words else ()


def _number(house: House, page: Cover, room: Box, figure: Figure, size: Emu) -> Text:
    """Set the number with its baseline on the foot of `room`."""
    style = heading_style(size, page.on_title.heading, 1.0)
    box = room._replace(y=room.bottom - size + round(FOOT * size), h=size)
    slot = Slot(NUMBER, Role.BODY, box, (style,), Anchor.BOTTOM)
    return set_text(house.case, slot, paragraphs(figure.figure, 0))


def _words(house: House, page: Cover, room: Box, figure: Figure, number: Emu) -> Iterator[Text]:
    """Yield unit and heading in sizes at which they stand on the foot of `room`, largest first."""
    colour = page.on_title.heading
    unit = paragraphs(figure.unit, 0) if figure.unit else ()
    heading = paragraphs(figure.heading, 1) if figure.heading else ()
    for large in house.sizes(to_pt(number) * UNIT, LEAST / HEADING):
        small = house.sizes(to_pt(large) * HEADING, LEAST)[0]
        levels = (
            heading_style(large, colour, 1.0),
            body_style(small, colour, before=0.3, bold=True),
        )
        box = Box.between(room.x, room.y, room.right, room.bottom + round(FOOT * small))
        slot = Slot(WORDS, Role.BODY, box, levels, Anchor.BOTTOM)
        words = set_text(house.case, slot, (*unit, *heading), divide=whole_words)
        if inside(words):
            yield words
