"""How long something takes, for bounds on what hostile input may cost."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def processor_time() -> Iterator[list[float]]:
    """Give a list that holds the seconds of processor time once the block has ended.

    Garbage is not collected meanwhile, as the command collects none while it runs: to look through
    all that other tests have left can take a second by itself.
    """
    taken: list[float] = []
    collects = gc.isenabled()
    gc.disable()
    start = time.process_time()
    try:
        yield taken
    finally:
        taken.append(time.process_time() - start)
        if collects:
            gc.enable()
