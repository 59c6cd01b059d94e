"""What a page says, without the design it was drafted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from paroll.brand.template.roles import Use, use_of
from paroll.finding import Span
from paroll.kinds.figure import NUMBER, UNIT
from paroll.kinds.kind import OVERLINE, Draft
from paroll.kinds.names import Card
from paroll.kinds.people import initials_name
from paroll.layout.fit import Fill, Filling
from paroll.looks.house import SLOGAN
from paroll.sheet import Family, Paragraph, Role, Run, Slot
from paroll.tuples import NamedTuple

_CARD = re.compile(r".* (\d+)")
"""Slots that end in one number belong together: a moment, and what happens then."""
_DERIVED = re.compile(initials_name(0).replace("0", r"\d+"))
"""Slots of what the author did not write: initials in the place of a portrait."""


class Block(NamedTuple):
    """Texts of a page that belong together; `number` is that of a card or column, or 0."""

    paragraphs: tuple[Paragraph, ...]
    number: int = 0
    span: Span | None = None


class Said(NamedTuple):
    """A page of some kind: its title, its texts in their order, and what is no text.

    `over` is the heading of a page whose title is a `sentence`; `portraits` are those of `others`
    that belong to cards, by their numbers.
    """

    kind: str
    title: Fill
    over: Fill | None
    blocks: tuple[Block, ...]
    others: tuple[Filling, ...]
    sentence: bool = False
    portraits: Mapping[int, Filling] = {}

    @property
    def cards(self) -> tuple[Block, ...]:
        """The numbered blocks, if there are no others."""
        return self.blocks if all(block.number for block in self.blocks) else ()

    def beneath(self, heading: Fill) -> Said:
        """Return the page with `heading` as title, and its sentence at the head of its texts."""
        words = self.title.paragraphs
        if self.kind != "quote":
            words = tuple(map(_bold, words))
        blocks = (Block(words, span=self.title.span), *self.blocks)
        return self._replace(title=heading, over=None, blocks=blocks, sentence=False)

    def signed(self) -> Said | None:
        """Return a quotation with its speaker's name as title; None without a name."""
        if self.kind != "quote" or not self.blocks:
            return None
        first, *rest = self.blocks
        name, *more = first.paragraphs
        heading = Fill((_plain(name),), name.span)
        kept = [Block(tuple(more), span=first.span)] if more else []
        return self._replace(blocks=(*kept, *rest)).beneath(heading)


def said(draft: Draft) -> Said:
    """Return what `draft` says; what was set bold or in the heading face is bold."""
    layout = draft.menu.layout(0)
    slots = [slot for slot in layout.slots if slot.name in draft.fills]
    pairs = [(slot, draft.fills[slot.name]) for slot in slots]
    titles = [fill for slot, fill in pairs if slot.role is Role.TITLE]
    title = next(fill for fill in titles if isinstance(fill, Fill))
    over = draft.fills.get(OVERLINE)
    beside = [(slot, fill) for slot, fill in pairs if slot.role is not Role.TITLE]
    beside = [(s, f) for s, f in beside if s.name != OVERLINE and not _DERIVED.fullmatch(s.name)]
    words = [(slot, _words(fill)) for slot, fill in beside]
    texts = [(slot, fill) for slot, fill in words if fill]
    page = Said(
        kind=layout.kind,
        title=_on_one_line(title) if layout.kind == "closing" else title,
        over=over if isinstance(over, Fill) else None,
        blocks=tuple(_blocks(texts)),
        others=tuple(fill for _, fill in beside if _words(fill) is None),
        sentence=use_of(layout.kind) is Use.SENTENCE,
        portraits=dict(_portraits(beside)) if layout.kind == "people" else {},
    )
    return _of_figure(page, draft) if layout.kind == "figure" else page


def _portraits(beside: Iterable[tuple[Slot, Filling]]) -> Iterator[tuple[int, Filling]]:
    for slot, filling in beside:
        match = _CARD.fullmatch(slot.name)
        if match and _words(filling) is None:
            yield int(match[1]), filling


def _words(filling: Filling) -> Fill | None:
    """Return what a filling says, if it is text."""
    if isinstance(filling, Card):
        return Fill((filling.name, *filling.under), filling.span)
    return filling if isinstance(filling, Fill) else None


def _of_figure(page: Said, draft: Draft) -> Said:
    """Return a figure with its number and unit as the sentence, and its text under it."""
    parts = [draft.fills[name] for name in (NUMBER, UNIT) if name in draft.fills]
    number = " ".join(p.text for part in parts if isinstance(part, Fill) for p in part.paragraphs)
    sentence = Fill((Paragraph((Run(number),)),), parts[0].span)
    return page._replace(title=sentence, blocks=(Block(page.title.paragraphs),))


def _blocks(texts: Iterable[tuple[Slot, Fill]]) -> Iterator[Block]:
    """Yield a block for each text, or for all texts of one card."""
    cards: dict[int, Block] = {}
    for slot, fill in texts:
        if slot.name == SLOGAN:
            yield Block(_on_one_line(fill).paragraphs, span=fill.span)
            continue
        match = _CARD.fullmatch(slot.name)
        number = int(match[1]) if match else 0
        paragraphs = tuple(_stressed(p, slot) for p in fill.paragraphs)
        if number:
            first = paragraphs[:1] if number not in cards else ()
            paragraphs = (*first, *fill.paragraphs[len(first) :])
        if not number:
            yield Block(paragraphs, span=fill.span)
        elif number in cards:
            cards[number] = cards[number]._replace(
                paragraphs=(*cards[number].paragraphs, *paragraphs)
            )
        else:
            cards[number] = Block(paragraphs, number, fill.span)
    yield from cards.values()


def _stressed(paragraph: Paragraph, slot: Slot) -> Paragraph:
    """Return a paragraph that is bold where its slot makes it so."""
    face = slot.levels[paragraph.level].face
    return _bold(paragraph) if face.bold or face.family is Family.HEADING else paragraph


def _bold(paragraph: Paragraph) -> Paragraph:
    return paragraph._replace(runs=tuple(run._replace(bold=True) for run in paragraph.runs))


def _plain(paragraph: Paragraph) -> Paragraph:
    return paragraph._replace(
        level=0, runs=tuple(run._replace(bold=False) for run in paragraph.runs)
    )


def _on_one_line(fill: Fill) -> Fill:
    """Return a slogan as running text: a template has no place for its lines."""
    runs = (Run(" ".join(p.text.split())) for p in fill.paragraphs)
    paragraphs = zip(fill.paragraphs, runs, strict=True)
    return fill._replace(paragraphs=tuple(p._replace(runs=(run,)) for p, run in paragraphs))


def slogan_line(lines: Iterable[str], span: Span | None) -> Fill:
    """Return the slogan on one line."""
    return Fill((Paragraph((Run(" ".join(" ".join(lines).split())),), span=span),), span)


def in_one(block: Block) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a card as one with line breaks, which stays together.

    A card with points in it keeps its paragraphs.
    """
    first, *rest = block.paragraphs
    if not block.number or not rest or any(p.marker for p in block.paragraphs):
        return block.paragraphs
    runs = list(first.runs)
    for paragraph in rest:
        head, *tail = paragraph.runs
        runs += [head._replace(text=f"\n{head.text}"), *tail]
    return (first._replace(runs=tuple(runs)),)
