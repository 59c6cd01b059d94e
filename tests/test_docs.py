"""The pages of documentation: what they show works as it stands there.

The examples of `docs/reference.md` come from the model, and are tried where the model is tested.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent, indent
from typing import Any, NamedTuple

import pytest
import yaml

import photos
from houses import plain
from paroll.brand.kit import Kit
from paroll.cli import main
from paroll.formats import FORMATS
from paroll.printers.profile import Profile
from paroll.programme import Programme

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(page for page in (ROOT / "docs").glob("*.md") if page.name != "reference.md"),
]
HEAD: Mapping[str, object] = {
    "title": "Fem punkter för Norrland",
    "slogan": ["Vårt", "Norrland"],
    "brand": "campaign",
    "materials": ["deck", "leaflet-a5"],
    "sections": [{"heading": "Skolan", "points": ["Fler lärare.", "Mindre klasser."]}],
}
KIT = ROOT / "brand" / "campaign"
LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<path fill="#D3122A" d="M0 0h9v9z"/></svg>"""


class Block(NamedTuple):
    """A piece of code on a page: where, in what language, what."""

    place: str
    language: str
    text: str


def blocks(*languages: str) -> list[Block]:
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            line = text[: match.start()].count("\n") + 1
            if match[1] in languages:
                found.append(Block(f"{page.relative_to(ROOT)}:{line}", match[1], match[2]))
    return found


def place(block: Block) -> str:
    return block.place


def keys(record: type[object]) -> set[str]:
    return {name.replace("_", "-") for name in record.__annotations__}


def completed(text: str) -> str:
    """Return an example of a programme, or of a part of one, as a whole programme."""
    if text.startswith("-"):
        names = {row.get("name") if isinstance(row, dict) else row for row in yaml.safe_load(text)}
        key = "materials" if names & FORMATS.keys() else "sections"
        text = f"{key}:\n{indent(text, '  ')}"
    elif re.match(r"data:", text):
        text = indent(f"- heading: Skolan\n  chart: column\n{indent(text, '  ')}", "  ")
        text = f"sections:\n{text}"
    said = yaml.safe_load(text) or {}
    rest = {key: value for key, value in HEAD.items() if key not in said}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in rest.items())
    return "\n".join([text, *lines, ""])


def merged(kit: object, said: object) -> object:
    """Return a kit in which an example says what it says, and the kit the rest."""
    if isinstance(kit, dict) and isinstance(said, dict):
        return {key: merged(kit.get(key), said.get(key, kit.get(key))) for key in kit | said}
    return said


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that examples name: pictures, a printer, a template, a logo."""
    monkeypatch.chdir(tmp_path)
    for name, data in photos.beside("decks").items():
        put(tmp_path / name, data)
    (printer,) = (b for b in blocks("yaml") if b.text.startswith("# printers/tryckeriet.yaml"))
    put(tmp_path / "printers" / "tryckeriet.yaml", printer.text.encode())
    icc = ROOT / "src/paroll/printers/shipped/icc/FOGRA39L_coated.icc"
    put(tmp_path / "printers" / "PSOcoated_v3.icc", icc.read_bytes())
    return tmp_path


def put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


@pytest.mark.parametrize("block", blocks("yaml"), ids=place)
def test_an_example_is_accepted_as_it_stands_on_its_page(
    block: Block, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = dedent(block.text)
    said = yaml.safe_load(text)
    top = set(said) if isinstance(said, dict) else set()
    if isinstance(said, list) or top <= keys(Programme) | {"data"}:
        for picture in re.findall(r"picture: ([\w/.-]+)", text):
            put(project / "decks" / picture, photos.saved(photos.landscape(1600, 1200)))
        put(project / "decks" / "example.yaml", completed(text).encode())
        code = main(["check"])
    elif top <= keys(Profile):
        put(project / "printers" / "example.yaml", block.text.encode())
        code = main(["printers"])
    else:
        assert top <= keys(Kit)
        kit: Any = yaml.safe_load((KIT / "brand.yaml").read_text("utf-8"))
        shutil.copytree(KIT / "fonts", project / "brand" / "example" / "fonts")
        put(project / "brand/example/logo.svg", LOGO)
        put(project / "brand/example/house.potx", plain())
        put(project / "brand/example/brand.yaml", json.dumps(merged(kit, said)).encode())
        code = main(["brand", "check", "example"])
    assert code == 0, capsys.readouterr()


def test_a_word_paroll_does_not_know_would_be_found(project: Path) -> None:
    put(project / "decks" / "example.yaml", completed("titel: Vår plan\n").encode())
    assert main(["check"]) == 1


@pytest.mark.parametrize("block", blocks(""), ids=place)
def test_a_command_that_is_shown_exists_with_all_its_options(
    block: Block, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in re.findall(r"^paroll .*$", block.text, re.MULTILINE):
        known(line.split("#")[0], capsys)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_in_a_sentence_exists_with_all_its_options(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in re.findall(r"`(paroll [^`]*)`", page.read_text("utf-8")):
        known(line, capsys)


def known(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, *words = shlex.split(line.split(">", maxsplit=1)[0])
    with pytest.raises(SystemExit):
        main([words[0], "--help"])
    manual = capsys.readouterr().out
    assert {word for word in words if word.startswith("--")} <= set(re.findall(r"--\w+", manual))


def test_codes_that_are_named_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    named = {
        code for page in PAGES for code in re.findall(r"\b[BFPRSY]\d{3}\b", page.read_text("utf-8"))
    }
    assert len(named) > 10
    assert {code for code in named if main(["explain", code])} == set(), capsys.readouterr()


def test_a_file_or_folder_of_ours_that_is_named_is_there() -> None:
    ours = re.compile(r"(?<![\w./-])((?:src|tests|tools|docs|decks)/[\w./-]*\w/?)(?![\w*…])")
    gone = {
        (page.name, name)
        for page in PAGES
        for name in ours.findall(re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S))
        if not (ROOT / name).exists()
    }
    # What `paroll new` makes lies in the folder of whoever ran it.
    assert gone == {("first-programme.md", "decks/programme.yaml")}


def anchors(page: Path) -> set[str]:
    """Return what a page can be entered at, as GitHub names headings."""
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_links_into_pages_meet_their_headings() -> None:
    dead, met = [], 0
    for page in (*PAGES, *ROOT.glob("docs/*/README.md"), ROOT / "docs" / "reference.md"):
        for file, anchor in re.findall(r"\]\(([\w./-]*\.md|)#([\w-]+)\)", page.read_text("utf-8")):
            met += 1
            if anchor not in anchors(page.parent / file if file else page):
                dead.append((page.name, file, anchor))
    assert met > 10
    assert dead == []


def test_every_format_there_is_stands_in_a_table_for_those_who_write() -> None:
    told = "".join(
        (ROOT / "docs" / f"{n}.md").read_text() for n in ("leaflets", "folders", "social")
    )
    assert {name for name in FORMATS if f"| `{name}` |" not in told} == {"deck"}


def test_every_picture_of_the_gallery_stands_on_its_page_or_opens_the_readme() -> None:
    folder = ROOT / "docs" / "gallery"
    pages = (folder / "README.md").read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")
    shown = set(re.findall(r"([\w-]+\.png)", pages))
    assert {file.name for file in folder.glob("*.png")} <= shown
