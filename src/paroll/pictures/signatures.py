"""What a file is, by its first bytes."""

from __future__ import annotations

import re

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"

_NAMES = {
    b"GIF8": "a GIF",
    b"II*\0": "a TIFF or a camera's raw file",
    b"MM\0*": "a TIFF or a camera's raw file",
    b"BM": "a BMP",
    b"8BPS": "a Photoshop file",
    b"%PDF": "a PDF",
    b"%!PS": "an EPS",
    b"\xc5\xd0\xd3\xc6": "an EPS",
    b"\0\0\0\x0cjP": "a JPEG 2000",
    b"\xff\x0a": "a JPEG XL",
    b"\0\0\0\x0cJXL": "a JPEG XL",
    b"\0\0\1\0": "an icon file",
    b"PK\3\4": "a zip archive or an Office document",
    b"version https://git-lfs": "a pointer to a file that Git LFS has not fetched",
    b"<!": "a web page",
    b"<html": "a web page",
}
_SVG = re.compile(rb"<(\w+:)?svg[\s>]")
_BOXED = {
    b"heic": "a HEIC",
    b"heix": "a HEIC",
    b"hevc": "a HEIC",
    b"mif1": "a HEIC",
    b"msf1": "a HEIC",
    b"avif": "an AVIF",
    b"avis": "an AVIF",
}


def is_svg(data: bytes) -> bool:
    """Say whether a file begins as an SVG drawing does."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and bool(_SVG.search(head)) and b"<html" not in head


def name_of(data: bytes) -> str:
    """Return what a person calls a file that begins so."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP"
    if data[4:8] == b"ftyp":
        return _BOXED.get(data[8:12], "a film")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<?xml"):
        return "an XML file"
    known = (name for start, name in _NAMES.items() if data.startswith(start))
    known_text = (name for start, name in _NAMES.items() if head.startswith(start))
    return next(known, None) or next(known_text, "a file of unknown sort")
