"""`paroll brand check`."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.build.project import brand_folders, kits_in, printer_folders
from paroll.checks.inks import check_colours
from paroll.cli.building import WrongUse, many
from paroll.finding import Finding, Severity, in_order
from paroll.printers import own_printers, read_printer
from paroll.source import NOWHERE, Plain
from paroll.stock import Folder


def check_command(options: Namespace) -> int:
    """Say everything that is wrong with brand kits, before anyone writes for them."""
    start = time.perf_counter()
    kits = _kits(options.names)
    found = [finding for kit in kits for finding in _told(kit)]
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    seconds = time.perf_counter() - start
    print(
        f"checked {many(len(kits), 'brand kit')} in {seconds:.1f} s: "
        f"{many(errors, 'error')}, {many(len(found) - errors, 'warning')}"
    )
    return 1 if errors else 0


def _kits(names: Iterable[str]) -> list[Path]:
    """Return the folders of the kits named, or of all in the nearest `brand` folder."""
    folders = brand_folders(Path.cwd())
    if not names:
        return [folders[0] / name for name in sorted(kits_in(folders[0]))]
    found = []
    for name in dict.fromkeys(names):
        kit = next((folder / name for folder in folders if name in kits_in(folder)), None)
        if kit is None:
            known = ", ".join(sorted({kit for folder in folders for kit in kits_in(folder)}))
            raise WrongUse(f"no brand kit {name!r}; there are {known}")
        found.append(kit)
    return found


def _told(kit: Path) -> list[Finding]:
    """Print what is wrong with a kit, and return it."""
    stock = Folder(kit.parent)
    brand, found = read_brand(stock, Plain(kit.name, NOWHERE))
    if brand and brand.template:
        from paroll.brand.template.inspect import inspect

        found = [*found, *inspect(brand.template, stock.shown(f"{kit.name}/{brand.template.path}"))]
    if brand:
        found = [*found, *_by_printers(brand, kit)]
    found = in_order(found)
    for finding in found:
        print(f"{finding}\n", file=sys.stderr)
    return found


def _by_printers(brand: Brand, kit: Path) -> Iterator[Finding]:
    """Yield what the project's own printers, and the kit's, would say of its colours."""
    stocks = printer_folders(Path.cwd(), kit)
    for name in own_printers(stocks):
        printer, found = read_printer(stocks, Plain(name, NOWHERE))
        yield from found
        if printer:
            yield from check_colours(brand, printer)
