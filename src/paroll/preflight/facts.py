"""What a PDF is, in a few lines for people: what a print shop would read out on the telephone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from paroll.preflight.boxes import bleeds, mm, sizes
from paroll.preflight.reading import items, name, text
from paroll.preflight.walk import Used

if TYPE_CHECKING:
    from pikepdf import Pdf

    from paroll.preflight.claim import Claim
    from paroll.preflight.fonts import Face
    from paroll.preflight.leaf import Leaf

_MOST_NAMED = 12
_PROCESS = ("Cyan", "Magenta", "Yellow", "Black", "None", "All")


def page_facts(pages: Sequence[Leaf]) -> list[tuple[str, str]]:
    """Return how many pages there are, and how large they and their bleed are."""
    trims = dict.fromkeys(sizes(leaf, leaf.trimmed) for leaf in pages)
    facts = [("pages", str(len(pages))), ("trim size", _some(list(trims)))]
    if all(leaf.trim or leaf.art for leaf in pages):
        least = [mm(min(each)) for each in zip(*map(bleeds, pages), strict=True)]
        same = len(set(least)) == 1
        named = f"{least[0]} mm" if same else f"{', '.join(least)} mm (above, right, below, left)"
        facts.append(("room for bleed", named))
    return facts


def claim_facts(claim: Claim) -> list[tuple[str, str]]:
    """Return the standard a file claims, and the printing condition it is made for."""
    named = ", ".join(part for part in (claim.standard or "none claimed", claim.condition) if part)
    return [("standard", named)]


def ink_facts(things: Iterable[Used]) -> list[tuple[str, str]]:
    """Return the spot inks that pages name."""
    spots = sorted({spot for thing in things for spot in _spots(thing)} - {*_PROCESS})
    return [("spot inks", _some(spots) if spots else "none")]


def _spots(thing: Used) -> list[str]:
    """Return the inks that a colour space, or the picture or shading that has one, names."""
    space = items(thing.what)
    if thing.kind in ("XObject", "Shading"):
        space = items(thing.what, "/ColorSpace")
    if len(space) < 2 or name(space[0]) not in ("Separation", "DeviceN"):
        return []
    return [name(each) for each in items(space[1])]


def font_facts(found: Sequence[Face]) -> list[tuple[str, str]]:
    """Return how many fonts there are, and whether they travel with the file."""
    names = {face.name for face in found}
    lost = {face.name for face in found if not face.is_embedded}
    if not names:
        return [("fonts", "none")]
    return [("fonts", f"{len(names)}, {f'{len(lost)} not embedded' if lost else 'all embedded'}")]


def origin(pdf: Pdf) -> list[tuple[str, str]]:
    """Return what program made the file."""
    info = pdf.trailer.get("/Info")
    made = [text(info, "/Creator") or "", text(info, "/Producer") or ""]
    named = ", ".join(dict.fromkeys(part.strip() for part in made if part.strip()))
    return [("made with", named)] if named else []


def _some(names: Sequence[str]) -> str:
    """Return names in a row, or the first of very many."""
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
