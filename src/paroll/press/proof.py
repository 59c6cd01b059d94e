"""Proofs: printed pages shown on larger ones, with lines over them. Importing imports pikepdf."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream

from paroll.press.frame import boxed, framed, number, path
from paroll.press.views import Guide, Stroke, View
from paroll.units import Box, Rect, to_pt

_LINES = {
    Guide.BLEED: ("0.45 0.45 0.45", ()),
    Guide.CUT: ("0.9 0 0.5", ()),
    Guide.SAFE: ("0 0.55 0.9", (5, 4)),
    Guide.FOLD: ("0 0.6 0.25", (12, 4, 2, 4)),
    Guide.HOLE: ("0.9 0 0.5", ()),
}
"""The colour, in RGB, and the dashes of each line, as parts of its thickness."""
_PALE = 0.62
"""How much white lies over what is cut off."""
_ARC = 0.5523
"""How far the handles of a quarter of a circle reach, as a part of its radius."""
_HALO = 2.4
"""How much wider than a line is the white that it stands on, so that it is seen on any colour."""


def proof(base: bytes, printed: bytes, views: Sequence[View], strokes: Sequence[Stroke]) -> bytes:
    """Return `base`, the pages of a proof with their words, with views of a printed file on them.

    Lines are drawn over all, as thick as the page is large. The file is for screens.
    """
    with Pdf.open(BytesIO(base)) as pdf, Pdf.open(BytesIO(printed)) as pages:
        trims = [framed(page.trimbox) for page in pages.pages]
        forms = [_form(pdf, pages, n) for n in range(len(pages.pages))]
        for at, page in enumerate(pdf.pages):
            height = float(page.mediabox[3])
            own = [view for view in views if view.page == at]
            parts = [_shown(view, trims[view.of], height) for view in own]
            parts += _drawn([each for each in strokes if each.page == at], height)
            page.contents_add(Stream(pdf, b"q"), prepend=True)
            page.contents_add(Stream(pdf, f"Q {' '.join(parts)}".encode()))
            for view in own:
                page.add_resource(forms[view.of], Name.XObject, Name(f"/P{view.of}"))
            veil = Dictionary(Type=Name.ExtGState, ca=_PALE)
            page.add_resource(veil, Name.ExtGState, Name.Veil)
        file = BytesIO()
        pdf.save(file, object_stream_mode=ObjectStreamMode.disable, deterministic_id=True)
        return file.getvalue()


def _form(pdf: Pdf, pages: Pdf, number: int) -> Object:
    """Return a printed page, with its bleed, as a form of another file."""
    page = pages.pages[number]
    form = pdf.copy_foreign(page.as_form_xobject())
    form.BBox = Array(boxed(framed(page.bleedbox)))
    return form


def _shown(view: View, trim: Rect, height: float) -> str:
    """Return what draws a part of a page in its place."""
    scale = view.at.w / view.part.w
    at = view.at.upwards(height)
    left = at.left - (trim.left + to_pt(view.part.x)) * scale
    bottom = at.bottom - (trim.top - to_pt(view.part.bottom)) * scale
    matrix = f"{number(scale)} 0 0 {number(scale)} {number(left)} {number(bottom)} cm"
    pale = ""
    if view.clear:
        clear = view.clear
        inner = Box(
            view.at.x + round((clear.x - view.part.x) * scale),
            view.at.y + round((clear.y - view.part.y) * scale),
            round(clear.w * scale),
            round(clear.h * scale),
        )
        pale = f"/Veil gs 1 1 1 rg {path(at)} {path(inner.upwards(height))} f*"
    return f"q {path(at)} W n q {matrix} /P{view.of} Do Q {pale} Q"


def _drawn(strokes: Sequence[Stroke], height: float) -> list[str]:
    """Return what draws lines: white below each, then its colour."""
    weight = max(0.75, height / 1000)
    parts = []
    for stroke in strokes:
        colour, dashes = _LINES[stroke.guide]
        frame = stroke.box.upwards(height)
        is_round = stroke.guide is Guide.HOLE and stroke.box.h > 0
        traced = _circle(frame) if is_round else _traced(frame)
        halo = f"q 1 1 1 RG {number(weight * _HALO)} w {traced} S Q"
        scaled = f"{number(weight)} w [{' '.join(number(part * weight) for part in dashes)}] 0 d"
        parts.append(f"{halo} q {colour} RG {scaled} {traced} S Q")
    return parts


def _traced(frame: Rect) -> str:
    """Return a frame as a path; a line is drawn once, or its dashes would fill its own gaps."""
    if frame.width and frame.height:
        return path(frame)
    ends = " ".join(map(number, (frame.left, frame.bottom)))
    return f"{ends} m {number(frame.right)} {number(frame.top)} l"


def _circle(frame: Rect) -> str:
    """Return the circle in a square as a path of four curves."""
    radius = frame.width / 2
    x, y, arm = frame.left + radius, frame.bottom + radius, radius * _ARC
    corners = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{number(x + radius)} {number(y)} m"]
    for (ax, ay), (bx, by) in pairwise(corners):
        points = (
            (x + radius * ax + arm * bx, y + radius * ay + arm * by),
            (x + radius * bx + arm * ax, y + radius * by + arm * ay),
            (x + radius * bx, y + radius * by),
        )
        parts.append(" ".join(number(value) for point in points for value in point) + " c")
    return " ".join((*parts, "h"))
