"""What preflight finds in a PDF, and where."""

from __future__ import annotations

from paroll.finding import Finding, Severity
from paroll.tuples import NamedTuple
from paroll.units import Box


class Issue(NamedTuple):
    """A finding and where it is: on which page, counted from 1 (0: the file as a whole).

    `box` is the place on that page in EMU, from the top left corner of its TrimBox, y downwards.
    """

    finding: Finding
    page: int = 0
    box: Box | None = None


class Report(NamedTuple):
    """All that was found in a file called `name`; `facts` are label and value, for people."""

    name: str
    facts: tuple[tuple[str, str], ...]
    issues: tuple[Issue, ...]

    def count(self, severity: Severity) -> int:
        """Return how many issues of `severity` there are."""
        return sum(issue.finding.severity is severity for issue in self.issues)
