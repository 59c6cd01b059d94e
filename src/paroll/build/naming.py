"""Naming files after what they say, in letters that every file system and web site takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

PRINT, PROOF, IMPOSED = ".print.pdf", ".proof.pdf", ".imposed.pdf"
"""How the names end of what a print shop gets, of its proof, and of sheets of copies."""
NUMBERED = r"\d\d+(-[a-z0-9-]+)?\.(png|txt)"
"""What files are called that are named by `numbered`."""
LONGEST = 60
"""The most bytes of a name, without its ending."""
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ŋ": "n", "ŧ": "t"}
)


def numbered(titles: Iterable[str]) -> Iterator[str]:
    """Yield a name for each title, such as `01-en-skola-for-alla`; no two are the same."""
    for number, title in enumerate(titles, 1):
        yield slug(f"{number:02} {title}")


def slug(text: str) -> str:
    """Return `text` in ASCII letters, digits and hyphens, cut between words if it must be."""
    parts = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = parts.encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(name) <= LONGEST:
        return name
    return name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]
