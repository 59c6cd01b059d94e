"""`paroll brand check`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from houses import KIT, narrow
from paroll.cli import main


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(KIT, tmp_path / "brand" / "plain")
    house = shutil.copytree(KIT, tmp_path / "brand" / "house")
    (house / "house.pptx").write_bytes(narrow())
    with (house / "brand.yaml").open("a") as kit:
        kit.write("\ntemplate: house.pptx\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
def test_every_kit_at_hand_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brand", "check"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("checked 2 brand kits")
    assert "warning[B037] “Content Placeholder 2” of layout “Title and Content”" in said.err
    assert "--> brand/house/house.pptx:1:1" in said.err


@pytest.mark.usefixtures("project")
def test_a_kit_may_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brand", "check", "plain"]) == 0
    assert capsys.readouterr().out.endswith("0 errors, 0 warnings\n")
    assert main(["brand", "check", "public"]) == 0
    assert main(["brand", "check", "nobody"]) == 2
    assert "there are alternative, campaign, house" in capsys.readouterr().err


def test_an_error_stops_what_comes_after(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "brand" / "house" / "house.pptx").write_bytes(b"not a template")
    assert main(["brand", "check", "house"]) == 1
    assert "error[B030] template cannot be used" in capsys.readouterr().err


def test_the_project_s_own_printers_have_a_say(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = project / "brand" / "plain" / "printers" / "news.yaml"
    profile.parent.mkdir()
    profile.write_text("like: newsprint\nink-limit: 100", "utf-8")
    assert main(["brand", "check", "plain"]) == 1
    said = capsys.readouterr()
    assert "error[S320]" in said.err
    assert "`news` takes 100 %" in said.err
    profile.write_text("like: newsprint\nink-limit: 3000", "utf-8")
    assert main(["brand", "check", "plain"]) == 1
    assert "error[Y107] 3000 is not within 100 to 400" in capsys.readouterr().err
