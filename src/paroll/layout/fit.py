"""Fit: which of a kind's layouts holds a text, and over how many pages.

A layout is tried whole; nothing is ever shrunk inside one. So a slide carries no sizes of its
own, and what the layout menu in PowerPoint offers is what we chose from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, product
from typing import NamedTuple

from paroll.finding import Span
from paroll.layout.setting import break_paragraph, fits, set_text
from paroll.layout.typecase import Typecase
from paroll.sheet import Layout, Paragraph, Slot, Text
from paroll.units import Emu


class Fill(NamedTuple):
    """What an author wrote for a slot, and where."""

    paragraphs: tuple[Paragraph, ...]
    span: Span | None = None


Fills = Mapping[str, Fill]
"""Texts by the name of their slot."""


class Menu(NamedTuple):
    """The layouts of a kind, best first: `make(*step)` for each step.

    The first `comfortable` of them are better than a split.
    """

    make: Callable[..., Layout]
    steps: Sequence[tuple[float, ...]]
    comfortable: int

    def layout(self, index: int) -> Layout:
        """Return one of the layouts."""
        return self.make(*self.steps[index])


class Page(NamedTuple):
    """A layout with what goes into its slots."""

    layout: Layout
    fills: Fills

    @property
    def filled(self) -> list[tuple[Slot, Fill]]:
        """The slots that have a text, in their order, each with it."""
        fills = self.fills
        return [(slot, fills[slot.name]) for slot in self.layout.slots if slot.name in fills]


def set_page(case: Typecase, page: Page) -> tuple[Text, ...]:
    """Set the texts of a page in their slots."""
    return tuple(
        set_text(case, slot, fill.paragraphs, span=fill.span) for slot, fill in page.filled
    )


def page_fits(case: Typecase, page: Page) -> bool:
    """Say whether each text of a page stands inside its slot."""
    return all(fits(case, slot, fill.paragraphs) for slot, fill in page.filled)


def first_fit(case: Typecase, menu: Menu, fills: Fills) -> Page | None:
    """Return `fills` in the first layout of `menu` that holds them, or None."""
    pages = (Page(menu.layout(index), fills) for index in range(len(menu.steps)))
    return next((page for page in pages if page_fits(case, page)), None)


def spread(case: Typecase, menu: Menu, fills: Fills, name: str) -> list[Page] | None:
    """Fit `fills` on as many pages as the text called `name` needs, divided between paragraphs.

    All pages share a layout. A split at a comfortable size is better than small type on one page,
    unless it would strand a paragraph alone; then the smaller steps are tried first.
    """
    tried: set[tuple[int, int]] = set()

    @cache
    def heights(index: int) -> tuple[Emu, ...]:
        return _heights(case, menu.layout(index), fills, name)

    for steps, counts in _policy(menu, len(fills[name].paragraphs)):
        for count, index in product(counts, steps):
            if (count, index) not in tried and heights(index):
                tried.add((count, index))
                pages = _parted(menu.layout(index), fills, name, heights(index), count)
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
    layout: Layout, fills: Fills, name: str, heights: Sequence[Emu], count: int
) -> list[Page]:
    """Divide the text called `name` over `count` pages; none if one sees that it is too long."""
    fill, slot = fills[name], _slot(layout, name)
    most = slot.box.h + max(slot.levels[paragraph.level].before for paragraph in fill.paragraphs)
    if count < _fewest(heights, most):
        return []
    pages, start = [], 0
    for size in balanced(heights, count, most):
        part = fill._replace(paragraphs=fill.paragraphs[start : start + size])
        pages.append(Page(layout, {**fills, name: part}))
        start += size
    return pages


def _fewest(heights: Iterable[Emu], most: Emu) -> int:
    """Return how many parts of at most `most` it takes at least."""
    count, room = 1, most
    for height in heights:
        if height > room:
            count, room = count + 1, most
        room -= height
    return count


def _heights(case: Typecase, layout: Layout, fills: Fills, name: str) -> tuple[Emu, ...]:
    """Return the height of each paragraph; nothing if the layout holds them on no page."""
    slot = _slot(layout, name)
    blocks = [break_paragraph(case, slot, paragraph) for paragraph in fills[name].paragraphs]
    others = {other: fill for other, fill in fills.items() if other != name}
    if any(b.height > slot.box.h for b in blocks) or not page_fits(case, Page(layout, others)):
        return ()
    return tuple(block.height + block.style.before for block in blocks)


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
