"""SVG drawings become filled outlines that look the same, or are refused on the line at fault."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from clock import processor_time
from paroll.pictures import Sketch
from paroll.pictures.raster import rasterised
from paroll.sheet import Area
from paroll.svg import drawing_of
from paroll.svg.flatten import UNITS, Drawing
from paroll.svg.tree import MOST_BYTES, Fault
from paroll.units import Box, pt
from tools import require, run

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect width="10" height="10"/>'


def svg(content: str, box: str = "0 0 100 100", head: str = "") -> bytes:
    return f'{head}<svg {NS} viewBox="{box}">{content}</svg>'.encode()


def draw(content: str, box: str = "0 0 100 100") -> Drawing:
    drawing, faults = drawing_of(svg(content, box))
    assert drawing, faults
    assert faults == []
    return drawing


def refuse(data: bytes) -> list[Fault]:
    drawing, faults = drawing_of(data)
    assert drawing is None
    assert faults
    return faults


def edges(area: Area) -> tuple[int, ...]:
    """Return left, top, right and bottom in hundredths of the drawing's longer side."""
    xs, ys = zip(*(point for step in area.outline for point in step.points), strict=True)
    return tuple(round(100 * edge / UNITS) for edge in (min(xs), min(ys), max(xs), max(ys)))


def test_the_longer_side_is_a_million_units_wherever_the_drawing_begins() -> None:
    drawing = draw(SQUARE, "-10 -10 200 100")
    assert (drawing.width, drawing.height) == (UNITS, UNITS // 2)
    assert edges(drawing.areas[0]) == (5, 5, 10, 10)


def test_a_drawing_without_view_box_has_its_width_and_height() -> None:
    drawing, _ = drawing_of(f'<svg {NS} width="2in" height="96px">{SQUARE}</svg>'.encode())
    assert drawing
    assert (drawing.width, drawing.height) == (UNITS, UNITS // 2)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ('<rect x="20" y="30" width="10" height="5"/>', (20, 30, 30, 35)),
        ('<rect x="20" y="30" width="10" height="5" rx="2"/>', (20, 30, 30, 35)),
        ('<circle cx="50" cy="50" r="10"/>', (40, 40, 60, 60)),
        ('<polygon points="10,10 30,10 30,40"/>', (10, 10, 30, 40)),
        ('<line x1="10" y1="50" x2="90" y2="50" stroke="red" stroke-width="4"/>', (10, 48, 90, 52)),
        (f'<g transform="translate(20 30) scale(2)">{SQUARE}</g>', (20, 30, 40, 50)),
        (f'<g transform="rotate(90 50 50)">{SQUARE}</g>', (90, 0, 100, 10)),
        (f'<defs><g id="a">{SQUARE}</g></defs><use href="#a" x="40" y="50"/>', (40, 50, 50, 60)),
        (f'<defs><g id="a">{SQUARE}</g></defs><use xlink:href="#a" x="4"/>', (4, 0, 14, 10)),
        ('<path d="M10 10a5 5 0 0110 0v5z"/>', (10, 5, 20, 15)),
        ('<path d="M10 50q10-20 20 0t20 0z"/>', (10, 37, 50, 63)),
        ('<rect width="1cm" height="10mm"/>', (0, 0, 38, 38)),
    ],
)
def test_shapes_stand_where_they_are_drawn(content: str, where: tuple[int, ...]) -> None:
    area = draw(content).areas[-1]
    assert edges(area) == where


@pytest.mark.parametrize(
    ("content", "fills"),
    [
        (SQUARE, ["#000000"]),
        (f'<g fill="teal">{SQUARE}</g>', ["#008080"]),
        (f'<g fill="#f00"><g style="fill:#0F0">{SQUARE}</g></g>', ["#00FF00"]),
        (f'<style>.a,.b{{fill:#123456}}</style><g class="b">{SQUARE}</g>', ["#123456"]),
        (f'<g color="red" fill="currentColor">{SQUARE}</g>', ["#FF0000"]),
        ('<rect width="9" height="9" fill="rgb(10%, 20%, 100%)" stroke="navy"/>',
         ["#1A33FF", "#000080"]),
        (f'<g fill="none"><rect width="9" height="9" fill="red"/>{SQUARE}</g>', ["#FF0000"]),
        (f'<g display="none">{SQUARE}</g><rect width="9" height="9" opacity="0"/>{SQUARE}',
         ["#000000"]),
        (f'<g visibility="hidden">{SQUARE}</g>{SQUARE}', ["#000000"]),
        (f'<rect x="200" width="9" height="9"/>{SQUARE}', ["#000000"]),
    ],
)  # fmt: skip
def test_fills_and_strokes_are_plain_colours_in_the_order_they_are_painted(
    content: str, fills: list[str]
) -> None:
    assert [area.fill for area in draw(content).areas] == fills


def test_a_fill_keeps_its_rule() -> None:
    drawn = draw(f'<g fill-rule="evenodd">{SQUARE}</g>{SQUARE}')
    assert [area.nonzero for area in drawn.areas] == [False, True]


def test_what_is_clipped_or_reaches_beyond_the_drawing_is_shown_through_a_window() -> None:
    clip = '<clipPath id="c"><rect x="5" y="5" width="20" height="20"/></clipPath>'
    clipped, beyond, inside = draw(
        f'{clip}<g clip-path="url(#c)">{SQUARE}</g><rect x="90" width="20" height="9"/>{SQUARE}'
    ).areas
    assert clipped.window == Box(50_000, 50_000, 200_000, 200_000)
    assert beyond.window == Box(0, 0, UNITS, UNITS)
    assert inside.window is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<text>Hej</text>", "`text` cannot be flattened"),
        ('<image href="#a"/>', "`image` cannot be flattened"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "its fill is a gradient"),
        ('<rect width="9" height="9" opacity=".5"/>', "half-transparent"),
        ('<rect width="9" height="9" fill="#11223344"/>', "half-transparent"),
        ('<rect width="9" height="9" stroke="red" stroke-dasharray="1 2"/>', "dashes"),
        ('<rect width="9" height="9" filter="url(#f)"/>', "`filter` cannot"),
        ('<g mask="url(#m)"><rect width="9" height="9"/></g>', "`mask` cannot"),
        ('<path d="M0 0 9 9" marker-end="url(#m)"/>', "markers"),
        ('<rect width="50%" height="9"/>', "“50%” is not a plain length"),
        ('<rect width="9" height="9" fill="cmyk(1)"/>', "“cmyk(1)”, which is not a colour"),
        ('<rect width="9" height="9" transform="spin(3)"/>', "its transform is not understood"),
        ('<use href="#b"/>', "there is nothing called #b"),
        ('<symbol id="s"/><use href="#s"/>', "`use` of `symbol`"),
        (f'<svg>{SQUARE}</svg>', "`svg` cannot be flattened"),
        (f'<clipPath id="c"><circle r="9"/></clipPath><g clip-path="url(#c)">{SQUARE}</g>',
         "no upright rectangle"),
        ('<style>rect > g{fill:red}</style>', "the selector “rect > g” is not read"),
        ('<rect width="1e9" height="9"/>', "a number is too large"),
        ('<path d="M0 0 L 1"/>', "command L has 1 numbers"),
        ("", "it paints nothing"),
        (f'<g fill="none">{SQUARE}</g>', "it paints nothing"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_as_it_is_is_named_on_its_line(content: str, says: str) -> None:
    data = svg(f"\n\n{content}")
    faults = refuse(data)
    assert says in faults[0].message
    assert faults[0].line == (1 if "nothing" in says and "#b" not in says else 3)
    assert faults[0].hint


@pytest.mark.parametrize(
    "content",
    [
        '<image href="{0}"/>',
        '<image xlink:href="file://{0}"/>',
        '<use href="{0}#a"/>',
        '<use xlink:href="https://exempel.se/a.svg#a"/>',
        '<rect width="9" height="9" fill="url({0}#g)"/>',
        "<rect width=\"9\" height=\"9\" style=\"fill:url('{0}#g')\"/>",
        '<g clip-path="url(file://{0})"/>',
        '<filter id="f"><feImage href="{0}"/></filter>',
        "<style>@import url({0});</style>",
        "<style>@import '{0}';</style>",
        "<style>@font-face{{font-family:a;src:url({0})}}</style>",
        '<style>.a{{fill:url("{0}#a")}}</style>',
        '<script href="{0}"/>',
        "<script>alert(1)</script>",
        "<foreignObject><body/></foreignObject>",
        "<defs><foreignObject/></defs>",
    ],
)  # fmt: skip
def test_nothing_outside_a_drawing_is_read_and_no_program_run(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = tmp_path / "canary.svg"
    canary.write_bytes(svg(SQUARE))
    opened: list[object] = []
    monkeypatch.setattr("builtins.open", lambda name, *_, **__: opened.append(name))
    faults = refuse(svg(content.format(canary) + SQUARE))
    assert opened == []
    assert "refers to another file" in faults[0].message or "refused" in faults[0].message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hej",
        b"<svg/>",
        b"<html/>",
        svg("<"),
        svg(SQUARE, head="<!DOCTYPE svg [<!ENTITY a 'b'>]>"),
        svg("&a;", head='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        svg(SQUARE, head='<!DOCTYPE svg SYSTEM "file:///etc/passwd">'),
        svg("&undefined;"),
        svg(SQUARE).decode().encode("utf-16"),
        svg(SQUARE, "0 0 0 9"),
        svg(SQUARE, "0 0 1"),
        svg(SQUARE, "0 0 1e-3 9e5"),
        b" " * (MOST_BYTES + 1),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    refuse(data)


def test_a_document_type_that_only_names_the_standard_is_passed_over() -> None:
    name = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
    drawing, faults = drawing_of(svg(SQUARE, head=f"<!DOCTYPE svg PUBLIC\n{name}>\n"))
    assert drawing
    assert faults == []


def nested(levels: int, each: int) -> str:
    """Return `use` in `use`: each level repeats the one below it."""
    groups = (
        f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * each + "</g>" for n in range(1, levels)
    )
    return f'<defs><g id="a0">{SQUARE}</g>{"".join(groups)}</defs><use href="#a{levels - 1}"/>'


@pytest.mark.parametrize(
    "content",
    [
        nested(10, 10),
        nested(30, 2),
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        "<g>" * 250 + "</g>" * 250,
        "<g>" * 100_000,
        SQUARE * 25_000,
        f'<path d="M0 0{"L1 2 3 4" * 100_000}"/>',
        f'<path stroke="red" d="M0 0{"C1 90 90 1 9 9 1 1 50 3 2 2" * 5_000}"/>',
        f'<path stroke="red" stroke-linejoin="round" d="M0 0{"L1 2 3 4" * 8_000}"/>',
        '<path d="M0 0A' + "1" * 400_000 + '"/>',
        "<style>" + "/*" * 400_000 + "</style>",
        "<style>" + "a{" * 400_000 + "</style>",
        "<text/>" * 100_000,
        f'<g transform="{"scale(1)" * 90_000}">{SQUARE}</g>',
    ],
    ids=range(15),
)
def test_a_hostile_drawing_is_read_or_refused_within_two_seconds(content: str) -> None:
    with processor_time() as seconds:
        drawing_of(svg(content))
    assert seconds[0] < 2


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    (tmp_path / "bomb.svg").write_bytes(svg(nested(10, 10)))
    script = (
        "import sys; from pathlib import Path; from paroll.svg import drawing_of;"
        "print(drawing_of(Path(sys.argv[1]).read_bytes())[1][0].message);"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    if not Path("/proc/self/status").exists():
        pytest.skip("no /proc here to read the peak of memory from")
    said, kilobytes = run(sys.executable, "-c", script, tmp_path / "bomb.svg").splitlines()
    assert said == "it has more than 25 000 parts"
    assert int(kilobytes) < 300_000


@given(st.text(st.sampled_from("MmLlHhVvCcSsQqTtZzAa0123456789.,- e+")))
@settings(deadline=None)
def test_any_path_gives_a_drawing_or_a_fault(data: str) -> None:
    drawing, faults = drawing_of(svg(f'<path d="{data}" stroke="red"/>{SQUARE}'))
    assert (drawing is None) == bool(faults)


DRAWINGS = {
    "strokes": '<g fill="none" stroke="#7A0D1C" stroke-width="6">'
    '<path d="M10 20 L40 80 L70 20" stroke-linejoin="miter"/>'
    '<path d="M80 20 C95 40 70 60 90 85" stroke-linecap="round"/>'
    '<path d="M8 90h60" stroke-linecap="square" stroke-width="3"/></g>',
    "transforms": '<g transform="translate(50 50) rotate(30) skewX(20) scale(1.5 .7)">'
    '<rect x="-20" y="-20" width="40" height="40" rx="8" fill="#1D5E9C"/>'
    '<circle r="14" fill="none" stroke="gold" stroke-width="5"/></g>',
    "rules": '<path d="M10 10h40v40h-40z M20 20h20v20h-20z" fill-rule="evenodd" fill="#B3202A"/>'
    '<path d="M55 55h40v40h-40z M65 65h20v20h-20z" fill="#2E6B46"/>'
    '<path d="M75 8 85 44 58 22 92 22 65 44z" fill="#444"/>'
    '<path d="M25 58 35 94 8 72 42 72 15 94z" fill="#444" fill-rule="evenodd"/>',
    "clones": '<defs><g id="a"><ellipse cx="12" cy="12" rx="12" ry="6" fill="teal"/>'
    '<path d="M12 2a10 10 0 01 9 14l-9-4z" fill="#FC3"/></g></defs>'
    '<use href="#a" x="8" y="8"/><use href="#a" transform="translate(60 20) rotate(45)"/>'
    '<g transform="matrix(2 .3 -.4 1.5 30 45)"><use xlink:href="#a"/></g>',
    "windows": '<clipPath id="c"><rect x="20" y="20" width="60" height="50"/></clipPath>'
    '<g clip-path="url(#c)"><circle cx="30" cy="30" r="25" fill="tomato"/>'
    '<circle cx="70" cy="60" r="25" stroke="navy" stroke-width="8"/></g>'
    '<rect x="-20" y="85" width="140" height="30" fill="#888"/>',
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_looks_as_another_program_draws_it(name: str, tmp_path: Path) -> None:
    require("rsvg-convert")
    (tmp_path / "a.svg").write_bytes(svg(DRAWINGS[name]))
    run("rsvg-convert", "-w", "400", "-o", tmp_path / "theirs.png", tmp_path / "a.svg")
    box = Box(0, 0, pt(100), pt(100))
    (tmp_path / "ours.png").write_bytes(
        rasterised(Sketch("a.svg", draw(DRAWINGS[name])).shown(box), box, 288)
    )
    ours, theirs = (on_white(tmp_path / f"{each}.png") for each in ("ours", "theirs"))
    assert ours.size == theirs.size == (400, 400)
    off = ImageChops.difference(ours, theirs).convert("L")
    assert ImageStat.Stat(off).mean[0] < 1  # edges are smoothed otherwise
    assert sum(off.histogram()[96:]) < 300  # a window may end in the next row of pixels
    assert len(theirs.getcolors(1 << 20) or ()) > 3


def on_white(file: Path) -> Image.Image:
    image = Image.open(file).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
