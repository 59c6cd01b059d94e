"""Forms: what a record's fields say about the YAML they are read from.

A field that is not `documented` is not read from YAML; one named `span` is filled with the record's
place. A record's `SHORTHAND` names the field that a bare text or list stands for. Reader and
schema both go by the forms made here, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from paroll.source.base import REQUIRED, Documented, Record
from paroll.source.leaves import Leaf, Whole
from paroll.tuples import NamedTuple


class TextForm(NamedTuple):
    """A text, read by a leaf class."""

    leaf: type[Leaf]


class WholeForm(NamedTuple):
    """Whatever a class of its own reads."""

    whole: type[Whole]


class ChoiceForm(NamedTuple):
    """One word of an enumeration."""

    words: type[StrEnum]


class FlagForm(NamedTuple):
    """Yes or no."""


class ManyForm(NamedTuple):
    """A list of `at_least` to `at_most` items (0: any number); one item may stand alone."""

    item: Form
    at_least: int
    at_most: int


class RecordForm(NamedTuple):
    """Keys and values that make a record; `shorthand` is a field of it or `None`."""

    record: type[Record]
    fields: Mapping[str, FieldForm]
    shorthand: FieldForm | None


class FieldForm(NamedTuple):
    """A field: its name in Python, its key in YAML, what it takes, its manual."""

    name: str
    key: str
    form: Form
    required: bool
    description: str
    example: str


Form: TypeAlias = TextForm | WholeForm | ChoiceForm | FlagForm | ManyForm | RecordForm


_KNOWN: dict[type[Record], RecordForm] = {}


def form_of(record: type[Record]) -> RecordForm:
    """Return how `record` is read. The keys are those of YAML: hyphens for underscores."""
    if record not in _KNOWN:
        _KNOWN[record] = _record_form(record)
    return _KNOWN[record]


def _record_form(record: type[Record]) -> RecordForm:
    hints = get_type_hints(record)
    known: dict[str, FieldForm] = {}
    for name, manual in record.FIELDS.items():
        if manual:
            key = name.replace("_", "-")
            required = manual.default is REQUIRED
            form = _form(hints[name], manual, required)
            known[key] = FieldForm(name, key, form, required, manual.description, manual.example)
    shorthand = getattr(record, "SHORTHAND", "").replace("_", "-")
    return RecordForm(record, known, known[shorthand] if shorthand else None)


def _form(hint: Any, manual: Documented | None, required: bool) -> Form:
    if isinstance(hint, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is tuple and manual:
        at_least = manual.at_least or int(required)
        return ManyForm(_form(get_args(hint)[0], None, True), at_least, manual.at_most)
    if hint is bool:
        return FlagForm()
    if issubclass(hint, StrEnum):
        return ChoiceForm(hint)
    if hasattr(hint, "read_node"):
        return WholeForm(hint)
    return TextForm(hint) if hasattr(hint, "read") else form_of(hint)
