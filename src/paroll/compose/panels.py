"""Panels: what each of them says, and how it stands; a folder's panels and a booklet's pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from paroll.compose.column import Column, Measure
from paroll.compose.facing import Faced, braced, goes_on, right_hand, thin
from paroll.compose.filled import Job
from paroll.compose.gist import flowing, in_short
from paroll.compose.house import context_of
from paroll.compose.leaflet import front_sheet
from paroll.compose.matter import Tie, matter, ties
from paroll.compose.senders import Signed, height_of, sending, signed
from paroll.compose.sides import painted_area
from paroll.compose.spread import Spread, spread
from paroll.compose.teasers import striking, teased
from paroll.finding import Finding
from paroll.formats import Format, Panel, Purpose
from paroll.kinds.kind import Context, Level, Passage
from paroll.layout.setting import set_text
from paroll.looks.folders import Leaf, ending, large_slogan, on_address
from paroll.looks.house import House
from paroll.looks.senders import Place
from paroll.programme.model import Programme, Section
from paroll.sheet import Layout, Mark, Sheet, Slot, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt, to_pt

ENDINGS = ("contacts", "event", "qr", "closing")
"""The kinds of section whose place is the back: what is left to do for whoever has read it all."""
HEADS = (
    Level.HEADING,
    Level.HEADLINE,
    Level.NAME,
    Level.OVER,
    Level.LEAD,
    Level.STATED,
    Level.QUOTE,
)
LAST = 0.55
"""How much of the back the last section takes at most, where nothing else has its place there."""
SENDER = pt(9)
"""The size of a sender's address on a back of its own."""
FULL_ENOUGH = 0.7
"""How much of its panels running text takes at least, in the mean, to look right."""
LARGE = pt(14)
"""From which size on a slogan may have the colour of headings: others are read against less."""
WITH_EASE = pt(11)
"""The size of running text that is read with ease."""
IN_FULL, AN_IDEA, ON_BACK = 1.0, 1.0, 0.3
"""What it is worth to say all that is written, to show an idea inside, and on the back."""
BARE, A_PICTURE = 1.5, 2.0
"""What it costs if a back shows but the slogan again, and if a table or a chart is put in words."""
EMPTY_PART, UNEVEN_PART, A_POINT = 3.0, 1.5, 0.5
"""What it costs if all panels are empty, if some are and others full, and for each point of size
below what is read with ease."""


class Desk(NamedTuple):
    """What panels are composed with: how to furnish one, and how to prepare those with text.

    Of so many `facing` each other, the last is for an idea.
    """

    programme: Programme
    measure: Measure
    house: Callable[[Panel], House]
    inner: Callable[[Panel], Leaf]
    poster: Callable[[Panel], Leaf]
    facing: int = 1


class Choice(NamedTuple):
    """A way to fill panels, and the smallest size of running text for which it is a good one.

    All that is written or short forms; how many inner panels show one idea each; whether the back
    does, too.
    """

    ample: bool
    ideas: int
    back: bool
    least: Emu

    @property
    def most(self) -> float:
        """What a plan of this choice is worth at most."""
        return IN_FULL * self.ample + AN_IDEA * self.ideas + ON_BACK * self.back


class Plan(NamedTuple):
    """Panels filled: the sheets of all but the cover, and the running text among them.

    The back is `bare` where it shows but the slogan again.
    """

    sheets: Mapping[Panel, Sheet]
    text: Spread
    bare: bool
    findings: tuple[Finding, ...] = ()

    def suits(self, choice: Choice) -> bool:
        """Say whether the text stands in its panels, neither too small nor too thin."""
        text = self.text
        return text.stands and text.size >= choice.least and text.filled >= FULL_ENOUGH

    def worth(self, choice: Choice) -> float:
        """Weigh what a panel shows against how evenly, and how large, the text stands."""
        text = self.text
        shares = [column.height / column.slot.box.h for column in text.columns]
        said = choice.most - BARE * self.bare - A_PICTURE * text.lost
        uneven = EMPTY_PART * (1 - text.filled) + UNEVEN_PART * (max(shares) - min(shares))
        return said - uneven - A_POINT * max(0, to_pt(WITH_EASE - text.size))


def best_good(
    choices: Iterable[Choice], made: Callable[[Choice], Plan | None]
) -> tuple[Plan | None, list[Plan]]:
    """Return the best plan of those that suit their choices, and all that were made.

    One in which something goes on in the next panel will do only where there is no other.
    """
    plans: list[Plan] = []
    best: tuple[bool, float, Plan] | None = None
    for choice in choices:
        if best and best[0] and best[1] >= choice.most:
            continue
        plan = made(choice)
        if plan:
            plans.append(plan)
            worth = (plan.text.whole, plan.worth(choice), plan)
            if plan.suits(choice) and (best is None or worth[:2] > best[:2]):
                best = worth
    return best and best[2], plans


def planned(
    desk: Desk, panels: Sequence[Panel], choice: Choice, bound: Collection[Section] = ()
) -> Plan | None:
    """Fill `panels`, which are in reading order; None where there are fewer ideas than panels.

    What stands alone on a panel is taken out of the running text; what is `bound` to it does not.
    """
    sections = matter(desk.programme, ample=choice.ample)
    tied = ties(sections) if desk.facing > 1 else []
    inner = [panel for panel in panels if panel.purpose is Purpose.INNER]
    if choice.ideas >= len(inner):
        return None
    made = [panel for panel in panels if panel.purpose is Purpose.TEASER]
    sheets = {panel: _teaser(desk, panel, sections) for panel in made}
    ideas = _ideas(desk, inner, sections, choice.ideas, bound)
    if len(ideas) < choice.ideas:
        return None
    sheets |= {panel: idea.sheet for panel, idea in ideas.items()}
    back = next(panel for panel in panels if panel.purpose is Purpose.BACK)
    sheets[back], bare, findings = _back(desk, back, sections, choice, tied)
    rest = [panel for panel in inner if panel not in sheets]
    context = context_of(desk.programme, desk.house(rest[0]))
    leaves = [desk.inner(panel) for panel in rest]
    job = Job(context.house, desk.measure, _passages(sections, tied, context), choice.least)
    text = spread(job, leaves)
    each = len(text.columns) // len(rest)
    columns = {panel: text.columns[n * each : (n + 1) * each] for n, panel in enumerate(rest)}
    parted = _parted(ideas, tied, {a: columns.get(b, ()) for a, b in _facing(panels).items()})
    if parted:
        return planned(desk, panels, choice, (*bound, *parted))
    if desk.facing > 1 and each == 1 and text.stands:
        sheets |= _pages(desk, job, panels, {panel: column for panel, (column,) in columns.items()})
        return Plan(sheets, text, bare, findings)
    for panel, leaf in zip(rest, leaves, strict=True):
        marks = tuple(mark for column in columns[panel] for mark in column.marks)
        sheets[panel] = _sheet(desk, panel, leaf, marks)
    return Plan(sheets, text, bare, findings)


class _Idea(NamedTuple):
    """A section, and its page: it stands alone there."""

    section: Section
    sheet: Sheet


def _passages(sections: Sequence[Section], tied: Sequence[Tie], context: Context) -> list[Passage]:
    """Say all of `sections`; what is said about a piece of news is not parted from it."""
    passages: list[Passage] = []
    for news, section in zip([None, *sections], sections, strict=False):
        said = flowing([section], context)
        if (news, section) in tied:
            said[0] = (*passages.pop(), *said[0])
        passages += said
    return passages


def _facing(panels: Sequence[Panel]) -> dict[Panel, Panel]:
    """Return which page faces each but the first and the last."""
    pairs = list(zip(panels[1::2], panels[2::2], strict=False))
    return {a: b for pair in pairs for a, b in (pair, pair[::-1])}


def _parted(
    ideas: Mapping[Panel, _Idea], tied: Sequence[Tie], opposite: Mapping[Panel, Sequence[Column]]
) -> list[Section]:
    """Return the ideas that are about a piece of news which does not stand opposite."""
    headlines = {tie.said: tie.news.news[0].headline.span for tie in tied}
    parted = []
    for panel, (section, _) in ideas.items():
        shown = {p.span for column in opposite.get(panel, ()) for p in column.paragraphs}
        if section in headlines and headlines[section] not in shown:
            parted.append(section)
    return parted


def _pages(
    desk: Desk, job: Job, panels: Sequence[Panel], columns: Mapping[Panel, Column]
) -> dict[Panel, Sheet]:
    """Set text on facing pages; of two that both have text, a thin one is a page of colour."""
    facing = _facing(panels)
    parted = {a for a, b in pairwise(columns) if goes_on(columns[b])}
    sheets: dict[Panel, Sheet] = {}
    for panel, column in columns.items():
        both = facing[panel] in columns and facing[panel] not in sheets
        sheet = _coloured(desk, panel, column) if both and panel not in parted else None
        sheets |= {panel: sheet} if sheet else {}
    left = {panel: column for panel, column in columns.items() if panel not in sheets}
    pages = [Faced(left[panel], left.get(facing[panel]), panel in parted) for panel in left]
    for panel, marks in zip(left, braced(job, pages), strict=True):
        sheets[panel] = _sheet(desk, panel, desk.inner(panel), marks)
    return sheets


def _coloured(desk: Desk, panel: Panel, column: Column) -> Sheet | None:
    """Return a page of colour for what stands alone in a column, if it is larger there."""
    if not thin(column):
        return None
    leaf = desk.poster(panel)
    text = teased(desk.house(panel), leaf, desk.measure, [column.paragraphs])
    if text is None or _body(text.slot) < _body(column.slot):
        return None
    return _sheet(desk, panel, leaf, (text,))


def _body(slot: Slot) -> Emu:
    return slot.levels[Level.TEXT].size


def cover(desk: Desk, form: Format, panel: Panel) -> tuple[Sheet, list[Finding]]:
    """Compose the cover: the slogan as the picture, and the title."""
    area = painted_area(form, panel)
    painted = area._replace(x=area.x - panel.box.x)
    sheet, findings = front_sheet(desk.programme, desk.house(panel), painted)
    return sheet._replace(width=panel.box.w), findings


def _teaser(desk: Desk, panel: Panel, sections: list[Section]) -> Sheet:
    """Set the best idea among `sections` on a panel made for one, and take it from them.

    Where there is none the first section will do, and where that is too long the slogan.
    """
    house, leaf = desk.house(panel), desk.poster(panel)
    text = _taken(desk, house, leaf, sections, [*striking(sections), *sections[:1]])
    return _sheet(desk, panel, leaf, (text or _slogan(house, leaf),))


def _ideas(
    desk: Desk,
    inner: Sequence[Panel],
    sections: list[Section],
    count: int,
    bound: Collection[Section],
) -> dict[Panel, _Idea]:
    """Set the best ideas among `sections` on `count` of the inner panels, and take them from them.

    They come in the order of the programme: on facing pages each beside the text round it, else on
    panels shared out evenly, the last of which is one of them. There may be fewer.
    """
    able = inner[desk.facing - 1 :: desk.facing]
    panels = [able[len(able) * (n + 1) // count - 1] for n in range(count)]
    best: list[Section] = []
    for panel in panels:
        house, leaf = desk.house(panel), desk.poster(panel)
        left = [section for section in sections if section not in best]
        free = [section for section in striking(left) if section not in bound]
        if _taken(desk, house, leaf, left, free):
            best += [section for section in sections if section not in (*left, *best)]
    ideas = [section for section in sections if section in best]
    if desk.facing > 1 and ideas:
        context = context_of(desk.programme, desk.house(able[0]))
        panels = [able[n] for n in right_hand(_before(sections, ideas, context), len(able))]
    made: dict[Panel, _Idea] = {}
    for panel, idea in zip(panels, ideas, strict=False):
        house, leaf = desk.house(panel), desk.poster(panel)
        if text := _taken(desk, house, leaf, sections, [idea]):
            made[panel] = _Idea(idea, _sheet(desk, panel, leaf, (text,)))
    return made


def _before(sections: Sequence[Section], ideas: Sequence[Section], context: Context) -> list[float]:
    """Return which part of the text of `sections` stands before each of the `ideas` among them."""
    lengths = [
        sum(len(p.text) for group in in_short([section], context) for p in group)
        * (section not in ideas)
        for section in sections
    ]
    return [sum(lengths[: sections.index(idea)]) / max(1, sum(lengths)) for idea in ideas]


def _taken(
    desk: Desk, house: House, leaf: Leaf, sections: list[Section], ideas: Sequence[Section]
) -> Text | None:
    """Set the first of `ideas` that the panel holds, and take it from `sections`."""
    context = context_of(desk.programme, house)
    for idea in ideas:
        if len(sections) > 1 and (groups := in_short([idea], context)):
            text = teased(house, leaf, desk.measure, groups)
            if text:
                sections.remove(idea)
                return text
    return None


def _slogan(house: House, leaf: Leaf) -> Text:
    slot = large_slogan(house, leaf.room, leaf.palette.heading)
    if slot.levels[0].size < LARGE:
        slot = large_slogan(house, leaf.room, leaf.palette.body)
    return set_text(house.case, slot, (house.slogan_paragraph,), span=house.slogan[0].span)


def _back(
    desk: Desk, panel: Panel, sections: list[Section], choice: Choice, tied: Sequence[Tie]
) -> tuple[Sheet, bool, tuple[Finding, ...]]:
    """Compose the back: what ends the programme, an idea or the slogan, above the sender.

    What is `tied` to something else is parted from it there. Say, too, whether it is the slogan.
    """
    house = desk.house(panel)
    grown = house._replace(form=house.form._replace(smallest=SENDER))
    said = sending(desk.programme, house)
    page = ending(
        house, height_of(grown, said, house.form.page.w - 2 * house.form.margin, on_address(house))
    )
    leaf = page.leaf
    ends = [section for kind in ENDINGS for section in sections if section.kind == kind]
    bound = [section for tie in tied for section in tie]
    striking_ones = striking(sections) if choice.back else []
    ideas = [*ends, *(section for section in striking_ones if section not in bound)]
    words = _taken(desk, house, leaf, sections, ideas)
    if words is None:
        least = leaf.room.h * (1 - LAST)
        low = leaf._replace(
            room=leaf.room._replace(y=leaf.room.y + round(least), h=round(leaf.room.h - least))
        )
        last = [section for section in sections[-1:] if section not in bound]
        words = _taken(desk, house, low, sections, last)
    block: Signed = signed(grown, said, Place(page.address, on_address(house)))
    furniture = (*leaf.furniture, *([page.small] if words else []), *block.card)
    layout = Layout("Back", "back", leaf.palette.ground, furniture, ())
    sheet = Sheet(
        layout, house.phrases.back, (words or _slogan(house, leaf), *block.marks), width=panel.box.w
    )
    return sheet, words is None, block.findings


def _sheet(desk: Desk, panel: Panel, leaf: Leaf, content: tuple[Mark, ...]) -> Sheet:
    """Return the page of a panel, called as its first heading is."""
    layout = Layout(panel.name.capitalize(), panel.name, leaf.palette.ground, leaf.furniture, ())
    said = (p for mark in content if isinstance(mark, Text) for p in mark.paragraphs)
    heads = (paragraph.text for paragraph in said if paragraph.level in HEADS)
    title = next(heads, desk.programme.title.text)
    return Sheet(layout, title, content, width=panel.box.w)
