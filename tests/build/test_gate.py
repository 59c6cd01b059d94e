"""The gate for print: what preflight finds an error in is not released under its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Name, Pdf

from commands import PROGRAMME, paroll, write
from contentfiles import image
from paroll.build.gate import Unfit, let_through
from paroll.build.project import source
from paroll.build.run import Made, Order, Withheld, build
from paroll.finding import Finding
from paroll.formats import LEAFLET_A5, ROLL_FOLD
from paroll.paint import Unsound
from paroll.press import finish
from paroll.printers import default
from printfiles import edited, x4

PRINT = "leaflet-a5.print.pdf"


def coarse(pdf: Pdf) -> None:
    """Put a picture of 12 by 12 pixels on half the first page."""
    drawn = image(pdf, bytes(range(144)), (12, 12), Name.DeviceGray)
    page = pdf.pages[0]
    called = page.add_resource(pdf.make_indirect(drawn), Name.XObject)
    page.contents_add(f"q 200 0 0 200 60 30 cm {called} Do Q".encode())


def untrimmed(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/TrimBox"]


def test_a_sound_file_is_let_through_as_it_is() -> None:
    assert let_through(x4(), PRINT, default(), LEAFLET_A5) == x4()


def test_a_fault_of_ours_is_told_with_its_code_and_page() -> None:
    with pytest.raises(Unsound, match=r"error\[F111\] no TrimBox [^\n]*\n  --> pages 1, 2"):
        let_through(edited(x4(), untrimmed), PRINT, default(), LEAFLET_A5)


def test_a_file_must_be_as_its_format_is() -> None:
    with pytest.raises(Unsound, match=r"F121.*148 × 210 mm instead of 297 × 210 mm \(roll-fold\)"):
        let_through(x4(), "roll-fold.print.pdf", default(), ROLL_FOLD)


def test_a_picture_that_is_too_coarse_is_for_its_author_to_mend() -> None:
    with pytest.raises(Unfit) as stopped:
        let_through(edited(x4(), coarse), PRINT, default(), LEAFLET_A5)
    [finding] = stopped.value.findings
    assert finding.code == "F221"
    assert finding.message.endswith(f"({PRINT})")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose leaflet has been built before."""
    write(tmp_path, one=PROGRAMME)
    folder = tmp_path / "output" / "one"
    folder.mkdir(parents=True)
    (folder / PRINT).write_bytes(b"the last good one")
    return tmp_path


def broken(monkeypatch: pytest.MonkeyPatch, edit: object) -> None:
    """Let the press break what it finishes."""
    sound = finish.finish
    monkeypatch.setattr(finish, "finish", lambda *given: edited(sound(*given), edit))  # type: ignore[arg-type]


def test_a_print_file_with_an_error_is_withheld_and_the_last_good_one_stays(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, untrimmed)
    order = Order(project / "output", frozenset({"leaflet-a5"}))
    found = list(build(source(project / "decks" / "one.yaml"), order))
    [withheld] = [event for event in found if isinstance(event, Withheld)]
    assert withheld.path == project / "output" / "one" / PRINT
    assert withheld.path.read_bytes() == b"the last good one"
    assert "error[F111]" in withheld.why
    made = [name for event in found if isinstance(event, Made) for name in event.files]
    assert made == ["leaflet-a5.pdf"]


def test_a_print_file_with_a_coarse_picture_is_a_finding(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, coarse)
    order = Order(project / "output", frozenset({"leaflet-a5"}))
    found = list(build(source(project / "decks" / "one.yaml"), order))
    assert [event.code for event in found if isinstance(event, Finding)] == ["F221"]
    assert (project / "output" / "one" / PRINT).read_bytes() == b"the last good one"


def test_what_is_built_is_found_without_an_error(tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    assert paroll("build", "--only", "leaflet-a5", cwd=tmp_path).code == 0
    done = paroll("preflight", f"output/one/{PRINT}", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    other = paroll("preflight", "output/one/leaflet-a5.pdf", cwd=tmp_path)
    assert other.code == 1
    assert "this is the file for screens: send the .print.pdf beside it" in other.out
