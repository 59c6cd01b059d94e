"""Rectangles and numbers as a PDF writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paroll.units import Rect

if TYPE_CHECKING:
    from pikepdf import Object


def framed(box: Object) -> Rect:
    """Return a box of a page, whichever of its corners come first."""
    one, two, three, four = (float(edge) for edge in box)
    return Rect(min(one, three), min(two, four), max(one, three), max(two, four))


def boxed(frame: Rect) -> list[float]:
    """Return a rectangle as a box of a page, to a ten-thousandth of a point."""
    return [round(edge, 4) for edge in frame]


def path(frame: Rect) -> str:
    """Return the operator that makes a rectangle a path."""
    return " ".join(map(number, (frame.left, frame.bottom, frame.width, frame.height))) + " re"


def number(value: float) -> str:
    """Return a number as it is written in a content stream, as short as it goes."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
