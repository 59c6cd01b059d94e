"""SVG drawings as filled outlines: read safely, flattened, without anything left to interpret."""

from paroll.svg.flatten import UNITS, Drawing, flatten
from paroll.svg.tree import MOST_BYTES, Fault, Refused, root_of

__all__ = ["MOST_BYTES", "UNITS", "Drawing", "Fault", "Refused", "drawing_of"]


def drawing_of(data: bytes) -> tuple[Drawing | None, list[Fault]]:
    """Return the drawing in an SVG file, and what keeps it from being shown as it is."""
    try:
        return flatten(root_of(data))
    except Refused as refused:
        return None, [refused.fault]
