"""What the gate says: one thing in a package that PowerPoint would repair or refuse."""

from __future__ import annotations

from enum import StrEnum

from paroll.tuples import NamedTuple


class Law(StrEnum):
    """The laws a package is held to; each fault breaks one."""

    ZIP = "zip"
    """One plain archive: nothing round it, nothing twice, only what every unzipper reads."""
    NAMES = "names"
    """Part names as ECMA-376 part 2 has them, and told apart without regard to case."""
    TYPES = "types"
    """[Content_Types].xml gives each part one type and names no part that is not there."""
    MEDIA = "media"
    """Bytes are what their content type says."""
    XML = "xml"
    """Parts are well-formed, without document type."""
    TARGETS = "targets"
    """Relationships lead to parts of the right type, and every part is led to."""
    COUNTS = "counts"
    """Sources have the relationships they may have, as often as they may."""
    ADDRESSES = "addresses"
    """Only links lead out of the package, and only to the web, mail and telephones."""
    REFERENCES = "references"
    """Relationship ids that are used are declared, of the right type, and the other way round."""
    ORDER = "order"
    """Elements have the children the schema gives them, in its order."""
    IDS = "ids"
    """Slides, masters, layouts, shapes and sections have ids of their own, in their ranges."""
    TABLES = "tables"
    """Rows of a table have as many cells as it has columns."""
    AXES = "axes"
    """Charts and axes name axes that are there."""


class Fault(NamedTuple):
    """A law that is broken: in which part, at which element, how."""

    law: Law
    part: str
    message: str
    element: str = ""

    def __str__(self) -> str:
        place = f"{self.part}, {self.element}" if self.element else self.part
        return f"{self.law}: {place}: {self.message}"
