"""The repository itself: what its files promise about each other."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reference import reference

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "paroll"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")

# Written in two halves each, so that this file does not hold what it looks for.
FOREIGN = [
    re.compile("".join(halves))
    for halves in (
        (r"(?<![\w.])/(home|Users|root)", r"/\w"),
        (r"(?<![\w.<])/work", r"/\w"),
        (r"/tmp", r"/\w"),
        (r"[A-Z]:", r"\\Users"),
        (r"\.lib", r"rary/"),
        (r"(pypi|python", r"hosted)\.org"),
        (r"registry", r"\.npmjs"),
        (r"(deb|security)\.", r"debian\.org"),
    )
]


def text(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def tracked() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = [ROOT / name for name in names.stdout.split("\0") if name]
    return [file for file in files if file.is_file()]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def tree() -> list[set[str]]:
    """The layers of docs/architecture.md, top first, each as dotted names below paroll."""
    block = re.search(r"```tree\nsrc/paroll/\n(.*?)```", text("docs/architecture.md"), re.DOTALL)
    assert block, "docs/architecture.md has no folder tree"
    lines = [re.split(r" {2,}", line.strip())[0] for line in block[1].splitlines()]
    return [{name for part in line.split(" | ") for name in unfold(part)} for line in lines]


def unfold(part: str) -> Iterator[str]:
    """`paint/{pptx, pdf}` stands for paint and its two packages."""
    name, _, inner = part.partition("/")
    yield name
    yield from (f"{name}.{below}" for below in re.findall(r"\w+", inner))


def is_package(path: Path) -> bool:
    return path.is_dir() and (path / "__init__.py").exists()


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = []
    for file in tracked():
        try:
            content = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [(file.relative_to(ROOT), m[0]) for p in FOREIGN for m in p.finditer(content)]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_its_version_and_hashes(name: str) -> None:
    entries = re.split(r"\n(?=[a-z])", re.sub(r"^#.*\n", "", text(name), flags=re.MULTILINE))
    assert len(entries) > 10
    without = [e for e in entries if not re.match(r"[\w.-]+==\S+.*--hash=sha256:\w{64}", e, re.S)]
    assert without == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_no_address(name: str) -> None:
    assert "://" not in text(name)
    assert "--index" not in text(name)


def test_both_locks_agree_and_cover_what_the_project_asks_for() -> None:
    pinned = [
        dict(re.findall(r"^([\w.-]+)==([^\s;]+)", text(name), re.MULTILINE)) for name in LOCKS
    ]
    runtime, dev = pinned
    assert runtime.items() <= dev.items()
    asked = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
    assert {plain(need) for need in asked} <= runtime.keys()
    assert {
        plain(need) for need in PROJECT["project"]["optional-dependencies"]["dev"]
    } <= dev.keys()


def plain(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_the_architecture_page_shows_the_packages_there_are() -> None:
    top = [path for path in PACKAGE.iterdir() if is_package(path) or path.suffix == ".py"]
    names = {path.stem for path in top} - {"__init__", "__main__"}
    painters = {f"paint.{path.name}" for path in (PACKAGE / "paint").iterdir() if is_package(path)}
    assert set().union(*tree()) == names | painters


def test_the_architecture_page_shows_the_layers_that_are_enforced() -> None:
    layers, _, painters = PROJECT["tool"]["importlinter"]["contracts"]
    shown = [{name for name in layer if "." not in name} for layer in tree()]
    assert [set(layer.split(" | ")) for layer in layers["layers"]] == shown
    independent = {name.removeprefix("paroll.") for name in painters["modules"]}
    assert independent == {name for layer in tree() for name in layer if "." in name}


def test_make_help_lists_every_target() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = re.search(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)
    assert targets
    shown = dict(re.findall(r"^make (\w+) +(\S.*)$", listed.stdout, re.MULTILINE))
    assert shown.keys() == set(targets[1].split())


def test_make_targets_named_in_the_documentation_exist() -> None:
    targets = set(re.findall(r"^(\w+):", text("Makefile"), re.MULTILINE))
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    commands = re.compile(r"(?:^|`)make ([a-z]+)\b", re.MULTILINE)
    named = {target for page in pages for target in commands.findall(page.read_text("utf-8"))}
    assert "test" in named
    assert named <= targets


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "make test"
    assert re.search(rf"^{command}\b", text("README.md"), re.MULTILINE)
    assert re.search(rf"^{command}\b", text(".ci/run"), re.MULTILINE)


def test_links_between_pages_lead_somewhere() -> None:
    dead = []
    for page in (file for file in tracked() if file.suffix == ".md"):
        prose = re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
        links = re.findall(r"(?<!\\)\]\(([^)#]+)", prose) + re.findall(r'src="([^"]+)"', prose)
        dead += [
            f"{page.relative_to(ROOT)}: {link}"
            for link in links
            if "://" not in link and not (page.parent / link).exists()
        ]
    assert dead == []


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    names = sorted(page.name for page in folder.glob("*.md") if page.name != "README.md")
    assert [name[:5] for name in names] == [f"{n:04}-" for n in range(1, len(names) + 1)]
    index = (folder / "README.md").read_text("utf-8")
    assert re.findall(r"\]\((\S+\.md)\)", index) == names


def test_each_decision_has_its_sections() -> None:
    for page in (ROOT / "docs" / "decisions").glob("0*.md"):
        content = page.read_text("utf-8")
        heading = re.match(r"# (\d+)\. \S.*\n\n\d{4}-\d\d-\d\d\n", content)
        assert heading and int(heading[1]) == int(page.name[:4]), page.name
        sections = re.findall(r"^## (.+)$", content, re.MULTILINE)
        assert sections == ["Status", "Context", "Decision", "Consequences"], page.name


def test_the_changelog_knows_the_version() -> None:
    version = re.escape(PROJECT["project"]["version"])
    assert re.search(rf"^## \[{version}\] - \d{{4}}-\d\d-\d\d$", text("CHANGELOG.md"), re.MULTILINE)


def test_the_notice_names_every_font_and_each_has_its_licence() -> None:
    folders = {font.parent for font in (ROOT / "brand").rglob("*.ttf")}
    assert folders
    for folder in folders:
        assert (folder / "OFL.txt").exists(), folder
        assert folder.relative_to(ROOT).as_posix() in text("NOTICE")


def test_modules_are_under_400_lines() -> None:
    long = {str(m.relative_to(ROOT)): n for m in modules() if (n := len(lines(m))) >= 400}
    assert long == {}


def test_functions_are_at_most_60_lines() -> None:
    long = {}
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 60:
                    long[f"{module.relative_to(ROOT)}:{node.name}"] = length
    assert long == {}


def lines(module: Path) -> list[str]:
    return module.read_text("utf-8").splitlines()


def test_the_reference_is_what_the_model_says() -> None:
    assert text("docs/reference.md") == reference(), "run make docs"
