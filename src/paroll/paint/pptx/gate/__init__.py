"""The gate: what leaves the PowerPoint painter is what PowerPoint opens without a word.

Schema validators look at parts one by one, and readers such as Python's zipfile, python-pptx and
LibreOffice forgive much. PowerPoint offers to repair a deck over what stands between parts:
relationships, types, ids, the archive itself. `Law` lists what is held.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from lxml import etree

from paroll.paint import Unsound
from paroll.paint.pptx.gate import media
from paroll.paint.pptx.gate.container import unpack
from paroll.paint.pptx.gate.fault import Fault, Law
from paroll.paint.pptx.gate.markup import Content, examine
from paroll.paint.pptx.gate.relations import Parts, faults_of, must_name, sorted_out

__all__ = ["Fault", "Law", "faults_in", "let_through"]

_MOST_TOLD = 20


def let_through(package: bytes, inherited: Collection[str] = ()) -> bytes:
    """Return `package`; raise `Unsound` if PowerPoint would repair it: our own fault.

    Faults of `inherited` parts are not: a house template brings them along.
    """
    found = [fault for fault in faults_in(package) if fault.part not in inherited]
    if found:
        raise Unsound("\n".join(map(str, found[:_MOST_TOLD])))
    return package


def faults_in(package: bytes) -> list[Fault]:
    """Return what is wrong with the bytes of a .pptx file."""
    files, faults = unpack(package)
    if faults:
        return faults
    try:
        parts, faults = sorted_out(files)
    except etree.XMLSyntaxError as error:
        return [Fault(Law.XML, "types and relationships", str(error))]
    faults += faults_of(parts)
    faults += media.faults_of(parts.types, parts.data)
    contents = {name: examine(name, parts.data[name]) for name in parts.data if parts.is_xml(name)}
    faults += chain.from_iterable(content.faults for content in contents.values())
    for name, content in contents.items():
        faults += _unrelated(name, content, parts)
    return [*faults, *_between(contents)]


def _unrelated(name: str, content: Content, parts: Parts) -> Iterator[Fault]:
    """Yield relationships that are named but not declared, or declared but not named."""
    kinds = {relation.id: relation.kind for relation in parts.related.get(name, ())}
    named = {reference.id for reference in content.references}
    for reference in content.references:
        kind = kinds.get(reference.id)
        if kind is None:
            message = f"{reference.id} is not declared"
            yield Fault(Law.REFERENCES, name, message, reference.element)
        elif reference.kind not in ("", kind):
            message = f"{reference.id} leads to a {kind}, not to a {reference.kind}"
            yield Fault(Law.REFERENCES, name, message, reference.element)
    sort = parts.sort(name)
    for number, kind in kinds.items():
        if number not in named and must_name(sort, kind):
            message = f"{number}, a {kind}, is declared, but nowhere used"
            yield Fault(Law.REFERENCES, name, message)


def _between(contents: Mapping[str, Content]) -> Iterator[Fault]:
    """Yield ids that two parts share, and slides that sections leave out or make up."""
    owners: dict[str, str] = {}
    for name, content in contents.items():
        for number in dict.fromkeys(content.masters):
            owner = owners.setdefault(number, name)
            if owner != name:
                message = f"the id {number} is in {owner} too"
                yield Fault(Law.IDS, name, message, "p:sldMasterId or p:sldLayoutId")
        strays = set(content.slides).symmetric_difference(content.sectioned or content.slides)
        for number in sorted(strays):
            message = f"slide {number} is {'in no section' if number in content.slides else 'none'}"
            yield Fault(Law.IDS, name, message, "p14:sldId")
