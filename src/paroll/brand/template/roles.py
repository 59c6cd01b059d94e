"""Roles: which of a template's layouts serves which kind of page.

A layout is known by its name, by the type PowerPoint gives it (which survives renaming), by its
placeholders, and among several by where these stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from paroll.brand.template.model import BODIES, Holder, Page, Template
from paroll.tuples import NamedTuple


class Use(StrEnum):
    """What a layout is for."""

    COVER = "cover"
    CONTENT = "heading and text"
    SENTENCE = "one sentence or number"
    CLOSING = "closing"
    PICTURE = "picture"
    TABLE = "table"
    CHART = "chart"
    TITLE_ONLY = "heading only"


OF_KIND = {
    "cover": Use.COVER,
    "statement": Use.SENTENCE,
    "quote": Use.SENTENCE,
    "figure": Use.SENTENCE,
    "closing": Use.CLOSING,
    "picture": Use.PICTURE,
    "table": Use.TABLE,
    "chart": Use.CHART,
}
"""What kinds of page need; all others need `CONTENT`."""

_INSTEAD = {
    Use.COVER: (Use.SENTENCE, Use.TITLE_ONLY, Use.CONTENT),
    Use.CONTENT: (),
    Use.SENTENCE: (Use.CONTENT,),
    Use.CLOSING: (Use.COVER, Use.SENTENCE, Use.CONTENT),
    Use.PICTURE: (Use.CONTENT,),
    Use.TABLE: (Use.CONTENT,),
    Use.CHART: (Use.CONTENT,),
    Use.TITLE_ONLY: (Use.CONTENT,),
}
_NAMES = {
    Use.COVER: "title slide|title|rubrikbild|titelfolie|titelbild|cover|omslag|deckblatt",
    Use.CONTENT: "title and content|title content|title and text|title and body|content|"
    "rubrik och innehåll|rubrik och text|innehåll|titel und inhalt|titel und text|inhalt|"
    "one column text|title text",
    Use.SENTENCE: "section header|avsnittsrubrik|abschnittsüberschrift|main point|big number|"
    "section title and description|statement|quote|quote with caption|citat|zitat|påstående|"
    "aussage|centered text|big fact",
    Use.CLOSING: "closing|closing slide|end|end slide|thank you|thanks|tack|avslut|avslutning|"
    "slut|slutbild|ende|schluss|schlussfolie|danke|abschluss",
    Use.PICTURE: "picture with caption|bild med bildtext|bild mit überschrift|picture|bild|"
    "title and picture|rubrik och bild|titel und bild|image",
    Use.TABLE: "title and table|rubrik och tabell|titel und tabelle|table|tabell|tabelle",
    Use.CHART: "title and chart|rubrik och diagram|titel und diagramm|chart|diagram|diagramm",
    Use.TITLE_ONLY: "title only|endast rubrik|nur titel|heading only|bara rubrik",
}
_KNOWN = {name: use for use, names in _NAMES.items() for name in names.split("|")}
_TYPES = {
    "title": Use.COVER,
    "obj": Use.CONTENT,
    "tx": Use.CONTENT,
    "secHead": Use.SENTENCE,
    "picTx": Use.PICTURE,
    "tbl": Use.TABLE,
    "chart": Use.CHART,
    "titleOnly": Use.TITLE_ONLY,
}


class Found(NamedTuple):
    """A layout for a kind of page, and what it was made for."""

    page: Page
    use: Use


def use_of(kind: str) -> Use:
    """Return what pages of a kind need."""
    return OF_KIND.get(kind, Use.CONTENT)


def layouts_for(template: Template, kind: str) -> Iterator[Found]:
    """Yield the layouts that pages of a kind may have, the nearest first."""
    use = use_of(kind)
    chosen = template.chosen.get(kind)
    yield from (Found(page, use) for page in template.pages if chosen and page.name == chosen)
    for fitting in (use, *_INSTEAD[use]):
        page = best(template, fitting)
        if page:
            yield Found(page, fitting)


def columns_for(template: Template, count: int) -> tuple[Page, tuple[Holder, ...]] | None:
    """Return the first layout of a heading with `count` equal columns, and these."""
    for page in template.pages:
        columns = page.texts
        if page.title and len(columns) == count > 1 and _are_columns(columns):
            return page, columns
    return None


def portraits_for(
    template: Template, count: int
) -> Iterator[tuple[Page, list[tuple[Holder, Holder]]]]:
    """Yield layouts of a heading with `count` pictures and as many texts, and the pairs of them."""
    for page in template.pages:
        faces = [holder for holder in page.bodies if holder.type == "pic"]
        words = [h for h in page.holders if h.type in BODIES and not h.is_slogan | h.is_locator]
        if page.title and len(faces) == len(words) == count:
            words.sort(key=lambda holder: (holder.box.x, holder.box.y))
            yield page, list(zip(faces, words, strict=True))


def best(template: Template, use: Use) -> Page | None:
    """Return the layout that serves a use best, or None."""
    holds = _HOLDS.get(use, bool)
    pages = [page for page in template.pages if page.title and holds(page)]
    ranked = [(_rank(page, use), number) for number, page in enumerate(pages)]
    found = [(rank, -_room(pages[n]) if rank > 1 else 0, n) for rank, n in ranked if rank >= 0]
    return pages[min(found)[2]] if found else None


def _rank(page: Page, use: Use) -> int:
    """Return how surely a layout serves a use: 0 by name, 1 by type, 2 by looks; -1 not at all."""
    named = _KNOWN.get(plain_name(page.name))
    if named:
        return 0 if named is use else _leftover(page, use)
    if page.type in _TYPES:
        return 1 if _TYPES[page.type] is use else _leftover(page, use)
    looks = _LOOKS.get(use)
    return 2 if looks and looks(page) else _leftover(page, use)


def _leftover(page: Page, use: Use) -> int:
    """Return the last rank for what may hold running text, whatever it was made for."""
    return 3 if use is Use.CONTENT and page.texts else -1


def plain_name(name: str) -> str:
    """Return a layout's name without numbers, signs and capitals: `1_Title, Content` too."""
    return " ".join(re.sub(r"[\W\d_]+", " ", name.casefold()).split())


def _room(page: Page) -> int:
    return max((h.box.w * h.box.h for h in page.bodies), default=0)


def _are_columns(holders: tuple[Holder, ...]) -> bool:
    return all(_beside(one, other) for one, other in pairwise(holders))


def _beside(one: Holder, other: Holder) -> bool:
    """Say whether two placeholders stand side by side, of one height, in one size of type."""
    left, right, near = one.box, other.box, one.box.h / 10
    level = abs(left.y - right.y) < near > abs(left.h - right.h)
    return left.right <= right.x and level and one.levels[0].size == other.levels[0].size


def _has(*types: str) -> Callable[[Page], bool]:
    return lambda page: any(holder.type in types for holder in page.holders)


def _one_text(page: Page) -> bool:
    return len(page.bodies) == len(page.texts) == 1


def _large_title(page: Page) -> bool:
    """Say whether the title has as much room as the text: a page for one sentence."""
    title = page.title
    return title is not None and _one_text(page) and page.texts[0].box.h <= title.box.h


_HOLDS: Mapping[Use, Callable[[Page], bool]] = {
    Use.CONTENT: lambda page: bool(page.texts),
    Use.PICTURE: _has("pic"),
}
"""What a layout must have beside a title, whatever it is called."""
_LOOKS: Mapping[Use, Callable[[Page], bool]] = {
    Use.COVER: _has("ctrTitle"),
    Use.CONTENT: lambda page: _one_text(page) and not _large_title(page),
    Use.SENTENCE: lambda page: _large_title(page) and not _has("ctrTitle", "subTitle")(page),
    Use.PICTURE: _has("pic"),
    Use.TABLE: _has("tbl"),
    Use.CHART: _has("chart"),
    Use.TITLE_ONLY: lambda page: not page.bodies,
}
"""What a layout of a use looks like, where neither name nor type tells."""
