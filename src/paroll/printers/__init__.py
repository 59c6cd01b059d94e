"""Printers: what a print shop asks of a file, as data."""

from paroll.printers import profile, read
from paroll.printers.model import NO_BLEED, Cmyk, Condition, Edges, Marks, Printer, Standard
from paroll.printers.read import DEFAULT, default, known_printers, own_printers, read_printer

RULES = tuple(sorted((*profile.RULES, *read.RULES)))

__all__ = [
    "DEFAULT",
    "NO_BLEED",
    "RULES",
    "Cmyk",
    "Condition",
    "Edges",
    "Marks",
    "Printer",
    "Standard",
    "default",
    "known_printers",
    "own_printers",
    "read_printer",
]
