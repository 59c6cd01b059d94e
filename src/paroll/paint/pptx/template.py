"""The template a deck is made with: the brand's theme, one master, a layout for each page design.

Everything that repeats stands here, drawn once and edited once in PowerPoint's slide master view.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from paroll.paint.pptx import fonts, marks, notes, tables, text, xml
from paroll.paint.pptx.fonts import Embedding
from paroll.paint.pptx.package import Part, Relationship, medium, pack, relationships
from paroll.paint.pptx.theme import COLOUR_MAP
from paroll.paint.pptx.xml import tag
from paroll.sheet import Layout, Role, Slot
from paroll.units import Box, pt

_OFFICE = "application/vnd.openxmlformats-officedocument"
_NAMESPACES = "http://schemas.openxmlformats.org/officeDocument/2006"
_EXTENDED = "extended-properties"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_THEMES = ("ppt/theme/theme1.xml", "ppt/theme/theme2.xml")
_SIZE = pt(18)
_SETTINGS = {"presProps": "p:presentationPr", "viewProps": "p:viewPr"}
"""Parts without which PowerPoint offers to repair a deck, and their roots."""
_FIRST_ID = 2**31
"""The least id the schema allows a master or a layout."""

ROOT = relationships(
    Relationship("officeDocument", "ppt/presentation.xml"),
    Relationship("core-properties", "docProps/core.xml"),
    Relationship("extended-properties", "docProps/app.xml"),
)
"""What a deck's package opens with."""

_SETTLED = (
    fonts.FOLDER,
    "ppt/slideLayouts/",
    "ppt/slideMasters/",
    "ppt/tableStyles.xml",
    "ppt/theme/",
)


_ON_MASTERS = (Role.TITLE, Role.BODY, Role.DATE, Role.FOOTER, Role.PAGE)


_BARE_LAYOUT = xml.part("p:sldLayout", tag("p:cSld", marks.tree(())))


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


class Template(NamedTuple):
    """A presentation without slides, and those of its parts that slides do not change, by name.

    In the presentation fonts and layouts are empty: whoever adds slides need not carry them about.
    """

    package: bytes
    settled: Mapping[str, Part]


@lru_cache(maxsize=8)
def template(design: Design) -> Template:
    """Return the template whose layouts are `design.layouts`, in their order."""
    parts = {part.name: part._replace(lasts=True) for part in _parts(design)}
    settled = {name: part for name, part in parts.items() if name.startswith(_SETTLED)}
    light = (part._replace(data=_light(part)) for part in parts.values())
    return Template(pack(ROOT, light, level=0), settled)


def _light(part: Part) -> bytes:
    """Return as much of a part as whoever adds slides needs: fonts and layouts only stand there."""
    if part.name.startswith(fonts.FOLDER):
        return b""
    return _BARE_LAYOUT if part.media_type.endswith("slideLayout+xml") else part.data


def _parts(design: Design) -> Iterator[Part]:
    yield _presentation(design)
    yield Part(_THEMES[0], f"{_OFFICE}.theme+xml", design.theme)
    yield _master(design)
    for number, layout in enumerate(design.layouts, 1):
        yield from _layout(layout, number, design.language)
    for name, data in _settings(design).items():
        yield _part(f"ppt/{name}.xml", name, data, [])
    if design.notes:
        yield Part(_THEMES[1], f"{_OFFICE}.theme+xml", design.theme)
        yield _notes_master(design)
    yield from design.fonts.parts()
    yield from _properties()


def _settings(design: Design) -> dict[str, bytes]:
    """Return the parts beside the presentation that say how it is shown, by their names."""
    settings = {name: xml.part(root) for name, root in _SETTINGS.items()}
    styles = tables.styles(design.layouts)
    return {**settings, "tableStyles": styles} if styles else settings


def _presentation(design: Design) -> Part:
    related = [Relationship("slideMaster", _MASTER), Relationship("theme", _THEMES[0])]
    related += (Relationship(name, f"ppt/{name}.xml") for name in _settings(design))
    notes_list = ""
    if design.notes:
        related.append(Relationship("notesMaster", _NOTES_MASTER))
        notes_list = tag("p:notesMasterIdLst", tag("p:notesMasterId", r_id=f"rId{len(related)}"))
    font_list = design.fonts.listing(len(related) + 1)
    related += design.fonts.relationships()
    language = tag("a:defPPr", tag("a:defRPr", lang=design.language))
    data = xml.part(
        "p:presentation",
        tag("p:sldMasterIdLst", tag("p:sldMasterId", id=_FIRST_ID, r_id="rId1")),
        notes_list,
        tag("p:sldIdLst"),
        tag("p:sldSz", cx=design.size.w, cy=design.size.h),
        tag("p:notesSz", cx=notes.PAGE.w, cy=notes.PAGE.h),
        font_list,
        tag("p:defaultTextStyle", language + text.default(_SIZE)),
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
    related = [Relationship("slideLayout", _layout_name(number)) for number in numbers]
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
    yield _part(_layout_name(number), "slideLayout", data, related.entries)
    yield from related.media.values()


def _placeholders(
    slots: Sequence[Slot], indices: list[int | None], first: int, language: str
) -> list[str]:
    return [
        marks.pattern(slot, first + n, indices[n], text.prompt(slot, language))
        for n, slot in enumerate(slots)
    ]


def _notes_master(design: Design) -> Part:
    data = notes.notes_master(design.size, design.language)
    return _part(_NOTES_MASTER, "notesMaster", data, [Relationship("theme", _THEMES[1])])


def _properties() -> Iterator[Part]:
    """Yield the property parts: what a deck says of itself is filled in when it is known."""
    extended = tag("Properties", tag("Application", "paroll"), xmlns=f"{_NAMESPACES}/{_EXTENDED}")
    yield Part("docProps/app.xml", f"{_OFFICE}.{_EXTENDED}+xml", extended.encode())
    yield Part("docProps/core.xml", _CORE_TYPE, tag("cp:coreProperties", xmlns_cp=_CORE).encode())


def _part(name: str, kind: str, data: bytes, related: Sequence[Relationship]) -> Part:
    rels = relationships(*related) if related else b""
    return Part(name, f"{_OFFICE}.presentationml.{kind}+xml", data, rels)


def _layout_name(number: int) -> str:
    return f"ppt/slideLayouts/slideLayout{number}.xml"


class Collected(NamedTuple):
    """What a part relates to, gathered while it is written. See `text.Related`.

    `landings` are the names of the slides that links inside the deck lead to.
    """

    entries: list[Relationship]
    media: dict[str, Part]
    landings: Mapping[str, str] = {}

    def link(self, address: str) -> str:
        """See `text.Related.link`."""
        return self.add(Relationship("hyperlink", address, external=True))

    def jump(self, link: str) -> str:
        """See `text.Related.jump`; layouts have no landings."""
        return self.add(Relationship("slide", self.landings[link]))

    def image(self, data: bytes) -> str:
        """See `text.Related.image`."""
        part = medium(data)
        self.media[part.name] = part
        return self.add(Relationship("image", part.name))

    def add(self, entry: Relationship) -> str:
        """Return the id of a relationship."""
        if entry not in self.entries:
            self.entries.append(entry)
        return f"rId{self.entries.index(entry) + 1}"
