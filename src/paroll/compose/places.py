"""Places on a template's layout for text and for what is no text: pictures, tables, charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paroll.brand.template.model import LIGHT, Holder, Page
from paroll.finding import Span
from paroll.layout.fit import Matter
from paroll.layout.typecase import Typecase
from paroll.sheet import Shape, Slot
from paroll.tuples import NamedTuple
from paroll.units import Box, pt

_TEXT_ONLY = ("subTitle",)
_ABOVE = (0.34, 0.5, 0.66)
"""Parts of a body that text gets above one thing that has no place of its own."""
_ROWS = (0.45, 0.34, 0.24, 0.16)
"""Parts of a body that several things get in a row above text."""
_GAP = pt(12)


class Places(NamedTuple):
    """The placeholder of the text, and one for each thing that is no text."""

    text: Holder | None
    others: tuple[Holder, ...] = ()


def places(page: Page, others: int, *, text: bool, faces: bool = False) -> Iterator[Places]:
    """Yield the places that a layout has for text and `others` things, the best first.

    If these are `faces`, they get squares in a row.
    """
    if not others:
        holder = largest(page.texts)
        if holder or not text:
            yield Places(holder)
        return
    own = None if faces else _own_places(page, others)
    if own and (own.text or not text):
        yield own
        return
    body = largest(page.texts)
    if body:
        yield from _row(body, others) if faces or others > 1 else _below(body)


def _own_places(page: Page, others: int) -> Places | None:
    """Return placeholders that text and things have to themselves: the largest for things."""
    bodies = list(page.bodies)
    found = []
    for _ in range(others):
        holder = largest([h for h in bodies if h.type not in _TEXT_ONLY])
        if holder is None:
            return None
        bodies.remove(holder)
        found.append(holder)
    return Places(largest([h for h in bodies if h in page.texts]), tuple(found))


def _below(holder: Holder) -> Iterator[Places]:
    """Yield a body divided between text and one thing under it."""
    box = holder.box
    for share in _ABOVE:
        foot = box.y + round(box.h * share)
        text = _moved(holder, Box.between(box.x, box.y, box.right, foot))
        yield Places(text, (_free(holder, 1, box._replace(y=foot, h=box.bottom - foot)),))


def _row(holder: Holder, count: int) -> Iterator[Places]:
    """Yield a body divided between `count` things in a row and text under them."""
    box = holder.box
    for share in _ROWS:
        side = min(round(box.h * share), (box.w - (count - 1) * _GAP) // count)
        lower = Box.between(box.x, box.y + side + _GAP, box.right, box.bottom)
        row = (Box(box.x + n * (side + _GAP), box.y, side, side) for n in range(count))
        yield Places(
            _moved(holder, lower),
            tuple(_free(holder, number, place) for number, place in enumerate(row, 1)),
        )


Pair = tuple[Holder | None, Holder]
"""A place for a portrait, if there is one, and that of its words."""


def under(columns: Sequence[Holder]) -> Iterator[list[Pair]]:
    """Yield columns, each divided between a square and its words under it."""
    for share in _ROWS:
        yield [_parted(holder, share) for holder in columns]


def _parted(holder: Holder, share: float) -> Pair:
    box = holder.box
    side = min(box.w, round(box.h * share))
    words = Box.between(box.x, box.y + side + _GAP, box.right, box.bottom)
    return _free(holder, 1, Box(box.x, box.y, side, side)), _moved(holder, words)


def _free(holder: Holder, number: int, box: Box) -> Holder:
    """Return a place that is no placeholder of the template."""
    return _moved(holder, box)._replace(name=f"{holder.name}, {number}", type="pic")


def plate_of(holder: Holder) -> Box:
    """Return the square in the middle of a placeholder that a code stands on."""
    box = holder.box
    side = min(box.w, box.h)
    return Box(box.x + (box.w - side) // 2, box.y + (box.h - side) // 2, side, side)


class Plate(NamedTuple):
    """A light area under a code, so that it can be read on any ground: a filling."""

    span: Span | None = None

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        del case, slot
        return True

    def set(self, case: Typecase, slot: Slot) -> Shape:
        """See `Filling.set`."""
        del case
        return Shape(slot.box, LIGHT)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | None:
        """See `Filling.culprit`."""
        del case, slot
        return None


def _moved(holder: Holder, box: Box) -> Holder:
    """Return a placeholder in another box, its insets kept."""
    old, inner = holder.box, holder.inner
    left, top = inner.x - old.x, inner.y - old.y
    right, bottom = old.right - inner.right, old.bottom - inner.bottom
    text = Box.between(box.x + left, box.y + top, box.right - right, box.bottom - bottom)
    return holder._replace(box=box, inner=text)


def largest(holders: Sequence[Holder]) -> Holder | None:
    """Return the placeholder with most room."""
    return max(holders, key=lambda h: h.box.w * h.box.h, default=None)
