"""What machines for print must not be given: substitutes, own screens, packing they cannot read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from paroll.finding import Rule, Severity
from paroll.preflight.model import Issue
from paroll.preflight.opening import MOST_PIXELS, MOST_UNPACKED, UNPACKS
from paroll.preflight.reading import dictionary, entry, items, name, number, stream
from paroll.preflight.walk import Used

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

    from paroll.preflight.leaf import Leaf

SUBSTITUTES = Rule(
    "F147",
    Severity.ERROR,
    "something else may be printed instead",
    "Alternate images, OPI comments, PostScript and references to pages of other files let a "
    "machine print what the file itself does not show (ISO 15930-7). Place the "
    "pictures themselves.",
    "<< /Subtype /Image /Alternates [8 0 R] >>",
    "<< /Subtype /Image >>",
)
SCREENS = Rule(
    "F148",
    Severity.ERROR,
    "file brings its own screens or curves",
    "Transfer functions and named halftones change tints on one machine and not on another. The "
    "print shop sets both for its press (ISO 15930-7).",
    "/GS1 << /TR 7 0 R >>",
    "/GS1 << /LW 0.5 >>",
)
PACKING = Rule(
    "F149",
    Severity.ERROR,
    "packed in a way that machines may not read",
    "PDF/X forbids LZW (ISO 15930-7); PDF/X-1a and X-3 forbid JBIG2 and JPEG 2000 as well, "
    "which are younger than machines that ask for them (ISO 15930-4). Save the file anew with "
    "ZIP or JPEG.",
    "<< /Length 120 /Filter /LZWDecode >>",
    "<< /Length 120 /Filter /FlateDecode >>",
)
BLENDING = Rule(
    "F150",
    Severity.ERROR,
    "transparency is blended in RGB",
    "Where things show through each other, colours are mixed in the space of the group they are "
    "in. In a file for a CMYK press it may not be RGB, or all colours of the group are changed on "
    "the way (ISO 15930-7; GWG 2022, R0030).",
    "/Group << /S /Transparency /CS /DeviceRGB >>",
    "/Group << /S /Transparency /CS /DeviceCMYK >>",
)
SEE_THROUGH = Rule(
    "F151",
    Severity.ERROR,
    "transparency in a file for PDF/X-1a",
    "PDF/X-1a and X-3 are for machines that know no transparency: nothing may shine through, be "
    "blended or masked softly (ISO 15930-4). Flatten it, or ask the shop for PDF/X-4.",
    "/GS1 << /ca 0.5 >>",
    "/GS1 << /ca 1 >>",
)
RULES = (SUBSTITUTES, SCREENS, PACKING, BLENDING, SEE_THROUGH)

_LEAST_SUSPECT = MOST_UNPACKED // 1100
"""What is shorter cannot unpack to too much: Flate shrinks to a thousandth at best."""
_MOST_LOOKED_AT = 2 * MOST_UNPACKED
"""Once streams have unpacked to so much, the others are not tried: that takes a second."""
_OLD = {"JBIG2Decode": "JBIG2", "JPXDecode": "JPEG 2000"}


def object_issues(
    pdf: Pdf, pages: Iterable[Leaf], things: Iterable[Used], plain: bool
) -> Iterator[Issue]:
    """Yield what machines must not be given. `plain` asks for what the oldest of them can read."""
    yield from _packed(pdf, plain)
    for leaf in pages:
        yield from _grouped(leaf.page, leaf.number, plain)
    for thing in things:
        if thing.kind == "XObject":
            yield from _drawn(thing)
            yield from _grouped(thing.what, thing.page, plain)
        elif thing.kind == "ExtGState":
            yield from _state(thing)
        if plain and (how := _see_through(thing)):
            yield Issue(SEE_THROUGH.at(None, how, "flatten it, or ask for PDF/X-4"), thing.page)


def _packed(pdf: Pdf, plain: bool) -> Iterator[Issue]:
    """Yield streams that are packed in a way not allowed, or unpack to too much."""
    filters, large, left = set[str](), set[str](), _MOST_LOOKED_AT
    for each in pdf.objects:
        packed = stream(each)
        if packed is not None:
            size = _unpacked(packed) if left > 0 else 0
            filters.update(_filters(packed))
            large.update(_too_large(packed, size))
            left -= size
    hint = "save it anew with ZIP or JPEG"
    if "LZWDecode" in filters:
        yield Issue(PACKING.at(None, "packed with LZW", hint))
    for filtered, called in _OLD.items():
        if plain and filtered in filters:
            yield Issue(PACKING.at(None, f"packed with {called}", hint))
    for said in sorted(large):
        yield Issue(UNPACKS.at(None, said, "make the PDF anew, with smaller pictures"))


def _filters(packed: Object) -> list[str]:
    return [name(each) for each in items(packed, "/Filter")]


def _too_large(packed: Object, size: int) -> Iterator[str]:
    """Say how a stream that unpacks to `size` bytes is too large, if it is."""
    width, height = number(packed, "/Width") or 0, number(packed, "/Height") or 0
    if name(packed, "/Subtype") == "Image" and width * height > MOST_PIXELS:
        yield f"a picture of {width:.0f} × {height:.0f} pixels"
    if size > MOST_UNPACKED:
        megabytes = len(packed.read_raw_bytes()) / 1e6
        yield f"{megabytes:.1f} MB unpack to more than {MOST_UNPACKED / 1e6:.0f} MB"


def _unpacked(packed: Object) -> int:
    """Return to how many bytes Flate unpacks a suspect stream, as far as is allowed; keep none.

    Pictures are judged by their pixels.
    """
    if name(packed, "/Subtype") == "Image" or "FlateDecode" not in _filters(packed):
        return 0
    if (number(packed, "/Length") or 0) < _LEAST_SUSPECT:
        return 0
    packer, rest, size = zlib.decompressobj(), packed.read_raw_bytes(), 0
    while rest and size <= MOST_UNPACKED:
        try:
            size += len(packer.decompress(rest, 1 << 20))
        except zlib.error:
            break
        rest = packer.unconsumed_tail
    return size


def _drawn(thing: Used) -> Iterator[Issue]:
    """Yield what may be printed instead of a picture or a form."""
    what, sort = thing.what, name(thing.what, "/Subtype")
    reasons = {
        "an image with alternates": items(what, "/Alternates"),
        "an OPI comment": items(what, "/OPI"),
        "a reference to a page of another file": items(what, "/Ref"),
        "PostScript": sort == "PS" or name(what, "/Subtype2") == "PS",
    }
    for said in (said for said, is_so in reasons.items() if is_so):
        yield Issue(SUBSTITUTES.at(None, said, "place the picture itself"), thing.page)


def _state(thing: Used) -> Iterator[Issue]:
    """Yield curves and screens of a graphics state."""
    hint = "have the program that makes the PDF leave curves and screens to the print shop"
    curves = (("/TR", "Identity"), ("/TR2", "Default"))
    if any(
        entry(thing.what, key) is not None and name(thing.what, key) != harmless
        for key, harmless in curves
    ):
        yield Issue(SCREENS.at(None, "a transfer function", hint), thing.page)
    screen = dictionary(thing.what, "/HT")
    if items(thing.what, "/HTP") or (screen is not None and items(screen, "/HalftoneName")):
        yield Issue(SCREENS.at(None, "a named halftone", hint), thing.page)


def _grouped(holder: object, page: int, plain: bool) -> Iterator[Issue]:
    """Yield what is wrong with the group of a page or a form."""
    if name(holder, "/Group", "/S") != "Transparency":
        return
    if plain:
        yield Issue(SEE_THROUGH.at(None, "a group", "flatten it, or ask for PDF/X-4"), page)
    space = items(holder, "/Group", "/CS")
    kind = name(space[0]) if space else ""
    parts = number(space[1], "/N") if kind == "ICCBased" and len(space) > 1 else None
    if kind in ("DeviceRGB", "CalRGB", "Lab") or parts == 3:
        message = f"transparency is blended in {kind}"
        yield Issue(BLENDING.at(None, message, "blend in CMYK"), page)


def _see_through(thing: Used) -> str:
    """Say how something lets shine through what is below it, or nothing."""
    what = thing.what
    if thing.kind == "XObject":
        return "a picture with a soft mask" * (stream(what, "/SMask") is not None)
    if thing.kind != "ExtGState":
        return ""
    if any((number(what, key) or 0) < 1 for key in ("/ca", "/CA") if entry(what, key) is not None):
        return "something half transparent"
    if dictionary(what, "/SMask") is not None:
        return "a soft mask"
    modes = [name(each) for each in items(what, "/BM")]
    return "a blend mode" * any(mode not in ("Normal", "Compatible") for mode in modes)
