"""Chart: numbers that make one point, drawn so that it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import ClassVar

from paroll.finding import Finding, Rule, Severity
from paroll.kinds.chart_data import Data
from paroll.kinds.kind import (
    BODY,
    TITLE,
    Card,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    Passage,
    body_slot,
    fill,
    layout,
    note_of,
    paragraphs,
    title_slot,
)
from paroll.kinds.side import side_heading, side_name
from paroll.layout.charts.limits import MOST_SERIES
from paroll.layout.fit import Fill, Filling, Menu
from paroll.looks.house import BODY as FACE
from paroll.looks.house import ON_PAPER as OPEN
from paroll.looks.house import STRONG_BODY, House, body_style
from paroll.looks.stage import Mood, Stage, stage
from paroll.programme import Section, Words
from paroll.sheet import Anchor, ChartForm, Layout, Paragraph, Role, Run, Slot, Style
from paroll.source import NOWHERE, Plain, documented
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

FORM = Rule(
    "P014",
    Severity.ERROR,
    "numbers do not suit the form of chart",
    "A pie shows up to six parts of one whole, all above zero. Stacked bars show parts of several "
    "wholes, none below zero. A line needs two points or more. Numbers that are all zero make no "
    "chart, and more than four series cannot be told apart.",
    bad="chart: pie\ndata:\n  - Inkomster | 120\n  - Underskott | -4",
    good="chart: bar\ndata:\n  - Inkomster | 120\n  - Underskott | -4",
)
HIGHLIGHT = Rule(
    "P015",
    Severity.ERROR,
    "nothing in the chart has this name",
    "`highlight` names the category, or where there are several the series, that carries the "
    "strong colour while the others step back. It is written as in `data`.",
    bad="chart: bar\nhighlight: Lulea\ndata:\n  - Umeå | 41\n  - Luleå | 38",
    good="chart: bar\nhighlight: Luleå\ndata:\n  - Umeå | 41\n  - Luleå | 38",
)
RULES = (FORM, HIGHLIGHT)
MOST_SLICES = 6


class Chart(Section):
    """Numbers that make one point, as bars, columns, lines, a pie or stacked bars."""

    EXAMPLE: ClassVar[str] = """\
heading: Luleå har kortast väntetid
chart: bar
unit: dagar
highlight: Luleå
data:
  - Sundsvall | 63
  - Östersund | 58
  - Umeå | 41,5
  - Luleå | 28
text: Så länge väntar man på en höftoperation.
source: Väntetider i vården, oktober 2026
"""

    heading: Words = documented(
        "What the numbers say, as a sentence.", example="Luleå har kortast väntetid"
    )
    chart: ChartForm = documented("The form of the chart.", example="bar")
    data: Data = documented(
        "A row for each category: its name and a number for each series, with | between them. A "
        "first row without a number names the series.",
        example="- Umeå | 41,5",
    )
    unit: Plain | None = documented(
        "What the numbers count; it follows each of them.", example="dagar", default=None
    )
    highlight: Plain | None = documented(
        "The category or series that makes the point; the others step back.",
        example="Luleå",
        default=None,
    )
    text: Words | None = documented("A sentence above the chart.", default=None)
    source: Plain | None = documented(
        "Where the numbers come from.", example="SCB, 2026", default=None
    )
    alt: Plain | None = documented(
        "The chart in words, for those who do not see it; composed from the numbers if left out.",
        default=None,
    )

    def faults(self) -> Iterator[Finding]:
        """Yield why the numbers cannot be drawn in the form chosen."""
        yield from _unsuited(self)
        if self.highlight and self.highlight.text not in (names := _highlights(self)):
            hint = "write one of: " + ", ".join(names[:12])
            message = f"“{self.highlight}” is not in the chart"
            yield HIGHLIGHT.at(self.highlight.span, message, hint)


class _Step(NamedTuple):
    """A layout: sizes of values and names in points, lines of text, whether the heading is low."""

    value: float
    name: float
    lines: int
    low: bool


CHART, SOURCE = "Chart", "Source"
STEPS = ((20, 18), (18, 16), (18, 14), (14, 14))
"""Sizes of values and names, in points. What is highlighted is `LEAST_LOUD` at least."""
LINES = (1, 2, 4)
"""For how many lines of text there may be room above the chart."""
LEAST_LOUD = 18
TEXT, SMALL = 20, 14


def _unsuited(section: Chart) -> Iterator[Finding]:
    data, form = section.data, section.chart
    values = [(v, cell) for c in data.columns for v, cell in zip(c.values, c.cells, strict=True)]
    below = next((cell for value, cell in values if value is not None and value < 0), None)
    if not any(value for value, _ in values):
        yield FORM.at(data.span, "all numbers are zero", "leave the chart out")
    elif len(data.columns) > MOST_SERIES:
        message = f"the chart has {len(data.columns)} series; {MOST_SERIES} can be told apart"
        hint = "leave some out, or make two charts"
        yield FORM.at(data.columns[MOST_SERIES].name.span, message, hint)
    elif form is ChartForm.PIE:
        yield from _no_pie(data)
    elif form is ChartForm.STACKED and below:
        message = f"{below} is below zero; stacked bars show parts of a whole"
        yield FORM.at(below.span, message, "use `chart: bar`")
    elif form is ChartForm.STACKED and len(data.columns) < 2:
        message = "stacked bars have one series only"
        yield FORM.at(data.span, message, "add a series, or use `chart: bar`")
    elif form is ChartForm.LINE and len(data.names) < 2:
        yield FORM.at(data.span, "a line has one point only", "add a row, or use `chart: bar`")


def _no_pie(data: Data) -> Iterator[Finding]:
    hint = "use `chart: bar`"
    if len(data.columns) > 1:
        message = f"a pie shows one series; there are {len(data.columns)}"
        yield FORM.at(data.columns[1].name.span, message, "use `chart: stacked`")
    if len(data.names) > MOST_SLICES:
        message = f"a pie of {len(data.names)} slices cannot be read; {MOST_SLICES} can"
        yield FORM.at(data.names[MOST_SLICES].span, message, hint)
    for column in data.columns[:1]:
        for value, cell in zip(column.values, column.cells, strict=True):
            if value is None or value <= 0:
                shown = cell.text or "nothing"
                yield FORM.at(cell.span, f"a slice of {shown} cannot be drawn in a pie", hint)


def _highlights(section: Chart) -> list[str]:
    """Return what can be highlighted: one of several series, or else a category."""
    data = section.data
    return [each.text for each in (_names(data) if len(data.columns) > 1 else data.names)]


def _names(data: Data) -> list[Plain]:
    return [column.name for column in data.columns]


def menus(house: House) -> tuple[Menu, ...]:
    """Return the layouts, first those with text and source: a colleague leaves out what is not."""
    return tuple(_menu(house, text, source) for text in (True, False) for source in (True, False))


def _menu(house: House, text: bool, source: bool) -> Menu:
    heads = (True, False) if _over(stage(house, Mood.SIDE)) else (False,)
    lines = LINES if text else (0,)
    steps = [_Step(*size, n, low) for size in STEPS for n in lines for low in heads]

    def make(*step: float) -> Layout:
        value, name, count, low = step
        return _layout(house, source, _Step(value, name, int(count), bool(low)))

    return Menu(make, steps, len(steps))


def _over(side: Stage) -> bool:
    """Say whether the heading stands above the chart, so that a low one leaves room for it."""
    return side.head.bottom <= side.room.y


@lru_cache
def _layout(house: House, source: bool, step: _Step) -> Layout:
    side = stage(house, Mood.SIDE)
    heading = side_heading(house, side)
    if step.low:
        head = side.head._replace(h=round(heading.leading * 1.1))
        room = Box.between(side.room.x, head.bottom + pt(14), side.room.right, side.room.bottom)
        side = side._replace(head=head, room=room)
    text, chart, foot = _divided(side.room, step.lines, source)
    slots = [title_slot(house, side.head, heading, side.head_anchor)]
    if step.lines:
        slots.append(body_slot(house, text, (body_style(pt(TEXT), side.palette.body),)))
    slots.append(_chart_slot(house, side, chart, step))
    if source:
        small = (body_style(pt(SMALL), side.palette.quiet),)
        slots.append(body_slot(house, foot, small, Anchor.BOTTOM, SOURCE))
    about = f", {step.lines} lines of text" if step.lines > 1 else ", a line of text" * step.lines
    name = f"Chart {step.value}/{step.name}{about}"
    name += ", low heading" * step.low + ", source" * source
    return layout(side, "chart", side_name(house, name), *slots)


def _divided(room: Box, lines: int, source: bool) -> tuple[Box, Box, Box]:
    """Return the boxes of text, chart and source, one below another."""
    text = lines * body_style(pt(TEXT), "").leading
    foot = body_style(pt(SMALL), "").leading
    top = room.y + (text + pt(18) if lines else 0)
    bottom = room.bottom - (foot + pt(12) if source else 0)
    return (
        Box(room.x, room.y, room.w, text),
        Box.between(room.x, top, room.right, bottom),
        Box.between(room.x, room.bottom - foot, room.right, room.bottom),
    )


def _chart_slot(house: House, side: Stage, box: Box, step: _Step) -> Slot:
    """Return the slot of the chart: how names, values and values that matter are written."""
    value, name = step.value, step.name
    levels = (
        Style(FACE, pt(name), _leading(name), side.palette.body),
        Style(FACE, pt(value), _leading(value), side.palette.quiet),
        Style(STRONG_BODY, pt(loud := max(value, LEAST_LOUD)), _leading(loud), side.palette.body),
    )
    prompt = house.phrases.prompt_chart
    return Slot(CHART, Role.CHART, box, levels, side.room_anchor, prompt)


def _leading(size: float) -> Emu:
    return round(pt(size) * 1.2)


def drafts(section: Chart, context: Context) -> Iterable[Draft]:
    """Set the heading beside the chart, the text over it and its source below."""
    from paroll.kinds.chart_figures import filling  # noqa: PLC0415  (only with charts)

    house = context.house
    chart = filling(section, house, stage(house, Mood.SIDE).palette.ground)
    fills: dict[str, Filling] = {TITLE: fill(section.heading), CHART: chart}
    if section.text:
        fills[BODY] = fill(section.text)
    if section.source:
        fills[SOURCE] = _source(section.source, house)
    menu = _menu(house, section.text is not None, section.source is not None)
    yield Draft(menu, fills, notes=note_of(section))


def _source(source: Plain, house: House) -> Fill:
    return Fill((_sourced(source, house, 0),), source.span)


def _sourced(source: Plain, house: House, level: int) -> Paragraph:
    """Return where the numbers come from, said so unless the author did."""
    word = house.phrases.source
    said_so = source.text.lower().startswith(word.lower())
    text = source.text if said_so else f"{word} {source}"
    return Paragraph((Run(text),), level, span=source.span)


def brief(section: Chart, context: Context) -> Iterable[Group]:
    """Say the heading, and a line for each category."""
    from paroll.kinds.chart_words import spoken  # noqa: PLC0415  (only with charts)

    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    lines = (Paragraph((Run(line),), Level.UNDER, span=name.span) for name, line in spoken(section))
    words = [*paragraphs(section.heading, Level.HEADING), *text, *lines]
    if section.source:
        words.append(_sourced(section.source, context.house, Level.SMALL))
    return [tuple(words)]


def flowed(section: Chart, context: Context) -> Iterable[Passage]:
    """Set the chart in the running text, between its heading and its source."""
    from paroll.kinds.chart_figures import filling  # noqa: PLC0415  (only with charts)
    from paroll.kinds.chart_inset import ChartInset  # noqa: PLC0415

    house = context.house
    chart = filling(section, house, OPEN.ground)
    inset = ChartInset(chart, tuple(brief(section, context)), house)
    text = paragraphs(section.text, Level.TEXT) if section.text else ()
    source = (_sourced(section.source, house, Level.SMALL),) if section.source else ()
    return [(*paragraphs(section.heading, Level.HEADING), *text, inset, *source)]


def cards(section: Chart, context: Context) -> Iterable[Card]:
    """Make a picture of the chart."""
    from paroll.kinds.boards.chart import boards  # noqa: PLC0415  (only with charts)

    source = _sourced(section.source, context.house, 0) if section.source else None
    yield Card(
        fill(section.heading),
        Mood.OPEN,
        under=fill(section.text) if section.text else None,
        credit=Plain(source.text, source.span or NOWHERE) if source else None,
        boards=partial(boards, section, context.house),
    )


KIND = Kind(
    "chart",
    Chart,
    menus,
    drafts,
    brief,
    headed=True,
    beside=True,
    cards=cards,
    listed=True,
    flowed=flowed,
)
