"""Columns: paragraphs, and between them what stands in a frame of its own, such as a table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from paroll.compose.barred import bars
from paroll.kinds.kind import Inset, Item, Passage
from paroll.layout.galley import Divide
from paroll.layout.setting import (
    Matter,
    break_paragraph,
    break_text,
    offset,
    parted,
    place,
    smooth,
)
from paroll.layout.typecase import Typecase
from paroll.sheet import Anchor, Line, Mark, Paragraph, Slot, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu

Made = TypeVar("Made")
FEWEST_LINES = 2
"""How many lines of a paragraph, or rows of a table, at least stand at the foot and at the head of
a column."""
TOO_WIDE = 4
"""How many times as high as its column one is taken to be that holds what does not stand in it."""


class Measure(NamedTuple):
    """What text is set with: faces, and how words are divided.

    Columns that stand far apart are reluctant to break: it costs so many times what it does in
    columns side by side. What is set for good is set `finely`: its lines are less ragged.
    """

    case: Typecase
    divide: Divide | None
    reluctance: int = 1
    finely: bool = False


class Column(NamedTuple):
    """What stands in a column, as it was written and as it is set."""

    slot: Slot
    items: Passage
    marks: tuple[Mark, ...]
    height: Emu

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in it; those of insets are not counted."""
        return tuple(item for item in self.items if isinstance(item, Paragraph))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of its paragraphs."""
        texts = (mark for mark in self.marks if isinstance(mark, Text))
        return tuple(line for text in texts for line in text.lines)

    @property
    def inside(self) -> bool:
        """Whether all stands inside the slot."""
        box = self.slot.box
        return self.height <= box.h and all(line.width <= box.w for line in self.lines)


class Piece(NamedTuple):
    """How high an item is, and the air above it; `seams` are the places to part it at.

    What does not `stand` is higher than any column, so that smaller type is tried.
    """

    before: Emu
    height: Emu
    seams: tuple[Seam, ...] = ()
    stands: bool = True


class Seam(NamedTuple):
    """A place to part an item at: after so many lines or rows, which end at `foot`.

    What begins there has more `above` it than what is left: a header that is repeated.
    """

    lines: int
    foot: Emu
    above: Emu = 0


def best_way(
    passages: Sequence[Passage],
    made: Callable[[Sequence[Passage]], Made],
    size: Callable[[Made], Emu],
    easy: Emu,
) -> Made:
    """Return what is `made` of `passages` with as many insets as leave the text `easy` to read.

    Where not even words do, insets must not make it smaller. Its `size` is 0 if it does not fit.
    """
    order = _giving_way(passages)
    first = made(passages)
    if not order or size(first) >= easy * order[0].inset.ease:
        return first
    words = made(_without(passages, order))
    tried = {0: first, len(order): words}

    def stands(count: int) -> bool:
        if count not in tried:
            tried[count] = made(_without(passages, order[:count]))
        least = min(round(easy * order[count].inset.ease), size(words)) or 1
        return size(tried[count]) >= least

    return tried[bisect_left(range(len(order)), True, key=stands)]


class _Inserted(NamedTuple):
    """An inset, and which of the passages it is in."""

    place: int
    inset: Inset


def _giving_way(passages: Sequence[Passage]) -> list[_Inserted]:
    """Return all insets: lower ranks first, and the last of each."""
    insets = [_Inserted(place, inset) for place, p in enumerate(passages) if (inset := _inset(p))]
    return sorted(insets, key=lambda each: (each.inset.rank, -each.place))


def _without(passages: Sequence[Passage], insets: Iterable[_Inserted]) -> list[Passage]:
    """Return `passages` with words for some insets."""
    places = {each.place for each in insets}
    said = (_said(each) if n in places else (each,) for n, each in enumerate(passages))
    return [each for passages in said for each in passages]


def worded(measure: Measure, slot: Slot, passages: Iterable[Passage]) -> list[Passage]:
    """Return `passages` with words for the insets for which `slot` is too narrow."""

    def stands(passage: Passage) -> bool:
        inset = _inset(passage)
        return inset is None or inset.stands(measure.case, slot)

    return [each for p in passages for each in ((p,) if stands(p) else _said(p))]


def _inset(passage: Passage) -> Inset | None:
    return next((item for item in passage if not isinstance(item, Paragraph)), None)


def _said(passage: Passage) -> tuple[Passage, ...]:
    inset = _inset(passage)
    return inset.words if inset else (passage,)


def piece_of(measure: Measure, slot: Slot, item: Item) -> Piece:
    """Measure an item in the width of `slot`."""
    if isinstance(item, Paragraph):
        block = break_paragraph(measure.case, slot, item, measure.divide)
        leading = block.style.leading
        whole = filter(block.parts_after, _inner(len(block.lines)))
        seams = (Seam(lines, lines * leading) for lines in whole)
        return Piece(block.style.before, block.height, tuple(seams))
    pieces = item.pieces(measure.case, slot)
    if not pieces.heights:
        return Piece(0, TOO_WIDE * slot.box.h, stands=False)
    feet = [*accumulate(pieces.heights, initial=pieces.head)]
    seams = (Seam(rows, feet[rows], pieces.head) for rows in _inner(len(pieces.heights)))
    return Piece(pieces.before, pieces.height, tuple(seams))


def _inner(count: int) -> range:
    """Return after how many of `count` lines or rows an item may be parted."""
    return range(FEWEST_LINES, count - FEWEST_LINES + 1)


def halves(measure: Measure, slot: Slot, item: Item, lines: int) -> tuple[Item, Item] | None:
    """Part an item after so many lines or rows; None where a word or a line would be."""
    if isinstance(item, Paragraph):
        return parted(measure.case, slot, item, lines, measure.divide)
    return item.part(0, lines), item.part(lines)


def set_column(measure: Measure, slot: Slot, items: Iterable[Item]) -> Column:
    """Set paragraphs and insets in a slot, below each other."""
    items = tuple(items)
    paragraphs = [item for item in items if isinstance(item, Paragraph)]
    if len(paragraphs) == len(items):
        matter = _matter(measure, slot, paragraphs)
        return Column(slot, items, tuple(_placed(matter)), matter.height)
    strips = list(_strips(measure, slot, items))
    height = sum(strip.before for strip in strips[1:]) + sum(strip.height for strip in strips)
    top = slot.box.y + offset(slot.anchor, slot.box.h - height) - strips[0].before
    marks: list[Mark] = []
    for number, strip in enumerate(strips):
        top += strip.before
        box = slot.box._replace(y=top, h=strip.height)
        name = f"{slot.name}, part {number + 1}" if number else slot.name
        marks += strip.stood(measure.case, slot._replace(name=name, box=box))
        top += strip.height
    return Column(slot, items, tuple(marks), height)


def _matter(measure: Measure, slot: Slot, paragraphs: Sequence[Paragraph]) -> Matter:
    matter = break_text(measure.case, slot, paragraphs, measure.divide)
    return smooth(matter, measure.divide) if measure.finely and measure.divide else matter


def _placed(matter: Matter) -> Iterator[Mark]:
    """Yield the text at its place, and a bar beside each quotation."""
    text = place(matter)
    yield text
    yield from bars(matter, text)


class _Strip(NamedTuple):
    """What is set as one mark: paragraphs one after the other, or an inset."""

    content: Matter | Inset
    before: Emu
    height: Emu
    stands: bool = True

    def stood(self, case: Typecase, slot: Slot) -> Iterator[Mark]:
        """Yield it at the top of `slot`, if it stands."""
        slot = slot._replace(anchor=Anchor.TOP)
        if isinstance(self.content, Matter):
            yield from _placed(self.content._replace(slot=slot))
        elif self.stands:
            yield self.content.set(case, slot)


def _strips(measure: Measure, slot: Slot, items: Passage) -> Iterator[_Strip]:
    paragraphs: list[Paragraph] = []
    for item in (*items, None):
        if isinstance(item, Paragraph):
            paragraphs.append(item)
            continue
        if paragraphs:
            matter = _matter(measure, slot, paragraphs)
            yield _Strip(matter, matter.blocks[0].style.before, matter.height)
            paragraphs = []
        if item is not None:
            piece = piece_of(measure, slot, item)
            yield _Strip(item, piece.before, piece.height, piece.stands)
