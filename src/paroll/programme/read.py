"""YAML to a programme. What kinds of section there are is told by the layer above."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from paroll.finding import Finding, Rule, Severity, has_errors, in_order
from paroll.programme.illustrations import read_pictures
from paroll.programme.model import Programme, Section, Wanted
from paroll.source import Mapping as Group
from paroll.source import Node, Plain, Scalar, Sequence, form_of, guess, parse, read_record
from paroll.source.record import COUNT, EMPTY, SHAPE
from paroll.stock import NotInStock, Stock

NO_FILE = Rule(
    "P005",
    Severity.ERROR,
    "programme cannot be opened",
    "There is no such file, it may not be read, or it lies outside the project's folder.",
)
MATERIAL = Rule(
    "P006",
    Severity.ERROR,
    "unknown material",
    "`materials` names what to make. Leave it out to make everything.",
    bad="materials: [dekk]",
    good="materials: [deck]",
)
TWICE = Rule(
    "P016",
    Severity.ERROR,
    "material named twice",
    "A material is made once: the files of the second would take the place of the first's.",
    bad="materials: [leaflet-a5, {name: leaflet-a5, quantity: 500}]",
    good="materials: [{name: leaflet-a5, quantity: 500}]",
)
KIND = Rule(
    "P007",
    Severity.ERROR,
    "unknown kind of section",
    "`kind` names one of the kinds there are. It is seldom needed: a key such as `points` or "
    "`quote` says what the section is.",
    bad="- kind: citat",
    good="- kind: closing",
)
NO_KIND = Rule(
    "P008",
    Severity.ERROR,
    "section does not say what it is",
    "A section is known by its main key: `points`, `quote`, `figure` and so on.",
    bad="- heading: Skolan",
    good="- heading: Skolan\n  points:\n    - Fler lärare",
)
TWO_KINDS = Rule(
    "P009",
    Severity.ERROR,
    "section is of two kinds",
    "A section makes one sort of page. What belongs on another is a section of its own.",
    bad="- heading: Skolan\n  points: Fler lärare\n  statement: Nu räcker det",
    good="- heading: Skolan\n  points: Fler lärare\n- statement: Nu räcker det",
)
RULES = (NO_FILE, MATERIAL, TWICE, KIND, NO_KIND, TWO_KINDS)

MOST_SECTIONS = 500
"""The most sections of a programme: some thousand pages."""

Kinds = Mapping[str, type[Section]]
"""Kinds by name, in the order in which a section's keys are tried. The name is also the key."""


def read_programme(
    stock: Stock, path: str, kinds: Kinds, materials: Collection[str]
) -> tuple[Programme | None, list[Finding]]:
    """Read the programme at `path`; `materials` are the names of all that can be made.

    Findings are complete and in the order of the file. The programme is `None` if any of them is
    an error.
    """
    try:
        data = stock.read(path)
    except NotInStock as error:
        return None, [NO_FILE.at(None, str(error), "check the path")]
    node, found = parse(data, stock.shown(path))
    if node is None:
        return None, found
    sections, wrong = _sections(node, kinds)
    place = PurePosixPath(path)
    pictures, lost = read_pictures(stock, str(place.parent), sections.get("sections", ()))
    given = {"name": place.stem, "pictures": pictures, **sections}
    programme, faults = read_record(Programme, node, given)
    found += wrong + lost + faults
    if programme:
        found += _check_materials(programme, materials)
        programme = programme if programme.materials else _with_all(programme, materials)
    return (None if has_errors(found) else programme), in_order(found)


def brand_named(stock: Stock, path: str) -> Plain | None:
    """Return the brand that a programme names, whatever else is wrong with it."""
    try:
        node, _ = parse(stock.read(path), stock.shown(path))
    except NotInStock:
        return None
    entries = node.entries if isinstance(node, Group) else ()
    named = (value for key, value in entries if key.text == "brand" and isinstance(value, Scalar))
    return next((Plain(value.text, value.span) for value in named if value.text), None)


def _with_all(programme: Programme, materials: Iterable[str]) -> Programme:
    names = (Plain(material, programme.span) for material in materials)
    named = tuple(Wanted(name=name, span=programme.span) for name in names)
    return programme.replaced(materials=named, everything=True)


def _check_materials(programme: Programme, materials: Collection[str]) -> Iterable[Finding]:
    seen: dict[str, Plain] = {}
    for name in (wanted.name for wanted in programme.materials):
        if name.text not in materials:
            hint = guess(name.text, materials)
            yield MATERIAL.at(name.span, f"unknown material “{name}”", hint)
        elif (first := seen.setdefault(name.text, name)) is not name:
            message = f"`{name}` is named twice; first on line {first.span.line}"
            yield TWICE.at(name.span, message, "keep one of the two")


def _sections(node: Node, kinds: Kinds) -> tuple[dict[str, tuple[Section, ...]], list[Finding]]:
    """Return the field `sections` if the programme has it, and what is wrong with them."""
    entries = node.entries if isinstance(node, Group) else ()
    value = next((value for key, value in entries if key.text == "sections"), None)
    if value is None or (isinstance(value, Scalar) and not value.text):
        return {}, []
    items = value.items if isinstance(value, Sequence) else (value,)
    if not items:
        hint = "add a section, such as `- statement: …`"
        return {"sections": ()}, [EMPTY.at(value.span, "`sections` is empty", hint)]
    if len(items) > MOST_SECTIONS:
        message = f"`sections` has {len(items)} items; the most is {MOST_SECTIONS}"
        return {"sections": ()}, [COUNT.at(value.span, message)]
    read = [read_section(item, kinds) for item in items]
    sections = tuple(section for section, _ in read if section)
    return {"sections": sections}, [finding for _, findings in read for finding in findings]


def read_section(node: Node, kinds: Kinds) -> tuple[Section | None, list[Finding]]:
    """Read one section; its kind follows from its keys."""
    if not isinstance(node, Group):
        hint = "write `heading: …` and one of: " + ", ".join(kinds)
        return None, [SHAPE.at(node.span, "a section is a group of keys and values", hint)]
    kind, found = _kind(node, kinds)
    if kind is None:
        return None, found
    own, foreign = _own_entries(node, kind, kinds)
    section, wrong = read_record(kinds[kind], own, {"kind": kind})
    return section, [*found, *foreign, *wrong, *(section.faults() if section else ())]


def _kind(group: Group, kinds: Kinds) -> tuple[str | None, list[Finding]]:
    """Return the section's kind: what `kind` says, else the first whose key stands in it."""
    keys = {key.text: value for key, value in group.entries}
    named = keys.get("kind")
    if isinstance(named, Scalar):
        if named.text in kinds:
            return named.text, []
        message = f"unknown kind “{named.text}”"
        return None, [KIND.at(named.span, message, guess(named.text, kinds))]
    kind = next((kind for kind in kinds if kind in keys), None)
    return kind, [] if kind else [_no_kind(group, kinds)]


def _no_kind(group: Group, kinds: Kinds) -> Finding:
    common = set(Section.FIELDS)
    hints = (guess(key.text, kinds) for key, _ in group.entries if key.text not in common)
    hint = next((hint for hint in hints if hint.startswith("did")), "")
    hint = hint or "add one of: " + ", ".join(kinds)
    return NO_KIND.at(group.span, "the section does not say what it is", hint)


def _own_entries(group: Group, kind: str, kinds: Kinds) -> tuple[Group, list[Finding]]:
    """Return the section without `kind` and other kinds' keys, and say which those are."""
    own = form_of(kinds[kind]).fields
    entries: list[tuple[Scalar, Node]] = []
    foreign: list[Finding] = []
    for key, value in group.entries:
        if key.text in kinds and key.text not in own:
            message = f"`{key.text}` makes another kind of section; this one is `{kind}`"
            hint = f"begin a new section (a dash) for `{key.text}`"
            foreign.append(TWO_KINDS.at(key.span, message, hint))
        elif key.text != "kind":
            entries.append((key, value))
    return Group(tuple(entries), group.span), foreign
