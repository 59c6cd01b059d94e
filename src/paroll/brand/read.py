"""A folder under `brand/` to a brand. Everything that is wrong with the kit is said at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from paroll.brand.colour import check_colours, softened
from paroll.brand.embedding import check_embedding
from paroll.brand.fonts import check_font
from paroll.brand.kit import Kit, KitFamily, KitScale, Points
from paroll.brand.logo import read_logo
from paroll.brand.model import (
    COLOURS,
    Brand,
    Drawing,
    FamilyName,
    FontFile,
    Fonts,
    Ink,
    Look,
    Raster,
    Scale,
)
from paroll.brand.plates import check_plates
from paroll.brand.standins import check_standin
from paroll.finding import Finding, Rule, Severity, has_errors, in_order
from paroll.sheet import Face, Family
from paroll.source import Plain, guess, parse, read_record
from paroll.stock import NotInStock, Stock
from paroll.tuples import NamedTuple
from paroll.units import Emu, pt

if TYPE_CHECKING:
    from paroll.brand.template.model import Template

NO_KIT = Rule(
    "B001",
    Severity.ERROR,
    "no such brand kit",
    "`brand` names a folder under `brand/` that has a file `brand.yaml`.",
    bad="brand: kampanj",
    good="brand: campaign",
)
NO_FILE = Rule(
    "B006",
    Severity.ERROR,
    "file is not in the brand kit",
    "Fonts and logos lie in the kit's own folder, and are named from there.",
    bad="bold: C:\\Windows\\Fonts\\arialbd.ttf",
    good="bold: fonts/Archivo-Bold.ttf",
)
SCALE = Rule(
    "B010",
    Severity.ERROR,
    "type sizes do not ascend",
    "The sizes of a scale stand from the smallest to the largest, each once.",
    bad="screen: [24, 18, 32]",
    good="screen: [18, 24, 32]",
)
RULES = (NO_KIT, NO_FILE, SCALE)


class _Folder(NamedTuple):
    """The kit's folder, and what was found wrong with it."""

    stock: Stock
    name: str
    found: list[Finding]

    def file(self, path: Plain) -> bytes | None:
        problem = f"{path}: lies outside the kit"
        if ".." not in PurePosixPath(path.text).parts:
            try:
                return self.stock.read(f"{self.name}/{path}")
            except NotInStock as error:
                problem = str(error)
        hint = "put it into the kit, and name it from the kit's folder"
        self.found.append(NO_FILE.at(path.span, problem, hint))
        return None


def read_brand(stock: Stock, name: Plain) -> tuple[Brand | None, list[Finding]]:
    """Read the kit `name` of `stock`, the folder of all kits; `name` knows who asks for it.

    The brand is `None` if any finding is an error.
    """
    path = f"{name}/brand.yaml"
    kits = stock.folders(".")
    if name.text not in kits:
        return None, [_missing(name, kits)]
    try:
        data = stock.read(path)
    except NotInStock:
        return None, [_missing(name, kits)]
    node, found = parse(data, stock.shown(path))
    kit, wrong = read_record(Kit, node) if node else (None, [])
    folder = _Folder(stock, name.text, found + wrong)
    brand = _brand(folder, kit) if kit else None
    if kit and brand and not has_errors(folder.found):
        folder.found.extend(check_embedding(kit, brand))
    return (None if has_errors(folder.found) else brand), in_order(folder.found)


def _missing(name: Plain, kits: Sequence[str]) -> Finding:
    return NO_KIT.at(name.span, f"no brand kit “{name}”", guess(name.text, kits))


def _brand(folder: _Folder, kit: Kit) -> Brand:
    folder.found.extend((*check_colours(kit.colours), *check_plates(kit.colours)))
    colours = {role: _ink(kit, role) for role in COLOURS}
    families = {Family.HEADING: kit.families.heading, Family.BODY: kit.families.body}
    template = _template(folder, kit, kit.template) if kit.template else None
    if template:
        colours.update(_seen(template))
    return Brand(
        name=folder.name,
        colours={**colours, "soft": softened(colours["muted"], colours["paper"])},
        families={f: _named(folder, k) for f, k in families.items()},
        faces={face: file for f, k in families.items() for face, file in _faces(folder, f, k)},
        scale=_scale(folder, kit.scale),
        look=Look(kit.look.lockup, kit.look.device, kit.look.case),
        logo=_logo(folder, kit.logo, colours) if kit.logo else None,
        sender=kit.sender.text if kit.sender else "",
        address=tuple(line.text for line in kit.address),
        span=kit.span,
        fonts=kit.fonts or Fonts.FULL,
        template=template,
    )


def _ink(kit: Kit, role: str) -> Ink:
    ink = getattr(kit.colours, role)
    cyan, magenta, yellow, black = (part.value for part in ink.cmyk)
    return Ink(ink.screen.text, (cyan, magenta, yellow, black), ink.spot.text if ink.spot else "")


def _named(folder: _Folder, kit: KitFamily) -> FamilyName:
    folder.found.extend(check_standin(kit.fallback.text, kit.fallback.span))
    return FamilyName(kit.name.text, kit.fallback.text, kit.fallback.span)


def _faces(folder: _Folder, family: Family, kit: KitFamily) -> Iterable[tuple[Face, FontFile]]:
    """Yield the faces a family has files for."""
    files = (
        (Face(family), kit.regular),
        (Face(family, bold=True), kit.bold),
        (Face(family, italic=True), kit.italic),
        (Face(family, bold=True, italic=True), kit.bold_italic),
    )
    for face, path in files:
        data = folder.file(path) if path else None
        if path and data is not None:
            folder.found.extend(check_font(data, face, kit.name.text, path.span))
            yield face, FontFile(path.text, data)


def _scale(folder: _Folder, scale: KitScale) -> Scale:
    return Scale(_sizes(folder, scale.screen), _sizes(folder, scale.print))


def _sizes(folder: _Folder, sizes: tuple[Points, ...]) -> tuple[Emu, ...]:
    for size, following in pairwise(sizes):
        if following.value <= size.value:
            message = f"{following.value:g} pt stands after {size.value:g} pt"
            folder.found.append(SCALE.at(following.span, message, "sort the sizes, each once"))
    return tuple(pt(size.value) for size in sizes)


def _logo(folder: _Folder, path: Plain, colours: dict[str, Ink]) -> Drawing | Raster | None:
    data = folder.file(path)
    if data is None:
        return None
    logo, wrong = read_logo(data, folder.stock.shown(f"{folder.name}/{path}"), colours)
    folder.found.extend(wrong)
    return logo


def _template(folder: _Folder, kit: Kit, path: Plain) -> Template | None:
    from paroll.brand.template.read import Wanted, read_template  # noqa: PLC0415  (python-pptx)

    data = folder.file(path)
    if data is None:
        return None
    names = {Family.HEADING: kit.families.heading.name, Family.BODY: kit.families.body.name}
    layouts = {kind: getattr(kit.layouts, kind) for kind in kit.layouts.FIELDS}
    wanted = Wanted(
        path=path.text,
        shown=folder.stock.shown(f"{folder.name}/{path}"),
        families={family: name.text for family, name in names.items()},
        chosen={kind: name for kind, name in layouts.items() if name},
    )
    template, wrong = read_template(data, wanted)
    folder.found.extend(wrong)
    return template


def _seen(template: Template) -> dict[str, Ink]:
    """Return the colours of a template; it is not printed, so inks follow from the screen's."""
    from paroll.brand.template.palette import colours_of  # noqa: PLC0415

    return {colour: Ink(colour, _separated(colour)) for colour in colours_of(template)}


def _separated(screen: str) -> tuple[float, float, float, float]:
    inks = [1 - int(screen[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    black = min(inks)
    cyan, magenta, yellow = (100 * (ink - black) for ink in inks)
    return cyan, magenta, yellow, 100 * black
