"""Preflight in a process of its own, which can be stopped: never a hang, never a crash.

The libraries that read PDFs are native code. A file can keep them busy for hours or make them fail
in ways that Python cannot catch, and no lock or signal ends that on all systems; ending a process
does. The child says how long its next step may take; what it has not said by then, it will not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from traceback import extract_tb

from paroll.finding import Rule, Severity
from paroll.preflight.model import Issue, Report
from paroll.preflight.opening import UNPACKS
from paroll.preflight.run import Step, Wish, preflight
from paroll.preflight.views import View, views
from paroll.tuples import NamedTuple

START = 60.0
"""How many seconds the child may take to start, on a machine that has much else to do."""
DRAWING = Step(20.0, 1_000_000_000)
"""To draw a page."""

STOPPED = Rule(
    "F108",
    Severity.ERROR,
    "check was stopped",
    "Reading the PDF took too long or too much memory, or made the library that reads it fail. "
    "The file is damaged, made to bring programs down, or far more intricate than a page needs to "
    "be: a print shop's machine may stop at it as well. Make it anew, with drawings simplified or "
    "turned into pictures.",
)
RULES = (STOPPED,)


_HINT = "make the PDF anew, with simpler drawings; if it is sound, tell whoever looks after paroll"


class Task(NamedTuple):
    """A file to check: where it is, what it is called, what it is held to, whether to draw it."""

    path: Path
    name: str
    wish: Wish
    drawn: bool = False


class Checked(NamedTuple):
    """What was found in a file, and pictures of its pages if they were asked for."""

    report: Report
    views: tuple[View, ...] = ()


class Failed(NamedTuple):
    """The child ended in a fault of paroll's own: what Python says of it."""

    why: str


Said = Step | Report | View | OSError | Failed | None
"""What a child says: what the next step may take, what it has found, None at the end."""


def guarded(task: Task) -> Checked:
    """Return all that is found in a file, within bounded time. Raises OSError as reading does."""
    context = get_context("spawn")  # a fork would bring this process's locks along
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(there, task), daemon=True)
    child.start()
    there.close()
    report, views = Report(task.name, (), ()), []
    try:
        for said in _heard(here):
            if isinstance(said, Report):
                report = said
            elif isinstance(said, View):
                views.append(said)
            else:
                stopped = Issue(STOPPED.at(None, said, _HINT))
                report = report._replace(issues=(*report.issues, stopped))
    finally:
        child.kill()
        child.join()
        here.close()
    return Checked(report, tuple(views))


def _heard(pipe: Connection) -> Iterator[Report | View | str]:
    """Yield what the child finds; a text says why it had to be stopped before its end."""
    left = START
    while True:
        if not pipe.poll(left):
            yield f"nothing more was found out within {left:.0f} s"
            return
        try:
            said: Said = pipe.recv()
        except EOFError:
            yield "the file took too much memory, or made its reader fail"
            return
        if isinstance(said, OSError):
            raise said
        if isinstance(said, Step):
            left = said.seconds
        elif isinstance(said, Failed):
            yield f"a fault of paroll's own: {said.why}"
            return
        elif said is None:
            return
        else:
            yield said


def _work(pipe: Connection, task: Task) -> None:
    """Check a file and tell what was found: the child's part."""
    from paroll.preflight.opening import bounded  # noqa: PLC0415  (the child alone needs pikepdf)

    signal(SIGINT, SIG_IGN)  # who stops the command ends the child, which need say nothing of it
    bounded()

    def tell(said: Said) -> None:
        if isinstance(said, Step):
            _limit_memory(said.memory)
        pipe.send(said)

    with suppress(MemoryError):  # the parent hears that nothing more comes
        try:
            report = preflight(task.path, task.name, task.wish, tell)
            tell(report)
            tell(DRAWING)
            for view in views(task.path) if task.drawn and _can_be_drawn(report) else ():
                tell(view)
                tell(DRAWING)
            tell(None)
        except OSError as error:
            tell(OSError(error.errno, error.strerror))
        except MemoryError:
            raise
        except Exception as error:  # whatever it is, the other files are checked
            place = extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}, line {place.lineno}"
            tell(Failed(f"{type(error).__name__} in {where}: {error}"))


def _can_be_drawn(report: Report) -> bool:
    """Say whether a file could be opened, and holds nothing that would take all memory."""
    return bool(report.facts) and all(i.finding.rule is not UNPACKS for i in report.issues)


def _limit_memory(most: int) -> None:
    """Let the system refuse memory beyond a limit: Linux does, macOS and Windows do not."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  (not on Windows)

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (within, hard))
