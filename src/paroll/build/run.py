"""Building: each programme on its own, each file released as soon as it is whole."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.build.materials import MATERIALS, Material, Output
from paroll.build.project import Source, signature
from paroll.build.release import release_all, sweep
from paroll.checks import check
from paroll.finding import Finding, has_errors
from paroll.kinds import KINDS
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme, Section
from paroll.programme.read import brand_named, read_programme
from paroll.sheet import Document
from paroll.source import Plain
from paroll.stock import Folder


class Made(NamedTuple):
    """An output that was released: where, how many pages and bytes, in how many seconds.

    `files` are the files of it, named as `--only` takes them.
    """

    path: Path
    pages: int
    size: int
    seconds: float
    files: tuple[str, ...]


class Withheld(NamedTuple):
    """A file that was painted, but is not fit to be released: paroll's own fault, and why."""

    path: Path
    why: str


class Order(NamedTuple):
    """What to make, materials and files by name (empty means all), and where to put it."""

    out: Path | None
    only: frozenset[str] = frozenset()

    def takes(self, material: Material, output: Output) -> bool:
        """Say whether `output` of `material`, or a file in it, is asked for."""
        within = (name for name in self.only if output.is_folder and name.startswith(output.name))
        return self.picks(material, output.name) or any(within)

    def picks(self, material: Material, *names: str) -> bool:
        """Say whether `material`, or one of its outputs and files called `names`, is asked for."""
        return not self.only or not self.only.isdisjoint((material.name, *names))


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
    for material in _ordered(programme, order):
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
    document, findings = material.compose(job.programme, job.brand, job.case)
    findings = [f._replace(message=f"{f.message} ({material.name})") for f in findings]
    findings += check(document, job.brand)
    yield from findings
    if has_errors(findings) or order.out is None:
        return
    for output in material.outputs:
        if document.sheets and order.takes(material, output):
            yield from _output(job, material, output, document, order)


def _output(
    job: _Job, material: Material, output: Output, document: Document, order: Order
) -> Iterator[Event]:
    """Paint one output and release what is asked for of it."""
    from paroll.paint import Unsound  # noqa: PLC0415  (whoever only checks loads no painter)

    start = time.perf_counter()
    folder = (order.out or Path()) / job.source.name
    try:
        painted = output.paint(document, job.brand)
    except Unsound as fault:
        yield Withheld(folder / output.name, str(fault))
        return
    files = {name: painted[name] for name in painted if order.picks(material, output.name, name)}
    failed = release_all(files, folder)
    if failed:
        yield failed
    elif files:
        if output.is_folder and files == painted:
            sweep(folder / output.name, {folder / name for name in files})
        pages = len(document.sheets) * len(files) // len(painted)
        size, seconds = sum(map(len, files.values())), time.perf_counter() - start
        yield Made(folder / output.name, pages, size, seconds, tuple(files))


def _fields() -> dict[str, type[Section]]:
    return {name: kind.fields for name, kind in KINDS.items()}


def _ordered(programme: Programme, order: Order) -> list[Material]:
    named = (MATERIALS[name.text] for name in programme.materials)
    return [m for m in named if any(order.takes(m, output) for output in m.outputs)]
