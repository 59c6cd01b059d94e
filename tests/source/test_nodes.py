"""YAML text to nodes: what was typed, where it stands, and what is refused."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clock import processor_time
from paroll.finding import Finding, Span
from paroll.source import Mapping, Node, Scalar, Sequence, nodes, parse

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
AS_TYPED = (
    *("no", "yes", "on", "off", "null", "~", "true", "NaN", ".inf", "0x1F", "0o17", "012", "007"),
    *("22:15", "9:30", "3.10", "1_000", "1e3", "+46611557800", "2026-13-40", "2026-09-13", "="),
    *(
        "12 345",
        "50 %",
        "20 000 kr",
        "https://www.val.se",
        "Helén (S)",
        "S–MP",
        "a:b",
        "nr#1",
        "C\\D",
    ),
)


def read(text: str | bytes) -> Node:
    node, found = parse(text, "plan.yaml")
    assert not found, found
    assert node is not None
    return node


def faults(text: str | bytes) -> list[Finding]:
    return parse(text, "plan.yaml")[1]


def plain(node: Node | None) -> Any:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node else None


@pytest.mark.parametrize("text", AS_TYPED)
def test_an_unquoted_value_is_the_text_that_was_typed(text: str) -> None:
    assert plain(read(f"key: {text}")) == {"key": text}


@pytest.mark.parametrize("text", AS_TYPED)
def test_an_unquoted_key_is_the_text_that_was_typed(text: str) -> None:
    assert plain(read(f"{text}: value")) == {text: "value"}


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
@example("Åäö ÅÄÖ é ü ” – … č đ ŋ š ŧ ž")
@example("'")
@example("#D3122A")
def test_any_text_in_single_quotes_comes_back_as_typed(text: str) -> None:
    typed = text.translate({0xFEFF: None, 0xFFFD: None, 0xFFFE: None, 0xFFFF: None})
    quoted = "'" + typed.replace("'", "''") + "'"
    assert plain(read(f"key: {quoted}")) == {"key": typed}


def test_a_value_knows_its_line_and_column_from_one() -> None:
    node = read("title: Vår plan\nåäö:\n  - ja\n")
    assert isinstance(node, Mapping)
    (_, title), (key, items) = node.entries
    assert title.span == Span("plan.yaml", 1, 8)
    assert key.span == Span("plan.yaml", 2, 1)
    assert isinstance(items, Sequence)
    assert items.items[0].span == Span("plan.yaml", 3, 5)


def test_quotes_and_blocks_are_told_from_bare_words() -> None:
    node = read("a: no\nb: 'no'\nc: \"no\"\nd: |\n  no\n")
    assert isinstance(node, Mapping)
    assert [value.quoted for _, value in node.entries if isinstance(value, Scalar)] == [
        False,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_read_alike(ends: str) -> None:
    text = ends.join(["a: |", "  en", "  två", "b: c", ""])
    assert plain(read(text)) == {"a": "en\ntvå\n", "b": "c"}


def test_a_byte_order_mark_changes_nothing() -> None:
    assert read("title: å".encode("utf-8-sig")) == read("title: å")


def test_bytes_and_text_read_alike() -> None:
    assert read("title: å".encode()) == read("title: å")


def test_the_first_of_two_equal_keys_is_kept_and_the_second_named() -> None:
    node, found = parse("a: 1\nb: 2\na: 3\n", "plan.yaml")
    assert plain(node) == {"a": "1", "b": "2"}
    assert [(f.code, f.span) for f in found] == [("Y013", Span("plan.yaml", 3, 1))]
    assert "first on line 1" in found[0].message


def test_reading_goes_on_after_an_error_that_can_be_mended() -> None:
    node, found = parse("a: x: y\nb: @z\nc: *fet* text\nd: 1\nd: 2\n", "plan.yaml")
    assert [f.code for f in found] == ["Y008", "Y009", "Y009", "Y013"]
    assert plain(node) == {"a": "x: y", "b": "@z", "c": "*fet* text", "d": "1"}


def test_a_lost_hashtag_is_put_back_to_find_what_else_is_wrong() -> None:
    node, found = parse("accent: #D3122A\n", "plan.yaml")
    assert plain(node) == {"accent": "#D3122A"}
    assert [(f.code, f.span) for f in found] == [("Y016", Span("plan.yaml", 1, 9))]
    assert 'write "#D3122A" in quotes' in found[0].hint


@pytest.mark.parametrize(
    "text",
    [
        "a: # en kommentar\n  b: c",
        "a: b # en kommentar",
        "a: 'b' #c",
        "a: b\n#c\n",
        "a: b#c",
        "##\na: b",
    ],
)
def test_an_ordinary_comment_is_no_fault(text: str) -> None:
    assert not faults(text)


@pytest.mark.parametrize(
    "sign", ["!!python/object/apply:os.system ['x']", "!x y", "!!int 3", "! z"]
)
def test_tags_are_refused(sign: str) -> None:
    assert [f.code for f in faults(f"a: {sign}")] == ["Y015"]


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar\n", "---\n", "--- # x\n...\n"])
def test_a_file_without_content_is_empty(text: str) -> None:
    assert [f.code for f in faults(text)] == ["Y012"]


BOMBS: dict[str, Callable[[], str]] = {
    "20 000 brackets": lambda: "[" * 20_000,
    "20 000 braces": lambda: "a: " + "{" * 20_000,
    "20 000 dashes": lambda: "- " * 20_000,
    "20 000 question marks": lambda: "? " * 20_000,
    "1 300 levels of keys": lambda: "".join(" " * n + "a:\n" for n in range(1_300)),
    "a billion laughs": lambda: (
        "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [{'*a,' * 9}]\n" for n in range(9))
    ),
    "nested merge keys": lambda: (
        "a0: &a0 {x: y}\n"
        + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30))
    ),
    "an alias of itself": lambda: "a: &a [*a]",
    "300 000 values": lambda: "a: [" + "x," * 300_000 + "]",
    "more than a megabyte": lambda: "a: b\n" * 200_001,
    "an endless quote": lambda: 'a: "' + "x\n" * 400_000,
    "20 000 syntax errors": lambda: "".join(f"a{n}: b: c\n" for n in range(20_000)),
    "syntax errors in a large file": lambda: (
        "".join(f"a{n}: b\n" for n in range(40_000)) + "a: b: c\n" * 9
    ),
    "only comments": lambda: "#\n" * 490_000,
    "tabs": lambda: "a: b\n" + "\tb: c\n" * 100_000,
    "a million NULs": lambda: "\0" * 1_000_000,
    "directives": lambda: "%a\n" * 300_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_within_a_second_and_200_megabytes(bomb: str) -> None:
    data = BOMBS[bomb]().encode()
    with processor_time() as seconds:
        found = faults(data)
    assert found
    assert seconds[0] < 1
    tracemalloc.start()
    faults(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000_000


def test_a_large_honest_file_is_read() -> None:
    text = "".join(f"key-{n}: {'x' * 40}\n" for n in range(18_000))
    assert len(plain(read(text))) == 18_000


@settings(max_examples=300, deadline=None)
@given(
    st.binary()
    | st.text(st.sampled_from("ab:- \n\t'\"#&*!|>[]{},%@`?\\~é\0\u2028")).map(str.encode)
)
def test_whatever_is_read_gives_a_node_or_a_finding(data: bytes) -> None:
    node, found = parse(data, "plan.yaml")
    assert node is not None or found


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(DECKS),
    st.integers(0, 6_000),
    st.integers(0, 30),
    st.sampled_from(["", "\t", ": ", "- ", '"', "'", "[", "*", "# ", "\n", "\n   "]),
)
def test_a_damaged_programme_gives_a_node_or_a_finding(
    deck: Path, at: int, cut: int, put: str
) -> None:
    text = deck.read_text(encoding="utf-8")
    node, found = parse(text[:at] + put + text[at + cut :], "plan.yaml")
    assert node is not None or found


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: str(deck.stem))
def test_programmes_read_the_same_without_libyaml(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = read(deck.read_bytes())
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    assert read(deck.read_bytes()) == fast
