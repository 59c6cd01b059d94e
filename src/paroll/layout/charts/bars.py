"""Bars that lie: one below another, side by side in groups, or end to end in one."""

from __future__ import annotations

from collections.abc import Iterator

from paroll.layout.charts import labels
from paroll.layout.charts.figures import Amount, Drawn, Job, Misfit
from paroll.layout.charts.key import KEY_GAP, crowded, key_height, set_key, set_unit
from paroll.layout.charts.limits import FULL
from paroll.layout.charts.runs import Bar, run
from paroll.layout.charts.scale import Reach, Scale, fitted
from paroll.sheet import Align, Axes, ChartForm, Label, Place, Shape, Style, Text
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

GAP = 0.61
"""The space between bars as a part of their thickness."""
GROUP_GAP = 0.55
"""The space between groups of bars, likewise."""
WITHIN = 0.08
"""The space between bars of a group, likewise."""
THICKEST, THICKEST_OF_GROUP = pt(44), pt(30)
"""How thick bars are at most beside labels of `USUAL` height; thicker in proportion to larger ones.
"""
USUAL = pt(24)
NAMES = 0.4
"""The most of the width that names may take."""
ASIDE = pt(10)
"""The space between names and bars."""
NEAR = pt(6)
"""The space between a bar and its label."""
LINE = pt(1)
RIM = pt(1.5)
LOW = 0.68
"""How thick a bar is at least beside its label, as a part of the label's height."""
LEAST_LENGTH = 0.2
"""The least part of the width that bars may take: less, and names of series go into a key."""


class _Rows(NamedTuple):
    """How the rows stand: where names end and bars begin, the pitch of rows, the thickness."""

    names: Emu
    pitch: float
    thick: float
    gap: int


def draw(whole: Job) -> Drawn | Misfit:
    """Draw bars one below another."""
    for job, keyed in _ways(whole):
        rows = _rows(job, keyed)
        if keyed and (wide := crowded(job)):
            return wide
        if not isinstance(rows, _Rows):
            return rows
        drawn = _stacked(job, rows, keyed) if _stacks(job) else _beside(job, rows, keyed)
        if isinstance(drawn, Drawn):
            return drawn
    return drawn


def _ways(job: Job) -> Iterator[tuple[Job, bool]]:
    """Yield ways to name series, best first: at the bars of the first row, in a key.

    Where parts are too narrow for their unit, it stands once, behind the key.
    """
    if job.figures.lone:
        yield job, False
        return
    first = [strand.values[0] for strand in job.figures.strands]
    if all(first) if _stacks(job) else None not in first:
        yield job, False
    yield job, True
    if _stacks(job) and job.figures.unit:
        yield job._replace(figures=job.figures.bare), True


def _stacks(job: Job) -> bool:
    return job.figures.form is ChartForm.STACKED


def _rows(job: Job, keyed: bool) -> _Rows | Misfit:
    """Divide the height between the rows, and the width between names and bars."""
    figures, room = job.figures, job.room
    bars = 1 if _stacks(job) else len(figures.strands)
    gap = GAP if bars == 1 else GROUP_GAP
    share = bars + WITHIN * (bars - 1) + gap
    height = room.h - (key_height(job) + KEY_GAP if keyed else 0)
    thickest = scaled(job, THICKEST if bars == 1 else THICKEST_OF_GROUP)
    pitch = min(height / len(figures.categories), thickest * share)
    column = _names(job, pitch)
    if not isinstance(column, labels.Column):
        return column
    largest = max(job.quiet.leading, job.loud.leading)
    alone = bars == 1 and not _stacks(job)
    least = max(column.lines * job.names.leading + pt(4), largest * share * (LOW if alone else 1))
    if pitch < least:
        return _too_many(job, int(height / least), "rows")
    return _Rows(column.width, pitch, pitch / share, round(gap * 100))


def scaled(job: Job, most: Emu) -> float:
    """Return how thick bars may be beside labels of the job's size."""
    return most * max(1, job.loud.leading / USUAL)


def _too_many(job: Job, fitting: int, what: str) -> Misfit:
    figures = job.figures
    last = figures.categories[min(fitting, len(figures.categories) - 1)]
    message = (
        f"the chart has {len(figures.categories)} {what}; "
        f"there is room for {fitting} that can be read from the last row"
    )
    return FULL.at(last.span, message, "show fewer, or join the small ones into one")


def _names(job: Job, pitch: float) -> labels.Column | Misfit:
    """Return the width of the names; those that are too wide stand on two lines."""
    most = round(job.room.w * NAMES)
    case, style = job.case, job.names
    natural = max(labels.width(case, style, name.text) for name in job.figures.categories)
    if natural <= most:
        return labels.Column(natural, 1)
    fitting = max(1, int(pitch // style.leading))
    allowed = min(2, fitting)
    lines = {n: labels.lines_at(case, style, n.text, most) for n in job.figures.categories}
    for category, count in lines.items():
        if not 0 < count <= allowed:
            box = Box(0, 0, most, allowed * style.leading)
            return labels.too_long(style, category.text, box, category.span)
    return labels.Column(most, max(lines.values()))


def _beside(job: Job, rows: _Rows, keyed: bool) -> Drawn | Misfit:
    """Draw each value as a bar of its own from the line at zero, its label at its end."""
    figures, left = job.figures, job.room.x + rows.names + ASIDE
    named = not keyed and not figures.lone
    reaches = []
    for number, strand in enumerate(figures.strands):
        for place, amount in enumerate(strand.amounts):
            if amount.value is not None:
                style = job.value_style(number, place)
                text = _said(strand.name, amount, named and place == 0)
                reaches.append(Reach(amount.value, NEAR + labels.width(job.case, style, text)))
    scale = fitted(reaches, left, job.room.right)
    if scale is None or (named and scale.longest(reaches) < LEAST_LENGTH * job.room.w):
        return _no_room(job, left)
    return _drawn(job, rows, scale, keyed)


def _no_room(job: Job, left: Emu) -> Misfit:
    amounts = [a for strand in job.figures.strands for a in strand.amounts]
    widest = max(amounts, key=lambda a: labels.width(job.case, job.loud, a.label))
    box = Box(0, 0, (job.room.right - left) // 2, job.loud.leading)
    return labels.too_long(job.loud, widest.label, box, widest.span)


def _said(name: str, amount: Amount, named: bool) -> str:
    return f"{name} {amount.label}" if named else amount.label


def _drawn(job: Job, rows: _Rows, scale: Scale, keyed: bool) -> Drawn:
    figures = job.figures
    plot, top = _plot(job, rows, scale, keyed)
    named = not keyed and not figures.lone

    def bar(number: int, place: int, amount: Amount) -> Bar | None:
        if amount.value is None:
            return None
        y = plot.y + rows.pitch * place + rows.gap / 200 * rows.thick
        y += number * rows.thick * (1 + WITHIN)
        box = scale.bar(amount.value, round(y), round(y + rows.thick))
        style, name = job.value_style(number, place), named and place == 0
        text = _said(figures.strands[number].name, amount, name)
        label = Label(style, amount.pattern, Place.OUTSIDE, name)
        return Bar(box, _end(job, style, text, box, amount), label)

    bars, words, series = run(job, bar)
    line = Shape(Box(scale.zero - LINE // 2, plot.y, LINE, plot.h), job.quiet.colour)
    key, keys = set_key(job, top) if keyed else (None, ())
    axes = Axes(plot, scale.low, scale.high, _style(job), rows.gap, line=job.quiet.colour, key=key)
    ink = (*keys, *bars, line, *_written(job, rows, plot), *words)
    return Drawn(series, axes, ink)


def _plot(job: Job, rows: _Rows, scale: Scale, keyed: bool) -> tuple[Box, Emu]:
    """Return the box of the bars, and where all begins from above."""
    key = key_height(job) + KEY_GAP if keyed else 0
    height = round(rows.pitch * len(job.figures.categories))
    top = job.room.y + _above(job, job.room.h - key - height)
    return Box(scale.left, top + key, scale.right - scale.left, height), top


def _above(job: Job, free: Emu) -> Emu:
    return {"top": 0, "middle": free // 2, "bottom": free}[job.slot.anchor]


def _style(job: Job) -> Style:
    return job.names._replace(align=Align.RIGHT)


def _written(job: Job, rows: _Rows, plot: Box) -> list[Text]:
    """Set the names of the rows, right-aligned beside them."""
    style = _style(job)
    return [
        labels.name(
            job.case,
            style,
            category.text,
            Box(job.room.x, round(plot.y + rows.pitch * place), rows.names, round(rows.pitch)),
            category.span,
        )
        for place, category in enumerate(job.figures.categories)
    ]


def _end(job: Job, style: Style, text: str, bar: Box, amount: Amount) -> Text:
    """Set a label at the end of its bar, beyond it."""
    width = labels.width(job.case, style, text)
    beyond = amount.value is not None and amount.value < 0
    x = bar.x - NEAR - width if beyond else bar.right + NEAR
    style = style._replace(align=Align.RIGHT if beyond else Align.LEFT)
    y = bar.y + (bar.h - style.leading) // 2
    return labels.line(job.case, style, text, Box(x, y, width, style.leading), amount.span)


def _stacked(job: Job, rows: _Rows, keyed: bool) -> Drawn | Misfit:
    """Draw the values of a row end to end, each label within its part."""
    figures, left = job.figures, job.room.x + rows.names + ASIDE
    count = len(figures.categories)
    totals = [sum(s.values[n] or 0 for s in figures.strands) for n in range(count)]
    scale = Scale(left, job.room.right, left, (job.room.right - left) / max(totals))
    plot, top = _plot(job, rows, scale, keyed)
    parts = _parts(job, rows, scale, plot)
    named = not keyed
    for (number, place), box in parts.items():
        strand = figures.strands[number]
        style = _within(job, number, place)
        text = _said(strand.name, strand.amounts[place], named and place == 0)
        if labels.width(job.case, style, text) + pt(3) > box.w:
            return _too_narrow(job, strand.name, place, box.w)

    def part(number: int, place: int, amount: Amount) -> Bar | None:
        if (number, place) not in parts:
            return None
        box, style, name = parts[number, place], _within(job, number, place), named and place == 0
        text = _said(figures.strands[number].name, amount, name)
        centred = style._replace(align=Align.CENTRE)
        word = labels.line(job.case, centred, text, box, amount.span)
        return Bar(_inset(box), word, Label(style, amount.pattern, Place.INSIDE, name))

    bars, words, series = run(job, part)
    key, keys = set_key(job, top) if keyed else (None, ())
    unit = set_unit(job, key) if key else None
    axes = Axes(plot, 0, scale.high, _style(job), rows.gap, rim=job.ground, key=key, unit=unit)
    ink = (*keys, *([unit] if unit else ()), *bars, *_written(job, rows, plot), *words)
    return Drawn(series, axes, ink)


def _parts(job: Job, rows: _Rows, scale: Scale, plot: Box) -> dict[tuple[int, int], Box]:
    """Return the box of each part by its strand and category; nothing is drawn of a zero."""
    sums = [0.0] * len(job.figures.categories)
    parts = {}
    for number, strand in enumerate(job.figures.strands):
        for place, value in enumerate(strand.values):
            if value:
                y = round(plot.y + rows.pitch * place + (rows.pitch - rows.thick) / 2)
                ends = scale.at(sums[place]), scale.at(sums[place] + value)
                parts[number, place] = Box.between(ends[0], y, ends[1], y + round(rows.thick))
                sums[place] += value
    return parts


def _inset(box: Box) -> Box:
    return Box(box.x + RIM // 2, box.y + RIM // 2, box.w - RIM, box.h - RIM)


def _within(job: Job, strand: int, place: int) -> Style:
    """Return how a value is written on its own part."""
    ground = job.colours(strand)[place]
    loud = job.highlighted(strand, place) or not job.figures.highlight
    return (job.loud if loud else job.quiet)._replace(colour=job.on(ground))


def _too_narrow(job: Job, series: str, place: int, room: Emu) -> Misfit:
    category = job.figures.categories[place]
    name = f"“{series}” of “{category}”" if series else f"“{category}”"
    message = f"the part {name} is {room / pt(1):.0f} pt wide, too narrow for its label"
    hint = "join small parts into one, or use `chart: bar`"
    return FULL.at(category.span, message, hint)
