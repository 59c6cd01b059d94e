"""What charts may be drawn with, and what there may not be too much of: read before any is."""

from __future__ import annotations

from paroll.finding import Rule, Severity
from paroll.sheet import Colour

FULL = Rule(
    "S240",
    Severity.ERROR,
    "chart is too full to be read",
    "Labels in a chart are set no smaller than can be read from the last row, and stand beside "
    "what they measure without touching each other. This chart has more of them than it has room "
    "for. Show fewer rows, join the small ones, or take another form: `bar` has most room for long "
    "names, `line` for many years.",
)
RULES = (FULL,)

STRONG: Colour = "strong"
SOFT: Colour = "soft"
HUES: tuple[Colour, ...] = (STRONG, SOFT, "dark", "muted")
"""What series are told apart by, in the order they are taken."""
MOST_SERIES = len(HUES)
