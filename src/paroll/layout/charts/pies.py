"""Pies: parts of a whole, from 12 o'clock on in the order given, each named beside its slice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import cos, hypot, pi, sin, tan

from paroll.layout.charts import labels
from paroll.layout.charts.bars import RIM
from paroll.layout.charts.figures import Drawn, Job, Misfit, slice_hues
from paroll.layout.charts.limits import FULL
from paroll.layout.charts.strokes import stroke
from paroll.sheet import Align, Axes, Colour, Label, Place, Segment, Series, Shape, Style
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu, pt, to_pt

NEAR = pt(9)
"""The space between a slice and its label."""
LEAST = pt(64)
"""The least radius."""
APART = 1.2
"""How much of its height a label keeps for itself: other programs place it otherwise."""
ENOUGH = pt(90)
"""A radius that is large enough to prefer labels that need not be moved."""
LARGEST = pt(150)
"""The largest radius."""
STEP = pt(2)


class _Named(NamedTuple):
    """A label: what it says and how, its size, the middle of its slice as an angle from 12."""

    text: str
    style: Style
    width: Emu
    height: Emu
    angle: float


class _Plan(NamedTuple):
    """A pie that stands: its radius, its labels with the places they would have and have."""

    radius: Emu
    named: Sequence[_Named]
    usual: Sequence[Box]
    placed: Sequence[Box]

    @property
    def whole(self) -> Box:
        """The box round pie and labels."""
        return _round(self.radius, self.placed)

    @property
    def easy(self) -> bool:
        """Whether it is large enough, and all labels stand where they usually would."""
        return self.radius >= ENOUGH and list(self.usual) == list(self.placed)


def draw(job: Job) -> Drawn | Misfit:
    """Draw a pie as large as its labels let it be, pie and labels in the middle of their room.

    Names stand over their values where that lets the pie be larger, unless labels must be moved.
    """
    plans = [_plan(job, _named(job, stacked)) for stacked in (True, False)]
    standing = [plan for plan in plans if plan]
    if standing:
        best = max(standing, key=lambda plan: (plan.easy, plan.radius))
        whole, room = best.whole, job.room
        x = room.x - whole.x + (room.w - whole.w) // 2
        return _drawn(job, best, (x, room.y - whole.y + (room.h - whole.h) // 2))
    return _misfit(job)


def _misfit(job: Job) -> Misfit:
    """Return the name that leaves no room for the pie, or how many slices are too many."""
    named = _named(job, True)
    widest = max(range(len(named)), key=lambda n: named[n].width)
    category = job.figures.categories[widest]
    room = max(1, job.room.w // 2 - LEAST - NEAR)
    if labels.width(job.case, named[widest].style, category.text) > room:
        box = Box(0, 0, room, job.loud.leading)
        return labels.too_long(named[widest].style, category.text, box, category.span)
    size = to_pt(job.loud.size)
    message = f"there is no room for a pie with {len(named)} labels of {size:g} pt round it"
    return FULL.at(category.span, message, "show fewer slices, or use `chart: bar`")


def _plan(job: Job, named: Sequence[_Named]) -> _Plan | None:
    """Return the largest pie that stands with its labels in the room there is."""
    room = job.room
    for radius in range(min(room.w, room.h, LARGEST * 2) // 2, LEAST - 1, -STEP):
        usual = [_touching(label, radius + NEAR) for label in named]
        placed = _moved(named, usual, radius)
        if placed:
            whole = _round(radius, placed)
            if whole.w <= room.w and whole.h <= room.h:
                return _Plan(radius, named, usual, placed)
    return None


def _round(radius: Emu, boxes: Sequence[Box]) -> Box:
    """Return the box round a pie and its labels; the middle of the pie is at 0."""
    return _round_all([*boxes, Box(-radius, -radius, 2 * radius, 2 * radius)])


def _round_all(boxes: Sequence[Box]) -> Box:
    """Return the box round all `boxes`."""
    return Box.between(
        min(box.x for box in boxes),
        min(box.y for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _named(job: Job, stacked: bool) -> list[_Named]:
    (strand,) = job.figures.strands
    values = [value or 0.0 for value in strand.values]
    edges = [2 * pi * part / sum(values) for part in accumulate(values, initial=0.0)]
    named = []
    for place, (start, end) in enumerate(pairwise(edges)):
        style = job.value_style(0, place)._replace(align=Align.CENTRE)
        words = (job.figures.categories[place].text, strand.amounts[place].label)
        text = ("\n" if stacked else " ").join(words)
        width = labels.width(job.case, style, text.replace(" ", labels.NBSP))
        height = (1 + stacked) * style.leading
        named.append(_Named(text, style, width, height, (start + end) / 2))
    return named


def _touching(label: _Named, ring: Emu) -> Box:
    """Return where a label touches the ring round the pie, on the ray through its slice.

    The middle of the pie is at 0.
    """
    far = ring
    while True:
        x, y = far * sin(label.angle), -far * cos(label.angle)
        box = Box(round(x) - label.width // 2, round(y) - label.height // 2, *label[2:4])
        if _distance(box) >= ring:
            return box
        far += STEP // 2


def _distance(box: Box) -> float:
    """Return how far a box is from the middle of the pie."""
    return hypot(max(box.x, 0, -box.right), max(box.y, 0, -box.bottom))


def _moved(named: Sequence[_Named], boxes: Sequence[Box], radius: Emu) -> list[Box] | None:
    """Return the boxes moved apart on each side of the pie; None if they still touch."""
    placed = list(boxes)
    for right in (True, False):
        side = [n for n, label in enumerate(named) if (sin(label.angle) >= 0) is right]
        wanted = [boxes[n].y + boxes[n].h // 2 for n in side]
        heights = [round(boxes[n].h * APART) for n in side]
        reach = radius * 4
        middles = labels.apart(wanted, heights, -reach, reach) or wanted
        for n, at in zip(side, middles, strict=True):
            placed[n] = _aside(placed[n]._replace(y=at - boxes[n].h // 2), radius, right)
    touching = any(one.overlaps(other) for i, one in enumerate(placed) for other in placed[:i])
    return None if touching else placed


def _aside(box: Box, radius: Emu, right: bool) -> Box:
    """Move a box sideways until it is clear of the pie."""
    while _distance(box) < radius + NEAR - 2:
        box = box._replace(x=box.x + (STEP if right else -STEP))
    return box


def _drawn(job: Job, plan: _Plan, middle: tuple[Emu, Emu]) -> Drawn:
    radius = plan.radius
    (strand,) = job.figures.strands
    hues = slice_hues(job)
    values = [value or 0.0 for value in strand.values]
    edges = [2 * pi * part / sum(values) for part in accumulate(values, initial=0.0)]
    slices = [
        _slice(middle, radius, edge, hue) for edge, hue in zip(pairwise(edges), hues, strict=True)
    ]
    rims = (
        [_rim(middle, radius, edge, job.ground) for edge in edges[:-1]] if len(values) > 1 else []
    )
    words = [
        labels.line(job.case, label.style, label.text, _at(box, middle), amount.span)
        for label, box, amount in zip(plan.named, plan.placed, strand.amounts, strict=True)
    ]
    own = tuple(
        Label(
            label.style,
            amount.pattern,
            Place.OUTSIDE,
            name=True,
            stacked="\n" in label.text,
            shift=(placed.x - usual.x, placed.y - usual.y),
        )
        for label, amount, usual, placed in zip(
            plan.named, strand.amounts, plan.usual, plan.placed, strict=True
        )
    )
    plot = Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
    axes = Axes(plot, 0, sum(values), job.names, rim=job.ground)
    series = (Series(strand.name, strand.values, hues, own),)
    return Drawn(series, axes, (*slices, *rims, *words))


def _at(box: Box, middle: tuple[Emu, Emu]) -> Box:
    return box._replace(x=box.x + middle[0], y=box.y + middle[1])


def _slice(middle: tuple[Emu, Emu], radius: Emu, edge: tuple[float, float], hue: Colour) -> Shape:
    steps = [Segment("M", (middle,)), Segment("L", (_on(middle, radius, edge[0]),))]
    steps += [*_arc(middle, radius, *edge), Segment("Z")]
    box = Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
    return Shape(box, hue, outline=tuple(steps))


def _on(middle: tuple[Emu, Emu], radius: float, angle: float) -> tuple[Emu, Emu]:
    return round(middle[0] + radius * sin(angle)), round(middle[1] - radius * cos(angle))


def _arc(middle: tuple[Emu, Emu], radius: Emu, start: float, end: float) -> Iterator[Segment]:
    """Yield cubic curves along a circle, each at most a quarter of it."""
    parts = max(1, -int(-(end - start) // (pi / 2)))
    step = (end - start) / parts
    handle = radius * 4 / 3 * tan(step / 4)
    for n in range(parts):
        one, two = start + n * step, start + (n + 1) * step
        (x, y), (to_x, to_y) = _on(middle, radius, one), _on(middle, radius, two)
        first = (round(x + handle * cos(one)), round(y + handle * sin(one)))
        second = (round(to_x - handle * cos(two)), round(to_y - handle * sin(two)))
        yield Segment("C", (first, second, (to_x, to_y)))


def _rim(middle: tuple[Emu, Emu], radius: Emu, angle: float, ground: Colour) -> Shape:
    """Return the gap between two slices: a stroke of the ground from the middle outwards."""
    return stroke(middle, _on(middle, radius + RIM, angle), RIM, ground)
