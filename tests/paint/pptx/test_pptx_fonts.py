"""The brand's fonts inside a deck: what a reader who knows only the formats finds there."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from lxml import etree

from deck_specimen import DOCUMENT
from office import schema_faults
from paroll.brand.model import Brand, FamilyName, FontFile, Fonts
from paroll.paint import pptx
from paroll.paint.pptx.eot import container
from paroll.sheet import Face, Family
from specimens import ROOT, brand
from tools import run

NAMES = {"p": "http://schemas.openxmlformats.org/presentationml/2006/main"}
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FILES = sorted((ROOT / "brand" / "campaign" / "fonts").glob("*.ttf"))
REGULAR = Face(Family.BODY)


class Container(NamedTuple):
    """A container as its specification lays it out, and the font in it."""

    fields: dict[str, object]
    names: list[str]
    font: bytes


def opened(data: bytes) -> Container:
    """Read a container field by field; every byte must be accounted for."""
    stream = io.BytesIO(data)

    def take(form: str) -> tuple[int, ...]:
        return struct.unpack(f"<{form}", stream.read(struct.calcsize(f"<{form}")))

    size, font_size, version, flags = take("4L")
    panose = stream.read(10)
    charset, italic, weight, licence, magic = take("2BL2H")
    scripts, code_pages, (adjustment,) = take("4L"), take("2L"), take("L")
    assert take("4L") == (0, 0, 0, 0)
    names = []
    for _ in range(4):
        padding, length = take("2H")
        assert padding == 0
        names.append(stream.read(length).decode("utf-16-le"))
    assert take("2H") == (0, 0)  # padding, root string
    assert take("2L2H2L") == (0x50475342, 1252, 0, 0, 0, 0)  # checksum, code page, signature, EUDC
    assert (size, version, flags, magic) == (len(data), 0x00020002, 0, 0x504C)
    font = stream.read()
    assert len(font) == font_size
    fields = {"panose": panose, "charset": charset, "italic": italic, "weight": weight}
    fields |= {"licence": licence, "scripts": scripts, "code_pages": code_pages}
    return Container({**fields, "adjustment": adjustment}, names, font)


@cache
def kit(fonts: Fonts = Fonts.FULL) -> Brand:
    return brand()._replace(fonts=fonts)


@cache
def deck(fonts: Fonts = Fonts.FULL) -> bytes:
    return pptx.paint(DOCUMENT, kit(fonts))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def presentation(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["ppt/presentation.xml"])


def carried(data: bytes) -> Iterator[tuple[str, str, bytes]]:
    """Yield family, face and container of each font, found as a program finds it."""
    held = parts(data)
    related = etree.fromstring(held["ppt/_rels/presentation.xml.rels"])
    targets = {each.get("Id"): each for each in related}
    for entry in presentation(data).iterfind(".//p:embeddedFont", NAMES):
        font, *faces = entry
        for face in faces:
            relation = targets[face.get(RELATED)]
            assert str(relation.get("Type")).endswith("/relationships/font")
            target = str(relation.get("Target")).removeprefix("/").removeprefix("ppt/")
            yield str(font.get("typeface")), etree.QName(face).localname, held[f"ppt/{target}"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_the_header_says_what_the_font_says_of_itself(file: Path) -> None:
    held = opened(container(file.read_bytes()))
    font = TTFont(file)
    about, names = font["OS/2"], font["name"]
    assert held.font == file.read_bytes()
    assert held.names == [f"{names.getName(n, 3, 1, 0x409)}\0" for n in (1, 2, 5, 4)]
    ranges = [getattr(about, f"ulUnicodeRange{n}") for n in (1, 2, 3, 4)]
    pages = [about.ulCodePageRange1, about.ulCodePageRange2]
    assert held.fields == {
        "panose": bytes(vars(about.panose).values()),
        "charset": 1,
        "italic": about.fsSelection & 1,
        "weight": about.usWeightClass,
        "licence": about.fsType,
        "scripts": tuple(ranges),
        "code_pages": tuple(pages),
        "adjustment": font["head"].checkSumAdjustment,
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_another_s_reader_of_containers_gives_the_font_back(file: Path, tmp_path: Path) -> None:
    held, back = tmp_path / "held.eot", tmp_path / "back.ttf"
    held.write_bytes(container(file.read_bytes()))
    run("eot2ttf", held, back)
    assert back.read_bytes() == file.read_bytes()


def test_what_is_no_font_is_not_put_into_a_container() -> None:
    with pytest.raises(ValueError, match="TrueType"):
        container(b"OTTO and more")


def test_each_face_of_the_kit_stands_once_under_its_family() -> None:
    held = [(family, face) for family, face, _ in carried(deck())]
    assert held == [
        ("Archivo", "regular"),
        ("Archivo", "bold"),
        ("Archivo", "italic"),
        ("Archivo", "boldItalic"),
        ("Archivo Condensed", "regular"),
        ("Archivo Condensed", "bold"),
    ]
    by_name = {TTFont(file)["name"].getDebugName(4): file.read_bytes() for file in FILES}
    fonts = {
        opened(data).names[3].rstrip("\0"): opened(data).font for _, _, data in carried(deck())
    }
    assert fonts == by_name


def test_the_list_stands_where_the_schema_wants_it_and_says_no_panose(tmp_path: Path) -> None:
    order = [etree.QName(child).localname for child in presentation(deck())]
    place = order.index("embeddedFontLst")
    assert order[place - 1 : place + 2] == ["notesSz", "embeddedFontLst", "defaultTextStyle"]
    for font in presentation(deck()).iterfind(".//p:font", NAMES):
        assert list(font.attrib) == ["typeface"]
    assert schema_faults(deck(), tmp_path) == []


def test_fonts_are_typed_by_their_ending() -> None:
    types = parts(deck())["[Content_Types].xml"].decode()
    assert '<Default Extension="fntdata" ContentType="application/x-fontdata"/>' in types
    assert types.index("<Types") < types.index("<Default")
    assert not re.search(r'PartName="[^"]*fntdata"', types)


def test_the_presentation_says_that_it_carries_fonts_and_whether_all_of_them() -> None:
    said = {
        fonts: [presentation(deck(fonts)).get(f"{n}Fonts") for n in ("embedTrueType", "saveSubset")]
        for fonts in Fonts
    }
    assert said == {"full": ["1", None], "used": ["1", "1"], "none": [None, None]}


def test_a_deck_without_fonts_has_no_trace_of_them() -> None:
    assert not [name for name in parts(deck(Fonts.NONE)) if "font" in name]
    assert b"mbeddedFont" not in parts(deck(Fonts.NONE))["ppt/presentation.xml"]
    assert b"/font" not in parts(deck(Fonts.NONE))["ppt/_rels/presentation.xml.rels"]


def test_used_leaves_out_faces_that_nothing_is_set_in_but_no_regular() -> None:
    held = [(family, face) for family, face, _ in carried(deck(Fonts.USED))]
    assert ("Archivo", "regular") in held
    assert ("Archivo Condensed", "regular") in held
    assert ("Archivo Condensed", "bold") in held
    assert ("Archivo", "italic") not in held


def test_used_is_smaller_and_can_still_be_typed_on_in_any_latin_language() -> None:
    assert len(deck(Fonts.NONE)) < len(deck(Fonts.USED)) < len(deck())
    whole = {(family, face): opened(data).font for family, face, data in carried(deck())}
    for family, face, data in carried(deck(Fonts.USED)):
        had, has = (TTFont(io.BytesIO(f)) for f in (whole[family, face], opened(data).font))
        left = {code for code in had.getBestCmap() if code >> 8 in (0x00, 0x01, 0x20)}
        assert left <= set(has.getBestCmap())
        assert set(has.getBestCmap()) < set(had.getBestCmap())
        assert naming(has["name"]) == naming(had["name"])


def naming(table: Any) -> dict[tuple[int, int], str]:
    return {(name.nameID, name.langID): str(name) for name in table.names}


def test_a_cut_font_is_shaped_as_the_whole_one() -> None:
    whole = {(family, face): opened(data).font for family, face, data in carried(deck())}
    for family, face, data in carried(deck(Fonts.USED)):
        for text in ("AV Ta To fjord office", "Åtgärder 24/7 – ”2023”", "čáŋgŧž ÆØ łódź"):
            assert advances(opened(data).font, text) == advances(whole[family, face], text)


def advances(font: bytes, text: str) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(font)), buffer)
    return [position.x_advance for position in buffer.glyph_positions]


def test_a_letter_of_another_alphabet_brings_all_of_it() -> None:
    sheet = DOCUMENT.sheets[0]._replace(notes="Здравствуйте")
    document = DOCUMENT._replace(sheets=(sheet, *DOCUMENT.sheets[1:]))
    data = {f: d for _, f, d in carried(pptx.paint(document, cyrillic(Fonts.USED)))}["regular"]
    letters = TTFont(io.BytesIO(opened(data).font)).getBestCmap()
    assert set(map(ord, "Здравствуйте, ЩЪЁщъё")) <= set(letters)
    data = {f: d for _, f, d in carried(pptx.paint(DOCUMENT, cyrillic(Fonts.USED)))}["regular"]
    assert ord("З") not in TTFont(io.BytesIO(opened(data).font)).getBestCmap()


def cyrillic(fonts: Fonts) -> Brand:
    """Return a brand of one face, one of Archivo whose capitals stand in for Cyrillic letters."""
    font = TTFont(FILES[-1])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(range(1024, 1120), "A"))
    stream = io.BytesIO()
    font.save(stream)
    return kit(fonts)._replace(faces={REGULAR: FontFile("x.ttf", stream.getvalue())})


def test_a_font_that_may_not_be_cut_travels_whole() -> None:
    data = kit().faces[REGULAR].data
    font = TTFont(io.BytesIO(data))
    font["OS/2"].fsType = 0x0100
    stream = io.BytesIO()
    font.save(stream)
    locked = kit(Fonts.USED)._replace(faces={REGULAR: FontFile("x.ttf", stream.getvalue())})
    ((_, _, held),) = carried(pptx.paint(DOCUMENT, locked))
    assert opened(held).font == stream.getvalue()


def test_two_families_of_one_name_are_one_in_the_list() -> None:
    faces = {
        Face(Family.HEADING, bold=True): kit().faces[Face(Family.BODY, bold=True)],
        **{face: file for face, file in kit().faces.items() if face.family is Family.BODY},
    }
    families = {family: FamilyName("Archivo", "Arial") for family in Family}
    held = list(carried(pptx.paint(DOCUMENT, kit()._replace(faces=faces, families=families))))
    assert [(family, face) for family, face, _ in held] == [
        ("Archivo", face) for face in ("regular", "bold", "italic", "boldItalic")
    ]


def test_the_same_kit_read_anew_makes_the_same_bytes() -> None:
    for fonts in Fonts:
        assert pptx.paint(DOCUMENT, brand()._replace(fonts=fonts)) == deck(fonts)
