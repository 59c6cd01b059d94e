"""A spread: running text over the panels of a folded sheet or the pages of a booklet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from paroll.compose.apart import Keep, Share, apart
from paroll.compose.column import Column, best_way, piece_of, worded
from paroll.compose.filled import Job, Rooms, filled, set_in
from paroll.compose.flow import flow
from paroll.compose.story import COMFORTABLE, all_inside, undivided
from paroll.kinds.kind import Item
from paroll.looks.folders import Leaf
from paroll.sheet import Paragraph
from paroll.tuples import NamedTuple
from paroll.units import Emu, mm, to_pt

LARGEST = 14
"""The largest body size in points; beyond it a folder would look like a poster."""
EMS = 17
"""How many ems a line has at least where text grows: some 36 letters."""
WIDE, LONGEST = mm(105), 31
"""From which width on a panel has room for two columns, and how many ems a line has at most where
it has one: some 70 letters."""
NEARLY = 0.85
"""Which part of the largest size of text will do if sections stand together so."""


class Spread(NamedTuple):
    """Running text as it stands: a column for each panel, and the size it is set in.

    It is `whole` where no group of paragraphs goes on in another panel; so many insets are `lost`
    to words.
    """

    columns: tuple[Column, ...]
    size: Emu
    whole: bool = False
    lost: int = 0

    @property
    def over(self) -> Emu:
        """How much too high the highest column is; below 0 where all stand in their panels."""
        return max(column.height - column.slot.box.h for column in self.columns)

    @property
    def stands(self) -> bool:
        """Whether all of it stands inside its panels."""
        return all(column.inside for column in self.columns)

    @property
    def filled(self) -> float:
        """How much of its panels the text takes."""
        room = sum(column.slot.box.h for column in self.columns)
        return sum(column.height for column in self.columns) / room


def spread(job: Job, leaves: Sequence[Leaf]) -> Spread:
    """Set text over `leaves` as large as it goes, then with larger headings and more air.

    The leaves are equal but for what stands round their rooms. A wide one has two columns where
    its lines would be too long. What they do not hold is set in the smallest size. Insets give way
    to words where text would be smaller than is `easy` for them, or than is read with ease.
    """
    text = best_way(
        job.passages,
        lambda said: _spread(job._replace(passages=said), leaves),
        lambda text: text.size if text.stands else 0,
        max(job.least, round(job.house.form.smallest * COMFORTABLE)),
    )
    shown = sum(_insets(column.items) for column in text.columns)
    return text._replace(lost=max(0, sum(map(_insets, job.passages)) - shown))


def _insets(items: Iterable[Item]) -> int:
    return sum(not isinstance(item, Paragraph) for item in items)


def _spread(job: Job, leaves: Sequence[Leaf]) -> Spread:
    wide = leaves[0].room.w
    alone = _set(job, Rooms(leaves, 1))
    if wide < WIDE or (alone.stands and alone.size * LONGEST >= wide):
        return alone
    return _set(job, Rooms(leaves, 2))


def _set(job: Job, rooms: Rooms) -> Spread:
    """Set the groups in columns of the same measure."""
    form = job.house.form
    smallest, most = to_pt(form.smallest), min(LARGEST, to_pt(rooms.slots(0)[0].box.w) / EMS)
    sizes = job.house.sizes(max(most, smallest), smallest)[::-1]
    if not _may_hold(job, rooms, sizes[0]):
        return Spread(_flowing(job, rooms, sizes[0]), sizes[0])
    shared = _shared(job, rooms, [size for size in sizes if size >= job.least])
    if shared:
        return Spread(filled(job, rooms, *shared), shared.size, whole=True)
    size = _torn(job, rooms, sizes)
    columns = _flowing(job, rooms, size or sizes[0])
    if size is None:
        return Spread(columns, sizes[0])
    return Spread(filled(job, rooms, size, tuple((c.items,) for c in columns)), size)


def _torn(job: Job, rooms: Rooms, sizes: Sequence[Emu]) -> Emu | None:
    """Return the largest of `sizes`, ascending, in which text stands that is parted anywhere."""

    def most(good: Callable[[Sequence[Column]], bool]) -> int:
        return bisect_left(sizes, True, key=lambda size: not good(_flowing(job, rooms, size)))

    fitting = most(undivided) or most(all_inside)
    return sizes[fitting - 1] if fitting else None


def _flowing(job: Job, rooms: Rooms, size: Emu) -> tuple[Column, ...]:
    """Set the groups in even columns, wherever they are parted."""
    measure = job.measure if rooms.abreast == 1 else job.measure._replace(reluctance=1)
    return flow(measure, rooms.slots(size), job.passages)


class _Shared(NamedTuple):
    """A size of text, and what stands in each column so."""

    size: Emu
    share: Share


def _shared(job: Job, rooms: Rooms, sizes: Sequence[Emu]) -> _Shared | None:
    """Share out the groups whole in the largest of `sizes`, ascending.

    A size that is hardly smaller will do if more of them stay together.
    """
    largest = 0
    best: _Shared | None = None
    for keep in Keep:

        def share(size: Emu, keep: Keep = keep) -> Share | None:
            slots = rooms.slots(size)
            found = apart(job.measure, slots, job.passages, rooms.abreast, keep)
            return found if found and undivided(set_in(job, slots, found)) else None

        fitting = bisect_left(sizes, True, key=lambda size: share(size) is None)
        found = share(sizes[fitting - 1]) if fitting else None
        if found is None:
            break
        largest = max(largest, sizes[fitting - 1])
        if sizes[fitting - 1] >= largest * NEARLY:
            best = _Shared(sizes[fitting - 1], found)
    return best


def _may_hold(job: Job, rooms: Rooms, size: Emu) -> bool:
    """Say whether all lines have room at this size, however they are shared out."""
    measure, slots = job.measure, rooms.slots(size)
    said = worded(measure, slots[0], job.passages)
    heights = (piece_of(measure, slots[0], item).height for passage in said for item in passage)
    return sum(heights) <= sum(slot.box.h for slot in slots)
