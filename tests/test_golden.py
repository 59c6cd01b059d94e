"""Each kind of page on each format, as it stands: its own example, in millimetres and words.

`make golden` accepts what is new.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from goldens import FOLDER, as_text, assert_golden, menu
from paroll.brand.model import Brand
from paroll.brand.read import read_brand
from paroll.build.materials import MATERIALS
from paroll.finding import has_errors
from paroll.kinds import KINDS
from paroll.layout.typecase import Typecase
from paroll.programme.model import Programme
from paroll.programme.read import read_programme
from paroll.sheet import Document
from paroll.stock import Folder, Memory
from photos import beside
from products import composed as composed_of

BRANDS = Path(__file__).parent.parent / "brand"
EVERYWHERE = ("cover", "closing")
LOOKS = ("alternative", "public")
BESIDES = ("leaflet-a5", "social-square")
"""What is made of every kind beside the deck; the other formats are there in the other looks."""
HEAD = """\
title: Fem punkter för Norrland
slogan: [Vårt, Norrland]
brand: {brand}
sender: Vi i Norrland
numbered: yes
sections:
"""
AFTER = {
    "agenda": """\
  - {heading: Korta vårdköerna, text: Ingen ska vänta.}
  - {heading: "Jämställdhet, mångfald och integration i hela arbetslivet", text: Alla ska med.}
"""
}
"""What else a programme must have for a kind to show itself."""


def programme(kind: str, brand: str = "campaign") -> Programme:
    example = indent(vars(KINDS[kind].fields)["EXAMPLE"], "    ")
    head = f"{HEAD.format(brand=brand)}  -\n    kind: {kind}\n    social: yes\n"
    text = f"{head}{example}{AFTER.get(kind, '')}"
    fields = {name: known.fields for name, known in KINDS.items()}
    read, findings = read_programme(
        Memory({"decks/example.yaml": text.encode(), **beside("decks")}),
        "decks/example.yaml",
        fields,
        MATERIALS.keys(),
    )
    assert read, findings
    return read


@pytest.fixture(scope="module", name="brand")
def campaign() -> Brand:
    brand, findings = read_brand(Folder(BRANDS), programme("points").brand)
    assert brand, findings
    return brand


def composed(kind: str, material: str, brand: Brand) -> Document:
    case = Typecase(brand.faces)
    document, findings = MATERIALS[material].compose(programme(kind), brand, case)
    assert not has_errors(findings), findings
    return document


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in EVERYWHERE])
def test_a_kind_of_slide_stands_as_it_did(kind: str, brand: Brand) -> None:
    deck = composed(kind, "deck", brand)
    inner = tuple(sheet for sheet in deck.sheets if sheet.layout.kind not in EVERYWHERE)
    assert inner
    assert_golden(f"{kind}.deck", as_text(deck._replace(sheets=inner)))


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_covers_stand_as_they_did(kind: str, brand: Brand) -> None:
    deck = composed("points", "deck", brand)
    (cover,) = (sheet for sheet in deck.sheets if sheet.layout.kind == kind)
    assert_golden(f"{kind}.deck", as_text(deck._replace(sheets=(cover,))))


@pytest.mark.parametrize("material", BESIDES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in EVERYWHERE])
def test_what_else_is_made_of_a_kind_stands_as_it_did(
    kind: str, material: str, brand: Brand
) -> None:
    assert_golden(f"{kind}.{material}", as_text(composed(kind, material, brand)))


@pytest.mark.parametrize("material", MATERIALS)
@pytest.mark.parametrize("look", LOOKS)
def test_the_other_looks_stand_as_they_did(look: str, material: str) -> None:
    read = programme("points", look)
    brand, findings = read_brand(Folder(BRANDS), read.brand)
    assert brand, findings
    document, findings = MATERIALS[material].compose(read, brand, Typecase(brand.faces))
    assert not has_errors(findings)
    assert_golden(f"{look}.{material}", as_text(document))


@pytest.mark.parametrize("name", ["norrbotten", "regionstyrelsen", "vasternorrland"])
def test_the_sides_of_a_roll_fold_stand_as_they_did(name: str) -> None:
    folder = composed_of(name, "roll-fold")
    assert folder.press
    assert_golden(f"folded.{name}", as_text(folder.press))


def test_the_menu_of_layouts_is_as_it_was(brand: Brand) -> None:
    assert_golden("layouts.deck", menu(composed("points", "deck", brand)))


def test_no_golden_file_is_left_over() -> None:
    names = {file.stem.partition(".")[0] for file in FOLDER.glob("*.txt")}
    assert names <= KINDS.keys() | {*EVERYWHERE, *LOOKS, "layouts", "folded"}
