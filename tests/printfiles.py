"""Print files from several producers, sound as they stand, for tests to break one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageFile
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from weasyprint import HTML

from paroll.printers import default
from paroll.units import EMU_PER_POINT, mm

ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint has Pillow forgive damage in all pictures

ROOT = Path(__file__).resolve().parents[1]
FONT = ROOT / "brand" / "campaign" / "fonts" / "Archivo-Regular.ttf"
ICC = ROOT / "src" / "paroll" / "printers" / "shipped" / "icc" / "FOGRA39L_coated.icc"
MM = mm(1) / EMU_PER_POINT
BLEED = 3 * MM
A5 = (148 * MM, 210 * MM)
A6 = (105 * MM, 148 * MM)
BLACK, RED = CMYKColor(0, 0, 0, 1), CMYKColor(0, 1, 0.85, 0)
SPOT = CMYKColorSep(0, 1, 0.85, 0, spotName="PANTONE 186 C", density=1)
DATE = "2026-11-22T10:00:00Z"
TITLE = "Vårt program"

Edit = Callable[[Pdf], object]


@cache
def plain(
    pages: int = 2, size: tuple[float, float] = A5, bleed: float = BLEED, spot: bool = False
) -> bytes:
    """Return pages that reportlab draws: a band to the bleed, a heading and text in black."""
    registerFont(TTFont("Archivo", FONT))
    (width, height), file = size, BytesIO()
    trim = (bleed, bleed, bleed + width, bleed + height)
    outer = (width + 2 * bleed, height + 2 * bleed)
    paper = Canvas(
        file,
        outer,
        pdfVersion=(1, 6),
        initialFontName="Archivo",
        invariant=True,
        trimBox=trim,
        bleedBox=(0, 0, *outer),
    )
    paper.setTitle(TITLE)
    for number in range(1, pages + 1):
        paper.setFillColor(SPOT if spot else RED)
        paper.rect(0, outer[1] - 40 * MM, outer[0], 40 * MM, stroke=0, fill=1)
        paper.setFillOverprint(True)
        paper.setFillColor(BLACK)
        paper.setFont("Archivo", 12)
        paper.drawString(20 * MM, outer[1] / 2, f"Sida {number}: fler lärare i varje klass.")
        paper.showPage()
    paper.save()
    return file.getvalue()


@cache
def x4(pages: int = 2, size: tuple[float, float] = A5, spot: bool = False) -> bytes:
    """Return pages of reportlab, finished as PDF/X-4 with pikepdf."""
    return edited(plain(pages, size, spot=spot), _as_x4)


@cache
def x1a(pages: int = 2) -> bytes:
    """Return pages of reportlab, finished as PDF/X-1a:2003."""

    def finish(pdf: Pdf) -> None:
        _as_x4(pdf)
        del pdf.Root.Metadata
        pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")
        for page in pdf.pages:
            del page.obj["/Group"]

    return edited(plain(pages), finish, version="1.4")


@cache
def woven(pages: int = 2, style: str = "", variant: str = "pdf/x-4", links: bool = False) -> bytes:
    """Return pages that WeasyPrint makes, with its own PDF/X."""
    paper = f"""
        @color-profile device-cmyk {{ src: url({ICC.as_uri()}); components: c, m, y, k }}
        @font-face {{ font-family: Archivo; src: url({FONT.as_uri()}) }}
        @page {{ size: 148mm 210mm; bleed: 3mm; margin: 12mm; {style} }}
        body {{ font: 12pt Archivo; color: device-cmyk(0 0 0 1); margin: 0 }}
        h1 {{ background: device-cmyk(0 1 0.85 0); margin: -15mm; padding: 15mm;
              font-weight: normal }}
        section {{ break-after: page }}
        a {{ color: inherit }}
    """
    body = "<section><h1>Vårt program</h1><p>Fler lärare i varje klass.</p></section>" * pages
    body += "<p><a href='https://exempel.se'>exempel.se</a></p>" if links else ""
    html = f"<html lang=sv><title>{TITLE}</title><style>{paper}</style>{body}"
    data = HTML(string=html).write_pdf(pdf_variant=variant)
    assert isinstance(data, bytes)
    return data


def edited(data: bytes, edit: Edit, version: str = "", **options: object) -> bytes:
    """Return a PDF as pikepdf saves it after an edit."""
    with changed(data) as (pdf, save):
        edit(pdf)
        return save(version or pdf.pdf_version, **options)


@contextmanager
def changed(data: bytes) -> Iterator[tuple[Pdf, Callable[..., bytes]]]:
    """Open a PDF to change; what comes with it returns it saved."""
    with Pdf.open(BytesIO(data)) as pdf:

        def save(version: str, **options: object) -> bytes:
            file = BytesIO()
            kept = {
                "object_stream_mode": pikepdf.ObjectStreamMode.preserve,
                "stream_decode_level": pikepdf.StreamDecodeLevel.none,
                "compress_streams": False,
                **options,
            }
            pdf.save(file, force_version=version, deterministic_id=True, **kept)
            return file.getvalue()

        yield pdf, save


def xmp(title: str = TITLE, claim: str = "PDF/X-4", trapped: str = "False") -> bytes:
    """Return an XMP packet."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Trapped="{trapped}">
<pdfxid:GTS_PDFXVersion>{claim}</pdfxid:GTS_PDFXVersion>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{DATE}</xmp:CreateDate><xmp:ModifyDate>{DATE}</xmp:ModifyDate>
<xmp:MetadataDate>{DATE}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:InstanceID>uuid:2</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def _as_x4(pdf: Pdf) -> None:
    """Give a file what PDF/X-4 asks, and nothing else."""
    profile = Stream(pdf, default().condition.profile, N=4)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("FOGRA39"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([intent])
    pdf.Root.Metadata = metadata(pdf, xmp())
    stamp = String("D:20261122100000Z")
    for key, value in {"Title": String(TITLE), "CreationDate": stamp, "ModDate": stamp}.items():
        pdf.docinfo[f"/{key}"] = value
    pdf.docinfo["/Trapped"] = Name("/False")
    for page in pdf.pages:
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def metadata(pdf: Pdf, packet: bytes) -> Stream:
    """Return a packet of XMP as a stream."""
    stream = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)
    found = pdf.make_indirect(stream)
    assert isinstance(found, Stream)
    return found
