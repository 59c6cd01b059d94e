"""Nothing outside its folder comes through the door."""

from __future__ import annotations

from pathlib import Path

import pytest

from paroll.stock import Folder, Memory, NotInStock, Stock

OUTSIDE = [
    "../secret.txt",
    "brand/../../secret.txt",
    "../root-evil/secret.txt",
    "/etc/passwd",
    "//server/share",
    "C:/secret.txt",
    "C:secret.txt",
    "..\\secret.txt",
    "brand\\..\\..\\secret.txt",
    "\\\\server\\share",
    "brand/logo.png\0.txt",
    "file:secret.txt",
]


@pytest.fixture(name="root")
def folder_with_a_brand(tmp_path: Path) -> Path:
    """A folder with a brand, a secret beside it, and a sibling whose name begins the same."""
    root = tmp_path / "root"
    (root / "brand").mkdir(parents=True)
    (root / "brand" / "brand.yaml").write_bytes(b"colours")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "root-evil").mkdir()
    (tmp_path / "root-evil" / "secret.txt").write_bytes(b"secret")
    return root


def test_a_file_inside_is_read_whatever_the_way_to_it(root: Path) -> None:
    folder = Folder(root)
    assert folder.read("brand/brand.yaml") == b"colours"
    assert folder.read("brand/../brand/./brand.yaml") == b"colours"


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_that_leads_out_is_refused(root: Path, path: str) -> None:
    with pytest.raises(NotInStock):
        Folder(root).read(path)
    assert Folder(root).folders(path) == []


def test_a_backslash_is_refused_even_where_it_may_stand_in_a_name(root: Path) -> None:
    (root / "brand\\logo.png").write_bytes(b"png")
    with pytest.raises(NotInStock, match="with forward slashes"):
        Folder(root).read("brand\\logo.png")


def test_a_sibling_whose_name_begins_the_same_is_outside(root: Path) -> None:
    assert (root / "../root-evil/secret.txt").read_bytes() == b"secret"
    with pytest.raises(NotInStock, match="lies outside"):
        Folder(root).read("../root-evil/secret.txt")


@pytest.mark.parametrize("target", ["secret.txt", "root-evil"])
def test_a_link_does_not_lead_out(root: Path, target: str) -> None:
    (root / "link").symlink_to(root.parent / target)
    with pytest.raises(NotInStock, match="lies outside"):
        Folder(root).read("link" if target.endswith(".txt") else "link/secret.txt")


def test_a_link_within_the_folder_is_followed(root: Path) -> None:
    (root / "campaign").symlink_to(root / "brand")
    assert Folder(root).read("campaign/brand.yaml") == b"colours"


def test_a_folder_that_is_itself_a_link_is_the_folder_it_leads_to(root: Path) -> None:
    (root.parent / "alias").symlink_to(root)
    folder = Folder(root.parent / "alias")
    assert folder.read("brand/brand.yaml") == b"colours"
    with pytest.raises(NotInStock):
        folder.read("../secret.txt")


def test_what_is_not_there_or_is_no_file_is_named_as_a_person_knows_it(root: Path) -> None:
    folder = Folder(root, shown_from=root.parent)
    with pytest.raises(NotInStock, match=r"^root/brand/logo.svg: no such file or directory$"):
        folder.read("brand/logo.svg")
    with pytest.raises(NotInStock, match=r"^root/brand: is a directory$"):
        folder.read("brand")


def test_a_path_is_shown_from_where_the_person_stands_or_whole(root: Path) -> None:
    assert Folder(root, shown_from=root).shown("brand/brand.yaml") == "brand/brand.yaml"
    elsewhere = Folder(root, shown_from=root / "brand")
    assert elsewhere.shown("logo.png") == (root / "logo.png").as_posix()


@pytest.mark.parametrize("kind", ["disk", "memory"])
def test_folders_are_listed_by_name(root: Path, kind: str) -> None:
    for name in ("party", "alliance"):
        (root / name).mkdir()
        (root / name / "brand.yaml").touch()
    files = {"party/brand.yaml": b"", "alliance/brand.yaml": b"", "brand/a/b": b"", "c.txt": b""}
    stock: Stock = Folder(root) if kind == "disk" else Memory(files)
    assert stock.folders(".") == ["alliance", "brand", "party"]
    assert stock.folders("nowhere") == []


def test_what_is_in_memory_is_read_and_nothing_else() -> None:
    stock = Memory({"plan.yaml": b"title: Plan"})
    assert stock.read("plan.yaml") == b"title: Plan"
    assert stock.shown("plan.yaml") == "plan.yaml"
    with pytest.raises(NotInStock, match=r"^brand.yaml: no such file$"):
        stock.read("brand.yaml")
