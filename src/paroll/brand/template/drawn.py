"""What a template draws on its layouts, as far as plain shapes and pictures can show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from paroll.brand.template.outline import outline_of
from paroll.brand.template.package import NAMESPACES, Piece
from paroll.brand.template.theme import Inks
from paroll.sheet import Colour, Form, Mark, Picture, Shape
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt

if TYPE_CHECKING:
    from lxml.etree import _Element

_A, _P, _R = (f"{{{NAMESPACES[prefix]}}}" for prefix in "apr")
_FILLS = {f"{_A}{name}" for name in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill")}
_RASTERS = (b"\x89PNG", b"\xff\xd8\xff")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_QUARTER = 5_400_000
"""90 degrees, in the format's unit of angles."""


class Frame(NamedTuple):
    """Where a group puts what is drawn in it: scale and shift of both axes."""

    sx: float = 1
    sy: float = 1
    dx: float = 0
    dy: float = 0

    def box(self, x: Emu, y: Emu, w: Emu, h: Emu) -> Box:
        """Return a box of the group as it stands on the page."""
        left, top = round(x * self.sx + self.dx), round(y * self.sy + self.dy)
        return Box(left, top, round(w * self.sx), round(h * self.sy))


class Seen(NamedTuple):
    """Something drawn: the box it covers, its mark, the solid colour text would stand on.

    Without a mark it cannot be shown, and `what` says what it is.
    """

    box: Box
    mark: Mark | None
    colour: Colour = ""
    what: str = ""
    labelled: bool = True


class Surface(NamedTuple):
    """A master or layout to be looked at: its colours, and its pictures by their relation."""

    inks: Inks
    pieces: Mapping[str, Piece]
    own: Piece

    def image(self, relation: str) -> bytes:
        """Return the bytes of a picture, or nothing if it is none that can be shown."""
        targets = {r.id: r.target for r in self.own.relations}
        piece = self.pieces.get(targets.get(relation, ""))
        return piece.data if piece and piece.data.startswith(_RASTERS) else b""

    def fill(self, properties: _Element, style: _Element | None) -> tuple[Colour, str]:
        """Return the colour a shape is filled with, and what else it is filled with in words."""
        fill = next((child for child in properties if child.tag in _FILLS), None)
        if fill is not None:
            return self.solid(fill)
        reference = None if style is None else style.find(f"{_A}fillRef")
        number = 0 if reference is None else int(reference.get("idx", "0"))
        if reference is None or not 0 < number <= len(self.inks.theme.fills):
            return "", ""
        return self.solid(self.inks.theme.fills[number - 1], self.inks.colour(reference))

    def solid(self, fill: _Element, given: Colour = "") -> tuple[Colour, str]:
        """Return a fill's colour; for a gradient its first, and that it is one."""
        kind = str(fill.tag).removeprefix(_A)
        if kind == "solidFill":
            sheer = "a see-through area" if _is_sheer(fill) else ""
            return self.inks.colour(fill, given), sheer
        if kind == "gradFill":
            stops = [self.inks.colour(stop, given) for stop in fill.iter(f"{_A}gs")]
            return next(filter(None, stops), ""), "a gradient"
        return "", {"blipFill": "a picture as filling", "pattFill": "a pattern"}.get(kind, "")


def _is_sheer(fill: _Element) -> bool:
    return any(int(a.get("val", "100000")) < 100_000 for a in fill.iter(f"{_A}alpha"))


def drawn_on(tree: _Element, surface: Surface, frame: Frame | None = None) -> Iterator[Seen]:
    """Yield what stands in a shape tree, the lowest first, placeholders left out."""
    for shape in tree:
        name = str(shape.tag).removeprefix(_P)
        if name == "grpSp":
            yield from drawn_on(shape, surface, _inner_frame(shape, frame or Frame()))
        elif name in _READERS and shape.find(f".//{_P}nvPr/{_P}ph") is None:
            yield from _READERS[name](shape, surface, frame or Frame())


def _inner_frame(group: _Element, frame: Frame) -> Frame:
    xfrm = group.find(f"{_P}grpSpPr/{_A}xfrm")
    if xfrm is None or xfrm.find(f"{_A}chExt") is None:
        return frame
    box = _box(xfrm, frame)
    x, y = _pair(xfrm, "chOff", "x", "y")
    w, h = _pair(xfrm, "chExt", "cx", "cy")
    if box is None or not w or not h:
        return frame
    sx, sy = box.w / w, box.h / h
    return Frame(sx, sy, box.x - x * sx, box.y - y * sy)


def _pair(xfrm: _Element, name: str, one: str, other: str) -> tuple[Emu, Emu]:
    element = xfrm.find(f"{_A}{name}")
    return (0, 0) if element is None else (int(element.get(one, 0)), int(element.get(other, 0)))


def _box(xfrm: _Element | None, frame: Frame) -> Box | None:
    """Return where a shape stands; None if it stands slanted or nowhere."""
    if xfrm is None or int(xfrm.get("rot", "0")) % _QUARTER:
        return None
    (x, y), (w, h) = _pair(xfrm, "off", "x", "y"), _pair(xfrm, "ext", "cx", "cy")
    if int(xfrm.get("rot", "0")) % (2 * _QUARTER):
        x, y, w, h = x + (w - h) // 2, y + (h - w) // 2, h, w
    return frame.box(x, y, w, h)


def own_box(shape: _Element) -> Box | None:
    """Return where a shape says it stands; None if it does not, or stands slanted."""
    xfrm = shape.find(f"{_P}spPr/{_A}xfrm")
    return _box(xfrm, Frame())


def _called(shape: _Element) -> str:
    name = shape.find(f".//{_P}cNvPr")
    return "" if name is None else name.get("name", "")


def _area(shape: _Element, surface: Surface, frame: Frame) -> Iterator[Seen]:
    properties = shape.find(f"{_P}spPr")
    if properties is None:
        return
    xfrm = properties.find(f"{_A}xfrm")
    box = _box(xfrm, frame)
    colour, strange = surface.fill(properties, shape.find(f"{_P}style"))
    called = f"“{_called(shape)}”"
    if not colour and not strange:
        yield from _outlined(shape, surface, box, called)
        return
    mark = _mark(properties, box, colour) if box and xfrm is not None else None
    if mark is None:
        yield Seen(box or Box(0, 0, 0, 0), None, what=f"the form of {called}")
        return
    solid = "" if strange or mark.outline else colour
    yield Seen(mark.box, mark, solid, what=f"{strange} in {called}" if strange else "")


def _outlined(shape: _Element, surface: Surface, box: Box | None, called: str) -> Iterator[Seen]:
    """Yield a shape without a filling: a line, or one whose outline is not shown."""
    line = shape.find(f"{_P}spPr/{_A}ln")
    if line is None or line.find(f"{_A}solidFill") is None:
        return
    preset = shape.find(f"{_P}spPr/{_A}prstGeom")
    if box and preset is not None and preset.get("prst") in ("line", "straightConnector1"):
        yield from _stroke(line, surface, box, called)
    else:
        yield Seen(Box(0, 0, 0, 0), None, what=f"the outline of {called}")


def _mark(properties: _Element, box: Box, colour: Colour) -> Shape | None:
    preset, custom = properties.find(f"{_A}prstGeom"), properties.find(f"{_A}custGeom")
    form = "rect" if preset is None and custom is None else ""
    form = preset.get("prst", "") if preset is not None else form
    if form in ("rect", "ellipse"):
        return Shape(box, colour, Form.ELLIPSE if form == "ellipse" else Form.RECTANGLE)
    xfrm = properties.find(f"{_A}xfrm")
    outline = None if xfrm is None else outline_of(preset, custom, xfrm, box)
    return Shape(box, colour, outline=outline) if outline else None


def _connector(shape: _Element, surface: Surface, frame: Frame) -> Iterator[Seen]:
    box = _box(shape.find(f"{_P}spPr/{_A}xfrm"), frame)
    line = shape.find(f"{_P}spPr/{_A}ln")
    if box and line is not None:
        yield from _stroke(line, surface, box, f"“{_called(shape)}”")
    else:
        yield Seen(Box(0, 0, 0, 0), None, what=f"the line “{_called(shape)}”")


def _stroke(line: _Element, surface: Surface, box: Box, called: str) -> Iterator[Seen]:
    """Yield an upright or level line as a narrow area."""
    colour = surface.inks.colour(line.find(f"{_A}solidFill"))
    width = int(line.get("w", pt(0.75)))
    if not colour or (box.w and box.h):
        yield Seen(box, None, what=f"the line {called}")
    elif box.w:
        yield Seen(box, Shape(Box(box.x, box.y - width // 2, box.w, width), colour))
    else:
        yield Seen(box, Shape(Box(box.x - width // 2, box.y, width, box.h), colour))


def _picture(shape: _Element, surface: Surface, frame: Frame) -> Iterator[Seen]:
    xfrm = shape.find(f"{_P}spPr/{_A}xfrm")
    box = _box(xfrm, frame)
    blip, crop = shape.find(f".//{_A}blip"), shape.find(f".//{_A}srcRect")
    data = b"" if blip is None else surface.image(blip.get(f"{_R}embed", ""))
    name = shape.find(f".//{_P}cNvPr")
    alt = "" if name is None else name.get("descr", "")
    labelled = bool(alt) or next(shape.iter(_DECORATIVE), None) is not None
    turned = xfrm is not None and (xfrm.get("rot") or xfrm.get("flipH") or xfrm.get("flipV"))
    plain = box and data and not turned and (crop is None or not len(crop.attrib))
    mark = Picture(box, data, alt) if box and plain else None
    what = "" if mark else f"the picture “{_called(shape)}”"
    yield Seen(box or Box(0, 0, 0, 0), mark, what=what, labelled=labelled)


def _other(shape: _Element, surface: Surface, frame: Frame) -> Iterator[Seen]:
    del surface, frame
    yield Seen(Box(0, 0, 0, 0), None, what=f"“{_called(shape) or 'a drawing'}”")


_Reader = Callable[["_Element", Surface, Frame], Iterator[Seen]]
_READERS: Mapping[str, _Reader] = {
    "sp": _area,
    "pic": _picture,
    "cxnSp": _connector,
    "graphicFrame": _other,
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": _other,
}


def ground_of(backgrounds: list[_Element | None], surface: Surface) -> tuple[Colour, list[Seen]]:
    """Return the colour of a page's ground, and what else of it there is to see."""
    ground = next((b for b in backgrounds if b is not None), None)
    if ground is None:
        return "#FFFFFF", []
    reference = ground.find(f"{_P}bgRef")
    if reference is not None:
        number = int(reference.get("idx", "0")) - 1001
        fills, colour = surface.inks.theme.backgrounds, surface.inks.colour(reference)
        fill = fills[number] if 0 <= number < len(fills) else None
    else:
        properties, colour = ground.find(f"{_P}bgPr"), ""
        inner = () if properties is None else properties
        fill = next((child for child in inner if child.tag in _FILLS), None)
    if fill is None:
        return colour or "#FFFFFF", []
    solid, strange = surface.solid(fill, colour)
    return solid or "#FFFFFF", _backdrop(fill, strange, surface)


def _backdrop(fill: _Element, strange: str, surface: Surface) -> list[Seen]:
    """Return the picture of a ground, or that its gradient cannot be shown."""
    if not strange:
        return []
    blip = fill.find(f"{_A}blip")
    data = b"" if blip is None else surface.image(blip.get(f"{_R}embed", ""))
    whole = Box(0, 0, 0, 0)  # the reader of the page knows how large it is
    if data:
        return [Seen(whole, Picture(whole, data), what="")]
    return [Seen(whole, None, what=f"{strange} of the ground")]
