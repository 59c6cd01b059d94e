"""What the gallery is drawn with: pages on a table, none of them bent but those that fold."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageColor

import displays
import table
from paroll.formats import FORMATS
from products import DECKS

RED = (211, 18, 42)


def page(width: int, height: int) -> Image.Image:
    return Image.new("RGB", (width, height), RED)


def ground() -> object:
    return ImageColor.getrgb(table.GROUND)


def test_a_row_reaches_from_edge_to_edge_and_stands_on_one_line() -> None:
    row = table.spaced([page(100, 80), page(50, 40), page(70, 60)], 400)
    assert row.size == (400, 80)
    assert [row.getpixel((x, 79)) for x in (0, 399)] == [RED, RED]
    assert row.getpixel((399, 10)) == ground()


def test_a_hole_is_the_table_showing_through() -> None:
    hanger = table.punched(page(110, 220), (55, 30), 35)
    assert [hanger.getpixel((55 + x, 30)) for x in (-16, 0, 16)] == [ground()] * 3
    assert [hanger.getpixel((55 + x, 30)) for x in (-19, 19)] == [RED, RED]


def test_panels_that_stand_lean_away_from_each_other() -> None:
    folder = table.standing([page(100, 200)] * 3)
    assert (folder.width, folder.height > 200) == (3 * 84, True)
    assert folder.getpixel((0, 0)) == RED
    assert [folder.getpixel((x, 1)) for x in (82, 86)] == [ground(), ground()]
    darker = folder.getpixel((126, 110))
    assert isinstance(darker, tuple)
    assert darker < RED


def test_a_programme_is_shown_as_it_is_written_without_its_comments(tmp_path: Path) -> None:
    plain, noted = tmp_path / "a" / "plan.yaml", tmp_path / "b" / "plan.yaml"
    for file, note in ((plain, ""), (noted, "# A note to myself.\n")):
        file.parent.mkdir()
        file.write_text(f"{note}title: Vår plan\nsections:\n{note}  - statement: Nu räcker det\n")
    shown, again = (table.listing(file, (300, 200), 16) for file in (plain, noted))
    assert shown.tobytes() == again.tobytes()
    long = table.listing(DECKS["vasternorrland"], (300, 200), 16)
    assert (long.size, long.tobytes() != shown.tobytes()) == ((300, 200), True)


def test_a_picture_is_as_small_as_it_must_be_or_not_written(tmp_path: Path) -> None:
    noisy = Image.effect_noise((300, 300), 80).convert("RGB")
    with pytest.raises(SystemExit):
        table.save(noisy, tmp_path / "a.png", 2000)
    assert list(tmp_path.iterdir()) == []
    assert table.save(page(300, 300), tmp_path / "a.png", 2000) < 2000
    with Image.open(tmp_path / "a.png") as image:
        assert image.convert("RGB").getpixel((9, 9)) == RED


def test_the_gallery_shows_all_formats_but_those_that_only_differ_in_size() -> None:
    shown = {name for name in FORMATS if any(name in asked for asked in displays.MATERIALS)}
    assert FORMATS.keys() - shown == {"poster-a4", "poster-50x70"}
