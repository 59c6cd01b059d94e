"""Walks through what a page paints: its contents, forms, patterns, drawn glyphs and images.

Bounded by a `Budget`, so that a page of a million strokes, or one that draws itself, ends.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from paroll.preflight.contents import spaces
from paroll.preflight.contents.fonts import Font
from paroll.preflight.contents.images import picture
from paroll.preflight.contents.lettering import Lettering
from paroll.preflight.contents.matrices import EVERYWHERE, Matrix, matrix, placed, thinnest, times
from paroll.preflight.contents.painted import Kind, Painted, Words
from paroll.preflight.contents.path import Path
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.scripts import Scripts
from paroll.preflight.contents.spaces import Colour
from paroll.preflight.contents.state import COLOURS, Operands, State, change, named
from paroll.preflight.contents.steps import INLINE, PAGE, Budget, Load
from paroll.preflight.reading import data, entry, identity, name, number, rect
from paroll.tuples import NamedTuple
from paroll.units import Rect

DEEPEST = 12
"""How deep forms may stand in each other."""
MOST_KEPT = 256
"""How many states `q` keeps; a PDF may have 28."""
START = 20
"""To start on a form takes as long as so many operators."""
MOST_CONTENTS = 1 << 24
UNIT = Rect(0.0, 0.0, 1.0, 1.0)


class Scene(NamedTuple):
    """Where operators are looked up and what encloses them.

    `above` are the numbers of the forms and patterns it stands in, `base` the matrix that patterns
    start from. In a `plain` scene, which is a stencil, operators choose no colours.
    """

    resources: Resources
    base: Matrix
    above: tuple[tuple[int, int], ...] = ()
    plain: bool = False


class Walk:
    """What one page paints, in order, found step by step."""

    def __init__(
        self, budget: Budget, known: dict[tuple[int, int], Font], scripts: Scripts
    ) -> None:
        self.objects: list[Painted] = []
        self.whole = True
        self.seen: set[object] = set()
        self._budget = budget
        self._known = known
        self._direct: tuple[object, Font | None] = (None, None)
        self.scripts = scripts

    def run(self, load: Load, state: State, scene: Scene) -> None:
        """Walk through contents."""
        found = self.scripts.read(scene.above[-1] if scene.above else PAGE, load, scene.resources)
        self._budget.spend(START)
        if found is None or len(scene.above) > DEEPEST:
            self.whole = False
            return
        stage = _Stage(self, state, scene)
        for step in found:
            if not self._budget.spend():
                self.whole = False
                return
            stage.do(step.operator, step.operands)

    def font(self, holder: object) -> Font | None:
        """Return a font, read once for the file."""
        if holder is None:
            return None
        at = identity(holder)
        if at is None:
            if self._direct[0] is not holder:
                self._direct = (holder, Font(holder))
            return self._direct[1]
        if at not in self._known:
            self._known[at] = Font(holder)
        return self._known[at]


class _Stage:
    """The run of one content stream: its state, its path, its text."""

    def __init__(self, walk: Walk, state: State, scene: Scene) -> None:
        self.walk = walk
        self.state = state
        self.scene = scene
        self.path = Path()
        self.clips = False
        self.kept: list[State] = []
        self.letters = Lettering()

    def do(self, operator: str, operands: Operands) -> None:
        """Do what an operator says."""
        if self.scene.plain and operator in COLOURS:
            return
        if change(self.state, operator, operands, self.scene.resources):
            return
        if self.path.add(operator, operands, self.state.matrix):
            return
        if operator in _PAINTS:
            self._paint(*_PAINTS[operator])
        elif operator in _DOES:
            _DOES[operator](self, operands)
        elif self.letters.moves(operator, operands, self.state):
            self._show(self.letters.strings(operator, operands))

    # Painting

    def _paint(self, fills: bool, strokes: bool) -> None:
        path, box = self.path, self.path.box
        self.path = Path()
        if box is not None and fills:
            self.emit(Painted(Kind.AREA, box, self.state.fill, thickness=path.thickness()))
        if box is not None and strokes:
            thick = abs(self.state.width) * thinnest(self.state.matrix)
            grown = box.grown(thick / 2)
            self.emit(Painted(Kind.LINE, grown, self.state.stroke, thickness=thick), fills=False)
        if self.clips:
            self.state.clip = self.state.clip.cut(box) if box else self.state.clip
            self.clips = False

    def emit(self, painted: Painted, *, fills: bool = True) -> None:
        """Take down what is painted, as far as it can be seen, in the present state."""
        state = self.state
        box = painted.box.cut(state.clip)
        if box.is_empty:
            return
        over = state.fill_over if fills else state.stroke_over
        alpha = state.alphas[0 if fills else 1]
        opaque = alpha == 1 and state.blend == "Normal" and not state.masked
        done = painted._replace(box=box, over=over, mode=state.over_mode, opaque=opaque)
        self.walk.objects.append(done)
        if done.colour is not None and done.colour.pattern is not None:
            self._pattern(done.colour, box)

    def _pattern(self, colour: Colour, box: Rect) -> None:
        """Walk through what a pattern paints, once, and put all of it where it shows."""
        pattern, walk = colour.pattern, self.walk
        if entry(pattern, "/Shading") is not None:
            self._shade(entry(pattern, "/Shading"), box)
            return
        at = identity(pattern)
        if at is None or at in self.scene.above:
            return
        if (at, colour.values) in walk.seen:
            return
        walk.seen.add((at, colour.values))
        laid = times(matrix(pattern, "/Matrix"), self.scene.base)
        resources = self.scene.resources.within(pattern)
        plain = number(pattern, "/PaintType") == 2
        scene = Scene(resources, laid, (*self.scene.above, at), plain)
        state, start = State(laid), len(walk.objects)
        if plain and colour.space.base:
            state.fill = state.stroke = Colour(colour.space.base, colour.values)
        walk.run(partial(data, pattern, MOST_CONTENTS), state, scene)
        walk.objects[start:] = [one._replace(box=box) for one in walk.objects[start:]]

    def _shade(self, shading: object, box: Rect) -> None:
        found = spaces.space(entry(shading, "/ColorSpace"), self.scene.resources)
        self.emit(Painted(Kind.SHADING, box, spaces.first(found or spaces.GRAY)))

    # Text

    def _show(self, strings: list[bytes | float]) -> None:
        state = self.state
        font = self.walk.font(state.font)
        shown = self.letters.show(strings, font, state)
        if font is not None and font.is_drawn:
            self._drawn(font, shown.places)
        if shown.box is None or state.render % 4 == 3:
            return
        words = Words(shown.size, font, shown.said, shown.missing)
        if state.render % 4 != 1:
            self.emit(Painted(Kind.TEXT, shown.box, state.fill, words=words))
        if state.render % 4 in (1, 2):
            thick = abs(state.width) * thinnest(state.matrix)
            text = Painted(Kind.TEXT, shown.box, state.stroke, thickness=thick, words=words)
            self.emit(text, fills=False)

    def _drawn(self, font: Font, places: list[tuple[int, Matrix]]) -> None:
        """Walk through the glyphs of a Type 3 font, each once."""
        for code, place in places:
            at = (identity(font.holder), code)
            proc = font.drawing(code)
            where = identity(proc)
            if at in self.walk.seen or where is None or where in self.scene.above:
                continue
            self.walk.seen.add(at)
            contents = data(proc, MOST_CONTENTS)
            state = self.state.kept()
            state.matrix = times(font.matrix, place)
            resources = self.scene.resources.within(font.holder)
            plain = contents is not None and b"d1" in contents[:200]
            above = (*self.scene.above, where)
            scene = Scene(resources, state.matrix, above, plain)
            self.walk.run(partial(data, proc, MOST_CONTENTS), state, scene)

    # What stands in other streams

    def draw(self, operands: Operands) -> None:
        """Paint an image or a form."""
        found = named(operands, self.scene.resources, "/XObject")
        kind = name(found, "/Subtype")
        if kind == "Image":
            self.image([found])
        elif kind == "Form":
            self._form(found)

    def image(self, operands: Operands) -> None:
        """Paint an image, be it a stream or inline."""
        found = picture(operands[0], self.state.matrix, self.scene.resources)
        if found is None:
            return
        box = placed(UNIT, self.state.matrix)
        if found.space is None:
            self.emit(Painted(Kind.STENCIL, box, self.state.fill, image=found))
        else:
            colour = Colour(found.space, ())
            self.emit(Painted(Kind.IMAGE, box, colour, image=found))

    def _form(self, form: object) -> None:
        at = identity(form)
        if at is None or at in self.scene.above:
            return
        state = self.state.kept()
        state.matrix = times(matrix(form, "/Matrix"), state.matrix)
        if (frame := rect(form, "/BBox")) is not None:
            state.clip = state.clip.cut(placed(frame, state.matrix))
        if state.clip.is_empty:
            return
        resources = self.scene.resources.within(form)
        scene = Scene(resources, state.matrix, (*self.scene.above, at), self.scene.plain)
        self.walk.run(partial(data, form, MOST_CONTENTS), state, scene)

    def shade(self, operands: Operands) -> None:
        """Fill what is not clipped away with a shading."""
        shading = named(operands, self.scene.resources, "/Shading")
        if shading is not None:
            frame = rect(shading, "/BBox")
            box = placed(frame, self.state.matrix) if frame else EVERYWHERE
            self._shade(shading, box.cut(self.state.clip))

    def keep(self, _: Operands) -> None:
        """Do `q`."""
        if len(self.kept) < MOST_KEPT:
            self.kept.append(self.state.kept())

    def restore(self, _: Operands) -> None:
        """Do `Q`, which too many of are nothing."""
        if self.kept:
            self.state = self.kept.pop()

    def clip(self, _: Operands) -> None:
        """Let the next path clip."""
        self.clips = True


_PAINTS = {
    "f": (True, False),
    "F": (True, False),
    "f*": (True, False),
    "S": (False, True),
    "s": (False, True),
    "B": (True, True),
    "B*": (True, True),
    "b": (True, True),
    "b*": (True, True),
    "n": (False, False),
}
"""Whether the operators that end paths fill and stroke them."""
_DOES: dict[str, Callable[[_Stage, Operands], None]] = {
    "q": _Stage.keep,
    "Q": _Stage.restore,
    "W": _Stage.clip,
    "W*": _Stage.clip,
    "Do": _Stage.draw,
    "sh": _Stage.shade,
    INLINE: _Stage.image,
}
