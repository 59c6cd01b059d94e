"""Texts and numbers in chart parts: how they are set, where in the workbook they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from paroll.paint.pptx import xml
from paroll.paint.pptx.text import hundredths
from paroll.paint.pptx.theme import fill, typeface
from paroll.paint.pptx.workbook import SHEET
from paroll.paint.pptx.xml import tag
from paroll.sheet import Label, Place, Series, Style, Text
from paroll.units import Emu

_ALIGNED = {Place.LEFT: "r", Place.RIGHT: "l"}
_AS_NEEDED = -60_000_000
"""The rotation of text that is turned only where it has no room (what PowerPoint writes itself)."""
_SECTION = re.compile(r'^|;(?=(?:[^"]*"[^"]*")*[^"]*$)')
"""Where a section of a number format begins: not at a semicolon in quotes."""
_LOCALES = {
    "da": "406",
    "de": "407",
    "en": "809",
    "es": "C0A",
    "fi": "40B",
    "fr": "40C",
    "is": "40F",
    "nb": "414",
    "nn": "814",
    "pl": "415",
    "se": "41D",
    "sv": "41D",
}
"""Languages as number formats know them (MS-LCID).

Northern Sámi stands as Swedish: LibreOffice has no rules for it, and the decimal sign is the same.
"""


def set_in(style: Style, language: str, label: Label | None = None, *, broken: bool = True) -> str:
    """Return how text is set; labels stay on their lines, however long they are.

    Names that are not `broken` stay on one line too: LibreOffice, which knows of no names left
    out, would break each year after every digit; so it turns them.
    """
    insets: dict[str, Emu | str] = {"lIns": 38100, "tIns": 19050, "rIns": 38100, "bIns": 19050}
    body = (
        tag("a:bodyPr", tag("a:spAutoFit"), rot=0, wrap="none", **insets, anchor="ctr")
        if label
        else tag("a:bodyPr", rot=0 if broken else _AS_NEEDED, vert="horz")
    )
    characters = _characters("a:defRPr", style)
    properties = tag("a:pPr", characters, algn=_ALIGNED.get(label.place) if label else None)
    paragraph = tag("a:p", properties, tag("a:endParaRPr", lang=language))
    return tag("c:txPr", body, tag("a:lstStyle"), paragraph)


def written(text: Text, language: str) -> str:
    """Return a text of one line that stands by itself in a chart."""
    (style,) = text.slot.levels
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    body = tag("a:bodyPr", rot=0, wrap="none", **insets)
    words = tag("a:r", _characters("a:rPr", style, language), tag("a:t", xml.text(text.text)))
    properties = tag("a:pPr", _characters("a:defRPr", style))
    return tag("c:tx", tag("c:rich", body, tag("a:lstStyle"), tag("a:p", properties, words)))


def _characters(name: str, style: Style, language: str | None = None) -> str:
    return tag(
        name,
        fill(style.colour),
        tag("a:latin", typeface=typeface(style.face.family)),
        lang=language,
        sz=hundredths(style.size),
        b=style.face.bold,
        i=style.face.italic,
    )


def texts(cells: str, texts: Iterable[str]) -> str:
    """Return a reference to cells with text, and what they say."""
    said = list(texts)
    points = (
        tag("c:pt", tag("c:v", xml.text(text)), idx=number) for number, text in enumerate(said)
    )
    cache = tag("c:strCache", tag("c:ptCount", val=len(said)), *points)
    return tag("c:strRef", tag("c:f", f"{SHEET}!{cells}"), cache)


def numbers(series: Series, column: str) -> str:
    """Return a reference to the cells of a series, and its values."""
    known = [(n, value) for n, value in enumerate(series.values) if value is not None]
    points = (tag("c:pt", tag("c:v", short(value)), idx=number) for number, value in known)
    patterns = (label.pattern for label in series.labels if label)
    cache = tag(
        "c:numCache",
        tag("c:formatCode", xml.text(next(chain(patterns, ["General"])))),
        tag("c:ptCount", val=len(series.values)),
        *points,
    )
    cells = f"{SHEET}!${column}$2:${column}${len(series.values) + 1}"
    return tag("c:numRef", tag("c:f", cells), cache)


def local(pattern: str, language: str) -> str:
    """Return a number format with the decimal sign of `language`.

    LibreOffice goes by it; PowerPoint, as spreadsheets do, by the computer it runs on.
    """
    code = _LOCALES.get(language.partition("-")[0])
    return _SECTION.sub(lambda start: f"{start[0]}[$-{code}]", pattern) if code else pattern


def short(value: float) -> str:
    """Return a number as short as it goes, without an exponent where that can be."""
    return f"{value:.12g}"


def flag(name: str, value: bool) -> str:
    """Return an element that says yes or no."""
    return tag(f"c:{name}", val=value)


def no_line() -> str:
    """Return the line of what has none round it."""
    return tag("a:ln", tag("a:noFill"))
