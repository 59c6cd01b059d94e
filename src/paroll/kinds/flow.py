"""How a leaflet's running text is set: a style for each level of the flow."""

from __future__ import annotations

from paroll.kinds.kind import BULLET, Level
from paroll.looks.house import HEADING, Palette, body_style, heading_style, whole
from paroll.sheet import MarkerStyle, Style
from paroll.units import Emu, pt

SHARP = pt(9)
"""The size of bullets at least: they are in a brand's colour, and smaller its inks show apart."""


def flow_levels(size: Emu, palette: Palette, air: float, inner: float) -> tuple[Style, ...]:
    """Return the styles of the flow in the order of `Level`.

    `size` is the body size. `air` stretches the space between groups, `inner` that between the
    paragraphs of one.
    """
    body = body_style(size, palette.body)
    bold = body_style(size, palette.body, bold=True)
    number = MarkerStyle(HEADING, whole(size * 1.35), palette.accent)
    bullet = MarkerStyle(HEADING, max(size, SHARP), palette.accent, BULLET)
    styles = {
        Level.HEADING: _spaced(heading_style(whole(size * 1.75), palette.accent, 1.0), 1.3 * air),
        Level.NUMBERED: _hung(body, number, 2.0, 0.5 * inner),
        Level.BULLETED: _hung(body, bullet, 1.1, 0.5 * inner),
        Level.TEXT: _spaced(body, 0.5 * inner),
        Level.SMALL: _spaced(body_style(whole(size * 0.8), palette.quiet), 0.35),
        Level.FIGURE: _spaced(heading_style(size * 4, palette.accent, 0.9), 0.4 * air),
        Level.NAME: _spaced(bold, 0.9 * inner),
        Level.QUOTE: _spaced(heading_style(whole(size * 1.2), palette.heading, 1.15), 1.2 * air),
        Level.LEAD: _spaced(heading_style(whole(size * 1.4), palette.heading, 1.1), 1.1 * air),
    }
    bar = MarkerStyle(HEADING, size, palette.accent)
    styles[Level.QUOTE] = styles[Level.QUOTE]._replace(marker=bar)
    styles[Level.SAID] = styles[Level.TEXT]._replace(marker=bar)
    styles[Level.UNDER] = _spaced(body, 0.1)
    styles[Level.UNIT] = _spaced(heading_style(whole(size * 1.4), palette.heading, 1.0), 0.1)
    styles[Level.OVER] = _spaced(bold, 1.6 * air)
    styles[Level.HEADED] = _spaced(styles[Level.FIGURE], 0.2)
    styles[Level.HEADLINE] = _spaced(styles[Level.HEADING], 0.3)
    styles[Level.STATED] = _spaced(styles[Level.LEAD], 0.3)
    return tuple(styles[level] for level in Level)


def _spaced(style: Style, sizes: float) -> Style:
    return style._replace(before=round(style.size * sizes))


def _hung(body: Style, marker: MarkerStyle, indent: float, before: float) -> Style:
    spaced = _spaced(body, before)
    return spaced._replace(indent=round(body.size * indent), marker=marker)
