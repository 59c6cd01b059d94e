"""Looking a template over: what a designer should mend before anyone writes content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from paroll.brand.colour import contrast
from paroll.brand.template.faults import (
    FAINT,
    HEAVY,
    MISPLACED,
    NO_FURNITURE,
    NO_LAYOUT,
    NO_STYLES,
    SMALL,
    UNLABELLED,
    UNSEEN,
)
from paroll.brand.template.model import Holder, Page, Template
from paroll.brand.template.roles import Use, best, columns_for, layouts_for
from paroll.finding import Finding, Span
from paroll.tuples import NamedTuple
from paroll.units import Box, pt, to_pt

LEGIBLE = pt(18)
LARGE, LARGE_BOLD = pt(24), pt(18)
HEAVIEST = 10_000_000
_SHARED = 0.05
"""The part of the smaller of two placeholders that may lie under the other."""
_KINDS = {
    "cover": Use.COVER,
    "points": Use.CONTENT,
    "statement": Use.SENTENCE,
    "closing": Use.CLOSING,
    "picture": Use.PICTURE,
}
"""A kind of page for each use that a template should have a layout for."""


class _Checked(NamedTuple):
    """A template, where its findings are, and the layouts that paroll will use."""

    template: Template
    place: Span
    used: tuple[Page, ...]


def inspect(template: Template, shown: str) -> Iterator[Finding]:
    """Yield everything wrong with a template that does not keep it from being used."""
    checked = _Checked(template, Span(shown, 1, 1), tuple(_used(template)))
    looks: Sequence[Callable[[_Checked], Iterable[Finding]]] = (
        *(_missing, _misplaced, _faint, _small, _bare, _unfillable),
        *(_unstyled, _heavy, _unlabelled, _unseen),
    )
    for look in looks:
        yield from look(checked)


def _used(template: Template) -> Iterator[Page]:
    first = (next(layouts_for(template, kind)).page for kind in _KINDS)
    columns = (columns_for(template, count) for count in (2, 3))
    chosen = set(template.chosen.values())
    named = {*first, *(found[0] for found in columns if found)}
    return (page for page in template.pages if page in named or page.name in chosen)


def _missing(checked: _Checked) -> Iterator[Finding]:
    template = checked.template
    for kind, use in _KINDS.items():
        found = next(layouts_for(template, kind))
        if kind not in template.chosen and (found.use is not use or best(template, use) is None):
            message = f"no layout for {use}; “{found.page.name}” is used"
            hint = f"add one to the template, or name one: `layouts: {{{kind}: …}}`"
            yield NO_LAYOUT.at(checked.place, message, hint)
    content = next(layouts_for(template, "points")).page.name
    for count in (2, 3):
        if columns_for(template, count) is None:
            message = f"no layout for {count} columns; they are set below each other in “{content}”"
            yield NO_LAYOUT.at(checked.place, message, "add one to the template")


def _misplaced(checked: _Checked) -> Iterator[Finding]:
    slide = checked.template.size
    for page in checked.template.pages:
        for holder in page.holders:
            if not slide.contains(holder.box, slack=pt(1)):
                message = f"“{holder.name}” of layout “{page.name}” leaves the slide"
                yield MISPLACED.at(checked.place, message, "move it, or make it smaller")
        for one, other in combinations(page.holders, 2):
            if _shared(one.box, other.box) > _SHARED:
                names = f"“{one.name}” and “{other.name}”"
                message = f"{names} of layout “{page.name}” overlap"
                yield MISPLACED.at(checked.place, message, "move one of them")


def _shared(one: Box, other: Box) -> float:
    if not one.overlaps(other):
        return 0
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height / min(one.w * one.h, other.w * other.h)


def _faint(checked: _Checked) -> Iterator[Finding]:
    for page in checked.template.pages:
        for holder in page.holders:
            level = holder.levels[0]
            large = level.size >= (LARGE_BOLD if level.face.bold else LARGE)
            least = 3.0 if large else 4.5
            measured = contrast(level.colour, holder.ground) if holder.ground else 21
            if measured < least:
                message = (
                    f"“{holder.name}” of layout “{page.name}”: {level.colour} on {holder.ground} "
                    f"has a contrast of {measured:.1f} : 1"
                )
                hint = f"it takes {least:g} : 1; make one darker or the other lighter"
                yield FAINT.at(checked.place, message, hint)


def _small(checked: _Checked) -> Iterator[Finding]:
    for page in checked.used:
        for holder in page.texts:
            size = holder.levels[0].size
            if size < LEGIBLE:
                message = f"“{holder.name}” of layout “{page.name}” is set in {to_pt(size):g} pt"
                yield SMALL.at(checked.place, message, "set it in 18 pt or more")


def _bare(checked: _Checked) -> Iterator[Finding]:
    edges = {next(layouts_for(checked.template, kind)).page for kind in ("cover", "closing")}
    inner = [page for page in checked.used if page not in edges]
    wants: Sequence[tuple[str, Callable[[Holder], bool]]] = (
        ("slogan (a footer, or a placeholder called “Slogan”)", _takes_slogan),
        ("slide number", lambda holder: holder.type == "sldNum"),
    )
    for what, takes in wants:
        bare = [page.name for page in inner if not any(map(takes, page.holders))]
        if bare:
            names = ", ".join(f"“{name}”" for name in bare)
            message = f"no place for the {what} on {names}"
            yield NO_FURNITURE.at(
                checked.place, message, "add the placeholder to master and layout"
            )


def _unfillable(checked: _Checked) -> Iterator[Finding]:
    for page in checked.template.pages:
        if any(still.holder.is_slogan for still in page.stills):
            message = f"“Slogan” on layout “{page.name}” is a text box, which slides cannot fill"
            hint = "put a text placeholder of that name in its place (Slide Master, Insert "
            yield NO_FURNITURE.at(checked.place, message, f"{hint}Placeholder)")
            return


def _takes_slogan(holder: Holder) -> bool:
    return holder.is_slogan or holder.type == "ftr"


def _unstyled(checked: _Checked) -> Iterator[Finding]:
    if any(holder.shown for page in checked.template.pages for holder in page.holders):
        message = "the template's master does not say how text looks; its sample text does"
        hint = "save the template from PowerPoint, with the sizes set in its slide master"
        yield NO_STYLES.at(checked.place, message, hint)


def _heavy(checked: _Checked) -> Iterator[Finding]:
    size = checked.template.weight
    if size > HEAVIEST:
        message = f"the template has {size / 1_000_000:.0f} MB; every deck will have them too"
        yield HEAVY.at(checked.place, message, "compress its pictures; remove unused layouts")


def _unlabelled(checked: _Checked) -> Iterator[Finding]:
    pages = [page for page in checked.template.pages if page.unlabelled]
    if pages:
        most = max(page.unlabelled for page in pages)
        message = (
            f"{_many(most, 'picture')} without alternative text on {_many(len(pages), 'layout')}, "
            f"such as “{pages[0].name}”"
        )
        yield UNLABELLED.at(checked.place, message, "write one, or mark it as decorative")


def _unseen(checked: _Checked) -> Iterator[Finding]:
    where: dict[str, list[str]] = {}
    for page in checked.template.pages:
        for what in page.unseen:
            where.setdefault(what, []).append(page.name)
    for what, names in where.items():
        place = f"layout “{names[0]}”" if len(names) == 1 else _many(len(names), "layout")
        message = f"the PDF does not show {what} ({place})"
        yield UNSEEN.at(checked.place, message, "")


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
