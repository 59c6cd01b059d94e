"""Who sends it, how to reach them, and what the law wants said: set in a box of any size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from paroll.compose.house import pictured
from paroll.compose.misfit import overlong
from paroll.compose.rules import SENDER_TOO_LONG
from paroll.finding import Finding
from paroll.formats import LEAFLET_A5
from paroll.kinds.codes import Code, least_side
from paroll.kinds.kind import paragraphs, readable
from paroll.layout.galley import whole_words
from paroll.layout.setting import break_text, inside, set_text, widest
from paroll.layout.ties import NO_BREAK
from paroll.looks.house import House, Palette
from paroll.looks.senders import (
    GAP,
    IMPRINT,
    NAME,
    REACH,
    Place,
    SenderBlock,
    is_narrow,
    sender_block,
)
from paroll.programme.links import Address
from paroll.programme.model import Programme
from paroll.sheet import Mark, Paragraph, Run, Slot
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm, to_mm, to_pt

MOST_WORDS, USUAL_WIDTH = (mm(24), mm(34)), mm(75)
"""How high the words of a block may be, beyond which their type is made smaller: in one of the
usual width or more, and in the narrowest."""

# What stands at the end of a street stays with it: "Storgatan 12 B", "Box 305".
_NUMBER = re.compile(r" (?=\d[\w-]*( \w)?$)|(?<=\d) (?=\w$)")


class Sending(NamedTuple):
    """What a sender's block says: its paragraphs, and where its code leads."""

    words: tuple[Paragraph, ...]
    web: Address | None = None
    grown: float = 1

    @property
    def code(self) -> Emu:
        """How wide the code is with its quiet zone; 0 without one.

        What is read from further away than the hand has a larger code.
        """
        return round(least_side(self.web.text) * self.grown) if self.web else 0


class Signed(NamedTuple):
    """A sender's block as it stands: content, what lies under it, and what is wrong with it."""

    marks: tuple[Mark, ...]
    card: tuple[Mark, ...]
    findings: tuple[Finding, ...] = ()


def sending(programme: Programme, house: House, *, pictures: bool = True) -> Sending:
    """Return what a sender's block says; with `pictures` also who took that of the front."""
    sender = programme.sender
    grown = max(1.0, house.form.smallest / LEAFLET_A5.smallest)
    shown = pictured(programme) if pictures else None
    credit = paragraphs(shown.credit, IMPRINT) if shown and shown.credit else ()
    return Sending((*_words(programme, house), *credit), sender.web if sender else None, grown)


def _words(programme: Programme, house: House) -> Iterator[Paragraph]:
    sender, place = programme.sender, house.sender.span
    if house.sender.text:
        yield Paragraph((Run(house.sender.text),), NAME, span=place)
    street = tuple(str(line) for line in sender.address) if sender else house.brand.address
    if street:
        together = (_NUMBER.sub(NO_BREAK, line) for line in street)
        yield Paragraph((Run(", ".join(together)),), REACH, span=place)
    if sender:
        web = readable(sender.web) if sender.web else ""
        ways = [str(way) for way in (sender.phone, sender.email, web) if way]
        if ways:
            yield Paragraph(tuple(map(Run, ways)), REACH, span=place)
    for line in programme.imprint:
        yield Paragraph((Run(line.text),), IMPRINT, span=line.span)


def _in_lines(house: House, slot: Slot, words: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return `words` with the ways to reach a sender in lines as wide as `slot`.

    A dot stands between two ways, never at the end of a line.
    """
    return tuple(
        each._replace(runs=(Run(_dotted(house, slot, [run.text for run in each.runs])),))
        if each.level == REACH
        else each
        for each in words
    )


def _dotted(house: House, slot: Slot, ways: Sequence[str]) -> str:
    lines = [*ways[:1]]
    for way in ways[1:]:
        longer = f"{lines[-1]} · {way}"
        if widest(house.case, slot.levels[REACH], (longer,)) <= slot.box.w:
            lines[-1] = longer
        else:
            lines.append(way)
    return "\n".join(lines)


def height_of(house: House, said: Sending, width: Emu, palette: Palette) -> Emu:
    """Return how high a box of this `width` must be for the block in its usual size."""
    at = Place(Box(0, 0, width, 0), palette)
    block = sender_block(house, at, house.form.smallest, said.code)
    lines = _in_lines(house, block.words, said.words)
    words = break_text(house.case, block.words, lines, whole_words).height
    least, most = (round(limit * said.grown) for limit in MOST_WORDS)
    words = min(words, max(least, min(most, least * USUAL_WIDTH // block.words.box.w)))
    if said.code and is_narrow(width, said.code):
        return words + GAP + said.code
    return max(words, said.code)


def signed(house: House, said: Sending, at: Place) -> Signed:
    """Set the block in its place, its words from the format's smallest size down to its least."""
    code = said.code
    if not said.words:
        return Signed((), ())
    if code > min(at.box.w, at.box.h):
        return _without_code(house, said, at)
    for size in house.sizes(to_pt(house.form.smallest), to_pt(house.form.least)):
        block = sender_block(house, at, size, code)
        lines = _in_lines(house, block.words, said.words)
        words = set_text(house.case, block.words, lines, divide=whole_words)
        if inside(words):
            break
    marks = (words, *_code(house, said, block))
    if inside(words):
        return Signed(marks, block.card)
    too_long = overlong(house.case, block.words, lines, SENDER_TOO_LONG)
    return Signed(marks, block.card, (too_long,))


def _code(house: House, said: Sending, block: SenderBlock) -> Iterator[Mark]:
    if said.web and block.code:
        alt = house.phrases.code.format(address=readable(said.web))
        yield Code(said.web.text, alt, "ink", said.web.span).set(house.case, block.code)


def _without_code(house: House, said: Sending, at: Place) -> Signed:
    message = (
        f"the code of the web address is {to_mm(said.code):.0f} mm wide; "
        f"there is room for {to_mm(min(at.box.w, at.box.h)):.0f}"
    )
    span = said.web.span if said.web else None
    finding = SENDER_TOO_LONG.at(span, message, "use a shorter web address")
    rest = signed(house, said._replace(web=None), at)
    return rest._replace(findings=(finding, *rest.findings))
