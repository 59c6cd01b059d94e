"""The JSON Schema that editors check programmes against."""

from __future__ import annotations

from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from paroll.kinds import FIELDS
from paroll.programme.schema import programme_schema

SCHEMA = programme_schema(FIELDS, ["deck", "leaflet-a5"])
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
HEAD = "title: a\nslogan: b\nbrand: c\n"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("kind", FIELDS)
def test_the_example_of_each_kind_passes(kind: str) -> None:
    example = FIELDS[kind].EXAMPLE
    section = yaml.safe_load(example)
    VALIDATOR.validate({"title": "a", "slogan": "b", "brand": "c", "sections": [section]})
    named = {**section, "kind": kind}
    VALIDATOR.validate({"title": "a", "slogan": "b", "brand": "c", "sections": [named]})


@pytest.mark.parametrize(
    "text",
    [
        "slogan: b\nbrand: c\nsections: [{statement: a}]",
        f"{HEAD}sections: []",
        f"{HEAD}sections: [{{heading: a}}]",
        f"{HEAD}sections: [{{statement: a, kind: points}}]",
        f"{HEAD}sections: [{{statement: a, points: [b]}}]",
        f"{HEAD}sections: [{{statement: a}}]\nmaterials: [dekk]",
        f"{HEAD}sections: [{{statement: a}}]\nlanguage: svenska",
        f"{HEAD}sections: [{{statement: a}}]\ntitel: a",
    ],
)
def test_faults_are_seen_by_an_editor(text: str) -> None:
    assert not VALIDATOR.is_valid(yaml.safe_load(text))
