"""QR codes: one outline, dark on light, with the address in letters under it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

import pytest
import segno
from pptx import Presentation

from composing import content, deck, said
from paroll.brand.colour import contrast
from paroll.kinds.codes import QUIET, Code, matrix
from paroll.paint import pptx
from paroll.sheet import Role, Shape, Sheet, Slot
from paroll.units import Box
from specimens import brand, typecase

SHORT, LONG = "https://val.se", "https://www.val.se/" + "x" * 60


def slide(address: str, **more: str) -> Sheet:
    return deck([{"heading": "Bli medlem", "qr": address, **more}]).sheets[1]


def code(sheet: Sheet) -> Shape:
    (shape,) = (mark for mark in sheet.content if isinstance(mark, Shape))
    return shape


@pytest.mark.parametrize("address", ["tel:112", SHORT, "mailto:info@example.se", LONG * 4])
def test_the_outline_is_that_of_the_dark_modules(address: str) -> None:
    rows = matrix(address)
    side = len(rows) + 2 * QUIET
    slot = Slot("Code", Role.PICTURE, Box(100, 200, side * 10, side * 10), ())
    shape = Code(address, "", "ink").set(typecase(), slot)
    assert shape.box == Box(140, 240, len(rows) * 10, len(rows) * 10)
    columns = [crossings(shape, 240 + 10 * y + 5) for y in range(len(rows))]
    painted = [
        [sum(at < 140 + 10 * x + 5 for at in row) % 2 for x in range(len(rows))] for row in columns
    ]
    assert painted == [list(row) for row in rows]


def crossings(shape: Shape, y: int) -> list[int]:
    """Where the upright edges of an outline cross a row."""
    edges, start, at = [], (0, 0), (0, 0)
    for segment in shape.outline:
        to = segment.points[0] if segment.points else start
        if segment.step == "M":
            start = to
        elif min(at[1], to[1]) < y < max(at[1], to[1]):
            edges.append(at[0])
        at = to
    return edges


def test_modules_that_touch_have_no_edge_between_them() -> None:
    """Edges there would show as hairlines. So they are as long as dark and light are neighbours."""
    shape, rows = code(slide(SHORT)), matrix(SHORT)
    ends = [segment.points[0] for segment in shape.outline if segment.points]
    starts = [n for n, s in enumerate(s for s in shape.outline if s.points) if s.step == "M"]
    loops = [ends[a:b] for a, b in zip(starts, [*starts[1:], len(ends)], strict=True)]
    steps = (step for loop in loops for step in zip(loop, [*loop[1:], loop[0]], strict=True))
    length = sum(abs(x1 - x0) + abs(y1 - y0) for (x0, y0), (x1, y1) in steps)
    module = shape.box.w // len(rows)
    assert length == module * (changes(rows) + changes(list(zip(*rows, strict=True))))


def changes(rows: Sequence[Sequence[int]]) -> int:
    return sum(a != b for row in rows for a, b in pairwise((0, *row, 0)))


LEVELS = [(SHORT, "M"), (f"{SHORT}/ung", "Q"), ("tel:112", "H")]


@pytest.mark.parametrize(("address", "level"), LEVELS)
def test_a_code_may_lose_more_where_that_makes_it_no_finer(address: str, level: str) -> None:
    code = segno.make_qr(address, error="m")
    assert code.error == level
    assert len(matrix(address)) == len(segno.make_qr(address, error="m", boost_error=False).matrix)


@pytest.mark.parametrize("kit", ["campaign", "alternative", "public"])
def test_the_code_is_dark_on_a_light_card_with_its_quiet_zone(kit: str) -> None:
    sheet = deck([{"heading": "Bli medlem", "qr": SHORT}], brand=kit).sheets[1]
    shape, colours = code(sheet), brand(kit).colours
    (card,) = (s for s in sheet.layout.furniture if isinstance(s, Shape) and s.fill == "clear")
    module = shape.box.w / len(matrix(SHORT))
    quiet = QUIET * module
    inner = Box.between(
        *(round(edge) for edge in (card.box.x + quiet, card.box.y + quiet)),
        *(round(edge) for edge in (card.box.right - quiet, card.box.bottom - quiet)),
    )
    assert inner.contains(shape.box, slack=1)
    assert contrast(colours[card.fill].screen, colours[shape.fill].screen) > 12


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("https://val.se/", "val.se"),
        ("HTTP://www.val.se/a", "www.val.se/a"),
        ("mailto:info@val.se", "info@val.se"),
        ("tel:0611-55 78 00", "0611-55 78 00"),
        ("västernorrland.se/rösta", "västernorrland.se/rösta"),
    ],
)
def test_the_address_is_printed_as_it_is_said_and_is_a_link(typed: str, shown: str) -> None:
    sheet = slide(typed)
    address = content(sheet)["Address"]
    assert said(address) == [shown]
    (run,) = address.paragraphs[0].runs
    assert run.link.startswith(("https://", "http://", "mailto:", "tel:"))
    assert run.link.isascii()
    assert code(sheet).alt == f"QR-kod till {shown}"


def test_a_long_address_takes_the_whole_row_in_type_that_can_be_read() -> None:
    short, long = (content(slide(address))["Address"] for address in (SHORT, LONG))
    assert long.slot.box.w > short.slot.box.w
    assert short.slot.box.right == long.slot.box.right
    assert len(long.lines) == 1


def test_in_the_deck_the_code_is_one_shape_that_says_where_it_leads() -> None:
    document = deck([{"heading": "Bli medlem", "qr": SHORT}])
    shapes = list(Presentation(BytesIO(pptx.paint(document, brand()))).slides)[1].shapes
    (shape,) = (shape for shape in shapes if not shape.is_placeholder)
    named = shape._element.find(".//{*}cNvPr")
    assert named.get("descr") == "QR-kod till val.se"
    assert named.find(".//{*}decorative") is None
    assert len(shape._element.findall(".//{*}path")) == 1
