"""Checks of what is printed: what a shop would call about before it goes on a press."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import chain

from paroll.brand.model import COLOURS, Brand, Ink
from paroll.finding import Finding, Rule, Severity, Span
from paroll.printers import Printer, Standard
from paroll.sheet import Colour, Document, GlyphRun, Mark, Picture, Shape, Text, inks
from paroll.source import shortened
from paroll.units import Emu, pt, to_pt

SMALL = pt(9)
"""Below this size text of several inks shows when a plate is off by a tenth of a millimetre."""
MOST_INKS, COUNTS = 2, 10
"""How many inks small text may be made of; less than 10 per cent of one is too pale to show."""
HALF_CLEAR, MUCH = range(32, 224), 0.02
"""Levels of transparency (of 255) that are neither there nor not, and how much of it is an edge."""

TOO_MUCH = Rule(
    "S320",
    Severity.ERROR,
    "a brand colour takes more ink than the printer's paper",
    "Cyan, magenta, yellow and black together may not pass the ink limit of the printer profile: "
    "on uncoated paper and newsprint less ink dries than on coated paper.",
    bad='dark: {screen: "#2E0A0E", cmyk: [40, 90, 70, 80]}',
    good='dark: {screen: "#2E0A0E", cmyk: [20, 75, 50, 88]}',
)
MANY_INKS = Rule(
    "S321",
    Severity.WARNING,
    "small text is printed in three or four inks",
    "Below 9 points the strokes of letters are so thin that it shows when a plate is a tenth of a "
    "millimetre off. Text in one or two inks stays sharp, in more of them it gets coloured edges.",
    bad='strong: {screen: "#8E1B22", cmyk: [20, 100, 95, 34]}',
    good='strong: {screen: "#8E1B22", cmyk: [0, 95, 75, 46]}',
)
TOO_SMALL = Rule(
    "S322",
    Severity.WARNING,
    "type is smaller than the printer prints well",
    "Each printer profile has a smallest type: on paper that soaks up ink, and from toner, thin "
    "strokes fill in or break.",
)
HARD_EDGE = Rule(
    "S323",
    Severity.WARNING,
    "half-transparent picture for a printer that takes none",
    "PDF/X-1a knows no transparency. A picture that is cut out is printed with a sharp edge; "
    "shadows and veils, which are half there, are printed in full or not at all.",
)
RULES = (TOO_MUCH, MANY_INKS, TOO_SMALL, HARD_EDGE)


def check_print(document: Document, brand: Brand, printer: Printer) -> Iterator[Finding]:
    """Yield what `printer` would call about in `document`, which is set in `brand`."""
    marks = tuple(inks(_marks(document)))
    yield from _heavy(dict.fromkeys(_colours(document, marks)), brand, printer)
    seen: set[tuple[Colour, Emu]] = set()
    for text in (mark for mark in marks if isinstance(mark, Text)):
        for run in (run for line in text.lines for run in line.runs):
            if (run.colour, run.size) not in seen:
                seen.add((run.colour, run.size))
                yield from _judged(run, text.span or brand.span, brand.colours[run.colour], printer)
    if printer.standard is Standard.X1A:
        yield from _half_clear(marks, brand)


def check_colours(brand: Brand, printer: Printer) -> Iterator[Finding]:
    """Yield the colours of `brand` that take more ink than `printer` allows, used or not."""
    yield from _heavy(dict.fromkeys(COLOURS), brand, printer)


def _marks(document: Document) -> Iterator[Mark]:
    layouts = dict.fromkeys(sheet.layout for sheet in document.sheets)
    yield from chain.from_iterable(layout.furniture for layout in layouts)
    yield from chain.from_iterable(sheet.content for sheet in document.sheets)


def _colours(document: Document, marks: tuple[Mark, ...]) -> Iterator[Colour]:
    yield from (sheet.layout.ground for sheet in document.sheets)
    for mark in marks:
        if isinstance(mark, Shape):
            yield mark.fill
        elif isinstance(mark, Text):
            yield from (run.colour for line in mark.lines for run in line.runs)


def _heavy(used: dict[Colour, None], brand: Brand, printer: Printer) -> Iterator[Finding]:
    for colour in used:
        ink = brand.colours[colour]
        total = sum(ink.cmyk)
        if total > printer.ink_limit and not ink.spot:
            message = f"`{colour}` takes {total:g} % of ink; `{printer.name}` takes "
            hint = "replace equal parts of cyan, magenta and yellow by black, in the brand kit"
            yield TOO_MUCH.at(brand.span, f"{message}{printer.ink_limit:g} %", hint)


def _judged(run: GlyphRun, span: Span, ink: Ink, printer: Printer) -> Iterator[Finding]:
    """Yield what is wrong with text of one colour and size, seen at its first run."""
    said = shortened("".join(glyph.text for glyph in run.glyphs))
    size = f"{to_pt(run.size):g} pt"
    strong = [part for part in ink.cmyk if part >= COUNTS]
    if run.size < SMALL and len(strong) > MOST_INKS and not ink.spot:
        message = f"“{said}” of {size} is printed in {len(strong)} inks: `{run.colour}`"
        hint = "mix the colour from two inks, or from two and a little black"
        yield MANY_INKS.at(span, message, hint)
    if run.size < printer.least_type:
        least = f"{to_pt(printer.least_type):g} pt"
        message = f"“{said}” has {size}; `{printer.name}` prints from {least} on"
        yield TOO_SMALL.at(span, message, "shorten the text, or print it on smoother paper")


def _half_clear(marks: tuple[Mark, ...], brand: Brand) -> Iterator[Finding]:
    for data, mark in {mark.data: mark for mark in marks if isinstance(mark, Picture)}.items():
        if not mark.areas and _is_half_clear(data):
            message = "a picture is half-transparent in places"
            hint = "save it on a ground, or choose a printer that takes PDF/X-4"
            yield HARD_EDGE.at(mark.span or brand.span, message, hint)


def _is_half_clear(data: bytes) -> bool:
    """Say whether more of a picture than its edges is neither there nor not."""
    from PIL import Image  # noqa: PLC0415  (only pictures for old machines are looked into)

    with Image.open(BytesIO(data)) as image:
        if not image.has_transparency_data:
            return False
        levels = image.convert("RGBA").getchannel("A").histogram()
    return sum(levels[level] for level in HALF_CLEAR) > MUCH * sum(levels)
