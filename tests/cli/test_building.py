"""`paroll build` and `paroll check`: what is made, what is said, how it ends."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from commands import BROKEN, FILES, PROGRAMME, TRIED, Run, made, paroll, snapshot, write
from tools import require

LONG = " ".join(["Fler lärare i varje klass och i varje kommun."] * 4)
TOO_FULL = PROGRAMME + "".join(f"      - {n}. {LONG}\n" for n in range(40))
FACE_LACKS = PROGRAMME.replace("Fler lärare i varje", "Fler lärare 🚆 i varje")


def test_all_programmes_of_the_folder_are_built(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME, two=PROGRAMME)
    done = run("build")
    assert (done.code, done.err) == (0, "")
    assert made(tmp_path, "one") == made(tmp_path, "two") == FILES
    assert done.out.splitlines()[-1].startswith("made 2 programmes, 14 files, ")


def test_plain_lines_name_each_file_where_no_person_looks_on(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    *files, last = run("build").out.splitlines()
    assert [re.sub(r"\d+ kB  \d\.\d\d s$", "…", line) for line in files] == [
        "output/one/deck.pptx  3 pages  …",
        "output/one/deck.pdf  3 pages  …",
        "output/one/leaflet-a5.pdf  2 pages  …",
        "output/one/leaflet-a5.print.pdf  2 pages  …",
        "output/one/leaflet-a5.proof.pdf  2 pages  …",
        "output/one/order.txt and order.json  2 files  …",
    ]
    assert re.fullmatch(
        r"made 1 programme, 7 files, 12 pages in \d+\.\d s: 0 errors, 0 warnings", last
    )


def test_only_the_named_programme_is_built_from_wherever_one_stands(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path / "other place", one=PROGRAMME, two=PROGRAMME)
    assert run("build", "other place/decks/two.yaml", "--out", "out/put").code == 0
    assert [path.name for path in (tmp_path / "out" / "put").iterdir()] == ["two"]


def test_a_broken_programme_stops_no_neighbour_and_keeps_what_it_had(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, a=PROGRAMME, b=PROGRAMME, c=PROGRAMME)
    assert run("build").code == 0
    before = snapshot(tmp_path / "output" / "b")
    longer = PROGRAMME + "      - En punkt till.\n"
    write(tmp_path, a=longer, b=BROKEN, c=longer)
    done = run("build")
    assert done.code == 1
    assert "error[Y101]" in done.err
    assert "decks/b.yaml:5:1" in done.err
    assert snapshot(tmp_path / "output" / "b") == before
    assert "output/c/deck.pptx" in done.out
    assert done.out.splitlines()[-1].startswith("made 3 programmes, 14 files, ")


def test_a_material_with_an_error_keeps_its_old_files_and_stops_no_other(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PROGRAMME)
    run("build")
    leaflets = {path: path.read_bytes() for path in tmp_path.glob("output/one/leaflet*")}
    deck = (tmp_path / "output/one/deck.pptx").read_bytes()
    write(tmp_path, one=TOO_FULL)
    done = run("build")
    assert done.code == 1
    assert "error[S203]" in done.err
    assert {path: path.read_bytes() for path in leaflets} == leaflets
    assert (tmp_path / "output/one/deck.pptx").read_bytes() != deck


def test_a_table_that_runs_over_the_foot_is_too_long_and_not_too_faint(
    run: Run, tmp_path: Path
) -> None:
    head = PROGRAMME.partition("sections:")[0].replace("campaign", "public")
    rows = "".join(f"      {row}\n" for row in ("År | Antal", "2025 | 9 240", "2026 | 9 615"))
    tables = 14 * f"  - heading: Skolan\n    table: |\n{rows}"
    write(tmp_path, one=f"{head}materials: leaflet-a5\nsections:\n{tables}")
    done = run("check")
    assert re.findall(r"^error\[(\w+)\]", done.err, re.MULTILINE) == ["S203"]


def test_a_letter_the_brand_s_font_lacks_stops_the_material(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=FACE_LACKS)
    done = run("build")
    assert done.code == 1
    assert "error[S301]" in done.err
    assert "U+1F686" in done.err
    assert not (tmp_path / "output").exists()


def test_findings_are_told_all_at_once_with_line_and_column(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=BROKEN.replace("brand:", "brandt:"), two=BROKEN)
    done = run("check")
    assert done.code == 1
    assert "decks/one.yaml:3:1" in done.err
    assert "decks/one.yaml:5:1" in done.err
    assert "decks/two.yaml:5:1" in done.err
    counted = re.search(r"checked 2 programmes in .*: (\d+) errors", done.out)
    assert counted
    assert int(counted[1]) == done.err.count("error[")


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ("deck", ["deck.pdf", "deck.pptx"]),
        ("deck.pptx", ["deck.pptx"]),
        ("leaflet-a5.print.pdf", ["leaflet-a5.print.pdf"]),
        ("deck,leaflet-a5", FILES),
        (" deck.pdf , leaflet-a5.pdf,", ["deck.pdf", "leaflet-a5.pdf"]),
        ("", FILES),
    ],
)
def test_only_makes_what_it_names(only: str, files: list[str], run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    assert run("build", "--only", only).code == 0
    assert made(tmp_path, "one") == files


def test_only_leaves_other_files_as_they_are(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    run("build")
    before = snapshot(tmp_path / "output")
    write(tmp_path, one=PROGRAMME.replace("Fler", "Många"))
    run("build", "--only", "deck.pptx")
    after = snapshot(tmp_path / "output")
    assert [name for name in after if before[name] != after[name]] == ["one/deck.pptx"]


def test_a_programme_says_itself_what_is_made_of_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=f"materials: [deck]\n{PROGRAMME}")
    assert run("build").code == 0
    assert made(tmp_path, "one") == ["deck.pdf", "deck.pptx"]


@pytest.mark.parametrize(
    "only", ["leaflet-a5", "leaflet-a5.print.pdf", "social-square", "social-square/01-hej.png"]
)
def test_what_only_names_but_no_programme_makes_is_told(
    only: str, run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=f"materials: [deck]\n{PROGRAMME}")
    done = run("build", "--only", f"deck.pptx,{only}")
    assert done.code == 2
    assert f"--only {only}: nothing of that name is made here" in done.err
    assert made(tmp_path, "one") == ["deck.pptx"]


def test_what_a_finding_explains_is_not_told_twice(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=TOO_FULL)
    done = run("build", "--only", "leaflet-a5")
    assert done.code == 1
    assert "nothing of that name" not in done.err


def test_hidden_files_of_editors_and_network_drives_are_no_programmes(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PROGRAMME, **{"._one": "\0\5\26\7"})
    (tmp_path / "decks" / ".#one.yaml").symlink_to("nobody@nowhere.123")
    (tmp_path / "decks" / "notes.txt").write_text("inget program")
    assert run("check").out.startswith("checked 1 programme ")


def test_check_writes_nothing(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME, two=TOO_FULL)
    before = snapshot(tmp_path)
    done = run("check")
    assert done.code == 1
    assert "error[S203]" in done.err
    assert "decks/one.yaml" not in done.err
    assert snapshot(tmp_path) == before


def test_check_says_when_all_is_well(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    done = run("check")
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(r"checked 1 programme in \d+\.\d s: 0 errors, 0 warnings\n", done.out)


def test_output_that_cannot_be_written_is_a_finding_for_each_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    (tmp_path / "output").write_text("här ligger redan något")
    done = run("build")
    assert done.code == 1
    assert done.err.count("error[F001]") == len(TRIED)
    assert "= hint: " in done.err
    assert (tmp_path / "output").read_text() == "här ligger redan något"


def test_a_read_only_output_is_a_finding_and_stays_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    assert paroll("build", cwd=tmp_path).code == 0
    before = snapshot(tmp_path / "output")
    write(tmp_path, one=PROGRAMME.replace("Fler", "Många"))
    (tmp_path / "output" / "one").chmod(0o500)
    done = paroll("build", cwd=tmp_path, before=as_anybody())
    assert done.code == 1
    assert done.err.count("error[F001]") == len(TRIED)
    assert "permission denied" in done.err
    assert snapshot(tmp_path / "output") == before


def as_anybody() -> tuple[str, ...]:
    """Return what takes from root the right to write where nobody may."""
    if os.geteuid():
        return ()
    require("setpriv")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


BAD_FILES = {
    "empty": b"",
    "binary": bytes(range(256)) * 400,
    "zeros": bytes(10_000),
    "half a letter": "title: Vår".encode()[:-2],
    "a million lines": b"title: a\n" * 1_000_000,
    "one long line": b"x" * 2_000_000,
    "deep": b"- " * 50_000,
    "many values": b"- a\n" * 200_000,
    "a kit that is the whole disk": PROGRAMME.replace("campaign", "/").encode(),
    "a kit above": PROGRAMME.replace("campaign", "../../..").encode(),
    "a kit with a name too long": PROGRAMME.replace("campaign", "k" * 300).encode(),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_whatever_is_in_a_file_ends_in_findings(kind: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "bad.yaml").write_bytes(BAD_FILES[kind])
    start = time.perf_counter()
    done = run("build")
    assert done.code == 1
    assert re.search(r"error\[[YPB]\d{3}\] .+\n  --> decks/bad.yaml:\d+:\d+", done.err)
    assert time.perf_counter() - start < 5


def test_a_kit_with_links_that_lead_nowhere_is_read(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    assert run("new", "start").code == 0
    (tmp_path / "start" / "brand").rename(tmp_path / "brand")
    (tmp_path / "brand" / "campaign" / ".#brand.yaml").symlink_to("nobody@nowhere.123")
    assert run("check").code == 0


def test_a_kit_beside_the_programme_goes_before_the_shipped_one(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    kit = tmp_path / "brand" / "campaign"
    kit.mkdir(parents=True)
    (kit / "brand.yaml").write_text("colours: {}\n")
    done = run("check")
    assert done.code == 1
    assert "brand/campaign/brand.yaml:1:" in done.err


def test_a_fault_of_its_own_is_owned_up_to_without_traceback_or_finding(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, one=PROGRAMME)
    monkeypatch.setattr("paroll.paint.pptx.sections._guid", lambda _: "{1}")
    done = run("build")
    assert done.code == 3
    assert done.err.startswith("paroll made a deck.pptx that other programs or print shops")
    assert "a fault of paroll, not of your programme" in done.err
    assert "it is not written" in done.err
    assert "ids: ppt/presentation.xml, p14:section: 2 have the id {1}" in done.err
    assert "error[" not in done.err
    assert made(tmp_path, "one") == [name for name in FILES if name != "deck.pptx"]
    assert done.out.splitlines()[-1].endswith("0 errors, 0 warnings; 1 file withheld")
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert run("build").code == 0
    monkeypatch.setattr("paroll.paint.pptx.sections._guid", lambda _: "{1}")
    assert "the one from before stays" in run("build").err
