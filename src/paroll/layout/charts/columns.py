"""Columns that stand side by side, alone or in groups."""

from __future__ import annotations

from paroll.layout.charts import labels
from paroll.layout.charts.bars import GAP, GROUP_GAP, LINE, WITHIN, scaled
from paroll.layout.charts.figures import Amount, Drawn, Job, Misfit
from paroll.layout.charts.key import KEY_GAP, crowded, key_height, set_key
from paroll.layout.charts.limits import FULL
from paroll.layout.charts.runs import Bar, run
from paroll.layout.charts.scale import Reach, Scale, fitted
from paroll.sheet import Align, Axes, Label, Place, Shape, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

WIDEST, WIDEST_OF_GROUP = pt(90), pt(66)
BELOW = pt(8)
"""The space between the columns and their names."""
NEAR = pt(4)
"""The space between a column and its label."""
LEAST_HEIGHT = pt(60)
MOST_LINES = 3
"""The most lines of a name."""


class _Row(NamedTuple):
    """How columns stand: the pitch of groups, the width of a column, the lines of a name."""

    pitch: float
    wide: float
    gap: int
    lines: int


def draw(job: Job) -> Drawn | Misfit:
    """Draw columns side by side."""
    row = _row(job)
    if not isinstance(row, _Row):
        return row
    figures, room = job.figures, job.room
    misfit = _narrow(job, row) or (None if figures.lone else crowded(job))
    if misfit:
        return misfit
    top = room.y + (0 if figures.lone else key_height(job) + KEY_GAP)
    foot = room.bottom - row.lines * job.names.leading - BELOW
    reaches = [
        Reach(amount.value, NEAR + job.value_style(number, place).leading)
        for number, strand in enumerate(figures.strands)
        for place, amount in enumerate(strand.amounts)
        if amount.value is not None
    ]
    scale = fitted(reaches, 0, foot - top) if foot - top >= LEAST_HEIGHT else None
    if scale is None:
        name = max(figures.categories, key=lambda category: len(category.text))
        box = Box(0, 0, round(row.pitch), job.names.leading)
        return labels.too_long(job.names, name.text, box, name.span)
    return _drawn(job, row, scale, Box.between(room.x, top, room.right, foot))


def _row(job: Job) -> _Row | Misfit:
    figures = job.figures
    count, several = len(figures.strands), not figures.lone
    gap = GROUP_GAP if several else GAP
    share = count + WITHIN * (count - 1) + gap
    widest = scaled(job, WIDEST_OF_GROUP if several else WIDEST)
    pitch = min(job.room.w / len(figures.categories), widest * share)
    lines = {
        n: labels.lines_at(job.case, job.names, n.text, _measure(pitch)) for n in figures.categories
    }
    for category, needed in lines.items():
        if not 0 < needed <= MOST_LINES:
            return _crowded(job, category.text, pitch)
    return _Row(pitch, pitch / share, round(gap * 100), max(lines.values()))


def _measure(pitch: float) -> Emu:
    return round(pitch * 0.96)


def _crowded(job: Job, name: str, pitch: float) -> Misfit:
    """Say that a name is wider than its column, and what to do."""
    category = next(c for c in job.figures.categories if c.text == name)
    width = labels.width(job.case, job.names, name)
    message = (
        f"“{name}” is {width / pt(1):.0f} pt wide; "
        f"its column has {_measure(pitch) / pt(1):.0f} pt and {MOST_LINES} lines"
    )
    return FULL.at(category.span, message, "shorten it, or use `chart: bar`, which has more room")


def _narrow(job: Job, row: _Row) -> Misfit | None:
    """Return the first label that is wider than its column has room for."""
    figures = job.figures
    room = row.pitch * 0.98 if figures.lone else row.wide * (1 + WITHIN)
    for number, strand in enumerate(figures.strands):
        for place, amount in enumerate(strand.amounts):
            width = labels.width(job.case, job.value_style(number, place), amount.label)
            if width > room:
                fitting = int(len(figures.categories) * room / width)
                message = (
                    f"“{amount.label}” is {width / pt(1):.0f} pt wide and its column "
                    f"{room / pt(1):.0f} pt; there is room for {fitting} of "
                    f"{len(figures.categories)} categories"
                )
                hint = "show fewer, or use `chart: bar` or `chart: line`"
                return FULL.at(amount.span, message, hint)
    return None


def _drawn(job: Job, row: _Row, scale: Scale, room: Box) -> Drawn:
    figures = job.figures
    plot = room._replace(w=round(row.pitch * len(figures.categories)))

    def column(number: int, place: int, amount: Amount) -> Bar | None:
        if amount.value is None:
            return None
        x = plot.x + row.pitch * place + row.gap / 200 * row.wide
        x += number * row.wide * (1 + WITHIN)
        box = _column(scale, plot, amount.value, round(x), round(x + row.wide))
        style = job.value_style(number, place)
        label = Label(style, amount.pattern, Place.OUTSIDE)
        return Bar(box, _end(job, style, box, amount), label)

    bars, words, series = run(job, column)
    line = Shape(Box(plot.x, plot.bottom - scale.zero - LINE // 2, plot.w, LINE), job.quiet.colour)
    key, keys = (None, ()) if figures.lone else set_key(job, job.room.y)
    axes = Axes(plot, scale.low, scale.high, _style(job), row.gap, line=job.quiet.colour, key=key)
    ink = (*keys, *bars, line, *_written(job, row, plot), *words)
    return Drawn(series, axes, ink)


def _column(scale: Scale, plot: Box, value: float, left: Emu, right: Emu) -> Box:
    """Return the column of `value`: the scale counts upwards from the foot of the plot."""
    ends = sorted((plot.bottom - scale.zero, plot.bottom - scale.at(value)))
    return Box.between(left, ends[0], right, ends[1])


def _style(job: Job) -> Style:
    return job.names._replace(align=Align.CENTRE)


def _written(job: Job, row: _Row, plot: Box) -> list[Text]:
    """Set the names below the columns."""
    style, measure = _style(job), _measure(row.pitch)
    height = row.lines * style.leading
    aside = (row.pitch - measure) / 2
    return [
        labels.name(
            job.case,
            style,
            category.text,
            Box(round(plot.x + row.pitch * n + aside), plot.bottom + BELOW, measure, height),
            category.span,
        )
        for n, category in enumerate(job.figures.categories)
    ]


def _end(job: Job, style: Style, column: Box, amount: Amount) -> Text:
    """Set a label over its column, or below one that hangs."""
    width = labels.width(job.case, style, amount.label)
    below = amount.value is not None and amount.value < 0
    y = column.bottom + NEAR if below else column.y - NEAR - style.leading
    box = Box(column.x + (column.w - width) // 2, y, width, style.leading)
    centred = style._replace(align=Align.CENTRE)
    return labels.line(job.case, centred, amount.label, box, amount.span)
