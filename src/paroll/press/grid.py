"""Where pages are folded, and how copies of them lie on a larger sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from paroll.tuples import NamedTuple
from paroll.units import Box, Emu

Size = tuple[Emu, Emu]


class Folds(NamedTuple):
    """Where a page is folded: distances from its left and from its upper trimmed edge."""

    across: tuple[Emu, ...] = ()
    down: tuple[Emu, ...] = ()


class Grid(NamedTuple):
    """Copies of a page on a sheet of paper `width` by `height`: their trimmed boxes, row by row.

    `gutter` is what lies between two columns and two rows: nothing where one cut parts them, else
    the bleed of both. At the `spine`, so far from the left, the paper is folded and not cut.
    """

    width: Emu
    height: Emu
    boxes: tuple[Box, ...]
    gutter: Size
    spine: Emu = -1

    @property
    def outline(self) -> Box:
        """The box round all copies."""
        first, last = self.boxes[0], self.boxes[-1]
        return Box.between(first.x, first.y, last.right, last.bottom)

    @property
    def cuts(self) -> tuple[list[Emu], list[Emu]]:
        """Where the paper is cut: distances from its left, and from its upper edge."""
        across = {edge for box in self.boxes for edge in (box.x, box.right)}
        down = {edge for box in self.boxes for edge in (box.y, box.bottom)}
        return sorted(across - {self.spine}), sorted(down)


def grid(paper: Size, page: Size, bleed: Emu) -> Grid | None:
    """Return the grid with most copies of `page` on `paper`, lying or upright; None if none fits.

    Each copy keeps its bleed; without one they lie edge to edge.
    """
    ways = [(way, _counts(way, page, bleed)) for way in (paper, paper[::-1])]
    way, counts = max(ways, key=lambda each: each[1][0] * each[1][1])
    return _centred(way, page, counts, (2 * bleed, 2 * bleed)) if all(counts) else None


def spread(paper: Size, page: Size) -> Grid | None:
    """Return the grid of two facing pages on `paper`; None if they do not fit."""
    for width, height in (paper[::-1], paper):
        if 2 * page[0] <= width and page[1] <= height:
            laid = _centred((width, height), page, (2, 1), (0, 0))
            return laid._replace(spine=laid.boxes[1].x)
    return None


def saddle(count: int) -> Iterator[tuple[int, int]]:
    """Yield the two facing pages of each side of paper, front and back, the outermost first.

    Pages count from 0. Laid into each other and stitched in the fold, the sheets give the pages in
    their order.
    """
    for outer in range(0, count // 2, 2):
        yield count - 1 - outer, outer
        yield outer + 1, count - 2 - outer


def _counts(paper: Size, page: Size, bleed: Emu) -> Size:
    """Return how many columns and rows of `page` fit."""
    columns, rows = (room // (length + 2 * bleed) for room, length in zip(paper, page, strict=True))
    return columns, rows


def _centred(paper: Size, page: Size, counts: Size, gutter: Size) -> Grid:
    """Return `counts` columns and rows in the middle of the paper: a turned sheet matches."""
    starts = [
        [
            (whole - count * length - (count - 1) * between) // 2 + at * (length + between)
            for at in range(count)
        ]
        for whole, length, count, between in zip(paper, page, counts, gutter, strict=True)
    ]
    boxes = (Box(x, y, *page) for y, x in product(starts[1], starts[0]))
    return Grid(*paper, tuple(boxes), gutter)
