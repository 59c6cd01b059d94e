"""Saying that slogan or sender is too long for every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from paroll.compose.misfit import excess, overlong
from paroll.compose.rules import SENDER_TOO_LONG, SLOGAN_TOO_LONG
from paroll.finding import Finding
from paroll.layout.setting import MEASURE, break_text, fits, narrowed, widest
from paroll.looks.house import SENDER, SLOGAN, House, slogan_stands
from paroll.sheet import Layout, Role, Slot, Text, texts
from paroll.source import shortened
from paroll.units import Box, to_pt


def check_furniture(house: House, layouts: Sequence[Layout]) -> list[Finding]:
    """Return what is too long in the furniture of a document's layouts, and of their footers."""
    repeated = [text for layout in layouts for text in texts(layout.furniture)]
    signed = {text.slot for text in repeated if text.slot.name == SENDER}
    signed |= {slot for layout in layouts for slot in layout.slots if slot.role is Role.FOOTER}
    return [*_slogan(house, repeated), *(_sender(house, signed) if house.sender.text else ())]


def _slogan(house: House, repeated: Sequence[Text]) -> Iterator[Finding]:
    slots = (text.slot for text in repeated if text.slot.name == SLOGAN)
    slot = next((slot for slot in slots if not slogan_stands(house, slot)), None)
    if slot:
        yield _slogan_too_long(house, narrowed(slot))


def _slogan_too_long(house: House, slot: Slot) -> Finding:
    (style,) = slot.levels
    widths = {line: widest(house.case, style, [line.text]) for line in house.slogan}
    line = max(widths, key=lambda line: widths[line])
    width, room = widths[line], round(slot.box.w * MEASURE)
    size = f"{to_pt(style.size):g} pt, the smallest size"
    if width > room:
        message = (
            f"slogan's line “{shortened(line.text)}” is {to_pt(width):.0f} pt wide at {size}; "
            f"there is room for {to_pt(room):.0f}"
        )
        lengths = range(len(line.text), 0, -1)
        standing = (n for n in lengths if widest(house.case, style, [line.text[:n]]) <= room)
        hint = f"break it into lines of at most {next(standing)} characters or so"
    else:
        lines = slot.box.h // style.leading
        message = f"slogan has {len(house.slogan)} lines; there is room for {lines} at {size}"
        hint = "write it in fewer lines"
    return SLOGAN_TOO_LONG.at(line.span, message, hint)


def _sender(house: House, slots: Iterable[Slot]) -> Iterator[Finding]:
    case, said = house.case, (house.sender_paragraph,)
    crowded = [slot for slot in sorted(slots, key=_place) if not fits(case, slot, said)]
    if crowded:
        most = max(crowded, key=lambda slot: excess(case, break_text(case, narrowed(slot), said)))
        yield overlong(case, most, said, SENDER_TOO_LONG)


def _place(slot: Slot) -> Box:
    return slot.box
