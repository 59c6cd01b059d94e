"""Building: each programme on its own, each file released as soon as it is whole."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.build.materials import MATERIALS, Material
from paroll.build.project import Source, signature
from paroll.build.release import release
from paroll.checks import check
from paroll.finding import Finding, has_errors
from paroll.kinds import KINDS
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme, Section
from paroll.programme.read import brand_named, read_programme
from paroll.source import Plain
from paroll.stock import Folder


class Made(NamedTuple):
    """A file that was released: where, how many pages and bytes, in how many seconds."""

    path: Path
    pages: int
    size: int
    seconds: float


class Withheld(NamedTuple):
    """A file that was painted, but is not fit to be released: paroll's own fault, and why."""

    path: Path
    why: str


class Order(NamedTuple):
    """What to make: files by name (`deck.pptx`; empty means all), and where to put them."""

    out: Path | None
    only: frozenset[str] = frozenset()


Event = Finding | Made | Withheld


def build(source: Source, order: Order) -> Iterator[Event]:
    """Read, compose, check and release one programme; yield findings and files as they come.

    A material with an error is not released, so what was there before stays; the others are.
    Without `order.out` nothing is painted: that is `paroll check`.
    """
    programme, findings = read_programme(
        source.folder(), source.path.name, _fields(), MATERIALS.keys()
    )
    yield from findings
    if programme is None:
        # Whoever mends the programme should hear of the brand in the same breath.
        name = brand_named(source.folder(), source.path.name)
        yield from _brand(source, name)[1] if name else ()
        return
    brand, findings = _brand(source, programme.brand)
    yield from findings
    if brand is None or has_errors(findings):
        return
    job = _Job(source, programme, brand, Typecase(brand.faces))
    for material in _ordered(programme, order.only):
        yield from _material(job, material, order)


def _brand(source: Source, name: Plain) -> tuple[Brand | None, list[Finding]]:
    """Return the brand called `name`, read once for as long as no file of its kit changes."""
    kit = source.kit(name.text)
    if kit is None:
        return read_brand(Folder(source.brands[0]), name)
    key = (kit, signature(kit))
    if key not in _KITS:
        read = read_brand(Folder(kit.parent), name)
        if read[0] is None:
            return read
        _KITS[key] = read
    return _KITS[key]


_KITS: dict[tuple[Path, object], tuple[Brand | None, list[Finding]]] = {}


class _Job(NamedTuple):
    """A programme and what it is set with."""

    source: Source
    programme: Programme
    brand: Brand
    case: Typecase


def _material(job: _Job, material: Material, order: Order) -> Iterator[Event]:
    start = time.perf_counter()
    document, findings = material.compose(job.programme, job.brand, job.case)
    findings = [f._replace(message=f"{f.message} ({material.name})") for f in findings]
    findings += check(document, job.brand)
    yield from findings
    if has_errors(findings) or order.out is None:
        return
    from paroll.paint import Unsound  # noqa: PLC0415  (whoever only checks loads no painter)

    for ending, paint in material.paints.items():
        name = f"{material.name}.{ending}"
        if order.only and name not in order.only:
            continue
        target = order.out / job.source.name / name
        try:
            data = paint(document, job.brand)
        except Unsound as fault:
            yield Withheld(target, str(fault))
            continue
        failed = release(data, target)
        now = time.perf_counter()
        yield failed or Made(target, len(document.sheets), len(data), now - start)
        start = now


def _fields() -> dict[str, type[Section]]:
    return {name: kind.fields for name, kind in KINDS.items()}


def _ordered(programme: Programme, only: Collection[str]) -> list[Material]:
    named = [MATERIALS[name.text] for name in programme.materials]
    return [m for m in named if not only or any(file in only for file in m.files())]
