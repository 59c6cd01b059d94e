"""Fonts as a PDF embeds them: the glyphs a document uses, their widths, the text they stand for."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import chain
from unicodedata import normalize

import uharfbuzz as hb

from paroll.brand.fonts import NO_SUBSETTING, licence
from paroll.brand.model import Brand, FontFile
from paroll.sheet import Document, Face, Glyph, GlyphRun, Mark, texts
from paroll.tuples import NamedTuple

# A PDF places glyphs by number, so of a font it needs the outlines and their measures alone.
_UNUSED = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "gasp", "kern", "name", "post")


class Font(NamedTuple):
    """A subset of a font file, glyph numbers kept; the whole file where its licence asks for that.

    `resource` is its name in content streams, `name` its PostScript name with the subset's tag,
    `widths` the advance of each glyph in font units, `texts` what each glyph says when copied.
    `box`, `ascent`, `descent` and `cap_height` are in font units, `slant` in degrees.
    """

    resource: str
    name: str
    units: int
    widths: Mapping[int, int]
    texts: Mapping[int, str]
    box: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    slant: float
    data: bytes


def said(glyph: Glyph) -> str:
    """Return what `glyph` says on a finished page, where spaces and hyphens break no more lines.

    The hyphen of a divided word is a plain one: pdftotext (poppler 22.12) and PDFium join
    "Västernorr-" and "land" at it, but pdftotext leaves them in two if it is U+00AD, whether by
    ToUnicode or by ActualText. A soft hyphen that divides nothing is invisible: it says nothing.
    """
    if glyph.text == "\u00ad":
        return "-" if glyph.advance else ""
    return " " if glyph.text.isspace() else glyph.text


def fonts_of(document: Document, brand: Brand) -> dict[Face, Font]:
    """Return the font of each face `document` is set in; faces of one file share one font."""
    used: dict[Face, list[Glyph]] = defaultdict(list)
    for run in _glyph_runs(document):
        used[run.face].extend(run.glyphs)
    glyphs: dict[FontFile, list[Glyph]] = defaultdict(list)
    for face in sorted(used):
        glyphs[brand.faces[face]].extend(used[face])
    fonts = {
        file: _font(f"F{number}", file, glyphs[file]) for number, file in enumerate(glyphs, start=1)
    }
    return {face: fonts[brand.faces[face]] for face in used}


def _glyph_runs(document: Document) -> Iterator[GlyphRun]:
    layouts = dict.fromkeys(sheet.layout for sheet in document.sheets)
    marks: Iterator[Mark] = chain(
        chain.from_iterable(layout.furniture for layout in layouts),
        chain.from_iterable(sheet.content for sheet in document.sheets),
    )
    for text in texts(marks):
        for line in text.lines:
            yield from line.runs


def _font(resource: str, file: FontFile, glyphs: list[Glyph]) -> Font:
    face = hb.Face(file.data)
    font = hb.Font(face)
    numbers = sorted({0, *(glyph.id for glyph in glyphs)})
    extents = font.get_font_extents("ltr")
    name = str(face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME))
    whole = bool(licence(file.data) & NO_SUBSETTING)
    return Font(
        resource=resource,
        name=name if whole else f"{_tag(numbers)}+{name}",
        units=face.upem,
        widths={number: font.get_glyph_h_advance(number) for number in numbers},
        texts=_texts(glyphs),
        box=struct.unpack_from(">4h", face.reference_table("head").data, 36),
        ascent=extents.ascender,
        descent=extents.descender,
        cap_height=font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT),
        slant=font.get_style_value(hb.StyleTag.SLANT_ANGLE),
        data=file.data if whole else _subset(face, numbers),
    )


def _texts(glyphs: list[Glyph]) -> dict[int, str]:
    """Return one text for each glyph: of several, the one that is its own NFKC, then the first."""
    candidates: dict[int, set[str]] = defaultdict(set)
    for glyph in glyphs:
        if text := said(glyph):
            candidates[glyph.id].add(text)
    return {
        number: min(candidates[number], key=lambda text: (text != normalize("NFKC", text), text))
        for number in sorted(candidates)
    }


def _tag(numbers: list[int]) -> str:
    """Return the six capitals that mark a subset (ISO 32000-1, 9.6.4), made of its glyphs."""
    value = int.from_bytes(blake2b(repr(numbers).encode(), digest_size=8).digest())
    return "".join(chr(ord("A") + value // 26**place % 26) for place in range(6))


def _subset(face: hb.Face, numbers: list[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update(numbers)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _UNUSED)
    data: bytes = wanted.subset(face).blob.data
    return data
