"""Zip files: what we write is what others read, whether it was compressed before or not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from paroll.paint.pptx.archive import Member, archive, deflated, packed
from tools import run

FILES = {
    "[Content_Types].xml": b"<Types/>",
    "empty.bin": b"",
    "folder/long.txt": b"jord " * 20_000,
    "folder/Åre.txt": "Åre".encode(),
}


def zipped(level: int) -> bytes:
    return archive(Member(name, packed(data, level)) for name, data in FILES.items())


@pytest.mark.parametrize("level", [0, 1, 6, 9])
def test_python_reads_back_what_was_written_in_its_order(level: int) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(level))) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == FILES
        assert read.namelist() == list(FILES)
        assert {info.date_time for info in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        stored = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
        assert {info.compress_type for info in read.infolist()} == {stored}


def test_unzip_finds_no_fault_in_it(tmp_path: Path) -> None:
    file = tmp_path / "some.zip"
    file.write_bytes(zipped(6))
    run("unzip", "-tqq", file)


def test_nothing_stands_before_the_first_file_or_after_the_end() -> None:
    data = zipped(6)
    assert data.startswith(b"PK\3\4")
    assert data.rindex(b"PK\5\6") == len(data) - 22


def test_what_is_remembered_is_the_same_bytes() -> None:
    data = b"jord " * 20_000
    assert deflated(data, 6) == packed(data, 6) == deflated(data, 6)
    assert deflated(data, 1) != deflated(data, 6)
