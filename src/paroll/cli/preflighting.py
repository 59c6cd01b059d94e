"""`paroll preflight`."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from paroll.build.project import is_file, printer_folders
from paroll.build.release import release
from paroll.cli.building import WrongUse
from paroll.finding import has_errors
from paroll.formats import Format
from paroll.preflight.data import as_data
from paroll.preflight.forms import PRINTED
from paroll.preflight.guard import Checked, Task, guarded
from paroll.preflight.page import page
from paroll.preflight.run import Wish
from paroll.preflight.text import told
from paroll.printers import Printer, default, known_printers, read_printer
from paroll.source import NOWHERE, Plain


def preflight_command(options: Namespace) -> int:
    """Say what a print shop would call about, in files of anyone's."""
    printer = _printer(options.printer)
    wish = Wish(printer, _form(options.format))
    if options.html and options.html.suffix.lower() not in (".html", ".htm"):
        raise WrongUse(f"--html {options.html}: name a page to write, such as report.html")
    found = []
    for path in _files(options.files):
        found.append(_checked(Task(path, str(path), wish, options.html is not None)))
        if not options.json:
            print(told(found[-1].report), flush=True)
    if options.json:
        reports = [checked.report for checked in found]
        print(json.dumps(as_data(reports, printer.name), indent=2, ensure_ascii=False))
    if options.html and (unwritten := release(page(found, printer.title).encode(), options.html)):
        raise WrongUse(unwritten.message)
    return 1 if any(has_errors(i.finding for i in each.report.issues) for each in found) else 0


def _form(name: str) -> Format | None:
    """Return the format of that name; None if none is named."""
    if name and name not in PRINTED:
        raise WrongUse(f"no format {name!r}; there are {', '.join(PRINTED)}")
    return PRINTED.get(name)


def _files(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, each once."""
    for path in paths:
        if not is_file(path):
            raise WrongUse(f"{path}: no such file")
    return list(dict.fromkeys(paths))


def _checked(task: Task) -> Checked:
    try:
        return guarded(task)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise WrongUse(f"{task.path}: cannot be read: {why}") from error


def _printer(name: str) -> Printer:
    """Return the printer profile of that name; the default one if none is named."""
    if not name:
        return default()
    stocks = printer_folders(Path.cwd() / "decks")
    printer, found = read_printer(stocks, Plain(name, NOWHERE))
    for finding in found:
        print(f"{finding}\n", file=sys.stderr)
    if printer is None:
        known = ", ".join(known_printers(stocks))
        raise WrongUse(f"no printer {name!r} to check for; there are {known}")
    return printer
