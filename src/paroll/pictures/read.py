"""Reading pictures: what a JPEG or PNG file is, as far as its head tells, and SVG drawings."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from paroll.finding import Finding, Rule, Span
from paroll.pictures.model import Photo, Sketch
from paroll.pictures.rules import BROKEN, DRAWING, FORMAT, LARGE, MISSING
from paroll.pictures.signatures import JPEG, PNG, is_svg, name_of
from paroll.source import Plain, guess
from paroll.stock import NotInStock, Stock

if TYPE_CHECKING:
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

LARGEST = 60_000_000
"""The most bytes of a file."""
MOST_PIXELS, MOST_WHOLE = 80_000_000, 25_000_000
"""The most pixels, and the most of a file that cannot be decoded at a smaller scale."""

ORIENTATION = 0x0112
TURNED = (5, 6, 7, 8)
"""The tag of EXIF that says how a camera was held; these values swap width and height."""


class Undecodable(Exception):
    """A file that is not what its first bytes say, or not all of it. `str()` says how."""


def read_picture(
    stock: Stock, folder: str, path: Plain
) -> tuple[Photo | Sketch | None, list[Finding]]:
    """Look at the picture that `path` names in a folder of `stock`. No pixel is decoded."""
    try:
        place, data = _found(stock, folder, path.text)
    except NotInStock as error:
        return None, [MISSING.at(path.span, str(error), _near(stock, folder, path.text))]
    if is_svg(data):
        return _sketch(stock, place, data, path)
    if fault := _fault(data, path):
        return None, [fault]
    try:
        with unheard():
            image = opened(data)
            turned = orientation_of(image) in TURNED
    except Undecodable as error:
        message = f"{path} is damaged: {error}"
        return None, [BROKEN.at(path.span, message, "copy or export it anew")]
    width, height = image.size
    whole = image.format == "PNG" or "progressive" in image.info
    if fault := _oversize(width, height, path, whole=whole):
        return None, [fault]
    if turned:
        width, height = height, width
    return Photo(stock, place, width, height, whole), []


def _sketch(
    stock: Stock, place: str, data: bytes, path: Plain
) -> tuple[Sketch | None, list[Finding]]:
    """Flatten a drawing; what cannot be is found on its line of the SVG file."""
    from paroll.svg import drawing_of  # noqa: PLC0415

    drawing, faults = drawing_of(data)
    file = stock.shown(place)
    found = [
        DRAWING.at(Span(file, fault.line, 1), f"{path}: {fault.message}", fault.hint)
        for fault in faults
    ]
    return (Sketch(place, drawing) if drawing else None), found


@contextmanager
def unheard() -> Iterator[None]:
    """Let nobody hear what decoders warn of: what matters is a finding. Not for use in threads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def opened(data: bytes) -> JpegImageFile | PngImageFile:
    """Return a JPEG or PNG with its head read; raise `Undecodable` if that cannot be done.

    The two decoders are called by name: no other is ever tried, and we count the pixels.
    """
    from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415  (only programmes with pictures)
    from PIL.PngImagePlugin import PngImageFile  # noqa: PLC0415

    try:
        return (PngImageFile if data.startswith(PNG) else JpegImageFile)(BytesIO(data))
    except Exception as error:  # a damaged file makes decoders raise anything
        raise Undecodable("its head cannot be read") from error


def orientation_of(image: JpegImageFile | PngImageFile) -> int:
    """Return how the camera was held (1 to 8, EXIF 2.3); upright where that cannot be read."""
    from PIL.Image import Exif  # noqa: PLC0415

    exif = Exif()
    try:
        exif.load(image.info.get("exif", b""))
        return int(exif.get(ORIENTATION, 1))
    except Exception:  # the picture is sound all the same
        return 1


def _found(stock: Stock, folder: str, path: str) -> tuple[str, bytes]:
    """Return the file and where it lies. Macs write é as two characters: both forms are tried."""
    forms = dict.fromkeys(unicodedata.normalize(form, path) for form in ("NFC", "NFD"))
    for number, form in enumerate(forms, 1):
        place = str(PurePosixPath(folder, form))
        try:
            return place, stock.read(place, LARGEST + 1)
        except NotInStock:
            if number == len(forms):
                raise
    raise AssertionError("there is always a form")


def _near(stock: Stock, folder: str, path: str) -> str:
    """Return a hint that names the file meant, if it lies where it should."""
    pure = PurePosixPath(path)
    names = stock.files(str(PurePosixPath(folder, pure.parent)))
    hint = guess(pure.name, [str(pure.with_name(name)) for name in names]) if names else ""
    return hint if hint.startswith("did") else "put the file into the programme's folder"


def _fault(data: bytes, path: Plain) -> Finding | None:
    """Return what the first bytes and the length of a file say against it."""
    if not data:
        return BROKEN.at(path.span, f"{path} is an empty file", "copy or export it anew")
    if not data.startswith((JPEG, PNG)):
        hint = "save it as JPEG (photographs), PNG (screenshots) or SVG (drawings)"
        return FORMAT.at(
            path.span, f"{path} is {name_of(data)}, neither JPEG nor PNG nor SVG", hint
        )
    if len(data) > LARGEST:
        message = f"{path} has more than {LARGEST:_} bytes".replace("_", " ")
        return _too_large(LARGE, path, message)
    return None


def _oversize(width: int, height: int, path: Plain, *, whole: bool) -> Finding | None:
    pixels, most = width * height, MOST_WHOLE if whole else MOST_PIXELS
    size = f"{width} × {height} pixels"
    if not pixels:
        return BROKEN.at(path.span, f"{path} has {size}", "copy or export it anew")
    if pixels <= most:
        return None
    message = f"{path} has {size}, {pixels / 1e6:.0f} megapixels; the most is {most / 1e6:.0f}"
    return _too_large(LARGE, path, message)


def _too_large(rule: Rule, path: Plain, message: str) -> Finding:
    return rule.at(path.span, message, "save it smaller: 4000 pixels across are plenty")
