"""What a print shop asks of the files it is sent."""

from __future__ import annotations

from enum import StrEnum

from paroll.tuples import NamedTuple
from paroll.units import Emu

Cmyk = tuple[float, float, float, float]
"""Per cent of cyan, magenta, yellow and black."""


class Standard(StrEnum):
    """What a print file claims to be: ISO 15930-7 or ISO 15930-4."""

    X4 = "PDF/X-4"
    X1A = "PDF/X-1a:2003"


class Marks(StrEnum):
    """What is drawn outside the bleed."""

    NONE = "none"
    CROP = "crop"
    ALL = "all"


class Edges(NamedTuple):
    """A length for each edge of a page."""

    top: Emu
    right: Emu
    bottom: Emu
    left: Emu


NO_BLEED = Edges(0, 0, 0, 0)


class Condition(NamedTuple):
    """How ink meets paper: a characterised printing condition and its ICC profile.

    `identifier` is its name in the registry of the ICC (`FOGRA39`), `info` the same for people.
    """

    identifier: str
    info: str
    profile: bytes


class Printer(NamedTuple):
    """A print shop's wishes. Ink in per cent, resolution in pixels to the inch.

    `safe` is how far text stays from the trim; `photos` the ICC profile that pictures are
    separated with, which may be a better table than that of the `condition`. Below `warn_ppi` a
    picture is a warning, below `least_ppi` an error.
    """

    name: str
    title: str
    standard: Standard
    bleed: Edges
    safe: Emu
    marks: Marks
    condition: Condition
    photos: bytes
    ink_limit: float
    rich_black: Cmyk
    least_line: Emu
    least_type: Emu
    warn_ppi: int
    least_ppi: int
