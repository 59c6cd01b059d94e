"""SVG drawings as filled outlines: read safely, flattened, without anything left to interpret."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paroll.svg.flatten import Drawing
    from paroll.svg.tree import Fault


def drawing_of(data: bytes) -> tuple[Drawing | None, list[Fault]]:
    """Return the drawing in an SVG file, and what keeps it from being shown as it is."""
    from paroll.svg.flatten import flatten  # noqa: PLC0415  (few programmes have drawings)
    from paroll.svg.tree import Refused, root_of  # noqa: PLC0415

    try:
        return flatten(root_of(data))
    except Refused as refused:
        return None, [refused.fault]
