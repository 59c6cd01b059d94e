"""Broken print files, one defect each, and sound ones: each code is found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from breaking import (
    CMYK,
    add_a6,
    attach,
    delete,
    drawn,
    drop,
    field,
    for_another,
    helvetica,
    intent,
    layered,
    lose_fonts_of_cids,
    moved,
    nested_font,
    note,
    nothing,
    only_informed,
    packed_words,
    packet,
    picture,
    profile,
    resource,
    say,
    set_box,
    set_page,
    set_root,
    two_intents,
    unembed,
    untrapped,
    with_form,
)
from paroll.preflight import rules
from paroll.preflight.model import Report
from paroll.preflight.run import Wish, preflight
from paroll.printers import default, read_printer
from paroll.source import NOWHERE, Plain
from pressed import inspected
from printfiles import A5, A6, BLEED, MM, edited, plain, woven, x1a, x4, xmp

X1A = "classic-x1a"


class Broken(NamedTuple):
    """A file that is broken: what is wrong with it, in which file of whose, by which code it is
    found, and for which printer; `also` is what follows from it."""

    name: str
    file: Callable[[], bytes]
    how: Callable[[Pdf], object]
    code: str
    printer: str = ""
    called: str = "file.pdf"
    also: str = ""


class Sound(NamedTuple):
    """A file that a print shop takes."""

    name: str
    file: Callable[[], bytes]
    printer: str = ""


LEFT, TOP = BLEED, BLEED + A5[1]

BROKEN = [
    Broken("no TrimBox, reportlab", x4, drop("TrimBox"), "F111"),
    Broken("no TrimBox, WeasyPrint", woven, drop("TrimBox"), "F111"),
    Broken("an ArtBox as well", x4, set_box(0, "ArtBox", 20, 20, 400, 500), "F112"),
    Broken("trim outside the bleed", x4, set_box(0, "BleedBox", 20, 20, 400, 500), "F113"),
    Broken("bleed outside the page", x4, set_box(1, "BleedBox", -20, 0, 430, 600), "F113"),
    Broken("trim without area", x4, set_box(0, "TrimBox", 20, 20, 20, 500), "F113"),
    Broken("trim of three numbers", woven, set_box(0, "TrimBox", 20, 20, 400), "F113"),
    Broken("CropBox cuts the trim", x4, set_box(0, "CropBox", 30, 30, 400, 500), "F113"),
    Broken(
        "2 mm bleed", x4, set_box(0, "BleedBox", MM, MM, A5[0] + 5 * MM, A5[1] + 5 * MM), "F114"
    ),
    Broken(
        "no bleed on one side",
        x4,
        set_box(0, "BleedBox", LEFT, 0, A5[0] + 2 * BLEED, A5[1] + 2 * BLEED),
        "F114",
    ),
    Broken("no bleed", lambda: woven(style="bleed: 0"), nothing, "F114", also="F261"),
    Broken("cropped", x4, set_box(0, "CropBox", MM, MM, A5[0] + 5 * MM, A5[1] + 5 * MM), "F115"),
    Broken("turned", x4, set_page(Rotate=90), "F116"),
    Broken("units of 2 points", lambda: x4(1), set_page(UserUnit=2), "F117"),
    Broken("a page of A6", x4, add_a6, "F118"),
    Broken(
        "off the middle",
        x4,
        set_box(0, "MediaBox", -20, 0, A5[0] + 2 * BLEED, A5[1] + 2 * BLEED),
        "F119",
    ),
    Broken("A6 as A5", lambda: x4(2, A6), nothing, "F121", called="leaflet-a5.pdf"),
    Broken("a leaflet of three pages", lambda: woven(3), nothing, "F122", called="leaflet-a5.pdf"),
    Broken("font without its file", x4, unembed, "F131"),
    Broken("font of many glyphs without its file", woven, lose_fonts_of_cids, "F131"),
    Broken("Helvetica named", x4, resource("Font", helvetica()), "F131"),
    Broken("Helvetica in a form", x4, nested_font, "F131"),
    Broken("layers without a default", x4, layered(default_one=False), "F141"),
    Broken(
        "layers switched for print",
        x4,
        layered(AS=lambda one: Array([Dictionary(Event=Name.Print, OCGs=Array([one]))])),
        "F141",
    ),
    Broken("hidden layer", x4, layered(OFF=lambda one: Array([one])), "F142"),
    Broken("link", x4, note("Link", 50, 50, 100, 60), "F143"),
    Broken("link in the bleed", woven, note("Link", 2, 2, 5, 5), "F143"),
    Broken("comment", x4, note("FreeText", 50, 50, 100, 60), "F143"),
    Broken("form field", x4, field, "F143"),
    Broken("link by WeasyPrint", lambda: woven(links=True), nothing, "F143"),
    Broken(
        "script", x4, set_root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("1"))), "F144"
    ),
    Broken("action of a page", x4, set_page(AA=Dictionary(O=Dictionary(S=Name.GoTo))), "F144"),
    Broken(
        "named script",
        x4,
        set_root(Names=Dictionary(JavaScript=Dictionary(Names=Array([])))),
        "F144",
    ),
    Broken("attachment", x4, attach, "F145"),
    Broken(
        "viewer prints the trim",
        x4,
        set_root(ViewerPreferences=Dictionary(PrintClip=Name.TrimBox)),
        "F146",
    ),
    Broken("alternates", x4, drawn(Alternates=Array([Dictionary()])), "F147"),
    Broken("OPI", x4, drawn(OPI=Dictionary()), "F147"),
    Broken("PostScript", x4, with_form(Subtype2=Name.PS), "F147"),
    Broken("page of another file", woven, with_form(Ref=Dictionary(F=String("a.pdf"))), "F147"),
    Broken("transfer function", x4, resource("ExtGState", Dictionary(TR=Name.Default)), "F148"),
    Broken("halftone", x4, resource("ExtGState", Dictionary(HTP=Array([0, 0]))), "F148"),
    Broken("LZW", x4, drawn(Filter=Name.LZWDecode), "F149"),
    Broken("JPEG 2000 in X-1a", x1a, drawn(Filter=Name.JPXDecode), "F149", X1A),
    Broken(
        "page blended in RGB",
        x4,
        set_page(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        "F150",
    ),
    Broken(
        "form blended in RGB",
        woven,
        with_form(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        "F150",
    ),
    Broken("half transparent in X-1a", x1a, resource("ExtGState", Dictionary(ca=0.5)), "F151", X1A),
    Broken(
        "blended in X-1a", x1a, resource("ExtGState", Dictionary(BM=Name.Multiply)), "F151", X1A
    ),
    Broken("group in X-1a", x1a, set_page(Group=Dictionary(S=Name.Transparency)), "F151", X1A),
    Broken("soft mask in X-1a", x1a, lambda pdf: drawn(SMask=picture(pdf))(pdf), "F151", X1A),
    Broken("no claim", plain, nothing, "F161"),
    Broken("X-4 for a shop of X-1a", lambda: edited(x4(), drop("Group")), nothing, "F161", X1A),
    Broken("two claims", x4, say(GTS_PDFXVersion=String("PDF/X-3:2003")), "F162"),
    Broken("no intent", x4, delete(lambda pdf: pdf.Root, "/OutputIntents"), "F163"),
    Broken("two intents", woven, two_intents, "F163"),
    Broken("intent without name", x4, intent(OutputConditionIdentifier=String("")), "F163"),
    Broken(
        "no profile",
        x4,
        delete(lambda pdf: pdf.Root.OutputIntents[0], "/DestOutputProfile"),
        "F164",
    ),
    Broken("profile of a screen", x4, profile(CMYK[:12] + b"mntrRGB " + CMYK[20:]), "F164"),
    Broken("profile is none", x4, profile(b"profile"), "F164"),
    Broken("profile said to be RGB", woven, profile(CMYK, 3), "F164"),
    Broken("no XMP", x4, only_informed, "F165"),
    Broken("XMP packed", packed_words, nothing, "F165"),
    Broken("XMP without dates", x4, packet(xmp().replace(b"xmp:CreateDate", b"xmp:Date")), "F165"),
    Broken("XMP without identifiers", x4, packet(xmp().replace(b"DocumentID", b"No")), "F165"),
    Broken("another title", x4, packet(xmp(title="Flygblad")), "F166"),
    Broken("another date", woven, say(ModDate=String("D:20200101120000Z")), "F166"),
    Broken("trapping unknown", x4, untrapped, "F167"),
    Broken("PDF 1.7", lambda: edited(x4(), nothing, version="1.7"), nothing, "F168"),
    Broken("X-1a in PDF 1.6", lambda: edited(x1a(), nothing, version="1.6"), nothing, "F168", X1A),
    Broken("no ID", lambda: x4().replace(b"/ID [", b"/No ["), nothing, "F169"),
    Broken("made for FOGRA27", x4, for_another, "F170"),
]

SOUND = [
    Sound("reportlab, X-4", x4),
    Sound("reportlab, one page", lambda: x4(1)),
    Sound("reportlab, A6", lambda: x4(2, A6)),
    Sound("reportlab, a spot ink", lambda: x4(spot=True)),
    Sound("reportlab, X-1a", x1a, X1A),
    Sound("WeasyPrint, X-4", woven),
    Sound("WeasyPrint, X-4, one page", lambda: woven(1)),
    Sound("WeasyPrint, X-4, 5 mm bleed", lambda: woven(style="bleed: 5mm")),
    Sound("WeasyPrint, X-1a", lambda: woven(variant="pdf/x-1a"), X1A),
    Sound(
        "object streams",
        lambda: edited(x4(), nothing, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    ),
    Sound("linearized", lambda: edited(x4(), nothing, linearize=True)),
    Sound(
        "CropBox as large as the page",
        lambda: edited(x4(), set_box(0, "CropBox", 0, 0, A5[0] + 2 * BLEED, A5[1] + 2 * BLEED)),
    ),
    Sound("boxes round another corner", lambda: edited(x4(1), moved)),
    Sound("layers, all shown", lambda: edited(x4(), layered(Order=lambda one: Array([one])))),
    Sound("a mark for the printer", lambda: edited(x4(), note("PrinterMark", 50, 50, 100, 60))),
    Sound(
        "a link beside the page",
        lambda: edited(woven(style="bleed: 30mm"), note("Link", -60, -60, -55, -55)),
    ),
    Sound(
        "a form blended in grey",
        lambda: edited(x4(), with_form(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))),
    ),
    Sound("half transparent", lambda: edited(x4(), resource("ExtGState", Dictionary(ca=0.5)))),
    Sound("turned by a whole circle", lambda: edited(x4(), set_page(Rotate=360))),
]


def codes(report: Report) -> set[str]:
    return {issue.finding.code for issue in report.issues}


def checked(data: bytes, printer: str = "", called: str = "file.pdf") -> Report:
    named = read_printer((), Plain(printer, NOWHERE))[0] if printer else default()
    assert named
    return preflight(data, called, Wish(named))


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_a_defect_is_found_by_its_code_and_nothing_else_is(broken: Broken) -> None:
    data = broken.file()
    data = data if broken.how is nothing else edited(data, broken.how)
    report = checked(data, broken.printer, broken.called)
    assert codes(report) == {broken.code, *broken.also.split()}, report


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: sound.name)
def test_a_sound_file_is_left_alone(sound: Sound) -> None:
    report = checked(sound.file(), sound.printer)
    assert report.issues == ()
    assert dict(report.facts)["fonts"].endswith("all embedded")


def test_every_rule_of_structure_has_a_broken_file() -> None:
    """What cannot be opened is broken in `test_opening`, what is painted in `test_contents`."""
    codes_here = {broken.code for broken in BROKEN}
    every = {rule.code for rule in rules.RULES if "F110" < rule.code < "F200"}
    assert every <= codes_here


def test_another_validator_takes_the_files_that_are_broken_here() -> None:
    """What is broken in one way must be sound in all others, or something else could be found."""
    assert inspected(x4())["seed_blockers"] == []
    assert inspected(x4())["pdfx_contract_valid"] is True
