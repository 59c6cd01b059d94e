"""Tables that fill columns with air, and those that stand below both."""

from __future__ import annotations

from typing import Any

import pytest

from composing import programme
from paroll.compose.gist import flowing, in_short
from paroll.compose.house import context_of, furnish
from paroll.compose.story import COMFORTABLE, Room, Told, tell, teller
from paroll.formats import LEAFLET_A5
from paroll.looks.house import ON_PAPER
from paroll.sheet import Table, Text
from paroll.units import Box, mm
from specimens import brand, typecase

BOX = Box(mm(12), mm(20), mm(124), mm(150))
POINT = "Fler lärare i hela länet och mindre klasser i alla åldrar, från förskolan till gymnasiet."
WIDE = ["Område | 2025, mkr | 2026, mkr | Förändring"] + [
    f"Kollektivtrafik {n} | 9 {n}40 | 9 {n}15 | +4,1 %" for n in range(4)
]
NARROW = [["Ort", "Öppet"], *([f"Ort {n}", "8–20"] for n in range(6))]
KITS = ("campaign", "alternative", "public")


def story(kit: str, *sections: dict[str, Any], words: bool = False) -> Told:
    read = programme(sections, brand=kit)
    house = furnish(read, brand(kit), LEAFLET_A5, typecase(kit))
    said = (in_short if words else flowing)(read.sections, context_of(read, house))
    return tell(teller(house, "sv"), Room(BOX, ON_PAPER), said)


def points(count: int) -> dict[str, Any]:
    return {"heading": "Skolan", "points": [f"{POINT} {n}" for n in range(count)]}


def tables(told: Told) -> list[Table]:
    return [mark for mark in told.marks if isinstance(mark, Table)]


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("rows", [2, 4, 7])
def test_air_between_rows_never_makes_a_column_too_high(kit: str, rows: int) -> None:
    table = {"heading": "Så blir det", "table": NARROW[:rows]}
    for count in range(4, 12):
        told = story(kit, points(count), table, points(2))
        assert told.fits
        assert len(tables(told)) == 1
        assert all(column.inside for column in told.columns)


@pytest.mark.parametrize("kit", KITS)
def test_a_table_too_wide_for_either_column_stands_below_both(kit: str) -> None:
    told = story(kit, points(5), {"heading": "Så blir det", "table": WIDE}, points(2))
    (table,) = tables(told)
    assert told.across
    assert table in told.across.marks
    assert table.box.w > mm(100)
    assert table.box.bottom <= BOX.bottom
    assert all(column.inside for column in told.columns)
    feet = [column.slot.box.y + column.height for column in told.columns]
    (heading, *_) = (mark for mark in told.across.marks if isinstance(mark, Text))
    assert max(feet) < heading.slot.box.y
    sizes = {column.slot.levels[3].size for column in (*told.columns, told.across)}
    assert sizes == {told.size}


def test_what_stands_below_the_columns_takes_no_size_that_text_needs() -> None:
    table = {"heading": "Så blir det", "table": WIDE}
    below = []
    for count in range(4, 17):
        told, words = (
            story("campaign", points(count), table, words=each) for each in (False, True)
        )
        assert told.fits
        assert told.size >= min(words.size, LEAFLET_A5.smallest * COMFORTABLE)
        below.append(told.across is not None)
    assert any(below)
