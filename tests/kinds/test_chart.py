"""Charts: what is refused, where, and how a chart is told in words."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from composing import compose, content, deck, programme, said
from paroll.compose.house import furnish, numbered_points
from paroll.finding import Finding, Rule
from paroll.formats import LEAFLET_A5
from paroll.kinds import FIELDS, KINDS, RULES
from paroll.kinds.kind import Context
from paroll.programme import read_programme
from paroll.sheet import Chart, Text
from paroll.stock import Memory
from specimens import brand, typecase

HEAD = "title: a\nslogan: b\nbrand: c\nsections:\n- heading: Skolan\n"


def findings(section: str) -> list[Finding]:
    text = HEAD + textwrap.indent(section, "  ")
    return read_programme(Memory({"x": text.encode()}), "x", FIELDS, ["deck"])[1]


def told(section: str) -> list[tuple[str, int, str]]:
    """Return code, line (1 is the section's first after its heading) and message of findings."""
    return [(f.code, f.span.line - 5 if f.span else 0, f.message) for f in findings(section)]


def data(*rows: str, form: str = "bar", more: str = "") -> str:
    return f"chart: {form}\n{more}data:\n" + "".join(f"- {row}\n" for row in rows)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_bad_example_breaks_its_rule_and_the_good_one_none(rule: Rule) -> None:
    assert {f.code for f in findings(rule.bad)} == {rule.code}
    assert findings(rule.good) == []


def test_everything_wrong_with_the_rows_is_told_at_once() -> None:
    rows = ("Ort | Kvinnor | Män", "Umeå | fyra | 3", "Luleå | 4 | tre", "Kalix | 1,234 | 4")
    assert told(data(*rows)) == [
        ("P012", 4, "“fyra” is not a number"),
        ("P012", 5, "“tre” is not a number"),
        ("P012", 6, "“1,234” can be read in two ways"),
    ]


@pytest.mark.parametrize(
    ("section", "code", "line", "message"),
    [
        (data("Umeå"), "P013", 3, "there is no row with a number"),
        (data("Ort | Antal"), "P013", 3, "there is no row with a number"),
        (data("Umeå | 1 | 2"), "P013", 3, "2 series have no names"),
        (data("Ort | Män | Män", "Umeå | 1 | 2"), "P013", 3, "two series are called “Män”"),
        (data("Ort | Män | ", "Umeå | 1 | 2"), "P013", 3, "a series has no name"),
        (data("'| 1'", "Umeå | 2"), "P013", 3, "the row has no name"),
        (data("Ort | A | B", "Umeå | 1 | –"), "P013", 4, "series 2 has no number"),
        (data("Umeå | 0", "Luleå | 0"), "P014", 3, "all numbers are zero"),
        (data("Umeå | 4", "Luleå | -1", form="pie"), "P014", 4, "a slice of -1 cannot be drawn in"),
        (data("O | A | B", "Umeå | 1 | 2", form="pie"), "P014", 3, "a pie shows one series"),
        (data(*(f"O{n} | 1" for n in range(7)), form="pie"), "P014", 9, "a pie of 7 slices"),
        (data("O | A | B", "Umeå | 1 | -2", form="stacked"), "P014", 4, "-2 is below zero"),
        (data("Umeå | 1", form="stacked"), "P014", 3, "stacked bars have one series only"),
        (data("Umeå | 1", form="line"), "P014", 3, "a line has one point only"),
        (
            data("O | A | B | C | D | E", "U | 1 | 2 | 3 | 4 | 5"),
            "P014",
            3,
            "the chart has 5 series",
        ),
        (data("Umeå | 1", more="highlight: Ume\n"), "P015", 2, "“Ume” is not in the chart"),
        (
            data("O | A | B", "Umeå | 1 | 2", more="highlight: Umeå\n"),
            "P015",
            2,
            "“Umeå” is not in the chart",
        ),
    ],
)
def test_what_cannot_be_drawn_is_named_in_its_row(
    section: str, code: str, line: int, message: str
) -> None:
    ((found, at, words),) = told(section)
    assert (found, at) == (code, line)
    assert words.startswith(message)


def test_a_first_row_of_years_names_the_series() -> None:
    assert findings(data("Ort | 2023 | 2024", "Umeå | 41 | 42", "Luleå | 40 | 41")) == []


def test_a_chart_with_thousands_of_rows_is_refused_at_once() -> None:
    ((code, line, message),) = told(data(*(f"O{n} | {n}" for n in range(9000))))
    assert (code, line, message) == ("P013", 123, "the chart has 9000 rows; the most is 120")


def section(*rows: str, form: str = "bar", **more: str) -> dict[str, Any]:
    return {"heading": "Skolan", "chart": form, "data": list(rows), **more}


def chart(made: dict[str, Any], **head: object) -> Chart:
    document = deck([made], **head)
    (mark,) = (m for s in document.sheets for m in s.content if isinstance(m, Chart))
    return mark


def test_a_chart_too_full_says_how_many_rows_there_is_room_for() -> None:
    rows = [f"Ort {n} | {n + 1}" for n in range(40)]
    _, (finding,) = compose("deck", [section(*rows)])
    assert finding.code == "S240"
    assert finding.message.startswith("the chart has 40 rows; there is room for ")
    fitting = int(finding.message.split("room for ")[1].split()[0])
    assert fitting > 8
    chart(section(*rows[:fitting]))


def test_a_name_too_long_for_its_column_is_told_to_lie_down() -> None:
    rows = [f"Krankenhausfinanzierung{n} | 4" for n in range(7)]
    _, (finding,) = compose("deck", [section(*rows, form="column")])
    assert finding.code == "S240"
    assert "chart: bar" in finding.hint
    chart(section(*rows))


def test_labels_print_what_was_typed_with_the_unit_held() -> None:
    made = chart(section("Umeå | 1 200", "Luleå | −3,50", unit="kr"))
    printed = {mark.text for mark in made.ink if isinstance(mark, Text)}
    assert {"1\u00a0200\u00a0kr", "−3,50\u00a0kr"} <= printed


def test_a_per_cent_sign_typed_with_the_number_is_not_said_twice() -> None:
    made = chart(section("Umeå | 12 %", "Luleå | 14%", unit="%"))
    printed = {mark.text for mark in made.ink if isinstance(mark, Text)}
    assert {"12\u00a0%", "14%"} <= printed


def test_what_is_highlighted_is_strong_and_the_rest_steps_back() -> None:
    made = chart(section("Umeå | 4", "Luleå | 3", highlight="Luleå"))
    assert made.series[0].colours == ("soft", "strong")
    made = chart(section("Umeå | 4", "Luleå | 3"))
    assert made.series[0].colours == ("strong", "strong")


def test_slices_keep_their_order_from_twelve_o_clock() -> None:
    made = chart(section("A | 5", "B | 75", "C | 20", form="pie"))
    assert made.categories == ("A", "B", "C")
    first = made.ink[0]
    assert not isinstance(first, Text)
    middle, top = first.outline[0].points[0], first.outline[1].points[0]
    assert (top[0], top[1] < middle[1]) == (middle[0], True)


def test_a_line_starts_at_zero_unless_all_values_are_far_from_it() -> None:
    assert chart(section("A | 2", "B | 9", form="line")).axes.low == 0
    assert chart(section("A | 98", "B | 99", form="line")).axes.low > 90


def test_what_is_not_known_leaves_a_gap() -> None:
    made = chart(section("A | 2", "B | –", "C | 4", "D | 5", form="line"))
    assert made.series[0].values == (2, None, 4, 5)
    assert made.series[0].labels[1] is None


def test_few_values_are_all_told() -> None:
    made = chart(section("Ort | Kvinnor | Män", "Umeå | 4 | 5", "Luleå | – | 3,5", unit="%"))
    assert made.alt == (
        "Liggande stapeldiagram: Skolan. Kvinnor: Umeå 4\u00a0%. "
        "Män: Umeå 5\u00a0%, Luleå 3,5\u00a0%."
    )


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("sv", "Linjediagram: Skolan. Från 0 7 till 19 7, högst 3 12, lägst 7 1."),
        ("en", "Line chart: Skolan. From 0 7 to 19 7, highest 3 12, lowest 7 1."),
        ("fi", "Viivakaavio: Skolan. Alussa 0 7, lopussa 19 7, korkein 3 12, matalin 7 1."),
    ],
)
def test_of_many_values_ends_and_extremes_are_told(language: str, wanted: str) -> None:
    values = {3: 12, 7: 1}
    rows = [f"{n} | {values.get(n, 7)}" for n in range(20)]
    assert chart(section(*rows, form="line"), language=language).alt == wanted


def test_an_author_s_own_words_stand_for_the_chart() -> None:
    assert chart(section("A | 2", alt="Bara A.")).alt == "Bara A."


def test_a_source_is_named_once() -> None:
    for source in ("SCB", "Källa: SCB"):
        document = deck([section("A | 2", source=source)])
        (sheet,) = (s for s in document.sheets if s.layout.kind == "chart")
        assert said(content(sheet)["Source"]) == ["Källa: SCB"]


def test_a_leaflet_says_a_line_for_each_category() -> None:
    read = programme([section("Ort | Kvinnor | Män", "Umeå | 4 | 5", "Luleå | – | 3", unit="%")])
    context = Context(furnish(read, brand(), LEAFLET_A5, typecase()), numbered_points(read))
    (group,) = KINDS["chart"].brief(read.sections[0], context)
    lines = [p.text.replace("\u00a0", " ") for p in group]
    assert lines == ["Skolan", "Umeå: Kvinnor 4 %, Män 5 %", "Luleå: Män 3 %"]
