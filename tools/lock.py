"""Write requirements.lock and requirements-dev.lock from pyproject.toml (`make lock`).

Both hold every package with its hashes and environment markers, for any CPython from 3.11 on and
any system, and no registry's address. The first is what paroll needs to run and to be installed,
the second adds the tools of its makers. Releases already locked stay unless `--upgrade` is given.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv==0.13.9"
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-annotate",
    "--custom-compile-command=make lock",
    "--quiet",
)


def main(arguments: list[str]) -> None:
    """Lock both sets with a uv of our own, so that everyone's lock files come out alike."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", UV], check=True)
        uv = [str(python), "-m", "uv", "pip", "compile", *OPTIONS, *arguments]
        uv += ["pyproject.toml", "-"]
        lock([*uv, "--output-file=requirements.lock"])
        dev = ["--extra=dev", "--constraint=requirements.lock"]
        lock([*uv, *dev, "--output-file=requirements-dev.lock"])


def lock(command: list[str]) -> None:
    """Run uv with what the build itself needs on standard input: it is installed unisolated."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needs = "\n".join(project["build-system"]["requires"])
    subprocess.run(command, check=True, cwd=ROOT, input=needs, text=True)


if __name__ == "__main__":
    main(sys.argv[1:])
