"""The key: names of series beside a spot of their colour, where bars have no room for them."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.layout.charts import labels
from paroll.layout.charts.figures import Job, Misfit
from paroll.sheet import Shape, Text
from paroll.units import Box, Emu, pt

KEY_GAP = pt(14)
"""The space below the key."""
BETWEEN = 1.1
"""The space between two names, as a part of their size."""
BEHIND = 2
"""The space between the last name and the unit, likewise."""
SPOT, ASIDE = 0.62, 0.4
"""How wide a spot is and how far its name stands from it, likewise."""


def key_height(job: Job) -> Emu:
    """Return how high the key is."""
    return job.names.leading


def key_width(job: Job) -> Emu:
    """Return how wide the key is."""
    names = [strand.name for strand in job.figures.strands]
    return sum(_step(job, name) for name in names) - round(BETWEEN * job.names.size)


def _step(job: Job, name: str) -> Emu:
    """Return how far the next name stands from where this one begins."""
    aside = round((SPOT + ASIDE + BETWEEN) * job.names.size)
    return labels.width(job.case, job.names, name) + aside


def crowded(job: Job) -> Misfit | None:
    """Return the longest name if the key is wider than the chart."""
    over = key_width(job) + _unit_width(job) - job.room.w
    if over <= 0:
        return None
    strand = max(job.figures.strands, key=lambda s: labels.width(job.case, job.names, s.name))
    room = max(1, labels.width(job.case, job.names, strand.name) - over)
    box = Box(0, 0, room, job.names.leading)
    return labels.too_long(job.names, strand.name, box, strand.span)


def set_unit(job: Job, key: Box) -> Text | None:
    """Set the unit of all numbers behind the key, where it stands at none of them."""
    figures = job.figures
    if not figures.apart:
        return None
    style = job.names._replace(colour=job.quiet.colour)
    width = labels.width(job.case, style, figures.unit)
    box = Box(key.x + key.w + _unit_width(job) - width, key.y, width, key.h)
    return labels.line(job.case, style, figures.unit, box)


def _unit_width(job: Job) -> Emu:
    """Return how wide the unit is with the space before it; 0 where it stands at the numbers."""
    if not job.figures.apart:
        return 0
    return labels.width(job.case, job.names, job.figures.unit) + round(BEHIND * job.names.size)


def set_key(job: Job, top: Emu) -> tuple[Box, tuple[Shape | Text, ...]]:
    """Return the box of the key and what stands in it."""
    box = Box(job.room.x, top, key_width(job), key_height(job))
    return box, tuple(_entries(job, box))


def _entries(job: Job, box: Box) -> Iterator[Shape | Text]:
    style, x = job.names, box.x
    spot, aside = round(SPOT * style.size), round(ASIDE * style.size)
    for number, strand in enumerate(job.figures.strands):
        yield Shape(Box(x, box.y + (box.h - spot) // 2, spot, spot), job.colours(number)[0])
        width = labels.width(job.case, style, strand.name)
        words = Box(x + spot + aside, box.y, width, box.h)
        yield labels.line(job.case, style, strand.name, words, strand.span)
        x += _step(job, strand.name)
