"""Charts: whatever the numbers, labels stand clear of each other, in their slot, each once."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing import compose
from paroll.brand.colour import contrast
from paroll.checks.contrast import check
from paroll.layout.charts.labels import apart
from paroll.layout.charts.scale import Reach, fitted
from paroll.sheet import Chart, ChartForm, Shape, Text
from paroll.units import Box, pt
from specimens import brand

KITS = ("campaign", "alternative", "public")
SETTINGS = settings(max_examples=150, deadline=None)
NAMES = [
    *("Sundsvall", "Örnsköldsvik", "Härnösand", "Ånge", "Kramfors", "Sollefteå", "Timrå"),
    *("Västernorrland", "Guovdageaidnu", "Krankenhausfinanzierung", "Hyvinvointialue", "Umeå"),
    *("Luleå", "Norr", "Syd", "Öst", "Väst", "Kiruna", "= 1 + 1", "Ännu ett längre namn här"),
]
FORMS = [form.value for form in ChartForm]


@st.composite
def charts(draw: st.DrawFn) -> dict[str, Any]:
    form = draw(st.sampled_from(FORMS))
    series = 1 if form == "pie" else draw(st.integers(1 + (form == "stacked"), 4))
    rows = draw(st.integers(2, 6 if form == "pie" else 14))
    least = {"pie": 1, "stacked": 0}.get(form, -900)
    numbers = st.integers(least, draw(st.sampled_from([10, 100, 90_000])))
    decimals = draw(st.integers(0, 2))

    def number() -> str:
        if form != "pie" and draw(st.integers(0, 9)) == 9:
            return "–"
        value, part = draw(numbers), draw(st.integers(0, 10**decimals - 1))
        return f"{value},{part:0{decimals}}" if decimals else str(value)

    names = draw(st.lists(st.sampled_from(NAMES), min_size=rows, max_size=rows, unique=True))
    heads = draw(st.lists(st.sampled_from(NAMES), min_size=series, max_size=series, unique=True))
    data = [" | ".join([name, *(number() for _ in range(series))]) for name in names]
    section: dict[str, Any] = {"heading": "Skolan", "chart": form, "data": data}
    if series > 1:
        section["data"] = [" | ".join(["Ort", *heads]), *data]
    if draw(st.booleans()):
        section["highlight"] = draw(st.sampled_from(heads if series > 1 else names))
    if draw(st.booleans()):
        section["unit"] = draw(st.sampled_from(["%", "dagar", "miljoner kronor"]))
    if draw(st.booleans()):
        section["text"] = "Så länge väntar man på en operation."
    return section


def drawn(section: dict[str, Any], kit: str) -> list[Chart]:
    """Return the chart of a section, or none where there is a finding."""
    try:
        document, findings = compose("deck", [section], brand=kit)
    except AssertionError:  # the programme has a finding
        return []
    marks = [mark for sheet in document.sheets for mark in sheet.content]
    found = [mark for mark in marks if isinstance(mark, Chart)]
    assert bool(found) != bool(findings)
    assert list(check(document, brand(kit))) == []
    return found


def labels(chart: Chart) -> list[Text]:
    return [mark for mark in chart.ink if isinstance(mark, Text)]


def printed(text: Text) -> Box:
    """The box of what is printed: line widths, from the top of the letters to their feet."""
    size = text.slot.levels[0].size
    lines = text.lines
    left = min(line.runs[0].x for line in lines)
    right = max(line.runs[0].x + line.width for line in lines)
    return Box.between(left, lines[0].y - round(size * 0.72), right, lines[-1].y)


@SETTINGS
@given(charts(), st.sampled_from(KITS))
def test_labels_stand_in_their_slot_clear_of_each_other(section: dict[str, Any], kit: str) -> None:
    for chart in drawn(section, kit):
        slot = chart.slot.box
        boxes = [printed(label) for label in labels(chart)]
        for box in boxes:
            assert slot.contains(box, slack=pt(1)), (section, box)
        for one, other in combinations(boxes, 2):
            assert not one.overlaps(other), section


@SETTINGS
@given(charts(), st.sampled_from(KITS))
def test_shapes_stand_in_their_slot(section: dict[str, Any], kit: str) -> None:
    for chart in drawn(section, kit):
        shapes = [mark for mark in chart.ink if isinstance(mark, Shape)]
        assert all(chart.slot.box.contains(shape.box, slack=pt(3)) for shape in shapes), section


@SETTINGS
@given(charts(), st.sampled_from(KITS))
def test_each_value_is_labelled_once_and_each_name_said(section: dict[str, Any], kit: str) -> None:
    for chart in drawn(section, kit):
        whole = " ".join(" ".join(label.text.split()) for label in labels(chart))
        if chart.form is not ChartForm.LINE:
            assert all(name in whole for name in chart.categories)
        if len(chart.series) > 1:
            assert all(series.name in whole for series in chart.series)
        shown = sum(label is not None for series in chart.series for label in series.labels)
        marks = chart.categories if chart.form is not ChartForm.PIE else ()
        keyed = len(chart.series) if chart.axes.key else 0
        named = -(-len(marks) // chart.axes.every)
        apart = chart.axes.unit is not None
        assert len(labels(chart)) == shown + named + keyed + apart


@SETTINGS
@given(charts(), st.sampled_from(KITS))
def test_bars_are_as_long_as_their_values(section: dict[str, Any], kit: str) -> None:
    for chart in drawn({**section, "chart": "bar"}, kit):
        values = [v for series in chart.series for v in series.values if v is not None]
        keys = len(chart.series) if chart.axes.key else 0
        bars = [mark.box.w for mark in chart.ink if isinstance(mark, Shape)][keys:-1]
        unit = max(bars) / max(map(abs, values))
        for bar, value in zip(bars, values, strict=True):
            assert bar == pytest.approx(abs(value) * unit, abs=pt(0.5))


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("marked", [None, 0, 1])
def test_neighbouring_series_differ_in_grey_and_from_the_ground(
    kit: str, count: int, marked: int | None
) -> None:
    names = NAMES[:count]
    rows = [" | ".join(["Ort", *names]), " | ".join(["Umeå", *["25"] * count])]
    section = {"heading": "Skolan", "chart": "stacked", "data": rows}
    if marked is not None:
        section["highlight"] = names[marked]
    (chart,) = drawn(section, kit)
    hues = [series.colours[0] for series in chart.series]
    screens = [brand(kit).colours[hue].screen for hue in hues]
    assert len(set(hues)) == count
    assert hues[marked or 0] == "strong"
    assert all(contrast(one, other) >= 1.45 for one, other in pairwise(screens))
    paper = brand(kit).colours["paper"].screen
    assert all(contrast(screen, paper) >= 3 for screen in screens)


VOTES: dict[str, Any] = {
    "heading": "Så röstade länet",
    "chart": "stacked",
    "data": ["Val | Ja | Nej | Vet inte", "Norr | 60 | 33 | 7", "Söder | 45 | 41 | 14"],
}


@pytest.mark.parametrize("kit", KITS)
def test_parts_too_narrow_for_their_unit_have_it_once_behind_the_key(kit: str) -> None:
    (chart,) = drawn(VOTES | {"unit": "procent av alla"}, kit)
    said = [" ".join(label.text.split()) for label in labels(chart)]
    assert said.count("procent av alla") == 1
    assert {"60", "33", "7"} <= set(said)
    assert chart.axes.key and chart.axes.unit
    assert chart.axes.unit.slot.box.x > chart.axes.key.right
    assert chart.slot.box.contains(chart.axes.unit.slot.box)
    assert "Vet inte: Norr 7\u00a0procent av alla" in chart.alt


def test_signs_that_all_numbers_bear_are_their_unit() -> None:
    data = [VOTES["data"][0], "Norr | 60 % | 33 % | 7 %", "Söder | 80 % | 11,5 % | 8,5 %"]
    (chart,) = drawn(VOTES | {"data": data}, "public")
    assert chart.axes.unit and chart.axes.unit.text == "%"
    patterns = [label.pattern for series in chart.series for label in series.labels if label]
    assert patterns == ["0", "0", "0", "0.0", "0", "0.0"]


def test_parts_too_narrow_for_their_numbers_are_refused() -> None:
    data = [VOTES["data"][0], "Norr | 60 | 39 | 1", "Söder | 45 | 41 | 14"]
    _, (finding,) = compose("deck", [VOTES | {"data": data}])
    assert (finding.code, finding.message.split(" is ")[0]) == (
        "S240",
        "the part “Vet inte” of “Norr”",
    )


def test_labels_are_moved_apart_as_little_as_need_be() -> None:
    assert apart([10, 100], [20, 20], 0, 200) == [10, 100]
    assert apart([50, 52], [20, 20], 0, 200) == [50, 70]
    assert apart([195, 198], [20, 20], 0, 200) == [170, 190]
    assert apart([50, 50, 50], [20, 20, 20], 0, 59) is None


def test_a_scale_leaves_room_for_labels_on_both_sides() -> None:
    scale = fitted([Reach(-50, 100), Reach(100, 200)], 0, 1050)
    assert scale is not None
    assert (scale.zero, scale.at(-50), scale.at(100)) == (350, 100, 850)
    assert fitted([Reach(1, 600), Reach(-1, 600)], 0, 1000) is None
