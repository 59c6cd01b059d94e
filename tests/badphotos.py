"""Picture files that are not what they should be, made here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from photos import landscape, saved

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)


def claimed_png(width: int, height: int, *chunks: bytes) -> bytes:
    """Return a PNG of a few bytes that says how large it is."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 64))
    return SIGNATURE + head + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def claimed_jpeg(width: int, height: int) -> bytes:
    """Return a JPEG whose frame header says how large it is."""
    data = saved(Image.new("RGB", (16, 16)))
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def foreign() -> Iterator[tuple[str, bytes, str]]:
    """Yield files of other sorts under the names of ours, and what they are called."""
    small = landscape(64, 40)
    for form, said in (("GIF", "a GIF"), ("TIFF", "a TIFF"), ("BMP", "a BMP"), ("WEBP", "a WebP")):
        yield f"{form}.png", saved(small, form), said
    yield "JPEG2000.jpg", saved(small, "JPEG2000"), "a JPEG 2000"
    yield "AVIF.jpg", saved(small, "AVIF"), "an AVIF"
    yield "HEIC.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC"
    yield "PDF.png", b"%PDF-1.7\n", "a PDF"
    yield "EPS.png", b"%!PS-Adobe-3.0 EPSF-3.0\n", "an EPS"
    yield "PSD.png", b"8BPS\0\1", "a Photoshop file"
    yield "XML.png", b"\xef\xbb\xbf<?xml version='1.0'?>\n<p/>", "an XML file"
    yield "page.jpg", b"<!DOCTYPE html><html>404</html>", "a web page"
    yield "deck.jpg", b"PK\3\4", "a zip archive or an Office document"
    yield "pointer.jpg", b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"
    yield "notes.png", "Anteckningar från mötet".encode(), "a file of unknown sort"


def broken() -> Iterator[tuple[str, bytes]]:
    """Yield files that begin as a JPEG or a PNG and do not go on so."""
    jpeg, png = saved(landscape(900, 600)), saved(landscape(900, 600), "PNG")
    yield "empty.jpg", b""
    yield "signature.png", SIGNATURE
    yield "signature.jpg", b"\xff\xd8\xff"
    yield "head.jpg", jpeg[:200]
    yield "head.png", png[:30]
    yield "zero.png", claimed_png(0, 10)
    yield "text.png", claimed_png(8, 8, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 9_000_000)))
    for part in (0.3, 0.9):
        yield f"cut-{part}.jpg", jpeg[: round(len(jpeg) * part)]
        yield f"cut-{part}.png", png[: round(len(png) * part)]
    yield "flipped.png", png[:5000] + bytes(byte ^ 255 for byte in png[5000:5200]) + png[5200:]


def huge() -> Iterator[tuple[str, bytes]]:
    """Yield files that would take much to read, for few bytes."""
    yield "hundred.png", claimed_png(10_000, 10_000)
    yield "billions.png", claimed_png(50_000, 50_000)
    yield "fifty.png", claimed_png(10_000, 5_000)
    yield "hundred.jpg", claimed_jpeg(10_000, 10_000)
    yield "billions.jpg", claimed_jpeg(65_000, 65_000)
    yield "padded.png", claimed_png(8, 8, chunk(b"teXt", b"\0" * 60_000_000))


def moved(image: Image.Image, orientation: int) -> bytes:
    """Return a JPEG whose EXIF says how the camera was held, where, and by whom."""
    exif = image.getexif()
    exif[0x0112] = orientation
    exif[0x013B] = "Anna Hemlig"
    exif[0x8769] = {0x9003: "2026:08:01 12:00:00"}
    exif[0x8825] = {1: "N", 2: (62.0, 23.0, 27.0), 3: "E", 4: (17.0, 18.0, 22.0)}
    options = {"exif": exif, "comment": b"hemlig kommentar", "xmp": b"<x:xmpmeta>hemlig xmp"}
    return saved(image, "JPEG", **options)


def progressive(width: int, height: int) -> bytes:
    """Return a progressive JPEG of grey."""
    file = BytesIO()
    Image.new("L", (width, height), 128).save(file, "JPEG", progressive=True)
    return file.getvalue()
