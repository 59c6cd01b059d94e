"""What a print file says of itself in XMP.

The packet is written from a template, uncompressed: checkers look for the claim of a standard as
plain bytes, with its prefix declared on the description.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from paroll.printers import Standard

_CLAIMS = {
    Standard.X4: (
        "http://www.npes.org/pdfx/ns/id/",
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
        "pdfxid",
    ),
    Standard.X1A: (
        "http://ns.adobe.com/pdfx/1.3/",
        "<pdfx:GTS_PDFXVersion>PDF/X-1a:2003</pdfx:GTS_PDFXVersion>",
        "pdfx",
    ),
}
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:{prefix}="{space}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}\
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{modified}</xmp:ModifyDate>
<xmp:MetadataDate>{modified}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{identifier}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
{claim}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


def packet(info: Mapping[str, str], standard: Standard, identifier: str) -> bytes:
    """Return the packet of a file with this information dictionary, whose dates are in UTC."""
    space, claim, prefix = _CLAIMS[standard]
    said = {key: escape(value) for key, value in info.items()}
    author = said.get("/Author", "")
    return _PACKET.format(
        prefix=prefix,
        space=space,
        title=said["/Title"],
        author=_AUTHOR.format(author=author) if author else "",
        creator=said["/Creator"],
        producer=said["/Producer"],
        created=_date(said["/CreationDate"]),
        modified=_date(said["/ModDate"]),
        identifier=identifier,
        claim=claim,
    ).encode()


def _date(date: str) -> str:
    """Return a date of PDF, `D:20000101000000Z`, as XMP writes it: `2000-01-01T00:00:00Z`."""
    digits = date.removeprefix("D:").removesuffix("Z")
    year, rest = digits[:4], [digits[at : at + 2] for at in range(4, 14, 2)]
    return f"{year}-{rest[0]}-{rest[1]}T{':'.join(rest[2:])}Z"
