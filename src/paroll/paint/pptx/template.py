"""The template a deck is made with: the brand's theme, one master, a layout for each page design.

Everything that repeats stands here, drawn once and edited once in PowerPoint's slide master view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from paroll.paint.pptx import marks, notes, tables, text, xml
from paroll.paint.pptx.fonts import Embedding
from paroll.paint.pptx.package import Part, Relationship, relationships
from paroll.paint.pptx.sections import section_list
from paroll.paint.pptx.slides import FIRST_ID, OFFICE, SETTINGS, Collected, slide_name
from paroll.paint.pptx.theme import COLOUR_MAP
from paroll.paint.pptx.xml import tag
from paroll.sheet import Layout, Role, Sheet, Slot
from paroll.tuples import NamedTuple
from paroll.units import Box, pt

NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
"""The part that notes are printed on, in decks that have any."""
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_THEMES = ("ppt/theme/theme1.xml", "ppt/theme/theme2.xml")
_SIZE = pt(18)
_FIRST_ID = 2**31
"""The least id the schema allows a master or a layout."""
_ON_MASTERS = (Role.TITLE, Role.BODY, Role.DATE, Role.FOOTER, Role.PAGE)


class Design(NamedTuple):
    """All a template depends on; `theme` is the theme part, `notes` says if slides have any.

    `fonts` are those the deck carries.
    """

    layouts: tuple[Layout, ...]
    size: Box
    language: str
    theme: bytes
    notes: bool
    fonts: Embedding = Embedding()


@lru_cache(maxsize=8)
def template(design: Design) -> tuple[Part, ...]:
    """Return the parts of a deck that its slides do not change; its layouts are in their order."""
    return tuple(part._replace(lasts=True) for part in _parts(design))


def _parts(design: Design) -> Iterator[Part]:
    yield Part(_THEMES[0], f"{OFFICE}.theme+xml", design.theme)
    yield _master(design)
    for number, layout in enumerate(design.layouts, 1):
        yield from _layout(layout, number, design.language)
    for name, data in _settings(design).items():
        yield _part(f"ppt/{name}.xml", name, data, [])
    if design.notes:
        yield Part(_THEMES[1], f"{OFFICE}.theme+xml", design.theme)
        yield _notes_master(design)
    yield from design.fonts.parts()


def _settings(design: Design) -> dict[str, bytes]:
    """Return the parts beside the presentation that say how it is shown, by their names."""
    settings = {name: xml.part(root) for name, root in SETTINGS.items()}
    styles = tables.styles(design.layouts)
    return {**settings, "tableStyles": styles} if styles else settings


def presentation(design: Design, sheets: Sequence[Sheet]) -> Part:
    """Return the part that names all others: masters, slides and their sections, fonts."""
    related = [Relationship("slideMaster", _MASTER), Relationship("theme", _THEMES[0])]
    related += (Relationship(name, f"ppt/{name}.xml") for name in _settings(design))
    notes_list = ""
    if design.notes:
        related.append(Relationship("notesMaster", NOTES_MASTER))
        notes_list = tag("p:notesMasterIdLst", tag("p:notesMasterId", r_id=f"rId{len(related)}"))
    font_list = design.fonts.listing(len(related) + 1)
    related += design.fonts.relationships()
    first = len(related) + 1
    related += (Relationship("slide", slide_name(n)) for n in range(1, len(sheets) + 1))
    listed = (tag("p:sldId", id=FIRST_ID + n, r_id=f"rId{first + n}") for n in range(len(sheets)))
    language = tag("a:defPPr", tag("a:defRPr", lang=design.language))
    data = xml.part(
        "p:presentation",
        tag("p:sldMasterIdLst", tag("p:sldMasterId", id=_FIRST_ID, r_id="rId1")),
        notes_list,
        tag("p:sldIdLst", *listed),
        tag("p:sldSz", cx=design.size.w, cy=design.size.h),
        tag("p:notesSz", cx=notes.PAGE.w, cy=notes.PAGE.h),
        font_list,
        tag("p:defaultTextStyle", language + text.default(_SIZE)),
        section_list(sheets, FIRST_ID),
        **design.fonts.attributes(),
    )
    return _part("ppt/presentation.xml", "presentation.main", data, related)


def _master(design: Design) -> Part:
    """Return the master: its placeholders and styles are the first of each role on layouts."""
    slots = _typical(design.layouts)
    styles = {slot.role: text.levels(slot.levels) for slot in slots}
    numbers = range(1, len(design.layouts) + 1)
    listed = (tag("p:sldLayoutId", id=_FIRST_ID + n, r_id=f"rId{n}") for n in numbers)
    shapes = _placeholders(slots, marks.indices(slots, first=1), 2, design.language)
    data = xml.part(
        "p:sldMaster",
        tag("p:cSld", marks.ground("paper"), marks.tree(shapes)),
        COLOUR_MAP,
        tag("p:sldLayoutIdLst", *listed),
        tag(
            "p:txStyles",
            tag("p:titleStyle", styles.get(Role.TITLE, "")),
            tag("p:bodyStyle", styles.get(Role.BODY, "")),
            tag("p:otherStyle", text.default(_SIZE)),
        ),
    )
    related = [Relationship("slideLayout", layout_name(number)) for number in numbers]
    related.append(Relationship("theme", _THEMES[0]))
    return _part(_MASTER, "slideMaster", data, related)


def _typical(layouts: tuple[Layout, ...]) -> list[Slot]:
    """Return the first slot of each role that a master has a placeholder for."""
    firsts: dict[Role, Slot] = {}
    for slot in chain.from_iterable(layout.slots for layout in layouts):
        firsts.setdefault(slot.role, slot)
    return [firsts[role] for role in _ON_MASTERS if role in firsts]


def _layout(layout: Layout, number: int, language: str) -> Iterator[Part]:
    """Yield a layout and the pictures on it."""
    related = Collected([Relationship("slideMaster", _MASTER)], {})
    drawn = [
        marks.furniture(mark, place, language, related)
        for place, mark in enumerate(layout.furniture, 2)
    ]
    own = _placeholders(layout.slots, marks.indices(layout.slots), 2 + len(drawn), language)
    data = xml.part(
        "p:sldLayout",
        tag("p:cSld", marks.ground(layout.ground), marks.tree([*drawn, *own]), name=layout.name),
        tag("p:clrMapOvr", tag("a:masterClrMapping")),
        preserve=True,
        userDrawn=True,
    )
    yield _part(layout_name(number), "slideLayout", data, related.entries)
    yield from related.added.values()


def _placeholders(
    slots: Sequence[Slot], indices: list[int | None], first: int, language: str
) -> list[str]:
    return [
        marks.pattern(slot, first + n, indices[n], text.prompt(slot, language))
        for n, slot in enumerate(slots)
    ]


def _notes_master(design: Design) -> Part:
    data = notes.notes_master(design.size, design.language)
    return _part(NOTES_MASTER, "notesMaster", data, [Relationship("theme", _THEMES[1])])


def _part(name: str, kind: str, data: bytes, related: Sequence[Relationship]) -> Part:
    rels = relationships(*related) if related else b""
    return Part(name, f"{OFFICE}.presentationml.{kind}+xml", data, rels)


def layout_name(number: int) -> str:
    """Return the name of the part of a layout."""
    return f"ppt/slideLayouts/slideLayout{number}.xml"
