"""Programs nobody here wrote, for whole files to go through."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from PIL import Image

MINUTE = 60


def require(*tools: str) -> None:
    """Skip the test if a program is not installed; on CI, where all must be, fail it."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        give_up(f"{', '.join(missing)} not installed")


def give_up(why: str) -> None:
    """Skip the test, as something is missing here; on CI, where nothing may be, fail it."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(why)


def run(*command: str | Path, timeout: int = 2 * MINUTE) -> str:
    """Return what a program prints; a non-zero exit fails the test with what it complained of."""
    require(str(command[0]))
    done = subprocess.run(command, capture_output=True, timeout=timeout, check=False)
    output = done.stdout.decode()
    if done.returncode:
        pytest.fail(f"{command[0]} exited {done.returncode}: {output}{done.stderr.decode()}")
    return output


def render_pdf(data: bytes, dpi: float) -> list[Image.Image]:
    """Return the pages of a PDF as poppler draws them, in RGB."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "in.pdf")
        file.write_bytes(data)
        run("pdftoppm", "-r", str(dpi), file, Path(folder, "page"))
        return [Image.open(page).copy() for page in sorted(Path(folder).glob("page*.ppm"))]
