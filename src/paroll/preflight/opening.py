"""Opening a PDF of anyone's: what cannot be checked is a finding, in bounded time and room.

qpdf, which pikepdf is, finds loops in page trees and cross-references by itself and mends what is
damaged; it is told here how much a stream may unpack to. What it cannot be held to, such as time,
is held from outside: see `guard`.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from paroll.finding import Finding, Rule, Severity
from paroll.preflight.reading import number

if TYPE_CHECKING:
    from pikepdf import Pdf

MOST_BYTES = 256_000_000
"""The largest file that is opened. A large poster with photographs has some 50 MB."""
MOST_MENDED = 64_000_000
"""The largest file whose table of objects is made anew when it is damaged: qpdf reads all of it."""
MOST_OBJECTS = 250_000
"""The most objects of a file: each takes 700 bytes. 64 pages of intricate drawings have 5000."""
MOST_PAGES = 500
"""The most pages that are checked. What a campaign prints has rarely more than 64."""
MOST_UNPACKED = 128_000_000
"""How much one stream that is no picture may unpack to: contents have seldom more than 5 MB."""
MOST_PIXELS = 200_000_000
"""The largest picture: 300 ppi on A0 is 139 million pixels."""
_MOST_WARNINGS = 2_000
_HEAD = 1024

NOT_PDF = Rule(
    "F101",
    Severity.ERROR,
    "not a PDF",
    "The file is empty or does not begin as a PDF does, with `%PDF-` (ISO 32000-1, 7.5.2). Often a "
    "download was cut off, or a file of another program was given the ending .pdf.",
)
TOO_LARGE = Rule(
    "F102",
    Severity.ERROR,
    "file is too large to be checked",
    f"Files of more than {MOST_BYTES // 1_000_000} MB are not opened. Pictures of more than 450 "
    "pixels to the inch add nothing in print: have the program that makes the PDF scale them down. "
    "Long documents can be checked in parts.",
)
BROKEN = Rule(
    "F103",
    Severity.ERROR,
    "file cannot be opened",
    "The PDF is damaged in a way that cannot be mended: its page tree runs in a circle, it has no "
    "pages, or its objects cannot be found (ISO 32000-1, 7.5 and 7.7.3). Make it anew.",
)
DAMAGED = Rule(
    "F104",
    Severity.ERROR,
    "file is damaged",
    "The table of objects is missing or wrong (ISO 32000-1, 7.5.4), as in a file that was cut off "
    "while it was sent. It was mended here to check the rest, but other programs may mend it in "
    "another way or leave out pages. Send the file again, or make it anew.",
    "startxref\n0\n%%EOF",
    "startxref\n10421\n%%EOF",
)
LOCKED = Rule(
    "F105",
    Severity.ERROR,
    "file needs a password",
    "Nobody can open the PDF without its password, so nothing else was checked. Save it without "
    "protection: print shops cannot use it, and PDF/X forbids encryption (ISO 15930-7).",
)
ENCRYPTED = Rule(
    "F106",
    Severity.ERROR,
    "file is encrypted",
    "The PDF opens without a password but is encrypted, to forbid printing or copying. PDF/X "
    "forbids that (ISO 15930-7), and workflows refuse it. Save it without protection.",
    "trailer << /Root 1 0 R /Encrypt 9 0 R >>",
    "trailer << /Root 1 0 R >>",
)
TOO_MANY = Rule(
    "F107",
    Severity.ERROR,
    "more pages than are checked",
    f"Files of more than {MOST_PAGES} pages are not checked, so that a check is always done soon. "
    "Check the document in parts.",
)
UNPACKS = Rule(
    "F109",
    Severity.ERROR,
    "stream unpacks to too much",
    f"A stream of the PDF unpacks to more than {MOST_UNPACKED // 1_000_000} MB, or a picture has "
    f"more than {MOST_PIXELS // 1_000_000} million pixels: far more than a page needs. Such files "
    "bring programs down, and some are made to. It was not read. Make the file anew.",
)
INTRICATE = Rule(
    "F110",
    Severity.ERROR,
    "more objects than are checked",
    f"The PDF is made of more than {MOST_OBJECTS} objects, fifty times as many as a booklet needs. "
    "It was not opened, as machines may stop at it. Some programs write every letter or stroke as "
    "an object: make the file anew with another, or have drawings turned into pictures.",
)
RULES = (NOT_PDF, TOO_LARGE, BROKEN, DAMAGED, LOCKED, ENCRYPTED, TOO_MANY, UNPACKS, INTRICATE)


def bounded() -> None:
    """Tell qpdf how much a stream may unpack to, for the rest of this process."""
    from pikepdf.settings import set_qpdf_limits  # noqa: PLC0415

    set_qpdf_limits(
        flate_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
        dct_max_memory=MOST_UNPACKED,
        doc_max_warnings=_MOST_WARNINGS,
    )


def opened(source: Path | bytes) -> tuple[Pdf | None, list[Finding]]:
    """Open a PDF; return it, or None if it cannot be checked, and what was found on the way.

    Raises OSError if the file cannot be read.
    """
    if found := _at_the_door(source):
        return None, [found]
    from pikepdf import PasswordError, Pdf, PdfError  # noqa: PLC0415

    mended = _size(source) <= MOST_MENDED
    file = BytesIO(source) if isinstance(source, bytes) else source
    try:
        pdf = Pdf.open(file, attempt_recovery=mended)
        found = _uncheckable(pdf)
    except PasswordError:
        return None, [LOCKED.at(None, "a password is needed", "save it without protection")]
    except (PdfError, RuntimeError, ValueError) as error:
        why = "" if mended else f"; files of more than {MOST_MENDED // 1_000_000} MB are not mended"
        return None, [_broken(_why(error) + why)]
    return (None, [found]) if found else (pdf, [*_health(pdf)])


def _uncheckable(pdf: Pdf) -> Finding | None:
    """Return why a file that could be opened is not checked."""
    # What object streams hold was not seen at the door.
    if (objects := number(pdf.trailer, "/Size") or 0) > MOST_OBJECTS:
        return _intricate(objects)
    pages = len(pdf.pages)
    if pages > MOST_PAGES:
        message = f"{pages} pages, more than {MOST_PAGES}"
        return TOO_MANY.at(None, message, "check it in parts")
    return None if pages else _broken("no pages found")


def _at_the_door(source: Path | bytes) -> Finding | None:
    """Return what is wrong with a file before it is opened."""
    size = _size(source)
    head = next(_blocks(source, _HEAD), b"")
    if size == 0:
        return NOT_PDF.at(None, "the file is empty", "make it anew, or send it again")
    if b"%PDF-" not in head:
        return NOT_PDF.at(None, "the file does not begin with %PDF-", "is this the right file?")
    if size > MOST_BYTES:
        message = f"{size / 1e6:.0f} MB, more than {MOST_BYTES / 1e6:.0f} MB"
        return TOO_LARGE.at(None, message, "scale pictures down to 450 ppi or less")
    objects = sum(block.count(b"obj") for block in _blocks(source, 1 << 20)) // 2  # and endobj
    return _intricate(objects) if objects > MOST_OBJECTS else None


def _intricate(objects: float) -> Finding:
    message = f"some {objects:.0f} objects, more than {MOST_OBJECTS}"
    return INTRICATE.at(None, message, "make the PDF anew, with simpler drawings")


def _size(source: Path | bytes) -> int:
    return len(source) if isinstance(source, bytes) else source.stat().st_size


def _blocks(source: Path | bytes, size: int) -> Iterator[bytes]:
    """Yield a file piece by piece."""
    with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
        yield from iter(lambda: file.read(size), b"")


def _broken(why: str) -> Finding:
    return BROKEN.at(None, f"cannot be opened: {why}", "make the PDF anew, or send it again")


def _why(error: Exception) -> str:
    """Return what qpdf says without the name of the file and where in it, which help nobody."""
    return str(error).rpartition(": ")[2].strip().removesuffix(".").lower() or "damaged"


def _health(pdf: Pdf) -> list[Finding]:
    """Return what is wrong with a file that could be opened."""
    found = []
    said = " ".join(map(str, pdf.get_warnings()))
    if "damaged" in said or "reconstruct" in said:
        hint = "send the file again, or make it anew"
        found.append(DAMAGED.at(None, "damaged; it was mended to be checked", hint))
    if pdf.is_encrypted:
        found.append(ENCRYPTED.at(None, "encrypted", "save it without protection"))
    return found
