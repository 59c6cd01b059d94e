"""What kinds are made of: each example is its own test."""

from __future__ import annotations

import textwrap

import pytest

from paroll.kinds import FIELDS
from paroll.programme import read_programme
from paroll.source import form_of
from paroll.stock import Memory
from photos import beside

HEAD = "title: a\nslogan: b\nbrand: c\nsections:\n"


@pytest.mark.parametrize("kind", FIELDS)
def test_the_example_of_a_kind_is_read_as_that_kind(kind: str) -> None:
    example = FIELDS[kind].EXAMPLE
    text = HEAD + "  -\n" + textwrap.indent(example, "    ")
    programme, found = read_programme(
        Memory({"x": text.encode(), **beside("")}), "x", FIELDS, ["deck"]
    )
    assert not found
    assert programme is not None
    (section,) = programme.sections
    assert section.kind == kind
    assert type(section) is FIELDS[kind]


@pytest.mark.parametrize("kind", FIELDS)
def test_a_kind_has_the_key_that_names_it(kind: str) -> None:
    assert kind in form_of(FIELDS[kind]).fields


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_is_documented(kind: str) -> None:
    for name, manual in FIELDS[kind].FIELDS.items():
        if name not in ("kind", "span"):
            assert manual is not None, name
            assert manual.description.endswith(".")
