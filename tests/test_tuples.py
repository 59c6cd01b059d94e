"""Named tuples of ours do what those of `typing` do."""

from __future__ import annotations

import pickle
from typing import get_type_hints

import pytest

from paroll.tuples import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    x: int
    y: int = 7
    name: str = "here"

    @property
    def far(self) -> int:
        """How far it is."""
        return self.x + self.y

    def moved(self, by: int) -> Place:
        """Return it elsewhere."""
        return self._replace(x=self.x + by)


def test_fields_come_in_order_and_have_defaults() -> None:
    assert Place(1) == Place(1, 7, "here") == (1, 7, "here")
    assert Place._fields == ("x", "y", "name")
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]


def test_methods_and_properties_belong_to_them() -> None:
    assert Place(1).moved(2) == Place(3)
    assert Place(1).far == 8


def test_they_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Place(1).x = 2  # type: ignore[misc]


def test_they_say_what_they_are() -> None:
    assert repr(Place(1)) == "Place(x=1, y=7, name='here')"
    assert Place.__doc__ == "Where something is."
    assert get_type_hints(Place) == {"x": int, "y": int, "name": str}


def test_they_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Place(1))) == Place(1)
