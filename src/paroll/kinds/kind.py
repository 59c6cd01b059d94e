"""What a kind of page is made of, and the helpers kinds share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any

from paroll.finding import Span
from paroll.layout.fit import Fill, Filling, Fills, Menu, Page, page_fits
from paroll.layout.typecase import Typecase
from paroll.looks.house import BODY as RUNNING
from paroll.looks.house import House, Palette
from paroll.looks.stage import Mood, Stage
from paroll.pictures import Photo, Sketch
from paroll.programme.links import Address
from paroll.programme.model import Section
from paroll.programme.words import Words
from paroll.sheet import (
    Align,
    Anchor,
    Form,
    Layout,
    Mark,
    Paragraph,
    Role,
    Run,
    Slot,
    Style,
)
from paroll.source import Plain
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt, to_pt

TITLE = "Title"
BODY = "Body"
LOCATOR = "Locator"
OVERLINE = "Overline"
BULLET = "•"
_SCHEMES = ("http", "https", "mailto", "tel")


class Draft(NamedTuple):
    """A page of a deck before it is fitted: texts for the slots of a menu of layouts.

    The text of slot `divides` may run on over several pages; what is `once` stands on the first of
    them only. A page is `headed` if its title is a heading, whatever its kind. `notes` go with all
    pages of it; `asides`, what is said of single texts, by their places, with those that show them.
    """

    menu: Menu
    fills: Fills
    divides: str = ""
    notes: str = ""
    once: str = ""
    headed: bool = False
    asides: tuple[tuple[Span, str], ...] = ()


class Level(IntEnum):
    """The levels of the slot a leaflet's text flows in.

    `OVER` begins a group; a figure close under it is `HEADED`, a heading is a `HEADLINE`, a
    statement is `STATED`. What is `SAID` is a quotation that is set as text.
    """

    HEADING = 0
    NUMBERED = 1
    BULLETED = 2
    TEXT = 3
    SMALL = 4
    FIGURE = 5
    NAME = 6
    QUOTE = 7
    LEAD = 8
    UNDER = 9
    UNIT = 10
    OVER = 11
    HEADED = 12
    SAID = 13
    HEADLINE = 14
    STATED = 15


Group = tuple[Paragraph, ...]
"""Paragraphs that a column does not part."""


class Pieces(NamedTuple):
    """How high an inset is: what is not parted of it, and what stands above on every column.

    `before` is the air above it. Without `heights` it does not stand.
    """

    before: Emu = 0
    head: Emu = 0
    heights: tuple[Emu, ...] = ()

    @property
    def height(self) -> Emu:
        """What all of it takes."""
        return self.head + sum(self.heights)


class Inset(ABC):
    """What stands among paragraphs in a frame of its own: a table, a chart, a photo.

    `words` are the groups that say the same where its column is too narrow for it; they take the
    place of all its group. It keeps to its neighbours as a paragraph of its `level` does. Insets
    of lower `rank` give way to words first. The text is to be as large as is read with ease where
    it stands, times `ease`.
    """

    level = Level.TEXT
    rank = 0
    ease = 1.0

    def __init__(self, words: tuple[Group, ...], house: House) -> None:
        self.words = words
        self.house = house

    @abstractmethod
    def stands(self, case: Typecase, slot: Slot) -> bool:
        """Say whether the smallest type stands in the width of `slot`."""

    @abstractmethod
    def pieces(self, case: Typecase, slot: Slot) -> Pieces:
        """Return how high it is among text of the levels of `slot`."""

    @abstractmethod
    def set(self, case: Typecase, slot: Slot) -> Mark:
        """Return it at the top of `slot`."""

    def part(self, start: int, stop: int | None = None) -> Inset:
        """Return it with the pieces from `start` up to `stop` only; most have but one."""
        del start, stop
        return self


Item = Paragraph | Inset
Passage = tuple[Item, ...]
"""Paragraphs and insets that a column does not part."""


class Context(NamedTuple):
    """What a kind may ask for: the house, the number of each numbered point by its place.

    `pictures` are those the programme names, by path; `headings` those of its sections in their
    order, each once. In printed matter the one written at `fronted` stands on the front.
    """

    house: House
    numbers: Mapping[Span, int]
    pictures: Mapping[str, Photo | Sketch] = {}
    headings: tuple[Words, ...] = ()
    fronted: Span | None = None

    @property
    def total(self) -> int:
        """How many points are numbered in the whole programme."""
        return len(self.numbers)


class Room(NamedTuple):
    """What is free on a picture, and the colours on its ground."""

    box: Box
    palette: Palette


class Placed(NamedTuple):
    """What stands in a room: slots, and marks of the kind that nothing fills."""

    slots: tuple[Slot, ...]
    marks: tuple[Mark, ...] = ()


class Board(NamedTuple):
    """What a picture for social media shows under its hero.

    `place(room, *step)` says for one of `steps`, the best first, how `fills` stand in what
    is left of the room; a step begins with the size of its text in points.
    """

    place: Callable[..., Placed]
    steps: Sequence[tuple[float, ...]]
    fills: Fills


class Card(NamedTuple):
    """One idea, to be a picture for social media: `hero` is set as large as there is room.

    `over` and `under` stand small above and below it; a `figure`, a number and perhaps its unit,
    is set larger than the hero. In `under`, paragraphs of level 0 are bold. `point` is the number
    of a numbered point; `chosen` says that the author asked for this very card. Where the `hero`
    is the `slogan`, it does not stand above as well. A `photo` has half the card, and its `credit`.
    `boards(count)` are what it shows on so many pictures, none if it cannot be divided so.
    """

    hero: Fill
    mood: Mood = Mood.STRONG
    over: Words | Plain | None = None
    figure: tuple[Plain, Plain | None] | None = None
    under: Fill | None = None
    point: int = 0
    chosen: bool = False
    slogan: bool = False
    photo: Filling | None = None
    credit: Plain | None = None
    boards: Callable[[int], Sequence[Board]] | None = None


class Kind(NamedTuple):
    """A kind of page: the fields an author fills, its layouts, how it is set.

    `menus` are all its layouts, the one a colleague starts from first; `drafts` makes the pages
    of a deck; `brief` makes what a leaflet says instead; `flowed` makes the same with insets, where
    there are any; `cards` makes pictures for social media.
    `headed` kinds have a heading as title, which several pages may share; `beside` ones have it
    beside the content; the heading of `listed` ones says little without what follows. `striking`
    kinds become pictures where the author chose nothing.
    """

    name: str
    fields: type[Section]
    menus: Callable[[House], tuple[Menu, ...]]
    drafts: Callable[[Any, Context], Iterable[Draft]]
    brief: Callable[[Any, Context], Iterable[Group]]
    headed: bool = False
    beside: bool = False
    cards: Callable[[Any, Context], Iterable[Card]] = lambda section, _: heading_cards(section)
    striking: bool = False
    listed: bool = False
    flowed: Callable[[Any, Context], Iterable[Passage]] | None = None


def heading_cards(section: Section) -> Iterable[Card]:
    """Make a picture of a section's heading, if it has one."""
    if section.heading:
        yield Card(fill(section.heading), Mood.OPEN)


def stepped(drafts: Sequence[Draft], most: int) -> Iterator[list[Draft]]:
    """Yield the pages with menus that begin at the first step, at the second, up to `most`."""
    for step in range(most):
        yield [draft._replace(menu=draft.menu._replace(first=step)) for draft in drafts]


def first_fitting(case: Typecase, candidates: Iterable[Sequence[Draft]]) -> Sequence[Draft]:
    """Return the first candidate whose pages all fit where their menus begin, or the last.

    So pages that belong together share their type sizes, which `first_fit` alone does not see to.
    """
    for candidate in candidates:
        firsts = ((draft.menu.layout(draft.menu.first), draft.fills) for draft in candidate)
        if all(page_fits(case, Page(*first)) for first in firsts):
            return candidate
    return candidate


def fill(words: Words | Plain, level: int = 0) -> Fill:
    """Return the paragraphs of `words` at `level`."""
    return Fill(paragraphs(words, level), words.span)


def paragraphs(words: Words | Plain, level: int = 0, marker: str = "") -> tuple[Paragraph, ...]:
    """Return the paragraphs of `words`; the marker hangs by the first."""
    if isinstance(words, Plain):
        return (Paragraph((Run(words.text),), level, marker, words.span),)
    return tuple(
        Paragraph(tuple(runs), level, "" if index else marker, words.span)
        for index, runs in enumerate(words.paragraphs)
    )


def note_of(section: Section) -> str:
    """Return what the speaker says on a section's pages."""
    return section.note.text if section.note else ""


def joined(*fills: Fill) -> Fill:
    """Return one fill with the paragraphs of all; its place is the first's."""
    return Fill(sum((fill.paragraphs for fill in fills), ()), fills[0].span)


def readable(address: Address) -> str:
    """Return an address as it is said aloud: without what only computers need."""
    scheme, colon, rest = str(address).partition(":")
    shown = rest if colon and scheme.lower() in _SCHEMES else str(address)
    return shown.removeprefix("//").rstrip("/")


def link_paragraph(text: str, address: Address, level: int) -> Paragraph:
    """Return a line such as "Läs mer: vgregion.se", where the address is a link."""
    shown = readable(address)
    words = (Run(f"{text} "),) if text else ()
    return Paragraph((*words, Run(shown, link=address.text)), level, span=address.span)


def title_slot(house: House, box: Box, style: Style, anchor: Anchor = Anchor.TOP) -> Slot:
    """Return the slot of a page's title."""
    return Slot(TITLE, Role.TITLE, box, (style,), anchor, house.phrases.prompt_title)


def body_slot(
    house: House, box: Box, levels: tuple[Style, ...], anchor: Anchor = Anchor.TOP, name: str = BODY
) -> Slot:
    """Return a slot for text."""
    return Slot(name, Role.BODY, box, levels, anchor, house.phrases.prompt_text)


def picture_slot(house: House, box: Box, name: str, form: Form = Form.RECTANGLE) -> Slot:
    """Return a slot for a picture."""
    style = Style(RUNNING, pt(14), pt(18), "muted", align=Align.CENTRE)
    prompt = house.phrases.prompt_picture
    return Slot(name, Role.PICTURE, box, (style,), Anchor.MIDDLE, prompt, form)


def layout(
    stage: Stage, kind: str, name: str, *slots: Slot, marks: tuple[Mark, ...] = ()
) -> Layout:
    """Return a layout on `stage`: its furniture, `marks` of the kind, its slots, its fields."""
    return Layout(
        name, kind, stage.palette.ground, (*stage.furniture, *marks), (*slots, *stage.fields)
    )


def down(box: Box, fraction: float) -> Emu:
    """Return the y this far down `box`, in whole points: lines drawn there have sharp edges."""
    return box.y + pt(round(to_pt(box.h) * fraction))


def part(box: Box, left: float, top: float, right: float, bottom: float) -> Box:
    """Return the part of `box` between these fractions of its width and height."""
    return Box.between(
        box.x + round(box.w * left),
        box.y + round(box.h * top),
        box.x + round(box.w * right),
        box.y + round(box.h * bottom),
    )
