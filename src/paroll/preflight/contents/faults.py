"""From places on pages to issues: the same fault is said once, with the places where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paroll.finding import Rule
from paroll.preflight.contents.painted import Sheet
from paroll.preflight.contents.spaces import Colour, Family, inks, plainly
from paroll.preflight.model import Issue
from paroll.tuples import NamedTuple
from paroll.units import Box, Rect

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


class _Group(NamedTuple):
    """The same fault all over a file: what differs, and where it is, page by page."""

    details: dict[str, None]
    places: list[tuple[int, Box | None]]


class Gathering:
    """The faults of a file. What is the same on several pages is said once."""

    def __init__(self) -> None:
        self._groups: dict[tuple[Rule, str, str], _Group] = {}

    def add(self, sheet: Sheet, faults: Iterable[Fault]) -> None:
        """Take in faults of a page."""
        boxes: dict[tuple[Rule, str, str], list[Rect | None]] = {}
        for fault in faults:
            same = (fault.rule, fault.message, fault.hint)
            group = self._groups.setdefault(same, _Group({}, []))
            if fault.detail:
                group.details[fault.detail] = None
            boxes.setdefault(same, []).append(fault.box)
        for same, many in boxes.items():
            places: list[Box | None] = [sheet.place(box) for box in _places(many)]
            self._groups[same].places.extend((sheet.number, place) for place in places or [None])

    def issues(self) -> Iterator[Issue]:
        """Yield each fault with all its places."""
        for (rule, message, hint), group in self._groups.items():
            finding = rule.at(None, message + _said(list(group.details)), hint)
            yield from (Issue(finding, page, box) for page, box in group.places)


def _said(details: list[str]) -> str:
    """Return what differs in the same fault, as far as a person wants to read it."""
    more = len(details) - MOST_DETAILS
    if more > 0:
        details[MOST_DETAILS:] = [f"{more} more"]
    return f": {', '.join(details)}" if details else ""


def _places(boxes: Iterable[Rect | None]) -> list[Rect]:
    """Join boxes that are near each other, in the order in which they are painted."""
    places: list[Rect] = []
    for box in filter(None, boxes):
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
