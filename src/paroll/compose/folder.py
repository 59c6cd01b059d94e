"""Folded leaflets: each panel composed as a small page, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from paroll.brand.model import Brand
from paroll.compose.column import Measure
from paroll.compose.furniture import check_furniture
from paroll.compose.house import furnish
from paroll.compose.matter import matter
from paroll.compose.misfit import overwide
from paroll.compose.panels import Choice, Desk, Plan, best_good, cover, planned
from paroll.compose.photos import with_photos
from paroll.compose.rules import FOLDER_TOO_EMPTY, FOLDER_TOO_FULL
from paroll.compose.sides import on_sides
from paroll.finding import Finding, Span
from paroll.formats import Format, Panel
from paroll.layout.galley import divider
from paroll.layout.setting import break_text
from paroll.layout.typecase import Typecase
from paroll.looks.folders import inner, teaser
from paroll.looks.house import House
from paroll.programme.model import Programme
from paroll.sheet import Align, Document, Sheet
from paroll.units import pt, to_mm, to_pt

CHOICES = tuple(
    Choice(ample, ideas, back, pt(least))
    for (ample, ideas, least), back in product(
        ((True, 1, 10), (True, 2, 10), (True, 0, 9.5), (False, 1, 10), (False, 0, 8.5)),
        (True, False),
    )
)
"""What is tried, the best first: text that is read with ease, and a panel of colour inside."""
RELUCTANCE = 2
"""How much less text is torn between panels than between columns: one has to unfold the rest."""
SMALLER = {"booklet-a5": "a folder-a5", "folder-a5": "a leaflet-a5"}
"""What holds less."""
EMPTY = 0.6
"""Where less than this part of the panels with text is filled, it is a finding."""


def compose_folder(
    programme: Programme, brand: Brand, form: Format, case: Typecase
) -> tuple[Document, list[Finding]]:
    """Compose the panels of a folded sheet as pages in reading order, and its two sides."""
    desk = _desk(programme, brand, form, case)
    plan, findings = _chosen(desk, form)
    first, front = cover(desk, form, form.panels[0])
    sheets = (first, *(plan.sheets[panel] for panel in form.panels[1:]))
    house = desk.house(form.panels[0])
    sheets, dark = with_photos(programme, house, sheets, matter(programme, ample=True))
    document = bound(programme, house, sheets)
    document = document._replace(press=on_sides(document, form))
    faults = check_furniture(house, document.layouts)
    return document, [*faults, *front, *findings, *plan.findings, *dark]


def bound(programme: Programme, house: House, sheets: tuple[Sheet, ...]) -> Document:
    """Return sheets in reading order as a document whose pages are as large as the house's."""
    return Document(
        title=programme.title.text,
        author=house.sender.text,
        language=programme.language.text,
        size=house.form.page,
        bleed=house.form.bleed,
        sheets=sheets,
        layouts=tuple(sheet.layout for sheet in sheets),
    )


def _desk(programme: Programme, brand: Brand, form: Format, case: Typecase) -> Desk:
    """Return what the panels of a folder are composed with.

    Texts are equally wide in all panels: what a panel is wider than the narrowest is margin.
    """
    narrowest = min(panel.box.w for panel in form.panels)

    def house(panel: Panel) -> House:
        box, margin = panel.box, form.margin + (panel.box.w - narrowest) // 2
        page = form._replace(width=box.w, height=box.h, margin=margin, panels=(), folds=())
        return furnish(programme, brand, page, case)

    return Desk(
        programme,
        Measure(case, divider(programme.language.text), RELUCTANCE),
        house,
        lambda panel: inner(house(panel), signed=panel.box.x == 0),
        lambda panel: teaser(house(panel), _outer(form, panel)),
    )


def _outer(form: Format, panel: Panel) -> Align:
    """Return at which side the sheet ends with the panel; in the middle at neither."""
    if panel.box.x == 0:
        return Align.LEFT
    return Align.RIGHT if panel.box.right == form.width else Align.CENTRE


def _chosen(desk: Desk, form: Format) -> tuple[Plan, list[Finding]]:
    """Return the best plan, and what is wrong if none is good."""
    good, plans = best_good(CHOICES, lambda choice: planned(desk, form.panels, choice))
    return (good, []) if good else best_of(desk, form, plans)


def best_of(desk: Desk, form: Format, plans: Sequence[Plan]) -> tuple[Plan, list[Finding]]:
    """Return the least bad of `plans`, none of which is good, and what is wrong with it."""
    standing = [plan for plan in plans if plan.text.stands]
    if not standing:
        plan = min(plans, key=lambda plan: plan.text.over)
        return plan, [_too_full(desk, form, plan)]
    plan = max(standing, key=lambda plan: plan.text.filled)
    thin = plan.text.filled < EMPTY
    return plan, [_too_empty(desk.programme, form, plan)] if thin else []


def _too_full(desk: Desk, form: Format, plan: Plan) -> Finding:
    for column in plan.text.columns:
        matter = break_text(desk.measure.case, column.slot, column.paragraphs, desk.measure.divide)
        if matter.overwide:
            return overwide(matter)
    over, size = to_mm(plan.text.over), to_pt(plan.text.size)
    message = (
        f"text is {over:.1f} mm too long in each of {_columns(plan)} at {size:g} pt, "
        "the smallest size"
    )
    hint = "give long points a short form, or leave some out with 'folder: no'"
    return FOLDER_TOO_FULL.at(_ordered(desk.programme, form), message, hint)


def _too_empty(programme: Programme, form: Format, plan: Plan) -> Finding:
    size, share = to_pt(plan.text.size), plan.text.filled
    message = f"text fills {share:.0%} of {_columns(plan)} at {size:g} pt, the largest size"
    hint = f"show more with 'folder: yes', or make {SMALLER.get(form.name, 'a leaflet-a5')} of it"
    return FOLDER_TOO_EMPTY.at(_ordered(programme, form), message, hint)


def _columns(plan: Plan) -> str:
    count = len(plan.text.columns)
    return "its column" if count == 1 else f"its {count} columns"


def _ordered(programme: Programme, form: Format) -> Span:
    """Return where the programme asks for a format."""
    spans = (m.name.span for m in programme.materials if m.name.text == form.name)
    return next(spans, programme.title.span)
