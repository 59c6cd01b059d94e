"""Fit: which of a kind's layouts holds a text, and over how many pages.

A layout is tried whole; nothing is ever shrunk inside one. So a slide carries no sizes of its
own, and what the layout menu in PowerPoint offers is what we chose from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, product
from typing import Protocol, Self, runtime_checkable

from paroll.finding import Finding, Span
from paroll.layout.setting import break_paragraph, fits, set_text
from paroll.layout.typecase import Typecase
from paroll.sheet import Layout, Mark, Paragraph, Slot, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu


class Filling(Protocol):
    """What an author put in a slot: text, or something set by rules of its own."""

    @property
    def span(self) -> Span | None:
        """Where it was written."""

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """Say whether it stands inside `slot`."""

    def set(self, case: Typecase, slot: Slot) -> Mark:
        """Return it as it stands in `slot`."""

    def culprit(self, case: Typecase, slot: Slot) -> Matter | Finding | None:
        """Return the text that does not fit into `slot`, and the room it has; None if all do.

        What is wrong with more than one text is a finding of its own.
        """


@runtime_checkable
class Divisible(Filling, Protocol):
    """A filling made of items, which may run on over several pages."""

    @property
    def items(self) -> int:
        """How many items it has."""

    def heights(self, case: Typecase, slot: Slot) -> tuple[Emu, ...]:
        """Return what each item takes of `room`; nothing if one is too high to stand alone."""

    def room(self, case: Typecase, slot: Slot) -> Emu:
        """Return how much of the height of `slot` is for items."""

    def part(self, start: int, stop: int) -> Self:
        """Return the filling with the items from `start` up to `stop` only."""


class Matter(NamedTuple):
    """Paragraphs, and the slot they are to stand in."""

    slot: Slot
    paragraphs: tuple[Paragraph, ...]


class Fill(NamedTuple):
    """Text that an author wrote for a slot, and where; its paragraphs are its items."""

    paragraphs: tuple[Paragraph, ...]
    span: Span | None = None

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        return fits(case, slot, self.paragraphs)

    def set(self, case: Typecase, slot: Slot) -> Text:
        """See `Filling.set`."""
        return set_text(case, slot, self.paragraphs, span=self.span)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | None:
        """See `Filling.culprit`."""
        return None if self.fits(case, slot) else Matter(slot, self.paragraphs)

    @property
    def items(self) -> int:
        """See `Divisible.items`."""
        return len(self.paragraphs)

    def heights(self, case: Typecase, slot: Slot) -> tuple[Emu, ...]:
        """See `Divisible.heights`: a paragraph takes the space above it too."""
        blocks = [break_paragraph(case, slot, paragraph) for paragraph in self.paragraphs]
        if any(block.height > slot.box.h for block in blocks):
            return ()
        return tuple(block.height + block.style.before for block in blocks)

    def room(self, case: Typecase, slot: Slot) -> Emu:
        """See `Divisible.room`: the space above the first paragraph is not set."""
        del case
        return slot.box.h + max(slot.levels[p.level].before for p in self.paragraphs)

    def part(self, start: int, stop: int) -> Fill:
        """See `Divisible.part`."""
        return self._replace(paragraphs=self.paragraphs[start:stop])


Fills = Mapping[str, Filling]
"""What goes into slots, by the slot's name."""


class Menu(NamedTuple):
    """The layouts of a kind, best first: `make(*step)` for each step.

    The first `comfortable` of them are better than a split. One page is tried from the step
    `first` on: pages that belong together begin at the same.
    """

    make: Callable[..., Layout]
    steps: Sequence[tuple[float, ...]]
    comfortable: int
    first: int = 0

    def layout(self, index: int) -> Layout:
        """Return one of the layouts."""
        return self.make(*self.steps[index])


class Page(NamedTuple):
    """A layout with what goes into its slots."""

    layout: Layout
    fills: Fills

    @property
    def filled(self) -> list[tuple[Slot, Filling]]:
        """The slots that are filled, in their order, each with what fills it."""
        fills = self.fills
        return [(slot, fills[slot.name]) for slot in self.layout.slots if slot.name in fills]


def set_page(case: Typecase, page: Page) -> tuple[Mark, ...]:
    """Set what a page says and shows in its slots."""
    return tuple(filling.set(case, slot) for slot, filling in page.filled)


def page_fits(case: Typecase, page: Page) -> bool:
    """Say whether all that a page says and shows stands inside its slots."""
    return all(filling.fits(case, slot) for slot, filling in page.filled)


def first_fit(case: Typecase, menu: Menu, fills: Fills) -> Page | None:
    """Return `fills` in the first layout of `menu` that holds them, or None."""
    pages = (Page(menu.layout(index), fills) for index in range(menu.first, len(menu.steps)))
    return next((page for page in pages if page_fits(case, page)), None)


def divisible(fills: Fills, name: str) -> Divisible:
    """Return what fills the slot called `name`, which runs on over pages."""
    filling = fills[name]
    if not isinstance(filling, Divisible):
        raise TypeError(f"what fills {name!r} cannot be divided")
    return filling


def spread(case: Typecase, menu: Menu, fills: Fills, name: str) -> list[Page] | None:
    """Fit `fills` on as many pages as what fills the slot `name` needs, divided between its items.

    All pages share a layout. A split at a comfortable size is better than small type on one page,
    unless it would strand an item alone; then the smaller steps are tried first.
    """
    tried: set[tuple[int, int]] = set()
    filling = divisible(fills, name)
    others = {other: fill for other, fill in fills.items() if other != name}

    @cache
    def heights(index: int) -> tuple[Emu, ...]:
        layout = menu.layout(index)
        own = filling.heights(case, _slot(layout, name))
        return own if own and page_fits(case, Page(layout, others)) else ()

    for steps, counts in _policy(menu, filling.items):
        for count, index in product(counts, steps):
            if (count, index) not in tried and heights(index):
                tried.add((count, index))
                layout = menu.layout(index)
                room = filling.room(case, _slot(layout, name))
                parts = _parted(filling, heights(index), count, room)
                pages = [Page(layout, {**fills, name: part}) for part in parts]
                if pages and all(page_fits(case, page) for page in pages):
                    return pages
    return None


def _policy(menu: Menu, items: int) -> Iterator[tuple[range, range]]:
    """Yield which steps to try with which numbers of pages."""
    comfortable, every = range(menu.comfortable), range(len(menu.steps))
    whole, several = range(1, 2), range(2, items // 2 + 1)
    yield comfortable, whole
    yield comfortable, several
    yield every, several
    yield every, range(1, items + 1)


def _parted(
    filling: Divisible, heights: Sequence[Emu], count: int, room: Emu
) -> Iterator[Divisible]:
    """Yield `filling` in `count` parts; none if one sees that they are too high."""
    if count < _fewest(heights, room):
        return
    start = 0
    for size in balanced(heights, count, room):
        yield filling.part(start, start + size)
        start += size


def _fewest(heights: Iterable[Emu], most: Emu) -> int:
    """Return how many parts of at most `most` it takes at least."""
    count, room = 1, most
    for height in heights:
        if height > room:
            count, room = count + 1, most
        room -= height
    return count


def _slot(layout: Layout, name: str) -> Slot:
    return next(slot for slot in layout.slots if slot.name == name)


_Division = tuple[Emu, Emu, tuple[int, ...]]
"""The height of the highest part, the unevenness, and how many items each part takes."""


def balanced(heights: Sequence[Emu], count: int, most: Emu | None = None) -> tuple[int, ...]:
    """Divide items of these heights, in order, into `count` parts as even as can be.

    Return how many items each part takes. No part is a single item if there are two for each.
    Divisions with a part higher than `most` need not be looked at.
    """
    total = len(heights)
    least = 2 if total >= 2 * count else 1
    sums = tuple(accumulate(heights, initial=0))
    tails = [sums[-1] - at for at in sums]
    rests: list[_Division] = [(tail, tail**2, (total - n,)) for n, tail in enumerate(tails)]
    most = sums[-1] if most is None else most
    for parts in range(2, count + 1):
        last = total - least * (parts - 1)
        for start in range(least * (count - parts), last - least + 1):
            ends = range(start + least, last + 1)
            rests[start] = min(_divisions(sums, start, ends, rests, most))
    return rests[0][2]


def _divisions(
    sums: Sequence[Emu], start: int, ends: range, rests: Sequence[_Division], most: Emu
) -> Iterator[_Division]:
    """Yield divisions from item `start` on whose first part ends at one of `ends`.

    What is higher than `most`, or than the highest part of a division seen, is left out.
    """
    for end in ends:
        height = sums[end] - sums[start]
        if height > most and end > ends[0]:
            return
        top, squares, sizes = rests[end]
        top = max(height, top)
        yield top, height**2 + squares, (end - start, *sizes)
        most = min(most, top)
