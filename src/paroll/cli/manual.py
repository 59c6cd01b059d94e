"""`paroll explain` and `paroll schema`."""

from __future__ import annotations

import sys
from argparse import Namespace

from paroll.finding import Rule


def rules() -> dict[str, Rule]:
    """Return every rule by its code."""
    from paroll import brand, checks, kinds, printers, programme, source
    from paroll.build import release, terms
    from paroll.checks import inks
    from paroll.compose import rules as compose
    from paroll.kinds import boards, shots, table
    from paroll.preflight import rules as preflight

    own = (*shots.RULES, *table.RULES, *boards.RULES, *kinds.RULES)
    printing = (*printers.RULES, *terms.RULES, *inks.RULES, *preflight.RULES)
    groups = (
        own,
        printing,
        source.RULES,
        programme.RULES,
        brand.RULES,
        compose.RULES,
        checks.RULES,
    )
    every = [rule for group in groups for rule in group]
    return {rule.code: rule for rule in sorted((*every, release.NOT_WRITTEN), key=_code)}


def _code(rule: Rule) -> str:
    return rule.code


def explain(options: Namespace) -> int:
    """Print the manual page of a rule, or the list of all."""
    known = rules()
    if options.code is None:
        for rule in known.values():
            print(f"{rule.code}  {rule.severity:7}  {rule.title}")
        return 0
    found = known.get(options.code.strip("[]").upper())
    if found is None:
        print(f"paroll: no rule {options.code}; 'paroll explain' lists them all", file=sys.stderr)
        return 2
    print(page(found))
    return 0


def page(rule: Rule) -> str:
    """Return the manual page of a rule."""
    parts = [f"{rule.code}: {rule.title} ({rule.severity})", rule.explanation]
    for name, example in (("Not so:", rule.bad), ("But so:", rule.good)):
        if example:
            parts.append(name + "\n" + "\n".join(f"    {line}" for line in example.splitlines()))
    return "\n\n".join(parts)


def schema(options: Namespace) -> int:
    """Print the JSON Schema of programme files."""
    del options
    import json

    from paroll.build.materials import MATERIALS
    from paroll.kinds import KINDS
    from paroll.programme.schema import programme_schema

    fields = {name: kind.fields for name, kind in KINDS.items()}
    print(json.dumps(programme_schema(fields, MATERIALS), indent=2, ensure_ascii=False))
    return 0
