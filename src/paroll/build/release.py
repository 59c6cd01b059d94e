"""Releasing a file: the reader sees the old one or the complete new one, never a part."""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from paroll.finding import Finding, Rule, Severity

NOT_WRITTEN = Rule(
    "F001",
    Severity.ERROR,
    "file cannot be written",
    "The finished file could not be put in its place; the one that was there before is untouched. "
    "The disk may be full, the folder read-only, or the file open in another program.",
)
_HINTS = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room: what you may store is used up",
    errno.EFBIG: "name a folder with --out where files of this size may lie",
    errno.EROFS: "name a folder that can be written to with --out",
    errno.EEXIST: "a file stands where a folder must be; move it, or name another --out",
    errno.ENOTDIR: "a file stands where a folder must be; move it, or name another --out",
    errno.EACCES: "close the file in other programs, and see that you may write to its folder",
}
_TRIES = 6
_PAUSE = 0.25


def release(data: bytes, target: Path) -> Finding | None:
    """Put `data` at `target` in one step; return a finding if that cannot be done.

    Written beside the target, flushed to the disk and renamed over it, as `os.replace` is atomic
    on POSIX and Windows. A target that is a link stays one.
    """
    target = target.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "permission denied")
        _replace(data, target)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        hint = _HINTS.get(
            error.errno or 0, "close the file in other programs, or name another --out"
        )
        return NOT_WRITTEN.at(None, f"{target} cannot be written: {why}", hint)
    return None


def release_all(files: Mapping[str, bytes], folder: Path) -> Finding | None:
    """Put each of `files` at its name under `folder`; stop at the first that cannot be."""
    return next(filter(None, (release(data, folder / name) for name, data in files.items())), None)


def released(folder: Path, name: str) -> bytes | None:
    """Return a file that was released into `folder`, now or before; None if there is none."""
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def sweep(folder: Path, names: str, keep: Collection[str]) -> None:
    """Remove from `folder` the files whose whole name matches `names`, all but those to `keep`.

    They are left from earlier builds: nobody should post a picture whose words have been rewritten
    since. `names` is a regular expression that matches what paroll calls such files, nothing else.
    """
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in keep and re.fullmatch(names, path.name):
            with suppress(OSError):  # somebody has it open: the next build removes it
                path.unlink()


def _replace(data: bytes, target: Path) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        _rename(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _rename(part: Path, target: Path) -> None:
    """Rename, waiting a little on Windows, where PowerPoint and virus scanners hold files open."""
    for left in reversed(range(_TRIES if sys.platform == "win32" else 1)):
        try:
            part.replace(target)
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)
        else:
            return
