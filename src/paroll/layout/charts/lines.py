"""Lines: what happened over time, each named where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import ceil

from paroll.layout.charts import labels, strokes
from paroll.layout.charts.bars import LINE
from paroll.layout.charts.figures import Amount, Drawn, Job, Misfit, Strand
from paroll.layout.charts.limits import FULL, SOFT, STRONG
from paroll.layout.charts.strokes import Point
from paroll.sheet import (
    Align,
    Axes,
    Colour,
    Label,
    Place,
    Series,
    Shape,
    Style,
    Text,
)
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

THICK, THIN = pt(4), pt(3)
DOT = pt(10)
NEAR = pt(10)
"""The space between the end of a line and its label."""
BELOW = pt(8)
"""The space between the lowest value and the names."""
BETWEEN = pt(10)
"""The least space between two names."""
LEAST_WIDTH, LEAST_HEIGHT = pt(120), pt(70)
NEAR_ZERO = 0.6
"""If the least value is smaller than this part of the largest, the scale begins at zero."""


class _End(NamedTuple):
    """A label at an end of a line: of which strand, at which category, what it says and how."""

    strand: int
    place: int
    text: str
    style: Style
    amount: Amount


class _Field(NamedTuple):
    """Where points stand: the plot, the values at its foot and head, how many categories."""

    plot: Box
    low: float
    high: float
    places: int

    def x(self, place: int) -> Emu:
        """Return where a category stands."""
        return round(self.plot.x + self.plot.w * place / max(1, self.places - 1))

    def y(self, value: float) -> Emu:
        """Return where a value stands."""
        part = (value - self.low) / (self.high - self.low)
        return round(self.plot.bottom - self.plot.h * part)


def draw(job: Job) -> Drawn | Misfit:
    """Draw a line for each series, with values at both ends and its name at the last."""
    stacked = sum(2 * job.loud.leading for _ in job.figures.strands) <= job.room.h * 0.8
    starts, ends = _starts(job), _ends(job, stacked)
    field = _field(job, starts, ends)
    if not isinstance(field, _Field):
        return field
    every = _every(job, field)
    if every is None:
        name = max(job.figures.categories, key=lambda n: labels.width(job.case, job.names, n.text))
        box = Box(0, 0, field.plot.w // 2, job.names.leading)
        return labels.too_long(job.names, name.text, box, name.span)
    places = [_middles(job, field, some) for some in (starts, ends)]
    if any(middles is None for middles in places):
        fitting = int(field.plot.h // (job.loud.leading * (2 if stacked else 1)))
        message = f"the chart has {len(ends)} lines; there is room for the names of {fitting}"
        return FULL.at(job.figures.strands[-1].span, message, "show fewer lines")
    return _drawn(
        job, field, every, _Marked(starts, ends, places[0] or [], places[1] or [], stacked)
    )


class _Marked(NamedTuple):
    """The labels at the first and last points, and the middles of their heights."""

    starts: list[_End]
    ends: list[_End]
    starts_at: list[Emu]
    ends_at: list[Emu]
    stacked: bool


def _known(strand: Strand) -> list[int]:
    return [n for n, value in enumerate(strand.values) if value is not None]


def _starts(job: Job) -> list[_End]:
    """Return the labels of the first values: they say from where a line comes."""
    return [
        _End(n, 0, strand.amounts[0].label, _text_style(job, n, first=True), strand.amounts[0])
        for n, strand in enumerate(job.figures.strands)
        if strand.values[0] is not None and len(_known(strand)) > 1
    ]


def _ends(job: Job, stacked: bool) -> list[_End]:
    """Return the labels of the last values with the names of their series."""
    ends = []
    for n, strand in enumerate(job.figures.strands):
        place = _known(strand)[-1]
        amount = strand.amounts[place]
        named = [strand.name, amount.label] if not job.figures.lone else [amount.label]
        text = ("\n" if stacked else " ").join(named)
        ends.append(_End(n, place, text, _text_style(job, n), amount))
    return ends


def _text_style(job: Job, strand: int, *, first: bool = False) -> Style:
    """Return how a label is written: in the colour of its line, or one like it that can be read."""
    hue = job.colours(strand)[0]
    colour = "muted" if hue == SOFT else hue
    stepping = bool(job.figures.highlight) and hue != STRONG and not job.figures.lone
    style = job.quiet if first or stepping else job.loud
    return style._replace(colour=colour)


def _field(job: Job, starts: Sequence[_End], ends: Sequence[_End]) -> _Field | Misfit:
    """Return the plot that leaves room for the labels round it."""
    figures, room = job.figures, job.room
    names = [labels.width(job.case, job.names, name.text) for name in figures.categories]
    before = max([names[0] // 2, *(NEAR + _width(job, end) for end in starts)])
    after = max([names[-1] // 2, *(NEAR + _width(job, end) for end in ends)])
    over = DOT // 2
    if _marks(job):
        over = max(over, NEAR + job.loud.leading)
    over = max([over, *(_height(end) // 2 for end in (*starts, *ends))])
    plot = Box.between(
        room.x + before,
        room.y + over,
        room.right - after,
        room.bottom - BELOW - job.names.leading,
    )
    if plot.w < LEAST_WIDTH:
        longest = max(ends, key=lambda end: _width(job, end))
        words = max(longest.text.split("\n"), key=len)
        box = Box(0, 0, max(1, room.w - before - LEAST_WIDTH - NEAR), longest.style.leading)
        return labels.too_long(longest.style, words, box, figures.strands[longest.strand].span)
    if plot.h < LEAST_HEIGHT:
        name = figures.categories[0]
        return labels.too_long(job.names, name.text, Box(0, 0, plot.w, 1), name.span)
    low, high = _limits([value for strand in figures.strands for value in strand.values])
    return _Field(plot, low, high, len(figures.categories))


def _limits(values: Sequence[float | None]) -> tuple[float, float]:
    """Return the values at foot and head: from zero, unless all are far from it."""
    known = [value for value in values if value is not None]
    least, most = min(known), max(known)
    if least >= 0:
        spread = most - least
        return (least - spread * 0.4 if least > NEAR_ZERO * most and spread else 0, most or 1)
    if most <= 0:
        return least, 0
    return least, most


def _width(job: Job, end: _End) -> Emu:
    return labels.width(job.case, end.style, end.text)


def _height(end: _End) -> Emu:
    return end.style.leading * (1 + end.text.count("\n"))


def _every(job: Job, field: _Field) -> int | None:
    """Return which of the categories are named: all, or every second and so on.

    The last is named too where that can be; None if not even two stand beside each other.
    """
    widest = max(labels.width(job.case, job.names, name.text) for name in job.figures.categories)
    steps = field.places - 1
    least = ceil((widest + BETWEEN) * steps / field.plot.w)
    if least > steps:
        return None
    even = (n for n in range(max(1, least), 2 * least + 1) if steps % n == 0)
    return next(even, max(1, least))


def _middles(job: Job, field: _Field, ends: Sequence[_End]) -> list[Emu] | None:
    """Return where the labels of one side stand, moved apart."""
    wanted = [field.y(end.amount.value or 0) for end in ends]
    heights = [_height(end) for end in ends]
    return labels.apart(wanted, heights, job.room.y, field.plot.bottom + pt(4))


def _marks(job: Job) -> list[tuple[int, int]]:
    """Return the points between the ends that are marked: those of a highlighted category."""
    figures = job.figures
    names = [category.text for category in figures.categories]
    if not figures.lone or figures.highlight not in names[1:-1]:
        return []
    place = names.index(figures.highlight)
    strand = figures.strands[0]
    inside = strand.values[place] is not None and place != _known(strand)[-1]
    return [(0, place)] if inside else []


def _drawn(job: Job, field: _Field, every: int, marked: _Marked) -> Drawn | Misfit:
    figures = job.figures
    order = sorted(range(len(figures.strands)), key=lambda n: _hue(job, n) == STRONG)
    ink: list[Shape | Text] = [_axis(job, field)] if _zero(field) else []
    for n in order:
        ink += _stroke(job, field, n)
    dots = [*((end.strand, end.place) for end in marked.ends), *_marks(job)]
    ink += [_dot(job, field, strand, place) for strand, place in dots]
    ink += _named(job, field, every)
    beside = list(_at_ends(job, field, marked))
    spots: dict[int, _Spot] = {}
    for _, place in _marks(job):
        spot = _spot(job, field, place, [text.slot.box for text in beside])
        if spot is None:
            return _no_spot(job)
        spots[place] = spot
    ink += [*beside, *(_over(job, spot, place) for place, spot in spots.items())]
    series = tuple(_series(job, field, n, marked, spots) for n in range(len(figures.strands)))
    line = job.quiet.colour if _zero(field) else ""
    axes = Axes(field.plot, field.low, field.high, _style(job), every=every, line=line)
    return Drawn(series, axes, tuple(ink))


def _at_ends(job: Job, field: _Field, marked: _Marked) -> Iterator[Text]:
    """Yield the labels at the ends of the lines."""
    sides = [(-1, marked.starts, marked.starts_at), (1, marked.ends, marked.ends_at)]
    for side, ends, middles in sides:
        for end, middle in zip(ends, middles, strict=True):
            yield _beside(job, field, end, middle, side)


def _hue(job: Job, strand: int) -> Colour:
    return STRONG if job.figures.lone else job.colours(strand)[0]


def _style(job: Job) -> Style:
    return job.names._replace(align=Align.CENTRE)


def _zero(field: _Field) -> bool:
    return field.low <= 0 <= field.high


def _axis(job: Job, field: _Field) -> Shape:
    box = Box(field.plot.x, field.y(0) - LINE // 2, field.plot.w, LINE)
    return Shape(box, job.quiet.colour)


def _series(
    job: Job, field: _Field, number: int, marked: _Marked, spots: Mapping[int, _Spot]
) -> Series:
    strand, thick = job.figures.strands[number], thickness(job, number)
    own: list[Label | None] = [None] * field.places
    for place, spot in spots.items():
        style, pattern = job.loud._replace(colour=STRONG), strand.amounts[place].pattern
        own[place] = Label(style, pattern, spot.side, shift=spot.shift)
    for ends, middles, side in (
        (marked.starts, marked.starts_at, Place.LEFT),
        (marked.ends, marked.ends_at, Place.RIGHT),
    ):
        for end, middle in zip(ends, middles, strict=True):
            if end.strand == number:
                last = side is Place.RIGHT
                aside = field.plot.right - field.x(end.place) if last else 0
                shift = (aside, middle - field.y(end.amount.value or 0))
                named = last and not job.figures.lone
                own[end.place] = Label(
                    end.style, end.amount.pattern, side, named, marked.stacked, shift
                )
    return Series(
        strand.name, strand.values, (_hue(job, number),) * field.places, tuple(own), thick
    )


def _stroke(job: Job, field: _Field, number: int) -> Iterator[Shape]:
    """Draw the line of a strand."""
    return strokes.line(_points(job, field, number), thickness(job, number), _hue(job, number))


def _points(job: Job, field: _Field, number: int) -> list[Point | None]:
    values = job.figures.strands[number].values
    return [None if v is None else (field.x(n), field.y(v)) for n, v in enumerate(values)]


def thickness(job: Job, number: int) -> Emu:
    """Return how thick the line of a strand is."""
    return THICK if _hue(job, number) == STRONG else THIN


def _dot(job: Job, field: _Field, strand: int, place: int) -> Shape:
    value = job.figures.strands[strand].values[place] or 0
    return strokes.dot((field.x(place), field.y(value)), DOT, _hue(job, strand))


def _named(job: Job, field: _Field, every: int) -> Iterator[Text]:
    style = _style(job)
    for place in range(0, field.places, every):
        category = job.figures.categories[place]
        width = labels.width(job.case, style, category.text)
        top = field.plot.bottom + BELOW
        box = Box(field.x(place) - width // 2, top, width, style.leading)
        yield labels.line(job.case, style, category.text, box, category.span)


def _beside(job: Job, field: _Field, end: _End, middle: Emu, side: int) -> Text:
    """Set a label beside the plot: right of where its line ends, left of where it begins."""
    width, height = _width(job, end), _height(end)
    x = field.plot.right + NEAR if side > 0 else field.plot.x - NEAR - width
    box = Box(x, middle - height // 2, width, height)
    style = end.style._replace(align=Align.LEFT if side > 0 else Align.RIGHT)
    return labels.line(job.case, style, end.text, box, end.amount.span)


class _Spot(NamedTuple):
    """Where the label of a point between the ends stands: on which side, moved how far, its box."""

    side: Place
    shift: tuple[Emu, Emu]
    box: Box


def _spot(job: Job, field: _Field, place: int, others: Sequence[Box]) -> _Spot | None:
    """Return the nearest place above or below a point that is clear of the line and `others`."""
    amount = job.figures.strands[0].amounts[place]
    width, height = labels.width(job.case, job.loud, amount.label), job.loud.leading
    x, y = field.x(place) - width // 2, field.y(amount.value or 0)
    room = Box.between(job.room.x, job.room.y, job.room.right, field.plot.bottom)
    taken = [*others, _axis(job, field).box] if _zero(field) else others
    points = _points(job, field, 0)
    for far, aside, side in product(
        range(0, field.plot.h, pt(6)), (0, -width // 2, width // 2), (Place.ABOVE, Place.BELOW)
    ):
        shift = (aside, far if side is Place.BELOW else -far)
        usual = y + NEAR if side is Place.BELOW else y - NEAR - height
        box = Box(x + shift[0], usual + shift[1], width, height)
        free = room.contains(box) and not any(box.overlaps(other) for other in taken)
        if free and strokes.clear(points, box, THICK):
            return _Spot(side, shift, box)
    return None


def _no_spot(job: Job) -> Misfit:
    (_, place) = _marks(job)[0]
    category = job.figures.categories[place]
    message = f"the label of “{category}” stands nowhere clear of its line"
    return FULL.at(category.span, message, "leave out `highlight`, or use `chart: column`")


def _over(job: Job, spot: _Spot, place: int) -> Text:
    amount = job.figures.strands[0].amounts[place]
    style = job.loud._replace(colour=STRONG, align=Align.CENTRE)
    return labels.line(job.case, style, amount.label, spot.box, amount.span)
