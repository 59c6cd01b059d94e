"""The darkroom: pictures cut to the slots they ended up in, two at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from paroll.compose.rules import TOO_COARSE
from paroll.finding import Finding
from paroll.formats import Medium
from paroll.layout.fit import Page
from paroll.layout.shot import Shot
from paroll.pictures import Damaged, Sketch
from paroll.pictures.rules import BROKEN
from paroll.sheet import Slot
from paroll.tuples import NamedTuple
from paroll.units import to_mm

HANDS = 2
"""How many pictures are developed at once: decoders let other threads run."""


_Place = tuple[Slot, Shot]


class Fineness(NamedTuple):
    """Pixels per inch: what pictures are given at most, and what they should have at least.

    Where they are `full` they are given the most, not a little less.
    """

    most: int
    least: int
    full: bool = False


FINENESS = {Medium.SCREEN: Fineness(220, 100), Medium.PRINT: Fineness(300, 150, full=True)}


def developed(pages: Sequence[Page], medium: Medium) -> tuple[list[Page], list[Finding]]:
    """Return `pages` with their pictures cut to their slots, and what is wrong with them.

    A page with a picture that cannot be decoded is returned without it.
    """
    shots = [(slot, shot) for page in pages for slot, shot in _shots(page)]
    if not shots:
        return list(pages), []
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  (few decks have pictures)

    from paroll.pictures.read import unheard  # noqa: PLC0415

    fine = FINENESS[medium]
    with unheard(), ThreadPoolExecutor(HANDS) as pool:
        results = list(pool.map(lambda place: _cut(place, fine), shots))
    done = {place: cut for place, (cut, _) in zip(shots, results, strict=True)}
    findings = [finding for _, finding in results if finding]
    return [_hung(page, done) for page in pages], findings


def _shots(page: Page) -> Iterable[_Place]:
    return [(slot, filling) for slot, filling in page.filled if isinstance(filling, Shot)]


def _cut(place: _Place, fine: Fineness) -> tuple[Shot | None, Finding | None]:
    slot, shot = place
    try:
        cut = shot.cut(slot, fine.most, full=fine.full)
    except Damaged as error:
        return None, BROKEN.at(shot.span, str(error), "copy or export it anew")
    found = coarse(slot, shot, fine.least)
    return cut, found and found._replace(hint=f"{found.hint}, or a smaller place")


def coarse(slot: Slot, shot: Shot, least: int) -> Finding | None:
    """Return the finding that a picture has too few pixels for its slot, if it has.

    It should have `least` on an inch.
    """
    photo, box = shot.photo, slot.box
    ppi = shot.pixels_per_inch(slot)
    if isinstance(photo, Sketch) or ppi >= least:
        return None
    message = (
        f"{photo.path} has {photo.width} × {photo.height} pixels, {ppi:.0f} per inch "
        f"in its place of {to_mm(box.w):.0f} × {to_mm(box.h):.0f} mm"
    )
    wide, high = (ceil(edge * least / ppi) for edge in (photo.width, photo.height))
    hint = f"use one of at least {wide} × {high} pixels"
    return TOO_COARSE.at(shot.span, message, hint)


def _hung(page: Page, done: dict[_Place, Shot | None]) -> Page:
    """Return the page with what was developed for its slots."""
    new = {slot.name: done[slot, shot] for slot, shot in _shots(page)}
    if not new:
        return page
    fills = {name: new.get(name, filling) for name, filling in page.fills.items()}
    return page._replace(fills={name: fill for name, fill in fills.items() if fill is not None})
