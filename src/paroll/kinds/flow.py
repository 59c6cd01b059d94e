"""How a leaflet's running text is set: a style for each level of the flow."""

from __future__ import annotations

from dataclasses import replace

from paroll.kinds.kind import Level
from paroll.looks.house import HEADING, Palette, body_style, heading_style, whole
from paroll.sheet import MarkerStyle, Style
from paroll.units import Emu


def flow_levels(size: Emu, palette: Palette, air: float) -> tuple[Style, ...]:
    """Return the styles of the flow in the order of `Level`.

    `size` is the body size, `air` stretches the space between paragraphs.
    """
    body = body_style(size, palette.body)
    styles = {
        Level.HEADING: _spaced(heading_style(whole(size * 1.75), palette.accent, 1.0), 1.3 * air),
        Level.NUMBERED: _hung(body, size, 1.35, 2.0, palette.accent, 0.5 * air),
        Level.BULLETED: _hung(body, size, 1.0, 1.1, palette.accent, 0.5 * air),
        Level.TEXT: _spaced(body, 0.5 * air),
        Level.SMALL: _spaced(body_style(whole(size * 0.8), palette.quiet), 0.3 * air),
        Level.FIGURE: _spaced(heading_style(size * 4, palette.accent, 0.9), 1.3 * air),
        Level.NAME: _spaced(body_style(size, palette.body, bold=True), 0.6 * air),
    }
    return tuple(styles[level] for level in Level)


def _spaced(style: Style, sizes: float) -> Style:
    return replace(style, before=round(style.size * sizes))


def _hung(
    body: Style, size: Emu, scale: float, indent: float, colour: str, before: float
) -> Style:
    marker = MarkerStyle(HEADING, whole(size * scale), colour)
    return replace(_spaced(body, before), indent=round(size * indent), marker=marker)
