"""What lies under a text or line: paper, black, or colours it would have to be cut out of."""

from __future__ import annotations

from paroll.preflight.contents.faults import amounts
from paroll.preflight.contents.painted import Kind, Painted
from paroll.preflight.contents.spaces import PROCESS, Colour, Family
from paroll.units import Rect

MOST = 300
"""So many layers below are looked at, the topmost ones."""
_BLACK = PROCESS[3]
_FAINT = 0.005


def is_white(colour: Colour) -> bool:
    """Say whether a colour is that of paper: no ink at all."""
    if colour.pattern is not None or colour.space.family is Family.PATTERN:
        return False
    return bool(colour.values) and all(v < _FAINT for v in amounts(colour).values())


def is_black(colour: Colour) -> bool:
    """Say whether a colour is black alone, all of it."""
    if colour.pattern is not None or not colour.values:
        return False
    found = {ink: amount for ink, amount in amounts(colour).items() if amount >= _FAINT}
    return found.keys() == {_BLACK} and found[_BLACK] > 1 - _FAINT


class Grounds:
    """The areas, images and shadings painted so far."""

    def __init__(self) -> None:
        self._layers: list[tuple[Rect, bool, bool]] = []

    def lay(self, one: Painted) -> None:
        """Take in what is painted next, if things can stand on it."""
        if one.kind in (Kind.TEXT, Kind.LINE) or one.colour is None:
            return
        if one.kind in (Kind.IMAGE, Kind.SHADING) or one.colour.pattern is not None:
            self._layers.append((one.box, True, True))
            return
        inks = {ink for ink, amount in amounts(one.colour).items() if amount >= _FAINT}
        self._layers.append((one.box, bool(inks), bool(inks - {_BLACK})))

    def is_inked(self, box: Rect) -> bool:
        """Say whether some ink lies under `box`."""
        return self._found(box, 1)

    def is_coloured(self, box: Rect) -> bool:
        """Say whether an ink other than black lies under `box`."""
        return self._found(box, 2)

    def _found(self, box: Rect, which: int) -> bool:
        """Look from the top down to a layer that covers all of `box`."""
        for layer in reversed(self._layers[-MOST:]):
            if layer[which] and layer[0].touches(box):
                return True
            if box.within(layer[0]):
                return False
        return False
