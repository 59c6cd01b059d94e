"""`paroll build` and `paroll check`: what is made, what is said, how it ends."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import BROKEN, FILES, PAINTED, PROGRAMME, Result, paroll, snapshot, write
from paroll.cli import main
from tools import require

Run = Callable[..., Result]
LONG = " ".join(["Fler lärare i varje klass och i varje kommun."] * 4)
TOO_FULL = PROGRAMME + "".join(f"      - {n}. {LONG}\n" for n in range(40))
FACE_LACKS = PROGRAMME.replace("Fler lärare i varje", "Fler lärare 🚆 i varje")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in this process, in a new folder: what it raises fails the test."""
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Result:
        code = main(words)
        return Result(code, *capsys.readouterr())

    return command


def made(folder: Path, name: str) -> list[str]:
    return sorted(path.name for path in (folder / "output" / name).glob("*"))


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
        "output/one/order  2 files  …",
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


PICTURES = PROGRAMME.replace("heading:", "social: yes\n    heading:", 1)
NAMES = ["01-fler-larare-i-varje-klass", "02-mindre-klasser"]
FORMS = ["social-portrait", "social-square", "social-story", "social-wide"]


def test_pictures_are_made_of_what_says_so_each_with_its_text(run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PICTURES)
    done = run("build")
    assert (done.code, done.err) == (0, "")
    assert made(tmp_path, "one") == sorted([*FILES, *FORMS])
    for form in FORMS:
        files = [path.name for path in sorted((tmp_path / "output/one" / form).iterdir())]
        assert files == [f"{name}.{ending}" for name in NAMES for ending in ("png", "txt")]
    assert re.search(r"^output/one/social-wide  2 pictures  \d+ kB  \d\.\d\d s$", done.out, re.M)
    assert ", 23 files, 20 pages in " in done.out


@pytest.mark.parametrize(
    ("only", "files"),
    [
        ("social-story", [f"{name}.{ending}" for name in NAMES for ending in ("png", "txt")]),
        ("social-story/", [f"{name}.{ending}" for name in NAMES for ending in ("png", "txt")]),
        ("social-story/02-mindre-klasser.png", ["02-mindre-klasser.png"]),
    ],
)
def test_only_takes_a_folder_of_pictures_or_one_of_them(
    only: str, files: list[str], run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PICTURES)
    assert run("build", "--only", only).code == 0
    assert made(tmp_path, "one") == ["social-story"]
    assert [path.name for path in sorted(tmp_path.glob("output/one/social-story/*"))] == files


def test_a_picture_whose_words_have_changed_is_removed_and_nothing_else(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PICTURES)
    run("build", "--only", "social-square")
    folder = tmp_path / "output/one/social-square"
    (folder / "mine.png").write_bytes(b"mine")
    write(tmp_path, one=PICTURES.replace("Fler", "Många").replace("Mindre", "Små"))
    run("build", "--only", "social-square/01-manga-larare-i-varje-klass.png")
    assert (folder / "02-mindre-klasser.png").exists()
    run("build", "--only", "social-square")
    assert [path.name for path in sorted(folder.iterdir())] == [
        "01-manga-larare-i-varje-klass.png",
        "01-manga-larare-i-varje-klass.txt",
        "02-sma-klasser.png",
        "02-sma-klasser.txt",
        "mine.png",
    ]


@pytest.mark.parametrize("name", ["poster", "deck.docx", "deck,poster", "Deck", "../deck"])
def test_a_material_nobody_knows_is_wrong_use(name: str, run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    done = run("build", "--only", name)
    assert (done.code, done.out) == (2, "")
    assert "it knows deck, leaflet-a5, " in done.err
    assert ", deck.pdf, deck.pptx, " in done.err
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_no_programmes_at_all_is_wrong_use(command: str, run: Run) -> None:
    done = run(command)
    assert (done.code, done.out) == (2, "")
    assert "no programmes in decks/" in done.err
    assert "paroll new" in done.err


@pytest.mark.parametrize("name", ["decks/none.yaml", "n" * 300, "decks/one.yaml/x"])
def test_a_programme_that_is_no_file_is_wrong_use(name: str, run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    done = run("build", "decks/one.yaml", name)
    assert (done.code, done.out) == (2, "")
    assert "no such file" in done.err
    assert not (tmp_path / "output").exists()


def test_a_folder_stands_for_the_programmes_in_it_and_none_is_made_twice(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, one=PROGRAMME, two=PROGRAMME)
    done = run("build", "decks", "decks/one.yaml")
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("made 2 programmes, 14 files, ")


def test_a_folder_without_programmes_is_wrong_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("build", "empty")
    assert (done.code, done.err) == (2, "paroll: empty: no programmes in it\n")


@pytest.mark.parametrize(("one", "other"), [("a/x.yaml", "b/x.yaml"), ("a/x.yaml", "a/X.yml")])
def test_two_programmes_that_would_be_written_to_one_folder_are_wrong_use(
    one: str, other: str, run: Run, tmp_path: Path
) -> None:
    for path in (one, other):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(PROGRAMME, "utf-8")
    done = run("build", one, other)
    assert (done.code, done.out) == (2, "")
    assert f"{one} and {other} would both be written" in done.err


@pytest.mark.parametrize("words", [(), ("print",), ("build", "--all"), ("explain", "a", "b")])
def test_unknown_words_are_wrong_use(words: tuple[str, ...], run: Run) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*words)
    assert stopped.value.code == 2


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
    assert done.err.count("error[F001]") == len(PAINTED)
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
    assert done.err.count("error[F001]") == len(PAINTED)
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


def test_without_any_output_or_input_it_still_builds(tmp_path: Path) -> None:
    """As a service or a task scheduler starts programs: all three streams closed."""
    write(tmp_path, one=PROGRAMME)
    command = f'exec "{sys.executable}" -m paroll build <&- >&- 2>&-'
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert made(tmp_path, "one") == FILES


@pytest.mark.parametrize("word", ["explain", "schema", "build"])
def test_a_reader_that_goes_away_ends_it_quietly(word: str, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "paroll", word]
    buffered = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        command, cwd=tmp_path, env=buffered, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_terminal_sees_what_is_being_made_and_then_the_list(tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME, two=PROGRAMME)
    seen = on_terminal(tmp_path, "build", "--only", "deck.pptx")
    assert seen.index("… one") < seen.index("output/one/deck.pptx") < seen.index("… two")
    stays = [line.rpartition("\x1b[K")[2] for line in seen.rstrip("\n").split("\n")]
    assert [line.partition("  ")[0] for line in stays[:-1]] == [
        "output/one/deck.pptx",
        "output/two/deck.pptx",
    ]
    assert stays[-1].startswith("made 2 programmes, 2 files, 6 pages in ")


def test_elsewhere_there_is_no_progress_and_no_colour(tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    done = paroll("build", "--only", "deck.pptx", cwd=tmp_path)
    assert "…" not in done.out
    assert "\x1b" not in done.out + done.err
    assert "\r" not in done.out + done.err


def on_terminal(folder: Path, *words: str) -> str:
    """Return what a terminal receives from the command."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "paroll", *words]
    process = subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    received = b""
    while select.select([ours], [], [], 30)[0]:
        try:
            part = os.read(ours, 4096)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        received += part
    os.close(ours)
    assert process.wait(30) == 0
    return received.decode().replace("\r\n", "\n")


def test_a_fault_of_its_own_is_owned_up_to_without_traceback_or_finding(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, one=PROGRAMME)
    monkeypatch.setattr("paroll.paint.pptx.sections._guid", lambda _: "{1}")
    done = run("build")
    assert done.code == 3
    assert done.err.startswith("paroll made a deck.pptx that other programs would repair")
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
