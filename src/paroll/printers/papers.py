"""Sheets of paper that several pages are printed on, then cut: office paper and a printer's own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from paroll.units import Emu, mm


class Paper(StrEnum):
    """A sheet by its name: A sizes lie in every office, SRA sizes at print shops (ISO 217)."""

    A4 = "a4"
    A3 = "a3"
    SRA4 = "sra4"
    SRA3 = "sra3"

    @property
    def has_room(self) -> bool:
        """Whether sheets of an A size fit on it with bleed and marks round each."""
        return self.name.startswith("SRA")


SIZES: Mapping[Paper, tuple[Emu, Emu]] = {
    Paper.A4: (mm(210), mm(297)),
    Paper.A3: (mm(297), mm(420)),
    Paper.SRA4: (mm(225), mm(320)),
    Paper.SRA3: (mm(320), mm(450)),
}
"""Width and height of each paper, upright."""
