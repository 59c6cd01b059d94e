"""A brand: everything a campaign's materials share, read from one folder under `brand/`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from paroll.finding import Span
from paroll.sheet import Colour, Face, Family, Segment
from paroll.tuples import NamedTuple
from paroll.units import Emu

if TYPE_CHECKING:
    from paroll.brand.template.model import Template

COLOURS: Mapping[Colour, str] = {
    "strong": "the one strong colour: grounds, rails, numbers",
    "shade": "the strong colour a step darker: the device on a strong ground",
    "dark": "its dark: bands, quotations",
    "tint": "its tint: figures, address bands, quiet text on dark",
    "paper": "the ground of most pages",
    "ink": "running text",
    "muted": "small text that steps back, still 4.5 : 1 on paper and tint",
    "clear": "text on strong and dark",
}
"""The colour roles a brand must fill, and what each is for.

One more, `soft`, is mixed from `muted` and `paper`: bars and lines that step back."""


class Ink(NamedTuple):
    """A colour as it is shown (`#RRGGBB`) and printed (per cent cyan, magenta, yellow, black)."""

    screen: str
    cmyk: tuple[float, float, float, float]
    spot: str = ""


class FontFile(NamedTuple):
    """A static TrueType font of the kit: its path for messages, its bytes."""

    path: str
    data: bytes


class Fonts(StrEnum):
    """What of its fonts a brand's decks carry."""

    FULL = "full"
    USED = "used"
    NONE = "none"


class FamilyName(NamedTuple):
    """What a family is called in PowerPoint, what may stand in for it, and who says so."""

    name: str
    fallback: str
    span: Span | None = None


class Lockup(StrEnum):
    """Where the small slogan stands on every page."""

    CORNER = "corner"
    BAND = "band"
    FOOT = "foot"


class Device(StrEnum):
    """The graphic that fills the covers."""

    CIRCLE = "circle"
    BARS = "bars"
    NONE = "none"


class Case(StrEnum):
    """How the slogan is written."""

    UPPER = "upper"
    AS_TYPED = "as-typed"


class Look(NamedTuple):
    """What tells two brands apart when both are printed in grey."""

    lockup: Lockup = Lockup.CORNER
    device: Device = Device.NONE
    case: Case = Case.AS_TYPED


class Scale(NamedTuple):
    """The type sizes the brand allows, ascending, in EMU: for slides and for print."""

    screen: tuple[Emu, ...]
    print: tuple[Emu, ...]


class Drawing(NamedTuple):
    """A vector logo: outlines in the drawing's own units, `width` by `height` of them."""

    width: float
    height: float
    parts: tuple[tuple[Colour, tuple[Segment, ...]], ...]


class Raster(NamedTuple):
    """A PNG logo, `width` by `height` pixels."""

    width: int
    height: int
    data: bytes


class Brand(NamedTuple):
    """A validated brand kit. `faces` holds a file for each face the kit has.

    `colours` holds an ink for each role, and with a house template for each colour that it uses,
    named by its `#RRGGBB`.

    Two brands are the same only if they were read in one go: what is made of a brand can be kept
    by it without looking at its fonts' bytes.
    """

    name: str
    colours: Mapping[Colour, Ink]
    families: Mapping[Family, FamilyName]
    faces: Mapping[Face, FontFile]
    scale: Scale
    look: Look
    logo: Drawing | Raster | None
    sender: str
    address: tuple[str, ...]
    span: Span
    fonts: Fonts = Fonts.FULL
    template: Template | None = None

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other
