"""Whether what a brand's colours are printed with makes plates that a print shop can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paroll.brand.colour import PAIRS, contrast
from paroll.brand.kit import KitColours, KitInk
from paroll.brand.model import COLOURS
from paroll.finding import Finding, Rule, Severity

SPOT = Rule(
    "B013",
    Severity.ERROR,
    "spot ink cannot be called so",
    "A spot ink has a plate of its own, and its name is what the shop mixes it by: that of its "
    "maker, in letters without accents, digits, spaces and . + - & * only. All, None, Cyan, "
    "Magenta, Yellow and Black are plates of the process itself (ISO 32000-1, 8.6.6.4). One name "
    "is one ink: a lighter shade of it is another colour, in cyan, magenta, yellow and black.",
    bad='strong: {screen: "#D3122A", cmyk: [0, 100, 82, 7], spot: Cyan}',
    good='strong: {screen: "#D3122A", cmyk: [0, 100, 82, 7], spot: PANTONE 186 C}',
)
UNSEEN = Rule(
    "B014",
    Severity.ERROR,
    "colours that differ on screens are alike in print",
    "Text is told from its ground by the inks it is printed with, whatever the two look like on "
    "screens. Below 1.5 : 1 nobody sees it. Mostly a `cmyk` was forgotten, or stands at the wrong "
    "colour.",
    bad='strong: {screen: "#D3122A", cmyk: [0, 0, 0, 0]}',
    good='strong: {screen: "#D3122A", cmyk: [0, 100, 82, 7]}',
)
RULES = (SPOT, UNSEEN)

LEAST = 1.5
"""The least contrast in print of text that is to be seen at all; of colours, screens tell more."""
LONGEST = 60
"""How many letters the name of a spot ink has at most."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+&*-]*")
_RESERVED = ("all", "none", "cyan", "magenta", "yellow", "black", "registration")


def check_plates(colours: KitColours) -> Iterator[Finding]:
    """Yield what is wrong with the inks of a kit beside each other."""
    kit = {role: getattr(colours, role) for role in COLOURS}
    yield from _spots(kit)
    for text, ground, _ in PAIRS:
        above, below = kit[text], kit[ground]
        measured = contrast(_seen(above), _seen(below))
        if measured < LEAST:
            message = f"`{text}` on `{ground}` has a contrast of {measured:.1f} : 1 in print"
            hint = "write the inks that the colours of the screen are printed with"
            yield UNSEEN.at(above.cmyk[0].span, message, hint)


def _spots(kit: dict[str, KitInk]) -> Iterator[Finding]:
    first: dict[str, tuple[str, KitInk]] = {}
    for role, ink in kit.items():
        if ink.spot is None:
            continue
        name, span = ink.spot.text, ink.spot.span
        plain = " ".join(name.lower().split())
        if len(name) > LONGEST or not _NAME.fullmatch(name):
            hint = f"write its maker's name in plain letters, at most {LONGEST}"
            yield SPOT.at(span, f"“{name[:LONGEST]}” cannot be the name of a spot ink", hint)
        elif plain in _RESERVED:
            hint = "take out `spot`, or name the ink that is mixed"
            yield SPOT.at(span, f"“{name}” is a plate of the process, no spot ink", hint)
        other, same = first.setdefault(plain, (role, ink))
        if (same.spot and same.spot.text, _inks(same)) != (name, _inks(ink)):
            message = f"`{other}` and `{role}` are both “{name}”, written or mixed in two ways"
            yield SPOT.at(span, message, "take `spot` out of one of them")


def _inks(ink: KitInk) -> tuple[float, ...]:
    return tuple(part.value for part in ink.cmyk)


def _seen(ink: KitInk) -> str:
    """Return about what inks look like, as `#RRGGBB`: each takes its part of the light."""
    cyan, magenta, yellow, black = (1 - part / 100 for part in _inks(ink))
    return "#" + "".join(f"{round(255 * light * black):02X}" for light in (cyan, magenta, yellow))
