"""A programme: what the author wrote, validated. Every value knows its place in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

from paroll.finding import Finding, Rule, Severity, Span
from paroll.programme.links import Address, Email
from paroll.programme.words import Words
from paroll.source import NOWHERE, Plain, documented, shortened

LANGUAGE = Rule(
    "P010",
    Severity.ERROR,
    "not a language",
    "Languages are written as BCP 47 tags: `sv`, `se`, `fi`, `en-GB`. Hyphenation and screen "
    "readers go by them.",
    bad="language: svenska",
    good="language: sv",
)
RULES = (LANGUAGE,)


@dataclass(frozen=True, slots=True)
class Language(Plain):
    """A language as a BCP 47 tag of language, script and region: `sv`, `en-GB`, `sr-Latn`."""

    TITLE: ClassVar[str] = "language"
    PATTERN: ClassVar[str] = "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$"
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": ["string", "boolean"], "pattern": PATTERN}

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Leaf.read`."""
        if re.match(cls.PATTERN, text.strip()):
            return cls(text.strip(), span), []
        hint = "write a tag such as sv, fi or en-GB"
        return None, [LANGUAGE.at(span, f"“{shortened(text)}” is not a language tag", hint)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who speaks: named on every page, with address lines where people can reach them."""

    SHORTHAND: ClassVar[str] = "name"

    name: Plain = field(
        metadata=documented(
            "The name as it stands on every page.", example="Socialdemokraterna Västernorrland"
        )
    )
    address: tuple[Plain, ...] = field(
        default=(), metadata=documented("Postal address, line by line.", example="[Storgatan 1]")
    )
    web: Address | None = field(
        default=None, metadata=documented("Web address, as it is to be read.", example="www.val.se")
    )
    email: Email | None = field(
        default=None, metadata=documented("E-mail address.", example="info@example.se")
    )
    phone: Plain | None = field(
        default=None, metadata=documented("Telephone number.", example="0611-55 78 00")
    )
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One promise or fact of a list."""

    SHORTHAND: ClassVar[str] = "text"

    text: Words = field(
        metadata=documented("The point.", example="Investera i robotkirurgi vid sjukhuset.")
    )
    short: Words | None = field(
        default=None,
        metadata=documented("A shorter wording for leaflets.", example="Robotkirurgi i Sundsvall"),
    )
    note: Plain | None = field(
        default=None, metadata=documented("What the speaker should know about it.")
    )
    numbered: bool = field(
        default=True, metadata=documented("Whether it counts where points are numbered.")
    )
    leaflet: bool = field(default=True, metadata=documented("Whether leaflets show it."))
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a programme; what every kind of section may carry.

    Kinds are subclasses. `kind` is the kind's name, filled by the reader; `EXAMPLE` is a section
    of the kind in YAML.
    """

    EXAMPLE: ClassVar[str] = ""

    heading: Words | None = field(
        default=None, metadata=documented("What the section is called.", example="Rätt vård")
    )
    note: Plain | None = field(
        default=None, metadata=documented("What the speaker says; it stands in the notes.")
    )
    leaflet: bool = field(default=True, metadata=documented("Whether leaflets show it."))
    kind: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme: a slogan, who stands behind it, and sections that say what it means.

    `name` is the file's name without suffix. After reading, `materials` is never empty.
    """

    title: Plain = field(
        metadata=documented(
            "What the material is, under the slogan.",
            example="20 punkter för de första 100 dagarna",
        )
    )
    slogan: tuple[Plain, ...] = field(
        metadata=documented(
            "The slogan, a line for each line it is set in.",
            example="[Vårt, Västernorrland, kan bättre]",
        )
    )
    brand: Plain = field(metadata=documented("The brand kit's folder name.", example="campaign"))
    language: Language = field(
        default=Language("sv"),
        metadata=documented("The language, for hyphens and screen readers.", example="sv"),
    )
    sender: Sender | None = field(
        default=None, metadata=documented("Who speaks; else the brand kit's sender.")
    )
    materials: tuple[Plain, ...] = field(
        default=(), metadata=documented("What to make; all there is if left out.")
    )
    numbered: bool = field(
        default=False,
        metadata=documented("Whether points are numbered through the whole programme."),
    )
    closing: bool = field(default=True, metadata=documented("Whether a deck ends with the slogan."))
    sections: tuple[Section, ...] = field(
        metadata=documented("The parts, in the order they are shown.")
    )
    name: str = ""
    span: Span = NOWHERE
