"""Whether bytes are what their content type says: the first ones tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paroll.paint.pptx.gate.fault import Fault, Law

_ZIP = b"PK\x03\x04"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SIGNS: Mapping[str, tuple[int, tuple[bytes, ...]]] = {
    "image/png": (0, (b"\x89PNG\r\n\x1a\n",)),
    "image/jpeg": (0, (b"\xff\xd8\xff",)),
    "image/gif": (0, (b"GIF87a", b"GIF89a")),
    "image/bmp": (0, (b"BM",)),
    "image/tiff": (0, (b"II*\0", b"MM\0*")),
    "image/svg+xml": (0, (b"<svg", b"<?xml", b"\xef\xbb\xbf<")),
    "image/x-emf": (40, (b" EMF",)),
    "application/x-fontdata": (34, (b"LP",)),
    "application/x-font-ttf": (0, (b"\0\1\0\0", b"true", b"OTTO")),
    _SHEET: (0, (_ZIP,)),
}
"""Where each sort of file has which bytes. Fonts are embedded as EOT, charts bring workbooks."""


def faults_of(types: Mapping[str, str], data: Mapping[str, bytes]) -> Iterator[Fault]:
    """Yield parts whose bytes begin otherwise than their content type has it."""
    for name, kind in types.items():
        place, signs = _SIGNS.get(kind.lower().replace("image/jpg", "image/jpeg"), (0, (b"",)))
        if not data[name].startswith(signs, place):
            yield Fault(Law.MEDIA, name, f"it is not {kind}")
