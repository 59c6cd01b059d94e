"""Fit: which of a kind's layouts holds a text, and over how many pages.

A layout is tried whole; nothing is ever shrunk inside one. So a slide carries no sizes of its
own, and what the layout menu in PowerPoint offers is what we chose from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
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
    for steps, counts in _policy(menu, len(fills[name].paragraphs)):
        for count, index in product(counts, steps):
            if (count, index) not in tried:
                tried.add((count, index))
                pages = _parted(case, menu.layout(index), fills, name, count)
                if pages and all(page_fits(case, page) for page in pages):
                    return pages
    return None


def _policy(menu: Menu, items: int) -> Iterator[tuple[range, range]]:
    """Yield which steps to try with which numbers of pages."""
    comfortable, every = range(menu.comfortable), range(len(menu.steps))
    whole, several = range(1, 2), range(2, items // 2 + 1)
    yield comfortable, whole
    if items < 4:
        yield every, whole
    yield comfortable, several
    yield every, several
    yield every, range(1, items + 1)


def _parted(
    case: Typecase, layout: Layout, fills: Fills, name: str, count: int
) -> list[Page] | None:
    """Divide the text called `name` over `count` pages, or see at once that it is too long."""
    fill = fills[name]
    slot = next(slot for slot in layout.slots if slot.name == name)
    heights = _heights(case, slot, fill.paragraphs)
    before = max(slot.levels[paragraph.level].before for paragraph in fill.paragraphs)
    if sum(heights) > count * (slot.box.h + before):
        return None
    pages, start = [], 0
    for size in balanced(heights, count):
        part = fill._replace(paragraphs=fill.paragraphs[start : start + size])
        pages.append(Page(layout, {**fills, name: part}))
        start += size
    return pages


def _heights(case: Typecase, slot: Slot, paragraphs: Sequence[Paragraph]) -> tuple[Emu, ...]:
    blocks = (break_paragraph(case, slot, paragraph) for paragraph in paragraphs)
    return tuple(block.height + block.style.before for block in blocks)


def balanced(heights: Sequence[Emu], count: int) -> tuple[int, ...]:
    """Divide items of these heights, in order, into `count` parts as even as can be.

    Return how many items each part takes. No part is a single item if there are two for each.
    """
    least = 2 if len(heights) >= 2 * count else 1
    total = len(heights)

    @cache
    def best(start: int, parts: int) -> tuple[Emu, Emu, tuple[int, ...]]:
        """Return the highest part, the unevenness, and the sizes, from item `start` on."""
        if parts == 1:
            height = sum(heights[start:])
            return height, height**2, (total - start,)
        options = []
        for size in range(least, total - start - least * (parts - 1) + 1):
            height = sum(heights[start : start + size])
            top, squares, sizes = best(start + size, parts - 1)
            options.append((max(height, top), height**2 + squares, (size, *sizes)))
        return min(options)

    return best(0, count)[2]
