"""Formats: what fits a projector, a printer and a human eye."""

from __future__ import annotations

import pytest

from paroll.build.materials import MATERIALS
from paroll.formats import (
    BOOKLET_A5,
    DECK,
    FOLDED,
    FORMATS,
    LEAFLET_A5,
    ROLL_FOLD,
    SOCIAL,
    Z_FOLD,
    Fold,
    Format,
    Medium,
    Panel,
    Purpose,
    Side,
)
from paroll.units import Box, mm, pt, to_mm, to_pt


def test_a_deck_has_the_size_of_a_wide_slide_in_powerpoint() -> None:
    assert (DECK.width, DECK.height) == (12_192_000, 6_858_000)
    assert DECK.bleed == 0


def test_a_leaflet_is_a5_of_iso_216_with_three_millimetres_of_bleed() -> None:
    assert (to_mm(LEAFLET_A5.width), to_mm(LEAFLET_A5.height)) == (148, 210)
    assert LEAFLET_A5.painted == Box(mm(-3), mm(-3), mm(154), mm(216))


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_a_format_has_room_within_its_margins_and_legible_type(form: Format) -> None:
    assert form.seen.contains(Box(form.margin, form.seen.y + form.margin, mm(80), mm(80)))
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
    assert MATERIALS.keys() <= FORMATS.keys()
    assert DECK.margin == pt(48)


def _across(form: Format, side: Side) -> list[Panel]:
    """Return the panels of a side, the leftmost first."""
    return sorted((p for p in form.panels if p.side is side), key=lambda panel: panel.box.x)


def _shown(form: Format, side: Side) -> str:
    return " | ".join(f"{panel.name} {to_mm(panel.box.w):g}" for panel in _across(form, side))


@pytest.mark.parametrize(
    ("name", "outside", "inside"),
    [
        ("folder-a5", "back 148.5 | cover 148.5", "inside left 148.5 | inside right 148.5"),
        (
            "roll-fold",
            "flap 97 | back 100 | cover 100",
            "inside left 100 | inside middle 100 | inside right 97",
        ),
        (
            "z-fold",
            "outside left 99 | outside middle 99 | cover 99",
            "inside left 99 | inside middle 99 | back 99",
        ),
    ],
)
def test_the_two_sides_of_a_folded_sheet_are_these(name: str, outside: str, inside: str) -> None:
    form = FORMATS[name]
    assert _shown(form, Side.OUTSIDE) == outside
    assert _shown(form, Side.INSIDE) == inside


@pytest.mark.parametrize("form", FOLDED, ids=lambda form: form.name)
def test_panels_sum_to_the_sheet_and_are_mirrored_inside(form: Format) -> None:
    outside, inside = (_across(form, side) for side in Side)
    for panels in (outside, inside):
        edges = [panel.box.x for panel in panels] + [form.width]
        assert [panel.box.right for panel in panels] == edges[1:]
        assert {(panel.box.y, panel.box.h) for panel in panels} == {(0, form.height)}
    assert [panel.box.w for panel in outside] == [panel.box.w for panel in inside[::-1]]


@pytest.mark.parametrize("form", FOLDED, ids=lambda form: form.name)
def test_folds_are_between_panels_on_both_sides(form: Format) -> None:
    for side in Side:
        between = [panel.box.x for panel in _across(form, side)][1:]
        assert [fold.at for fold in form.folds if fold.side is side] == between
    for fold in form.folds:  # the same fold, seen from behind
        assert Fold(Side(1 - fold.side), form.width - fold.at, not fold.valley) in form.folds


@pytest.mark.parametrize("form", FOLDED, ids=lambda form: form.name)
def test_a_folded_sheet_shows_its_cover_and_behind_it_the_back(form: Format) -> None:
    front, behind = _folded_up(form)
    assert (front.purpose, behind.purpose) == (Purpose.COVER, Purpose.BACK)


def _folded_up(form: Format) -> tuple[Panel, Panel]:
    """Fold the sheet as its folds say, the cover on top; return what is seen from both sides.

    The leaf under the cover is the next to the left. A valley outside turns the outsides of two
    leaves to each other; where the last fold was of the other sort, the leaf lies beyond the one
    before, else it is rolled in between.
    """
    outside, inside = _across(form, Side.OUTSIDE), _across(form, Side.INSIDE)[::-1]
    valleys = [fold.valley for fold in form.folds if fold.side is Side.OUTSIDE][::-1]
    pile, up = [len(outside) - 1], True
    for leaf, valley in zip(range(len(outside) - 2, -1, -1), valleys, strict=True):
        beyond = valley is not up  # it goes on downwards; else it is rolled in, above the last
        pile.insert(len(pile) if beyond else len(pile) - 1, leaf)
        up = not up
    last = pile[-1]
    turned = (len(outside) - 1 - last) % 2
    return outside[pile[0]], (outside if turned else inside)[last]


def test_the_flap_that_is_rolled_in_is_three_millimetres_shorter_than_what_covers_it() -> None:
    flap, back, cover = _across(ROLL_FOLD, Side.OUTSIDE)
    assert cover.box.w == back.box.w == flap.box.w + mm(3)


def test_the_panels_of_a_z_fold_are_equal() -> None:
    assert {to_mm(panel.box.w) for panel in Z_FOLD.panels} == {99}


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("folder-a5", "cover, inside left, inside right, back"),
        ("roll-fold", "cover, flap, inside left, inside middle, inside right, back"),
        ("z-fold", "cover, inside left, inside middle, outside left, outside middle, back"),
    ],
)
def test_panels_are_in_the_order_in_which_whoever_unfolds_the_sheet_reads_them(
    name: str, order: str
) -> None:
    assert ", ".join(panel.name for panel in FORMATS[name].panels) == order


def test_a_stitched_booklet_has_a_multiple_of_four_pages_and_no_folds_on_them() -> None:
    assert BOOKLET_A5.multiple == 4
    assert not BOOKLET_A5.folds
    assert BOOKLET_A5.page == LEAFLET_A5.page
