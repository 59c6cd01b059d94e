"""Names of people: their initials, and where they may be broken."""

from __future__ import annotations

import re

from paroll.finding import Span
from paroll.layout.fit import Fill, Matter
from paroll.layout.setting import break_paragraph, break_text, narrowed
from paroll.layout.typecase import Typecase
from paroll.sheet import Paragraph, Run, Slot, Text
from paroll.tuples import NamedTuple
from paroll.units import Emu

_PARTY = r"\s*\([^()]*\)"


def initials(name: str) -> str:
    """Return the first letters of the first and the last name: "AE" for "Ann-Sofi af Ekenstam".

    Parties in parentheses are no names; words without a capital are particles.
    """
    words = re.sub(_PARTY, " ", name).split()
    capitals = [capital for word in words if (capital := _capital(word))]
    letters = capitals or [word[0].upper() for word in words]
    return "".join(letters[:1] + letters[1:][-1:])


def _capital(word: str) -> str:
    return next((letter for letter in word if letter.isupper()), "")


def in_two_lines(name: str) -> str:
    """Return `name` with a line break before the last name and what belongs to it."""
    party = re.search(f"{_PARTY}$", name)
    end = party.start() if party else len(name)
    words = name[:end].split(" ")
    first = len(words) - 1
    while first > 1 and not _capital(words[first - 1]):
        first -= 1
    if first < 1:
        return name
    return " ".join(words[:first]) + "\n" + " ".join(words[first:]) + name[end:]


class Card(NamedTuple):
    """A name and what stands under it.

    A name too long for a line is broken before the last name where that makes two lines: not at
    a hyphen, nor after "af".
    """

    name: Paragraph
    under: tuple[Paragraph, ...]
    span: Span | None = None

    def fits(self, case: Typecase, slot: Slot) -> bool:
        """See `Filling.fits`."""
        return self._fill(case, slot).fits(case, slot)

    def set(self, case: Typecase, slot: Slot) -> Text:
        """See `Filling.set`."""
        return self._fill(case, slot).set(case, slot)

    def culprit(self, case: Typecase, slot: Slot) -> Matter | None:
        """See `Filling.culprit`."""
        return self._fill(case, slot).culprit(case, slot)

    def neat(self, case: Typecase, slot: Slot) -> bool:
        """Say whether the name stands on one line, or on two without being torn."""
        return self._name(case, slot) is not None

    def height(self, case: Typecase, slot: Slot) -> Emu:
        """Return the height of its lines in `slot`."""
        return break_text(case, narrowed(slot), self._fill(case, slot).paragraphs).height

    def _fill(self, case: Typecase, slot: Slot) -> Fill:
        return Fill((self._name(case, slot) or self.name, *self.under), self.span)

    def _name(self, case: Typecase, slot: Slot) -> Paragraph | None:
        """Return the name on one line or on two, or None if it takes more."""
        slim, whole = narrowed(slot), self.name
        if len(break_paragraph(case, slim, whole).lines) == 1:
            return whole
        broken = whole._replace(runs=(Run(in_two_lines(whole.text)),))
        return broken if len(break_paragraph(case, slim, broken).lines) == 2 else None
