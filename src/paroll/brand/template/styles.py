"""How text in a placeholder looks in the end: its own styles, its master's, the deck's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from paroll.brand.template.model import Level, Spacing
from paroll.brand.template.package import NAMESPACES
from paroll.brand.template.theme import Inks, family_of
from paroll.sheet import Align, Face, Family
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = f"{{{NAMESPACES['a']}}}"
LEVELS = 9
_SIZE = 1800
_MOST_SIZE = 400_000
_HUNDREDTH = 127
_ALIGN = {"r": Align.RIGHT, "ctr": Align.CENTRE}
_BULLETS = ("buNone", "buChar", "buAutoNum", "buBlip")
PLAIN_BULLETS = "•–—-·"
"""Bullets that every text font has; others are shown as the first of them in a PDF."""


class Voice(NamedTuple):
    """What styles are read with: the colours they mean, the kit's families."""

    inks: Inks
    families: Mapping[Family, str]


class _Cascade(NamedTuple):
    """The properties of one level, the nearest first."""

    paragraphs: tuple[_Element, ...]
    runs: tuple[_Element, ...]

    def value(self, name: str) -> str:
        return _first(p.get(name) for p in self.paragraphs)

    def of_run(self, name: str) -> str:
        return _first(r.get(name) for r in self.runs)

    def child(self, *names: str) -> _Element | None:
        return _child(self.paragraphs, names)

    def of_runs(self, *names: str) -> _Element | None:
        return _child(self.runs, names)


def _first(values: Iterator[str | None]) -> str:
    return next((value for value in values if value is not None), "")


def _child(elements: Sequence[_Element], names: Sequence[str]) -> _Element | None:
    wanted = {_A + name for name in names}
    children = (child for element in elements for child in element if child.tag in wanted)
    return next(children, None)


def read_levels(
    styles: Sequence[_Element | None], voice: Voice, own: _Element | None = None
) -> tuple[Level, ...]:
    """Return the nine levels that lists of styles give together, the nearest list first.

    `own` is a paragraph whose looks, and those of its first run, stand above all lists.
    """
    lists = [style for style in styles if style is not None]
    return tuple(_level(_cascade(lists, number, own), voice) for number in range(1, LEVELS + 1))


def as_styles(paragraphs: Iterable[_Element]) -> _Element:
    """Return a list of styles that has the looks of sample paragraphs, each for its level."""
    from lxml import etree  # noqa: PLC0415

    styles = etree.Element(f"{_A}lstStyle")
    for paragraph in paragraphs:
        looks = paragraph.find(f"{_A}r/{_A}rPr")
        if looks is None:
            continue  # an empty paragraph shows nothing, whatever it says of itself
        own = paragraph.find(f"{_A}pPr")
        level = etree.SubElement(styles, f"{_A}lvl1pPr")
        if own is not None:
            level.extend(deepcopy(child) for child in own)
            level.attrib.update(own.attrib)
        level.tag = f"{_A}lvl{int(level.get('lvl', '0')) + 1}pPr"
        characters = deepcopy(looks)
        characters.tag = f"{_A}defRPr"
        level.append(characters)
    return styles


def _cascade(lists: Sequence[_Element], number: int, own: _Element | None) -> _Cascade:
    found = [style.find(f"{_A}lvl{number}pPr") for style in lists]
    runs = [p.find(f"{_A}defRPr") for p in found if p is not None]
    if own is not None:
        found.insert(0, own.find(f"{_A}pPr"))
        runs.insert(0, own.find(f"{_A}r/{_A}rPr"))
    return _Cascade(
        tuple(p for p in found if p is not None), tuple(r for r in runs if r is not None)
    )


def _level(cascade: _Cascade, voice: Voice) -> Level:
    size = min(max(_number(cascade.of_run("sz"), _SIZE), 100), _MOST_SIZE) * _HUNDREDTH
    typeface = _typeface(cascade, voice.inks)
    family = family_of(typeface, voice.families) or Family.BODY
    colour = voice.inks.colour(cascade.of_runs("solidFill")) or _default_colour(voice.inks)
    return Level(
        typeface=typeface,
        face=Face(family, bold=_is_on(cascade.of_run("b")), italic=_is_on(cascade.of_run("i"))),
        size=size,
        colour=colour,
        spacing=_spacing(cascade.child("lnSpc"), Spacing(1)),
        before=_spacing(cascade.child("spcBef"), Spacing()),
        after=_spacing(cascade.child("spcAft"), Spacing()),
        margin=max(0, _number(cascade.value("marL"), 0)),
        hang=-_number(cascade.value("indent"), 0),
        bullet=_bullet(cascade),
        bullet_colour=voice.inks.colour(_colour_of_bullet(cascade)) or colour,
        bullet_size=_bullet_size(cascade, size),
        align=_ALIGN.get(cascade.value("algn"), Align.LEFT),
        capitals=cascade.of_run("cap") == "all",
    )


def _typeface(cascade: _Cascade, inks: Inks) -> str:
    latin = cascade.of_runs("latin")
    name = "" if latin is None else latin.get("typeface", "")
    theme = {"+mj-lt": inks.theme.heading, "+mn-lt": inks.theme.body, "": inks.theme.body}
    return theme.get(name, name)


def _default_colour(inks: Inks) -> str:
    return inks.theme.colours.get(inks.names.get("tx1", "dk1"), "") or "#000000"


def _spacing(element: _Element | None, default: Spacing) -> Spacing:
    for child in element if element is not None else ():
        value = child.get("val", "")
        if child.tag == f"{_A}spcPct":
            share = value.removesuffix("%")  # strict files write 90%, others 90000
            return Spacing(lines=float(share) / (100 if "%" in value else 100_000))
        if child.tag == f"{_A}spcPts":
            return Spacing(exact=int(value) * _HUNDREDTH)
    return default


def _bullet(cascade: _Cascade) -> str:
    sign = cascade.child(*_BULLETS)
    if sign is None or sign.tag == f"{_A}buNone":
        return ""
    character = sign.get("char", "")
    return character if character and character in PLAIN_BULLETS else PLAIN_BULLETS[0]


def _colour_of_bullet(cascade: _Cascade) -> _Element | None:
    return cascade.child("buClr", "buClrTx")


def _bullet_size(cascade: _Cascade, size: Emu) -> float:
    element = cascade.child("buSzPct", "buSzPts", "buSzTx")
    value = "" if element is None else element.get("val", "")
    if element is None or not value:
        return 1
    if element.tag == f"{_A}buSzPts":
        return int(value) * _HUNDREDTH / max(size, pt(1))
    return float(value.removesuffix("%")) / (100 if "%" in value else 100_000)


def _number(value: str, default: int) -> int:
    return int(value) if value else default


def _is_on(value: str) -> bool:
    return value in ("1", "true", "on")
