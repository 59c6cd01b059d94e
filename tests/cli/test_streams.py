"""What the command writes to: terminals, pipes, readers that go away, nothing at all."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from commands import FILES, PROGRAMME, made, paroll, write


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
