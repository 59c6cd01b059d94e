"""Faults of lines, and of areas that are as thin as lines."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.preflight.contents import rules
from paroll.preflight.contents.colours import what
from paroll.preflight.contents.faults import Fault
from paroll.preflight.contents.grounds import is_white
from paroll.preflight.contents.painted import Kind, Painted, Sheet
from paroll.printers import Printer
from paroll.units import to_pt

NOTHING = 0.0005
"""What is thinner, in points, has no width (GWG 2015, 3.15: lines count in 0.001 pt)."""


def stroke_faults(sheet: Sheet, printer: Printer) -> Iterator[Fault]:
    """Yield the lines inside the trim that are too thin."""
    least = to_pt(printer.least_line)
    for one in sheet.objects:
        if one.thickness is None or not one.box.touches(sheet.trim) or _is_unseen(one):
            continue
        hint = f"make it {least:g} pt or thicker"
        if one.thickness < NOTHING:
            yield Fault(rules.NO_WIDTH, f"{what(one)} has no width", hint, one.box)
        elif round(one.thickness, 3) < round(least, 3):
            thin = f"{one.thickness:.3g} pt"
            yield Fault(rules.HAIRLINE, f"{what(one)} is too thin", hint, one.box, thin)


def _is_unseen(one: Painted) -> bool:
    """Say whether it is a letter's outline, which has a fill to hold it, or white."""
    return one.kind is Kind.TEXT or (one.colour is not None and is_white(one.colour))
