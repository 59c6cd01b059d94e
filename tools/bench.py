"""Time and memory of paroll beside a plain python-pptx script, and WeasyPrint (`make bench`).

Figures of one machine say little on another, so all times are ratios of medians from one run, in
which both sides take turns. `--strict` exits 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

import bench_large
import bench_leaflet
import bench_plain
from paroll.cli import main as paroll
from paroll.preflight.run import Wish, preflight
from paroll.printers import default

ROOT = Path(__file__).resolve().parent.parent
PAROLL = (
    sys.executable,
    "-c",
    "import sys; from paroll.cli import console; sys.exit(console())",
    "build",
)
PLAIN = (sys.executable, str(ROOT / "tools" / "bench_plain.py"))
LONGEST = "decks/vasternorrland.yaml"
LENGTHS = (10, 60, 120, 180, 240, 300)
MOST_TIMES = 1.5
MOST_OF_WEASYPRINT = 0.2
MOST_MEGABYTES = 250

Job = Callable[[], object]


def main() -> int:
    """Measure, print a table, and say whether every limit is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strict", action="store_true", help="exit 1 when a limit is passed")
    parser.add_argument("--runs", type=int, default=11, help="runs of each side (default 11)")
    given = parser.parse_args()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as out:
        ratios = [*cold(out, given.runs), *warm(out, given.runs)]
        megabytes = peak([*PAROLL, "--out", out])
        growth = curve(out)
        illustrated(out)
        checked(out, given.runs)
        share = leaflet(out, given.runs)
    kept = megabytes < MOST_MEGABYTES and max(ratios) <= MOST_TIMES
    kept = kept and share <= MOST_OF_WEASYPRINT
    print(f"\npeak of a build of all programmes: {megabytes:.0f} MB (limit {MOST_MEGABYTES})")
    print(f"largest ratio: {max(ratios):.2f} (limit {MOST_TIMES})")
    print(f"a leaflet takes {share:.2f} of WeasyPrint's time (limit {MOST_OF_WEASYPRINT})")
    print(f"a further slide of the longest deck takes {growth:.2f} times the usual")
    return 0 if kept or not given.strict else 1


def cold(out: str, runs: int) -> list[float]:
    """Compare whole commands, the interpreter's start included.

    The script makes a `.pptx` alone; how long it takes with a PDF, as ours do, has no limit.
    """
    heading("cold command")
    rows = {
        "deck.pptx": ("deck.pptx", ("plain.pptx",)),
        "deck": ("deck", ("plain.pptx",)),
        "deck, and the script a PDF": ("deck", ("plain.pptx", "plain.pdf")),
    }
    ratios = [
        compare(
            f"{LONGEST} --only {name}",
            command(*PAROLL, LONGEST, *options(only, out)),
            command(*PLAIN, LONGEST, *(f"{out}/{made}" for made in files)),
            runs,
        )
        for name, (only, files) in rows.items()
    ]
    return ratios[:2]


def warm(out: str, runs: int) -> list[float]:
    """Compare calls within this process, one programme at a time."""
    heading("warm process")
    return [
        compare(
            f"{deck} --only deck.pptx",
            partial(quietly, ["build", str(deck), *options("deck.pptx", out)]),
            partial(bench_plain.fill, str(deck), f"{out}/plain.pptx"),
            runs,
        )
        for deck in sorted(Path("decks").glob("*.yaml"))
    ]


def curve(out: str) -> float:
    """Build decks of growing length, and return how much more a further slide takes in the end."""
    print(f"\n{'deck.pptx and deck.pdf':<52}{'ms':>8}{'MB':>8}   (cold command, best of three)")
    best = {}
    for slides in LENGTHS:
        programme = Path(out, f"{slides} slides.yaml")
        bench_large.write(programme, slides)
        words = (*PAROLL, str(programme), *options("deck", out))
        best[slides] = min(seconds(command(*words)) for _ in range(3))
        print(f"{programme.stem:<52}{best[slides] * 1000:>8.0f}{peak(words):>8.0f}", flush=True)
    slopes = [(best[b] - best[a]) / (b - a) for a, b in pairwise(sorted(best))]
    print(f"ms for each further slide: {', '.join(f'{slope * 1000:.1f}' for slope in slopes)}")
    return slopes[-1] / median(slopes)


def illustrated(out: str) -> None:
    """Compare a deck of 60 slides with 20 photographs of twelve megapixels and 10 charts."""
    programme = Path(out, "illustrated.yaml")
    bench_large.write(programme, 60, pictures=20, charts=10)
    words = (*PAROLL, str(programme), *options("deck", out))
    heading("60 slides, 20 photographs, 10 charts")
    plain = command(*PLAIN, str(programme), f"{out}/plain.pptx")
    compare("deck.pptx and deck.pdf", command(*words), plain, 3)
    print(f"peak: {peak(words):.0f} MB")
    for name in ("illustrated/deck.pptx", "illustrated/deck.pdf", "plain.pptx"):
        print(f"{name}: {Path(out, name).stat().st_size / 1e6:.1f} MB")


def checked(out: str, runs: int) -> None:
    """Compare preflight of a leaflet for print, ink and all, with its ink by Ghostscript."""
    if shutil.which("gs") is None:
        return
    quietly(["build", "decks/stockholm.yaml", *options("leaflet-a5.print.pdf", out)])
    leaflet = Path(out, "stockholm", "leaflet-a5.print.pdf")
    heading("a leaflet of two pages for print", "gs")
    plates = ("-sDEVICE=tiff32nc", "-r72", "-dUseTrimBox", f"-sOutputFile={out}/%d.tif")
    theirs = command("gs", "-q", "-dNOPAUSE", "-dBATCH", *plates, str(leaflet))
    compare("preflight, warm; Ghostscript tiff32nc", partial(inspect, leaflet), theirs, runs)


def inspect(file: Path) -> None:
    """Preflight a file that must be sound, in this process."""
    report = preflight(file, file.name, Wish(default()))
    if report.issues:
        raise RuntimeError(f"{file}: {report.issues}")


def leaflet(out: str, runs: int) -> float:
    """Compare a leaflet for screen and print with WeasyPrint making its words a PDF/X-4.

    The second row is what a user waits for: the file is preflighted, too, written to the disk and
    flushed, which WeasyPrint does not do. The limit is on the first.
    """
    bench_leaflet.write(LONGEST, out)
    heading("leaflet for screen and print, warm process", "WeasyPrint")
    theirs = partial(bench_leaflet.fill, out)
    share = compare("both PDFs", partial(bench_leaflet.make, LONGEST), theirs, runs)
    words = ["build", LONGEST, *options("leaflet-a5.pdf,leaflet-a5.print.pdf", out)]
    compare("both, preflighted and released", partial(quietly, words), theirs, runs)
    return share


def options(only: str, out: str) -> tuple[str, ...]:
    """Return the options that build one material into a folder of ours."""
    return ("--only", only, "--out", out)


def command(*words: str) -> Job:
    """Return a job that runs a command to its end, with compiled modules as an installation has.

    An environment that forbids to write them would have ours, but not python-pptx's, compiled anew
    each time.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(words, check=True, capture_output=True, env=environment)


def quietly(words: list[str]) -> None:
    """Call paroll's command line as a terminal would, without its words."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()) as said,
    ):
        code = paroll(words)
    if code:
        raise RuntimeError(f"paroll {' '.join(words)} exited {code}: {said.getvalue()}")


def compare(name: str, ours: Job, plain: Job, runs: int) -> float:
    """Let both take turns, print a line, and return the ratio of their medians."""
    ours(), plain()
    pairs = [(seconds(ours), seconds(plain)) for _ in range(runs)]
    mine, theirs = median(own for own, _ in pairs), median(other for _, other in pairs)
    print(f"{name:<50}{mine * 1000:>10.0f}{theirs * 1000:>11.0f}{mine / theirs:>8.2f}", flush=True)
    return mine / theirs


def heading(name: str, other: str = "plain") -> None:
    """Print the head of a table."""
    print(f"\n{name:<50}{'paroll':>10}{other:>11}{'ratio':>8}   (ms, medians)")


def seconds(job: Job) -> float:
    """Return how long a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def peak(words: Sequence[str]) -> float:
    """Return the most memory a command held at once, in megabytes."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} exited {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return float(usage.ru_maxrss) * unit / 1e6


if __name__ == "__main__":
    sys.exit(main())
