"""What a font file must be to be set, printed and sent: read from its tables, nothing else.

Layouts are those of the OpenType specification 1.9: table directory, `OS/2`, `head`, `name`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from paroll.finding import Finding, Rule, Severity, Span
from paroll.sheet import Face

UNUSABLE = Rule(
    "B007",
    Severity.ERROR,
    "font cannot be used",
    "Fonts are static TrueType files (.ttf with a `glyf` table). PowerPoint embeds no others, and "
    "PDFs set from them look alike everywhere. OpenType files with PostScript outlines (.otf), "
    "collections, web fonts and variable fonts must be converted or fetched in another form.",
    bad="bold: fonts/Archivo[wght].ttf",
    good="bold: fonts/Archivo-Bold.ttf",
)
LOCKED = Rule(
    "B008",
    Severity.ERROR,
    "font may not be embedded",
    "The font's maker has set a flag (OS/2 fsType) that forbids to embed it, or its outlines. "
    "Print shops refuse a PDF without its fonts. `fonts: none` does not help: it is about decks.",
)
MISNAMED = Rule(
    "B009",
    Severity.WARNING,
    "font is not what the kit says",
    "The file names another family or style than the kit. PowerPoint looks fonts up by the name "
    "in the file, so slides would be shown in another font.",
    bad="italic: fonts/Archivo-Bold.ttf",
    good="italic: fonts/Archivo-Italic.ttf",
)
RULES = (UNUSABLE, LOCKED, MISNAMED)

NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2")
RESTRICTED, PREVIEW_AND_PRINT, EDITABLE = 0x0002, 0x0004, 0x0008
NO_SUBSETTING, BITMAP_ONLY = 0x0100, 0x0200
WINDOWS, ENGLISH, FAMILY, TYPOGRAPHIC_FAMILY = 3, 0x409, 1, 16
BOLD, ITALIC = 0x1, 0x2

_OTHER_SORTS = {
    b"OTTO": "it has PostScript outlines (.otf)",
    b"ttcf": "it is a collection of fonts",
    b"wOFF": "it is a web font (WOFF)",
    b"wOF2": "it is a web font (WOFF 2)",
}

Tables = Mapping[str, bytes]


def check_font(data: bytes, face: Face, family: str, span: Span) -> Iterator[Finding]:
    """Yield what keeps the font file `data` from being `face` of `family`."""
    sort = _OTHER_SORTS.get(data[:4])
    tables = None if sort else tables_of(data)
    if tables is None:
        reason = sort or "it is damaged or not a font"
        yield UNUSABLE.at(span, f"font cannot be used: {reason}", "use a static .ttf file")
        return
    missing = [name for name in NEEDED if name not in tables]
    if "fvar" in tables:
        hint = "use the static .ttf file of this style"
        yield UNUSABLE.at(span, "font cannot be used: it is variable (it has `fvar`)", hint)
    elif missing:
        message = f"font cannot be used: it lacks the table `{missing[0]}`"
        yield UNUSABLE.at(span, message, "use a static .ttf file")
    else:
        yield from _check_licence(tables, span)
        yield from _check_names(tables, face, family, span)


def tables_of(data: bytes) -> Tables | None:
    """Return the tables of a TrueType file, or `None` if it is no such file."""
    if data[:4] not in (b"\0\1\0\0", b"true") or len(data) < 12:
        return None
    (count,) = struct.unpack_from(">H", data, 4)
    if len(data) < 12 + 16 * count:
        return None
    entries = [struct.unpack_from(">4s4xII", data, 12 + 16 * n) for n in range(count)]
    if any(offset + length > len(data) for _, offset, length in entries):
        return None
    return {tag.decode("latin-1"): data[start : start + size] for tag, start, size in entries}


def licence(data: bytes) -> int:
    """Return what the maker of a TrueType font allows (OS/2 `fsType`); 0 if it is not said."""
    return _licence(tables_of(data) or {})


def classification(data: bytes) -> bytes:
    """Return the ten bytes by which a TrueType font classifies itself (OS/2 `panose`)."""
    return (tables_of(data) or {}).get("OS/2", b"").ljust(42, b"\0")[32:42]


def may_be(flags: int, use: int) -> bool:
    """Say whether `use` is the most that a font with these `fsType` flags may be embedded for.

    Of several uses, as old fonts have them, the freest counts (OpenType 1.9, `OS/2`).
    """
    return use == max(flags & each for each in (RESTRICTED, PREVIEW_AND_PRINT, EDITABLE))


def _licence(tables: Tables) -> int:
    (flags,) = struct.unpack_from(">H", tables.get("OS/2", b"").ljust(10, b"\0"), 8)
    return int(flags)


def _check_licence(tables: Tables, span: Span) -> Iterator[Finding]:
    flags, hint = _licence(tables), "ask its maker for a licence to embed it"
    if may_be(flags, RESTRICTED):
        yield LOCKED.at(span, "font may not be embedded", hint)
    elif flags & BITMAP_ONLY:
        yield LOCKED.at(span, "font may not be embedded as outlines", hint)


def _check_names(tables: Tables, face: Face, family: str, span: Span) -> Iterator[Finding]:
    (style,) = struct.unpack_from(">H", tables["head"].ljust(46, b"\0"), 44)
    is_bold, is_italic = bool(style & BOLD), bool(style & ITALIC)
    if (is_bold, is_italic) != (face.bold, face.italic):
        message = f"font calls itself {_style(is_bold, is_italic)}"
        message += f"; the kit lists it as {_style(face.bold, face.italic)}"
        yield MISNAMED.at(span, message, "list the file under its own style")
    names = naming(tables["name"])
    own = [names[number] for number in (FAMILY, TYPOGRAPHIC_FAMILY) if number in names]
    if own and family not in own:
        hint = f"write `name: {own[0]}`"
        yield MISNAMED.at(span, f"font calls its family “{own[0]}”, not “{family}”", hint)


def _style(bold: bool, italic: bool) -> str:
    return {(0, 0): "regular", (1, 0): "bold", (0, 1): "italic"}.get((bold, italic), "bold italic")


def naming(table: bytes) -> dict[int, str]:
    """Return what a font calls itself on Windows, by the number of each name; English first."""
    names: dict[int, str] = {}
    if len(table) < 6:
        return names
    count, strings = struct.unpack_from(">HH", table, 2)
    for n in range(min(count, (len(table) - 6) // 12)):
        platform, _, tongue, name, size, start = struct.unpack_from(">6H", table, 6 + 12 * n)
        if platform == WINDOWS and (tongue == ENGLISH or name not in names):
            raw = table[strings + start : strings + start + size]
            names[name] = raw.decode("utf-16-be", "replace")
    return names
