"""What pages use: fonts, pictures, states and the like, however deep they lie, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from paroll.preflight.reading import dictionary, entry, identity, items, pairs
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from pikepdf import Object

    from paroll.preflight.leaf import Leaf

KINDS = ("Font", "XObject", "ExtGState", "Pattern", "Shading", "ColorSpace", "Properties")
_DEEPEST = 60


class Used(NamedTuple):
    """Something that pages use: of which kind, under which name, first on which page."""

    kind: str
    name: str
    what: object
    page: int


def used(pages: Iterable[Leaf]) -> Iterator[Used]:
    """Yield what the pages and all that they draw use."""
    seen: set[tuple[int, int]] = set()
    for leaf in pages:
        for holder in (leaf.page, *_appearances(leaf.page)):
            yield from _within(holder, leaf.number, seen, _DEEPEST)


def _appearances(page: Object) -> Iterator[Object]:
    """Yield what annotations draw."""
    for annotation in items(page, "/Annots"):
        for _, state in pairs(annotation, "/AP"):
            found = dictionary(state)
            if found is not None:
                yield found
                yield from (below for _, each in pairs(state) if (below := dictionary(each)))


def _within(holder: object, page: int, seen: set[tuple[int, int]], left: int) -> Iterator[Used]:
    """Yield what the resources of a page, form, pattern or font hold. `seen` ends loops."""
    resources = dictionary(holder, "/Resources")
    if resources is None or not left or not _new(resources, seen):
        return
    for kind in KINDS:
        for name, what in pairs(resources, f"/{kind}"):
            found = dictionary(what)
            if found is not None and not _new(found, seen):
                continue
            yield Used(kind, name, what, page)
            for below in (what, *_held(kind, what)):
                yield from _within(below, page, seen, left - 1)


def _held(kind: str, what: object) -> Iterator[object]:
    """Yield what else of a thing may have resources of its own: the group of a soft mask."""
    if kind == "ExtGState":
        yield entry(what, "/SMask", "/G")


def _new(found: Object, seen: set[tuple[int, int]]) -> bool:
    """Say whether an object is met for the first time; one in place always is."""
    known = identity(found)
    if known is None:
        return True
    if known in seen:
        return False
    seen.add(known)
    return True
