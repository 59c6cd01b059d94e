"""Faults of text: inks, overprint, size, distance to the trim, letters that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.preflight.contents import rules
from paroll.preflight.contents.faults import Fault, amounts, called
from paroll.preflight.contents.grounds import Grounds, is_black, is_white
from paroll.preflight.contents.painted import Kind, Painted, Sheet, Words
from paroll.preflight.contents.spaces import PROCESS, Colour, Family
from paroll.printers import Printer
from paroll.units import EMU_PER_POINT, to_mm, to_pt

SMALL = 12.0
"""Below this many points text is small (GWG 2015, 4.10 and 4.16)."""
DARK, RICH = 0.85, 2.8
"""From how much black text counts as black, from how much of all inks as rich (GWG 2015, 4.15)."""
THIN = 2.0
"""Below this many points a line is thin."""
MORE = 2.0
"""By how many points letters of several inks, and white ones, are to be larger than others."""
_FAINT = 0.005


def text_faults(sheet: Sheet, printer: Printer) -> Iterator[Fault]:
    """Yield what is wrong with the texts inside the trim, and with thin black lines."""
    grounds = Grounds()
    for one in sheet.objects:
        if one.box.touches(sheet.trim):
            yield from _overprinting(one, grounds)
            if one.kind is Kind.TEXT and one.words is not None:
                yield from _lettering(one, one.words, sheet, printer)
                yield from _voiced(one, one.words, grounds, printer)
        grounds.lay(one)


def _lettering(one: Painted, words: Words, sheet: Sheet, printer: Printer) -> Iterator[Fault]:
    """Yield what is wrong with letters of any colour."""
    size, least = round(words.size, 1), to_pt(printer.least_type)
    if size < least:
        hint = f"make it {least:g} pt or larger"
        yield Fault(rules.SMALL_TEXT, "text is too small", hint, one.box, f"{size:g} pt")
    if words.font and words.font.is_drawn:
        message = f"text is set in drawings, the font {words.font.name}"
        yield Fault(rules.DRAWN_FONT, message, "export with TrueType or OpenType fonts", one.box)
    if words.font and words.missing is not None:
        message = f"the font {words.font.name} has no outline of a letter that is used"
        yield Fault(rules.NO_GLYPH, message, "export again, or choose another font", one.box)
    safe = sheet.trim.grown(-printer.safe / EMU_PER_POINT)
    if not one.box.within(safe, slack=_slack(words.size)):
        message = f"text is less than {to_mm(printer.safe):g} mm from the trim"
        yield Fault(rules.UNSAFE, message, "move it inwards", one.box)


def _slack(size: float) -> float:
    """Return how far the box of a text may be off: it counts descenders that may not be there."""
    return max(0.3, 0.22 * size)


def _voiced(one: Painted, words: Words, grounds: Grounds, printer: Printer) -> Iterator[Fault]:
    """Yield what is wrong with the inks of letters."""
    colour, size = one.colour, round(words.size, 1)
    if colour is None or colour.pattern is not None or colour.space.family is Family.PATTERN:
        return
    tiny = size < to_pt(printer.least_type) + MORE
    if is_white(colour):
        if tiny and grounds.is_inked(one.box):
            hint = f"make it {to_pt(printer.least_type) + MORE:g} pt or larger"
            yield Fault(rules.WHITE_TEXT, "tiny white text", hint, one.box, f"{size:g} pt")
        return
    found = {ink: amount for ink, amount in _own(colour).items() if amount >= _FAINT}
    if len(found) < 2:
        return
    total, said = sum(found.values()), called(colour)
    if found.get(PROCESS[3], 0.0) >= DARK and total > RICH:
        hint = "use black alone, K 100"
        yield Fault(rules.RICH_TEXT, f"text of {total * 100:.0f} % ink", hint, one.box, said)
    elif found.get(PROCESS[3], 0.0) >= DARK and size < SMALL:
        message = "small black text of several inks"
        said = f"{size:g} pt in {said}"
        yield Fault(rules.MIXED_BLACK, message, "use black alone, K 100", one.box, said)
    elif tiny:
        hint, said = "use one ink, or larger type", f"{size:g} pt in {said}"
        yield Fault(rules.MIXED_TEXT, "tiny text of several inks", hint, one.box, said)


def _own(colour: Colour) -> dict[str, float]:
    """Return the inks of a colour; those of screens are not known, and said elsewhere."""
    return {} if colour.space.root.size == 3 and not colour.space.root.names else amounts(colour)


def _overprinting(one: Painted, grounds: Grounds) -> Iterator[Fault]:
    """Yield what overprints and must not, and what should and does not."""
    colour = one.colour
    if colour is None or one.kind in (Kind.IMAGE, Kind.SHADING) or not colour.values:
        return
    if one.over and is_white(colour):
        message = f"white {one.kind} overprints"
        yield Fault(rules.WHITE_OVER, message, "turn overprint off for white", one.box)
    elif is_black(colour) and _is_fine(one) and not _is_overprinted(one):
        if not grounds.is_coloured(one.box):
            return
        size = one.words.size if one.words else one.thickness or 0.0
        message = f"black {one.kind} knocks out what it stands on"
        rule = rules.KNOCKED_OUT if one.kind is Kind.TEXT else rules.KNOCKED_LINE
        hint = "let black overprint, with OPM 1"
        if colour.space.family is Family.GRAY:
            rule, hint = rules.GREY_TEXT, "use K 100 of CMYK, overprinting"
        yield Fault(rule, message, hint, one.box, f"{size:.3g} pt")


def _is_fine(one: Painted) -> bool:
    """Say whether it is small text or a thin line."""
    if one.kind is Kind.TEXT:
        return one.words is not None and round(one.words.size, 1) < SMALL
    return one.thickness is not None and round(one.thickness, 3) < THIN


def _is_overprinted(one: Painted) -> bool:
    """Say whether other inks stay below it. Of CMYK that takes OPM 1, of a spot nothing more."""
    if not one.over or one.colour is None:
        return False
    family = one.colour.space.family
    if family in (Family.SEPARATION, Family.DEVICEN):
        return True
    return family is Family.CMYK and one.mode == 1
