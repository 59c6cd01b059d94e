"""Brand kits: from a folder to a brand, and what may be wrong with one."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from expectations import compare, expected
from paroll.brand import RULES, Brand, read_brand
from paroll.brand.colour import luminance
from paroll.brand.kit import KitColours
from paroll.brand.model import COLOURS, Case, Device, Drawing, Lockup
from paroll.finding import Finding, Span
from paroll.sheet import Face, Family
from paroll.source import Plain, form_of
from paroll.stock import Folder, Memory
from paroll.units import pt

KITS = Path(__file__).parents[2] / "brand"
SHIPPED = ("campaign", "alternative", "public")
BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
ASKED = Plain("kit", Span("plan.yaml", 3, 8))


@cache
def fonts() -> dict[str, bytes]:
    files = (KITS / "campaign" / "fonts").glob("*.ttf")
    return {f"kit/fonts/{path.name}": path.read_bytes() for path in files}


def read(text: bytes, **more: bytes) -> tuple[Brand | None, list[Finding]]:
    named = {f"kit/{name.replace('_', '.')}": data for name, data in more.items()}
    return read_brand(Memory({"kit/brand.yaml": text, **fonts(), **named}), ASKED)


@cache
def shipped(name: str) -> Brand:
    brand, found = read_brand(Folder(KITS), Plain(name))
    assert not found, found
    assert brand is not None
    return brand


@pytest.mark.parametrize("path", BAD, ids=lambda path: str(path.stem))
def test_a_bad_kit_gives_all_its_findings_and_no_others(path: Path) -> None:
    data = path.read_bytes()
    brand, findings = read(data)
    compare(findings, expected(data))
    assert (brand is None) == any(finding.severity == "error" for finding in findings)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_kits_are_without_fault(name: str) -> None:
    brand = shipped(name)
    assert brand.name == name
    assert set(brand.colours) == {*COLOURS, "soft"}
    assert len(brand.faces) == 6
    assert (
        brand.faces[Face(Family.BODY)].data
        == (KITS / name / "fonts" / "Archivo-Regular.ttf").read_bytes()
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_running_text_is_printed_in_black_alone(name: str) -> None:
    assert shipped(name).colours["ink"].cmyk == (0, 0, 0, 100)
    assert shipped(name).colours["muted"].cmyk[:3] == (0, 0, 0)


@pytest.mark.parametrize("name", SHIPPED)
def test_sizes_ascend_and_allow_what_leaflets_and_slides_need(name: str) -> None:
    scale = shipped(name).scale
    assert list(scale.screen) == sorted(set(scale.screen))
    assert {pt(18), pt(24), pt(110)} <= set(scale.screen)
    assert {pt(6.5), pt(8.5), pt(10)} <= set(scale.print)


@pytest.mark.parametrize(("one", "other"), list(combinations(SHIPPED, 2)))
def test_the_shipped_kits_are_told_apart_in_grey(one: str, other: str) -> None:
    looks = shipped(one).look, shipped(other).look
    assert looks[0].lockup != looks[1].lockup
    assert looks[0].device != looks[1].device
    greys = [luminance(shipped(name).colours["strong"].screen) for name in (one, other)]
    assert abs(greys[0] - greys[1]) > 0.03


def test_looks_are_read() -> None:
    look = shipped("campaign").look
    assert (look.lockup, look.device, look.case) == (Lockup.CORNER, Device.CIRCLE, Case.UPPER)


def test_a_kit_that_is_not_there_is_a_finding_where_it_was_asked_for() -> None:
    brand, (finding,) = read_brand(Folder(KITS), Plain("kampagne", ASKED.span))
    assert brand is None
    assert (finding.code, finding.span) == ("B001", ASKED.span)
    assert finding.hint == "did you mean `campaign`?"


@pytest.mark.parametrize("name", ["..", ".", "", "/etc", "campaign/fonts", "campaign/../public"])
def test_a_kit_is_a_folder_by_name_and_not_a_path(name: str) -> None:
    brand, (finding,) = read_brand(Folder(KITS), Plain(name))
    assert brand is None
    assert finding.code == "B001"


def test_sender_address_and_spot_colour_are_kept() -> None:
    good = (KITS / "campaign" / "brand.yaml").read_text(encoding="utf-8")
    spot = good.replace("[0, 100, 82, 7]}", "[0, 100, 82, 7], spot: PANTONE 186 C}")
    brand, found = read(f"{spot}sender: Partiet\naddress: [Storgatan 1, Härnösand]\n".encode())
    assert not found
    assert brand is not None
    assert brand.sender == "Partiet"
    assert brand.address == ("Storgatan 1", "Härnösand")
    assert brand.colours["strong"].spot == "PANTONE 186 C"


def test_a_logo_is_read_in_the_colours_of_the_kit() -> None:
    good = (KITS / "campaign" / "brand.yaml").read_bytes()
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">'
        b'<rect width="2" height="1" fill="%s"/></svg>'
    )
    brand, found = read(good + b"logo: logo.svg\n", logo_svg=logo % b"#D3122A")
    assert not found
    assert brand is not None
    assert isinstance(brand.logo, Drawing)
    brand, (finding,) = read(good + b"logo: logo.svg\n", logo_svg=logo % b"#00AA00")
    assert brand is None
    assert (finding.code, finding.span) == ("B012", Span("kit/logo.svg", 1, 1))


def test_the_file_has_a_field_for_each_colour_role() -> None:
    assert list(form_of(KitColours).fields) == list(COLOURS)


def test_every_rule_has_its_own_code_and_an_explanation() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.explanation.endswith((".", ".”")) for rule in RULES)
