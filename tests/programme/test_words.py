"""Running text: inline Markdown to runs."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clock import processor_time
from paroll.finding import Finding, Span
from paroll.programme.words import LONGEST, Words, marked, paragraphs_of, unmarked
from paroll.sheet import Run

HERE = Span("plan.yaml", 3, 9)


def words(text: str) -> Words:
    value, found = Words.read(text, HERE)
    assert not found, found
    assert value is not None
    return value


def faults(text: str) -> list[Finding]:
    return Words.read(text, HERE)[1]


def one(text: str) -> tuple[Run, ...]:
    (runs,) = words(text).paragraphs
    return runs


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("Fler lärare", (Run("Fler lärare"),)),
        ("**Fler** lärare", (Run("Fler", bold=True), Run(" lärare"))),
        ("Fler *lärare*", (Run("Fler "), Run("lärare", italic=True))),
        ("***Nu***", (Run("Nu", bold=True, italic=True),)),
        ("**a *b* c**", (Run("a ", True), Run("b", True, True), Run(" c", True))),
        ("****a** b**", (Run("a b", bold=True),)),
        ("2 * 3 * 4", (Run("2 * 3 * 4"),)),
        (r"\*inte fet\*", (Run("*inte fet*"),)),
        ("snabb_och_säker", (Run("snabb_och_säker"),)),
        ("www.vgregion.se", (Run("www.vgregion.se"),)),
        ("https://www.val.se", (Run("https://www.val.se"),)),
        (
            "Läs [mer](https://www.val.se/a?b=c#d) här",
            (Run("Läs "), Run("mer", link="https://www.val.se/a?b=c#d"), Run(" här")),
        ),
        (
            "[**fet** länk](www.val.se)",
            (Run("fet", True, link="https://www.val.se"), Run(" länk", link="https://www.val.se")),
        ),
        ("<https://val.se/å>", (Run("https://val.se/å", link="https://val.se/%C3%A5"),)),
        ("<info@val.se>", (Run("info@val.se", link="mailto:info@val.se"),)),
        ("[ring](tel:0611-557800)", (Run("ring", link="tel:0611557800"),)),
        ("[a](https://räksmörgås.se)", (Run("a", link="https://xn--rksmrgs-5wao1o.se"),)),
    ],
)
def test_inline_markdown_becomes_runs(typed: str, runs: tuple[Run, ...]) -> None:
    assert one(typed) == runs


@pytest.mark.parametrize(
    "typed",
    [
        "1. Fler lärare",
        "- fler lärare",
        "# Rubrik",
        "> citat",
        "| a | b |",
        "```",
        "`kod *är* kod`",
        "<b>fet</b>",
        "<script>alert(1)</script>",
        "![bild *ett*](https://example.se/a.png)",
        "&amp; &auml; &#65;",
        "a  b",
        "{{namn}} {% if %}",
        "A < B & \"C\" 'd'",
        "C:\\plan",
        "-- ... (c) 1/2",
        "[ ] att göra [x] gjort",
        "~~struken~~ ==gul==",
    ],
)
def test_what_a_slide_cannot_show_is_printed_as_typed(typed: str) -> None:
    assert one(typed) == (Run(typed),)


def test_a_blank_line_parts_paragraphs_and_a_line_break_is_a_space() -> None:
    value = words("ett\ntvå\n\n \ntre **fyra\nfem**\n")
    assert value.paragraphs == (
        (Run("ett två"),),
        (Run("tre "), Run("fyra fem", bold=True)),
    )
    assert value.text == "ett två\ntre fyra fem"


@pytest.mark.parametrize("typed", ["ett  \ntvå", "ett\\\ntvå", "ett   \n  två"])
def test_a_hard_break_stays_a_break(typed: str) -> None:
    assert one(typed) == (Run("ett\ntvå"),)


def test_letters_are_composed() -> None:
    assert words("A\u030a **o\u0308**").text == "Å ö"


def test_words_know_their_place() -> None:
    assert words("a").span == HERE


@pytest.mark.parametrize(
    "typed",
    [
        "[Läs mer] (https://val.se)",
        "[Läs mer](https://val.se/vår plan)",
        "[a]( javascript:alert(1) x)",
    ],
)
def test_what_only_looks_like_a_link_is_pointed_out(typed: str) -> None:
    (finding,) = faults(typed)
    assert (finding.code, finding.severity, finding.span) == ("P004", "warning", HERE)


def test_a_link_that_may_not_be_followed_is_refused() -> None:
    (finding,) = faults("**[Läs](javascript:alert(1))** mer")
    assert finding.code == "P001"
    assert "javascript:alert(1)" in finding.message


def test_a_text_longer_than_any_page_is_refused() -> None:
    value, (finding,) = Words.read("x" * (LONGEST + 1), HERE)
    assert value is None
    assert finding.code == "P003"


PRINTABLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])


@given(st.text(PRINTABLE | st.sampled_from(" \n`!.-#>&|~åäö")))
@example("a  \n b")
@example("a\n`b`\n")
@example("a \u00a0\nb")
@settings(deadline=None)
def test_both_ways_to_read_text_without_markup_agree(text: str) -> None:
    bare = text.translate(dict.fromkeys(map(ord, "*_[\\<"), "x"))
    for paragraph in filter(None, ("".join(r.text for r in p) for p in paragraphs_of(bare))):
        assert marked(paragraph) == unmarked(paragraph)


@given(st.text(st.sampled_from("ab *_[]()<>\\`!:/.\n\"'&åhttps")))
@settings(deadline=None)
def test_no_letter_is_lost_or_invented(text: str) -> None:
    value, _ = Words.read(text, HERE)
    assert value is not None
    kept = [c for c in value.text if c.isalpha()]
    typed = iter(text)
    assert all(any(c == t for t in typed) for c in kept)


@given(st.text(PRINTABLE).filter(lambda text: not set(text) & set("*_[\\<")))
@settings(deadline=None)
def test_text_without_markup_comes_back_as_typed(text: str) -> None:
    typed = unicodedata.normalize("NFC", f"x{text}x")
    assert one(f"x{text}x") == (Run(typed),)


@pytest.mark.parametrize(
    "piece", ["[", "![", "*a ", "**a", "<", "`a", "[a](", "*_", "\\*", "[a] (b:"]
)
def test_hostile_markup_is_read_within_a_second(piece: str) -> None:
    with processor_time() as seconds:
        Words.read((piece * LONGEST)[:LONGEST], HERE)
    assert seconds[0] < 1


def test_plain_text_never_imports_a_markdown_parser() -> None:
    code = (
        "import sys; from paroll.programme import Words; from paroll.finding import Span;"
        "Words.read('Fler lärare (S) `x` #1\\n\\nnu!', Span('', 1, 1));"
        "sys.exit('markdown_it' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
