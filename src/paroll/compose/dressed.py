"""Layouts of a template as layouts of sheets: its placeholders as slots, its levels as styles.

Line spacing in per cent is of 1.2 times the size, as PowerPoint sets any face; where a face is
higher, of its own height, as LibreOffice sets it. What fits so fits in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from paroll.brand.template.model import Holder, Level, Page, Spacing
from paroll.brand.template.theme import family_of
from paroll.layout.setting import fits, set_text
from paroll.layout.typecase import Typecase
from paroll.looks.house import House
from paroll.sheet import (
    Align,
    Mark,
    MarkerStyle,
    Paragraph,
    Role,
    Ruling,
    Slot,
    Stroke,
    Style,
    Text,
)
from paroll.units import Box, Emu, pt, to_pt

NATIVE = 9
PLAIN, NUMBERED = NATIVE, NATIVE + 1
"""Levels a slot has beside the template's nine: running text without bullet, numbered points."""
LINE = 1.2
"""The height of a line at 100 per cent, in parts of the size."""
NUMBER_INDENT = 1.9
"""How far numbered points are indented, in parts of their size: room for two digits."""
FOREIGN = 0.94
"""The part of a slot that is filled where its font is not at hand, and another is measured."""
LEGIBLE = pt(18)
LARGEST_CELL = pt(24)
_LEAST_SLOGAN = 9
_ROLES = {
    "title": Role.TITLE,
    "ctrTitle": Role.TITLE,
    "dt": Role.DATE,
    "sldNum": Role.PAGE,
    "pic": Role.PICTURE,
}


def slot_of(house: House, holder: Holder, size: Emu = 0) -> Slot:
    """Return a placeholder as a slot, its first level set in `size`, the others to match."""
    own = holder.levels[0].size
    levels = [_style(house.case, level, _smaller(level.size, own, size)) for level in holder.levels]
    first = levels[0]
    plain = first._replace(indent=0, marker=None)
    indent = round(NUMBER_INDENT * first.size)
    marker = MarkerStyle(first.face, first.size, holder.levels[0].bullet_colour)
    numbered = first._replace(indent=indent, marker=marker)
    box = holder.inner if _is_at_hand(house, holder) else _narrower(holder)
    role = _ROLES.get(holder.type, Role.BODY)
    return Slot(holder.name, role, box, (*levels, plain, numbered), holder.anchor)


def table_slot(house: House, holder: Holder, size: Emu = 0) -> Slot:
    """Return a placeholder as a slot for a table, in the colours of its text, ruled plainly."""
    text = slot_of(house, holder, size).levels[PLAIN]
    cell = _in_table(text, min(text.size, LARGEST_CELL))
    head = cell._replace(face=cell.face._replace(bold=True))
    line = Stroke(text.colour, pt(0.5))
    ruling = Ruling(Stroke(text.colour, pt(2)), line, line, air=pt(5), gutter=pt(20))
    return Slot(holder.name, Role.TABLE, holder.inner, (cell, head), ruling=ruling)


def chart_slot(house: House, holder: Holder, size: Emu = 0) -> Slot:
    """Return a placeholder as a slot for a chart: its names, values, and values that matter."""
    text = slot_of(house, holder, size).levels[PLAIN]
    plain = _in_table(text, min(text.size, LARGEST_CELL))
    loud = plain._replace(face=plain.face._replace(bold=True))
    return Slot(holder.name, Role.CHART, holder.inner, (plain, plain, loud))


def _in_table(text: Style, size: Emu) -> Style:
    leading = max(round(size * LINE), text.leading * size // text.size)
    return text._replace(size=size, leading=leading, before=0, align=Align.LEFT)


def _smaller(size: Emu, first: Emu, wanted: Emu) -> Emu:
    """Return the size of a level where the first is set in `wanted`: in whole points.

    None gets smaller than can be read, unless the template has it so.
    """
    if not wanted or wanted >= first:
        return size
    scaled = pt(int(to_pt(size) * wanted / first))
    return min(size, max(scaled, LEGIBLE))


def _style(case: Typecase, level: Level, size: Emu) -> Style:
    face = case.at_hand(level.face)
    metrics = case.metrics(face)
    line = round(size * max(LINE, metrics.ascent + metrics.descent))
    before = _distance(level.before, size) + _distance(level.after, size)
    marker = None
    if level.bullet:
        marker = MarkerStyle(
            face,
            round(size * level.bullet_size),
            level.bullet_colour,
            level.bullet,
            max(0, level.margin - level.hang),
        )
    return Style(
        face=level.face,
        size=size,
        leading=level.spacing.exact or round(line * level.spacing.lines),
        colour=level.colour,
        before=before,
        indent=level.margin,
        marker=marker,
        align=level.align,
        capitals=level.capitals,
    )


def _distance(spacing: Spacing, size: Emu) -> Emu:
    return spacing.exact or round(spacing.lines * LINE * size)


def _is_at_hand(house: House, holder: Holder) -> bool:
    names = {family: name.name for family, name in house.brand.families.items()}
    return family_of(holder.levels[0].typeface, names) is not None


def _narrower(holder: Holder) -> Box:
    box = holder.inner
    width = round(box.w * FOREIGN)
    shift = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[holder.levels[0].align]
    return box._replace(x=box.x + round((box.w - width) * shift), w=width)


def levelled(holder: Holder, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs at the levels that a placeholder has for them."""
    item, first = item_level(holder), holder.levels[0]
    text = PLAIN if first.bullet or first.margin else 0
    for paragraph in paragraphs:
        if paragraph.marker.isdecimal():
            yield paragraph._replace(level=NUMBERED, marker=f"{paragraph.marker}.")
        elif paragraph.marker:
            yield paragraph._replace(level=item, marker=holder.levels[item].bullet)
        else:
            yield paragraph._replace(level=text)


def item_level(holder: Holder) -> int:
    """Return the level for points: the first with a bullet that is no smaller than can be read."""
    least = min(holder.levels[0].size, LEGIBLE)
    bulleted = (n for n, lv in enumerate(holder.levels) if lv.bullet and lv.size >= least)
    return next(bulleted, 0)


@lru_cache(maxsize=256)
def furniture_of(house: House, page: Page) -> tuple[Mark, ...]:
    """Return what can be shown of what a layout draws: shapes, pictures, texts of its own."""
    return (*page.marks, *_stills(house, page))


def _stills(house: House, page: Page) -> Iterator[Text]:
    for still in page.stills:
        slot = slot_of(house, still.holder)
        face = house.case.at_hand(slot.levels[0].face)
        if not any(
            house.case.missing(face, line) for p in still.paragraphs for line in p.text.split("\n")
        ):
            yield set_text(house.case, slot, still.paragraphs)


@lru_cache(maxsize=256)
def slogan_slot(house: House, page: Page, slogan: tuple[Paragraph, ...]) -> Slot | None:
    """Return where the slogan stands on a layout, as large as fits; None if it has no place.

    Whether it stands there at the smallest size, `fits` tells.
    """
    holder = next((h for h in page.holders if h.is_slogan), None) or page.holder("ftr")
    if holder is None:
        return None
    own = holder.levels[0].size
    steps = (pt(size) for size in range(int(to_pt(own)) - 1, _LEAST_SLOGAN - 1, -1))
    slots = [slot_of(house, holder), *(_set_in(house, holder, size) for size in steps)]
    return next((slot for slot in slots if fits(house.case, slot, slogan)), slots[-1])


def _set_in(house: House, holder: Holder, size: Emu) -> Slot:
    """Return the slot of a small text at a size, which may be under that of running text."""
    levels = tuple(level._replace(size=size) for level in holder.levels)
    return slot_of(house, holder._replace(levels=levels))
