"""Bad programmes, each with the findings it must give written in it as comments.

A comment `# expect: CODE at LINE:COLUMN words` stands next to the fault; the words must occur in
the finding as it is printed. Several findings that need no words may stand in one comment, parted
by semicolons.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from paroll.finding import Finding
from paroll.kinds.fields import FIELDS
from paroll.programme import Programme, read_programme
from paroll.source import nodes
from paroll.stock import Folder

BAD = Path(__file__).parents[1] / "bad"
FILES = sorted(path.name for path in BAD.glob("*.yaml"))


class Expected(NamedTuple):
    line: int
    column: int
    code: str
    words: str


def expected(data: bytes) -> list[Expected]:
    text = data.decode("utf-16" if data.startswith(b"\xff\xfe") else "utf-8", "replace")
    comments = re.findall("# expect: (.*)", text.replace("\x0b", " "))
    return sorted(_one(part) for comment in comments for part in _parts(comment))


def _parts(comment: str) -> list[str]:
    return re.split(r"; (?=[A-Z]\d{3} at )", comment)


def _one(text: str) -> Expected:
    match = re.fullmatch(r"([A-Z]\d{3}) at (\d+):(\d+) ?(.*)", text)
    assert match, f"not an expectation: {text}"
    return Expected(int(match[2]), int(match[3]), match[1], match[4])


def found(name: str) -> tuple[Programme | None, list[Finding]]:
    return read_programme(Folder(BAD, shown_from=BAD), name, FIELDS, ["deck", "leaflet-a5"])


def test_there_are_many_of_them() -> None:
    assert len(FILES) >= 32


@pytest.mark.parametrize("name", FILES)
def test_a_bad_programme_gives_all_its_findings_and_no_others(name: str) -> None:
    wanted = expected((BAD / name).read_bytes())
    assert wanted, "a bad programme without expectations tests nothing"
    _, findings = found(name)
    spans = [(f.span.line, f.span.column, f.code) for f in findings if f.span]
    assert sorted(spans) == [(w.line, w.column, w.code) for w in wanted]
    for want in wanted:
        matching = (f for f in findings if f.code == want.code)
        assert any(want.words in str(f) for f in matching), want


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
