"""Formats: what fits a projector, a printer and a human eye."""

from __future__ import annotations

import pytest

from paroll.build.materials import MATERIALS
from paroll.formats import DECK, FORMATS, LEAFLET_A5, SOCIAL, Format, Medium
from paroll.units import Box, mm, pt, to_mm, to_pt


def test_a_deck_has_the_size_of_a_wide_slide_in_powerpoint() -> None:
    assert (DECK.width, DECK.height) == (12_192_000, 6_858_000)
    assert DECK.bleed == 0


def test_a_leaflet_is_a5_of_iso_216_with_three_millimetres_of_bleed() -> None:
    assert (to_mm(LEAFLET_A5.width), to_mm(LEAFLET_A5.height)) == (148, 210)
    assert LEAFLET_A5.painted == Box(mm(-3), mm(-3), mm(154), mm(216))


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_a_format_has_room_within_its_margins_and_legible_type(form: Format) -> None:
    assert form.seen.contains(Box(form.margin, form.seen.y + form.margin, mm(100), mm(80)))
    assert form.painted.contains(form.page)
    assert to_pt(form.smallest) >= (18 if form.medium is Medium.SCREEN else 8)


def test_pictures_for_social_media_have_the_pixels_that_apps_ask_for() -> None:
    assert {form.name: form.pixels for form in SOCIAL} == {
        "social-square": (1080, 1080),
        "social-portrait": (1080, 1350),
        "social-story": (1080, 1920),
        "social-wide": (1200, 630),
    }


def test_what_is_printed_bleeds_and_what_is_shown_does_not() -> None:
    assert {form.medium: form.bleed for form in FORMATS.values()} == {
        Medium.SCREEN: 0,
        Medium.PRINT: mm(3),
    }
    assert DECK.painted == DECK.page


def test_every_material_is_made_in_a_format_of_its_name() -> None:
    assert MATERIALS.keys() == FORMATS.keys()
    assert DECK.margin == pt(48)
