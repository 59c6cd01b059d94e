"""A highlight: a figure or a quotation on a band of its own, where a back has room for it."""

from __future__ import annotations

from paroll.compose.story import Room, Teller
from paroll.kinds.figure import Figure
from paroll.kinds.kind import paragraphs
from paroll.kinds.quote import Quote
from paroll.layout.setting import break_text, inside, place, smooth, widest
from paroll.looks.house import body_style, heading_style, whole
from paroll.looks.leaflets import PAD, Surface, highlight_palette, lowered, strip, tight
from paroll.programme.model import Section
from paroll.sheet import Anchor, Mark, Paragraph, Role, Slot, Style, Text
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm, pt

MOST = 0.3
"""How much of its surface a highlight may take."""
NUMBER_WIDTH = 0.46
"""How much of the width its number may take."""
NUMBER = 6.5
"""The size of the number at most, in sizes of the text beside it."""
SLACK = 1.03
"""How much wider than the number its slot is."""
GUTTER = mm(6)
"""The space between number and words."""
ROUND, USUAL = mm(5), mm(148)
"""The space above capitals and below the last line, to the edges of the band, on a surface of this
width. On a wider one there is more, and as much more above the band."""


class Highlight(NamedTuple):
    """A band and what stands on it; `height` is what it takes from the room above it."""

    marks: tuple[Mark, ...]
    under: tuple[Mark, ...]
    height: Emu


def highlight(
    by: Teller, surface: Surface, room: Room, section: Section, size: Emu
) -> Highlight | None:
    """Return a figure or a quotation as a band below `room`; None for what is neither.

    Its text is of `size`, as that of the story above.
    """
    palette = highlight_palette(by.house)
    # Any box that is high enough: the texts say how high the band must be.
    box = room.box._replace(h=round(surface.box.h * MOST) - 2 * PAD)
    if isinstance(section, Figure):
        texts = _figure(by, Room(box, palette), section, size)
    elif isinstance(section, Quote):
        texts = _quote(by, Room(box, palette), section, size)
    else:
        return None
    least = min(run.size for text in texts for line in text.lines for run in line.runs)
    if least < by.house.form.smallest or not all(inside(text) for text in texts):
        return None
    height = max(bottom - top for top, bottom in (_seen(by, text) for text in texts))
    around = max(ROUND, ROUND * surface.box.w // USUAL)
    foot = room.box.bottom + PAD
    top = foot - height - 2 * around
    middle = (top + foot) // 2
    marks = tuple(lowered(tight(text), middle - sum(_seen(by, text)) // 2) for text in texts)
    under = strip(by.house, surface, top, foot, palette.ground)
    return Highlight(marks, (under,), foot - top + around - ROUND)


def _seen(by: Teller, text: Text) -> tuple[Emu, Emu]:
    """Return where a text begins and ends for the eye: from its capitals to its last baseline."""
    first, last = text.lines[0], text.lines[-1]
    capitals = max(by.measure.case.metrics(r.face).cap_height * r.size for r in first.runs)
    return first.y - round(capitals), last.y


def _figure(by: Teller, room: Room, section: Figure, size: Emu) -> tuple[Text, ...]:
    """Set the number with its unit below it, and what it means beside them."""
    box, palette = room
    number, unit = _number_size(by, section, box, size)
    left = box._replace(w=round(box.w * NUMBER_WIDTH))
    styles = (
        heading_style(number, palette.heading, 0.95),
        heading_style(unit, palette.heading, 1.0),
    )
    said = paragraphs(section.figure, 0) + (paragraphs(section.unit, 1) if section.unit else ())
    one = _text(by, "Number", left, styles, said)
    width = round(max(line.width for line in one.lines) * SLACK)
    one = _text(by, "Number", left._replace(w=width), styles, said)
    right = Box.between(box.x + width + GUTTER, box.y, box.right, box.bottom)
    beside = (body_style(size, palette.body, bold=True), body_style(size, palette.body))
    meant = paragraphs(section.heading, 0) if section.heading else ()
    other = _text(by, "Meaning", right, beside, meant + paragraphs(section.text, 1))
    return one, other


def _number_size(by: Teller, section: Figure, box: Box, size: Emu) -> tuple[Emu, Emu]:
    """Return the sizes of number and unit: as wide as they may be, the number the larger."""
    unit = heading_style(pt(100), "ink")
    room = box.w * NUMBER_WIDTH * 0.98

    def most(text: str) -> Emu:
        return pt(int(100 * room / widest(by.house.case, unit, (text,))))

    number = min(round(size * NUMBER), most(section.figure.text))
    below = min(whole(size * 1.5), most(section.unit.text)) if section.unit else size
    return max(number, size), max(below, pt(1))


def _quote(by: Teller, room: Room, section: Quote, size: Emu) -> tuple[Text, ...]:
    box, palette = room
    who = ", ".join(str(value) for value in (section.name, section.office) if value)
    styles = (
        heading_style(whole(size * 1.5), palette.heading, 1.12),
        body_style(size, palette.body)._replace(before=round(size * 0.6)),
    )
    signed = paragraphs(Plain(who, section.name.span), 1)
    heading = paragraphs(section.heading, 1) if section.heading else ()
    return (_text(by, "Quote", box, styles, (*heading, *paragraphs(section.quote, 0), *signed)),)


def _text(
    by: Teller,
    name: str,
    box: Box,
    levels: tuple[Style, ...],
    said: tuple[Paragraph, ...],
) -> Text:
    slot = Slot(name, Role.BODY, box, levels, Anchor.TOP)
    matter = break_text(by.measure.case, slot, said, by.measure.divide)
    return place(smooth(matter, by.measure.divide) if by.measure.divide else matter)
