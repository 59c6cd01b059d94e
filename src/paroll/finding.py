"""Findings: the one type for everything a person is told about their material.

A `Rule` is something that can be wrong; a `Finding` is one place where it is. Rules are plain
constants beside the code that applies them; `paroll explain CODE` prints what they say.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from paroll.tuples import NamedTuple


class Severity(StrEnum):
    """How much a finding matters: an error stops its material, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A place in a file a person wrote: path as they know it, line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One thing to mend: where it is, what was measured, what to do."""

    rule: Rule
    message: str
    span: Span | None
    hint: str = ""

    @property
    def code(self) -> str:
        """The rule's code, as printed in brackets."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity

    def __str__(self) -> str:
        lines = [f"{self.severity}[{self.code}] {self.message}"]
        if self.span:
            lines.append(f"  --> {self.span}")
        if self.hint:
            lines.append(f"   = hint: {self.hint}")
        return "\n".join(lines)


class Rule(NamedTuple):
    """A kind of fault, with its manual page.

    `code` is a letter for the stage (Y YAML, P programme, B brand, R printers, S sheets, F files)
    and three digits; it is never reused. `good` and `bad` are short pieces of YAML, or empty.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    bad: str = ""
    good: str = ""

    def at(self, span: Span | None, message: str, hint: str = "") -> Finding:
        """Return a finding of this rule at `span`."""
        return Finding(self, message, span, hint)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as they stand in the files, each once."""
    nowhere = Span("", 0, 0)
    return sorted(dict.fromkeys(findings), key=lambda f: (f.span or nowhere, f.code, f.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether any finding stops its material."""
    return any(f.severity is Severity.ERROR for f in findings)
