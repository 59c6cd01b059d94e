"""What a chart is to show, what it is drawn with, and why it may not be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, permutations

from paroll.brand.colour import contrast
from paroll.brand.model import Brand
from paroll.finding import Finding, Span
from paroll.layout.charts.limits import HUES, SOFT, STRONG
from paroll.layout.fit import Matter
from paroll.layout.typecase import Typecase
from paroll.sheet import Axes, ChartForm, Colour, Series, Shape, Slot, Style, Text
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

LEAST_CONTRAST = 1.45
"""The least contrast of two neighbouring areas, so that they differ in grey print too."""


class Amount(NamedTuple):
    """A number: its value (None if nothing is known), its label, its pattern in spreadsheets.

    `bare` are label and pattern without the unit.
    """

    value: float | None
    label: str
    pattern: str
    span: Span | None = None
    bare: tuple[str, str] = ("", "")


class Strand(NamedTuple):
    """A series as its author wrote it; where there is but one, no label says its `name`."""

    name: str
    amounts: tuple[Amount, ...]
    span: Span | None = None

    @property
    def values(self) -> tuple[float | None, ...]:
        """The values of the amounts."""
        return tuple(amount.value for amount in self.amounts)


class Figures(NamedTuple):
    """The numbers of a chart: each strand has an amount for each category.

    `highlight` is the category or series that carries the strong colour, or empty. A `unit` that
    all numbers share may stand `apart` from them, once.
    """

    form: ChartForm
    categories: tuple[Plain, ...]
    strands: tuple[Strand, ...]
    highlight: str = ""
    unit: str = ""
    apart: bool = False

    @property
    def bare(self) -> Figures:
        """The same with the unit apart from the numbers."""
        return self._replace(strands=tuple(map(_bare, self.strands)), apart=True)

    @property
    def lone(self) -> bool:
        """Whether there is but one series, so that categories are what can be told apart."""
        return len(self.strands) == 1


def _bare(strand: Strand) -> Strand:
    amounts = (a._replace(label=a.bare[0], pattern=a.bare[1]) for a in strand.amounts)
    return strand._replace(amounts=tuple(amounts))


class Job(NamedTuple):
    """All a chart is drawn with. `room` is what it may take, `ground` what it stands on."""

    case: Typecase
    brand: Brand
    slot: Slot
    ground: Colour
    figures: Figures

    @property
    def room(self) -> Box:
        """The box of the slot."""
        return self.slot.box

    @property
    def names(self) -> Style:
        """How categories are named."""
        return self.slot.levels[0]

    @property
    def quiet(self) -> Style:
        """How values are written that step back."""
        return self.slot.levels[1]

    @property
    def loud(self) -> Style:
        """How values are written that matter."""
        return self.slot.levels[2]

    def value_style(self, strand: int, place: int) -> Style:
        """Return how the value at `place` of a strand is written."""
        figures = self.figures
        if not figures.highlight:
            return self.loud if figures.lone else self.quiet._replace(colour=self.loud.colour)
        if self.highlighted(strand, place):
            return self.loud._replace(colour=STRONG)
        return self.quiet

    def highlighted(self, strand: int, place: int) -> bool:
        """Say whether a value carries the strong colour because its author wants it to."""
        figures = self.figures
        names = (figures.strands[strand].name, figures.categories[place].text)
        return bool(figures.highlight) and figures.highlight in names

    def colours(self, strand: int) -> tuple[Colour, ...]:
        """Return the colour of each value of a strand."""
        figures = self.figures
        count = len(figures.categories)
        if not figures.lone:
            return (series_hues(self)[strand],) * count
        if not figures.highlight:
            return (STRONG,) * count
        picked = (self.highlighted(strand, place) for place in range(count))
        return tuple(STRONG if own else SOFT for own in picked)

    def on(self, ground: Colour) -> Colour:
        """Return the colour of text that is read best on `ground`."""
        inks = self.brand.colours
        return max(("clear", "ink"), key=lambda c: contrast(inks[c].screen, inks[ground].screen))


class Drawn(NamedTuple):
    """A chart that stands."""

    series: tuple[Series, ...]
    axes: Axes
    ink: tuple[Shape | Text, ...]


Misfit = Matter | Finding
"""Why a chart does not stand: a text that is too long, or what else there is too much of."""


def series_hues(job: Job) -> tuple[Colour, ...]:
    """Return a colour for each series: the highlighted one is strong, neighbours differ in grey."""
    figures = job.figures
    names = [strand.name for strand in figures.strands]
    if figures.form is ChartForm.LINE and figures.highlight in names:
        return tuple(STRONG if name == figures.highlight else SOFT for name in names)
    marked = names.index(figures.highlight) if figures.highlight in names else 0
    rest = [hue for hue in HUES if hue != STRONG]
    orders = permutations(rest, len(names) - 1)
    arranged = ((*order[:marked], STRONG, *order[marked:]) for order in orders)
    return _first_clear(job, arranged)


def slice_hues(job: Job) -> tuple[Colour, ...]:
    """Return a colour for each slice of a pie: its label names it, so colours may come again."""
    count = len(job.figures.categories)
    if job.figures.highlight:
        return job.colours(0)
    between = [SOFT, "dark", SOFT, "dark", SOFT]
    return (STRONG, *between[: count - 1])


def _first_clear(job: Job, orders: Iterator[tuple[Colour, ...]]) -> tuple[Colour, ...]:
    """Return the first order whose neighbours differ enough, or else the one where most differ."""
    tried = [(_least(job, order), order) for order in orders]
    clear = (order for least, order in tried if least >= LEAST_CONTRAST)
    return next(clear, max(tried, key=lambda pair: pair[0])[1])


def _least(job: Job, hues: tuple[Colour, ...]) -> float:
    screens = [job.brand.colours[hue].screen for hue in hues]
    return min((contrast(one, other) for one, other in pairwise(screens)), default=21.0)


def thin(job: Job) -> Emu:
    """Return the width of the line at zero."""
    del job
    return pt(1)
