"""A leaflet's words as HTML for WeasyPrint: what `make bench` measures our print files beside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from weasyprint import HTML

from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.build.materials import MATERIALS, Copy
from paroll.build.project import Source, source
from paroll.kinds import FIELDS
from paroll.layout.typecase import Typecase
from paroll.printers import default
from paroll.programme import read_programme
from paroll.sheet import Document, Face, Sheet, Text, texts
from paroll.source import Plain
from paroll.stock import Folder
from paroll.units import to_pt

_PAGE = """\
<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
@color-profile device-cmyk {{ src: url(FOGRA39.icc); components: c, m, y, k }}
{faces}
@page {{ size: 148mm 210mm; margin: 12mm; bleed: 3mm; background: device-cmyk({back}) }}
@page :first {{ background: device-cmyk({front}) }}
section {{ hyphens: auto }}
section + section {{ break-before: page; columns: 2; column-gap: 6mm }}
p {{ margin: 0 0 2mm }}
</style></head><body>{body}</body></html>
"""


def write(programme: str, folder: str) -> None:
    """Write all that the leaflet of a programme says into a folder: page, fonts, ICC profile."""
    document, brand = _composed(programme)
    Path(folder, "leaflet.html").write_text(_html(document, brand), "utf-8")
    Path(folder, "FOGRA39.icc").write_bytes(default().condition.profile)
    for face, file in brand.faces.items():
        Path(folder, f"{_name(face)}.ttf").write_bytes(file.data)


def fill(folder: str) -> None:
    """Make the page a PDF/X-4, as somebody with a script for WeasyPrint would."""
    data = HTML(Path(folder, "leaflet.html")).write_pdf(pdf_variant="pdf/x-4")
    Path(folder, "leaflet.pdf").write_bytes(data or b"")


def make(programme: str) -> tuple[bytes, bytes]:
    """Return the leaflet of a programme for screens and as PDF/X-4, its brand kit known."""
    copy = Copy(*_composed(programme))
    return copy.screen, copy.finished


def _composed(programme: str) -> tuple[Document, Brand]:
    place = source(Path(programme))
    read, _ = read_programme(place.folder(), place.path.name, FIELDS, list(MATERIALS))
    if read is None:
        raise RuntimeError(f"{programme} cannot be read")
    brand = _brand(place, read.brand)
    document, _ = MATERIALS["leaflet-a5"].compose(read, brand, Typecase(brand.faces))
    return document, brand


_KITS: dict[str, Brand] = {}


def _brand(place: Source, name: Plain) -> Brand:
    if name.text not in _KITS:
        kit = place.kit(name.text)
        brand = kit and read_brand(Folder(kit.parent), name)[0]
        if not brand:
            raise RuntimeError(f"brand {name} cannot be read")
        _KITS[name.text] = brand
    return _KITS[name.text]


def _html(document: Document, brand: Brand) -> str:
    faces = (
        f"@font-face {{ font-family: {_name(face)}; src: url({_name(face)}.ttf) }}"
        for face in brand.faces
    )
    front, back = (_inks(brand, sheet.layout.ground) for sheet in document.sheets[:2])
    said = ("".join(_said(sheet, brand)) for sheet in document.sheets)
    return _PAGE.format(
        language=document.language,
        title=escape(document.title),
        faces="\n".join(faces),
        front=front,
        back=back,
        body="".join(f"<section>{words}</section>" for words in said),
    )


def _said(sheet: Sheet, brand: Brand) -> Iterator[str]:
    """Yield the texts of a page, each paragraph in its font, size and colour."""
    for text in texts((*sheet.layout.furniture, *sheet.content)):
        yield from _paragraphs(text, brand)


def _paragraphs(text: Text, brand: Brand) -> Iterator[str]:
    for paragraph in text.paragraphs:
        style = text.slot.levels[paragraph.level]
        look = f"font: {to_pt(style.size):g}pt/{style.leading / style.size:.2f} {_name(style.face)}"
        colour = f"color: device-cmyk({_inks(brand, style.colour)})"
        said = escape(f"{paragraph.marker} {paragraph.text}".strip())
        yield f'<p style="{look}; {colour}">{said}</p>'


def _inks(brand: Brand, colour: str) -> str:
    return " ".join(f"{part / 100:g}" for part in brand.colours[colour].cmyk)


def _name(face: Face) -> str:
    return f"{face.family}{'-bold' * face.bold}{'-italic' * face.italic}"
