"""Charts as PowerPoint's own: a chart part that draws what the sheet drew, number by number.

The plot has a place of its own written out (`c:layout`), so bars stand where the ink says; texts
and colours are the theme's (ECMA-376 part 1, 21.2).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from paroll.paint.pptx import xml
from paroll.paint.pptx.marks import CHARTS
from paroll.paint.pptx.text import hundredths
from paroll.paint.pptx.theme import fill, typeface
from paroll.paint.pptx.workbook import SHEET
from paroll.paint.pptx.xml import tag
from paroll.sheet import Axes, Chart, ChartForm, Colour, Label, Place, Series, Style
from paroll.units import Box, Emu, pt

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
_WITHIN = -8
"""The overlap of bars of a group, in per cent of their thickness: below zero, a gap."""
_LINE = pt(1)
_RIM = pt(1.5)
_THICK, _THIN = pt(4), pt(3)
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
        tag("c:spPr", tag("a:noFill"), _no_line()),
    )
    drawn = tag(
        "c:chart",
        _flag("autoTitleDeleted", True),
        plot,
        _legend(chart, language),
        _flag("plotVisOnly", True),
        tag("c:dispBlanksAs", val="gap"),
    )
    return xml.part(
        "c:chartSpace",
        _flag("date1904", False),
        tag("c:lang", val=language),
        _flag("roundedCorners", False),
        drawn,
        tag("c:spPr", tag("a:noFill"), _no_line()),
        _text(chart.axes.names, language),
        tag("c:externalData", _flag("autoUpdate", False), r_id=workbook),
        xmlns_c=CHARTS,
    )


def _bars(chart: Chart, language: str) -> str:
    stacked, several = chart.form is ChartForm.STACKED, len(chart.series) > 1
    return tag(
        "c:barChart",
        tag("c:barDir", val="bar" if chart.form in _LYING else "col"),
        tag("c:grouping", val="stacked" if stacked else "clustered"),
        _flag("varyColors", False),
        *_all_series(chart, language),
        tag("c:gapWidth", val=chart.axes.gap),
        tag("c:overlap", val=100 if stacked else _WITHIN) if several else "",
        *_axis_ids(),
    )


def _lines(chart: Chart, language: str) -> str:
    return tag(
        "c:lineChart",
        tag("c:grouping", val="standard"),
        _flag("varyColors", False),
        *_all_series(chart, language),
        _flag("marker", True),
        *_axis_ids(),
    )


def _pie(chart: Chart, language: str) -> str:
    return tag(
        "c:pieChart",
        _flag("varyColors", False),
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
            tag("c:tx", _texts(f"${_letter(number)}$1", [series.name])),
            _look(chart, usual),
            _flag("invertIfNegative", False) if area else "",
            tag("c:marker", tag("c:symbol", val="none")) if line else "",
            *_points(chart, series, usual),
            _labels(chart, series, language),
            tag("c:cat", _texts(f"$A$2:$A${len(chart.categories) + 1}", chart.categories)),
            tag("c:val", _numbers(series, _letter(number))),
            _flag("smooth", False) if line else "",
        )


def _letter(number: int) -> str:
    """Return the column of a series in the workbook."""
    return chr(ord("B") + number)


def _usual(colours: tuple[Colour, ...]) -> Colour:
    """Return the colour that most points have: new ones take it."""
    return Counter(colours).most_common(1)[0][0]


def _look(chart: Chart, colour: Colour) -> str:
    """Return how a bar, a line or a slice of `colour` looks."""
    if chart.form is ChartForm.LINE:
        width = _THICK if colour == "strong" else _THIN
        return tag("c:spPr", tag("a:ln", fill(colour), tag("a:round"), w=width, cap="rnd"))
    rim = tag("a:ln", fill(chart.axes.rim), w=_RIM) if chart.axes.rim else _no_line()
    return tag("c:spPr", fill(colour), rim)


def _points(chart: Chart, series: Series, usual: Colour) -> Iterator[str]:
    """Yield the points that look otherwise than their series: another colour, or a dot."""
    for place, colour in enumerate(series.colours):
        if chart.form is ChartForm.LINE:
            label = series.labels[place]
            if label and label.place is not Place.LEFT:
                yield tag("c:dPt", tag("c:idx", val=place), _dot(colour), _look(chart, colour))
        elif chart.form is ChartForm.PIE or colour != usual:
            inverts = "" if chart.form is ChartForm.PIE else _flag("invertIfNegative", False)
            yield tag("c:dPt", tag("c:idx", val=place), inverts, _look(chart, colour))


def _dot(colour: Colour) -> str:
    size = tag("c:size", val=_DOT)
    return tag(
        "c:marker", tag("c:symbol", val="circle"), size, tag("c:spPr", fill(colour), _no_line())
    )


def _labels(chart: Chart, series: Series, language: str) -> str:
    """Return the labels: what most have in common first, then those that differ."""
    known = [n for n, value in enumerate(series.values) if value is not None]
    usual = Counter(series.labels[n] for n in known).most_common(1)[0][0]
    others = (n for n in known if series.labels[n] != usual)
    written = (_label(chart, n, series.labels[n], language) for n in others)
    return tag("c:dLbls", *written, *_said(chart, usual, language))


def _label(chart: Chart, place: int, label: Label | None, language: str) -> str:
    index = tag("c:idx", val=place)
    if label is None:
        return tag("c:dLbl", index, _flag("delete", True))
    x, y = (part / whole for part, whole in zip(label.shift, chart.slot.box[2:], strict=True))
    moved = tag("c:manualLayout", tag("c:x", val=_short(x)), tag("c:y", val=_short(y)))
    layout = tag("c:layout", moved) if any(label.shift) else ""
    return tag("c:dLbl", index, layout, *_said(chart, label, language))


def _said(chart: Chart, label: Label | None, language: str) -> Iterator[str]:
    """Yield how labels are written, and what they say."""
    if label:
        yield tag("c:numFmt", formatCode=_local(label.pattern, language), sourceLinked=False)
        yield tag("c:spPr", tag("a:noFill"), _no_line())
        yield _text(label.style, language, label=True)
        yield tag("c:dLblPos", val=_PLACES[label.place])
    named = label is not None and label.name
    pie = chart.form is ChartForm.PIE
    yield _flag("showLegendKey", False)
    yield _flag("showVal", label is not None)
    yield _flag("showCatName", named and pie)
    yield _flag("showSerName", named and not pie)
    yield _flag("showPercent", False)
    yield _flag("showBubbleSize", False)
    if named:
        yield tag("c:separator", "\n" if label and label.stacked else " ")


def _axes(chart: Chart, language: str) -> str:
    axes, lying = chart.axes, chart.form in _LYING
    names = tag(
        "c:catAx",
        tag("c:axId", val=_CATEGORIES),
        tag("c:scaling", tag("c:orientation", val="maxMin" if lying else "minMax")),
        _flag("delete", False),
        tag("c:axPos", val="l" if lying else "b"),
        tag("c:numFmt", formatCode="General", sourceLinked=False),
        *_bare("low"),
        tag("c:spPr", _ruled(axes)),
        _text(axes.names, language),
        tag("c:crossAx", val=_VALUES),
        tag("c:crosses", val="autoZero"),
        _flag("auto", False),
        tag("c:lblAlgn", val="ctr"),
        tag("c:lblOffset", val=100),
        tag("c:tickLblSkip", val=axes.every),
        _flag("noMultiLvlLbl", True),
    )
    between = "midCat" if chart.form is ChartForm.LINE else "between"
    values = tag(
        "c:valAx",
        tag("c:axId", val=_VALUES),
        tag(
            "c:scaling",
            tag("c:orientation", val="minMax"),
            tag("c:max", val=_short(axes.high)),
            tag("c:min", val=_short(axes.low)),
        ),
        _flag("delete", True),
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
    return tag("a:ln", fill(axes.line), w=_LINE) if axes.line else _no_line()


def _axis_ids() -> tuple[str, str]:
    return tag("c:axId", val=_CATEGORIES), tag("c:axId", val=_VALUES)


def _legend(chart: Chart, language: str) -> str:
    if not chart.axes.key:
        return ""
    return tag(
        "c:legend",
        tag("c:legendPos", val="t"),
        tag("c:layout", _manual(chart.axes.key, chart.slot.box)),
        _flag("overlay", False),
        _text(chart.axes.names, language),
    )


def _manual(box: Box, whole: Box, target: str = "") -> str:
    """Return where a part of a chart stands, in fractions of the whole."""
    edges = (tag("c:xMode", val="edge"), tag("c:yMode", val="edge"))
    places = (
        ("x", (box.x - whole.x) / whole.w),
        ("y", (box.y - whole.y) / whole.h),
        ("w", box.w / whole.w),
        ("h", box.h / whole.h),
    )
    numbers = (tag(f"c:{name}", val=_short(part)) for name, part in places)
    return tag("c:manualLayout", target, *edges, *numbers)


def _text(style: Style, language: str, *, label: bool = False) -> str:
    """Return how text is set; labels stay on their lines, however long they are."""
    insets: dict[str, Emu | str] = {"lIns": 38100, "tIns": 19050, "rIns": 38100, "bIns": 19050}
    body = (
        tag("a:bodyPr", tag("a:spAutoFit"), rot=0, wrap="none", **insets, anchor="ctr")
        if label
        else tag("a:bodyPr", rot=0, vert="horz")
    )
    characters = tag(
        "a:defRPr",
        fill(style.colour),
        tag("a:latin", typeface=typeface(style.face.family)),
        sz=hundredths(style.size),
        b=style.face.bold,
        i=style.face.italic,
    )
    paragraph = tag("a:p", tag("a:pPr", characters), tag("a:endParaRPr", lang=language))
    return tag("c:txPr", body, tag("a:lstStyle"), paragraph)


def _texts(cells: str, texts: Iterable[str]) -> str:
    """Return a reference to cells with text, and what they say."""
    said = list(texts)
    points = (
        tag("c:pt", tag("c:v", xml.text(text)), idx=number) for number, text in enumerate(said)
    )
    cache = tag("c:strCache", tag("c:ptCount", val=len(said)), *points)
    return tag("c:strRef", tag("c:f", f"{SHEET}!{cells}"), cache)


def _numbers(series: Series, column: str) -> str:
    known = [(n, value) for n, value in enumerate(series.values) if value is not None]
    points = (tag("c:pt", tag("c:v", _short(value)), idx=number) for number, value in known)
    patterns = (label.pattern for label in series.labels if label)
    cache = tag(
        "c:numCache",
        tag("c:formatCode", xml.text(next(chain(patterns, ["General"])))),
        tag("c:ptCount", val=len(series.values)),
        *points,
    )
    cells = f"{SHEET}!${column}$2:${column}${len(series.values) + 1}"
    return tag("c:numRef", tag("c:f", cells), cache)


_SECTION = re.compile(r'^|;(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""Where a section of a number format begins: not at a semicolon in quotes."""
_LOCALES = {
    "da": "406",
    "de": "407",
    "en": "809",
    "es": "C0A",
    "fi": "40B",
    "fr": "40C",
    "is": "40F",
    "nb": "414",
    "nn": "814",
    "pl": "415",
    "se": "43B",
    "sv": "41D",
}
"""Languages as number formats know them (MS-LCID)."""


def _local(pattern: str, language: str) -> str:
    """Return a number format with the decimal sign of `language`.

    LibreOffice goes by it; PowerPoint, as spreadsheets do, by the computer it runs on.
    """
    code = _LOCALES.get(language.partition("-")[0])
    return _SECTION.sub(lambda start: f"{start[0]}[$-{code}]", pattern) if code else pattern


def _short(value: float) -> str:
    """Return a number as short as it goes, without an exponent where that can be."""
    return f"{value:.12g}"


def _flag(name: str, value: bool) -> str:
    return tag(f"c:{name}", val=value)


def _no_line() -> str:
    return tag("a:ln", tag("a:noFill"))
