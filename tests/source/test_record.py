"""Nodes to records."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import pytest

from paroll.finding import Finding, Span
from paroll.source import NOWHERE, Number, Plain, Record, documented, guess, parse, read_record


class Case(StrEnum):
    UPPER = "upper"
    AS_TYPED = "as-typed"


class Share(Number):
    HIGH: ClassVar[float] = 100


class Inner(Record):
    SHORTHAND: ClassVar[str] = "text"

    text: Plain = documented("A text.")
    short_form: Plain | None = documented("A short form.", default=None)
    span: Span = NOWHERE


class Outer(Record):
    name: Plain = documented("A name.", example="Ann")
    inner: Inner | None = documented("One inside.", default=None)
    many: tuple[Inner, ...] = documented("Some.", at_most=3, default=())
    lines: tuple[Plain, ...] = documented("Lines.", default=())
    case: Case = documented("A case.", default=Case.UPPER)
    flag: bool = documented("A flag.", default=False)
    share: Share | None = documented("A share.", default=None)
    hidden: str = "not read"
    span: Span = NOWHERE


def outer(text: str, **given: object) -> tuple[Outer | None, list[Finding]]:
    node, found = parse(text, "x")
    assert node is not None
    assert not found
    return read_record(Outer, node, given)


def good(text: str) -> Outer:
    record, found = outer(text)
    assert not found, found
    assert record is not None
    return record


def codes(text: str) -> list[str]:
    record, found = outer(text)
    assert record is None
    return [finding.code for finding in found]


def test_fields_are_filled_by_their_types() -> None:
    record = good(
        "name: Ann\ncase: as-typed\nflag: ja\nshare: 12.5\ninner: {text: a, short-form: b}"
    )
    assert record.name == Plain("Ann", Span("x", 1, 7))
    assert record.case is Case.AS_TYPED
    assert record.flag is True
    assert record.share == Share(12.5, Span("x", 4, 8))
    assert record.inner is not None
    assert str(record.inner.short_form) == "b"


def test_what_is_left_out_has_its_default() -> None:
    record = good("name: Ann")
    assert record == Outer(name=record.name, span=Span("x", 1, 1))


def test_a_record_knows_where_it_stands() -> None:
    record = good("name: Ann\nmany:\n  - text: a\n  - b\n")
    assert record.span == Span("x", 1, 1)
    assert [item.span for item in record.many] == [Span("x", 3, 5), Span("x", 4, 5)]


def test_a_bare_text_stands_for_the_field_that_the_record_names() -> None:
    record = good("name: Ann\ninner: hej\nmany: [a, b]")
    assert record.inner is not None
    assert record.inner.text.text == "hej"
    assert [item.text.text for item in record.many] == ["a", "b"]


def test_one_value_may_stand_for_a_list_of_one() -> None:
    assert [item.text.text for item in good("name: Ann\nmany: a").many] == ["a"]
    assert [item.text.text for item in good("name: Ann\nmany: {text: a}").many] == ["a"]


def test_a_block_stands_for_the_list_of_its_lines() -> None:
    lines = good("name: Ann\nlines: |\n  Storgatan 1\n\n  871 31 Härnösand\n").lines
    assert [line.text for line in lines] == ["Storgatan 1", "871 31 Härnösand"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [(w, True) for w in ("yes", "Yes", "TRUE", "on", "ja", '"yes"')]
    + [(w, False) for w in ("no", "No", "false", "OFF", "nej", "'no'")],
)
def test_yes_and_no_are_understood_in_two_languages(word: str, meant: bool) -> None:
    assert good(f"name: Ann\nflag: {word}").flag is meant


def test_letters_are_composed() -> None:
    assert good("name: A\u030angstro\u0308m").name.text == "Ångström"


def test_everything_wrong_is_found_at_once() -> None:
    text = "nmae: Ann\ncase: uper\nflag: kanske\nshare: 101\ninner: [a]\nmany: [a, '', c]\n"
    assert codes(text) == ["Y101", "Y105", "Y106", "Y107", "Y103", "Y104", "Y102"]


@pytest.mark.parametrize("share", ["-1", "100.1", "nan", "inf", "1_0", "12,5", "12 %", "１２", "x"])
def test_what_is_no_number_in_range_is_refused(share: str) -> None:
    assert codes(f"name: Ann\nshare: '{share}'") == ["Y107"]


def test_too_many_items_are_counted() -> None:
    _, (finding,) = outer("name: Ann\nmany: [a, b, c, d]")
    assert finding.code == "Y108"
    assert "`many` has 4 items; it takes 0 to 3" in finding.message


def test_a_missing_key_is_shown_with_an_example() -> None:
    _, (finding,) = outer("flag: yes")
    assert finding.code == "Y102"
    assert finding.hint == "write `name: Ann`"


def test_an_unknown_key_is_met_with_the_likely_one() -> None:
    record, (finding,) = outer("name: Ann\nFlagg: yes")
    assert finding.hint == "did you mean `flag`?"
    assert finding.span == Span("x", 2, 1)
    assert record is not None, "what is known is read all the same, to check it further"


def test_underscores_of_python_are_hyphens_in_yaml() -> None:
    _, (finding,) = outer("name: Ann\ninner: {text: a, short_form: b}")
    assert finding.hint == "did you mean `short-form`?"


def test_a_text_torn_by_its_colon_is_known_for_what_it_is() -> None:
    assert codes("name: Ann\nmany:\n  - Vårt löfte: fler lärare\n") == ["Y008"]
    assert codes("name:\n  Vårt löfte: fler lärare\n") == ["Y008"]


def test_a_misspelt_key_is_not_taken_for_a_torn_text() -> None:
    assert codes("name: Ann\nmany:\n  - txet: fler lärare\n") == ["Y101", "Y102"]


def test_what_is_read_elsewhere_is_passed_over() -> None:
    record, found = outer("flag: 17\n", name=Plain("Ann"), flag=True, hidden="given")
    assert not found
    assert record is not None
    assert (record.name.text, record.flag, record.hidden) == ("Ann", True, "given")


def test_a_field_without_manual_is_no_key() -> None:
    _, (finding,) = outer("name: Ann\nhidden: x")
    assert finding.code == "Y101"


def test_a_guess_names_one_word_or_all() -> None:
    assert guess("kolumn", ["column", "row"]) == "did you mean `column`?"
    assert guess("zzz", ["row", "column"]) == "known here: column, row"
