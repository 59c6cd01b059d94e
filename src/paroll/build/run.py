"""Building: each programme on its own, each file released as soon as it is whole."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.build.gate import Unfit
from paroll.build.materials import MATERIALS, Copy, Files, Material, Output
from paroll.build.naming import NUMBERED, PRINT
from paroll.build.previews import FOLDER, Painted, previews
from paroll.build.project import Source, signature
from paroll.build.release import release_all, sweep
from paroll.checks import check
from paroll.finding import Finding, has_errors
from paroll.formats import Medium
from paroll.kinds import KINDS
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme, Section, Wanted
from paroll.programme.read import brand_named, read_programme
from paroll.source import Plain
from paroll.stock import Folder
from paroll.tuples import NamedTuple

if TYPE_CHECKING:
    from paroll.build.terms import Terms


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
    """What to make, materials and files by name (empty means all), and where to put it.

    `previews` asks for pictures of all pages of it, too.
    """

    out: Path | None
    only: frozenset[str] = frozenset()
    previews: bool = False

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
    job = _Job(source, programme, brand, Typecase(brand.faces), [], [])
    for material, wanted in _ordered(programme, order):
        yield from _material(job, material, wanted, order)
    if _needs_order_sheet(job, order):
        yield _order_sheet(job, order)
    if job.shown:
        yield _previews(job, order)


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
    """A programme and what it is set with.

    `shown` gathers what previews are made of, `printed` the files of materials that are printed.
    """

    source: Source
    programme: Programme
    brand: Brand
    case: Typecase
    shown: list[Painted]
    printed: list[str]

    def folder(self, order: Order) -> Path:
        """Return where the programme's files go."""
        return (order.out or Path()) / self.source.name


class _Batch(NamedTuple):
    """Files of one output, and how many pages they have."""

    output: str
    files: Files
    pages: int


def _material(job: _Job, material: Material, wanted: Wanted, order: Order) -> Iterator[Event]:
    terms, findings = _terms(job, material, wanted)
    yield from findings
    if has_errors(findings):
        return
    document, findings = material.on(terms).compose(job.programme, job.brand, job.case)
    findings = [f._replace(message=f"{f.message} ({material.name})") for f in findings]
    findings += check(document, job.brand, fits=not has_errors(findings))
    if terms and not has_errors(findings):  # what does not fit is not printed in the size it has
        from paroll.checks.inks import check_print  # noqa: PLC0415

        findings += check_print(document, job.brand, terms.printer)
    yield from findings
    if has_errors(findings) or order.out is None:
        return
    if document.sheets:
        yield from _outputs(job, material, Copy(document, job.brand, terms), order)


def _terms(job: _Job, material: Material, wanted: Wanted) -> tuple[Terms | None, list[Finding]]:
    """Return the terms of what is printed; what is made for screens has none."""
    if material.form.medium is Medium.SCREEN and not wanted.tells_printers:
        return None, []
    from paroll.build.terms import settle  # noqa: PLC0415  (a deck alone needs no printers)

    return settle(job.source, job.programme, material.form, wanted)


def _outputs(job: _Job, material: Material, copy: Copy, order: Order) -> Iterator[Event]:
    """Paint what is asked for of a material, release it, and keep what previews are made of."""
    before = len(job.shown)
    withheld: set[str] = set()
    for output in (output for output in material.outputs if order.takes(material, output)):
        start = time.perf_counter()
        if output.of in withheld:
            continue
        files, faults = _tried(output, copy, job.folder(order))
        if files is None:
            withheld.add(output.name)
            yield from faults
            continue
        if order.previews and output.is_shown and files:
            job.shown.append(_painted(output, files, copy, first=len(job.shown) == before))
        picked = {name: files[name] for name in files if order.picks(material, output.name, name)}
        if picked:
            batch = _Batch(output.name, picked, output.pages(copy) * len(picked) // len(files))
            whole = output.is_folder and picked == files
            event = _released(job.folder(order), batch, NUMBERED if whole else "", start)
            if isinstance(event, Finding):
                withheld.add(output.name)  # nor may a proof show what no print file says
            elif copy.terms:
                job.printed.extend(picked)
            yield event
        elif not files:
            sweep(job.folder(order), re.escape(output.name), ())  # it is asked for no more
    if order.previews and len(job.shown) == before:
        output = next(output for output in material.outputs if output.is_shown)
        job.shown.append(_painted(output, output.paint(copy), copy, first=True))


def _tried(
    output: Output, copy: Copy, folder: Path
) -> tuple[Files | None, Sequence[Finding | Withheld]]:
    """Paint an output; return its files, or None and what is wrong with them."""
    from paroll.paint import Unsound  # noqa: PLC0415  (whoever only checks loads no painter)

    try:
        return output.paint(copy), ()
    except Unsound as fault:
        return None, [Withheld(folder / output.name, str(fault))]
    except Unfit as fault:
        return None, fault.findings


def _painted(output: Output, files: Files, copy: Copy, *, first: bool) -> Painted:
    """Return what previews are made of: the `first` of a material is what its reader meets."""
    sides = output.name.endswith(PRINT) and copy.document.press is not None
    return Painted(output.name, files, output.shown(copy), first or sides)


def _needs_order_sheet(job: _Job, order: Order) -> bool:
    """Say whether a print file was made whose order sheet is asked for, or lies there already."""
    printed = [name.removesuffix(PRINT) for name in job.printed if name.endswith(PRINT)]
    asked = not order.only or not order.only.isdisjoint(printed)
    return bool(printed) and (asked or (job.folder(order) / "order.txt").exists())


def _order_sheet(job: _Job, order: Order) -> Event:
    """Write the order sheet anew: it tells of all print files that lie there now."""
    from paroll.build.order import gathered, order_sheet  # noqa: PLC0415  (it reads PDF)

    start, folder = time.perf_counter(), job.folder(order)
    items = gathered(job.source, job.programme, folder, job.printed)
    files = order_sheet(job.programme, job.brand, items)
    return _released(folder, _Batch(" and ".join(files), files, 0), "", start)


def _previews(job: _Job, order: Order) -> Event:
    start = time.perf_counter()
    files = previews(job.programme, job.brand, job.case, job.shown)
    stems = "|".join(re.escape(each.stem) for each in job.shown)
    batch = _Batch(FOLDER, files, len(files))
    return _released(job.folder(order), batch, rf"({stems})-\d\d+\.png", start)


def _released(folder: Path, batch: _Batch, stale: str, start: float) -> Event:
    """Release files into a programme's folder, and remove those they replace.

    `stale` matches the names of files of the batch; it is empty where only some of it is made.
    """
    output, files, pages = batch
    if failed := release_all(files, folder):
        return failed
    if stale:
        sweep(folder / output, stale, {name.removeprefix(output) for name in files})
    size, seconds = sum(map(len, files.values())), time.perf_counter() - start
    return Made(folder / output, pages, size, seconds, tuple(files))


def _fields() -> dict[str, type[Section]]:
    return {name: kind.fields for name, kind in KINDS.items()}


def _ordered(programme: Programme, order: Order) -> list[tuple[Material, Wanted]]:
    named = ((MATERIALS[wanted.name.text], wanted) for wanted in programme.materials)
    made = ((m, wanted) for m, wanted in named if m.usual or not programme.everything)
    return [(m, wanted) for m, wanted in made if any(order.takes(m, each) for each in m.outputs)]
