"""What layers hide is not printed, so it is taken out of contents before anything judges them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pikepdf

from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.steps import INLINE, Step
from paroll.preflight.reading import entry, identity, items, name

Hidden = frozenset[tuple[int, int] | None]
"""The layers that a file does not show, by their numbers."""
_PATHS = ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*")
_LINES = ("'", '"')
_DROPPED = ("Tj", "TJ", "Do", "sh", INLINE)


def shown(steps: Iterable[Step], resources: Resources, layers: Hidden) -> Iterator[Step]:
    """Yield operators without those that paint on hidden layers; all others keep their effect."""
    within: list[bool] = []
    for step in steps:
        if step.operator in ("BMC", "BDC"):
            within.append(any(within[-1:]) or _hides(_marked(step, resources), layers))
        elif step.operator == "EMC":
            del within[-1:]
        elif step.operator == "Do" and _hides(entry(_drawn(step, resources), "/OC"), layers):
            continue
        elif any(within[-1:]):
            yield from _unpainted(step)
            continue
        yield step


def _marked(step: Step, resources: Resources) -> object:
    """Return the layer that contents are marked to be on, or nothing."""
    if len(step.operands) != 2 or name(step.operands[0]) != "OC":
        return None
    return resources.find("/Properties", name(step.operands[1]))


def _drawn(step: Step, resources: Resources) -> object:
    return resources.find("/XObject", name(step.operands[0])) if step.operands else None


def _hides(content: object, layers: Hidden) -> bool:
    """Say whether a layer is hidden, or what depends on several of them (8.11.2.2)."""
    if name(content, "/Type") != "OCMD":
        return identity(content) in layers
    off = [identity(each) in layers for each in items(content, "/OCGs")]
    policies = {"AllOn": any(off), "AnyOff": not any(off), "AllOff": not all(off)}
    return bool(off) and policies.get(name(content, "/P"), all(off))


def _unpainted(step: Step) -> Iterator[Step]:
    """Yield an operator without what it paints."""
    if step.operator in _DROPPED:
        return
    instead = "n" if step.operator in _PATHS else "T*" if step.operator in _LINES else ""
    if instead:
        parsed = pikepdf.ContentStreamInstruction([], pikepdf.Operator(instead))
        yield Step(instead, [], parsed)
    else:
        yield step
