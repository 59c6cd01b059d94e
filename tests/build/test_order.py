"""The order sheet and what goes with it: true to the files that lie there."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

import composing
import specimens
from commands import PROGRAMME, write
from paroll.build.order import colours, gathered, order_sheet
from paroll.build.project import source
from paroll.build.run import Made, Order, build
from paroll.programme import Wanted
from paroll.source import Plain
from products import DECKS

WANTED = (
    "{name: leaflet-a5, quantity: 2 000 ex, paper: 130 g silk, "
    'delivery: "Kansligatan 1, före 12 maj", imposed: sra3}'
)


def made(folder: Path, materials: str, *only: str, **programme: str) -> list[str]:
    """Build a programme with these materials; return the files that were made."""
    text = f"materials: [{materials}]\n{programme.get('text', PROGRAMME)}"
    write(folder, one=text)
    place, order = source(folder / "decks" / "one.yaml"), Order(folder / "output", frozenset(only))
    events = list(build(place, order))
    assert all(isinstance(event, Made) for event in events), events
    return [name for event in events if isinstance(event, Made) for name in event.files]


def told(folder: Path) -> dict[str, Any]:
    said = json.loads((folder / "output/one/order.json").read_text("utf-8"))
    assert isinstance(said, dict)
    return said


def sheet(folder: Path) -> str:
    return (folder / "output/one/order.txt").read_text("utf-8")


def test_what_the_programme_says_stands_on_the_sheet_as_typed(tmp_path: Path) -> None:
    made(tmp_path, WANTED)
    text = sheet(tmp_path)
    rows = dict(line.split("  ", 1) for line in text.splitlines() if "  " in line.strip())
    said = {label: value.strip() for label, value in rows.items()}
    assert said["Upplaga"] == "2 000 ex"
    assert said["Papper"] == "130 g silk"
    assert said["Leverans"] == "Kansligatan 1, före 12 maj"
    assert said["Färdigt format"] == "148 × 210 mm"
    assert said["Sidor"] == "2"
    assert said["Färger"] == "CMYK"
    assert said["Utfall"] == "3 mm"
    assert said["PDF"].startswith("PDF/X-4 · FOGRA39")
    assert said["Fil"] == "leaflet-a5.print.pdf"
    assert "4 på varje ark SRA3" in text
    assert text.splitlines()[1:3] == ["Fem punkter för Norrland", "Vi i Norrland"]
    (item,) = told(tmp_path)["items"]
    assert (item["quantity"], item["paper"]) == ("2 000 ex", "130 g silk")
    assert (item["trim"], item["pages"], item["imposed"]["copies"]) == ([148, 210], 2, 4)


def test_a_shop_that_has_a_question_all_the_same_knows_whom_to_ask(tmp_path: Path) -> None:
    sender = "{name: Vi i Norrland, address: [Storgatan 1], phone: 0611-55 78 00, email: a@b.se}"
    made(
        tmp_path, "leaflet-a5", text=PROGRAMME.replace("sender: Vi i Norrland", f"sender: {sender}")
    )
    assert sheet(tmp_path).splitlines()[2:7] == [
        *("Vi i Norrland", "Storgatan 1", "0611-55 78 00", "a@b.se"),
        "",
    ]
    assert told(tmp_path)["contact"] == ["Storgatan 1", "0611-55 78 00", "a@b.se"]


def test_what_the_programme_does_not_say_is_said_to_be_missing(tmp_path: Path) -> None:
    made(tmp_path, "leaflet-a5")
    assert sheet(tmp_path).count("inte angivet") == 3
    (item,) = told(tmp_path)["items"]
    assert (item["quantity"], item["paper"], item["delivery"]) == (None, None, None)


def test_every_file_is_named_with_its_digest_and_there_are_no_others(tmp_path: Path) -> None:
    names = made(tmp_path, f"deck, {WANTED}")
    (item,) = told(tmp_path)["items"]
    listed = {file["name"]: file for file in item["files"]}
    assert list(listed) == [name for name in names if name.count(".") == 2]
    for name, file in listed.items():
        data = (tmp_path / "output/one" / name).read_bytes()
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
        assert file["bytes"] == len(data)
        assert file["sha256"] in sheet(tmp_path)


@pytest.mark.parametrize(
    ("material", "done"),
    [
        ("folder-a5", "falsas en gång"),
        ("roll-fold", "rullfals"),
        ("z-fold", "Z-fals"),
        ("booklet-a5", "klammerhäftas i ryggen"),
        ("door-hanger", "Hål 35 mm, mitten 55 mm från vänster, 30 mm uppifrån"),
    ],
)
def test_what_is_done_to_the_printed_sheet_is_told(
    material: str, done: str, tmp_path: Path
) -> None:
    programme = DECKS["vasternorrland"].read_text("utf-8")
    made(tmp_path, material, text=re.sub(r"(?m)^materials:.*\n", "", programme))
    assert f"Efterbehandling  {done}\n" in sheet(tmp_path)
    (item,) = told(tmp_path)["items"]
    hole = {"across": 35, "x": 55, "y": 30} if material == "door-hanger" else None
    assert (item["stitched"], item["hole"]) == (material == "booklet-a5", hole)


def test_fonts_and_inks_are_those_of_the_file(tmp_path: Path) -> None:
    made(tmp_path, "leaflet-a5")
    (item,) = told(tmp_path)["items"]
    assert item["fonts"] == ["Archivo-Bold", "Archivo-Regular", "ArchivoCondensed-Bold"]
    assert set(item["colours"][0]) <= {"C", "M", "Y", "K"}


def test_a_wish_of_several_lines_stays_in_its_column(tmp_path: Path) -> None:
    made(tmp_path, '{name: leaflet-a5, delivery: "Kansligatan 1\\nPapper  300 g"}')
    assert "\nPapper          inte angivet\n" in sheet(tmp_path)
    assert "\nLeverans        Kansligatan 1\n                Papper  300 g\n" in sheet(tmp_path)


def test_sheets_of_copies_are_made_for_who_asks_for_them(tmp_path: Path) -> None:
    assert "leaflet-a5.imposed.pdf" not in made(tmp_path, "leaflet-a5")
    assert "leaflet-a5.imposed.pdf" in made(tmp_path, WANTED)
    made(tmp_path, "leaflet-a5")
    assert not (tmp_path / "output" / "one" / "leaflet-a5.imposed.pdf").exists()
    assert "imposed.pdf" not in sheet(tmp_path)


@pytest.mark.parametrize(("paper", "copies"), [("a4", 2), ("sra4", 2), ("sra3", 4)])
@pytest.mark.parametrize("printer", ["sheetfed-coated", "digital-office", "classic-x1a"])
def test_copies_are_preflighted_too_edge_to_edge_or_with_their_bleed(
    paper: str, printer: str, copies: int, tmp_path: Path
) -> None:
    made(tmp_path, f"{{name: leaflet-a5, imposed: {paper}, printer: {printer}}}")
    (item,) = told(tmp_path)["items"]
    assert item["imposed"]["copies"] == copies
    assert item["files"][-1]["name"] == "leaflet-a5.imposed.pdf"


def test_a_sheet_that_lies_there_is_kept_true_when_a_part_is_made_anew(tmp_path: Path) -> None:
    made(tmp_path, "leaflet-a5")
    longer = PROGRAMME + "      - En punkt till.\n"
    names = made(tmp_path, "leaflet-a5", "leaflet-a5.print.pdf", text=longer)
    assert names == ["leaflet-a5.print.pdf", "order.txt", "order.json"]
    (item,) = told(tmp_path)["items"]
    data = (tmp_path / "output/one/leaflet-a5.print.pdf").read_bytes()
    (file,) = item["files"]  # the proof that lies there is of the older one
    assert file["sha256"] == hashlib.sha256(data).hexdigest()


def test_a_part_made_alone_needs_no_sheet(tmp_path: Path) -> None:
    names = made(tmp_path, "leaflet-a5", "leaflet-a5.print.pdf")
    assert names == ["leaflet-a5.print.pdf"]
    assert "order.txt" in made(tmp_path, "leaflet-a5", "leaflet-a5")


def test_a_file_that_somebody_spoiled_is_not_ordered(tmp_path: Path) -> None:
    made(tmp_path, "leaflet-a5")
    place, folder = source(tmp_path / "decks" / "one.yaml"), tmp_path / "output" / "one"
    programme, kit = composing.programme([{"statement": "Vi kan"}]), specimens.brand()
    wanted = programme.replaced(materials=(Wanted(name=Plain("leaflet-a5")),))
    (item,) = gathered(place, wanted, folder, ())
    assert b"leaflet-a5" in order_sheet(wanted, kit, [item])["order.txt"]
    (folder / "leaflet-a5.print.pdf").write_bytes(b"no PDF")
    (item,) = gathered(place, wanted, folder, ())
    assert b"leaflet-a5" not in order_sheet(wanted, kit, [item])["order.txt"]
    (folder / "leaflet-a5.print.pdf").unlink()
    assert gathered(place, wanted, folder, ()) == []


def test_what_is_only_shown_on_screens_is_not_ordered(tmp_path: Path) -> None:
    assert made(tmp_path, "deck") == ["deck.pptx", "deck.pdf"]


def test_another_language_is_that_of_the_sheet(tmp_path: Path) -> None:
    made(tmp_path, "leaflet-a5", text=f"language: fi\n{PROGRAMME}")
    assert sheet(tmp_path).startswith("PAINOTILAUS\n")
    made(tmp_path, "leaflet-a5", text=f"language: se\n{PROGRAMME}")
    assert sheet(tmp_path).startswith("PRINT ORDER\n")


def test_bleed_that_differs_by_edge_is_told_with_arrows(tmp_path: Path) -> None:
    (tmp_path / "printers").mkdir()
    (tmp_path / "printers" / "shop.yaml").write_text("bleed: {every: 5 mm, left: 0 mm}\n")
    made(tmp_path, "{name: leaflet-a5, printer: shop}")
    assert "↑ 5 mm, → 5 mm, ↓ 5 mm, ← 0 mm" in sheet(tmp_path)


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([["C", "M", "Y", "K"], ["M", "K"]], "CMYK"),
        ([["M", "Y"], ["K"], ["K"], ["K"], ["C", "K"]], "1: CMYK, 2–4: K, 5: CMYK"),
        ([["K", "PANTONE 186 C"], ["PANTONE 186 C"]], "1: K + PANTONE 186 C, 2: PANTONE 186 C"),
        ([[], ["K"]], "1: –, 2: K"),
    ],
)
def test_inks_are_told_as_shops_count_them(pages: list[list[str]], told: str) -> None:
    assert colours(pages) == told
