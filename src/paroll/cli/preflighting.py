"""`paroll preflight`."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from paroll.build.project import is_file
from paroll.cli.building import WrongUse
from paroll.finding import Severity
from paroll.preflight.data import as_data
from paroll.preflight.guard import Task, guarded
from paroll.preflight.run import Checked, Wish
from paroll.preflight.text import told
from paroll.printers import Printer, default, known_printers, read_printer
from paroll.source import NOWHERE, Plain
from paroll.stock import Folder


def preflight_command(options: Namespace) -> int:
    """Say what a print shop would call about, in files of anyone's."""
    printer = _printer(options.printer)
    found = []
    for path in _files(options.files):
        checked = _checked(Task(path, str(path), Wish(printer)))
        found.append(checked)
        if not options.json:
            print(told(checked.report), flush=True)
    reports = [checked.report for checked in found]
    if options.json:
        print(json.dumps(as_data(reports, printer.name), indent=2, ensure_ascii=False))
    return 1 if any(report.count(Severity.ERROR) for report in reports) else 0


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
    here = Path.cwd()
    folders = (place / "printers" for place in (here / "decks", here, *here.parents))
    stocks = [Folder(folder) for folder in folders if folder.is_dir()]
    printer, found = read_printer(stocks, Plain(name, NOWHERE))
    for finding in found:
        print(f"{finding}\n", file=sys.stderr)
    if printer is None:
        known = ", ".join(known_printers(stocks))
        raise WrongUse(f"no printer {name!r} to check for; there are {known}")
    return printer
