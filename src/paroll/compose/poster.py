"""The poster: at most twelve words, who says so, and a code for those who stop."""

from __future__ import annotations

from paroll.brand.model import Brand
from paroll.compose.fronts import set_front
from paroll.compose.furniture import check_furniture
from paroll.compose.house import context_of, furnish
from paroll.compose.rules import TOO_MANY_WORDS
from paroll.compose.senders import height_of, sending, signed
from paroll.finding import Finding
from paroll.formats import Format
from paroll.kinds import KINDS
from paroll.kinds.kind import Card, Context
from paroll.layout.typecase import Typecase
from paroll.looks.fronts import Asked, front
from paroll.looks.house import ON_DARK
from paroll.looks.leaflets import whole_page
from paroll.looks.senders import Place
from paroll.programme.model import Programme
from paroll.sheet import Document, Layout, Sheet
from paroll.source import NOWHERE, Plain

MOST_WORDS = 12
"""What is read in passing; the sender is not counted."""


def compose_poster(
    programme: Programme, brand: Brand, form: Format, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose a poster. What it cannot say is a finding."""
    house = furnish(programme, brand, form, case)
    title, findings = _title(programme, context_of(programme, house))
    surface, said = whole_page(house), sending(programme, house, pictures=False)
    high = height_of(house, said, surface.inner.w, ON_DARK)
    page = front(house, surface, Asked(block=high, titled=title is not None))
    made = set_front(house, page.cover, title)
    sender = signed(house, said, Place(page.block, page.on_block))
    furniture = (*page.cover.furniture, *sender.card)
    layout = Layout("Poster", "poster", page.cover.palette.ground, furniture, ())
    sheet = Sheet(layout, programme.title.text, (*made.marks, *sender.marks))
    document = Document(
        title=programme.title.text,
        author=house.sender.text,
        language=programme.language.text,
        size=form.page,
        bleed=form.bleed,
        sheets=(sheet,),
        layouts=(layout,),
    )
    wrong = (*findings, *made.findings, *sender.findings)
    return document, [*check_furniture(house, (layout,)), *wrong]


def _title(programme: Programme, context: Context) -> tuple[Plain | None, list[Finding]]:
    """Return what stands under the slogan: what was chosen, or the title if it is short enough."""
    slogan = " ".join(line.text for line in programme.slogan)
    room = MOST_WORDS - _words(slogan)
    if room < 0:
        return None, [_too_many(Plain(slogan, programme.slogan[0].span), MOST_WORDS, "slogan")]
    chosen = next((section for section in programme.sections if section.poster), None)
    if chosen is None:
        title = programme.title
        return (title if _words(title.text) <= room else None), []
    card = next(iter(KINDS[chosen.kind].cards(chosen, context)), None)
    said = Plain(_said(card), card.hero.span or NOWHERE) if card else programme.title
    if _words(said.text) > room:
        return None, [_too_many(said, room, "what was chosen for it")]
    return said, []


def _said(card: Card) -> str:
    """Return what a card says in one go: a figure with its unit, or its sentence."""
    if card.figure:
        return " ".join(part.text for part in card.figure if part)
    return " ".join(paragraph.text for paragraph in card.hero.paragraphs)


def _words(text: str) -> int:
    return len(text.split())


def _too_many(said: Plain, room: int, what: str) -> Finding:
    message = f"{what} has {_words(said.text)} words; a poster has room for {room}"
    return TOO_MANY_WORDS.at(said.span, message, "say it in fewer words")
