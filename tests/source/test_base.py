"""Records are frozen values that know their fields."""

from __future__ import annotations

import pytest

from paroll.source import Record, documented


class Pair(Record, kw_only=False):
    left: str = documented("What stands left.", example="a")
    right: str = documented("What stands right.", default="b")
    place: int = 0


class Triple(Pair, kw_only=False):
    middle: str = documented("What stands between.", default="c")


def test_values_are_given_in_order_or_by_name_and_the_rest_are_defaults() -> None:
    assert Pair("x") == Pair(left="x", right="b", place=0)
    assert Triple("x", "y").middle == "c"


def test_a_missing_and_an_unknown_value_are_refused() -> None:
    with pytest.raises(TypeError, match="Pair takes left, right, place"):
        Pair()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Pair takes"):
        Pair("x", wrong=1)  # type: ignore[call-arg]


def test_a_record_is_frozen_and_can_be_a_key() -> None:
    pair = Pair("x")
    with pytest.raises(AttributeError, match=r"Pair\.left is frozen"):
        pair.left = "y"  # type: ignore[misc]
    assert {pair: 1}[Pair("x")] == 1


def test_a_copy_changes_what_it_is_told_to() -> None:
    pair = Pair("x")
    assert pair.replaced(right="z") == Pair("x", "z")
    assert pair == Pair("x")


def test_records_of_different_kinds_are_different() -> None:
    assert Pair("x") != Triple("x")


def test_a_subclass_has_the_fields_of_its_base_first() -> None:
    assert list(Triple.FIELDS) == ["left", "right", "place", "middle"]
    assert list(Pair.FIELDS) == ["left", "right", "place"]


def test_a_field_knows_its_manual_and_one_without_is_not_for_yaml() -> None:
    manual = Pair.FIELDS["left"]
    assert manual is not None
    assert manual.description == "What stands left."
    assert Pair.FIELDS["place"] is None
