"""Rules: the examples in the manual are true."""

from __future__ import annotations

from textwrap import indent

import pytest

from paroll.finding import Rule
from paroll.kinds import FIELDS
from paroll.programme import RULES as PROGRAMME
from paroll.programme import read_programme
from paroll.source import RULES as SOURCE
from paroll.source import parse
from paroll.stock import Memory
from photos import beside

GRAMMAR = [rule for rule in SOURCE if rule.bad and rule.code < "Y1"]
ELSEWHERE = ("Y105", "Y107")
SHAPE = [
    rule
    for rule in (*SOURCE, *PROGRAMME)
    if rule.bad and rule not in GRAMMAR and rule.code not in ELSEWHERE
]
NAMES = "slogan: b\nbrand: c\n"
TOP = f"title: a\n{NAMES}sections: [{{statement: a}}]\n"
SECTION = f"title: a\n{NAMES}sections:\n- note: a\n"
PLACES = {
    "Y101": f"{NAMES}sections: [{{statement: a}}]\n",
    "Y102": SECTION,
    "Y103": f"{SECTION}  text: a\n",
    "Y104": f"{SECTION}  text: a\n",
    "Y106": TOP,
    "Y108": f"{SECTION}  heading: a\n",
    "P001": f"{SECTION}  heading: a\n",
    "P002": f"{TOP}sender:\n  name: a\n",
    "P004": f"{SECTION}  heading: a\n",
    "P006": TOP,
    "P007": f"title: a\n{NAMES}sections:\n",
    "P008": f"title: a\n{NAMES}sections:\n",
    "P009": f"title: a\n{NAMES}sections:\n",
    "P010": TOP,
    "P011": f"{SECTION}  heading: a\n  chart: bar\n",
    "P012": f"{SECTION}  heading: a\n",
    "P016": TOP,
    **dict.fromkeys(("P030", "P031", "P032"), f"{SECTION}  heading: a\n  decorative: yes\n"),
}
"""What stands before the example of each rule."""

INDENTED = (
    *("Y102", "Y103", "Y104", "Y108", "P001", "P002", "P004", "P011", "P012"),
    *("P030", "P031", "P032"),
)


def name(rule: Rule) -> str:
    return rule.code


def codes(rule: Rule, example: str) -> set[str]:
    text = PLACES[rule.code] + indent(example, "  " if rule.code in INDENTED else "")
    heic = {"bilder/akuten.heic": b"\0\0\0\x18ftypheic"}
    files = Memory({"x": text.encode(), **heic, **beside("")})
    _, found = read_programme(files, "x", FIELDS, ["deck", "leaflet-a5"])
    return {finding.code for finding in found}


@pytest.mark.parametrize("rule", GRAMMAR, ids=name)
def test_a_bad_example_of_grammar_breaks_its_rule_and_the_good_one_none(rule: Rule) -> None:
    assert rule.code in {finding.code for finding in parse(rule.bad, "x")[1]}
    assert parse(rule.good, "x")[1] == []


@pytest.mark.parametrize("rule", SHAPE, ids=name)
def test_a_bad_example_in_a_programme_breaks_its_rule_and_the_good_one_none(rule: Rule) -> None:
    assert rule.code in codes(rule, rule.bad)
    assert codes(rule, rule.good) == set()


def test_every_rule_is_explained_and_no_code_is_used_twice() -> None:
    rules = (*SOURCE, *PROGRAMME)
    assert len({rule.code for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.explanation.endswith((".", ".”"))
        assert not rule.title.endswith(".")
        assert bool(rule.bad) == bool(rule.good)
