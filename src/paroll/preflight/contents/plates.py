"""Takes a page apart into plates: the same page in grey, as dark as one ink is.

Every operator stays where it is, so that clips, knockouts, transparency and letters come out as
they print; only colours change, and what overprints is left out on plates that it does not name.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Stream

from paroll.preflight.contents import spaces
from paroll.preflight.contents.copying import copied
from paroll.preflight.contents.images import picture
from paroll.preflight.contents.matrices import matrix, thinnest, times
from paroll.preflight.contents.painted import Image
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.source import Source
from paroll.preflight.contents.spaces import PROCESS, Colour, Family, Space
from paroll.preflight.contents.state import COLOURS, State, change, named
from paroll.preflight.contents.steps import INLINE, MOST_BYTES, PAGE, Load, Parsed, Step
from paroll.preflight.reading import data, entry, identity, name, number, pairs, stream
from paroll.units import Rect

FINEST = 0.25
"""Tiles smaller than so many points would be drawn a million times."""
Instruction = tuple[Sequence[object], Operator]
_DROPPED = ("BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "ri")
_SHOWS = ("Tj", "TJ", "'", '"')
_LEFT = {  # painting operators: with the fill alone, with the stroke alone
    "f": ("f", "n"),
    "F": ("f", "n"),
    "f*": ("f*", "n"),
    "S": ("n", "S"),
    "s": ("n", "s"),
    "B": ("f", "S"),
    "B*": ("f*", "S"),
    "b": ("f", "s"),
    "b*": ("f*", "s"),
}


class Plate:
    """One ink of a page, written into a file of its own."""

    def __init__(self, ink: str, source: Source, file: pikepdf.Pdf) -> None:
        self.ink = ink
        self.source = source
        self.file = file
        self._made: dict[object, Stream | None] = {}

    def page(self, load: Load, resources: Resources, frame: Rect, media: Rect) -> None:
        """Add the page to the file, as large as `frame`; nothing shows outside `media`.

        Both are in units of the page.
        """
        page = self.file.add_blank_page(page_size=(max(3, frame.width), max(3, frame.height)))
        body, used = self.written(PAGE, load, resources, State())
        left, bottom, _, _ = media
        clip = f"{left:.4f} {bottom:.4f} {media.width:.4f} {media.height:.4f} re W n\n"
        page.obj.MediaBox = Array([Decimal(f"{edge:.4f}") for edge in frame])
        page.obj.Resources = used
        page.obj.Contents = Stream(self.file, clip.encode() + body)

    def written(
        self, at: object, load: Load, resources: Resources, state: State
    ) -> tuple[bytes, Dictionary]:
        """Return contents in the grey of this ink, and the resources they use."""
        run = _Run(self, at, resources, state)
        run.start()
        for index, step in enumerate(self.source.steps(at, load, resources)):
            run.do(step, index)
        body = pikepdf.unparse_content_stream(run.out)  # type: ignore[arg-type]  # numbers, too
        return body, Dictionary(run.used)

    def tint(self, colour: Colour) -> float:
        """Return how much of this ink a colour takes."""
        return self.amounts(colour).get(self.ink, 0.0)

    def amounts(self, colour: Colour) -> dict[str, float]:
        """Return how much of each ink a colour takes."""
        return self.source.inks(colour)

    def shows(self, colour: Colour, state: State, *, over: bool) -> bool:
        """Say whether a colour changes this plate: what overprints leaves others alone."""
        if not over or colour.pattern is not None:
            return True
        amounts = self.amounts(colour)
        if colour.space.family is Family.CMYK and state.over_mode == 1:
            return amounts.get(self.ink, 0.0) > 0
        return self.ink in amounts

    def form(self, form: object, resources: Resources, state: State) -> Stream | None:
        """Return a form in the grey of this ink; None if it stands in itself."""
        inner = state.kept()
        inner.matrix = times(matrix(form, "/Matrix"), state.matrix)
        made = self._stream(form, resources, inner, ("/BBox", "/Matrix"))
        if made is not None:
            made.Type, made.Subtype = Name.XObject, Name.Form
            group = entry(form, "/Group")
            if name(group, "/S") == "Transparency":
                kept = {k: entry(group, k) is True for k in ("/I", "/K")}
                made.Group = Dictionary({"/S": Name.Transparency, **kept})
        return made

    def pattern(self, pattern: object, resources: Resources, state: State) -> object:
        """Return a pattern in the grey of this ink; None if it stands in itself or is broken."""
        if (shading := entry(pattern, "/Shading")) is not None:
            shaded = self.shading(shading, resources)
            if shaded is None:
                return None
            own = Dictionary({"/PatternType": 2, "/Shading": shaded})
            if (laid := copied(entry(pattern, "/Matrix"), self.file)) is not None:
                own.Matrix = laid
            return own
        laid = times(matrix(pattern, "/Matrix"), state.matrix)
        every = [abs(number(pattern, one) or 0.0) for one in ("/XStep", "/YStep")]
        if min(every) * thinnest(laid) < FINEST:
            self.source.unread = True
            return None
        self.source.tiled = True
        inner = state.kept()
        inner.over_mode, inner.fill_over, inner.stroke_over = 0, False, False
        kept = ("/BBox", "/Matrix", "/PaintType", "/PatternType", "/TilingType", "/XStep", "/YStep")
        return self._stream(pattern, resources, inner, kept)

    def _stream(
        self, holder: object, resources: Resources, state: State, kept: tuple[str, ...]
    ) -> Stream | None:
        at = identity(holder)
        if at is None:
            return None
        if at not in self._made:
            self._made[at] = None  # so that what stands in itself ends
            own = resources.within(holder)
            body, used = self.written(at, partial(data, holder, MOST_BYTES), own, state)
            made = Stream(self.file, body)
            for key in kept:
                if (value := copied(entry(holder, key), self.file)) is not None:
                    made[key] = value
            made.Resources = used
            self._made[at] = made
        return self._made[at]

    def shading(self, shading: object, resources: Resources) -> object:
        """Return a shading in the grey of this ink: its colours go through a function of ours."""
        space = spaces.space(entry(shading, "/ColorSpace"), resources)
        if space is None or space.family in (Family.INDEXED, Family.PATTERN):
            self.source.unread = True
            return None
        made = self._shell(shading)
        if made is not None:
            made.ColorSpace = self._picked(space)
        return made

    def _shell(self, shading: object) -> Dictionary | Stream | None:
        """Return a copy of a shading of our own, for every plate is to have other colours."""
        left_out = ("ColorSpace", "Background", "Filter", "DecodeParms", "Length")
        if isinstance(shading, Stream):
            body = data(shading, MOST_BYTES)
            if body is None:
                return None
            made: Dictionary | Stream = Stream(self.file, body)
        else:
            made = Dictionary()
        for key, value in pairs(shading):
            if key not in left_out:
                made[f"/{key}"] = copied(value, self.file)
        return made

    def _picked(self, space: Space) -> Array:
        """Return a space of the same size whose colours are the grey of this ink in them."""
        bounds = Array([0, 1] * space.size)
        function = Stream(self.file, _picking(space, self.ink))
        function.FunctionType, function.Domain, function.Range = 4, bounds, Array([0, 1])
        names = Array([Name(f"/Ink{i}") for i in range(space.size)])
        return Array([Name.DeviceN, names, Name.DeviceGray, function])

    def image(self, image: Image, at: object, *, over: bool) -> Stream | None:
        """Return an image in the grey of this ink, or None if it leaves the plate as it is."""
        found = self.source.planes(image, at)
        plane = found.get(self.ink)
        if plane is None and (over or not found):
            return None
        wide, high = plane.size if plane else (1, 1)
        made = Stream(self.file, plane.tobytes() if plane else b"\0")
        made.Type, made.Subtype = Name.XObject, Name.Image
        made.Width, made.Height, made.BitsPerComponent = wide, high, 8
        made.ColorSpace, made.Decode = Name.DeviceGray, Array([1, 0])
        for key in ("/SMask", "/Mask"):
            if (mask := stream(image.source, key)) is not None:
                made[key] = copied(mask, self.file)
        return made


def _picking(space: Space, ink: str) -> bytes:
    """Return a PostScript function from colours of a space to the grey of an ink."""
    size, root = space.size, space
    if root.family is Family.LAB or (size not in (1, 3, 4) and not root.names):
        return b"{" + b"pop " * size + b"1}"
    names = root.names or {1: (PROCESS[3],), 3: PROCESS[:3], 4: PROCESS}[size]
    wanted = [i for i, one in enumerate(names) if one in (ink, spaces.ALL)]
    if not wanted:
        return b"{" + b"pop " * size + b"1}"
    light = not root.names and size < 4  # its numbers are light, and not ink
    picked = f"{size - 1 - wanted[0]} index {size + 1} 1 roll " + "pop " * size
    return f"{{{picked}{'' if light else '1 exch sub'}}}".encode()


def _mode(mode: int, fills: bool, strokes: bool) -> int:
    """Return how letters are rendered when fills or strokes are left out; from 4 on they clip."""
    fills, strokes = fills and mode % 4 in (0, 2), strokes and mode % 4 in (1, 2)
    return mode // 4 * 4 + {(True, False): 0, (False, True): 1, (True, True): 2}.get(
        (fills, strokes), 3
    )


class _Run:
    """The writing of one content stream: what it comes to, and what it uses."""

    def __init__(self, plate: Plate, at: object, resources: Resources, state: State) -> None:
        self.plate = plate
        self.at = at
        self.resources = resources
        self.state = state
        self.base = state.matrix
        self.out: list[Instruction | Parsed] = []
        self.used: dict[str, Dictionary] = {}
        self._kept: list[State] = []
        self._names: dict[object, Name | None] = {}

    def start(self) -> None:
        """Choose the colours that the contents start with: the black of one plate is white."""
        for colour, operator in ((self.state.fill, "g"), (self.state.stroke, "G")):
            if colour.pattern is None:
                self._emit(operator, self._grey(colour))

    def do(self, step: Step, index: int) -> None:
        """Write an operator as this plate has it. `index` tells inline images apart."""
        operator, operands, parsed = step
        if operator in _LEFT:
            self._paint(operator)
        elif operator in _SHOWS:
            self._letter(parsed)
        elif change(self.state, operator, operands, self.resources):
            self._changed(step)
        elif operator == "Do":
            self._draw(operands)
        elif operator == INLINE:
            self._image(operands[0], (self.at, index), step)
        elif operator == "sh":
            self._shade(operands)
        elif operator in ("q", "Q"):
            self._nest(step)
        elif operator not in _DROPPED:
            self.out.append(parsed)

    def _emit(self, operator: str, *operands: object) -> None:
        self.out.append((operands, Operator(operator)))

    def _use(self, kind: str, value: object) -> Name:
        """Name something among the resources."""
        group = self.used.setdefault(kind, Dictionary())
        named_so = f"/X{len(group.keys())}"
        group[named_so] = value
        return Name(named_so)

    def _copy(self, kind: str, value: object) -> Name | None:
        """Name a copy of a font or state, each once."""
        at = identity(value)
        if at is None or at not in self._names:
            copy = copied(value, self.plate.file) if value is not None else None
            self._names[at] = None if copy is None else self._use(kind, copy)
        return self._names[at]

    def _nest(self, step: Step) -> None:
        if step.operator == "q":
            self._kept.append(self.state.kept())
        elif self._kept:
            self.state = self._kept.pop()
        else:
            return
        self.out.append(step.parsed)

    def _shows(self) -> tuple[bool, bool]:
        """Say whether fills and strokes change this plate."""
        now = self.state
        return (
            self.plate.shows(now.fill, now, over=now.fill_over),
            self.plate.shows(now.stroke, now, over=now.stroke_over),
        )

    def _paint(self, operator: str) -> None:
        fills, strokes = self._shows()
        if not (fills and strokes):
            fill, stroke = _LEFT[operator]
            operator = fill if fills else stroke if strokes else "n"
        self._emit(operator)

    def _letter(self, parsed: Parsed) -> None:
        mode = int(self.state.render)
        left = _mode(mode, *self._shows())
        if left == mode:
            self.out.append(parsed)
        else:
            self._emit("Tr", left)
            self.out.append(parsed)
            self._emit("Tr", mode)

    def _changed(self, step: Step) -> None:
        operator, operands, parsed = step
        if operator in COLOURS:
            self._colour(fills=operator[0].islower())
        elif operator == "gs":
            given = self._copy("/ExtGState", named(operands, self.resources, "/ExtGState"))
            if given is not None:
                self._emit("gs", given)
        elif operator == "Tf":
            font = self._copy("/Font", self.state.font)
            if font is not None:
                self._emit("Tf", font, Decimal(f"{self.state.size:.4f}"))
        else:
            self.out.append(parsed)

    def _colour(self, *, fills: bool) -> None:
        colour = self.state.fill if fills else self.state.stroke
        choose, paint = ("cs", "scn") if fills else ("CS", "SCN")
        if colour.pattern is None:
            self._emit("g" if fills else "G", self._grey(colour))
            return
        state = self.state.kept()
        state.matrix = self.base
        pattern = self.plate.pattern(colour.pattern, self.resources, state)
        if pattern is None:
            self._emit("g" if fills else "G", 1)
        elif number(colour.pattern, "/PaintType") == 2 and colour.space.base:
            plain = Colour(colour.space.base, colour.values)
            space = Array([Name.Pattern, Name.DeviceGray])
            self._emit(choose, self._use("/ColorSpace", space))
            self._emit(paint, self._grey(plain), self._use("/Pattern", pattern))
        else:
            self._emit(choose, Name.Pattern)
            self._emit(paint, self._use("/Pattern", pattern))

    def _grey(self, colour: Colour) -> Decimal:
        return Decimal(f"{1 - self.plate.tint(colour):.4f}")

    def _draw(self, operands: Sequence[object]) -> None:
        found = named(operands, self.resources, "/XObject")
        kind = name(found, "/Subtype")
        if kind == "Image":
            self._image(found, identity(found), None)
        elif kind == "Form":
            made = self.plate.form(found, self.resources, self.state)
            if made is not None:
                self._emit("Do", self._use("/XObject", made))

    def _image(self, source: object, at: object, inline: Step | None) -> None:
        image = picture(source, self.state.matrix, self.resources)
        if image is None:
            return
        if image.space is not None:
            made = self.plate.image(image, at, over=self.state.fill_over)
            if made is not None:
                self._emit("Do", self._use("/XObject", made))
        elif self._shows()[0]:
            if inline is not None:
                self.out.append(inline.parsed)
            elif (stencil := copied(source, self.plate.file)) is not None:
                self._emit("Do", self._use("/XObject", stencil))

    def _shade(self, operands: Sequence[object]) -> None:
        shading = named(operands, self.resources, "/Shading")
        made = self.plate.shading(shading, self.resources) if shading is not None else None
        if made is not None:
            self._emit("sh", self._use("/Shading", made))
