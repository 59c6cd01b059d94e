"""The deck: cover, a page or more for each section, closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from paroll.brand.model import Brand
from paroll.compose.house import furnish, numbered_points
from paroll.compose.misfit import misfit
from paroll.finding import Finding
from paroll.formats import DECK
from paroll.kinds import KINDS, closing, cover
from paroll.kinds.kind import BODY, LOCATOR, TITLE, Context, Draft
from paroll.layout.fit import Fill, Fills, Page, filled, first_fit, page_fits, spread
from paroll.layout.setting import fits, set_text
from paroll.layout.ties import NO_BREAK
from paroll.layout.typecase import Typecase
from paroll.looks.house import House, heading_style
from paroll.looks.stage import Mood, stage
from paroll.programme.model import Programme
from paroll.sheet import Document, Layout, Paragraph, Role, Run, Sheet, Slot, Text
from paroll.units import pt

HEADINGS = (44, 40, 36, 32, 28, 26, 24)
"""Sizes for headings beside content, in points; the deck takes the largest that holds them all."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A fitted page and the draft it came from."""

    page: Page
    draft: Draft
    fills: Fills
    section: str


def compose_deck(
    programme: Programme, brand: Brand, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose the deck. What does not fit is a finding, and its page is left out."""
    house = furnish(programme, brand, DECK, case)
    house = replace(house, heading=_heading_size(programme, house))
    context = Context(house, numbered_points(programme))
    leaves: list[_Leaf] = []
    findings: list[Finding] = []
    for section, draft in _drafts(programme, context):
        pages = _fitted(case, draft)
        if pages is None:
            findings.append(misfit(case, draft))
        else:
            leaves.extend(_Leaf(page, draft, fills, section) for page, fills in pages)
    leaves = _located(case, _told_apart(case, leaves), context)
    sheets = tuple(_sheet(case, leaf, number) for number, leaf in enumerate(leaves, 1))
    return _document(programme, house, sheets), findings


def _drafts(programme: Programme, context: Context) -> Iterable[tuple[str, Draft]]:
    for draft in cover.drafts(programme.title, context):
        yield programme.title.text, draft
    name = programme.title.text
    for section in programme.sections:
        name = section.heading.text if section.heading else name
        for draft in KINDS[section.kind].drafts(section, context):
            yield name, draft
    if programme.closing and not (programme.sections and programme.sections[-1].kind == "closing"):
        for draft in closing.drafts(None, context):
            yield name, draft


def _heading_size(programme: Programme, house: House) -> int:
    """Return the largest size at which every section's heading stands beside its content."""
    side = stage(house, Mood.SIDE)
    headings = [
        section.heading for section in programme.sections
        if section.heading and section.kind in ("points", "text")
    ]
    for size in HEADINGS:
        slot = Slot(TITLE, Role.TITLE, side.head, (heading_style(pt(size), "ink", 1.0),))
        texts = (
            set_text(house.case, slot, (Paragraph((Run(f"{heading.text}{NO_BREAK}(1/2)"),)),))
            for heading in headings
        )
        if all(fits(house.case, text) for text in texts):
            return pt(size)
    return pt(HEADINGS[-1])


def _fitted(case: Typecase, draft: Draft) -> list[tuple[Page, Fills]] | None:
    """Return the pages of a draft, each with the texts that are on it, or None if none hold it."""
    if draft.divides:
        pages = spread(case, draft.menu, draft.fills, draft.divides)
        return pages and [(page, _fills(page, draft.fills)) for page in pages]
    page = first_fit(case, draft.menu.layouts, draft.fills)
    return page and [(page, draft.fills)]


def _fills(page: Page, fills: Fills) -> Fills:
    return {text.slot.name: Fill(text.paragraphs, fills[text.slot.name].span) for text in page.texts}


def _told_apart(case: Typecase, leaves: Sequence[_Leaf]) -> list[_Leaf]:
    """Number the pages that share a title: "(1/2)", "(2/2)"."""
    counts = Counter(_title(leaf) for leaf in leaves)
    seen: Counter[str] = Counter()
    told = []
    for leaf in leaves:
        title = _title(leaf)
        seen[title] += 1
        if counts[title] > 1:
            leaf = _retitled(case, leaf, f"{NO_BREAK}({seen[title]}/{counts[title]})")
        told.append(leaf)
    return told


def _title(leaf: _Leaf) -> str:
    return next(text.text for text in leaf.page.texts if text.slot.role is Role.TITLE)


def _retitled(case: Typecase, leaf: _Leaf, ending: str) -> _Leaf:
    name = next(text.slot.name for text in leaf.page.texts if text.slot.role is Role.TITLE)
    fill = leaf.fills[name]
    *before, last = fill.paragraphs
    *runs, run = last.runs
    last = replace(last, runs=(*runs, replace(run, text=run.text + ending)))
    fills = {**leaf.fills, name: replace(fill, paragraphs=(*before, last))}
    layouts = leaf.draft.menu.layouts
    choice = layouts[layouts.index(leaf.page.layout) :]
    page = first_fit(case, choice, fills) or filled(case, leaf.page.layout, fills)
    return replace(leaf, page=page, fills=fills)


def _located(case: Typecase, leaves: Sequence[_Leaf], context: Context) -> list[_Leaf]:
    """Say on pages with numbered points which of how many they show."""
    return [_with_locator(case, leaf, context) for leaf in leaves]


def _with_locator(case: Typecase, leaf: _Leaf, context: Context) -> _Leaf:
    paragraphs = leaf.fills[BODY].paragraphs if BODY in leaf.fills else ()
    numbers = [int(p.marker) for p in paragraphs if p.marker.isdecimal()]
    if not numbers:
        return leaf
    phrases = context.house.phrases
    pattern = phrases.point if len(numbers) == 1 else phrases.points
    text = pattern.format(first=numbers[0], last=numbers[-1], total=context.total)
    fills = {**leaf.fills, LOCATOR: Fill((Paragraph((Run(text),)),))}
    return replace(leaf, page=filled(case, leaf.page.layout, fills), fills=fills)


def _sheet(case: Typecase, leaf: _Leaf, number: int) -> Sheet:
    layout = leaf.page.layout
    texts: list[Text] = list(leaf.page.texts)
    texts.extend(
        set_text(case, slot, (Paragraph((Run(str(number)),)),))
        for slot in layout.slots
        if slot.role is Role.PAGE
    )
    return Sheet(layout, _title(leaf), tuple(texts), leaf.draft.notes, leaf.section)


def _document(programme: Programme, house: House, sheets: tuple[Sheet, ...]) -> Document:
    return Document(
        title=programme.title.text,
        author=house.sender,
        language=programme.language.text,
        size=DECK.page,
        bleed=DECK.bleed,
        sheets=sheets,
        layouts=_menu(house, sheets),
    )


def _menu(house: House, sheets: Iterable[Sheet]) -> tuple[Layout, ...]:
    """Return the layouts for the file: what is used, and of each kind what one starts from."""
    used = {sheet.layout.name: sheet.layout for sheet in sheets}
    menus = [cover.menus(house)[0], *(kind.menus(house)[0] for kind in KINDS.values())]
    offered = {menu.layouts[0].name: menu.layouts[0] for menu in menus}
    return tuple(sorted({**offered, **used}.values(), key=_by_kind))


def _by_kind(layout: Layout) -> tuple[int, str]:
    order = ["cover", *KINDS]
    return order.index(layout.kind), layout.name
