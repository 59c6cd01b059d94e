"""Tables in slots: widths from what they hold, rows whole, the header on every page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from paroll.finding import Finding, Span
from paroll.layout.fit import Matter
from paroll.layout.rules import TOO_WIDE
from paroll.layout.setting import inside
from paroll.layout.tables import TableFill
from paroll.sheet import (
    Align,
    Anchor,
    Face,
    Family,
    Paragraph,
    Role,
    Ruling,
    Run,
    Slot,
    Stroke,
    Style,
    Table,
)
from paroll.units import Box, Emu, pt
from specimens import typecase

AIR, GUTTER = pt(8), pt(28)
STYLES = (
    Style(Face(Family.BODY), pt(20), pt(25), "ink"),
    Style(Face(Family.BODY, bold=True), pt(16), pt(19), "strong"),
)
RULING = Ruling(Stroke("strong", pt(2)), Stroke("muted", pt(1)), air=AIR, gutter=GUTTER)
YEARS = ["Kommun|2024|2025", "Ånge|1,5|12", "Sundsvall|1 100|2 100", "Timrå|–|3,25"]


def slot(width: float = 560, height: float = 400, ruling: Ruling = RULING) -> Slot:
    box = Box(pt(48), pt(100), pt(width), pt(height))
    return Slot("Table", Role.TABLE, box, STYLES, Anchor.TOP, "", ruling=ruling)


def fill(rows: list[str], *, header: bool = True) -> TableFill:
    cells = tuple(
        tuple(cell(text, line, column) for column, text in enumerate(row.split("|"), 1))
        for line, row in enumerate(rows, 1)
    )
    return TableFill(cells, header, "{} rows".format)


def cell(text: str, line: int, column: int) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(text),), span=Span("x", line, column)),) if text else ()


def table(rows: list[str], place: Slot | None = None, *, header: bool = True) -> Table:
    filling, place = fill(rows, header=header), place or slot()
    assert filling.fits(typecase(), place)
    return filling.set(typecase(), place)


def right(made: Table, row: int, column: int) -> Emu:
    """Return where the only line of a cell ends."""
    (line,) = made.rows[row].cells[column].lines
    return line.runs[0].x + line.width


def test_a_table_takes_the_width_of_its_slot_and_the_height_of_its_rows() -> None:
    made = table(YEARS)
    assert sum(made.columns) == made.box.w == slot().box.w
    assert [row.height for row in made.rows] == [pt(19) + 2 * AIR, *[pt(25) + 2 * AIR] * 3]
    assert made.box.h == sum(row.height for row in made.rows)
    assert made.alt == "3 rows"


def test_a_small_table_is_not_pulled_over_a_wide_slot() -> None:
    made = table(["a|b", "1|2"], slot(860))
    assert made.box.w < pt(300)


def test_every_cell_stands_in_its_row_and_column_and_none_over_another() -> None:
    made = table([*YEARS, "Ett mycket långt namn som tar flera rader i sin smala kolumn|1|2"])
    top = made.box.y
    for row in made.rows:
        left = made.box.x
        for width, text in zip(made.columns, row.cells, strict=True):
            assert Box(left, top, width, row.height).contains(text.slot.box)
            assert inside(text)
            left += width
        top += row.height


def test_texts_stand_left_and_quantities_right_with_their_header() -> None:
    made = table(YEARS)
    aligns = [[text.slot.levels[0].align for text in row.cells] for row in made.rows]
    assert aligns == [[Align.LEFT, Align.RIGHT, Align.RIGHT]] * 4


def test_figures_of_the_first_column_are_names_and_stand_left() -> None:
    made = table(["År|Antal", "2024|7", "2025|12"])
    assert [row.cells[0].slot.levels[0].align for row in made.rows] == [Align.LEFT] * 3


def test_units_digits_stand_below_each_other() -> None:
    made = table(["a|b", "x|12", "y|3,25", "z|7", "u|10,5"])
    whole = [right(made, row, 1) for row in (1, 3)]
    assert abs(whole[0] - whole[1]) < pt(0.1)
    wide, short = right(made, 2, 1), right(made, 4, 1)
    assert whole[0] < short < wide
    assert wide - whole[0] == pytest.approx(widths(",25"), abs=pt(1.5))


def widths(text: str) -> float:
    glyphs = typecase().glyphs(STYLES[0].face, text)
    return sum(glyph.advance for glyph in glyphs) / 1000 * STYLES[0].size


def test_figures_with_as_many_decimals_are_all_set_from_one_edge() -> None:
    made = table(["a|b", "x|12,1 %", "y|3,2 %"])
    assert right(made, 1, 1) == pytest.approx(right(made, 2, 1), abs=2)


def test_columns_of_figures_stand_at_even_distances() -> None:
    made = table(["Kommun|2023|2024|2025", "Ånge|1|100 000|3", "Timrå|4|5|6"])
    ends = [right(made, 2, column) for column in (1, 2, 3)]
    first, second = (b - a for a, b in pairwise(ends))
    assert abs(first - second) < pt(0.1)


def test_a_figure_is_never_broken_but_text_is() -> None:
    made = table(
        [
            "Vad|Kostnad",
            "Ett mycket långt namn som tar flera rader i sin smala kolumn|12 345 678 kr",
        ],
        slot(320),
    )
    name, cost = made.rows[1].cells
    assert len(name.lines) > 1
    (line,) = cost.lines
    assert line.text == "12\u00a0345\u00a0678\u00a0kr"


def test_lines_are_broken_where_rows_stay_lowest() -> None:
    long = "ord " * 30
    made = table(["a|b|c", f"kort namn|{long}|mitt emellan", f"kort|{long}|två ord"], slot(700))
    assert [[len(text.lines) for text in row.cells] for row in made.rows[1:]] == [
        [2, 2, 2],
        [1, 2, 1],
    ]


def test_what_fits_beside_a_column_of_single_lines_is_not_broken() -> None:
    names = ["kort namn|ett ord eller två|mitt emellan", "kort|ett|två ord till"]
    made = table(["a|b|c", *names], slot(620))
    assert [len(text.lines) for row in made.rows for text in row.cells] == [1] * 9


def test_a_header_takes_two_lines_before_its_column_grows() -> None:
    place = slot(400)
    made = table(["Kommun|Andel av alla invånare", "Örnsköldsvik med omnejd|1", "Ånge|2"], place)
    assert len(made.rows[0].cells[1].lines) == 2
    assert len(made.rows[1].cells[0].lines) == 1


def test_an_empty_cell_says_nothing_and_takes_its_place() -> None:
    made = table(["|2024", "Ånge|", "Timrå|3"])
    assert made.rows[0].cells[0].lines == ()
    assert made.rows[1].height == made.rows[2].height


def test_rows_are_ruled_and_banded_below_the_header() -> None:
    ruling = RULING._replace(head_fill="dark", band="tint", rule=Stroke(), foot=Stroke("ink", 2))
    made = table(YEARS, slot(ruling=ruling))
    assert [shape.fill for shape in made.drawn] == ["dark", "tint", "strong", "ink"]
    plain = table(YEARS, header=False)
    assert [shape.fill for shape in plain.drawn] == ["muted"] * 3


def test_parts_keep_widths_and_header() -> None:
    whole = fill([YEARS[0], *YEARS[1:] * 4])
    first, second = whole.part(0, 5), whole.part(5, 12)
    assert (whole.items, first.items, second.items) == (12, 5, 7)
    made = [part.set(typecase(), slot(height=900)) for part in (whole, first, second)]
    assert len({one.columns for one in made}) == 1
    assert [len(one.rows) for one in made] == [13, 6, 8]
    assert {one.rows[0].cells[0].text for one in made} == {"Kommun"}
    assert made[2].rows[1].cells[0].text == "Timrå"
    assert made[2].alt == "7 rows"


def test_a_part_of_a_part_counts_from_its_own_start() -> None:
    rows = fill(["a|b", *(f"{n}|{n}" for n in range(9))]).part(2, 8).part(1, 3)
    assert [text.text for text in rows.set(typecase(), slot()).rows[1].cells] == ["3", "3"]


def test_room_is_what_the_header_leaves_and_rows_that_take_it_fit() -> None:
    place = slot(height=19 + 16 + 3 * (25 + 16))
    filling = fill(YEARS)
    assert filling.room(typecase(), place) == sum(filling.heights(typecase(), place))
    assert filling.fits(typecase(), place)
    lower = place._replace(box=place.box._replace(h=place.box.h - 1))
    assert not filling.fits(typecase(), lower)


def test_a_row_too_high_to_stand_alone_names_the_cell_that_makes_it_so() -> None:
    filling = fill(["a|b", f"kort|{'ord ' * 80}"])
    place = slot(200, 150)
    assert filling.heights(typecase(), place) == ()
    culprit = filling.culprit(typecase(), place)
    assert isinstance(culprit, Matter)
    assert culprit.paragraphs[0].span == Span("x", 2, 2)
    assert culprit.slot.box.h == place.box.h - (pt(19) + 2 * AIR) - 2 * AIR


def test_a_table_too_wide_says_how_many_columns_stand_and_where_the_next_is() -> None:
    filling = fill(["|".join(["Verksamhetsområde"] * 6), "|".join("123456")])
    assert not filling.fits(typecase(), slot(500))
    assert filling.heights(typecase(), slot(500)) == ()
    culprit = filling.culprit(typecase(), slot(500))
    assert isinstance(culprit, Finding)
    assert culprit.rule is TOO_WIDE
    assert "20 pt, the smallest size; there is room for 500: 2 of its 6 columns" in culprit.message
    assert culprit.span == Span("x", 1, 3)


def test_a_table_that_fits_has_no_culprit() -> None:
    assert fill(YEARS).culprit(typecase(), slot()) is None
