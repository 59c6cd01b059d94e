"""Checks: rules over finished sheets. A new one is a file here and a row in this table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from paroll.checks import glyphs
from paroll.finding import Finding
from paroll.sheet import Document

CHECKS: tuple[Callable[[Document], Iterable[Finding]], ...] = (glyphs.check,)
RULES = (glyphs.MISSING,)


def check(document: Document) -> Iterator[Finding]:
    """Yield what every check finds in `document`."""
    for rule in CHECKS:
        yield from rule(document)
