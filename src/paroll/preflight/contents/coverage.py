"""Faults that only the finished ink shows: too much of it, and bleed that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from paroll.preflight.contents import rules
from paroll.preflight.contents.faults import Fault
from paroll.preflight.contents.inking import FULL, Ink, total
from paroll.preflight.contents.painted import Sheet
from paroll.printers import Edges, Printer
from paroll.units import EMU_PER_POINT, Rect, pt, to_mm

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

SIDE = 15**0.5 / 25.4 * 72
"""The side in points of a square of 15 mm² (GWG 2015, 4.22)."""
CELL = 8
"""Places of too much ink are told apart by so many pixels."""
INKED = 5
"""From this value a pixel has ink: 2 per cent."""
SLACK = 1.0
"""So many points of the bleed may lack: a pixel, which is half painted."""
LEAST = 2 / 25.4 * 72
"""Along so many points of an edge the bleed has to lack: 2 mm."""


def ink_faults(ink: Ink, sheet: Sheet, printer: Printer) -> Iterator[Fault]:
    """Yield the places inside the trim that take more ink than the printer allows."""
    left, top, right, bottom = ink.pixels(sheet.trim)
    half = int(min(SIDE * ink.dpi / 72, right - left, bottom - top) / 2)
    inner = (
        left + half,
        top + half,
        max(left + half + 1, right - half),
        max(top + half + 1, bottom - half),
    )
    limit = (printer.ink_limit + 0.5) * FULL / 100
    if float(total(ink).getextrema()[1]) < limit:  # type: ignore[arg-type]
        return
    means = total(ink, SIDE).crop(inner)
    most = float(means.getextrema()[1])  # type: ignore[arg-type]
    percent = round(100 * most / FULL)
    if percent <= printer.ink_limit:
        return
    for x0, y0, x1, y1 in _over(means, limit):
        place = ink.box(x0 + inner[0], y0 + inner[1], x1 + inner[0], y1 + inner[1])
        message = f"{percent} % of ink, the printer takes {printer.ink_limit:g} %"
        hint = f"keep all inks together at {printer.ink_limit:g} % or below"
        yield Fault(rules.INK, message, hint, place.cut(sheet.trim))


def _over(means: Pixels, limit: float) -> list[tuple[int, int, int, int]]:
    """Return boxes around the pixels above a limit, in each cell of a coarse grid."""
    wide = means.width
    values = memoryview(means.tobytes()).cast("i")
    cells: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for at, value in enumerate(values):
        if value > limit:
            y, x = divmod(at, wide)
            cell = (y // CELL, x // CELL)
            x0, y0, x1, y1 = cells.get(cell, (x, y, x + 1, y + 1))
            cells[cell] = (min(x, x0), min(y, y0), max(x + 1, x1), max(y + 1, y1))
    return list(cells.values())


def bleed_faults(ink: Ink, sheet: Sheet, bleed: Edges) -> Iterator[Fault]:
    """Yield the stretches of an edge where ink reaches the trim and does not run on beyond it."""
    painted = _painted(ink)
    for name, wanted in bleed._asdict().items():
        if wanted <= 0:
            continue
        rows = _rows(ink, painted, sheet.trim, name, wanted / EMU_PER_POINT)
        start = 0
        for short, run in groupby(rows, key=_is_short):
            many = list(run)
            stretch = (start * 72 / ink.dpi, (start + len(many)) * 72 / ink.dpi)
            if short and stretch[1] - stretch[0] >= LEAST:
                place = _strip(sheet.trim, name, wanted / EMU_PER_POINT, stretch)
                yield _lacking(name, wanted, _reached(many, ink), place)
            start += len(many)


def _painted(ink: Ink) -> Pixels:
    """Return where there is any ink: the most of one plate at each pixel."""
    from PIL import ImageChops  # noqa: PLC0415

    plates = list(ink.plates.values())
    most = plates[0]
    for plate in plates[1:]:
        most = ImageChops.lighter(most, plate)
    return most


def _rows(ink: Ink, painted: Pixels, trim: Rect, edge: str, wanted: float) -> list[bytes]:
    """Return the pixels across an edge of the trim, from the first one inside it outwards."""
    from PIL.Image import Transpose  # noqa: PLC0415

    reach, one = wanted - SLACK, 72 / ink.dpi
    box = {
        "left": Rect(trim.left - reach, trim.bottom, trim.left + 2 * one, trim.top),
        "right": Rect(trim.right - 2 * one, trim.bottom, trim.right + reach, trim.top),
        "top": Rect(trim.left, trim.top - 2 * one, trim.right, trim.top + reach),
        "bottom": Rect(trim.left, trim.bottom - reach, trim.right, trim.bottom + 2 * one),
    }[edge]
    strip = painted.crop(ink.pixels(box))
    turn = {
        "left": Transpose.FLIP_LEFT_RIGHT,
        "top": Transpose.ROTATE_270,
        "bottom": Transpose.TRANSPOSE,
    }.get(edge)
    strip = strip if turn is None else strip.transpose(turn)
    data, wide = strip.tobytes(), strip.width
    return [data[at : at + wide] for at in range(0, len(data), wide)] if wide else []


def _is_short(row: bytes) -> bool:
    """Say whether ink at the trim ends before the end of the row; a half pixel may straddle it."""
    return row[0] >= INKED and min(row) < INKED


def _reached(rows: list[bytes], ink: Ink) -> float:
    """Return how many points colour runs on beyond the trim where it runs on least."""
    least = min(next(at for at, value in enumerate(row) if value < INKED) for row in rows)
    return max(0.0, (least - 2.5) * 72 / ink.dpi)


def _strip(trim: Rect, edge: str, wanted: float, stretch: tuple[float, float]) -> Rect:
    """Return the part of the bleed along a stretch of an edge, from the top or from the left."""
    start, end = stretch
    return {
        "left": Rect(trim.left - wanted, trim.top - end, trim.left, trim.top - start),
        "right": Rect(trim.right, trim.top - end, trim.right + wanted, trim.top - start),
        "top": Rect(trim.left + start, trim.top, trim.left + end, trim.top + wanted),
        "bottom": Rect(trim.left + start, trim.bottom - wanted, trim.left + end, trim.bottom),
    }[edge]


def _lacking(name: str, wanted: int, reached: float, place: Rect) -> Fault:
    message = f"at the {name} edge, colour ends before the bleed does"
    detail = f"{to_mm(pt(reached)):.1f} of {to_mm(wanted):g} mm"
    hint = f"let it run on to {to_mm(wanted):g} mm beyond the trim"
    return Fault(rules.NO_BLEED, message, hint, place, detail)
