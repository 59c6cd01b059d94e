"""Setting text in a slot: paragraphs in, lines of glyphs out, standing where the slot says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, groupby
from operator import itemgetter

from paroll.finding import Span
from paroll.layout.galley import (
    LOOSE,
    Divide,
    Galley,
    Piece,
    broken,
    glyph_runs,
    set_galley,
    whole_words,
)
from paroll.layout.ties import tie_last_word, tied_runs
from paroll.layout.typecase import Typecase
from paroll.sheet import (
    Align,
    Anchor,
    Face,
    Family,
    Glyph,
    GlyphRun,
    Line,
    Paragraph,
    Run,
    Slot,
    Style,
    Text,
)
from paroll.tuples import NamedTuple
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

_FREE_BEFORE = {Align.LEFT: 0, Align.CENTRE: 0.5, Align.RIGHT: 1}
"""How much of the free width of a line stands before it."""

SHORT_LAST_WORD = 0.22
"""A last line narrower than this part of the measure is a word left alone."""


class Block(NamedTuple):
    """A paragraph broken into lines, and the glyphs of its number or bullet."""

    paragraph: Paragraph
    style: Style
    lines: tuple[tuple[Galley, Piece], ...]
    marker: tuple[Glyph, ...] = ()

    @property
    def height(self) -> Emu:
        """What the lines take."""
        return len(self.lines) * self.style.leading

    def parts_after(self, line: int) -> bool:
        """Say whether it can be parted after so many lines: no word is, nor a typed line break."""
        _, piece = self.lines[line - 1]
        return not piece.divided and "\n" not in self.paragraph.text


class Matter(NamedTuple):
    """Paragraphs broken for a slot, not yet placed: enough to see whether they fit."""

    slot: Slot
    blocks: tuple[Block, ...]

    @property
    def height(self) -> Emu:
        """The height of the lines with the space between paragraphs."""
        spaces = sum(block.style.before for block in self.blocks[1:])
        return spaces + sum(block.height for block in self.blocks)

    @property
    def width(self) -> Emu:
        """The width of the widest line with its indent."""
        return max((_width(b, line) for b in self.blocks for line in b.lines), default=0)

    @property
    def overwide(self) -> list[tuple[str, Block]]:
        """The lines that are wider than the slot, each with its block."""
        lines = ((line, block) for block in self.blocks for line in block.lines)
        return [
            (galley.text[piece.start : piece.end], block)
            for (galley, piece), block in lines
            if _width(block, (galley, piece)) > self.slot.box.w
        ]

    @property
    def inside(self) -> bool:
        """Whether the lines stand inside the slot."""
        return self.height <= self.slot.box.h and self.width <= self.slot.box.w


def _width(block: Block, line: tuple[Galley, Piece]) -> Emu:
    galley, piece = line
    return block.style.indent + round(galley.width(piece) * block.style.size)


def break_text(
    case: Typecase, slot: Slot, paragraphs: Sequence[Paragraph], divide: Divide | None = None
) -> Matter:
    """Break `paragraphs` into the lines they take in `slot`.

    Words are divided as `divide` allows; in headings, and in bold text, only those wider than the
    slot, and their lines are even.
    """
    return Matter(slot, tuple(break_paragraph(case, slot, p, divide) for p in paragraphs))


def smooth(matter: Matter, divide: Divide) -> Matter:
    """Return `matter` with its running text broken anew, less ragged, into as many lines.

    It takes longer than the sizes that are tried are worth: it is for what is set for good.
    """
    blocks = [_smooth(matter.slot, block, divide) for block in matter.blocks]
    return matter._replace(blocks=tuple(blocks))


def _smooth(slot: Slot, block: Block, divide: Divide) -> Block:
    from paroll.layout.evened import MOST_LINES, smoothed  # noqa: PLC0415  (only in print)

    if _headline(block.style.face):
        if len(block.lines) <= MOST_LINES:
            return block
        divide = whole_words
    measure = _measure(slot, block.style)
    lines: list[tuple[Galley, Piece]] = []
    for galley, group in groupby(block.lines, itemgetter(0)):
        pieces = [piece for _, piece in group]
        lines.extend((galley, piece) for piece in smoothed(galley, pieces, measure, divide))
    return block._replace(lines=tuple(lines))


def place(matter: Matter, span: Span | None = None) -> Text:
    """Place the lines of `matter` in its slot. They may reach beyond it: see `fits`."""
    box, height = matter.slot.box, matter.height
    top = box.y + offset(matter.slot.anchor, box.h - height)
    lines: list[Line] = []
    for index, block in enumerate(matter.blocks):
        top += block.style.before if index else 0
        lines.extend(_stand(block, box, top))
        top += block.height
    paragraphs = tuple(block.paragraph for block in matter.blocks)
    return Text(matter.slot, paragraphs, tuple(lines), height, span)


def set_text(
    case: Typecase,
    slot: Slot,
    paragraphs: Sequence[Paragraph],
    *,
    span: Span | None = None,
    divide: Divide | None = None,
) -> Text:
    """Break `paragraphs` and place them in `slot`."""
    return place(break_text(case, slot, paragraphs, divide), span)


def inside(text: Text) -> bool:
    """Say whether the lines of `text` stand inside its slot."""
    box = text.slot.box
    return text.height <= box.h and all(line.width <= box.w for line in text.lines)


def fits(case: Typecase, slot: Slot, paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether `paragraphs` stand inside `slot`, and inside one `SAFETY` times as wide.

    Where `case` has fallbacks they must stand inside `slot` in those too.
    """
    matter = break_text(case, slot, paragraphs)
    return (
        matter.inside
        and break_text(case, narrowed(slot), paragraphs).inside
        and inside_in_fallback(case, matter)
    )


def inside_in_fallback(case: Typecase, matter: Matter) -> bool:
    """Say whether `matter`, which stands inside its slot, does so without the brand's fonts too.

    If each of its lines does, it takes no more of them, since lines are filled greedily.
    """
    if not case.fallback:
        return True
    for block in matter.blocks:
        measure = _measure(matter.slot, block.style)
        for galley, (start, end, _) in block.lines:
            at = _replaced(case, galley).at
            if at[end] - at[start] > measure:
                return in_fallback(case, matter).inside
    return True


def in_fallback(case: Typecase, matter: Matter) -> Matter:
    """Return `matter` broken as it is where the brand's fonts are missing; without kerning."""
    blocks = (_in_fallback(case, matter.slot, block) for block in matter.blocks)
    return matter._replace(blocks=tuple(blocks))


def _in_fallback(case: Typecase, slot: Slot, block: Block) -> Block:
    measure = _measure(slot, block.style)
    galleys = (_replaced(case, galley) for galley, piece in block.lines if not piece.start)
    lines = ((galley, piece) for galley in galleys for piece in broken(galley, measure))
    return block._replace(lines=tuple(lines))


def _measure(slot: Slot, style: Style) -> float:
    """Return the width that lines are filled to, in ems."""
    return (slot.box.w - style.indent) * MEASURE / style.size


def _replaced(case: Typecase, galley: Galley) -> Galley:
    """Return `galley` in the widths of the fallbacks; as it is where they are not known."""
    other = case.replaced.get(id(galley))  # it is kept in `case.galleys`, and so is its id
    if other is None:
        widths = [case.fallback.get(shaped.face) for shaped in galley.pieces]
        other = galley
        if all(widths):
            runs = zip(widths, galley.pieces, strict=True)
            steps = (map(own.__getitem__, shaped.run.text) for own, shaped in runs if own)
            at = accumulate(chain.from_iterable(steps), initial=0.0)
            other = galley._replace(at=tuple(at))
        case.replaced[id(galley)] = other
    return other


def narrowed(slot: Slot) -> Slot:
    """Return `slot` as narrow as what stands in it must still fit."""
    return slot._replace(box=slot.box._replace(w=round(slot.box.w * SAFETY)))


def parted(
    case: Typecase, slot: Slot, paragraph: Paragraph, line: int, divide: Divide | None
) -> tuple[Paragraph, Paragraph] | None:
    """Part `paragraph` after `line` lines, or return None where a word or a line break would be.

    The parts take as many lines as they did in the whole, since lines are filled greedily.
    """
    block = break_paragraph(case, slot, paragraph, divide)
    if not block.parts_after(line):
        return None
    _, piece = block.lines[line - 1]
    first, second = _cut(block.paragraph.runs, piece.end)
    return block.paragraph._replace(runs=first), block.paragraph._replace(runs=second, marker="")


def _cut(runs: Sequence[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Divide runs at a character; the space there goes."""
    first, second, start = [], [], 0
    for run in runs:
        offset = min(max(at - start, 0), len(run.text))
        first.append(run._replace(text=run.text[:offset]))
        second.append(run._replace(text=run.text[offset:]))
        start += len(run.text)
    begun = next(index for index, run in enumerate(second) if run.text.strip(" "))
    second[begun] = second[begun]._replace(text=second[begun].text.lstrip(" "))
    return tuple(run for run in first if run.text), tuple(second[begun:])


def widest(case: Typecase, style: Style, lines: Sequence[str]) -> Emu:
    """Return the advance of the widest of `lines` set in `style`, or in its fallback."""
    galleys = [_galley(case, (Run(line),), style.face) for line in lines]
    if case.fallback:
        galleys += [_replaced(case, galley) for galley in galleys]
    return max(round(galley.at[-1] * style.size) for galley in galleys)


def break_paragraph(
    case: Typecase, slot: Slot, paragraph: Paragraph, divide: Divide | None = None
) -> Block:
    """Break one paragraph into the lines it takes in `slot`; a short last word gets company."""
    style = slot.levels[paragraph.level]
    # The space above it takes no part in how it is broken, and is tried most often.
    key = (paragraph, style._replace(before=0), slot.box.w, divide)
    block: Block | None = case.blocks.get(key)
    if block is None:
        measure = _measure(slot, style)
        block = case.blocks[key] = _broken(case, paragraph, style, measure, divide)
    return block if block.style is style else block._replace(style=style)


def _broken(
    case: Typecase, paragraph: Paragraph, style: Style, measure: float, divide: Divide | None
) -> Block:
    display = style.face.family is Family.HEADING
    runs = tied_runs(paragraph.runs, display=display)
    lines = _lines(case, _shown(runs, style), style.face, measure, divide)
    if len(lines) > 1 and _lone(*lines[-1], measure):
        tied = tie_last_word(runs)
        again = _lines(case, _shown(tied, style), style.face, measure, divide) if tied else ()
        if tied and len(again) == len(lines) and _stand_in(again, measure):
            runs, lines = tied, again
    marker = paragraph.marker and style.marker
    glyphs = case.glyphs(case.at_hand(marker.face), paragraph.marker) if marker else ()
    return Block(paragraph._replace(runs=runs), style, lines, glyphs)


def _stand_in(lines: Sequence[tuple[Galley, Piece]], measure: float) -> bool:
    """Say whether no line is wider than `measure`: a tie must not outgrow a narrow column."""
    return all(galley.width(piece) <= measure for galley, piece in lines)


def _shown(runs: tuple[Run, ...], style: Style) -> tuple[Run, ...]:
    """Return runs as they are seen, which may be in capitals."""
    if not style.capitals:
        return runs
    return tuple(run._replace(text=run.text.upper()) for run in runs)


def _lone(galley: Galley, piece: Piece, measure: float) -> bool:
    last = galley.text[piece.start : piece.end]
    return " " not in last.strip() and galley.width(piece) < SHORT_LAST_WORD * measure


def _lines(
    case: Typecase, runs: tuple[Run, ...], face: Face, measure: float, divide: Divide | None
) -> tuple[tuple[Galley, Piece], ...]:
    headline = _headline(face)
    loose = 0 if headline else LOOSE
    lines: list[tuple[Galley, Piece]] = []
    for galley in (_galley(case, part, face) for part in _parts(runs)):
        pieces: Sequence[Piece] = tuple(broken(galley, measure, divide, loose))
        if divide and headline:
            from paroll.layout.evened import evened  # noqa: PLC0415  (decks divide no words)

            pieces = evened(galley, pieces, measure)
        lines.extend((galley, piece) for piece in pieces)
    return tuple(lines)


def _headline(face: Face) -> bool:
    """Say whether text in `face` is set like a heading: bold text is a small one."""
    return face.family is Family.HEADING or face.bold


def galleys(case: Typecase, paragraph: Paragraph, face: Face) -> tuple[Galley, ...]:
    """Return `paragraph` unbroken, a galley for each line its author broke it into."""
    runs = tied_runs(paragraph.runs, display=face.family is Family.HEADING)
    return tuple(_galley(case, part, face) for part in _parts(runs))


def _galley(case: Typecase, runs: tuple[Run, ...], face: Face) -> Galley:
    """Shape runs, once for all the slots and sizes they are tried in."""
    galley = case.galleys.get((runs, face))
    if galley is None:
        galley = case.galleys[runs, face] = set_galley(case, runs, face)
    return galley


def _parts(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Split runs at the line breaks the author asked for."""
    if not any("\n" in run.text for run in runs):
        return [runs]
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        parts[-1].append(run._replace(text=first))
        parts.extend([run._replace(text=text)] for text in rest)
    return [tuple(part) for part in parts]


def offset(anchor: Anchor, free: Emu) -> Emu:
    """Return how far below the top of its box stands what leaves `free` of its height."""
    return {Anchor.TOP: 0, Anchor.MIDDLE: free // 2, Anchor.BOTTOM: free}[anchor]


def _stand(block: Block, box: Box, top: Emu) -> Iterator[Line]:
    """Place lines by exact spacing: see `FOOT`."""
    style = block.style
    foot = round(FOOT * style.size)
    for index, (galley, piece) in enumerate(block.lines):
        width = round(galley.width(piece) * style.size)
        free = box.w - style.indent - width
        x = box.x + style.indent + round(free * _FREE_BEFORE[style.align])
        runs = glyph_runs(galley, piece, x, style)
        if index == 0 and block.marker and style.marker:
            face, size, colour, _, at = style.marker
            runs = (GlyphRun(face, size, colour, box.x + at, block.marker), *runs)
        yield Line(top + (index + 1) * style.leading - foot, style.indent + width, runs)
