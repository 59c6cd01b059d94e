"""The pages of a file as preflight sees them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pikepdf

from paroll.preflight.contents.fonts import Font
from paroll.preflight.contents.matrices import Matrix, placed
from paroll.preflight.contents.painted import Sheet
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.scripts import Scripts
from paroll.preflight.contents.state import State
from paroll.preflight.contents.steps import MOST_BYTES, Budget
from paroll.preflight.contents.walk import Scene, Walk
from paroll.preflight.extras import hidden
from paroll.preflight.reading import box, data, entry, identity, items, number
from paroll.units import Rect

A4 = Rect(0, 0, 595, 842)
MOST_PARTS = 10_000
_ABOVE = 32
"""How many parents of a page are asked for what it does not say itself."""


def sheets(pdf: pikepdf.Pdf) -> Iterator[Sheet]:
    """Yield every page with what it paints; a file of too many operators is read in part."""
    budget, layers = Budget(), frozenset(map(identity, hidden(pdf.Root))) - {None}
    known: dict[tuple[int, int], Font] = {}
    for number_, page in enumerate(pdf.pages, 1):
        yield sheet(page.obj, number_, Walk(budget, known, Scripts(layers)))


def sheet(page: object, number_: int, walk: Walk) -> Sheet:
    """Return one page, counted from 1. Lengths are points, its UserUnit taken into account."""
    unit = number(page, "/UserUnit") or 1.0
    base: Matrix = (unit, 0, 0, unit, 0, 0)
    media = box(inherited(page, "/MediaBox")) or A4
    crop = box(inherited(page, "/CropBox")) or media
    trim = box(page, "/TrimBox") or box(page, "/ArtBox") or crop
    resources = Resources(inherited(page, "/Resources"))
    walk.run(partial(contents, page), State(base, placed(media, base)), Scene(resources, base))
    return Sheet(
        number_,
        placed(trim, base),
        placed(media, base),
        unit,
        tuple(walk.objects),
        walk.whole,
        walk.scripts,
    )


def inherited(page: object, key: str) -> object:
    """Return an entry of a page, or that of the nearest parent that has it."""
    holder = page
    for _ in range(_ABOVE):
        if holder is None:
            return None
        if (found := entry(holder, key)) is not None:
            return found
        holder = entry(holder, "/Parent")
    return None


def contents(page: object) -> bytes | None:
    """Return the contents of a page, all streams after one another; None if there is too much."""
    given = entry(page, "/Contents")
    if given is None:
        return b""
    streams = items(given) if isinstance(given, pikepdf.Array) else [given]
    parts: list[bytes] = []
    left = MOST_BYTES
    for stream in streams[:MOST_PARTS]:
        part = data(stream, left)
        if part is None:
            return None
        left -= len(part)
        parts.append(part)
    return b"\n".join(parts)
