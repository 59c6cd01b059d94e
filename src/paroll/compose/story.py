"""A story: what a leaflet says, set in a box of any size as large as the box allows.

Type grows until the box is full; only then does air between paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from paroll.compose.flow import Measure, flow
from paroll.compose.misfit import overwide
from paroll.compose.rules import LEAFLET_TOO_LONG
from paroll.finding import Finding
from paroll.kinds.columns import column_boxes, column_name
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import Group
from paroll.layout.galley import divider
from paroll.layout.setting import break_text, inside, set_text
from paroll.looks.house import House, Palette
from paroll.looks.leaflets import GUTTER, WIDE
from paroll.sheet import Anchor, Family, Role, Slot, Text
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, to_mm, to_pt

COMFORTABLE = 1.15
"""The size of text that is read with ease, as a part of the smallest that can be read."""
ALONE, ALMOST_NOTHING = 14, 5
"""How many ems a line has at least where text grows in a column of its own: some 30 letters, or
ten where there is next to nothing to say."""
AIR = (1.9, 1.75, 1.6, 1.45, 1.3, 1.15, 1.0)
"""How much the space between paragraphs may be stretched to fill the columns."""
AIR_ALONE = (3.0, 2.6, 2.2, *AIR)
"""The same where there is so little text that it stands in one column."""
UNEVEN_AIR = 1.6
"""How much more air than its neighbour's a column may have."""


class Room(NamedTuple):
    """A box for a story, in the colours of its ground."""

    box: Box
    palette: Palette


class Told(NamedTuple):
    """A story as it stands: its columns, the size of its text and how much of the box it takes."""

    columns: tuple[Text, ...]
    size: Emu
    fits: bool = True

    @property
    def share(self) -> float:
        """The part of the columns' height that the highest of them takes."""
        return max(column.height / column.slot.box.h for column in self.columns)

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


def tell(by: Teller, room: Room, groups: Sequence[Group], ems: int = ALONE) -> Told:
    """Set `groups` as large as they go, in one column or two, then with as much air.

    In a column of their own they may grow until a line has no more than `ems`.
    What does not fit is set in the smallest size, and says so.
    """
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


def _alone(by: Teller, room: Room, groups: Sequence[Group], sizes: Sequence[Emu]) -> Told | None:
    """Set the groups in one column over the whole width, in the largest size that holds them."""
    paragraphs = [paragraph for group in groups for paragraph in group]

    def at(size: Emu, air: float) -> Text:
        levels = flow_levels(size, room.palette, air)
        slot = Slot(column_name(0), Role.BODY, room.box, levels, Anchor.MIDDLE)
        return set_text(by.measure.case, slot, paragraphs, divide=by.measure.divide)

    size = _largest(by, sizes, lambda size: (at(size, AIR[-1]),))
    if size is None:
        return None
    return Told((next(t for air in AIR_ALONE if inside(t := at(size, air))),), size)


def _abreast(by: Teller, room: Room, groups: Sequence[Group], sizes: Sequence[Emu]) -> Told | None:
    """Set the groups in two even columns, in the largest size that holds them."""

    def at(size: Emu, air: float) -> tuple[Text, ...]:
        return flow(by.measure, _slots(room, size, air), groups)

    size = _largest(by, sizes, lambda size: at(size, AIR[-1]))
    if size is None:
        return None
    air, columns = next((air, c) for air in AIR if all_inside(c := at(size, air)))
    looser = [_slots(room, size, more) for more in AIR if more <= air * UNEVEN_AIR]
    aired = (loosened(by.measure, n, c, looser) for n, c in enumerate(columns))
    return Told(tuple(aired), size)


def _overfull(by: Teller, room: Room, groups: Sequence[Group]) -> Told:
    size = by.house.form.smallest
    if room.box.w >= WIDE:
        return Told(flow(by.measure, _slots(room, size, AIR[-1]), groups), size, fits=False)
    slot = Slot(column_name(0), Role.BODY, room.box, flow_levels(size, room.palette, AIR[-1]))
    paragraphs = [paragraph for group in groups for paragraph in group]
    text = set_text(by.measure.case, slot, paragraphs, divide=by.measure.divide)
    return Told((text,), size, fits=False)


def _largest(by: Teller, sizes: Sequence[Emu], at: Callable[[Emu], Sequence[Text]]) -> Emu | None:
    """Return the largest of `sizes`, ascending, at which the columns hold the text.

    A heading with a divided word is better than text that is not read with ease.
    """
    comfortable = [size for size in sizes if size >= by.comfortable]
    for some, good in ((comfortable, undivided), (sizes, all_inside)):
        fitting = bisect_left(some, True, key=lambda size: not good(at(size)))
        if fitting:
            return some[fitting - 1]
    return None


def loosened(measure: Measure, number: int, column: Text, looser: Sequence[Sequence[Slot]]) -> Text:
    """Give a column that ends above the other more air, the most that it holds."""
    choice = (slots[number] for slots in looser)
    texts = (set_text(measure.case, s, column.paragraphs, divide=measure.divide) for s in choice)
    return next(filter(inside, texts), column)


def all_inside(columns: Iterable[Text]) -> bool:
    """Say whether the columns stand inside their slots."""
    return all(inside(column) for column in columns)


def undivided(columns: Sequence[Text]) -> bool:
    """Say whether the columns stand inside their slots without dividing a word of a heading."""
    ends = (line.runs[-1] for column in columns for line in column.lines if line.runs)
    divided = any(e.face.family is Family.HEADING and e.glyphs[-1].text == "\u00ad" for e in ends)
    return all_inside(columns) and not divided


def _slots(room: Room, size: Emu, air: float) -> tuple[Slot, Slot]:
    levels = flow_levels(size, room.palette, air)
    left, right = column_boxes(room.box, 2, GUTTER)
    return (
        Slot(column_name(0), Role.BODY, left, levels),
        Slot(column_name(1), Role.BODY, right, levels),
    )
