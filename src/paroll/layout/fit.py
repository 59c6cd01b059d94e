"""Fit: which of a kind's layouts holds a text, and over how many pages.

A layout is tried whole; nothing is ever shrunk inside one. So a slide carries no sizes of its
own, and what the layout menu in PowerPoint offers is what we chose from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from paroll.finding import Span
from paroll.layout.setting import fits, set_text
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
    """The layouts of a kind, best first; the first `comfortable` are better than a split."""

    layouts: tuple[Layout, ...]
    comfortable: int


class Page(NamedTuple):
    """A layout with its slots filled."""

    layout: Layout
    texts: tuple[Text, ...]


def filled(case: Typecase, layout: Layout, fills: Fills) -> Page:
    """Set each text in its slot of `layout`, in the order of the slots."""
    texts = (
        set_text(case, slot, fills[slot.name].paragraphs, span=fills[slot.name].span)
        for slot in layout.slots
        if slot.name in fills
    )
    return Page(layout, tuple(texts))


def first_fit(case: Typecase, layouts: Sequence[Layout], fills: Fills) -> Page | None:
    """Return `fills` in the first layout that holds them, or None."""
    pages = (filled(case, layout, fills) for layout in layouts)
    return next((page for page in pages if page_fits(case, page)), None)


def page_fits(case: Typecase, page: Page) -> bool:
    """Say whether each text of a page stands inside its slot."""
    return all(fits(case, text) for text in page.texts)


def spread(case: Typecase, menu: Menu, fills: Fills, name: str) -> list[Page] | None:
    """Fit `fills` on as many pages as the text called `name` needs, divided between paragraphs.

    All pages share a layout. A split at a comfortable size is better than small type on one page,
    unless it would strand a paragraph alone; then the smaller steps are tried first.
    """
    for layouts, counts in _policy(menu, len(fills[name].paragraphs)):
        for count in counts:
            for layout in layouts:
                pages = _parted(case, layout, fills, name, count)
                if all(page_fits(case, page) for page in pages):
                    return pages
    return None


def _policy(menu: Menu, items: int) -> Iterator[tuple[Sequence[Layout], Sequence[int]]]:
    comfortable = menu.layouts[: menu.comfortable]
    whole, several = range(1, 2), range(2, items // 2 + 1)
    yield comfortable, whole
    if items < 4:
        yield menu.layouts, whole
    yield comfortable, several
    yield menu.layouts, several
    yield menu.layouts, range(1, items + 1)


def _parted(case: Typecase, layout: Layout, fills: Fills, name: str, count: int) -> list[Page]:
    fill = fills[name]
    slot = next(slot for slot in layout.slots if slot.name == name)
    parts = balanced(_heights(case, slot, fill.paragraphs), count)
    pages, start = [], 0
    for size in parts:
        part = fill._replace(paragraphs=fill.paragraphs[start : start + size])
        pages.append(filled(case, layout, {**fills, name: part}))
        start += size
    return pages


def _heights(case: Typecase, slot: Slot, paragraphs: Sequence[Paragraph]) -> tuple[Emu, ...]:
    return tuple(
        set_text(case, slot, (paragraph,)).height + slot.levels[paragraph.level].before
        for paragraph in paragraphs
    )


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
