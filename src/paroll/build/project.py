"""Where things lie: programmes, the brand folders beside them, the kits shipped with paroll."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from paroll.stock import Folder

ENDINGS = (".yaml", ".yml")


class Source(NamedTuple):
    """A programme file and the folders of brand kits it may use, nearest first."""

    path: Path
    brands: tuple[Path, ...]

    @property
    def name(self) -> str:
        """The programme's name: its file's without the ending."""
        return self.path.stem

    def folder(self) -> Folder:
        """Return the folder the programme lies in."""
        return Folder(self.path.parent)

    def brand_folder(self, brand: str) -> Path:
        """Return the folder of kits that has `brand`; the nearest folder if none has."""
        has = (folder for folder in self.brands if (folder / brand / "brand.yaml").is_file())
        return next(has, self.brands[0])


def programmes_in(folder: Path) -> list[Path]:
    """Return the programme files of a folder, sorted by name."""
    return sorted(path for path in folder.glob("*") if path.suffix in ENDINGS and path.is_file())


def source(path: Path) -> Source:
    """Return the programme at `path` with its brand folders: those above it, then the shipped."""
    above = (parent / "brand" for parent in path.resolve().parents)
    return Source(path, (*(folder for folder in above if folder.is_dir()), shipped_brands()))


def shipped_brands() -> Path:
    """Return the kits that come with paroll: in the package, or in its own repository."""
    packed = Path(str(files("paroll"))) / "shipped" / "brand"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "brand"


def signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells whether a file under `folder` has changed: names, times and sizes."""
    stats = ((path, path.stat()) for path in sorted(folder.rglob("*")))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)
