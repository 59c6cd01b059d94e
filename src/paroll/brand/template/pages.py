"""The layouts of a template, each with all it inherits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from paroll.brand.template.drawn import Seen, Surface, drawn_on, ground_of, own_box
from paroll.brand.template.model import TITLES, Holder, Page, Still
from paroll.brand.template.package import NAMESPACES, Package, Piece, parsed
from paroll.brand.template.styles import Voice, as_styles, read_levels
from paroll.brand.template.theme import Inks, Theme, read_names, read_theme
from paroll.sheet import Anchor, Colour, Family, Paragraph, Picture, Run
from paroll.tuples import NamedTuple
from paroll.units import Box

if TYPE_CHECKING:
    from lxml.etree import _Element

_A, _P = (f"{{{NAMESPACES[prefix]}}}" for prefix in "ap")
_ANCHORS = {"ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_LEAST_SHARE = 0.05
"""The part of a placeholder that something may cover without being its ground."""
_NO_THEME = Theme({}, "", "", (), ())


class _Master(NamedTuple):
    """A master, read once for all its layouts."""

    root: _Element
    surface: Surface
    package: Package
    default: _Element | None
    families: Mapping[Family, str]
    size: Box

    @property
    def has_styles(self) -> bool:
        """Whether it says how text looks; LibreOffice writes masters that do not."""
        return self.root.find(f"{_P}txStyles") is not None

    def style(self, kind: str) -> _Element | None:
        """Return the master's style for placeholders of a type."""
        name = "title" if kind in TITLES else "other" if kind in _FURNITURE else "body"
        return self.root.find(f"{_P}txStyles/{_P}{name}Style")

    def holder(self, kind: str) -> _Element | None:
        """Return the master's placeholder that one of `kind` on a layout inherits from."""
        wanted = "title" if kind in TITLES else kind if kind in _FURNITURE else "body"
        shapes = self.root.iterfind(f"{_P}cSld/{_P}spTree/{_P}sp")
        return next((shape for shape in shapes if _kind(shape) == wanted), None)


def read_pages(package: Package, families: Mapping[Family, str], size: Box) -> Iterator[Page]:
    """Yield the layouts, master by master, in the order of PowerPoint's menu."""
    main = parsed(package.main.data)
    default = main.find(f"{_P}defaultTextStyle")
    for name in _listed(main, package.main, "sldMasterId", "slideMaster"):
        piece = package.pieces[name]
        root = parsed(piece.data)
        inks = Inks(_theme(package, piece), read_names(root.find(f"{_P}clrMap")))
        surface = Surface(inks, package.pieces, piece)
        master = _Master(root, surface, package, default, families, size)
        for layout in _listed(root, piece, "sldLayoutId", "slideLayout"):
            yield _page(package.pieces[layout], master)


def read_scheme(package: Package) -> Mapping[str, Colour]:
    """Return the colours of the first master's theme, by their names in it."""
    main = parsed(package.main.data)
    masters = _listed(main, package.main, "sldMasterId", "slideMaster")
    return _theme(package, package.pieces[masters[0]]).colours if masters else {}


def _listed(root: _Element, piece: Piece, element: str, kind: str) -> list[str]:
    """Return the parts that a list names by their relations, in its order."""
    targets = {r.id: r.target for r in piece.relations if r.kind == kind}
    key = f"{{{NAMESPACES['r']}}}id"
    ids = (entry.get(key, "") for entry in root.iter(f"{_P}{element}"))
    return [targets[id_] for id_ in ids if id_ in targets]


def _theme(package: Package, piece: Piece) -> Theme:
    name = next(piece.related("theme"), "")
    return read_theme(parsed(package.pieces[name].data)) if name else _NO_THEME


def _page(piece: Piece, master: _Master) -> Page:
    root = parsed(piece.data)
    override = root.find(f"{_P}clrMapOvr/{_A}overrideClrMapping")
    names = read_names(override, master.root.find(f"{_P}clrMap"))
    surface = Surface(Inks(master.surface.inks.theme, names), master.package.pieces, piece)
    backgrounds = [(root, surface), (master.root, master.surface)]
    grounds = [(r.find(f"{_P}cSld/{_P}bg"), s) for r, s in backgrounds]
    own = next((pair for pair in grounds if pair[0] is not None), (None, surface))
    ground, behind = ground_of([own[0]], own[1])
    seen = [_whole(s, master.size) for s in behind]
    trees = [(root, surface)]
    if root.get("showMasterSp") not in ("0", "false"):
        trees.insert(0, (master.root, master.surface))
    for element, looked_at in trees:
        tree = element.find(f"{_P}cSld/{_P}spTree")
        seen.extend(drawn_on(tree, looked_at) if tree is not None else ())
    voice = Voice(surface.inks, master.families)
    holders = _holders(root, master, voice, (ground, seen))
    stills = [still for tree, s in trees for still in _stills(tree, master, s.inks)]
    name = root.find(f"{_P}cSld")
    return Page(
        name=" ".join(name.get("name", "").split()) if name is not None else "",
        type=root.get("type", ""),
        part=piece.name,
        holders=tuple(holders),
        ground=ground,
        marks=tuple(s.mark for s in seen if s.mark is not None),
        stills=tuple(stills),
        unseen=tuple(dict.fromkeys(s.what for s in seen if s.what)),
        unlabelled=sum(not s.labelled for s in seen),
    )


def _whole(seen: Seen, size: Box) -> Seen:
    """Return what stands behind a page as large as the page."""
    mark = seen.mark._replace(box=size) if isinstance(seen.mark, Picture) else None
    return seen._replace(box=size, mark=mark)


def _samples(shape: _Element, above: _Element | None, master: _Master) -> list[_Element | None]:
    """Return how sample text looks, for want of styles: of a placeholder, then of its master's."""
    if master.has_styles:
        return []
    holders = [holder for holder in (shape, above) if holder is not None]
    return [as_styles(h.iterfind(f"{_P}txBody/{_A}p")) for h in holders]


def _kind(shape: _Element) -> str:
    """Return the type of a placeholder; nothing if the shape is none."""
    holder = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    if holder is None:
        holder = shape.find(f"{_P}nvPicPr/{_P}nvPr/{_P}ph")
    return "" if holder is None else holder.get("type", "obj")


def _holders(
    root: _Element, master: _Master, voice: Voice, under: tuple[Colour, list[Seen]]
) -> Iterator[Holder]:
    seen: Counter[str] = Counter()
    for shape in root.iterfind(f"{_P}cSld/{_P}spTree/{_P}sp"):
        kind = _kind(shape)
        if not kind:
            continue
        above = master.holder(kind)
        box = own_box(shape) or (own_box(above) if above is not None else None)
        frame = _frame([shape] if above is None else [shape, above])
        if box is None or frame.get("vert", "horz") != "horz" or box.w <= 0 or box.h <= 0:
            continue
        lists = [_list(shape), _list(above), master.style(kind), *_samples(shape, above, master)]
        name = _name(shape) or kind
        seen[name] += 1
        place = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        own = voice.inks.colour(shape.find(f"{_P}spPr/{_A}solidFill"))
        yield Holder(
            type=kind,
            idx=int(place.get("idx", "0")) if place is not None else 0,
            name=name if seen[name] == 1 else f"{name} ({seen[name]})",
            box=box,
            inner=_inner(box, frame),
            anchor=_anchor(frame),
            levels=read_levels([*lists, master.default], voice),
            shown=not master.has_styles,
            ground=own or _ground(box, *under),
        )


def _frame(shapes: Sequence[_Element]) -> Mapping[str, str]:
    """Return how text stands in a shape, from its own frame and those it inherits."""
    frames = (shape.find(f"{_P}txBody/{_A}bodyPr") for shape in reversed(shapes))
    return {str(k): str(v) for f in frames if f is not None for k, v in f.attrib.items()}


def _inner(box: Box, frame: Mapping[str, str]) -> Box:
    left, top, right, bottom = (int(frame.get(k, default)) for k, default in _INSETS.items())
    return Box.between(box.x + left, box.y + top, box.right - right, box.bottom - bottom)


def _list(shape: _Element | None) -> _Element | None:
    return None if shape is None else shape.find(f"{_P}txBody/{_A}lstStyle")


def _name(shape: _Element) -> str:
    named = shape.find(f"{_P}nvSpPr/{_P}cNvPr")
    return "" if named is None else " ".join(named.get("name", "").split())


def _ground(box: Box, ground: Colour, seen: Sequence[Seen]) -> Colour:
    """Return the solid colour under a box; nothing if it stands on several, or a picture."""
    colour = ground
    for area in seen:
        if area.box.contains(box, slack=box.h // 20):
            colour = area.colour
        elif area.box.overlaps(box) and _shared(area.box, box) > _LEAST_SHARE:
            colour = ""
    return colour


def _shared(area: Box, box: Box) -> float:
    width = min(area.right, box.right) - max(area.x, box.x)
    height = min(area.bottom, box.bottom) - max(area.y, box.y)
    return width * height / (box.w * box.h)


def _stills(root: _Element, master: _Master, inks: Inks) -> Iterator[Still]:
    """Yield the texts that stand on every page of a layout."""
    for shape in root.iterfind(f"{_P}cSld/{_P}spTree/{_P}sp"):
        box = own_box(shape)
        body = shape.find(f"{_P}txBody")
        if _kind(shape) or box is None or body is None or body.find(f".//{_A}fld") is not None:
            continue
        paragraphs = tuple(_paragraph(p) for p in body.iterfind(f"{_A}p"))
        if not any(paragraph.text.strip() for paragraph in paragraphs):
            continue
        frame = _frame([shape])
        own = body.find(f"{_A}p")
        levels = read_levels([_list(shape), master.default], Voice(inks, master.families), own)
        inner = _inner(box, frame)
        yield Still(Holder("", 0, _name(shape), box, inner, _anchor(frame), levels), paragraphs)


def _anchor(frame: Mapping[str, str]) -> Anchor:
    return _ANCHORS.get(frame.get("anchor", ""), Anchor.TOP)


def _paragraph(element: _Element) -> Paragraph:
    parts = ("\n" if e.tag == f"{_A}br" else e.findtext(f"{_A}t", "") for e in element)
    return Paragraph((Run("".join(parts)),))
