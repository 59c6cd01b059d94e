"""How a shape of a drawing looks: attributes, `style`, classes, and what it takes over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from paroll.svg.tree import SVG, Fault

Looks = Mapping[str, str]
"""Properties by name."""

INHERITED: dict[str, str] = {
    "fill": "black",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-opacity": "1",
    "stroke-dasharray": "none",
    "visibility": "visible",
    "color": "black",
    "clip-rule": "nonzero",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
}
"""What children take over, and its initial values (SVG 2, appendix F)."""

OWN: dict[str, str] = {
    "display": "inline",
    "opacity": "1",
    "clip-path": "none",
    "mask": "none",
    "filter": "none",
    "mix-blend-mode": "normal",
}
"""What counts for an element alone, and its initial values."""

_CLASS = re.compile(r"\s*(?:\w+)?\.([\w-]+)\s*")


def looks_of(element: Any, above: Looks, classes: Mapping[str, Looks]) -> Looks:
    """Return the properties of an element, by its own word, its classes or what stands above."""
    looks = {name: above[name] for name in INHERITED} | OWN
    attributes: dict[str, str] = dict(element.attrib)
    said = {name: value.strip() for name, value in attributes.items() if name in looks}
    for name in attributes.get("class", "").split():
        said.update(classes.get(name, {}))
    said.update(declarations(attributes.get("style", "")))
    looks.update((n, v) for n, v in said.items() if n in looks and v not in ("", "inherit"))
    return looks


@lru_cache(maxsize=256)
def declarations(text: str) -> Looks:
    """Return what a list such as `fill:red;stroke:none` declares."""
    pairs = (part.partition(":") for part in text.split(";"))
    said = ((name.strip(), value.replace("!important", "").strip()) for name, _, value in pairs)
    return {name: value for name, value in said if name and value}


def classes_of(root: Any) -> tuple[dict[str, Looks], list[Fault]]:
    """Return what style sheets in a drawing say of classes, and rules that are not understood."""
    classes: dict[str, Looks] = {}
    faults = []
    for sheet in root.iter(f"{SVG}style"):
        for rule in _without_comments(sheet.text or "").split("}"):
            selectors, _, said = rule.partition("{")
            looks = declarations(said)
            for selector in selectors.split(","):
                match = _CLASS.fullmatch(selector)
                if match:
                    classes[match[1]] = {**classes.get(match[1], {}), **looks}
                elif looks.keys() & (INHERITED.keys() | OWN.keys()):
                    message = f"the selector “{selector.strip()[:40]}” is not read"
                    faults.append(Fault(sheet.sourceline or 1, message, _HINT))
    return classes, faults


def _without_comments(text: str) -> str:
    first, *others = text.split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


_HINT = "export with “presentation attributes” or inline styles"
