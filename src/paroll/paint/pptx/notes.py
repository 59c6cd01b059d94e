"""Speaker notes: the page they are printed on, and the notes of a slide."""

from __future__ import annotations

from paroll.paint.pptx import marks, text, xml
from paroll.paint.pptx.theme import COLOUR_MAP
from paroll.paint.pptx.xml import tag
from paroll.units import Box, pt

PAGE = Box(0, 0, 6_858_000, 9_144_000)
"""The page notes are printed on: portrait, as PowerPoint's own."""
_MARGIN = 685_800
_IMAGE_TOP = 1_143_000
_SIZE = pt(12)


def notes_master(slide: Box, language: str) -> bytes:
    """Return the notes master for slides of this size: the slide above, its notes below."""
    width = PAGE.w - 2 * _MARGIN
    image = Box(_MARGIN, _IMAGE_TOP, width, round(width * slide.h / slide.w))
    words = Box.between(_MARGIN, image.bottom + _MARGIN, PAGE.w - _MARGIN, PAGE.h - _MARGIN)
    shapes = (
        _image(tag("p:ph", type="sldImg", idx=2), _drawn(image)),
        _words(tag("p:ph", type="body", sz="quarter", idx=3), _drawn(words), "", language),
    )
    return xml.part(
        "p:notesMaster",
        tag("p:cSld", marks.ground("paper"), marks.tree(shapes)),
        COLOUR_MAP,
        tag("p:notesStyle", text.default(_SIZE)),
    )


def notes_shapes(notes: str, language: str) -> str:
    """Return the shape tree of a slide's notes."""
    own = tag("p:spPr")
    image = _image(tag("p:ph", type="sldImg"), own)
    return marks.tree((image, _words(tag("p:ph", type="body", idx=1), own, notes, language)))


def _image(kind: str, drawn: str) -> str:
    locks = tag("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True)
    name = marks.named(2, "slide")
    return marks.shape(name + tag("p:cNvSpPr", locks) + tag("p:nvPr", kind), drawn)


def _words(kind: str, drawn: str, notes: str, language: str) -> str:
    locks = tag("p:cNvSpPr", tag("a:spLocks", noGrp=True))
    lines = "".join(text.plain(line, language) for line in notes.split("\n"))
    name = marks.named(3, "notes")
    return marks.shape(name + locks + tag("p:nvPr", kind), drawn, text.INHERITED + lines)


def _drawn(box: Box) -> str:
    return tag("p:spPr", marks.frame(box), tag("a:prstGeom", tag("a:avLst"), prst="rect"))
