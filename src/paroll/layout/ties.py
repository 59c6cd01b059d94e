"""Ties: no-break spaces where a reader would not want a line to end.

They are put in as characters, not as hints to our own line breaker, so PowerPoint keeps the same
words together after the next edit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from paroll.sheet import Run

NO_BREAK = "\u00a0"
SHORT = 4
"""How many letters a word has at most that a counter would leave alone: "tid (1/3)"."""

# A number and the word it counts ("24 timmar", "1,5 miljoner"), but not a year, which counts
# nothing; groups of digits ("1 200", "0706-32 11 65"), but no enumeration ("Storgatan 1, 871 30").
_COUNTED = re.compile(r"(?<![\w.,-])(?!(?:19|20)\d\d )(\d[\d.,-]*) (?=[^\W\d_]{2,}|(?<!, )\d)")
_GROUPED = re.compile(r"(?<=\d) (?=\d{2,3}(?!\d))")
# Spaced dashes belong to the word before them; "(S)" belongs to its name.
_DASHED = re.compile(r" (?=[\u2013\u2014] )")
_PARTY = re.compile(r" (?=\([A-ZÅÄÖ]{1,4}\))")


# A small word at the end of a large line looks lost: "för förändring i | landstinget". A chain of
# them must not become wider than a column, so it ends after three.
_SMALL = re.compile(r"(?<= )(?:[^\W\d_]{1,2} ){1,3}\w+")


@lru_cache(maxsize=4096)
def tied(text: str, *, display: bool = False) -> str:
    """Return `text` with no-break spaces at the places that hold whatever the line length.

    In `display` type small words are tied to what follows them.
    """
    if display:
        text = _SMALL.sub(lambda small: small[0].replace(" ", NO_BREAK), text)
    text = _COUNTED.sub(rf"\1{NO_BREAK}", text)
    for pattern in (_GROUPED, _DASHED, _PARTY):
        text = pattern.sub(NO_BREAK, text)
    return text


def with_counter(text: str, counter: str) -> str:
    """Return `text` with a counter after it; a short last word is not left alone with it."""
    head, _, tail = text.rpartition(" ")
    if head and len(tail) <= SHORT:
        return f"{head}{NO_BREAK}{tail}{NO_BREAK}{counter}"
    return f"{text} {counter}"


def tied_runs(runs: Sequence[Run], *, display: bool = False) -> tuple[Run, ...]:
    """Return `runs` with each text tied."""
    return tuple(run._replace(text=tied(run.text, display=display)) for run in runs)


def tie_last_word(runs: Sequence[Run]) -> tuple[Run, ...] | None:
    """Return `runs` with the last two words tied, or None where there is no space to tie."""
    *before, last = runs
    head, space, tail = last.text.rstrip().rpartition(" ")
    if not space or not head:
        return None
    return (*before, last._replace(text=f"{head}{NO_BREAK}{tail}"))
