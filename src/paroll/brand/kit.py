"""What a `brand.yaml` holds, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Self

from paroll.brand.model import COLOURS, Case, Device, Fonts, Lockup
from paroll.finding import Finding, Rule, Severity, Span
from paroll.source import NOWHERE, Number, Plain, Record, documented, shortened

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


class Hex(Plain, kw_only=False):
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


class Percent(Number, kw_only=False):
    """An amount of ink in per cent."""

    TITLE: ClassVar[str] = "per cent"
    HIGH: ClassVar[float] = 100
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "number", "minimum": 0, "maximum": HIGH}


class Points(Number, kw_only=False):
    """A type size in points."""

    TITLE: ClassVar[str] = "points"
    LOW: ClassVar[float] = 4
    HIGH: ClassVar[float] = 1_000
    SCHEMA: ClassVar[Mapping[str, object]] = {"type": "number", "minimum": LOW, "maximum": HIGH}


class KitInk(Record):
    """A colour: as it is shown and as it is printed."""

    TITLE: ClassVar[str] = "ink"

    screen: Hex = documented("The colour on a screen.", example='"#D3122A"')
    cmyk: tuple[Percent, ...] = documented(
        "Per cent of cyan, magenta, yellow and black on coated paper; 300 in all at most.",
        example="[0, 100, 82, 7]",
        at_least=4,
        at_most=4,
    )
    spot: Plain | None = documented(
        "The spot colour's name.", example="PANTONE 186 C", default=None
    )
    span: Span = NOWHERE


class KitColours(Record):
    """The colour roles, each with its ink."""

    TITLE: ClassVar[str] = "colours"

    strong: KitInk = documented(COLOURS["strong"])
    shade: KitInk = documented(COLOURS["shade"])
    dark: KitInk = documented(COLOURS["dark"])
    tint: KitInk = documented(COLOURS["tint"])
    paper: KitInk = documented(COLOURS["paper"])
    ink: KitInk = documented(COLOURS["ink"])
    muted: KitInk = documented(COLOURS["muted"])
    clear: KitInk = documented(COLOURS["clear"])
    span: Span = NOWHERE


class KitFamily(Record):
    """A type family: its name in PowerPoint, what may stand in for it, its files in the kit."""

    TITLE: ClassVar[str] = "family"

    name: Plain = documented("The name in font menus.", example="Archivo")
    fallback: Plain = documented(
        "A family every computer has, of similar width: slides fit in it, too.", example="Arial"
    )
    bold: Plain = documented("The bold face's file.", example="fonts/Archivo-Bold.ttf")
    regular: Plain | None = documented("The regular face's file.", default=None)
    italic: Plain | None = documented("The italic face's file.", default=None)
    bold_italic: Plain | None = documented("The bold italic face's file.", default=None)
    span: Span = NOWHERE


class KitBody(KitFamily):
    """The family of running text: it has a regular face too."""

    TITLE: ClassVar[str] = "body family"

    regular: Plain = documented("The regular face's file.", example="fonts/Archivo-Regular.ttf")


class KitFamilies(Record):
    """The two families of a brand."""

    TITLE: ClassVar[str] = "families"

    heading: KitFamily = documented("Slogan, headings and numbers.")
    body: KitBody = documented("All other text.")
    span: Span = NOWHERE


class KitScale(Record):
    """The type sizes allowed, ascending."""

    TITLE: ClassVar[str] = "scale"

    screen: tuple[Points, ...] = documented(
        "Sizes on slides, in points.", example="[18, 24, 32, 44, 60, 80, 110]"
    )
    print: tuple[Points, ...] = documented(
        "Sizes in print, in points.", example="[6.5, 8.5, 10, 13, 18, 27, 48]"
    )
    span: Span = NOWHERE


class KitLook(Record):
    """What tells two brands apart when both are printed in grey."""

    TITLE: ClassVar[str] = "look"

    lockup: Lockup = documented("Where the small slogan stands.", default=Lockup.CORNER)
    device: Device = documented("What fills the covers.", default=Device.NONE)
    case: Case = documented("How the slogan is written.", default=Case.AS_TYPED)


class KitLayouts(Record):
    """Which of the template's layouts serves a kind of page, where paroll would take another."""

    TITLE: ClassVar[str] = "layouts"

    cover: Plain | None = documented("The cover.", example="Titelbild", default=None)
    agenda: Plain | None = documented("An agenda.", default=None)
    points: Plain | None = documented("Points.", example="Rubrik och innehåll", default=None)
    text: Plain | None = documented("Running text.", default=None)
    statement: Plain | None = documented("A statement.", default=None)
    quote: Plain | None = documented("A quotation.", default=None)
    figure: Plain | None = documented("A figure.", default=None)
    pillars: Plain | None = documented("Pillars.", default=None)
    columns: Plain | None = documented("Columns.", default=None)
    table: Plain | None = documented("A table.", default=None)
    chart: Plain | None = documented("A chart.", default=None)
    picture: Plain | None = documented("A picture.", default=None)
    people: Plain | None = documented("People.", default=None)
    qr: Plain | None = documented("A QR code.", default=None)
    timeline: Plain | None = documented("A timeline.", default=None)
    news: Plain | None = documented("News.", default=None)
    event: Plain | None = documented("An event.", default=None)
    contacts: Plain | None = documented("Contacts.", default=None)
    closing: Plain | None = documented("The closing page.", default=None)


class Kit(Record):
    """A brand kit: a folder with this file, fonts and perhaps a logo."""

    TITLE: ClassVar[str] = "brand kit"

    colours: KitColours = documented("What each colour is.")
    families: KitFamilies = documented("What text is set in.")
    fonts: Fonts | None = documented(
        "What of its fonts a deck carries, so that it looks the same on other computers: `full` "
        "(if left out), `used` (fewer letters, smaller files) or `none`.",
        default=None,
    )
    scale: KitScale = documented("How large text may be.")
    look: KitLook = documented("Lockup, device and case.", default=KitLook())
    logo: Plain | None = documented(
        "The logo's file, SVG or PNG.", example="logo.svg", default=None
    )
    template: Plain | None = documented(
        "A PowerPoint template that decks are made with instead of the look.",
        example="house.potx",
        default=None,
    )
    layouts: KitLayouts = documented(
        "Layouts of the template for kinds of page.", default=KitLayouts()
    )
    sender: Plain | None = documented("Who speaks where a programme does not say.", default=None)
    address: tuple[Plain, ...] = documented("The sender's address, line by line.", default=())
    span: Span = NOWHERE
