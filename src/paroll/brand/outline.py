"""SVG path data to outlines: the lines and cubic curves that every drawing program writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
"""M, L or C with absolute points, or Z."""

NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
"""How many numbers a command takes (SVG 2, 9.3). Arcs (A) and smooth quadratics (T) are not read:
no drawing program exports a logo's outlines with them once they are converted to paths."""

LARGEST = 1_000_000
"""The largest number a drawing may have."""

CIRCLE = 0.5522847498
"""How far the handles of a quarter circle reach, in radii."""

_TOKEN = re.compile(
    r"([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)|([\s,]+)|(.)", re.S
)


class NotAnOutline(ValueError):
    """Path data that is not understood; `str()` says what is wrong."""


def steps_of(data: str) -> list[Step]:
    """Return the steps of path data, absolute; raise `NotAnOutline` if it is not understood."""
    steps: list[Step] = []
    here = start = (0.0, 0.0)
    handle: Point | None = None
    for letter, numbers in _commands(data):
        command, base = letter.upper(), here if letter.islower() else (0.0, 0.0)
        points = _points(command, numbers, base, here, handle)
        if not steps and command != "M":
            raise NotAnOutline("a path begins with M")
        steps.append(("C" if len(points) == 3 else "L" if command in "HV" else command, points))
        here = points[-1] if points else start
        start = here if command == "M" else start
        handle = points[1] if command in "CS" else None
    return steps


def ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Step]:
    """Return an ellipse as four curves; the error is 0.03 % of the radius."""
    kx, ky = rx * CIRCLE, ry * CIRCLE
    right, bottom, left, top = (cx + rx, cy), (cx, cy + ry), (cx - rx, cy), (cx, cy - ry)
    return [
        ("M", (right,)),
        ("C", ((cx + rx, cy + ky), (cx + kx, cy + ry), bottom)),
        ("C", ((cx - kx, cy + ry), (cx - rx, cy + ky), left)),
        ("C", ((cx - rx, cy - ky), (cx - kx, cy - ry), top)),
        ("C", ((cx + kx, cy - ry), (cx + rx, cy - ky), right)),
        ("Z", ()),
    ]


def polygon(points: list[Point]) -> list[Step]:
    """Return a closed outline through `points`."""
    return [("L" if n else "M", (point,)) for n, point in enumerate(points)] + [("Z", ())]


def numbers_of(data: str) -> list[float]:
    """Return numbers parted by spaces or commas; raise `NotAnOutline` if something else is."""
    tokens = [match for match in _TOKEN.finditer(data) if not match[3]]
    if strange := next((match for match in tokens if not match[2]), None):
        raise NotAnOutline(f"“{strange[0]}” is not a number")
    numbers = [float(match[2]) for match in tokens]
    if any(abs(number) > LARGEST for number in numbers):
        raise NotAnOutline("a number is too large")
    return numbers


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield commands with their numbers, one by one where a letter stands for several."""
    pieces = re.split("([A-DF-Za-df-z])", data)
    if pieces[0].strip():
        raise NotAnOutline("a path begins with M")
    for letter, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        size = NUMBERS.get(letter.upper())
        if size is None:
            raise NotAnOutline(f"the path command {letter} is not read; convert it to curves")
        numbers = numbers_of(rest)
        if (size == 0 and numbers) or (size and (not numbers or len(numbers) % size)):
            raise NotAnOutline(f"the path command {letter} has {len(numbers)} numbers")
        yield letter, numbers[:size]
        following = {"M": "L", "m": "l"}.get(letter, letter)
        for at in range(size, len(numbers), size or 1):
            yield following, numbers[at : at + size]


def _points(
    command: str, numbers: list[float], base: Point, here: Point, handle: Point | None
) -> tuple[Point, ...]:
    if command == "H":
        return ((base[0] + numbers[0], here[1]),)
    if command == "V":
        return ((here[0], base[1] + numbers[0]),)
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    points = tuple((base[0] + x, base[1] + y) for x, y in pairs)
    if command == "S":
        before = handle or here
        return ((2 * here[0] - before[0], 2 * here[1] - before[1]), *points)
    if command == "Q":
        control, end = points
        return (_towards(here, control), _towards(end, control), end)
    return points


def _towards(end: Point, control: Point) -> Point:
    """Return the cubic handle at `end` of a quadratic curve with `control`."""
    return (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)
