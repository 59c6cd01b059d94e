"""From places on pages to issues: the same fault is said once, with the places where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from paroll.finding import Rule
from paroll.preflight.contents.painted import Sheet
from paroll.preflight.contents.spaces import Colour, Family, inks, plainly
from paroll.preflight.contents.values import Rect
from paroll.preflight.model import Issue
from paroll.units import Box

MOST_PLACES = 6
"""So many places of a fault are marked on a page; then the next ones are taken into the last."""
MOST_DETAILS = 3
_NEAR = 6.0
"""Places this near each other, in points, are one: the lines of a paragraph."""
_INITIALS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}


class Fault(NamedTuple):
    """One place where a rule is broken; without a box it is the page as a whole.

    `detail` is what differs from place to place, such as a colour: some of them are told.
    """

    rule: Rule
    message: str
    hint: str = ""
    box: Rect | None = None
    detail: str = ""


def issues(sheet: Sheet, faults: Iterable[Fault]) -> Iterator[Issue]:
    """Yield the faults of a page, those that say the same one after another."""
    groups: dict[tuple[Rule, str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.rule, fault.message, fault.hint), []).append(fault)
    for (rule, message, hint), members in groups.items():
        finding = rule.at(None, message + _details(members), hint)
        places: list[Box | None] = [sheet.place(box) for box in _places(members)]
        yield from (Issue(finding, sheet.number, place) for place in places or [None])


def _details(faults: Iterable[Fault]) -> str:
    """Return what differs in the same fault, as far as a person wants to read it."""
    said = list(dict.fromkeys(fault.detail for fault in faults if fault.detail))
    more = len(said) - MOST_DETAILS
    if more > 0:
        said[MOST_DETAILS:] = [f"{more} more"]
    return f": {', '.join(said)}" if said else ""


def _places(faults: Iterable[Fault]) -> list[Rect]:
    """Join boxes that are near each other, in the order in which they are painted."""
    places: list[Rect] = []
    for box in (fault.box for fault in faults if fault.box is not None):
        near = box.grown(_NEAR)
        at = next((i for i, place in enumerate(places) if not near.cut(place).is_empty), None)
        if at is None and len(places) < MOST_PLACES:
            places.append(box)
        else:
            at = len(places) - 1 if at is None else at
            places[at] = places[at].joined(box)
    return places


def amounts(colour: Colour) -> dict[str, float]:
    """Return the inks of a colour, those of screens as plain printers make them."""
    return inks(colour.space, colour.values, plainly)


def called(colour: Colour) -> str:
    """Return a colour as people write it, such as `C 0 M 100 Y 100 K 10` or `255 0 0`."""
    space, values = colour.space.root, colour.values
    if colour.space.family in (Family.INDEXED, Family.PATTERN) or not values:
        return ""
    if space.family in (Family.SEPARATION, Family.DEVICEN):
        pairs = zip(space.names, values, strict=False)
        return " ".join(f"{name} {amount * 100:.0f}" for name, amount in pairs)
    if len(amounts(colour)) == 4 and space.size == 4:
        return " ".join(
            f"{_INITIALS[name]} {amount * 100:.0f}" for name, amount in amounts(colour).items()
        )
    scale = {Family.LAB: 1, Family.GRAY: 100, Family.CALGRAY: 100}.get(space.family, 255)
    return " ".join(f"{value * scale:.0f}" for value in values)
