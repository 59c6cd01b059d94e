"""Fronts: the slogan as large as its longest line allows, the title below, perhaps a picture.

Covers of folders and posters are fronts, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paroll.compose.darkroom import developed
from paroll.compose.misfit import overlong
from paroll.compose.rules import TOO_SMALL_FROM_AFAR
from paroll.finding import Finding
from paroll.kinds.kind import TITLE, Context, paragraphs, picture_slot
from paroll.kinds.picture import Picture as PictureSection
from paroll.kinds.shots import shot_of
from paroll.layout.evened import dangles
from paroll.layout.fit import Page, set_page
from paroll.layout.galley import whole_words
from paroll.layout.setting import inside, set_text, widest
from paroll.looks.covers import Cover
from paroll.looks.house import House, Palette, heading_style, slogan_slot
from paroll.programme.words import Words
from paroll.sheet import Anchor, Layout, Mark, Paragraph, Role, Run, Slot, Text
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, mm, pt, to_mm, to_pt

TITLE_TO_SLOGAN = 0.7
LEAST_TITLE = 14
"""A front's title at most, as a part of the slogan's size, and at least, in points."""
EVEN, SHORT = 0.7, 0.45
"""How much smaller a title may be set for even lines; what part of the longest a short one is."""
LARGEST_NUMBER = 0.95
"""The size of a number that is a picture, as a part of the height of its box."""
BESIDE_NUMBER = 0.27
"""The largest size of the words beside it, as a part of the number's."""
NARROW = 1.45
"""Below how many of its heights a title's box is so narrow that the words go below the number."""
HALF, WIDEST, SLACK = 0.5, 0.97, 1.03
"""Parts of a box: what of its width a number with words beside it may take, what one alone may; and
how much wider than a number its slot is."""
NUMBER, PHOTO = "Number", "Photo"
STEP = 0.94
"""How much smaller each size is that is tried beyond the brand's own."""
_COUNTED = re.compile(r"(\d[\d .,]*\d|\d)\s+(\S.*)", re.DOTALL)


class Fronted(NamedTuple):
    """What stands on a front, and what is wrong with it."""

    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...] = ()


def set_front(
    house: House, page: Cover, title: Plain | Words | None, share: float = TITLE_TO_SLOGAN
) -> Fronted:
    """Set the slogan and, under it, a `title`; a number that begins it is the picture.

    The title's size is at most a `share` of the slogan's.
    """
    slot = slogan_slot(house, page.slogan, page.palette.heading, Role.BODY, page.anchor)
    slogan = set_text(house.case, slot, (house.slogan_paragraph,), span=house.slogan[0].span)
    findings = tuple(_too_small(house, slogan))
    if title is None:
        return Fronted((slogan,), findings)
    largest = max(LEAST_TITLE, to_pt(slot.levels[0].size) * share)
    marks, wrong = _title(house, page, title, largest)
    return Fronted((slogan, *marks), (*findings, *wrong))


def hung(
    context: Context, box: Box, section: PictureSection, painted: Box
) -> tuple[tuple[Mark, ...], list[Finding]]:
    """Return the photograph of `section` in `box`.

    Where that ends with the page it reaches as far as the page is `painted`.
    """
    house = context.house
    page = house.form.page
    place = Box.between(
        painted.x if box.x == page.x else box.x,
        painted.y if box.y == page.y else box.y,
        painted.right if box.right == page.right else box.right,
        painted.bottom if box.bottom == page.bottom else box.bottom,
    )
    slot = picture_slot(house, place, PHOTO)
    shot = shot_of(section.picture, context, section.alt, section.focus)
    page_of_one = Page(Layout(PHOTO, "front", "paper", (), (slot,)), {PHOTO: shot})
    (developed_one,), faults = developed([page_of_one], house.form.medium)
    return set_page(house.case, developed_one), faults


def _too_small(house: House, slogan: Text) -> Iterator[Finding]:
    """Yield the finding that the slogan cannot be read from where it is to be read."""
    size, form = slogan.slot.levels[0].size, house.form
    if size < form.loud:
        longest = max(house.slogan, key=lambda line: len(line.text))
        message = (
            f"slogan is {to_pt(size):g} pt on {form.name}; it takes {to_pt(form.loud):.0f} "
            f"to be read from {to_mm(form.away) / 1000:g} m"
        )
        characters = len(longest.text) * size // form.loud
        hint = f"break it into lines of at most {characters} characters or so"
        yield TOO_SMALL_FROM_AFAR.at(longest.span, message, hint)


def _title(
    house: House, page: Cover, title: Plain | Words, largest: float
) -> tuple[tuple[Mark, ...], list[Finding]]:
    """Set the title in `largest` points at most: the slogan is the headline."""
    counted = _COUNTED.fullmatch(title.text)
    hero = counted and _counted_title(house, page, counted[1], counted[2])
    if hero:
        return hero, []
    words = paragraphs(title)
    fitting: list[Text] = []
    for size in _sizes(house, largest, LEAST_TITLE):
        style = heading_style(size, page.on_title.heading)
        slot = Slot(TITLE, Role.TITLE, page.title, (style,), Anchor.BOTTOM)
        text = set_text(house.case, slot, words, span=title.span, divide=whole_words)
        if fitting and size < fitting[0].slot.levels[0].size * EVEN:
            break
        if inside(text):
            fitting.append(text)
    if fitting:
        return (min(fitting, key=_lost_words),), []
    return (), [overlong(house.case, slot, words)]


def _lost_words(text: Text) -> int:
    """Return how many lines of a text are much shorter than its longest, or end too early."""
    longest = max(line.width for line in text.lines)
    short = sum(line.width < longest * SHORT for line in text.lines)
    said = ("".join(g.text for run in line.runs for g in run.glyphs) for line in text.lines[:-1])
    return short + sum(map(dangles, said))


def _sizes(house: House, largest: float, least: float) -> Iterator[Emu]:
    """Yield the brand's sizes, largest first; beyond its largest, sizes in whole points."""
    largest = max(largest, least)
    own = house.sizes(largest, least)
    while largest > to_pt(own[0]) / STEP:
        yield pt(int(largest))
        largest *= STEP
    yield from own


def _counted_title(house: House, page: Cover, number: str, rest: str) -> tuple[Mark, ...] | None:
    """Set the number as a picture, `rest` beside it or, in a narrow box, below it."""
    box = page.title
    unit = heading_style(pt(100), page.on_title.heading, 1.0)
    per_em = widest(house.case, unit, (number,)) / pt(100) * SLACK
    if box.w < box.h * NARROW:
        return _above(house, page, per_em, number, rest)
    size = pt(int(min(to_pt(box.h) * LARGEST_NUMBER, to_pt(box.w) * HALF / per_em)))
    if size < box.h * HALF:
        return None
    style = heading_style(size, page.on_title.heading, 1.0)
    slot = Slot(NUMBER, Role.BODY, box._replace(w=round(size * per_em)), (style,), Anchor.BOTTOM)
    figure = set_text(house.case, slot, (_line(number),))
    gap = max(mm(4), size // 14)
    beside = Box.between(slot.box.right + gap, box.y, box.right, box.bottom)
    return next(_beside(house, beside, page.on_title, rest, figure), None)


def _above(
    house: House, page: Cover, per_em: float, number: str, rest: str
) -> tuple[Mark, ...] | None:
    """Set the number as wide as the box, and `rest` under it in two lines at most."""
    box, palette = page.title, page.on_title
    for size in _sizes(house, to_pt(box.h) * HALF, LEAST_TITLE):
        style = heading_style(size, palette.heading)
        room = box._replace(y=box.bottom - 2 * style.leading, h=2 * style.leading)
        slot = Slot(TITLE, Role.TITLE, room, (style,), Anchor.BOTTOM)
        words = set_text(house.case, slot, (_line(rest),), divide=whole_words)
        if inside(words):
            break
    else:
        return None
    height = box.h - words.height
    large = pt(int(min(to_pt(height), to_pt(box.w) * WIDEST / per_em)))
    if large < 2 * size:
        return None
    style = heading_style(large, palette.heading, 0.95)
    place = Box.between(box.x, box.y, box.right, box.bottom - words.height)
    slot = Slot(NUMBER, Role.BODY, place, (style,), Anchor.BOTTOM)
    return set_text(house.case, slot, (_line(number),)), words


def _beside(
    house: House, box: Box, palette: Palette, rest: str, figure: Text
) -> Iterator[tuple[Mark, ...]]:
    """Yield the number with `rest` in each size that stands beside it, largest first."""
    baseline = figure.lines[-1].y
    number = figure.slot.levels[0].size
    for size in _sizes(house, to_pt(number) * BESIDE_NUMBER, LEAST_TITLE):
        style = heading_style(size, palette.heading)
        foot = baseline + round(0.2 * size)
        room = Box.between(box.x, foot - round(number * 0.735), box.right, foot)
        slot = Slot(TITLE, Role.TITLE, room, (style,), Anchor.BOTTOM)
        text = set_text(house.case, slot, (_line(rest),), divide=whole_words)
        if inside(text):
            yield figure, text


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),))
