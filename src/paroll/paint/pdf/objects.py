"""Objects of a PDF file that reportlab has no form for. Importing this imports reportlab."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFfalse,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
    PDFtrue,
    PDFZCompress,
)

from paroll.paint.pdf.fonts import Font
from paroll.paint.pdf.pictures import Samples

_DATE = "D:20000101000000Z"  # a clock would give each build other bytes
_BLOCK = 100  # entries of a CMap block at most (Adobe Technical Note 5411)


class Info(PDFInfo):  # type: ignore[misc]
    """What a file says of itself: reportlab's own has a subject and keywords, empty or not."""

    def __init__(self, title: str, author: str) -> None:
        super().__init__()
        self.title, self.author = title, author

    def format(self, document: PDFDocument) -> bytes:
        """Return the dictionary as it is written."""
        texts = {"Title": self.title, "Author": self.author, "Creator": "paroll"}
        texts |= {"Producer": "paroll", "CreationDate": _DATE, "ModDate": _DATE}
        info = PDFDictionary({key: PDFString(text) for key, text in texts.items() if text})
        info["Trapped"] = PDFName("False")
        written: bytes = info.format(document)
        return written


def composite_font(font: Font, document: PDFDocument) -> PDFDictionary:
    """Return `font` as a composite font whose codes are glyph numbers (ISO 32000-1, 9.7)."""
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = _dictionary(
        Type="Font",
        Subtype="CIDFontType2",
        BaseFont=font.name,
        CIDSystemInfo=PDFDictionary(system),
        CIDToGIDMap="Identity",
        DW=0,
        W=_widths(font),
        FontDescriptor=document.Reference(_descriptor(font)),
    )
    return _dictionary(
        Type="Font",
        Subtype="Type0",
        BaseFont=font.name,
        Encoding="Identity-H",
        DescendantFonts=PDFArray([document.Reference(descendant)]),
        ToUnicode=_packed(_to_unicode(font)),
    )


def image(samples: Samples) -> PDFStream:
    """Return `samples` as an image that fills the unit square."""
    entries = _dictionary(
        Type="XObject",
        Subtype="Image",
        Width=samples.width,
        Height=samples.height,
        Filter=samples.filter,
    )
    if samples.space:
        entries["BitsPerComponent"] = 8
        entries["ColorSpace"] = PDFName(samples.space)
    else:  # a stencil, painted where it has ones
        entries["BitsPerComponent"] = 1
        entries["ImageMask"] = PDFtrue
        entries["Decode"] = PDFArray([1, 0])
    if samples.mask:
        entries["SMask" if samples.mask.space else "Mask"] = image(samples.mask)
    return PDFStream(entries, samples.data)


def overprint(*, on: bool) -> PDFDictionary:
    """Return the graphics state that leaves what lies below in other inks, or takes it out.

    In mode 1 an ink of which a colour has nothing is such another (ISO 32000-1, 8.6.7).
    """
    flag = PDFtrue if on else PDFfalse
    state = {"Type": PDFName("ExtGState"), "OP": flag, "op": flag, "OPM": int(on)}
    return PDFDictionary(state)


def _dictionary(**entries: object) -> PDFDictionary:
    """Return a dictionary in which plain strings are names."""
    return PDFDictionary({k: PDFName(v) if isinstance(v, str) else v for k, v in entries.items()})


def _packed(data: bytes, **entries: object) -> PDFStream:
    return PDFStream(_dictionary(**entries), data, filters=[PDFZCompress])


def _widths(font: Font) -> bytes:
    """Return the advances of glyphs in thousandths of the size, as an array in plain PDF.

    Glyphs whose numbers follow each other share an entry (ISO 32000-1, 9.7.4.3). One of
    reportlab's objects for each number would take longer than all other objects of a leaflet.
    """
    rows: list[tuple[int, list[str]]] = []
    for number, width in font.widths.items():
        if not rows or number != rows[-1][0] + len(rows[-1][1]):
            rows.append((number, []))
        rows[-1][1].append(f"{_scaled(width, font):g}")
    entries = (f"{first}[{' '.join(widths)}]" for first, widths in rows)
    return f"[{''.join(entries)}]".encode()


def _descriptor(font: Font) -> PDFDictionary:
    return _dictionary(
        Type="FontDescriptor",
        FontName=font.name,
        Flags=4 + (64 if font.slant else 0),  # own glyph set, italic (ISO 32000-1, table 123)
        FontBBox=PDFArray([_scaled(edge, font) for edge in font.box]),
        ItalicAngle=font.slant,
        Ascent=_scaled(font.ascent, font),
        Descent=_scaled(font.descent, font),
        CapHeight=_scaled(font.cap_height, font),
        StemV=80,  # required, but read only where the font file is not
        FontFile2=_packed(font.data, Length1=len(font.data)),
    )


def _scaled(units: int, font: Font) -> float:
    return units * 1000 / font.units


def _to_unicode(font: Font) -> bytes:
    """Return the CMap from glyph numbers to text (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{n:04X}> <{t.encode('utf-16-be').hex().upper()}>" for n, t in font.texts.items()]
    blocks = [pairs[at : at + _BLOCK] for at in range(0, len(pairs), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()
