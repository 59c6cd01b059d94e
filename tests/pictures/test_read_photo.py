"""Pictures looked at: what is no picture is said with its place, before a pixel is decoded."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from badphotos import broken, claimed_jpeg, claimed_png, foreign, huge, moved, progressive
from paroll.finding import Finding, Span
from paroll.pictures import Cut, Damaged, Photo, Sketch
from paroll.pictures.develop import develop
from paroll.pictures.read import read_picture
from paroll.programme import PicturePath
from paroll.source import Plain
from paroll.stock import Folder, Memory
from photos import landscape, saved

AT = Span("decks/a.yaml", 7, 14)


def look(data: bytes, name: str = "bild.jpg") -> tuple[Photo | None, list[Finding]]:
    read, findings = read_picture(Memory({f"decks/{name}": data}), "decks", Plain(name, AT))
    assert not isinstance(read, Sketch)
    return read, findings


def refusal(data: bytes, name: str = "bild.jpg") -> Finding:
    photo, findings = look(data, name)
    assert photo is None
    (finding,) = findings
    assert finding.span == AT
    assert finding.hint
    assert name in finding.message
    return finding


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_is_known_by_its_content_not_by_its_name(form: str) -> None:
    photo, findings = look(saved(landscape(90, 60), form), "bild.gif")
    assert findings == []
    assert photo and (photo.width, photo.height) == (90, 60)


@pytest.mark.parametrize(("name", "data", "said"), list(foreign()), ids=lambda v: str(v)[:16])
def test_what_is_another_sort_of_file_is_called_by_its_name(
    name: str, data: bytes, said: str
) -> None:
    finding = refusal(data, name)
    assert finding.code == "P032"
    assert said in finding.message


@pytest.mark.parametrize(("name", "data"), list(broken()), ids=lambda v: str(v)[:16])
def test_what_is_damaged_is_a_finding_or_a_fault_when_developed(name: str, data: bytes) -> None:
    photo, findings = look(data, name)
    if photo:
        with pytest.raises(Damaged, match=name):
            develop(photo, Cut(100, 100, (0.5, 0.5)))
    else:
        assert [finding.code for finding in findings] == ["P034"]


@pytest.mark.parametrize(("name", "data"), list(huge()), ids=lambda v: str(v)[:16])
def test_what_is_too_large_is_refused_by_its_head(name: str, data: bytes) -> None:
    assert refusal(data, name).code == "P033"


def test_a_refused_picture_says_how_large_it_is() -> None:
    message = refusal(claimed_jpeg(12_000, 9_000)).message
    assert message == "bild.jpg has 12000 × 9000 pixels, 108 megapixels; the most is 80"


def test_less_is_allowed_of_what_must_be_decoded_whole() -> None:
    assert look(claimed_jpeg(10_000, 7_000))[0]
    assert "the most is 25" in refusal(claimed_png(10_000, 7_000)).message
    assert "the most is 25" in refusal(progressive(8_000, 6_000)).message


@pytest.mark.parametrize("orientation", range(1, 9))
def test_width_and_height_are_those_that_are_seen(orientation: int) -> None:
    photo, _ = look(moved(landscape(90, 60), orientation))
    assert photo
    seen = (60, 90) if orientation >= 5 else (90, 60)
    assert (photo.width, photo.height) == seen


def test_exif_that_cannot_be_read_does_not_matter() -> None:
    photo, findings = look(saved(landscape(90, 60), exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff"))
    assert findings == []
    assert photo and photo.width == 90


def test_a_missing_picture_is_looked_for_beside() -> None:
    files = Memory({"decks/bilder/akuten.jpg": saved(landscape(9, 6))})
    _, (finding,) = read_picture(files, "decks", Plain("bilder/Akuten.JPG", AT))
    assert (finding.code, finding.span) == ("P031", AT)
    assert finding.hint == "did you mean `bilder/akuten.jpg`?"


def test_a_picture_is_found_however_its_letters_are_composed(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "vård.jpg")).write_bytes(saved(landscape(9, 6)))
    assert read_picture(Folder(tmp_path), ".", Plain("vård.jpg", AT))[0]


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "hemlig.jpg").write_bytes(saved(landscape(9, 6)))
    inner = tmp_path / "decks"
    inner.mkdir()
    (inner / "bild.jpg").symlink_to(tmp_path / "hemlig.jpg")
    photo, (finding,) = read_picture(Folder(inner), ".", Plain("bild.jpg", AT))
    assert photo is None
    assert "outside" in finding.message


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "bilder").mkdir()
    _, (finding,) = read_picture(Folder(tmp_path), ".", Plain("bilder", AT))
    assert finding.code == "P031"


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "../hemlig.jpg", "bilder/../../hemlig.jpg", "..", "C:\\b.jpg", "C:b.jpg"),
        *(
            "\\\\server\\b.jpg",
            "bilder\\b.jpg",
            "file:///b.jpg",
            "https://val.se/b.jpg",
            "//b/c.jpg",
        ),
        *("bilder/..\\..\\b.jpg", "b.jpg\0.png"),
    ],
)
def test_a_path_stays_inside_the_folder(path: str) -> None:
    read, findings = PicturePath.read(path, AT)
    assert read is None
    assert [(finding.code, finding.span) for finding in findings] == [("P030", AT)]


@pytest.mark.parametrize("path", ["%2e%2e/b.jpg", "%252e%252e%252fb.jpg", "...jpg", "b..jpg"])
def test_a_name_is_never_decoded(path: str) -> None:
    read, findings = PicturePath.read(path, AT)
    assert read and findings == []
    assert look(saved(Image.new("L", (4, 4))), path)[0]
