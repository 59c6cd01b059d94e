"""The `paroll` command: parses, prints, and leaves the work to the layers below."""

from __future__ import annotations

import gc
from collections.abc import Sequence


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


def console() -> int:
    """Run the command line as a process of its own, which ends without a last look for cycles.

    Whoever stops it while it still starts hears nothing, as with any command.
    """
    try:
        code = main()
    except KeyboardInterrupt:
        code = 130
    gc.freeze()
    return code
