"""Where things lie: programmes, the brand folders beside them, the kits shipped with paroll."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from paroll.stock import Folder
from paroll.tuples import NamedTuple

SHIPPED = Path(__file__).parents[1] / "shipped"
"""What is installed with paroll besides its code."""
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

    def kit(self, brand: str) -> Path | None:
        """Return the folder of the nearest kit of that name, or None if there is none."""
        return next((folder / brand for folder in self.brands if brand in kits_in(folder)), None)

    def printers(self, kit: Path | None) -> list[Folder]:
        """Return the folders of printer profiles it may use, nearest first."""
        return printer_folders(self.path.resolve().parent, kit)


def programmes_in(folder: Path) -> list[Path]:
    """Return the programme files of a folder, sorted by name.

    Hidden files are none: editors and network drives leave `.#x.yaml` and `._x.yaml` beside ours.
    """
    named = (path for path in folder.glob("[!.]*") if path.suffix in ENDINGS)
    return sorted(path for path in named if is_file(path))


def is_file(path: Path) -> bool:
    """Say whether there is a file at `path`; a name too long for the disk is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def kits_in(folder: Path) -> set[str]:
    """Return the names of the brand kits in a folder."""
    return {file.parent.name for file in folder.glob("*/brand.yaml")}


def source(path: Path) -> Source:
    """Return the programme at `path` with its brand folders: those above it, then the shipped."""
    return Source(path, brand_folders(path.resolve().parent))


def brand_folders(place: Path) -> tuple[Path, ...]:
    """Return the folders of brand kits in and above `place`, then that of the shipped kits."""
    above = (folder / "brand" for folder in (place, *place.parents))
    return (*(folder for folder in above if folder.is_dir()), shipped_brands())


def printer_folders(place: Path, kit: Path | None = None) -> list[Folder]:
    """Return the folders of printer profiles in and above `place`, then that of a brand kit.

    The shipped profiles are known to `paroll.printers`.
    """
    above = (place, *place.parents, *([kit] if kit else []))
    return [Folder(folder / "printers") for folder in above if (folder / "printers").is_dir()]


def shipped_brands() -> Path:
    """Return the kits that come with paroll: in the package, or in its own repository."""
    packed = SHIPPED / "brand"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "brand"


def signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells whether a file under `folder` has changed: names, times and sizes."""
    return tuple(_stamps(folder))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for path in sorted(folder.rglob("*")):
        with suppress(OSError):  # an editor's lock file is a link that leads nowhere
            stat = path.stat()
            yield str(path), stat.st_mtime_ns, stat.st_size
