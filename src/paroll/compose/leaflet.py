"""The leaflet: a front that is seen from afar, a back with the points in short form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from paroll.brand.model import Brand
from paroll.compose.flow import Measure, flow
from paroll.compose.furniture import check_furniture
from paroll.compose.house import context_of, furnish
from paroll.compose.misfit import overlong, overwide
from paroll.compose.rules import LEAFLET_TOO_LONG, SENDER_TOO_LONG
from paroll.finding import Finding
from paroll.formats import Format
from paroll.kinds import KINDS
from paroll.kinds.columns import column_boxes, column_name
from paroll.kinds.flow import flow_levels
from paroll.kinds.kind import TITLE, Group, Level, paragraphs
from paroll.layout.galley import divider
from paroll.layout.setting import break_text, inside, set_text, widest
from paroll.layout.typecase import Typecase
from paroll.looks.covers import Cover
from paroll.looks.house import House, Palette, body_style, heading_style, slogan_slot
from paroll.looks.leaflets import GUTTER, Back, back, front
from paroll.programme.model import Programme, Sender
from paroll.sheet import (
    Anchor,
    Document,
    Family,
    Layout,
    Mark,
    Paragraph,
    Role,
    Run,
    Sheet,
    Slot,
    Style,
    Text,
)
from paroll.units import Box, Emu, mm, pt, to_mm, to_pt

LARGEST = 14
"""The largest body size in points; beyond it a leaflet would look like a poster."""
TITLE_TO_SLOGAN = 0.7
LEAST_TITLE = 14
"""The front's title at most, as a part of the slogan's size, and at least, in points."""
COMFORTABLE = pt(10)
LARGEST_ALONE = 20
"""The same where there is so little text that it stands in one column."""
AIR = (1.9, 1.75, 1.6, 1.45, 1.3, 1.15, 1.0)
"""How much the space between paragraphs may be stretched to fill the columns."""
UNEVEN_AIR = 1.6
"""How much more air than its neighbour's a column may have."""
_COUNTED = re.compile(r"(\d[\d .,]*\d|\d)\s+(\S.*)", re.DOTALL)


def compose_leaflet(
    programme: Programme, brand: Brand, form: Format, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose front and back. What does not fit is a finding."""
    house = furnish(programme, brand, form, case)
    first, first_findings = _front(programme, house)
    second, second_findings = _back(programme, house)
    sheets = (first, second)
    layouts = tuple(sheet.layout for sheet in sheets)
    document = Document(
        title=programme.title.text,
        author=house.sender.text,
        language=programme.language.text,
        size=form.page,
        bleed=form.bleed,
        sheets=sheets,
        layouts=layouts,
    )
    return document, [*check_furniture(house, layouts), *first_findings, *second_findings]


def _front(programme: Programme, house: House) -> tuple[Sheet, list[Finding]]:
    page = front(house)
    slogan = slogan_slot(house, page.slogan, page.palette.heading, Role.BODY, page.anchor)
    lines = set_text(house.case, slot=slogan, paragraphs=(house.slogan_paragraph,))
    largest = max(LEAST_TITLE, to_pt(slogan.levels[0].size) * TITLE_TO_SLOGAN)
    title, findings = _title(programme, house, page, largest)
    layout = Layout("Front", "front", page.palette.ground, page.furniture, ())
    sheet = Sheet(layout, programme.title.text, (lines, *title))
    return sheet, findings


def _title(
    programme: Programme, house: House, page: Cover, largest: float
) -> tuple[tuple[Mark, ...], list[Finding]]:
    """Set the title; a number that begins it is the picture, the rest stands beside it.

    A title without a number is set in `largest` points at most: the slogan is the headline.
    """
    box, palette = page.title, page.on_title
    counted = _COUNTED.fullmatch(programme.title.text)
    if counted:
        hero = _counted_title(house, box, palette, counted[1], counted[2])
        if hero:
            return hero, []
    words = paragraphs(programme.title)
    for size in house.sizes(largest, LEAST_TITLE):
        slot = Slot(TITLE, Role.TITLE, box, (heading_style(size, palette.heading),), Anchor.BOTTOM)
        text = set_text(house.case, slot, words, span=programme.title.span)
        if inside(text):
            return (text,), []
    return (), [overlong(house.case, slot, words)]


def _counted_title(
    house: House, box: Box, palette: Palette, number: str, rest: str
) -> tuple[Mark, ...] | None:
    """Set the number as tall as the box, `rest` beside it on the same foot; None if too wide."""
    unit = heading_style(pt(100), palette.heading, 1.0)
    size = pt(min(160, int(to_pt(box.h) * 0.95)))
    width = round(widest(house.case, unit, (number,)) * size / pt(100) * 1.03)
    if width > box.w * 0.5:
        return None
    style = heading_style(size, palette.heading, 1.0)
    slot = Slot("Number", Role.BODY, box._replace(w=width), (style,), Anchor.BOTTOM)
    figure = set_text(house.case, slot, (_line(number),))
    beside = Box.between(box.x + width + mm(4), box.y, box.right, box.bottom)
    return next(_beside(house, beside, palette, rest, figure), None)


def _beside(
    house: House, box: Box, palette: Palette, rest: str, figure: Text
) -> Iterator[tuple[Mark, ...]]:
    """Yield the number with `rest` in each size that stands beside it, largest first."""
    baseline = figure.lines[-1].y
    cap = figure.slot.levels[0].size * 0.7
    for size in house.sizes(40, 14):
        style = heading_style(size, palette.heading)
        foot = baseline + round(0.2 * size)
        room = Box.between(box.x, foot - round(cap * 1.05), box.right, foot)
        text = set_text(
            house.case, Slot(TITLE, Role.TITLE, room, (style,), Anchor.BOTTOM), (_line(rest),)
        )
        if inside(text):
            yield figure, text


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _back(programme: Programme, house: House) -> tuple[Sheet, list[Finding]]:
    page = back(house)
    context = context_of(programme, house)
    sections = [section for section in programme.sections if section.leaflet]
    groups = [g for s in sections for g in KINDS[s.kind].brief(s, context) if g]
    columns, findings = _flow(programme, house, page, groups)
    address = _address(house, programme.sender, page)
    if not inside(address):
        lines = address.paragraphs
        findings.append(overlong(house.case, address.slot, lines, SENDER_TOO_LONG))
    layout = Layout("Back", "back", page.palette.ground, page.furniture, ())
    return Sheet(layout, house.phrases.back, (*columns, address)), findings


def _flow(
    programme: Programme, house: House, page: Back, groups: Sequence[Group]
) -> tuple[tuple[Text, ...], list[Finding]]:
    """Set the groups in two columns, as large as they go, then with as much air."""
    measure = Measure(house.case, divider(programme.language.text))
    if alone := _one_column(house, measure, page, groups):
        return (alone,), []
    sizes = house.sizes(LARGEST, to_pt(house.form.smallest))

    def at(size: Emu, air: float) -> tuple[Text, ...]:
        return flow(measure, _slots(page, size, air), groups)

    size = _largest(sizes[::-1], lambda size: at(size, AIR[-1]))
    if size is None:
        return _overfull(programme, measure, at(sizes[-1], AIR[-1]))
    air, columns = next((air, c) for air in AIR if _inside(c := at(size, air)))
    looser = [_slots(page, size, more) for more in AIR if more <= air * UNEVEN_AIR]
    return tuple(_loosened(measure, n, c, looser) for n, c in enumerate(columns)), []


def _one_column(house: House, measure: Measure, page: Back, groups: Sequence[Group]) -> Text | None:
    """Set the groups over the whole width, if they are so few that larger type holds them."""
    paragraphs = [paragraph for group in groups for paragraph in group]
    for size in house.sizes(LARGEST_ALONE, LARGEST):
        for air in AIR:
            levels = flow_levels(size, page.palette, air)
            slot = Slot(column_name(0), Role.BODY, page.columns, levels)
            text = set_text(measure.case, slot, paragraphs, divide=measure.divide)
            if inside(text):
                return text
    return None


def _largest(sizes: Sequence[Emu], at: Callable[[Emu], Sequence[Text]]) -> Emu | None:
    """Return the largest of `sizes`, ascending, at which the columns hold the text.

    A heading with a divided word is better than text smaller than `COMFORTABLE`.
    """
    comfortable = [size for size in sizes if size >= COMFORTABLE]
    for some, good in ((comfortable, _whole), (sizes, _inside)):
        fitting = bisect_left(some, True, key=lambda size: not good(at(size)))
        if fitting:
            return some[fitting - 1]
    return None


def _loosened(
    measure: Measure, number: int, column: Text, looser: Sequence[Sequence[Slot]]
) -> Text:
    """Give a column that ends above the other more air, the most that it holds."""
    choice = (slots[number] for slots in looser)
    texts = (set_text(measure.case, s, column.paragraphs, divide=measure.divide) for s in choice)
    return next(filter(inside, texts), column)


def _inside(columns: Iterable[Text]) -> bool:
    return all(inside(column) for column in columns)


def _whole(columns: Sequence[Text]) -> bool:
    """Say whether the columns stand inside their slots without dividing a word of a heading."""
    ends = (line.runs[-1] for column in columns for line in column.lines if line.runs)
    divided = any(e.face.family is Family.HEADING and e.glyphs[-1].text == "\u00ad" for e in ends)
    return _inside(columns) and not divided


def _overfull(
    programme: Programme, measure: Measure, columns: tuple[Text, ...]
) -> tuple[tuple[Text, ...], list[Finding]]:
    for column in columns:
        matter = break_text(measure.case, column.slot, column.paragraphs, measure.divide)
        if matter.overwide:
            return columns, [overwide(matter)]
    size = columns[0].slot.levels[Level.TEXT].size
    over = max(column.height - column.slot.box.h for column in columns)
    message = (
        f"leaflet is {to_mm(over):.1f} mm too long in each column at {to_pt(size):g} pt, "
        "the smallest size"
    )
    hint = "give long points a short form, or leave some out with 'leaflet: no'"
    return columns, [LEAFLET_TOO_LONG.at(programme.title.span, message, hint)]


def _slots(page: Back, size: Emu, air: float) -> tuple[Slot, Slot]:
    levels = flow_levels(size, page.palette, air)
    left, right = column_boxes(page.columns, 2, GUTTER)
    return (
        Slot(column_name(0), Role.BODY, left, levels),
        Slot(column_name(1), Role.BODY, right, levels),
    )


def _address(house: House, sender: Sender | None, page: Back) -> Text:
    """Set who sends the leaflet and how to reach them."""
    palette = page.on_address
    levels: tuple[Style, ...] = (
        body_style(pt(9.5), palette.body, bold=True),
        body_style(pt(7.5), palette.body),
    )
    slot = Slot("Sender", Role.BODY, page.address, levels, Anchor.MIDDLE)
    return set_text(house.case, slot, tuple(_address_lines(house, sender)))


def _address_lines(house: House, sender: Sender | None) -> Iterable[Paragraph]:
    place = house.sender.span
    if house.sender.text:
        yield Paragraph((Run(house.sender.text),), 0, span=place)
    street = tuple(str(line) for line in sender.address) if sender else house.brand.address
    if street:
        yield Paragraph((Run(", ".join(street)),), 1, span=place)
    if sender:
        ways = [str(way) for way in (sender.phone, sender.email, sender.web) if way]
        if ways:
            yield Paragraph((Run(" · ".join(ways)),), 1, span=place)
