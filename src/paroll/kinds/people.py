"""People: who they are and what they do, with a portrait or their initials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import accumulate, product
from typing import ClassVar

from paroll.brand.model import Device
from paroll.finding import Span
from paroll.kinds import kind
from paroll.kinds.columns import cells
from paroll.kinds.kind import (
    TITLE,
    Context,
    Draft,
    Group,
    Kind,
    Level,
    body_slot,
    fill,
    layout,
    note_of,
    paragraphs,
    part,
    picture_slot,
    title_slot,
)
from paroll.kinds.names import Card, initials
from paroll.kinds.shots import shot_of
from paroll.layout.fit import Filling, Menu, Page, balanced, page_fits
from paroll.layout.typecase import Typecase
from paroll.looks.house import House, body_style, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme import Percent, PicturePath, Section, Words
from paroll.sheet import Align, Anchor, Form, Layout, Shape, Slot
from paroll.source import NOWHERE, Plain, Record, documented
from paroll.tuples import NamedTuple
from paroll.units import Box, pt


class Person(Record):
    """Somebody, with a portrait if there is one."""

    SHORTHAND: ClassVar[str] = "name"

    name: Plain = documented("Who it is.", example="Ann-Sofi Lodin (S)")
    office: Plain | None = documented("What they are.", example="regiondirektör", default=None)
    picture: PicturePath | None = documented(
        "A portrait: its path from the programme's folder. Without one, initials stand there.",
        example="bilder/ann-sofi.jpg",
        default=None,
    )
    focus: tuple[Percent, ...] = documented(
        "The middle of the face, in per cent from left and from top.",
        example="[50, 35]",
        default=(),
        at_least=2,
        at_most=2,
    )
    alt: Plain | None = documented(
        "What the portrait shows; the name if left out.", example="Ann-Sofi Lodin", default=None
    )
    span: Span = NOWHERE


class People(Section):
    """People side by side, eight on a slide at most."""

    EXAMPLE: ClassVar[str] = """\
heading: Vi vill leda regionen
people:
  - name: Ann-Sofi Lodin (S)
    office: regionråd
    picture: bilder/ann-sofi.jpg
  - name: Erik af Ekenstam
    office: gruppledare
  - name: Märta Östlund-Berg
    office: kandidat till regionfullmäktige
"""

    heading: Words = documented("What they are.", example="Vi vill leda regionen")
    people: tuple[Person, ...] = documented("The people.")


class _Step(NamedTuple):
    """A portrait's side and the sizes of name and office, in points."""

    side: float
    name: float
    office: float


MOST = 8
FEWER = (MOST, 6, 4, 3, 2, 1)
"""How many people stand on a page; fewer where names or offices are too long for so many."""
HEADINGS, LOWER_HEADINGS = (44, 36, 32, 28), (36, 32, 28)
ONE_ROW = 4
"""How many people stand in one row."""
BESIDE = {1: 36, 2: 20, 5: 14, 6: 14}
"""For which numbers of people the words stand beside the portraits, and how far from them."""
UNDER, CLOSE_UNDER = 10, 4
"""How far under the portraits they stand otherwise, in one row and in two."""
STEPS: dict[int, tuple[_Step, ...]] = {
    1: (_Step(250, 40, 24), _Step(250, 32, 22), _Step(200, 26, 20)),
    2: (_Step(200, 28, 20), _Step(180, 24, 18), _Step(150, 20, 18)),
    3: (_Step(184, 24, 20), _Step(160, 24, 20), _Step(140, 22, 18), _Step(116, 20, 18)),
    4: (_Step(184, 22, 18), _Step(160, 22, 18), _Step(136, 20, 18), _Step(116, 18, 18)),
    6: (_Step(124, 20, 18), _Step(112, 18, 18), _Step(96, 18, 18)),
    8: (_Step(78, 18, 18), _Step(56, 18, 18)),
}
STEPS |= {5: STEPS[6], 7: STEPS[8]}
INITIALS = 0.36
"""The size of initials, as a part of their shape's height."""


def menus(house: House) -> tuple[Menu, ...]:
    """Return the menus of each number of people, with portraits and with initials."""
    numbers = (4, 1, 2, 3, 5, 6, 7, 8)
    return tuple(_menu(house, (has,) * n, n) for has in (True, False) for n in numbers)


def _menu(house: House, portraits: tuple[bool, ...], grid: int) -> Menu:
    """Return the layouts for a page of people, of whom these have portraits.

    They stand as `grid` people would: all pages of a section have the same grid.
    """
    headings = HEADINGS if grid <= ONE_ROW else LOWER_HEADINGS
    steps = [(size, *step) for size, step in product(headings, STEPS[grid])]
    return Menu(partial(_layout, house, portraits, grid), steps, len(steps))


@lru_cache
def _layout(
    house: House, portraits: tuple[bool, ...], grid: int, heading: float, *points: float
) -> Layout:
    page, step = stage(house, Mood.OPEN), _Step(*points)
    levels = (
        body_style(pt(step.name), page.palette.body, bold=True),
        body_style(pt(step.office), page.palette.body),
    )
    anchor = Anchor.MIDDLE if grid in BESIDE else Anchor.TOP
    form = Form.ELLIPSE if house.brand.look.device is Device.CIRCLE else Form.RECTANGLE
    top = 0.25 if grid <= ONE_ROW else 0.18
    slots: list[Slot] = []
    marks: list[Shape] = []
    places = _places(part(page.room, 0, top, 1, 1), len(portraits), grid)
    for number, (has, place) in enumerate(zip(portraits, places, strict=True), 1):
        face = Box(place.x, place.y, pt(step.side), pt(step.side))
        if has:
            slots.append(picture_slot(house, face, portrait_name(number), form))
        else:
            marks.append(Shape(face, "tint", form))
            slots.append(_initials_slot(house, face, number))
        slots.append(
            body_slot(house, _words(place, face, grid), levels, anchor, person_name(number))
        )
    head = part(page.room, 0, 0, 0.97, top - 0.04)
    title = title_slot(house, head, heading_style(pt(heading), page.palette.heading))
    name = _named(portraits, grid, step, heading)
    return layout(page, "people", name, title, *slots, marks=tuple(marks))


def _places(box: Box, count: int, grid: int) -> list[Box]:
    """Return where `count` people stand in a grid for `grid`: in even rows, from the left."""
    rows = 1 if grid <= ONE_ROW else 2
    across, each = -(-grid // rows), -(-count // rows)
    every = cells(box, rows, across)
    return [every[n // each * across + n % each] for n in range(count)]


def _named(portraits: Sequence[bool], grid: int, step: _Step, heading: float) -> str:
    without = [str(number) for number, has in enumerate(portraits, 1) if not has]
    count = str(grid) if len(portraits) == grid else f"{len(portraits)} of {grid}"
    name = f"{count} people {step.name}/{heading}, portraits {step.side}"
    return f"{name}, initials {' '.join(without)}" if without else name


def _words(place: Box, face: Box, grid: int) -> Box:
    """Return the box of name and office: beside the portrait, or under it."""
    if grid in BESIDE:
        left = face.right + pt(BESIDE[grid])
        return Box.between(left, face.y, place.right, face.bottom)
    top = face.bottom + pt(UNDER if grid <= ONE_ROW else CLOSE_UNDER)
    return Box.between(place.x, top, place.right, place.bottom)


def _initials_slot(house: House, face: Box, number: int) -> Slot:
    style = heading_style(round(face.h * INITIALS / pt(1)) * pt(1), "strong", 1.0)
    style = style._replace(align=Align.CENTRE)
    return body_slot(house, face, (style,), Anchor.MIDDLE, initials_name(number))


def portrait_name(number: int) -> str:
    """Return the name of the slot of a portrait, counted from 1."""
    return f"Portrait {number}"


def initials_name(number: int) -> str:
    """Return the name of the slot of initials, counted from 1."""
    return f"Initials {number}"


def person_name(number: int) -> str:
    """Return the name of the slot of a name and office, counted from 1."""
    return f"Person {number}"


def drafts(section: People, context: Context) -> Iterable[Draft]:
    """Set people in even parts, as many on a page as their names and offices allow.

    Portraits and names are as large on all pages.
    """
    for most in FEWER:
        pages = list(_pages(section, context, most))
        steps = range(len(pages[0].menu.steps))
        for stands, index in product((_stands_neatly, _stands), steps):
            if all(stands(context.house.case, page, index) for page in pages):
                return [page._replace(menu=page.menu._replace(first=index)) for page in pages]
    return pages


def _stands(case: Typecase, draft: Draft, index: int) -> bool:
    return page_fits(case, Page(draft.menu.layout(index), draft.fills))


def _stands_neatly(case: Typecase, draft: Draft, index: int) -> bool:
    """Say whether a page fits, and no name on it is torn."""
    filled = Page(draft.menu.layout(index), draft.fills).filled
    cards = ((slot, card) for slot, card in filled if isinstance(card, Card))
    return all(card.neat(case, slot) for slot, card in cards) and _stands(case, draft, index)


def _pages(section: People, context: Context, most: int) -> Iterable[Draft]:
    sizes = sorted(balanced([1] * len(section.people), -(-len(section.people) // most)))[::-1]
    for start, size in zip(accumulate(sizes, initial=0), sizes, strict=False):
        yield _page(section, section.people[start : start + size], context, sizes[0])


def _page(section: People, people: Sequence[Person], context: Context, grid: int) -> Draft:
    fills: dict[str, Filling] = {TITLE: fill(section.heading)}
    for number, person in enumerate(people, 1):
        if person.picture:
            shot = shot_of(person.picture, context, person.alt or person.name, person.focus)
            fills[portrait_name(number)] = shot
        else:
            letters = Plain(initials(person.name.text), person.name.span)
            fills[initials_name(number)] = fill(letters)
        (name,) = paragraphs(person.name)
        under = paragraphs(person.office, 1) if person.office else ()
        fills[person_name(number)] = Card(name, under, person.name.span)
    menu = _menu(context.house, tuple(person.picture is not None for person in people), grid)
    return Draft(menu, fills, notes=note_of(section))


def brief(section: People, context: Context) -> Iterable[Group]:
    """Say each name with its office."""
    del context
    groups = [
        (
            *paragraphs(person.name, Level.NAME),
            *(paragraphs(person.office, Level.SMALL) if person.office else ()),
        )
        for person in section.people
    ]
    return [(*paragraphs(section.heading, Level.HEADING), *groups[0]), *groups[1:]]


def cards(section: People, context: Context) -> Iterable[kind.Card]:
    """Make a picture of them, or several where one is too small."""
    from paroll.kinds.boards.people import boards  # noqa: PLC0415  (only for pictures)

    yield kind.Card(fill(section.heading), Mood.OPEN, boards=partial(boards, section, context))


KIND = Kind("people", People, menus, drafts, brief, headed=True, cards=cards, listed=True)
