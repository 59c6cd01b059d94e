"""Findings expected of a file, written in it as comments beside the faults.

`# expect: CODE at LINE:COLUMN words`: the words must occur in the finding as it is printed.
Several findings that need no words may stand in one comment, parted by semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from paroll.finding import Finding


class Expected(NamedTuple):
    """One finding: where, which, and what it says."""

    line: int
    column: int
    code: str
    words: str


def expected(data: bytes) -> list[Expected]:
    """Return what the comments of a file expect, in the order of places."""
    text = data.decode("utf-16" if data.startswith(b"\xff\xfe") else "utf-8", "replace")
    comments = re.findall("# expect: (.*)", text.replace("\x0b", " "))
    parts = (part for comment in comments for part in re.split(r"; (?=[A-Z]\d{3} at )", comment))
    return sorted(map(_one, parts))


def compare(findings: Sequence[Finding], wanted: Sequence[Expected]) -> None:
    """Fail unless the findings are exactly those wanted."""
    assert wanted, "a bad file without expectations tests nothing"
    spans = [(f.span.line, f.span.column, f.code) for f in findings if f.span]
    places = [(want.line, want.column, want.code) for want in wanted]
    assert sorted(spans) == places, f"found {sorted(spans)}, not {places}"
    for want in wanted:
        said = [str(f) for f in findings if f.span and f.code == want.code]
        assert any(want.words in text for text in said), f"{want} is not said by {said}"


def _one(text: str) -> Expected:
    match = re.fullmatch(r"([A-Z]\d{3}) at (\d+):(\d+) ?(.*)", text)
    assert match, f"not an expectation: {text}"
    return Expected(int(match[2]), int(match[3]), match[1], match[4])
