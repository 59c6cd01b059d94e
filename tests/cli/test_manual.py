"""`paroll explain` and `paroll schema`: the manual that the command carries with it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from expectations import expected
from paroll.cli import main
from paroll.cli.manual import rules
from paroll.finding import Rule
from paroll.kinds import KINDS
from products import DECKS, ROOT, typed

BAD = sorted((ROOT / "tests").glob("*bad*/*.yaml"))
EVERY = rules()


def rules_in_code() -> list[str]:
    """Return the codes of all rules that stand in the source, found without running it."""
    found = []
    for file in (ROOT / "src" / "paroll").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Rule":
                found.append(ast.literal_eval(node.args[0]))
    return found


def test_every_rule_there_is_can_be_explained_by_a_code_of_its_own() -> None:
    assert sorted(EVERY) == sorted(rules_in_code())


@pytest.mark.parametrize("rule", EVERY.values(), ids=EVERY)
def test_a_rule_says_what_it_means_and_what_to_do(
    rule: Rule, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", rule.code]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"{rule.code}: {rule.title} ({rule.severity})\n\n{rule.explanation}")
    assert re.fullmatch(r"[BFPRSY]\d{3}", rule.code)
    assert not rule.title.endswith(".")
    assert rule.title[0].islower() or rule.title.startswith(("YAML", "not YAML"))
    assert rule.explanation.endswith((".", ".”", ".)"))
    assert len(rule.explanation) > 30
    assert bool(rule.bad) == bool(rule.good)
    assert all(line.strip() in page for line in f"{rule.bad}\n{rule.good}".splitlines())


def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted(EVERY)


@pytest.mark.parametrize("written", ["y012", "[Y012]", "Y012"])
def test_a_code_may_be_copied_with_its_brackets(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", written]) == 0
    assert capsys.readouterr().out.startswith("Y012: ")


@pytest.mark.parametrize("written", ["Y999", "", "sektion"])
def test_a_code_there_is_not_is_wrong_use(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", written]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "'paroll explain' lists them all" in said.err


def test_every_code_that_bad_files_expect_can_be_explained() -> None:
    codes = {want.code for file in BAD for want in expected(file.read_bytes())}
    assert len(codes) > 25
    assert codes <= EVERY.keys()


@pytest.fixture
def schema(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert isinstance(printed, dict)
    return printed


def faults(schema: dict[str, Any], programme: object) -> list[str]:
    validator = jsonschema.validators.validator_for(schema)
    return [error.message for error in validator(schema).iter_errors(programme)]


def test_the_schema_is_itself_valid(schema: dict[str, Any]) -> None:
    assert "$schema" in schema
    jsonschema.validators.validator_for(schema).check_schema(schema)


@pytest.mark.parametrize("name", DECKS)
def test_a_programme_keeps_to_it_however_its_values_are_read(
    name: str, schema: dict[str, Any]
) -> None:
    """As texts, as paroll reads them, and with the types that editors give to `yes` and `2050`."""
    assert faults(schema, typed(name)) == []
    assert faults(schema, yaml.safe_load(DECKS[name].read_text("utf-8"))) == []


def test_every_kind_s_example_keeps_to_it(schema: dict[str, Any]) -> None:
    head = {"title": "Vår plan", "slogan": "Vi kan", "brand": "campaign"}
    for kind in KINDS.values():
        example = yaml.safe_load(vars(kind.fields)["EXAMPLE"])
        for section in (example, {**example, "kind": kind.name}):
            assert faults(schema, {**head, "sections": [section]}) == [], kind.name


@pytest.mark.parametrize(
    "change",
    [
        {"sektions": []},
        {"sections": []},
        {"slogan": []},
        {"materials": ["poster"]},
        {"numbered": "kanske"},
        {"language": "svenska"},
        {"sections": [{"heading": "Skola", "points": "Fler lärare", "kind": "poäng"}]},
        {"sections": [{"heading": "Skola", "points": [{"short": "Fler"}]}]},
    ],
    ids=str,
)
def test_what_is_wrong_does_not_keep_to_it(change: object, schema: dict[str, Any]) -> None:
    programme = {**typed("vasternorrland")}
    assert isinstance(change, dict)
    assert faults(schema, {**programme, **change}) != []


def test_a_file_that_points_to_the_schema_in_its_own_folder_is_read(tmp_path: Path) -> None:
    """The line that makes editors complete keys is a comment to paroll."""
    line = "# yaml-language-server: $schema=../programme.schema.json\n"
    file = tmp_path / "one.yaml"
    file.write_text(line + DECKS["norrbotten"].read_text("utf-8"), "utf-8")
    assert main(["check", str(file)]) == 0
