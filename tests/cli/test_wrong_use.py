"""Wrong use of the command: unknown words, materials and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import PROGRAMME, Run, write


@pytest.mark.parametrize("name", ["poster", "deck.docx", "deck,poster", "Deck", "../deck"])
def test_a_material_nobody_knows_is_wrong_use(name: str, run: Run, tmp_path: Path) -> None:
    write(tmp_path, one=PROGRAMME)
    done = run("build", "--only", name)
    assert (done.code, done.out) == (2, "")
    assert "it knows deck, leaflet-a5, " in done.err
    assert done.err.endswith(" and files of theirs, such as deck.pptx\n")
    assert len(done.err) < 400
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
