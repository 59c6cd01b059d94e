"""Programmes that are read well and do not fit, each with its findings written in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations import compare, expected
from paroll.build.project import Source
from paroll.build.run import Order, build
from paroll.finding import Finding, in_order
from specimens import ROOT

BAD = Path(__file__).parent / "bad"
FILES = sorted(path.name for path in BAD.glob("*.yaml"))


def found(name: str) -> list[Finding]:
    """Return what `paroll check` finds."""
    events = build(Source(BAD / name, (ROOT / "brand",)), Order(out=None))
    return in_order(event for event in events if isinstance(event, Finding))


def test_there_are_many_of_them() -> None:
    assert len(FILES) >= 10


@pytest.mark.parametrize("name", FILES)
def test_what_does_not_fit_gives_all_its_findings_and_no_others(name: str) -> None:
    compare(found(name), expected((BAD / name).read_bytes()))


@pytest.mark.parametrize("name", FILES)
def test_every_finding_has_a_place_and_says_what_to_do(name: str) -> None:
    for finding in found(name):
        assert finding.span is not None
        assert finding.hint
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message + finding.hint
