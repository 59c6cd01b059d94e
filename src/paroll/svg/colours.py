"""Colours of a drawing, as `#RRGGBB`."""

from __future__ import annotations

from functools import lru_cache


class NotAColour(ValueError):
    """A paint that is no plain colour; `str()` says what it is."""


@lru_cache(maxsize=1024)
def plain(paint: str) -> str:
    """Return a colour as `#RRGGBB`, or "" for none; raise `NotAColour` for all other paint."""
    from PIL import ImageColor  # noqa: PLC0415  (it knows the names CSS gives to colours)

    if paint in ("none", "transparent"):
        return ""
    if paint.startswith("url("):
        raise NotAColour("a gradient or pattern")
    try:
        colour = ImageColor.getrgb(paint)
    except ValueError:
        raise NotAColour(f"“{paint[:30]}”, which is not a colour") from None
    if len(colour) == 4 and colour[3] < 255:
        raise NotAColour("a half-transparent colour")
    return "#{:02X}{:02X}{:02X}".format(*colour[:3])
