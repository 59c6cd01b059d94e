"""Bytes to text."""

from __future__ import annotations

import pytest

from paroll.finding import Span
from paroll.source.text import LARGEST, MOST_NAMED, decode


def test_utf8_is_text() -> None:
    assert decode("Åäö".encode(), "x") == ("Åäö", [])


def test_a_wrong_byte_is_named_with_its_place_and_its_letter() -> None:
    text, (finding,) = decode("rad\nå".encode() + "ö".encode("cp1252"), "x")
    assert text is None
    assert finding.span == Span("x", 2, 2)
    assert "byte 0xF6 on line 2" in finding.message
    assert "“ö”" in finding.message


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_is_named(order: str) -> None:
    data = "\ufefftitle: x".encode(order)
    assert "UTF-16" in decode(data, "x")[1][0].message


@pytest.mark.parametrize(
    "character",
    [*"\0\x01\x0b\x0c\x1b\x7f\x85\x9f\u2028\u2029\ufeff\ufffd\ufffe\uffff", "\ud800", "\udfff"],
)
def test_a_character_nobody_can_print_is_named_and_taken_out(character: str) -> None:
    text, (finding,) = decode(f"a\nb{character}c", "x")
    assert text == "a\nb c"
    assert finding.span == Span("x", 2, 2)
    assert f"U+{ord(character):04X}" in finding.message


@pytest.mark.parametrize("character", ["\t", "\xa0", "\xad", "\u2009", "\u200b", "\U0001f339", "č"])
def test_letters_spaces_and_signs_stay(character: str) -> None:
    assert decode(f"a{character}b", "x") == (f"a{character}b", [])


def test_only_the_first_forbidden_characters_are_named() -> None:
    assert len(decode("\0" * 1000, "x")[1]) == MOST_NAMED


def test_a_file_may_have_a_million_bytes_and_no_more() -> None:
    assert decode(b"x" * LARGEST, "x")[0] is not None
    text, (finding,) = decode(b"x" * (LARGEST + 1), "x")
    assert text is None
    assert "1 000 001 bytes" in finding.message
