"""A small brand, documents set by hand, and those documents painted as PDF."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import uharfbuzz as hb
from PIL import Image

from paroll.brand.model import COLOURS, Brand, FamilyName, FontFile, Ink, Look, Scale
from paroll.finding import Span
from paroll.paint.pdf import paint
from paroll.printers import Printer, default
from paroll.sheet import (
    Document,
    Face,
    Family,
    Form,
    Glyph,
    GlyphRun,
    Layout,
    Line,
    Mark,
    Picture,
    Role,
    Shape,
    Sheet,
    Slot,
    Style,
    Text,
)
from paroll.units import Box, Emu, mm, pt

FONTS = Path(__file__).parents[1] / "brand" / "campaign" / "fonts"
BODY = Face(Family.BODY)
HEADING = Face(Family.HEADING, bold=True)
FILES = {
    BODY: "Archivo-Regular",
    BODY._replace(bold=True): "Archivo-Bold",
    BODY._replace(italic=True): "Archivo-Italic",
    HEADING: "ArchivoCondensed-Bold",
}
INKS = {
    "strong": Ink("#E4002B", (0, 100, 85, 0)),
    "dark": Ink("#8C0A1C", (0, 100, 80, 45)),
    "tint": Ink("#FBE3DF", (0, 14, 10, 0)),
    "paper": Ink("#FFFFFF", (0, 0, 0, 0)),
    "ink": Ink("#1A1A1A", (0, 0, 0, 100)),
}
A5 = Box(0, 0, mm(148), mm(210))
WIDE = Box(0, 0, pt(960), pt(540))
BLEED = mm(3)
SLOGAN = "Trygghet. Tillsammans."
WORDS = "fjord office AV Ta To ÅÄÖ Čáŋŧž"
SPOT = "PANTONE 186 C"
USES: tuple[Printer | None, ...] = (None, default())
"""A screen, and the usual printer."""
SIZE, LEFT, TOP = pt(24), pt(48), pt(100)


def brand(**inks: Ink) -> Brand:
    """Return the campaign's fonts with a few colours; `inks` replace some."""
    return Brand(
        name="Specimen",
        colours={name: {**INKS, **inks}.get(name, INKS["strong"]) for name in (*COLOURS, "soft")},
        families={family: FamilyName("Archivo", "Arial") for family in Family},
        faces={face: font_file(name) for face, name in FILES.items()},
        scale=Scale((pt(24),), (pt(9),)),
        look=Look(),
        logo=None,
        sender="",
        address=(),
        span=Span("brand.yaml", 1, 1),
    )


@cache
def font_file(name: str) -> FontFile:
    """Return a font of the campaign kit."""
    return FontFile(f"{name}.ttf", (FONTS / f"{name}.ttf").read_bytes())


@cache
def _font(face: Face) -> hb.Font:
    return hb.Font(hb.Face(font_file(FILES[face]).data))


def glyphs(text: str, face: Face = BODY) -> tuple[Glyph, ...]:
    """Return `text` shaped by HarfBuzz, the letters of a cluster on its first glyph."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(_font(face), buffer)
    starts = [info.cluster for info in buffer.glyph_infos]
    ends = [next((s for s in starts[n:] if s > start), len(text)) for n, start in enumerate(starts)]
    letters = [
        "" if n and starts[n - 1] == start else text[start:end]
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, letters, strict=True)
    return tuple(Glyph(i.codepoint, p.x_advance, p.x_offset, p.y_offset, t) for i, p, t in pairs)


def width(shaped: tuple[Glyph, ...], size: Emu) -> Emu:
    """Return the advance of glyphs of the campaign's fonts, which have 1000 units to the em."""
    return round(sum(glyph.advance for glyph in shaped) * size / 1000)


def run(text: str, size: Emu = SIZE, face: Face = BODY, x: Emu = LEFT, **voice: str) -> GlyphRun:
    """Return `text` from `x` on; `voice` may give `colour` and `link`."""
    return GlyphRun(
        face, size, voice.get("colour", "ink"), x, glyphs(text, face), voice.get("link", "")
    )


def line(y: Emu, *runs: GlyphRun) -> Line:
    """Return runs on the baseline `y`."""
    end = runs[-1].x + width(runs[-1].glyphs, runs[-1].size)
    return Line(y, end - runs[0].x, runs)


def text(*lines: Line) -> Text:
    """Return lines as a text mark."""
    style = Style(BODY, pt(24), pt(30), "ink")
    return Text(Slot("body", Role.BODY, Box(0, 0, pt(400), pt(400)), (style,)), (), lines)


def paragraph(*lines: str, size: Emu = SIZE, face: Face = BODY, top: Emu = TOP) -> Text:
    """Return lines of text one below the other. A soft hyphen at an end is drawn as a hyphen."""
    rows = []
    for number, words in enumerate(lines):
        row = run(words.replace("\u00ad", "-"), size, face)
        if words.endswith("\u00ad"):
            divided = (*row.glyphs[:-1], row.glyphs[-1]._replace(text="\u00ad"))
            row = row._replace(glyphs=divided)
        rows.append(line(top + round(size * 1.3) * number, row))
    return text(*rows)


def document(
    *contents: tuple[Mark, ...],
    size: Box = WIDE,
    bleed: Emu = 0,
    furniture: tuple[Mark, ...] = (),
    ground: str = "paper",
) -> Document:
    """Return a document with a page for each of `contents`, all on one layout."""
    layout = Layout("Specimen", "specimen", ground, furniture, ())
    sheets = tuple(
        Sheet(layout, f"Sida {number} – åäö", marks)
        for number, marks in enumerate(contents, start=1)
    )
    return Document(
        "Vårt program – en provbok", "Lokalföreningen", "sv", size, bleed, sheets, (layout,)
    )


def png(colour: tuple[int, ...] = (0, 90, 200), mode: str = "RGB") -> bytes:
    """Return a picture of one colour."""
    file = BytesIO()
    Image.new(mode, (30, 20), colour).save(file, "PNG")
    return file.getvalue()


def leaflet() -> Document:
    """Return two A5 pages with a mark of every sort, on a page and in furniture."""
    band = Shape(Box(-BLEED, -BLEED, A5.w + 2 * BLEED, mm(20) + BLEED), "strong")
    slogan = text(line(mm(12), run(SLOGAN, pt(20), HEADING, mm(12), colour="paper")))
    address = run("exempel.se/förslag", pt(9), x=mm(12), link="https://exempel.se/förslag?a=b%20c")
    furniture: tuple[Mark, ...] = (
        band,
        slogan,
        text(line(mm(204), address)),
        Picture(Box(mm(130), mm(4), mm(12), mm(8)), png()),
    )
    front: tuple[Mark, ...] = (
        paragraph(WORDS, "Vi vill att Västernorr\u00ad", "land växer, 24\u00a0timmar", size=pt(12)),
        Shape(Box(mm(120), mm(170), mm(60), mm(60)), "tint", Form.ELLIPSE),
        Picture(Box(mm(12), mm(80), mm(45), mm(30)), png((0, 90, 200, 128), "RGBA")),
    )
    back = (paragraph("Baksidan", size=pt(12), face=BODY._replace(bold=True)),)
    return document(front, back, size=A5, bleed=BLEED, furniture=furniture)


@cache
def painted(printer: Printer | None) -> bytes:
    """Return the leaflet painted, its strong colour a spot ink."""
    spot = Ink("#E4002B", (0, 100, 85, 0), SPOT)
    return paint(leaflet(), brand(strong=spot), printer)


def opened(doc: Document, printer: Printer | None = None) -> pikepdf.Pdf:
    """Return `doc` painted and read again."""
    return pikepdf.open(BytesIO(paint(doc, brand(), printer)))
