"""Fonts: a print shop has none of its own, so all must travel with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from paroll.finding import Rule, Severity
from paroll.preflight.model import Issue
from paroll.preflight.reading import dictionary, entry, items, name
from paroll.preflight.walk import Used
from paroll.tuples import NamedTuple

FILES = ("/FontFile", "/FontFile2", "/FontFile3")

NOT_EMBEDDED = Rule(
    "F131",
    Severity.ERROR,
    "font is not embedded",
    "Where the font is missing the print shop's machine sets the text in another one. This holds "
    "for Helvetica, Times and Courier, too, and for fonts that are named but not used, since "
    "machines look for all of them (ISO 15930-7; many programs name Helvetica in every "
    "file). Have the program embed all fonts.",
    "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
    "/FontDescriptor << /FontName /ABCDEF+Lato-Regular /FontFile2 12 0 R >>",
)
RULES = (NOT_EMBEDDED,)


class Face(NamedTuple):
    """A font of a file: its name, whether it travels with it, and where it is first used."""

    name: str
    is_embedded: bool
    page: int


def faces(things: Iterable[Used]) -> list[Face]:
    """Return the fonts among what pages use, also those in graphics states."""
    found = []
    for thing in things:
        fonts = [thing.what] if thing.kind == "Font" else []
        if thing.kind == "ExtGState":
            fonts = items(thing.what, "/Font")[:1]
        found += [Face(_called(font), _is_embedded(font), thing.page) for font in fonts]
    return found


def font_issues(found: Iterable[Face]) -> Iterator[Issue]:
    """Yield the fonts that do not travel with the file, each once."""
    seen = set()
    for face in found:
        if not face.is_embedded and face.name not in seen:
            seen.add(face.name)
            message = f"the font {face.name} is not embedded"
            yield Issue(NOT_EMBEDDED.at(None, message, "embed all fonts"), face.page)


def _called(font: object) -> str:
    return name(font, "/BaseFont") or name(font, "/Name") or "without a name"


def _is_embedded(font: object) -> bool:
    """Say whether a font is in the file; letters drawn as pictures (Type 3) always are."""
    if name(font, "/Subtype") == "Type3":
        return True
    if name(font, "/Subtype") == "Type0":
        return any(_has_file(below) for below in items(font, "/DescendantFonts"))
    return _has_file(font)


def _has_file(font: object) -> bool:
    descriptor = entry(font, "/FontDescriptor")
    return any(dictionary(descriptor, file) is not None for file in FILES)
