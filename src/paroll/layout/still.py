"""Text of pictures: nobody edits it, so no other program need find room for it."""

from __future__ import annotations

from paroll.finding import Span
from paroll.layout.fit import Matter
from paroll.layout.setting import Matter as Broken
from paroll.layout.setting import break_text, place
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Slot, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu


class Still(NamedTuple):
    """Text that fills a slot to its edge. As in print, "75-" and "åringar" stay together."""

    paragraphs: tuple[Paragraph, ...]
    span: Span | None = None

    def broken(self, case: Typecase, slot: Slot) -> Broken:
        """Return the text in the lines it takes in `slot`."""
        return break_text(case, slot, self.paragraphs, _whole)

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        return self.broken(case, slot).inside

    def set(self, case: Typecase, slot: Slot) -> Text:
        """See `Filling.set`."""
        return place(self.broken(case, slot), self.span)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | None:
        """See `Filling.culprit`."""
        return None if self.fits(case, slot) else Matter(slot, self.paragraphs)

    def height(self, case: Typecase, slot: Slot) -> Emu:
        """Return the height of its lines in `slot`."""
        return self.broken(case, slot).height

    def high(self, case: Typecase, slot: Slot) -> Slot:
        """Return `slot` no higher than the text."""
        height = min(slot.box.h, self.height(case, slot))
        return slot._replace(box=slot.box._replace(h=height))


def _whole(_: str) -> tuple[int, ...]:
    """Say where a word may be divided: nowhere."""
    return ()
