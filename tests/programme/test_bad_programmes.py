"""Bad programmes, each with the findings it must give written in it as comments."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from expectations import compare, expected
from paroll.finding import Finding
from paroll.kinds import FIELDS
from paroll.programme import Programme, read_programme
from paroll.source import nodes
from paroll.stock import Folder

BAD = Path(__file__).parents[1] / "bad"
FILES = sorted(path.name for path in BAD.glob("*.yaml"))


def found(name: str) -> tuple[Programme | None, list[Finding]]:
    return read_programme(Folder(BAD, shown_from=BAD), name, FIELDS, ["deck", "leaflet-a5"])


def test_there_are_many_of_them() -> None:
    assert len(FILES) >= 32


@pytest.mark.parametrize("name", FILES)
def test_a_bad_programme_gives_all_its_findings_and_no_others(name: str) -> None:
    compare(found(name)[1], expected((BAD / name).read_bytes()))


@pytest.mark.parametrize("name", FILES)
def test_findings_are_the_same_without_libyaml(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = found(name)
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    assert found(name) == fast


@pytest.mark.parametrize("name", FILES)
def test_no_programme_is_made_of_errors(name: str) -> None:
    programme, findings = found(name)
    assert (programme is None) == any(f.severity == "error" for f in findings)


@pytest.mark.parametrize("name", FILES)
def test_a_finding_names_its_file_and_speaks_plainly(name: str) -> None:
    _, findings = found(name)
    for finding in findings:
        assert finding.span is not None
        assert finding.span.file == name
        assert not finding.message.endswith(".")
        assert "\n" not in finding.message + finding.hint


def test_findings_stand_in_the_order_of_the_file() -> None:
    _, findings = found("unknown-keys.yaml")
    lines = [finding.span.line for finding in findings if finding.span]
    assert lines == sorted(lines)


def test_a_tag_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found("tags.yaml")
    assert not list(tmp_path.iterdir())
