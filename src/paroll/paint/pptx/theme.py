"""The brand as a theme: the one table from colour roles and families to PowerPoint's names."""

from __future__ import annotations

from functools import lru_cache

from paroll.brand.fonts import classification
from paroll.brand.model import Brand
from paroll.brand.standins import SERIF, known
from paroll.paint.pptx import xml
from paroll.paint.pptx.xml import tag
from paroll.sheet import Colour, Family

# A chart made in PowerPoint takes the accents in their order: as `layout.charts` does.
_SCHEME: tuple[tuple[str, Colour], ...] = (
    ("dk1", "ink"),
    ("lt1", "paper"),
    ("dk2", "dark"),
    ("lt2", "tint"),
    ("accent1", "strong"),
    ("accent2", "soft"),
    ("accent3", "dark"),
    ("accent4", "muted"),
    ("accent5", "shade"),
    ("accent6", "clear"),
    ("hlink", "strong"),
    ("folHlink", "dark"),
)
_SCHEME_COLOURS: dict[Colour, str] = {
    "ink": "tx1",
    "paper": "bg1",
    "dark": "tx2",
    "tint": "bg2",
    "strong": "accent1",
    "soft": "accent2",
    "shade": "accent5",
    "muted": "accent4",
    "clear": "accent6",
}
_ROMAN, _SWISS = 0x12, 0x22
"""Proportional with serifs, and without: pitch and family as Windows numbers them."""
_TYPEFACES = {Family.HEADING: "+mj-lt", Family.BODY: "+mn-lt"}

_COLOUR_MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{same: same for same, _ in _SCHEME[4:]},
}
COLOUR_MAP = tag("p:clrMap", **_COLOUR_MAP)
"""What a master's texts and backgrounds mean in the theme."""


@lru_cache(maxsize=256)
def fill(colour: Colour) -> str:
    """Return the fill of a colour role, taken from the theme."""
    return tag("a:solidFill", scheme_colour(colour))


def scheme_colour(colour: Colour) -> str:
    """Return a colour role as the theme knows it; a colour of a house template as it is."""
    if colour.startswith("#"):
        return tag("a:srgbClr", val=colour.lstrip("#"))
    return tag("a:schemeClr", val=_SCHEME_COLOURS[colour])


def typeface(family: Family) -> str:
    """Return a family as the theme knows it."""
    return _TYPEFACES[family]


@lru_cache(maxsize=8)
def theme(brand: Brand) -> bytes:
    """Return the brand's theme part: colours, two families, and plain fills without effects."""
    elements = tag("a:themeElements", _colours(brand), _fonts(brand), _plain(brand.name))
    return xml.part("a:theme", elements, name=brand.name)


def _colours(brand: Brand) -> str:
    entries = (
        tag(f"a:{name}", tag("a:srgbClr", val=brand.colours[role].screen.lstrip("#").upper()))
        for name, role in _SCHEME
    )
    return tag("a:clrScheme", *entries, name=brand.name)


def _fonts(brand: Brand) -> str:
    return tag(
        "a:fontScheme",
        _font("a:majorFont", brand, Family.HEADING),
        _font("a:minorFont", brand, Family.BODY),
        name=brand.name,
    )


def _font(name: str, brand: Brand, family: Family) -> str:
    """Return a family of the theme, with what helps to find another where it is missing.

    No attribute names a fallback; programs are to look for a font of like classification (ECMA-376
    part 1, 21.1.2.5). `panose` is written only if the font itself has one: PowerPoint was measured
    to drop an embedded font whose entry says another one than its file.
    """
    others = tag("a:ea", typeface="") + tag("a:cs", typeface="")
    own, fallback, _ = brand.families[family]
    pitch = _ROMAN if known(fallback) in SERIF else _SWISS
    latin = tag("a:latin", typeface=own, panose=_panose(brand, family), pitchFamily=pitch)
    return tag(name, latin, others)


def _panose(brand: Brand, family: Family) -> str | None:
    """Return the classification of a family's plainest face; None if the font says nothing."""
    own = sorted(face for face in brand.faces if face.family is family)
    digits = classification(brand.faces[own[0]].data).hex().upper() if own else ""
    return digits if digits.strip("0") else None


def _plain(name: str) -> str:
    """Return a format scheme: the schema wants three of each, and we want none of them seen."""
    solid = tag("a:solidFill", tag("a:schemeClr", val="phClr"))
    effect = tag("a:effectStyle", tag("a:effectLst"))
    return tag(
        "a:fmtScheme",
        tag("a:fillStyleLst", solid * 3),
        tag("a:lnStyleLst", *(tag("a:ln", solid, w=width) for width in (6350, 12700, 19050))),
        tag("a:effectStyleLst", effect * 3),
        tag("a:bgFillStyleLst", solid * 3),
        name=name,
    )
