"""Leaves: what a single text of a file can stand for.

A leaf is any class with a `read` and a `SCHEMA`; layers above add their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import ClassVar, Protocol, Self

from paroll.finding import Finding, Rule, Severity, Span
from paroll.source.base import Record
from paroll.source.nodes import Node

NOWHERE = Span("", 0, 0)
"""The place of a value that nobody wrote: a default."""

ANY_TEXT: Mapping[str, object] = {"type": ["string", "number", "boolean"]}
"""JSON Schema of a text. Editors take `012` and `no` for a number and a boolean; we do not."""

NUMBER = Rule(
    "Y107",
    Severity.ERROR,
    "not a number, or out of range",
    "The field takes a number within the limits named, with a point before decimals and no unit.",
    bad="cmyk: [0, 100, 90, 10 %]",
    good="cmyk: [0, 100, 90, 10]",
)
RULES = (NUMBER,)


class Leaf(Protocol):
    """A value read from one text that is not empty. `SCHEMA` is a fragment of JSON Schema."""

    SCHEMA: ClassVar[Mapping[str, object]]

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """Return the value and what is wrong with it; no value if it cannot be used."""


class Whole(Protocol):
    """A value read from all that stands under its key, in a form of its own."""

    SCHEMA: ClassVar[Mapping[str, object]]

    @classmethod
    def read_node(cls, node: Node, key: str) -> tuple[Self | None, list[Finding]]:
        """Return the value and what is wrong with it; no value if it cannot be used."""


class Plain(Record, kw_only=False):
    """A text without markup, as typed but for space around it; composed letters (Unicode NFC)."""

    TITLE: ClassVar[str] = "text"
    SCHEMA: ClassVar[Mapping[str, object]] = ANY_TEXT

    text: str
    span: Span = NOWHERE

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `Leaf.read`."""
        return cls(composed(text), span), []

    def __str__(self) -> str:
        return self.text


class Number(Record, kw_only=False):
    """A number from `LOW` to `HIGH`; a subclass sets the limits."""

    LOW: ClassVar[float] = 0
    HIGH: ClassVar[float] = 1_000_000
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "number", "minimum": LOW, "maximum": HIGH}

    value: float
    span: Span = NOWHERE

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `Leaf.read`."""
        limits = f"{cls.LOW:g} to {cls.HIGH:g}"
        try:
            value = float(text) if text.isascii() and not set(text) & set("_nN") else None
        except ValueError:
            value = None
        if value is None:
            hint = f"write a number from {limits}, with a point before decimals"
            return None, [NUMBER.at(span, f"“{shortened(text)}” is not a number", hint)]
        if not cls.LOW <= value <= cls.HIGH:
            return None, [NUMBER.at(span, f"{text.strip()} is not within {limits}")]
        return cls(value, span), []


def composed(text: str) -> str:
    """Return `text` in Unicode's NFC, without space around it: what fonts have glyphs for."""
    return unicodedata.normalize("NFC", text.strip(" \t\n"))


def shortened(text: str, most: int = 40) -> str:
    """Return a text fit for a message: on one line, at most `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
