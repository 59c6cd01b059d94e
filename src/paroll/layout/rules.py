"""What can be wrong with what is laid out by rules of its own."""

from __future__ import annotations

from paroll.finding import Rule, Severity

TOO_WIDE = Rule(
    "S241",
    Severity.ERROR,
    "table is wider than its page",
    "Words and figures in a table are never divided or shrunk below the smallest size, so each of "
    "its columns is as wide as the longest word in it. Together these are wider than the page. "
    "Leave columns out, divide the table in two, or shorten the longest words.",
    bad="table:\n  - År | Jan | Feb | Mar | Apr | Maj | Jun | Jul | Aug | Sep | Okt | Nov | Dec",
    good="table:\n  - År | Kvartal 1 | Kvartal 2 | Kvartal 3 | Kvartal 4",
)
