"""Setting text in a slot: paragraphs in, lines of glyphs out, standing where the slot says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from paroll.finding import Span
from paroll.layout.galley import Divide, Galley, Piece, broken, glyph_runs, set_galley
from paroll.layout.ties import tie_last_word, tied_runs
from paroll.layout.typecase import Typecase
from paroll.sheet import Align, Anchor, Family, GlyphRun, Line, Paragraph, Run, Slot, Style, Text
from paroll.units import Box, Emu

MEASURE = 0.998
"""The part of a slot's width that lines are filled to. LibreOffice was measured to need between
0.2 % less and 0.25 % more width than HarfBuzz finds (18 pt and up), as it rounds positions; set
without kerning, as PowerPoint is said to set fonts that kern by GPOS alone, the median line of
our decks is 0.2 % wider. What falls between is caught by `SAFETY`."""

SAFETY = 0.98
"""How much narrower a slot on a slide may be without the text outgrowing it: PowerPoint may set
a line a little wider than HarfBuzz (it forms no ligatures, and kerns by its own rules), and must
not get more lines than there is room for."""

FOOT = 0.2
"""How far above the foot of its line a baseline stands, as a part of the size. LibreOffice sets
exact line spacing so for any font (measured with six, whatever their descent)."""

SHORT_LAST_WORD = 0.22
"""A last line narrower than this part of the measure is a word left alone."""


Lines = tuple[tuple[Galley, Piece], ...]


class _Block(NamedTuple):
    """A paragraph broken into lines."""

    paragraph: Paragraph
    style: Style
    lines: Lines

    @property
    def height(self) -> Emu:
        return len(self.lines) * self.style.leading


def set_text(
    case: Typecase,
    slot: Slot,
    paragraphs: Sequence[Paragraph],
    *,
    span: Span | None = None,
    divide: Divide | None = None,
) -> Text:
    """Set `paragraphs` in `slot`. The text may be larger than the slot: see `fits`.

    Words of running text are divided as `divide` allows; headings never are.
    """
    blocks = [_block(case, paragraph, slot, divide) for paragraph in paragraphs]
    height = _height(blocks)
    top = slot.box.y + _offset(slot.anchor, slot.box.h - height)
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        top += block.style.before if index else 0
        lines.extend(_stand(case, block, slot.box, top))
        top += block.height
    return Text(slot, tuple(block.paragraph for block in blocks), tuple(lines), height, span)


def inside(text: Text) -> bool:
    """Say whether the lines of `text` stand inside its slot."""
    box = text.slot.box
    return text.height <= box.h and all(line.width <= box.w for line in text.lines)


def fits(case: Typecase, text: Text) -> bool:
    """Say whether `text` stands inside its slot, and in one `SAFETY` times as wide."""
    if not inside(text):
        return False
    box = text.slot.box
    narrow = text.slot._replace(box=box._replace(w=round(box.w * SAFETY)))
    return inside(set_text(case, narrow, text.paragraphs))


def count_lines(case: Typecase, slot: Slot, paragraph: Paragraph, divide: Divide | None) -> int:
    """Return how many lines `paragraph` takes in `slot`."""
    return len(_block(case, paragraph, slot, divide).lines)


def parted(
    case: Typecase, slot: Slot, paragraph: Paragraph, line: int, divide: Divide | None
) -> tuple[Paragraph, Paragraph] | None:
    """Part `paragraph` after `line` lines, or return None where a word or a line break would be.

    Both parts break as the whole did, since lines are filled greedily.
    """
    block = _block(case, paragraph, slot, divide)
    galley, piece = block.lines[line - 1]
    if piece.divided or any(other is not galley for other, _ in block.lines):
        return None
    first, second = _cut(block.paragraph.runs, piece.end)
    return (
        block.paragraph._replace(runs=first),
        block.paragraph._replace(runs=second, marker=""),
    )


def _cut(runs: Sequence[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Divide runs at a character; the space there goes."""
    first, second, start = [], [], 0
    for run in runs:
        offset = min(max(at - start, 0), len(run.text))
        first.append(run._replace(text=run.text[:offset]))
        second.append(run._replace(text=run.text[offset:]))
        start += len(run.text)
    kept = [run for run in second if run.text]
    kept[0] = kept[0]._replace(text=kept[0].text.lstrip(" "))
    return tuple(run for run in first if run.text), tuple(kept)


def widest(case: Typecase, style: Style, lines: Sequence[str]) -> Emu:
    """Return the advance of the widest of `lines` set in `style`."""
    return max(round(set_galley(case, (Run(line),), style).at[-1]) for line in lines)


def _block(case: Typecase, paragraph: Paragraph, slot: Slot, divide: Divide | None) -> _Block:
    style = slot.levels[paragraph.level]
    measure = round((slot.box.w - style.indent) * MEASURE)
    display = style.face.family is Family.HEADING
    runs = tied_runs(paragraph.runs, display=display)
    divide = None if display else divide
    lines = _lines(case, runs, style, measure, divide)
    if len(lines) > 1 and _lone(*lines[-1], measure):
        tied = tie_last_word(runs)
        if tied and len(again := _lines(case, tied, style, measure, divide)) == len(lines):
            runs, lines = tied, again
    return _Block(paragraph._replace(runs=runs), style, lines)


def _lone(galley: Galley, piece: Piece, measure: Emu) -> bool:
    last = galley.text[piece.start : piece.end]
    return " " not in last.strip() and galley.width(piece) < SHORT_LAST_WORD * measure


def _lines(
    case: Typecase, runs: tuple[Run, ...], style: Style, measure: Emu, divide: Divide | None
) -> Lines:
    key = (runs, style.face, style.size, measure, divide)
    lines = case.broken.get(key)
    if lines is None:
        galleys = (set_galley(case, part, style) for part in _parts(runs))
        lines = tuple((g, piece) for g in galleys for piece in broken(g, measure, divide))
        case.broken[key] = lines
    return lines


def _parts(runs: Sequence[Run]) -> list[list[Run]]:
    """Split runs at the line breaks the author asked for."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        parts[-1].append(run._replace(text=first))
        parts.extend([run._replace(text=text)] for text in rest)
    return parts


def _offset(anchor: Anchor, free: Emu) -> Emu:
    return {Anchor.TOP: 0, Anchor.MIDDLE: free // 2, Anchor.BOTTOM: free}[anchor]


def _height(blocks: Sequence[_Block]) -> Emu:
    return sum(block.height for block in blocks) + sum(b.style.before for b in blocks[1:])


def _stand(case: Typecase, block: _Block, box: Box, top: Emu) -> list[Line]:
    """Place lines by exact spacing: see `FOOT`."""
    style = block.style
    descent = round(FOOT * style.size)
    lines = []
    for index, (galley, piece) in enumerate(block.lines):
        y = top + (index + 1) * style.leading - descent
        width = round(galley.width(piece))
        free = box.w - style.indent - width
        x = box.x + style.indent + (free if style.align is Align.RIGHT else 0)
        runs = glyph_runs(galley, piece, x, style)
        if index == 0 and block.paragraph.marker:
            runs = (*_marker(case, block.paragraph.marker, style, box.x), *runs)
        lines.append(Line(y, style.indent + width, runs))
    return lines


def _marker(case: Typecase, text: str, style: Style, x: Emu) -> tuple[GlyphRun, ...]:
    marker = style.marker
    if marker is None:
        return ()
    face = case.at_hand(marker.face)
    return (GlyphRun(face, marker.size, marker.colour, x, case.glyphs(face, text)),)
