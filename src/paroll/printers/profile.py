"""What a `printers/*.yaml` holds, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Self

from paroll.finding import Finding, Rule, Severity, Span
from paroll.printers.model import Marks
from paroll.source import NOWHERE, Number, Plain, Record, documented, shortened
from paroll.units import Emu, mm, pt

LENGTH = Rule(
    "R002",
    Severity.ERROR,
    "not a length",
    "A length is a number and its unit, mm or pt, with a point before decimals: print shops give "
    "bleed in millimetres and lines in points. The most is 100 mm.",
    bad="bleed: 3",
    good="bleed: 3 mm",
)
RULES = (LENGTH,)

_LONGEST = mm(100)
_LENGTH = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?) ?(mm|pt)")


class Claim(StrEnum):
    """A standard as it is typed in a profile."""

    X4 = "pdf/x-4"
    X1A = "pdf/x-1a"


class Length(Record, kw_only=False):
    """A number of millimetres or points: `3 mm`, `0.25 pt`."""

    TITLE: ClassVar[str] = "length"
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "string", "pattern": f"^{_LENGTH.pattern}$"}

    emu: Emu
    span: Span = NOWHERE

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Leaf.read`."""
        match = _LENGTH.fullmatch(" ".join(text.split()))
        if not match:
            hint = "write a number and its unit, such as 3 mm or 0.25 pt"
            return None, [LENGTH.at(span, f"“{shortened(text)}” is not a length", hint)]
        length = (mm if match[2] == "mm" else pt)(float(match[1]))
        if length > _LONGEST:
            return None, [LENGTH.at(span, f"{match[0]} is more than 100 mm")]
        return cls(length, span), []


class Share(Number, kw_only=False):
    """An amount of one ink in per cent."""

    TITLE: ClassVar[str] = "per cent"
    HIGH: ClassVar[float] = 100


class Total(Number, kw_only=False):
    """All inks together in per cent."""

    TITLE: ClassVar[str] = "per cent of all inks"
    LOW: ClassVar[float] = 100
    HIGH: ClassVar[float] = 400


class Fineness(Number, kw_only=False):
    """Pixels to the inch."""

    TITLE: ClassVar[str] = "pixels per inch"
    LOW: ClassVar[float] = 30
    HIGH: ClassVar[float] = 2400


class Bleed(Record):
    """How far what reaches the edge is painted beyond it."""

    TITLE: ClassVar[str] = "bleed"
    SHORTHAND: ClassVar[str] = "every"

    every: Length | None = documented("At every edge.", example="3 mm", default=None)
    top: Length | None = documented("At the top, where it differs.", default=None)
    right: Length | None = documented("At the right, where it differs.", default=None)
    bottom: Length | None = documented("At the foot, where it differs.", default=None)
    left: Length | None = documented("At the left, where it differs.", default=None)
    span: Span = NOWHERE


class PrintCondition(Record):
    """How ink meets paper: the output intent of the file."""

    TITLE: ClassVar[str] = "condition"

    identifier: Plain = documented(
        "Its name in the registry of the International Color Consortium.", example="FOGRA39"
    )
    info: Plain | None = documented(
        "The same for people.", example="Coated paper, ISO 12647-2:2004", default=None
    )
    profile: Plain = documented(
        "The ICC profile's file, beside the printer profile, or one that comes with paroll.",
        example="FOGRA39L_coated.icc",
    )
    span: Span = NOWHERE


class Smallest(Record):
    """The thinnest line and the smallest type that are printed safely."""

    TITLE: ClassVar[str] = "smallest"

    line: Length | None = documented("The thinnest line.", example="0.25 pt", default=None)
    type: Length | None = documented("The smallest type.", example="5 pt", default=None)


class Resolution(Record):
    """How fine pictures must be, in pixels to the inch at the size they are printed."""

    TITLE: ClassVar[str] = "ppi"

    warn: Fineness | None = documented("Below this it is a warning.", example="300", default=None)
    refuse: Fineness | None = documented("Below this, an error.", example="150", default=None)


class Profile(Record):
    """A printer profile: what a print shop asks. What it leaves out is as in the one it is like."""

    TITLE: ClassVar[str] = "printer profile"

    title: Plain | None = documented(
        "What it is for, in a few words.", example="Offset, coated paper", default=None
    )
    like: Plain | None = documented(
        "The profile that says what this one does not; `sheetfed-coated` if left out.",
        example="sheetfed-uncoated",
        default=None,
    )
    standard: Claim | None = documented(
        "`pdf/x-4`, or `pdf/x-1a` for shops whose machines take no transparency.", default=None
    )
    bleed: Bleed | None = documented("What is painted beyond the edge.", default=None)
    safe: Length | None = documented(
        "How far text stays from the edge.", example="3 mm", default=None
    )
    marks: Marks | None = documented(
        "What is drawn outside the bleed: `crop` marks, or `all` (fold and registration too).",
        default=None,
    )
    condition: PrintCondition | None = documented("Which paper and press.", default=None)
    photos: Plain | None = documented(
        "The ICC profile that pictures are separated with; that of the condition if left out.",
        example="ISOcoated_v2_300_bas.icc",
        default=None,
    )
    ink_limit: Total | None = documented(
        "The most ink that may lie on one spot.", example="300", default=None
    )
    rich_black: tuple[Share, ...] = documented(
        "Cyan, magenta, yellow and black of large black areas; [0, 0, 0, 100] for black alone.",
        example="[40, 30, 30, 100]",
        default=(),
        at_least=4,
        at_most=4,
    )
    smallest: Smallest = documented("Thinnest line and smallest type.", default=Smallest())
    ppi: Resolution = documented("How fine pictures must be.", default=Resolution())
    span: Span = NOWHERE
