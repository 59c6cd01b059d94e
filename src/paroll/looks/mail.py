"""Mail: the back of a postcard, its left half for words, its right for stamp and address.

The lower 30 mm of the right half stay free: PostNord prints its sorting code there.
"""

from __future__ import annotations

from itertools import count, islice

from paroll.looks.house import House, band
from paroll.looks.leaflets import Surface, strip
from paroll.sheet import Mark
from paroll.units import Box, mm, pt

EDGE = mm(6)
"""How far the stamp stays from the corner."""
STAMP = (mm(24), mm(28))
"""Width and height of the place for a stamp."""
LINES, APART = 4, mm(8.5)
"""The lines for an address, and how far they stand apart."""
SORTED = mm(30)
"""What stays free at the foot of the right half."""
HAIR = pt(0.5)


def words_half(house: House) -> Surface:
    """Return the half of the back that is for words."""
    form = house.form
    return Surface(form.page._replace(w=form.width // 2), form.margin)


def mail_half(house: House) -> tuple[Mark, ...]:
    """Return the other half: white, so that a pen and a sorting machine can do their work."""
    page = house.form.page
    half = page._replace(x=page.w // 2, w=page.w - page.w // 2)
    width, height = STAMP
    stamp = Box(half.right - EDGE - width, half.y + EDGE, width, height)
    left, right = half.x + house.form.margin, half.right - house.form.margin
    lowest = half.bottom - SORTED - mm(1)
    heights = islice(count(lowest - (LINES - 1) * APART, APART), LINES)
    return (
        strip(house, Surface(half, house.form.margin), half.y, half.bottom, "clear"),
        band(stamp, "tint"),
        *(band(Box(left, y, right - left, HAIR), "muted") for y in heights),
    )
