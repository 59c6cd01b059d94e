"""ICC profiles, judged by what a printing condition needs (ICC.1:2010, 7.2 and 8.4)."""

from __future__ import annotations

from io import BytesIO
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsTransform

LARGEST = 8_000_000
"""The most bytes of a profile: those of the ECI for CMYK have 0.5 to 3 million."""

_HEAD, _ENTRY = 128, 12
_MOST_TAGS = 100
_SPACES = {b"RGB ": "RGB", b"GRAY": "grey", b"Lab ": "Lab", b"XYZ ": "XYZ"}
_CLASSES = {
    b"mntr": "a screen",
    b"scnr": "a scanner or camera",
    b"link": "a link between two devices",
    b"spac": "a colour space",
    b"abst": "an abstract effect",
    b"nmcl": "named colours",
}
_TABLES = {b"A2B0": "from ink to colour", b"B2A0": "from colour to ink"}


def fault_of(data: bytes) -> str:
    """Return why `data` is no profile of a CMYK press with tables both ways; empty if it is one."""
    if len(data) > LARGEST:
        return f"has more than {LARGEST:_} bytes".replace("_", " ")
    if len(data) < _HEAD + 4 or data[36:40] != b"acsp":
        return "is no ICC profile" if data else "is an empty file"
    (size,) = unpack_from(">I", data)
    if size > len(data):
        return f"is damaged: it has {len(data)} of {size} bytes"
    space, kind = data[16:20], data[12:16]
    if space != b"CMYK":
        return f"is a profile of {_SPACES.get(space, 'other')} colours, not of CMYK"
    if kind != b"prtr":
        return f"is the profile of {_CLASSES.get(kind, 'something else')}, not of a printing press"
    return _fault_of_tables(data)


def _fault_of_tables(data: bytes) -> str:
    (count,) = unpack_from(">I", data, _HEAD)
    if count > _MOST_TAGS or _HEAD + 4 + count * _ENTRY > len(data):
        return "is damaged: its list of contents runs over its end"
    entries = [unpack_from(">4sII", data, _HEAD + 4 + n * _ENTRY) for n in range(count)]
    if any(start + length > len(data) for _, start, length in entries):
        return "is damaged: a table of it runs over its end"
    there = {name for name, _, _ in entries}
    for name, what in _TABLES.items():
        if name not in there:
            return f"has no table {what} ({name.decode()})"
    return ""


def version_of(data: bytes) -> int:
    """Return the major version of a sound profile; 0 of nothing."""
    return data[8] if data else 0


def separation(profile: bytes, source: bytes = b"") -> ImageCmsTransform:
    """Return what turns RGB into the inks of `profile`: relative colorimetric, black fitted.

    `source` is the profile of the RGB, sRGB if it is empty. Raise `ValueError` if one of the two
    cannot be used. It loads Pillow.
    """
    from PIL import ImageCms  # noqa: PLC0415  (only where there are pictures to print)

    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    try:
        press = ImageCms.ImageCmsProfile(BytesIO(profile))
        seen = (
            ImageCms.ImageCmsProfile(BytesIO(source)) if source else ImageCms.createProfile("sRGB")
        )
        return ImageCms.buildTransform(seen, press, "RGB", "CMYK", intent, flags)
    except (ImageCms.PyCMSError, OSError, TypeError) as error:
        raise ValueError("a colour profile is damaged") from error


def fault_in_use(data: bytes) -> str:
    """Return why no picture can be separated with `data`; empty if one can. It loads Pillow."""
    try:
        separation(data)
    except ValueError:
        return "is damaged: pictures cannot be separated with it"
    return ""
