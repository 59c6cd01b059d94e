"""A chart as something that fills a slot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from paroll.brand.model import Brand
from paroll.finding import Finding, Span
from paroll.layout.charts import bars, columns, lines, pies
from paroll.layout.charts.figures import Drawn, Figures, Job, Misfit
from paroll.layout.fit import Matter
from paroll.layout.typecase import Typecase
from paroll.sheet import Chart, ChartForm, Colour, Slot
from paroll.tuples import NamedTuple

_FORMS: Mapping[ChartForm, Callable[[Job], Drawn | Misfit]] = {
    ChartForm.BAR: bars.draw,
    ChartForm.STACKED: bars.draw,
    ChartForm.COLUMN: columns.draw,
    ChartForm.LINE: lines.draw,
    ChartForm.PIE: pies.draw,
}


class ChartFill(NamedTuple):
    """Numbers for a slot; `alt` says them in words. See `fit.Filling`."""

    figures: Figures
    brand: Brand
    ground: Colour
    alt: str
    span: Span | None = None

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        return isinstance(self._drawn(case, slot), Drawn)

    def set(self, case: Typecase, slot: Slot) -> Chart:
        """See `Filling.set`."""
        drawn = self._drawn(case, slot)
        if not isinstance(drawn, Drawn):
            raise ValueError("a chart is set only where it fits")  # noqa: TRY004  (no matter of types)
        names = tuple(category.text for category in self.figures.categories)
        form = self.figures.form
        return Chart(slot, form, names, drawn.series, drawn.axes, self.alt, drawn.ink, self.span)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | Finding | None:
        """See `Filling.culprit`."""
        drawn = self._drawn(case, slot)
        return None if isinstance(drawn, Drawn) else drawn

    def _drawn(self, case: Typecase, slot: Slot) -> Drawn | Misfit:
        return _draw(Job(case, self.brand, slot, self.ground, self.figures))


@lru_cache(maxsize=64)
def _draw(job: Job) -> Drawn | Misfit:
    return _FORMS[job.figures.form](job)
