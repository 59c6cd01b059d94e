"""The contents of a page, read once for all who ask."""

from __future__ import annotations

from paroll.preflight.contents.layers import Hidden, shown
from paroll.preflight.contents.resources import Resources
from paroll.preflight.contents.steps import Load, Step, steps


class Scripts:
    """The contents of a page and its forms: what is drawn again and again is read once.

    What is on `hidden` layers is left out.
    """

    def __init__(self, hidden: Hidden) -> None:
        self._hidden = hidden
        self._known: dict[object, list[Step] | None] = {}

    def read(self, at: object, load: Load, resources: Resources) -> list[Step] | None:
        """Return the operators of what the file knows by `at`, or None if they cannot be read."""
        if at not in self._known:
            contents = load()
            found = None if contents is None else steps(contents)
            if found and self._hidden:
                found = list(shown(found, resources, self._hidden))
            self._known[at] = found
        return self._known[at]
