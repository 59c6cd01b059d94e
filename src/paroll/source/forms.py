"""Forms: what a dataclass says about the YAML it is read from.

A record is a frozen dataclass. Its fields carry their manual as metadata:

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Point:
        SHORTHAND: ClassVar[str] = "text"

        text: Words = field(metadata=documented("What you promise.", example="Fler lärare"))
        short: Words | None = field(default=None, metadata=documented("For leaflets."))
        span: Span = NOWHERE

A field without `documented` is not read from YAML; one named `span` is filled with the record's
place. `SHORTHAND` names the field that a bare text or list stands for. Reader and schema both
go by the forms made here, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin, get_type_hints

from paroll.source.leaves import Leaf


class TextForm(NamedTuple):
    """A text, read by a leaf class."""

    leaf: type[Leaf]


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
    """Keys and values that make a dataclass; `shorthand` is a field of it or `None`."""

    record: type[Any]
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


Form: TypeAlias = TextForm | ChoiceForm | FlagForm | ManyForm | RecordForm


def documented(
    description: str, *, example: str = "", at_least: int = 0, at_most: int = 0
) -> Mapping[str, object]:
    """Return a field's metadata: its manual in a sentence, an example, how many it takes."""
    return {
        "description": description,
        "example": example,
        "at_least": at_least,
        "at_most": at_most,
    }


_KNOWN: dict[type[Any], RecordForm] = {}


def form_of(record: type[Any]) -> RecordForm:
    """Return how `record`, a dataclass as described above, is read. The keys are those of YAML."""
    if record not in _KNOWN:
        _KNOWN[record] = _record_form(record)
    return _KNOWN[record]


def _record_form(record: type[Any]) -> RecordForm:
    hints = get_type_hints(record)
    known: dict[str, FieldForm] = {}
    for field in fields(record):
        about = field.metadata
        if about:
            key = field.name.replace("_", "-")
            required = field.default is MISSING and field.default_factory is MISSING
            known[key] = FieldForm(
                field.name,
                key,
                _form(hints[field.name], about, required),
                required,
                about["description"],
                about["example"],
            )
    shorthand = getattr(record, "SHORTHAND", "").replace("_", "-")
    return RecordForm(record, known, known[shorthand] if shorthand else None)


def _form(hint: Any, about: Mapping[str, Any], required: bool) -> Form:
    if isinstance(hint, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is tuple:
        at_least = about["at_least"] or int(required)
        return ManyForm(_form(get_args(hint)[0], {}, True), at_least, about["at_most"])
    if hint is bool:
        return FlagForm()
    if issubclass(hint, StrEnum):
        return ChoiceForm(hint)
    return TextForm(hint) if hasattr(hint, "read") else form_of(hint)
