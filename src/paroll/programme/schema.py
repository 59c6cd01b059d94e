"""The JSON Schema of programmes, for editors."""

from __future__ import annotations

from collections.abc import Collection

from paroll.programme.model import Programme
from paroll.programme.read import Kinds
from paroll.source.schema import Schema, reference_to, schema_of, with_property


def programme_schema(kinds: Kinds, materials: Collection[str]) -> Schema:
    """Return the JSON Schema of a programme file with these kinds and materials."""
    schema = schema_of(Programme)
    definitions: Schema = schema["$defs"]
    definitions.pop("Section", None)
    sections = []
    for kind, record in kinds.items():
        name = reference_to(record, definitions)["$ref"].rpartition("/")[2]
        known = {"anyOf": [{"required": [kind]}, {"required": ["kind"]}]}
        definitions[name] = with_property(definitions[name], "kind", {"const": kind}) | known
        sections.append({"$ref": f"#/$defs/{name}"})
    fields = definitions["Programme"]["properties"]
    fields["sections"] |= {
        "anyOf": [{"type": "array", "items": {"anyOf": sections}, "minItems": 1}]
    }
    material = {"enum": list(materials)}
    _, keys = forms = definitions["Wanted"]["anyOf"]
    forms[0] = material
    keys["properties"]["name"] |= material
    return schema | {"$defs": dict(sorted(definitions.items()))}
