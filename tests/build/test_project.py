"""Where programmes and brand kits are looked for."""

from pathlib import Path

from paroll.build.project import kits_in, programmes_in, shipped_brands, signature, source


def kit(folder: Path, name: str) -> Path:
    (folder / "brand" / name).mkdir(parents=True)
    (folder / "brand" / name / "brand.yaml").touch()
    return folder / "brand" / name


def test_a_programme_is_called_as_its_file() -> None:
    assert source(Path("decks/Vår plan 2.0.yaml")).name == "Vår plan 2.0"


def test_programmes_are_yaml_files_by_name_and_not_hidden(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", "._a.yml", "d"):
        (tmp_path / name).touch()
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "lost.yaml").symlink_to("nowhere")
    assert [path.name for path in programmes_in(tmp_path)] == ["a.yml", "b.yaml"]
    assert programmes_in(tmp_path / "none") == []


def test_the_nearest_kit_of_a_name_is_taken(tmp_path: Path) -> None:
    far = kit(tmp_path, "campaign")
    place = source(tmp_path / "project" / "decks" / "one.yaml")
    assert place.kit("campaign") == far
    near = kit(tmp_path / "project", "campaign")
    place = source(tmp_path / "project" / "decks" / "one.yaml")
    assert place.kit("campaign") == near
    assert kit(tmp_path, "other") == place.kit("other")


def test_shipped_kits_are_at_hand_everywhere(tmp_path: Path) -> None:
    place = source(tmp_path / "one.yaml")
    assert kits_in(shipped_brands()) >= {"campaign", "alternative", "public"}
    assert place.kit("public") == shipped_brands() / "public"


def test_a_folder_without_a_description_is_no_kit(tmp_path: Path) -> None:
    (tmp_path / "brand" / "campaign").mkdir(parents=True)
    assert source(tmp_path / "one.yaml").kit("campaign") == shipped_brands() / "campaign"


def test_a_kit_s_name_is_no_way_to_other_folders(tmp_path: Path) -> None:
    kit(tmp_path, "campaign")
    kit(tmp_path / "outside", "campaign")
    place = source(tmp_path / "decks" / "one.yaml")
    for name in ("..", ".", "", "/", "../outside/brand/campaign", str(tmp_path), "k" * 300):
        assert place.kit(name) is None


def test_the_signature_of_a_kit_tells_when_a_file_changed(tmp_path: Path) -> None:
    folder = kit(tmp_path, "campaign")
    (folder / ".#brand.yaml").symlink_to("nowhere")
    before = signature(folder)
    assert signature(folder) == before
    (folder / "brand.yaml").write_text("colours: {}")
    assert signature(folder) != before


def test_printer_profiles_lie_beside_the_programme_then_above_it_then_in_the_kit(
    tmp_path: Path,
) -> None:
    near, far = tmp_path / "project" / "printers", tmp_path / "printers"
    own = kit(tmp_path / "project", "campaign")
    for folder, title in ((near, "near"), (far, "far"), (own / "printers", "kit")):
        folder.mkdir()
        (folder / "shop.yaml").write_text(f"title: {title}", "utf-8")
    place = source(tmp_path / "project" / "decks" / "one.yaml")
    assert [f.read("shop.yaml") for f in place.printers(own)] == [
        b"title: near",
        b"title: far",
        b"title: kit",
    ]
    assert len(place.printers(None)) == 2
