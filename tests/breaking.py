"""Edits that break a print file in one way each, and leave the rest of it sound."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from paroll.printers import default
from printfiles import A6, BLEED, edited, metadata, x4, xmp

CMYK = default().condition.profile


def set_box(page: int, box: str, *values: float) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        pdf.pages[page].obj[f"/{box}"] = Array([round(value, 4) for value in values])

    return edit


def set_page(**entries: object) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return edit


def drop(key: str) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        for page in pdf.pages:
            del page.obj[f"/{key}"]

    return edit


def set_root(**entries: object) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return edit


def resource(kind: str, what: object, name: str = "Odd") -> Callable[[Pdf], None]:
    """Put something among what the first page uses."""

    def edit(pdf: Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        if f"/{kind}" not in resources:
            resources[f"/{kind}"] = Dictionary()
        resources[f"/{kind}"][f"/{name}"] = what

    return edit


def picture(pdf: Pdf, **entries: object) -> Stream:
    """Return a grey picture of one pixel."""
    grey = {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
    return Stream(pdf, b"\x80", Type=Name.XObject, Subtype=Name.Image, **{**grey, **entries})


def drawn(**entries: object) -> Callable[[Pdf], None]:
    return lambda pdf: resource("XObject", pdf.make_indirect(picture(pdf, **entries)))(pdf)


def form(pdf: Pdf, **entries: object) -> Stream:
    box = Array([0, 0, 10, 10])
    return Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)


def with_form(**entries: object) -> Callable[[Pdf], None]:
    return lambda pdf: resource("XObject", pdf.make_indirect(form(pdf, **entries)))(pdf)


def note(sort: str, *rect: float) -> Callable[[Pdf], None]:
    annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{sort}"), Rect=Array(list(rect)))
    return set_page(Annots=Array([annotation]))


def field(pdf: Pdf) -> None:
    note("Widget", 50, 50, 100, 60)(pdf)
    widget = pdf.make_indirect(pdf.pages[0].obj.Annots[0])
    pdf.pages[0].obj.Annots = Array([widget])
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))


def layer(pdf: Pdf) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Engelska")))


def layered(
    *, default_one: bool = True, **entries: Callable[[pikepdf.Object], object]
) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        one = layer(pdf)
        shown = Dictionary({f"/{key}": value(one) for key, value in entries.items()})
        properties = Dictionary(OCGs=Array([one]))
        if default_one:
            properties.D = shown
        pdf.Root.OCProperties = properties

    return edit


def say(**entries: object) -> Callable[[Pdf], None]:
    """Put something into the document information."""

    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.docinfo[f"/{key}"] = value

    return edit


def packet(data: bytes, **entries: object) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        stream = metadata(pdf, data)
        for key, value in entries.items():
            stream[f"/{key}"] = value
        pdf.Root.Metadata = stream

    return edit


def intent(**entries: object) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.Root.OutputIntents[0][f"/{key}"] = value

    return edit


def profile(data: bytes, parts: int = 4) -> Callable[[Pdf], None]:
    return lambda pdf: intent(DestOutputProfile=pdf.make_indirect(Stream(pdf, data, N=parts)))(pdf)


def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def unembed(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/FontFile2") is not None:
            del each["/FontFile2"]


def lose_fonts_of_cids(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary):
            for key in ("/FontFile2", "/FontFile3"):
                if key in each:
                    del each[key]


def helvetica() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def nested_font(pdf: Pdf) -> None:
    fonts = Dictionary(Font=Dictionary(F1=helvetica()))
    with_form(Resources=fonts)(pdf)


def attach(pdf: Pdf) -> None:
    pdf.attachments["order.txt"] = b"100"


def add_a6(pdf: Pdf) -> None:
    with Pdf.open(BytesIO(x4(1, A6))) as other:
        pdf.pages.extend(other.pages)


def only_informed(pdf: Pdf) -> None:
    """Take away the XMP metadata, and claim the standard in the document information."""
    del pdf.Root.Metadata
    say(GTS_PDFXVersion=String("PDF/X-4"))(pdf)


def packed_words() -> bytes:
    """Return a file whose XMP metadata are packed, as is all else."""

    def hide(pdf: Pdf) -> None:
        pdf.Root.Hetadata = metadata(pdf, zlib.compress(xmp()))
        pdf.Root.Hetadata.Hilter = Name.FlateDecode
        del pdf.Root.Metadata

    # pikepdf unpacks what it knows for metadata, so it is told of them behind its back
    return edited(x4(), hide).replace(b"/Hilter", b"/Filter").replace(b"/Hetadata", b"/Metadata")


def untrapped(pdf: Pdf) -> None:
    pdf.docinfo["/Trapped"] = Name.Unknown
    packet(xmp(trapped="Unknown"))(pdf)


def for_another(pdf: Pdf) -> None:
    """Make a file for another condition, with another profile."""
    intent(OutputConditionIdentifier=String("FOGRA27"))(pdf)
    profile(CMYK + b"\0")(pdf)


def delete(holder: Callable[[Pdf], pikepdf.Object], key: str) -> Callable[[Pdf], None]:
    def edit(pdf: Pdf) -> None:
        del holder(pdf)[key]

    return edit


def moved(pdf: Pdf) -> None:
    """Move all boxes so that the trim starts at nought, as some programs do."""
    for box in ("MediaBox", "BleedBox", "TrimBox"):
        numbers = [float(value) - BLEED for value in pdf.pages[0].obj[f"/{box}"]]
        set_box(0, box, *numbers)(pdf)
    shift = f"1 0 0 1 {-BLEED:.4f} {-BLEED:.4f} cm"
    pdf.pages[0].contents_add(shift.encode(), prepend=True)


def nothing(_: Pdf) -> None:
    """Leave a file as it is."""
