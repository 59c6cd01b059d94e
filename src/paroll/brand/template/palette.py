"""What the brand's colour roles are on a page of a template: its accent, its text, and mixtures."""

from __future__ import annotations

from collections.abc import Mapping

from paroll.brand.colour import contrast
from paroll.brand.template.model import DARK, LIGHT, Page, Template
from paroll.sheet import Colour, Shape

_SEEN = 3.05
"""The least contrast to the ground: of bars and lines, and of the bold labels of those that count.
"""
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))


def palette(template: Template, page: Page) -> Mapping[Colour, Colour]:
    """Return for each colour role a colour that stands on `page`."""
    holders = (*page.texts, *page.holders)
    text = holders[0].levels[0].colour if holders else DARK
    accents = (template.scheme.get(name, text) for name in _ACCENTS)
    accent = next((a for a in accents if contrast(a, page.ground) > _SEEN), text)
    steps = (_mixed(page.ground, text, share / 100) for share in range(101))
    return {
        "ink": text,
        "dark": text,
        "muted": text,
        "clear": page.ground,
        "paper": page.ground,
        "strong": accent,
        "shade": _mixed(accent, text, 0.25),
        "tint": _mixed(accent, page.ground, 0.85),
        "soft": next((step for step in steps if contrast(step, page.ground) >= _SEEN), text),
    }


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return `one` with a `share` of `other` in it."""
    parts = (
        round((1 - share) * int(one[n : n + 2], 16) + share * int(other[n : n + 2], 16))
        for n in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def colours_of(template: Template) -> list[Colour]:
    """Return the colours that pages of a template show, and those of codes, sorted."""
    shown: set[Colour] = {DARK, LIGHT}
    for page in template.pages:
        holders = (*page.holders, *(still.holder for still in page.stills))
        levels = [level for holder in holders for level in holder.levels]
        shown.update(level.colour for level in levels)
        shown.update(level.bullet_colour for level in levels)
        shown.update(mark.fill for mark in page.marks if isinstance(mark, Shape))
        shown.add(page.ground)
        shown.update(palette(template, page).values())
    return sorted(shown)
