"""Formats: whether a file has the size and the number of pages that what it is called asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paroll.finding import Rule, Severity
from paroll.formats import FORMATS, Format, Medium
from paroll.preflight.model import Issue
from paroll.units import EMU_PER_MM, EMU_PER_POINT, Emu, to_mm

if TYPE_CHECKING:
    from paroll.preflight.leaf import Leaf

WRONG_SIZE = Rule(
    "F121",
    Severity.ERROR,
    "page is not as large as its format",
    "A file that is called by a format, or checked for one with `--format`, is cut to the size of "
    "that format. What is a millimetre larger or smaller is scaled by the print shop, or loses its "
    "edge. `--format list` tells which formats there are.",
    "leaflet-a5.pdf: /TrimBox [0 0 419.5 600]",
    "leaflet-a5.pdf: /TrimBox [0 0 419.5 595.3]",
)
WRONG_COUNT = Rule(
    "F122",
    Severity.ERROR,
    "number of pages does not suit the format",
    "A folded sheet is two pages, its outside and its inside. A stitched booklet has a number of "
    "pages that four divides, since each sheet in it is four. Any other sheet has one page or two, "
    "its front and its back.",
    "roll-fold.pdf: 6 pages",
    "roll-fold.pdf: 2 pages",
)
RULES = (WRONG_SIZE, WRONG_COUNT)

PRINTED = {name: form for name, form in FORMATS.items() if form.medium is Medium.PRINT}
"""The formats a file can be held to."""
_SLACK = 0.1
"""Millimetres that a page may be larger or smaller."""


def named_by(file: str) -> Format | None:
    """Return the format that a file is called by: `leaflet-a5.pdf`, `leaflet-a5.print.pdf`."""
    match = re.fullmatch(r"([\w-]+?)(?:\.print)?\.pdf", re.split(r"[/\\]", file)[-1])
    return PRINTED.get(match[1]) if match else None


def form_issues(pages: Sequence[Leaf], form: Format) -> Iterator[Issue]:
    """Yield pages that are not as large as the format, and a number of them that does not suit."""
    for leaf in pages:
        box = leaf.place(leaf.trimmed)
        if not (_near(box.w, form.width) and _near(box.h, form.height)):
            turned = _near(box.w, form.height) and _near(box.h, form.width)
            message = f"{_size(box.w, box.h)}{', across,' if turned else ''} instead of "
            message += f"{_size(form.width, form.height)} ({form.name})"
            hint = f"make the page {_size(form.width, form.height)}, with its bleed round it"
            yield Issue(WRONG_SIZE.at(None, message, hint), leaf.number)
    if wish := _count(len(pages), form):
        message = f"{len(pages)} page{'' if len(pages) == 1 else 's'} in a {form.name}"
        yield Issue(WRONG_COUNT.at(None, message, wish))


def _count(pages: int, form: Format) -> str:
    """Say how many pages there should be, or nothing if there are so many."""
    if form.panels:
        return "" if pages == 2 else "make it two pages: the outside, then the inside"
    if form.multiple > 1:
        more = -pages % form.multiple
        return f"add {more}, or take out {pages % form.multiple}" if more else ""
    return "" if pages <= 2 else "make a file for each, or a booklet"


def _near(length: Emu, asked: Emu) -> bool:
    return abs(length - asked) <= _SLACK * EMU_PER_MM + EMU_PER_POINT / 100


def _size(width: Emu, height: Emu) -> str:
    across, upright = (f"{to_mm(each):.1f}".removesuffix(".0") for each in (width, height))
    return f"{across} × {upright} mm"
