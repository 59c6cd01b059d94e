"""What tests of all folders share."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from products import build_all, once, print_all

# How long an example takes says more of the machine than of the code.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where the command was run: all materials in `output`, its words in `said.txt`."""
    return once(tmp_path_factory, "built", build_all)


@pytest.fixture(scope="session")
def output(built: Path) -> Path:
    """The folder with all materials of all programmes."""
    return built / "output"


@pytest.fixture(scope="session")
def printed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the decks as LibreOffice prints them: `PROGRAMME.pdf`."""
    return once(tmp_path_factory, "printed", partial(print_all, built))
