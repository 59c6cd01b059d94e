"""A story: what a leaflet says, set in a box of any size as large as the box allows.

Type grows until the box is full; only then does the air in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from paroll.compose.air import USUAL, Air, aired
from paroll.compose.column import (
    Column,
    Measure,
    best_way,
    set_column,
    worded,
)
from paroll.compose.flow import flow
from paroll.compose.misfit import overwide
from paroll.compose.rules import LEAFLET_TOO_LONG
from paroll.finding import Finding
from paroll.kinds.columns import column_boxes, column_name
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Passage
from paroll.layout.galley import divider
from paroll.layout.setting import break_text
from paroll.looks.house import House, Palette
from paroll.looks.leaflets import GUTTER, WIDE
from paroll.sheet import Anchor, Family, Mark, Role, Slot
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, to_mm, to_pt

COMFORTABLE = 1.15
"""The size of text that is read with ease, as a part of the smallest that can be read."""
ALONE, ALMOST_NOTHING = 14, 5
"""How many ems a line has at least where text grows in a column of its own: some 30 letters, or
ten where there is next to nothing to say."""
MOST_ACROSS, OVER_ACROSS = 0.5, 2.4
"""How much of a story may stand below both its columns, and the space above it in sizes of text."""
MOST, MOST_ALONE = Air(2.2, 1.9), Air(2.6, 3.0)
"""The most air in columns side by side; and in one of its own, where there is so little to say."""


class Room(NamedTuple):
    """A box for a story, in the colours of its ground."""

    box: Box
    palette: Palette


class Told(NamedTuple):
    """A story as it stands: its columns, the size of its text and how much of the box it takes.

    A table that is too wide for them may stand `across` below them.
    """

    columns: tuple[Column, ...]
    size: Emu
    fits: bool = True
    across: Column | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What stands in its columns, and below them."""
        every = (*self.columns, self.across) if self.across else self.columns
        return tuple(mark for column in every for mark in column.marks)

    @property
    def share(self) -> float:
        """The part of the columns' height that the highest of them takes."""
        return max(column.height / column.slot.box.h for column in self.columns)

    @property
    def even(self) -> float:
        """The height of the lowest column, as a part of that of the highest."""
        heights = [column.height for column in self.columns]
        return min(heights) / max(heights)

    @property
    def over(self) -> Emu:
        """How much too high the highest column is."""
        return max(column.height - column.slot.box.h for column in self.columns)


class Teller(NamedTuple):
    """What stories of one document are set with."""

    house: House
    measure: Measure

    @property
    def comfortable(self) -> Emu:
        """The size of text that is read with ease."""
        return round(self.house.form.smallest * COMFORTABLE)

    def sizes(self, least: Emu, most: Emu) -> tuple[Emu, ...]:
        """Return the brand's sizes between two, ascending."""
        return self.house.sizes(to_pt(most), to_pt(least))[::-1]


def teller(house: House, language: str) -> Teller:
    """Return what tells stories in a language."""
    return Teller(house, Measure(house.case, divider(language)))


def tell(by: Teller, room: Room, groups: Sequence[Passage], ems: int = ALONE) -> Told:
    """Set `groups` as large as they go, in one column or two, then with as much air.

    In a column of their own they may grow until a line has no more than `ems`.
    Insets give way to words where text would be too small for them to be read with ease. What does
    not fit is set in the smallest size, and says so.
    """
    told = best_way(
        groups,
        lambda said: _told(by, room, said, ems),
        lambda told: told.size if told.fits else 0,
        by.comfortable,
    )
    return (_across(by, room, groups, told) if len(told.columns) > 1 else None) or told


def _told(by: Teller, room: Room, groups: Sequence[Passage], ems: int) -> Told:
    form = by.house.form
    wide = room.box.w >= WIDE
    most = room.box.w // ems
    grown = by.sizes(form.largest if wide else form.smallest, most)
    told = _alone(by, room, groups, grown)
    if wide and not told:
        told = _abreast(by, room, groups, by.sizes(form.smallest, form.largest))
    return told or _overfull(by, room, groups)


def too_full(by: Teller, told: Told, title: Plain) -> Finding:
    """Return the finding for a story that does not fit, or for a word in it that is too wide."""
    for column in told.columns:
        matter = break_text(by.measure.case, column.slot, column.paragraphs, by.measure.divide)
        if matter.overwide:
            return overwide(matter)
    each = "in each column" if len(told.columns) > 1 else "in its column"
    message = (
        f"leaflet is {to_mm(told.over):.1f} mm too long {each} at {to_pt(told.size):g} pt, "
        "the smallest size"
    )
    hint = "give long points a short form, or leave some out with 'leaflet: no'"
    return LEAFLET_TOO_LONG.at(title.span, message, hint)


def _alone(by: Teller, room: Room, groups: Sequence[Passage], sizes: Sequence[Emu]) -> Told | None:
    """Set the groups in one column over the whole width, in the largest size that holds them."""

    def slots(size: Emu, air: Air) -> tuple[Slot]:
        levels = flow_levels(size, room.palette, *air)
        return (Slot(column_name(0), Role.BODY, room.box, levels, Anchor.MIDDLE),)

    @cache
    def at(size: Emu) -> tuple[Column]:
        return (_column(by, slots(size, USUAL)[0], groups),)

    size = _largest(by, sizes, at)
    if size is None:
        return None
    return Told(aired(by.measure, at(size), partial(slots, size), MOST_ALONE), size)


def _abreast(
    by: Teller, room: Room, groups: Sequence[Passage], sizes: Sequence[Emu]
) -> Told | None:
    """Set the groups in two even columns, in the largest size that holds them."""

    @cache
    def at(size: Emu) -> tuple[Column, ...]:
        return flow(by.measure, _slots(room, size, USUAL), groups)

    size = _largest(by, sizes, at)
    if size is None:
        return None
    return Told(aired(by.measure, at(size), partial(_slots, room, size), MOST), size)


def _across(by: Teller, room: Room, groups: Sequence[Passage], told: Told) -> Told | None:
    """Set what is too wide for either column below both, if the rest can be read with ease.

    Else, if it is no smaller than it was `told`.
    """
    wide = next((each for each in groups if _is_wide(by, room, each)), None)
    rest = [each for each in groups if each is not wide]
    if wide is None or not rest:
        return None

    def at(size: Emu, said: Sequence[Passage]) -> Told | None:
        levels = flow_levels(size, room.palette, *USUAL)
        slot = Slot("Across", Role.BODY, room.box, levels, Anchor.BOTTOM)
        below = set_column(by.measure, slot, wide)
        taken = below.height + round(size * OVER_ACROSS)
        if not below.inside or taken > room.box.h * MOST_ACROSS:
            return None
        above = room._replace(box=room.box._replace(h=room.box.h - taken))
        beside = _abreast(by, above, said, (size,))
        return beside and beside._replace(across=below)

    sizes = by.sizes(min(told.size, by.comfortable), by.house.form.largest)

    def largest(said: Sequence[Passage]) -> Told | None:
        fitting = bisect_left(sizes, True, key=lambda size: at(size, said) is None)
        return at(sizes[fitting - 1], said) if fitting else None

    return best_way(rest, largest, lambda made: made.size if made else 0, by.comfortable)


def _is_wide(by: Teller, room: Room, passage: Passage) -> bool:
    """Say whether something in `passage` stands over both columns, but in neither."""
    one = _slots(room, by.house.form.smallest, USUAL)[0]
    both = one._replace(box=room.box)
    alone, across = (worded(by.measure, slot, [passage]) == [passage] for slot in (one, both))
    return across and not alone


def _overfull(by: Teller, room: Room, groups: Sequence[Passage]) -> Told:
    size = by.house.form.smallest
    if room.box.w >= WIDE:
        return Told(flow(by.measure, _slots(room, size, USUAL), groups), size, fits=False)
    slot = Slot(column_name(0), Role.BODY, room.box, flow_levels(size, room.palette, *USUAL))
    return Told((_column(by, slot, groups),), size, fits=False)


def _column(by: Teller, slot: Slot, groups: Sequence[Passage]) -> Column:
    said = worded(by.measure, slot, groups)
    return set_column(by.measure, slot, (item for passage in said for item in passage))


def _largest(by: Teller, sizes: Sequence[Emu], at: Callable[[Emu], Sequence[Column]]) -> Emu | None:
    """Return the largest of `sizes`, ascending, at which the columns hold the text.

    A heading with a divided word is better than text that is not read with ease.
    """
    comfortable = [size for size in sizes if size >= by.comfortable]
    for some, good in ((comfortable, undivided), (sizes, all_inside)):
        fitting = bisect_left(some, True, key=lambda size: not good(at(size)))
        if fitting:
            return some[fitting - 1]
    return None


def all_inside(columns: Iterable[Column]) -> bool:
    """Say whether the columns stand inside their slots."""
    return all(column.inside for column in columns)


def undivided(columns: Sequence[Column]) -> bool:
    """Say whether the columns stand inside their slots without dividing a word of a heading."""
    ends = (line.runs[-1] for column in columns for line in column.lines if line.runs)
    divided = any(e.face.family is Family.HEADING and e.glyphs[-1].text == "\u00ad" for e in ends)
    return all_inside(columns) and not divided


def _slots(room: Room, size: Emu, air: Air) -> tuple[Slot, Slot]:
    levels = flow_levels(size, room.palette, *air)
    left, right = column_boxes(room.box, 2, GUTTER)
    return (
        Slot(column_name(0), Role.BODY, left, levels),
        Slot(column_name(1), Role.BODY, right, levels),
    )
