"""Insets of words and figures: their type follows that of the text round them."""

from __future__ import annotations

from collections.abc import Sequence

from paroll.kinds.kind import Inset, Level
from paroll.sheet import Slot
from paroll.units import Emu, to_pt

SMALLER = 0.8
"""How much smaller than the text round it type may be, to leave its lines whole."""


class Labelled(Inset):
    """A table or a chart among paragraphs."""

    @property
    def smallest(self) -> Emu:
        """The smallest size of type that the format has."""
        form = self.house.form
        return self.house.sizes(to_pt(form.largest), to_pt(form.smallest))[-1]

    def sizes(self, slot: Slot) -> Sequence[Emu]:
        """Return the sizes to try among text of the levels of `slot`: none is larger than it."""
        body = slot.levels[Level.TEXT].size
        least = max(to_pt(body) * SMALLER, to_pt(self.house.form.smallest))
        return self.house.sizes(to_pt(body), least) or (body,)
