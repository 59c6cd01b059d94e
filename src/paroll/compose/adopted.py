"""Decks in a house template: what kinds say, set into the template's own layouts and styles.

A draft keeps its texts and loses its design. Its title goes into the template's title, cards into
columns where the template has them, all else, in its order, into the body. The layouts of a menu
are one layout of the template, at sizes that step down from its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from paroll.brand.template.model import DARK, Holder, Page, Template
from paroll.brand.template.palette import palette
from paroll.brand.template.roles import Use, columns_for, layouts_for, portraits_for, use_of
from paroll.compose.dressed import (
    chart_slot,
    furniture_of,
    levelled,
    slogan_slot,
    slot_of,
    table_slot,
)
from paroll.compose.places import Pair, Plate, places, plate_of, under
from paroll.compose.rules import NO_ROOM_FOR_SLOGAN
from paroll.compose.said import Block, Said, in_one, said, slogan_line
from paroll.compose.tinted import Tinted
from paroll.finding import Finding
from paroll.kinds.codes import Code
from paroll.kinds.kind import Draft
from paroll.layout.charts.filling import ChartFill
from paroll.layout.fit import Fill, Filling, Menu
from paroll.layout.setting import fits
from paroll.layout.tables import TableFill
from paroll.looks.house import House
from paroll.sheet import Layout, Paragraph, Role, Run, Slot
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt, to_pt

BODY_STEPS = (54, 48, 44, 40, 36, 32, 28, 26, 24, 22, 20, 18)
TITLE_STEPS = (80, 72, 66, 60, 54, 48, 44, 40, 36, 32, 28, 24)
"""Sizes in points that are tried below the template's own."""
COMFORTABLE = pt(22)
"""Text is divided before it is set smaller than this, or than the template has it."""
LEAST_COMMON = 0.7
"""How much smaller than the template's the titles of a whole deck may be for the sake of one."""
_EDGES = ("cover", "closing")
"""Pages that say the slogan already."""


def adoption(house: House, template: Template, headings: Sequence[str]) -> Adoption:
    """Return how decks with these headings are set in a template: all in one size, if it may be."""
    found = next(layouts_for(template, "text")).page.title
    bare = Adoption(house, template, 0)
    if found is None or not headings:
        return bare
    own = found.levels[0].size
    sizes = [bare.largest(found, f"{heading} (1/2)") for heading in headings]
    common = max(min(sizes), round(LEAST_COMMON * own))
    return bare._replace(heading=common)


_SIZED = Fill | TableFill | Tinted
"""What is set in sizes that step down."""


class _Plan(NamedTuple):
    """A layout, and which of its placeholders (in which boxes) take what."""

    page: Page
    fills: tuple[tuple[Holder, Filling], ...] = ()


class Adoption(NamedTuple):
    """A house that sets its decks in a template; `heading` is the size of most titles."""

    house: House
    template: Template
    heading: Emu

    def drafts(self, draft: Draft, section: str) -> Iterator[Draft]:
        """Yield a draft as the template may show it, best first; `section` is where it stands."""
        page = said(draft)
        notes = draft.notes
        if page.kind in _EDGES:
            yield from self._edges(page, notes)
            return
        if page.over:
            page = page.beneath(page.over)
        elif page.sentence:
            for plan in self._plans(page, page.kind):
                yield self._draft(page, plan, notes)
            heading = Fill((Paragraph((Run(section),)),), page.title.span)
            page = page.signed() or page.beneath(heading)
        for plan in (*self._columns(page), *self._plans(page, _plain_kind(page))):
            yield self._draft(page, plan, notes)

    def slogan(self, page: Page) -> tuple[Slot, Fill] | None:
        """Return where the slogan stands on a layout and how it reads; None if it cannot."""
        line = self._slogan_line()
        slot = slogan_slot(self.house, page, line.paragraphs)
        return (slot, line) if slot and line.fits(self.house.case, slot) else None

    def largest(self, title: Holder, heading: str) -> Emu:
        """Return the largest size at which `heading` stands in a title."""
        paragraphs = (Paragraph((Run(heading),)),)
        steps = _steps(title, TITLE_STEPS)
        size = next((n for n in steps if self._holds(title, n, paragraphs)), steps[-1])
        return size or title.levels[0].size

    def findings(self, layouts: Sequence[Layout]) -> Iterator[Finding]:
        """Yield that the slogan is too long for its place on one of `layouts`."""
        used = {layout.native for layout in layouts if layout.kind not in _EDGES}
        line = self._slogan_line()
        for page in self.template.pages:
            slot = slogan_slot(self.house, page, line.paragraphs) if page.part in used else None
            if slot and not line.fits(self.house.case, slot):
                width, size = to_pt(slot.box.w), to_pt(slot.levels[0].size)
                message = (
                    f"slogan does not fit “{slot.name}” of the template's layout “{page.name}”, "
                    f"{width:.0f} pt wide, at {size:g} pt, the smallest size; it is left out there"
                )
                hint = "make the placeholder wider, or add one called “Slogan” to the template"
                yield NO_ROOM_FOR_SLOGAN.at(line.span, message, hint)
                return

    def _slogan_line(self) -> Fill:
        lines = self.house.slogan
        return slogan_line((line.text for line in lines), lines[0].span)

    def _edges(self, page: Said, notes: str) -> Iterator[Draft]:
        sender = self.house.sender
        if page.kind == "cover" and sender.text:
            name = Paragraph((Run(sender.text),), span=sender.span)
            page = page._replace(blocks=(*page.blocks, Block((name,), span=sender.span)))
        for plan in self._plans(page, page.kind):
            yield self._draft(page, plan, notes)

    def _columns(self, page: Said) -> Iterator[_Plan]:
        """Yield the page with its cards beside each other, if there is nothing else on it.

        Portraits stand over them, or in places that the template has for them.
        """
        count = len(page.cards)
        if len(page.others) > len(page.portraits):
            return
        if count and len(page.portraits) == count:
            yield from (
                _Plan(layout, tuple(_peopled(pairs, page)))
                for layout, pairs in portraits_for(self.template, count)
            )
        found = columns_for(self.template, count)
        if found:
            layout, columns = found
            for pairs in under(columns) if page.portraits else [[(None, h) for h in columns]]:
                yield _Plan(layout, tuple(_peopled(pairs, page)))

    def _plans(self, page: Said, kind: str) -> Iterator[_Plan]:
        """Yield the layouts that have a place for everything on the page."""
        blocks = [
            block._replace(paragraphs=in_one(block)) for block in page.blocks if block.paragraphs
        ]
        for found in layouts_for(self.template, kind):
            faces, text = page.kind == "people", bool(blocks)
            for place in places(found.page, len(page.others), text=text, faces=faces):
                fills: list[tuple[Holder, Filling]] = []
                if blocks and place.text:
                    fills.append((place.text, _fill(place.text, blocks)))
                for holder, other in zip(place.others, page.others, strict=True):
                    fills += _shown(holder, self._tinted(other, found.page))
                yield _Plan(found.page, tuple(fills))

    def _tinted(self, filling: Filling, page: Page) -> Filling:
        """Return a chart in the colours of a page; all else is in them."""
        if isinstance(filling, ChartFill):
            return Tinted(filling, palette(self.template, page))
        return filling

    def _draft(self, page: Said, plan: _Plan, notes: str) -> Draft:
        title = plan.page.title
        if title is None:
            raise ValueError(f"layout {plan.page.name!r} has no title, and was chosen")
        fills: dict[str, Filling] = {title.name: page.title}
        fills.update((holder.name, filling) for holder, filling in plan.fills)
        slogan = self.slogan(plan.page) if page.kind not in _EDGES else None
        if slogan:
            fills[slogan[0].name] = slogan[1]
        divides, once = _divided(plan)
        headed = page.kind not in _EDGES
        menu = self._menu(page, plan, title)
        return Draft(menu, fills, divides, notes, once=once, headed=headed)

    def _menu(self, page: Said, plan: _Plan, title: Holder) -> Menu:
        """Return the layout at the template's sizes and smaller ones."""
        sizes = [n for n in _steps(title, TITLE_STEPS) if self._is_common(n, title, page)]
        titles = [size for size in sizes if self._holds(title, size, page.title.paragraphs)]
        texts = [holder for holder, filling in plan.fills if isinstance(filling, _SIZED)]
        bodies = sorted(
            {size for holder in texts for size in _steps(holder, BODY_STEPS)} or {0},
            key=lambda size: -size if size else -pt(1000),
        )
        roomy = [size for size in bodies if not size or size >= COMFORTABLE]
        titles = titles or sizes[-1:]
        steps = [(float(b), float(t)) for b, t in product(bodies, titles)]
        make = partial(self._layout, page.kind, plan, title)
        return Menu(make, steps, len(roomy) * len(titles))

    def _is_common(self, size: Emu, title: Holder, page: Said) -> bool:
        """Say whether a title may be so large without standing out among the deck's others."""
        if page.sentence or page.kind in _EDGES or not self.heading:
            return True
        return (size or title.levels[0].size) <= max(self.heading, pt(TITLE_STEPS[-1]))

    def _holds(self, title: Holder, size: Emu, paragraphs: Sequence[Paragraph]) -> bool:
        return fits(self.house.case, slot_of(self.house, title, size), paragraphs)

    def _layout(self, kind: str, plan: _Plan, title: Holder, *step: float) -> Layout:
        body_size, title_size = map(int, step)
        house, page = self.house, plan.page
        slots = [slot_of(house, title, title_size)]
        for holder, filling in plan.fills:
            slots.append(_slot(house, holder, filling, body_size))
        if kind not in _EDGES:
            slogan = self.slogan(page)
            locator = next((h for h in page.holders if h.is_locator), None)
            fields = (locator, page.holder("dt"), page.holder("sldNum"))
            slots += [slogan[0]] if slogan else []
            slots += [slot_of(house, field) for field in fields if field]
        sizes = "/".join(f"{slot.levels[0].size / pt(1):g}" for slot in slots[:2])
        furniture = furniture_of(house, page)
        name = f"{page.name} {sizes}"
        return Layout(name, kind, page.ground, furniture, tuple(slots), native=page.part)


def _peopled(pairs: Sequence[Pair], page: Said) -> Iterator[tuple[Holder, Filling]]:
    """Yield what a page's cards say, each under its portrait, if it has one."""
    for (face, holder), card in zip(pairs, page.cards, strict=True):
        if face and card.number in page.portraits:
            yield face, page.portraits[card.number]
        yield holder, _fill(holder, [card])


def _shown(holder: Holder, filling: Filling) -> Iterator[tuple[Holder, Filling]]:
    """Yield what is no text in its placeholder; a code stands on a plate, dark on light."""
    if isinstance(filling, Code):
        plate = holder._replace(name=f"{holder.name}, plate", box=plate_of(holder))
        yield plate, Plate(filling.span)
        filling = filling._replace(colour=DARK)
    yield holder, filling


def _slot(house: House, holder: Holder, filling: Filling, size: Emu) -> Slot:
    """Return the slot of a filling: what is neither text nor table has all of its placeholder."""
    if isinstance(filling, TableFill):
        return table_slot(house, holder, size)
    if isinstance(filling, Tinted):
        return chart_slot(house, holder, size)
    slot = slot_of(house, holder, size)
    if isinstance(filling, Fill):
        return slot
    return slot._replace(box=holder.box, role=Role.PICTURE)


def _divided(plan: _Plan) -> tuple[str, str]:
    """Return the slot that runs on over pages, and the one whose text stands on the first only."""
    tables = [holder.name for holder, filling in plan.fills if isinstance(filling, TableFill)]
    texts = [holder.name for holder, filling in plan.fills if isinstance(filling, Fill)]
    if len(tables) == 1:
        return tables[0], texts[0] if texts else ""
    return (texts[0] if len(texts) == len(plan.fills) == 1 else ""), ""


def _plain_kind(page: Said) -> str:
    """Return the kind whose layouts a page has: a sentence under a heading is text."""
    return "text" if use_of(page.kind) is Use.SENTENCE else page.kind


def _fill(holder: Holder, blocks: Sequence[Block]) -> Fill:
    paragraphs = [paragraph for block in blocks for paragraph in block.paragraphs]
    return Fill(tuple(levelled(holder, paragraphs)), blocks[0].span)


def _steps(holder: Holder, points: Sequence[int]) -> list[Emu]:
    """Return the sizes a placeholder is tried in: 0, its own, and smaller ones."""
    return [0, *(pt(size) for size in points if pt(size) < holder.levels[0].size)]
