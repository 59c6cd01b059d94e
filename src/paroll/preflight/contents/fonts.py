"""Fonts of a page: how wide their glyphs are, what they say, whether their programs are there."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator

from paroll.preflight.contents.matrices import Matrix, matrix
from paroll.preflight.reading import data, entry, items, name, number, numbers, rect
from paroll.tuples import NamedTuple

USUAL = 500.0
"""The width of a glyph of which a font says nothing: half its size, as most letters are."""
MOST_BYTES = 1 << 22
LARGEST_FONT = 1 << 25
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.DOTALL
)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
LONGEST_RANGE = 65_536


class Glyph(NamedTuple):
    """A glyph as a string shows it: its code, its advance in thousandths, what it says."""

    code: int
    advance: float
    said: str
    is_space: bool
    is_missing: bool


class Outlines(NamedTuple):
    """Where the outlines of a TrueType font begin, one more than there are glyphs."""

    starts: array[int]

    def has(self, glyph: int, *, letter: bool) -> bool:
        """Say whether a glyph is there, and if it is a letter, whether it has an outline."""
        if glyph == 0 or glyph >= len(self.starts) - 1:
            return False
        return not letter or self.starts[glyph + 1] > self.starts[glyph]


def outlines(program: bytes) -> Outlines | None:
    """Read the table `loca` of a TrueType font; None if it is broken or has none."""
    count = int.from_bytes(program[4:6], "big")
    records = (program[12 + 16 * i : 28 + 16 * i] for i in range(min(count, 64)))
    tables = {
        r[:4]: (int.from_bytes(r[8:12], "big"), int.from_bytes(r[12:16], "big")) for r in records
    }
    if b"loca" not in tables or b"head" not in tables:
        return None
    start, length = tables[b"loca"]
    short = program[tables[b"head"][0] + 51 : tables[b"head"][0] + 52] == b"\0"
    starts = array("H" if short else "I")
    whole = program[start : start + length]
    starts.frombytes(whole[: len(whole) // starts.itemsize * starts.itemsize])
    if sys.byteorder == "little":
        starts.byteswap()
    return Outlines(starts) if len(starts) > 1 else None


class Font:
    """A font resource, read as far as preflight needs it."""

    def __init__(self, holder: object) -> None:
        self.holder = holder
        self.kind = name(holder, "/Subtype")
        self.is_composite = self.kind == "Type0"
        below = next(iter(items(holder, "/DescendantFonts")), None)
        self.inner = below if self.is_composite else holder
        self.name = name(holder, "/BaseFont") or name(holder, "/Name") or "without a name"
        self.is_drawn = self.kind == "Type3"
        self.matrix: Matrix = matrix(holder, "/FontMatrix")
        descriptor = entry(self.inner, "/FontDescriptor")
        self._widths = self._composite_widths() if self.is_composite else self._simple_widths()
        self._usual = self._missing(descriptor)
        self._said = to_unicode(entry(holder, "/ToUnicode"))
        self._known: dict[int, Glyph] = {}
        self._outlines: Outlines | None = None
        self._outlined = False
        self._map = b""
        self._encoding = None if self.is_composite else _encoding(entry(holder, "/Encoding"))

    @property
    def em(self) -> float:
        """How high a line of the font is in its own units: 1 for all that are no drawings."""
        if not self.is_drawn:
            return 1.0
        box = rect(self.holder, "/FontBBox")
        high = box.height if box and box.height else 1 / (abs(self.matrix[3]) or 1)
        return high * abs(self.matrix[3])

    def glyphs(self, string: bytes) -> Iterator[Glyph]:
        """Yield the glyphs that a string shows."""
        known, codes = self._known, list(string)
        if self.is_composite:
            codes = [high << 8 | low for high, low in zip(string[::2], string[1::2], strict=False)]
        for code in codes:
            if code not in known:
                known[code] = self._glyph(code)
            yield known[code]

    def _glyph(self, code: int) -> Glyph:
        scale = self.matrix[0] * 1000 if self.is_drawn else 1.0
        advance = self._widths.get(code, self._usual) * scale
        said = self._said.get(code) or self._plain(code)
        is_space = said.isspace() or said == "\u200b"
        return Glyph(code, advance, said, is_space, self._is_missing(code, said))

    def drawing(self, code: int) -> object:
        """Return the stream that draws a glyph of a Type 3 font, or None."""
        return entry(self.holder, "/CharProcs", f"/{(self._encoding or {}).get(code, '')}")

    def _is_missing(self, code: int, said: str) -> bool:
        """Say whether the program has no outline of what is shown, as far as that can be told."""
        if not self._outlined:
            self._outlines = self._read_outlines()
            self._outlined = True
        if self._outlines is None:
            return False
        return not self._outlines.has(self._number(code), letter=said.isalnum())

    def _number(self, code: int) -> int:
        return int.from_bytes(self._map[2 * code : 2 * code + 2], "big") if self._map else code

    def _read_outlines(self) -> Outlines | None:
        """Return the outlines of a TrueType font that is addressed by glyph; of no other."""
        if name(self.inner, "/Subtype") != "CIDFontType2":
            return None
        if not name(self.holder, "/Encoding").startswith("Identity"):
            return None
        self._map = data(entry(self.inner, "/CIDToGIDMap"), 1 << 17) or b""
        program = data(entry(self.inner, "/FontDescriptor", "/FontFile2"), LARGEST_FONT)
        return outlines(program) if program else None

    def _plain(self, code: int) -> str:
        """Return what a code says by the encoding alone; the most common one serves for all."""
        if self.is_composite or self.is_drawn:
            return ""
        if self._encoding and code in self._encoding:
            return " " if self._encoding[code] in ("space", "nbspace") else ""
        return bytes([code]).decode("cp1252", "replace")

    def _missing(self, descriptor: object) -> float:
        if self.is_composite:
            wide = number(self.inner, "/DW")
            return 1000.0 if wide is None else wide
        wide = number(descriptor, "/MissingWidth")
        return (wide or 0.0) if self._widths else USUAL

    def _simple_widths(self) -> dict[int, float]:
        start = int(number(self.holder, "/FirstChar") or 0)
        return {start + i: w for i, w in enumerate(numbers(self.holder, "/Widths")[:256])}

    def _composite_widths(self) -> dict[int, float]:
        """Read /W: `first [w w …]` or `first last w`, again and again."""
        widths: dict[int, float] = {}
        given = items(self.inner, "/W")
        at = 0
        while at + 1 < len(given):
            start = int(number(given[at]) or 0)
            if number(given[at + 1]) is None:
                widths.update({start + i: w for i, w in enumerate(numbers(given[at + 1]))})
                at += 2
                continue
            last = min(int(number(given[at + 1]) or 0), start + LONGEST_RANGE)
            wide = (number(given[at + 2]) or 0.0) if at + 2 < len(given) else 0.0
            widths.update(dict.fromkeys(range(start, last + 1), wide))
            at += 3
        return widths


def _encoding(value: object) -> dict[int, str]:
    """Return the glyph names by which an encoding differs from the usual."""
    names: dict[int, str] = {}
    code = 0
    for item in items(value, "/Differences"):
        if (start := number(item)) is not None:
            code = int(start)
        else:
            names[code] = name(item)
            code += 1
    return names


def to_unicode(stream: object) -> dict[int, str]:
    """Return what codes say, as the font's own map has it; what is broken in it is left out."""
    source = data(stream, MOST_BYTES)
    said: dict[int, str] = {}
    if not source:
        return said
    for block in _CHARS.findall(source):
        for code, to in _PAIR.findall(block):
            said[_code(code)] = _text(to)
    for block in _RANGES.findall(source):
        for low, high, to, each in _RANGE.findall(block):
            start = _code(low)
            many = range(start, min(_code(high), start + LONGEST_RANGE) + 1)
            if each:
                said.update(zip(many, map(_text, _HEX.findall(each)), strict=False))
            elif text := _text(to):
                last = ord(text[-1])
                said.update({c: text[:-1] + _char(last + c - start) for c in many})
    return said


def _code(hexed: bytes) -> int:
    return int(b"".join(hexed.split()) or b"0", 16)


def _char(code: int) -> str:
    return chr(code) if code < 0x110000 else "\ufffd"


def _text(hexed: bytes) -> str:
    plain = b"".join(hexed.split()).decode()
    return bytes.fromhex(plain + "0" * (len(plain) % 2)).decode("utf-16-be", "replace")
