"""Golden files: pages as text, in millimetres and words, readable in a diff.

`make golden` sets `PAROLL_GOLDEN` and the tests then write what they would compare.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from paroll.sheet import Chart, Document, Line, Mark, Picture, Shape, Sheet, Table, Text
from paroll.units import Box, Emu, to_mm, to_pt

FOLDER = Path(__file__).parent / "golden"
SHOWN = {0xA0: "⍽", 0xAD: "¬", 0x2060: "⁀"}
"""Signs for a no-break space, a soft hyphen and a word joiner: one cannot see them in a diff."""


def assert_golden(name: str, text: str) -> None:
    """Compare with the golden file of that name, or write it if asked to."""
    file = FOLDER / f"{name}.txt"
    if os.environ.get("PAROLL_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    elif not file.exists():
        pytest.fail(f"no golden file {name}: look at the pages, then run make golden")
    change = unified_diff(file.read_text("utf-8").splitlines(), text.splitlines(), "was", "is", n=1)
    if lines := list(change):
        pytest.fail("\n".join([f"{name} changed: look at it, then run make golden", *lines]))


def as_text(document: Document) -> str:
    """Return the pages as they stand: what is where, line by line."""
    head = [
        f"{document.title} ({document.language}), by {document.author}",
        f"{mm(document.size.w)} x {mm(document.size.h)} mm, bleed {mm(document.bleed)}",
    ]
    pages = (page(number, sheet) for number, sheet in enumerate(document.sheets, 1))
    text = "\n".join([*head, *(line for lines in pages for line in lines), ""])
    return text.translate(SHOWN)


def menu(document: Document) -> str:
    """Return the layouts a colleague can choose from, each with the slots it has."""
    lines = (
        f"{layout.kind}: {layout.name} ({', '.join(slot.name for slot in layout.slots)})"
        for layout in document.layouts
    )
    return "\n".join([*lines, ""])


def page(number: int, sheet: Sheet) -> Iterator[str]:
    yield f"\n--- {number}. {sheet.title}"
    yield f"{sheet.layout.kind} on layout {sheet.layout.name!r}, ground {sheet.layout.ground}"
    for name, marks in (("furniture", sheet.layout.furniture), ("content", sheet.content)):
        yield f"{name}:"
        for one in marks:
            yield from (f"  {line}" for line in mark(one))
    if sheet.notes:
        yield "notes:"
        yield from (f"  {line}" for line in sheet.notes.splitlines())


def mark(one: Mark) -> Iterator[str]:
    match one:
        case Shape():
            form = f"outline of {len(one.outline)} steps" if one.outline else one.form.value
            yield f"{form} {where(one.box)} {one.fill}"
        case Chart():
            yield f"{one.form.value} chart {one.slot.name!r} {where(one.slot.box)} {one.alt!r}"
            yield from (f"  {line}" for part in one.ink for line in mark(part))
        case Picture():
            yield f"picture {where(one.box)} {one.alt!r}"
        case Text():
            yield f"{one.slot.role.value} {one.slot.name!r} {where(one.slot.box)}"
            yield from (f"  {line(each)}" for each in one.lines)
        case Table():
            widths = " + ".join(mm(width) for width in one.columns)
            yield f"table {one.slot.name!r} {where(one.box)}, columns {widths}: {one.alt!r}"
            for number, row in enumerate(one.rows):
                head = " (header)" if one.header and number == 0 else ""
                yield f"  row of {mm(row.height)}{head}"
                for cell in row.cells:
                    yield f"    cell {where(cell.slot.box)}"
                    yield from (f"      {line(each)}" for each in cell.lines)
            yield from (f"  {each}" for drawn in one.drawn for each in mark(drawn))


def line(each: Line) -> str:
    """Where the line begins, the voice it ends in, its runs with | between them."""
    first, voice = each.runs[0], each.runs[-1]
    style = "".join((" bold" * voice.face.bold, " italic" * voice.face.italic))
    size = f"{to_pt(voice.size):g} pt {voice.face.family.value}{style} {voice.colour}"
    text = "|".join("".join(glyph.text for glyph in run.glyphs) for run in each.runs)
    return f"{mm(first.x)} {mm(each.y)} [{size}] {text}"


def where(box: Box) -> str:
    return f"({mm(box.x)} {mm(box.y)} {mm(box.w)} {mm(box.h)})"


def mm(length: Emu) -> str:
    return f"{to_mm(length):.1f}"
