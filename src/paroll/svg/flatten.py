"""A drawing flattened to filled outlines in plain colours: what looks the same everywhere.

Transforms, strokes, `use`, clips and styles are worked in. What cannot be, without changing how
it looks, is a fault on its line: gradients, text, effects, half-transparent paint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from paroll.sheet import Area, Segment
from paroll.svg.clip import Window, window_of
from paroll.svg.colours import NotAColour, plain
from paroll.svg.outline import NotAnOutline, Step, numbers_of
from paroll.svg.paths import Matrix, Stroke, bounds, moved, stroked, transform_of
from paroll.svg.shapes import SHAPES, length
from paroll.svg.style import INHERITED, OWN, Looks, classes_of, looks_of
from paroll.svg.tree import SVG, Fault, leading_out, local
from paroll.tuples import NamedTuple
from paroll.units import Box

UNITS = 1_000_000
"""The longer side of a drawing in its own units: fine enough for a poster in whole numbers."""
MOST_NODES = 25_000
"""The most elements, those that `use` repeats counted each time."""
MOST_STEPS = 100_000
"""The most lines and curves of all outlines."""
MOST_FAULTS = 20
DEEPEST = 60
"""How deep groups and `use` may stand in each other."""

_UNSEEN = {"title", "desc", "metadata", "defs", "style", "clipPath", "symbol", "linearGradient"}
_UNSEEN |= {"radialGradient", "pattern", "filter", "mask", "marker", "script", "foreignObject"}
"""What paints nothing where it stands; scripts are found before."""
_EFFECTS = ("mask", "filter", "mix-blend-mode")
_STROKED, _STROKED_ROUND = {"L": 6, "C": 30}, {"L": 15, "C": 40}
"""How many steps the outline of a stroked step may take, and with round joins."""
_MARKERS = ("marker-start", "marker-mid", "marker-end")
_HINTS = {
    "text": "make it a path: “object to path” in Inkscape, “create outlines” in Illustrator",
    "image": "use the picture itself, or trace it in a drawing program",
    "symbol": "break the link to the symbol, or unlink the clone",
    "svg": "ungroup the drawing inside the drawing",
}
_FLATTEN = "flatten it in a drawing program: “expand appearance”, “object to path”"


class Drawing(NamedTuple):
    """A flattened drawing: its size in its own units, its parts with the lowest first."""

    width: int
    height: int
    areas: tuple[Area, ...]


class _Full(Exception):
    """The drawing has more in it than is read."""


def flatten(root: Any) -> tuple[Drawing | None, list[Fault]]:
    """Return the drawing under the root of an SVG file, and what is wrong with it."""
    faults = list(leading_out(root))[:MOST_FAULTS]
    page = _page(root)
    if page is None:
        faults.append(Fault(1, "it has no size: no `viewBox`, no width and height", _FLATTEN))
    if page is None or faults:
        return None, faults
    left, top, width, height = page
    scale = UNITS / max(width, height)
    size = round(width * scale), round(height * scale)
    classes, faults = classes_of(root)
    work = _Work({e.get("id"): e for e in root.iter() if e.get("id")}, classes, faults)
    base = Matrix(scale, 0, 0, scale, -left * scale, -top * scale)
    try:
        for element in root:
            work.element(
                element, _At(base, looks_of(root, INHERITED, classes), Window(0, 0, *size))
            )
    except _Full as error:
        return None, [Fault(1, str(error), "simplify the drawing")]
    if not work.areas and not work.faults:
        faults.append(Fault(1, "it paints nothing", "see that its shapes have a fill"))
    return (None if faults else Drawing(*size, tuple(work.areas))), faults[:MOST_FAULTS]


def _page(root: Any) -> tuple[float, float, float, float] | None:
    """Return left, top, width and height of the drawing, or None if it has no size."""
    try:
        box = numbers_of(root.get("viewBox", "")) or [
            *(0.0, 0.0),
            *(length(root.get(name, "")) for name in ("width", "height")),
        ]
    except NotAnOutline:
        return None
    sound = len(box) == 4 and min(box[2:]) > 0 and max(box[2:]) / min(box[2:]) < MOST_STEPS
    return (box[0], box[1], box[2], box[3]) if sound else None


class _At(NamedTuple):
    """Where in a drawing an element stands: transform, looks above, what is shown, depth."""

    matrix: Matrix
    looks: Looks
    window: Window
    depth: int = 0


@dataclass(slots=True)
class _Work:
    """A drawing being flattened."""

    named: Mapping[str, Any]
    classes: Mapping[str, Looks]
    faults: list[Fault]
    areas: list[Area] = field(default_factory=list)
    read: dict[Any, list[Step]] = field(default_factory=dict)
    nodes: int = 0
    steps: int = 0

    def element(self, element: Any, at: _At) -> None:
        """Paint an element and what stands in it."""
        tag = local(element.tag)
        if not element.tag.startswith(SVG) or tag in _UNSEEN:
            return
        self._count(at.depth)
        looks = looks_of(element, at.looks, self.classes)
        try:
            if looks["display"] == "none" or _opacity(looks["opacity"]) == 0:
                return
            for name in _EFFECTS:
                if looks[name] != OWN[name]:
                    raise NotAnOutline(f"`{name}` cannot be flattened")
            matrix = at.matrix.after(transform_of(element))
            window = window_of(looks["clip-path"], self.named, matrix)
            window = at.window.within(window) if window else at.window
            self._inside(element, tag, _At(matrix, looks, window, at.depth + 1))
        except ValueError as error:
            self._refuse(element, f"`{tag}`: {error}")

    def _inside(self, element: Any, tag: str, at: _At) -> None:
        if tag in ("g", "a"):
            for child in element:
                self.element(child, at)
        elif tag == "use":
            self._use(element, at)
        elif tag in SHAPES:
            if at.looks["visibility"] == "visible":
                self._shape(element, at)
        else:
            self._refuse(element, f"`{tag}` cannot be flattened", _HINTS.get(tag, _FLATTEN))

    def _use(self, element: Any, at: _At) -> None:
        name = next((v for k, v in element.attrib.items() if local(k) == "href"), "")
        target = self.named.get(name.strip().removeprefix("#"))
        if target is None:
            raise NotAnOutline(f"there is nothing called {name[:30]}")
        if local(target.tag) in _HINTS:
            self._refuse(element, f"`use` of `{local(target.tag)}`", _HINTS[local(target.tag)])
            return
        x, y = length(element.get("x", "0")), length(element.get("y", "0"))
        self.element(target, at._replace(matrix=at.matrix.after(Matrix(e=x, f=y))))

    def _shape(self, element: Any, at: _At) -> None:
        looks = at.looks
        if element not in self.read:
            self.read[element] = SHAPES[local(element.tag)](element)
        steps = self.read[element]
        if not steps:
            return
        if fill := _paint(looks, "fill"):
            self._add(Area(fill, (), looks["fill-rule"] != "evenodd"), steps, at)
        if colour := _paint(looks, "stroke"):
            stroke = _stroke(looks)
            if stroke.width > 0:
                most = _STROKED_ROUND if stroke.join == "round" else _STROKED
                self._require(sum(most.get(step, 0) for step, _ in steps))
                self._add(Area(colour, ()), stroked(steps, stroke), at)
        if any(looks[name] != "none" for name in _MARKERS):
            raise NotAnOutline("markers cannot be flattened")

    def _add(self, area: Area, steps: list[Step], at: _At) -> None:
        """Add an area with an outline of `steps`, if anything of it is shown."""
        self._require(len(steps))
        self.steps += len(steps)
        placed = moved(steps, at.matrix)
        extent = Window(*bounds(placed))
        if at.window.shows(extent):
            window = None if at.window.within(extent) == extent else _box(at.window)
            self.areas.append(area._replace(outline=_segments(placed), window=window))

    def _require(self, steps: int) -> None:
        if self.steps + steps > MOST_STEPS:
            raise _Full(f"it has more than {MOST_STEPS:_} lines and curves".replace("_", " "))

    def _count(self, depth: int) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _Full(f"it has more than {MOST_NODES:_} parts".replace("_", " "))
        if depth > DEEPEST:
            raise _Full("parts of it stand in each other without end, or too deep")

    def _refuse(self, element: Any, message: str, hint: str = _FLATTEN) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(element.sourceline or 1, message, hint))


def _paint(looks: Looks, name: str) -> str:
    """Return the plain colour that a shape is filled or stroked with, or "" for none."""
    said = looks["color"] if looks[name] == "currentColor" else looks[name]
    try:
        colour = plain(said)
    except NotAColour as error:
        raise NotAnOutline(f"its {name} is {error}") from error
    return colour if colour and _opacity(looks[f"{name}-opacity"]) else ""


def _opacity(text: str) -> float:
    """Return 0 or 1; raise `NotAnOutline` for what is between, or no number."""
    try:
        value = float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise NotAnOutline(f"“{text[:20]}” is not an opacity") from None
    if 0 < value < 1:
        raise NotAnOutline(f"it is half-transparent ({text}); paint it in the colour it makes")
    return value


def _stroke(looks: Looks) -> Stroke:
    if looks["stroke-dasharray"] not in ("none", "0"):
        raise NotAnOutline("dashes cannot be flattened; make the line a path")
    limit = length(looks["stroke-miterlimit"])
    width = length(looks["stroke-width"])
    return Stroke(width, looks["stroke-linecap"], looks["stroke-linejoin"], limit)


def _box(window: Window) -> Box:
    return Box.between(*(round(side) for side in window))


def _segments(steps: list[Step]) -> tuple[Segment, ...]:
    return tuple(
        Segment(step, tuple((round(x), round(y)) for x, y in points)) for step, points in steps
    )
