"""Records as JSON Schema and as a manual."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from paroll.finding import Span
from paroll.source import NOWHERE, Plain, Record, documented, parse, read_record
from paroll.source.schema import DRAFT, manual_of, schema_of


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Item(Record):
    """An item.

    More about items.
    """

    SHORTHAND: ClassVar[str] = "text"

    text: Plain = documented("What it says.", example="Hej")
    colour: Colour = documented("Its colour.", default=Colour.RED)
    span: Span = NOWHERE


class Page(Record):
    """A page."""

    items: tuple[Item, ...] = documented("Two or three.", at_least=2, at_most=3)
    shown: bool = documented("Whether it is shown.", default=True)
    also: tuple[Item, ...] = documented("Others | more.", default=())
    span: Span = NOWHERE


SCHEMA = schema_of(Page)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

GOOD = (
    "items: [a, b]",
    "items: [012, no, 3.10]",
    "items: [{text: a}, {text: b, colour: blue}]\nshown: nej",
    "items: [a, b]\nalso: c\nshown: true",
    "items: [a, b]\nalso: {text: c}",
)
BAD = (
    "items: [a]",
    "items: [a, b, c, d]",
    "shown: yes",
    "items: [a, b]\nshown: kanske",
    "items: [a, {txet: b, colour: red}]",
    "items: [a, {text: b, colour: green}]",
    "items: [a, b]\nother: c",
    "items: [a, [b]]",
)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == DRAFT


@pytest.mark.parametrize("text", GOOD)
def test_schema_and_reader_take_the_same(text: str) -> None:
    VALIDATOR.validate(yaml.safe_load(text))
    node, _ = parse(text, "x")
    assert node is not None
    assert read_record(Page, node)[1] == []


@pytest.mark.parametrize("text", BAD)
def test_schema_and_reader_refuse_the_same(text: str) -> None:
    assert not VALIDATOR.is_valid(yaml.safe_load(text))
    node, _ = parse(text, "x")
    assert node is not None
    assert read_record(Page, node)[1]


def test_the_schema_explains_every_key() -> None:
    items = SCHEMA["$defs"]["Page"]["properties"]["items"]
    assert items["description"] == "Two or three."
    assert SCHEMA["$defs"]["Item"]["description"] == "An item."
    assert SCHEMA["$defs"]["Page"]["required"] == ["items"]


def test_the_manual_has_a_table_for_each_record() -> None:
    manual = manual_of([Page])
    assert "### page\n\nA page.\n" in manual
    assert "| `items` **needed** | [item](#item), or a list of them | Two or three. |" in manual
    assert "| `text` **needed** | text | What it says. Example: `Hej` |" in manual
    assert "Where only `text` is needed, write its value alone." in manual
    assert "Others \\| more." in manual
    assert "| `colour` | `red` or `blue` | Its colour. |" in manual
