"""The brand's fonts inside a deck: which of them it carries, and how it says so.

A deck names them in four places (ECMA-376 part 1, 15.2.13 and 19.2.1.9): a part for each file,
its media type, a relationship from the presentation, and the list there that says which face of
which family it is. PowerPoint wants each family in that list once ([MS-OI29500] 2.1.1133).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from paroll.brand.fonts import NO_SUBSETTING, licence
from paroll.brand.model import Brand, FontFile, Fonts
from paroll.paint.pptx.eot import container
from paroll.paint.pptx.package import Part, Relationship
from paroll.paint.pptx.xml import tag
from paroll.sheet import Document, Face, Slot, Text, texts
from paroll.tuples import NamedTuple

FOLDER = "ppt/fonts/"
_MEDIA_TYPE = "application/x-fontdata"
_FACES = {
    "regular": (False, False),
    "bold": (True, False),
    "italic": (False, True),
    "boldItalic": (True, True),
}
"""How the list calls the faces of a family, in the order of the schema."""
_BLOCK = 8
_LATIN_AND_PUNCTUATION = (0x00, 0x01, 0x20)


class Carried(NamedTuple):
    """A face as a deck carries it: its family, what the list calls it, its part's bytes."""

    family: str
    face: str
    data: bytes


class Embedding(NamedTuple):
    """The faces a deck carries, family by family; `subset` says if letters were left out."""

    faces: tuple[Carried, ...] = ()
    subset: bool = False

    def parts(self) -> Iterator[Part]:
        """Yield a part for each face."""
        for number, carried in enumerate(self.faces, 1):
            yield Part(_name(number), _MEDIA_TYPE, carried.data, lasts=True)

    def relationships(self) -> Iterator[Relationship]:
        """Yield the presentation's relationship to each part."""
        return (Relationship("font", _name(number)) for number in range(1, len(self.faces) + 1))

    def attributes(self) -> dict[str, bool]:
        """Return what the presentation says of its fonts; nothing if it has none."""
        said = {"embedTrueTypeFonts": True, "saveSubsetFonts": True}
        return dict(list(said.items())[: len(self.faces) and 1 + self.subset])

    def listing(self, first: int) -> str:
        """Return the list of embedded fonts, whose relationships are numbered from `first`."""
        families: dict[str, list[str]] = {}
        for number, (family, face, _) in enumerate(self.faces, first):
            families.setdefault(family, []).append(tag(f"p:{face}", r_id=f"rId{number}"))
        entries = (
            tag("p:embeddedFont", tag("p:font", typeface=family), *faces)
            for family, faces in families.items()
        )
        return tag("p:embeddedFontLst", *entries) if families else ""


def embedding(document: Document, brand: Brand) -> Embedding:
    """Return what `document` carries of the fonts of `brand`, as the kit asks for it.

    `used` leaves out faces no text or layout is set in, and blocks of 256 characters of which
    none is used: whole alphabets stay, so that the deck can be typed on in its own language.
    """
    match brand.fonts:
        case Fonts.FULL:
            return _full(brand)
        case Fonts.USED:
            return _used(brand, frozenset(_faces(document)), frozenset(_blocks(document)))
        case Fonts.NONE:
            return Embedding()


@lru_cache(maxsize=8)
def _full(brand: Brand) -> Embedding:
    return Embedding(tuple(_carried(brand, brand.faces, frozenset())))


@lru_cache(maxsize=8)
def _used(brand: Brand, faces: frozenset[Face], blocks: frozenset[int]) -> Embedding:
    """Return the faces used and the regular of each family: bold alone is no family to Windows."""
    kept = {face for face in brand.faces if face in faces or face == Face(face.family)}
    whole = tuple(_carried(brand, kept, frozenset()))
    cut = tuple(_carried(brand, kept, blocks))
    return Embedding(cut, subset=cut != whole)


def _carried(brand: Brand, faces: Iterable[Face], blocks: frozenset[int]) -> Iterator[Carried]:
    """Yield `faces` in the order of the list; of two families by one name there is one entry."""
    files: dict[str, dict[tuple[bool, bool], FontFile]] = {}
    for face in sorted(faces):
        family = files.setdefault(brand.families[face.family].name, {})
        family.setdefault((face.bold, face.italic), brand.faces[face])
    for name, family in sorted(files.items()):
        for called, style in _FACES.items():
            if style in family:
                yield Carried(name, called, container(_cut(family[style].data, blocks)))


def _cut(font: bytes, blocks: frozenset[int]) -> bytes:
    """Return `font` with the characters of `blocks` only; whole if it may not be cut.

    What it says of itself and how it shapes and kerns stays.
    """
    if not blocks or licence(font) & NO_SUBSETTING:
        return font
    import uharfbuzz as hb  # noqa: PLC0415  (layout has it by now; decks read back have not)

    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.flags = (
        hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NAME_LEGACY
        | hb.SubsetFlags.NO_PRUNE_UNICODE_RANGES
    )
    wanted.glyph_set.clear()
    wanted.unicode_set.clear()
    wanted.unicode_set.update(
        chain.from_iterable(range(b << _BLOCK, b + 1 << _BLOCK) for b in sorted(blocks))
    )
    data: bytes = wanted.subset(hb.Face(font)).blob.data
    return data


def _faces(document: Document) -> Iterator[Face]:
    """Yield the faces that texts are set in, and those in which layouts set what is added."""
    for text in _texts(document):
        yield from (run.face for line in text.lines for run in line.runs)
    for slot in _slots(document):
        for style in slot.levels:
            yield style.face
            if style.marker:
                yield style.marker.face


def _blocks(document: Document) -> Iterator[int]:
    yield from _LATIN_AND_PUNCTUATION
    said = {text.text for text in _texts(document)}
    said.update(line.text for text in _texts(document) for line in text.lines)
    said.update(slot.prompt for slot in _slots(document))
    said.update(sheet.notes for sheet in document.sheets)
    yield from {ord(letter) >> _BLOCK for text in said for letter in text}


def _texts(document: Document) -> Iterator[Text]:
    furniture = (layout.furniture for layout in document.layouts)
    content = (sheet.content for sheet in document.sheets)
    return texts(chain.from_iterable(chain(furniture, content)))


def _slots(document: Document) -> Iterator[Slot]:
    return chain.from_iterable(layout.slots for layout in document.layouts)


def _name(number: int) -> str:
    return f"{FOLDER}font{number}.fntdata"
