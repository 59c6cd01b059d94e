"""Theme colours and typefaces of a template, resolved to what is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import TYPE_CHECKING

from paroll.brand.template.package import NAMESPACES
from paroll.sheet import Colour, Family
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = f"{{{NAMESPACES['a']}}}"
_TWINS = (
    ("calibri", "carlito"),
    ("cambria", "caladea"),
    ("arial", "helvetica", "liberation sans", "arimo"),
    ("arial narrow", "liberation sans narrow"),
    ("times new roman", "liberation serif", "tinos"),
    ("courier new", "liberation mono", "cousine"),
)
"""Families whose letters are equally wide: one may be measured with the file of the other."""
_NAMED = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF"} | {
    "green": "008000",
    "yellow": "FFFF00",
    "gray": "808080",
    "darkBlue": "00008B",
}

RGB = tuple[float, float, float]


class Theme(NamedTuple):
    """A theme: colours by their names in it, its two typefaces, its fills from faint to strong."""

    colours: Mapping[str, Colour]
    heading: str
    body: str
    fills: tuple[_Element, ...]
    backgrounds: tuple[_Element, ...]


class Inks(NamedTuple):
    """A theme as a master or layout sees it: `names` maps what it says to the theme's names."""

    theme: Theme
    names: Mapping[str, str]

    def colour(self, fill: _Element | None, given: Colour = "") -> Colour:
        """Return the colour in `fill` as #RRGGBB, or "" if there is none.

        `given` is what the placeholder colour of a theme's style stands for.
        """
        for element in fill if fill is not None else ():
            base = self._base(element, given)
            if base:
                return _modified(base, element)
        return ""

    def _base(self, element: _Element, given: Colour) -> Colour:
        kind, value = str(element.tag).removeprefix(_A), element.get("val", "")
        if kind == "srgbClr" and len(value) == 6:
            return f"#{value.upper()}"
        if kind == "sysClr":
            return f"#{element.get('lastClr', '000000').upper()}"
        if kind == "prstClr":
            return f"#{_NAMED.get(value, '808080')}"
        if kind == "schemeClr":
            known = given if value == "phClr" else ""
            return known or self.theme.colours.get(self.names.get(value, value), "")
        return ""


def read_theme(root: _Element) -> Theme:
    """Return the theme in a theme part."""
    elements = root.find(f"{_A}themeElements")
    if elements is None:
        return Theme({}, "", "", (), ())
    scheme = elements.find(f"{_A}clrScheme")
    none = Inks(Theme({}, "", "", (), ()), {})
    colours = {str(c.tag).removeprefix(_A): none.colour(c) for c in _children(scheme)}
    return Theme(
        colours,
        _latin(elements, "majorFont"),
        _latin(elements, "minorFont"),
        _children(elements.find(f"{_A}fmtScheme/{_A}fillStyleLst")),
        _children(elements.find(f"{_A}fmtScheme/{_A}bgFillStyleLst")),
    )


def read_names(*maps: _Element | None) -> Mapping[str, str]:
    """Return what colour names mean, by the first of some colour maps that is there."""
    return next((dict(m.attrib) for m in maps if m is not None and len(m.attrib) > 2), {})


def _children(element: _Element | None) -> tuple[_Element, ...]:
    from lxml import etree  # noqa: PLC0415

    return () if element is None else tuple(element.iterchildren(etree.Element))


def _latin(elements: _Element, font: str) -> str:
    latin = elements.find(f"{_A}fontScheme/{_A}{font}/{_A}latin")
    return "" if latin is None else latin.get("typeface", "")


def family_of(typeface: str, families: Mapping[Family, str]) -> Family | None:
    """Return which of a kit's families has letters as wide as those of `typeface`."""
    same = _twins(typeface)
    return next((f for f, name in families.items() if name.casefold() in same), None)


def _twins(typeface: str) -> Iterable[str]:
    name = typeface.casefold()
    return next((twins for twins in _TWINS if name in twins), (name,))


def _modified(base: Colour, element: _Element) -> Colour:
    """Return a colour with what stands in its element done to it (ECMA-376 part 1, 20.1.2.3)."""
    rgb: RGB = tuple(int(base[n : n + 2], 16) / 255 for n in (1, 3, 5))  # type: ignore[assignment]
    for change in element:
        name, value = str(change.tag).removeprefix(_A), change.get("val", "")
        amount = int(value) / 100_000 if value.lstrip("-").isdecimal() else 1
        rgb = _change(rgb, name, amount)
    return "#" + "".join(f"{round(255 * min(1, max(0, part))):02X}" for part in rgb)


def _change(rgb: RGB, name: str, amount: float) -> RGB:
    red, green, blue = rgb
    if name in ("tint", "shade"):
        white = (1 - amount) * (name == "tint")
        return (
            _to_screen(_linear(red) * amount + white),
            _to_screen(_linear(green) * amount + white),
            _to_screen(_linear(blue) * amount + white),
        )
    hue, light, strength = rgb_to_hls(*rgb)
    if name == "lumMod":
        light *= amount
    elif name == "lumOff":
        light += amount
    elif name == "satMod":
        strength *= amount
    else:
        return rgb
    return hls_to_rgb(hue, min(1, max(0, light)), min(1, max(0, strength)))


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _to_screen(light: float) -> float:
    light = min(1.0, max(0.0, light))
    return float(light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
