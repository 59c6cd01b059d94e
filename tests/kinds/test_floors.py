"""Legible floors: no layout of any menu sets text smaller than its format says can be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from composing import content, leaflet, programme
from paroll.compose.house import furnish
from paroll.formats import DECK, LEAFLET_A5
from paroll.kinds import KINDS, cover
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Level
from paroll.kinds.side import SIZES
from paroll.looks.house import ON_PAPER
from paroll.sheet import FIELDS, Layout, Role, Slot, Style, texts
from paroll.units import pt, to_pt
from specimens import brand, typecase

KITS = ["campaign", "public", "alternative"]

SMALL_PRINT = {"Locator", "Source", "Credit"}
"""Where one is in the programme, where figures come from, who took a picture."""
FOOTNOTES = {("points", "Body", 2), ("text", "Body", 1)}
"""Levels for what stands small below the text."""
PROMPTS = Role.PICTURE
"""What a picture's place says while it is empty: nobody sees it but whoever fills it."""
LABELS = {("table", "Table", 1)}
"""The header of a table, which its columns explain."""


@cache
def layouts(kit: str) -> tuple[Layout, ...]:
    read = programme([{"statement": "Vi kan"}], brand=kit)
    house = furnish(read, brand(kit), DECK, typecase(kit))
    menus = [cover.menus(house)]
    for size in SIZES:
        menus += (kind.menus(house._replace(heading=pt(size))) for kind in KINDS.values())
    every = (menu for some in menus for menu in some)
    return tuple(menu.layout(index) for menu in every for index in range(len(menu.steps)))


def styles(kit: str) -> Iterator[tuple[Layout, Slot, int, Style]]:
    for layout in layouts(kit):
        for slot in layout.slots:
            yield from ((layout, slot, level, style) for level, style in enumerate(slot.levels))


def is_small_print(layout: Layout, slot: Slot, level: int) -> bool:
    place = (layout.kind, slot.name, level)
    named = slot.name in SMALL_PRINT or place in FOOTNOTES or place in LABELS
    return named or slot.role in FIELDS or slot.role in (Role.CHART, PROMPTS)


@pytest.mark.parametrize("kit", KITS)
def test_no_text_of_a_slide_is_smaller_than_can_be_read_from_the_last_row(kit: str) -> None:
    assert to_pt(DECK.smallest) == 18
    small = {
        (layout.name, slot.name, level, to_pt(style.size))
        for layout, slot, level, style in styles(kit)
        if style.size < DECK.smallest and not is_small_print(layout, slot, level)
    }
    assert small == set()


@pytest.mark.parametrize("kit", KITS)
def test_small_print_of_a_slide_has_a_floor_too(kit: str) -> None:
    assert to_pt(DECK.least) == 13
    assert min(style.size for _, _, _, style in styles(kit)) == DECK.least
    repeated = (text for layout in layouts(kit) for text in texts(layout.furniture))
    assert min(text.slot.levels[0].size for text in repeated) >= pt(12)  # the slogan, in bold


@pytest.mark.parametrize("kit", KITS)
def test_sizes_on_slides_are_whole_points(kit: str) -> None:
    sizes = {style.size for _, _, _, style in styles(kit)}
    sizes |= {style.marker.size for _, _, _, style in styles(kit) if style.marker}
    assert [to_pt(size) for size in sizes if size % pt(1)] == []


def test_running_text_of_a_leaflet_can_be_read_in_the_hand() -> None:
    assert to_pt(LEAFLET_A5.smallest) == 8.5
    assert to_pt(LEAFLET_A5.least) == 6.5
    levels = dict(zip(Level, flow_levels(LEAFLET_A5.smallest, ON_PAPER, 1, 1), strict=True))
    assert min(s.size for level, s in levels.items() if level is not Level.SMALL) == pt(8.5)
    assert LEAFLET_A5.least <= levels[Level.SMALL].size < LEAFLET_A5.smallest


def test_a_full_leaflet_keeps_to_both_floors() -> None:
    sections = [{"heading": "Skolan", "points": ["Fler lärare i hela länet."] * 32}]
    sender = {"name": "Vi i Norrland", "address": ["Storgatan 1, 871 30 Härnösand"]}
    _, back = leaflet(sections, sender=sender).sheets
    for name, text in content(back).items():
        least = LEAFLET_A5.least if name == "Sender" else LEAFLET_A5.smallest
        assert min(run.size for line in text.lines for run in line.runs) >= least
