"""Faults of a page as a whole: bleed that is not painted, emptiness, contents not read."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.preflight.contents import rules
from paroll.preflight.contents.faults import Fault
from paroll.preflight.contents.grounds import is_white
from paroll.preflight.contents.painted import Kind, Painted, Sheet
from paroll.preflight.contents.values import Rect
from paroll.printers import Printer
from paroll.units import EMU_PER_POINT, to_mm

REACH = 1.0
"""What comes this near to the trim, in points, is meant to reach it."""
SLACK = 0.3
"""How many points of the bleed may lack: 0.1 mm."""
_MARKS = (Kind.TEXT, Kind.LINE)


def page_faults(sheet: Sheet, printer: Printer) -> Iterator[Fault]:
    """Yield what is wrong with the page as a whole."""
    if not sheet.whole:
        yield Fault(rules.UNREAD, "the page could not be read to its end", "simplify the page")
    inside = [one for one in sheet.objects if one.box.touches(sheet.trim) and not _is_paper(one)]
    if not inside and sheet.whole:
        yield Fault(rules.EMPTY, "nothing is painted on the page", "tell the print shop if meant")
    yield from _short(sheet, inside, printer)


def _is_paper(one: Painted) -> bool:
    return one.colour is not None and is_white(one.colour)


def _short(sheet: Sheet, inside: list[Painted], printer: Printer) -> Iterator[Fault]:
    """Yield the edges where something reaches the trim, and nothing covers the bleed there."""
    grounds = [one for one in inside if one.kind not in _MARKS]
    for name, bleed in printer.bleed._asdict().items():
        if bleed <= 0:
            continue
        wanted = bleed / EMU_PER_POINT
        for one in grounds:
            strip = _strip(name, one.box, sheet.trim, wanted)
            if strip is not None and not _is_covered(strip, grounds):
                there = max(0.0, _beyond(name, one.box, sheet.trim)) * EMU_PER_POINT
                message = (
                    f"at the {name} edge, colour ends {to_mm(round(there)):.1f} mm beyond the trim"
                )
                hint = f"let it run on to {to_mm(bleed):g} mm beyond the trim"
                yield Fault(rules.NO_BLEED, message, hint, strip)
                break


def _beyond(edge: str, box: Rect, trim: Rect) -> float:
    """Return how far `box` reaches beyond an edge of the trim."""
    return {
        "top": box.top - trim.top,
        "right": box.right - trim.right,
        "bottom": trim.bottom - box.bottom,
        "left": trim.left - box.left,
    }[edge]


def _strip(edge: str, box: Rect, trim: Rect, wanted: float) -> Rect | None:
    """Return the strip of bleed along a box that reaches an edge; None if it does not, or is done.

    Ends of the strip are left out: whether corners are covered is seen from the other edges.
    """
    beyond = _beyond(edge, box, trim)
    if beyond < -REACH or beyond >= wanted - SLACK:
        return None
    across = edge in ("top", "bottom")
    length = min(box.right, trim.right) - max(box.left, trim.left)
    height = min(box.top, trim.top) - max(box.bottom, trim.bottom)
    if (length if across else height) < 2 * REACH:
        return None
    left, right = max(box.left, trim.left) + REACH, min(box.right, trim.right) - REACH
    bottom, top = max(box.bottom, trim.bottom) + REACH, min(box.top, trim.top) - REACH
    return {
        "top": Rect(left, trim.top, right, trim.top + wanted - SLACK),
        "right": Rect(trim.right, bottom, trim.right + wanted - SLACK, top),
        "bottom": Rect(left, trim.bottom - wanted + SLACK, right, trim.bottom),
        "left": Rect(trim.left - wanted + SLACK, bottom, trim.left, top),
    }[edge]


def _is_covered(strip: Rect, grounds: list[Painted]) -> bool:
    """Say whether areas cover a strip from end to end: what is left of it is cut piece by piece."""
    left = [strip]
    for one in grounds:
        left = [piece for rest in left for piece in _without(rest, one.box)]
        if not left:
            return True
    return False


def _without(piece: Rect, box: Rect) -> list[Rect]:
    """Return what is left of a piece when a box is taken out of it."""
    if piece.cut(box).is_empty:
        return [piece]
    inner = piece.cut(box)
    parts = (
        Rect(piece.left, piece.bottom, inner.left, piece.top),
        Rect(inner.right, piece.bottom, piece.right, piece.top),
        Rect(inner.left, piece.bottom, inner.right, inner.bottom),
        Rect(inner.left, inner.top, inner.right, piece.top),
    )
    return [part for part in parts if part.width > 0.05 and part.height > 0.05]
