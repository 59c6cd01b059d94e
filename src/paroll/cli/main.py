"""Parsing the command line.

Exit codes: 0 all well, 1 errors in the material, 2 wrong use, 3 a file of paroll's own is at fault.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol

from paroll import __version__
from paroll.cli import building


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles and pipes may not be UTF-8; å must not end in a traceback there.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(argv)
    try:
        code = int(options.run(options))
        if sys.stdout:
            sys.stdout.flush()
    except building.WrongUse as error:
        print(f"paroll: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("paroll: stopped; the files of earlier builds are untouched", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # What is left unwritten goes nowhere: Python would complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="paroll",
        description="One YAML programme becomes everything a campaign shows and prints.",
    )
    parser.add_argument("--version", action="version", version=f"paroll {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_check(commands)
    _add_brand(commands)
    listed = commands.add_parser("printers", help="list the printer profiles at hand")
    listed.set_defaults(run=_loaded("printers", "printers_command"))
    _add_preflight(commands)
    explain = commands.add_parser("explain", help="say what a code in brackets means")
    explain.add_argument("code", metavar="CODE", nargs="?", help="such as S201; all if left out")
    explain.set_defaults(run=_loaded("manual", "explain"))
    schema = commands.add_parser("schema", help="print the JSON Schema of programme files")
    schema.set_defaults(run=_loaded("manual", "schema"))
    new = commands.add_parser("new", help="start a folder with a programme and a brand kit")
    new.add_argument("folder", metavar="DIR", type=Path)
    new.set_defaults(run=_loaded("starting", "new"))
    return parser


class _Commands(Protocol):
    """What `add_subparsers` returns; argparse gives it no public name."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        """Add a command."""


def _add_build(commands: _Commands) -> None:
    build = commands.add_parser("build", help="make the materials")
    _add_programmes(build)
    build.add_argument(
        "--only",
        metavar="NAMES",
        default="",
        help="materials or files, with commas: deck,leaflet-a5 or deck.pptx",
    )
    build.add_argument(
        "--previews", action="store_true", help="a PNG of each page as well, and an overview"
    )
    build.add_argument("--out", metavar="DIR", type=Path, default=Path("output"))
    build.set_defaults(run=building.build_command)


def _add_check(commands: _Commands) -> None:
    check = commands.add_parser("check", help="say what is wrong, make nothing")
    _add_programmes(check)
    check.set_defaults(run=building.check_command)


def _add_brand(commands: _Commands) -> None:
    brand = commands.add_parser("brand", help="say what is wrong with brand kits")
    actions: _Commands = brand.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = actions.add_parser("check", help="list every fault of kits and their templates")
    check.add_argument(
        "names", metavar="NAME", nargs="*", help="brand kits; all in brand/ if none is named"
    )
    check.set_defaults(run=_loaded("brands", "check_command"))


def _add_preflight(commands: _Commands) -> None:
    preflight = commands.add_parser("preflight", help="say what a print shop would call about")
    preflight.add_argument(
        "files", metavar="FILE.pdf", nargs="+", type=Path, help="PDFs of anyone's"
    )
    preflight.add_argument("--printer", metavar="NAME", default="", help="the printer profile")
    preflight.add_argument(
        "--format", metavar="NAME", default="", help="the format, such as leaflet-a5"
    )
    preflight.add_argument(
        "--html", metavar="OUT", type=Path, help="write the report as a page with pictures"
    )
    preflight.add_argument("--json", action="store_true", help="the report as JSON")
    preflight.set_defaults(run=_loaded("preflighting", "preflight_command"))


def _loaded(module: str, command: str) -> Callable[[argparse.Namespace], int]:
    """Return a command of another module in this package, which is loaded when it is run."""

    def run_it(options: argparse.Namespace) -> int:
        return int(getattr(import_module(f"paroll.cli.{module}"), command)(options))

    return run_it


def _add_programmes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "programmes",
        metavar="PROGRAMME",
        nargs="*",
        type=Path,
        help="YAML files; all in decks/ if none is named",
    )
