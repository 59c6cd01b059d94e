"""`paroll build` and `paroll check`."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from paroll.build.materials import MATERIALS
from paroll.build.project import Source, is_file, programmes_in, source
from paroll.build.run import Made, Order, Withheld, build
from paroll.finding import Finding, Severity, in_order
from paroll.tuples import NamedTuple

DECKS = Path("decks")


class WrongUse(Exception):
    """The command was used wrongly; `str()` says how to use it."""


class Tally(NamedTuple):
    """What a run has made and found so far."""

    made: list[Made]
    withheld: list[Withheld]
    findings: list[Finding]

    def count(self, severity: Severity) -> int:
        """Return how many findings of `severity` there are."""
        return sum(finding.severity is severity for finding in self.findings)


def build_command(options: Namespace) -> int:
    """Make the materials of all programmes named."""
    return _run(
        options.programmes, Order(options.out, _only(options.only), options.previews), "made"
    )


def check_command(options: Namespace) -> int:
    """Say what is wrong with all programmes named."""
    return _run(options.programmes, Order(None), "checked")


def _run(paths: Sequence[Path], order: Order, verb: str) -> int:
    start = time.perf_counter()
    sources = _sources(paths)
    tally = Tally([], [], [])
    for place in sources:
        _one(place, order, tally)
    seconds = time.perf_counter() - start
    _close(tally, len(sources), seconds, verb)
    _require(order.only, tally)
    return 3 if tally.withheld else 1 if tally.count(Severity.ERROR) else 0


def _one(place: Source, order: Order, tally: Tally) -> None:
    """Run one programme: its files are told as they come, its findings together after it."""
    findings: list[Finding] = []
    with _progress(place.name):
        for event in build(place, order):
            if isinstance(event, Made):
                tally.made.append(event)
                _tell(event)
            elif isinstance(event, Withheld):
                tally.withheld.append(event)
                _own_up(event)
            else:
                findings.append(event)
    findings = in_order(findings)
    tally.findings.extend(findings)
    for finding in findings:
        print(f"{finding}\n", file=sys.stderr)


def _sources(paths: Sequence[Path]) -> list[Source]:
    if not paths:
        paths = programmes_in(DECKS)
        if not paths:
            raise WrongUse(f"no programmes in {DECKS}/; name one, or start with 'paroll new DIR'")
    sources = [source(path) for path in dict.fromkeys(_files(paths))]
    _distinct(sources)
    return sources


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the programmes named; a folder stands for those in it."""
    for path in paths:
        folder = os.path.isdir(path)  # noqa: PTH112  (Path.is_dir raises on a name too long)
        inside = programmes_in(path) if folder else [path] if is_file(path) else []
        if not inside:
            raise WrongUse(f"{path}: no {'programmes in it' if folder else 'such file'}")
        yield from inside


def _distinct(sources: Iterable[Source]) -> None:
    """Refuse two programmes that would write to the same folder, on any file system."""
    seen: dict[str, Path] = {}
    for place in sources:
        other = seen.setdefault(place.name.casefold(), place.path)
        if other.resolve() != place.path.resolve():
            raise WrongUse(f"{other} and {place.path} would both be written to {place.name}/")


def _only(text: str) -> frozenset[str]:
    """Return the materials and files that `--only` names."""
    outputs = [output for material in MATERIALS.values() for output in material.outputs]
    known = {*MATERIALS, *(output.name for output in outputs)}
    folders = tuple(output.name for output in outputs if output.is_folder)
    names = frozenset(filter(None, (part.strip() for part in text.split(","))))
    for name in sorted(names):
        if name not in known and not name.startswith(folders):
            hint = f"{', '.join(MATERIALS)} and files of theirs, such as deck.pptx"
            raise WrongUse(f"--only does not know {name!r}; it knows {hint}")
    return names


def _require(only: Collection[str], tally: Tally) -> None:
    """Refuse what `--only` names if nothing of that name was made, and no error says why."""
    made = {file for each in tally.made for file in each.files}
    absent = [name for name in sorted(only) if not any(_names(name, file) for file in made)]
    if absent and not tally.withheld and not tally.count(Severity.ERROR):
        hint = "`materials:` says what is made of a programme, `social: yes` what becomes a picture"
        raise WrongUse(f"--only {','.join(absent)}: nothing of that name is made here; {hint}")


def _names(name: str, file: str) -> bool:
    """Say whether `name`, of a material, a folder or a file, stands for `file`."""
    return file == name or file.startswith((f"{name}.", f"{name.rstrip('/')}/"))


def _close(tally: Tally, programmes: int, seconds: float, verb: str) -> None:
    errors, warnings = tally.count(Severity.ERROR), tally.count(Severity.WARNING)
    pages = sum(made.pages for made in tally.made)
    count = sum(len(made.files) for made in tally.made)
    files = f", {many(count, 'file')}, {many(pages, 'page')}" if tally.made else ""
    withheld = f"; {many(len(tally.withheld), 'file')} withheld" if tally.withheld else ""
    print(
        f"{verb} {many(programmes, 'programme')}{files} in {seconds:.1f} s: "
        f"{many(errors, 'error')}, {many(warnings, 'warning')}{withheld}"
    )


def many(count: int, thing: str) -> str:
    """Return a number of things in words: `1 page`, `2 pages`."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _tell(made: Made) -> None:
    _clear()
    pages = many(made.pages, "page" if len(made.files) == 1 else "picture")
    pages = pages if made.pages else many(len(made.files), "file")
    print(f"{made.path}  {pages}  {_size(made.size)}  {made.seconds:.2f} s", flush=True)


def _size(size: int) -> str:
    """Return a number of bytes as people name it, in powers of ten."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} kB"


def _own_up(withheld: Withheld) -> None:
    """Say that a file is not fit to be sent, and that it is not the author who must mend it."""
    _clear()
    there = "the one from before stays" if withheld.path.exists() else "it is not written"
    print(
        f"paroll made a {withheld.path.name} that other programs or print shops would refuse. "
        f"That is a fault of paroll, not of your programme.\n{withheld.path}: {there}. Please "
        f"send these lines and the programme to whoever looks after paroll:\n{withheld.why}\n",
        file=sys.stderr,
    )


class _progress:  # noqa: N801  (used as a function)
    """Show on a terminal which programme is being made; print nothing elsewhere."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        if _on_terminal():
            print(f"… {self._name}", end="", flush=True)

    def __exit__(self, *_: object) -> None:
        _clear()


def _clear() -> None:
    if _on_terminal():
        print("\r\x1b[K", end="", flush=True)


def _on_terminal() -> bool:
    """Say whether a person looks on; a program without any output has `None` for it."""
    return sys.stdout is not None and sys.stdout.isatty()
