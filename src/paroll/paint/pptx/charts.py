"""Charts as PowerPoint's own: a chart part that draws what the sheet drew, number by number.

The plot has a place of its own written out (`c:layout`), so bars stand where the ink says; texts
and colours are the theme's (ECMA-376 part 1, 21.2).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paroll.paint.pptx import xml
from paroll.paint.pptx.chart_text import (
    flag,
    local,
    no_line,
    numbers,
    set_in,
    short,
    texts,
    written,
)
from paroll.paint.pptx.marks import CHARTS
from paroll.paint.pptx.theme import fill
from paroll.paint.pptx.xml import tag
from paroll.sheet import Axes, Chart, ChartForm, Colour, Label, Place, Series
from paroll.units import Box, pt

_CATEGORIES, _VALUES = 111111111, 222222222
"""The ids of the two axes."""
_PLACES = {
    Place.OUTSIDE: "outEnd",
    Place.INSIDE: "ctr",
    Place.ABOVE: "t",
    Place.BELOW: "b",
    Place.LEFT: "l",
    Place.RIGHT: "r",
}
_NO_LEADERS = tag(
    "c:extLst",
    tag(
        "c:ext",
        tag(
            "c15:showLeaderLines",
            xmlns_c15="http://schemas.microsoft.com/office/drawing/2012/chart",
            val=0,
        ),
        uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}",
    ),
)
"""No lines from points to labels that were moved."""
_WITHIN = -8
"""The overlap of bars of a group, in per cent of their thickness: below zero, a gap."""
_LINE = pt(1)
_RIM = pt(1.5)
_DOT = 10
_LYING = (ChartForm.BAR, ChartForm.STACKED)


def chart_part(chart: Chart, language: str, workbook: str) -> bytes:
    """Return the part of `chart`; `workbook` is the id of the relationship to its numbers."""
    axes = "" if chart.form is ChartForm.PIE else _axes(chart, language)
    plot = tag(
        "c:plotArea",
        tag(
            "c:layout", _manual(chart.axes.plot, chart.slot.box, tag("c:layoutTarget", val="inner"))
        ),
        _FORMS[chart.form](chart, language),
        axes,
        tag("c:spPr", tag("a:noFill"), no_line()),
    )
    drawn = tag(
        "c:chart",
        _unit(chart, language),
        flag("autoTitleDeleted", chart.axes.unit is None),
        plot,
        _legend(chart, language),
        flag("plotVisOnly", True),
        tag("c:dispBlanksAs", val="gap"),
    )
    return xml.part(
        "c:chartSpace",
        flag("date1904", False),
        tag("c:lang", val=language),
        flag("roundedCorners", False),
        drawn,
        tag("c:spPr", tag("a:noFill"), no_line()),
        set_in(chart.axes.names, language),
        tag("c:externalData", flag("autoUpdate", False), r_id=workbook),
        xmlns_c=CHARTS,
    )


def _bars(chart: Chart, language: str) -> str:
    stacked, several = chart.form is ChartForm.STACKED, len(chart.series) > 1
    return tag(
        "c:barChart",
        tag("c:barDir", val="bar" if chart.form in _LYING else "col"),
        tag("c:grouping", val="stacked" if stacked else "clustered"),
        flag("varyColors", False),
        *_all_series(chart, language),
        tag("c:gapWidth", val=chart.axes.gap),
        tag("c:overlap", val=100 if stacked else _WITHIN) if several else "",
        *_axis_ids(),
    )


def _lines(chart: Chart, language: str) -> str:
    return tag(
        "c:lineChart",
        tag("c:grouping", val="standard"),
        flag("varyColors", False),
        *_all_series(chart, language),
        flag("marker", True),
        *_axis_ids(),
    )


def _pie(chart: Chart, language: str) -> str:
    return tag(
        "c:pieChart",
        flag("varyColors", False),
        *_all_series(chart, language),
        tag("c:firstSliceAng", val=0),
    )


_FORMS = {
    ChartForm.BAR: _bars,
    ChartForm.STACKED: _bars,
    ChartForm.COLUMN: _bars,
    ChartForm.LINE: _lines,
    ChartForm.PIE: _pie,
}


def _all_series(chart: Chart, language: str) -> Iterator[str]:
    for number, series in enumerate(chart.series):
        usual = _usual(series.colours)
        line = chart.form is ChartForm.LINE
        area = chart.form in (*_LYING, ChartForm.COLUMN)
        yield tag(
            "c:ser",
            tag("c:idx", val=number),
            tag("c:order", val=number),
            tag("c:tx", texts(f"${_letter(number)}$1", [series.name])),
            _look(chart, series, usual),
            flag("invertIfNegative", False) if area else "",
            tag("c:marker", tag("c:symbol", val="none")) if line else "",
            *_points(chart, series, usual),
            _labels(chart, series, language),
            tag("c:cat", texts(f"$A$2:$A${len(chart.categories) + 1}", chart.categories)),
            tag("c:val", numbers(series, _letter(number))),
            flag("smooth", False) if line else "",
        )


def _letter(number: int) -> str:
    """Return the column of a series in the workbook."""
    return chr(ord("B") + number)


def _usual(colours: tuple[Colour, ...]) -> Colour:
    """Return the colour that most points have: new ones take it."""
    return Counter(colours).most_common(1)[0][0]


def _look(chart: Chart, series: Series, colour: Colour) -> str:
    """Return how a bar, a line or a slice of `colour` looks."""
    if chart.form is ChartForm.LINE:
        line = tag("a:ln", fill(colour), tag("a:round"), w=series.thick, cap="rnd")
        return tag("c:spPr", line)
    rim = tag("a:ln", fill(chart.axes.rim), w=_RIM) if chart.axes.rim else no_line()
    return tag("c:spPr", fill(colour), rim)


def _points(chart: Chart, series: Series, usual: Colour) -> Iterator[str]:
    """Yield the points that look otherwise than their series: another colour, or a dot."""
    for place, colour in enumerate(series.colours):
        if chart.form is ChartForm.LINE:
            label = series.labels[place]
            if label and label.place is not Place.LEFT:
                yield tag(
                    "c:dPt", tag("c:idx", val=place), _dot(colour), _look(chart, series, colour)
                )
        elif chart.form is ChartForm.PIE or colour != usual:
            inverts = "" if chart.form is ChartForm.PIE else flag("invertIfNegative", False)
            yield tag("c:dPt", tag("c:idx", val=place), inverts, _look(chart, series, colour))


def _dot(colour: Colour) -> str:
    size = tag("c:size", val=_DOT)
    return tag(
        "c:marker", tag("c:symbol", val="circle"), size, tag("c:spPr", fill(colour), no_line())
    )


def _labels(chart: Chart, series: Series, language: str) -> str:
    """Return the labels: what most have in common first, then those that differ."""
    known = [n for n, value in enumerate(series.values) if value is not None]
    usual = Counter(series.labels[n] for n in known).most_common(1)[0][0]
    others = (n for n in known if series.labels[n] != usual)
    written = (_label(chart, n, series.labels[n], language) for n in others)
    pie = chart.form is ChartForm.PIE
    lines = flag("showLeaderLines", False) if pie else _NO_LEADERS
    return tag("c:dLbls", *written, *_said(chart, usual, language), lines)


def _label(chart: Chart, place: int, label: Label | None, language: str) -> str:
    index = tag("c:idx", val=place)
    if label is None:
        return tag("c:dLbl", index, flag("delete", True))
    x, y = (part / whole for part, whole in zip(label.shift, chart.slot.box[2:], strict=True))
    moved = tag("c:manualLayout", tag("c:x", val=short(x)), tag("c:y", val=short(y)))
    layout = tag("c:layout", moved) if any(label.shift) else ""
    return tag("c:dLbl", index, layout, *_said(chart, label, language))


def _said(chart: Chart, label: Label | None, language: str) -> Iterator[str]:
    """Yield how labels are written, and what they say."""
    if label:
        yield tag("c:numFmt", formatCode=local(label.pattern, language), sourceLinked=False)
        yield tag("c:spPr", tag("a:noFill"), no_line())
        yield set_in(label.style, language, label)
        yield tag("c:dLblPos", val=_PLACES[label.place])
    named = label is not None and label.name
    pie = chart.form is ChartForm.PIE
    yield flag("showLegendKey", False)
    yield flag("showVal", label is not None)
    yield flag("showCatName", named and pie)
    yield flag("showSerName", named and not pie)
    yield flag("showPercent", False)
    yield flag("showBubbleSize", False)
    if named:
        yield tag("c:separator", "\n" if label and label.stacked else " ")


def _axes(chart: Chart, language: str) -> str:
    axes, lying = chart.axes, chart.form in _LYING
    names = tag(
        "c:catAx",
        tag("c:axId", val=_CATEGORIES),
        tag("c:scaling", tag("c:orientation", val="maxMin" if lying else "minMax")),
        flag("delete", False),
        tag("c:axPos", val="l" if lying else "b"),
        tag("c:numFmt", formatCode="General", sourceLinked=False),
        *_bare("low"),
        tag("c:spPr", _ruled(axes)),
        set_in(axes.names, language, broken=axes.every == 1),
        tag("c:crossAx", val=_VALUES),
        tag("c:crosses", val="autoZero"),
        flag("auto", False),
        tag("c:lblAlgn", val="ctr"),
        tag("c:lblOffset", val=100),
        tag("c:tickLblSkip", val=axes.every),
        flag("noMultiLvlLbl", True),
    )
    between = "midCat" if chart.form is ChartForm.LINE else "between"
    values = tag(
        "c:valAx",
        tag("c:axId", val=_VALUES),
        tag(
            "c:scaling",
            tag("c:orientation", val="minMax"),
            tag("c:max", val=short(axes.high)),
            tag("c:min", val=short(axes.low)),
        ),
        flag("delete", True),
        tag("c:axPos", val="t" if lying else "l"),
        tag("c:numFmt", formatCode="General", sourceLinked=False),
        *_bare("nextTo"),
        tag("c:crossAx", val=_CATEGORIES),
        tag("c:crosses", val="autoZero"),
        tag("c:crossBetween", val=between),
    )
    return names + values


def _bare(labels: str) -> tuple[str, ...]:
    """Return an axis without ticks."""
    ticks = (tag("c:majorTickMark", val="none"), tag("c:minorTickMark", val="none"))
    return (*ticks, tag("c:tickLblPos", val=labels))


def _ruled(axes: Axes) -> str:
    return tag("a:ln", fill(axes.line), w=_LINE) if axes.line else no_line()


def _axis_ids() -> tuple[str, str]:
    return tag("c:axId", val=_CATEGORIES), tag("c:axId", val=_VALUES)


def _legend(chart: Chart, language: str) -> str:
    if not chart.axes.key:
        return ""
    return tag(
        "c:legend",
        tag("c:legendPos", val="t"),
        tag("c:layout", _manual(chart.axes.key, chart.slot.box)),
        flag("overlay", False),
        set_in(chart.axes.names, language),
    )


def _unit(chart: Chart, language: str) -> str:
    """Return the unit that stands apart from the numbers, as the title of the chart."""
    unit = chart.axes.unit
    if unit is None:
        return ""
    box, whole = unit.slot.box, chart.slot.box
    edges = (tag("c:xMode", val="edge"), tag("c:yMode", val="edge"))
    x, y = (box.x - whole.x) / whole.w, (box.y - whole.y) / whole.h
    place = tag("c:manualLayout", *edges, tag("c:x", val=short(x)), tag("c:y", val=short(y)))
    words = written(unit, language)
    return tag("c:title", words, tag("c:layout", place), flag("overlay", True))


def _manual(box: Box, whole: Box, target: str = "") -> str:
    """Return where a part of a chart stands, in fractions of the whole."""
    edges = (tag("c:xMode", val="edge"), tag("c:yMode", val="edge"))
    places = (
        ("x", (box.x - whole.x) / whole.w),
        ("y", (box.y - whole.y) / whole.h),
        ("w", box.w / whole.w),
        ("h", box.h / whole.h),
    )
    numbers = (tag(f"c:{name}", val=short(part)) for name, part in places)
    return tag("c:manualLayout", target, *edges, *numbers)
