"""Records: frozen values with named fields that carry their manual.

    class Point(Record):
        text: Words = documented("What you promise.", example="Fler lärare")
        short: Words | None = documented("For leaflets.", default=None)
        span: Span = NOWHERE

They are dataclasses in all but cost: nothing is generated and compiled for each class, which took
`dataclasses` most of a millisecond a class, a third of the time in which a command must start.
Type checkers know them as dataclasses (PEP 681).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform

from paroll.tuples import NamedTuple

REQUIRED = object()
"""The default of a field that has none."""


class Documented(NamedTuple):
    """A field's default and manual; how many items it takes (0: any number)."""

    description: str
    example: str
    default: Any
    at_least: int
    at_most: int


def documented(
    description: str,
    *,
    example: str = "",
    default: Any = REQUIRED,
    at_least: int = 0,
    at_most: int = 0,
) -> Any:
    """Return a field that is read from YAML, with its manual in a sentence and an example."""
    return Documented(description, example, default, at_least, at_most)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(documented,))
class Record:
    """A frozen value; a subclass adds its annotated fields to those it inherits."""

    FIELDS: ClassVar[Mapping[str, Documented | None]] = {}
    """Each field with its manual; None for one that is not read from YAML."""
    DEFAULTS: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls, *, kw_only: bool = True) -> None:
        """Gather the fields; `kw_only=False` tells type checkers that values may be unnamed."""
        del kw_only
        fields, defaults = dict(cls.FIELDS), dict(cls.DEFAULTS)
        for name, hint in cls.__annotations__.items():
            if hint.startswith("ClassVar"):
                continue
            value = cls.__dict__.get(name, REQUIRED)
            manual = value if isinstance(value, Documented) else None
            fields[name] = manual
            defaults[name] = manual.default if manual else value
            if value is not REQUIRED:
                delattr(cls, name)
        cls.FIELDS, cls.DEFAULTS = fields, defaults

    def __init__(self, *values: Any, **named: Any) -> None:
        given = dict(zip(self.FIELDS, values, strict=False), **named)
        made = {**self.DEFAULTS, **given}
        if len(made) > len(self.FIELDS) or REQUIRED in made.values():
            raise TypeError(f"{type(self).__name__} takes {', '.join(self.FIELDS)}; got {given}")
        self.__dict__.update(made)

    def replaced(self, **changes: Any) -> Self:
        """Return a copy with some fields changed."""
        return type(self)(**{**self.__dict__, **changes})

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({values})"
