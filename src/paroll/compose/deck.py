"""The deck: cover, a page or more for each section, closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from paroll.brand.model import Brand
from paroll.compose.darkroom import developed
from paroll.compose.fields import check_date, set_fields
from paroll.compose.furniture import check_furniture
from paroll.compose.house import context_of, furnish
from paroll.compose.menu import offered
from paroll.compose.misfit import misfit
from paroll.compose.rules import EMPTY_AGENDA
from paroll.compose.standins import beside_fallbacks, check_fallbacks, fitted
from paroll.finding import Finding
from paroll.formats import DECK
from paroll.kinds import KINDS, closing, cover
from paroll.kinds.kind import LOCATOR, Context, Draft
from paroll.kinds.side import heading_sizes
from paroll.layout.fit import Fill, Page, first_fit, page_fits, set_page
from paroll.layout.ties import with_counter
from paroll.layout.typecase import Typecase
from paroll.looks.house import House
from paroll.programme import Words
from paroll.programme.model import Programme
from paroll.sheet import FIELDS, Chart, Document, Layout, Mark, Paragraph, Role, Run, Sheet, texts
from paroll.tuples import NamedTuple
from paroll.units import Emu

if TYPE_CHECKING:
    from paroll.compose.adopted import Adoption

LOOSE = "{} {}".format
"""How a counter follows a title that has no room for `with_counter`."""


class _Leaf(NamedTuple):
    """A fitted page and the draft it came from; `safe` is the page that fits fallbacks too."""

    page: Page
    draft: Draft
    section: str
    safe: Page | None = None

    @property
    def title(self) -> tuple[str, Fill]:
        """The slot of the page's title, by name, and what stands in it."""
        named = {slot.name: fill for slot, fill in self.page.filled if slot.role is Role.TITLE}
        return next((name, fill) for name, fill in named.items() if isinstance(fill, Fill))

    @property
    def words(self) -> str:
        """The page's title as plain text on one line."""
        return " ".join(" ".join(p.text for p in self.title[1].paragraphs).split())

    @property
    def notes(self) -> str:
        """What is said on the page: of its section, and of what it shows of it."""
        fills = (fill for fill in self.page.fills.values() if isinstance(fill, Fill))
        shown = {paragraph.span for fill in fills for paragraph in fill.paragraphs}
        own = (note for span, note in self.draft.asides if span in shown)
        return "\n".join(filter(None, (self.draft.notes, *own)))

    @property
    def headed(self) -> bool:
        """Whether the page's title is a heading, which other pages may share."""
        kind = self.page.layout.kind
        return self.draft.headed or (kind in KINDS and KINDS[kind].headed)


def compose_deck(
    programme: Programme, brand: Brand, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose the deck. What does not fit is a finding, and its page is left out."""
    house = furnish(programme, brand, DECK, case)
    careful, wide = (case, []) if brand.template else beside_fallbacks(brand, case)
    context = context_of(programme, house)
    adoption = _adoption(house, programme)
    leaves: list[_Leaf] = []
    findings: list[Finding] = []
    sizes = heading_sizes(house, careful, _side_headings(programme))
    for section, drafted in _drafts(programme, context, sizes):
        ways = adoption.drafts(drafted, section) if adoption else iter([drafted])
        draft, pages, safe = _first_way(case, careful, ways)
        draft = draft._replace(asides=drafted.asides)
        leaves.extend(_Leaf(page, draft, section, page if safe else None) for page in pages)
        if not pages:
            findings.append(misfit(case, draft))
    leaves, crowded = _told_apart(case, leaves)
    leaves = [_located(case, leaf, context) for leaf in leaves]
    pages, faults = developed([leaf.page for leaf in leaves], DECK.medium)
    leaves = [leaf._replace(page=page) for leaf, page in zip(leaves, pages, strict=True)]
    sheets = tuple(_sheet(programme, house, *leaf) for leaf in enumerate(leaves, 1))
    common = house._replace(heading=max(sizes.values(), default=house.heading))
    used, menus = (leaf.page.layout for leaf in leaves), (leaf.draft.menu for leaf in leaves)
    layouts = offered(common, used, menus)
    document = _document(programme, house, sheets, layouts)
    found = [*check_furniture(house, document.layouts), *_empty(programme, context), *wide]
    found += check_date(programme, house, document.layouts)
    found += check_fallbacks(brand, careful, _at_risk(leaves, sheets))
    found += adoption.findings(document.layouts) if adoption else []
    return document, [*found, *findings, *crowded, *faults]


def _empty(programme: Programme, context: Context) -> Iterator[Finding]:
    for section in programme.sections:
        if section.kind == "agenda" and not context.headings:
            message = "no section has a heading that the agenda could list"
            yield EMPTY_AGENDA.at(section.span, message, "give sections a `heading:`")


def _at_risk(leaves: Sequence[_Leaf], sheets: Sequence[Sheet]) -> Iterator[Mark]:
    """Yield what may not fit where the brand's fonts are missing, each mark once.

    Labels of charts have no places that they could outgrow: there is room round them.
    """
    layouts = dict.fromkeys(sheet.layout for sheet in sheets)
    yield from dict.fromkeys(chain.from_iterable(layout.furniture for layout in layouts))
    for leaf, sheet in zip(leaves, sheets, strict=True):
        if leaf.page is not leaf.safe:
            yield from (mark for mark in sheet.content if not isinstance(mark, Chart))
        else:
            yield from (text for text in texts(sheet.content) if text.slot.role in FIELDS)


def _drafts(
    programme: Programme, context: Context, sizes: Mapping[Words, Emu]
) -> Iterable[tuple[str, Draft]]:
    """Yield the drafts of the whole deck, each with the name of its section."""
    for draft in cover.drafts(programme.title, context):
        yield programme.title.text, draft
    name = programme.title.text
    for section in programme.sections:
        name = section.heading.text if section.heading else name
        own = context
        if section.heading and section.heading in sizes:
            own = context._replace(house=context.house._replace(heading=sizes[section.heading]))
        for draft in KINDS[section.kind].drafts(section, own):
            yield name, draft
    if programme.closing and not (programme.sections and programme.sections[-1].kind == "closing"):
        for draft in closing.drafts(None, context):
            yield name, draft


def _side_headings(programme: Programme) -> list[Words]:
    sections = (section for section in programme.sections if KINDS[section.kind].beside)
    return [section.heading for section in sections if section.heading]


def _first_way(
    case: Typecase, careful: Typecase, ways: Iterator[Draft]
) -> tuple[Draft, list[Page], bool]:
    """Return the first draft that has pages, with these, and if they hold fallbacks too.

    Where none has, it is the last, without pages.
    """
    draft = next(ways)
    pages, safe = fitted(case, careful, draft)
    while not pages and (way := next(ways, None)):
        draft = way
        pages, safe = fitted(case, careful, draft)
    return draft, pages, safe


def _adoption(house: House, programme: Programme) -> Adoption | None:
    """Return how the brand's template is used, if it has one."""
    if house.brand.template is None:
        return None
    from paroll.compose.adopted import adoption  # noqa: PLC0415  (few brands have a template)

    headings = [section.heading.text for section in programme.sections if section.heading]
    return adoption(house, house.brand.template, headings)


def _told_apart(case: Typecase, leaves: Sequence[_Leaf]) -> tuple[list[_Leaf], list[Finding]]:
    """Add "(1/2)", "(2/2)" to the titles of pages that share one."""
    told: list[_Leaf] = []
    findings: list[Finding] = []
    for leaf, ending in zip(leaves, _endings(leaves), strict=True):
        page = _counted(case, leaf, ending) if ending else leaf.page
        if page is None:
            findings.append(misfit(case, _retitled(leaf, ending, LOOSE)))
        told.append(leaf._replace(page=page or leaf.page))
    return told, findings


def _counted(case: Typecase, leaf: _Leaf, ending: str) -> Page | None:
    """Return the page with `ending` in its title, on another layout if it must be."""
    for add in (with_counter, LOOSE):
        page = leaf.page._replace(fills=_retitled(leaf, ending, add).fills)
        if page_fits(case, page):
            return page
    draft = _retitled(leaf, ending, LOOSE)
    return first_fit(case, draft.menu, draft.fills)


def _endings(leaves: Sequence[_Leaf]) -> Iterator[str]:
    """Yield what tells each page's title from its namesakes'.

    Only headings are counted: a slogan, a sentence or a quotation stands as its author wrote it.
    """
    shared = Counter(leaf.words for leaf in leaves if leaf.headed)
    seen: Counter[str] = Counter()
    for leaf in leaves:
        count = shared[leaf.words] if leaf.headed else 0
        seen[leaf.words] += count > 1
        yield f"({seen[leaf.words]}/{count})" if count > 1 else ""


def _retitled(leaf: _Leaf, ending: str, add: Callable[[str, str], str]) -> Draft:
    """Return the page as it is as a draft, with `ending` added to its title."""
    name, fill = leaf.title
    *before, last = fill.paragraphs
    *runs, run = last.runs
    last = last._replace(runs=(*runs, run._replace(text=add(run.text, ending))))
    fills = {**leaf.page.fills, name: fill._replace(paragraphs=(*before, last))}
    return Draft(leaf.draft.menu, fills, headed=leaf.draft.headed)


def _located(case: Typecase, leaf: _Leaf, context: Context) -> _Leaf:
    """Say on a page with numbered points which of how many it shows, where it has a place."""
    fills = [fill for fill in leaf.page.fills.values() if isinstance(fill, Fill)]
    markers = (p.marker.removesuffix(".") for fill in fills for p in fill.paragraphs)
    numbers = [int(marker) for marker in markers if marker.isdecimal()]
    slots = leaf.page.layout.slots
    slot = next((slot for slot in slots if slot.name.casefold() == LOCATOR.casefold()), None)
    if not numbers or slot is None:
        return leaf
    phrases = context.house.phrases
    pattern = phrases.point if len(numbers) == 1 else phrases.points
    text = pattern.format(first=numbers[0], last=numbers[-1], total=context.total)
    said = Fill((Paragraph((Run(text),)),))
    if not said.fits(case, slot):
        return leaf
    return leaf._replace(page=leaf.page._replace(fills={**leaf.page.fills, slot.name: said}))


def _sheet(programme: Programme, house: House, number: int, leaf: _Leaf) -> Sheet:
    layout = leaf.page.layout
    fields = set_fields(programme, house, layout, number)
    marks = (*set_page(house.case, leaf.page), *fields)
    return Sheet(layout, leaf.words, marks, leaf.notes, leaf.section)


def _document(
    programme: Programme, house: House, sheets: tuple[Sheet, ...], layouts: tuple[Layout, ...]
) -> Document:
    return Document(
        title=programme.title.text,
        author=house.sender.text,
        language=programme.language.text,
        size=house.brand.template.size if house.brand.template else DECK.page,
        bleed=DECK.bleed,
        sheets=sheets,
        layouts=layouts,
    )
