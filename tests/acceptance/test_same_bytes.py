"""One programme makes the same bytes at another time, elsewhere, for somebody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from products import DECKS, ROOT, once, orders, outputs
from tools import MINUTE, give_up, require, run

HEAD = """\
title: Diagram
slogan: [Vårt, Norrland]
brand: campaign
sender: Vi i Norrland
materials: [deck, social-square]
sections:
"""
CHARTS = HEAD + "".join(
    f"""\
  - heading: Som {form}
    social: yes
    chart: {form}
    unit: "%"
    data: [Ort | Bil | Buss, Umeå | 58 | 42, Luleå | 66 | 34]
"""
    for form in ("bar", "column", "line", "stacked")
)
CHARTS += """\
  - {heading: Som paj, chart: pie, data: [Vård | 52, Buss | 28, Övrigt | 20], social: yes}
  - {heading: Som tabell, table: [Ort | 2025, Umeå | 1 200], social: yes}
"""
"""Every form of chart, with its workbook: none of the five programmes has numbers for one."""


@pytest.fixture(scope="module", name="charts")
def built_charts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what is made of `CHARTS` here and now."""

    def build(folder: Path) -> None:
        (folder / "charts.yaml").write_text(CHARTS, "utf-8")
        command = [sys.executable, "-m", "paroll", "build", "charts.yaml", "--out", "made"]
        subprocess.run(command, cwd=folder, capture_output=True, timeout=MINUTE, check=True)

    return once(tmp_path_factory, "charts", build) / "made"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project under a name that scripts stumble over."""
    folder = tmp_path / "Örebro län – über allt ’22"
    for part in ("src", "decks", "brand"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    return folder


def rebuilt(project: Path, cwd: Path, *before: str, umask: int = 0o022, **env: str) -> Path:
    """Build all programmes of `project` with its own code; return the folder of the results."""
    out = cwd / "made here"
    (cwd / "charts.yaml").write_text(CHARTS, "utf-8")
    programmes = [os.path.relpath(project / "decks" / path.name, cwd) for path in DECKS.values()]
    programmes.append("charts.yaml")
    command = [*before, sys.executable, "-m", "paroll", "build", *programmes, "--out", out.name]
    own = {"PYTHONPATH": str(project / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    surroundings = os.environ | own | env
    code = [sys.executable, "-c", "import paroll; print(paroll.__file__)"]
    assert str(project) in subprocess.check_output(code, env=surroundings, encoding="utf-8")
    done = subprocess.run(
        command,
        cwd=cwd,
        env=surroundings,
        umask=umask,
        capture_output=True,
        timeout=MINUTE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return out


def changed(one: Path, other: Path, charts: Path) -> list[str]:
    names = [
        f"{name}/{file}"
        for name in DECKS
        for file in (*chain(*outputs(name).values()), *orders(name))
    ]
    drawn = [str(file.relative_to(charts)) for file in charts.rglob("*.*")]
    assert len(drawn) == 14
    pairs = [(one / name, other / name) for name in names]
    pairs += [(one / name, charts / name) for name in drawn]
    return [str(new) for new, old in pairs if new.read_bytes() != old.read_bytes()]


def test_a_copy_with_other_settings_makes_the_same_bytes(
    copy: Path, output: Path, charts: Path
) -> None:
    env = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    assert changed(rebuilt(copy, copy, umask=0o077, **env), output, charts) == []


def test_turkish_letters_and_another_folder_make_the_same_bytes(
    tmp_path: Path, output: Path, charts: Path
) -> None:
    """In Turkish `"I".lower()` is another letter, where a program asks the locale."""
    if not Path("/usr/share/i18n/locales/tr_TR").exists():
        give_up("no Turkish locale to be made here")
    run("localedef", "-i", "tr_TR", "-f", "UTF-8", tmp_path / "tr_TR.UTF-8")
    env = {"LOCPATH": str(tmp_path), "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4294967295"}
    assert (
        changed(rebuilt(ROOT, tmp_path, umask=0, TZ="America/St_Johns", **env), output, charts)
        == []
    )


@pytest.mark.parametrize("date", ["1999-12-31 12:00:00", "2037-02-28 12:00:00"])
def test_another_day_makes_the_same_bytes(
    date: str, tmp_path: Path, output: Path, charts: Path
) -> None:
    require("faketime")
    year = run("faketime", date, sys.executable, "-c", "import time; print(time.localtime()[0])")
    assert year.strip() in date
    assert changed(rebuilt(ROOT, tmp_path, "faketime", date), output, charts) == []


def test_a_programme_alone_makes_what_it_makes_among_others(tmp_path: Path, output: Path) -> None:
    name = list(DECKS)[-1]
    command = [sys.executable, "-m", "paroll", "build", "--only", "deck.pptx"]
    command += [str(DECKS[name]), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    made = (tmp_path / name / "deck.pptx").read_bytes()
    assert made == (output / name / "deck.pptx").read_bytes()
