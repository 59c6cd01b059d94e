"""Files that cannot be checked: each a finding, soon and in little room, never a traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from struct import pack

import pikepdf
import pytest

from commands import paroll
from paroll.preflight import guard
from paroll.preflight.opening import MOST_UNPACKED
from paroll.preflight.run import Wish, preflight
from paroll.preflight.text import told
from paroll.printers import default
from printfiles import edited, plain, woven, x4

CATALOG, TREE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<<>>/Contents 4 0 R>>"
DRAWN = b"<</Length 3>>stream\nq Q\nendstream"


def typed(objects: Mapping[int, bytes]) -> bytes:
    """Return a PDF with these objects, as one would type it."""
    out, places = bytearray(b"%PDF-1.6\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, size))
    return bytes(out) + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        start,
    )


def file(page: bytes = PAGE, contents: bytes = DRAWN, tree: bytes = TREE) -> bytes:
    return typed({1: CATALOG, 2: tree, 3: page, 4: contents})


def many_pages(count: int) -> bytes:
    numbers = range(5, 5 + count)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return typed({1: CATALOG, 2: tree, 3: PAGE, 4: DRAWN, **dict.fromkeys(numbers, PAGE)})


def bomb(size: int) -> bytes:
    packed = zlib.compress(bytes(size), 9)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def locked(user: str) -> bytes:
    out = BytesIO()
    with pikepdf.Pdf.open(BytesIO(x4(1))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user=user))
    return out.getvalue()


def codes(data: bytes) -> set[str]:
    report = preflight(data, "file.pdf", Wish(default()))
    return {issue.finding.code for issue in report.issues}


HOPELESS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing in it": (lambda: b"", "F101"),
    "another sort of file": (lambda: b"PK\3\4" * 500, "F101"),
    "no object": (lambda: b"%PDF-1.6\n", "F103"),
    "a page tree in a circle": (
        lambda: file(tree=b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"),
        "F103",
    ),
    "a page that is itself": (lambda: file(b"3 0 R"), "F103"),
    "no pages": (lambda: file(tree=b"<</Type/Pages/Kids[]/Count 0>>"), "F103"),
    "100 000 brackets": (lambda: file(b"[" * 100_000), "F103"),
    "a password": (lambda: locked("secret"), "F105"),
    "10 000 pages": (lambda: many_pages(10_000), "F107"),
}


@pytest.mark.parametrize("name", HOPELESS)
def test_what_cannot_be_checked_is_one_finding(name: str) -> None:
    make, code = HOPELESS[name]
    assert codes(make()) == {code}


HURT: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut off": (lambda: x4(1)[:-400], "F104"),
    "no table of objects": (lambda: x4(1).replace(b"startxref\n", b"startxref\n9"), "F104"),
    "a table that leads to itself": (
        lambda: x4(1).replace(b"trailer <<", b"trailer <</Prev %d" % x4(1).rfind(b"xref\n0")),
        "F104",
    ),
    "encrypted without a password": (lambda: locked(""), "F106"),
    "a stream that swells": (lambda: file(contents=bomb(MOST_UNPACKED + 9)), "F109"),
    "a picture without end": (
        lambda: file(
            contents=b"<</Subtype/Image/Width 99999/Height 99999/Length 0>>stream\n\nendstream"
        ),
        "F109",
    ),
}


@pytest.mark.parametrize("name", HURT)
def test_what_can_be_opened_is_checked_all_the_same(name: str) -> None:
    make, code = HURT[name]
    assert code in codes(make())


@pytest.mark.parametrize(
    "page",
    [
        b"<</Type/Page/Parent 3 0 R/MediaBox 3 0 R/Resources 3 0 R/Contents[3 0 R]>>",
        b"<</Type/Page/MediaBox[0 0 1e99 nan]/TrimBox(a)/Rotate[/A]/UserUnit/B/Annots 7/Group[]>>",
        b"<</Type/Page/MediaBox[0 0 9 9]/Resources<</Font 3 0 R/XObject 4 0 R/ExtGState[]>>>>",
        b"<</Type/Page/MediaBox[9 9 9 9]/Annots[[[]]<</Subtype/Link/Rect[0]>>9 3 0 R]/AA 4 0 R>>",
        b"<</Type/Page/MediaBox[0 0 9 9]/Resources<</XObject<</A<</Resources 3 0 R>>>>>>>>",
    ],
)
def test_keys_may_hold_anything(page: bytes) -> None:
    assert codes(file(page)) & {"F111", "F113"}


def test_forms_that_draw_each_other_are_walked_once() -> None:
    form = b"<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R/B 4 0 R>>>>/Length 0>>"
    page = PAGE.replace(b"<<>>", b"<</XObject<</A 4 0 R>>>>")
    assert "F111" in codes(file(page, form + b"stream\n\nendstream"))


def test_a_file_of_a_gigabyte_is_not_opened(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as out:
        out.write(x4(1))
        out.truncate(1 << 30)  # sparse: it takes no room on the disk
    done = paroll("preflight", large, cwd=tmp_path)
    assert done.code == 1
    assert "F102" in done.out


def garbled(seed: int) -> bytes:
    """Return a file of WeasyPrint, unpacked, with words of it lost, swapped, doubled or changed."""
    chance, out = Random(seed), BytesIO()
    with pikepdf.Pdf.open(BytesIO(woven(1, links=True))) as pdf:
        pdf.save(out, qdf=True, static_id=True)
    data = bytearray(out.getvalue())
    places = [match.span() for match in WORDS.finditer(data)]
    for start, end in sorted(chance.sample(places, chance.choice([1, 4, 16])), reverse=True):
        other = slice(*chance.choice(places))
        data[start:end] = chance.choice([*ODD, b"", bytes(data[other]), data[start:end] * 2])
    return bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])


WORDS = re.compile(rb"/[\w.+-]+|\d+ 0 R|-?\d+\.?\d*|<<|>>|\[|\]|\b[a-zA-Z]{1,9}\b")
ODD = [b"0", b"-1", b"9" * 20, b"2147483648", b"null", b"[]", b"<<>>", b"()", b"1 0 R", b"5 0 R"]


@pytest.mark.parametrize("seed", range(30))
def test_a_garbled_file_is_told_of_in_words(seed: int) -> None:
    """Of 5500 such files, made of those of six programs, each had a report."""
    report = preflight(garbled(seed), "file.pdf", Wish(default()))
    assert all(issue.finding.message for issue in report.issues)
    assert told(report).startswith("file.pdf: ")


def lost(objects: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a PDF with these objects beside its own, piece by piece, without a table of them."""
    yield b"%PDF-1.6\n"
    for number, body in enumerate((CATALOG, TREE, PAGE, DRAWN, *objects), 1):
        yield b"%d 0 obj\n%s\nendobj\n" % (number, body)
    yield b"trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


def packed_objects(count: int) -> bytes:
    """Return a file with so many objects in a stream, and a compressed table of them."""
    places = b" ".join(b"%d %d" % (number + 10, 2 * number) for number in range(count))
    body = zlib.compress(places + b" " + b"1 " * count)
    entries = b"/Type/ObjStm/N %d/First %d" % (count, len(places) + 1)
    stream = b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    objects = (CATALOG, TREE, PAGE, DRAWN, stream % (entries, len(body), body))
    out, rows = b"%PDF-1.6\n", [pack(">BIH", 0, 0, 0)]
    for number, each in enumerate(objects, 1):
        rows.append(pack(">BIH", 1, len(out), 0))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows += [pack(">BIH", 1, len(out), 0), *[pack(">BIH", 0, 0, 0)] * 3]
    rows += [pack(">BIH", 2, 5, number % 65_536) for number in range(count)]
    table = zlib.compress(b"".join(rows))
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R" % len(rows)
    last = stream % (entries, len(table), table)
    return out + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, len(out))


USED = """import resource, subprocess, sys
subprocess.run(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Runs a command, then prints the seconds and the kilobytes that it and its own have used."""
LAVISH: dict[str, tuple[Callable[[], Iterable[bytes]], str]] = {
    "200 MB without a table of objects": (
        lambda: lost(b"<</Length 9999999>>stream\n%s\nendstream" % bytes(10**7) for _ in range(20)),
        "F103",
    ),
    "a million objects without a table": (lambda: lost([b"1"] * 10**6), "F110"),
    "300 000 objects in a stream": (lambda: [packed_objects(300_000)], "F110"),
    "a page of twenty million numbers": (
        lambda: [file(PAGE[:-2] + b"/A[%s]>>" % (b"1 " * 20_000_000))],
        "F103",
    ),
    "a text of 120 MB": (lambda: [file(PAGE[:-2] + b"/A(%s)>>" % (b"a" * 120_000_000))], "F103"),
    "thirty streams that swell": (
        lambda: lost([bomb(MOST_UNPACKED - 9)] * 30),
        "F104",
    ),
}


def test_a_picture_of_too_many_pixels_is_told_behind_streams_that_swell() -> None:
    large = b"<</Subtype/Image/Width 99999/Height 99999/Length 1>>stream\n0\nendstream"
    data = b"".join(lost([*[bomb(MOST_UNPACKED - 9)] * 3, large]))
    said = [issue.finding.message for issue in preflight(data, "a.pdf", Wish(default())).issues]
    assert "a picture of 99999 × 99999 pixels" in said


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no process to its memory")
@pytest.mark.parametrize("name", LAVISH)
def test_a_file_made_to_take_all_there_is_takes_little(name: str, tmp_path: Path) -> None:
    make, code = LAVISH[name]
    with (tmp_path / "a.pdf").open("wb") as out:
        out.writelines(make())
    words = [sys.executable, "-m", "paroll", "preflight", str(tmp_path / "a.pdf")]
    run = [sys.executable, "-c", USED, *words]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    seconds, kilobytes = map(float, said.splitlines()[-1].split())
    assert f"error[{code}]" in said
    assert seconds < 3, "with those to start two processes"
    assert kilobytes < 330_000


def test_what_is_not_done_in_time_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "START", 0.01)
    assert told_by_guard(tmp_path) == {"F108"}


def test_a_reader_that_dies_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_work", print)  # it ends without a word to the parent
    assert told_by_guard(tmp_path) == {"F108"}


def told_by_guard(folder: Path) -> set[str]:
    (folder / "a.pdf").write_bytes(x4())
    report = guard.guarded(guard.Task(folder / "a.pdf", "a.pdf", Wish(default()))).report
    return {issue.finding.code for issue in report.issues}


def test_the_command_says_what_a_person_needs(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(x4())
    done = paroll("preflight", "a.pdf", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("a.pdf: nothing to mend\n\n  pages           2\n")
    assert "  trim size       148 × 210 mm\n  room for bleed  3 mm\n" in done.out


def test_several_files_are_one_document_of_json(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(x4())
    (tmp_path / "b.pdf").write_bytes(plain())
    done = paroll("preflight", "a.pdf", "b.pdf", "--json", "--printer", "classic-x1a", cwd=tmp_path)
    said = json.loads(done.out)
    assert (done.code, said["version"], said["printer"]) == (1, 1, "classic-x1a")
    assert [each["file"] for each in said["files"]] == ["a.pdf", "b.pdf"]
    assert said["files"][1]["issues"][0]["code"] == "F161"


@pytest.mark.parametrize(
    "words",
    [
        ["none.pdf"],
        ["."],
        ["a.pdf", "--printer", "nobody"],
        ["a.pdf", "--format", "list"],
        ["a.pdf", "--html", "a.pdf"],
    ],
)
def test_wrong_use_is_told(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(x4())
    done = paroll("preflight", *words, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert (tmp_path / "a.pdf").read_bytes() == x4()


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(x4())
    done = paroll("preflight", "a.pdf", "--html", "a.pdf/b.html", cwd=tmp_path)
    assert done.code == 2
    assert "cannot be written" in done.err


def test_words_of_a_foreign_file_move_no_cursor(tmp_path: Path) -> None:
    evil = edited(x4(1), lambda pdf: pdf.docinfo.__setitem__("/Creator", "\x1b[2J\nerror[F999] x"))
    (tmp_path / "a.pdf").write_bytes(evil)
    done = paroll("preflight", "a.pdf", cwd=tmp_path)
    assert "\x1b" not in done.out
    assert not any(line.startswith("error[F999]") for line in done.out.splitlines())
