"""Colour spaces and colours, and the inks they stand for on a press."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from paroll.preflight.contents.resources import NONE, Resources
from paroll.preflight.reading import codes, data, entry, items, name, number, numbers
from paroll.tuples import NamedTuple

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL = "All"
"""The separation that prints on every plate: for marks."""
NOTHING = "None"
MOST_LEVELS = 6
"""How deep spaces may stand in each other: Indexed of DeviceN of ICCBased is three."""
LARGEST_TABLE = 1 << 18

ToInks = Callable[[float, float, float], dict[str, float]]
"""How a press makes a colour of red, green and blue, each from 0 to 1."""


class Family(StrEnum):
    """What sort of colour space it is, by its name in a PDF."""

    GRAY = "DeviceGray"
    RGB = "DeviceRGB"
    CMYK = "DeviceCMYK"
    CALGRAY = "CalGray"
    CALRGB = "CalRGB"
    LAB = "Lab"
    ICC = "ICCBased"
    INDEXED = "Indexed"
    SEPARATION = "Separation"
    DEVICEN = "DeviceN"
    PATTERN = "Pattern"


class Space(NamedTuple):
    """A colour space. `size` is how many numbers make a colour in it.

    `names` are the inks of Separation and DeviceN, `base` what an Indexed or Pattern space stands
    on and what spots are shown as without their ink; `table` the colours of an Indexed space;
    `scale` the ranges of Lab.
    """

    family: Family
    size: int
    names: tuple[str, ...] = ()
    base: Space | None = None
    table: bytes = b""
    scale: tuple[float, ...] = ()

    @property
    def root(self) -> Space:
        """The space its colours are given in: the base of an Indexed or Pattern space."""
        return self.base.root if self.base and self.family in _HOLDERS else self

    @property
    def title(self) -> str:
        """What it is called before people."""
        return f"ICCBased {_OF_SIZE[self.size]}" if self.family is Family.ICC else self.family


class Colour(NamedTuple):
    """A colour as a page sets it. `pattern` is what is painted in its place, if anything is."""

    space: Space
    values: tuple[float, ...]
    pattern: object = None


_HOLDERS = (Family.INDEXED, Family.PATTERN)
_OF_SIZE = {1: "grey", 3: "RGB", 4: "CMYK"}
GRAY = Space(Family.GRAY, 1)
RGB = Space(Family.RGB, 3)
CMYK = Space(Family.CMYK, 4)
PATTERN = Space(Family.PATTERN, 0)
BLACK = Colour(GRAY, (0.0,))
_PLAIN = {
    "DeviceGray": GRAY,
    "G": GRAY,
    "DeviceRGB": RGB,
    "RGB": RGB,
    "DeviceCMYK": CMYK,
    "CMYK": CMYK,
    "CalCMYK": CMYK,
    "CalRGB": Space(Family.CALRGB, 3),
    "CalGray": Space(Family.CALGRAY, 1),
    "Pattern": PATTERN,
}
_DEFAULTS = {Family.GRAY: "DefaultGray", Family.RGB: "DefaultRGB", Family.CMYK: "DefaultCMYK"}


def space(value: object, resources: Resources, levels: int = MOST_LEVELS) -> Space | None:
    """Return the colour space that `value` names or is; None if it is broken.

    `resources` are those of the page or form, where names are looked up.
    """
    if levels <= 0:
        return None
    if said := name(value):
        if said in _PLAIN:
            return device(said, resources)
        return space(resources.find("/ColorSpace", said), resources, levels - 1)
    parts = items(value)
    if not parts:
        return None
    said = name(parts[0])
    if len(parts) == 1 or said in ("CalRGB", "CalGray", "CalCMYK"):
        return _PLAIN.get(said)
    reader = _READERS.get(said)
    return reader(parts, resources, levels) if reader else None


def device(said: str, resources: Resources) -> Space:
    """Return a space that needs no resources, or what they set in its place."""
    plain = _PLAIN[said]
    instead = _DEFAULTS.get(plain.family)
    found = resources.read("/ColorSpace", instead, _own) if instead else None
    return found if found and found.size == plain.size else plain


def _own(value: object) -> Space | None:
    """Return what stands in the place of a device's space, which may not be such a one again."""
    return None if value is None or name(value) else space(value, NONE)


def _icc(parts: list[object], _: Resources, levels: int) -> Space | None:
    size = number(parts[1], "/N")
    if size not in (1, 3, 4):
        base = space(entry(parts[1], "/Alternate"), NONE, levels - 1)
        size = base.size if base else None
    return Space(Family.ICC, int(size)) if size in (1, 3, 4) else None


def _lab(parts: list[object], _: Resources, __: int) -> Space:
    scale = numbers(parts[1], "/Range")
    return Space(Family.LAB, 3, scale=scale if len(scale) == 4 else (-100, 100, -100, 100))


def _indexed(parts: list[object], resources: Resources, levels: int) -> Space | None:
    base = space(parts[1], resources, levels - 1)
    if base is None or len(parts) < 4:
        return None
    table = codes(parts[3]) or data(parts[3], LARGEST_TABLE) or b""
    return Space(Family.INDEXED, 1, base=base, table=table)


def _separation(parts: list[object], resources: Resources, levels: int) -> Space | None:
    base = space(parts[2], resources, levels - 1) if len(parts) > 2 else None
    return Space(Family.SEPARATION, 1, (name(parts[1]),), base)


def _device_n(parts: list[object], resources: Resources, levels: int) -> Space | None:
    names = tuple(name(item) for item in items(parts[1]))
    base = space(parts[2], resources, levels - 1) if len(parts) > 2 else None
    return Space(Family.DEVICEN, len(names), names, base) if names else None


def _pattern(parts: list[object], resources: Resources, levels: int) -> Space:
    base = space(parts[1], resources, levels - 1)
    return Space(Family.PATTERN, base.size if base else 0, base=base)


_READERS = {
    "ICCBased": _icc,
    "Lab": _lab,
    "Indexed": _indexed,
    "I": _indexed,
    "Separation": _separation,
    "DeviceN": _device_n,
    "NChannel": _device_n,
    "Pattern": _pattern,
}


def first(of: Space) -> Colour:
    """Return the colour a page has when it has chosen a space and no colour yet."""
    if of.family is Family.CMYK:
        return Colour(of, (0.0, 0.0, 0.0, 1.0))
    full = 1.0 if of.family in (Family.SEPARATION, Family.DEVICEN) else 0.0
    return Colour(of, (full,) * of.size)


def is_own(of: Space) -> bool:
    """Say whether a space is described by itself: the press converts its colours once more."""
    return of.root.family in (Family.ICC, Family.LAB, Family.CALRGB, Family.CALGRAY)


def is_rgb(of: Space) -> bool:
    """Say whether colours are in the red, green and blue of some screen, no one knows which."""
    return of.root.family is Family.RGB


def inks(of: Space, values: tuple[float, ...], rgb: ToInks) -> dict[str, float]:
    """Return how much of each ink a colour takes, from 0 to 1; `rgb` answers for screens.

    `values` that lack are 0. The inks of a grey are all four: it knocks out what is under it.
    """
    given = [min(1.0, max(0.0, v)) for v in (*values, *((0.0,) * of.size))[: of.size]]
    if of.family in (Family.SEPARATION, Family.DEVICEN):
        return _named(of.names, given)
    if of.family is Family.INDEXED:
        return inks(of.base or GRAY, looked_up(of, int(values[0]) if values else 0), rgb)
    if of.family is Family.LAB:
        return rgb(*_shown(values))
    amounts = tuple(given)
    if of.size == 3:
        return rgb(*amounts)
    if of.size == 1:
        amounts = (0.0, 0.0, 0.0, 1 - given[0])
    return dict(zip(PROCESS, amounts, strict=True)) if len(amounts) == 4 else {}


def _named(names: tuple[str, ...], given: list[float]) -> dict[str, float]:
    amounts: dict[str, float] = {}
    for ink, amount in zip(names, given, strict=True):
        for plate in PROCESS if ink == ALL else (ink,):
            if plate != NOTHING:
                amounts[plate] = max(amounts.get(plate, 0.0), amount)
    return amounts


def looked_up(of: Space, index: int) -> tuple[float, ...]:
    """Return the colour at an index of an Indexed space, in its base."""
    base = of.base or GRAY
    entry = of.table[max(0, index) * base.size :][: base.size]
    values = tuple(byte / 255 for byte in entry)
    return opened(base, values)


def opened(of: Space, values: tuple[float, ...]) -> tuple[float, ...]:
    """Return colours from 0 to 1 in the range of their space, as images hold them."""
    if of.family is not Family.LAB or len(values) < 3:
        return values
    low_a, high_a, low_b, high_b = of.scale
    a, b = low_a + values[1] * (high_a - low_a), low_b + values[2] * (high_b - low_b)
    return values[0] * 100, a, b


def _shown(lab: tuple[float, ...]) -> tuple[float, float, float]:
    """Return a Lab colour in sRGB, near enough to say how much ink it takes."""
    light, a, b = (*lab, 0.0, 0.0, 0.0)[:3]
    y = (light + 16) / 116
    x, _, z = (_cubed(v) for v in (y + a / 500, y, y - b / 200))
    x, y, z = 0.9642 * x, _cubed(y), 0.8249 * z
    linear = (
        3.1339 * x - 1.6169 * y - 0.4906 * z,
        -0.9788 * x + 1.9161 * y + 0.0335 * z,
        0.0719 * x - 0.2290 * y + 1.4052 * z,
    )
    red, green, blue = (min(1.0, max(0.0, v)) ** (1 / 2.2) for v in linear)
    return red, green, blue


def _cubed(value: float) -> float:
    return value**3 if value > 6 / 29 else 3 * (6 / 29) ** 2 * (value - 4 / 29)


def plainly(red: float, green: float, blue: float) -> dict[str, float]:
    """Return the inks of a screen colour as plain printers make them: all its grey is black."""
    black = 1 - max(red, green, blue)
    colours = (1 - black - channel for channel in (red, green, blue))
    return dict(zip(PROCESS, (*colours, black), strict=True))
