"""What a `brand.yaml` holds, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

from paroll.brand.model import COLOURS, Case, Device, Lockup
from paroll.finding import Finding, Rule, Severity, Span
from paroll.source import NOWHERE, Number, Plain, documented, shortened

SCREEN = Rule(
    "B002",
    Severity.ERROR,
    "not a colour",
    "A screen colour is written as # and six hexadecimal digits, in quotes: unquoted, the # would "
    "begin a comment.",
    bad='screen: "red"',
    good='screen: "#D3122A"',
)
RULES = (SCREEN,)


@dataclass(frozen=True, slots=True)
class Hex(Plain):
    """A colour as `#RRGGBB`, in capitals."""

    TITLE: ClassVar[str] = "colour"
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}

    @classmethod
    def read(cls, text: str, span: Span) -> tuple[Self | None, list[Finding]]:
        """See `paroll.source.Leaf.read`."""
        if re.fullmatch("#[0-9A-Fa-f]{6}", text.strip()):
            return cls(text.strip().upper(), span), []
        hint = 'write # and six digits in quotes, such as "#D3122A"'
        return None, [SCREEN.at(span, f"“{shortened(text)}” is not a colour", hint)]


@dataclass(frozen=True, slots=True)
class Percent(Number):
    """An amount of ink in per cent."""

    TITLE: ClassVar[str] = "per cent"
    HIGH: ClassVar[float] = 100
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "number", "minimum": 0, "maximum": HIGH}


@dataclass(frozen=True, slots=True)
class Points(Number):
    """A type size in points."""

    TITLE: ClassVar[str] = "points"
    LOW: ClassVar[float] = 4
    HIGH: ClassVar[float] = 1_000
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "number", "minimum": LOW, "maximum": HIGH}


@dataclass(frozen=True, slots=True, kw_only=True)
class KitInk:
    """A colour: as it is shown and as it is printed."""

    TITLE: ClassVar[str] = "ink"

    screen: Hex = field(metadata=documented("The colour on a screen.", example='"#D3122A"'))
    cmyk: tuple[Percent, ...] = field(
        metadata=documented(
            "Per cent of cyan, magenta, yellow and black on coated paper; 300 in all at most.",
            example="[8, 100, 95, 2]",
            at_least=4,
            at_most=4,
        )
    )
    spot: Plain | None = field(
        default=None, metadata=documented("The spot colour's name.", example="PANTONE 186 C")
    )
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class KitColours:
    """The colour roles, each with its ink."""

    TITLE: ClassVar[str] = "colours"

    strong: KitInk = field(metadata=documented(COLOURS["strong"]))
    shade: KitInk = field(metadata=documented(COLOURS["shade"]))
    dark: KitInk = field(metadata=documented(COLOURS["dark"]))
    tint: KitInk = field(metadata=documented(COLOURS["tint"]))
    paper: KitInk = field(metadata=documented(COLOURS["paper"]))
    ink: KitInk = field(metadata=documented(COLOURS["ink"]))
    muted: KitInk = field(metadata=documented(COLOURS["muted"]))
    clear: KitInk = field(metadata=documented(COLOURS["clear"]))
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class KitFamily:
    """A type family: its name in PowerPoint, what may stand in for it, its files in the kit."""

    TITLE: ClassVar[str] = "family"

    name: Plain = field(metadata=documented("The name in font menus.", example="Archivo"))
    fallback: Plain = field(
        metadata=documented("A family every computer has, of similar width.", example="Arial")
    )
    bold: Plain = field(
        metadata=documented("The bold face's file.", example="fonts/Archivo-Bold.ttf")
    )
    regular: Plain | None = field(default=None, metadata=documented("The regular face's file."))
    italic: Plain | None = field(default=None, metadata=documented("The italic face's file."))
    bold_italic: Plain | None = field(
        default=None, metadata=documented("The bold italic face's file.")
    )
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class KitBody(KitFamily):
    """The family of running text: it has a regular face too."""

    TITLE: ClassVar[str] = "body family"

    regular: Plain = field(
        metadata=documented("The regular face's file.", example="fonts/Archivo-Regular.ttf")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KitFamilies:
    """The two families of a brand."""

    TITLE: ClassVar[str] = "families"

    heading: KitFamily = field(metadata=documented("Slogan, headings and numbers."))
    body: KitBody = field(metadata=documented("All other text."))
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class KitScale:
    """The type sizes allowed, ascending."""

    TITLE: ClassVar[str] = "scale"

    screen: tuple[Points, ...] = field(
        metadata=documented("Sizes on slides, in points.", example="[18, 24, 32, 44, 60, 80, 110]")
    )
    print: tuple[Points, ...] = field(
        metadata=documented("Sizes in print, in points.", example="[6.5, 8.5, 10, 13, 18, 27, 48]")
    )
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLook:
    """What tells two brands apart when both are printed in grey."""

    TITLE: ClassVar[str] = "look"

    lockup: Lockup = field(
        default=Lockup.CORNER, metadata=documented("Where the small slogan stands.")
    )
    device: Device = field(default=Device.NONE, metadata=documented("What fills the covers."))
    case: Case = field(default=Case.AS_TYPED, metadata=documented("How the slogan is written."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """A brand kit: a folder with this file, fonts and perhaps a logo."""

    TITLE: ClassVar[str] = "brand kit"

    colours: KitColours = field(metadata=documented("What each colour is."))
    families: KitFamilies = field(metadata=documented("What text is set in."))
    scale: KitScale = field(metadata=documented("How large text may be."))
    look: KitLook = field(default=KitLook(), metadata=documented("Lockup, device and case."))
    logo: Plain | None = field(
        default=None, metadata=documented("The logo's file, SVG or PNG.", example="logo.svg")
    )
    sender: Plain | None = field(
        default=None, metadata=documented("Who speaks where a programme does not say.")
    )
    address: tuple[Plain, ...] = field(
        default=(), metadata=documented("The sender's address, line by line.")
    )
    span: Span = NOWHERE
