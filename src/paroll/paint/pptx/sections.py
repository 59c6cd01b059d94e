"""Sections of a deck: what the slide sorter and the thumbnail pane group slides by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import groupby

from paroll.paint.pptx.xml import tag
from paroll.sheet import Sheet

_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""Marks a presentation's extension as its list of sections (MS-PPTX 2.2.5)."""
_NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def section_list(sheets: Sequence[Sheet], first_id: int) -> str:
    """Return the extension list that names the sections of slides numbered from `first_id` on."""
    numbered = enumerate(sheets, first_id)
    groups = groupby(numbered, key=lambda slide: slide[1].section)
    sections = (
        _section(place, name, (number for number, _ in slides))
        for place, (name, slides) in enumerate(groups)
    )
    listed = tag("p14:sectionLst", *sections, xmlns_p14=_NAMESPACE)
    return tag("p:extLst", tag("p:ext", listed, uri=_EXTENSION))


def _section(place: int, name: str, slides: Iterable[int]) -> str:
    listed = (tag("p14:sldId", id=number) for number in slides)
    return tag(
        "p14:section", tag("p14:sldIdLst", *listed), name=" ".join(name.split()), id=_guid(place)
    )


def _guid(place: int) -> str:
    """Return the id of the section at `place`: the same in each build, so that a diff is short."""
    digits = sha256(f"paroll section {place}".encode()).hexdigest().upper()
    parts = (digits[:8], digits[8:12], "5" + digits[13:16], "8" + digits[17:20], digits[20:32])
    return "{" + "-".join(parts) + "}"
