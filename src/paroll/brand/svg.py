"""A logo drawn in SVG: a small strict part of it, which says the same on paper and on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from paroll.brand.colour import nearest
from paroll.brand.model import Drawing, Ink
from paroll.finding import Finding, Rule, Severity, Span
from paroll.sheet import Colour, Segment
from paroll.svg.outline import NotAnOutline, Step, ellipse, numbers_of, polygon, steps_of
from paroll.tuples import NamedTuple

UNITS = 1_000_000
"""The longer side of a drawing in its own units: fine enough for a poster in whole numbers."""

MOST_FINDINGS = 20

DRAWING = Rule(
    "B011",
    Severity.ERROR,
    "logo cannot be used",
    "A logo is an SVG file of plain filled shapes (path, rect, circle, ellipse, polygon; groups "
    "for colour), or a PNG. Strokes, transforms, gradients, text, pictures, style sheets and "
    "references are refused: they look different from program to program, or read other files. "
    "Drawing programs can flatten a logo to such shapes: “expand”, “object to path”.",
    bad="logo: logo.pdf",
    good="logo: logo.svg",
)
FOREIGN = Rule(
    "B012",
    Severity.ERROR,
    "logo has a colour the brand has not",
    "A logo is printed in the brand's own inks, so each fill must be one of its colours. On covers "
    "it stands as a negative: `clear` and `paper` in the ground's colour, all else in a light one.",
)
RULES = (DRAWING, FOREIGN)

_SVG = "{http://www.w3.org/2000/svg}"
_HARMLESS = {"id", "class", "version", "viewBox", "width", "height", "role", "fill-rule"}
_NAMED = {"black": "#000000", "white": "#FFFFFF"}


class _Page(NamedTuple):
    """Where a drawing lies in its file, and what is wrong with it."""

    file: str
    colours: Mapping[Colour, Ink]
    found: list[Finding]

    def refuse(self, element: Any, message: str, hint: str = "", rule: Rule = DRAWING) -> None:
        if len(self.found) < MOST_FINDINGS:
            self.found.append(rule.at(Span(self.file, element.sourceline or 1, 1), message, hint))


def read_drawing(
    data: bytes, file: str, colours: Mapping[Colour, Ink]
) -> tuple[Drawing | None, list[Finding]]:
    """Read an SVG file; its fills become colour roles of the brand. Outlines fill even–odd."""
    root, problem = _parse(data)
    page = _Page(file, colours, [])
    if root is None or root.tag != f"{_SVG}svg":
        message = f"the file is not SVG{problem}"
        return None, [DRAWING.at(Span(file, 1, 1), message, "export the logo as plain SVG")]
    try:
        left, top, width, height = numbers_of(root.get("viewBox", ""))
    except ValueError:
        width = height = 0
    if width <= 0 or height <= 0:
        page.refuse(root, "the drawing has no `viewBox` with a width and a height")
        return None, page.found
    scale = UNITS / max(width, height)
    parts = tuple(
        (colour, tuple(_segment(step, left, top, scale) for step in steps))
        for colour, steps in _shapes(root, "#000000", page)
    )
    if not parts and not page.found:
        page.refuse(root, "the drawing is empty")
    return (None if page.found else Drawing(width * scale, height * scale, parts)), page.found


def _parse(data: bytes) -> tuple[Any, str]:
    """Return the root of an XML file, or nothing and the reason. Entities are never resolved."""
    from lxml import etree  # noqa: PLC0415  (few kits have a drawn logo)

    if b"<!" in data.replace(b"<!--", b"") or b"\0" in data:
        return None, ": it has a document type, or is not UTF-8"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root: Any = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return None, f" (line {error.lineno})"
    return (None, ": it has a document type") if root.getroottree().docinfo.doctype else (root, "")


def _segment(step: Step, left: float, top: float, scale: float) -> Segment:
    letter, points = step
    return Segment(
        letter, tuple((round((x - left) * scale), round((y - top) * scale)) for x, y in points)
    )


def _shapes(parent: Any, fill: str, page: _Page) -> Iterator[tuple[Colour, list[Step]]]:
    """Yield the filled shapes below `parent`. Recursion ends at lxml's 256 levels."""
    for element in parent:
        tag = str(element.tag).removeprefix(_SVG)
        if tag in ("title", "desc"):
            continue
        if tag != "g" and tag not in _READERS:
            page.refuse(element, f"`{tag.rpartition('}')[2]}` is not read", "flatten the logo")
            continue
        own = _fill(element, fill)
        _check_attributes(element, tag, page)
        if tag == "g":
            yield from _shapes(element, own, page)
        elif own != "none":
            yield from _shape(element, tag, own, page)


def _shape(element: Any, tag: str, fill: str, page: _Page) -> Iterator[tuple[Colour, list[Step]]]:
    try:
        steps = _READERS[tag][0](element)
    except ValueError as error:
        page.refuse(element, f"`{tag}` is not understood: {error}")
        return
    colour = _named(fill, page.colours)
    if colour is None:
        hint = "use one of: " + ", ".join(ink.screen for ink in page.colours.values())
        page.refuse(element, f"the fill {fill} is not a colour of the brand", hint, FOREIGN)
    else:
        yield colour, steps


def _fill(element: Any, inherited: str) -> str:
    style = element.get("style", "").strip().rstrip(";")
    if style.startswith("fill:"):
        return str(style.removeprefix("fill:").strip())
    return str(element.get("fill", inherited)).strip()


def _check_attributes(element: Any, tag: str, page: _Page) -> None:
    known = _HARMLESS | set(_READERS[tag][1] if tag in _READERS else ())
    for name, value in element.attrib.items():
        style = value.strip().rstrip(";")
        if name in known or name == "fill" or (name, value) == ("stroke", "none"):
            continue
        if name == "style" and style.startswith("fill:") and ";" not in style:
            continue
        if name.startswith("{") and not name.endswith("}href"):
            continue
        page.refuse(element, f"`{name.rpartition('}')[2]}` is not read", "flatten the logo")


def _named(fill: str, colours: Mapping[Colour, Ink]) -> Colour | None:
    fill = _NAMED.get(fill, fill)
    if len(fill) == 4:
        fill = "#" + "".join(2 * digit for digit in fill[1:])
    return nearest(fill, colours)


def _number(element: Any, name: str) -> float:
    (number,) = numbers_of(element.get(name, "0")) or (0.0,)
    return number


def _rect(element: Any) -> list[Step]:
    x, y, w, h = (_number(element, name) for name in ("x", "y", "width", "height"))
    return polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])


def _circle(element: Any) -> list[Step]:
    radius = _number(element, "r")
    return ellipse(_number(element, "cx"), _number(element, "cy"), radius, radius)


def _ellipse(element: Any) -> list[Step]:
    return ellipse(*(_number(element, name) for name in ("cx", "cy", "rx", "ry")))


def _polygon(element: Any) -> list[Step]:
    numbers = numbers_of(element.get("points", ""))
    if len(numbers) < 6 or len(numbers) % 2:
        raise NotAnOutline(f"it has {len(numbers)} numbers")
    return polygon(list(zip(numbers[::2], numbers[1::2], strict=True)))


def _path(element: Any) -> list[Step]:
    return steps_of(element.get("d", ""))


_READERS: Mapping[str, tuple[Callable[[Any], list[Step]], tuple[str, ...]]] = {
    "path": (_path, ("d",)),
    "rect": (_rect, ("x", "y", "width", "height")),
    "circle": (_circle, ("cx", "cy", "r")),
    "ellipse": (_ellipse, ("cx", "cy", "rx", "ry")),
    "polygon": (_polygon, ("points",)),
}
"""How each shape is read, and the attributes it is read from."""
