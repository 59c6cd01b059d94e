"""Stand-ins: families every computer has, and how wide their letters are.

Where a brand's fonts are missing, text is shown in another family. These widths tell whether it
still fits; `tools/standins.py` takes them from free fonts of the same widths.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from paroll.finding import Finding, Rule, Severity, Span
from paroll.source import guess

DATA = Path(__file__).with_name("standins.json")
FACES = ("regular", "bold", "italic", "boldItalic")
NAMES = ("Arial", "Arial Narrow", "Calibri", "Georgia", "Helvetica", "Times New Roman", "Verdana")
"""The families whose widths are known."""
SERIF = ("Georgia", "Times New Roman")
_SAME = {"Helvetica": "Arial"}
_TYPICAL = "n"
_EVERYWHERE = {"\u2009": 0.2, "\u00ad": 0.0}
"""Thin spaces, which most of these fonts lack; hyphens that are seen at ends of lines only."""

UNKNOWN = Rule(
    "B024",
    Severity.WARNING,
    "widths of the fallback are not known",
    "Where the brand's fonts are missing, slides are shown in the fallback or a font like it, and "
    "paroll sees to it that texts fit in that too. It knows the widths of Arial, Arial Narrow, "
    "Calibri, Georgia, Helvetica, Times New Roman and Verdana.",
    bad="fallback: Segoe UI",
    good="fallback: Arial",
)
RULES = (UNKNOWN,)


class Widths(dict[str, float]):
    """How wide each character is, in parts of the size; one not known is as wide as an n."""

    def __missing__(self, letter: str) -> float:
        return self[_TYPICAL]


def known(name: str) -> str | None:
    """Return the family called `name`, whatever its capitals, as we write it; None if unknown."""
    return next((each for each in NAMES if each.casefold() == name.strip().casefold()), None)


@cache
def widths(name: str, *, bold: bool = False, italic: bool = False) -> Widths:
    """Return the widths of a face of one of `NAMES`."""
    groups = _data()[_SAME.get(name, name)][FACES[bold + 2 * italic]]
    own = {letter: int(w) / 1000 for w, letters in groups.items() for letter in letters}
    return Widths({"\u00a0": own[" "], **own, **_EVERYWHERE})


@cache
def _data() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    data: dict[str, dict[str, dict[str, str]]] = json.loads(DATA.read_bytes())
    return data


def check_standin(name: str, span: Span) -> list[Finding]:
    """Return a finding if the widths of the fallback `name` are not known."""
    if known(name):
        return []
    hint = guess(name, NAMES)
    message = f"the widths of “{name}” are not known: whether slides fit in it is not checked"
    return [UNKNOWN.at(span, message, hint)]
