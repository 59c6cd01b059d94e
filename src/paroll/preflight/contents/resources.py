"""What names in contents stand for. A page says the same few names thousands of times."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from paroll.preflight.reading import entry

T = TypeVar("T")


class Resources:
    """The fonts, states, images and the like of a page or a form, each looked up once."""

    def __init__(self, holder: object) -> None:
        self._holder = holder
        self._found: dict[tuple[str, str], object] = {}
        self._read: dict[tuple[str, str], object] = {}

    def find(self, kind: str, said: str) -> object:
        """Return what a name without its slash stands for, such as a `/Font`; None for nothing."""
        at = (kind, said)
        if at not in self._found:
            self._found[at] = entry(self._holder, kind, f"/{said}")
        return self._found[at]

    def read(self, kind: str, said: str, reader: Callable[[object], T]) -> T:
        """Return what `reader`, one for each kind, makes of what a name stands for."""
        at = (kind, said)
        if at not in self._read:
            self._read[at] = reader(self.find(kind, said))
        return self._read[at]  # type: ignore[return-value]  # as the reader returned it

    def within(self, holder: object) -> Resources:
        """Return those of a form, pattern or font that stands among them: its own, or these."""
        own = entry(holder, "/Resources")
        return self if own is None else Resources(own)


NONE = Resources(None)
