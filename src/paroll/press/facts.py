"""What a print shop wants to know of a finished file, read from the file itself.

Importing this imports pikepdf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from paroll.press.frame import framed
from paroll.tuples import NamedTuple

PROCESS = ("C", "M", "Y", "K")
_NO_INK = {"All", "None"}
_SUBSET = re.compile(r"[A-Z]{6}\+")


class Facts(NamedTuple):
    """A file's trimmed size in points, its fonts, and the inks of each of its pages.

    The inks are those of the process, by their letters, then spot inks by name.
    """

    width: float
    height: float
    fonts: tuple[str, ...]
    inks: tuple[tuple[str, ...], ...]


def facts(data: bytes) -> Facts | None:
    """Return the facts of a finished print file; None of what is no PDF."""
    try:
        pdf = Pdf.open(BytesIO(data))
    except pikepdf.PdfError:
        return None
    with pdf:
        trim = framed(pdf.pages[0].trimbox)
        fonts = {
            _SUBSET.sub("", str(each.BaseFont)[1:])
            for each in pdf.objects
            if isinstance(each, Dictionary) and each.get("/Type") == Name.Font
        }
        inks = tuple(_in_order({*_inks(page, set())}) for page in pdf.pages)
        return Facts(trim.width, trim.height, tuple(sorted(fonts)), inks)


def _in_order(inks: set[str]) -> tuple[str, ...]:
    spots = sorted(inks.difference(PROCESS))
    return (*(ink for ink in PROCESS if ink in inks), *spots)


def _inks(drawing: Page | Stream, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Yield the inks that a page or a form prints, and what it draws with."""
    resources = drawing.get("/Resources", Dictionary())
    spaces = resources.get("/ColorSpace", Dictionary())
    for instruction in pikepdf.parse_content_stream(drawing):
        operands, word = instruction.operands, str(instruction.operator)
        if word in ("k", "K"):
            yield from (ink for ink, part in zip(PROCESS, operands, strict=True) if float(part) > 0)
        elif word in ("g", "G"):
            yield from ("K",) if float(operands[0]) < 1 else ()
        elif word in ("cs", "CS"):
            yield from _of_space(spaces.get(str(operands[0]), operands[0]))
        elif word == "sh":
            yield from _of_space(resources.Shading[str(operands[0])].ColorSpace)
        elif word == "Do":
            thing = resources.XObject[str(operands[0])]
            if thing.objgen not in seen:
                seen.add(thing.objgen)
                yield from _of_object(thing, seen)


def _of_object(thing: Object, seen: set[tuple[int, int]]) -> Iterator[str]:
    if thing.get("/Subtype") == Name.Form:
        yield from _inks(thing, seen)  # type: ignore[arg-type]
    elif "/ColorSpace" in thing:
        yield from _of_space(thing.ColorSpace)


def _of_space(space: Object) -> Iterator[str]:
    """Yield the inks of a colour space: all that it can print."""
    if space in (Name.DeviceGray, Name.G):
        yield "K"
    elif space in (Name.DeviceCMYK, Name.CMYK):
        yield from PROCESS
    elif isinstance(space, Array) and space[0] == Name.Separation:
        name = _named(space[1])
        yield from () if name in _NO_INK else (name,)
    elif isinstance(space, Array) and space[0] == Name.DeviceN:
        yield from (_named(name) for name in space[1] if _named(name) not in _NO_INK)
    elif isinstance(space, Array) and space[0] == Name.Indexed:
        yield from _of_space(space[1])


_LETTERS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}


def _named(name: Object) -> str:
    """Return the name of an ink; one of the process by its letter."""
    plain = str(name)[1:]
    return _LETTERS.get(plain, plain)
