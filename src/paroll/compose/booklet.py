"""Stitched booklets: a cover, numbered pages and a back, a multiple of four in all.

Pages are filled on purpose: what is left over of a sheet goes to figures, quotations and
statements, which then have a page of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from paroll.brand.model import Brand
from paroll.compose.column import Measure
from paroll.compose.folder import best_of, bound
from paroll.compose.furniture import check_furniture
from paroll.compose.house import furnish
from paroll.compose.matter import matter
from paroll.compose.panels import Choice, Desk, Plan, best_good, cover, planned
from paroll.compose.photos import with_photos
from paroll.compose.spread import Spread
from paroll.finding import Finding
from paroll.formats import Format, Panel, Purpose, Side
from paroll.layout.galley import divider
from paroll.layout.typecase import Typecase
from paroll.looks.folders import inner, teaser
from paroll.looks.house import House
from paroll.programme.model import Programme
from paroll.sheet import Align, Document
from paroll.units import pt

FEWEST, MOST = 8, 32
"""How many pages a booklet has: four are a folder, with many more the inner ones creep out."""
RELUCTANCE = 4
"""How much less text is torn between pages than between columns: one has to turn the page."""
EASY, LEAST = pt(11), pt(9)
"""The size of text in a booklet at least, and where it has as many pages as it may have."""


def compose_booklet(
    programme: Programme, brand: Brand, form: Format, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose the pages of a booklet, in reading order; the printer lays them on sheets."""
    house = furnish(programme, brand, form, case)
    desk = _desk(programme, house)
    count = _pages(desk, form)
    pages = pages_of(form, count)
    plan, findings = _chosen(desk, form, pages)
    first, front = cover(desk, form, pages[0])
    sheets = (first, *(plan.sheets[page] for page in pages[1:]))
    sheets, dark = with_photos(programme, house, sheets, matter(programme, ample=True))
    document = bound(programme, house, sheets)
    faults = check_furniture(house, document.layouts)
    return document, [*faults, *front, *findings, *plan.findings, *dark]


@cache
def pages_of(form: Format, count: int) -> tuple[Panel, ...]:
    """Return the pages of a booklet as panels: cover, numbered pages, back."""
    last = count - 1
    purposes = {0: Purpose.COVER, last: Purpose.BACK}
    return tuple(
        Panel(f"page {n + 1}", purposes.get(n, Purpose.INNER), Side.OUTSIDE, form.page)
        for n in range(count)
    )


def _desk(programme: Programme, house: House) -> Desk:
    measure = Measure(house.case, divider(programme.language.text), RELUCTANCE)
    return Desk(
        programme,
        measure,
        lambda _: house,
        lambda page: inner(house, signed=True, number=_number(page)),
        lambda page: teaser(house, Align.RIGHT if _number(page) % 2 else Align.LEFT),
        facing=2,
    )


def _number(page: Panel) -> int:
    return int(page.name.removeprefix("page "))


def _pages(desk: Desk, form: Format) -> int:
    """Return the fewest pages on which all that is written is read with ease.

    More of them do not help a word that is too wide.
    """
    counts = range(FEWEST, MOST + 1, form.multiple)

    def running(count: int) -> Spread:
        choice = Choice(ample=True, ideas=0, back=False, least=EASY)
        plan = planned(desk, pages_of(form, count), choice)
        if plan is None:
            raise AssertionError("without ideas there is always a plan")
        return plan.text

    def holds(count: int) -> bool:
        text = running(count)
        return text.stands and text.size >= EASY

    place = bisect_left(counts, True, key=holds)
    if place < len(counts):
        return counts[place]
    return FEWEST if running(FEWEST).over <= 0 else MOST


def _chosen(desk: Desk, form: Format, pages: Sequence[Panel]) -> tuple[Plan, list[Finding]]:
    """Return the plan with most pages for one idea each, and what is wrong if none is good."""
    choices = _choices(len(pages) - 2)
    good, plans = best_good(choices, lambda choice: planned(desk, pages, choice))
    return (good, []) if good else best_of(desk, form, plans)


def _choices(inner: int) -> list[Choice]:
    """Return what is tried for so many inner pages: at most every second one is for an idea."""
    ideas = range(inner // 2, -1, -1)
    easy = [Choice(True, n, back, EASY) for n in ideas for back in (True, False)]
    return [*easy, Choice(True, 0, False, LEAST), Choice(False, 0, False, LEAST)]
