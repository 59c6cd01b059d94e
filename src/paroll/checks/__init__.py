"""Checks: rules over finished sheets. A new one is a file here and a row in this table.

What is printed is held to `paroll.checks.inks` too, which decks never load.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from paroll.brand.model import Brand
from paroll.checks import alternatives, contrast, glyphs
from paroll.finding import Finding
from paroll.sheet import Document

__all__ = ["CHECKS", "RULES", "check"]

CHECKS: tuple[Callable[[Document, Brand], Iterable[Finding]], ...] = (
    glyphs.check,
    contrast.check,
    alternatives.check,
)
RULES = (glyphs.MISSING, *contrast.RULES, *alternatives.RULES)


def check(document: Document, brand: Brand, *, fits: bool = True) -> Iterator[Finding]:
    """Yield what every check finds in `document`, which is set in `brand`.

    What does not fit its page lies on grounds it is not meant for: its contrast says nothing.
    """
    for rule in CHECKS:
        if fits or rule is not contrast.check:
            yield from rule(document, brand)
