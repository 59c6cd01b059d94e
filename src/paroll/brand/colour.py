"""Whether a brand's colours can be read and printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paroll.brand.kit import KitColours, KitInk
from paroll.brand.model import COLOURS, Ink
from paroll.finding import Finding, Rule, Severity
from paroll.sheet import Colour

MOST_INK = 300
"""The most ink in per cent that sheet-fed offset on coated paper takes (ISO 12647-2, FOGRA51)."""

SEEN = 3.05
"""The least contrast of a shape to its ground: 3 : 1 (WCAG 2.2, 1.4.11), and a little more."""

PAIRS = (
    ("clear", "strong", 4.5),
    ("clear", "shade", 4.5),
    ("clear", "dark", 4.5),
    ("tint", "dark", 4.5),
    ("ink", "paper", 4.5),
    ("ink", "tint", 4.5),
    ("muted", "paper", 4.5),
    ("muted", "tint", 4.5),
    ("strong", "paper", 3.0),
    ("strong", "tint", 3.0),
)
"""Text, its ground and the least contrast: WCAG 2.2, 1.4.3; 3 : 1 where text is always large."""

TOO_MUCH = Rule(
    "B003",
    Severity.ERROR,
    "too much ink",
    "Cyan, magenta, yellow and black together may not pass 300 per cent: more does not dry, and "
    "sticks to the next sheet in the pile.",
    bad="cmyk: [80, 100, 90, 60]",
    good="cmyk: [25, 100, 90, 45]",
)
NOT_BLACK = Rule(
    "B004",
    Severity.WARNING,
    "small text is printed with several inks",
    "Running text is printed with black alone, and small grey text with a part of it. With several "
    "inks letters get coloured edges as soon as one plate is off by a tenth of a millimetre.",
    bad="cmyk: [60, 70, 60, 80]",
    good="cmyk: [0, 0, 0, 100]",
)
CONTRAST = Rule(
    "B005",
    Severity.ERROR,
    "too little contrast",
    "Text needs a contrast of 4.5 : 1 to its ground, large numerals 3 : 1 (WCAG 2.2, 1.4.3). Below "
    "that people with poor sight, and everybody in a bright room, cannot read it.",
    bad='muted: {screen: "#999999", cmyk: [0, 0, 0, 45]}',
    good='muted: {screen: "#6B5556", cmyk: [0, 0, 0, 72]}',
)
RULES = (TOO_MUCH, NOT_BLACK, CONTRAST)


NEAR = 8
"""How far (of 255) each channel of a colour may be from a brand colour to count as that colour."""


def nearest(screen: str, colours: Mapping[Colour, Ink]) -> Colour | None:
    """Return the brand colour that `#RRGGBB` is, or None if it is none, or no colour."""
    try:
        wanted = bytes.fromhex(screen.removeprefix("#"))
    except ValueError:
        return None
    if len(wanted) != 3:
        return None
    off = {
        role: max(abs(a - b) for a, b in zip(wanted, bytes.fromhex(ink.screen[1:]), strict=True))
        for role, ink in colours.items()
    }
    best = min(off, key=off.__getitem__)
    return best if off[best] <= NEAR else None


def luminance(screen: str) -> float:
    """Return the relative luminance (0 to 1) of a colour `#RRGGBB`, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(screen[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast (1 to 21) of two colours `#RRGGBB`, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def softened(ink: Ink, paper: Ink) -> Ink:
    """Return `ink` as light as it can be and still stand out from `paper`, 3 : 1.

    It is for shapes that step back beside the strong colour and must still be seen (WCAG 2.2,
    1.4.11).
    """
    screens = {share: _mixed(ink.screen, paper.screen, share) for share in range(101)}
    seen = (share for share, mix in screens.items() if contrast(mix, paper.screen) >= SEEN)
    share = next(seen, 100)
    cyan, magenta, yellow, black = (round(part * share / 100, 1) for part in ink.cmyk)
    return Ink(screens[share], (cyan, magenta, yellow, black))


def _mixed(one: str, other: str, share: int) -> str:
    """Return the colour with `share` per cent of `one` and the rest `other`."""
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{(a * share + b * (100 - share)) // 100:02X}" for a, b in parts)


def check_colours(colours: KitColours) -> Iterator[Finding]:
    """Yield what is wrong with the colours of a kit."""
    for text, ground, least in PAIRS:
        above, below = _ink(colours, text).screen, _ink(colours, ground).screen
        measured = contrast(above.text, below.text)
        if measured < least:
            message = f"`{text}` on `{ground}` has a contrast of {measured:.1f} : 1"
            hint = f"it takes {least:g} : 1; make one darker or the other lighter"
            yield CONTRAST.at(above.span, message, hint)
    for role in COLOURS:
        yield from _check_inks(role, _ink(colours, role))


def _check_inks(role: str, ink: KitInk) -> Iterator[Finding]:
    total = sum(part.value for part in ink.cmyk)
    if total > MOST_INK:
        message = f"`{role}` takes {total:g} % of ink; the most is {MOST_INK} %"
        yield TOO_MUCH.at(ink.cmyk[0].span, message, "replace equal parts of C, M and Y by black")
    if role in ("ink", "muted") and any(part.value for part in ink.cmyk[:3]):
        message = f"`{role}` is printed with several inks"
        yield NOT_BLACK.at(ink.cmyk[0].span, message, "use black alone: [0, 0, 0, …]")


def _ink(colours: KitColours, role: str) -> KitInk:
    ink: KitInk = getattr(colours, role)
    return ink
