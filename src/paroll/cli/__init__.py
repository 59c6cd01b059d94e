"""The `paroll` command: parses, prints, and leaves the work to the layers below."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code.

    Cycles wait until it is done: looking for them among imported modules and glyphs, which make
    none, took a tenth of its time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        from paroll.cli.main import run

        return run(argv)
    finally:
        if collects:
            gc.enable()


def console() -> NoReturn:
    """Run the command line as a process of its own, and end it.

    It ends where it stands: its files are released and its children have ended, and to take
    apart a thousand modules one by one took ten milliseconds. Whoever stops it while it still
    starts hears nothing, as with any command.
    """
    try:
        code = main()
    except KeyboardInterrupt:
        code = 130
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            if stream:
                stream.flush()
    os._exit(code)
