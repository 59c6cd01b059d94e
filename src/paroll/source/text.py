"""From bytes to text: UTF-8 only, and no character that a page cannot show."""

from __future__ import annotations

import re

from paroll.finding import Finding, Rule, Severity, Span

LARGEST = 1_000_000
"""The most bytes a file may have: a long programme has some tens of thousands."""

MOST_NAMED = 20
"""How many faults of the same sort are pointed out one by one."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffd-\uffff]"
)
"""Control characters, Unicode's own line breaks and turns of direction, lone surrogates, U+FEFF,
U+FFFD to U+FFFF.

YAML 1.2.2, 5.1 forbids most of them, XML 1.0, 2.2 (and so PPTX) the same; U+0085, U+2028 and
U+2029 break lines in some readers only; U+202A to U+202E and U+2066 to U+2069 turn letters round in
PowerPoint and editors, and not in print (Unicode 17, UAX 9); U+FFFD stands for a letter that was
lost.
"""

ENCODING = Rule(
    "Y001",
    Severity.ERROR,
    "file is not UTF-8",
    "Files are read as UTF-8, with or without a byte order mark. Old editors save Swedish letters "
    "as Windows-1252 or UTF-16; guessing would print “Ã¤” for “ä” one day.",
)
CHARACTER = Rule(
    "Y002",
    Severity.ERROR,
    "character that cannot be printed",
    "Control characters, line separators and other invisible signs come along when text is pasted "
    "from a word processor or a web page. They break slides and print files, so they are refused.",
)
LIMIT = Rule(
    "Y003",
    Severity.ERROR,
    "file is larger than paroll reads",
    "A file may have 1 000 000 bytes, 65 000 values and 64 levels of nesting. No programme comes "
    "near these limits; a file beyond them is damaged or made to exhaust the machine.",
)
RULES = (ENCODING, CHARACTER, LIMIT)

_NAMES = {
    "\0": "NUL",
    "\x0b": "vertical tab, a word processor's line break",
    "\x0c": "form feed",
    "\x7f": "delete",
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u202a": "letters from left to right from here on",
    "\u202b": "letters from right to left from here on",
    "\u202c": "end of a turn of direction",
    "\u202d": "all letters from left to right",
    "\u202e": "all letters from right to left",
    "\ufeff": "byte order mark inside the text",
    "\ufffd": "replacement character: a letter was lost here",
}


def decode(data: bytes | str, file: str) -> tuple[str | None, list[Finding]]:
    """Return the text of a file, forbidden characters replaced by spaces, and what is wrong.

    Lines of the text end in a newline alone; the text is `None` where it cannot be read at all.
    """
    if len(data) > LARGEST:
        message = f"file has {len(data):_} bytes; the most is {LARGEST:_}".replace("_", " ")
        return None, [LIMIT.at(Span(file, 1, 1), message, "split the programme into several files")]
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(error.object, file, error.start)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not FORBIDDEN.search(text):
        return text, []
    return FORBIDDEN.sub(" ", text), _forbidden(text, file)


def name_of(character: str) -> str:
    """Return how a character that nobody can see is called in a message."""
    code = f"U+{ord(character):04X}"
    if 0xD800 <= ord(character) <= 0xDFFF:
        return f"{code} (half a character)"
    return f"{code} ({_NAMES[character]})" if character in _NAMES else code


def _forbidden(text: str, file: str) -> list[Finding]:
    findings: list[Finding] = []
    for number, line in enumerate(text.split("\n"), start=1):
        for match in FORBIDDEN.finditer(line):
            if len(findings) == MOST_NAMED:
                return findings
            span = Span(file, number, match.start() + 1)
            message = f"character {name_of(match[0])} cannot be printed"
            findings.append(CHARACTER.at(span, message, "delete it and type the text anew"))
    return findings


def _not_utf8(data: bytes, file: str, at: int) -> Finding:
    before = data[:at]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    hint = "save the file as UTF-8 in your editor"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ENCODING.at(Span(file, 1, 1), "file is UTF-16, not UTF-8", hint)
    meant = data[at : at + 1].decode("cp1252", "replace")
    message = f"byte 0x{data[at]:02X} on line {line} is not UTF-8"
    if meant.isprintable() and meant != "\ufffd":
        message += f"; in Windows-1252 it is “{meant}”"
    return ENCODING.at(Span(file, line, column), message, hint)
