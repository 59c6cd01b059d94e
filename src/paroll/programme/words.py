"""Words: running text with the inline Markdown that a slide can show.

`**bold**`, `*italic*`, `[text](address)`, `<https://…>` and backslash escapes mean what
CommonMark 0.31 says; a blank line parts paragraphs, a single line break is a space, two spaces or
a backslash before it keep it. All else (HTML, pictures, code, `# `, `1. `) is printed as typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Self

from paroll.finding import Finding, Rule, Severity, Span
from paroll.programme.links import refused, target_of
from paroll.sheet import Run
from paroll.source import ANY_TEXT, NOWHERE, Record, composed

LONGEST = 10_000
"""The most characters of one text, some four pages: more is a mistake, and slow to parse."""

TOO_LONG = Rule(
    "P003",
    Severity.ERROR,
    "text is longer than any page holds",
    "One text may have 10 000 characters. Divide it between sections.",
)
BROKEN_LINK = Rule(
    "P004",
    Severity.WARNING,
    "looks like a link but is printed as text",
    "A link is written [text](address) without a space between, and its address has no spaces. "
    "What differs from that is printed with its brackets, as typed.",
    bad='text: "[Läs mer] (https://www.vgregion.se)"',
    good='text: "[Läs mer](https://www.vgregion.se)"',
)
RULES = (TOO_LONG, BROKEN_LINK)

_MARKUP = re.compile(r"[*_\[\\<]")
_BREAK = re.compile(r"( *)\n *")
_LIKE_A_LINK = re.compile(r"(?<!!)\[[^\[\]\n]*\] ?\(\s*<?\s*[A-Za-z][\w+.\s-]*:[^)\n]*\)")

Runs = tuple[Run, ...]


class Words(Record, kw_only=False):
    """Running text: `paragraphs` of runs; `text` is what they say, a line for each."""

    TITLE: ClassVar[str] = "text with **bold**, *italic* and links"
    SCHEMA: ClassVar[Mapping[str, object]] = ANY_TEXT

    text: str
    paragraphs: tuple[Runs, ...]
    span: Span = NOWHERE

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Leaf.read`."""
        if len(text) > LONGEST:
            message = f"text has {len(text)} characters; the most is {LONGEST}"
            return None, [TOO_LONG.at(span, message, "divide it between sections")]
        found: list[Finding] = []
        paragraphs = tuple(_linked(runs, span, found) for runs in paragraphs_of(text))
        said = "\n".join("".join(run.text for run in runs) for runs in paragraphs)
        if broken := _LIKE_A_LINK.search(said):
            message = f"`{broken[0]}` is printed as text"
            found.append(BROKEN_LINK.at(span, message, "write [text](address) without spaces"))
        return cls(said, paragraphs, span), found

    def __str__(self) -> str:
        return self.text


def paragraphs_of(text: str) -> list[Runs]:
    """Return the paragraphs of `text`. Links carry their address as typed."""
    parts = re.split(r"\n *\n\s*", composed(text.replace("\t", " ")))
    return [marked(part) if _MARKUP.search(part) else unmarked(part) for part in parts]


def unmarked(paragraph: str) -> Runs:
    """Return the run of a paragraph without markup: what `marked` would, without its import."""
    return (Run(_BREAK.sub(lambda end: "\n" if len(end[1]) > 1 else " ", paragraph)),)


def marked(paragraph: str) -> Runs:
    """Return the runs of a paragraph read as inline Markdown."""
    from paroll.programme.inline import runs_of  # noqa: PLC0415  (a Markdown parser)

    return runs_of(paragraph)


def _linked(runs: Runs, span: Span, found: list[Finding]) -> Runs:
    """Return runs whose links can be followed; say which cannot."""
    linked = []
    for run in runs:
        target = target_of(run.link) if run.link else ""
        if target is None:
            found.append(refused(run.link, span))
        linked.append(run._replace(link=target or "") if run.link else run)
    return tuple(linked)
