"""Stock: the one door to the files a build reads.

Nothing else in paroll opens an input file, so a build can read only what lies under the folders
it was given, and tests can keep everything in memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Protocol


class NotInStock(Exception):
    """A file was asked for that is not there, or lies outside the folder. `str()` says which."""


class Stock(Protocol):
    """A folder of input files, addressed by relative POSIX paths."""

    def read(self, path: str, most: int = -1) -> bytes:
        """Return the bytes of `path`, at most the first `most` of them (-1: all).

        Raise `NotInStock` if there is no such file inside.
        """

    def files(self, path: str) -> list[str]:
        """Return the names of the files in `path`, sorted; empty if there are none."""

    def folders(self, path: str) -> list[str]:
        """Return the names of the folders in `path`, sorted; empty if there are none."""

    def shown(self, path: str) -> str:
        """Return `path` as a person knows it, for a finding."""


class Folder:
    """A `Stock` on disk. Paths are resolved before they are opened: no link leads out of it."""

    def __init__(self, root: Path, *, shown_from: Path | None = None) -> None:
        self._root = root.resolve()
        self._shown_from = (shown_from or Path.cwd()).resolve()

    def read(self, path: str, most: int = -1) -> bytes:
        """See `Stock.read`."""
        try:
            with self._inside(path).open("rb") as file:
                return file.read(most)
        except (OSError, ValueError) as error:
            raise NotInStock(f"{self.shown(path)}: {_why(error)}") from error

    def files(self, path: str) -> list[str]:
        """See `Stock.files`."""
        return sorted(entry.name for entry in self._entries(path) if entry.is_file())

    def folders(self, path: str) -> list[str]:
        """See `Stock.folders`."""
        return sorted(entry.name for entry in self._entries(path) if entry.is_dir())

    def shown(self, path: str) -> str:
        """See `Stock.shown`: relative to where the person stands if that is shorter."""
        full = self._root / path
        try:
            return full.relative_to(self._shown_from).as_posix()
        except ValueError:
            return full.as_posix()

    def _entries(self, path: str) -> list[Path]:
        try:
            return list(self._inside(path).iterdir())
        except (OSError, NotInStock):
            return []

    def _inside(self, path: str) -> Path:
        if "\\" in path or ":" in path or "\0" in path or PurePosixPath(path).is_absolute():
            raise NotInStock(f"{path}: write a path inside the folder, with forward slashes")
        full = (self._root / path).resolve()
        if not full.is_relative_to(self._root):
            raise NotInStock(f"{path}: lies outside {self.shown('.')}")
        return full


class Memory:
    """A `Stock` made of a mapping from path to bytes: for tests and for text on standard input."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(files)

    def read(self, path: str, most: int = -1) -> bytes:
        """See `Stock.read`."""
        try:
            data = self._files[path]
        except KeyError:
            raise NotInStock(f"{path}: no such file") from None
        return data if most < 0 else data[:most]

    def files(self, path: str) -> list[str]:
        """See `Stock.files`."""
        return sorted({parts[0] for parts in self._below(path) if len(parts) == 1})

    def folders(self, path: str) -> list[str]:
        """See `Stock.folders`."""
        return sorted({parts[0] for parts in self._below(path) if len(parts) > 1})

    def _below(self, path: str) -> list[tuple[str, ...]]:
        parent = PurePosixPath(path)
        names = (PurePosixPath(name) for name in self._files)
        return [name.relative_to(parent).parts for name in names if name.is_relative_to(parent)]

    def shown(self, path: str) -> str:
        """See `Stock.shown`."""
        return path


def _why(error: Exception) -> str:
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
