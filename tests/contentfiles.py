"""Pages with given contents, written operator by operator, for preflight to read."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from paroll.units import EMU_PER_POINT, mm

MM = mm(1) / EMU_PER_POINT
BLEED, SIDE = 3 * MM, 100 * MM
OUTER = SIDE + 2 * BLEED

Maker = Callable[[Pdf], Dictionary]
Edit = Callable[[Pdf], object]


def none(_: Pdf) -> Dictionary:
    return Dictionary()


def page(contents: str | bytes, resources: Maker = none, edit: Edit | None = None) -> bytes:
    """Return a file of one page, 100 mm square with a bleed of 3 mm.

    Contents start at the lower left corner of the trim.
    """
    file = BytesIO()
    with Pdf.new() as pdf:
        one = pdf.add_blank_page(page_size=(OUTER, OUTER))
        body = contents.encode("latin-1") if isinstance(contents, str) else contents
        one.obj.Contents = Stream(pdf, f"1 0 0 1 {BLEED:.4f} {BLEED:.4f} cm\n".encode() + body)
        one.obj.Resources = resources(pdf)
        trim = [round(v, 4) for v in (BLEED, BLEED, BLEED + SIDE, BLEED + SIDE)]
        one.obj.TrimBox, one.obj.BleedBox = Array(trim), Array(one.obj.MediaBox)
        if edit:
            edit(pdf)
        pdf.save(file, static_id=True)
    return file.getvalue()


def image(pdf: Pdf, data: bytes, size: tuple[int, int], space: object, **more: object) -> Stream:
    """Return an image of 8 bits."""
    width, height = size
    entries = {"Width": width, "Height": height, "BitsPerComponent": 8, "ColorSpace": space}
    return Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, **{**entries, **more})


def form(pdf: Pdf, contents: str, resources: Dictionary | None = None, **more: object) -> Stream:
    """Return a form as large as the page."""
    box = Array([-100, -100, 1000, 1000])
    used = resources if resources is not None else Dictionary()
    kept = {"BBox": box, "Resources": used, **more}
    return Stream(pdf, contents.encode(), Type=Name.XObject, Subtype=Name.Form, **kept)


def spot(name: str = "PANTONE 186 C") -> Array:
    """Return a Separation whose ink is shown as magenta and yellow."""
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint(0, 1, 0.85, 0)])


def tint(*full: float) -> Dictionary:
    """Return a function from no ink to these amounts."""
    return Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * len(full)), C1=Array(list(full)), N=1
    )
