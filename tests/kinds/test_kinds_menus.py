"""The layouts of all kinds, as they stand in PowerPoint's menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from composing import programme
from paroll.compose.house import furnish
from paroll.formats import DECK
from paroll.kinds import KINDS, cover
from paroll.kinds.side import SIZES
from paroll.looks.house import House
from paroll.sheet import Layout, Role
from paroll.units import pt
from specimens import brand, typecase

KITS = ["campaign", "public", "alternative"]


def house(kit: str) -> House:
    read = programme([{"statement": "Vi kan"}], brand=kit)
    return furnish(read, brand(kit), DECK, typecase(kit))


def layouts(kit: str) -> Iterator[Layout]:
    for size in SIZES:
        furnished = house(kit)._replace(heading=pt(size))
        for menus in (cover.menus, *(kind.menus for kind in KINDS.values())):
            for menu in menus(furnished):
                yield from (menu.layout(index) for index in range(len(menu.steps)))


@pytest.mark.parametrize("kit", KITS)
def test_layouts_that_differ_have_different_names(kit: str) -> None:
    by_name: dict[str, Layout] = {}
    for layout in layouts(kit):
        assert by_name.setdefault(layout.name, layout) == layout, layout.name


@pytest.mark.parametrize("kit", KITS)
def test_a_layout_has_one_title_and_slots_of_different_names(kit: str) -> None:
    for layout in layouts(kit):
        names = [slot.name for slot in layout.slots]
        assert len(names) == len(set(names)), layout.name
        assert [slot.role for slot in layout.slots].count(Role.TITLE) == 1


@pytest.mark.parametrize("kit", KITS)
def test_no_slot_lies_over_another_or_off_the_page(kit: str) -> None:
    for layout in layouts(kit):
        boxes = [slot.box for slot in layout.slots]
        assert all(DECK.page.contains(box) for box in boxes), layout.name
        over = [(a, b) for a in boxes for b in boxes if a is not b and a.overlaps(b)]
        assert over == [], layout.name
