"""The `paroll` command: parses, prints, and leaves the work to the layers below."""

from __future__ import annotations

import gc
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code.

    Cycles are not collected meanwhile: a command is over before they matter, and looking for
    them among the modules being imported took a twelfth of its time.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        from paroll.cli.main import run

        return run(argv)
    finally:
        if collected:
            gc.enable()
