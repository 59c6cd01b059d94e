"""Pictures for social media: one for each section or point that is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from paroll.brand.model import Brand
from paroll.compose.boards import candidates
from paroll.compose.cards import NUMBER, UNIT, draft
from paroll.compose.darkroom import developed
from paroll.compose.furniture import check_furniture
from paroll.compose.house import context_of, furnish
from paroll.compose.misfit import misfit
from paroll.compose.rules import PICTURE_LEFT_OUT
from paroll.finding import Finding
from paroll.formats import Format
from paroll.kinds import KINDS
from paroll.kinds.kind import TITLE, Card, Context, Draft, first_fitting
from paroll.layout.fit import Page, first_fit, set_page
from paroll.layout.typecase import Typecase
from paroll.looks.house import SLOGAN
from paroll.programme.model import Programme, Section
from paroll.sheet import Chart, Document, Layout, Mark, Picture, Sheet, Table, Text

MOST = 10
"""How many pictures there are at most where the author chose none."""
_ENDED = re.compile(r"[.!?…:][”“\"’)]*$")


def compose_social(
    programme: Programme, brand: Brand, form: Format, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose the pictures of one format. What does not fit is a finding."""
    context = context_of(programme, furnish(programme, brand, form, case))
    cards, missed = list(_chosen(programme, context)), _told
    if not cards and not programme.everything:
        cards, missed = _striking(programme, context), _left_out
    findings: list[Finding] = []
    pages: list[Page] = []
    for card in cards:
        drafts = _drafts(case, card, context)
        fitted = [first_fit(case, made.menu, made.fills) for made in drafts]
        if all(fitted):
            pages += [page for page in fitted if page]
        else:
            # A chart that fits a square need not fit a low picture, which nobody asked for.
            say = _left_out if card.boards and programme.everything else missed
            findings.append(say(misfit(case, drafts[fitted.index(None)])))
    pages, faults = developed(pages, form.medium)
    sheets = [_sheet(programme, context, page.layout, set_page(case, page)) for page in pages]
    document = Document(
        title=programme.title.text,
        author=context.house.sender.text,
        language=programme.language.text,
        size=form.page,
        bleed=form.bleed,
        sheets=tuple(sheets),
        layouts=tuple(sheet.layout for sheet in sheets),
    )
    return document, [*check_furniture(context.house, document.layouts), *findings, *faults]


def _drafts(case: Typecase, card: Card, context: Context) -> Sequence[Draft]:
    """Return a card as the pictures it takes."""
    return first_fitting(case, candidates(card, context)) if card.boards else [draft(card, context)]


def _chosen(programme: Programme, context: Context) -> Iterator[Card]:
    """Yield what the author chose with `social: yes`."""
    for section in programme.sections:
        for card in KINDS[section.kind].cards(section, context):
            if section.social or card.chosen:
                yield card


def _striking(programme: Programme, context: Context) -> list[Card]:
    """Return the first cards of the striking kinds, or of all where the programme has none."""
    striking = [section for section in programme.sections if KINDS[section.kind].striking]
    sections: tuple[Section, ...] = tuple(striking) or programme.sections
    cards = (card for s in sections for card in KINDS[s.kind].cards(s, context))
    return list(islice(cards, MOST))


def _told(finding: Finding) -> Finding:
    """Say what else may be done about a text that the author chose."""
    hint = f"{finding.hint}, or write a `short` form of a point or a quotation"
    return finding._replace(hint=hint)


def _left_out(finding: Finding) -> Finding:
    """Say that there is no picture of a text that the author did not choose."""
    hint = f"{finding.hint}, or choose what to show with `social: yes`"
    return PICTURE_LEFT_OUT.at(finding.span, f"no picture of it: {finding.message}", hint)


def _sheet(
    programme: Programme, context: Context, layout: Layout, marks: tuple[Mark, ...]
) -> Sheet:
    """Return a picture. Its notes are its alternative text: what it says, a line for each text."""
    slogan = " ".join(line.text for line in programme.slogan)
    said = {m.slot.name: _lines(m) for m in marks if isinstance(m, Text | Chart | Table)}
    seen = [mark.alt for mark in marks if isinstance(mark, Picture) and mark.alt]
    if UNIT in said:
        said[NUMBER] = [" ".join((*said[NUMBER], *said.pop(UNIT)))]
    if SLOGAN in said:
        said[SLOGAN] = [slogan]
    title = next(" ".join(said[name]) for name in (NUMBER, SLOGAN, TITLE) if name in said)
    closing = [line for line in (slogan, context.house.sender.text) if [line] not in said.values()]
    lines = [*seen, *chain.from_iterable(said.values()), *filter(None, closing)]
    return Sheet(layout, title, marks, "\n".join(map(_ended, lines)))


def _lines(mark: Text | Chart | Table) -> list[str]:
    """Return what a mark says in lines, the ties of texts undone."""
    if isinstance(mark, Text):
        lines = [paragraph.text for paragraph in mark.paragraphs]
    else:
        lines = mark.alt.splitlines()
    return [" ".join(line.split()) for line in lines]


def _ended(line: str) -> str:
    """Return a line that whoever reads it aloud pauses after."""
    return line if _ENDED.search(line) else f"{line}."
