"""YAML text to plain nodes, in which every value is exactly what was typed.

`no`, `22:15`, `012`, `3.10` and `null` are text: what a value means follows from the field it
stands in, never from how it looks. Of YAML, programmes have mappings, lists and texts in all
their styles. Anchors, aliases, merge keys and tags are refused: nobody who writes a programme
needs them, and without them no small file unfolds into a large one.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import yaml

from paroll.finding import Finding, Rule, Severity, Span, in_order
from paroll.source.syntax import Lines, diagnose, lost_text, place, without_directives
from paroll.source.text import CHARACTER, FORBIDDEN, LIMIT, decode, name_of
from paroll.tuples import NamedTuple

DEEPEST = 64
"""The most lists and mappings that may stand inside each other."""

MOST_NODES = 65_000
"""The most values a file may have."""

MOST_MENDED = 20
"""How many syntax errors of one file are mended to read on."""

LARGEST_MENDED = 200_000
"""The most characters of a file that is mended: each error costs another reading."""

DOCUMENTS = Rule(
    "Y011",
    Severity.ERROR,
    "several documents in one file",
    "A line `---` begins a new YAML document. A file holds one programme; its pages are the items "
    "of `sections`, not parts between lines of dashes.",
    bad="title: Vår plan\n---\nheading: Skolan",
    good="title: Vår plan\nsections:\n  - heading: Skolan",
)
EMPTY_FILE = Rule(
    "Y012", Severity.ERROR, "file is empty", "The file holds nothing, or only comments."
)
DUPLICATE = Rule(
    "Y013",
    Severity.ERROR,
    "key written twice",
    "A key may stand once in a group. Otherwise one of the two values would be lost unseen.",
    bad="title: Vår plan\ntitle: Vår nya plan",
    good="title: Vår nya plan",
)
ALIAS = Rule(
    "Y014",
    Severity.ERROR,
    "anchor, alias or merge key",
    "In YAML an unquoted & names a value and * repeats it. Programmes do without: write the value "
    "again, or put a text that begins with & or * in quotes.",
    bad="text: *viktigt",
    good='text: "*viktigt*"',
)
TAG = Rule(
    "Y015",
    Severity.ERROR,
    "tag",
    "An unquoted word that begins with ! is a tag in YAML: it tells a program what type a value "
    "has. Programmes hold only text, and nothing in them is ever executed.",
    bad="text: !viktigt Rösta",
    good='text: "!viktigt Rösta"',
)
KEY = Rule(
    "Y017",
    Severity.ERROR,
    "key is not a text",
    "What stands before a colon must be a word, not a list, a group or a quoted paragraph.",
    bad="? [heading]\n: Skolan",
    good="heading: Skolan",
)
RULES = (DOCUMENTS, EMPTY_FILE, DUPLICATE, ALIAS, TAG, KEY)


class Scalar(NamedTuple):
    """A text exactly as typed; `quoted` says that it stood in quotes or as a block (| or >)."""

    text: str
    quoted: bool
    span: Span


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    span: Span


class Mapping(NamedTuple):
    """Keys and values in the order written; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node: TypeAlias = Scalar | Sequence | Mapping

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Beyond(Exception):
    """The file passes a limit; the only argument is the finding."""


class _Reading:
    """What composing needs to know of the file, and what it finds there."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.file, self.lines = file, lines
        self.nodes = 0
        self.found: list[Finding] = []

    def span(self, event: yaml.Event) -> Span:
        line, column = place(event.start_mark)
        return Span(self.file, line + 1, column + 1)


def parse(data: bytes | str, file: str) -> tuple[Node | None, list[Finding]]:
    """Read a YAML file into nodes, and say everything that is wrong with it.

    `file` names it in the findings. A syntax error is mended where that is safe, so that the
    errors after it are found too; the node is `None` where reading could not go on.
    """
    text, found = decode(data, file)
    if text is None:
        return None, found
    text, directives = without_directives(text, file)
    # Nodes make no cycles; looking for some after every few of them takes most of the time where
    # a process holds much already.
    collects = gc.isenabled()
    gc.disable()
    try:
        node, errors = _parse(text, file)
    finally:
        if collects:
            gc.enable()
    return node, in_order(found + directives + errors)


def _parse(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    found: list[Finding] = []
    rows: set[int] = set()
    most = MOST_MENDED if len(text) <= LARGEST_MENDED else 0
    while True:
        reading = _Reading(file, Lines(text))
        events: list[yaml.Event] = []
        try:
            return _compose(_remembered(text, events), reading), found + reading.found
        except _Beyond as limit:
            return None, [*found, *reading.found, limit.args[0]]
        except yaml.MarkedYAMLError as error:
            fault = diagnose(reading.lines, file, error, events)
        row = fault.finding.span.line if fault.finding.span else 0
        if row not in rows:
            found.append(fault.finding)
        if fault.mended is None or row in rows or len(rows) == most:
            return None, found + reading.found
        rows.add(row)
        text = fault.mended


def _remembered(text: str, last: list[yaml.Event]) -> Iterator[yaml.Event]:
    """Yield the events of `text`; `last` holds the latest one, for the diagnosis of an error."""
    for event in yaml.parse(text, Loader=_LOADER):
        last[:] = [event]
        yield event


def _compose(events: Iterable[yaml.Event], reading: _Reading) -> Node | None:
    """Build the nodes of the first document without recursion."""
    opened: list[yaml.Event] = []
    heaps: list[list[Node]] = [[]]
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            heaps[-1].append(_scalar(event, reading))
        elif isinstance(event, yaml.CollectionStartEvent):
            _admit(event, reading)
            opened.append(event)
            heaps.append([])
            if len(opened) > DEEPEST:
                message = f"values are nested more than {DEEPEST} deep"
                raise _Beyond(LIMIT.at(reading.span(event), message))
        elif isinstance(event, yaml.CollectionEndEvent):
            children = heaps.pop()
            heaps[-1].append(_collection(opened.pop(), children, reading))
        elif isinstance(event, yaml.AliasEvent):
            heaps[-1].append(_alias(event, reading))
        elif isinstance(event, yaml.DocumentStartEvent) and heaps[0]:
            reading.found.append(_another_document(reading.span(event)))
            break
    return _root(heaps[0], reading)


def _root(heap: list[Node], reading: _Reading) -> Node | None:
    root = heap[0] if heap else None
    if root is None or (isinstance(root, Scalar) and not root.text):
        hint = "start with a line `title: …`"
        reading.found.append(EMPTY_FILE.at(Span(reading.file, 1, 1), "file is empty", hint))
        return None
    return root


def _another_document(span: Span) -> Finding:
    hint = "remove the line `---`; pages are the items under `sections:`"
    return DOCUMENTS.at(span, "a second document begins here", hint)


def _scalar(event: yaml.ScalarEvent, reading: _Reading) -> Scalar:
    _admit(event, reading)
    text, span, quoted = event.value, reading.span(event), bool(event.style)
    if not quoted:
        line, end = place(event.end_mark)
        lost, column = reading.lines.hashtag_after(line, end)
        if lost:
            text = f"{text} {lost}".strip()
            reading.found.append(lost_text(Span(reading.file, line + 1, column + 1), lost, text))
    elif event.style == '"' and (hidden := FORBIDDEN.search(text)):
        message = f"the text holds the character {name_of(hidden[0])}, which cannot be printed"
        reading.found.append(CHARACTER.at(span, message, "remove the code after the backslash"))
        text = FORBIDDEN.sub(" ", text)
    return Scalar(text, quoted, span)


def _alias(event: yaml.AliasEvent, reading: _Reading) -> Scalar:
    span = reading.span(event)
    message = f"`*{event.anchor}` asks for a value named elsewhere"
    hint = "put the text in quotes, or write the value again"
    reading.found.append(ALIAS.at(span, message, hint))
    return Scalar(f"*{event.anchor}", True, span)


def _admit(event: yaml.ScalarEvent | yaml.CollectionStartEvent, reading: _Reading) -> None:
    """Count a node; refuse its anchor and its tag if it has them."""
    reading.nodes += 1
    if reading.nodes > MOST_NODES:
        message = f"file has more than {MOST_NODES:_} values".replace("_", " ")
        raise _Beyond(LIMIT.at(reading.span(event), message))
    if event.anchor is not None:
        message = f"`&{event.anchor}` names a value to repeat it"
        hint = "put the text in quotes, or remove the name"
        reading.found.append(ALIAS.at(reading.span(event), message, hint))
    if event.tag is not None:
        message = f"`{_short_tag(event.tag)}` is a tag, not text"
        hint = "put the text in quotes, or remove the tag"
        reading.found.append(TAG.at(reading.span(event), message, hint))


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _collection(start: yaml.Event, children: list[Node], reading: _Reading) -> Node:
    span = reading.span(start)
    if isinstance(start, yaml.SequenceStartEvent):
        return Sequence(tuple(children), span)
    pairs = zip(children[::2], children[1::2], strict=True)
    return Mapping(tuple(_entries(pairs, reading)), span)


def _entries(
    pairs: Iterable[tuple[Node, Node]], reading: _Reading
) -> Iterator[tuple[Scalar, Node]]:
    first: dict[str, int] = {}
    for key, value in pairs:
        if not isinstance(key, Scalar):
            reading.found.append(KEY.at(key.span, "key is a list or a group, not a word"))
        elif key.text == "<<" and not key.quoted:
            message = "`<<` copies values from elsewhere"
            reading.found.append(ALIAS.at(key.span, message, "write the values again"))
        elif key.text in first:
            message = f"`{key.text}` is written twice; first on line {first[key.text]}"
            hint = "keep one of the two"
            reading.found.append(DUPLICATE.at(key.span, message, hint))
        else:
            first[key.text] = key.span.line
            yield key, value
