"""The graphics state of a page, and the operators that change it alone."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

from paroll.preflight.contents import spaces
from paroll.preflight.contents.matrices import EVERYWHERE, IDENTITY, Matrix, times
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.spaces import Colour, Family
from paroll.preflight.reading import entry, items, name, number
from paroll.tuples import NamedTuple
from paroll.units import Rect

Operands = Sequence[object]


class State:
    """What `q` keeps and `Q` brings back. It changes in place; `kept` is a copy.

    `matrix` leads to the page. `clip` is a rectangle around what can be painted. `blends` and
    `masked` say how paint is laid on what is there; `alphas` are those of fills and strokes.
    """

    def __init__(self, matrix: Matrix = IDENTITY, clip: Rect = EVERYWHERE) -> None:
        self.matrix = matrix
        self.clip = clip
        self.fill = spaces.BLACK
        self.stroke = spaces.BLACK
        self.width = 1.0
        self.fill_over = False
        self.stroke_over = False
        self.over_mode = 0
        self.alphas = (1.0, 1.0)
        self.blend = "Normal"
        self.masked = False
        self.font: object = None
        self.size = 0.0
        self.render = 0.0
        self.spacing = 0.0
        self.word_spacing = 0.0
        self.stretch = 1.0
        self.leading = 0.0
        self.rise = 0.0

    def kept(self) -> State:
        """Return it as it is now."""
        return copy.copy(self)


def change(state: State, operator: str, operands: Operands, resources: Resources) -> bool:
    """Let an operator change the state; return whether it is one that does no more than that."""
    setter = _SETTERS.get(operator)
    if setter is None:
        return False
    setter(state, operands, resources)
    return True


def first(operands: Operands) -> float:
    """Return the first operand as a number, 0 if it is none."""
    return (number(operands[0]) or 0.0) if operands else 0.0


def named(operands: Operands, resources: Resources, kind: str) -> object:
    """Return what the last operand names among the resources of a kind, such as `/Font`."""
    said = name(operands[-1]) if operands else ""
    return resources.find(kind, said) if said else None


def _values(operands: Operands) -> tuple[float, ...]:
    return tuple(v for v in map(number, operands) if v is not None)


Setter = Callable[[State, Operands, Resources], None]


def _device(side: str, plain: str) -> Setter:
    """Return what `rg` and its like do."""

    def setter(state: State, operands: Operands, resources: Resources) -> None:
        setattr(state, side, Colour(spaces.device(plain, resources), _values(operands)))

    return setter


def _space(side: str) -> Setter:
    """Return what `cs` and `CS` do."""

    def setter(state: State, operands: Operands, resources: Resources) -> None:
        own = spaces.space(operands[0], resources) if operands else None
        setattr(state, side, spaces.first(own or spaces.GRAY))

    return setter


def _chosen(side: str) -> Setter:
    """Return what `scn` and its like do."""

    def setter(state: State, operands: Operands, resources: Resources) -> None:
        now: Colour = getattr(state, side)
        painted = None
        if now.space.family is Family.PATTERN:
            painted = named(operands, resources, "/Pattern")
        setattr(state, side, Colour(now.space, _values(operands), painted))

    return setter


class _Change(NamedTuple):
    """What a dictionary of states changes: attributes of a state, and its two alphas."""

    attributes: dict[str, object]
    alphas: tuple[float | None, float | None]


def _extended(state: State, operands: Operands, resources: Resources) -> None:
    """Do what `gs` does: take over what a dictionary of states holds."""
    said = name(operands[-1]) if operands else ""
    attributes, (fill, stroke) = resources.read("/ExtGState", said, _change)
    state.__dict__.update(attributes)
    now = state.alphas
    state.alphas = now[0] if fill is None else fill, now[1] if stroke is None else stroke


def _change(given: object) -> _Change:
    found: dict[str, object] = {}
    if isinstance(over := entry(given, "/OP"), bool):
        found["stroke_over"] = found["fill_over"] = over
    if isinstance(over := entry(given, "/op"), bool):
        found["fill_over"] = over
    if (mode := number(given, "/OPM")) is not None:
        found["over_mode"] = int(mode)
    if said := next(map(name, items(given, "/BM")), ""):
        found["blend"] = "Normal" if said == "Compatible" else said
    if (mask := entry(given, "/SMask")) is not None:
        found["masked"] = name(mask) != "None"
    if (width := number(given, "/LW")) is not None:
        found["width"] = width
    if len(font := items(given, "/Font")) == 2:
        found["font"], found["size"] = font[0], number(font[1]) or 0.0
    return _Change(found, (number(given, "/ca"), number(given, "/CA")))


def _font(state: State, operands: Operands, resources: Resources) -> None:
    state.font = named(operands[:1], resources, "/Font")
    state.size = (number(operands[1]) or 0.0) if len(operands) > 1 else 0.0


def _turn(state: State, operands: Operands, _: Resources) -> None:
    given = _values(operands)
    if len(given) == 6:
        state.matrix = times(given, state.matrix)


def _plain(attribute: str, scale: float = 1.0) -> Setter:
    """Return what sets one number."""

    def setter(state: State, operands: Operands, _: Resources) -> None:
        setattr(state, attribute, first(operands) * scale)

    return setter


_SETTERS: dict[str, Setter] = {
    "g": _device("fill", "DeviceGray"),
    "G": _device("stroke", "DeviceGray"),
    "rg": _device("fill", "DeviceRGB"),
    "RG": _device("stroke", "DeviceRGB"),
    "k": _device("fill", "DeviceCMYK"),
    "K": _device("stroke", "DeviceCMYK"),
    "cs": _space("fill"),
    "CS": _space("stroke"),
    "sc": _chosen("fill"),
    "scn": _chosen("fill"),
    "SC": _chosen("stroke"),
    "SCN": _chosen("stroke"),
    "gs": _extended,
    "Tf": _font,
    "cm": _turn,
    "w": _plain("width"),
    "Tc": _plain("spacing"),
    "Tw": _plain("word_spacing"),
    "Tz": _plain("stretch", 0.01),
    "TL": _plain("leading"),
    "Tr": _plain("render"),
    "Ts": _plain("rise"),
}
COLOURS = ("g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "scn", "SC", "SCN")
"""The operators that choose a colour."""
