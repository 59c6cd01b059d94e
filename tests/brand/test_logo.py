"""Logos: a strict small part of SVG, or PNG."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock import processor_time
from paroll.brand.logo import read_logo
from paroll.brand.model import Drawing, Ink, Raster
from paroll.brand.svg import UNITS
from paroll.finding import Finding

COLOURS = {
    "strong": Ink("#D3122A", (8, 100, 95, 2)),
    "ink": Ink("#231517", (0, 0, 0, 100)),
    "clear": Ink("#FFFFFF", (0, 0, 0, 0)),
}
NS = 'xmlns="http://www.w3.org/2000/svg"'
RED = 'fill="#D3122A"'


def svg(content: str, box: str = "0 0 100 50") -> bytes:
    return f'<svg {NS} viewBox="{box}">{content}</svg>'.encode()


def draw(content: str, box: str = "0 0 100 50") -> Drawing:
    logo, found = read_logo(svg(content, box), "logo.svg", COLOURS)
    assert not found, found
    assert isinstance(logo, Drawing)
    return logo


def refuse(data: bytes) -> list[Finding]:
    logo, found = read_logo(data, "logo.svg", COLOURS)
    assert logo is None
    assert found
    return found


def test_the_longer_side_of_a_drawing_is_a_million_units() -> None:
    logo = draw(f'<rect width="100" height="50" {RED}/>')
    assert (logo.width, logo.height) == (UNITS, UNITS / 2)


def test_a_view_box_may_begin_anywhere() -> None:
    ((_, (move, *_)),) = draw(
        f'<rect x="-10" y="20" width="1" height="1" {RED}/>', "-10 20 100 50"
    ).parts
    assert move.points == ((0, 0),)


@pytest.mark.parametrize(
    ("shape", "steps"),
    [
        ('<rect x="1" y="2" width="3" height="4"', "MLLLZ"),
        ('<circle cx="10" cy="10" r="5"', "MCCCCZ"),
        ('<ellipse cx="10" cy="10" rx="5" ry="3"', "MCCCCZ"),
        ('<polygon points="0,0 10,0 10,10"', "MLLZ"),
        ('<path d="M0 0h10v5H0z"', "MLLLZ"),
    ],
)
def test_plain_shapes_become_outlines(shape: str, steps: str) -> None:
    ((colour, outline),) = draw(f"{shape} {RED}/>").parts
    assert colour == "strong"
    assert "".join(segment.step for segment in outline) == steps


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        ('fill="#D3122A"', "strong"),
        ('fill="#d3122a"', "strong"),
        ('fill="#D41028"', "strong"),
        ('fill="white"', "clear"),
        ('fill="#fff"', "clear"),
        ('style="fill:#231517;"', "ink"),
    ],
)
def test_a_fill_is_the_colour_of_the_brand_it_is_nearest_to(fill: str, colour: str) -> None:
    ((found, _),) = draw(f'<rect width="1" height="1" {fill}/>').parts
    assert found == colour


def test_groups_hand_down_their_fill() -> None:
    logo = draw(
        f'<title>Partiet</title><g {RED}><rect width="1" height="1"/>'
        '<g fill="#FFFFFF"><rect width="1" height="1"/></g>'
        '<rect width="1" height="1" fill="none"/></g>'
    )
    assert [colour for colour, _ in logo.parts] == ["strong", "clear"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('<rect width="1" height="1" fill="#00AA00"/>', "#00AA00 is not a colour of the brand"),
        ('<rect width="1" height="1" fill="url(#a)"/>', "url(#a) is not a colour"),
        ('<rect width="1" height="1" fill="currentColor"/>', "currentColor is not a colour"),
        ('<rect width="1" height="1"/>', "#000000 is not a colour"),
        (f'<rect width="1" height="1" rx="1" {RED}/>', "`rx` is not read"),
        (f'<rect width="1" height="1" stroke="red" {RED}/>', "`stroke` is not read"),
        (f'<rect width="1" height="1" opacity="0.5" {RED}/>', "`opacity` is not read"),
        (f'<g transform="scale(2)"><rect width="1" height="1" {RED}/></g>', "`transform`"),
        (f'<rect width="1" height="1" onload="x()" {RED}/>', "`onload` is not read"),
        ('<rect width="1" height="1" style="fill:#D3122A;stroke:red"/>', "`style` is not read"),
        ("<style>rect{fill:red}</style>", "`style` is not read"),
        ("<script>x()</script>", "`script` is not read"),
        ("<text>S</text>", "`text` is not read"),
        ('<image href="file:///etc/passwd"/>', "`image` is not read"),
        ('<g id="a"/><use href="#a"/>', "`use` is not read"),
        ('<linearGradient id="a"/>', "`linearGradient` is not read"),
        ("<foreignObject/>", "`foreignObject` is not read"),
        (f'<path d="L0 0" {RED}/>', "begins with M"),
        (f'<path d="M0 0L1" {RED}/>', "command L has 1 numbers"),
        (f'<path d="M0 0Z1" {RED}/>', "command Z has 1 numbers"),
        (f'<path d="M0 0#" {RED}/>', "“#” is not a number"),
        (f'<path d="M0 1e9" {RED}/>', "a number is too large"),
        (f'<path d="1 M0 0" {RED}/>', "begins with M"),
        (f'<polygon points="0 0 1" {RED}/>', "it has 3 numbers"),
        (f'<circle r="5 mm" {RED}/>', "“m” is not a number"),
        ("", "the drawing is empty"),
    ],
)
def test_everything_else_is_refused_by_name(content: str, words: str) -> None:
    assert words in " / ".join(finding.message for finding in refuse(svg(content)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hej",
        b"<svg/>",
        b"<html/>",
        f"<svg {NS}><".encode(),
        f'<!DOCTYPE svg><svg {NS} viewBox="0 0 1 1"/>'.encode(),
        f'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {NS}>&a;</svg>'.encode(),
        f'<svg {NS} viewBox="0 0 1 1"/>'.encode("utf-16"),
        f'<svg {NS} viewBox="0 0 0 1"/>'.encode(),
        f'<svg {NS} viewBox="0 0 1"/>'.encode(),
        f'<svg {NS} width="10" height="10"/>'.encode(),
        b"\xff\xd8\xff\xe0 jpeg",
        b" " * 1_000_001,
    ],
)
def test_what_is_no_drawing_is_a_finding(data: bytes) -> None:
    assert [finding.code for finding in refuse(data)] == ["B011"]


def test_a_finding_names_the_line() -> None:
    (finding,) = refuse(svg(f"\n\n<text>S</text>\n<rect width='1' height='1' {RED}/>"))
    assert str(finding.span) == "logo.svg:3:1"


def test_path_commands_are_read_absolute() -> None:
    relative = draw(f'<path d="m10 10l10 0c0 5 5 5 5 10s5 5 5 10q5 0 5 5z" {RED}/>')
    absolute = draw(f'<path d="M10,10L20,10C20,15,25,15,25,20S30,25,30,30Q35,30,35,35Z" {RED}/>')
    assert relative == absolute


def test_numbers_may_stand_without_spaces() -> None:
    assert draw(f'<path d="M.5.5L1-1L1e1,1E1z" {RED}/>') == draw(
        f'<path d="M0.5 0.5 L1 -1 10 10 Z" {RED}/>'
    )


def test_a_curve_ends_where_it_should() -> None:
    ((_, outline),) = draw(f'<circle cx="50" cy="25" r="25" {RED}/>').parts
    ends = [segment.points[-1] for segment in outline if segment.points]
    assert ends == [
        (750_000, 250_000),
        (500_000, 500_000),
        (250_000, 250_000),
        (500_000, 0),
        (750_000, 250_000),
    ]


@given(st.text(st.sampled_from("MmLlHhVvCcSsQqZzAa0123456789.,- e+")))
@settings(deadline=None)
def test_any_path_gives_an_outline_or_a_finding(data: str) -> None:
    logo, found = read_logo(svg(f'<path d="{data}" {RED}/>'), "logo.svg", COLOURS)
    assert (logo is None) == bool(found)


@pytest.mark.parametrize(
    "content",
    [
        "<g>" * 100_000,
        "<g>" * 200 + "</g>" * 200,
        f'<path d="{"M0 0" * 60_000}" {RED}/>',
        f'<path d="M{"1" * 240_000} 0" {RED}/>',
        f'<rect width="1" height="1" {RED}/>' * 5_500,
        "<text/>" * 100_000,
    ],
)
def test_a_hostile_drawing_is_read_or_refused_within_two_seconds(content: str) -> None:
    with processor_time() as seconds:
        read_logo(svg(content), "logo.svg", COLOURS)
    assert seconds[0] < 2


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b"")


def test_a_png_has_its_size_in_pixels() -> None:
    data = png(640, 480)
    assert read_logo(data, "logo.png", COLOURS) == (Raster(640, 480, data), [])


@pytest.mark.parametrize(
    "data", [png(0, 10), png(100_000, 100_000), png(64, 64)[:-1], b"\x89PNG\r\n\x1a\n"]
)
def test_a_damaged_or_huge_png_is_refused(data: bytes) -> None:
    logo, (finding,) = read_logo(data, "logo.png", COLOURS)
    assert logo is None
    assert finding.code == "B011"
