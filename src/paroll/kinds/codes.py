"""QR codes: an address as one outline, which every painter draws sharp at any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from paroll.finding import Span
from paroll.layout.fit import Matter
from paroll.layout.typecase import Typecase
from paroll.sheet import Colour, Segment, Shape, Slot
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm

QUIET = 4
"""How many modules on every side stay as light as the ground (ISO/IEC 18004, 9.1)."""

Matrix = Sequence[Sequence[int]]
"""The modules of a code, row by row: 1 for dark."""
Corner = tuple[int, int]
"""Where modules meet: column and row."""


class Code(NamedTuple):
    """The code of an address as a filling of a square slot; its quiet zone is inside the slot."""

    address: str
    alt: str
    colour: Colour
    span: Span | None = None

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`: an address of 2 000 characters makes a code, too."""
        del case, slot
        return True

    def set(self, case: Typecase, slot: Slot) -> Shape:
        """See `Filling.set`."""
        del case
        rows = matrix(self.address)
        module = min(slot.box.w, slot.box.h) // (len(rows) + 2 * QUIET)
        side = module * len(rows)
        left = slot.box.x + (slot.box.w - side) // 2
        top = slot.box.y + (slot.box.h - side) // 2
        outline = tuple(_segments(rows, left, top, module))
        return Shape(Box(left, top, side, side), self.colour, outline=outline, alt=self.alt)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | None:
        """See `Filling.culprit`."""
        del case, slot
        return None


LEAST_SYMBOL = mm(15)
"""How wide a printed code is at least, without its quiet zone."""
LEAST_MODULE = mm(0.42)
"""How wide its modules are at least: what a telephone makes out at arm's length."""


def least_side(address: str) -> Emu:
    """Return how wide the slot of a printed code is at least, with its quiet zone."""
    modules = len(matrix(address))
    module = max(-(-LEAST_SYMBOL // modules), LEAST_MODULE)
    return (modules + 2 * QUIET) * module


@lru_cache
def matrix(address: str) -> Matrix:
    """Return the modules of the smallest code that can lose 15 % of them, or more if it may."""
    import segno  # noqa: PLC0415  (only programmes with codes pay for it)

    rows: Matrix = segno.make_qr(address, error="m").matrix
    return rows


def _segments(rows: Matrix, left: int, top: int, module: int) -> Iterator[Segment]:
    """Yield the outline of all dark modules, those that touch as one area."""
    for loop in _loops(rows):
        first, *others = ((left + x * module, top + y * module) for x, y in _corners(loop))
        yield Segment("M", (first,))
        yield from (Segment("L", (point,)) for point in others)
        yield Segment("Z")


def _loops(rows: Matrix) -> Iterator[list[Corner]]:
    """Yield the edges between dark and light as closed walks, the dark always on the right.

    Where two dark modules touch at a corner only, walks turn right: each keeps to its module.
    """
    ways = _ways(rows)
    while ways:
        start = next(iter(ways))
        loop, at, came = [start], start, (0, 0)
        while True:
            step = _turned(ways[at], came)
            ways[at].remove(step)
            if not ways[at]:
                del ways[at]
            at, came = (at[0] + step[0], at[1] + step[1]), step
            if at == start:
                break
            loop.append(at)
        yield loop


def _ways(rows: Matrix) -> dict[Corner, list[Corner]]:
    """Return the steps that lead from each corner along a dark module's light sides."""
    dark = {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module}
    ways: dict[Corner, list[Corner]] = {}
    for x, y in sorted(dark):
        for beside, corner, step in (
            ((x, y - 1), (x, y), (1, 0)),
            ((x + 1, y), (x + 1, y), (0, 1)),
            ((x, y + 1), (x + 1, y + 1), (-1, 0)),
            ((x - 1, y), (x, y + 1), (0, -1)),
        ):
            if beside not in dark:
                ways.setdefault(corner, []).append(step)
    return ways


def _turned(steps: Sequence[Corner], came: Corner) -> Corner:
    right = (-came[1], came[0])
    return right if right in steps else steps[0]


def _corners(loop: Sequence[Corner]) -> Iterator[Corner]:
    """Yield the points of a closed walk at which it turns."""
    around = zip((loop[-1], *loop[:-1]), loop, (*loop[1:], loop[0]), strict=True)
    for (x0, y0), (x, y), (x1, y1) in around:
        if (x - x0, y - y0) != (x1 - x, y1 - y):
            yield x, y
