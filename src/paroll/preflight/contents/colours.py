"""Faults of colours: those of screens, those with a profile of their own, registration."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.preflight.contents import rules
from paroll.preflight.contents.faults import Fault, called
from paroll.preflight.contents.painted import Kind, Painted, Sheet
from paroll.preflight.contents.spaces import ALL, is_own, is_rgb
from paroll.printers import Printer, Standard

_EXPORT = "choose CMYK when you export, with the printer's profile"
_CONVERT = "convert to CMYK when you export"


def colour_faults(sheet: Sheet, printer: Printer) -> Iterator[Fault]:
    """Yield what is painted in colours that a press does not have, marks outside the trim too."""
    managed = rules.MANAGED_X1A if printer.standard is Standard.X1A else rules.MANAGED
    for one in sheet.objects:
        if one.colour is None:
            continue
        space = one.colour.space
        if is_rgb(space):
            yield Fault(rules.RGB, _said(one), _EXPORT, one.box, called(one.colour))
        elif is_own(space):
            yield Fault(managed, _said(one), _CONVERT, one.box, called(one.colour))
        elif ALL in space.root.names and one.box.touches(sheet.trim):
            message = f"{what(one)} in the separation All inside the trim"
            yield Fault(rules.REGISTRATION, message, "use black", one.box)


def twin_faults(sheet: Sheet, known: dict[str, str]) -> Iterator[Fault]:
    """Yield the spot inks whose names differ from one of `known` by their spelling alone.

    `known` are names by what counts of them; those of the sheet are added.
    """
    for one in sheet.objects:
        for name in one.colour.space.root.names if one.colour else ():
            other = known.setdefault("".join(name.split()).casefold(), name)
            if other != name:
                message = f"the spot inks “{other}” and “{name}” make two plates"
                yield Fault(rules.TWIN_SPOTS, message, "name the ink the same", one.box)


def what(one: Painted) -> str:
    """Return the word for what is painted, with its article."""
    if one.kind is Kind.TEXT:
        return "text"
    return f"{'an' if one.kind[0] in 'aeiou' else 'a'} {one.kind}"


def _said(one: Painted) -> str:
    return f"{what(one)} in {one.colour.space.root.title}" if one.colour else what(one)
