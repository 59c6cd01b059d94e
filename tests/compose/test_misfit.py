"""Findings of texts that do not fit say numbers that are true."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing import compose
from paroll.finding import Finding, has_errors

SENTENCE = "Vi vill att alla människor i hela landet ska ha rätt till god vård i tid och otid."
WORDS = st.sampled_from(SENTENCE.split())
LONG = st.lists(WORDS, min_size=70, max_size=160).map(" ".join)


def finding(section: dict[str, object], material: str = "deck") -> Finding:
    _, (only,) = compose(material, [section])
    return only


def number(pattern: str, text: str) -> int:
    match = re.search(pattern, text)
    assert match, text
    return int(match[1])


def test_a_finding_quotes_the_text_and_counts_its_lines_at_the_smallest_size() -> None:
    found = finding({"quote": SENTENCE * 9, "name": "Helén (S)"})
    assert re.fullmatch(
        r"“Vi vill att alla människor i hela lande…” takes \d+ lines at 28 pt, the smallest size; "
        r"there is room for \d+",
        found.message,
    )
    assert re.fullmatch(r"shorten it by about \d+ characters", found.hint)


@settings(max_examples=25, deadline=None)
@given(LONG, st.booleans())
def test_without_the_characters_named_the_text_fits(text: str, bold: bool) -> None:
    mark = "**" if bold else ""
    _, findings = compose("deck", [{"statement": f"{mark}{text}{mark}"}])
    for found in (each for each in findings if each.code == "S201"):
        over = number(r"by about (\d+) character", found.hint)
        kept = text[: len(text) - over]
        assert not has_errors(compose("deck", [{"statement": f"{mark}{kept}{mark}"}])[1])
        more = text[: len(kept) + 1 + len(text[len(kept) :].split(maxsplit=1)[0])]
        assert has_errors(compose("deck", [{"statement": f"{mark}{more}{mark}"}])[1])


@settings(max_examples=10, deadline=None)
@given(LONG)
def test_as_many_lines_as_there_is_room_for_fit(text: str) -> None:
    _, findings = compose("deck", [{"statement": text}])
    for found in findings:
        lines, room = (
            number(r"takes (\d+) lines", found.message),
            number(r"room for (\d+)", found.message),
        )
        assert 0 < room < lines
        one_too_many = "\n\n".join(["Vi"] * (room + 1))
        assert compose("deck", [{"statement": "\n\n".join(["Vi"] * room)}])[1] == []
        assert number(r"room for (\d+)", finding({"statement": one_too_many}).message) == room


def test_of_a_text_that_runs_on_only_the_paragraph_too_long_is_named() -> None:
    points = [SENTENCE, SENTENCE * 20, SENTENCE]
    found = finding({"heading": "Skolan", "points": points})
    assert number(r"takes (\d+) lines", found.message) < 60
    assert found.span
    column = found.span.column
    good = finding({"heading": "Skolan", "points": points[1:]})
    assert good.span
    assert column - good.span.column == len(f'"{SENTENCE}", ')


@pytest.mark.parametrize("section", [{"statement": ""}, {"heading": "", "points": [SENTENCE]}])
def test_a_word_wider_than_its_column_is_named(section: dict[str, object]) -> None:
    word = "Hälso" + "sjukvårds" * 8
    key = next(iter(section))
    found = finding({**section, key: f"En {word}"})
    assert found.message.startswith("“Hälsosjukvårds")
    assert "is wider than its column even at" in found.message
    assert found.hint == "use a shorter word or address"
