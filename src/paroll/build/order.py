"""The order sheet: what a print shop must know of the files it is sent, for people and programs.

All that can be read from the finished files is read from them. Importing this imports pikepdf.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from paroll.brand.model import Brand
from paroll.build.naming import IMPOSED, PRINT, PROOF
from paroll.build.project import Source
from paroll.build.release import released
from paroll.build.terms import Terms, settle
from paroll.compose.proof import hole_of
from paroll.formats import FORMATS, Format, Hole, Side
from paroll.looks.trade import Trade, trade
from paroll.press.facts import facts
from paroll.printers import Edges
from paroll.programme.model import Programme
from paroll.tuples import NamedTuple
from paroll.units import Emu, to_mm

NAME = "order"


class Item(NamedTuple):
    """A print file, what it was made for, and the files made from it by the ends of their names."""

    terms: Terms
    data: bytes
    others: Mapping[str, bytes]


def gathered(
    source: Source, programme: Programme, folder: Path, made: Collection[str]
) -> list[Item]:
    """Return the print files of a programme that lie in `folder`, `made` now or before.

    With one that was made now goes what was made of it now: what is older shows another.
    """
    items = []
    for wanted in programme.materials:
        terms, _ = settle(source, programme, FORMATS[wanted.name.text], wanted)
        data = released(folder, f"{wanted.name}{PRINT}") if terms else None
        if terms and data:
            is_new = f"{wanted.name}{PRINT}" in made
            ends = (PROOF, IMPOSED) if terms.grid else (PROOF,)
            names = {end: f"{wanted.name}{end}" for end in ends}
            files = {
                end: released(folder, name)
                for end, name in names.items()
                if name in made or not is_new
            }
            items.append(Item(terms, data, {end: file for end, file in files.items() if file}))
    return items


def order_sheet(programme: Programme, brand: Brand, items: Sequence[Item]) -> dict[str, bytes]:
    """Return what is told of print files, as text and as JSON, by name."""
    sender, contact = _customer(programme, brand)
    pairs = ((item, _told(item)) for item in items)
    known = [(item, told) for item, told in pairs if told]
    head = {"title": programme.title.text, "sender": sender, "contact": contact}
    language = programme.language.text
    whole = {**head, "language": language, "items": [told for _, told in known]}
    words = trade(language)
    lines = [words.order.upper(), programme.title.text, *([sender] if sender else []), *contact]
    for item, told in known:
        lines += ["", *_entry(words, item, told)]
    return {
        f"{NAME}.txt": "\n".join([*lines, ""]).encode(),
        f"{NAME}.json": f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode(),
    }


def _customer(programme: Programme, brand: Brand) -> tuple[str, list[str]]:
    """Return who orders, and where to reach them: address, telephone, e-mail, as far as known."""
    sender = programme.sender
    if sender is None:
        return brand.sender, [*brand.address]
    reached = (*sender.address, *(way for way in (sender.phone, sender.email) if way))
    return sender.name.text, [str(line) for line in reached]


def _told(item: Item) -> dict[str, Any]:
    """Return what is told of a file, in millimetres; nothing if it is no PDF any more."""
    terms, printer, found = item.terms, item.terms.printer, facts(item.data)
    if found is None:
        return {}
    wanted = terms.wanted
    said = {"quantity": wanted.quantity, "paper": wanted.paper, "delivery": wanted.delivery}
    files = {f"{wanted.name}{end}": data for end, data in {PRINT: item.data, **item.others}.items()}
    return {
        "material": wanted.name.text,
        **{key: value.text if value else None for key, value in said.items()},
        "trim": [round(side / 72 * 25.4, 1) for side in (found.width, found.height)],
        "pages": len(found.inks),
        "folds": [
            {"page": fold.side + 1, "at": _millimetres(fold.at)} for fold in terms.form.folds
        ],
        "stitched": terms.is_stitched,
        "hole": _hole(terms.form.hole),
        "bleed": {key: _millimetres(edge) for key, edge in printer.bleed._asdict().items()},
        "marks": printer.marks.value,
        "colours": [list(inks) for inks in found.inks],
        "fonts": list(found.fonts),
        "standard": printer.standard.value,
        "printer": {"name": printer.name, "title": printer.title},
        "condition": {"identifier": printer.condition.identifier, "info": printer.condition.info},
        "ink_limit": printer.ink_limit,
        "imposed": _imposed(terms),
        "files": [
            {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
        ],
    }


def _hole(hole: Hole | None) -> dict[str, float] | None:
    if hole is None:
        return None
    return {key: _millimetres(getattr(hole, key)) for key in ("across", "x", "y")}


def _imposed(terms: Terms) -> dict[str, Any] | None:
    grid, paper = terms.grid, terms.wanted.imposed
    if grid is None or paper is None:
        return None
    size = [_millimetres(grid.width), _millimetres(grid.height)]
    return {"paper": paper.value, "size": size, "copies": len(grid.boxes)}


def _entry(words: Trade, item: Item, told: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a print file: what decides the price first."""
    terms, printer = item.terms, item.terms.printer
    condition = f"{printer.condition.identifier}: {printer.condition.info}"
    limit = words.ink.format(limit=f"{printer.ink_limit:g}")
    rows = [
        (words.quantity, told["quantity"] or words.unsaid),
        (words.paper, told["paper"] or words.unsaid),
        (words.delivery, told["delivery"] or words.unsaid),
        (words.size, f"{' × '.join(f'{length:g}' for length in told['trim'])} mm"),
        *_finished(words, terms.form),
        (words.pages, str(told["pages"])),
        (words.colours, colours(told["colours"])),
        (words.bleed, _bleed(printer.bleed)),
        ("PDF", f"{printer.standard} · {condition} · {limit}"),
        (words.printer, f"{printer.title} ({printer.name})"),
        (words.fonts, f"{', '.join(told['fonts'])} ({words.embedded})"),
        *_files(words, terms, told),
    ]
    width = max(len(label) for label, _ in rows) + 2
    yield from (told["material"], "=" * len(told["material"]))
    # What goes on below stands in its column: no line of a wish looks like one of ours.
    yield from (f"{label:<{width}}{said}".replace("\n", f"\n{'':<{width}}") for label, said in rows)


def _finished(words: Trade, form: Format) -> Iterator[tuple[str, str]]:
    """Yield what is done to what is printed beyond cutting it: folds, stitches, a hole."""
    valleys = [fold.valley for fold in form.folds if fold.side is Side.OUTSIDE]
    if valleys:
        several = words.zigzag if len({*valleys}) > 1 else words.roll
        yield words.finishing, several if len(valleys) > 1 else words.once
        yield words.fold, _leaves(form)
    if form.multiple > 1:
        yield words.finishing, words.stitched
    if form.hole:
        yield words.finishing, hole_of(words, form.hole)


def _leaves(form: Format) -> str:
    """Return the widths of the leaves of a folded sheet, as they lie on each of its pages."""
    sides = sorted({panel.side for panel in form.panels})
    rows = [
        " | ".join(
            f"{to_mm(panel.box.w):g}"
            for panel in sorted(form.panels, key=lambda panel: panel.box.x)
            if panel.side is side
        )
        for side in sides
    ]
    return " mm, ".join(f"{side + 1}: {row}" for side, row in zip(sides, rows, strict=True)) + " mm"


def _bleed(edges: Edges) -> str:
    """Return the bleed of all edges, or of each with an arrow to it."""
    lengths = [f"{to_mm(edge):g}" for edge in edges]
    if len(set(lengths)) == 1:
        return f"{lengths[0]} mm"
    return ", ".join(f"{arrow} {length} mm" for arrow, length in zip("↑→↓←", lengths, strict=True))


def colours(pages: Sequence[Sequence[str]]) -> str:
    """Return the inks of each page, once if they are all alike: `1: CMYK, 2–4: K`."""
    shown = [_inks(inks) for inks in pages]
    if len(set(shown)) == 1:
        return shown[0]
    runs = [[*run] for _, run in groupby(enumerate(shown, 1), key=itemgetter(1))]
    return ", ".join(
        f"{run[0][0]}{f'–{run[-1][0]}' if run[1:] else ''}: {run[0][1]}" for run in runs
    )


def _inks(inks: Sequence[str]) -> str:
    """Return inks as shops count them: black alone or all of the process, and each spot ink."""
    process = [ink for ink in inks if len(ink) == 1]
    spots = [ink for ink in inks if len(ink) > 1]
    whole = ["K" if process == ["K"] else "CMYK"] if process else []
    return " + ".join((*whole, *spots)) or "–"


def _files(words: Trade, terms: Terms, told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the file to print with its digest, then the files made from it."""
    proof, _, _ = words.proof.partition(" – ")
    labels = {PRINT: words.file, PROOF: proof, IMPOSED: words.imposed}
    for file in told["files"]:
        end = next(end for end in labels if file["name"].endswith(end))
        yield labels[end], file["name"]
        if end == IMPOSED:
            yield "", _way(words, terms)
        yield "", f"SHA-256 {file['sha256']}"


def _way(words: Trade, terms: Terms) -> str:
    """Return how pages lie on their sheets."""
    paper = str(terms.wanted.imposed).upper()
    if terms.is_stitched:
        return words.spreads.format(paper=paper)
    return words.copies.format(count=len(terms.grid.boxes) if terms.grid else 1, paper=paper)


def _millimetres(length: Emu) -> float:
    return round(to_mm(length), 2)
