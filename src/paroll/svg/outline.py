"""SVG path data to outlines of lines and cubic curves (SVG 2, 9.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
"""M, L or C with absolute points, or Z."""

NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers a command takes."""

LARGEST = 1_000_000
"""The largest number a drawing may have."""

CIRCLE = 0.5522847498
"""How far the handles of a quarter circle reach, in radii."""

_STEPS = {"H": "L", "V": "L", "S": "C", "Q": "C", "T": "C"}
_TOKEN = re.compile(
    r"([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?)|([\s,]+)|(.)", re.S
)
_NUMBER = r"[\s,]*+((?>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?))"
_ARC = re.compile(_NUMBER * 3 + r"[\s,]*+([01])[\s,]*+([01])" + _NUMBER * 2)
"""The numbers of an arc: its flags need nothing between them and what follows."""


class NotAnOutline(ValueError):
    """Path data that is not understood; `str()` says what is wrong."""


def steps_of(data: str) -> list[Step]:
    """Return the steps of path data, absolute; raise `NotAnOutline` if it is not understood."""
    steps: list[Step] = []
    here = start = handle = knee = (0.0, 0.0)
    for letter, numbers in _commands(data):
        command, base = letter.upper(), here if letter.islower() else (0.0, 0.0)
        if not steps and command != "M":
            raise NotAnOutline("a path begins with M")
        pairs = [_moved(numbers[at : at + 2], base) for at in range(0, len(numbers) - 1, 2)]
        last = here
        match command:
            case "A":
                here = _moved(numbers[5:], base)
                steps += _arc(last, numbers, here)
            case "Q" | "T":
                knee = pairs[0] if command == "Q" else _mirrored(knee, last)
                here = pairs[-1]
                steps.append(("C", (towards(last, knee), towards(here, knee), here)))
            case "C" | "S":
                curve = pairs if command == "C" else [_mirrored(handle, last), *pairs]
                handle, here = curve[1:]
                steps.append(("C", tuple(curve)))
            case "Z":
                here = start
                steps.append(("Z", ()))
            case _:
                here = _end(command, numbers, pairs, base, last)
                start = here if command == "M" else start
                steps.append((_STEPS.get(command, command), (here,)))
        handle = handle if command in "CS" else here
        knee = knee if command in "QT" else here
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
    return [*polyline(points), ("Z", ())]


def polyline(points: list[Point]) -> list[Step]:
    """Return an open outline through `points`."""
    return [("L" if n else "M", (point,)) for n, point in enumerate(points)]


def numbers_of(data: str) -> list[float]:
    """Return numbers parted by spaces or commas; raise `NotAnOutline` if something else is."""
    tokens = [match for match in _TOKEN.finditer(data) if not match[3]]
    if strange := next((match for match in tokens if not match[2]), None):
        raise NotAnOutline(f"“{strange[0]}” is not a number")
    return _bounded([float(match[2]) for match in tokens])


def _bounded(numbers: list[float]) -> list[float]:
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
        numbers = _arcs(rest) if letter in "Aa" else numbers_of(rest)
        if (size == 0 and numbers) or (size and (not numbers or len(numbers) % size)):
            raise NotAnOutline(f"the path command {letter} has {len(numbers)} numbers")
        yield letter, numbers[:size]
        following = {"M": "L", "m": "l"}.get(letter, letter)
        for at in range(size, len(numbers), size or 1):
            yield following, numbers[at : at + size]


def _arcs(data: str) -> list[float]:
    """Return the numbers of arcs, seven for each."""
    numbers: list[float] = []
    at = 0
    while match := _ARC.match(data, at):
        numbers += map(float, match.groups())
        at = match.end()
    return _bounded([*numbers, *numbers_of(data[at:])])


def _end(command: str, numbers: list[float], pairs: list[Point], base: Point, here: Point) -> Point:
    """Return where a straight line ends."""
    if command == "H":
        return base[0] + numbers[0], here[1]
    if command == "V":
        return here[0], base[1] + numbers[0]
    return pairs[0]


def _moved(numbers: list[float], base: Point) -> Point:
    return base[0] + numbers[0], base[1] + numbers[1]


def _mirrored(point: Point, middle: Point) -> Point:
    return 2 * middle[0] - point[0], 2 * middle[1] - point[1]


def towards(end: Point, control: Point) -> Point:
    """Return the cubic handle at `end` of a quadratic curve with `control`."""
    return (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)


def _arc(start: Point, numbers: list[float], end: Point) -> Iterator[Step]:
    """Yield an elliptical arc as curves."""
    from picosvg.arc_to_cubic import arc_to_cubic  # noqa: PLC0415  (few drawings have arcs)
    from picosvg.geometric_types import Point as At  # noqa: PLC0415

    rx, ry, turn, large, sweep = numbers[:5]
    arc = arc_to_cubic(At(*start), rx, ry, turn, int(large), int(sweep), At(*end))
    for first, second, last in arc:
        if first is None or second is None:  # radii of 0 make a straight line
            yield "L", ((last.x, last.y),)
        else:
            yield "C", ((first.x, first.y), (second.x, second.y), (last.x, last.y))
