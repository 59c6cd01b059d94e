"""Write docs/reference.md from the model (`make docs`): keys, what they take, every finding."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

from paroll.brand.kit import Kit
from paroll.cli.manual import rules
from paroll.finding import Rule
from paroll.kinds import KINDS
from paroll.printers.profile import Profile
from paroll.programme import Programme, Section
from paroll.source.schema import manual_of

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference.md"

INTRODUCTION = """\
# Reference

Written from the model by `make docs`; do not edit it by hand.

- [The programme file](#the-programme-file): what stands in `decks/*.yaml`
- [The brand kit file](#the-brand-kit-file): what stands in `brand/*/brand.yaml`
- [The printer profile file](#the-printer-profile-file): what stands in `printers/*.yaml`
- [Findings](#findings): what paroll may say, by code

Where a list is taken, one item may stand alone.

## The programme file

What kind of page a section becomes follows from the keys it has; `kind` names it where that is not
clear. In texts, `**bold**`, `*italic*` and `[links](https://example.org)` work as in Markdown.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(reference(), "utf-8")


def reference() -> str:
    """Return the page as Markdown."""
    parts = (
        INTRODUCTION,
        manual_of([Programme]),
        *(section(kind.fields) for kind in KINDS.values()),
        "## The brand kit file\n",
        manual_of([Kit]),
        "## The printer profile file\n",
        manual_of([Profile]),
        "## Findings\n\nErrors stop the material they are in, warnings do not.\n",
        *(finding(rule) for rule in rules().values()),
    )
    return "\n".join(parts).rstrip() + "\n"


def section(fields: type[Section]) -> str:
    """Return the keys of a kind of section, and its example as it stands under `sections:`."""
    example = indent(vars(fields)["EXAMPLE"], "    ").replace("    ", "  - ", 1)
    return f"{manual_of([fields])}\n```yaml\n{example}```\n"


def finding(rule: Rule) -> str:
    """Return what a rule says as Markdown."""
    says = f"{as_typed(rule.explanation)} ({rule.severity})"
    lines = [f"### {rule.code}: {rule.title}", "", says, ""]
    for name, example in (("Not so:", rule.bad), ("But so:", rule.good)):
        if example:
            lines += [
                name,
                "",
                f"```{'' if rule.code.startswith('F') else 'yaml'}",
                *example.splitlines(),
                "```",
                "",
            ]
    return "\n".join(lines)


def as_typed(text: str) -> str:
    """Return a text whose brackets Markdown shows as they are; what stands in `code` is safe."""
    parts = text.split("`")
    parts[::2] = [re.sub(r"([\[\]])", r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)


if __name__ == "__main__":
    main()
