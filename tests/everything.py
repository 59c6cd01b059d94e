"""A deck with every kind of page, each from its own example, in a language and the brand for it."""

from __future__ import annotations

from functools import cache

from composing import compose
from paroll.kinds import KINDS
from paroll.paint import pptx
from paroll.sheet import Document
from specimens import brand
from stress import BRANDS, example

LANGUAGES = ("sv", "de", "se", "fi")


@cache
def document(language: str) -> Document:
    """Return all kinds of pages, with notes; a closing comes of itself."""
    sections = [example(kind) | {"note": "Pausa."} for kind in KINDS if kind != "closing"]
    made, _ = compose("deck", sections, brand=BRANDS[language], language=language)
    return made


@cache
def deck(language: str) -> bytes:
    """Return them as a .pptx."""
    return pptx.paint(document(language), brand(BRANDS[language]))
