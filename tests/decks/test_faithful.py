"""The programmes in decks/ say what their sources say: words are left out, none is changed.

A value of a programme is faithful when it stands in its source by the rule of its key:

- `RUN`: the whole value stands there as one unbroken run of words and punctuation;
- `SENTENCES`: each of its sentences is such a run, and they come in the source's order;
- `SHORT`: its words and punctuation stand, in that order, in the full text beside it.

The liberties: the first letter of a sentence may be made a capital, and a full stop may end it.
A run never crosses a paragraph of the source.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

HERE = Path(__file__).resolve().parent
DECKS = HERE.parents[1] / "decks"
NAMES = ["norrbotten", "regionstyrelsen", "stockholm", "vasternorrland", "vgr-nyheter"]
KINDS = {"statement", "points", "text", "quote", "figure", "pillars", "news", "event", "contacts"}
DIGESTS = {
    "norrbotten": "aae1925e6fa6af304215bf28c79920648aad3828e7721a94e534411f1a068c3d",
    "regionstyrelsen": "f15d9e5b302cbf378aefdddae447f8f169768949bd62549eaac06ffbe1ce39ee",
    "stockholm": "2eda265b80a4e203772c8e8c0895c1785ab04c7746d6cacb1902501eb17edffe",
    "vasternorrland": "b40ac3e3fe2f28e47a53750b67fd887fd41e04b65a59b734fe86792b4b672117",
    "vgr-nyheter": "e124f6fdf9a608d51e933f69eaa0997b2a6039809a7537fce90839d07a4f7552",
}

RUN, SENTENCES, SHORT, LINK = "run", "sentences", "short", "link"
RULES = {
    **dict.fromkeys(("title", "slogan", "sender", "heading", "statement", "headline"), RUN),
    **dict.fromkeys(("name", "office", "phone", "figure", "unit", "word"), RUN),
    **dict.fromkeys(("when", "where", "parole"), RUN),
    **dict.fromkeys(("text", "points", "lead", "quote", "footnote", "note", "closing"), SENTENCES),
    "short": SHORT,
    "link": LINK,
    "web": LINK,
}
SETTINGS = {"brand", "language", "materials", "numbered", "leaflet", "folder", "social", "kind"}

TOKEN = re.compile(r"\w+(?:[-.,:]\w+)*-?|[^\w\s]")
PARAGRAPH = re.compile(r"\n\s*\n(?:- )?|\n- ")
SENTENCE = re.compile(r"\n\s*\n|(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
END = "¶"


class Value(NamedTuple):
    """One text of a programme: where it stands, its rule, its words, the full text of a short."""

    path: str
    rule: str
    text: str
    full: str = ""


def tokens(text: str) -> list[str]:
    return TOKEN.findall(text)


def read_source(name: str) -> str:
    return (HERE / "sources" / f"{name}.txt").read_text("utf-8")


def source_tokens(name: str) -> list[str]:
    """The words and punctuation of a source, its paragraphs ended by a mark no text holds."""
    return [token for part in PARAGRAPH.split(read_source(name)) for token in (*tokens(part), END)]


def read_deck(name: str) -> dict[str, Any]:
    programme = yaml.load((DECKS / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(programme, dict)
    return programme


def values(node: Any, key: str = "", path: str = "", full: str = "") -> Iterator[Value]:
    """Walk a programme; a key that is neither a text nor a setting is an error."""
    if isinstance(node, dict):
        full = node.get("text") or node.get("lead") or ""
        for below, child in node.items():
            yield from values(child, below, f"{path}/{below}", full)
    elif isinstance(node, list) and key == "slogan":
        yield Value(path, RUN, " ".join(node))
    elif isinstance(node, list) and key not in SETTINGS:
        for n, child in enumerate(node):
            yield from values(child, key, f"{path}/{n}")
    elif key not in SETTINGS:
        yield Value(path, RULES[key], node if RULES[key] == LINK else plain(node), plain(full))


def plain(text: str) -> str:
    """Strip Markdown marks; a link shows its words."""
    return re.sub(r"\*+", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)).strip()


def find(run: Sequence[str], source: Sequence[str], start: int = 0) -> int | None:
    """Return where in the source the run begins, under the liberties; None if nowhere."""
    first, *rest = unstopped(run)
    for at in range(start, len(source)):
        if is_same(first, source[at]) and rest == source[at + 1 : at + 1 + len(rest)]:
            return at
    return None


def unstopped(run: Sequence[str]) -> Sequence[str]:
    return run[:-1] if run[-1] == "." else run


def is_same(first: str, word: str) -> bool:
    return first in (word, word[:1].upper() + word[1:])


def has_sentences(text: str, source: Sequence[str]) -> bool:
    """Tell whether each sentence is a run of the source, in the source's order."""
    start = 0
    for sentence in SENTENCE.split(unquoted(text)):
        at = find(tokens(sentence), source, start)
        if at is None:
            return False
        start = at + 1
    return True


def unquoted(text: str) -> str:
    """Take off the marks around a quotation, so that its first sentence may be left out."""
    return text[1:-1] if text.startswith("”") and text.endswith("”") else text


def is_shortened(short: str, full: str) -> bool:
    """Tell whether the short form only leaves words of the full text out."""
    left = iter(tokens(full))
    for sentence in SENTENCE.split(short):
        first, *rest = unstopped(tokens(sentence))
        if not any(is_same(first, word) for word in left):
            return False
        if not all(any(token == word for word in left) for token in rest):
            return False
    return len(short.split()) < len(full.split())


def is_faithful(value: Value, source: Sequence[str]) -> bool:
    if value.rule == SHORT:
        return is_shortened(value.text, value.full)
    if value.rule == LINK:
        return is_stand_in(value.text) or value.text in source
    if value.rule == SENTENCES:
        return has_sentences(value.text, source)
    return find(tokens(value.text), source) is not None


def is_stand_in(link: str) -> bool:
    """Tell whether a link leads to a name that nobody can own (RFC 2606)."""
    return re.match(r"https://[a-z-]+\.example/[a-z-]+$", link) is not None


def sections(name: str, key: str) -> list[dict[str, Any]]:
    """Return the sections and their parts which have this key."""
    found: list[dict[str, Any]] = []
    for section in read_deck(name)["sections"]:
        parts = [part for value in section.values() if isinstance(value, list) for part in value]
        found += [part for part in (section, *parts) if isinstance(part, dict) and key in part]
    return found


def points() -> list[dict[str, str]]:
    """Return the points of the twenty-point programme, each as a mapping."""
    return [
        point if isinstance(point, dict) else {"text": point}
        for section in sections("vasternorrland", "points")
        for point in section["points"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_source_is_kept_as_it_came(name: str) -> None:
    content = (HERE / "sources" / f"{name}.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == DIGESTS[name]


def test_every_programme_has_its_source() -> None:
    assert sorted(file.stem for file in DECKS.glob("*.yaml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_text_stands_in_the_source(name: str) -> None:
    source = source_tokens(name)
    assert [value for value in values(read_deck(name)) if not is_faithful(value, source)] == []


@pytest.mark.parametrize("name", NAMES)
def test_links_within_a_text_lead_where_they_say(name: str) -> None:
    text = (DECKS / f"{name}.yaml").read_text("utf-8")
    for words, address in re.findall(r"\[([^]]*)\]\(([^)]*)\)", text):
        assert address == f"https://{words}"


@pytest.mark.parametrize("name", NAMES)
def test_a_single_changed_word_is_noticed(name: str) -> None:
    source = source_tokens(name)
    unnoticed = []
    for value in values(read_deck(name)):
        for at, word in enumerate(words := re.split(r"(\w+)", value.text)):
            if at % 2 and value.rule != LINK:
                changed = "".join((*words[:at], word[::-1] + "x", *words[at + 1 :]))
                if is_faithful(value._replace(text=changed), source):
                    unnoticed.append((value.path, changed))
    assert unnoticed == []


@pytest.mark.parametrize("name", NAMES)
def test_an_added_word_is_noticed(name: str) -> None:
    source = source_tokens(name)
    for value in values(read_deck(name)):
        if value.rule != LINK:
            added = value._replace(text=f"{value.text.rstrip('.”')} alltid")
            assert not is_faithful(added, source), added


@pytest.mark.parametrize("name", NAMES)
def test_a_word_left_out_inside_a_sentence_is_noticed(name: str) -> None:
    """Sentences and runs are unbroken: only short forms leave out words."""
    source = source_tokens(name)
    for value in values(read_deck(name)):
        words = value.text.split()
        if value.rule in (RUN, SENTENCES) and len(words) > 4:
            without = " ".join((words[0], *words[2:]))
            assert not is_faithful(value._replace(text=without), source), without


def test_words_and_sentences_out_of_order_are_noticed() -> None:
    source = source_tokens("regionstyrelsen")
    first, second = SENTENCE.split(sections("regionstyrelsen", "heading")[-1]["text"])[:2]
    assert has_sentences(f"{first} {second}", source)
    assert not has_sentences(f"{second} {first}", source)
    assert is_shortened("Första 2017.", "Första maj 2017")
    assert not is_shortened("Maj första.", "Första maj 2017")


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_and_its_unit_come_from_one_sentence(name: str) -> None:
    sentences = [tokens(part) for part in SENTENCE.split(read_source(name).replace("\n- ", "\n\n"))]
    for section in sections(name, "figure"):
        runs = [tokens(section[key]) for key in ("figure", "unit") if key in section]
        assert any(all(find(run, s) is not None for run in runs) for s in sentences), section
        assert set(tokens(section["figure"])) <= set(tokens(section["text"]))


@pytest.mark.parametrize("name", NAMES)
def test_a_quotation_is_given_to_who_said_it(name: str) -> None:
    for section in sections(name, "quote"):
        said = [tokens(s) for s in SENTENCE.split(unquoted(section["quote"]))]
        who = [tokens(section["name"]) + comma + tokens(section["office"]) for comma in ([], [","])]
        paragraphs = [tokens(part) for part in PARAGRAPH.split(read_source(name))]
        assert any(
            all(find(sentence, part) is not None for sentence in said)
            and any(find(run, part) is not None for run in who)
            for part in paragraphs
        ), section


@pytest.mark.parametrize("name", NAMES)
def test_quotation_marks_are_those_of_the_source(name: str) -> None:
    quoted = [tokens(words) for words in re.findall(r"”([^”]+)”", read_source(name))]
    for section in sections(name, "quote"):
        for sentence in SENTENCE.split(unquoted(section["quote"])):
            is_quoted = any(find(tokens(sentence), words) is not None for words in quoted)
            assert is_quoted == section["quote"].startswith("”"), section["quote"]


def test_a_telephone_number_stands_beside_its_owner() -> None:
    source = source_tokens("regionstyrelsen")
    contacts = sections("regionstyrelsen", "phone")
    assert len(contacts) == 3
    for person in contacts:
        line = f"{person['office']} {person['name']}, {person['phone']}"
        assert find(tokens(line), source) is not None, line


@pytest.mark.parametrize("name", ["norrbotten", "stockholm"])
def test_a_pillar_has_the_meaning_the_source_gives_it(name: str) -> None:
    source = source_tokens(name)
    for pillar in sections(name, "word"):
        runs = (tokens(f"{pillar['word']}{colon} {pillar['text']}") for colon in (":", ""))
        assert any(find(run, source) is not None for run in runs), pillar


def test_the_twenty_points_stand_in_the_order_of_the_source() -> None:
    written = re.findall(r"^- (.+)$", read_source("vasternorrland"), re.MULTILINE)
    assert [point["text"] for point in points()] == list(dict.fromkeys(written))
    assert [point.get("numbered") for point in points()] == [None] * 20 + ["no"]


def test_the_twenty_points_stand_under_their_headings() -> None:
    slides = re.split(r"VÅRT\s+VÄSTERNORRLAND\s+KAN BÄTTRE", read_source("vasternorrland"))
    for section in sections("vasternorrland", "points"):
        own = [slide for slide in slides if slide.strip().startswith(section["heading"])]
        for point in section["points"]:
            text = point if isinstance(point, str) else point["text"]
            assert any(f"- {text}\n" in slide for slide in own), text


def test_the_leaflet_holds_as_many_points_as_its_back_can_show() -> None:
    assert 12 <= sum(point.get("leaflet") != "no" for point in points()) <= 14


@pytest.mark.parametrize("name", NAMES)
def test_a_programme_is_long_enough_and_no_heading_comes_twice(name: str) -> None:
    parts = read_deck(name)["sections"]
    assert len(parts) >= 4
    headings = [part["heading"] for part in parts if "heading" in part]
    assert len(headings) == len(set(headings))


def test_the_five_programmes_use_every_kind() -> None:
    every = [part for name in NAMES for part in read_deck(name)["sections"]]
    assert {key for part in every for key in part} >= KINDS
    assert any("closing" in part for part in every)
    assert any(part.keys() <= {"heading", "text", "leaflet", "note"} for part in every)
