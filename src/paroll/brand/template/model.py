"""A house template as plain data: its layouts, what stands on them, how text in them looks."""

from __future__ import annotations

from collections.abc import Mapping

from paroll.brand.template.package import Package
from paroll.sheet import Align, Anchor, Colour, Face, Mark, Paragraph
from paroll.tuples import NamedTuple
from paroll.units import Box, Emu

TITLES = ("title", "ctrTitle")
BODIES = ("body", "obj", "subTitle")
FILLED = (*BODIES, "pic", "tbl", "chart", "media", "clipArt", "dgm")
"""The types of placeholders that hold a page's title, text, and text or something else."""

LABEL = 0.15
"""How large, beside the largest, a placeholder must be to take what an author wrote."""

DARK, LIGHT = "#000000", "#FFFFFF"
"""The colours that any telephone reads a code in."""


class Spacing(NamedTuple):
    """A distance: `lines` of the line it belongs to, or else `exact`."""

    lines: float = 0
    exact: Emu = 0


class Level(NamedTuple):
    """How paragraphs of one level of a placeholder look in the end.

    Text starts at `margin`, the first line `hang` further left, where the bullet stands.
    `typeface` is the family the template names, `face` what it is measured with.
    """

    typeface: str
    face: Face
    size: Emu
    colour: Colour
    spacing: Spacing
    before: Spacing
    after: Spacing
    margin: Emu
    hang: Emu
    bullet: str
    bullet_colour: Colour
    bullet_size: float
    align: Align
    capitals: bool


class Holder(NamedTuple):
    """A placeholder: its type and index, its name (unique on its layout), where it stands.

    `inner` is its box without insets; `ground` the solid colour under it, or empty. Looks that are
    `shown` stand on its sample text alone, where slides do not inherit them.
    """

    type: str
    idx: int
    name: str
    box: Box
    inner: Box
    anchor: Anchor
    levels: tuple[Level, ...]
    ground: Colour = ""
    shown: bool = False

    @property
    def is_slogan(self) -> bool:
        """Whether it is kept for the slogan."""
        return self.name.casefold() == "slogan"

    @property
    def is_locator(self) -> bool:
        """Whether it is kept for which of how many points a page shows."""
        return self.name.casefold() == "locator"


class Still(NamedTuple):
    """Text that a template itself says on each page of a layout."""

    holder: Holder
    paragraphs: tuple[Paragraph, ...]


class Page(NamedTuple):
    """A layout of the template; `part` is the name of its part.

    `ground` and `marks` are what can be shown of it in a PDF; `unseen` what cannot, in words.
    `unlabelled` counts pictures that neither have an alternative text nor are decoration.
    """

    name: str
    type: str
    part: str
    holders: tuple[Holder, ...]
    ground: Colour
    marks: tuple[Mark, ...]
    stills: tuple[Still, ...]
    unseen: tuple[str, ...]
    unlabelled: int = 0

    @property
    def title(self) -> Holder | None:
        """The placeholder of the title."""
        return next((h for h in self.holders if h.type in TITLES), None)

    @property
    def bodies(self) -> tuple[Holder, ...]:
        """The placeholders of content, as they are read: from the left, then from the top.

        Small ones beside a large one are labels and notes; they are none.
        """
        kept = [h for h in self.holders if h.is_slogan or h.is_locator]
        bodies = [h for h in self.holders if h.type in FILLED and h not in kept]
        largest = max((h.box.w * h.box.h for h in bodies), default=0)
        large = [h for h in bodies if h.box.w * h.box.h >= LABEL * largest]
        return tuple(sorted(large, key=lambda h: (h.box.x, h.box.y)))

    @property
    def texts(self) -> tuple[Holder, ...]:
        """Those of `bodies` that take text."""
        return tuple(h for h in self.bodies if h.type in BODIES)

    def holder(self, type_: str) -> Holder | None:
        """Return the first placeholder of a type."""
        return next((h for h in self.holders if h.type == type_), None)


class Template(NamedTuple):
    """A house template: the slide's size, its layouts, the layouts for kinds of page.

    `chosen` is what the kit says; `package` the parts that decks are made of; `weight` its
    size in bytes; `scheme` are the colours of its theme by their names.
    """

    path: str
    size: Box
    pages: tuple[Page, ...]
    package: Package
    chosen: Mapping[str, str]
    weight: int
    scheme: Mapping[str, Colour] = {}

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other
