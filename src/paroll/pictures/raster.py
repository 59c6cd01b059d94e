"""Drawings as pixels, for programs that show no SVG: through a PDF of one page and PDFium."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from threading import Lock

from paroll.sheet import Area
from paroll.units import EMU_PER_INCH, EMU_PER_POINT, Box

_ONE_AT_A_TIME = Lock()
"""PDFium is for one thread at a time."""
_STEPS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def rasterised(areas: Iterable[Area], box: Box, ppi: int) -> bytes:
    """Return what `areas` show of `box` as a PNG, clear where nothing is painted."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415  (few decks have drawings)

    page = _page(b"\n".join(_painted(areas, box)), box)
    with _ONE_AT_A_TIME, PdfDocument(page) as document:
        size = EMU_PER_INCH / EMU_PER_POINT
        bitmap = document[0].render(
            scale=ppi / size, fill_color=(0, 0, 0, 0), maybe_alpha=True, rev_byteorder=True
        )
        image = bitmap.to_pil()
    file = BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _painted(areas: Iterable[Area], box: Box) -> Iterator[bytes]:
    """Yield the operators that paint `areas`, in EMU from the top left of `box`."""
    point = 1 / EMU_PER_POINT
    top = (box.y + box.h) * point
    yield f"{point:.9f} 0 0 {-point:.9f} {-box.x * point:.4f} {top:.4f} cm".encode()
    for area in areas:
        colour = " ".join(f"{byte / 255:.4f}" for byte in bytes.fromhex(area.fill[1:]))
        steps = " ".join(
            " ".join((*(f"{x} {y}" for x, y in points), _STEPS[step]))
            for step, points in area.outline
        )
        fill = "f" if area.nonzero else "f*"
        window = " ".join(map(str, area.window or ()))
        clip = f"{window} re W n" if window else ""
        yield f"q {clip} {colour} rg {steps} {fill} Q".encode()


def _page(content: bytes, box: Box) -> bytes:
    """Return a PDF of one page as large as `box` (ISO 32000-1, 7.5)."""
    width, height = box.w / EMU_PER_POINT, box.h / EMU_PER_POINT
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.4f %.4f]/Contents 4 0 R/Resources<<>>>>"
        % (width, height),
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
    )
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 5\n0000000000 65535 f \n%btrailer<</Size 5/Root 1 0 R>>\n" % table
        + (b"startxref\n%d\n%%%%EOF\n" % len(data))
    )
