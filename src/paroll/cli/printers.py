"""`paroll printers`."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from paroll.build.project import printer_folders
from paroll.finding import has_errors
from paroll.printers import Edges, Marks, Printer, known_printers, read_printer
from paroll.source import NOWHERE, Plain
from paroll.units import to_mm


def printers_command(options: Namespace) -> int:
    """List the printer profiles at hand with what each asks, and say what is wrong with them."""
    del options
    stocks = printer_folders(Path.cwd())
    names = known_printers(stocks)
    code = 0
    for name in names:
        printer, found = read_printer(stocks, Plain(name, NOWHERE))
        for finding in found:
            print(f"{finding}\n", file=sys.stderr)
        code |= has_errors(found)
        if printer:
            print(f"{name:{max(map(len, names))}}  {printer.title}: {_asks(printer)}")
    return code


def _asks(printer: Printer) -> str:
    marks = {Marks.NONE: "no marks", Marks.CROP: "crop marks", Marks.ALL: "all marks"}
    parts = (
        printer.standard,
        f"{_bleed(printer.bleed)} bleed",
        marks[printer.marks],
        printer.condition.identifier,
        f"{printer.ink_limit:g} % of ink",
    )
    return ", ".join(parts)


def _bleed(edges: Edges) -> str:
    each = [f"{to_mm(edge):g}" for edge in edges]
    return f"{each[0]} mm" if len(set(each)) == 1 else f"{' / '.join(each)} mm"
