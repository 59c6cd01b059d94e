"""Checks that whoever cannot see a picture is told what it shows, in words worth hearing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paroll.brand.model import Brand
from paroll.finding import Finding, Rule, Severity
from paroll.sheet import Chart, Document, Picture, Table
from paroll.source import shortened

LONGEST = 250
"""The most characters of an alternative text: screen readers say it in one breath."""

SILENT = Rule(
    "S310",
    Severity.ERROR,
    "table or chart without a description",
    "Who cannot see a table or a chart is told what it shows before going through its cells and "
    "values, or instead of it.",
)
FILE_NAME = Rule(
    "S311",
    Severity.WARNING,
    "description is the name of a file",
    "A screen reader would spell out “IMG_2041.jpg”. Say what the picture shows, in a sentence.",
    bad="alt: IMG_2041.jpg",
    good="alt: Två sjuksköterskor tar emot en patient.",
)
TOO_LONG = Rule(
    "S312",
    Severity.WARNING,
    "description is long",
    "A description is said in one go: nobody can skip back in it as in a text. Up to 250 "
    "characters hold what matters in a picture; the rest belongs into the text or the notes.",
)
SAYS_PICTURE = Rule(
    "S313",
    Severity.WARNING,
    "description says that it is a picture",
    "Screen readers say “picture” themselves before they read its description.",
    bad="alt: Bild av två sjuksköterskor som tar emot en patient.",
    good="alt: Två sjuksköterskor tar emot en patient.",
)
RULES = (SILENT, FILE_NAME, TOO_LONG, SAYS_PICTURE)

_SILENT = "a table or chart has no description"
_NAME_OF_FILE = re.compile(
    r"\S+\.(jpe?g|png|gif|svg|webp|heic|tiff?|bmp|pdf)|(img|dsc[nf]?|pxl|mvimg)[-_ ]?\d{3,}\S*",
    re.IGNORECASE,
)
_SAYS_PICTURE = re.compile(
    r"((en |ett )?(bild|foto|fotografi)(en|t|et)? (av|på|som|över|visar|föreställer)"
    r"|((an?|the) )?(picture|photo|photograph|image) (of|showing|shows)"
    r"|(ein |das |eine )?(bild|foto|abbildung) (von|zeigt)"
    r"|(kuva|kuvassa|valokuva|govva|govas)) ",
    re.IGNORECASE,
)
"""Swedish, English, German, and the two words for it in Finnish and Northern Sámi."""


def check(document: Document, brand: Brand) -> Iterator[Finding]:
    """Yield what has no description but should, and descriptions of pictures that help nobody."""
    del brand
    for sheet in document.sheets:
        for mark in sheet.content:
            if isinstance(mark, Picture) and mark.alt:
                yield from _judged(mark)
            elif isinstance(mark, Table | Chart) and not mark.alt.strip():
                yield SILENT.at(mark.span, _SILENT, "write what it shows")


def _judged(picture: Picture) -> Iterator[Finding]:
    alt, span = " ".join(picture.alt.split()), picture.span
    if _NAME_OF_FILE.fullmatch(alt):
        yield FILE_NAME.at(span, f"“{shortened(alt)}” is the name of a file", "say what it shows")
    if len(alt) > LONGEST:
        hint = f"shorten it to {LONGEST} characters; text and notes can say the rest"
        yield TOO_LONG.at(span, f"a picture's description has {len(alt)} characters", hint)
    if begins := _SAYS_PICTURE.match(alt):
        message = f"a description begins with “{begins[0].strip()}”"
        yield SAYS_PICTURE.at(span, message, "leave that out: screen readers say it themselves")
