"""Seeing that a deck fits, too, where the brand's fonts are missing.

A layout that holds a text in the brand's family and in its fallback is preferred. A fallback may
cost a step of the scale, never a page, and one much wider than the family costs nothing: what
then outgrows its place is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from paroll.brand.model import Brand
from paroll.brand.standins import Widths, known, widths
from paroll.compose.misfit import room
from paroll.compose.rules import FALLBACK_TOO_WIDE, OUTGROWN
from paroll.finding import Finding
from paroll.kinds.kind import Draft
from paroll.layout.fit import Page, first_fit, page_fits, spread
from paroll.layout.setting import Matter, break_text, in_fallback, inside_in_fallback
from paroll.layout.typecase import Typecase
from paroll.sheet import Face, Family, Mark, Text, texts
from paroll.source import shortened

ALIKE = 1.05
"""How much wider than a family its fallback may be, for pages to make room for it."""
_TYPICAL = {Family.HEADING: Face(Family.HEADING, bold=True), Family.BODY: Face(Family.BODY)}
_SAMPLE = (
    "Vi stärker skolan, vården och omsorgen i hela landet: 24 timmar om dygnet. "
    "Wir bauen Wohnungen. Ilman jonoja hoitoon. Fair pay for everyone who works."
)


def beside_fallbacks(brand: Brand, case: Typecase) -> tuple[Typecase, list[Finding]]:
    """Return `case` for text that must fit the fallbacks of `brand` too, where they are alike."""
    faces, findings = _alike(brand)
    return case.beside(faces), findings


@lru_cache(maxsize=8)
def _alike(brand: Brand) -> tuple[dict[Face, Widths], list[Finding]]:
    """Return the widths of fallbacks that are alike, and a finding for each that is not."""
    case = Typecase(brand.faces)
    faces: dict[Face, Widths] = {}
    findings = []
    for family, (name, fallback, span) in brand.families.items():
        own = known(fallback)
        if own is None:
            continue
        wider = _wider(case, _TYPICAL[family], own)
        if wider <= ALIKE:
            faces.update(_faces(family, own))
        else:
            message = f"“{fallback}” is {wider - 1:.0%} wider than “{name}”"
            hint = "name a narrower family that every computer has"
            findings.append(FALLBACK_TOO_WIDE.at(span, message, hint))
    return faces, findings


def _faces(family: Family, name: str) -> Iterator[tuple[Face, Widths]]:
    for bold, italic in product((False, True), repeat=2):
        yield Face(family, bold, italic), widths(name, bold=bold, italic=italic)


def _wider(case: Typecase, face: Face, name: str) -> float:
    """Return how much wider the fallback `name` sets a sample than the brand's `face`."""
    face = case.at_hand(face)
    own = sum(glyph.advance for glyph in case.glyphs(face, _SAMPLE))
    theirs = widths(name, bold=face.bold, italic=face.italic)
    return sum(map(theirs.__getitem__, _SAMPLE)) * case.metrics(face).units_per_em / own


def fitted(case: Typecase, careful: Typecase, draft: Draft) -> tuple[list[Page], bool]:
    """Return the pages of a draft, none if no layout holds them; and if they hold fallbacks too.

    `careful` has the fallbacks. What fits only without them, or on fewer pages, is set without.
    """
    pages = _fitted(case, draft) or []
    if all(page_fits(careful, page) for page in pages):
        return pages, True
    others = _fitted(careful, draft)
    return (others, True) if others and len(others) <= len(pages) else (pages, False)


def _fitted(case: Typecase, draft: Draft) -> list[Page] | None:
    if draft.divides:
        pages = spread(case, draft.menu, draft.fills, draft.divides)
        return pages and [pages[0], *(_without(page, draft.once) for page in pages[1:])]
    page = first_fit(case, draft.menu, draft.fills)
    return [page] if page else None


def _without(page: Page, name: str) -> Page:
    """Return a page that leaves the slot of this name empty."""
    return page._replace(fills={slot: fill for slot, fill in page.fills.items() if slot != name})


def check_fallbacks(brand: Brand, careful: Typecase, marks: Iterable[Mark]) -> Iterator[Finding]:
    """Yield a warning for each text among `marks` that outgrows its place in the fallback."""
    if not careful.fallback:
        return
    names = {family: named.fallback for family, named in brand.families.items()}
    for text in texts(marks):
        own = break_text(careful, text.slot, text.paragraphs)
        if own.inside and not inside_in_fallback(careful, own):
            yield _outgrown(text, in_fallback(careful, own), names)


def _outgrown(text: Text, matter: Matter, names: Mapping[Family, str]) -> Finding:
    """Return the finding for a text that stands in its place in the brand's own fonts only."""
    said = shortened(" ".join(text.text.split()))
    span = next((p.span for p in text.paragraphs if p.span), text.span)
    hint = "shorten it a little, or name a narrower `fallback` in the brand kit"
    if matter.overwide:
        word, block = matter.overwide[0]
        family = names[block.style.face.family]
        message = f"“{shortened(word.strip())}” is wider than its column in {family}"
        return OUTGROWN.at(block.paragraph.span or span, message, hint)
    family = " and ".join(dict.fromkeys(names[b.style.face.family] for b in matter.blocks))
    lines = sum(len(block.lines) for block in matter.blocks)
    message = f"“{said}” takes {lines} lines in {family}; there is room for {room(matter, lines)}"
    return OUTGROWN.at(span, message, hint)
