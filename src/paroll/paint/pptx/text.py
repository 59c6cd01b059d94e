"""Text in DrawingML: styles on layouts, paragraphs and runs on slides.

What a text looks like is written once, in the level styles of its slot; paragraphs say only what
differs from them (ECMA-376 part 1, 21.1.2.4 and 21.1.2.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from paroll.paint.pptx import xml
from paroll.paint.pptx.theme import fill, scheme_colour, typeface
from paroll.paint.pptx.xml import tag
from paroll.sheet import Align, Anchor, Family, Paragraph, Role, Run, Slot, Style, Text
from paroll.units import Emu

_LEVELS, _DEEP = 9, 5
"""How many levels a master has, and how many layouts offer: as many as PowerPoint's own show."""
_EMU_PER_HUNDREDTH = 127
_KERN_FROM = 100
"""Kern all sizes from a point up: without a threshold PowerPoint kerns none."""
ALIGN = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
"""How alignments are written."""
_ANCHOR = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_PAGE_FIELD = "{6F0C8D1E-5B0B-4B6E-9C1D-2A7F3E4B5C60}"
_DATE_FIELD = "{2C9D5E38-7A41-4F0E-8B6A-91D3C57E0F42}"
JUMP = "ppaction://hlinksldjump"
"""What a link to another slide does."""
_LINK_KEEPS_COLOUR = tag(
    "a:extLst",
    tag(
        "a:ext",
        tag(
            "ahyp:hlinkClr",
            xmlns_ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
            val="tx",
        ),
        uri="{A12FA001-AC4F-418D-AE19-62706E023703}",
    ),
)


class Related(Protocol):
    """A part that texts and pictures are written into: it hands out relationship ids."""

    def link(self, address: str) -> str:
        """Return the id of a relationship to an address outside the package."""

    def jump(self, link: str) -> str:
        """Return the id of a relationship to the slide that `link` leads to."""

    def image(self, data: bytes) -> str:
        """Return the id of a relationship to a PNG, a JPEG or an SVG of ours."""


def body(slot: Slot, *, typed: bool = True) -> str:
    """Return how `slot` sets its text: no insets, no autofit, a style for each level.

    What is `typed` into slides can be indented, but titles and fields cannot.
    """
    least = _DEEP if typed and slot.role is Role.BODY else 1
    return _body(slot.anchor) + tag("a:lstStyle", levels(slot.levels, least))


@lru_cache
def _body(anchor: Anchor) -> str:
    return tag(
        "a:bodyPr",
        tag("a:noAutofit"),
        wrap="square",
        lIns=0,
        tIns=0,
        rIns=0,
        bIns=0,
        anchor=_ANCHOR[anchor],
    )


_COUNTRIES = {
    "da": "da-DK",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fi": "fi-FI",
    "fr": "fr-FR",
    "is": "is-IS",
    "nb": "nb-NO",
    "nn": "nn-NO",
    "no": "nb-NO",
    "pl": "pl-PL",
    "se": "se-SE",
    "sv": "sv-SE",
}

INHERITED = tag("a:bodyPr") + tag("a:lstStyle")
"""The body of a text that takes all its looks from its layout."""


@lru_cache(maxsize=256)
def levels(styles: tuple[Style, ...], least: int = _LEVELS) -> str:
    """Return the level styles of a slot; its last is repeated up to level `least`.

    Whoever indents a paragraph further than we do then keeps the looks of its slot.
    """
    last = len(styles) - 1
    return "".join(
        f"<a:lvl{number + 1}pPr{_level(styles[min(number, last)])}</a:lvl{number + 1}pPr>"
        for number in range(max(least, len(styles)))
    )


def proofing(language: str) -> str:
    """Return the language tag PowerPoint has a spelling checker for.

    It knows languages by their countries; a tag that names one (`en-US`) stays.
    """
    return _COUNTRIES.get(language, language)


def default(size: Emu) -> str:
    """Return the style of text that has no other: running text of the brand at `size`."""
    family = tag("a:latin", typeface=typeface(Family.BODY))
    characters = tag("a:defRPr", fill("ink"), family, sz=hundredths(size), kern=_KERN_FROM)
    return tag("a:lvl1pPr", characters)


def paragraphs(text: Text, language: str, part: Related) -> str:
    """Return the paragraphs of `text` as they stand in its slot."""
    style = text.slot.levels
    last = len(style) - 1
    return "".join(
        _paragraph(paragraph, style[min(paragraph.level, last)], start, language, part)
        for paragraph, start in zip(text.paragraphs, starts(text.paragraphs), strict=True)
    )


def cell_paragraphs(text: Text, language: str, part: Related) -> str:
    """Return the paragraphs of a table's cell: no layout says how they are set, so they do."""
    (style,) = text.slot.levels
    size = hundredths(style.size)
    properties = tag(
        "a:pPr",
        tag("a:lnSpc", _points(style.leading)),
        *([tag("a:spcBef", _points(style.before))] if style.before else []),
        algn=ALIGN[style.align] if style.align is not Align.LEFT else None,
    )
    empty = tag("a:endParaRPr", lang=language, sz=size)
    contents = [
        "".join(_run(run, style, language, part, size) for run in paragraph.runs)
        for paragraph in text.paragraphs
    ]
    return "".join(tag("a:p", properties, content or empty) for content in contents or [""])


def prompt(slot: Slot, language: str) -> str:
    """Return what a layout's placeholder shows while it is empty."""
    match slot.role:
        case Role.PAGE:
            return page_number("‹#›", language)
        case Role.DATE:
            return today(language)
        case _:
            return plain(slot.prompt, language)


def field(text: Text, language: str) -> str:
    """Return a text that PowerPoint fills in, a slide's number or today's date; "" for others."""
    if text.slot.role is Role.PAGE:
        return page_number(text.text, language)
    if text.slot.role is Role.DATE and not text.paragraphs:
        return today(language)
    return ""


def page_number(number: str, language: str) -> str:
    """Return a paragraph whose only content is the field that counts slides."""
    return _field("slidenum", _PAGE_FIELD, number, language)


def today(language: str) -> str:
    """Return a paragraph with the day on which it is seen, month in letters, as `language` has it.

    No day is stored: whoever cannot tell it shows none, and each build makes the same bytes.
    """
    month_first = language == "en-US"
    return _field("datetime4" if month_first else "datetime3", _DATE_FIELD, "", language)


@lru_cache(maxsize=64)
def _field(kind: str, identity: str, shown: str, language: str) -> str:
    properties, words = tag("a:rPr", lang=language), tag("a:t", xml.text(shown))
    return tag("a:p", tag("a:fld", properties, words, id=identity, type=kind))


@lru_cache(maxsize=512)
def plain(words: str, language: str) -> str:
    """Return a paragraph of running text, or an empty one."""
    if not words:
        return tag("a:p", tag("a:endParaRPr", lang=language))
    return tag("a:p", tag("a:r", tag("a:rPr", lang=language), tag("a:t", xml.text(words))))


@lru_cache(maxsize=512)
def _level(style: Style) -> str:
    """Return what stands in a level's element, attributes first; most slots share their styles."""
    level = tag(
        "",
        tag("a:lnSpc", _points(style.leading)),
        tag("a:spcBef", _points(style.before)),
        tag("a:spcAft", _points(0)),
        _marker(style),
        _characters(style),
        marL=style.indent,
        indent=-style.indent if style.marker else 0,
        algn=ALIGN[style.align],
    )
    return level.removeprefix("<").removesuffix("</>")


def _marker(style: Style) -> str:
    """Return how numbers and bullets look. The size is relative: LibreOffice knows no other."""
    marker = style.marker
    if not marker:
        return tag("a:buNone")
    return (
        tag("a:buClr", scheme_colour(marker.colour))
        + tag("a:buSzPct", val=round(100_000 * marker.size / style.size))
        + tag("a:buFont", typeface=typeface(marker.face.family))
        + _sign(marker.bullet)
    )


def _characters(style: Style) -> str:
    return tag(
        "a:defRPr",
        fill(style.colour),
        tag("a:latin", typeface=typeface(style.face.family)),
        sz=hundredths(style.size),
        b=style.face.bold,
        i=style.face.italic,
        kern=_KERN_FROM,
    )


def _points(length: Emu) -> str:
    return tag("a:spcPts", val=hundredths(length))


def hundredths(length: Emu) -> int:
    """Return a length in hundredths of a point, the unit of sizes and spacing."""
    return round(length / _EMU_PER_HUNDREDTH)


def starts(paragraphs: Iterable[Paragraph]) -> Iterator[int]:
    """Yield the number that the list of each paragraph starts at, 0 for one without number.

    Paragraphs that repeat one `startAt` are one list and count on; a paragraph of the same or a
    higher level without the next number ends the list.
    """
    lists: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level, number = paragraph.level, _number(paragraph)
        lists = {above: seen for above, seen in lists.items() if above <= level}
        start, last = lists.pop(level, (number, number - 1))
        if number:
            lists[level] = (start if number == last + 1 else number, number)
        yield lists[level][0] if number else 0


def _number(paragraph: Paragraph) -> int:
    number = paragraph.marker.removesuffix(".")
    return int(number) if number.isdecimal() else 0


def _paragraph(paragraph: Paragraph, style: Style, start: int, language: str, part: Related) -> str:
    content = runs(paragraph, style, language, part)
    return tag("a:p", _properties(paragraph, style, start), content)


def runs(paragraph: Paragraph, style: Style, language: str, part: Related) -> str:
    """Return what a paragraph says, as it differs from its style."""
    content = "".join(_run(run, style, language, part) for run in paragraph.runs)
    return content or tag("a:endParaRPr", lang=language)


def _properties(paragraph: Paragraph, style: Style, start: int) -> str:
    """Return what sets a paragraph apart from its level: depth, number or bullet, or none."""
    level, indent = paragraph.level or None, None
    if paragraph.marker:
        own = _own_sign(paragraph.marker, style, start)
    elif style.marker:
        own, indent = tag("a:buNone"), 0
    else:
        own = ""
    return tag("a:pPr", own, lvl=level, indent=indent) if own or level else ""


def _own_sign(marker: str, style: Style, start: int) -> str:
    """Return a paragraph's number or bullet, or nothing if its level gives it the same."""
    usual = _sign(style.marker.bullet) if style.marker else ""
    own = _sign("", start if start > 1 else None) if start else _sign(marker)
    return "" if own == usual else own


def _sign(bullet: str, start: int | None = None) -> str:
    """Return a bullet or, without one, a number that counts from `start`."""
    if bullet:
        return tag("a:buChar", char=bullet)
    return tag("a:buAutoNum", type="arabicPlain", startAt=start)


def _run(run: Run, style: Style, language: str, part: Related, size: int | None = None) -> str:
    """Return a run that carries its language and what it stresses; its size in tables only."""
    click = _click(run.link, part) if run.link else ""
    properties = tag(
        "a:rPr",
        *([click] if click else []),
        lang=language,
        sz=size,
        b=True if run.bold and not style.face.bold else None,
        i=True if run.italic and not style.face.italic else None,
    )
    lines = (
        tag("a:r", properties, tag("a:t", xml.text(line))) if line else ""
        for line in run.text.split("\n")
    )
    return tag("a:br", tag("a:rPr", lang=language, sz=size)).join(lines)


def _click(address: str, part: Related) -> str:
    """Return a link out of the deck, or to one of its slides.

    Checks have turned other addresses away by now; one that slipped through is ours.
    """
    if address.startswith("#"):
        jump = part.jump(address)
        return tag("a:hlinkClick", _LINK_KEEPS_COLOUR, r_id=jump, action=JUMP)
    if not address.lower().startswith(_SCHEMES):
        raise ValueError(f"a slide may not link to {address!r}")
    return tag("a:hlinkClick", _LINK_KEEPS_COLOUR, r_id=part.link(address))
