"""Nodes to records: a dataclass filled from YAML, and everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from paroll.finding import Finding, Rule, Severity, Span
from paroll.source.base import Record
from paroll.source.forms import (
    ChoiceForm,
    FieldForm,
    FlagForm,
    Form,
    ManyForm,
    RecordForm,
    TextForm,
    WholeForm,
    form_of,
)
from paroll.source.leaves import Plain, shortened
from paroll.source.nodes import Mapping as Group
from paroll.source.nodes import Node, Scalar, Sequence
from paroll.source.syntax import COLON

UNKNOWN = Rule(
    "Y101",
    Severity.ERROR,
    "unknown key",
    "Every key has a meaning; one that paroll does not know would be left out unseen.",
    bad="titel: Vår plan",
    good="title: Vår plan",
)
MISSING = Rule(
    "Y102",
    Severity.ERROR,
    "key is missing",
    "Some keys are needed: without them the page cannot be made.",
    bad="points: Fler lärare",
    good="heading: Skolan\npoints: Fler lärare",
)
SHAPE = Rule(
    "Y103",
    Severity.ERROR,
    "wrong shape of value",
    "A field takes a text, a list, or keys and values, and something else stands there.",
    bad="heading:\n  - Skolan\n  - Vården",
    good="heading: Skolan och vården",
)
EMPTY = Rule(
    "Y104",
    Severity.ERROR,
    "value is empty",
    "The key stands there without a value. Write one, or remove the key.",
    bad="heading:",
    good="heading: Skolan",
)
CHOICE = Rule(
    "Y105",
    Severity.ERROR,
    "not one of the words allowed",
    "The field takes one of a few words.",
    bad="case: uper",
    good="case: upper",
)
FLAG = Rule(
    "Y106",
    Severity.ERROR,
    "neither yes nor no",
    "The field takes yes or no; true and false, on and off, ja and nej are understood too.",
    bad="numbered: kanske",
    good="numbered: yes",
)
COUNT = Rule(
    "Y108",
    Severity.ERROR,
    "too few or too many items",
    "The list has fewer or more items than the page can show well.",
    bad="pillars:\n  - {word: Ansvar, text: Samlat ansvar}",
    good="pillars:\n  - {word: Ansvar, text: Samlat ansvar}\n  - {word: Frihet, text: Fritt val}",
)
RULES = (UNKNOWN, MISSING, SHAPE, EMPTY, CHOICE, FLAG, COUNT)

FLAGS = {"yes": True, "true": True, "on": True, "ja": True} | {
    "no": False,
    "false": False,
    "off": False,
    "nej": False,
}
MOST_GUESSED = 20
"""For how many unknown keys of a group a likely key is sought: the search is slow."""

_FAULTY: Final = object()
"""Stands for a value that could not be read; findings say why."""

_R = TypeVar("_R", bound=Record)


def read_record(
    record: type[_R], node: Node, given: Mapping[str, object] | None = None
) -> tuple[_R | None, list[Finding]]:
    """Read `node` as a `record`, a dataclass as `paroll.source.forms` describes it.

    `given` fills fields that are read elsewhere; their keys are passed over. Findings are complete;
    the record is `None` if any value of it is missing or faulty.
    """
    found: list[Finding] = []
    value: Any = _record(form_of(record), node, found, given or {})
    return (None if value is _FAULTY else value), found


def guess(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word most like `word`, and all if they are few."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when something is wrong)

    words = sorted(known)
    close = get_close_matches(word[:40].lower(), words, n=1, cutoff=0.6)
    if close:
        return f"did you mean `{close[0]}`?"
    return "known here: " + ", ".join(words) if len(words) <= 30 else ""


def _record(
    form: RecordForm, node: Node, found: list[Finding], given: Mapping[str, object]
) -> object:
    values = dict(given)
    if isinstance(node, Group):
        _read_entries(form, node, found, values)
    elif form.shorthand and _fits(form.shorthand.form, node):
        values[form.shorthand.name] = _value(form.shorthand.form, node, form.shorthand.key, found)
    else:
        found.append(SHAPE.at(node.span, f"{_shape(node)} where keys and values belong"))
        return _FAULTY
    _miss(form, node, found, values)
    if "span" in form.record.FIELDS:
        values["span"] = node.span
    return _FAULTY if _FAULTY in values.values() else form.record(**values)


def _fits(form: Form, node: Node) -> bool:
    return isinstance(node, Scalar) or (isinstance(node, Sequence) and isinstance(form, ManyForm))


def _read_entries(
    form: RecordForm, group: Group, found: list[Finding], values: dict[str, object]
) -> None:
    unknown = 0
    for key, node in group.entries:
        field = form.fields.get(key.text)
        if field and field.name in values:
            continue
        if field:
            values[field.name] = _value(field.form, node, field.key, found)
            continue
        unknown += 1
        hint = guess(key.text, form.fields) if unknown <= MOST_GUESSED else ""
        if form.shorthand and _is_one_text(group) and not hint.startswith("did"):
            found.append(_torn(group))
            values[form.shorthand.name] = _FAULTY
        else:
            found.append(UNKNOWN.at(key.span, f"unknown key `{shortened(key.text)}`", hint))


def _miss(form: RecordForm, node: Node, found: list[Finding], values: dict[str, object]) -> None:
    for field in form.fields.values():
        if field.required and field.name not in values:
            found.append(_missing(field, node.span))
            values[field.name] = _FAULTY


def _missing(field: FieldForm, span: Span) -> Finding:
    hint = f"write `{field.key}: {field.example or '…'}`"
    return MISSING.at(span, f"`{field.key}` is missing", hint)


def _value(form: Form, node: Node, key: str, found: list[Finding]) -> object:
    if isinstance(form, ManyForm):
        return _many(form, node, key, found)
    if isinstance(form, WholeForm):
        value, wrong = form.whole.read_node(node, key)
        found.extend(wrong)
        return _FAULTY if value is None else value
    if isinstance(node, Scalar) and not node.text.strip():
        found.append(EMPTY.at(node.span, f"`{key}` is empty", "write a value or remove the key"))
        return _FAULTY
    if isinstance(form, RecordForm):
        return _record(form, node, found, {})
    if not isinstance(node, Scalar):
        one_text = isinstance(node, Group) and _is_one_text(node)
        found.append(_torn(node) if one_text else _no_text(key, node))
        return _FAULTY
    return _text(form, node, key, found)


def _text(
    form: TextForm | ChoiceForm | FlagForm, node: Scalar, key: str, found: list[Finding]
) -> object:
    if isinstance(form, TextForm):
        value, wrong = form.leaf.read(node.text, node.span)
        found.extend(wrong)
        return _FAULTY if value is None else value
    word = node.text.strip().lower()
    if isinstance(form, FlagForm):
        if word not in FLAGS:
            message = f"`{key}` is neither yes nor no: “{shortened(node.text)}”"
            found.append(FLAG.at(node.span, message, "write yes or no"))
        return FLAGS.get(word, _FAULTY)
    if word not in set(form.words):
        message = f"`{key}` cannot be “{shortened(node.text)}”"
        found.append(CHOICE.at(node.span, message, guess(word, form.words)))
        return _FAULTY
    return form.words(word)


def _many(form: ManyForm, node: Node, key: str, found: list[Finding]) -> object:
    nodes = node.items if isinstance(node, Sequence) else _items(form.item, node)
    values = tuple(_value(form.item, item, key, found) for item in nodes)
    if len(values) < form.at_least or 0 < form.at_most < len(values):
        limits = (
            f"{form.at_least} to {form.at_most}" if form.at_most else f"{form.at_least} or more"
        )
        if form.at_least == form.at_most:
            limits = str(form.at_least)
        message = f"`{key}` has {len(values)} items; it takes {limits}"
        found.append(COUNT.at(node.span, message))
        return _FAULTY
    return _FAULTY if _FAULTY in values else values


def _items(form: Form, node: Node) -> tuple[Node, ...]:
    """Return what stands for a list: one value, or a block of lines for a list of plain texts."""
    if isinstance(node, Scalar) and isinstance(form, TextForm) and form.leaf is Plain:
        lines = [line for line in node.text.split("\n") if line.strip()]
        return tuple(Scalar(line, True, node.span) for line in lines) or (node,)
    return (node,)


def _is_one_text(group: Group) -> bool:
    """Say whether a group looks like a text that its colon made a key and a value."""
    return len(group.entries) == 1 and isinstance(group.entries[0][1], Scalar)


def _torn(node: Node) -> Finding:
    message = "the colon in this text makes a key of what stands before it"
    return COLON.at(node.span, message, "put the text in quotes")


def _no_text(key: str, node: Node) -> Finding:
    return SHAPE.at(node.span, f"`{key}` takes a text, not {_shape(node)}")


def _shape(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"the text “{shortened(node.text)}”" if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "keys and values"
