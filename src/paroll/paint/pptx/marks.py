"""Marks as DrawingML shapes: text boxes, placeholders, areas, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import assert_never

from paroll.paint.pptx import text
from paroll.paint.pptx.svg import svg
from paroll.paint.pptx.text import Related
from paroll.paint.pptx.theme import fill
from paroll.paint.pptx.xml import tag
from paroll.sheet import FIELDS, Chart, Form, Mark, Picture, Role, Segment, Shape, Slot, Table, Text
from paroll.units import Box

CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
"""The namespace of charts."""
_FIXED = {Role.TITLE: None, Role.DATE: 2, Role.FOOTER: 3, Role.PAGE: 4}
"""The index of what a layout has once; PowerPoint's own masters number fields so."""
_DRAWN_HERE = tag("p:nvPr", userDrawn=True)
"""What a layout draws itself: PowerPoint shows it on slides and lets nobody touch it there."""
_PLACEHOLDERS = {
    Role.TITLE: "title",
    Role.BODY: "body",
    Role.DATE: "dt",
    Role.FOOTER: "ftr",
    Role.PAGE: "sldNum",
    Role.PICTURE: "pic",
    Role.TABLE: "tbl",
    Role.CHART: "chart",
}
_GEOMETRY = {Form.RECTANGLE: "rect", Form.ELLIPSE: "ellipse"}
_STEPS = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE = tag(
    "a:extLst",
    tag(
        "a:ext",
        tag(
            "adec:decorative",
            xmlns_adec="http://schemas.microsoft.com/office/drawing/2017/decorative",
            val=1,
        ),
        uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}",
    ),
)


def tree(shapes: Iterable[str]) -> str:
    """Return the shape tree of a slide, layout or master."""
    group = tag("p:nvGrpSpPr", tag("p:cNvPr", id=1, name=""), tag("p:cNvGrpSpPr"), tag("p:nvPr"))
    return tag("p:spTree", group, tag("p:grpSpPr"), *shapes)


@lru_cache
def ground(colour: str) -> str:
    """Return a plain background."""
    return tag("p:bg", tag("p:bgPr", fill(colour), tag("a:effectLst")))


def furniture(mark: Mark, number: int, language: str, part: Related) -> str:
    """Return a mark that stands on a layout as shape `number`: seen on its slides, not theirs."""
    match mark:
        case Text():
            words = text.paragraphs(mark, language, part)
            name = named(number, mark.slot.name)
            drawn = tag("p:spPr", frame(mark.slot.box), _preset("rect"), tag("a:noFill"))
            box = tag("p:cNvSpPr", txBox=True)
            return shape(name + box + _DRAWN_HERE, drawn, text.body(mark.slot, typed=False) + words)
        case Shape() | Picture():
            return drawing(mark, number, part, _DRAWN_HERE)
        case Table() | Chart():
            raise TypeError("tables and charts are content, not furniture")
        case _:
            assert_never(mark)


def drawing(mark: Shape | Picture, number: int, part: Related, own: str = tag("p:nvPr")) -> str:
    """Return an area or a picture as shape `number` of its part."""
    if isinstance(mark, Picture):
        return _picture(mark, number, part, own)
    name = named(number, f"{mark.form} {number}", mark.alt, decorative=not mark.alt)
    outline = _outline(mark.outline, mark.box) if mark.outline else _preset(_GEOMETRY[mark.form])
    drawn = tag("p:spPr", frame(mark.box), outline, fill(mark.fill), _no_line())
    return shape(name + tag("p:cNvSpPr") + own, drawn)


def indices(slots: Sequence[Slot], first: int = 10) -> list[int | None]:
    """Return the index of each slot's placeholder: what has no fixed one is numbered in order.

    PowerPoint leaves 10 and up to designers of layouts; a title goes without.
    """
    numbers = count(first)
    return [_FIXED[s.role] if s.role in _FIXED else next(numbers) for s in slots]


@lru_cache(maxsize=1024)
def pattern(slot: Slot, number: int, index: int | None, words: str) -> str:
    """Return the placeholder of `slot` as shape `number` of a layout.

    It says where it stands and how its text is set.
    """
    custom = (bool(slot.prompt) and slot.role not in FIELDS) or None
    kind = tag("p:ph", type=_PLACEHOLDERS[slot.role], idx=index, hasCustomPrompt=custom)
    drawn = tag("p:spPr", frame(slot.box), _preset(_GEOMETRY[slot.form]))
    return shape(named(number, slot.name) + _held(kind), drawn, text.body(slot) + words)


def placeholder(slot: Slot, number: int, index: int | None, words: str, click: str = "") -> str:
    """Return the placeholder of `slot` as shape `number` of a slide.

    All its looks are those of its layout. `click` is what happens when one clicks on it.
    """
    name = named(number, slot.name, click=click)
    return shape(name + _held(holder(slot, index)), tag("p:spPr"), text.INHERITED + words)


def holder(slot: Slot, index: int | None) -> str:
    """Return what ties a shape of a slide to the placeholder of `slot` on its layout."""
    return tag("p:ph", type=_PLACEHOLDERS[slot.role], idx=index)


def _held(kind: str) -> str:
    return tag("p:cNvSpPr", tag("a:spLocks", noGrp=True)) + tag("p:nvPr", kind)


def filled(mark: Picture, slot: Slot, number: int, index: int | None, part: Related) -> str:
    """Return a picture in the placeholder of `slot`, as shape `number` of its part.

    Where it stands, and in which form, it takes from its layout.
    """
    identity = _framed(mark, slot.name, number, holder(slot, index))
    return _pic(identity, mark, part, tag("p:spPr"))


def hung(mark: Picture, name: str, number: int, held: str, part: Related) -> str:
    """Return a picture in the placeholder `held` of a house template, as large as its box."""
    drawn = tag("p:spPr", frame(mark.box), _preset(_GEOMETRY[mark.form]))
    return _pic(_framed(mark, name, number, held), mark, part, drawn)


def _framed(mark: Picture, name: str, number: int, held: str) -> str:
    locks = tag("p:cNvPicPr", tag("a:picLocks", noGrp=True, noChangeAspect=True))
    said = named(number, name, mark.alt, decorative=not mark.alt)
    return said + locks + tag("p:nvPr", held)


def framed(mark: Chart, number: int, held: str, related: str) -> str:
    """Return a chart in the placeholder that `held` says; `related` is the id of its part."""
    slot = mark.slot
    locks = tag("p:cNvGraphicFramePr", tag("a:graphicFrameLocks", noGrp=True))
    kind = tag("p:nvPr", held) if held else tag("p:nvPr")
    data = tag("a:graphicData", tag("c:chart", xmlns_c=CHARTS, r_id=related), uri=CHARTS)
    return tag(
        "p:graphicFrame",
        tag("p:nvGraphicFramePr", named(number, slot.name, mark.alt) + locks + kind),
        frame(slot.box, "p"),
        tag("a:graphic", data),
    )


def _picture(mark: Picture, number: int, part: Related, own: str) -> str:
    name = named(number, f"picture {number}", mark.alt, decorative=not mark.alt)
    locks = tag("p:cNvPicPr", tag("a:picLocks", noChangeAspect=True))
    drawn = tag("p:spPr", frame(mark.box), _preset(_GEOMETRY[mark.form]))
    return _pic(name + locks + own, mark, part, drawn)


def _pic(identity: str, mark: Picture, part: Related, drawn: str) -> str:
    pixels = part.image(mark.data)
    blip = tag("a:blip", *_vector(mark, part), r_embed=pixels)
    image = blip + tag("a:stretch", tag("a:fillRect"))
    return tag("p:pic", tag("p:nvPicPr", identity), tag("p:blipFill", image), drawn)


def _vector(mark: Picture, part: Related) -> Iterator[str]:
    """Yield the drawing that programs show in place of its pixels, if they can."""
    if mark.areas:
        drawn = tag("asvg:svgBlip", xmlns_asvg=_ASVG, r_embed=part.image(svg(mark.areas, mark.box)))
        yield tag("a:extLst", tag("a:ext", drawn, uri=_SVG_BLIP))


def shape(identity: str, drawn: str, words: str = "") -> str:
    """Return a shape: what it is called and stands for, how it is drawn, what it says."""
    return tag("p:sp", tag("p:nvSpPr", identity), drawn, tag("p:txBody", words) if words else "")


def named(
    number: int, name: str, alt: str = "", *, decorative: bool = False, click: str = ""
) -> str:
    """Return the name of shape `number`, what a screen reader says of it, what a click does."""
    inner = [click] if click else []
    inner += [_DECORATIVE] if decorative else []
    return tag("p:cNvPr", *inner, id=number, name=name, descr=alt or None)


@lru_cache(maxsize=1024)
def frame(box: Box, prefix: str = "a") -> str:
    """Return where a shape stands; of tables it is said in a namespace of their own."""
    return tag(f"{prefix}:xfrm", tag("a:off", x=box.x, y=box.y), tag("a:ext", cx=box.w, cy=box.h))


@lru_cache
def _preset(name: str) -> str:
    return tag("a:prstGeom", tag("a:avLst"), prst=name)


def _no_line() -> str:
    return tag("a:ln", tag("a:noFill"))


def _outline(outline: Iterable[Segment], box: Box) -> str:
    """Return a custom geometry; its path counts from the corner of the box, in EMU."""
    steps = (
        tag(
            _STEPS[step],
            *(tag("a:pt", x=x - box.x, y=y - box.y) for x, y in points),
        )
        for step, points in outline
    )
    empty = (tag(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
    whole = tag("a:rect", l="l", t="t", r="r", b="b")
    path = tag("a:pathLst", tag("a:path", *steps, w=box.w, h=box.h))
    return tag("a:custGeom", *empty, whole, path)
