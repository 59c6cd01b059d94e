"""A programme: what the author wrote, validated. Every value knows its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar, Self

from paroll.finding import Finding, Rule, Severity, Span
from paroll.formats import Paper
from paroll.pictures import Photo, Sketch
from paroll.programme.links import Address, Email
from paroll.programme.words import Words
from paroll.source import NOWHERE, Plain, Record, documented, shortened

LANGUAGE = Rule(
    "P010",
    Severity.ERROR,
    "not a language",
    "Languages are written as BCP 47 tags: `sv`, `se`, `fi`, `en-GB`. Screen readers and spelling "
    "checkers go by them, and in print the division of words, where a dictionary is known (Finnish "
    "and the Sámi languages have none).",
    bad="language: svenska",
    good="language: sv",
)
RULES = (LANGUAGE,)


class Language(Plain, kw_only=False):
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


class Sender(Record):
    """Who speaks: named on every page, with address lines where people can reach them."""

    SHORTHAND: ClassVar[str] = "name"

    name: Plain = documented(
        "The name as it stands on every page.", example="Socialdemokraterna Västernorrland"
    )
    address: tuple[Plain, ...] = documented(
        "Postal address, line by line.", example="[Storgatan 1]", default=()
    )
    web: Address | None = documented(
        "Web address, as it is to be read.", example="www.val.se", default=None
    )
    email: Email | None = documented("E-mail address.", example="info@example.se", default=None)
    phone: Plain | None = documented("Telephone number.", example="0611-55 78 00", default=None)
    span: Span = NOWHERE


class Point(Record):
    """One promise or fact of a list."""

    SHORTHAND: ClassVar[str] = "text"

    text: Words = documented("The point.", example="Investera i robotkirurgi vid sjukhuset.")
    short: Words | None = documented(
        "A shorter wording for leaflets and pictures.",
        example="Robotkirurgi i Sundsvall",
        default=None,
    )
    note: Plain | None = documented("What the speaker should know about it.", default=None)
    numbered: bool = documented("Whether it counts where points are numbered.", default=True)
    leaflet: bool = documented("Whether leaflets show it.", default=True)
    folder: bool | None = documented(
        "Whether folded leaflets and booklets show it; as `leaflet` says if left out.", default=None
    )
    social: bool = documented("Whether it becomes a picture for social media.", default=False)
    span: Span = NOWHERE


class Section(Record):
    """A part of a programme; what every kind of section may carry.

    Kinds are subclasses. `kind` is the kind's name, filled by the reader; `EXAMPLE` is a section
    of the kind in YAML.
    """

    EXAMPLE: ClassVar[str] = ""

    heading: Words | None = documented(
        "What the section is called.", example="Rätt vård", default=None
    )
    note: Plain | None = documented("What the speaker says; it stands in the notes.", default=None)
    leaflet: bool = documented("Whether leaflets show it.", default=True)
    folder: bool | None = documented(
        "Whether folded leaflets and booklets show it; as `leaflet` says if left out.", default=None
    )
    social: bool = documented(
        "Whether it becomes a picture for social media; its points and news one each.",
        default=False,
    )
    poster: bool = documented(
        "Whether posters show it under the slogan, in the place of the title.", default=False
    )
    kind: str = ""
    span: Span = NOWHERE

    def faults(self) -> Iterable[Finding]:
        """Yield what is wrong with its values together, each being right by itself."""
        return ()


class Wanted(Record):
    """What to make; of what is printed also for whom, and what the print shop is to know.

    Quantity, paper and delivery go to the order sheet as they are typed.
    """

    TITLE: ClassVar[str] = "material"
    SHORTHAND: ClassVar[str] = "name"

    name: Plain = documented("The material.", example="leaflet-a5")
    printer: Plain | None = documented(
        "The printer profile its print file is made for; else the usual one.", default=None
    )
    quantity: Plain | None = documented("How many to print.", example="2 000", default=None)
    paper: Plain | None = documented("What to print on.", example="130 g silk", default=None)
    delivery: Plain | None = documented(
        "Where to deliver, and when.", example="Kansligatan 1, 12 maj", default=None
    )
    imposed: Paper | None = documented(
        "Paper to set several copies on, or the spreads of a booklet, for whoever prints and cuts "
        "them without a print shop.",
        default=None,
    )
    span: Span = NOWHERE

    @property
    def tells_printers(self) -> bool:
        """Whether it says anything that only a print shop asks for."""
        return any((self.printer, self.quantity, self.paper, self.delivery, self.imposed))


class Programme(Record):
    """A programme: a slogan, who stands behind it, and sections that say what it means.

    `name` is the file's name without suffix, `pictures` what its sections name, by path. After
    reading, `materials` is never empty; `everything` says that none was named.
    """

    title: Plain = documented(
        "What the material is, under the slogan.", example="20 punkter för de första 100 dagarna"
    )
    slogan: tuple[Plain, ...] = documented(
        "The slogan, a line for each line it is set in.",
        example="[Vårt, Västernorrland, kan bättre]",
    )
    brand: Plain = documented("The brand kit's folder name.", example="campaign")
    language: Language = documented(
        "The language, for hyphens and screen readers.", example="sv", default=Language("sv")
    )
    sender: Sender | None = documented("Who speaks; else the brand kit's sender.", default=None)
    imprint: tuple[Plain, ...] = documented(
        "What printed matter must say in small print: printer, publisher, `Politisk annons`.",
        example="[Ansvarig utgivare Anna Ek, Tryck Exempeltryck AB 2026]",
        default=(),
    )
    date: Plain | None = documented(
        "The date on every slide; `today` is the day it is shown in PowerPoint.",
        example="12 september 2026",
        default=None,
    )
    materials: tuple[Wanted, ...] = documented(
        "What to make; if left out, a deck, a leaflet in A5 and pictures for social media.",
        default=(),
    )
    numbered: bool = documented(
        "Whether points are numbered through the whole programme.", default=False
    )
    closing: bool = documented("Whether a deck ends with the slogan.", default=True)
    sections: tuple[Section, ...] = documented("The parts, in the order they are shown.")
    name: str = ""
    pictures: Mapping[str, Photo | Sketch] = {}
    everything: bool = False
    span: Span = NOWHERE
