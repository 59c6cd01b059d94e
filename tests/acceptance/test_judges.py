"""Decks before three judges of Office files, and the evidence where one of them is overruled."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from everything import LANGUAGES, deck
from office import (
    integrity_faults,
    layout_faults,
    preflight_errors,
    schema_faults,
    spelled_out,
)
from products import DECKS


@pytest.mark.parametrize("name", DECKS)
def test_a_deck_keeps_to_the_schemas_and_to_what_powerpoint_opens(
    name: str, output: Path, tmp_path: Path
) -> None:
    assert schema_faults((output / name / "deck.pptx").read_bytes(), tmp_path) == []


@pytest.mark.parametrize("name", DECKS)
def test_the_integrity_command_as_this_repository_sets_it_finds_nothing(
    name: str, output: Path, tmp_path: Path
) -> None:
    assert integrity_faults(output / name / "deck.pptx", tmp_path) == []


@pytest.mark.parametrize("name", DECKS)
def test_with_places_written_out_every_rule_of_it_is_kept(
    name: str, output: Path, tmp_path: Path
) -> None:
    assert layout_faults((output / name / "deck.pptx").read_bytes(), tmp_path) == []


@pytest.mark.parametrize("name", DECKS)
def test_a_preflight_finds_no_error(name: str, output: Path, tmp_path: Path) -> None:
    assert preflight_errors((output / name / "deck.pptx").read_bytes(), tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_judge_finds_fault_with_any_kind_of_page(language: str, tmp_path: Path) -> None:
    made = deck(language)
    assert schema_faults(made, tmp_path) == []
    assert preflight_errors(made, tmp_path) == []
    assert layout_faults(made, tmp_path) == []


def test_a_preflight_sees_text_too_small_to_read(tmp_path: Path) -> None:
    slides = Presentation()
    box = slides.slides.add_slide(slides.slide_layouts[6]).shapes.add_textbox(0, 0, 9, 9)
    box.text_frame.text = "Fler tåg"
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(4)
    assert [error.split()[1] for error in preflight_errors(saved(slides), tmp_path)] == ["E3"]


def comparison() -> bytes:
    """Return a slide on PowerPoint's own layout of that name: a word at the head of each column."""
    deck = Presentation()
    layout = next(each for each in deck.slide_layouts if each.name == "Comparison")
    slide = deck.slides.add_slide(layout)
    heads: list[Any] = [slide.placeholders[index] for index in (1, 3)]
    for head in heads:
        head.text_frame.text = "Head"
    left, right = heads
    assert left.left + left.width < right.left
    return saved(deck)


def title_without_insets() -> bytes:
    """Return a slide whose title just fits, as its layout gives it no insets."""
    deck = Presentation()
    layout = next(each for each in deck.slide_layouts if each.name == "Title Only")
    title: Any = layout.placeholders[0]
    title.left, title.top, title.width, title.height = Pt(48), Pt(48), Pt(300), Pt(25)
    for side in ("lIns", "tIns", "rIns", "bIns"):
        title.text_frame._txBody.bodyPr.set(side, "0")
    shape = deck.slides.add_slide(layout).placeholders[0]
    shape.text_frame.text = "Title"
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(20)  # 20 × 1.2 = 24 points
    return saved(deck)


def saved(deck: Deck) -> bytes:
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("deck", "code"), [(comparison(), "PPT006"), (title_without_insets(), "PPT001")]
)
def test_it_finds_fault_with_powerpoint_s_own_layouts_until_places_are_written_out(
    deck: bytes, code: str, tmp_path: Path
) -> None:
    """The evidence for `.ooxml-integrity.toml`: if this fails, no exception is needed any more."""
    plain, written = tmp_path / "plain.pptx", tmp_path / "written.pptx"
    plain.write_bytes(deck)
    written.write_bytes(spelled_out(deck))
    assert any(code in fault for fault in integrity_faults(plain, tmp_path, "--no-config"))
    rest = integrity_faults(written, tmp_path, "--no-config")
    assert not any(code in fault for fault in rest)
