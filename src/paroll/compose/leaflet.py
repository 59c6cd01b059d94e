"""The leaflet: a front that is seen from afar, a back with the points in short form."""

from __future__ import annotations

from collections.abc import Sequence

from paroll.brand.model import Brand
from paroll.compose.fronts import hung, set_front
from paroll.compose.furniture import check_furniture
from paroll.compose.gist import Gist, flowing, gists, in_short, on_paper
from paroll.compose.highlight import highlight
from paroll.compose.hooks import hook, hooked
from paroll.compose.house import context_of, furnish, pictured
from paroll.compose.matter import in_full
from paroll.compose.photos import with_photos
from paroll.compose.rules import HALF_EMPTY, LEFT_OUT, SLOGAN_TOO_LONG, TOO_SMALL_FROM_AFAR
from paroll.compose.senders import Sending, height_of, sending, signed
from paroll.compose.story import ALMOST_NOTHING, Room, Teller, Told, tell, teller, too_full
from paroll.finding import Finding
from paroll.formats import Format
from paroll.kinds.figure import Figure
from paroll.kinds.kind import Context, Passage
from paroll.kinds.quote import Quote
from paroll.layout.typecase import Typecase
from paroll.looks.fronts import Asked, front
from paroll.looks.house import House
from paroll.looks.leaflets import (
    Back,
    Surface,
    address_palette,
    address_width,
    back,
    whole_page,
)
from paroll.looks.mail import mail_half, words_half
from paroll.looks.senders import Place
from paroll.programme.model import Programme, Section
from paroll.sheet import Document, Layout, Mark, Sheet, Text
from paroll.source import Plain, shortened
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu

FULL = 0.7
"""How much of its columns a text takes at least, or it is said in full."""
UNDER_FIGURE = (0.5, 0.35)
"""The size of a title below a figure, as a part of the slogan's: the first that leaves room."""
EVEN = 0.75
"""How high at least the lower column is beside a highlight, as a part of the higher."""
STILL_LARGE = 0.8
"""How large at least the type of a gist stays when more is said, as a part of what it was."""
EMPTY, A_SENTENCE = 0.5, 120
"""Below how much of it a back looks forgotten; but for a sentence, which is set like a slogan. How
many letters that is at most."""


def compose_leaflet(
    programme: Programme, brand: Brand, form: Format, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose front and back. What does not fit is a finding."""
    house = furnish(programme, brand, form, case)
    first, first_findings = front_sheet(programme, house)
    first = _hooked(programme, house, first)
    second, second_findings = _back(programme, house)
    sheets, faults = with_photos(programme, house, (first, second), on_paper(programme))
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
    furniture = check_furniture(house, layouts)
    if any(finding.code == SLOGAN_TOO_LONG.code for finding in furniture):
        first_findings = [f for f in first_findings if f.code != TOO_SMALL_FROM_AFAR.code]
    return document, [*furniture, *first_findings, *second_findings, *faults]


def front_sheet(
    programme: Programme, house: House, painted: Box | None = None
) -> tuple[Sheet, list[Finding]]:
    """Return the front of a page: slogan and title, and a photograph if the programme has one.

    `painted` is the page with its bleed, if it has none at some of its edges.
    """
    shown = pictured(programme)
    page = front(house, whole_page(house), Asked(photo=shown is not None))
    made = set_front(house, page.cover, programme.title)
    photo: tuple[Mark, ...] = ()
    faults: list[Finding] = []
    if shown:
        context = context_of(programme, house)
        photo, faults = hung(context, page.photo, shown, painted or house.form.painted)
    layout = Layout("Front", "front", page.cover.palette.ground, page.cover.furniture, ())
    sheet = Sheet(layout, programme.title.text, (*made.marks, *photo))
    return sheet, [*made.findings, *faults]


def _hooked(programme: Programme, house: House, sheet: Sheet) -> Sheet:
    """Return the front with a figure over its title, if there is one and no photograph."""
    found = None if pictured(programme) else hook(programme)
    if found is None:
        return sheet
    page = front(house, whole_page(house)).cover
    for share in UNDER_FIGURE:
        slogan, *titles = set_front(house, page, programme.title, share).marks
        texts = [title for title in titles if isinstance(title, Text)]
        made = [mark for title in texts for mark in hooked(house, page, title, found)]
        if made:
            return sheet._replace(content=(slogan, *made))
    return sheet


def _back(programme: Programme, house: House) -> tuple[Sheet, list[Finding]]:
    posted = house.form.posted
    surface = words_half(house) if posted else whole_page(house)
    said = sending(programme, house)
    page = _page(house, surface, said)
    made = tell_back(programme, house, surface, page)
    sender = signed(house, said, Place(page.address, page.on_address))
    mailed = mail_half(house) if posted else ()
    furniture = (*page.furniture, *made.under, *sender.card, *mailed)
    layout = Layout("Back", "back", page.palette.ground, furniture, ())
    sheet = Sheet(layout, house.phrases.back, (*made.marks, *sender.marks))
    # Who named no materials did not ask for this one.
    empty = HALF_EMPTY.code if programme.everything else ""
    return sheet, [*(f for f in made.findings if f.code != empty), *sender.findings]


def _page(house: House, surface: Surface, said: Sending) -> Back:
    width = address_width(house, surface)
    return back(house, surface, height_of(house, said, width, address_palette(house)))


class Backed(NamedTuple):
    """What a back says, what lies under it, and what is wrong with it."""

    marks: tuple[Mark, ...]
    under: tuple[Mark, ...] = ()
    findings: tuple[Finding, ...] = ()


class Desk(NamedTuple):
    """What a back is made of: sections, and the room for them on a surface."""

    by: Teller
    context: Context
    surface: Surface
    room: Room
    title: Plain

    def tell(self, groups: Sequence[Passage], foot: Emu = 0) -> Told:
        """Set `groups` in the room without its `foot`."""
        box = self.room.box
        return tell(self.by, self.room._replace(box=box._replace(h=box.h - foot)), groups)


def tell_back(programme: Programme, house: House, surface: Surface, page: Back) -> Backed:
    """Say as much of the programme as the back has room for."""
    context = context_of(programme, house)
    by = teller(house, programme.language.text)
    desk = Desk(by, context, surface, Room(page.columns, page.palette), programme.title)
    sections = [section for section in on_paper(programme) if flowing([section], context)]
    if not sections:
        return Backed((), findings=(_empty(desk, 0),))
    told = desk.tell(flowing(sections, context))
    if told.fits:
        return _filled(desk, sections, told)
    return _gist(desk, sections) if house.form.gist else _emptied(desk, sections, told)


def _filled(desk: Desk, sections: Sequence[Section], told: Told) -> Backed:
    """Fill the room that is left: with full forms, with a figure or a quotation made large."""
    if told.share < FULL:
        full = desk.tell(flowing(in_full(sections), desk.context))
        told = full if full.fits else told
    size = max(told.size, desk.by.comfortable)
    for section in sections:
        made = highlight(desk.by, desk.surface, desk.room, section, size)
        rest = [other for other in sections if other is not section]
        if made and rest:
            beside = desk.tell(flowing(rest, desk.context), made.height)
            large = beside.size >= min(told.size, desk.by.comfortable)
            if beside.fits and large and beside.even >= min(told.even, EVEN):
                return Backed((*beside.marks, *made.marks), made.under)
    if told.share >= EMPTY:
        return Backed(told.marks)
    whole = in_full(sections)
    groups = in_short(whole, desk.context)
    if sum(len(paragraph.text) for group in groups for paragraph in group) > A_SENTENCE:
        return Backed(told.marks, findings=(_empty(desk, told.share),))
    return Backed(tell(desk.by, desk.room, flowing(whole, desk.context), ALMOST_NOTHING).marks)


def _gist(desk: Desk, sections: Sequence[Section]) -> Backed:
    """Say the gist, in type that is read with ease if any gist is that short."""
    tried: list[tuple[Gist, Told]] = []
    for gist in gists(sections, desk.context):
        told = desk.tell(gist.matter)
        if told.fits and told.size >= desk.by.comfortable:
            return Backed(_topped_up(desk, gist, told).marks)
        tried.append((gist, told))
    for gist, told in tried:
        if told.fits:
            return Backed(_topped_up(desk, gist, told).marks)
    told = tried[-1][1] if tried else desk.tell(in_short(sections, desk.context))
    return Backed(told.marks, findings=(too_full(desk.by, told, desk.title),))


def _topped_up(desk: Desk, gist: Gist, told: Told) -> Told:
    """Say more where there is room: first of what stands there, then of the rest."""
    easy = max(desk.by.comfortable, round(told.size * STILL_LARGE))
    least = min(told.size, easy)
    for place in gist.places:
        for fuller in gist.fuller(place):
            more = desk.tell(fuller.matter)
            if more.fits and more.size >= least:
                gist, told = fuller, more
                break
    return told


def _emptied(desk: Desk, sections: Sequence[Section], told: Told) -> Backed:
    """Leave out figures and quotations, the last first, until the rest fits."""
    kept, lost = list(sections), []
    for section in reversed(sections):
        if isinstance(section, Figure | Quote) and len(kept) > 1:
            kept.remove(section)
            lost.append(section)
            less = desk.tell(flowing(kept, desk.context))
            if less.fits:
                return Backed(less.marks, findings=tuple(map(_left_out, lost)))
    return Backed(told.marks, findings=(too_full(desk.by, told, desk.title),))


def _left_out(section: Figure | Quote) -> Finding:
    said = section.figure if isinstance(section, Figure) else section.quote
    message = f"there is no room for “{shortened(said.text)}”"
    hint = "shorten the points, or say `leaflet: no` here"
    return LEFT_OUT.at(said.span, message, hint)


def _empty(desk: Desk, share: float) -> Finding:
    message = f"the text of {desk.by.house.form.name} takes {share:.0%} of its back"
    hint = "say more in leaflets (`leaflet: yes`), or choose a smaller format"
    return HALF_EMPTY.at(desk.title.span, message, hint)
