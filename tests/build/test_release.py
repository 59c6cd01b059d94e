"""A released file is whole, and the one before it survives every failure."""

import errno
import os
import stat
from pathlib import Path

import pytest

from paroll.build.release import release


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "output" / "programme" / "deck.pptx"
    assert release(b"new", target) is None
    assert target.read_bytes() == b"new"
    assert leftovers(target.parent) == []


def test_others_may_read_it_as_they_may_any_file(tmp_path: Path) -> None:
    target, plain = tmp_path / "deck.pptx", tmp_path / "plain"
    plain.touch()
    release(b"new", target)
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.parametrize("step", ["pathlib.Path.open", "os.fsync", "pathlib.Path.replace"])
def test_when_the_disk_is_full_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(step, full)
        finding = release(b"new", target)
    assert finding is not None
    assert finding.code == "F001"
    assert "no space left on device" in finding.message
    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_target_that_is_a_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").mkdir()
    finding = release(b"new", tmp_path / "deck.pptx")
    assert finding is not None
    assert leftovers(tmp_path) == []


def test_a_file_in_the_place_of_the_output_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("not a folder")
    finding = release(b"new", tmp_path / "output" / "deck.pptx")
    assert finding is not None
    assert finding.hint


def test_a_linked_output_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.pptx"
    real.write_bytes(b"old")
    link = tmp_path / "deck.pptx"
    link.symlink_to(real)
    assert release(b"new", link) is None
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
