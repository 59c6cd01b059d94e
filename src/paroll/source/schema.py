"""JSON Schema and reference manual of records, made from the forms the reader goes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

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
from paroll.source.record import FLAGS

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def schema_of(record: type[Any]) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file that holds one `record`."""
    definitions: Schema = {}
    root = reference_to(record, definitions)
    return {"$schema": DRAFT, **root, "$defs": dict(sorted(definitions.items()))}


def reference_to(record: type[Any], definitions: Schema) -> Schema:
    """Return a `$ref` to `record`, whose schema is put into `definitions`."""
    return _schema(form_of(record), definitions)


def _schema(form: Form, definitions: Schema) -> Schema:
    if isinstance(form, TextForm):
        return dict(form.leaf.SCHEMA)
    if isinstance(form, WholeForm):
        return dict(form.whole.SCHEMA)
    if isinstance(form, ChoiceForm):
        return {"enum": [str(word) for word in form.words]}
    if isinstance(form, FlagForm):
        return {"enum": [True, False, *FLAGS]}
    if isinstance(form, ManyForm):
        return _list_schema(form, definitions)
    name = form.record.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _record_schema(form, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _list_schema(form: ManyForm, definitions: Schema) -> Schema:
    item = _schema(form.item, definitions)
    many: Schema = {"type": "array", "items": item}
    if form.at_least:
        many["minItems"] = form.at_least
    if form.at_most:
        many["maxItems"] = form.at_most
    return {"anyOf": [item, many]} if form.at_least <= 1 else many


def _record_schema(form: RecordForm, definitions: Schema) -> Schema:
    fields = form.fields.values()
    keys: Schema = {
        "type": "object",
        "properties": {field.key: _field_schema(field, definitions) for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
    }
    about = {"title": title_of(form.record), "description": description_of(form.record)}
    if form.shorthand is None:
        return about | keys
    return about | {"anyOf": [_schema(form.shorthand.form, definitions), keys]}


def _field_schema(field: FieldForm, definitions: Schema) -> Schema:
    about: Schema = {"title": field.key, "description": field.description}
    if field.example:
        about["examples"] = [field.example]
    return about | _schema(field.form, definitions)


def title_of(record: type[Any]) -> str:
    """Return what a person calls `record`: its `TITLE`, or its class's name in small letters."""
    title: str = getattr(record, "TITLE", record.__name__.lower())
    return title


def description_of(record: type[Any]) -> str:
    """Return the first paragraph of a record's docstring on one line."""
    return " ".join((record.__doc__ or "").split("\n\n")[0].split())


def manual_of(records: Iterable[type[Any]]) -> str:
    """Return the keys of `records`, and of the records within them, as Markdown tables."""
    forms: dict[type[Any], RecordForm] = {}
    for record in records:
        _gather(form_of(record), forms)
    return "\n".join(line for form in forms.values() for line in _section(form))


def _gather(form: Form, forms: dict[type[Any], RecordForm]) -> None:
    if isinstance(form, ManyForm):
        _gather(form.item, forms)
    elif isinstance(form, RecordForm) and form.record not in forms:
        forms[form.record] = form
        for field in form.fields.values():
            _gather(field.form, forms)


def _section(form: RecordForm) -> Iterator[str]:
    yield f"### {title_of(form.record)}"
    yield ""
    yield description_of(form.record)
    if form.shorthand:
        yield f"Where only `{form.shorthand.key}` is needed, write its value alone."
    yield ""
    yield "| key | takes | meaning |"
    yield "| --- | --- | --- |"
    for field in form.fields.values():
        needed = " **needed**" if field.required else ""
        example = f" Example: `{field.example}`" if field.example else ""
        meaning = f"{field.description}{example}".replace("|", "\\|")
        yield f"| `{field.key}`{needed} | {_takes(field.form)} | {meaning} |"
    yield ""


def _takes(form: Form) -> str:
    if isinstance(form, FlagForm):
        return "yes or no"
    if isinstance(form, ChoiceForm):
        return " or ".join(f"`{word}`" for word in form.words)
    if isinstance(form, ManyForm):
        return f"{_takes(form.item)}, or a list of them"
    if isinstance(form, RecordForm):
        return f"[{title_of(form.record)}](#{title_of(form.record).replace(' ', '-')})"
    return title_of(form.whole if isinstance(form, WholeForm) else form.leaf)


def with_property(schema: Schema, key: str, value: Mapping[str, object]) -> Schema:
    """Return a record's schema with one more key, which the reader knows of by itself."""
    return schema | {"properties": {**schema["properties"], key: dict(value)}}
