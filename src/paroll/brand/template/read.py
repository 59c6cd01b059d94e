"""Reading a template: a file to plain data, and whatever keeps it from being used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from paroll.brand.template.faults import LEFT_OUT, NO_FONT, NO_SUCH_LAYOUT, UNUSABLE
from paroll.brand.template.model import Level, Page, Template
from paroll.brand.template.package import NAMESPACES, Package, Refused, open_package, parsed
from paroll.brand.template.pages import read_pages, read_scheme
from paroll.brand.template.roles import Use, best
from paroll.brand.template.theme import family_of
from paroll.finding import Finding, Span, has_errors
from paroll.sheet import Family
from paroll.source import Plain, guess
from paroll.tuples import NamedTuple
from paroll.units import Box, inch

_P = f"{{{NAMESPACES['p']}}}"
_LEAST, _MOST = inch(1), inch(56)
"""The sizes of slides PowerPoint allows."""


class Wanted(NamedTuple):
    """What a kit says of its template: the file, its families, the layouts it chose by kind."""

    path: str
    shown: str
    families: Mapping[Family, str]
    chosen: Mapping[str, Plain]


def read_template(data: bytes, wanted: Wanted) -> tuple[Template | None, list[Finding]]:
    """Read the template `data`. Whatever is wrong with the file is a finding at its first line."""
    place = Span(wanted.shown, 1, 1)
    try:
        package = open_package(data)
        template = _template(package, wanted, len(data))
    except Refused as refused:
        hint = "save it anew as .pptx or .potx from PowerPoint"
        return None, [UNUSABLE.at(place, f"template cannot be used: {refused}", hint)]
    except Exception as error:  # values no program would write: whatever comes of them
        message = f"template cannot be used: it is damaged ({type(error).__name__}: {error})"
        hint = "save it anew as .pptx or .potx from PowerPoint"
        return None, [UNUSABLE.at(place, " ".join(message.split())[:200], hint)]
    found = [*_chosen(template, wanted), *_left_out(package, place), *_fonts(template, wanted)]
    return (None if has_errors(found) else template), found


def _template(package: Package, wanted: Wanted, weight: int) -> Template:
    box = _slide(package)
    pages = tuple(read_pages(package, wanted.families, box))
    chosen = {kind: name.text for kind, name in wanted.chosen.items()}
    scheme = {name: colour for name, colour in read_scheme(package).items() if colour}
    template = Template(wanted.path, box, pages, package, chosen, weight, scheme)
    if best(template, Use.CONTENT) is None:
        raise Refused("no layout has both a title and a text")
    return template


def _slide(package: Package) -> Box:
    element = parsed(package.main.data).find(f"{_P}sldSz")
    if element is None:
        raise Refused("it does not say how large its slides are")
    box = Box(0, 0, int(element.get("cx", "0")), int(element.get("cy", "0")))
    if not (_LEAST <= box.w <= _MOST and _LEAST <= box.h <= _MOST):
        raise Refused("its slides are larger or smaller than PowerPoint allows")
    return box


def _chosen(template: Template, wanted: Wanted) -> Iterator[Finding]:
    names = [page.name for page in template.pages if page.title]
    for kind, name in wanted.chosen.items():
        if name.text not in names:
            message = f"the template has no layout “{name}” with a title (for `{kind}`)"
            yield NO_SUCH_LAYOUT.at(name.span, message, guess(name.text, names))


def _left_out(package: Package, place: Span) -> Iterator[Finding]:
    hint = "decks are made without it; remove it from the template"
    return (LEFT_OUT.at(place, f"{what} is left out", hint) for what in package.dropped)


def _fonts(template: Template, wanted: Wanted) -> Iterator[Finding]:
    place, body = Span(wanted.shown, 1, 1), wanted.families[Family.BODY]
    for typeface in dict.fromkeys(level.typeface for level in text_levels(template.pages)):
        if family_of(typeface, wanted.families) is None:
            said = f"“{typeface}”" if typeface else "font (it names none)"
            message = f"the template's {said} is not in the kit; measured with “{body}” meanwhile"
            hint = "put its .ttf files into the kit as heading or body family"
            yield NO_FONT.at(place, message, hint)


def text_levels(pages: Iterable[Page]) -> Iterator[Level]:
    """Yield the levels that text of authors is set at: the first of titles and texts."""
    for page in pages:
        holders = [page.title] if page.title else []
        yield from (holder.levels[0] for holder in (*holders, *page.texts))
