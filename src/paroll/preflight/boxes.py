"""Boxes: how large the page is, where it is cut, and how much there is to cut away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paroll.finding import Rule, Severity
from paroll.preflight.model import Issue
from paroll.preflight.reading import entry, number
from paroll.units import EMU_PER_MM, EMU_PER_POINT

if TYPE_CHECKING:
    from paroll.preflight.leaf import Leaf
    from paroll.printers import Printer
    from paroll.units import Rect

_MM = EMU_PER_MM / EMU_PER_POINT
"""Points to the millimetre."""
SLACK = 0.1 * _MM
"""What is within a tenth of a millimetre is as asked: knives are no truer than three."""

NO_TRIM = Rule(
    "F111",
    Severity.ERROR,
    "page has no TrimBox",
    "The TrimBox says where the page is cut. Without it the print shop has to guess, and the bleed "
    "may be taken for a part of the page. Every page of a PDF/X file has one (ISO 15930-7; "
    "for an ArtBox instead see F112).",
    "/MediaBox [0 0 436.5 612.3]",
    "/MediaBox [0 0 436.5 612.3] /TrimBox [8.5 8.5 428 603.8]",
)
TWO_TRIMS = Rule(
    "F112",
    Severity.ERROR,
    "page has both a TrimBox and an ArtBox",
    "Both say what of the page is kept, and programs choose differently between them. PDF/X allows "
    "one of them alone (ISO 15930-7; CGATS application notes), and print shops want the "
    "TrimBox.",
    "/TrimBox [8.5 8.5 428 603.8] /ArtBox [20 20 400 580]",
    "/TrimBox [8.5 8.5 428 603.8]",
)
NESTING = Rule(
    "F113",
    Severity.ERROR,
    "boxes do not lie inside each other",
    "The TrimBox lies inside the BleedBox and the BleedBox inside the MediaBox; a CropBox holds "
    "the TrimBox (ISO 15930-7; ISO 32000-1, 14.11.2). A box must be four numbers that span "
    "an area.",
    "/TrimBox [0 0 428 603.8] /BleedBox [8.5 8.5 436.5 612.3]",
    "/TrimBox [8.5 8.5 428 603.8] /BleedBox [0 0 436.5 612.3]",
)
BLEED = Rule(
    "F114",
    Severity.ERROR,
    "not enough bleed",
    "Paper is never cut exactly on the line: colour that runs to the edge must run on beyond it, "
    "by 3 mm for most print shops, or a white edge shows. The page has less room round its "
    "TrimBox. Make the PDF with bleed; if nothing on the page touches the edge (F261 says where "
    "something does), ask the shop to take it as it is.",
    "/TrimBox [0 0 419.5 595.3] /MediaBox [0 0 419.5 595.3]",
    "/TrimBox [8.5 8.5 428 603.8] /MediaBox [0 0 436.5 612.3]",
)
CROPPED = Rule(
    "F115",
    Severity.WARNING,
    "page is cropped",
    "The CropBox hides a part of the page on the screen. Some workflows place the page by it, and "
    "the bleed is gone. The Ghent Workgroup asks for none, or for one as large as the MediaBox "
    "(GWG 2022, R0003).",
    "/MediaBox [0 0 436.5 612.3] /CropBox [8.5 8.5 428 603.8]",
    "/MediaBox [0 0 436.5 612.3]",
)
TURNED = Rule(
    "F116",
    Severity.WARNING,
    "page is turned",
    "The page is turned for the screen by `/Rotate`. When sheets are imposed some programs heed "
    "that and some do not (GWG 2022, R0004). Make the PDF the right way up.",
    "/Rotate 90",
    "/Rotate 0",
)
SCALED = Rule(
    "F117",
    Severity.ERROR,
    "page is measured in units of its own",
    "With a UserUnit the page is larger than its numbers say. Programs that do not know it, which "
    "are many, print it too small (GWG 2022, R0002).",
    "/UserUnit 2.0",
    "/UserUnit 1.0",
)
SIZES = Rule(
    "F118",
    Severity.ERROR,
    "pages are of different size",
    "The pages of a file are printed on one sheet and cut in one go, so they must be of one size "
    "(GWG 2022, R0004). A page that lies across is of another size, too. Send what is of another "
    "size, such as a cover, as a file of its own.",
    "/TrimBox [0 0 419.5 595.3]  % page 1\n/TrimBox [0 0 595.3 419.5]  % page 2",
    "/TrimBox [0 0 419.5 595.3]  % page 1\n/TrimBox [0 0 419.5 595.3]  % page 2",
)
OFF_CENTRE = Rule(
    "F119",
    Severity.WARNING,
    "trim is not in the middle of the page",
    "Print shops that impose by hand, and some machines, place the MediaBox by its middle. Leave "
    "as much room on the left as on the right, and above as below.",
    "/MediaBox [0 0 440 620] /TrimBox [8.5 8.5 428 603.8]",
    "/MediaBox [0 0 436.5 612.3] /TrimBox [8.5 8.5 428 603.8]",
)
RULES = (NO_TRIM, TWO_TRIMS, NESTING, BLEED, CROPPED, TURNED, SCALED, SIZES, OFF_CENTRE)


def box_issues(pages: Sequence[Leaf], printer: Printer) -> Iterator[Issue]:
    """Yield what is wrong with the boxes of pages for a printer."""
    for leaf in pages:
        yield from _of_one(leaf, printer)
    yield from _sizes(pages)


def _of_one(leaf: Leaf, printer: Printer) -> Iterator[Issue]:
    if (turn := number(leaf.page, "/Rotate") or 0) % 360:
        yield _issue(leaf, TURNED, f"turned by {turn:g} degrees", "turn what is on it instead")
    if leaf.unit != 1:
        message = f"a unit of {leaf.unit:g} points"
        yield _issue(leaf, SCALED, message, "make the page as large as it is to be, without it")
    if odd := next(_nested(leaf), None):
        yield odd
        return
    if leaf.crop and leaf.media and not leaf.media.within(leaf.crop, SLACK):
        message = f"cropped to {sizes(leaf, leaf.crop)} of {sizes(leaf, leaf.media)}"
        yield _issue(leaf, CROPPED, message, "leave out the CropBox")
    if leaf.trim:
        yield from _trimmed(leaf, printer)
    elif leaf.art is None:
        message = f"no TrimBox on a page of {sizes(leaf, leaf.trimmed)}"
        yield _issue(leaf, NO_TRIM, message, "have the program say where the page is cut")


def _trimmed(leaf: Leaf, printer: Printer) -> Iterator[Issue]:
    if leaf.art:
        yield _issue(leaf, TWO_TRIMS, "a TrimBox and an ArtBox", "leave out the ArtBox")
    asked = printer.bleed
    names = ("above", "on the right", "below", "on the left")
    short = [
        f"{mm(is_there)} mm {name}"
        for name, is_there, wanted in zip(names, bleeds(leaf), asked, strict=True)
        if is_there < wanted / EMU_PER_POINT - SLACK
    ]
    if short:
        wish = f"{max(asked) / EMU_PER_MM:g} mm"
        if short == [f"{short[0].split()[0]} mm {name}" for name in names]:
            short = [f"{short[0].split()[0]} mm all round"]
        message = f"bleed of {', '.join(short)}; {printer.title} asks for {wish}"
        yield _issue(leaf, BLEED, message, f"make the PDF with a bleed of {wish}")
    if len(set(asked)) == 1 and leaf.media and (shift := _shift(leaf.trimmed, leaf.media)):
        yield _issue(leaf, OFF_CENTRE, f"off by {shift}", "leave as much room on all sides")


def bleeds(leaf: Leaf) -> tuple[float, float, float, float]:
    """Return the room in points round the trim: above, right, below and left."""
    trim, outer, unit = leaf.trimmed, leaf.bleed or leaf.media or leaf.trimmed, leaf.unit
    across = ((outer.right - trim.right) * unit, (trim.left - outer.left) * unit)
    upright = ((outer.top - trim.top) * unit, (trim.bottom - outer.bottom) * unit)
    return upright[0], across[0], upright[1], across[1]


def _nested(leaf: Leaf) -> Iterator[Issue]:
    """Yield boxes that are none, and pairs of which one should lie in the other."""
    for name in ("Media", "Crop", "Bleed", "Trim", "Art"):
        box: Rect | None = getattr(leaf, name.lower())
        if box is None and (name == "Media" or entry(leaf.page, f"/{name}Box") is not None):
            message = f"the {name}Box is not four numbers that span an area"
            yield _issue(leaf, NESTING, message, "make the PDF anew")
    pairs = (("Trim", "Bleed"), ("Bleed", "Media"), ("Trim", "Media"), ("Trim", "Crop"))
    for inner, outer in pairs:
        held: Rect | None = getattr(leaf, inner.lower())
        holder: Rect | None = getattr(leaf, outer.lower())
        if held and holder and not held.within(holder, SLACK):
            message = f"the {inner}Box reaches out of the {outer}Box"
            yield _issue(leaf, NESTING, message, "make the PDF anew, with one bleed for all pages")


def _shift(trim: Rect, media: Rect) -> str:
    """Return how far the middle of the trim is from that of the page, if it is too far."""
    across = (trim.left + trim.right - media.left - media.right) / 2
    upright = (trim.bottom + trim.top - media.bottom - media.top) / 2
    found = (
        f"{mm(abs(across))} mm to the {'right' if across > 0 else 'left'}" * (abs(across) > SLACK),
        f"{mm(abs(upright))} mm {'up' if upright > 0 else 'down'}" * (abs(upright) > SLACK),
    )
    return " and ".join(filter(None, found))


def _sizes(pages: Sequence[Leaf]) -> Iterator[Issue]:
    """Yield pages that are of another size than the first. Boxes that are none say no size."""
    first, *others = [leaf for leaf in pages if not any(True for _ in _nested(leaf))] or [pages[0]]
    for leaf in others:
        apart = zip(_measures(leaf), _measures(first), strict=True)
        if any(abs(one - other) > SLACK for one, other in apart):
            there = f"page {first.number} is {sizes(first, first.trimmed)}"
            message = f"{sizes(leaf, leaf.trimmed)}, and {there}"
            yield _issue(leaf, SIZES, message, "send pages of another size as a file of their own")


def _measures(leaf: Leaf) -> tuple[float, float]:
    """Return the width and the height of a page when it is cut, in points."""
    return leaf.trimmed.width * leaf.unit, leaf.trimmed.height * leaf.unit


def sizes(leaf: Leaf, box: Rect) -> str:
    """Return the width and height of a box on a page in millimetres, as people write them."""
    return f"{mm(box.width * leaf.unit)} × {mm(box.height * leaf.unit)} mm"


def mm(points: float) -> str:
    """Return a length in points as millimetres, to a tenth."""
    return f"{points / _MM:.1f}".removesuffix(".0")


def _issue(leaf: Leaf, rule: Rule, message: str, hint: str) -> Issue:
    return Issue(rule.at(None, message, hint), leaf.number)
