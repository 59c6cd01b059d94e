"""YAML's syntax errors in an author's words, mended where that is safe.

A parser stops at its first error. Most errors in programmes are one line's affair: a colon or a
sign of YAML's own in unquoted text. Quoting that text is what the author will do, so it is done
here too, on a copy, to find the errors that come after.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Protocol

import yaml

from paroll.finding import Finding, Rule, Severity, Span
from paroll.source.text import MOST_NAMED
from paroll.tuples import NamedTuple

SYNTAX = Rule(
    "Y004",
    Severity.ERROR,
    "not YAML",
    "The file breaks off YAML's grammar at this place. Most often a line stands too far to the "
    "left or right, or a bracket or quote is left open just above.",
    bad="slogan: [Vi kan, bättre",
    good="slogan: [Vi kan, bättre]",
)
TAB = Rule(
    "Y005",
    Severity.ERROR,
    "tab character in the indentation",
    "YAML shows what belongs together by spaces at the start of the line; a tab has no width "
    "there. Set the editor to write two spaces for a tab.",
    bad="points:\n\t- Fler lärare",
    good="points:\n  - Fler lärare",
)
QUOTES = Rule(
    "Y006",
    Severity.ERROR,
    "quotes do not match",
    "A text that begins with a quote ends at the next quote of that sort, and nothing may follow "
    "on the line. Typographic quotes (”…”) are ordinary letters and need nothing.",
    bad='text: "Vi vill" säger hon',
    good="text: ”Vi vill” säger hon",
)
INDENT = Rule(
    "Y007",
    Severity.ERROR,
    "line is indented differently from its neighbours",
    "Lines of one group begin in the same column; what belongs to a line stands further in.",
    bad="- heading: Skolan\n   text: Fler lärare",
    good="- heading: Skolan\n  text: Fler lärare",
)
COLON = Rule(
    "Y008",
    Severity.ERROR,
    "colon inside unquoted text",
    "A colon followed by a space makes what stands before it a key. Put text with such a colon "
    "in quotes.",
    bad="text: Vårt löfte: fler lärare",
    good='text: "Vårt löfte: fler lärare"',
)
SIGN = Rule(
    "Y009",
    Severity.ERROR,
    "unquoted text begins with a sign of YAML's own",
    "Unquoted text may not begin with one of * & ! | > @ ` % [ ] { } , ? or a dash and a space. "
    "Put such a text in quotes.",
    bad="text: **Rösta** i dag",
    good='text: "**Rösta** i dag"',
)
DIRECTIVE = Rule(
    "Y010",
    Severity.ERROR,
    "YAML directive",
    "A line that begins with % changes how the rest of a YAML file is read. Programmes are read "
    "in one way only.",
    bad="%YAML 1.1\n---\ntitle: Vår plan",
    good="title: Vår plan",
)
COMMENT = Rule(
    "Y016",
    Severity.ERROR,
    "text lost as a comment",
    "In unquoted text, # after a space begins a comment: colours and hashtags vanish. Quote the "
    "text. A real comment has a space after its #.",
    bad="accent: #D3122A",
    good='accent: "#D3122A"  # vår röda',
)
NO_SPACE = Rule(
    "Y018",
    Severity.ERROR,
    "no space after a colon or dash",
    "Between a key's colon and its value stands a space, and another between the dash of an item "
    "and its text; without it the line is just text.",
    bad="title:Vår plan\nslogan: Vi kan bättre",
    good="title: Vår plan\nslogan: Vi kan bättre",
)
RULES = (SYNTAX, TAB, QUOTES, INDENT, COLON, SIGN, DIRECTIVE, COMMENT, NO_SPACE)

_ROW = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<key>[^\s\"'\[{#][^:#\"']*:(?:\s+|$))?(?P<value>.*)")
_GLUED = re.compile(r"\s*(?:-\s+)*(?:[^\W\d][\w-]*(:)(?=[^\s/\d])|(-)(?=\w))")
_HASHTAG = re.compile(r"\s+(#[^\s#].*?)\s*$")
_COLOUR = re.compile(r"\s(#[^\s#,\]}]+)")
_SIGNS = "*&!|>@`%[]{},"


class Mark(Protocol):
    """A place in a text as PyYAML and libyaml mark it, counted from 0."""

    line: int
    column: int


def place(mark: Mark | None) -> tuple[int, int]:
    """Return the line and column of a mark, counted from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


class Lines:
    """The lines of a text, split only once somebody asks."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def rows(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    @cached_property
    def _has_comment(self) -> bool:
        return " #" in self.text or "\t#" in self.text

    def row(self, number: int) -> str:
        """Return line `number`, counted from 0; empty beyond the last."""
        return self.rows[number] if number < len(self.rows) else ""

    def hashtag_after(self, line: int, column: int) -> tuple[str, int]:
        """Return what follows a place from a `#` glued to a word on, and its column from 0."""
        if self._has_comment:
            match = _HASHTAG.match(self.row(line), column)
            if match:
                return match[1], match.start(1)
        return "", 0

    def mended(self, number: int, row: str) -> str:
        """Return the text with line `number` replaced."""
        return "\n".join([*self.rows[:number], row, *self.rows[number + 1 :]])


class Fault(NamedTuple):
    """A syntax error: what to say, and the text to read on with, or `None` to stop."""

    finding: Finding
    mended: str | None


class _Case(NamedTuple):
    """What is known of a syntax error. Lines and columns count from 0."""

    lines: Lines
    file: str
    message: str
    line: int
    column: int
    context: tuple[int, int]
    last: yaml.Event | None

    def at(self, rule: Rule, place: tuple[int, int], message: str, hint: str) -> Finding:
        return rule.at(Span(self.file, place[0] + 1, place[1] + 1), message, hint)

    def quoted(self, line: int, column: int) -> str:
        """Return the text with everything from `column` on put in quotes."""
        row = self.lines.row(line)
        value = row[column:].rstrip().replace("'", "''")
        return self.lines.mended(line, f"{row[:column]}'{value}'")


def lost_text(span: Span, lost: str, meant: str) -> Finding:
    """Return the finding that `lost` vanishes as a comment; `meant` is the whole text."""
    message = f"`{lost}` is lost: in unquoted text # begins a comment"
    shown = meant if len(meant) <= 40 else "…"
    hint = f'write "{shown}" in quotes, or put a space after # if it is a comment'
    return COMMENT.at(span, message, hint)


def without_directives(text: str, file: str) -> tuple[str, list[Finding]]:
    """Make comments of the directives a file begins with, and say so."""
    if not text.startswith("%") and "\n%" not in text:
        return text, []
    found: list[Finding] = []
    rows = text.split("\n")
    for number, row in enumerate(rows):
        if row.startswith("%"):
            rows[number] = "#" + row[1:]
            if len(found) < MOST_NAMED:
                message = f"`{row.split(' ')[0]}` is a YAML directive"
                found.append(DIRECTIVE.at(Span(file, number + 1, 1), message, "remove the line"))
        elif row.strip() and not row.lstrip().startswith("#"):
            break
    return "\n".join(rows), found


def diagnose(lines: Lines, file: str, error: yaml.MarkedYAMLError, last: list[yaml.Event]) -> Fault:
    """Say what an author did wrong where the parser gave up.

    `last` holds the last event before the error, if there was one.
    """
    line, column = place(error.problem_mark)
    case = _Case(
        lines,
        file,
        f"{error.context}, {error.problem}",
        line,
        column,
        place(error.context_mark or error.problem_mark),
        last[0] if last else None,
    )
    return next(fault for try_out in _DIAGNOSES if (fault := try_out(case)))


def _tab(case: _Case) -> Fault | None:
    row = case.lines.row(case.line)
    lead = row[: len(row) - len(row.lstrip())]
    if "\t" not in lead:
        return None
    tabbed = [row for row in case.lines.rows if re.match(r"[ ]*\t", row)]
    message = "the line is indented with a tab"
    if len(tabbed) > 1:
        message += f", like {len(tabbed)} lines of the file"
    finding = case.at(TAB, (case.line, lead.index("\t")), message, "indent with spaces")
    spaced = re.sub(r"(?m)^[ \t]+", lambda lead: lead[0].replace("\t", "  "), case.lines.text)
    return Fault(finding, spaced)


def _escape(case: _Case) -> Fault | None:
    if "escape" not in case.message:
        return None
    row = case.lines.row(case.line)
    column = row.rfind("\\", 0, case.column + 1)
    if column < 0:
        return None
    message = f"`{row[column : column + 2]}` means nothing inside double quotes"
    hint = "write two backslashes, or use single quotes"
    finding = case.at(QUOTES, (case.line, column), message, hint)
    return Fault(finding, case.lines.mended(case.line, f"{row[:column]}\\{row[column:]}"))


def _open_quote(case: _Case) -> Fault | None:
    if "quoted scalar" not in case.message:
        return None
    line, column = case.context
    row = case.lines.row(line)
    message = "the quote that begins here is never closed"
    finding = case.at(QUOTES, (line, column), message, f"end the text with {row[column]}")
    return Fault(finding, case.lines.mended(line, row.rstrip() + row[column]))


def _after_quote(case: _Case) -> Fault | None:
    last = case.last
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    line, column = place(last.start_mark)
    if line != case.line and place(last.end_mark)[0] == case.line:
        message = f"the quote that begins here is closed only on line {case.line + 1}"
        finding = case.at(QUOTES, (line, column), message, f"end the text with {last.style}")
        return Fault(finding, case.lines.mended(line, case.lines.row(line).rstrip() + last.style))
    if line != case.line:
        return None
    message = f"text goes on after the closing {last.style}"
    other = "double" if last.style == "'" else "single"
    finding = case.at(QUOTES, (line, case.column), message, f"put {other} quotes round all of it")
    return Fault(finding, case.quoted(line, column))


def _sign(case: _Case) -> Fault | None:
    for line in dict.fromkeys((case.line, case.context[0])):
        match = _ROW.match(case.lines.row(line))
        value = match["value"] if match else ""
        if match is None or not value or (value[0] not in _SIGNS and value[:2] not in ("- ", "? ")):
            continue
        column = match.start("value")
        if "parsing a flow" in case.message and value[0] in "[{":
            continue
        message = f"unquoted text begins with {value[0]}"
        finding = case.at(SIGN, (line, column), message, "put the text in quotes")
        return Fault(finding, case.quoted(line, column))
    return None


def _colon(case: _Case) -> Fault | None:
    if "mapping values are not allowed" not in case.message:
        return None
    match = _ROW.match(case.lines.row(case.line))
    if match and match["key"] and match.start("value") <= case.column:
        message = "a colon inside unquoted text"
        finding = case.at(COLON, (case.line, case.column), message, "put the text in quotes")
        return Fault(finding, case.quoted(case.line, match.start("value")))
    return None


def _glued(case: _Case) -> Fault | None:
    if "parsing a block mapping" in case.message:
        return None
    for line in dict.fromkeys((case.context[0], case.line, max(case.line - 1, 0))):
        row = case.lines.row(line)
        if match := _GLUED.match(row):
            end = match.end()
            message = f"no space after the {'colon' if match[1] else 'dash'}"
            finding = case.at(NO_SPACE, (line, end - 1), message, "put a space after it")
            return Fault(finding, case.lines.mended(line, f"{row[:end]} {row[end:]}"))
    return None


def _flow(case: _Case) -> Fault | None:
    if "parsing a flow" not in case.message:
        return None
    line, column = _opening(case.lines, *case.context)
    row = case.lines.row(line)
    if match := _COLOUR.search(row, column):
        span = Span(case.file, line + 1, match.start(1) + 1)
        quoted = f'{row[: match.start(1)]}"{match[1]}"{row[match.end(1) :]}'
        return Fault(lost_text(span, match[1], match[1]), case.lines.mended(line, quoted))
    opening = row[column : column + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "its bracket")
    message = f"the {opening} that begins here is not closed with {closing}"
    hint = "close it, or put the text in quotes if it is text"
    return Fault(case.at(SYNTAX, (line, column), message, hint), None)


def _opening(lines: Lines, line: int, column: int) -> tuple[int, int]:
    """Return the place of the last bracket that opens at or before a place."""
    for number in range(line, -1, -1):
        row = lines.row(number)[: column + 1 if number == line else None]
        at = max(row.rfind("["), row.rfind("{"))
        if at >= 0:
            return number, at
    return line, column


def _neither(case: _Case) -> Fault | None:
    if "could not find expected ':'" not in case.message:
        return None
    message = "the line is neither `key: value` nor an item that begins with a dash"
    hint = "indent it further if it continues the text above"
    return Fault(case.at(SYNTAX, case.context, message, hint), None)


def _further_in(case: _Case) -> Fault | None:
    if "mapping values are not allowed" not in case.message:
        return None
    row = case.lines.row(case.line)
    column = len(row) - len(row.lstrip())
    message = f"the line begins in column {column + 1}, so it continues the text above it"
    hint = "begin it in the column of its group, or quote the text if its colon is part of it"
    return Fault(case.at(INDENT, (case.line, column), message, hint), None)


def _indent(case: _Case) -> Fault | None:
    if "parsing a block" not in case.message or "node" in case.message:
        return None
    line, column = case.context
    message = f"the line begins in column {case.column + 1}"
    if column == case.column:
        message += f" like the list from line {line + 1} on, but is not an item of it"
        hint = "begin it with a dash, or further to the left"
    else:
        message += f"; its group begins in column {column + 1} on line {line + 1}"
        hint = "begin the lines of a group in the same column"
    return Fault(case.at(INDENT, (case.line, case.column), message, hint), None)


def _otherwise(case: _Case) -> Fault:
    message = "the file cannot be understood from here on"
    hint = "compare the indentation and the quotes with the lines above"
    return Fault(case.at(SYNTAX, (case.line, case.column), message, hint), None)


_DIAGNOSES: tuple[Callable[[_Case], Fault | None], ...] = (
    _tab,
    _escape,
    _open_quote,
    _after_quote,
    _sign,
    _colon,
    _glued,
    _flow,
    _neither,
    _further_in,
    _indent,
    _otherwise,
)
