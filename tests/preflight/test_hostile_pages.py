"""Pages made to bring programs down: read as far as can be, in bounded time, and said to be so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pikepdf import Dictionary, Name, Pdf

from clock import processor_time
from contentfiles import at, codes, everything, form, found, image, page, tile


def looped(pdf: Pdf) -> Dictionary:
    """Resources that hold themselves: forms in a ring, a pattern of itself, a mask of itself."""
    used = pdf.make_indirect(Dictionary())
    one, two = (pdf.make_indirect(form(pdf, f"/{name} Do")) for name in ("Two", "One"))
    own = tile(pdf, "/Pattern cs /Tile scn 0 0 9 9 re f", 9)
    mask = pdf.make_indirect(form(pdf, "/Masked gs 0 0 9 9 re f"))
    for holder in (one, two, own, mask):
        holder.Resources = used
    used.XObject = Dictionary(One=one, Two=two)
    used.Pattern = Dictionary(Tile=own)
    used.ExtGState = Dictionary(Masked=Dictionary(SMask=Dictionary(S=Name.Alpha, G=mask)))
    return used


def nested(pdf: Pdf, levels: int) -> Dictionary:
    one = form(pdf, "0 0 0 1 k 0 0 9 9 re f")
    for _ in range(levels):
        one = form(pdf, "/X Do " * 10, Dictionary(XObject=Dictionary(X=one)))
    return Dictionary(XObject=Dictionary(X=one))


def dusty(pdf: Pdf) -> Dictionary:
    return Dictionary(Pattern=Dictionary(X=tile(pdf, "1 0 0 0 k 0 0 .01 .01 re f", 0.02)))


def lacking(pdf: Pdf) -> Dictionary:
    """A picture that says it is packed, and is not."""
    broken = image(pdf, b"not a JPEG", (900, 900), Name.DeviceCMYK, Filter=Name.DCTDecode)
    return Dictionary(XObject=Dictionary(Lacks=broken))


HOSTILE: dict[str, tuple[str | bytes, Callable[[Pdf], Dictionary]]] = {
    "forms in a ring": ("0 0 0 1 k 40 40 90 90 re f /One Do", looped),
    "a pattern of itself": ("/Pattern cs /Tile scn 40 40 90 90 re f", looped),
    "a mask of itself": ("/Masked gs 0 0 0 1 k 40 40 90 90 re f", looped),
    "forms ten to the ninth": ("/X Do", lambda pdf: nested(pdf, 9)),
    "a million states": ("q\n" * 1_000_001, everything),
    "tiles as fine as dust": ("/Pattern cs /X scn 0 0 280 280 re f", dusty),
    "an image that is not there": (at("Lacks", 90), lacking),
    "numbers that are none": (
        "1e99 99999999999999999999 -- 5 re f nan w (a) Tj [ ] TJ << Tf",
        everything,
    ),
    "operators without operands": (
        "re m l c v y h f Tf Tj TJ ' \" Tm Td cm gs scn cs k rg g Do sh w",
        everything,
    ),
    "operands of the wrong kind": (
        "/a /b /c rg (x) g [1] k /F (x) Tf 1 Tj /X 2 Td [(a) /b <<>>] TJ",
        everything,
    ),
    "an open string": ("0 0 0 1 k 40 40 90 90 re f (", everything),
    "an open inline image": ("BI /W 9 /H 9 ID abc", everything),
    "unbalanced states": ("Q Q Q 0 0 0 1 k 40 40 90 90 re f q q q", everything),
    "a size of nothing": (
        "BT /F 0 Tf 0 0 0 0 0 0 Tm (a) Tj ET 0 0 0 0 0 0 cm 40 40 90 90 re f",
        everything,
    ),
    "bytes of chance": (bytes(range(256)) * 40, everything),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_made_to_bring_programs_down_is_read_as_far_as_can_be(name: str) -> None:
    contents, resources = HOSTILE[name]
    with processor_time() as seconds:
        issues = found(page(contents, resources))
    assert seconds[0] < 20
    assert all(issue.finding.message for issue in issues)


@pytest.mark.parametrize(
    "name",
    [
        "forms ten to the ninth",
        "a million states",
        "tiles as fine as dust",
        "an image that is not there",
    ],
)
def test_what_could_not_be_read_is_said(name: str) -> None:
    contents, resources = HOSTILE[name]
    assert "F264" in codes(found(page(contents, resources)))
