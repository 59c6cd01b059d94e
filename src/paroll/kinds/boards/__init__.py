"""Boards: what pictures for social media show under a heading, where it is more than words.

A module for each kind that has one, imported when a picture is made of it.
"""

from paroll.finding import Rule, Severity

TOO_MANY = Rule(
    "S211",
    Severity.ERROR,
    "table cannot be read on a phone",
    "A picture for social media is read on a telephone, where text needs 40 of its pixels. A table "
    "stands there whole, so it has few rows. Show what matters in a table or a chart of its own, "
    "and leave the rest to the deck.",
    bad="table: [twenty rows]\nsocial: yes",
    good="table: [five rows]\nsocial: yes",
)
RULES = (TOO_MANY,)
