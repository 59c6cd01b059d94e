"""The print files of the five programmes, as a print shop receives them."""

from __future__ import annotations

import hashlib
import json
from itertools import product
from pathlib import Path

import pytest

from paroll.build.naming import PRINT, PROOF
from paroll.formats import FORMATS
from paroll.preflight.run import Wish, preflight
from paroll.printers import default
from paroll.units import to_mm
from pressed import asked, boxes, inspected, plates
from products import DECKS, outputs

MOST_BYTES = 400_000
PRINTED = [
    (name, file.removesuffix(PRINT))
    for name in DECKS
    for file in outputs(name)
    if file.endswith(PRINT)
]
every_file = pytest.mark.parametrize(("name", "material"), PRINTED)


def read(output: Path, name: str, material: str, ending: str = PRINT) -> bytes:
    return (output / name / f"{material}{ending}").read_bytes()


def test_each_programme_is_printed_as_a_sheet_and_folded() -> None:
    assert {*product(DECKS, ("leaflet-a5", "roll-fold"))} <= {*PRINTED}


@every_file
def test_a_validator_of_others_and_our_preflight_find_nothing(
    name: str, material: str, output: Path
) -> None:
    data = read(output, name, material)
    found = inspected(data)
    assert (found["claims"], found["pdfx_contract_valid"]) == (["pdfx4"], True)
    assert found["seed_blockers"] == []
    report = preflight(data, f"{material}{PRINT}", Wish(default(), FORMATS[material]))
    assert [str(issue.finding) for issue in report.issues] == []


@every_file
def test_its_boxes_are_those_of_the_format_with_three_millimetres_of_bleed(
    name: str, material: str, output: Path
) -> None:
    form = FORMATS[material]
    width, height = to_mm(form.width), to_mm(form.height)
    found = boxes(read(output, name, material))
    assert found["TrimBox"] == pytest.approx([3, 3, width + 3, height + 3], abs=0.1)
    assert found["BleedBox"] == pytest.approx([0, 0, width + 6, height + 6], abs=0.1)
    assert found["MediaBox"] == found["BleedBox"]


@every_file
def test_without_photographs_it_is_small_enough_for_a_letter(
    name: str, material: str, output: Path
) -> None:
    assert len(read(output, name, material)) < MOST_BYTES


@pytest.mark.parametrize("name", DECKS)
def test_its_plates_are_those_of_the_process_and_text_is_on_the_black_one(
    name: str, output: Path
) -> None:
    data = read(output, name, "leaflet-a5")
    made = plates(data, 2)
    assert sorted(made) == ["Black", "Cyan", "Magenta", "Yellow"]
    assert max(made["Black"].tobytes()) == 255


@every_file
def test_a_proof_is_sound(name: str, material: str, output: Path) -> None:
    said = asked(read(output, name, material, PROOF), "qpdf", "--check")
    assert "No syntax or stream encoding errors found" in said


@pytest.mark.parametrize("name", DECKS)
def test_the_order_sheet_is_true_to_the_files(name: str, output: Path) -> None:
    order = json.loads((output / name / "order.json").read_text("utf-8"))
    materials = [item["material"] for item in order["items"]]
    assert materials == [material for of, material in PRINTED if of == name]
    for item in order["items"]:
        form = FORMATS[item["material"]]
        assert item["trim"] == [to_mm(form.width), to_mm(form.height)]
        assert [fold["at"] for fold in item["folds"]] == [to_mm(fold.at) for fold in form.folds]
        for file in item["files"]:
            data = (output / name / file["name"]).read_bytes()
            assert file["sha256"] == hashlib.sha256(data).hexdigest()
