"""The layouts a deck carries: what its slides are on, and what a colleague may add slides from.

Of each menu in use there are all steps: a colleague who writes more or less on a slide finds what
we would have chosen. Of the other kinds there is the one to begin with; all their steps would
double the layouts to look through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from paroll.kinds import KINDS, cover
from paroll.layout.fit import Menu
from paroll.looks.house import House
from paroll.sheet import Layout

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def offered(house: House, used: Iterable[Layout], menus: Iterable[Menu]) -> tuple[Layout, ...]:
    """Return the layouts of a deck: those in `used`, all of the `menus` they are from, others.

    Decks in a house template have its own layouts, all of them; here are those in use.
    """
    if house.brand.template:
        return tuple(dict.fromkeys(used))
    kinds = (cover.menus(house)[0], *(kind.menus(house)[0] for kind in KINDS.values()))
    layouts = [menu.layout(0) for menu in kinds]
    for menu in menus:
        layouts += (menu.layout(index) for index in range(len(menu.steps)))
    named = {layout.name: layout for layout in (*layouts, *used)}
    return tuple(sorted(named.values(), key=_place))


def _place(layout: Layout) -> tuple[int, str, list[float]]:
    """Return where a layout stands in the menu: by its kind, then the larger before the smaller."""
    sizes = [-float(number) for number in _NUMBER.findall(layout.name)]
    return ["cover", *KINDS].index(layout.kind), _NUMBER.sub("", layout.name), sizes
